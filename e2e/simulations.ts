/** Each simulation, from its first screen to the sign of its end, with whatever hand: the one table of them. */
import { expect, type Locator } from '@playwright/test'
import type { ActivityOf, SimulationName } from '#lib/activity/schema.ts'
import followOneNumber from '#lib/message/en/simulation/follow-one-number.json' with { type: 'json' }
import promiseLedger from '#lib/message/en/simulation/promise-ledger.json' with { type: 'json' }
import saidAndMeant from '#lib/message/en/simulation/said-and-meant.json' with { type: 'json' }
import temperature from '#lib/message/en/simulation/temperature-of-a-meeting.json' with { type: 'json' }
import weekOfInTray from '#lib/message/en/simulation/week-of-in-tray.json' with { type: 'json' }
import whoKnowsWhom from '#lib/message/en/simulation/who-knows-whom.json' with { type: 'json' }
import { weeksInRun } from '#lib/simulation/who-knows-whom/world.ts'
import { type Doing, doWhatIsOpen } from './do-what-is-open.ts'

type Simulation = Doing<ActivityOf<'simulation'>>
type Drive = {
  play(doing: Simulation): Promise<void>
  /** what stands at the end, and after a reload too */
  end(region: Locator): Locator
}

const button = ({ region }: Simulation, name: string | RegExp) => region.getByRole('button', { name, exact: true })

/** Any filling of this string's gaps. */
const filled = (string: string) => new RegExp(`^${string.replace(/[.*+?^$()|[\\]\\]/g, '\\$&').replace(/\{\w+\}/g, '.+')}$`)
const heading = (name: string) => (region: Locator) => region.getByRole('heading', { name, exact: true })

/** The same step until its end shows: `step` does one, `most` is how many there can be. */
async function untilTheEnd(doing: Simulation, end: (region: Locator) => Locator, most: number, step: () => Promise<void>): Promise<void> {
  for (let i = 0; i < most && !(await end(doing.region).isVisible()); i++) {
    // the later screens are made of the same parts
    if (i < 2) await doing.seen()
    await step()
  }
  await doing.seen()
}

const ends = {
  'who-knows-whom': heading(whoKnowsWhom.result_title),
  'follow-one-number': heading(followOneNumber.result_title),
  'temperature-of-a-meeting': heading(temperature.result_title),
  'week-of-in-tray': heading(weekOfInTray.result_title),
  'promise-ledger': heading(promiseLedger.result_title),
  'said-and-meant': heading(saidAndMeant.result_title),
}

export const simulations: Record<SimulationName, Drive> = {
  'who-knows-whom': {
    play: (doing) =>
      untilTheEnd(doing, ends['who-knows-whom'], weeksInRun, async () => {
        await doing.hand.press(button(doing, whoKnowsWhom.run))
        await doing.hand.press(button(doing, filled(whoKnowsWhom.next_week)).or(button(doing, whoKnowsWhom.to_result)))
      }),
    end: ends['who-knows-whom'],
  },
  'follow-one-number': {
    play: (doing) =>
      untilTheEnd(doing, ends['follow-one-number'], 8, async () => {
        await doing.hand.press(button(doing, followOneNumber.run))
        await doing.hand.press(button(doing, filled(followOneNumber.next_week)).or(button(doing, followOneNumber.to_result)))
      }),
    end: ends['follow-one-number'],
  },
  'temperature-of-a-meeting': {
    play: (doing) =>
      untilTheEnd(doing, ends['temperature-of-a-meeting'], 5, async () => {
        await doing.hand.check(doing.region.getByRole('radio').first())
        await doing.hand.press(button(doing, temperature.do))
      }),
    end: ends['temperature-of-a-meeting'],
  },
  'week-of-in-tray': {
    play: (doing) =>
      untilTheEnd(doing, ends['week-of-in-tray'], 5, async () => {
        await doing.hand.check(doing.region.getByRole('checkbox').first())
        await doing.hand.press(button(doing, filled(weekOfInTray.run)))
        await doing.hand.press(button(doing, filled(weekOfInTray.next_day)).or(button(doing, weekOfInTray.to_result)))
      }),
    end: ends['week-of-in-tray'],
  },
  'promise-ledger': {
    play: (doing) =>
      untilTheEnd(doing, ends['promise-ledger'], 6, async () => {
        // the answers to this week's requests: the first way, in the first words
        await doWhatIsOpen(doing, { leave: [], fieldsOnly: true, noSelect: true })
        await doing.hand.press(button(doing, filled(promiseLedger.run)))
        await doing.hand.press(button(doing, filled(promiseLedger.next_week)).or(button(doing, promiseLedger.to_result)))
      }),
    end: ends['promise-ledger'],
  },
  'said-and-meant': {
    play: (doing) =>
      untilTheEnd(doing, ends['said-and-meant'], 30, async () => {
        const over = button(doing, saidAndMeant.to_result)
        if (await over.isVisible()) return doing.hand.press(over)
        await doing.hand.press(doing.region.getByRole('list', { name: saidAndMeant.moves_title }).getByRole('button').first())
      }),
    end: ends['said-and-meant'],
  },
}

export async function driveSimulation(doing: Simulation): Promise<void> {
  const drive = simulations[doing.activity.name]
  await drive.play(doing)
  await expect(drive.end(doing.region)).toBeVisible()
}
