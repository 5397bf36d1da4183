import { type Messages, say } from '#lib/message/format.ts'
import styles from './certificate-view.module.css'

/** Three ways to find out without believing this page. Plain links: the page that checks has rules of its own of what may be loaded. */
export function CheckYourself({
  check,
  file,
  camera,
  messages,
}: {
  /** the page that checks, with this certificate filled in */
  check: string
  /** the signed credential */
  file: string
  camera: string
  messages: Messages
}) {
  const step = (key: string, href: string) => {
    const [before, after] = say(messages, key).split('{link}')
    const words = say(messages, `${key}Link`)
    return (
      <li>
        {before}
        <a href={href}>{words}</a>
        {after}
      </li>
    )
  }
  return (
    <section className={styles['self']} aria-labelledby="check">
      <h2 id="check">{say(messages, 'selfTitle')}</h2>
      <p>{say(messages, 'selfLead')}</p>
      <ol className={styles['list']}>
        {step('selfPage', check)}
        {step('selfFile', file)}
        {step('selfCode', camera)}
      </ol>
    </section>
  )
}
