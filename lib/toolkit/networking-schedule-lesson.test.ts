import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadCourse } from '#lib/course/load-course.ts'
import { objectId } from '#lib/course/schema.ts'
import { contactsFromLesson, notHere, scheduleActivity } from './networking-schedule-lesson.ts'

const words = { last: (text: string) => `Last: ${text}`, following: (date: string) => `Following: ${date}` }
const from = (kept: unknown) => contactsFromLesson(kept, words, () => 'a')
const line = {
  organisation: 'Roads department, Ms F. Adeyemi',
  last: '22/10/2026',
  next: '2026-11-12',
  objective: 'Agree on the day',
  outcome: 'Mondays by noon',
  notes: 'First picture on the 16th',
  following: '2026-12-10',
}
const contact = { id: 'a', organisation: line.organisation, contact: '', type: 'structured' }

describe('a line of the lesson', () => {
  it('has moved on where it has an outcome and a following meeting', () => {
    expect(from([line])).toEqual([
      {
        ...contact,
        last: '2026-11-12',
        next: '2026-12-10',
        objective: '',
        outcome: '',
        notes: '2026-11-12: Mondays by noon\nFirst picture on the 16th',
      },
    ])
  })
  it('keeps in the notes what has no field', () => {
    expect(from([{ ...line, last: 'None yet', outcome: '' }])).toEqual([
      {
        ...contact,
        last: '',
        next: '2026-11-12',
        objective: 'Agree on the day',
        outcome: '',
        notes: 'First picture on the 16th\nLast: None yet\nFollowing: 2026-12-10',
      },
    ])
  })
  it('takes the following meeting where there is no next one', () => {
    expect(from([{ organisation: 'A', following: '2026-12-10' }])[0]?.next).toBe('2026-12-10')
  })
  it.each([[undefined], [{}], [[{}, { objective: 'x' }, 4]]])('that says nobody (%j) is none', (kept) => {
    expect(from(kept)).toEqual([])
  })
  it('never breaks, whatever was kept', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.anything(), fc.dictionary(fc.constantFrom(...Object.keys(line)), fc.anything()))),
        (kept) => void from(kept),
      ),
    )
  })
  it('is not taken over twice', () => {
    const [one] = from([line])
    expect(notHere([one!], [])).toEqual([one])
    expect(notHere([one!], [{ ...one!, objective: 'changed since' }])).toEqual([])
  })
})

it('is kept under the activity of the lesson, with its fields', async () => {
  const found = [...(await loadCourse()).modules.values()].flatMap(({ slug, lessons }) =>
    lessons.flatMap((lesson) =>
      lesson.matter.activities.map((activity) => ({ id: objectId.activity(slug, lesson.slug, activity.id), activity })),
    ),
  )
  const activity = found.find(({ id }) => id === scheduleActivity)?.activity
  expect(activity?.kind === 'schedule' && activity.fields.map(({ id }) => id)).toEqual(Object.keys(line))
})
