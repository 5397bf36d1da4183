/**
 * `npm run content:release`: says in words what has changed since the last release, asks what became of each removed or
 * changed id, and writes migrations.yaml, released.jsonl and lock.json. All three, or nothing. content/README.md explains it.
 */
import { createInterface } from 'node:readline/promises'
import { contentFolder, readCourse } from '#lib/course/load-course.ts'
import type { LoadedCourse } from '#lib/course/loaded.ts'
import { parseYaml } from '#lib/course/parse-yaml.ts'
import { formatProblem, isForRelease } from '#lib/course/problem.ts'
import { migrationsSchema } from '#lib/course/schema.ts'
import { askAnswers } from '#lib/release/ask-answers.ts'
import { describeChange, describeChanges } from '#lib/release/describe-changes.ts'
import { type Given, type Plan, planRelease } from '#lib/release/plan-release.ts'
import { readArguments, usage } from '#lib/release/read-arguments.ts'
import { readText, writeAll } from '#lib/release/release-store.ts'
import { readSnapshot, wordsOf } from '#lib/release/snapshot.ts'

class Closed extends Error {}

process.exitCode = await release()

async function release(): Promise<0 | 1> {
  const wanted = readArguments(process.argv.slice(2))
  if (!wanted.ok) return refuse(`${wanted.problem} Nothing was written.\n\n${usage}`)
  const folder = contentFolder()
  const migrationsText = (await readText(folder, 'migrations.yaml')) ?? '[]\n'
  const unreadable = parseYaml(migrationsText, 'migrations.yaml', migrationsSchema).problems
  if (unreadable.length > 0) return refuse(`${unreadable.map(formatProblem).join('\n\n')}\n\nRepair migrations.yaml first.`)
  const course = await soundCourse()
  if (!course) return 1

  const before = course.lock.release === 0 ? null : readSnapshot((await readText(folder, 'released.jsonl')) ?? '', course.lock.release)
  const given: Given = { course, before, migrationsText, date: new Date().toISOString().slice(0, 10) }
  let plan = planRelease(given, wanted.answers)
  show(plan, given)
  if (plan.problems.length > 0) return refuse(`${plan.problems.join('\n')}\nNothing was written.`)

  const terminal = process.stdin.isTTY && process.stdout.isTTY && !wanted.dryRun
  const lines = terminal ? createInterface({ input: process.stdin, output: process.stdout }) : null
  // whoever closes the terminal's input (Ctrl+C, Ctrl+D) has stopped, at whatever question
  const closed = new Promise<never>((_, reject) => lines?.once('close', () => reject(new Closed())))
  closed.catch(() => undefined)
  const ask = (question: string) => Promise.race([lines?.question(question) ?? closed, closed])
  try {
    if (plan.open.length > 0 && lines) {
      const said = await askAnswers((answers) => planRelease(given, answers), wanted.answers, ask)
      if ('stopped' in said) return refuse(said.stopped)
      plan = planRelease(given, said.answers)
    }
    if (!plan.files) return refuse(stillOpen(plan))
    if (!plan.behind && plan.entries.length === 0) {
      console.log(`Nothing has changed since release ${course.lock.release}: there is nothing to release.`)
      return 0
    }
    if (wanted.dryRun) {
      console.log(`This would be release ${plan.release}${entriesIn(plan)}. Nothing was written.`)
      return 0
    }
    if (lines && !/^y(es)?$/i.test((await ask(`\nWrite release ${plan.release}? (y/n) `)).trim())) return refuse('Nothing was written.')
  } catch (error) {
    if (error instanceof Closed) return refuse('\nStopped. Nothing was written.')
    throw error
  } finally {
    lines?.close()
  }
  await writeAll(folder, plan.files)
  console.log(`Release ${plan.release} is written${entriesIn(plan)}. Commit content/ as it is now: that is the release.`)
  return 0
}

/** The course, unless something else is wrong with it than what a release repairs. */
async function soundCourse(): Promise<LoadedCourse | null> {
  const { course, problems } = await readCourse()
  const others = problems.filter((problem) => !isForRelease(problem))
  if (course && others.length === 0) return course
  for (const problem of others) console.log(`${formatProblem(problem)}\n`)
  console.log('Repair the content first; npm run content:check shows the same list. Nothing was written.')
  return null
}

function show({ changes }: Plan, { course, before }: Given): void {
  const { release: last, date } = course.lock
  const pieces = wordsOf(course).pieces.length
  if (last === 0) console.log(`The first release: ${pieces.toLocaleString('en')} pieces.\n`)
  else {
    const count = changes.length === 0 ? 'no changes' : changes.length === 1 ? 'one change' : `${changes.length} changes`
    console.log(`Since release ${last} of ${date}: ${count}.`)
    if (!before) console.log('The words of that release are not here (content/released.jsonl), so that only ids can be told.')
    console.log(changes.length === 0 ? '' : `\n${describeChanges(changes, { before, now: wordsOf(course) })}\n`)
  }
}

function stillOpen({ open, release: number }: Plan): string {
  const which = open.map((change) => `  ${describeChange(change)[0]}`).join('\n')
  return `Release ${number} waits for a word about ${open.length === 1 ? 'this' : `these ${open.length}`}:\n${which}\n\nRun it on a terminal to be asked, or say it:\n${usage}\nNothing was written.`
}

function entriesIn({ entries }: Plan): string {
  return entries.length === 0 ? '' : `, with ${entries.length} new ${entries.length === 1 ? 'entry' : 'entries'} in migrations.yaml`
}

function refuse(text: string): 1 {
  console.log(text)
  return 1
}
