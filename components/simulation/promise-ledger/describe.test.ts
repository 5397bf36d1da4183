import { describe, expect, it } from 'vitest'
import messages from '#lib/message/en/simulation/promise-ledger.json' with { type: 'json' }
import { effects } from '#lib/simulation/promise-ledger/effects.ts'
import { planOfPreset, presets } from '#lib/simulation/promise-ledger/presets.ts'
import { lastState, runPlan } from '#lib/simulation/promise-ledger/run.ts'
import { makeWorld, partners } from '#lib/simulation/promise-ledger/world.ts'
import { effectOf, eventSentence, ledgerSummary, requestName, saidText, signed, squaresOf, trustWord, whySentence } from './describe.ts'

const words = { messages, locale: 'en' }
const worlds = Array.from({ length: 30 }, (_, index) => makeWorld(index + 1))
const runs = worlds.flatMap((world) => presets.map((preset) => runPlan(world, planOfPreset(world, preset))))
const entry = { reply: 'whole' as const, clear: true, needed: 4, done: 0, due: 2, changes: 0, missed: false, end: null }

describe('the words of the ledger', () => {
  it('have a sentence for every event, without a gap or a key', () => {
    for (const cause of Object.keys(effects)) expect(messages).toHaveProperty([`event_${cause}`])
    for (const run of runs) {
      for (const event of run.weeks.flatMap(({ events }) => events)) {
        expect(eventSentence(words, event)).toMatch(/^[^{}_]+$/)
      }
    }
  })
  it('have a name for every request and surprise', () => {
    for (const world of worlds) {
      for (const index of world.requests.keys()) expect(requestName(words, world, index)).not.toContain('_')
      for (const { id } of world.surprises) expect(messages).toHaveProperty([`surprise_${id}`])
    }
  })
  it('say why each partner stands where it stands, by a request of its own', () => {
    for (const run of runs) {
      for (const partner of partners) {
        const own = run.world.requests.flatMap((request, index) =>
          request.partner === partner ? [requestName(words, run.world, index)] : [],
        )
        const why = whySentence(words, run, partner)
        expect(why).not.toContain('why_')
        expect(own.some((name) => why.includes(name))).toBe(true)
      }
    }
  })
  it('blame a fall on a silence and credit a rise to a promise kept', () => {
    const silent = runPlan(makeWorld(7), planOfPreset(makeWorld(7), 'yes'))
    expect(whySentence(words, silent, 'radio')).toMatch(/then they heard nothing/)
    expect(whySentence(words, silent, 'meals')).toMatch(/in that week it was there/)
  })
  it('add up: what the requests did is what happened to trust', () => {
    for (const run of runs) {
      const points = run.world.requests.reduce((sum, _, request) => sum + effectOf(run, request), 0)
      const { trust } = lastState(run)
      expect(points).toBe(partners.reduce((sum, partner) => sum + trust[partner] - 50, 0))
    }
  })
  it.each([
    [0, 'has stopped counting on you'],
    [44, 'is careful with you'],
    [50, 'waits and sees'],
    [60, 'relies on you'],
    [100, 'vouches for you'],
  ])('call a trust of %i “%s”', (trust, word) => {
    expect(trustWord(words, trust)).toBe(word)
  })
  it('write points with a real minus', () => {
    expect([signed(words, 15), signed(words, -20), signed(words, 0)]).toEqual(['+15', '−20', '0'])
  })
  it('name an answer and its words', () => {
    expect(saidText(words, { reply: 'later', clear: true })).toBe('later, clear')
    expect(saidText(words, { reply: 'no', clear: true })).toBe('no')
  })
  it('say in one sentence what the page shows', () => {
    expect(ledgerSummary(words, runs[0]!)).toBe(
      'After week 6: 28 of 45 days of work that were asked for are delivered. Trust is 49 of 100, on average.',
    )
    expect(ledgerSummary(words, runPlan(makeWorld(1), []))).toMatch(/^The ledger on the first day/)
  })
})

describe('the squares of a request', () => {
  it.each([
    ['open', entry, ['empty', 'empty', 'empty', 'empty']],
    ['worked on', { ...entry, done: 1 }, ['half', 'empty', 'empty', 'empty']],
    ['delivered', { ...entry, done: 4, end: { how: 'delivered' as const, week: 2 } }, ['full', 'full', 'full', 'full']],
    [
      'delivered in part',
      { ...entry, needed: 2, done: 2, end: { how: 'delivered' as const, week: 2 } },
      ['full', 'full', 'empty', 'empty'],
    ],
    ['taken back', { ...entry, done: 3, end: { how: 'taken-back' as const, week: 2 } }, ['crossed', 'crossed', 'crossed', 'crossed']],
  ])('%s', (_name, given, squares) => {
    expect(squaresOf(4, given)).toEqual(squares)
  })
})
