import type { Activity } from '#lib/activity/schema.ts'
import type { Messages } from '#lib/message/format.ts'
import type { Locale } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

/** The strings that one activity shows, and no others. Server side. */
export function messagesOf(activity: Activity, locale: Locale): Messages {
  const messages = messagesFor(locale)
  return activity.kind === 'simulation' ? messages.simulation[activity.name] : messages.activity[activity.kind]
}
