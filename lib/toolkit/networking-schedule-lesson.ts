/** What the schedule of the lesson keeps on this device → entries of the tool. Pure. */
import { type Contact, contactsOf, hold } from './networking-schedule.ts'
import { guessOrder, readDate } from './read-date.ts'
import { dateFrom, recordFrom, textFrom } from './read-kept.ts'

/** Object id of the activity, under which the device keeps its lines. */
export const scheduleActivity = 'networking/lessons/with-a-plan/my-schedule'

/**
 * @param words how the notes begin that hold what has no field here: the lesson's last meeting is free text
 * @returns lines that say who it is; a line with an outcome and a following meeting has moved on to that meeting
 */
export function contactsFromLesson(
  kept: unknown,
  words: { last(text: string): string; following(date: string): string },
  makeId: () => string,
): Contact[] {
  return (Array.isArray(kept) ? kept : []).flatMap((one): Contact[] => {
    const line = recordFrom(one)
    const text = (id: string) => textFrom(line[id], 4000)
    const last = readDate(text('last'), guessOrder([text('last')]).order) ?? ''
    const next = dateFrom(line['next'])
    const following = dateFrom(line['following'])
    const outcome = text('outcome')
    const moves = following !== '' && outcome !== '' && following > next
    const notes = [
      text('notes'),
      text('last') && !last ? words.last(text('last')) : '',
      following && next && !moves ? words.following(following) : '',
    ]
    const [contact] = contactsOf(
      [
        {
          organisation: text('organisation'),
          type: 'structured',
          last,
          next: next || (moves ? '' : following),
          objective: text('objective'),
          outcome,
          notes: notes.filter(Boolean).join('\n'),
        },
      ],
      makeId,
    )
    if (!contact) return []
    return [moves ? hold(contact, { outcome, following, objective: '' }) : contact]
  })
}

/** Those that are not in the schedule yet, by who it is. */
export function notHere(contacts: readonly Contact[], here: readonly Contact[]): Contact[] {
  const known = new Set(here.map(({ organisation }) => organisation))
  return contacts.filter(({ organisation }) => !known.has(organisation))
}
