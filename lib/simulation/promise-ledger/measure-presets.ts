/** Prints what the presets give over many seeds: `node lib/simulation/promise-ledger/measure-presets.ts`. The README keeps the tables. */
import { inOtherWords, manners } from './other-words.ts'
import type { Plan } from './plan.ts'
import { planBy, planOfPreset, presets, uniform, uniformTelling } from './presets.ts'
import { lastState, runPlan, summarise } from './run.ts'
import { makeWorld, type World } from './world.ts'

const worlds = Array.from({ length: 200 }, (_, index) => makeWorld(index + 1))
const average = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length

function row(name: string, planOf: (world: World) => Plan) {
  const runs = worlds.map((world) => runPlan(world, planOf(world)))
  const delivered = average(runs.map((run) => summarise(run).delivered))
  const things = average(runs.map((run) => lastState(run).entries.filter((entry) => entry?.end?.how === 'delivered').length))
  const trust = average(runs.map((run) => summarise(run).trust))
  console.log(`| ${name} | ${delivered.toFixed(1)} | ${things.toFixed(1)} | ${trust.toFixed(1)} |`)
}

console.log('| way | days delivered, of 45 | requests delivered, of 10 | mean trust |\n|---|---|---|---|')
for (const preset of presets) row(preset, (world) => planOfPreset(world, preset))
row('all smaller, clear', (world) => planBy(world, (w, state) => uniform(w, state, 'part', true)))
row('all later, clear', (world) => planBy(world, (w, state) => uniform(w, state, 'later', true)))
row('yes to all, telling', (world) => planBy(world, (w, state) => uniformTelling(w, state, 'whole')))
row('all smaller, telling', (world) => planBy(world, (w, state) => uniformTelling(w, state, 'part')))
row('all later, telling', (world) => planBy(world, (w, state) => uniformTelling(w, state, 'later')))

console.log('\n| same work as | in other words | days delivered | requests | mean trust |\n|---|---|---|---|---|')
for (const preset of ['yes', 'vague', 'few'] as const) {
  for (const manner of manners) {
    row(`${preset} | ${manner}`, (world) => inOtherWords(runPlan(world, planOfPreset(world, preset)), manner))
  }
}
