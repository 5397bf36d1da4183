import Link from 'next/link'
import { type Messages, say } from '#lib/message/format.ts'
import type { ScenarioGraph } from '#lib/preview/lay-out-scenario.ts'
import type { Condition, Scenario } from '#lib/scenario/schema.ts'
import styles from './preview.module.css'

/** Everything the graph shows, in words: place by place, with its ways on. */
export function PlaceList({
  scenario,
  graph,
  shortest,
  href,
  messages,
}: {
  scenario: Scenario
  graph: ScenarioGraph
  shortest: Readonly<Record<string, readonly string[]>>
  /** of this page */
  href: string
  messages: Messages
}) {
  const title = (id: string) => graph.nodes.find((node) => node.id === id)?.title ?? id
  const to = (id: string) => (
    <a href={`#${id}`}>
      {title(id)}
      {title(id) === id ? '' : ` (${id})`}
    </a>
  )
  const when = (conditions: readonly Condition[] | undefined) =>
    (conditions ?? []).map(({ meter, is, than }) => `${meter} ${is} ${than}`).join(', ')
  return (
    <ol className={styles['places']}>
      {graph.nodes.map((node) => {
        const scene = scenario.scenes.find(({ id }) => id === node.id)
        const route = scenario.routes.find(({ id }) => id === node.id)
        const way = shortest[node.id]
        return (
          <li key={node.id} id={node.id} tabIndex={-1}>
            <h3>
              {node.title}{' '}
              <code>
                {node.id === node.title ? say(messages, `kind-${node.kind}`) : `${node.id} · ${say(messages, `kind-${node.kind}`)}`}
              </code>
            </h3>
            {node.faults.map((fault) => (
              <p key={fault} className={styles['fault']}>
                {fault}
              </p>
            ))}
            {node.late ? <p className={styles['soft']}>{say(messages, 'late')}</p> : null}
            {way ? (
              <p className={styles['soft']}>
                {way.length === 0 ? say(messages, 'shortestNone') : say(messages, 'shortest', { run: way.join(' → ') })}
              </p>
            ) : null}
            {scene ? (
              <>
                <ul className={styles['choices']}>
                  {scene.choices.map((choice) => (
                    <li key={choice.id}>
                      <b>{choice.id}</b> {choice.text}{' '}
                      <span className={styles['soft']}>
                        ({[choice.quality, choice.skill, moves(choice.effects)].filter(Boolean).join(', ')})
                      </span>{' '}
                      {say(messages, 'leads')} {to(choice.to)}
                      {choice.when && choice.when.length > 0 ? `, ${say(messages, 'under', { when: when(choice.when) })}` : ''}
                    </li>
                  ))}
                </ul>
                <p>
                  <Link href={`${href}?from=${node.id}#play`}>{say(messages, 'playFrom')}</Link>
                </p>
              </>
            ) : null}
            {route ? (
              <ul className={styles['choices']}>
                {route.rules.map((rule, at) => (
                  <li key={`${rule.to} ${when(rule.when)}`}>
                    <b>{at + 1}</b> {rule.when.length > 0 ? say(messages, 'under', { when: when(rule.when) }) : say(messages, 'always')}:{' '}
                    {to(rule.to)}
                  </li>
                ))}
              </ul>
            ) : null}
          </li>
        )
      })}
    </ol>
  )
}

function moves(effects: Readonly<Record<string, number>>): string {
  return Object.entries(effects)
    .map(([meter, by]) => `${meter} ${by > 0 ? '+' : '−'}${Math.abs(by)}`)
    .join(', ')
}
