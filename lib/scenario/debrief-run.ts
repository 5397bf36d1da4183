/**
 * What there is to learn from a run once it has ended: the skills that were used, and beside each step what the other
 * choices would have led to. Endings are not named, so that a second run still has something to find.
 */
import { meets, moveMeters } from './move-meters.ts'
import { type Moved, movedBy, type Replay } from './run-scenario.ts'
import type { Choice, Scenario, Scene, Skill } from './schema.ts'

export type Other = {
  choice: Choice
  moved: Moved[]
  /** the scene it leads to, or whether the ending behind it is the one reached in this run */
  to: { kind: 'scene'; title: string; onPath: boolean } | { kind: 'ending'; same: boolean }
}
export type DebriefStep = { index: number; scene: Scene; taken: Choice; moved: Moved[]; others: Other[] }
export type SkillUse = { index: number; scene: Scene; taken: Choice; stronger: Choice | null }
export type Debrief = {
  /** in the author's order, only those that the run touched */
  skills: { skill: Skill; well: SkillUse[]; stronger: SkillUse[] }[]
  steps: DebriefStep[]
}

export function debriefRun(scenario: Scenario, replay: Replay): Debrief {
  const onPath = new Set(replay.steps.map(({ scene }) => scene))
  const steps = replay.steps.map(({ scene: id, choice, before, moved }, index): DebriefStep => {
    const scene = scenario.scenes.find((one) => one.id === id)!
    const taken = scene.choices.find((one) => one.id === choice)!
    const others = scene.choices
      .filter((other) => other !== taken && meets(other.when, before))
      .map((other): Other => {
        const after = moveMeters(scenario.meters, before, other.effects)
        const end = follow(scenario, other.to, after)
        const next = scenario.scenes.find((one) => one.id === end)
        return {
          choice: other,
          moved: movedBy(scenario, other, before, after),
          to: next ? { kind: 'scene', title: next.title, onPath: onPath.has(end) } : { kind: 'ending', same: end === replay.ending },
        }
      })
    return { index, scene, taken, moved, others }
  })
  const uses = steps.map(({ index, scene, taken, others }): SkillUse => {
    const strong = others.find(({ choice }) => choice.quality === 'strong')?.choice ?? null
    return { index, scene, taken, stronger: taken.quality === 'strong' ? null : strong }
  })
  const skills = scenario.skills
    .map((skill) => {
      const here = uses.filter(({ taken }) => taken.skill === skill.id)
      return { skill, well: here.filter(({ stronger }) => !stronger), stronger: here.filter(({ stronger }) => stronger) }
    })
    .filter(({ well, stronger }) => well.length + stronger.length > 0)
  return { skills, steps }
}

/** Through routes to the next place one can stand on. */
function follow(scenario: Scenario, node: string, meters: Readonly<Record<string, number>>): string {
  let at = node
  for (let route = routeAt(at); route; route = routeAt(at)) at = route.rules.find(({ when }) => meets(when, meters))!.to
  return at

  function routeAt(id: string) {
    return scenario.routes.find((one) => one.id === id)
  }
}
