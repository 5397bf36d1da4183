/**
 * The tables of the reports. One function makes the rows; the page shows them and the file holds them, so both have the same
 * numbers. Pure. Percentages are whole, a discrimination has two places; an empty cell says that there is nothing to say.
 */
import type { Scenario } from '#lib/scenario/schema.ts'
import { percentOf, shareOf, twoPlaces } from './report-figures.ts'
import { choicesAt, type Flow } from './report-flow.ts'
import { type ItemFigures, stemOf } from './report-items.ts'

export type ItemRow = {
  id: string
  objective: string
  stem: string
  scored: boolean
  n: number
  right: number
  percentRight: number | null
  percentMean: number | null
  discrimination: number | null
  pairs: number
}

export function itemRows(items: readonly ItemFigures[]): ItemRow[] {
  return items.map(({ item, scored, n, right, share, mean, discrimination, pairs }) => ({
    id: item.id,
    objective: item.objective,
    stem: stemOf(item),
    scored,
    n,
    right,
    percentRight: percentOf(share),
    percentMean: percentOf(mean),
    discrimination: twoPlaces(discrimination),
    pairs,
  }))
}

export type ChoiceRow = { scene: string; sceneTitle: string; choice: string; text: string; n: number; of: number; percent: number | null }
export type SceneRow = {
  id: string
  title: string
  came: number
  people: number
  /** of all runs, also of those that are not followed as far as this */
  stopped: number
  /** null: too few people, or nobody */
  choices: ChoiceRow[] | null
}

/** In the order of the story. */
export function sceneRows(flow: Flow, scenario: Pick<Scenario, 'scenes'>): SceneRow[] {
  return scenario.scenes.map((scene) => {
    const place = flow.places.get(scene.id)
    const counts = choicesAt(flow, scene)
    const of = place?.chosen ?? 0
    return {
      id: scene.id,
      title: scene.title,
      came: place?.came ?? 0,
      people: place?.people ?? 0,
      stopped: flow.ends.stoppedAt.get(scene.id) ?? 0,
      choices:
        counts?.map(({ id, n }) => ({
          scene: scene.id,
          sceneTitle: scene.title,
          choice: id,
          text: scene.choices.find((one) => one.id === id)!.text,
          n,
          of,
          percent: percentOf(shareOf(n, of)),
        })) ?? null,
    }
  })
}

export type Cell = string | number

/** @param words headings of the columns, in this order */
export function itemTable(rows: readonly ItemRow[], words: ItemWords): Cell[][] {
  const { headings, yes, no } = words
  return [
    [...headings],
    ...rows.map((row) => [
      row.id,
      row.objective,
      row.stem,
      row.scored ? yes : no,
      row.n,
      row.right,
      row.percentRight ?? '',
      row.percentMean ?? '',
      row.discrimination ?? '',
      row.pairs,
    ]),
  ]
}
export type ItemWords = { headings: readonly string[]; yes: string; no: string }

/** Scenes that are not shown per choice have one row that says so. */
export function choiceTable(
  parts: readonly { label: string; rows: readonly SceneRow[]; nobody: string }[],
  words: { headings: readonly string[]; tooFew: string },
): Cell[][] {
  const body = parts.flatMap(({ label, rows, nobody }) =>
    rows.flatMap((row): Cell[][] =>
      row.choices === null
        ? [[label, row.id, row.title, '', row.came === 0 ? nobody : words.tooFew, row.came, row.people, row.stopped, '', '']]
        : row.choices.map((one) => [
            label,
            row.id,
            row.title,
            one.choice,
            one.text,
            row.came,
            row.people,
            row.stopped,
            one.n,
            one.percent ?? '',
          ]),
    ),
  )
  return [[...words.headings], ...body]
}
