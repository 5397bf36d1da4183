'use client'

import { useId, useRef, useState } from 'react'
import { TimeLeft } from '#components/simulation/parts/time-left.tsx'
import type { Words } from '#components/simulation/parts/words.ts'
import { Button } from '#components/ui/button.tsx'
import option from '#components/ui/option.module.css'
import { say } from '#lib/message/format.ts'
import { type PersonId, personIds } from '#lib/simulation/who-knows-whom/people.ts'
import { type Contact, costOf, costOfWeek, type Kind, kinds, weekBudget } from '#lib/simulation/who-knows-whom/plan.ts'
import { isPossible, type State } from '#lib/simulation/who-knows-whom/step.ts'
import { contactText, hours, nameOf, standingOf } from './describe.ts'
import { KindMark } from './kind-mark.tsx'
import { PersonCard } from './person-card.tsx'
import styles from './plan-week.module.css'

const prices: Record<Kind, string> = {
  unstructured: 'hours_one',
  structured: 'hours_one',
  maintenance: 'hours_half',
  assistance: 'hours_half_or_one',
}

/** The week to come: choose a kind, a person where the kind needs one, add; take out again; run. */
export function PlanWeek({
  words,
  state,
  draft,
  lastWeek,
  selected,
  choose,
  change,
  run,
}: {
  words: Words
  state: State
  draft: readonly Contact[]
  lastWeek: readonly Contact[]
  selected: PersonId | null
  choose(person: PersonId | null): void
  change(draft: readonly Contact[]): void
  run(): void
}) {
  const id = useId()
  const { messages } = words
  const [kind, setKind] = useState<Kind>('structured')
  const [aims, setAims] = useState({ structured: 'learn' as 'learn' | 'question', assistance: 'ask' as 'ask' | 'give' })
  const [said, setSaid] = useState('')
  // where the focus goes when the button that had it is gone
  const list = useRef<HTMLHeadingElement>(null)
  const left = weekBudget - costOfWeek(draft)
  const contact = contactOf(kind, aims, selected)
  const obstacle = obstacleOf(words, state, contact, selected, left)
  const leftText = (half: number) => say(messages, 'hours_left', { hours: hours(words, half), all: hours(words, weekBudget) })

  function add() {
    if (!contact || obstacle) return
    change([...draft, contact])
    setSaid(say(messages, 'added', { contact: contactText(words, contact), left: leftText(left - costOf(contact)) }))
  }

  function takeOut(index: number) {
    const gone = draft[index]!
    change(draft.filter((_, at) => at !== index))
    setSaid(say(messages, 'taken', { contact: contactText(words, gone), left: leftText(left + costOf(gone)) }))
    list.current?.focus({ preventScroll: true })
  }

  function repeat() {
    change(lastWeek)
    setSaid(leftText(weekBudget - costOfWeek(lastWeek)))
    list.current?.focus({ preventScroll: true })
  }

  return (
    <div className={styles['plan']}>
      <fieldset className={styles['kinds']}>
        <legend>{say(messages, 'kind_legend')}</legend>
        {kinds.map((each) => (
          <label key={each} className={styles['kind']}>
            <input type="radio" name={`${id}-kind`} checked={kind === each} onChange={() => setKind(each)} />
            <KindMark kind={each} />
            <span className={styles['kindName']}>{say(messages, `kind_${each}`)}</span>
            <span className={styles['hint']}>{say(messages, `kind_${each}_hint`)}</span>
            <span className={styles['price']}>{say(messages, prices[each])}</span>
          </label>
        ))}
        <p className={styles['hintOfChosen']}>{say(messages, `kind_${kind}_hint`)}</p>
      </fieldset>
      {kind === 'structured' || kind === 'assistance' ? (
        <fieldset className={styles['aims']}>
          <legend>{say(messages, `aim_legend_${kind}`)}</legend>
          {(kind === 'structured' ? (['learn', 'question'] as const) : (['ask', 'give'] as const)).map((aim) => (
            <label key={aim} className={styles['aim']}>
              <input
                className={option['radio']}
                type="radio"
                name={`${id}-aim`}
                checked={aims[kind] === aim}
                onChange={() => setAims({ ...aims, [kind]: aim })}
              />
              {say(messages, `aim_${aim}`)}
            </label>
          ))}
        </fieldset>
      ) : null}
      {kind === 'unstructured' ? null : (
        <div className={styles['with']}>
          <label htmlFor={`${id}-person`}>{say(messages, 'person_label')}</label>
          <select
            id={`${id}-person`}
            value={selected ?? ''}
            onChange={(event) => choose(personIds.find((each) => each === event.target.value) ?? null)}
          >
            <option value="">{say(messages, 'person_none')}</option>
            {(['tied', 'reachable', 'away'] as const).map((standing) => {
              const people = personIds.filter((each) => standingOf(state, each) === standing)
              return people.length === 0 ? null : (
                <optgroup key={standing} label={say(messages, `person_${standing}`)}>
                  {people.map((each) => (
                    <option key={each} value={each}>
                      {nameOf(words, each)}, {say(messages, `role_${each}`)}
                    </option>
                  ))}
                </optgroup>
              )
            })}
          </select>
          {selected ? <PersonCard words={words} state={state} person={selected} /> : null}
        </div>
      )}
      <div className={styles['dock']}>
        <TimeLeft all={weekBudget} left={left} halves>
          {leftText(left)}
        </TimeLeft>
        <Button
          className={styles['add']}
          onClick={add}
          aria-disabled={obstacle !== null}
          aria-describedby={obstacle && contact ? `${id}-obstacle` : undefined}
        >
          {addText(words, state, contact)}
          {contact ? <span className={styles['price']}>{say(messages, costOf(contact) === 2 ? 'hours_one' : 'hours_half')}</span> : null}
        </Button>
        {obstacle && contact ? (
          <p className={styles['obstacle']} id={`${id}-obstacle`}>
            {obstacle}
          </p>
        ) : null}
      </div>
      <section className={styles['week']} aria-labelledby={`${id}-week`}>
        <h5 id={`${id}-week`} ref={list} tabIndex={-1}>
          {say(messages, 'chosen_title')}
        </h5>
        {draft.length === 0 ? <p className={styles['none']}>{say(messages, 'chosen_none')}</p> : null}
        <ul>
          {draft.map((each, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same contact can be chosen twice; the place in the list is its identity
            <li key={index}>
              <KindMark kind={each.kind} />
              <span>{contactText(words, each)}</span>
              <button
                type="button"
                onClick={() => takeOut(index)}
                aria-label={say(messages, 'undo_of', { contact: contactText(words, each) })}
              >
                <svg viewBox="0 0 16 16" aria-hidden="true">
                  <path d="M3.5 3.5l9 9m0-9l-9 9" />
                </svg>
              </button>
            </li>
          ))}
        </ul>
        <p role="status" className="visually-hidden">
          {said}
        </p>
        <div className={styles['actions']}>
          {draft.length === 0 && lastWeek.length > 0 ? (
            <Button look="quiet" onClick={repeat}>
              {say(messages, 'repeat')}
            </Button>
          ) : null}
          <Button look="primary" onClick={run}>
            {say(messages, 'run')}
          </Button>
        </div>
      </section>
    </div>
  )
}

function contactOf(
  kind: Kind,
  aims: { structured: 'learn' | 'question'; assistance: 'ask' | 'give' },
  person: PersonId | null,
): Contact | null {
  if (kind === 'unstructured') return { kind }
  if (!person) return null
  switch (kind) {
    case 'structured':
      return { kind, person, aim: aims.structured }
    case 'maintenance':
      return { kind, person }
    case 'assistance':
      return { kind, person, aim: aims.assistance }
  }
}

/** Why this contact cannot be added, as a sentence; null where it can. */
function obstacleOf(words: Words, state: State, contact: Contact | null, person: PersonId | null, left: number): string | null {
  const { messages } = words
  if (!contact) return say(messages, 'person_first')
  if (costOf(contact) > left) return say(messages, 'cannot_time')
  if (isPossible(state, contact) || !person) return null
  return say(messages, standingOf(state, person) === 'away' ? 'cannot_away' : 'cannot_new', { person: nameOf(words, person) })
}

function addText(words: Words, state: State, contact: Contact | null): string {
  const { messages } = words
  if (!contact) return say(messages, 'person_first')
  if (contact.kind === 'unstructured') return say(messages, 'do_unstructured')
  const person = say(messages, `short_${contact.person}`)
  if (contact.kind === 'maintenance') return say(messages, 'do_maintenance', { person })
  if (contact.kind === 'structured' && standingOf(state, contact.person) === 'reachable')
    return say(messages, 'do_structured_first', { person })
  return say(messages, `do_${contact.kind}_${contact.aim}`, { person })
}
