import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freeDay, freeHours, hoursFor, type Plan, putIn, takeOut, without } from './plan.ts'
import { type Preset, planInOrder, planOfPreset, presets } from './presets.ts'
import { lastState, type Run, runPlan, type Summary, summarise } from './run.ts'
import { needs, openTasks, quadrantOf, type State, startState, stepDay, urgentFrom } from './step.ts'
import { cameAs, goals, isImportant, type Quadrant, taskIds } from './tasks.ts'
import { daysInRun, hoursInDay, longestTask, makeWorld, numberOf, type World } from './world.ts'

const slot = fc.constantFrom(null, ...taskIds)
const plan: fc.Arbitrary<Plan> = fc.array(fc.array(slot, { minLength: hoursInDay, maxLength: hoursInDay }), {
  minLength: daysInRun,
  maxLength: daysInRun,
})
/** random hours mostly hit nothing open; days filled in a random order of tasks work on much */
const busy = (world: World, ranks: readonly number[]): Plan =>
  planInOrder(world, (_world, _state, open) => open.toSorted((a, b) => ranks[taskIds.indexOf(a)]! - ranks[taskIds.indexOf(b)]!))
const ranks = fc.array(fc.nat(999), { minLength: taskIds.length, maxLength: taskIds.length })
const seed = fc.integer({ min: 1, max: 9999 })
const anyRun: fc.Arbitrary<Run> = fc.oneof(
  fc.tuple(seed, plan).map(([number, days]) => runPlan(makeWorld(number), days)),
  fc.tuple(seed, ranks).map(([number, order]) => runPlan(makeWorld(number), busy(makeWorld(number), order))),
)

const worlds = Array.from({ length: 200 }, (_, index) => makeWorld(index + 1))
const average = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length
const meanOf = (planFor: (world: World) => Plan, of: (summary: Summary) => number) =>
  average(worlds.map((world) => of(summarise(runPlan(world, planFor(world))))))
const met = (summary: Summary) => summary.met
const preset = (name: Preset) => (world: World) => planOfPreset(world, name)
/** takes whole quadrants, one after the other, the most urgent task of each first */
const byQuadrants = (letters: readonly Quadrant[]) => (world: World) =>
  planInOrder(world, (_world, state, open) =>
    letters.flatMap((letter) =>
      open.filter((id) => quadrantOf(id, state.tasks[id]) === letter).toSorted((a, b) => state.tasks[b].urgency - state.tasks[a].urgency),
    ),
  )

describe('a week', () => {
  it('brings the same twenty tasks in every world, on days and with hours that differ', () => {
    for (const world of worlds) {
      expect(world.order.toSorted()).toEqual(taskIds.toSorted())
      for (const id of taskIds) {
        const { arrives, size, growth, importance, urgency, pace } = world.plans[id]
        expect(size).toBeGreaterThanOrEqual(1)
        expect(size + growth).toBeLessThanOrEqual(longestTask)
        expect(arrives >= 1 && arrives <= daysInRun).toBe(true)
        expect(importance > 50).toBe(isImportant(id))
        expect(quadrantOf(id, { urgency })).toBe(cameAs[id])
        if (cameAs[id] === 'D') expect(pace).toBe(0)
      }
      expect(taskIds.reduce((sum, id) => sum + world.plans[id].size, 0)).toBeGreaterThan(daysInRun * hoursInDay)
    }
    expect(new Set(worlds.map((world) => world.order.join())).size).toBe(worlds.length)
  })
  it('numbers the tasks as they come', () => {
    for (const world of worlds.slice(0, 20)) {
      const days = world.order.map((id) => world.plans[id].arrives)
      expect(days).toEqual(days.toSorted())
      expect(numberOf(world, world.order[0]!)).toBe(1)
    }
  })
})

describe('a run', () => {
  it('is the same for the same seed and plan', () => {
    fc.assert(
      fc.property(seed, plan, (number, days) => {
        expect(runPlan(makeWorld(number), days)).toEqual(runPlan(makeWorld(number), days))
      }),
    )
  })
  it('keeps urgency, hours and every tail within bounds, and never works more hours than there are', () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        for (const { state } of run.days) {
          for (const id of taskIds) {
            const task = state.tasks[id]
            expect(Number.isInteger(task.urgency) && task.urgency >= 0 && task.urgency <= 100).toBe(true)
            expect(task.spent).toBeLessThanOrEqual(task.size)
            expect(task.size).toBeLessThanOrEqual(longestTask)
            expect(task.trail).toEqual(task.trail.toSorted((a, b) => a - b))
            expect(task.trail.at(-1)).toBe(task.urgency)
          }
          expect(state.hours.length).toBeLessThanOrEqual(state.day * hoursInDay)
        }
        const { time, free } = summarise(run)
        expect(time.A + time.B + time.C + time.D + free).toBe(daysInRun * hoursInDay)
      }),
    )
  })
  it('does not change the state it starts from', () => {
    const world = makeWorld(3)
    const start = startState(world)
    const copy = structuredClone(start)
    stepDay(world, start, planOfPreset(world, 'quick')[0]!)
    expect(start).toEqual(copy)
  })
  it('gives no hour to a task that has not come yet', () => {
    const world = worlds[0]!
    const late = taskIds.find((id) => world.plans[id].arrives === daysInRun)!
    const { state, events } = stepDay(world, startState(world), putIn(freeDay, late, 3, 0))
    expect(state.hours).toEqual([])
    expect(events.some(({ task }) => task === late)).toBe(false)
  })
})

describe('an important task that is not urgent', () => {
  it('becomes urgent when nobody has time for it, and takes more hours then', () => {
    for (const world of worlds) {
      const { bills, met: goalsMet } = summarise(
        runPlan(
          world,
          Array.from({ length: daysInRun }, () => freeDay),
        ),
      )
      expect(bills.length).toBeGreaterThanOrEqual(4)
      for (const { before, now } of bills) expect(now).toBeGreaterThan(before)
      expect(goalsMet).toBe(0)
    }
  })
  it('never becomes urgent where it was done before, and is the only thing that changes its quadrant', () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        const state = lastState(run)
        for (const id of taskIds) {
          const task = state.tasks[id]
          const changed = quadrantOf(id, task) !== cameAs[id]
          expect(changed).toBe(task.turned !== null)
          if (changed) expect([cameAs[id], quadrantOf(id, task)]).toEqual(['B', 'A'])
          if (task.end?.how === 'done' && task.urgency < urgentFrom) expect(task.turned).toBeNull()
        }
      }),
    )
  })
  it('never takes fewer hours for having waited: each further day costs the same or more', () => {
    for (const world of worlds.slice(0, 40)) {
      for (const id of taskIds.filter((each) => cameAs[each] === 'B')) {
        let state: State = startState(world)
        let before = 0
        for (let day = 1; day <= daysInRun && state.tasks[id].end === null; day++) {
          expect(needs(state.tasks[id])).toBeGreaterThanOrEqual(before)
          before = needs(state.tasks[id])
          state = stepDay(world, state, freeDay).state
        }
      }
    }
  })
})

describe('an unimportant task', () => {
  it('never grows, touches no goal, and costs at most an hour where it is left', () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        const state = lastState(run)
        const { goals: results } = summarise(run)
        const forC = (how: string) => state.hours.filter(({ task }) => cameAs[task] === 'C' && state.tasks[task].end?.how === how)
        for (const id of taskIds.filter((each) => !isImportant(each))) {
          expect(state.tasks[id].size).toBe(run.world.plans[id].size)
          expect(state.tasks[id].end?.how).not.toBe('missed')
          expect(results.every(({ left }) => !left.includes(id))).toBe(true)
          const annoyances = forC('back').filter(({ task, day }) => task === id && day > state.tasks[id].end!.day)
          expect(annoyances.length).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
  it('of the kind D changes nothing: the same week without it goes the same way', () => {
    const others = ({ state }: { state: State }) => taskIds.filter((id) => cameAs[id] !== 'D').map((id) => state.tasks[id])
    fc.assert(
      fc.property(anyRun, (run) => {
        const left = runPlan(
          run.world,
          without(run.plan, (id) => cameAs[id] === 'D'),
        )
        expect(left.days.map(others)).toEqual(run.days.map(others))
        expect(summarise(left).goals).toEqual(summarise(run).goals)
      }),
    )
  })
  it('that comes back takes the first hour of the next day', () => {
    const world = worlds.find((each) => taskIds.some((id) => each.plans[id].returns && each.plans[id].arrives < 4))!
    const run = runPlan(
      world,
      Array.from({ length: daysInRun }, () => freeDay),
    )
    const index = run.days.findIndex(({ events }) => events.some(({ type }) => type === 'back'))
    const { state } = run.days[index]!
    expect(state.taken.length).toBeGreaterThan(0)
    const task = openTasks(world, state)[0]!
    const full = Array.from({ length: hoursInDay }, () => task)
    const next = stepDay(world, state, full).state
    const today = next.hours.filter(({ day }) => day === state.day + 1)
    expect(today.slice(0, state.taken.length).map((hour) => hour.task)).toEqual(state.taken)
    expect(today.length).toBeLessThanOrEqual(hoursInDay)
  })
})

describe('filling a day', () => {
  it('puts a task into as many free hours as it needs, behind those that are taken, and takes it out again', () => {
    const day = putIn(freeDay, 'rest', 2, 1)
    expect(day).toEqual([null, 'rest', 'rest', null, null, null])
    expect(freeHours(day, 1)).toBe(3)
    expect(putIn(day, 'rest', 2, 1)).toEqual(day)
    expect(hoursFor(putIn(putIn(day, 'calls', 3, 1), 'routes', 3, 1), 'routes')).toBe(0)
    expect(takeOut(day, 'rest')).toEqual(freeDay)
  })
})

describe('over two hundred weeks', () => {
  it('beginning with the goal, and one B a day, meets nearly all goals', () => {
    expect(meanOf(preset('goal'), met)).toBeGreaterThan(goals.length - 0.3)
  })
  it.each(['clock', 'quick'] as const)('the order “%s” meets at least one goal fewer', (name) => {
    expect(meanOf(preset(name), met)).toBeLessThan(meanOf(preset('goal'), met) - 1)
  })
  it.each([
    ['only what is important and urgent', ['A']],
    ['only what is important and not urgent', ['B']],
    ['only A and C, as in a week without B', ['A', 'C']],
    ['all that is loud, then the rest', ['C', 'A', 'B', 'D']],
    ['A and C first, and B when there is time', ['A', 'C', 'B']],
    ['only what nobody needs', ['D']],
  ] as const)('no single habit wins: %s', (_what, letters) => {
    expect(meanOf(byQuadrants(letters), met)).toBeLessThan(meanOf(preset('goal'), met) - 1)
  })
  it('those who go by the clock meet most of B again as A', () => {
    const turned = (summary: Summary) => summary.bills.length
    expect(meanOf(preset('clock'), turned)).toBeGreaterThan(3.5)
    expect(meanOf(preset('goal'), turned)).toBeLessThan(0.5)
    expect(meanOf(preset('clock'), ({ time }) => time.A)).toBeGreaterThan(meanOf(preset('goal'), ({ time }) => time.A) + 2)
  })
  it('even the best order does not finish everything', () => {
    for (const world of worlds) {
      const state = lastState(runPlan(world, planOfPreset(world, 'goal')))
      expect(taskIds.some((id) => state.tasks[id].end?.how !== 'done')).toBe(true)
    }
  })
  it('every ready-made plan fits into its days', () => {
    for (const world of worlds.slice(0, 20)) {
      for (const name of presets) {
        const days = planOfPreset(world, name)
        expect(days.length).toBe(daysInRun)
        for (const day of days) expect(day.length).toBe(hoursInDay)
      }
    }
  })
})
