/**
 * `npm run content:lock`: writes content/lock.json, the ids and fingerprints of the course as it is published.
 * Refuses while a published id is gone or has changed and migrations.yaml does not say why.
 *
 * `npm run content:lock -- --reworded "Corrected a typing error"` writes the entries for everything that has changed
 * without changing its meaning.
 */
import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { stringify } from 'yaml'
import { contentFolder, readCourse } from '#lib/course/load-course.ts'
import type { LoadedCourse } from '#lib/course/loaded.ts'
import { formatProblem } from '#lib/course/problem.ts'
import { lockedNow, unexplained } from '#lib/course/rules/published-ids.ts'

const { values } = parseArgs({ options: { reworded: { type: 'string' } } })

if (values.reworded) await explainRewording(await courseOrExit(), values.reworded)
const course = await courseOrExit()
const open = unexplained(course)
if (open.length > 0) {
  for (const { file, sentence } of open) console.log(`${formatProblem({ file, sentence })}\n`)
  console.log(
    `lock.json was left as it is: ${open.length} published ${open.length === 1 ? 'id needs' : 'ids need'} an entry in migrations.yaml.`,
  )
  process.exitCode = 1
} else {
  const now = lockedNow(course)
  const sorted = Object.fromEntries(Object.entries(now).sort(([a], [b]) => (a < b ? -1 : 1)))
  await writeFile(join(contentFolder(), 'lock.json'), `${JSON.stringify(sorted, null, 2)}\n`)
  console.log(`Locked ${Object.keys(sorted).length} ids.`)
}

async function courseOrExit(): Promise<LoadedCourse> {
  const read = await readCourse()
  if (read.course && read.problems.every(({ file }) => file === 'lock.json' || file === 'migrations.yaml')) return read.course
  for (const problem of read.problems) console.log(`${formatProblem(problem)}\n`)
  console.log('Repair the content first; npm run content:check shows the same list.')
  process.exit(1)
}

async function explainRewording({ lock, migrations, ...rest }: LoadedCourse, note: string) {
  const now = lockedNow({ lock, migrations, ...rest })
  const changed = Object.keys(lock).filter(
    (id) =>
      now[id] !== undefined &&
      now[id] !== lock[id] &&
      !migrations.some((entry) => entry.id === id && entry.kind === 'reworded' && entry.hash === now[id]),
  )
  if (changed.length === 0) return
  const date = new Date().toISOString().slice(0, 10)
  const entries = changed.map((id) => ({ kind: 'reworded', id, date, note, hash: now[id] }))
  const file = join(contentFolder(), 'migrations.yaml')
  const text = await readFile(file, 'utf8')
  await writeFile(file, text.replace(/^\[\]\s*$/m, ''))
  await appendFile(file, stringify(entries))
  console.log(`Wrote ${entries.length} ${entries.length === 1 ? 'entry' : 'entries'} to migrations.yaml.`)
}
