import { expect, it } from 'vitest'
import { latestAttempt, responsesOf } from './latest-attempt.ts'

const told = (response: unknown, attempt?: string) => ({ ...(attempt ? { attempt } : {}), result: { response: response as null } })

it('gives the responses of the round that was begun last', () => {
  expect(latestAttempt([told({ a: 1 }, 'one'), told({ a: 2 }, 'two'), told({ a: 3 }, 'two')])).toEqual({
    attempt: 'two',
    responses: [{ a: 2 }, { a: 3 }],
  })
})
it('knows no round where nothing was said in one', () => {
  expect(latestAttempt([])).toBeNull()
  expect(latestAttempt([told({ a: 1 }), { attempt: 'one' }])).toBeNull()
})
it('leaves out what is not an object', () => {
  expect(responsesOf([told('words', 'one'), told(null), told([1]), {}, told({ a: 1 }, 'one')])).toEqual([
    { attempt: 'one', response: { a: 1 } },
  ])
})
