import { expect, it } from 'vitest'
import { courseWith, lessonFile, replace } from '#lib/testing/course-fixture.ts'
import { partsThatFit } from './parts-that-fit.ts'

const fields = (...ids: string[]) => ids.map((id) => ({ id, label: id, help: id }))
const parts = (...ids: string[]) => Object.fromEntries(ids.map((id) => [id, `The ${id}.`]))
const checklist = ['short', 'kind'].map((id) => ({ id, text: `Is it ${id}?` }))
const own = { prompt: 'Yours', checklist, watch: [] }

const fading = (given: string[], model: string[], example = ['what', 'why']) => ({
  kind: 'fading',
  pattern: fields('what', 'why'),
  example: { situation: 's', parts: parts(...example), why: parts('what') },
  half: { situation: 's', given: parts(...given), model: parts(...model), why: 'w' },
  own,
})
const assemble = (...of: string[]) => ({
  kind: 'assemble',
  situation: 's',
  parts: ['open', 'ask', 'end'].map((id) => ({ id, label: id })),
  sentences: of.map((part, at) => ({ id: `s${at}`, text: 't', part, feedback: 'f' })),
  worked: { text: 't', why: 'w' },
})
const sliders = (ranges: object) => ({
  kind: 'sliders',
  scales: ['power', 'interest'].map((id) => ({ id, label: id, low: 'low', high: 'high' })),
  rows: [
    { id: 'one', text: 'One', ranges: { power: [1, 3], interest: [2, 2] }, why: 'w' },
    { id: 'two', text: 'Two', ranges, why: 'w' },
  ],
  whose: 'Ours',
})
const commitment = (...model: string[]) => ({
  kind: 'commitment',
  fields: fields('who', 'what', 'when'),
  repairs: [{ id: 'soon', weak: 'Soon', stranger: ['Who?', 'When?'], model: parts(...model), why: 'w' }],
  own,
})

const found = (activity: object) =>
  partsThatFit(
    courseWith({
      [lessonFile]: replace('activities:\n', `activities:\n  - ${JSON.stringify({ id: 'tried', title: 'Tried', ...activity })}\n`),
    }),
  )

it.each([
  ['a half that is half given', fading(['what'], ['why'])],
  ['a half that the learner writes alone', fading([], ['what', 'why'])],
  ['sentences for each part', assemble('open', 'ask', 'ask', 'open', 'end', 'end')],
  ['a range on each scale', sliders({ power: [0, 10], interest: [5, 6] })],
  ['a repair of each field', commitment('who', 'what', 'when')],
])('passes %s', (_, activity) => {
  expect(found(activity)).toEqual([])
})

it.each([
  ['a part that is neither given nor in the model', fading(['what'], []), ['half'], 'leaves out the part “why”'],
  ['a part that is given and in the model', fading(['what'], ['what', 'why']), ['half', 'model', 'what'], 'given already'],
  ['a model of a part that the pattern has not', fading(['what'], ['why', 'how']), ['half', 'model'], 'no part “how”'],
  ['a given part that the pattern has not', fading(['what', 'how'], ['why']), ['half', 'given'], 'no part “how”'],
  ['an example without one of the parts', fading(['what'], ['why'], ['what']), ['example', 'parts'], 'about the part “why”'],
  ['a half with nothing to write', fading(['what', 'why'], []), ['half', 'model'], 'nothing to write'],
  [
    'a sentence of a part that is not there',
    assemble('open', 'ask', 'edn', 'ask', 'end', 'end'),
    ['sentences', 2, 'part'],
    'no part “edn”',
  ],
  ['a part without sentence', assemble('open', 'open', 'open', 'open', 'end', 'end'), ['parts', 1], 'No sentence is of the part “ask”'],
  ['a row without a range', sliders({ power: [0, 10] }), ['rows', 1, 'ranges'], 'about the scale “interest”'],
  ['a range on no scale', sliders({ power: [0, 1], interest: [0, 1], time: [0, 1] }), ['rows', 1, 'ranges'], 'no scale “time”'],
  ['a range from high to low', sliders({ power: [7, 3], interest: [0, 1] }), ['rows', 1, 'ranges', 'power'], 'from 7 to 3'],
  ['a repair without one of the fields', commitment('who', 'what'), ['repairs', 0, 'model'], 'about the field “when”'],
])('finds %s', (_, activity, path, sentence) => {
  expect(found(activity)).toContainEqual({
    file: lessonFile,
    path: ['activities', 0, ...path],
    sentence: expect.stringContaining(sentence),
  })
})
