/**
 * Fills a message from a catalogue. Pure, and small on purpose: client leaves carry it.
 *
 * A catalogue is a flat object of strings. `{name}` is replaced by `values.name`. Where `values.count`
 * is given and the catalogue has `key_one`, `key_other`… (CLDR plural categories, as Intl.PluralRules
 * names them), the form for that count is taken.
 */
export type Messages = Readonly<Record<string, string>>
export type MessageValues = Readonly<Record<string, string | number>>

/** @returns the filled text; the key itself where the catalogue has none, so that a gap is seen and not hidden. */
export function say(messages: Messages, key: string, values: MessageValues = {}, locale = 'en'): string {
  const count = values['count']
  const plural = typeof count === 'number' ? messages[`${key}_${new Intl.PluralRules(locale).select(count)}`] : undefined
  const text = plural ?? messages[`${key}_other`] ?? messages[key] ?? key
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name]
    return value === undefined ? whole : typeof value === 'number' ? value.toLocaleString(locale) : value
  })
}
