/** Takes out of a catalogue what one client leaf needs: the rest of it is not sent to the browser. Pure. */
import type { Messages } from '#lib/message/format.ts'

/** What every leaf says that changes something. */
const common = ['cancel', 'offline', 'unavailable']

/** @param wanted keys, or beginnings of keys that end with a dash; a key is found with its plurals */
export function pick(messages: Messages, ...wanted: string[]): Record<string, string> {
  const all = [...common, ...wanted]
  return Object.fromEntries(
    Object.entries(messages).filter(([key]) =>
      all.some((one) => (one.endsWith('-') ? key.startsWith(one) : key === one || key.startsWith(`${one}_`))),
    ),
  )
}
