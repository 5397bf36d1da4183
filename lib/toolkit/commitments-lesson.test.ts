import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadCourse } from '#lib/course/load-course.ts'
import { objectId } from '#lib/course/schema.ts'
import { commitmentActivity, commitmentFromLesson, isNew } from './commitments-lesson.ts'

const join = ({ who, what, when }: { who: string; what: string; when: string }) =>
  `${who ? `${who}: ` : ''}${what}${when ? ` (${when})` : ''}`
const from = (own: unknown) => commitmentFromLesson({ own }, join, () => 'a')
const entry = { id: 'a', who: '', by: '', seen: '', state: 'open', moved: '', told: '' }

describe('the promise of the lesson', () => {
  it.each([
    [
      { who: 'I', what: 'call', when: 'Friday' },
      { ...entry, what: 'call (Friday)' },
    ],
    [
      { who: 'Isidro', what: 'call', when: '25/11/2026', seen: 'a list' },
      { ...entry, what: 'Isidro: call', by: '2026-11-25', seen: 'a list' },
    ],
    [{ who: 'Isidro', what: ' ', when: 'Friday' }, null],
    [undefined, null],
  ])('%j', (own, expected) => {
    expect(from(own)).toEqual(expected)
  })
  it('never breaks, whatever was kept', () => {
    const kept = fc.oneof(fc.anything(), fc.record({ own: fc.dictionary(fc.constantFrom('who', 'what', 'when', 'seen'), fc.anything()) }))
    fc.assert(fc.property(kept, (value) => void commitmentFromLesson(value, join, () => 'a')))
  })
  it('is not taken over twice', () => {
    const one = from({ what: 'call' })!
    expect([isNew(one, []), isNew(one, [{ ...one, who: 'Partners' }])]).toEqual([true, false])
  })
})

it('is kept under the activity of the lesson, with its fields', async () => {
  const found = [...(await loadCourse()).modules.values()].flatMap(({ slug, lessons }) =>
    lessons.flatMap((lesson) =>
      lesson.matter.activities.map((activity) => ({ id: objectId.activity(slug, lesson.slug, activity.id), activity })),
    ),
  )
  const activity = found.find(({ id }) => id === commitmentActivity)?.activity
  expect(activity?.kind === 'commitment' && activity.fields.map(({ id }) => id)).toEqual(['who', 'what', 'when', 'seen'])
})
