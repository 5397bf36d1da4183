import type { Words } from '#components/simulation/parts/words.ts'
import fold from '#components/ui/fold.module.css'
import { say } from '#lib/message/format.ts'
import { quadrantOf, type State } from '#lib/simulation/week-of-in-tray/step.ts'
import { cameAs, type TaskId } from '#lib/simulation/week-of-in-tray/tasks.ts'
import { numberOf, type World } from '#lib/simulation/week-of-in-tray/world.ts'
import { dayName, titleOf } from './describe.ts'
import styles from './run-tables.module.css'

/** All that the drawing shows, for people who do not see it and for those who like to compare. */
export function RunTables({ words, world, state, come }: { words: Words; world: World; state: State; come: readonly TaskId[] }) {
  const t = (key: string, values = {}) => say(words.messages, key, values, words.locale)
  return (
    <details className={styles['tables']}>
      <summary className={fold['summary']}>{t('table_title')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={styles['scroll']} tabIndex={0} aria-label={t('table_caption')}>
        <table>
          <caption>{t('table_caption')}</caption>
          <thead>
            <tr>
              {['task', 'came', 'place', 'urgency', 'importance', 'hours', 'state'].map((column) => (
                <th key={column} scope="col">
                  {t(`table_${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {come.map((id) => {
              const { trail, spent, size, end } = state.tasks[id]
              const { arrives, importance } = world.plans[id]
              return (
                <tr key={id}>
                  <th scope="row">
                    <b>{numberOf(world, id)}</b> {titleOf(words, state, id)}
                  </th>
                  <td>{t('table_came_cell', { day: dayName(words, arrives), quadrant: cameAs[id] })}</td>
                  <td>{quadrantOf(id, state.tasks[id])}</td>
                  <td>{trail.join(', ')}</td>
                  <td>{importance}</td>
                  <td>{t('table_hours_cell', { spent, size })}</td>
                  <td>{end ? t(`state_${end.how}`, { day: dayName(words, end.day) }) : t('state_open')}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </section>
    </details>
  )
}
