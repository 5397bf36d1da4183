/**
 * `npm run content:check`: every problem in content/ at once, each with its place and what to do about it, then what
 * the course amounts to. Ends with 1 where there is a problem.
 */
import { coverage } from '#lib/competency/coverage.ts'
import { compileLesson } from '#lib/course/compile-lesson.ts'
import { readCourse } from '#lib/course/load-course.ts'
import type { LoadedCourse, LoadedLesson } from '#lib/course/loaded.ts'
import { eachModule } from '#lib/course/places.ts'
import { formatProblem } from '#lib/course/problem.ts'
import { isEasy, readingLevel } from '#lib/course/reading-level.ts'
import { citedFacts } from '#lib/course/rules/cited-facts.ts'
import { analyseScenario } from '#lib/scenario/analyse-scenario.ts'

const { course, problems } = await readCourse()
const compileProblems = course && problems.length === 0 ? await compileAll(course) : []
const all = [...problems.map(formatProblem), ...compileProblems]
for (const problem of all) console.log(`${problem}\n`)
if (course) console.log(summary(course))
console.log(all.length === 0 ? 'No problems.' : `${all.length} ${all.length === 1 ? 'problem' : 'problems'}.`)
process.exitCode = all.length === 0 ? 0 : 1

/** What the outline cannot know: whether the text really compiles. */
async function compileAll(loaded: LoadedCourse): Promise<string[]> {
  const lessons = eachModule(loaded).flatMap((module) => module.lessons)
  const results = await Promise.allSettled(lessons.map((lesson) => compileLesson(lesson)))
  return results.flatMap((result, index) =>
    result.status === 'rejected' ? [`content/${lessons[index]?.file}\n    It does not compile: ${String(result.reason)}`] : [],
  )
}

function summary(loaded: LoadedCourse): string {
  const modules = eachModule(loaded)
  const taught = new Set(modules.flatMap((module) => citedFacts(module).map(({ fact }) => fact)))
  const lines = modules.flatMap((module) => {
    const { scenario, lessons, items, minutes } = module
    const analysis = scenario ? analyseScenario(scenario) : undefined
    const head = [
      `${module.number}. ${module.module.title}`,
      `${lessons.length} lessons (${minutes.lessons} min)`,
      scenario && analysis
        ? `${scenario.scenes.length} scenes, ${scenario.endings.length} endings, ${analysis.runs.toLocaleString('en')} runs (${minutes.scenario} min)`
        : 'no scenario',
      `${items.length} items (${minutes.quiz} min)`,
      `${module.module.facts.filter((fact) => taught.has(fact)).length} of ${module.module.facts.length} facts taught`,
    ].join(' · ')
    return [head, ...lessons.map(reading)]
  })
  const built = coverage(loaded.competencies, new Map(modules.map((module) => [module.slug, module.module.competencies])))
  const total = (count: (module: (typeof modules)[number]) => number) => modules.reduce((sum, module) => sum + count(module), 0)
  const stated = Object.entries(loaded.facts).flatMap(([fact, { mark }]) => (mark === 'stated' ? [fact] : []))
  const all = [
    `${modules.length} of ${loaded.course.modules.length} modules`,
    `${total(({ lessons }) => lessons.length)} lessons`,
    `${total(({ lessons }) => lessons.reduce((sum, { matter }) => sum + matter.activities.length, 0))} activities in them`,
    `${total(({ scenario }) => (scenario ? 1 : 0))} scenarios`,
    `${total(({ items }) => items.length)} items`,
    `${total(({ minutes }) => minutes.total)} minutes`,
    `${Object.keys(loaded.glossary).length} terms`,
    `${built.reduce((sum, one) => sum + one.built, 0)} of ${built.reduce((sum, one) => sum + one.indicators.length, 0)} indicators built`,
    `${stated.filter((fact) => taught.has(fact)).length} of ${stated.length} stated facts taught`,
  ]
  return [...lines, `In all ${all.join(', ')}.`].join('\n')
}

/** A line of the report on reading: what is harder than B2 by our convention is marked, not refused. */
function reading({ slug, minutes, outline }: LoadedLesson): string {
  const level = readingLevel(outline.prose)
  const figures = `${minutes} min, ${outline.words} words, ${level.wordsInSentence.toFixed(1)} a sentence, ${level.long} long, grade ${level.grade.toFixed(1)}`
  return `   ${slug}: ${figures}${isEasy(level) ? '' : '  ← hard to read'}`
}
