/**
 * `npm run content:check`: every problem in content/ at once, each with its place and what to do about it, then what
 * the course amounts to. Ends with 1 where there is a problem.
 */
import { coverage } from '#lib/competency/coverage.ts'
import { compileLesson } from '#lib/course/compile-lesson.ts'
import { readCourse } from '#lib/course/load-course.ts'
import type { LoadedCourse } from '#lib/course/loaded.ts'
import { eachModule } from '#lib/course/places.ts'
import { formatProblem } from '#lib/course/problem.ts'
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
  const lines = modules.map((module) => {
    const { scenario, lessons, items, minutes } = module
    const analysis = scenario ? analyseScenario(scenario) : undefined
    const taught = new Set(citedFacts(module).map(({ fact }) => fact))
    return [
      `${module.number}. ${module.module.title}`,
      `${lessons.length} lessons (${minutes.lessons} min)`,
      scenario && analysis
        ? `${scenario.scenes.length} scenes, ${scenario.endings.length} endings, ${analysis.runs.toLocaleString('en')} runs (${minutes.scenario} min)`
        : 'no scenario',
      `${items.length} items (${minutes.quiz} min)`,
      `${module.module.facts.filter((fact) => taught.has(fact)).length} of ${module.module.facts.length} facts taught`,
    ].join(' · ')
  })
  const built = coverage(loaded.competencies, new Map(modules.map((module) => [module.slug, module.module.competencies])))
  const indicators = built.reduce((sum, one) => sum + one.indicators.length, 0)
  const total = modules.reduce((sum, module) => sum + module.minutes.total, 0)
  return [
    ...lines,
    `In all ${modules.length} of ${loaded.course.modules.length} modules, ${total} minutes, ${Object.keys(loaded.glossary).length} terms, ${built.reduce((sum, one) => sum + one.built, 0)} of ${indicators} indicators built.`,
  ].join('\n')
}
