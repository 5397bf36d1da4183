/**
 * Looking for a part of a name or address, whatever its capitals. SQLite, and PostgreSQL in some locales, know the capitals of ASCII only; so a part is
 * looked for as it was typed, too, and in the ways people write one: Élodie is found by élodie on both databases.
 */
import { type RawBuilder, sql } from 'kysely'

/** @param column in the database @param part as somebody typed it, with no sign that means anything but itself */
export function holdsPart(column: string, part: string): RawBuilder<boolean> {
  const wanted = part.normalize('NFC')
  const ways = new Set([wanted, wanted.toLowerCase(), wanted.toUpperCase(), capitalised(wanted)])
  const ref = sql.ref(column)
  const any = [...ways].map((way) => sql<boolean>`${ref} like ${patternOf(way)} escape '\\'`)
  return sql<boolean>`(lower(${ref}) like ${patternOf(wanted.toLowerCase())} escape '\\' or ${sql.join(any, sql` or `)})`
}

const patternOf = (part: string) => `%${part.replace(/[\\%_]/g, '\\$&')}%`
const capitalised = (text: string) =>
  text.toLowerCase().replace(/(^|[\s'’-])(\p{L})/gu, (_, gap: string, first: string) => gap + first.toUpperCase())
