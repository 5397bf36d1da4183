/**
 * `npm run content:new -- lesson|item|scenario|module|term …`: makes files that are valid at once, says where they are, and lists
 * what is still to be written in them. Writes nothing where the name is bad or taken, or where a file would be written over.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { makeNew, usage } from '#lib/authoring/make-new.ts'
import { checkFiles, contentFolder, readFiles } from '#lib/course/load-course.ts'
import { formatProblem } from '#lib/course/problem.ts'
import { ReadMemory } from '#lib/course/read-memory.ts'

const options = {
  title: { type: 'string' },
  objective: { type: 'string' },
  after: { type: 'string' },
  content: { type: 'string' },
} as const

function read() {
  try {
    return parseArgs({ allowPositionals: true, options })
  } catch (error) {
    console.error(`${error instanceof Error ? error.message.split('. ')[0] : String(error)}.\n${usage}`)
    process.exit(1)
  }
}

const { positionals, values } = read()
const [what, ...names] = positionals
if (what === undefined) {
  console.log(usage)
  process.exit(1)
}
const folder = values.content ?? contentFolder()
const before = await readFiles(folder)
const memory = new ReadMemory()
const known = new Set(checkFiles(before, 'en', memory).problems.map(formatProblem))
const made = makeNew(before, { what, names, title: values.title, objective: values.objective, after: values.after }, memory)
if (!made.ok) {
  console.error(made.sentence)
  process.exit(1)
}
for (const [file, text] of made.files) {
  await mkdir(dirname(join(folder, file)), { recursive: true })
  // what is new must not write over anything; what is changed was read just now
  await writeFile(join(folder, file), text, { flag: before.has(file) ? 'w' : 'wx' })
  console.log(`${before.has(file) ? 'Changed' : 'Made   '} content/${file}`)
}
for (const note of made.notes) console.log(note)
const { problems } = checkFiles(new Map([...before, ...made.files]), 'en', memory)
const open = problems
  .filter((problem) => made.files.has(problem.file))
  .map(formatProblem)
  .filter((problem) => !known.has(problem))
console.log(`\nIt can be seen at ${made.address} while npm run dev runs. Still to do, ${open.length} places:\n`)
for (const problem of open) console.log(problem)
