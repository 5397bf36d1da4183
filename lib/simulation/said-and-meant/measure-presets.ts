/** Prints what the presets give over many seeds: `node lib/simulation/said-and-meant/measure-presets.ts`. The README keeps the table. */
import type { Move, Plan } from './moves.ts'
import { planOfPreset, presets } from './presets.ts'
import { lastState, runPlan, summarise } from './run.ts'
import { makeWorld, type World } from './world.ts'

const worlds = Array.from({ length: 200 }, (_, index) => makeWorld(index + 1))
const average = (numbers: readonly number[]) => (numbers.reduce((sum, number) => sum + number, 0) / numbers.length).toFixed(1)

const nothing: Plan = ['next', 'next', 'next']
const ways: [string, (world: World) => Plan][] = [
  ['only moving on', () => nothing],
  ...presets.map((preset): [string, (world: World) => Plan] => [preset, (world) => planOfPreset(world, preset)]),
  ...(['attend', 'paraphrase', 'open', 'reflect', 'missed'] as const).map((left): [string, (world: World) => Plan] => [
    `full without ${left}`,
    (world) => planOfPreset(world, 'full').filter((move: Move) => move !== left),
  ]),
]
console.log('| way | heard | as meant | taken otherwise | openness at the end |\n|---|---|---|---|---|')
for (const [name, planOf] of ways) {
  const runs = worlds.map((world) => runPlan(world, planOf(world)))
  const sums = runs.map((run) => summarise(run.world, lastState(run)))
  const cells = [
    sums.map((s) => s.heard),
    sums.map((s) => s.clear),
    sums.map((s) => s.otherwise),
    runs.map((run) => lastState(run).openness),
  ]
  console.log(`| ${name} | ${cells.map(average).join(' | ')} |`)
}
