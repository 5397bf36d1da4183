/**
 * How well an item is still remembered: FSRS-6 as ts-fsrs computes it, on whole days. Nothing of it is stored: it is computed from
 * the responses whenever it is needed, so it can never be out of step with them.
 *
 * The parameters are those the algorithm's authors fitted to many learners; written down here so that an update of the package
 * changes nobody's schedule. No chance (`enable_fuzz`), no steps within a day (`enable_short_term`).
 * Source: https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm
 */
import { FSRSAlgorithm, type FSRSState, generatorParameters } from 'ts-fsrs'

/** right: everything · partly: enough · missed: not enough */
export type Outcome = 'right' | 'partly' | 'missed'
/** Again, hard and good, as FSRS numbers them. Nobody says “easy” here. */
const ratings = { missed: 1, partly: 2, right: 3 } as const satisfies Record<Outcome, number>

const algorithm = new FSRSAlgorithm(
  generatorParameters({
    w: [
      0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729,
      0.5425, 0.0912, 0.0658, 0.1542,
    ],
    request_retention: 0.9,
    maximum_interval: 365,
    enable_fuzz: false,
    enable_short_term: false,
  }),
)

/**
 * The chance that the item is remembered on that day, 0 to 1.
 * @param contacts with the item, oldest first; at least one, none after `day`
 */
export function retrievability(contacts: readonly { day: number; outcome: Outcome }[], day: number): number {
  let state: FSRSState | null = null
  let last = contacts[0]!.day
  for (const contact of contacts) {
    state = algorithm.next_state(state, Math.max(0, contact.day - last), ratings[contact.outcome])
    last = Math.max(last, contact.day)
  }
  return algorithm.forgetting_curve(Math.max(0, day - last), state!.stability)
}
