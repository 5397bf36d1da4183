/**
 * The files of content/ in, the course and every problem of shape out. Pure: load-course reads the files.
 * A file that cannot be read is left out and reported; what is left is still assembled, so that one slip does not
 * hide the others. Another locale mirrors the English tree below content/<locale>/ and wins where it has a file.
 */
import type { z } from 'zod'
import { competenciesSchema } from '#lib/competency/schema.ts'
import { itemBankSchema } from '#lib/quiz/schema.ts'
import { scenarioSchema, walkthroughsSchema } from '#lib/scenario/schema.ts'
import { fingerprint } from './fingerprint.ts'
import { fingerprintOfLesson, listObjects } from './list-objects.ts'
import type { LoadedCourse, LoadedLesson, LoadedModule, LoadedPage } from './loaded.ts'
import { minutesOfLesson } from './minutes.ts'
import { outlineLesson } from './outline-lesson.ts'
import { type Parsed, parseYaml } from './parse-yaml.ts'
import type { ContentPath, Problem } from './problem.ts'
import { ReadMemory } from './read-memory.ts'
import {
  type CourseModule,
  courseSchema,
  factsSchema,
  glossarySchema,
  lessonSchema,
  lockSchema,
  migrationsSchema,
  moduleSchema,
  pageSchema,
  unreleased,
} from './schema.ts'

/** path below content/, with `/` → text */
export type ContentFiles = ReadonlyMap<string, string>

export type Assembled = {
  /** absent where course.yaml or competencies.yaml cannot be read */
  course?: LoadedCourse
  problems: Problem[]
  lineOf: (file: string, path: ContentPath) => number | undefined
}

/** @param memory of earlier readings of the same course; what has not changed since is taken from it */
export function assembleCourse(files: ContentFiles, locale = 'en', memory = new ReadMemory()): Assembled {
  const reader = new Reader(files, locale, memory)
  const course = reader.read('course.yaml', courseSchema)
  const glossary = reader.read('glossary.yaml', glossarySchema)
  const competencies = reader.read('competencies.yaml', competenciesSchema)
  const facts = reader.read('facts.yaml', factsSchema)
  const primer = assemblePrimer(reader)
  const lock = reader.readOptional('lock.json', lockSchema, unreleased)
  const migrations = reader.readOptional('migrations.yaml', migrationsSchema, [])
  if (course) reportStrangers(reader, course.modules)
  const modules = new Map<string, LoadedModule>()
  for (const listed of course?.modules ?? []) {
    const loaded = assembleModule(reader, listed)
    if (loaded) modules.set(listed.slug, loaded)
  }
  return {
    ...(course && competencies
      ? { course: { locale, course, glossary: glossary ?? {}, competencies, facts: facts ?? {}, modules, primer, lock, migrations } }
      : {}),
    problems: reader.problems,
    lineOf: (file, path) => reader.lines.get(file)?.(path),
  }
}

function reportStrangers(reader: Reader, modules: readonly CourseModule[]) {
  const folders = new Set(reader.list('modules/').map((file) => file.split('/')[1] ?? ''))
  for (const folder of folders) {
    if (modules.some((module) => module.slug === folder)) continue
    const file = reader.list(`modules/${folder}/`)[0] ?? `modules/${folder}`
    reader.problems.push({ file, sentence: `course.yaml lists no module “${folder}”: add it there, or rename the folder.` })
  }
}

function assembleModule(reader: Reader, { slug, number }: CourseModule): LoadedModule | undefined {
  const folder = `modules/${slug}/`
  if (reader.list(folder).length === 0) return undefined
  const module = reader.read(`${folder}module.yaml`, moduleSchema)
  if (!module) return undefined
  for (const file of reader.list(`${folder}lessons/`)) {
    const lesson = file.slice(`${folder}lessons/`.length).replace(/\.mdx$/, '')
    if (!module.lessons.includes(lesson)) {
      reader.problems.push({
        file,
        sentence: `No lesson list names this file: add “${lesson}” to lessons in module.yaml, or delete the file.`,
      })
    }
  }
  const lessons = module.lessons.flatMap((lesson) => assembleLesson(reader, `${folder}lessons/${lesson}.mdx`, lesson) ?? [])
  const scenario = reader.readOptional(`${folder}scenario.yaml`, scenarioSchema, null)
  const walkthroughs = reader.readOptional(`${folder}walkthroughs.yaml`, walkthroughsSchema, [])
  const items = reader.readOptional(`${folder}questions.yaml`, itemBankSchema, [])
  const parts = { slug, number, module, lessons, scenario, walkthroughs, items }
  const inputs = [slug, number, module, ...lessons, scenario, ...walkthroughs, ...items]
  return reader.memory.recall(folder, inputs, () => ({ ...parts, minutes: minutesOfModule(parts), fingerprints: listObjects(parts) }))
}

function assembleLesson(reader: Reader, file: string, slug: string): LoadedLesson | undefined {
  if (reader.text(file) === undefined) {
    reader.problems.push({ file, sentence: `This lesson is listed in module.yaml and is not there: write it, or take it out of the list.` })
    return undefined
  }
  const read = readText(reader, file, lessonSchema)
  if (!read) return undefined
  return reader.memory.recall(`lesson ${file}`, [slug, read], () => {
    const { matter, body, outline } = read
    return { ...read, slug, minutes: minutesOfLesson(outline.words, matter.activities), fingerprint: fingerprintOfLesson({ matter, body }) }
  })
}

function assemblePrimer(reader: Reader): LoadedPage | null {
  const read = reader.text('primer.mdx') === undefined ? undefined : readText(reader, 'primer.mdx', pageSchema)
  if (!read) return null
  return { ...read, minutes: minutesOfLesson(read.outline.words, []), fingerprint: fingerprint({ matter: read.matter, body: read.body }) }
}

/** Front matter and body of a text, and what stands in it. */
function readText<T>(reader: Reader, file: string, schema: z.ZodType<T>) {
  const source = reader.text(file) ?? ''
  const front = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(source)
  if (!front) {
    reader.problems.push({ file, line: 1, sentence: 'A lesson begins with its front matter between two lines of three hyphens: add it.' })
    return undefined
  }
  const read = reader.memory.recall(`text ${reader.path(file)}`, [source], () => {
    const body = source.slice(front[0].length)
    const bodyLine = front[0].split('\n').length
    const parsed = parseYaml(front[1] ?? '', reader.path(file), schema, 2)
    const text = { body, bodyLine, outline: outlineLesson(body, bodyLine), file: reader.path(file) }
    return { parsed, text: parsed.value === undefined ? undefined : { ...text, matter: parsed.value }, outline: text.outline }
  })
  if (read.outline.broken) reader.problems.push({ file, line: read.outline.broken.line, sentence: read.outline.broken.sentence })
  reader.accept(file, read.parsed)
  return read.text
}

function minutesOfModule({ lessons, scenario, module, items }: Pick<LoadedModule, 'lessons' | 'scenario' | 'module' | 'items'>) {
  const reading = lessons.reduce((sum, lesson) => sum + lesson.minutes, 0)
  const playing = scenario?.minutes ?? 0
  const checking = items.length > 0 ? module.quiz.draw + module.quiz.practice : 0
  return { lessons: reading, scenario: playing, quiz: checking, total: reading + playing + checking }
}

/** Reads the file of the locale where there is one, remembers what went wrong and where the lines are. */
class Reader {
  readonly problems: Problem[] = []
  readonly lines = new Map<string, (path: ContentPath) => number | undefined>()
  readonly #files: ContentFiles
  readonly #locale: string
  readonly memory: ReadMemory

  constructor(files: ContentFiles, locale: string, memory: ReadMemory) {
    this.#files = files
    this.#locale = locale
    this.memory = memory
  }

  path(file: string): string {
    const own = `${this.#locale}/${file}`
    return this.#files.has(own) ? own : file
  }

  text(file: string): string | undefined {
    return this.#files.get(this.path(file))
  }

  list(folder: string): string[] {
    return [...this.#files.keys()].filter((path) => path.startsWith(folder))
  }

  accept<T>(file: string, parsed: Parsed<T>): T | undefined {
    this.lines.set(this.path(file), parsed.lineOf)
    this.problems.push(...parsed.problems)
    return parsed.value
  }

  read<T>(file: string, schema: z.ZodType<T>): T | undefined {
    const text = this.text(file)
    if (text !== undefined) return this.accept(file, this.parse(file, text, schema))
    this.problems.push({ file, sentence: 'This file is missing: add it. content/README.md says what belongs in it.' })
    return undefined
  }

  readOptional<T, E>(file: string, schema: z.ZodType<T>, empty: E): T | E {
    const text = this.text(file)
    return text === undefined ? empty : (this.accept(file, this.parse(file, text, schema)) ?? empty)
  }

  parse<T>(file: string, text: string, schema: z.ZodType<T>): Parsed<T> {
    return this.memory.recall(`yaml ${this.path(file)}`, [text, schema], () => parseYaml(text, this.path(file), schema))
  }
}
