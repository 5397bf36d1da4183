'use client'

import { FitMark } from '#components/activity/parts/fit-mark.tsx'
import { Button } from '#components/ui/button.tsx'
import fold from '#components/ui/fold.module.css'
import { type Case, type Cases, type CasesRound, casesOf, countFitting, type Line, linesOf, missedCases } from '#lib/activity/cases.ts'
import styles from './cases.module.css'

/** Of more cases than this, those that fitted wait behind a fold. */
const mostUnfolded = 4

type Row = { one: Case; lines: readonly Line[] }
type Say = (key: string, values?: Record<string, string | number>) => string

/** What came of the choices, then all cases at a glance, and the ones to go through again. */
export function CasesEnd({ data, round, again, t }: { data: Cases; round: CasesRound; again(only?: readonly string[]): void; t: Say }) {
  const rows = casesOf(data, round).map((one) => ({ one, lines: linesOf(one, round) }))
  const delayed = rows
    .map(({ one, lines }) => ({ one, lines: lines.filter(({ option }) => option?.later) }))
    .filter(({ lines }) => lines.length > 0)
  const missed = missedCases(data, round)
  const { fitting, total } = countFitting(data, round)
  const folded = rows.length > mostUnfolded && missed.length < rows.length
  return (
    <div className={styles['end']}>
      {delayed.length > 0 ? (
        <section className={styles['later']}>
          <h4>{data.later ?? t('later')}</h4>
          <ol>
            {delayed.map(({ one, lines }) => (
              <li key={one.id}>
                <b>{one.title}</b>
                {lines.map(({ question, option }) => (
                  <div key={question.id}>
                    <p className={styles['did']}>{t('chose', { option: option?.text ?? '' })}</p>
                    <p className={styles['came']}>{option?.later}</p>
                  </div>
                ))}
              </li>
            ))}
          </ol>
        </section>
      ) : null}
      <section>
        <h4 className={styles['result']}>{t('result', { fitting, count: total })}</h4>
        {folded ? <Choices rows={rows.filter(({ one }) => missed.includes(one.id))} t={t} /> : <Choices rows={rows} t={t} />}
        {folded ? (
          <details className={styles['fitted']}>
            <summary className={fold['summary']}>{t('fitted', { count: rows.length - missed.length })}</summary>
            <Choices rows={rows.filter(({ one }) => !missed.includes(one.id))} t={t} />
          </details>
        ) : null}
      </section>
      {data.closing ? <p className={styles['closing']}>{data.closing}</p> : null}
      <div className={styles['actions']}>
        {missed.length > 0 && missed.length < data.cases.length ? (
          <Button look="primary" onClick={() => again(missed)}>
            {t('again-missed', { count: missed.length })}
          </Button>
        ) : null}
        <Button onClick={() => again()}>{t('again', { count: data.cases.length })}</Button>
      </div>
    </div>
  )
}

function Choices({ rows, t }: { rows: readonly Row[]; t: Say }) {
  if (rows.length === 0) return null
  return (
    <table className={styles['table']}>
      <caption className="visually-hidden">{t('caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('case')}</th>
          <th scope="col">{t('choice')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ one, lines }) => (
          <tr key={one.id}>
            <th scope="row">{one.title}</th>
            <td>
              {lines.map((line) => (
                <Chosen key={line.question.id} line={line} several={lines.length > 1} t={t} />
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** To the eye the choices of a case say what was asked; by ear, the question goes before each. */
function Chosen({ line: { question, option, fitting }, several, t }: { line: Line; several: boolean; t: Say }) {
  if (!option) return null
  return (
    <div className={styles['chosen']}>
      {several ? <span className="visually-hidden">{question.prompt} </span> : null}
      <FitMark fit={option.right ? 'good' : 'poor'} word={option.text} />
      <span className="visually-hidden">{t(option.right ? 'right' : 'wrong')}</span>
      {option.right || fitting.length === 0 ? null : (
        <span className={styles['instead']}>{t('instead', { options: fitting.map(({ text }) => text).join(' / ') })}</span>
      )}
    </div>
  )
}
