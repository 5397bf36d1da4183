/** The figures of a report agree with each other, with the pages of the learners, with the drawing and with the files. */
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import report from '#lib/message/en/report.json' with { type: 'json' }
import { deriveMap } from '#lib/scenario/derive-map.ts'
import type { StoredStatement } from '#lib/statement/schema.ts'
import { aBank, aModule, aStory, type Done, doneArb, statementsOf } from './report.arbitrary.ts'
import { drawFlow } from './report-drawing.ts'
import { choiceFile, itemFile } from './report-file.ts'
import { type Flow, flowOf } from './report-flow.ts'
import { reportLearnerModule } from './report-learner.ts'
import { waysOf } from './report-runs.ts'
import { foldModule } from './report-store.ts'
import { itemRows, sceneRows } from './report-tables.ts'

const module = aModule()
const scenario = module.scenario!
const cohortArb = fc.array(doneArb, { maxLength: 14 })
const cohortOf = (done: readonly Done[]) =>
  done.map((one, at) => ({ learner: `l${at}`, statements: statementsOf(`l${at}`, one, 1000 * (at + 1)) }))
const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, one) => total + one, 0)

function read(text: string): { head: string[]; rows: Record<string, string>[] } {
  const { data, meta, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true })
  expect(errors).toEqual([])
  return { head: meta.fields!, rows: data }
}

describe('the figures of a check', () => {
  it('add up: options to those who met the item, and every smaller group within the larger', () => {
    fc.assert(
      fc.property(cohortArb, (done) => {
        const { people, check } = foldModule(module, cohortOf(done))
        expect(people).toBe(done.length)
        expect(check.began).toBe(done.filter(({ tries }) => tries.length > 0).length)
        expect(check.finished).toBe(done.filter(({ tries }) => tries.some(({ over }) => over)).length)
        expect(check.attempts).toBe(sum(done.map(({ tries }) => tries.length)))
        expect(check.reached).toBeLessThanOrEqual(check.finished)
        for (const { n, right, pairs, options } of check.items) {
          expect(options.shape === 'list' && sum(options.rows.map((row) => row.n)) + options.older).toBe(n)
          // only the green one earns full marks
          expect(options.shape === 'list' && options.rows.find((row) => row.right)!.n).toBe(right)
          expect(n).toBeLessThanOrEqual(check.began)
          expect(pairs).toBeLessThanOrEqual(Math.min(n, check.finished))
        }
        for (const { n, first, now } of check.objectives) {
          expect(first).toBeLessThanOrEqual(now)
          expect(now).toBeLessThanOrEqual(n)
          expect(n).toBeLessThanOrEqual(check.finished)
        }
      }),
    )
  })
})

describe('the figures of a scenario', () => {
  const total = (flow: Flow, of: 'ended' | 'stopped' | 'former' | 'cut' | 'began') =>
    sum([...flow.places.values()].map((place) => place[of]))

  it('let in as many runs as go out or stop, at every place and in all', () => {
    fc.assert(
      fc.property(cohortArb, (done) => {
        const { first, all, again } = foldModule(module, cohortOf(done)).scenario!
        for (const flow of [first, all]) {
          for (const [id, place] of flow.places) {
            const arrived = sum([...flow.lines].flatMap(([line, n]) => (line.endsWith(` ${id}`) ? [n] : [])))
            const left = sum([...flow.lines].flatMap(([line, n]) => (line.startsWith(`${id} `) ? [n] : [])))
            expect(place.began + arrived).toBe(place.came)
            expect(left + place.ended + place.stopped + place.former + place.cut).toBe(place.came)
            expect(place.people).toBeLessThanOrEqual(place.came)
          }
          for (const end of ['ended', 'stopped', 'former', 'cut'] as const) expect(total(flow, end)).toBe(flow[end])
          expect(total(flow, 'began')).toBe(flow.runs)
          expect(flow.runs).toBe(flow.ended + flow.stopped + flow.former + flow.cut)
        }
        expect(first.runs).toBe(first.people)
        expect(all.people).toBe(first.people)
        expect(all.runs).toBe(first.runs + again.runs)
        expect(all.runs).toBe(sum(done.map(({ runs }) => runs.length)))
      }),
    )
  })

  it('are all on the map: each line is drawn with its runs, and none is wider than the whole', () => {
    const map = deriveMap(aStory)
    fc.assert(
      fc.property(cohortArb, (done) => {
        const { all } = foldModule(module, cohortOf(done)).scenario!
        const drawing = drawFlow(map, new Map(), all)
        expect(new Map(drawing.lines.flatMap(({ from, to, n }) => (n > 0 ? [[`${from} ${to}`, n]] : [])))).toEqual(new Map(all.lines))
        expect(sum(drawing.places.map(({ came }) => came))).toBe(sum([...all.places.values()].map(({ came }) => came)))
        expect(sum(drawing.places.map(({ stopped }) => stopped))).toBe(all.ends.stopped)
        const widest = drawFlow(map, new Map(), { ...all, lines: new Map([['s1 s2', all.runs]]) }).lines.find(({ to }) => to === 's2')!
        for (const { width, n } of drawing.lines) expect(n === 0 || width <= Math.max(widest.width, 1.5)).toBe(true)
      }),
    )
  })

  it('are those of the learners one by one', () => {
    fc.assert(
      fc.property(cohortArb, (done) => {
        const cohort = cohortOf(done)
        const { check, scenario: told } = foldModule(module, cohort)
        const pages = cohort.map(({ learner, statements }) =>
          reportLearnerModule(learner, module.shape, statements, module.runsOf, scenario),
        )
        expect(sum(pages.map(({ attempts }) => attempts.length))).toBe(check.attempts)
        expect(pages.filter(({ attempts }) => attempts.some(({ reached }) => reached))).toHaveLength(check.reached)
        expect(sum(pages.map(({ runs }) => runs.length))).toBe(told!.all.runs)
        // before anything is left out for small groups
        const ways = cohort.flatMap(({ learner, statements }) => waysOf(aStory, learner, statements, scenario))
        expect(pages.flatMap(({ runs }) => runs.filter(({ end }) => end === 'stopped'))).toHaveLength(flowOf(ways).stopped)
        expect(told!.all.ends).toEqual(flowOf(ways).ends)
      }),
    )
  })
})

describe('the files', () => {
  it('hold the figures of the screen, and their totals are equal', () => {
    fc.assert(
      fc.property(cohortArb, (done) => {
        const { check, scenario: told } = foldModule(module, cohortOf(done))
        const items = read(itemFile(check.items, report, false)).rows
        const shown = itemRows(check.items)
        expect(items.map((row) => row[report.columnItem])).toEqual(shown.map(({ id }) => id))
        for (const [column, of] of [
          [report.columnN, 'n'],
          [report.columnRight, 'right'],
          [report.columnPairs, 'pairs'],
        ] as const)
          expect(sum(items.map((row) => Number(row[column])))).toBe(sum(check.items.map((figures) => figures[of])))
        expect(items.map((row) => row[report.columnPercentRight])).toEqual(shown.map(({ percentRight }) => String(percentRight ?? '')))

        const choices = read(choiceFile(told!, aStory, report, false)).rows
        for (const [label, flow] of [
          [report.showFirst, told!.first],
          [report.showAll, told!.all],
        ] as const) {
          const rows = choices.filter((row) => row[report.columnSet] === label)
          const chosen = sum(rows.map((row) => Number(row[report.columnTimes])))
          expect(chosen).toBe(sum(flow.choices.values()))
          expect(chosen).toBe(sum(sceneRows(flow, aStory).flatMap((scene) => scene.choices?.map(({ n }) => n) ?? [])))
          const scenes = new Map(rows.map((row) => [row[report.columnScene]!, Number(row[report.columnStopped])]))
          expect(sum(scenes.values())).toBe(flow.ends.stopped)
        }
      }),
    )
  })

  const some = foldModule(module, cohortOf([{ tries: [{ given: [{ item: 0, score: 2 }], over: true }], runs: [{ moves: [0] }] }]))
  const files = [
    ['items', (bom: boolean) => itemFile(some.check.items, report, bom)],
    ['choices', (bom: boolean) => choiceFile(some.scenario!, aStory, report, bom)],
  ] as const

  it.each(files)('of %s begin with the byte order mark, or do not, and say the same', (_, file) => {
    expect(file(true)).toBe(`\uFEFF${file(false)}`)
    expect(file(false)).not.toContain('\uFEFF')
  })

  it('run nothing in a spreadsheet: a text that begins like a formula stays a text, a number below nought a number', () => {
    const { rows } = read(itemFile(some.check.items, report, false))
    expect(rows[0]![report.columnStem]).toMatch(/^'=Which/)
    const against = some.check.items.map((figures) => ({ ...figures, discrimination: -0.254, pairs: 40 }))
    expect(read(itemFile(against, report, false)).rows[0]![report.columnDiscrimination]).toBe('-0.25')
    const { items } = aBank(1)
    const odd = { ...some.check.items[0]!, item: { ...items[0]!, stem: '@SUM(A1), "quoted"\r\nand more' } } as (typeof some.check.items)[0]
    expect(read(itemFile([odd], report, false)).rows[0]![report.columnStem]).toBe('\'@SUM(A1), "quoted"\r\nand more')
  })

  it('do not show what fewer than five people chose', () => {
    const statements = (n: number): { learner: string; statements: StoredStatement[] }[] =>
      cohortOf(Array.from({ length: n }, () => ({ tries: [], runs: [{ moves: [0] }] })))
    const timesAt = (n: number) =>
      read(choiceFile(foldModule(module, statements(n)).scenario!, aStory, report, false)).rows.filter(
        (row) => row[report.columnScene] === 's1' && row[report.columnSet] === report.showFirst,
      )
    expect(timesAt(4)).toMatchObject([{ [report.columnText]: report.sceneTooFew, [report.columnTimes]: '', [report.columnCame]: '4' }])
    const file = (n: number) => choiceFile(foldModule(module, statements(n)).scenario!, aStory, report, false)
    // further on nought means: not known
    expect(file(4)).toContain(report.sceneUnknown)
    expect(file(4)).not.toContain(report.sceneNobody)
    expect(file(5)).toContain(report.sceneNobody)
    expect(timesAt(5).map((row) => row[report.columnTimes])).toEqual(['5', '0', '0'])
  })
})
