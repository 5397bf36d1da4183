import type { Ref } from 'react'
import type { Words } from '#components/simulation/parts/words.ts'
import { say } from '#lib/message/format.ts'
import type { Run } from '#lib/simulation/said-and-meant/run.ts'
import { doneWords, effectWords, replyLines, seenWords, tagOf } from './describe.ts'
import styles from './transcript.module.css'

/**
 * What was said in some turns of a talk, in order. The turn that moves on to a topic belongs to that topic.
 *
 * @param from the first turn to show, 0 for the speaker's first words
 * @param named whether moves are called by their full name, as they may be when the talk is over
 * @param latest for the newest entry, so that the focus can go there
 */
export function Transcript({
  words,
  run,
  from,
  to,
  named = false,
  latest,
}: {
  words: Words
  run: Run
  from: number
  to: number
  named?: boolean
  latest?: Ref<HTMLLIElement>
}) {
  const { world } = run
  const first = world.topics[0]!
  return (
    <ol className={styles['talk']}>
      {from === 0 ? (
        <li ref={to === 0 ? latest : undefined} tabIndex={-1}>
          <Said lines={[say(words.messages, `says_${first.id}`)]} seen={seenWords(words, first.id)} />
        </li>
      ) : null}
      {run.turns.slice(Math.max(0, from - 1), to).map(({ turn, state }, index) => {
        const number = Math.max(1, from) + index
        const before = run.turns[number - 2]?.state ?? run.start
        const opened = turn.reply === 'moves-on' ? world.topics[state.topic] : undefined
        const tag = named ? say(words.messages, `move_${turn.move}`) : tagOf(words, world, before, turn.move)
        const lines = replyLines(words, world, before, turn)
        return (
          <li key={number} ref={number === to ? latest : undefined} tabIndex={-1}>
            <p className={styles['you']}>
              <span>
                {number} · {tag}
              </span>
              {doneWords(words, world, before, turn.move)}
            </p>
            <Said lines={lines} seen={opened ? seenWords(words, opened.id) : undefined} />
            <p className={styles['effect']}>{effectWords(words, before, turn)}</p>
          </li>
        )
      })}
    </ol>
  )
}

function Said({ lines, seen }: { lines: readonly string[]; seen?: string | undefined }) {
  return (
    <div className={styles['said']}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {seen ? <p className={styles['seen']}>{seen}</p> : null}
    </div>
  )
}
