/** Where facts of a module are cited, with file and path: lessons, choices and endings of the scenario, items. */
import type { LoadedModule } from '#lib/course/loaded.ts'
import { fileOf } from '#lib/course/places.ts'
import type { ContentPath } from '#lib/course/problem.ts'

export type CitedFact = { fact: string; file: string; path: ContentPath }

export function citedFacts(loaded: LoadedModule): CitedFact[] {
  const cite = (facts: readonly string[] | undefined, file: string, path: ContentPath) =>
    (facts ?? []).map((fact, index) => ({ fact, file, path: [...path, 'facts', index] }))
  const { scenario } = loaded
  return [
    ...loaded.lessons.flatMap((lesson) => cite(lesson.matter.facts, lesson.file, [])),
    ...(scenario?.scenes ?? []).flatMap((scene, at) =>
      scene.choices.flatMap((choice, index) => cite(choice.facts, fileOf(loaded, 'scenario.yaml'), ['scenes', at, 'choices', index])),
    ),
    ...(scenario?.endings ?? []).flatMap((ending, index) => cite(ending.facts, fileOf(loaded, 'scenario.yaml'), ['endings', index])),
    ...loaded.items.flatMap((item, index) => cite(item.facts, fileOf(loaded, 'questions.yaml'), [index])),
  ]
}
