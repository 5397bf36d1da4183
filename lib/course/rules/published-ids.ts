/**
 * What was published keeps its id and its meaning, or migrations.yaml says what became of it, since learners have
 * statements about it and runs that stand in the middle of it. And the lock says what is published, so that nothing reaches
 * learners which no release has looked at.
 */
import { fingerprintOfPiece, listPieces, type Piece } from '#lib/course/list-pieces.ts'
import type { LoadedCourse, LoadedModule } from '#lib/course/loaded.ts'
import { eachModule } from '#lib/course/places.ts'
import type { Finding } from '#lib/course/problem.ts'
import { type Told, tellEach } from '#lib/course/read-migrations.ts'
import { type Lock, objectId } from '#lib/course/schema.ts'
import { kindOfPath, moduleOf } from '#lib/statement/known-objects.ts'
import type { Rule } from './rule.ts'

type Listed = { pieces: readonly Piece[]; ids: Record<string, string> }
const listed = new WeakMap<LoadedModule, Listed>()

function listOf(module: LoadedModule): Listed {
  const known = listed.get(module)
  if (known) return known
  const pieces = listPieces(module)
  const made = { pieces, ids: Object.fromEntries(pieces.map((piece) => [piece.id, fingerprintOfPiece(piece)])) }
  listed.set(module, made)
  return made
}

/** Everything there is now, in course order. */
export function piecesNow(course: LoadedCourse): Piece[] {
  return eachModule(course).flatMap((module) => listOf(module).pieces)
}

/** Everything there is now, id → fingerprint, over all modules. */
export function lockedNow(course: LoadedCourse): Record<string, string> {
  return Object.assign({}, ...eachModule(course).map((module) => listOf(module).ids))
}

/** The lock of the next release, of the course as it is now. @param date of the release, e.g. 2026-11-21 */
export function lockAfter(course: LoadedCourse, date: string): Lock {
  const now = Object.entries(lockedNow(course)).sort(([a], [b]) => (a < b ? -1 : 1))
  const scenarios = { ...course.lock.scenarios }
  for (const [slug, hash] of scenariosNow(course)) {
    const before = scenarios[slug] ?? []
    if (before.at(-1) !== hash) scenarios[slug] = [...before.filter((one) => one !== hash), hash]
  }
  return { release: course.lock.release + 1, date, ids: Object.fromEntries(now), scenarios }
}

function scenariosNow(course: LoadedCourse): [slug: string, hash: string][] {
  return eachModule(course).flatMap(({ slug, fingerprints }) => {
    const hash = fingerprints[objectId.scenario(slug)]
    return hash === undefined ? [] : [[slug, hash]]
  })
}

/** What an author has to decide before the next release. */
export type OpenChange =
  /** `parts`: what is gone with it and has no entry of its own; the rest of each id */
  { kind: 'removed'; id: string; parts: string[] } | { kind: 'changed'; id: string; hash: string }

/** Removed and changed pieces without an entry. What is gone together with what it was part of is told with that. */
export function openChanges({ lock, migrations }: Pick<LoadedCourse, 'lock' | 'migrations'>, now: Record<string, string>): OpenChange[] {
  const told = tellEach(migrations)
  const settled = new Set(told.flatMap(({ kind, id }) => (kind === 'reworded' ? [] : [id])))
  const words = new Set(told.flatMap((one) => (one.kind === 'reworded' ? [`${one.id} ${one.hash}`] : [])))
  const gone = Object.keys(lock.ids).filter((id) => now[id] === undefined && !settled.has(id))
  const all = new Set(gone)
  const tops = gone.filter((id) => !ancestorsOf(id).some((one) => all.has(one)))
  return [
    ...tops.map((id): OpenChange => {
      const parts = gone.filter((one) => one.startsWith(`${id}/`)).map((one) => one.slice(id.length + 1))
      return { kind: 'removed', id, parts }
    }),
    ...Object.entries(lock.ids).flatMap(([id, hash]): OpenChange[] => {
      const today = now[id]
      return today === undefined || today === hash || words.has(`${id} ${today}`) ? [] : [{ kind: 'changed', id, hash: today }]
    }),
  ]
}

function ancestorsOf(id: string): string[] {
  const steps = id.split('/')
  return steps.slice(1).map((_, at) => steps.slice(0, at + 1).join('/'))
}

/** Removed or changed ids without an entry, and entries that say something untrue. */
export function unexplained(course: LoadedCourse): Finding[] {
  const now = lockedNow(course)
  const missing = openChanges(course, now).map((change) => ({
    file: 'migrations.yaml',
    sentence:
      change.kind === 'removed'
        ? `“${change.id}” was published and is gone${change.parts.length > 0 ? `, with ${count(change.parts.length, 'part')}` : ''}: bring it back, or say with npm run content:release what became of it (moved or retired).`
        : `“${change.id}” has changed since it was published: if its meaning is the same, say so with npm run content:release (reworded); if not, give it a new id and retire this one.`,
  }))
  return [...missing, ...untrue(course, now)]
}

function untrue({ migrations }: LoadedCourse, now: Record<string, string>): Finding[] {
  const told = tellEach(migrations)
  const ends = new Map<string, Exclude<Told, { kind: 'reworded' }>>()
  const findings: Finding[] = []
  const at = (index: number, key: string, sentence: string) => findings.push({ file: 'migrations.yaml', path: [index, key], sentence })
  for (const one of told) {
    if (one.kind === 'reworded') continue
    const before = ends.get(one.id)
    if (before) at(one.index, 'id', `“${one.id}” has two entries, ${before.kind} and ${one.kind}: keep the true one.`)
    else ends.set(one.id, one)
    if (now[one.id] !== undefined)
      at(one.index, 'id', `“${one.id}” is still in the course, so it was not ${one.kind}: take the entry out, or the thing itself.`)
  }
  for (const one of ends.values()) {
    if (one.kind === 'retired') continue
    const problem = moveProblem(one.id, one.to)
    if (problem) at(one.index, 'to', problem)
    else if (goesInCircle(one.id, ends)) at(one.index, 'to', `“${one.id}” moves in a circle and arrives nowhere: correct the id.`)
    else if (now[one.to] === undefined && !ends.has(one.to)) at(one.index, 'to', `There is no “${one.to}” to move to: correct the id.`)
  }
  return findings
}

function goesInCircle(id: string, ends: ReadonlyMap<string, Exclude<Told, { kind: 'reworded' }>>): boolean {
  const seen = new Set<string>()
  for (let one = ends.get(id); one?.kind === 'moved'; one = ends.get(one.to)) {
    if (seen.has(one.id)) return true
    seen.add(one.id)
  }
  return false
}

/** Why an id cannot carry on as another one, whether or not that is there; null where it can. */
export function moveProblem(id: string, to: string): string | null {
  const family = (one: string) => {
    const [, part, next] = one.split('/')
    const group = part === 'objectives' ? part : part === 'scenario' && (next === 'meters' || next === 'skills') ? next : ''
    return `${group} ${kindOfPath(one) ?? one.split('/').length}`
  }
  if (family(id) !== family(to))
    return `“${id}” and “${to}” are not the same kind of thing: a lesson carries on as a lesson, an item as an item.`
  const part = id.split('/')[1]
  if (moduleOf(id) !== moduleOf(to) && part !== 'lessons')
    return `“${id}” cannot go to another module: a check and a scenario belong to theirs. Retire it, and give the new one its own id.`
  return null
}

export const publishedIds: Rule = (course) => {
  const open = unexplained(course)
  const now = lockedNow(course)
  const unlocked = Object.keys(now).filter((id) => course.lock.ids[id] === undefined)
  if (unlocked.length > 0) {
    const which = unlocked.length === 1 ? `“${unlocked[0]}” is` : `${unlocked.length} ids (“${unlocked[0]}” and others) are`
    return [...open, { file: 'lock.json', sentence: `${which} not released yet: run npm run content:release.` }]
  }
  if (open.length > 0 || !isBehind(course, now)) return open
  return [{ file: 'lock.json', sentence: 'The course has changed since its last release: run npm run content:release.' }]
}

/** Whether the course is another one than was released last. */
export function isBehind(course: LoadedCourse, now: Record<string, string> = lockedNow(course)): boolean {
  const { ids, scenarios } = course.lock
  return (
    Object.keys(ids).length !== Object.keys(now).length ||
    Object.entries(now).some(([id, hash]) => ids[id] !== hash) ||
    scenariosNow(course).some(([slug, hash]) => scenarios[slug]?.at(-1) !== hash)
  )
}

function count(n: number, word: string): string {
  return `${n} ${word}${n === 1 ? '' : 's'}`
}
