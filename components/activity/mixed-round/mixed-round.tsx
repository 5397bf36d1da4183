'use client'

import { useEffect, useRef, useState } from 'react'
import type { ActivityProps } from '#components/activity/island.tsx'
import { newId, record } from '#components/device/record.ts'
import { useStatements } from '#components/device/use-statements.ts'
import { Box } from '#components/ui/box.tsx'
import { type CardResponse, latestRound, missed, type Round, verdictOn } from '#lib/activity/mixed-round.ts'
import type { ActivityOf } from '#lib/activity/schema.ts'
import { say } from '#lib/message/format.ts'
import { seededRandom, shuffled } from '#lib/random/seeded-random.ts'
import { CardView } from './card-view.tsx'
import styles from './mixed-round.module.css'
import { RoundPicture } from './round-picture.tsx'

/** Cards one at a time, in an order of their own in each round; a picture of what was confused at the end. */
export default function MixedRound({ data, object, contentHash, messages, locale }: ActivityProps<ActivityOf<'mixed-round'>>) {
  const statements = useStatements(object)
  /** begun in this page, not yet in a statement: a round is recorded with its first response */
  const [fresh, setFresh] = useState<Round | null>(null)
  /** the card whose feedback is on the screen */
  const [showing, setShowing] = useState<string | null>(null)
  const [moved, setMoved] = useState(0)
  const screen = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (moved > 0) screen.current?.focus()
  }, [moved])

  const kept = statements && latestRound(data, statements)
  const round = fresh && kept?.attempt !== fresh.attempt ? fresh : kept
  const loaded = statements !== null
  useEffect(() => {
    if (loaded && round === null) setFresh(begin(data.cards.map((card) => card.id)))
  }, [loaded, round, data])

  const current = round && (showing ?? round.cards.find((id) => !round.chosen.has(id)))
  const card = data.cards.find((one) => one.id === current)

  function choose(category: string) {
    if (!round || !card) return
    const response: CardResponse = { card: card.id, category, ...(round.chosen.size === 0 ? { cards: [...round.cards] } : {}) }
    record({
      verb: 'answered',
      object,
      contentHash,
      attempt: round.attempt,
      result: { response, success: verdictOn(card, category) !== 'wrong' },
    })
    setShowing(card.id)
  }
  function next() {
    setShowing(null)
    setMoved(moved + 1)
  }
  function again(cards: readonly string[]) {
    setFresh(begin(cards))
    next()
  }

  return (
    <Box id={`activity-${data.id}`} kicker={say(messages, 'mixed-round-kicker', {}, locale)} title={data.title} lead={data.lead}>
      <div className={styles['screen']} ref={screen} tabIndex={-1}>
        {round && card ? (
          <CardView
            key={`${round.attempt} ${card.id}`}
            data={data}
            card={card}
            place={round.cards.indexOf(card.id)}
            total={round.cards.length}
            chosen={round.chosen.get(card.id) ?? null}
            choose={choose}
            next={next}
            messages={messages}
            locale={locale}
          />
        ) : round ? (
          <RoundPicture data={data} round={round} missed={missed(data, round)} again={again} messages={messages} locale={locale} />
        ) : (
          <p className={styles['waiting']}>{say(messages, 'mixed-round-waiting', {}, locale)}</p>
        )}
      </div>
    </Box>
  )
}

function begin(cards: readonly string[]): Round {
  const attempt = newId()
  return { attempt, cards: shuffled(cards, seededRandom(attempt)), chosen: new Map() }
}
