import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import messages from '#lib/message/en/simulation/said-and-meant.json' with { type: 'json' }
import { type Move, moves, turnsInTalk } from '#lib/simulation/said-and-meant/moves.ts'
import { lastState, runPlan } from '#lib/simulation/said-and-meant/run.ts'
import { makeWorld } from '#lib/simulation/said-and-meant/world.ts'
import {
  doneWords,
  effectWords,
  markOf,
  moveWords,
  noteOf,
  offered,
  openerOf,
  opennessWord,
  replyLines,
  seenWords,
  tagOf,
  talkSummary,
} from './describe.ts'

const words = { messages, locale: 'en' }
const talk = fc
  .tuple(fc.integer({ min: 1, max: 9999 }), fc.array(fc.constantFrom(...moves), { maxLength: turnsInTalk }))
  .map(([seed, plan]) => runPlan(makeWorld(seed), plan))
/** A key that has no words is shown as it is: lower-case words joined by `_`. A place that was not filled keeps its braces. */
const gap = /^$|\w_\w|\{\w+\}/
const afterPlan = (seed: number, plan: readonly Move[]) => {
  const run = runPlan(makeWorld(seed), plan)
  const before = run.turns.at(-2)?.state ?? run.start
  return { run, before, ...run.turns.at(-1)! }
}
/** A storekeeper; the first topic has a sign. */
const seed = 55

describe('the words of a talk', () => {
  it('are there for whatever is said, done, noted and missed, by whoever speaks', () => {
    fc.assert(
      fc.property(talk, (run) => {
        const { world } = run
        const state = lastState(run)
        const said: string[] = [talkSummary(words, run, false), talkSummary(words, run, true)]
        run.turns.forEach(({ turn, state: now }, index) => {
          const before = run.turns[index - 1]?.state ?? run.start
          said.push(
            ...replyLines(words, world, before, turn),
            doneWords(words, world, before, turn.move),
            opennessWord(words, now.openness),
          )
        })
        const { back, others } = offered(world, state)
        for (const move of [...back, ...others]) said.push(moveWords(words, world, state, move), tagOf(words, world, state, move))
        for (const { id } of world.topics) said.push(seenWords(words, id))
        for (const { id } of world.facts) {
          const known = state.known[id]
          said.push(known ? noteOf(words, world, id, known) : openerOf(words, world, state, id))
        }
        expect(said.filter((sentence) => gap.test(sentence))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
  it('offer every move once', () => {
    const world = makeWorld(seed)
    const { back, others } = offered(world, runPlan(world, []).start)
    expect([...back, ...others].toSorted()).toEqual([...moves].toSorted())
  })
  it('do not tell the three ways of giving back apart before the end', () => {
    const world = makeWorld(seed)
    const { start } = runPlan(world, [])
    expect(new Set(offered(world, start).back.map((move) => tagOf(words, world, start, move))).size).toBe(1)
  })
  it('do not let the summary show which of the three it would be', () => {
    const { run, before } = afterPlan(seed, ['missed'])
    expect(moveWords(words, run.world, before, 'missed')).not.toContain(messages.paraphrase_sacks)
    expect(doneWords(words, run.world, before, 'missed')).toContain(messages.paraphrase_sacks)
  })
  it('say whether the speaker has opened or closed', () => {
    expect(talkSummary(words, afterPlan(seed, ['attend']).run, false)).toContain(messages.change_up)
    expect(talkSummary(words, afterPlan(seed, ['advise']).run, false)).toContain(messages.change_down)
    expect(talkSummary(words, afterPlan(seed, ['open']).run, false)).not.toContain('moment ago')
  })
  it('say what a turn has changed, and nothing where it changed nothing', () => {
    const effect = (plan: readonly Move[]) => {
      const { before, turn } = afterPlan(seed, plan)
      return effectWords(words, before, turn)
    }
    expect(effect(['attend'])).toBe('1 new in your notes · more open')
    expect(effect(['paraphrase'])).toBe('1 put right · more open')
    expect(effect(['own-number'])).toBe('less open')
    expect(effect(['missed'])).toBe('')
  })
  it('give the correction when the speaker’s words are given back', () => {
    const { run, before, turn } = afterPlan(seed, ['paraphrase'])
    expect(replyLines(words, run.world, before, turn)).toEqual([messages.correct_sacks])
  })
  it('come back to a question that had a short answer only', () => {
    const { run, before, turn } = afterPlan(seed, ['closed', 'paraphrase'])
    const lines = replyLines(words, run.world, before, turn)
    expect(lines[0]).toBe(messages.correct_sacks)
    expect(lines[1]).toContain(messages['line_sacks-first-hour'])
  })
  it('let attention show where to ask: the question is another one afterwards', () => {
    const world = makeWorld(seed)
    const question = (plan: readonly Move[]) => moveWords(words, world, lastState(runPlan(world, plan)), 'open')
    expect(question([])).toBe(messages.open_sacks)
    expect(question(['attend'])).toBe(messages.point_sacks)
  })
})

describe('the notes', () => {
  it('keep what was taken otherwise as it was taken, and do not show it as such before the end', () => {
    const { run, state } = afterPlan(seed, ['open'])
    const known = state.known['sacks-out']!
    expect(noteOf(words, run.world, 'sacks-out', known)).toBe(messages['heard_sacks-out'])
    expect(markOf(known, false)).toBe('heard')
    expect(markOf(known, true)).toBe('otherwise')
  })
  it('keep one’s own number where one put it in', () => {
    const { run, state } = afterPlan(seed, ['paraphrase', 'own-number'])
    expect(noteOf(words, run.world, 'sacks-out', state.known['sacks-out']!)).toBe(messages.own_sacks)
  })
})
