/**
 * A room in a few minutes, as a game of state and moves. Pure: the path is the state, everything else is derived from it.
 *
 * Invariants: each person is approached once; a move never costs more than the minutes that are left; the same path gives
 * the same state.
 */
import type { ActivityOf } from './schema.ts'

type Room = Pick<ActivityOf<'room'>, 'minutes' | 'people'>
export type Person = Room['people'][number]
export type Opening = Person['openings'][number]
export type Reason = NonNullable<Opening['reason']>
export const reasons: readonly Reason[] = ['contacts', 'skills', 'visibility', 'unlikely']

export type Talk = { person: string; opening: string }
export type Met = { person: Person; opening: Opening }
export type RoomState = { left: number; met: readonly Met[] }

export const begin = (room: Room): RoomState => ({ left: room.minutes, met: [] })

/** One talk. A move that is not open (unknown, met already, too long) changes nothing. */
export function talk(room: Room, state: RoomState, move: Talk): RoomState {
  const person = room.people.find(({ id }) => id === move.person)
  const opening = person?.openings.find(({ id }) => id === move.opening)
  if (!person || !opening || hasMet(state, person) || opening.minutes > state.left) return state
  return { left: state.left - opening.minutes, met: [...state.met, { person, opening }] }
}

export const hasMet = (state: RoomState, person: Person): boolean => state.met.some((met) => met.person.id === person.id)

/** The state after a path, for a reload and for a path that was kept; moves that the content no longer has are skipped. */
export function replay(room: Room, path: readonly Talk[]): RoomState {
  return path.reduce((state, move) => talk(room, state, move), begin(room))
}

export const pathOf = (state: RoomState): Talk[] => state.met.map(({ person, opening }) => ({ person: person.id, opening: opening.id }))

/** Over when the time is up, or nobody is left with whom a talk would fit into it. */
export function isOver(room: Room, state: RoomState): boolean {
  return !room.people.some((person) => !hasMet(state, person) && person.openings.some(({ minutes }) => minutes <= state.left))
}

export type Closing = { learnt: string[]; served: Reason[]; tone: 'none' | 'some' | 'many' }

/** What the break brought: three or more things learnt are many, for a room of a few minutes. */
export function closeRoom(state: RoomState): Closing {
  const learnt = state.met.flatMap(({ opening }) => opening.learnt ?? [])
  const served = reasons.filter((reason) => state.met.some(({ opening }) => opening.reason === reason))
  return { learnt, served, tone: learnt.length === 0 ? 'none' : learnt.length < 3 ? 'some' : 'many' }
}

/** A path as it was kept on the device or in a statement; anything else is no path. */
export function pathFrom(kept: unknown): Talk[] {
  if (!Array.isArray(kept)) return []
  return kept.flatMap((move): Talk[] => {
    const { person, opening } = (move ?? {}) as Record<string, unknown>
    return typeof person === 'string' && typeof opening === 'string' ? [{ person, opening }] : []
  })
}
