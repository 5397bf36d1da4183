/** Pieces of text as they stand on a page, measured but not placed yet. Points. */
import type { FaceName } from './faces.ts'
import type { SetLine } from './set-line.ts'
import { setText } from './set-text.ts'

export const ink = '#1a2330'
export const soft = '#525c69'

export type Look = { face: FaceName; size: number; leading: number; colour: string }
/** `tag`: its element in the structure. `before`: space above. `after`: with the one that follows it, never alone at the end of a column. */
export type Block = {
  tag: 'H1' | 'H2' | 'P' | 'LI'
  look: Look
  width: number
  lines: SetLine[]
  direction: 'ltr' | 'rtl'
  before: number
  keepsWithNext: boolean
  /** an address to open */
  link?: string
}

export const looks = {
  site: { face: 'heading', size: 15, leading: 20, colour: ink },
  h1: { face: 'heading', size: 19, leading: 24, colour: ink },
  h2: { face: 'heading', size: 12.5, leading: 16, colour: ink },
  certifies: { face: 'body', size: 12.5, leading: 17, colour: soft },
  sentence: { face: 'body', size: 13.5, leading: 19.5, colour: ink },
  label: { face: 'body', size: 8.5, leading: 12, colour: soft },
  value: { face: 'strong', size: 10, leading: 13.5, colour: ink },
  text: { face: 'body', size: 9.2, leading: 12.8, colour: ink },
  small: { face: 'body', size: 8.2, leading: 11.4, colour: soft },
  signature: { face: 'heading', size: 13, leading: 16, colour: ink },
  onBand: { face: 'strong', size: 13, leading: 17, colour: '#ffffff' },
  onBandSmall: { face: 'body', size: 10, leading: 14, colour: '#ffffff' },
} as const satisfies Record<string, Look>

export function scaled({ face, size, leading, colour }: Look, scale: number): Look {
  return { face, size: size * scale, leading: leading * scale, colour }
}

/** What stands in front of each piece of a list, and how far its text is moved in. */
export const bullet = { indent: 11, radius: 1.35 }

export async function block(
  tag: Block['tag'],
  text: string,
  look: Look,
  width: number,
  { before = 0, keepsWithNext = false, link }: { before?: number; keepsWithNext?: boolean; link?: string } = {},
): Promise<Block> {
  const inner = tag === 'LI' ? width - bullet.indent : width
  const { lines, direction } = await setText(text, look.face, inner / look.size)
  return { tag, look, width, lines, direction, before, keepsWithNext, ...(link === undefined ? {} : { link }) }
}

/** Without the space above. */
export function heightOf({ lines, look }: Pick<Block, 'lines' | 'look'>): number {
  return lines.length * look.leading
}

/** `y`: of its upper edge. */
export type Placed = { block: Block; y: number }

/**
 * Puts blocks under each other from `top`, as far as `bottom`. Pure.
 * @returns what has its place, what has none, and where the last one ends. The first block always has a place where `must` says so,
 * so that whoever goes on with the rest comes to an end.
 */
export function stack(
  blocks: readonly Block[],
  { top, bottom, must }: { top: number; bottom: number; must: boolean },
): { placed: Placed[]; rest: Block[]; end: number } {
  const placed: Placed[] = []
  let y = top
  for (const [index, one] of blocks.entries()) {
    const start = y + (placed.length === 0 ? 0 : one.before)
    const next = one.keepsWithNext ? blocks[index + 1] : undefined
    const needed = start + heightOf(one) + (next ? next.before + heightOf(next) : 0)
    if (needed > bottom && !(must && placed.length === 0)) return { placed, rest: blocks.slice(index), end: y }
    placed.push({ block: one, y: start })
    y = start + heightOf(one)
  }
  return { placed, rest: [], end: y }
}
