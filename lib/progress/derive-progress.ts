/**
 * Where a learner stands, from their statements. Pure and small: browser and server use the same fold.
 * The order and the number of times a statement arrives change nothing.
 */
import type { Statement } from '#lib/statement/schema.ts'
import type { ModuleShape, PlayedRun, ProgressOutline, RunsOf } from './outline.ts'
import { toldRuns } from './told-runs.ts'

export type Step = { kind: 'lesson'; lesson: string } | { kind: 'scenario' } | { kind: 'quiz' } | { kind: 'certificate' }

export type ModuleProgress = {
  /** slugs of the lessons done, in course order */
  lessonsDone: readonly string[]
  scenario: {
    runs: number
    /** ids of the different endings reached, sorted; '' stands for one that cannot be named here */
    endings: readonly string[]
    /** attempt of the latest run if it is not over */
    open: string | null
  }
  quiz: {
    attempts: number
    /** best score so far, 0 to 1 */
    best: number | null
    /** when the pass mark was first reached, Unix milliseconds */
    reachedAt: number | null
    /** attempt that was begun last and not finished */
    open: string | null
  }
  /** whether the learner has ticked all of the seven-day task, by their last word on it */
  taskDone: boolean
  satisfiedAt: number | null
  /** whether its certificate was made */
  awarded: boolean
  /** last thing done in the module, Unix milliseconds */
  lastAt: number | null
  /** what to go on with */
  next: Step
}

export type Progress = {
  modules: Readonly<Record<string, ModuleProgress>>
  /**
   * What to go on with: the module the learner was in last, and when its certificate is made the next one of the course that is not
   * complete. Null for one who has done nothing yet.
   */
  goOn: { module: string; step: Step } | null
}

/** @param runsOf how scenario runs are read; a browser without the scenario at hand takes their own word for it */
export function deriveProgress(statements: readonly Statement[], outline: ProgressOutline, runsOf: RunsOf = toldRuns): Progress {
  const modules = Object.fromEntries(outline.map((shape) => [shape.slug, deriveModule(statements, shape, runsOf)]))
  let latest: string | null = null
  for (const { slug } of outline) {
    const lastAt = modules[slug]!.lastAt
    if (lastAt !== null && (latest === null || lastAt > modules[latest]!.lastAt!)) latest = slug
  }
  const module = latest !== null && modules[latest]!.awarded ? (nextOpen(outline, modules, latest) ?? latest) : latest
  return { modules, goOn: module === null ? null : { module, step: modules[module]!.next } }
}

/** The first module after this one, and from the start again, that is not satisfied. */
function nextOpen(outline: ProgressOutline, modules: Progress['modules'], latest: string): string | undefined {
  const at = outline.findIndex(({ slug }) => slug === latest)
  return [...outline.slice(at + 1), ...outline.slice(0, at)].find(({ slug }) => modules[slug]!.satisfiedAt === null)?.slug
}

/** @param statements of the learner; those of other modules are passed over */
export function deriveModule(statements: readonly Statement[], shape: ModuleShape, runsOf: RunsOf = toldRuns): ModuleProgress {
  const { slug } = shape
  // a review is not a place in the module: it moves nothing here, and what to go on with stays what it was
  const own = statements
    .map((one) => underCurrentId(one, shape))
    .filter(({ object }) => object === slug || (object.startsWith(`${slug}/`) && !/^[^/]+\/review(\/|$)/.test(object)))
  const experienced = new Set(own.flatMap(({ verb, object }) => (verb === 'experienced' ? [object] : [])))
  const runs = runsOf(slug, own)
  const progress = {
    lessonsDone: shape.lessons.filter((lesson) => experienced.has(`${slug}/lessons/${lesson}`)),
    scenario: {
      runs: runs.length,
      endings: [...new Set(runs.flatMap(({ ending }) => (ending === null ? [] : [currentEnding(ending, shape)])))].sort(),
      open: lastOpen(runs),
    },
    quiz: quizProgress(own, `${slug}/quiz`),
    taskDone: isTaskDone(own, shape.task),
    awarded: own.some(({ verb, object }) => verb === 'awarded' && object === slug),
    satisfiedAt: earliest(own.filter(({ verb, object }) => verb === 'satisfied' && object === slug)),
    lastAt: own.reduce<number | null>((last, { at }) => (last === null || at > last ? at : last), null),
  }
  return { ...progress, next: nextStep(shape, progress, latestPlace(own, slug)) }
}

function underCurrentId(statement: Statement, { moved }: ModuleShape): Statement {
  const object = moved && Object.hasOwn(moved, statement.object) ? moved[statement.object] : undefined
  return object === undefined ? statement : { ...statement, object }
}

/** A run recorded its ending under the name that it had then. */
function currentEnding(ending: string, { slug, moved }: ModuleShape): string {
  const scenario = `${slug}/scenario/`
  return moved?.[scenario + ending]?.slice(scenario.length) ?? ending
}

/** A module is satisfied when its check is reached and its scenario, if it has one, was finished with any ending. */
export function meetsRequirement(shape: ModuleShape, progress: Pick<ModuleProgress, 'scenario' | 'quiz'>): boolean {
  return shape.quiz && progress.quiz.reachedAt !== null && (!shape.scenario || progress.scenario.endings.length > 0)
}

/** The last word counts: a box can be ticked and unticked. @param statements in any order */
export function isTaskDone(statements: readonly Pick<Statement, 'id' | 'verb' | 'object' | 'result'>[], task: string): boolean {
  let last: Pick<Statement, 'id' | 'result'> | null = null
  for (const one of statements) if (one.verb === 'completed' && one.object === task && (last === null || one.id > last.id)) last = one
  return last?.result?.completion === true
}

function quizProgress(own: readonly Statement[], quiz: string): ModuleProgress['quiz'] {
  const about = own.filter(({ object, attempt }) => object === quiz && attempt)
  const attempts = new Set(about.map(({ attempt }) => attempt!))
  const finished = about.filter(({ verb }) => verb === 'finished')
  const over = new Set(finished.map(({ attempt }) => attempt!))
  const scores = finished.flatMap(({ result }) => (result?.score ? [result.score.scaled] : []))
  return {
    attempts: attempts.size,
    best: scores.length === 0 ? null : Math.max(...scores),
    reachedAt: earliest(finished.filter(({ result }) => result?.success === true)),
    open:
      [...attempts]
        .filter((attempt) => !over.has(attempt))
        .sort()
        .at(-1) ?? null,
  }
}

/** The newest run, while it is not over; an older one that was left for it is not gone on with. */
function lastOpen(runs: readonly PlayedRun[]): string | null {
  const last = runs.at(-1)
  return last?.ending === null ? last.attempt : null
}

function earliest(statements: readonly Statement[]): number | null {
  return statements.reduce<number | null>((first, { at }) => (first === null || at < first ? at : first), null)
}

/** The part of the module the learner was in last: `scenario`, `quiz`, or the slug of a lesson. */
function latestPlace(own: readonly Statement[], slug: string): { part: string; lesson?: string } | null {
  let last: Statement | null = null
  for (const one of own) if (one.object !== slug && (last === null || one.id > last.id)) last = one
  if (last === null) return null
  const [, part, lesson] = last.object.split('/')
  return part === 'lessons' && lesson ? { part, lesson } : { part: part! }
}

/**
 * First what was left in the middle, then the first thing missing in course order. Lessons are optional once the check is
 * reached, since the check may be taken first.
 */
function nextStep(
  shape: ModuleShape,
  { lessonsDone, scenario, quiz, satisfiedAt }: Omit<ModuleProgress, 'next' | 'taskDone' | 'awarded'>,
  place: ReturnType<typeof latestPlace>,
): Step {
  if (place?.part === 'scenario' && scenario.open) return { kind: 'scenario' }
  if (place?.part === 'quiz' && quiz.open) return { kind: 'quiz' }
  if (satisfiedAt !== null || meetsRequirement(shape, { scenario, quiz })) return { kind: 'certificate' }
  const reached = quiz.reachedAt !== null
  const left = reached ? [] : shape.lessons.filter((lesson) => !lessonsDone.includes(lesson))
  const lesson = left.find((slug) => slug === place?.lesson) ?? left[0]
  if (lesson !== undefined) return { kind: 'lesson', lesson }
  if (shape.scenario && scenario.endings.length === 0) return { kind: 'scenario' }
  if (shape.quiz && !reached) return { kind: 'quiz' }
  return { kind: 'certificate' }
}
