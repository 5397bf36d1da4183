/**
 * The pieces of a module that have an id and a meaning of their own: what the lock file keeps, what a release compares and
 * what migrations.yaml can speak about. Pure, in the order in which a learner meets them.
 *
 * Each piece holds only its own words and rules. A part with an id (an option, a choice) is a piece itself, so a change is
 * told once, where it was made, and not again for everything around it. Adding a part, or another order of parts, does not
 * change the piece around it, unless the order is the key.
 */
import { fingerprint } from './fingerprint.ts'
import type { LoadedModule } from './loaded.ts'
import { objectId } from './schema.ts'

export type PieceKind =
  | 'objective'
  | 'activity'
  | 'lesson'
  | 'scenario'
  | 'meter'
  | 'skill'
  | 'scene'
  | 'choice'
  | 'route'
  | 'ending'
  | 'item'
  | 'part'
export type Piece = { id: string; kind: PieceKind; own: Own }
export type Own = { readonly [field: string]: unknown }

type Listed = Pick<LoadedModule, 'slug' | 'module' | 'lessons' | 'scenario' | 'items'>

/** What no learner sees may change freely: the sources, how hard an item is, and what it speaks about. */
const freeInItem = new Set(['difficulty', 'level', 'objective'])
/** Kinds of items whose written order is the right one. */
const ordered = new Set(['order', 'sjt'])

export function listPieces({ slug, module, lessons, scenario, items }: Listed): Piece[] {
  const pieces: Piece[] = []
  const add = (id: string, kind: PieceKind, value: object, parts: PieceKind = 'part', more: Own = {}) => {
    const own: Record<string, unknown> = {}
    const inside: { id: string; value: object }[] = []
    for (const [field, one] of Object.entries(value)) {
      if (field === 'id' || field === 'facts' || (kind === 'item' && freeInItem.has(field))) continue
      const stripped = strip(one, inside)
      if (stripped !== undefined) own[field] = stripped
    }
    pieces.push({ id, kind, own: { ...own, ...more } })
    for (const part of inside) add(`${id}/${part.id}`, parts, part.value)
  }

  for (const objective of module.objectives) add(`${slug}/objectives/${objective.id}`, 'objective', { text: objective.text })
  add(objectId.moduleActivity(slug, module.guesses.id), 'activity', module.guesses)
  for (const lesson of lessons) {
    add(objectId.lesson(slug, lesson.slug), 'lesson', { title: lesson.matter.title, body: lesson.body })
    for (const activity of lesson.matter.activities) add(objectId.activity(slug, lesson.slug, activity.id), 'activity', activity)
  }
  if (scenario) {
    const at = objectId.scenario(slug)
    const { title, setting, care, people, start } = scenario
    add(at, 'scenario', { title, setting, care, people, start })
    for (const meter of scenario.meters) add(`${at}/meters/${meter.id}`, 'meter', meter)
    for (const { id, label, idea } of scenario.skills) add(`${at}/skills/${id}`, 'skill', { label, idea })
    for (const scene of scenario.scenes) add(objectId.scene(slug, scene.id), 'scene', scene, 'choice')
    for (const route of scenario.routes) add(objectId.scene(slug, route.id), 'route', route)
    for (const ending of scenario.endings) add(objectId.scene(slug, ending.id), 'ending', ending)
  }
  for (const item of items) {
    const order = ordered.has(item.kind) && 'options' in item ? { order: item.options.map(({ id }) => id) } : {}
    add(objectId.item(slug, item.id), 'item', item, 'part', order)
  }
  add(objectId.moduleActivity(slug, module.reflection.id), 'activity', module.reflection)
  add(objectId.moduleActivity(slug, module.task.id), 'activity', module.task)
  return merged(pieces)
}

export function fingerprintOfPiece({ own }: Pick<Piece, 'own'>): string {
  return fingerprint(own)
}

/** The value without the parts that have an id; those go to `inside`. A single part leaves its id: which stands where is the piece's own. */
function strip(value: unknown, inside: { id: string; value: object }[]): unknown {
  if (isPart(value)) {
    inside.push({ id: value.id, value })
    return value.id
  }
  if (Array.isArray(value)) {
    if (value.length > 0 && value.every(isPart)) {
      for (const part of value) inside.push({ id: part.id, value: part })
      return undefined
    }
    return value.map((one) => strip(one, inside) ?? null)
  }
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).flatMap(([field, one]) => {
    const stripped = field === 'facts' ? undefined : strip(one, inside)
    return stripped === undefined ? [] : [[field, stripped] as const]
  })
  return Object.fromEntries(entries)
}

function isPart(value: unknown): value is { id: string } {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, 'id') === 'string'
}

/** Two lists of one activity may use the same id; for the record they are one piece. */
function merged(pieces: readonly Piece[]): Piece[] {
  const byId = new Map<string, Piece>()
  for (const piece of pieces) {
    const before = byId.get(piece.id)
    byId.set(piece.id, before ? { ...before, own: { ...before.own, also: [before.own['also'], piece.own].flat().filter(Boolean) } } : piece)
  }
  return [...byId.values()]
}
