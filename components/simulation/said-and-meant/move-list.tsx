'use client'

import { useId, useState } from 'react'
import type { Words } from '#components/simulation/parts/words.ts'
import { say } from '#lib/message/format.ts'
import type { Move } from '#lib/simulation/said-and-meant/moves.ts'
import type { State } from '#lib/simulation/said-and-meant/step.ts'
import type { World } from '#lib/simulation/said-and-meant/world.ts'
import { moveWords, offered, tagOf } from './describe.ts'
import styles from './move-list.module.css'

/** What one can do in this turn, each in the words that would be said. The three ways to give something back open in place. */
export function MoveList({ words, world, state, choose }: { words: Words; world: World; state: State; choose(move: Move): void }) {
  const id = useId()
  const [opened, setOpened] = useState(false)
  const { back, others } = offered(world, state)
  const row = (move: Move) => (
    <li key={move}>
      <button type="button" className={styles['move']} onClick={() => choose(move)}>
        <span className={styles['tag']}>{tagOf(words, world, state, move)}</span> {moveWords(words, world, state, move)}
      </button>
    </li>
  )
  return (
    <div className={styles['moves']}>
      <h5 id={`${id}-title`}>{say(words.messages, 'moves_title')}</h5>
      <ul aria-labelledby={`${id}-title`}>
        {others.slice(0, 3).map(row)}
        <li>
          <button
            type="button"
            className={styles['move']}
            aria-expanded={opened}
            aria-controls={`${id}-back`}
            onClick={() => setOpened(!opened)}
          >
            <span className={styles['tag']}>{say(words.messages, 'tag_back')}</span> {say(words.messages, 'back_open')}
          </button>
          <div id={`${id}-back`} hidden={!opened}>
            <p id={`${id}-hint`}>{say(words.messages, 'back_hint')}</p>
            <ul aria-labelledby={`${id}-hint`}>
              {back.map((move) => (
                <li key={move}>
                  <button type="button" className={styles['move']} onClick={() => choose(move)}>
                    {moveWords(words, world, state, move)}
                  </button>
                </li>
              ))}
            </ul>
          </div>
        </li>
        {others.slice(3).map(row)}
      </ul>
    </div>
  )
}
