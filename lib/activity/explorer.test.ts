import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Framework } from '#lib/competency/reference.ts'
import { allRight, type Explorer, type Filters, findIndicators, noFilters, setsGiven, verdictOn } from './explorer.ts'

const framework: Framework = {
  title: 'Framework',
  note: 'Ours.',
  elements: [
    {
      id: 'values',
      title: 'Values',
      for: 'All',
      competencies: [{ title: 'Integrity', indicators: [{ text: 'Keeps promises' }, { text: 'Is open', modules: [6] }] }],
    },
    {
      id: 'core',
      title: 'Core',
      for: 'All',
      competencies: [
        {
          title: 'Teamwork',
          indicators: [
            { text: 'Joins in', level: 1, modules: [3, 7] },
            { text: 'Mediates', level: 2, modules: [3] },
          ],
        },
        { title: 'Communication', indicators: [{ text: 'Listens', level: 1 }] },
      ],
    },
    {
      id: 'managerial',
      title: 'Managerial',
      for: 'Managers',
      competencies: [{ title: 'Leadership', indicators: [{ text: 'Decides', level: 3 }] }],
    },
  ],
}
const texts = (filters: Partial<Filters>) =>
  findIndicators(framework, { ...noFilters, ...filters }).elements.flatMap(({ competencies }) =>
    competencies.flatMap(({ indicators }) => indicators.map(({ text }) => text)),
  )

describe('the explorer', () => {
  it.each<[string, Partial<Filters>, string[]]>([
    ['everything without a filter', {}, ['Keeps promises', 'Is open', 'Joins in', 'Mediates', 'Listens', 'Decides']],
    ['one element', { element: 'values' }, ['Keeps promises', 'Is open']],
    ['one level, which leaves values out', { level: 1 }, ['Joins in', 'Listens']],
    ['what a module builds', { module: 3 }, ['Joins in', 'Mediates']],
    ['all three at once', { element: 'core', level: 1, module: 7 }, ['Joins in']],
    ['nothing where there is nothing', { element: 'values', level: 2 }, []],
  ])('finds %s', (_, filters, expected) => {
    expect(texts(filters)).toEqual(expected)
  })

  it('counts what it shows, and leaves out empty headings', () => {
    const found = findIndicators(framework, { ...noFilters, module: 3 })
    expect([found.count, found.total]).toEqual([2, 6])
    expect(found.elements.map(({ title, competencies }) => [title, competencies.map((one) => one.title)])).toEqual([['Core', ['Teamwork']]])
  })

  it('never finds more with a further filter', () => {
    const filters = fc.record({
      element: fc.constantFrom('values', 'core', 'managerial', null),
      level: fc.constantFrom(1, 2, 3, null),
      module: fc.constantFrom(3, 6, 7, null),
    }) as fc.Arbitrary<Filters>
    fc.assert(
      fc.property(filters, (one) => {
        for (const name of ['element', 'level', 'module'] as const) {
          expect(findIndicators(framework, one).count).toBeLessThanOrEqual(findIndicators(framework, { ...one, [name]: null }).count)
        }
      }),
    )
  })
})

const set = (id: string, applies: boolean) => ({ id, label: id, applies, feedback: 'Because.' })
const data: Explorer = {
  kind: 'explorer',
  id: 'framework',
  title: 'Framework',
  people: [
    {
      id: 'leila',
      who: 'Leila',
      question: 'Which?',
      sets: [set('values', true), set('core-1', true), set('core-2', false)],
      closing: 'Own level.',
    },
  ],
}
const said = (person: unknown, sets: unknown) => ({ result: { response: { person, sets } as never } })

describe('a question about a person', () => {
  it('keeps what was ticked last, in the order of the content', () => {
    const given = setsGiven(data, [said('leila', ['core-2']), said('leila', ['core-1', 'values', 'gone']), said('gone', ['values'])])
    expect([...given]).toEqual([['leila', ['values', 'core-1']]])
  })

  it('leaves out what is not a response', () => {
    expect(setsGiven(data, [said('leila', 'values'), { result: { response: 3 } }, {}]).size).toBe(0)
  })

  it('says of each set what is true and whether it was said', () => {
    expect(data.people[0]!.sets.map((one) => verdictOn(one, ['values', 'core-2']))).toEqual(['applies', 'applies-missed', 'not-ticked'])
    expect(verdictOn(set('core-2', false), [])).toBe('not')
  })

  it('is right only where every set is', () => {
    expect([['values', 'core-1'], ['values'], ['values', 'core-1', 'core-2']].map((ticked) => allRight(data.people[0]!, ticked))).toEqual([
      true,
      false,
      false,
    ])
  })
})
