import { describe, expect, it } from 'vitest'
import { rules as followOneNumber } from '#components/simulation/follow-one-number/run-rules.ts'
import { rules as promiseLedger } from '#components/simulation/promise-ledger/run-rules.ts'
import { rules as weekOfInTray } from '#components/simulation/week-of-in-tray/run-rules.ts'
import { rules as whoKnowsWhom } from '#components/simulation/who-knows-whom/run-rules.ts'
import type { Deed } from '#lib/simulation/follow-one-number/plan.ts'
import type { Week } from '#lib/simulation/promise-ledger/plan.ts'
import { freeDay, putIn } from '#lib/simulation/week-of-in-tray/plan.ts'
import type { Contact } from '#lib/simulation/who-knows-whom/plan.ts'
import { shownOf } from './kept-run.ts'
import { draftOf, firstScreen, played, type SteppedRules, withDraft } from './stepped-run.ts'

const chase: Deed[] = [{ kind: 'chase', partner: 'scouts' }]
const meet: Contact[] = [{ kind: 'unstructured' }]
const promise: Week = { answers: [{ request: 0, reply: 'whole', clear: true }], words: [], work: [{ request: 0, days: 3 }] }

describe('follow one number', () => behaves(followOneNumber, chase))
describe('who knows whom', () => behaves(whoKnowsWhom, meet))
describe('promise ledger', () => behaves(promiseLedger, promise))
describe('one week of in-tray', () => behaves(weekOfInTray, putIn(freeDay, 'rest', 2, 0)))

function behaves<Step>(rules: SteppedRules<Step>, step: Step) {
  const { fresh, emptyStep } = rules

  it('keeps the draft of the next step until it is played, through its address too', () => {
    const shown = withDraft(fresh, step)
    expect(shownOf(rules, { run: rules.encodeState(shown), earlier: [] })).toEqual(shown)
    expect(draftOf(rules, shown)).toEqual(step)
    expect(played(rules, shown)).toEqual({ ...fresh, plan: [step], done: 1 })
    expect(draftOf(rules, played(rules, shown))).toEqual(emptyStep)
  })
  it('leaves the later steps of a plan from a link standing ready', () => {
    const shown = { ...fresh, plan: [emptyStep, emptyStep, step], done: 1 }
    expect(played(rules, withDraft(shown, step))).toEqual({ ...fresh, plan: [emptyStep, step, step], done: 2 })
  })
  it('plays an empty step where nothing was chosen, and ends after the last', () => {
    let shown = fresh
    for (let count = 0; count < rules.steps; count++) {
      expect(rules.isFinished(shown)).toBe(false)
      shown = played(rules, shown)
    }
    expect(rules.isFinished(shown)).toBe(true)
    expect(shown.plan).toEqual(Array.from({ length: rules.steps }, () => emptyStep))
  })
  it('goes on with the plan, with what a step brought where nothing is chosen since, or with the result', () => {
    const once = played(rules, withDraft(fresh, step))
    expect(firstScreen(rules, fresh)).toBe('plan')
    expect(firstScreen(rules, once)).toBe('report')
    expect(firstScreen(rules, withDraft(once, step))).toBe('plan')
    expect(firstScreen(rules, { ...once, done: rules.steps })).toBe('result')
  })
}
