/** What an author says about removed and changed pieces, and the entries of migrations.yaml that follow from it. Pure. */
import { moveProblem, openChanges } from '#lib/course/rules/published-ids.ts'
import type { Lock, Migration } from '#lib/course/schema.ts'

/** `id` null: everything that has other words, as far as it looks like the same meaning. */
export type Answer =
  | { kind: 'reworded'; id: string | null; note: string }
  | { kind: 'retired'; id: string; note: string }
  | { kind: 'moved'; id: string; to: string; note: string }

type Situation = {
  lock: Lock
  migrations: readonly Migration[]
  /** id → fingerprint */
  now: Record<string, string>
  /** ids whose change looks like another meaning: only an answer that names them says that it is none */
  doubtful: ReadonlySet<string>
  /** day of the entries, e.g. 2026-11-21 */
  date: string
}

/** @returns the entries; or, where an answer does not fit, a sentence for each such answer */
export function entriesFor(
  answers: readonly Answer[],
  { lock, migrations, now, doubtful, date }: Situation,
): { entries: Migration[]; problems: string[] } {
  const open = openChanges({ lock, migrations: [...migrations] }, now)
  const gone = new Set(open.flatMap((one) => (one.kind === 'removed' ? [one.id, ...one.parts.map((part) => `${one.id}/${part}`)] : [])))
  const changed = new Map(open.flatMap((one) => (one.kind === 'changed' ? [[one.id, one.hash] as const] : [])))
  const problems: string[] = []
  const entries: Migration[] = []

  const named = answers.flatMap(({ id }) => (id === null ? [] : [id]))
  for (const id of new Set(named.filter((id, at) => named.indexOf(id) < at)))
    problems.push(`“${id}” is answered twice: say one thing about it.`)
  for (const { note } of answers) if (note.trim() === '') problems.push('A reason is missing: say why, in one sentence in quotation marks.')

  const whyNot = (id: string): string => {
    if (changed.has(id)) return `“${id}” is still there, with other words: --reworded fits, or a new id if it means something else.`
    if (now[id] !== undefined && lock.ids[id] === undefined) return `“${id}” is new: it needs no entry.`
    if (now[id] !== undefined) return `“${id}” is as it was in the last release: it needs no entry.`
    if (lock.ids[id] !== undefined) return `migrations.yaml already says what became of “${id}”.`
    return `There is no “${id}”, and there was none in the last release: copy the id from the list of changes.`
  }
  /** Open ids at and under this one, but for those that have an answer of their own. */
  const under = (id: string) =>
    [...gone].filter((one) => (one === id || one.startsWith(`${id}/`)) && (one === id || !belongsToOther(one, id)))
  const belongsToOther = (one: string, id: string) =>
    named.some((other) => other.length > id.length && (one === other || one.startsWith(`${other}/`)))
  const partsOf = (ids: readonly string[], id: string) => {
    const parts = ids.filter((one) => one !== id).map((one) => one.slice(id.length + 1))
    return parts.length > 0 ? { parts } : {}
  }

  for (const answer of answers) {
    const note = answer.note.replace(/\s+/g, ' ').trim()
    if (answer.kind === 'reworded') {
      const ids = answer.id === null ? [...changed.keys()].filter((id) => !doubtful.has(id) && !named.includes(id)) : [answer.id]
      for (const id of ids) {
        const hash = changed.get(id)
        if (hash) entries.push({ kind: 'reworded', id, date, note, hash })
        else problems.push(gone.has(id) ? `“${id}” is gone, not reworded: say --retired or --moved.` : whyNot(id))
      }
      continue
    }
    const { id } = answer
    const ids = under(id)
    if (ids.length === 0 || Object.keys(now).some((one) => one === id)) {
      problems.push(whyNot(id))
      continue
    }
    if (answer.kind === 'retired') {
      const left = Object.keys(now).find((one) => one.startsWith(`${id}/`))
      if (left) problems.push(`“${left}” is still there, so “${id}” as a whole is not retired: name what is gone.`)
      else entries.push({ kind: 'retired', id, date, note, ...partsOf(ids, id) })
      continue
    }
    const problem = moveProblem(id, answer.to)
    if (!gone.has(id)) problems.push(`“${id}” is not one piece: say for each of its pieces where it moved.`)
    else if (problem) problems.push(problem)
    else if (now[answer.to] === undefined) problems.push(`There is no “${answer.to}” to move to: correct the id.`)
    else {
      const along = ids.filter((one) => now[answer.to + one.slice(id.length)] !== undefined)
      entries.push({ kind: 'moved', id, to: answer.to, date, note, ...partsOf(along, id) })
    }
  }
  return problems.length > 0 ? { entries: [], problems } : { entries, problems }
}
