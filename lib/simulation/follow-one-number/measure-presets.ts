/** Prints what the presets give over many seeds: `node lib/simulation/follow-one-number/measure-presets.ts`. The README keeps the table. */
import { planOfPreset, presets } from './presets.ts'
import { lastState, runPlan, summarise } from './run.ts'
import { makeWorld, weeksInRun } from './world.ts'

const worlds = Array.from({ length: 200 }, (_, index) => makeWorld(index + 1))
const average = (numbers: readonly number[]) => (numbers.reduce((sum, number) => sum + number, 0) / numbers.length).toFixed(1)

console.log('| preset | people missed | known | guessed | blank | mean days late | in time, of 40 |\n|---|---|---|---|---|---|---|')
const nothing = Array.from({ length: weeksInRun }, () => [])
for (const preset of ['nothing', ...presets] as const) {
  const all = worlds.map((world) =>
    summarise(world, lastState(runPlan(world, preset === 'nothing' ? nothing : planOfPreset(world, preset)))),
  )
  const cells = [
    all.map((s) => s.missed),
    all.map((s) => s.places.known),
    all.map((s) => s.places.guessed),
    all.map((s) => s.places.blank),
    all.map((s) => s.late),
    all.map((s) => s.inTime),
  ]
  console.log(`| ${preset} | ${cells.map(average).join(' | ')} |`)
}

console.log('\n| in time, of 5 | week 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 |\n|---|---|---|---|---|---|---|---|---|')
for (const preset of presets) {
  const states = worlds.map((world) => lastState(runPlan(world, planOfPreset(world, preset))))
  const weeks = Array.from({ length: weeksInRun }, (_, week) =>
    average(states.map((state) => Object.values(state.partners).filter(({ reports }) => reports[week]!.arrival === 'in-time').length)),
  )
  console.log(`| ${preset} | ${weeks.join(' | ')} |`)
}
