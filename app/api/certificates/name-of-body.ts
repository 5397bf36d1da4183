/** The name in a request: cleaned, and drawable letter by letter. */
import type { Code } from '#app/api/status-of-code.ts'
import { cleanName } from '#lib/credential/clean-name.ts'
import { lettersWithoutFont } from '#lib/credential/shape-name.ts'

export async function nameOfBody(given: string): Promise<{ ok: true; name: string } | { ok: false; code: Code }> {
  const clean = cleanName(given)
  if (!clean.ok) return clean
  const missing = await lettersWithoutFont(clean.name)
  return missing.length === 0 ? clean : { ok: false, code: 'name_without_font' }
}
