import { Insight } from '#components/simulation/parts/insight.tsx'
import parts from '#components/simulation/parts/parts.module.css'
import type { ResultProps } from '#components/simulation/parts/result-props.ts'
import { say } from '#lib/message/format.ts'
import type { Plan } from '#lib/simulation/week-of-in-tray/plan.ts'
import { lastState, type Run, summarise } from '#lib/simulation/week-of-in-tray/run.ts'
import { goals } from '#lib/simulation/week-of-in-tray/tasks.ts'
import { numberOf } from '#lib/simulation/week-of-in-tray/world.ts'
import { ComparePlans } from './compare-plans.tsx'
import { cautReading, dayName, titleOf } from './describe.ts'
import { GoalList } from './goal-list.tsx'
import styles from './run-result.module.css'
import { TaskMark } from './task-mark.tsx'
import { TimeTable } from './time-table.tsx'

/** After Friday: the goals, where the time went, what waiting cost, the reading of it, and another plan beside this one. */
export function RunResult({ words, run, insight, earlier, own, children }: ResultProps<Run, Plan>) {
  const t = (key: string, values = {}) => say(words.messages, key, values, words.locale)
  const state = lastState(run)
  const summary = summarise(run)
  return (
    <div className={styles['result']}>
      <p className={styles['figure']}>
        <b>{summary.met}</b> <span>{t('result_goals', { all: goals.length })}</span>
      </p>
      <GoalList words={words} world={run.world} state={state} results={summary.goals} />
      <TimeTable words={words} weeks={[{ name: t(own ? 'compare_yours' : 'compare_shown'), summary }]} />
      {summary.bills.length === 0 ? (
        <p>
          <b className={styles['title']}>{t('bill_title')}</b>
          {t('bill_none')}
        </p>
      ) : (
        <table className={`${parts['table']} ${styles['facts']}`}>
          <caption>{t('bill_title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('bill_task')}</th>
              <th scope="col">{t('bill_before')}</th>
              <th scope="col">{t('bill_now')}</th>
              <th scope="col">{t('bill_end')}</th>
            </tr>
          </thead>
          <tbody>
            {summary.bills.map(({ task, turned, before, now, done }) => (
              <tr key={task}>
                <th scope="row">
                  <span className={styles['task']}>
                    <TaskMark task={task} number={numberOf(run.world, task)} turned />
                    <span>
                      <span className="visually-hidden">{numberOf(run.world, task)}: </span>
                      {titleOf(words, run.start, task)}
                      <small>{t('bill_since', { day: dayName(words, turned) })}</small>
                    </span>
                  </span>
                </th>
                <td>{before}</td>
                <td>{now}</td>
                <td>{t(done ? 'bill_done' : 'bill_left')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className={styles['reading']}>
        <h5>{t('caut_title')}</h5>
        <p>{cautReading(words, summary).join(' ')}</p>
      </div>
      <Insight words={words} text={insight} />
      <h5>{t('compare_title')}</h5>
      <ComparePlans words={words} run={run} earlier={earlier} own={own} />
      {children}
    </div>
  )
}
