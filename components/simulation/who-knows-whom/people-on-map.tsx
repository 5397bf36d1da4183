import type { Words } from '#components/simulation/parts/words.ts'
import { say } from '#lib/message/format.ts'
import { type PersonId, personIds } from '#lib/simulation/who-knows-whom/people.ts'
import type { State } from '#lib/simulation/who-knows-whom/step.ts'
import { isOnMap, nameOf, tieWord } from './describe.ts'
import { mapSize, placeOf } from './map-layout.ts'
import styles from './people-on-map.module.css'

/** One radio per person, laid over the drawing: one stop for the Tab key, arrows go from person to person. */
export function PeopleOnMap({
  words,
  name,
  state,
  selected,
  choose,
}: {
  words: Words
  name: string
  state: State
  selected: PersonId | null
  choose(person: PersonId): void
}) {
  return (
    <fieldset className={styles['people']}>
      <legend className="visually-hidden">{say(words.messages, 'people_legend')}</legend>
      {personIds
        .filter((id) => isOnMap(state, id))
        .map((id) => (
          <label
            key={id}
            className={styles['person']}
            style={{
              insetInlineStart: `${(placeOf[id].x / mapSize.width) * 100}%`,
              insetBlockStart: `${(placeOf[id].y / mapSize.height) * 100}%`,
            }}
          >
            <input type="radio" name={name} checked={selected === id} onChange={() => choose(id)} />
            <span className="visually-hidden">
              {nameOf(words, id)}, {say(words.messages, `role_${id}`)}: {say(words.messages, `tie_${tieWord(state.ties[id])}`)}
            </span>
          </label>
        ))}
    </fieldset>
  )
}
