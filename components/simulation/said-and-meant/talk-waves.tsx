import type { Words } from '#components/simulation/parts/words.ts'
import { say } from '#lib/message/format.ts'
import { lastState, type Run } from '#lib/simulation/said-and-meant/run.ts'
import { markOf, speakerName } from './describe.ts'
import { FactShape } from './fact-mark.tsx'
import styles from './talk-waves.module.css'
import { amplitudes, columnOf, lineStart, listenerLine, placeOfFact, restOfLine, waterLine, wavePath, waveSize } from './wave-layout.ts'

/**
 * The talk as two lines of sound: the listener above, the speaker below, as the surface of a water. What was heard has come up
 * out of it, in the turn in which it was heard. A picture with a name; the notes say the same in words.
 *
 * @param open at the end: what was taken otherwise is shown
 */
export function TalkWaves({ words, run, label, open }: { words: Words; run: Run; label: string; open: boolean }) {
  const { known } = lastState(run)
  const { listener, speaker } = amplitudes(run)
  const { from, to } = restOfLine(run.turns.length)
  const surface = wavePath(waterLine, speaker, 2)
  const facts = run.world.facts.map(({ id }) => ({ id, mark: markOf(known[id], open), ...placeOfFact(run, id) }))
  const stems = new Map<number, number>()
  for (const { id, x, y } of facts) if (known[id]) stems.set(x, Math.min(y, stems.get(x) ?? y))
  return (
    <div className={styles['waves']} dir="ltr">
      <svg viewBox={`0 0 ${waveSize.width} ${waveSize.height}`} role="img" aria-label={label}>
        <path className={styles['water']} d={`${surface}L${to} ${waterLine}V${waveSize.height}H${lineStart}Z`} />
        <g className={styles['turns']}>
          {Array.from({ length: 11 }, (_, turn) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the turns of a talk, told apart only by their place
            <path key={turn} d={`M${columnOf(turn)} ${waveSize.height - 4}v4`} />
          ))}
        </g>
        <path className={styles['rest']} d={`M${from} ${listenerLine}H${to}`} />
        <path className={styles['listener']} d={wavePath(listenerLine, listener, 3)} />
        {[...stems].map(([x, y]) => (
          <path key={x} className={styles['stem']} d={`M${x} ${y}V${waterLine}`} />
        ))}
        <path className={styles['rest']} d={`M${from} ${waterLine}H${to}`} />
        <path className={styles['speaker']} d={surface} />
        <text x="2" y={listenerLine + 4}>
          {say(words.messages, 'you')}
        </text>
        <text className={styles['name']} x="2" y={waterLine - 10}>
          {speakerName(words, run.world)}
        </text>
        {facts.map(({ id, mark, x, y }) => (
          <g key={id} className={styles['fact']} style={{ transform: `translate(${x}px, ${y}px)` }}>
            <FactShape mark={mark} />
          </g>
        ))}
      </svg>
    </div>
  )
}
