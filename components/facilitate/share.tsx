/** The way in, to be sent, read out or shown: link, code and QR. */
import { showCode } from '#lib/cohort/code.ts'
import type { Cohort } from '#lib/cohort/schema.ts'
import { say } from '#lib/message/format.ts'
import { CopyText } from './copy-text.tsx'
import styles from './facilitate.module.css'
import { pick } from './pick.ts'
import { qrFile, qrPath } from './qr-code.ts'
import { type Clock, sayDay } from './say-when.ts'

export function Share({ cohort, site, clock }: { cohort: Cohort /** address of the site */; site: string; clock: Clock }) {
  const { messages } = clock
  const link = `${site}/join/${cohort.code}`
  const address = `${site.replace(/^https?:\/\//, '')}/join`
  const good = codeIsGood(cohort, clock.now)
  const { size, path } = qrPath(link)
  const words = pick(messages, 'copied', 'copy-failed')
  return (
    <div className={styles['share']}>
      <dl>
        <div>
          <dt>
            <label htmlFor="share-link">{say(messages, 'share-link')}</label>
          </dt>
          <dd className={styles['link']}>
            <input id="share-link" className={styles['input']} readOnly value={link} />
            <CopyText text={link} label={say(messages, 'copy-link')} look="primary" messages={words} />
          </dd>
        </div>
        <div>
          <dt>{say(messages, 'share-code')}</dt>
          <dd>
            <div className={styles['code']}>
              <b className={good ? undefined : styles['closed']}>{showCode(cohort.code)}</b>
              <CopyText text={cohort.code} label={say(messages, 'copy-code')} look="press" messages={words} />
            </div>
            <p className={styles['soft']}>{say(messages, 'share-code-help', { address })}</p>
          </dd>
        </div>
        <div>
          <dt className="visually-hidden">{say(messages, 'share-text')}</dt>
          <dd>
            <CopyText
              text={say(messages, 'invite-text', { cohort: cohort.name, link, address, code: showCode(cohort.code) })}
              label={say(messages, 'copy-text')}
              messages={words}
            />
          </dd>
        </div>
      </dl>
      <div className={styles['qr']}>
        <svg
          viewBox={`0 0 ${size} ${size}`}
          shapeRendering="crispEdges"
          role="img"
          aria-label={say(messages, 'share-qr')}
          className={good ? undefined : styles['closed']}
        >
          <path d={path} fill="#000" />
        </svg>
        <a className={styles['press']} href={`data:image/svg+xml,${encodeURIComponent(qrFile(link))}`} download={`join-${cohort.code}.svg`}>
          {say(messages, 'share-qr-save')}
        </a>
      </div>
    </div>
  )
}

/** Whether somebody who has only the code can come in with it. */
export function codeIsGood({ codeOpen, codeExpiresAt }: Pick<Cohort, 'codeOpen' | 'codeExpiresAt'>, now: number): boolean {
  return codeOpen && (codeExpiresAt === null || codeExpiresAt >= now)
}

/** What is to be known of the code; null where it is open without end. */
export function sayCode(cohort: Pick<Cohort, 'codeOpen' | 'codeExpiresAt'>, clock: Clock): string | null {
  const { codeOpen, codeExpiresAt } = cohort
  if (!codeOpen) return say(clock.messages, 'code-closed')
  if (codeExpiresAt === null) return null
  return say(clock.messages, codeExpiresAt < clock.now ? 'code-expired' : 'code-until', { date: sayDay(codeExpiresAt, clock) })
}
