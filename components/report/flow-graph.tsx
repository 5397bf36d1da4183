import type { CSSProperties } from 'react'
import type { Drawing } from '#lib/cohort/report-drawing.ts'
import styles from './flow-graph.module.css'
import type { Say } from './say-in.ts'

/** The scenario's own graph; lines as wide as the runs that went there. Every scene is a link to what was chosen in it. */
export function FlowGraph({ drawing, say }: { drawing: Drawing; say: Say }) {
  const { width, height, box, places, lines, partly } = drawing
  const count = (kind: string) => places.filter((place) => place.kind === kind).length
  const start = places.reduce((first, place) => (place.y < first.y ? place : first)).x
  const label = say('flowLabel', { scenes: count('scene'), endings: count('ending') })
  return (
    <figure className={styles['figure']}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles['scroll']} aria-label={label} tabIndex={0}>
        <span className={styles['first']} style={{ '--start': `${start}px` } as CSSProperties} />
        <svg className={styles['graph']} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
          <title>{say('flowTitle')}</title>
          <g>
            {lines.map(({ from, to, path, n, width: wide }) => (
              <path key={`${from} ${to}`} className={styles[n > 0 ? 'way' : 'none']} d={path} strokeWidth={n > 0 ? wide : undefined} />
            ))}
          </g>
          {places
            .toSorted((a, b) => a.y - b.y || a.x - b.x)
            .map(({ id, kind, title, x, y, came, stopped, stub, cut }) => (
              <a key={id} href={`#${id}`}>
                <g transform={`translate(${x} ${y})`} data-kind={kind} data-empty={came === 0 || undefined} data-cut={cut || undefined}>
                  <rect
                    className={styles['shape']}
                    x={-box.width / 2}
                    y={-box.height / 2}
                    width={box.width}
                    height={box.height}
                    rx={kind === 'ending' ? box.height / 2 : 4}
                  />
                  {stopped > 0 ? <Stub from={box.width / 2} width={stub} /> : null}
                  {title.map((line, at) => (
                    <text key={line} className={styles['title']} textAnchor="middle" y={-12 + at * 14 + (title.length === 1 ? 5 : 0)}>
                      {`${line} `}
                    </text>
                  ))}
                  <text className={styles['count']} textAnchor="middle" y={21}>
                    {came === 0 && partly ? say('flowUnknown') : say('flowCame', { n: came })}
                    {stopped > 0 ? ` · ${say('flowStopped', { n: stopped })}` : null}
                    {cut && stopped === 0 ? ` · ${say('flowFew')}` : null}
                  </text>
                </g>
              </a>
            ))}
          {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of words in a drawing takes no focus; the table has them */}
          <g aria-hidden="true">
            {lines
              .filter(({ n }) => n > 0)
              .map(({ from, to, choices, n, label: at }) => (
                <text key={`${from} ${to}`} className={styles['label']} x={at.x} y={at.y + 4} textAnchor="middle">
                  {choices.join(' ')} · {n}
                </text>
              ))}
          </g>
        </svg>
      </section>
      <figcaption>
        <ul className={styles['key']}>
          <Key text={say('flowKeyWidth')}>
            <path className={styles['way']} strokeWidth="9" d="M0 10h28" />
          </Key>
          <Key text={say(partly ? 'flowKeyUnknown' : 'flowKeyNone')}>
            <path className={styles['none']} d="M0 10h28" />
          </Key>
          {places.some(({ stopped }) => stopped > 0) ? (
            <Key text={say('flowKeyStopped')}>
              <g transform="translate(8 10)">
                <Stub from={0} width={5} />
              </g>
            </Key>
          ) : null}
          <Key text={say('flowKeyCut')}>
            <g data-cut>
              <rect className={styles['shape']} x="2" y="3" width="24" height="14" rx="3" />
            </g>
          </Key>
        </ul>
      </figcaption>
    </figure>
  )
}

/** A way that leads nowhere: out at the side, and a bar across. */
function Stub({ from, width }: { from: number; width: number }) {
  const half = Math.max(6, width / 2 + 3)
  return (
    <>
      <path className={styles['way']} d={`M${from} 0h10`} strokeWidth={width} />
      <path className={styles['bar']} d={`M${from + 11} ${-half}v${2 * half}`} />
    </>
  )
}

function Key({ text, children }: { text: string; children: React.ReactNode }) {
  return (
    <li>
      <svg className={styles['graph']} viewBox="0 0 28 20" width="28" height="20" aria-hidden="true">
        {children}
      </svg>
      {text}
    </li>
  )
}
