/** Prints what the presets give over many seeds: `node lib/simulation/temperature-of-a-meeting/measure-presets.ts`. The README keeps the tables. */
import { encodeResponse } from './encode-state.ts'
import { responses } from './plan.ts'
import { always, planOfPreset, presets } from './presets.ts'
import { runPlan, type Summary, summarise } from './run.ts'
import { makeWorld } from './world.ts'

const worlds = Array.from({ length: 200 }, (_, index) => makeWorld(index + 1))
const average = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length

function row(name: string, summaries: readonly Summary[]): string {
  const mean = (of: (summary: Summary) => number) => average(summaries.map(of)).toFixed(1)
  return `| ${name} | ${mean((s) => s.settled)} | ${mean((s) => s.half)} | ${mean((s) => s.own / 10)} | ${mean((s) => s.other / 10)} | ${mean((s) => s.minutes)} |`
}

const head = '| settled | half | you, next day | the other, next day | minutes |\n|---|---|---|---|---|---|'
console.log(`| preset ${head}`)
for (const preset of presets)
  console.log(
    row(
      preset,
      worlds.map((world) => summarise(runPlan(world, planOfPreset(world, preset)))),
    ),
  )
console.log(`\n| the same response five times ${head}`)
for (const response of responses) {
  console.log(
    row(
      encodeResponse(response),
      worlds.map((world) => summarise(runPlan(world, always(response)))),
    ),
  )
}
