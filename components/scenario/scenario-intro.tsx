import { type Messages, say } from '#lib/message/format.ts'
import type { Scenario } from '#lib/scenario/schema.ts'
import styles from './intro.module.css'
import { People } from './people.tsx'
import { Prose } from './prose.tsx'

/** What one needs before the story: where, with whom, what moves. Rendered on the server; readable without JavaScript. */
export function ScenarioIntro({ scenario, messages }: { scenario: Scenario; messages: Messages }) {
  return (
    <div className={styles['intro']}>
      <div className={styles['setting']}>
        <Prose text={scenario.setting} />
      </div>
      {scenario.care ? (
        <section className={styles['care']} aria-labelledby="scenario-care">
          <h2 id="scenario-care">{say(messages, 'careTitle')}</h2>
          <p>{scenario.care}</p>
        </section>
      ) : null}
      <section className={styles['people']} aria-labelledby="scenario-people">
        <h2 id="scenario-people">{say(messages, 'peopleTitle')}</h2>
        <People people={scenario.people} />
      </section>
      <section aria-labelledby="scenario-meters">
        <h2 id="scenario-meters">{say(messages, 'metersTitle')}</h2>
        <p className={styles['lead']}>{say(messages, 'metersLead')}</p>
        <dl className={styles['meters']}>
          {scenario.meters.map(({ id, label, meaning }) => (
            <div key={id}>
              <dt>{label}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  )
}
