import { expect, it } from 'vitest'
import { courseWith, lessonFile, replace } from '#lib/testing/course-fixture.ts'
import { partsThatFit } from './parts-that-fit.ts'

const found = (activity: object) =>
  partsThatFit(
    courseWith({
      [lessonFile]: replace('activities:\n', `activities:\n  - ${JSON.stringify({ id: 'tried', title: 'Tried', ...activity })}\n`),
    }),
  )

const named = (...ids: string[]) => ids.map((id) => ({ id, label: id, help: id }))
const texts = (...ids: string[]) => Object.fromEntries(ids.map((id) => [id, id]))
const checklist = ['x', 'y'].map((id) => ({ id, text: id }))

const fading = ({ given = ['who'], model = ['what', 'when'], example = ['who', 'what', 'when'], why = ['who'] }) => ({
  kind: 'fading',
  pattern: named('who', 'what', 'when'),
  example: { situation: 's', parts: texts(...example), why: texts(...why) },
  half: { situation: 's', given: texts(...given), model: texts(...model), why: 'w' },
  own: { prompt: 'p', checklist, watch: [] },
})
const assemble = (...parts: (string | undefined)[]) => ({
  kind: 'assemble',
  situation: 's',
  parts: ['open', 'ask', 'close'].map((id) => ({ id, label: id })),
  sentences: [...parts, undefined, undefined, undefined].map((part, at) => ({
    id: `s${at}`,
    text: 't',
    feedback: 'f',
    ...(part && { part }),
  })),
  worked: { text: 't', why: 'w' },
})
const sliders = (ranges: object) => ({
  kind: 'sliders',
  scales: ['warm', 'clear'].map((id) => ({ id, label: id, low: 'l', high: 'h' })),
  rows: [
    { id: 'a', text: 'a', ranges: { warm: [1, 3], clear: [2, 2] }, why: 'w' },
    { id: 'b', text: 'b', ranges, why: 'w' },
  ],
  whose: 'w',
})
const objections = (...example: string[]) => ({
  kind: 'objections',
  rules: ['r', 's'],
  fields: named('need', 'cost'),
  example: texts(...example),
  colleagues: [
    {
      id: 'c',
      who: 'w',
      says: 's',
      back: { prompt: 'p', options: ['x', 'y'].map((id) => ({ id, text: id, right: id === 'x', feedback: 'f' })) },
      thanks: 't',
      reply: { prompt: 'p', checklist, strong: { text: 't', why: 'w' } },
    },
  ],
  closing: 'c',
})
const commitment = (...model: string[]) => ({
  kind: 'commitment',
  fields: named('who', 'what', 'when'),
  repairs: [{ id: 'r', weak: 'w', stranger: ['a', 'b'], model: texts(...model), why: 'w' }],
  own: { prompt: 'p', checklist, watch: [] },
})
const matrix = (...experts: string[]) => ({
  kind: 'matrix',
  goal: 'g',
  quadrants: ['A', 'B', 'C', 'D'].map((id) => ({ id, label: id, verb: id })),
  experts: ['ann', 'bo'].map((id) => ({ id, name: id, goal: id })),
  tasks: ['p', 'q', 'r', 's'].map((id) => ({
    id,
    text: id,
    why: 'w',
    places: Object.fromEntries((id === 'q' ? experts : ['ann', 'bo']).map((one) => [one, 'A'])),
  })),
})
const powerMap = (to: string) => ({
  kind: 'power-map',
  people: ['ann', 'bo', 'cy'].map((id) => ({ id, name: id, role: id, x: 1, y: 1 })),
  arrows: [
    { from: 'ann', to: 'bo', why: 'w' },
    { from: 'bo', to, why: 'w' },
  ],
  sentences: [{ id: 's', text: 't', prompt: 'p', options: ['x', 'y'].map((id) => ({ id, text: id, right: id === 'x', feedback: 'f' })) }],
  closing: 'c',
})
const grid = (row: string, column: string) => ({
  kind: 'grid',
  rows: named('r1', 'r2'),
  columns: ['c1', 'c2'].map((id) => ({ id, label: id, module: 'first' })),
  fill: 1,
  example: { row, column, text: 't' },
  readings: { fewRows: 'f', fewColumns: 'f', spread: 's' },
})

it.each([
  ['help that fades', fading({})],
  ['a text to assemble', assemble('open', 'ask', 'close')],
  ['sliders', sliders({ warm: [0, 10], clear: [5, 5] })],
  ['objections', objections('need', 'cost')],
  ['commitments', commitment('who', 'what', 'when')],
  ['a matrix', matrix('ann', 'bo')],
  ['a map of power', powerMap('cy')],
  ['a grid', grid('r1', 'c2')],
])('passes %s whose parts fit', (_, activity) => {
  expect(found(activity)).toEqual([])
})

it.each([
  ['a half that leaves out a part', fading({ model: ['what'] }), ['half'], 'leaves out the part “when”'],
  ['a part both given and to be written', fading({ given: ['who', 'what'] }), ['half', 'model', 'what'], 'given already'],
  ['a part that the pattern does not have', fading({ given: ['who', 'where'] }), ['half', 'given'], 'no part “where”'],
  ['a half with nothing to write', fading({ given: ['who', 'what', 'when'], model: [] }), ['half', 'model'], 'nothing to write'],
  ['an example without one of its parts', fading({ example: ['who', 'what'] }), ['example', 'parts'], '“when”'],
  ['a reason for a part that is not there', fading({ why: ['how'] }), ['example', 'why'], '“how”'],
  ['a sentence of a part that is not there', assemble('open', 'ask', 'close', 'joke'), ['sentences', 3, 'part'], 'no part “joke”'],
  ['a part without a sentence', assemble('open', 'ask', 'ask'), ['parts', 2], 'No sentence is of the part “close”'],
  ['a row without a range on one scale', sliders({ warm: [1, 3] }), ['rows', 1, 'ranges'], 'scale “clear”'],
  [
    'a range on a scale that is not there',
    sliders({ warm: [1, 3], clear: [1, 3], loud: [1, 3] }),
    ['rows', 1, 'ranges'],
    'no scale “loud”',
  ],
  ['a range upside down', sliders({ warm: [8, 3], clear: [1, 3] }), ['rows', 1, 'ranges', 'warm'], 'lower value first'],
  ['an example that leaves a field empty', objections('need'), ['example'], 'field “cost”'],
  ['a repaired promise without one of its fields', commitment('who', 'what'), ['repairs', 0, 'model'], 'field “when”'],
  ['a task on which one expert is silent', matrix('ann'), ['tasks', 1, 'places'], 'expert “bo”'],
  ['an arrow to nobody', powerMap('dee'), ['arrows', 1, 'to'], 'no person “dee”'],
  ['an example in a row that is not there', grid('r9', 'c1'), ['example', 'row'], 'no row “r9”'],
])('finds %s', (_, activity, path, sentence) => {
  expect(found(activity)).toEqual([{ file: lessonFile, path: ['activities', 0, ...path], sentence: expect.stringContaining(sentence) }])
})
