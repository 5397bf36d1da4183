/**
 * Replays a run: the choices a learner made, in any order, through the compiled machine.
 *
 * Choices are a set, not a tape. At each scene the first listed choice that the machine accepts there is taken, and
 * everything that fits nowhere on the way is ignored: a choice for a scene the run does not pass, a second choice for
 * the same scene (two devices), one that is not offered there, one that the text no longer has. So late, doubled or
 * shuffled statements give the same run, and a scene that was added to the text later simply waits for its choice.
 */
import { initialTransition, transition } from 'xstate'
import { compileScenario, type ScenarioMachine, type Taken } from './compile-scenario.ts'
import type { Meters } from './move-meters.ts'
import type { Choice, Scenario } from './schema.ts'

export type { Taken } from './compile-scenario.ts'
export type Moved = { meter: string; by: number; reason: string }
export type Step = Taken & { before: Meters; after: Meters; moved: Moved[] }
export type Replay = {
  /** where the run stands; null when it has ended */
  scene: string | null
  ending: string | null
  meters: Meters
  /** what was taken, in the order of the story */
  steps: Step[]
  /** ids of the choices offered in the present scene, in the author's order */
  offered: string[]
}

const machines = new WeakMap<Scenario, ScenarioMachine>()

function machineFor(scenario: Scenario): ScenarioMachine {
  const machine = machines.get(scenario) ?? compileScenario(scenario)
  machines.set(scenario, machine)
  return machine
}

/** @param choices ordered by statement id: where two were made for one scene, the first counts */
export function replayRun(scenario: Scenario, choices: readonly Taken[]): Replay {
  const machine = machineFor(scenario)
  let [snapshot] = initialTransition(machine)
  const steps: Step[] = []
  const passed = new Set<string>()
  for (;;) {
    const at = String(snapshot.value)
    const scene = scenario.scenes.find(({ id }) => id === at)
    if (!scene) return { scene: null, ending: at, meters: snapshot.context.meters, steps, offered: [] }
    const accepts = (choice: string) => snapshot.can({ type: 'choose', scene: at, choice })
    const taken = passed.has(at) ? undefined : choices.find(({ scene, choice }) => scene === at && accepts(choice))
    if (!taken) {
      const offered = scene.choices.map(({ id }) => id).filter(accepts)
      return { scene: at, ending: null, meters: snapshot.context.meters, steps, offered }
    }
    passed.add(at)
    const before = snapshot.context.meters
    ;[snapshot] = transition(machine, snapshot, { type: 'choose', scene: at, choice: taken.choice })
    const after = snapshot.context.meters
    const choice = scene.choices.find(({ id }) => id === taken.choice)!
    steps.push({ scene: at, choice: choice.id, before, after, moved: movedBy(scenario, choice, before, after) })
  }
}

/** What really moved: an effect that was cut off to nothing is not told. */
export function movedBy(scenario: Scenario, choice: Choice, before: Meters, after: Meters): Moved[] {
  return scenario.meters
    .map(({ id }) => ({ meter: id, by: after[id]! - before[id]!, reason: choice.reasons[id] ?? '' }))
    .filter(({ by }) => by !== 0)
}
