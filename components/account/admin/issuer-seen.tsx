import { type Messages, say } from '#lib/message/format.ts'
import styles from './issuer.module.css'

/** `logo`: a data address. */
export type IssuerProfile = {
  name: string
  url: string
  email: string | null
  description: string
  logo: string | null
  signatory: { name: string; title: string } | null
}

/** What a stranger is told of who issues, as it stands on the page of a certificate. */
export function IssuerSeen({ profile, unsaved, messages }: { profile: IssuerProfile; unsaved: boolean; messages: Messages }) {
  const { name, url, email, description, logo, signatory } = profile
  const word = (key: string) => say(messages, key)
  return (
    <figure className={styles['seen']} aria-labelledby="seen">
      {/* biome-ignore lint/performance/noImgElement: a data address, which nothing has to fetch */}
      {logo ? <img src={logo} alt={word('logo-alt')} /> : null}
      <div>
        <p>
          <small>{word('seen-issuer')}</small>
          <b dir="auto">{name || word('seen-nobody')}</b>
        </p>
        {description ? (
          <p dir="auto" data-lines="">
            {description}
          </p>
        ) : null}
        <p>
          <small>{[url, email].filter(Boolean).join(' · ')}</small>
        </p>
        {signatory ? (
          <p>
            <small>{word('seen-signs')}</small>
            <bdi>{signatory.name}</bdi>
            {signatory.title ? (
              <>
                , <bdi>{signatory.title}</bdi>
              </>
            ) : null}
          </p>
        ) : null}
        {unsaved ? (
          <p>
            <small>{word('unsaved')}</small>
          </p>
        ) : null}
      </div>
    </figure>
  )
}
