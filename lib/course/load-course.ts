/**
 * The only reader of content/. Everything else gets the course from here, parsed and checked.
 * In production it is read once, and any problem stops it. In development it is read again whenever a file has changed,
 * and nothing is thrown: pages get what can be shown (course-in-progress), and `loadDraft` says what is wrong.
 */
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { assembleCourse, type ContentFiles } from './assemble-course.ts'
import { checkCourse } from './check-course.ts'
import { CourseInProgress, type Draft } from './course-in-progress.ts'
import type { LoadedCourse } from './loaded.ts'
import { formatProblem, type Problem, sortProblems, withLine } from './problem.ts'
import type { ReadMemory } from './read-memory.ts'

export type { LoadedCourse, LoadedLesson, LoadedModule } from './loaded.ts'
export { findLesson } from './loaded.ts'

type Reading = { course?: LoadedCourse; problems: Problem[] }

/** content/ beside the place the process was started in, which is the root of the project for every command. */
export function contentFolder(): string {
  return join(/* turbopackIgnore: true */ process.cwd(), 'content')
}

/** Reads and checks everything and throws nothing: every problem that can be known, in the order of the files. */
export async function readCourse(folder: string = contentFolder(), locale = 'en'): Promise<Reading> {
  return checkFiles(await readFiles(folder), locale)
}

/** The same, of files that have been read. @param memory see assembleCourse */
export function checkFiles(files: ContentFiles, locale = 'en', memory?: ReadMemory): Reading {
  const { course, problems, lineOf } = assembleCourse(files, locale, memory)
  const unreadable = new Set(problems.map(({ file }) => file))
  const found = course ? checkCourse(course, unreadable).map((finding) => withLine(finding, lineOf)) : []
  return { ...(course ? { course } : {}), problems: sortProblems([...problems, ...found]) }
}

type Desk = { course: CourseInProgress; texts: Map<string, { stamp: number; text: string }>; stamp: string; draft: Promise<Draft> | null }
type Kept = { published: Map<string, Promise<LoadedCourse>>; desks: Map<string, Desk> }
const kept = Symbol.for('common-ground.courses')
const holder = globalThis as { [kept]?: Kept }
// One for the process, not for each bundle: the server reads the course before it listens, and pages, API and pictures
// then speak of the same one even if a file is edited under the running site.
holder[kept] ??= { published: new Map(), desks: new Map() }
const { published, desks } = holder[kept]

/** @throws in production where content/ has a problem; the message lists them all */
export async function loadCourse(locale = 'en'): Promise<LoadedCourse> {
  if (process.env.NODE_ENV !== 'production') return (await loadDraft(locale)).shown
  const known = published.get(locale) ?? readOrThrow(locale)
  published.set(locale, known)
  known.catch(() => published.delete(locale))
  return known
}

async function readOrThrow(locale: string): Promise<LoadedCourse> {
  const { course, problems } = await readCourse(contentFolder(), locale)
  if (course && problems.length === 0) return course
  const list = problems.map(formatProblem).join('\n')
  throw new Error(`The course has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:\n${list}`)
}

/** The course as it is being written, from the files as they are at this moment. Reads again only those that have changed. */
export async function loadDraft(locale = 'en', folder: string = contentFolder()): Promise<Draft> {
  const key = `${locale} ${folder}`
  const desk: Desk = desks.get(key) ?? { course: new CourseInProgress(), texts: new Map(), stamp: '', draft: null }
  desks.set(key, desk)
  const times = await stampsOf(folder)
  const stamp = times.map(([file, time]) => `${file} ${time}`).join('\n')
  if (desk.draft && desk.stamp === stamp) return desk.draft
  desk.stamp = stamp
  desk.draft = readDraft(desk, folder, times, locale)
  desk.draft.catch(() => {
    desk.draft = null
  })
  return desk.draft
}

async function readDraft({ course, texts }: Desk, folder: string, times: readonly (readonly [string, number])[], locale: string) {
  const files = await Promise.all(
    times.map(async ([file, stamp]): Promise<[string, string]> => {
      const known = texts.get(file)
      const text = known?.stamp === stamp ? known.text : await readFile(join(folder, file), 'utf8')
      texts.set(file, { stamp, text })
      return [file, text]
    }),
  )
  return course.read(new Map(files), locale)
}

/** Every file of the course: path below the folder, with `/` → text. */
export async function readFiles(folder: string): Promise<Map<string, string>> {
  const files = await listFiles(folder)
  return new Map(
    await Promise.all(files.map(async (file): Promise<[string, string]> => [file, await readFile(join(folder, file), 'utf8')])),
  )
}

/** Below content/; the JSON Schemas beside the course are for editors, and no part of it. */
async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && /\.(ya?ml|mdx|json)$/.test(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((file) => !file.startsWith('schemas/'))
    .sort()
}

/** When each file was written; a file that goes away just then is left out. */
async function stampsOf(folder: string): Promise<(readonly [string, number])[]> {
  const files = await listFiles(folder)
  const times = await Promise.all(files.map(async (file) => [file, (await stat(join(folder, file)).catch(() => null))?.mtimeMs] as const))
  return times.flatMap(([file, time]) => (time === undefined ? [] : [[file, time] as const]))
}
