'use client'

import { usePrivate } from '#components/device/use-private.ts'
import { type Messages, say } from '#lib/message/format.ts'
import { formatLocale } from '#lib/message/locale.ts'
import { insideOf } from '#lib/toolkit/inside.ts'
import { type ToolId, toolKey } from '#lib/toolkit/tools.ts'
import styles from './toolkit.module.css'
import { today } from './use-tool.ts'

/** A quiet line: what this tool holds on this device. Empty until the device was read, and where it holds nothing. */
export function Inside({ tool, messages, locale }: { tool: ToolId; messages: Messages; locale: string }) {
  const { value } = usePrivate<unknown>(toolKey(tool), undefined)
  const { count, next } = value ? insideOf(tool, value, today()) : { count: 0, next: '' }
  const what = count > 0 ? say(messages, `inside-${tool}`, { count }, locale) : ''
  const year = next.slice(0, 4) === today().slice(0, 4) ? {} : ({ year: 'numeric' } as const)
  const date = next
    ? new Intl.DateTimeFormat(formatLocale(locale), { day: 'numeric', month: 'long', ...year, timeZone: 'UTC' }).format(
        new Date(`${next}T00:00Z`),
      )
    : ''
  return <p className={styles['inside']}>{date ? say(messages, 'inside-next', { what, date }) : what}</p>
}
