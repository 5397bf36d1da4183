/**
 * Ready-made ways to spend the weeks, to compare one's own with. A preset looks at what a learner can see and decides
 * week by week; played in a world it becomes an ordinary plan.
 */
import { type PartnerId, partnerIds } from './partners.ts'
import { costOf, type Deed, inOrder, type Kind, type Plan, weekBudget } from './plan.ts'
import { canTell, type State, startState, stepWeek } from './step.ts'
import { type World, weeksInRun } from './world.ts'

export const presets = ['chase', 'last', 'explain', 'mixed'] as const
export type Preset = (typeof presets)[number]

/** Wishes in order; what no longer fits into the week is left out. */
const wishes: Record<Preset, (state: State) => Deed[]> = {
  chase: () => all('chase'),
  last: (state) => (state.week < weeksInRun - 2 ? [] : all('chase')),
  explain: (state) => weakest(state, 'explain'),
  mixed: (state) => {
    if (state.week === weeksInRun - 1) return weakest(state, 'chase')
    const silent = tellable(state).filter(({ partner }) => state.week - state.partners[partner].told >= 2)
    return state.week < 5
      ? [...weakest(state, 'explain').slice(0, 2), ...silent]
      : [...silent, ...weakest(state, 'chase').slice(0, 2), ...tellable(state)]
  },
}

/** @returns the plan this preset makes in this world. @param budget hours a week */
export function planOfPreset(world: World, preset: Preset, budget: number = weekBudget): Plan {
  const plan: Deed[][] = []
  let state = startState()
  for (let week = 1; week <= weeksInRun; week++) {
    const deeds = inOrder(fitting(wishes[preset](state), budget))
    plan.push(deeds)
    state = stepWeek(world, state, deeds)
  }
  return plan
}

function fitting(deeds: readonly Deed[], budget: number): Deed[] {
  let left = budget
  return deeds.filter(({ kind }) => {
    const fits = costOf(kind) <= left
    if (fits) left -= costOf(kind)
    return fits
  })
}

function all(kind: Kind): Deed[] {
  return partnerIds.map((partner) => ({ kind, partner }))
}

/** First those who understand least, with what is already sinking in counted. */
function weakest(state: State, kind: Kind): Deed[] {
  const ahead = (id: PartnerId) => state.partners[id].understanding + state.partners[id].ripening.reduce((sum, each) => sum + each, 0)
  return [...partnerIds].sort((a, b) => ahead(a) - ahead(b)).map((partner) => ({ kind, partner }))
}

/** Those with something to hear, the longest silence first. */
function tellable(state: State): Deed[] {
  return partnerIds
    .filter((id) => canTell(state.partners[id]))
    .sort((a, b) => state.partners[a].told - state.partners[b].told)
    .map((partner) => ({ kind: 'tell', partner }))
}
