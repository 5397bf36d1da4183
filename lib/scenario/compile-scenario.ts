/**
 * Data in, machine out: one state per scene, route and ending; meters in context.
 *
 * - A scene listens to `choose { scene, choice }` and only to its own id, so that a choice made elsewhere (another
 *   device, an older text) moves nothing.
 * - A choice is guarded by its `when`; its effects are cut off at the bounds of each meter.
 * - A route is a transient state: its rules are tested from top to bottom, nobody ever stands on it.
 * - An ending is final.
 *
 * Pure: the same scenario always gives an equal machine. The scenario must have passed analyse-scenario.
 */
import { assign, setup } from 'xstate'
import { type Meters, meets, moveMeters, startMeters } from './move-meters.ts'
import type { Choice, Condition, Scenario } from './schema.ts'

export type Choose = { type: 'choose'; scene: string; choice: string }
export type Taken = { scene: string; choice: string }

export function compileScenario(scenario: Scenario) {
  const play = setup({
    types: { context: {} as { meters: Meters }, events: {} as Choose },
    guards: {
      takes: ({ context, event }, { scene, choice }: { scene: string; choice: Choice }) =>
        event.scene === scene && event.choice === choice.id && meets(choice.when, context.meters),
      meets: ({ context }, { when }: { when: readonly Condition[] }) => meets(when, context.meters),
    },
    actions: {
      move: assign(({ context }, { effects }: { effects: Record<string, number> }) => ({
        meters: moveMeters(scenario.meters, context.meters, effects),
      })),
    },
  })
  const scenes = scenario.scenes.map(({ id, choices }) => [
    id,
    {
      on: {
        choose: choices.map((choice) => ({
          guard: { type: 'takes' as const, params: { scene: id, choice } },
          actions: { type: 'move' as const, params: { effects: choice.effects } },
          target: choice.to,
        })),
      },
    },
  ])
  const routes = scenario.routes.map(({ id, rules }) => [
    id,
    { always: rules.map(({ when, to }) => ({ guard: { type: 'meets' as const, params: { when } }, target: to })) },
  ])
  const endings = scenario.endings.map(({ id }) => [id, { type: 'final' as const }])
  return play.createMachine({
    id: scenario.id,
    initial: scenario.start,
    context: { meters: startMeters(scenario.meters) },
    states: Object.fromEntries([...scenes, ...routes, ...endings]),
  })
}
export type ScenarioMachine = ReturnType<typeof compileScenario>
