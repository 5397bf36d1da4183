import { expect, it } from 'vitest'
import { courseWith, lessonFile, replace } from '#lib/testing/course-fixture.ts'
import { carriedOn } from './carried-on.ts'

type Rating = { scale?: string[]; indicators?: string[]; texts?: Record<string, string> }
const rating = ({ scale = ['rarely', 'sometimes', 'often', 'usually'], indicators = ['C-TW-L1-1', 'C-TW-L2-1'], texts = {} }: Rating) => ({
  scale: scale.map((id) => ({ id, label: id })),
  indicators: indicators.map((id) => ({ id, module: 'first', text: texts[id] ?? id })),
  evidence: { id: 'evidence', label: 'l', help: 'h' },
})
const early = (given: Rating) => ({ kind: 'self-rating', id: 'early', title: 'Early', ...rating(given), goals: 1, closing: 'c' })
const late = (given: Rating & { early?: string }) => ({
  kind: 'plan-builder',
  id: 'late',
  title: 'Late',
  early: given.early ?? 'first/lessons/one/early',
  ...rating(given),
  plans: 1,
  example: { trigger: 't', action: 'a' },
  colleague: { label: 'l', help: 'h', note: '{plans}' },
  reviews: [30],
  readings: { up: 'u', same: 's', down: 'd', noEarly: 'n' },
})
const logStep = (log: string) => ({
  kind: 'log-step',
  id: 'step',
  title: 'Step',
  log,
  feelings: ['x', 'y'].map((id) => ({ id, label: id })),
  lines: ['x', 'y'].map((id) => ({ id, label: id, help: id })),
  example: { feeling: 'x', lines: { x: 'x', y: 'y' }, trigger: 't', action: 'a' },
})
const found = (...activities: object[]) =>
  carriedOn(
    courseWith({
      [lessonFile]: replace('activities:\n', `activities:\n${activities.map((one) => `  - ${JSON.stringify(one)}\n`).join('')}`),
    }),
  )

it('passes two ratings of the same indicators on the same scale', () => {
  expect(found(early({}), late({}))).toEqual([])
})

it.each([
  ['a second rating without a first', [late({})], 0, 'early', 'no self-rating at “first/lessons/one/early”'],
  ['a first rating that is something else', [late({ early: 'first/lessons/one/which' })], 0, 'early', 'no self-rating at'],
  ['another scale', [early({}), late({ scale: ['rarely', 'often', 'sometimes', 'usually'] })], 1, 'scale', 'other steps'],
  [
    'an indicator that is missing',
    [early({ indicators: ['C-TW-L1-1', 'C-TW-L2-1', 'C-TW-L3-1'] }), late({})],
    1,
    'indicators',
    'also asked about C-TW-L3-1',
  ],
  [
    'an indicator too many',
    [early({}), late({ indicators: ['C-TW-L1-1', 'C-TW-L2-1', 'C-TW-L3-1'] })],
    1,
    'indicators',
    'did not ask about C-TW-L3-1',
  ],
  ['an indicator in other words', [early({}), late({ texts: { 'C-TW-L1-1': 'Otherwise' } })], 1, 'indicators', 'C-TW-L1-1 in other words'],
  ['a step of no log', [logStep('first/lessons/one/my-log')], 0, 'log', 'no log at “first/lessons/one/my-log”'],
])('finds %s', (_, activities, at, key, sentence) => {
  expect(found(...activities)).toEqual([{ file: lessonFile, path: ['activities', at, key], sentence: expect.stringContaining(sentence) }])
})
