/**
 * The course while somebody writes it: half a lesson must not close the site to its author. A file that cannot be read is
 * taken as it was when it could be; what no page could show is left out of what the pages get; and every problem is
 * listed. Remembers what it read, so that a saved file costs that file and not the course. Pure but for that memory.
 */
import { checkShape } from '#lib/scenario/check-shape.ts'
import type { Scenario } from '#lib/scenario/schema.ts'
import { type Assembled, assembleCourse, type ContentFiles } from './assemble-course.ts'
import { bareCourse } from './bare-course.ts'
import { checkCourse } from './check-course.ts'
import type { LoadedCourse, LoadedLesson, LoadedModule } from './loaded.ts'
import { eachModule } from './places.ts'
import { type Problem, sortProblems, withLine } from './problem.ts'
import { ReadMemory } from './read-memory.ts'
import { deadEndActivity } from './rules/dead-end-activity.ts'
import { partsThatFit } from './rules/parts-that-fit.ts'
import { unknownCategory } from './rules/unknown-category.ts'
import { unknownField } from './rules/unknown-field.ts'

export type Draft = {
  /** as written, unreadable files as they were before; for those who look at the content itself */
  written: LoadedCourse
  /** what every page can show */
  shown: LoadedCourse
  /** all of them, in the order of the files; looked for when first asked */
  problems(): readonly Problem[]
}

export class CourseInProgress {
  readonly #memory = new ReadMemory()
  readonly #sound = new Map<string, string>()
  readonly #lessons = new Map<string, LoadedLesson>()
  readonly #scenarios = new Map<string, Scenario>()

  read(files: ContentFiles, locale = 'en'): Draft {
    const now = assembleCourse(files, locale, this.#memory)
    const broken = new Set(now.problems.map(({ file }) => file))
    for (const [file, text] of files) if (!broken.has(file)) this.#sound.set(file, text)
    const before = [...broken].filter((file) => files.has(file) && this.#sound.has(file))
    const best =
      before.length === 0
        ? now
        : assembleCourse(new Map([...files, ...before.map((file) => [file, this.#sound.get(file)!] as const)]), locale, this.#memory)
    const written = best.course ?? bareCourse(locale)
    let problems: readonly Problem[] | undefined
    return {
      written,
      shown: best.course ? this.#showable(best.course) : written,
      problems() {
        problems ??= sortProblems([...now.problems, ...(best.course ? found(best, best.course, broken) : [])])
        return problems
      },
    }
  }

  /** Without what would stop a page: code in a text, an activity that does not hold together, a story that leads nowhere. */
  #showable(course: LoadedCourse): LoadedCourse {
    const unplayable = new Set(
      [deadEndActivity, unknownCategory, unknownField, partsThatFit].flatMap((rule) =>
        rule(course).map(({ file, path }) => `${file} ${path?.[1]}`),
      ),
    )
    const modules = eachModule(course).map((module): [string, LoadedModule] => {
      const lessons = module.lessons.map((lesson) => this.#showableLesson(lesson, unplayable))
      const scenario = module.scenario && this.#showableScenario(module.slug, module.scenario)
      const same = scenario === module.scenario && lessons.every((lesson, at) => lesson === module.lessons[at])
      return [module.slug, same ? module : { ...module, lessons, scenario }]
    })
    return { ...course, modules: new Map(modules) }
  }

  #showableLesson(lesson: LoadedLesson, unplayable: ReadonlySet<string>): LoadedLesson {
    const activities = lesson.matter.activities.filter((_, at) => !unplayable.has(`${lesson.file} ${at}`))
    const whole = activities.length === lesson.matter.activities.length ? lesson : { ...lesson, matter: { ...lesson.matter, activities } }
    if (!lesson.outline.broken && lesson.outline.code.length === 0) {
      this.#lessons.set(lesson.file, whole)
      return whole
    }
    const { body, outline, fingerprint } = this.#lessons.get(lesson.file) ?? { body: '', outline: emptyOutline, fingerprint: 'empty' }
    return { ...whole, body, outline, fingerprint }
  }

  #showableScenario(module: string, scenario: Scenario): Scenario | null {
    if (checkShape(scenario).length > 0) return this.#scenarios.get(module) ?? null
    this.#scenarios.set(module, scenario)
    return scenario
  }
}

const emptyOutline: LoadedLesson['outline'] = {
  words: 0,
  prose: [],
  passages: [],
  headings: [],
  elements: [],
  links: [],
  images: [],
  code: [],
}

/** What the rules find; nothing about files that are not what the author sees. */
function found(best: Assembled, course: LoadedCourse, broken: ReadonlySet<string>): Problem[] {
  return checkCourse(course, new Set(best.problems.map(({ file }) => file)))
    .filter(({ file }) => !broken.has(file))
    .map((finding) => withLine(finding, best.lineOf))
}
