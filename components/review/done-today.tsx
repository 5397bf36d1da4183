import type { Say } from '#components/quiz/text.ts'
import fold from '#components/ui/fold.module.css'
import type { Deck, DeckPiece } from '#lib/review/deck.ts'
import type { Session } from '#lib/review/fold-reviews.ts'
import styles from './review.module.css'

/** What a finished session refreshed: said in one sentence, listed on request. */
export function DoneToday({ session, deck, say }: { session: Session; deck: Deck; say: Say }) {
  const pieces = session.steps.flatMap((step) => deck.pieces.find(({ source }) => source === step) ?? [])
  const asked = pieces.filter(({ source }) => session.answered.has(source))
  const right = asked.filter(({ source }) => session.answered.get(source) !== 'missed').length
  if (asked.length === 0) return <p>{say('doneQuestions')}</p>
  return (
    <>
      <p>{right === asked.length ? say('doneAll') : say('doneSome', { right, count: asked.length })}</p>
      <details>
        <summary className={fold['summary']}>{say('doneList')}</summary>
        <ul className={styles['refreshed']}>
          {asked.map((piece) => {
            const missed = session.answered.get(piece.source) === 'missed'
            return (
              <li key={piece.source}>
                <span className={styles['tag']} data-missed={missed || undefined}>
                  {say(missed ? 'doneMissed' : 'doneRight')}
                </span>
                <span>{titleOf(piece)}</span>
                <a href={piece.lesson.href}>{say('readAgain', { lesson: piece.lesson.title })}</a>
              </li>
            )
          })}
        </ul>
      </details>
    </>
  )
}

function titleOf(piece: DeckPiece): string {
  return piece.kind === 'item' ? piece.item.stem : piece.recall.title
}
