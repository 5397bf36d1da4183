import parts from '#components/simulation/parts/parts.module.css'
import { oneDecimal, type Words } from '#components/simulation/parts/words.ts'
import { say } from '#lib/message/format.ts'
import { effectOfKinds } from '#lib/simulation/who-knows-whom/leave-out-kind.ts'
import type { Run } from '#lib/simulation/who-knows-whom/run.ts'
import { KindMark } from './kind-mark.tsx'
import styles from './run-result.module.css'

/** What each kind was good for: the same eight weeks with that kind left out. */
export function KindEffects({ words, run }: { words: Words; run: Run }) {
  const t = (key: string, values = {}) => say(words.messages, key, values, words.locale)
  return (
    <>
      <p className={styles['lead']}>{t('kinds_lead')}</p>
      <table className={parts['table']}>
        <thead>
          <tr>
            <th scope="col">{t('kinds_kind')}</th>
            <th scope="col">{t('kinds_mean')}</th>
            <th scope="col">{t('kinds_answered')}</th>
          </tr>
        </thead>
        <tbody>
          {effectOfKinds(run.world, run.plan).map(({ kind, contacts, left, saved }) => (
            <tr key={kind}>
              <th scope="row">
                <div className={styles['kind']}>
                  <KindMark kind={kind} />
                  <span>
                    {t(`kind_${kind}`)}
                    <span className={styles['small']}>{contacts === 0 ? t('kinds_unused') : t('kinds_contacts', { count: contacts })}</span>
                  </span>
                </div>
              </th>
              {contacts === 0 ? (
                <td colSpan={2}>–</td>
              ) : (
                <>
                  <td>
                    <b>{t('compare_mean_days', { days: oneDecimal(words, left.mean) })}</b>
                    <span className={styles['small']}>{differenceText(words, saved)}</span>
                  </td>
                  <td>{t('kinds_of', { answered: left.answered, needs: left.needs })}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function differenceText(words: Words, saved: number): string {
  const key = Math.abs(saved) < 0.05 ? 'kinds_same' : saved > 0 ? 'kinds_longer' : 'kinds_shorter'
  return say(words.messages, key, { days: oneDecimal(words, Math.abs(saved)) })
}
