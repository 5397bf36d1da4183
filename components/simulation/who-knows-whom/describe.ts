/** Turns states, contacts and events of the model into sentences. Pure; all words come from the catalogue. */
import { listOf, type Words } from '#components/simulation/parts/words.ts'
import { say } from '#lib/message/format.ts'
import { coldBelow } from '#lib/simulation/who-knows-whom/find-path.ts'
import { type Group, isUnlikely, type PersonId, people, personIds } from '#lib/simulation/who-knows-whom/people.ts'
import type { Contact } from '#lib/simulation/who-knows-whom/plan.ts'
import { type Event, introducer, type State } from '#lib/simulation/who-knows-whom/step.ts'

const places = 6

export function nameOf({ messages }: Words, person: PersonId): string {
  return say(messages, `person_${person}`)
}

/** @param half half hours */
export function hours({ locale }: Words, half: number): string {
  return (half / 2).toLocaleString(locale)
}

export type TieWord = 'cold' | 'weak' | 'fair' | 'good' | 'strong' | 'new'

/** The steps are those at which a tie carries a question faster (find-path.ts). */
export function tieWord(tie: { open: boolean; strength: number }): TieWord {
  if (!tie.open) return 'new'
  if (tie.strength < coldBelow) return 'cold'
  if (tie.strength < 35) return 'weak'
  if (tie.strength < 55) return 'fair'
  return tie.strength < 75 ? 'good' : 'strong'
}

/** Everybody inside the formal circle has a name on the map; a group outside it appears with the first person met there. */
export function isOnMap(state: State, person: PersonId): boolean {
  return !isUnlikely(person) || isGroupOnMap(state, people.find((each) => each.id === person)!.group)
}

export function isGroupOnMap(state: State, group: Group): boolean {
  return people.some((each) => each.group === group && (!isUnlikely(each.id) || state.ties[each.id].open))
}

export type Standing = 'tied' | 'reachable' | 'away' | 'hidden'

export function standingOf(state: State, person: PersonId): Standing {
  if (!isOnMap(state, person)) return 'hidden'
  if (state.ties[person].open) return 'tied'
  return introducer(state.ties, person) === null ? 'away' : 'reachable'
}

export function contactText(words: Words, contact: Contact): string {
  const { messages } = words
  switch (contact.kind) {
    case 'unstructured':
      return say(messages, 'chosen_unstructured')
    case 'maintenance':
      return say(messages, 'chosen_maintenance', { person: nameOf(words, contact.person) })
    default:
      return say(messages, `chosen_${contact.kind}_${contact.aim}`, { person: nameOf(words, contact.person) })
  }
}

/**
 * What happened in a week, most welcome news first.
 * @param occasions how often the learner had gone out before this week; with the seed it says where they went
 */
export function weekSentences(words: Words, events: readonly Event[], occasions: number, seed: number): string[] {
  const { messages, locale } = words
  const name = (person: PersonId) => nameOf(words, person)
  const role = (person: PersonId) => say(messages, `role_${person}`)
  const need = (id: string) => say(messages, `need_${id}`)
  const answered: string[] = []
  const happened: string[] = []
  const lost: string[] = []
  const tended: string[] = []
  let outing = occasions
  const place = () => say(messages, `place_${(seed + outing++) % places}`)
  for (const event of events) {
    switch (event.type) {
      case 'answered': {
        const path = listOf(words, event.path.map(name))
        answered.push(say(messages, 'event_answered', { count: event.days, need: need(event.need), path }, locale))
        break
      }
      case 'met':
        happened.push(
          say(messages, event.unlikely ? 'event_met_unlikely' : 'event_met', {
            place: place(),
            name: name(event.person),
            role: role(event.person),
          }),
        )
        break
      case 'met-again':
        happened.push(say(messages, 'event_met_again', { place: place(), name: name(event.person) }))
        break
      case 'met-nobody':
        happened.push(say(messages, 'event_met_nobody', { place: place() }))
        break
      case 'introduced':
        happened.push(say(messages, 'event_introduced', { by: name(event.by), name: name(event.person), role: role(event.person) }))
        break
      case 'deepened': {
        const form = event.aim === 'learn' ? 'learn' : event.need ? 'question' : 'nothing'
        happened.push(say(messages, `event_deepened_${form}`, { name: name(event.person), need: event.need ? need(event.need) : '' }))
        break
      }
      case 'tended':
        tended.push(name(event.person))
        break
      case 'helped':
        happened.push(say(messages, 'event_helped', { name: name(event.person), need: need(event.need) }))
        break
      case 'refused':
        happened.push(say(messages, `event_refused_${event.why}`, { name: name(event.person) }))
        break
      case 'gave':
      case 'could-not-help':
        happened.push(say(messages, `event_${event.type}`, { name: name(event.person) }))
        break
      case 'missed':
        if (event.contact.kind !== 'unstructured') happened.push(say(messages, 'event_missed', { name: name(event.contact.person) }))
        break
      case 'went-cold':
        lost.push(name(event.person))
        break
    }
  }
  if (tended.length > 0) happened.push(say(messages, 'event_tended', { names: listOf(words, tended) }))
  if (lost.length > 0) happened.push(say(messages, 'event_went-cold', { names: listOf(words, lost) }))
  return [...answered, ...happened]
}

/** One sentence that says what the drawing shows. */
export function mapSummary({ messages }: Words, state: State): string {
  const met = personIds.filter((id) => state.ties[id].open)
  const living = met.filter((id) => state.ties[id].strength >= coldBelow)
  const come = state.needs.filter((each) => each.arrives <= state.week)
  return say(messages, state.week === 0 ? 'summary_start' : 'summary_map', {
    week: state.week,
    open: met.length,
    alive: living.length,
    outside: living.filter(isUnlikely).length,
    answered: come.filter((each) => each.days !== null).length,
    needs: come.length,
  })
}
