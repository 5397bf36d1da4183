/** Prints what the presets give over many seeds: `node lib/simulation/who-knows-whom/measure-presets.ts`. The README keeps the table. */
import { effectOfKinds } from './leave-out-kind.ts'
import { kinds } from './plan.ts'
import { planOfPreset, presets } from './presets.ts'
import { lastState, runPlan, summarise } from './run.ts'
import { makeWorld } from './world.ts'

const worlds = Array.from({ length: 200 }, (_, index) => makeWorld(index + 1))
const average = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length

console.log('| preset | mean days to an answer | answered, of 9 |\n|---|---|---|')
for (const preset of presets) {
  const summaries = worlds.map((world) => summarise(lastState(runPlan(world, planOfPreset(world, preset)))))
  console.log(
    `| ${preset} | ${average(summaries.map((s) => s.mean)).toFixed(1)} | ${average(summaries.map((s) => s.answered)).toFixed(1)} |`,
  )
}
console.log('\n| balanced without | mean days longer |\n|---|---|')
for (const kind of kinds) {
  const saved = worlds.map((world) => effectOfKinds(world, planOfPreset(world, 'balanced')).find((effect) => effect.kind === kind)!.saved)
  console.log(`| ${kind} | ${average(saved).toFixed(1)} |`)
}
console.log('\n| hours a week, balanced | mean days |\n|---|---|')
for (const budget of [0, 2, 4, 6, 8, 10]) {
  const means = worlds.map((world) => summarise(lastState(runPlan(world, planOfPreset(world, 'balanced', budget)))).mean)
  console.log(`| ${budget / 2} | ${average(means).toFixed(1)} |`)
}
