import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { begin, closeRoom, isOver, pathFrom, pathOf, replay, talk } from './room.ts'

const opening = (id: string, minutes: number, more: object = {}) => ({ id, minutes, text: id, reply: 'Yes.', feedback: 'Why.', ...more })
const room = {
  minutes: 4,
  people: [
    {
      id: 'cook',
      who: 'A cook',
      x: 10,
      y: 10,
      openings: [opening('bowls', 1, { learnt: 'He counts bowls.', reason: 'unlikely' as const }), opening('coffee', 1)],
    },
    {
      id: 'chief',
      who: 'A chief',
      x: 50,
      y: 50,
      openings: [opening('map', 2, { learnt: 'She knows you.', reason: 'visibility' as const }), opening('card', 2)],
    },
    {
      id: 'crew',
      who: 'Three people',
      x: 90,
      y: 90,
      openings: [opening('listen', 2, { learnt: 'A method.', reason: 'skills' as const }), opening('speech', 3)],
    },
  ],
}
const move = (person: string, with_: string) => ({ person, opening: with_ })

describe('a room', () => {
  it('takes the minutes of each talk', () => {
    expect(replay(room, [move('cook', 'bowls'), move('chief', 'map')]).left).toBe(1)
  })

  it.each([
    ['a person it does not have', [move('ghost', 'boo')]],
    ['a sentence the person does not have', [move('cook', 'map')]],
    ['somebody met already', [move('cook', 'bowls'), move('cook', 'coffee')]],
    ['a talk longer than what is left', [move('chief', 'map'), move('crew', 'speech')]],
  ])('is not changed by %s', (_, path) => {
    const before = replay(room, path.slice(0, -1))
    expect(talk(room, before, path.at(-1) ?? move('', ''))).toBe(before)
  })

  it('is over when the time is up', () => {
    expect(isOver(room, begin(room))).toBe(false)
    expect(isOver(room, replay(room, [move('chief', 'map'), move('crew', 'listen')]))).toBe(true)
  })

  it('is over when no talk fits into the time that is left', () => {
    const state = replay(room, [move('cook', 'bowls'), move('chief', 'card')])
    expect(state.left).toBe(1)
    expect(isOver(room, state)).toBe(true)
  })

  it.each([
    ['none', [move('cook', 'coffee')], [], []],
    ['some', [move('cook', 'bowls'), move('chief', 'card')], ['He counts bowls.'], ['unlikely']],
    ['some', [move('chief', 'map'), move('cook', 'bowls')], ['She knows you.', 'He counts bowls.'], ['visibility', 'unlikely']],
  ])('closes with “%s” after %j', (tone, path, learnt, served) => {
    expect(closeRoom(replay(room, path))).toEqual({ tone, learnt, served })
  })

  it('closes with “many” after three things learnt', () => {
    const long = { ...room, minutes: 5 }
    expect(closeRoom(replay(long, [move('cook', 'bowls'), move('chief', 'map'), move('crew', 'listen')])).tone).toBe('many')
  })

  it('never overdraws its minutes, and a kept path leads to the same state', () => {
    const moves = room.people.flatMap((person) => person.openings.map(({ id }) => move(person.id, id)))
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...moves), { maxLength: 12 }), (path) => {
        const state = replay(room, path)
        expect(state.left).toBeGreaterThanOrEqual(0)
        expect(new Set(state.met.map(({ person }) => person.id)).size).toBe(state.met.length)
        expect(replay(room, pathFrom(JSON.parse(JSON.stringify(pathOf(state)))))).toEqual(state)
      }),
    )
  })

  it('reads a path only from a list of talks', () => {
    expect(pathFrom([move('cook', 'bowls'), null, { person: 3 }])).toEqual([move('cook', 'bowls')])
    expect(pathFrom({})).toEqual([])
  })
})
