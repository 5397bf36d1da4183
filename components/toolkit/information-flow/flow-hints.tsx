import { type FlowHint, hintsOf } from '#lib/toolkit/flow-hints.ts'
import type { FlowMap } from '#lib/toolkit/information-flow.ts'
import styles from './information-flow.module.css'
import type { Words } from './words.ts'

/** names in one hint; the rest is counted */
const mostNames = 4

/** What the shape of the map shows, in a sentence each. */
export function FlowHints({ map, words, locale }: { map: FlowMap; words: Words; locale: string }) {
  const hints = hintsOf(map.flows, map.me)
  return (
    <section className={styles['hints']} aria-labelledby="flow-hints">
      <h2 id="flow-hints">{words('hints')}</h2>
      {hints.length === 0 ? (
        <p>{words(map.flows.length < 4 ? 'hint-few' : 'hint-none')}</p>
      ) : (
        <ul>
          {hints.map((hint) => {
            const text = sentence(hint, words, locale)
            return <li key={text}>{text}</li>
          })}
        </ul>
      )}
    </section>
  )
}

function sentence(hint: FlowHint, words: Words, locale: string): string {
  switch (hint.rule) {
    case 'hub': {
      const key = `hint-hub-${hint.me ? 'me-' : ''}${hint.count === hint.total ? 'all' : 'most'}`
      return words(key, { name: hint.name, total: hint.total, ...(hint.count === hint.total ? {} : { count: hint.count }) })
    }
    case 'no-way-back': {
      const { names } = hint
      const rest = names.length - mostNames
      const said = rest > 0 ? [...names.slice(0, mostNames), words('hint-more', { count: rest })] : names
      return words('hint-no-way-back', { count: names.length, names: new Intl.ListFormat(locale).format(said) })
    }
    default:
      return words(`hint-${hint.rule}`, { what: hint.flow.what, from: hint.flow.from, to: hint.flow.to })
  }
}
