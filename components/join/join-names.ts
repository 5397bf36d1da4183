import { formatLocale } from '#lib/message/locale.ts'

/** `Ines Tavares, Sefa Orlo and Grace`, as the language has it. */
export function joinNames(names: readonly string[], locale: string): string {
  return new Intl.ListFormat(formatLocale(locale), { type: 'conjunction' }).format(names)
}
