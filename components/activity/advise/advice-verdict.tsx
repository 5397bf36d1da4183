'use client'

import { useId, useState } from 'react'
import { FitMark } from '#components/activity/parts/fit-mark.tsx'
import { type Advise, type Given, verdictOn } from '#lib/activity/advise.ts'
import styles from './advise.module.css'

type Say = (key: string, values?: Record<string, string | number>) => string

/** What would probably happen, whether condition and risk were seen, and the same practice in another office. */
export function AdviceVerdict({ data, given, all, t }: { data: Advise; given: Given; all: readonly Given[]; t: Say }) {
  const { office, practice, verdict, condition, risk } = given
  const [otherId, compare] = useState('')
  const id = useId()
  const other = data.offices.find((one) => one.id === otherId)
  const otherVerdict = other && verdictOn(data, other.id, practice.id)
  return (
    <div className={styles['verdict']}>
      <p className={styles['advised']}>
        {t('advised')} <b>{practice.label}</b>
      </p>
      <FitMark fit={verdict.fit} word={t(`fit-${verdict.fit}`)} />
      <p className={styles['happens']}>{verdict.text}</p>
      <dl>
        <Seen part="condition" pick={condition} of={data.conditions} is={verdict.condition} t={t} />
        <Seen part="risk" pick={risk} of={data.risks} is={verdict.risk} t={t} />
      </dl>
      <div className={styles['compare']}>
        <label htmlFor={id}>{t('compare', { practice: practice.label })}</label>
        <select id={id} value={otherId} onChange={(event) => compare(event.currentTarget.value)}>
          <option value="">{t('choose')}</option>
          {data.offices
            .filter((one) => one.id !== office.id)
            .map((one) => (
              <option key={one.id} value={one.id}>
                {one.title}
              </option>
            ))}
        </select>
        <div role="status">
          {other && otherVerdict ? (
            <div className={styles['other']}>
              <h5>{other.title}</h5>
              <p>{other.profile}</p>
              <FitMark fit={otherVerdict.fit} word={t(`fit-${otherVerdict.fit}`)} />
              <p>{otherVerdict.text}</p>
            </div>
          ) : null}
        </div>
      </div>
      {all.length > 1 ? (
        <table className={styles['table']}>
          <caption>{t('so-far')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('office')}</th>
              <th scope="col">{t('your-advice')}</th>
            </tr>
          </thead>
          <tbody>
            {all.map((one) => (
              <tr key={one.attempt}>
                <th scope="row">{one.office.title}</th>
                <td>
                  {one.practice.label}
                  <FitMark fit={one.verdict.fit} word={t(`fit-${one.verdict.fit}`)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <p className={styles['closing']}>{data.closing}</p>
    </div>
  )
}

function Seen({
  part,
  pick,
  of,
  is,
  t,
}: {
  part: 'condition' | 'risk'
  pick: Given['condition']
  of: Advise['conditions']
  is: Given['verdict']['condition']
  t: Say
}) {
  const fitting = of.filter(({ id }) => is.fits.includes(id)).map(({ text }) => text)
  return (
    <div>
      <dt>{t(`your-${part}`)}</dt>
      <dd>
        <p>{pick.text}</p>
        <FitMark fit={pick.fits ? 'good' : 'poor'} word={t(pick.fits ? `${part}-seen` : `${part}-missed`)} />
        {pick.fits ? null : <p className={styles['rather']}>{t('rather', { texts: fitting.join(' / ') })}</p>}
        <p>{is.why}</p>
      </dd>
    </div>
  )
}
