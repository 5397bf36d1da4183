/**
 * The words of a certificate, for Satori, each piece by itself and without a ground: most of them are the same on many certificates and are
 * drawn once. The holder's name comes as outlines, because Satori shapes no complex script.
 */
import type { ReactNode } from 'react'
import { dateOf, durationOf, sentenceOf } from '#lib/credential/describe-achievement.ts'
import type { Achievement } from '#lib/credential/schema.ts'
import type { ShapedName } from '#lib/credential/shape-name.ts'
import type { Messages } from '#lib/message/format.ts'
import { say } from '#lib/message/format.ts'
import { colour, dataUri, words, writtenName } from './parts.tsx'

/** Heights of lines in pixels. A line of a piece begins at its upper edge. */
export const lineHeights = { lead: 29, sentence: 36, small: 27 }

/** "This certifies that" */
export function Lead({ messages }: { messages: Messages }) {
  return (
    <Line size={24} height={lineHeights.lead}>
      {say(messages, 'certifies')}
    </Line>
  )
}

/** What is one holder's own: the name, where it is shown, in the upper `above` pixels, and under it the address (host and path). */
export function Own({ name, above, address }: { name: ShapedName | null; above: number; address: string }) {
  return (
    <div style={{ display: 'flex', flexDirection: 'column', width: '100%', height: '100%' }}>
      {name && (
        <div style={{ display: 'flex', flexShrink: 0, height: above }}>
          {/* biome-ignore lint/performance/noImgElement: this is drawn by Satori, not by a browser */}
          <img alt="" src={dataUri(writtenName(name))} width={name.width + 2} height={name.height + 2} />
        </div>
      )}
      <Line size={19.5} height={lineHeights.small}>
        {address}
      </Line>
    </div>
  )
}

/** Where a name would stand, when the holder shows none. */
export function Nameless({ messages }: { messages: Messages }) {
  return (
    <div style={{ display: 'flex', color: colour.ink, fontFamily: 'Newsreader', fontSize: 72, lineHeight: '76px' }}>
      {say(messages, 'pictureHolder')}
    </div>
  )
}

/** Under the sentence, when the holder shows no name. */
export function NamelessNote({ messages }: { messages: Messages }) {
  return (
    <Line size={19.5} height={lineHeights.small}>
      {say(messages, 'pictureNameless')}
    </Line>
  )
}

export function Sentence({ achievement, messages, locale }: { achievement: Achievement; messages: Messages; locale: string }) {
  return (
    <div
      style={{
        display: 'flex',
        flexWrap: 'wrap',
        width: '100%',
        color: colour.ink,
        fontFamily: 'Atkinson',
        fontSize: 26,
        lineHeight: `${lineHeights.sentence}px`,
      }}
    >
      {words(sentenceOf(achievement, messages, locale)).map(({ key, text, bold }) => (
        <span key={key} style={{ marginRight: '0.27em', fontWeight: bold ? 600 : 400 }}>
          {text}
        </span>
      ))}
    </div>
  )
}

export function When({ issuedAt, minutes, messages, locale }: { issuedAt: number; minutes: number; messages: Messages; locale: string }) {
  return (
    <Line size={19.5} height={lineHeights.small}>
      {`${dateOf(issuedAt, locale)} · ${durationOf(minutes, messages, locale)}`}
    </Line>
  )
}

function Line({ size, height, children }: { size: number; height: number; children: ReactNode }) {
  return (
    <div style={{ display: 'flex', color: colour.soft, fontFamily: 'Atkinson', fontSize: size, lineHeight: `${height}px` }}>{children}</div>
  )
}
