/**
 * What this device last heard of what is due, for when there is no connection. Kept beside the tag of the learner it is about, and
 * shown to nobody else.
 */
import { thisDevice } from '#components/device/this-device.ts'
import type { Messages } from '#lib/message/format.ts'
import type { Asked } from './asked.ts'

export type Heard = { at: number; cohorts: { id: string; name: string }[]; assignments: Asked[]; messages: Messages }

const key = 'cg-due'

export async function keepHeard(heard: Heard): Promise<void> {
  const { actor } = await thisDevice().meta()
  if (actor === undefined || heard.cohorts.length === 0) return forgetHeard()
  try {
    localStorage.setItem(key, JSON.stringify({ actor, heard }))
  } catch {
    // a browser that keeps nothing asks again
  }
}

export async function lastHeard(): Promise<Heard | null> {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as { actor: string; heard: Heard } | null
    return kept !== null && kept.actor === (await thisDevice().meta()).actor ? kept.heard : null
  } catch {
    return null
  }
}

export function forgetHeard(): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // nothing is kept there
  }
}
