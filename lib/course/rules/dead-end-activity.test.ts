import { expect, it } from 'vitest'
import { courseWith, lessonFile, replace } from '#lib/testing/course-fixture.ts'
import { deadEndActivity } from './dead-end-activity.ts'

const option = (id: string, right: boolean) => ({ id, text: id, right, feedback: id })
const question = (right: boolean) => ({ id: 'say', prompt: 'What?', options: [option('a', right), option('b', false)] })
const cases = (right: boolean) => ({
  kind: 'cases',
  order: 'given',
  cases: ['x', 'y'].map((id) => ({ id, title: id, text: id, questions: [question(id === 'x' || right)] })),
})
const ladder = (right: boolean) => ({
  kind: 'ladder',
  start: 'Cell',
  question: 'So that?',
  rungs: ['x', 'y', 'z'].map((id) => ({ id, options: [option('a', id !== 'y' || right), option('b', false)] })),
  top: 'A person',
  own: { prompt: 'Own', start: 'Cell', rung: 'so that', most: 4 },
})
const outcome = (fit: string, when: object) => ({ when, fit, reply: 'r', feedback: 'f' })
const combine = (...outcomes: object[]) => ({
  kind: 'combine',
  look: 'dials',
  situations: [
    {
      id: 'one',
      title: 'One',
      text: 'One',
      parts: ['time', 'place'].map((id) => ({ id, label: id, options: ['a', 'b'].map((id) => ({ id, text: id })) })),
      outcomes,
    },
  ],
})
const flow = (hit: string) => ({
  kind: 'flow',
  steps: ['a', 'b', 'c', 'd'].map((id) => ({ id, who: id, text: id, short: id, without: id, hit: id === 'b' ? [hit] : [] })),
  back: 'news',
  closing: 'c',
})
const verdict = (office: string, practice: string, risk = 'u') => ({
  office,
  practice,
  fit: 'good',
  text: 't',
  condition: { fits: ['u'], why: 'w' },
  risk: { fits: [risk], why: 'w' },
})
const advise = (...verdicts: object[]) => ({
  kind: 'advise',
  offices: ['a', 'b'].map((id) => ({ id, title: id, profile: id, facts: ['x', 'y'] })),
  practices: ['p', 'q'].map((id) => ({ id, label: id, idea: id })),
  conditions: ['u', 'v', 'w'].map((id) => ({ id, text: id })),
  risks: ['u', 'v', 'w'].map((id) => ({ id, text: id })),
  verdicts,
  closing: 'c',
})
const four = [verdict('a', 'p'), verdict('a', 'q'), verdict('b', 'p'), verdict('b', 'q')]
const checklist = ['x', 'y'].map((id) => ({ id, text: id }))
const model = { text: 't', why: 'w' }
const studio = (right: boolean) => ({
  kind: 'studio',
  speakers: [
    {
      id: 's',
      who: 'w',
      says: 's',
      choose: 'c',
      options: [option('a', right), option('b', false)],
      write: 'w',
      checklist,
      strong: model,
      weak: model,
    },
  ],
})
const objections = (right: boolean) => ({
  kind: 'objections',
  rules: ['r', 's'],
  fields: ['need', 'cost'].map((id) => ({ id, label: id, help: id })),
  example: { need: 'n', cost: 'c' },
  colleagues: [
    {
      id: 'c',
      who: 'w',
      says: 's',
      back: { prompt: 'p', options: [option('a', right), option('b', false)] },
      thanks: 't',
      reply: { prompt: 'p', checklist, strong: model },
    },
  ],
  closing: 'c',
})
const good = outcome('good', { time: ['a'] })
const rest = outcome('poor', {})

const found = (activity: object) =>
  deadEndActivity(
    courseWith({
      [lessonFile]: replace('activities:\n', `activities:\n  - ${JSON.stringify({ id: 'tried', title: 'Tried', ...activity })}\n`),
    }),
  )

it.each([
  ['cases', cases(true)],
  ['a ladder', ladder(true)],
  ['combinations', combine(good, rest)],
  ['a flow', flow('d')],
  ['advice', advise(...four)],
  ['a studio', studio(true)],
  ['objections', objections(true)],
])('passes %s that can be played to the end', (_, activity) => {
  expect(found(activity)).toEqual([])
})

it.each([
  ['a question without a right option', cases(false), ['cases', 1, 'questions', 0, 'options'], 'No option is right'],
  ['a rung without a right option', ladder(false), ['rungs', 1, 'options'], 'No option is right'],
  ['a speaker without a right reply', studio(false), ['speakers', 0, 'options'], 'No option is right'],
  ['an objection that nothing gives back', objections(false), ['colleagues', 0, 'back', 'options'], 'No option is right'],
  ['a part that is not there', combine(outcome('good', { tone: ['a'] }), rest), ['situations', 0, 'outcomes', 0, 'when', 'tone'], '“tone”'],
  ['an option that is not there', combine(outcome('good', { time: ['c'] }), rest), ['situations', 0, 'outcomes', 0, 'when', 'time'], '“c”'],
  ['a combination without outcome', combine(good, outcome('poor', { place: ['a'] })), ['situations', 0, 'outcomes'], 'no outcome'],
  ['no good outcome', combine(outcome('mixed', { time: ['a'] }), rest), ['situations', 0, 'outcomes'], 'good outcome'],
  [
    'an outcome nobody reaches',
    combine(good, outcome('mixed', { time: ['a'], place: ['b'] }), rest),
    ['situations', 0, 'outcomes', 1],
    'No combination',
  ],
  ['a step that hits itself', flow('b'), ['steps', 1, 'hit'], 'not another step'],
  ['a hit on a step that is not there', flow('z'), ['steps', 1, 'hit'], 'not another step'],
  ['a missing verdict', advise(...four.slice(1)), ['verdicts'], '0 verdicts'],
  ['a verdict twice', advise(...four, verdict('a', 'p')), ['verdicts'], '2 verdicts'],
  ['a risk that is not there', advise(...four.slice(1), verdict('a', 'p', 'z')), ['verdicts', 3, 'risk', 'fits'], '“z”'],
])('finds %s', (_, activity, path, sentence) => {
  expect(found(activity)).toEqual([{ file: lessonFile, path: ['activities', 0, ...path], sentence: expect.stringContaining(sentence) }])
})
