/** Reflection, as a browser sees it. It has no key, so its pointer may be there from the start. */
import type { ReflectItem } from './schema.ts'

export type PublicReflect = { kind: 'reflect'; id: string; stem: string; words: { from: number; to: number }; pointer: string }

export function toPublic(item: ReflectItem): PublicReflect {
  return {
    kind: 'reflect',
    id: item.id,
    stem: item.stem,
    words: { from: item.words.from, to: item.words.to },
    pointer: item.pointer,
  }
}
