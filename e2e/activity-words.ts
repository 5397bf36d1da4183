/** The words of the interface of each kind of activity, from its catalogue: what a test presses is never a copied string. */
import { readFileSync } from 'node:fs'
import type { Activity, ActivityKind } from '#lib/activity/schema.ts'

const cache = new Map<string, Readonly<Record<string, string>>>()

/** Keys without the kind in front: `again` for `flow-again`. */
export function wordsOf(kind: ActivityKind): Readonly<Record<string, string>> {
  const known = cache.get(kind)
  if (known) return known
  const file = new URL(`../lib/message/en/activity/${kind}.json`, import.meta.url)
  const messages = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
  const words = Object.fromEntries(Object.entries(messages).map(([key, text]) => [key.slice(kind.length + 1), text]))
  cache.set(kind, words)
  return words
}

/** A name made of this template, whatever its placeholders say; with what some names carry after a colon for screen readers. */
export function named(template: string): RegExp {
  const parts = template.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.+')}(: .*)?$`, 's')
}

/** A button of this kind, by the key of its words, in any of its plural forms. */
export function label(kind: ActivityKind, key: string): RegExp {
  const words = wordsOf(kind)
  const templates = [words[key], words[`${key}_one`], words[`${key}_other`]].filter((one) => one !== undefined)
  if (templates.length === 0) throw new Error(`${kind} has no words “${key}”`)
  return new RegExp(templates.map((one) => named(one).source).join('|'), 's')
}

/** What erases, begins again, goes back, takes along or changes what was done: a learner on the way to the end leaves it. */
const sideways = new Set(
  ['erase', 'again', 'restart', 'back', 'copy', 'print', 'export', 'save', 'calendar'] // and all that begin with one of them
    .concat(['redraw', 'change', 'change-this', 'remove', 'take-out', 'put-back', 'reset', 'first', 'add', 'edit', 'close'])
    .concat(['other', 'better', 'another', 'same']),
)

/** Sources of patterns: names of the buttons of this kind that lead sideways. */
export function sidewaysOf({ kind }: Activity): string[] {
  if (kind === 'simulation') return []
  return Object.entries(wordsOf(kind))
    .filter(([key]) => sideways.has(key) || sideways.has(key.replace(/_(one|other)$/, '')) || sideways.has(key.split(/[-_]/)[0] ?? ''))
    .map(([, template]) => named(template).source)
}
