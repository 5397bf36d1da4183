/**
 * Each simulation, from its first screen to the sign of its end, with whatever hand: the one table of them. `null`: the course does not
 * show it yet. A simulation that is on a page and has no drive here fails the journey.
 */
import { expect, type Locator } from '@playwright/test'
import type { ActivityOf, SimulationName } from '#lib/activity/schema.ts'
import whoKnowsWhom from '#lib/message/en/simulation/who-knows-whom.json' with { type: 'json' }
import { weeksInRun } from '#lib/simulation/who-knows-whom/world.ts'
import type { Doing } from './do-what-is-open.ts'

type Simulation = Doing<ActivityOf<'simulation'>>
type Drive = {
  play(doing: Simulation): Promise<void>
  /** what stands at the end, and after a reload too */
  end(region: Locator): Locator
}

const button = ({ region }: Simulation, name: string | RegExp) => region.getByRole('button', { name, exact: true })

export const simulations: Record<SimulationName, Drive | null> = {
  'who-knows-whom': {
    async play(doing) {
      for (let week = 1; week <= weeksInRun; week++) {
        if (week < 3) await doing.seen()
        await doing.hand.press(button(doing, whoKnowsWhom.run))
        if (week < 3) await doing.seen()
        const next = week < weeksInRun ? whoKnowsWhom.next_week.replace('{week}', String(week + 1)) : whoKnowsWhom.to_result
        await doing.hand.press(button(doing, next))
      }
    },
    end: (region) => region.getByRole('heading', { name: whoKnowsWhom.result_title }),
  },
  'follow-one-number': null,
  'temperature-of-a-meeting': null,
  'week-of-in-tray': null,
  'promise-ledger': null,
  'said-and-meant': null,
}

export async function driveSimulation(doing: Simulation): Promise<void> {
  const drive = simulations[doing.activity.name]
  if (!drive) throw new Error(`${doing.activity.name} has no drive in e2e/simulations.ts`)
  await drive.play(doing)
  await expect(drive.end(doing.region)).toBeVisible()
}
