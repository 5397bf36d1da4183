import { expect, it } from 'vitest'
import { courseWith, lessonFile, replace } from '#lib/testing/course-fixture.ts'
import { carriedOn } from './carried-on.ts'

const scale = (last = 'Usually') => ['Rarely', 'Sometimes', 'Often', last].map((label, at) => ({ id: `s${at}`, label }))
const indicators = (...ids: string[]) => ids.map((id) => ({ id, module: 'first', text: `I do ${id}.` }))
const evidence = { id: 'evidence', label: 'When?', help: 'Last week' }
const asked = indicators('C-TW-L1-1', 'C-TW-L2-1')

const first = { kind: 'self-rating', id: 'early', title: 'Now', scale: scale(), indicators: asked, evidence, goals: 1, closing: 'c' }
const second = (edit: object) => ({
  kind: 'plan-builder',
  id: 'late',
  title: 'Again',
  early: 'first/lessons/one/early',
  scale: scale(),
  indicators: asked,
  evidence,
  plans: 1,
  example: { trigger: 't', action: 'a' },
  colleague: { label: 'l', help: 'h', note: 'n' },
  reviews: [7],
  readings: { up: 'u', same: 's', down: 'd', noEarly: 'n' },
  ...edit,
})
const found = (...activities: object[]) =>
  carriedOn(
    courseWith({
      [lessonFile]: replace('activities:\n', `activities:\n${activities.map((one) => `  - ${JSON.stringify(one)}\n`).join('')}`),
    }),
  )

it('passes a second rating that asks what the first one asked', () => {
  expect(found(first, second({}))).toEqual([])
})

it.each([
  ['other steps', { scale: scale('Always') }, 'scale', 'had other steps'],
  ['one indicator less', { indicators: asked.slice(0, 1).concat(indicators('C-TW-L1-1')) }, 'indicators', 'also asked about C-TW-L2-1'],
  ['one indicator more', { indicators: [...asked, ...indicators('C-CO-L1-1')] }, 'indicators', 'did not ask about C-CO-L1-1'],
  ['other words', { indicators: [{ ...asked[0], text: 'I try.' }, asked[1]] }, 'indicators', 'C-TW-L1-1 in other words'],
  ['no first rating', { early: 'first/lessons/one/which' }, 'early', 'write one of first/lessons/one/early'],
])('finds a second rating with %s', (_, edit, key, sentence) => {
  expect(found(first, second(edit))).toEqual([
    { file: lessonFile, path: ['activities', 1, key], sentence: expect.stringContaining(sentence) },
  ])
})

it('finds the step of a log that is not there', () => {
  const step = {
    kind: 'log-step',
    id: 'step',
    title: 'One step',
    log: 'first/lessons/one/my-log',
    feelings: ['calm', 'cross'].map((id) => ({ id, label: id })),
    lines: ['felt', 'did'].map((id) => ({ id, label: id, help: id })),
    example: { feeling: 'calm', lines: { felt: 'f', did: 'd' }, trigger: 't', action: 'a' },
  }
  expect(found(step)).toEqual([
    { file: lessonFile, path: ['activities', 0, 'log'], sentence: expect.stringContaining('add one to an earlier lesson first') },
  ])
})
