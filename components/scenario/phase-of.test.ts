import { describe, expect, it } from 'vitest'
import { replayRun } from '#lib/scenario/run-scenario.ts'
import { tinyStory } from '#lib/scenario/tiny-story.ts'
import { keyOf, phaseOf } from './phase-of.ts'

const story = tinyStory({ scenes: { door: { knock: 'room', wait: 'room' }, room: { ask: 'end', boast: 'end' } } })
const knock = { scene: 'door', choice: 'knock' }
const ask = { scene: 'room', choice: 'ask' }
const phase = (choices: (typeof knock)[], read: number) => phaseOf(replayRun(story, choices), read)

describe('what the player shows', () => {
  it('is the introduction before there is a run', () => expect(phaseOf(null, 0)).toEqual({ name: 'intro' }))
  it('is the first scene when a run has begun', () => expect(phase([], 0)).toEqual({ name: 'scene', scene: 'door', last: null }))
  it('is the consequence before the next scene', () => {
    expect(phase([knock], 0)).toMatchObject({ name: 'consequence', index: 0, end: false, step: knock })
    expect(phase([knock], 1)).toMatchObject({ name: 'scene', scene: 'room', last: knock })
  })
  it('is the last consequence before the ending', () => {
    expect(phase([knock, ask], 1)).toMatchObject({ name: 'consequence', end: true, step: ask })
    expect(phase([knock, ask], 2)).toEqual({ name: 'ending', ending: 'end' })
  })
  it('is the scene where the run stands after a reload, when all that is recorded counts as read', () => {
    expect(phase([knock], 1)).toMatchObject({ name: 'scene', scene: 'room' })
  })
  it('stays sound when another device has changed the run to a shorter one', () => {
    expect(phase([], 3)).toMatchObject({ name: 'scene', scene: 'door' })
  })
  it('has another key for each screen', () => {
    const keys = [phaseOf(null, 0), phase([], 0), phase([knock], 0), phase([knock], 1), phase([knock, ask], 1), phase([knock, ask], 2)].map(
      keyOf,
    )
    expect(new Set(keys).size).toBe(keys.length)
  })
})
