import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldReviews } from './fold-reviews.ts'
import type { Outcome } from './memory.ts'
import { mostSeconds, openSession, planDue, planExtra, secondsOf } from './plan-session.ts'
import { dueOn, forecast } from './schedule.ts'
import { dayOf, deckOf, SimulatedLearner } from './simulated-learner.ts'

const slugs = ['a', 'b', 'c']
const deck = deckOf(slugs)
const outcome = fc.constantFrom<Outcome>('right', 'right', 'partly', 'missed')

/** A life: when modules are completed, on which days the learner comes, how each response goes, and where they stop. */
const life = fc.record({
  begins: fc.array(fc.nat(40), { minLength: 1, maxLength: 3 }),
  days: fc.uniqueArray(fc.nat(130), { maxLength: 25 }).map((days) => days.sort((a, b) => a - b)),
  outcomes: fc.array(outcome, { minLength: 1, maxLength: 40 }),
  stops: fc.array(fc.nat(20), { maxLength: 10 }),
})
type Life = typeof life extends fc.Arbitrary<infer One> ? One : never

/** @param look at each session as it begins */
function live({ begins, days, outcomes, stops }: Life, look?: (learner: SimulatedLearner, steps: readonly string[], day: number) => void) {
  const learner = new SimulatedLearner()
  let given = 0
  let sessions = 0
  for (const day of [...new Set([...begins, ...days])].sort((a, b) => a - b)) {
    for (const [i, begin] of begins.entries()) if (begin === day) learner.satisfy(slugs[i]!, day)
    if (!days.includes(day)) continue
    const reviews = learner.reviews()
    const plan = planDue(reviews, deck, day)
    const open = openSession(reviews, deck, day, plan !== null)
    const session = open ?? plan
    if (!session) continue
    if (!open) look?.(learner, session.steps, day)
    const attempt = open?.id ?? learner.start(day, session)
    const left = session.steps.filter((step) => !open?.answered.has(step))
    const stop = open ? left.length : (stops[sessions++] ?? left.length)
    for (const step of left.slice(0, stop)) learner.respond(day, attempt, step, outcomes[given++ % outcomes.length]!)
    if (stop >= left.length) learner.finish(day, attempt, session.steps[0]!.split('/')[0]!)
  }
  return learner
}
const check = (one: (given: Life) => void) => fc.assert(fc.property(life, one), { numRuns: 150 })

describe('a session', () => {
  it('is never longer than five minutes, asks nothing twice, and only of completed modules', () => {
    check((given) => {
      live(given, (learner, steps) => {
        expect(secondsOf(steps, deck)).toBeLessThanOrEqual(mostSeconds)
        expect(new Set(steps).size).toBe(steps.length)
        const completed = learner.reviews().modules.map(({ slug }) => slug)
        for (const step of steps) expect(completed).toContain(step.split('/')[0])
      })
    })
  })

  it('asks recall before recognition, and questions without a mark last', () => {
    check((given) => {
      live(given, (_learner, steps) => {
        const places = steps.map((step) => [/\/recall$/, /\/quiz\//, /\/scenario$/, /\/task$/].findIndex((kind) => kind.test(step)))
        expect(places).toEqual([...places].sort())
      })
    })
  })

  it('brings what was missed first, and leaves at rest what was right three times', () => {
    check((given) => {
      live(given, (learner, steps, day) => {
        const reviews = learner.reviews()
        const returns = dueOn(reviews, day)!.returns
        const back = steps.filter((step) => returns.includes(step)).length
        // of those whose day has come, as many as there is room for; a five-minute session of recalls alone is full with three
        expect(back).toBeGreaterThanOrEqual(Math.min(returns.length, 3))
        for (const step of steps) {
          const last = (reviews.contacts.get(step) ?? []).slice(-3)
          const begin = reviews.modules.find(({ slug }) => step.startsWith(`${slug}/`))!.day
          if (day < begin + 60) expect(last.length === 3 && last.every((one) => one.outcome !== 'missed')).toBe(false)
        }
      })
    })
  })

  it('settles the day: nothing is due again before tomorrow', () => {
    check((given) => {
      const learner = live(given)
      const reviews = learner.reviews()
      for (const { kind, finished } of reviews.sessions) {
        if (kind !== 'due' || finished === null) continue
        expect(dueOn(reviews, finished)).toBeNull()
      }
    })
  })

  it('is the same whatever the order, and however often a statement arrives', () => {
    check((given) => {
      const { statements } = live(given)
      const turned = [...statements].reverse()
      const doubled = [...turned.slice(0, 9), ...statements]
      for (const other of [turned, doubled]) expect(foldReviews(other, dayOf)).toEqual(foldReviews(statements, dayOf))
    })
  })

  it('does without what a release has taken away', () => {
    check((given) => {
      const learner = live(given)
      const less = { ...deck, pieces: deck.pieces.filter((_, i) => i % 3 !== 0) }
      const known = new Set(less.pieces.map(({ source }) => source))
      for (const day of [30, 60, 120]) {
        for (const plan of [planDue(learner.reviews(), less, day), planExtra(learner.reviews(), less, day)])
          for (const step of plan?.steps ?? []) expect(known.has(step) || /\/(task|scenario)$/.test(step)).toBe(true)
      }
    })
  })

  it('follows an item to the id that carries on for it', () => {
    const learner = new SimulatedLearner()
    learner.satisfy('a', 0)
    const plan = planDue(learner.reviews(), deck, 1)!
    learner.review(1, plan, () => 'missed')
    const old = plan.steps.at(-1)!
    const moved = foldReviews(learner.statements, dayOf, (object) => (object === old ? 'a/quiz/M1-Q99' : object))
    expect(moved.contacts.has(old)).toBe(false)
    expect(moved.contacts.get('a/quiz/M1-Q99')).toEqual([{ day: 1, outcome: 'missed' }])
    expect(moved.sessions[0]?.steps).toContain('a/quiz/M1-Q99')
  })
})

describe('an open session', () => {
  const begun = (kind: 'due' | 'extra') => {
    const learner = new SimulatedLearner()
    learner.satisfy('a', 0)
    const plan = kind === 'due' ? planDue(learner.reviews(), deck, 1)! : planExtra(learner.reviews(), deck, 0)!
    const attempt = learner.start(kind === 'due' ? 1 : 0, plan)
    learner.respond(1, attempt, plan.steps[0]!, 'right')
    return { learner, plan }
  }
  it('goes on as it was planned, days later', () => {
    const { learner, plan } = begun('due')
    const open = openSession(learner.reviews(), deck, 23, true)
    expect(open?.steps).toEqual(plan.steps)
    expect([...open!.answered.keys()]).toEqual([plan.steps[0]])
  })
  it('settles, once finished, all that came round meanwhile', () => {
    const { learner } = begun('due')
    learner.finish(23, openSession(learner.reviews(), deck, 23, true)!.id, 'a')
    expect(dueOn(learner.reviews(), 23)).toBeNull()
    expect(dueOn(learner.reviews(), 60)).not.toBeNull()
  })
  it('that was only practice gives way to what is due', () => {
    const { learner } = begun('extra')
    expect(openSession(learner.reviews(), deck, 0, false)).not.toBeNull()
    expect(openSession(learner.reviews(), deck, 1, true)).toBeNull()
  })
  it('is none when nothing of it is left in the course', () => {
    const { learner } = begun('due')
    expect(openSession(learner.reviews(), { ...deck, pieces: [] }, 2, false)).toBeNull()
  })
})

describe('practice', () => {
  it('is four steps, once a day, and moves no appointment', () => {
    const learner = new SimulatedLearner()
    learner.satisfy('a', 0)
    const plan = planExtra(learner.reviews(), deck, 0)!
    expect(plan.steps).toHaveLength(4)
    const before = forecast(learner.reviews(), 0, 10)
    learner.review(0, plan, () => 'right')
    expect(planExtra(learner.reviews(), deck, 0)).toBeNull()
    expect(forecast(learner.reviews(), 0, 10)).toEqual(before)
    expect(planExtra(learner.reviews(), deck, 1)).not.toBeNull()
  })
})

describe('forecast', () => {
  it('names the days to come, with what and how long', () => {
    const learner = new SimulatedLearner()
    learner.satisfy('a', 0)
    learner.satisfy('b', 2)
    expect(forecast(learner.reviews(), 2, 10)).toEqual([
      { day: 3, modules: ['a', 'b'], minutes: 5 },
      { day: 5, modules: ['b'], minutes: 3 },
      { day: 7, modules: ['a'], minutes: 4 },
      { day: 9, modules: ['b'], minutes: 4 },
      { day: 21, modules: ['a'], minutes: 4 },
      { day: 23, modules: ['b'], minutes: 4 },
      { day: 60, modules: ['a'], minutes: 5 },
      { day: 62, modules: ['b'], minutes: 5 },
    ])
  })
})
