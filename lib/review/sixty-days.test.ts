/**
 * Two months of reviews against a schedule computed apart: tables written by hand from the course design, a diary that is filled
 * ahead (the code under test looks back), and the FSRS formulas as their authors publish them.
 */
import { describe, expect, it } from 'vitest'
import type { Outcome } from './memory.ts'
import { planDue } from './plan-session.ts'
import { deckOf, SimulatedLearner } from './simulated-learner.ts'

type Row = { day: number; recall: number; item: number; from: string; task?: string; ending?: string }

/** Comes every day; `outcomeOf` says how it goes. */
function live(begins: Record<string, number>, days: Iterable<number>, outcomeOf: (step: string, day: number) => Outcome) {
  const deck = deckOf(Object.keys(begins))
  const learner = new SimulatedLearner()
  const rows: Row[] = []
  const asked: { day: number; steps: readonly string[] }[] = []
  for (const day of days) {
    for (const [module, begin] of Object.entries(begins)) if (begin <= day && !satisfied(learner, module)) learner.satisfy(module, day)
    const plan = planDue(learner.reviews(), deck, day)
    if (!plan) continue
    learner.review(day, plan, (step) => outcomeOf(step, day))
    rows.push(rowOf(day, plan.steps))
    asked.push({ day, steps: plan.steps })
  }
  return { rows, asked }
}
const satisfied = ({ statements }: SimulatedLearner, module: string) =>
  statements.some(({ verb, object }) => verb === 'satisfied' && object === module)
const isMarked = (step: string) => !/\/(task|scenario)$/.test(step)

function rowOf(day: number, steps: readonly string[]): Row {
  const of = (pattern: RegExp) => steps.filter((step) => pattern.test(step))
  const from: Record<string, number> = {}
  for (const step of steps.filter(isMarked)) from[step.split('/')[0]!] = (from[step.split('/')[0]!] ?? 0) + 1
  const [task] = of(/\/task$/)
  const [ending] = of(/\/scenario$/)
  return {
    day,
    recall: of(/\/recall$/).length,
    item: of(/\/quiz\//).length,
    from: Object.entries(from)
      .sort()
      .map(([module, count]) => `${module}${count}`)
      .join(' '),
    ...(task ? { task: task.split('/')[0]! } : {}),
    ...(ending ? { ending: ending.split('/')[0]! } : {}),
  }
}
const everyDay = (until: number) => Array.from({ length: until + 1 }, (_, day) => day)

describe('one module, all of it right', () => {
  it('comes back on days 1, 3, 7, 21 and 60, with the sizes of the course design', () => {
    expect(live({ a: 0 }, everyDay(400), () => 'right').rows).toEqual([
      { day: 1, recall: 2, item: 2, from: 'a4' },
      { day: 3, recall: 2, item: 2, from: 'a4' },
      { day: 7, recall: 1, item: 3, from: 'a4', task: 'a' },
      { day: 21, recall: 2, item: 4, from: 'a6' },
      { day: 60, recall: 2, item: 4, from: 'a6', ending: 'a' },
    ])
  })
})

describe('three modules, all of it right', () => {
  it('takes half of day 3 from the module before, mixes days 21 and 60, and makes one of what falls together', () => {
    expect(live({ a: 0, b: 10, c: 12 }, everyDay(100), () => 'right').rows).toEqual([
      { day: 1, recall: 2, item: 2, from: 'a4' },
      { day: 3, recall: 2, item: 2, from: 'a4' },
      { day: 7, recall: 1, item: 3, from: 'a4', task: 'a' },
      { day: 11, recall: 2, item: 2, from: 'b4' },
      // b's day 3 (half of it from a) and c's day 1
      { day: 13, recall: 2, item: 4, from: 'a2 b2 c2' },
      { day: 15, recall: 2, item: 2, from: 'b2 c2' },
      { day: 17, recall: 1, item: 3, from: 'b4', task: 'b' },
      { day: 19, recall: 1, item: 3, from: 'c4', task: 'c' },
      { day: 21, recall: 2, item: 4, from: 'a2 b2 c2' },
      { day: 31, recall: 2, item: 4, from: 'a2 b2 c2' },
      { day: 33, recall: 2, item: 4, from: 'a2 b2 c2' },
      { day: 60, recall: 2, item: 4, from: 'a2 b2 c2', ending: 'a' },
      { day: 70, recall: 2, item: 4, from: 'a2 b2 c2', ending: 'b' },
      { day: 72, recall: 2, item: 4, from: 'a2 b2 c2', ending: 'c' },
    ])
  })
})

describe('who comes back late', () => {
  it('gets one session of the usual size, and then the dates as they stand', () => {
    const days = [0, 24, 25, 26, 40, 59, 60, 61, 62, 63]
    expect(live({ a: 0, b: 0 }, days, () => 'right').rows).toEqual([
      // days 1 to 21 of both modules
      { day: 24, recall: 2, item: 4, from: 'a3 b3', task: 'a' },
      // both questions: one item gives way, so that it stays five minutes
      { day: 60, recall: 2, item: 3, from: 'a3 b2', ending: 'a', task: 'b' },
    ])
  })
})

describe('what is missed', () => {
  /** day of the miss → day of the return, for a module of day 0: as long as one step earlier */
  const returns = { 1: 2, 3: 5, 7: 11, 21: 35, 60: 99 }

  it.each(Object.entries(returns).map(([day, back]) => [Number(day), back] as const))(
    'on day %i comes back on day %i',
    (missedOn, back) => {
      let missed = ''
      const { asked } = live({ a: 0 }, everyDay(120), (step, day) => {
        if (day !== missedOn || missed !== '' || !isMarked(step)) return 'right'
        missed = step
        return 'missed'
      })
      const after = asked.filter(({ day, steps }) => day > missedOn && steps.includes(missed))
      expect(after[0]).toEqual({ day: back, steps: [missed] })
    },
  )

  it('comes a step earlier still when it is missed again', () => {
    let missed = ''
    const { asked } = live({ a: 0 }, everyDay(80), (step, day) => {
      if (day === 21 && missed === '') missed = step
      return step === missed && [21, 35, 39].includes(day) ? 'missed' : 'right'
    })
    // 14 days, then 4, then 2
    expect(
      asked
        .filter(({ day, steps }) => day > 21 && steps.includes(missed))
        .map(({ day }) => day)
        .slice(0, 3),
    ).toEqual([35, 39, 41])
  })
})

describe('a diary filled ahead', () => {
  const begins = { a: 0, b: 4, c: 9, d: 30 }
  /** Misses about a third, by what the item is and the day, and nothing else. */
  const moody = (step: string, day: number): Outcome => {
    let sum = day * 7
    for (const letter of step) sum = (sum * 31 + letter.codePointAt(0)!) % 1009
    return sum % 3 === 0 ? 'missed' : sum % 3 === 1 ? 'partly' : 'right'
  }

  it('has the same days, and each session takes what is most at risk', () => {
    const { asked } = live(begins, everyDay(120), moody)
    const diary = new Map<number, string[]>()
    const note = (day: number, what: string) => diary.set(day, [...(diary.get(day) ?? []), what])
    for (const [module, begin] of Object.entries(begins)) for (const step of [1, 3, 7, 21, 60]) note(begin + step, `appointment ${module}`)
    const cards = new Map<string, Card>()
    const wait = [1, 2, 4, 14, 39]
    const days: number[] = []

    for (let day = 0; day <= 120; day++) {
      const entries = (diary.get(day) ?? []).filter((entry) => entry.startsWith('appointment') || cards.get(entry)?.back === day)
      if (entries.length === 0) continue
      days.push(day)
      const steps = (asked.find((one) => one.day === day)?.steps ?? []).filter(isMarked)
      for (const [module, begin] of Object.entries(begins)) {
        for (const kind of [/\/recall$/, /\/quiz\//]) {
          const own = deckOf([module])
            .pieces.map(({ source }) => source)
            .filter((source) => kind.test(source))
          const open = own.filter((source) => begin <= day && !rests(cards.get(source), begin, day))
          const chance = (source: string) => Math.round(remembered(cards.get(source) ?? fresh(begin), day) * 100)
          const isBack = (source: string) => (cards.get(source)?.back ?? Number.POSITIVE_INFINITY) <= day
          const taken = steps.filter((step) => own.includes(step))
          expect(open).toEqual(expect.arrayContaining(taken))
          const left = open.filter((source) => !taken.includes(source)).map(chance)
          for (const source of taken.filter((one) => !isBack(one)))
            expect(chance(source), `${source} on day ${day}`).toBeLessThanOrEqual(Math.min(...left, 100))
        }
      }
      for (const step of steps) {
        const begin = begins[step[0] as keyof typeof begins]
        const card = cards.get(step) ?? fresh(begin)
        const outcome = moody(step, day)
        learn(card, day, outcome)
        if (outcome === 'missed') {
          const place = [1, 3, 7, 21, 60].findLastIndex((one) => one <= day - begin) + 1
          card.back = day + wait[Math.max(0, place - card.misses)]!
          note(card.back, step)
        }
        cards.set(step, card)
      }
    }
    expect(asked.map(({ day }) => day)).toEqual(days)
  })
})

type Card = { s: number; d: number; last: number; misses: number; rights: number; back: number | undefined }
const w = [0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014]
const decay = -0.1542
const easy = 6.4133 - Math.exp(3 * 0.8334) + 1

function fresh(day: number): Card {
  return { s: w[2]!, d: w[4]! - Math.exp(2 * w[5]!) + 1, last: day, misses: 0, rights: 0, back: undefined }
}
function remembered({ s, last }: Card, day: number): number {
  return (1 + (0.9 ** (1 / decay) - 1) * ((day - last) / s)) ** decay
}
function learn(card: Card, day: number, outcome: Outcome): void {
  const r = remembered(card, day)
  const { s, d } = card
  const grade = outcome === 'missed' ? 1 : outcome === 'partly' ? 2 : 3
  const grown = s * (1 + Math.exp(w[8]!) * (11 - d) * s ** -w[9]! * (Math.exp((1 - r) * w[10]!) - 1) * (grade === 2 ? w[15]! : 1))
  const fallen = w[11]! * d ** -w[12]! * ((s + 1) ** w[13]! - 1) * Math.exp((1 - r) * w[14]!)
  card.s = grade === 1 ? Math.min(s, fallen) : grown
  card.d = Math.min(10, Math.max(1, w[7]! * easy + (1 - w[7]!) * (d - (w[6]! * (grade - 3) * (10 - d)) / 9)))
  card.last = day
  card.misses = grade === 1 ? card.misses + 1 : 0
  card.rights = grade === 1 ? 0 : card.rights + 1
  card.back = undefined
}
function rests(card: Card | undefined, begin: number, day: number): boolean {
  return (card?.rights ?? 0) >= 3 && day < begin + 60
}
