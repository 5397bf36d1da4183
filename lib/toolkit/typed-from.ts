/**
 * A text as somebody types it: what is in a field is kept with every stroke, so a space at its end stays, as otherwise no second word
 * could be begun. Pure; never throws.
 * @param most longest text in UTF-16 units; what is longer is cut, never inside a character
 */
export function typedFrom(value: unknown, most: number): string {
  if (typeof value !== 'string') return ''
  const whole = value.toWellFormed().replace(/\r\n?/g, '\n').replaceAll('\0', '')
  const cut = whole.slice(0, most)
  return cut.isWellFormed() ? cut : cut.slice(0, -1)
}
