import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canAsk, latestBudget, standing } from './question-budget.ts'

const question = (id: string) => ({ id, who: 'Somebody', text: `${id}?`, reply: 'Yes.', pertinent: true, feedback: 'Why.' })
const option = (id: string, fit: 'good' | 'mixed' | 'poor', needs: string[]) => ({ id, text: id, fit, needs, feedback: 'Because.' })
const hold = option('hold', 'good', ['date', 'source'])
const send = option('send', 'poor', [])
const data = { budget: 2, questions: ['date', 'source', 'colour', 'font'].map(question), decide: { options: [hold, send] } }
const said = (attempt: string, response: unknown) => ({ attempt, result: { response: response as never } })

describe('the round of a budget', () => {
  it('is none before the first question', () => {
    expect(latestBudget(data, [])).toBeNull()
  })

  it.each([
    ['keeps the order of asking', [{ asked: 'font' }, { asked: 'date' }], ['font', 'date'], null],
    ['counts a question once', [{ asked: 'date' }, { asked: 'date' }, { asked: 'font' }], ['date', 'font'], null],
    ['ends with the budget', [{ asked: 'date' }, { asked: 'font' }, { asked: 'colour' }], ['date', 'font'], null],
    ['takes no question after the decision', [{ asked: 'date' }, { decision: 'send' }, { asked: 'font' }], ['date'], 'send'],
    ['has the decision made last', [{ asked: 'date' }, { decision: 'send' }, { decision: 'hold' }], ['date'], 'hold'],
    ['leaves out what the content no longer has', [{ asked: 'smell' }, { asked: 'date' }, { decision: 'burn' }], ['date'], null],
    ['leaves out what is no response of this kind', [{ asked: 'date' }, 'date', { asked: 3 }, null], ['date'], null],
  ])('%s', (_, responses, asked, decision) => {
    expect(
      latestBudget(
        data,
        responses.map((one) => said('one', one)),
      ),
    ).toEqual({ attempt: 'one', asked, decision })
  })

  it('begins again with a new attempt', () => {
    const statements = [said('one', { asked: 'date' }), said('one', { decision: 'hold' }), said('two', { asked: 'font' })]
    expect(latestBudget(data, statements)).toEqual({ attempt: 'two', asked: ['font'], decision: null })
  })

  it('never overdraws', () => {
    const responses = fc.constantFrom(
      ...data.questions.map(({ id }) => ({ asked: id })),
      ...data.decide.options.map(({ id }) => ({ decision: id })),
    )
    fc.assert(
      fc.property(fc.array(responses, { minLength: 1 }), (list) => {
        const round = latestBudget(
          data,
          list.map((one) => said('one', one)),
        )
        expect(round?.asked.length).toBeLessThanOrEqual(data.budget)
        expect(new Set(round?.asked).size).toBe(round?.asked.length)
      }),
    )
  })

  it('lets one ask what was not asked, until a decision', () => {
    expect(canAsk(data, { asked: ['date'], decision: null }, 'font')).toBe(true)
    expect(canAsk(data, { asked: ['date'], decision: null }, 'date')).toBe(false)
    expect(canAsk(data, { asked: ['date'], decision: 'hold' }, 'font')).toBe(false)
  })
})

it.each([
  ['good', hold, ['source', 'date'], []],
  ['guess', hold, ['date', 'font'], ['source']],
  ['guess', hold, [], ['date', 'source']],
  ['poor', send, [], []],
  ['mixed', option('wait', 'mixed', ['date']), [], ['date']],
])('calls a decision %s', (verdict, decision, asked, missing) => {
  const result = standing(data, decision, asked)
  expect({ ...result, missing: result.missing.map(({ id }) => id) }).toEqual({ verdict, missing })
})
