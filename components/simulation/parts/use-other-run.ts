'use client'

import { useMemo, useState } from 'react'
import { say } from '#lib/message/format.ts'
import type { Earlier } from './kept-run.ts'
import type { Words } from './words.ts'

/**
 * The run that stands beside this one: one of the learner's own earlier ones, or a ready-made one.
 *
 * @param model functions of the module, the same at every call
 * @param first the ready-made one to begin with, where there is no earlier one
 * @param values for the name of an earlier one
 */
export function useOtherRun<Name extends string, World, Plan, Run>(
  words: Words,
  {
    presets,
    planOfPreset,
    runPlan,
  }: { presets: readonly Name[]; planOfPreset(world: World, preset: Name): Plan; runPlan(world: World, plan: Plan): Run },
  world: World,
  earlier: Earlier<Plan>,
  first: Name,
  values: Record<string, string> = {},
) {
  const latest = earlier.at(-1)
  const [choice, choose] = useState<string>(latest ? `earlier-${latest.number}` : first)
  const before = earlier.find(({ number }) => choice === `earlier-${number}`)
  const preset = before ? undefined : (presets.find((each) => each === choice) ?? first)
  const run = useMemo(
    () => runPlan(world, before ? before.plan : planOfPreset(world, preset ?? first)),
    [world, before, preset, first, planOfPreset, runPlan],
  )
  const earlierName = (number: number) => say(words.messages, 'earlier', { number, ...values })
  const presetName = (name: Name) => say(words.messages, `preset_${name}`)
  return {
    run,
    name: before ? earlierName(before.number) : presetName(preset ?? first),
    note: say(words.messages, preset ? `preset_${preset}_note` : 'earlier_note'),
    choice,
    choose,
    options: [
      ...earlier.map(({ number }) => ({ value: `earlier-${number}`, name: earlierName(number) })),
      ...presets.map((each) => ({ value: each as string, name: presetName(each) })),
    ],
  }
}
