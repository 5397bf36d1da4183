/** The faces of the page: the site's own for Latin, what `name-fonts` has for everything else. */
import { type Cell, chooseFonts } from '#lib/credential/choose-fonts.ts'
import { fontWith, type OpenFont } from '#lib/credential/font-store.ts'
import type { FontFamily } from '#lib/credential/name-fonts.ts'

export type FaceName = 'body' | 'strong' | 'heading' | 'display'
export type Fonted = Cell<OpenFont>

function single(id: string, font: string, weight: number): FontFamily {
  return { id, package: `@fontsource/${font}`, file: `files/${font}-{subset}-${weight}-normal.woff2`, axes: {}, language: 'und' }
}

/** What stands in the place of the display cut of Newsreader, in which names are written. */
const own: Readonly<Record<FaceName, FontFamily | null>> = {
  body: single('page-body', 'atkinson-hyperlegible-next', 400),
  strong: single('page-strong', 'atkinson-hyperlegible-next', 600),
  heading: single('page-heading', 'newsreader', 500),
  display: null,
}

/** @returns the graphemes of a text with the font that writes each. What no font has is left out. */
export async function fontedCells(text: string, face: FaceName): Promise<Fonted[]> {
  const instead = own[face]
  const { cells } = await chooseFonts(text, (family, codePoints) =>
    fontWith(instead !== null && family.id === 'newsreader' ? instead : family, codePoints),
  )
  return cells
}
