/**
 * What a facilitator may want to ask in the debrief meeting, from the reports of one module. Pure. Each question rests on a
 * figure, which is told with it; where there is too little to say, there is no question. Nobody is named.
 */
import type { Scenario } from '#lib/scenario/schema.ts'
import type { Grid } from './grid.ts'
import { fewest } from './report-figures.ts'
import { choicesAt, dividedScene, type ScenarioReport } from './report-flow.ts'
import { type CheckReport, type ItemFigures, type ObjectiveFigures, stemOf } from './report-items.ts'

export type Question =
  | { kind: 'scene'; scene: string; title: string; choices: { id: string; text: string; n: number }[]; of: number }
  | { kind: 'objective'; objective: ObjectiveFigures }
  | { kind: 'item'; id: string; stem: string; n: number; right: number; instead: { text: string; verdict?: boolean; n: number } | null }
  | { kind: 'stopped'; scene: string; title: string; n: number; of: number }

/** an item that more than this share got right at once needs no talking about */
const easyEnough = 0.6

export function questionsFor(check: CheckReport, scenario: ScenarioReport | null, story: Pick<Scenario, 'scenes'> | null): Question[] {
  return [
    ...(scenario && story ? askAboutScene(scenario, story) : []),
    ...check.objectives
      .filter(({ got, n }) => got === false && n >= fewest.group)
      .slice(0, 1)
      .map((objective): Question => ({ kind: 'objective', objective })),
    ...askAboutItem(check.items),
    ...(scenario && story ? askAboutStopping(scenario, story) : []),
  ]
}

/** The two or more choices that divided the group, the most frequent first. */
function askAboutScene({ first }: ScenarioReport, { scenes }: Pick<Scenario, 'scenes'>): Question[] {
  const divided = dividedScene(first, scenes)
  const scene = scenes.find(({ id }) => id === divided?.id)
  if (!scene) return []
  const counts = choicesAt(first, scene) ?? []
  const choices = counts
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n)
    .map(({ id, n }) => ({ id, n, text: scene.choices.find((one) => one.id === id)!.text }))
  return [{ kind: 'scene', scene: scene.id, title: scene.title, choices, of: choices.reduce((sum, { n }) => sum + n, 0) }]
}

/** The hardest item that enough people met, with the wrong option most of them took. */
function askAboutItem(items: readonly ItemFigures[]): Question[] {
  const hardest = items.find(({ n, share, scored }) => scored && n >= fewest.group && share !== null && share <= easyEnough)
  if (!hardest) return []
  const { item, n, right, options } = hardest
  const wrong = options.shape === 'list' ? options.rows.filter((row) => !row.right && row.n > 0).sort((a, b) => b.n - a.n) : []
  const most = wrong[0]
  const instead = most ? { text: most.text, n: most.n, ...(most.verdict === undefined ? {} : { verdict: most.verdict }) } : null
  return [{ kind: 'item', id: item.id, stem: stemOf(item), n, right, instead }]
}

/** The scene where most first runs stopped, when that was more than one. */
function askAboutStopping({ first }: ScenarioReport, { scenes }: Pick<Scenario, 'scenes'>): Question[] {
  const most = scenes
    .map(({ id, title }) => ({ id, title, n: first.places.get(id)?.stopped ?? 0, of: first.places.get(id)?.came ?? 0 }))
    .sort((a, b) => b.n - a.n)[0]
  return most && most.n > 1 ? [{ kind: 'stopped', scene: most.id, title: most.title, n: most.n, of: most.of }] : []
}

/** The module to talk about: the one asked for where it is assigned, else the one with most people under way or done. */
export function chooseModule({ columns, totals }: Pick<Grid, 'columns' | 'totals'>, asked: string | string[] | undefined): string | null {
  if (columns.some(({ slug }) => slug === asked)) return asked as string
  const moving = columns.map(({ slug }, at) => {
    const states = totals.columns[at]!.states
    return { slug, n: states.done + states.begun + states['not-reached'] }
  })
  return moving.toSorted((a, b) => b.n - a.n)[0]?.slug ?? null
}
