/**
 * How demonstration learners go about it. A habit decides when somebody sits down, what they do and how well; what comes of it is up to
 * the course's own machines. Pure: everything is drawn from a seed.
 */
import { seededRandom } from '#lib/random/seeded-random.ts'

/**
 * `steady` works through each module in its time; `sprinter` in the last days before it is due, or after; `tester` goes to scenario and
 * check first; `stopper` leaves in the middle of a scenario and has not come back; `failer` does not reach one check and is stuck there;
 * `silent` joined, looked in perhaps, and no more.
 */
export const habits = ['steady', 'sprinter', 'tester', 'stopper', 'failer', 'silent'] as const
export type Habit = (typeof habits)[number]

/** Of a hundred people. */
const shares: Readonly<Record<Habit, number>> = { steady: 46, sprinter: 18, tester: 6, stopper: 11, failer: 9, silent: 10 }

export type Character = {
  habit: Habit
  /** about normal around 0: how easily items are answered right */
  ability: number
  /** 0 to 1: how much they weigh a choice in a scenario */
  care: number
  /** 0 to 1: how many of the activities they do */
  diligence: number
  /** position of the module in which a stopper stops, a failer fails and a silent one leaves off */
  turningPoint: number
  /** how many choices a stopper makes in that scenario */
  stopsAfter: number
}

/**
 * The habits of a group, so that each has its share also where the group is small, in an order drawn from the seed.
 * @param modules how many modules they were assigned
 */
export function charactersOf(seed: string, count: number, modules: number): Character[] {
  const random = seededRandom(`${seed} characters`)
  // largest remainders: eight people are four steady ones and four others, each of another habit
  const exact = habits.map((habit) => ({ habit, n: (shares[habit] / 100) * count }))
  const counts = new Map(exact.map(({ habit, n }) => [habit, Math.floor(n)]))
  const left = count - [...counts.values()].reduce((sum, n) => sum + n, 0)
  const byRest = exact.toSorted((a, b) => (b.n % 1) - (a.n % 1))
  for (const { habit } of byRest.slice(0, left)) counts.set(habit, counts.get(habit)! + 1)
  const list = habits.flatMap((habit) => Array.from({ length: counts.get(habit)! }, () => habit))
  return list
    .map((habit) => ({ habit, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ habit }) => ({
      habit,
      ability: normal(random) * 0.8 + (habit === 'steady' ? 0.5 : habit === 'sprinter' ? -0.2 : 0.1),
      care: clamp(0.65 + normal(random) * 0.25 - (habit === 'sprinter' ? 0.2 : 0)),
      diligence: clamp(0.75 + normal(random) * 0.2 - (habit === 'sprinter' ? 0.4 : habit === 'tester' ? 0.6 : 0)),
      // not the last: it may still lie ahead
      turningPoint: Math.floor(random() * Math.max(1, Math.min(modules - 1, habit === 'silent' ? 2 : 5))),
      stopsAfter: 2 + Math.floor(random() * 5),
    }))
}

/** The sum of a few even draws is near enough to normal. */
function normal(random: () => number): number {
  return (random() + random() + random() + random() - 2) * Math.sqrt(3)
}

const clamp = (value: number) => Math.min(1, Math.max(0.05, value))
