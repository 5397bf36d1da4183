import type { ReactNode } from 'react'
import { buttonClass } from '#components/ui/button.tsx'
import fold from '#components/ui/fold.module.css'
import type { Visibility } from '#lib/credential/schema.ts'
import { type Messages, say } from '#lib/message/format.ts'
import { CopyText } from './copy-text.tsx'
import { CorrectName } from './correct-name.tsx'
import styles from './holder-tools.module.css'
import type { Named } from './name-form.tsx'
import { SetVisibility } from './set-visibility.tsx'
import { letter, linkedInPost, linkedInProfile, type Shared, whatsApp } from './share-links.ts'
import { wordsFor } from './words.ts'

export type Held = Named & {
  id: string
  /** slug of the module, or id of the course */
  module: string
  issuedAt: number
  visibility: Visibility
  revoked: boolean
}

/** What only the holder sees: to pass it on, to download it, the name, who may see it. Links are links; code runs where something is changed. */
export function HolderTools({
  held,
  shared,
  certification,
  organisation,
  files,
  embed,
  messages,
}: {
  held: Held
  shared: Shared
  /** name of the certification, as a profile lists it */
  certification: string
  organisation: string
  /** addresses */
  files: { picture: string; badge: string; a4: string; letter: string; credential: string }
  /** code to put into another page */
  embed: string
  messages: Messages
}) {
  const { id, module, issuedAt, visibility, revoked, name, showsName } = held
  const t = (key: string, values = {}) => say(messages, key, values)
  const outside = (href: string, label: string, primary = false) => (
    <a className={buttonClass(primary ? 'primary' : 'plain')} href={href} target="_blank" rel="noopener noreferrer">
      {label}
    </a>
  )
  const profile = linkedInProfile({ name: certification, organisation, issuedAt, id, url: shared.url })
  return (
    <section className={styles['tools']} aria-labelledby="holder-title">
      <div>
        <h2 className={styles['title']} id="holder-title">
          {t('holderTitle')}
        </h2>
        <p className={styles['lead']}>
          {t('holderWhere')} {t(revoked ? 'holderRevoked' : `holderLead_${visibility}`)}
        </p>
      </div>
      {revoked ? null : (
        <Part title={t('shareTitle')}>
          {visibility === 'private' ? (
            <p className={styles['lead']}>{t('sharePrivate')}</p>
          ) : (
            <>
              <div className={`${styles['actions']} ${styles['ways']}`}>
                {outside(profile, t('shareProfile'), true)}
                {outside(linkedInPost(shared), t('sharePost'))}
                {outside(whatsApp(shared), t('shareWhatsApp'))}
                <a className={buttonClass()} href={letter(shared)}>
                  {t('shareMail')}
                </a>
                <CopyText text={shared.url} label={t('copy')} share={shared.title} messages={wordsFor('copy', messages)} />
              </div>
              <p className={styles['note']}>{t('shareNote')}</p>
            </>
          )}
        </Part>
      )}
      <Part title={t('getTitle')}>
        <ul className={styles['files']}>
          {(
            [
              ['getPicture', files.picture, `certificate-${id}.png`],
              ['getA4', files.a4, `certificate-${id}-a4.pdf`],
              ['getLetter', files.letter, `certificate-${id}-letter.pdf`],
              ['getBadge', files.badge, `badge-${id}.png`],
              ['getFile', files.credential, `credential-${id}.json`],
            ] as const
          ).map(([key, href, file]) => (
            <li key={key}>
              <a href={href} download={file}>
                {t(key)}
              </a>
              <span>{t(`${key}For`)}</span>
            </li>
          ))}
        </ul>
      </Part>
      <div className={styles['folds']}>
        {revoked ? null : (
          <Fold title={t('correctTitle')} now={t(showsName ? 'correctNow' : 'correctNowHidden', { name })}>
            <CorrectName id={id} module={module} held={{ name, showsName }} messages={wordsFor('correct', messages)} />
          </Fold>
        )}
        <Fold title={t('visibilityTitle')} now={t(`visibility_${visibility}`)}>
          <SetVisibility id={id} held={visibility} messages={wordsFor('visibility', messages)} />
        </Fold>
        {revoked || visibility === 'private' ? null : (
          <Fold title={t('embedTitle')}>
            <div className={styles['part']}>
              <p className={styles['lead']} id="embed-lead">
                {t('embedLead')}
              </p>
              <textarea
                className={styles['code']}
                aria-label={t('embedLabel')}
                aria-describedby="embed-lead"
                readOnly
                rows={4}
                value={embed}
              />
              <div className={styles['actions']}>
                <CopyText text={embed} label={t('embedCopy')} messages={wordsFor('copy', messages)} />
              </div>
            </div>
          </Fold>
        )}
      </div>
    </section>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={styles['part']}>
      <h3 className={styles['head']}>{title}</h3>
      {children}
    </div>
  )
}

function Fold({ title, now, children }: { title: string; now?: string; children: ReactNode }) {
  return (
    <details className={styles['fold']}>
      <summary className={fold['summary']}>
        <span>{title}</span>
        {now === undefined ? null : <bdi className={styles['now']}>{now}</bdi>}
      </summary>
      {children}
    </details>
  )
}
