/** Which certificates, and in which order: a form that works without JavaScript. */
import { buttonClass } from '#components/ui/button.tsx'
import type { CertificateView } from '#lib/cohort/certificate-list.ts'
import { type Messages, say } from '#lib/message/format.ts'
import own from './certificate-table.module.css'
import styles from './facilitate.module.css'

/** newest first is what one mostly looks for; the other ends are there when they are chosen */
const offered = ['name', 'module', '-day', 'day']

export function CertificateTools({
  path,
  view,
  modules,
  messages,
}: {
  /** address of the page */
  path: string
  view: CertificateView
  /** those that there are certificates for */
  modules: readonly { slug: string; title: string }[]
  messages: Messages
}) {
  const chosen = `${view.descending ? '-' : ''}${view.sort}`
  const orders = offered.includes(chosen) ? offered : [chosen, ...offered]
  return (
    // a new key where the address changed: a link may have changed what the fields are to hold
    <search key={`${view.of} ${view.name} ${chosen}`} className={styles['tools']}>
      <form className={styles['find']} action={path} method="get">
        <label className={own['of']}>
          {say(messages, 'of')}
          <select className={styles['input']} name="module" defaultValue={view.of}>
            <option value="">{say(messages, 'of-all')}</option>
            {modules.map(({ slug, title }) => (
              <option key={slug} value={slug}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <label>
          {say(messages, 'find-name')}
          <input className={styles['input']} type="search" name="name" dir="auto" autoComplete="off" defaultValue={view.name} />
        </label>
        <label>
          {say(messages, 'sort')}
          <select className={styles['input']} name="sort" defaultValue={chosen}>
            {orders.map((order) => (
              <option key={order} value={order}>
                {say(messages, `sort-${order}`)}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className={buttonClass()}>
          {say(messages, 'find')}
        </button>
      </form>
    </search>
  )
}
