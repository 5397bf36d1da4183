/**
 * Decides, grapheme by grapheme, what is drawn and with which font. Reads fonts only through the function it is given.
 *
 * Rules, in order:
 * 1. The families of the grapheme's script; the first that has every grapheme of that script in the name, so that one name
 *    is written in one face. What all scripts share (space, hyphen, digits) takes the font of the letter before it.
 * 2. Any other family that has it.
 * 3. The same letters in their plain compatibility form (mathematical bold 𝗔 → A).
 * 4. Without the marks that no font has.
 * 5. Left out, and listed in `missing`. An empty box is never drawn.
 */
import type { FontFamily } from './name-fonts.ts'
import { everyFamily, familiesFor, scriptOf } from './name-fonts.ts'

/** What is drawn for one grapheme. `script` as in name-fonts, neighbours' script for what all scripts share. */
export type Cell<TFont> = { text: string; script: string; font: TFont }
export type Chosen<TFont> = { cells: Cell<TFont>[]; missing: string[] }
export type FindFont<TFont> = (family: FontFamily, codePoints: readonly number[]) => Promise<TFont | null>

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

export function graphemesOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}

export async function chooseFonts<TFont>(text: string, find: FindFont<TFont>): Promise<Chosen<TFont>> {
  const graphemes = withScripts(graphemesOf(text))
  const all = new Set(graphemes.map(({ script }) => script))
  const preferred = new Map<string, readonly FontFamily[]>()
  for (const script of all) preferred.set(script, await orderFamilies(script, all, graphemes, find))

  const cells: Cell<TFont>[] = []
  const missing: string[] = []
  for (const { grapheme, script } of graphemes) {
    const drawn = await draw(grapheme, preferred.get(script)!, find)
    if (drawn) cells.push({ ...drawn, script })
    else missing.push(grapheme)
  }
  return { cells, missing }
}

/** What all scripts share belongs to the letter before it, an opening bracket or quotation mark to the letter after it. */
function withScripts(graphemes: readonly string[]): { grapheme: string; script: string }[] {
  const own = graphemes.map(scriptOf)
  const next = (from: number) => own.slice(from).find((script) => script !== null)
  let before = next(0) ?? 'Latin'
  return graphemes.map((grapheme, index) => {
    before = own[index] ?? (/^[\p{Ps}\p{Pi}]/u.test(grapheme) ? next(index) : null) ?? before
    return { grapheme, script: before }
  })
}

/** The families of a script, the first one that has all of the name's letters in it in front. */
async function orderFamilies<TFont>(
  script: string,
  all: ReadonlySet<string>,
  graphemes: readonly { grapheme: string; script: string }[],
  find: FindFont<TFont>,
): Promise<readonly FontFamily[]> {
  const families = familiesFor(script, all)
  if (families.length < 2) return families
  const own = graphemes.filter((each) => each.script === script && scriptOf(each.grapheme) !== null)
  for (const family of families) {
    let complete = true
    for (const { grapheme } of own) {
      complete = (await inFamily(grapheme, family, find)) !== null
      if (!complete) break
    }
    if (complete) return [family, ...families.filter((other) => other !== family)]
  }
  // No family has everything: the last of the list is the widest one for Latin, the first the usual one for Han.
  return script === 'Latin' ? families.toReversed() : families
}

async function draw<TFont>(
  grapheme: string,
  preferred: readonly FontFamily[],
  find: FindFont<TFont>,
): Promise<{ text: string; font: TFont } | null> {
  const order = [...preferred, ...everyFamily.filter((family) => !preferred.includes(family))]
  const forms = [grapheme, grapheme.normalize('NFKC'), grapheme.normalize('NFKD').replace(/\p{M}/gu, '')]
  for (const form of new Set(forms)) {
    for (const family of order) {
      const drawn = await inFamily(form, family, find)
      if (drawn) return drawn
    }
  }
  return null
}

async function inFamily<TFont>(grapheme: string, family: FontFamily, find: FindFont<TFont>): Promise<{ text: string; font: TFont } | null> {
  for (const form of new Set([grapheme, grapheme.normalize('NFC'), grapheme.normalize('NFD')])) {
    const font = await find(family, Array.from(form, (character) => character.codePointAt(0)!).filter(needsGlyph))
    if (font) return { text: form, font }
  }
  return null
}

/** Joiners and variation selectors say how others are drawn; a font need not have them (Unicode Standard, section 5.21). */
function needsGlyph(codePoint: number): boolean {
  return !(
    codePoint === 0x200c ||
    codePoint === 0x200d ||
    codePoint === 0x34f ||
    (codePoint >= 0x180b && codePoint <= 0x180f) ||
    (codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
    (codePoint >= 0xe0100 && codePoint <= 0xe01ef)
  )
}
