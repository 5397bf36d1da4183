/**
 * The only reader of content/. Everything else gets the course from here, parsed and checked.
 * In production it is read once; in development again whenever a file has changed, and problems are printed rather
 * than thrown, so that one unfinished lesson does not close the site to its author.
 */
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { assembleCourse } from './assemble-course.ts'
import { checkCourse } from './check-course.ts'
import type { LoadedCourse } from './loaded.ts'
import { formatProblem, type Problem, sortProblems } from './problem.ts'

export type { LoadedCourse, LoadedLesson, LoadedModule } from './loaded.ts'
export { findLesson } from './loaded.ts'

type Reading = { course?: LoadedCourse; problems: Problem[] }

/** content/ beside the place the process was started in, which is the root of the project for every command. */
export function contentFolder(): string {
  return join(/* turbopackIgnore: true */ process.cwd(), 'content')
}

/** Reads and checks everything and throws nothing: every problem at once, in the order of the files. */
export async function readCourse(folder: string = contentFolder(), locale = 'en'): Promise<Reading> {
  const files = new Map<string, string>()
  for (const path of await listFiles(folder)) files.set(path, await readFile(join(folder, path), 'utf8'))
  const { course, problems, lineOf } = assembleCourse(files, locale)
  const found = course ? checkCourse(course).map(({ path, ...rest }) => withLine(rest, path, lineOf)) : []
  return { ...(course ? { course } : {}), problems: sortProblems([...problems, ...found]) }
}

type Kept = Map<string, { stamp: string; course: Promise<LoadedCourse> }>
const kept = Symbol.for('common-ground.course')
const holder = globalThis as { [kept]?: Kept }
// One for the process, not for each bundle: the server reads the course before it listens, and pages, API and pictures
// then speak of the same one even if a file is edited under the running site.
holder[kept] ??= new Map()
const loaded = holder[kept]

/** @throws where content/ has a problem (production), or cannot be read at all (development); the message lists them all */
export async function loadCourse(locale = 'en'): Promise<LoadedCourse> {
  const production = process.env.NODE_ENV === 'production'
  const known = loaded.get(locale)
  if (known && production) return known.course
  const stamp = production ? '' : await stampOf(contentFolder())
  if (known?.stamp === stamp) return known.course
  const course = readOrThrow(locale, production)
  loaded.set(locale, { stamp, course })
  course.catch(() => loaded.delete(locale))
  return course
}

async function readOrThrow(locale: string, strict: boolean): Promise<LoadedCourse> {
  const { course, problems } = await readCourse(contentFolder(), locale)
  const list = problems.map(formatProblem).join('\n')
  if (!course || (strict && problems.length > 0)) {
    throw new Error(`The course has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:\n${list}`)
  }
  if (problems.length > 0)
    console.warn(`content/: ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}; npm run content:check lists them.`)
  return course
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && /\.(ya?ml|mdx|json)$/.test(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()
}

/** Changes whenever a file is written, added or removed. */
async function stampOf(folder: string): Promise<string> {
  const files = await listFiles(folder)
  const times = await Promise.all(files.map(async (file) => `${file} ${(await stat(join(folder, file))).mtimeMs}`))
  return times.join('\n')
}

function withLine(
  found: Omit<Problem, 'path'>,
  path: readonly (string | number)[] | undefined,
  lineOf: (file: string, path: readonly (string | number)[]) => number | undefined,
): Problem {
  if (!path) return found
  return { ...found, path: path.join('.') || undefined, line: found.line ?? lineOf(found.file, path) }
}
