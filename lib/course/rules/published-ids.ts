/**
 * What was published keeps its id and its meaning, or migrations.yaml says what became of it, since learners have
 * statements about it and runs that stand in the middle of it.
 */

import { listLocked } from '#lib/course/list-objects.ts'
import type { LoadedCourse } from '#lib/course/loaded.ts'
import { eachModule } from '#lib/course/places.ts'
import type { Finding } from '#lib/course/problem.ts'
import type { Rule } from './rule.ts'

/** Everything there is now, id → fingerprint, over all modules. */
export function lockedNow(course: LoadedCourse): Record<string, string> {
  return Object.assign({}, ...eachModule(course).map((loaded) => listLocked(loaded)))
}

/** Removed or changed ids without an entry, and entries that say something untrue. */
export function unexplained(course: LoadedCourse): Finding[] {
  const now = lockedNow(course)
  const entriesOf = (id: string) => course.migrations.filter((entry) => entry.id === id)
  const removed = Object.keys(course.lock)
    .filter((id) => now[id] === undefined && !entriesOf(id).some((entry) => entry.kind !== 'reworded'))
    .map((id) => ({
      file: 'migrations.yaml',
      sentence: `“${id}” was published and is gone: bring it back, or add an entry (moved or retired) that says what became of it.`,
    }))
  const changed = Object.entries(course.lock)
    .filter(
      ([id, hash]) =>
        now[id] !== undefined && now[id] !== hash && !entriesOf(id).some((entry) => entry.kind === 'reworded' && entry.hash === now[id]),
    )
    .map(([id]) => ({
      file: 'migrations.yaml',
      sentence: `“${id}” has changed since it was published: if its meaning is the same, add an entry (reworded, hash ${now[id]}); if not, give it a new id and retire this one.`,
    }))
  const untrue = course.migrations.flatMap((entry, index) => {
    const at = (key: string, sentence: string) => [{ file: 'migrations.yaml', path: [index, key], sentence }]
    if (entry.kind === 'reworded') return []
    if (now[entry.id] !== undefined)
      return at('id', `“${entry.id}” is still in the course, so it was not ${entry.kind}: take the entry out, or the thing itself.`)
    if (entry.kind === 'moved' && now[entry.to] === undefined && !entriesOf(entry.to).some((next) => next.kind !== 'reworded')) {
      return at('to', `There is no “${entry.to}” to move to: correct the id.`)
    }
    return []
  })
  return [...removed, ...changed, ...untrue]
}

export const publishedIds: Rule = (course) => {
  const now = lockedNow(course)
  const unlocked = Object.keys(now).filter((id) => course.lock[id] === undefined)
  const behind: Finding[] =
    unlocked.length === 0
      ? []
      : [
          {
            file: 'lock.json',
            sentence: `${unlocked.length === 1 ? `“${unlocked[0]}” is` : `${unlocked.length} ids (“${unlocked[0]}” and others) are`} not locked yet: run npm run content:lock.`,
          },
        ]
  return [...unexplained(course), ...behind]
}
