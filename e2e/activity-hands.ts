/** Kinds of activity that are not done by doing whatever is open: each with the steps a learner takes in it. */
import { expect } from '@playwright/test'
import { belonging } from '#lib/activity/assemble.ts'
import { enoughOut } from '#lib/activity/flow.ts'
import type { ActivityKind, ActivityOf } from '#lib/activity/schema.ts'
import { label, sidewaysOf, wordsOf } from './activity-words.ts'
import { type Doing, doWhatIsOpen, ownWords } from './do-what-is-open.ts'
import { driveSimulation } from './simulations.ts'

type HandOf<K extends ActivityKind> = (doing: Doing<ActivityOf<K>>) => Promise<void>

const press = async ({ hand, region, activity, seen }: Doing, key: string) => {
  await seen()
  await hand.press(region.getByRole('button', { name: label(activity.kind, key) }).first())
}
const fillIn = (doing: Doing) => doWhatIsOpen(doing, { leave: [], fieldsOnly: true })
const open = (doing: Doing, wishes: Partial<Parameters<typeof doWhatIsOpen>[1]> = {}) =>
  doWhatIsOpen(doing, { leave: sidewaysOf(doing.activity), ...wishes })

export const ownHands: { [K in ActivityKind]?: HandOf<K> } = {
  /** the office to compare with is a look aside, which a reload closes */
  advise: (doing) => open(doing, { noSelect: true }),
  assemble: async (doing) => {
    await open(doing, { ticks: belonging(doing.activity).length, fieldsOnly: true })
    await press(doing, 'to-order')
    await press(doing, 'check')
  },
  'day-planner': async (doing) => {
    const { hand, region, activity } = doing
    for (const { text } of activity.tasks.filter(({ fixed }) => !fixed)) {
      const task = region.getByRole('listitem').filter({ hasText: text })
      await hand.press(task.getByRole('button').first())
      const put = task.getByRole('button', { name: label('day-planner', 'put') })
      // a day that is full is full
      if ((await put.count()) > 0) await hand.press(put)
      else await hand.press(task.getByRole('button').first())
    }
    await press(doing, 'begin')
    const over = region.getByRole('heading', { name: label('day-planner', 'over') })
    for (let i = 0; i < 2 * activity.surprises.length + 1 && !(await over.isVisible()); i++) {
      if (await region.getByRole('heading', { name: label('day-planner', 'choose') }).isVisible()) {
        await doing.seen()
        await hand.press(region.getByRole('list').getByRole('button').first())
      } else await press(doing, 'go-on')
    }
    await expect(over).toBeVisible()
  },
  /** the filters above the questions are to play with */
  explorer: async (doing) => {
    const { hand, region, activity } = doing
    await hand.check(
      region
        .getByRole('group', { name: label('explorer', 'level') })
        .getByRole('radio')
        .nth(1),
    )
    await open({ ...doing, region: region.getByRole('region', { name: label('explorer', 'people') }) }, { noSelect: true })
    // a reload begins with the first person
    if (activity.people.length > 1) await press(doing, 'first')
    await press(doing, 'reset')
  },
  flow: async (doing) => {
    const { hand, region, activity } = doing
    await press(doing, 'check')
    for (const [place, { short }] of activity.steps.entries())
      await hand.select(region.getByRole('combobox', { name: wordsOf('flow')['to']!.replace('{step}', short), exact: true }), String(place))
    await press(doing, 'check')
    await expect(region.getByRole('heading', { name: label('flow', 'loop') })).toBeVisible()
    const steps = region.getByRole('list').getByRole('button')
    for (let i = 0; i < enoughOut(activity); i++) {
      await doing.seen()
      await hand.press(steps.nth(i))
      await expect(steps.nth(i)).toHaveAttribute('aria-pressed', 'true')
    }
    // after a reload every step is in its place again
    await press(doing, 'put-back')
  },
  grid: async (doing) => {
    const { hand, region, activity } = doing
    for (let i = 0; i < activity.fill; i++) {
      const row = region.getByRole('region', { name: activity.rows[i % activity.rows.length]!.label })
      await hand.press(
        row
          .getByRole('list')
          .getByRole('button')
          .nth(i % activity.columns.length),
      )
      await hand.write(row.getByRole('textbox'), ownWords)
      await press(doing, 'close')
    }
    await press(doing, 'read')
  },
  log: async (doing) => {
    const { hand, region, activity } = doing
    for (let row = 1; row <= activity.least; row++) {
      await fillIn(doing)
      if (row < activity.least) await press(doing, 'next')
    }
    await press(doing, 'read')
    // a reload shows the first row
    await hand.press(
      region
        .getByRole('list', { name: label('log', 'rows') })
        .getByRole('button')
        .first(),
    )
  },
  'log-step': async (doing) => {
    await fillIn(doing)
    await leave(doing)
  },
  matrix: async (doing) => {
    const { hand, region, activity } = doing
    const plane = region.getByRole('group', { name: label('matrix', 'plane') })
    for (const [i, task] of activity.tasks.entries()) {
      await expect(region.getByRole('heading', { name: task.text })).toBeVisible()
      const zone = plane
        .locator('[data-zone]')
        .nth(i % 4)
        .getByRole('button')
        .first()
      await hand.press(zone)
      await expect(zone).toHaveAttribute('aria-pressed', 'true')
      await hand.write(region.getByRole('textbox', { name: label('matrix', 'reason') }), ownWords)
      if (i < activity.tasks.length - 1) await press(doing, 'next')
    }
    await press(doing, 'compare')
  },
  objections: (doing) =>
    open(doing, {
      prefer: doing.activity.colleagues.flatMap(({ back }) => back.options.filter(({ right }) => right).map(({ id }) => id)),
    }),
  plan: (doing) => open(doing, { ticks: doing.activity.tasks.length }),
  'plan-builder': (doing) => open(doing, { ticks: doing.activity.plans }),
  schedule: async (doing) => {
    await fillIn(doing)
    await leave(doing)
  },
  'self-rating': (doing) => open(doing, { ticks: doing.activity.goals }),
  simulation: driveSimulation,
  sketch: async (doing) => {
    const { hand, region } = doing
    for (const [initials, ring] of [
      ['AK', 0],
      ['DL', 1],
      ['RM', 2],
    ] as const) {
      const rings = region.getByRole('combobox', { name: label('sketch', 'ring') }).first()
      await hand.write(region.getByRole('textbox', { name: label('sketch', 'initials') }), initials)
      await hand.select(rings, (await rings.locator('option').nth(ring).getAttribute('value')) ?? '')
      await press(doing, 'place')
    }
    await press(doing, 'read')
  },
  /** a reload begins with the first one when all are done */
  studio: async (doing) => {
    await open(doing)
    await toFirstStep(doing)
  },
  workshop: async (doing) => {
    await open(doing, { rewrite: true })
    await toFirstStep(doing)
  },
}

/** Out of the last field: that is when some kinds look whether they are done. */
async function leave({ page }: Doing): Promise<void> {
  await page.keyboard.press('Tab')
}

async function toFirstStep({ hand, region }: Doing): Promise<void> {
  const steps = region.getByRole('navigation').getByRole('button')
  if ((await steps.count()) > 0) await hand.press(steps.first())
}

/** What a reload closes, opened again: the reading of a picture is not kept, what it reads is. */
export async function readAgain(doing: Doing): Promise<void> {
  const { kind } = doing.activity
  if (kind === 'grid' || kind === 'log' || kind === 'sketch') await press(doing, 'read')
}
