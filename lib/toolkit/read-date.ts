/** Dates as people write them in spreadsheets → ISO dates (2026-11-21). Pure; no zone, no clock. */

/** Which number stands first where a date is written with three. `iso` (year first) is read in every order. */
export type DateOrder = 'dmy' | 'mdy'

const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/
const numbers = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/
/** Days since 1899-12-30, as spreadsheets count them, for the years 1955 to 2119. */
const serial = /^[2-7]\d{4}$/

/** @returns the ISO date, or undefined where the text is none; two-digit years are of this century */
export function readDate(text: string, order: DateOrder): string | undefined {
  const plain = text.trim()
  const year = iso.exec(plain)
  if (year) return isoDate(Number(year[1]), Number(year[2]), Number(year[3]))
  if (serial.test(plain)) return new Date(Date.UTC(1899, 11, 30 + Number(plain))).toISOString().slice(0, 10)
  const three = numbers.exec(plain)
  if (!three) return undefined
  const [first, second, last] = [Number(three[1]), Number(three[2]), Number(three[3])]
  const full = last < 100 ? 2000 + last : last
  return order === 'dmy' ? isoDate(full, second, first) : isoDate(full, first, second)
}

function isoDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  const same = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return same ? date.toISOString().slice(0, 10) : undefined
}

/**
 * The order in which more of the dates can be read; day first where both read as many.
 * @returns `sure` is false where no date tells the orders apart
 */
export function guessOrder(texts: readonly string[]): { order: DateOrder; sure: boolean } {
  const readable = (order: DateOrder) => texts.filter((text) => readDate(text, order) !== undefined).length
  const [dmy, mdy] = [readable('dmy'), readable('mdy')]
  const undecided = dmy === mdy && texts.some((text) => readDate(text, 'dmy') !== readDate(text, 'mdy'))
  return { order: mdy > dmy ? 'mdy' : 'dmy', sure: !undecided }
}
