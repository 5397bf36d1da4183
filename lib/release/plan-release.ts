/** A release before it is written: what has changed, what is still to be said, and the three files as they would be. Pure. */
import type { LoadedCourse } from '#lib/course/loaded.ts'
import { isBehind, lockAfter, lockedNow, openChanges, unexplained } from '#lib/course/rules/published-ids.ts'
import type { Migration } from '#lib/course/schema.ts'
import { type Answer, entriesFor } from './answer.ts'
import { type Change, compareCourse } from './compare.ts'
import { type Words, wordsOf, writeSnapshot } from './snapshot.ts'
import { withEntries } from './write-entries.ts'

export type Plan = {
  changes: Change[]
  /** those that need an entry and have none */
  open: Change[]
  entries: Migration[]
  /** answers that do not fit, and entries of the file that are not true */
  problems: string[]
  /** the number it would get */
  release: number
  /** whether the course is another one than was released last */
  behind: boolean
  /** name → text, in the order in which they are written; null while something is open or wrong */
  files: [name: string, text: string][] | null
}
export type Given = {
  course: LoadedCourse
  /** words of the last release, where they are there */
  before: Words | null
  /** migrations.yaml as it stands */
  migrationsText: string
  /** day of the release, e.g. 2026-11-21 */
  date: string
}

export function planRelease({ course, before, migrationsText, date }: Given, answers: readonly Answer[]): Plan {
  const words = wordsOf(course)
  const now = lockedNow(course)
  const compare = (migrations: readonly Migration[]) => compareCourse(course.lock, before, words, migrations)
  const doubtful = new Set(compare(course.migrations).flatMap((one) => (one.kind === 'changed' && one.reach === 'meaning' ? [one.id] : [])))
  const { entries, problems } = entriesFor(answers, { lock: course.lock, migrations: course.migrations, now, doubtful, date })
  const migrations = [...course.migrations, ...entries]
  const changes = compare(migrations)
  const ids = new Set(openChanges({ ...course, migrations }, now).map(({ id }) => id))
  const open = changes.filter((change) => ids.has(change.id) && (change.kind === 'changed' || change.kind === 'removed'))
  const wrong = unexplained({ ...course, migrations }).filter(({ path }) => path !== undefined)
  const all = [...problems, ...wrong.map(({ sentence }) => `migrations.yaml: ${sentence}`)]
  const lock = lockAfter(course, date)
  const ready = all.length === 0 && ids.size === 0
  return {
    changes,
    open,
    entries,
    problems: all,
    release: lock.release,
    behind: isBehind(course, now) || course.lock.release === 0,
    files: ready
      ? [
          ['migrations.yaml', withEntries(migrationsText, entries)],
          ['released.jsonl', writeSnapshot(words, lock)],
          ['lock.json', `${JSON.stringify(lock, null, 2)}\n`],
        ]
      : null,
  }
}
