/** Prints what the presets give over many seeds: `node lib/simulation/week-of-in-tray/measure-presets.ts`. The README keeps the table. */
import { planOfPreset, presets } from './presets.ts'
import { runPlan, summarise } from './run.ts'
import { makeWorld } from './world.ts'

const worlds = Array.from({ length: 200 }, (_, index) => makeWorld(index + 1))
const average = (numbers: readonly number[]) => (numbers.reduce((sum, number) => sum + number, 0) / numbers.length).toFixed(1)

console.log('| preset | goals met, of 3 | A | B | C | D | free | A that had been B | hours added by waiting |')
console.log('|---|---|---|---|---|---|---|---|---|')
for (const preset of presets) {
  const all = worlds.map((world) => summarise(runPlan(world, planOfPreset(world, preset))))
  const cells = [
    average(all.map(({ met }) => met)),
    ...(['A', 'B', 'C', 'D'] as const).map((letter) => average(all.map(({ time }) => time[letter]))),
    average(all.map(({ free }) => free)),
    average(all.map(({ bills }) => bills.length)),
    average(all.map(({ extra }) => extra)),
  ]
  console.log(`| ${preset} | ${cells.join(' | ')} |`)
}
