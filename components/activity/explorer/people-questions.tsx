import { useState } from 'react'
import { StepCount } from '#components/activity/parts/step-count.tsx'
import { useFocusOn } from '#components/activity/parts/use-focus-on.ts'
import { record } from '#components/device/record.ts'
import { useStatements } from '#components/device/use-statements.ts'
import { Button } from '#components/ui/button.tsx'
import option from '#components/ui/option.module.css'
import { allRight, type Explorer, type ExplorerResponse, setsGiven, verdictOn } from '#lib/activity/explorer.ts'
import styles from './explorer.module.css'

type Words = (key: string, values?: Record<string, string | number>) => string

/** One person at a time: tick the sets that apply, then each is explained, ticked or not. */
export function PeopleQuestions({ data, object, contentHash, t }: { data: Explorer; object: string; contentHash: string; t: Words }) {
  const statements = useStatements(object)
  const [picked, setPicked] = useState<string | null>(null)
  /** ticked in this page and not checked; null: as it was checked */
  const [draft, setDraft] = useState<readonly string[] | null>(null)
  const [moved, setMoved] = useState(0)
  const screen = useFocusOn<HTMLDivElement>(moved || null)

  const given = setsGiven(data, statements ?? [])
  const person = data.people.find(({ id }) => (picked ? id === picked : !given.has(id))) ?? data.people[0]!
  const place = data.people.indexOf(person)
  const checked = draft === null ? given.get(person.id) : undefined
  const ticked = draft ?? checked ?? []
  const following = data.people[place + 1]
  const right = person.sets.filter((set) => set.applies === ticked.includes(set.id)).length

  function check() {
    const response: ExplorerResponse = { person: person.id, sets: [...ticked] }
    const all = data.people.every(({ id }) => id === person.id || given.has(id))
    record({
      verb: 'answered',
      object,
      contentHash,
      result: { response, success: allRight(person, ticked), ...(all ? { completion: true } : {}) },
    })
    show(person.id, null)
  }
  function show(id: string, next: readonly string[] | null) {
    setPicked(id)
    setDraft(next)
    setMoved(moved + 1)
  }

  return (
    <section className={styles['people']} aria-labelledby={`${data.id}-people`}>
      <h4 id={`${data.id}-people`}>{t('explorer-people')}</h4>
      {data.people.length > 1 ? (
        <StepCount place={place} total={data.people.length} label={t('explorer-person', { place: place + 1, total: data.people.length })} />
      ) : null}
      <div className={styles['person']} ref={screen} tabIndex={-1} key={person.id}>
        <p className={styles['who']}>{person.who}</p>
        <p className={styles['question']}>{person.question}</p>
        {checked ? (
          <>
            <p className={styles['result']}>
              {t(allRight(person, checked) ? 'explorer-right' : 'explorer-partly', { count: right, total: person.sets.length })}
            </p>
            <ul className={styles['verdicts']}>
              {person.sets.map((set) => (
                <li key={set.id} data-applies={set.applies || undefined}>
                  <b>{set.label}</b>
                  <span>
                    <b>{t(`explorer-${verdictOn(set, checked)}`)}</b> {set.feedback}
                  </span>
                </li>
              ))}
            </ul>
            <p className={styles['closing']}>{person.closing}</p>
            <div className={styles['actions']}>
              {following ? (
                <Button look="primary" onClick={() => show(following.id, given.has(following.id) ? null : [])}>
                  {t('explorer-next')}
                </Button>
              ) : null}
              <Button look={following ? 'quiet' : 'plain'} onClick={() => show(person.id, [])}>
                {t('explorer-again')}
              </Button>
              {following || data.people.length === 1 ? null : (
                <Button look="quiet" onClick={() => show(data.people[0]!.id, null)}>
                  {t('explorer-first')}
                </Button>
              )}
            </div>
          </>
        ) : (
          <>
            <fieldset className={option['group']}>
              <legend className={styles['tick']}>{t('explorer-tick')}</legend>
              {person.sets.map(({ id, label }) => (
                <label key={id} className={option['option']}>
                  <input
                    type="checkbox"
                    checked={ticked.includes(id)}
                    disabled={statements === null}
                    onChange={(event) => setDraft(event.currentTarget.checked ? [...ticked, id] : ticked.filter((one) => one !== id))}
                  />
                  <span>{label}</span>
                </label>
              ))}
            </fieldset>
            <div className={styles['actions']}>
              <Button look="primary" onClick={check} disabled={statements === null}>
                {t('explorer-check')}
              </Button>
            </div>
          </>
        )}
      </div>
    </section>
  )
}
