'use client'

import dynamic from 'next/dynamic'
import type { ComponentType } from 'react'
import type { Activity, ActivityKind } from '#lib/activity/schema.ts'
import type { Messages } from '#lib/message/format.ts'

/** What every kind of activity gets. `object` and `contentHash` go into its statements. */
export type ActivityProps<A extends Activity = Activity> = {
  data: A
  object: string
  contentHash: string
  module: string
  messages: Messages
  locale: string
}

/** One chunk for each kind, rendered on the server too: a page carries only the kinds it shows. */
const kinds: Partial<{ [K in ActivityKind]: ComponentType<ActivityProps<Extract<Activity, { kind: K }>>> }> = {}

export function ActivityIsland(props: ActivityProps) {
  const Kind = kinds[props.data.kind] as ComponentType<ActivityProps> | undefined
  return Kind ? <Kind {...props} /> : null
}
