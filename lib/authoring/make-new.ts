/**
 * New content: the files of content/ and a request in, the files to write out, or one sentence that says why not. Pure.
 * What comes out is valid at once and says, by its marks, what is still to be written (rules/still-to-write.ts).
 */
import { assembleCourse, type ContentFiles } from '#lib/course/assemble-course.ts'
import type { LoadedCourse, LoadedModule } from '#lib/course/loaded.ts'
import type { ReadMemory } from '#lib/course/read-memory.ts'
import { slugSchema } from '#lib/course/schema.ts'
import type { ItemKind } from '#lib/quiz/schema.ts'
import { insertIntoList } from './insert-into-list.ts'
import { bankHead, itemKinds, itemText } from './item-text.ts'
import { lessonText, quoted } from './lesson-text.ts'
import { designText, moduleText } from './module-text.ts'
import { scenarioText, walkthroughsText } from './scenario-text.ts'

export type Request = {
  what: string
  names: readonly string[]
  title?: string | undefined
  objective?: string | undefined
  after?: string | undefined
}
export type Made =
  | {
      ok: true
      /** path below content/ → its whole text */
      files: Map<string, string>
      /** what was decided for the author, to be looked at */
      notes: string[]
      /** where it can be seen */
      address: string
    }
  | { ok: false; sentence: string }

const most = 8
const no = (sentence: string): Made => ({ ok: false, sentence })

export const usage = `npm run content:new -- lesson <module> <name> [--title "…"] [--objective M3.O1] [--after <lesson>]
npm run content:new -- item <module> <kind> [--objective M3.O1]        kinds: ${itemKinds.join(', ')}
npm run content:new -- scenario <module>
npm run content:new -- module <name> --title "…"
npm run content:new -- term <id> [--title "The word"]`

/** @param memory see assembleCourse */
export function makeNew(files: ContentFiles, request: Request, memory?: ReadMemory): Made {
  const { course, problems } = assembleCourse(files, 'en', memory)
  if (!course) return no(`The course cannot be read yet: ${problems[0]?.file}: ${problems[0]?.sentence}`)
  const [first, second] = request.names
  switch (request.what) {
    case 'lesson':
      return inModule(course, first, (module) => newLesson(files, course, module, second, request))
    case 'item':
      return inModule(course, first, (module) => newItem(files, course, module, second, request))
    case 'scenario':
      return inModule(course, first, (module) => newScenario(module))
    case 'module':
      return newModule(files, course, first, request)
    case 'term':
      return newTerm(files, course, first, request)
    default:
      return no(`“${request.what}” cannot be made. Say one of these:\n${usage}`)
  }
}

function inModule(course: LoadedCourse, slug: string | undefined, make: (module: LoadedModule) => Made): Made {
  const known = [...course.modules.keys()].join(', ')
  if (slug === undefined) return no(`Say for which module: one of ${known}.\n${usage}`)
  const module = course.modules.get(slug)
  return module ? make(module) : no(`There is no module “${slug}” (or its module.yaml cannot be read): say one of ${known}.`)
}

function badName(name: string | undefined, what: string): string | null {
  if (name === undefined) return `Give the ${what} a name, as it will stand in its address: lower-case letters, digits and hyphens.`
  const proposal = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return slugSchema.safeParse(name).success
    ? null
    : `“${name}” cannot be a name: use lower-case letters, digits and single hyphens${proposal ? `, such as “${proposal}”` : ''}.`
}

/** The next number after all that are there or were ever released. */
function nextNumber(ids: Iterable<string>, pattern: RegExp): number {
  return Math.max(0, ...[...ids].map((id) => Number(pattern.exec(id)?.[1] ?? 0))) + 1
}

function objectiveOf(module: LoadedModule, wanted: string | undefined): { id: string; index: number; note: string | null } | string {
  const ids = module.module.objectives.map(({ id }) => id)
  if (wanted !== undefined && !ids.includes(wanted)) return `The module has no objective “${wanted}”: say one of ${ids.join(', ')}.`
  const id = wanted ?? ids[0]!
  return {
    id,
    index: ids.indexOf(id),
    note: wanted === undefined ? `It is tied to ${id}. Another objective? Change it, or say --objective.` : null,
  }
}

function newLesson(
  files: ContentFiles,
  course: LoadedCourse,
  module: LoadedModule,
  slug: string | undefined,
  { title, objective: wanted, after }: Request,
): Made {
  const bad = badName(slug, 'lesson')
  if (bad !== null || slug === undefined) return no(bad ?? '')
  const folder = `modules/${module.slug}/`
  const file = `${folder}lessons/${slug}.mdx`
  if (files.has(file) || module.module.lessons.includes(slug)) return no(`The module has a lesson “${slug}” already: choose another name.`)
  if (wasReleased(course, `${module.slug}/lessons/${slug}`))
    return no(`“${slug}” was the name of a published lesson, and learners have records under it: choose another name.`)
  if (after !== undefined && !module.module.lessons.includes(after))
    return no(`There is no lesson “${after}” to come after: say one of ${module.module.lessons.join(', ')}.`)
  const objective = objectiveOf(module, wanted)
  if (typeof objective === 'string') return no(objective)
  const number = nextNumber(
    module.lessons.map(({ matter }) => matter.id),
    /\.L(\d+)$/,
  )
  if (number > 9) return no('The module has nine lesson codes already, and there are no more: put the new text into one of its lessons.')
  const before = files.get(`${folder}module.yaml`) ?? ''
  const listed = insertIntoList(before, ['lessons'], slug, after)
  return {
    ok: true,
    files: new Map([
      [file, lessonText({ id: `${module.module.id}.L${number}`, title, objective: objective.id })],
      [`${folder}module.yaml`, insertIntoList(listed, ['objectives', objective.index, 'lessons'], slug)],
    ]),
    notes: [
      `module.yaml lists it ${after === undefined ? 'as the last lesson' : `after “${after}”`}, and ${objective.id} points to it.`,
      ...(objective.note ? [objective.note] : []),
    ],
    address: `/modules/${module.slug}/lessons/${slug}`,
  }
}

function newItem(
  files: ContentFiles,
  course: LoadedCourse,
  module: LoadedModule,
  kind: string | undefined,
  { objective: wanted }: Request,
): Made {
  if (!itemKinds.some((one) => one === kind)) return no(`Say which kind of item: one of ${itemKinds.join(', ')}.`)
  const objective = objectiveOf(module, wanted)
  if (typeof objective === 'string') return no(objective)
  const fact = module.module.facts[0]
  if (fact === undefined)
    return no('An item rests on a fact, and module.yaml lists none: add to its facts the ones that the module teaches.')
  const code = module.module.id
  const file = `modules/${module.slug}/questions.yaml`
  const bank = files.get(file)
  const written = [...(bank ?? '').matchAll(/^\s*-?\s*id:\s*["']?(M\d-Q\d+)/gm)].map((match) => match[1] ?? '')
  const number = nextNumber(
    [...written, ...released(course).map((id) => id.split('/')[2] ?? '')].filter((id) => id.startsWith(`${code}-Q`)),
    /-Q(\d+)$/,
  )
  if (number > 99) return no('The module has used all item numbers up to 99.')
  const id = `${code}-Q${String(number).padStart(2, '0')}`
  const text = itemText({ id, kind: kind as ItemKind, objective: objective.id, fact })
  return {
    ok: true,
    files: new Map([[file, bank === undefined ? `${bankHead}\n${text}` : `${bank.trimEnd()}\n\n${text}`]]),
    notes: [
      `${id} stands at the end of ${file}. It cites ${fact}: choose the fact it really rests on.`,
      ...(objective.note ? [objective.note] : []),
    ],
    address: `/preview/${module.slug}/items#${id}`,
  }
}

function newScenario(module: LoadedModule): Made {
  if (module.scenario)
    return no(`The module has a scenario already, “${module.scenario.title}”: add scenes to it in modules/${module.slug}/scenario.yaml.`)
  const folder = `modules/${module.slug}/`
  return {
    ok: true,
    files: new Map([
      [`${folder}scenario.yaml`, scenarioText(module.number, module.module.lessons[0])],
      [`${folder}walkthroughs.yaml`, walkthroughsText(module.number)],
    ]),
    notes: [
      'The meter is called trust: choose the two or three numbers your story needs, and use their ids in effects, reasons and rules.',
    ],
    address: `/preview/${module.slug}/scenario`,
  }
}

function newModule(files: ContentFiles, course: LoadedCourse, slug: string | undefined, { title: wanted }: Request): Made {
  const bad = badName(slug, 'module')
  if (bad !== null || slug === undefined) return no(bad ?? '')
  const listed = course.course.modules.find((module) => module.slug === slug)
  const folder = `modules/${slug}/`
  if ([...files.keys()].some((file) => file.startsWith(folder)))
    return no(`There is a folder modules/${slug} already: choose another name.`)
  const number =
    listed?.number ??
    Array.from({ length: most }, (_, at) => at + 1).find((one) => course.course.modules.every((module) => module.number !== one))
  if (number === undefined)
    return no(
      `The course has ${most} modules, and its map has no room for more: put the new lessons into one of them, or retire a module first.`,
    )
  const title = wanted ?? listed?.title
  if (title === undefined) return no('Give the module a title: --title "…".')
  const fact = Object.keys(course.facts)[0]
  if (fact === undefined) return no('A module teaches facts, and facts.yaml has none: write down first what the sources say.')
  const code = `M${number}`
  const lesson = 'the-first-lesson'
  const items = (['easy', 'medium', 'medium'] as const).map((difficulty, at) =>
    itemText({ id: `${code}-Q0${at + 1}`, kind: 'single', objective: `${code}.O1`, difficulty, fact }),
  )
  const entry = `{ slug: ${slug}, number: ${number}, title: ${JSON.stringify(title)}, short: ${JSON.stringify(title)}, summary: "✎ One line for the map.", motif: ${freeMotif(course)} }`
  const made = new Map([
    [`${folder}module.yaml`, moduleText({ number, title, lesson, fact })],
    [`${folder}design.md`, designText(title)],
    [
      `${folder}lessons/${lesson}.mdx`,
      lessonText({ id: `${code}.L1`, title: undefined, objective: `${code}.O1` }).replace('facts: []', `facts: [${fact}]`),
    ],
    [`${folder}questions.yaml`, `${bankHead}\n${items.join('\n')}`],
  ])
  if (!listed) made.set('course.yaml', insertIntoList(files.get('course.yaml') ?? '', ['modules'], entry))
  return {
    ok: true,
    files: made,
    notes: [
      listed ? 'course.yaml lists it already.' : 'course.yaml lists it as the last module.',
      `Its first lesson is called “${lesson}”: give the file the name you want, and say so in module.yaml (lessons, and lessons of the objective).`,
      `Lesson and items cite ${fact}: choose the facts they really teach.`,
    ],
    address: `/modules/${slug}`,
  }
}

function newTerm(files: ContentFiles, course: LoadedCourse, id: string | undefined, { title }: Request): Made {
  const bad = badName(id, 'term')
  if (bad !== null || id === undefined) return no(bad ?? '')
  if (Object.hasOwn(course.glossary, id)) return no(`glossary.yaml explains “${id}” already.`)
  const text = `${id}:
  # the word as it stands in a sentence
  term: ${title === undefined ? '✎ the word' : quoted(title)}
  # one or two sentences that need no other term
  definition: ✎ What it means, in one or two plain sentences.
`
  return {
    ok: true,
    files: new Map([['glossary.yaml', `${(files.get('glossary.yaml') ?? '').trimEnd()}\n${text}`]]),
    notes: [`In a lesson: <Term id="${id}">the word</Term>.`],
    address: '/glossary',
  }
}

function freeMotif(course: LoadedCourse): string {
  const motifs = ['compass', 'contours', 'links', 'pulse', 'quadrant', 'knot', 'waves', 'route']
  return motifs.find((motif) => course.course.modules.every((module) => module.motif !== motif)) ?? 'route'
}

/** Ids that were ever published: the last release, and what the migrations tell of the ones before. */
function released(course: LoadedCourse): string[] {
  return [...Object.keys(course.lock.ids), ...course.migrations.map(({ id }) => id)]
}

function wasReleased(course: LoadedCourse, id: string): boolean {
  return released(course).includes(id)
}
