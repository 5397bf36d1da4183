/**
 * What can be seen without playing: names that exist, reasons that are given, meters that make sense.
 * Runs before the walk of analyse-scenario, which needs sound names.
 */
import type { Choice, Condition, Scenario } from './schema.ts'

/** @property path where in the file, dotted: scenes.sc3-n05.choices.b; @property example a run that shows it: "scene choice" in order */
export type Problem = { path: string; sentence: string; example?: string[] }

export function checkShape(scenario: Scenario): Problem[] {
  const problems: Problem[] = []
  const add = (path: string, sentence: string) => problems.push({ path, sentence })
  const nodes = [...scenario.scenes, ...scenario.routes, ...scenario.endings].map(({ id }) => id)
  const ids = new Set(nodes)
  const meters = new Set(scenario.meters.map(({ id }) => id))
  const skills = new Set(scenario.skills.map(({ id }) => id))

  for (const id of repeated(nodes)) add(id, `The id ${id} is given twice. Each scene, route and ending needs its own.`)
  for (const id of repeated(scenario.meters.map((meter) => meter.id))) add(`meters.${id}`, `The meter ${id} is described twice.`)
  for (const id of repeated(scenario.skills.map((skill) => skill.id))) add(`skills.${id}`, `The skill ${id} is described twice.`)
  if (!ids.has(scenario.start)) add('start', `The story starts at ${scenario.start}, which does not exist.`)

  for (const { id, start, min, max, words } of scenario.meters) {
    const path = `meters.${id}`
    if (min >= max) add(path, `The meter ${id} needs a maximum above its minimum.`)
    if (start < min || start > max) add(`${path}.start`, `The meter ${id} starts at ${start}, outside ${min} to ${max}.`)
    if (words[0]!.from !== min) add(`${path}.words`, `The first word of ${id} must begin at its minimum, ${min}.`)
    if (words.some((word, i) => i > 0 && word.from <= words[i - 1]!.from)) add(`${path}.words`, `The words of ${id} must go upwards.`)
    if (words.at(-1)!.from > max) add(`${path}.words`, `The last word of ${id} begins above its maximum, ${max}, so nobody can see it.`)
  }

  const conditions = (path: string, when: readonly Condition[]) => {
    for (const { meter } of when)
      if (!meters.has(meter)) add(`${path}.when`, `The condition asks for the meter ${meter}, which does not exist.`)
  }
  const target = (path: string, to: string) => {
    if (!ids.has(to)) add(`${path}.to`, `It leads to ${to}, which does not exist.`)
  }
  const choice = (path: string, choice: Choice) => {
    target(path, choice.to)
    conditions(path, choice.when ?? [])
    if (!skills.has(choice.skill)) add(`${path}.skill`, `The skill ${choice.skill} is not in the list of skills.`)
    for (const [meter, by] of Object.entries(choice.effects)) {
      if (!meters.has(meter)) add(`${path}.effects`, `It moves the meter ${meter}, which does not exist.`)
      else if (by === 0) add(`${path}.effects.${meter}`, `It moves ${meter} by nothing. Leave the line out.`)
      else if (!choice.reasons[meter]) add(`${path}.reasons.${meter}`, `It moves ${meter} without a reason. Say in a few words why.`)
    }
    for (const meter of Object.keys(choice.reasons))
      if (!choice.effects[meter]) add(`${path}.reasons.${meter}`, `It gives a reason for ${meter} but does not move it.`)
  }
  for (const scene of scenario.scenes) {
    const path = `scenes.${scene.id}`
    for (const id of repeated(scene.choices.map(({ id }) => id))) add(`${path}.choices.${id}`, `The scene has two choices called ${id}.`)
    for (const one of scene.choices) choice(`${path}.choices.${one.id}`, one)
  }
  for (const route of scenario.routes) {
    route.rules.forEach(({ when, to }, i) => {
      target(`routes.${route.id}.rules.${i + 1}`, to)
      conditions(`routes.${route.id}.rules.${i + 1}`, when)
    })
    if (route.rules.at(-1)!.when.length > 0)
      add(`routes.${route.id}.rules.${route.rules.length}`, 'The last rule of a route must have no condition, so that every run goes on.')
  }
  for (const skill of scenario.skills)
    if (!scenario.scenes.some(({ choices }) => choices.some((choice) => choice.skill === skill.id)))
      add(`skills.${skill.id}`, `No choice is about the skill ${skill.id}.`)
  return problems
}

function repeated(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))]
}
