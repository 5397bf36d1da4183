/**
 * The part of a picture that is the same for everybody with the same certificate, for Satori: the paper with its contour lines, the site's
 * mark, who issued it, and what stands under the code. The code itself is put there later, pixel by pixel.
 */
import type { ReactNode } from 'react'
import type { ShapedName } from '#lib/credential/shape-name.ts'
import type { Messages } from '#lib/message/format.ts'
import { say } from '#lib/message/format.ts'
import { type CodePlace, colour, dataUri, land, mark, quietZone, writtenName } from './parts.tsx'

/** Whoever issued it, as outlines, since it may be in any script. `logo`: PNG as a data URI, in pixels as it is drawn. */
export type DrawnIssuer = {
  name: ShapedName
  logo: { source: string; width: number; height: number } | null
  signatory: { name: ShapedName; title: ShapedName | null } | null
}
type Box = { left: number; top: number; width: number; height: number }

export function Paper({
  site,
  issuer,
  places,
  messages,
  children,
}: {
  site: string
  issuer: DrawnIssuer | null
  places: { code: CodePlace; issuer: Box }
  messages: Messages
  children: ReactNode
}) {
  const { code } = places
  return (
    <div style={{ display: 'flex', width: '100%', height: '100%', background: colour.sheet, color: colour.ink, fontFamily: 'Atkinson' }}>
      {/* biome-ignore-start lint/performance/noImgElement: this is drawn by Satori, not by a browser */}
      <img alt="" src={dataUri(land(code))} width={1200} height={630} style={{ position: 'absolute', left: 0, top: 0 }} />
      {children}
      <div
        style={{
          position: 'absolute',
          left: 84,
          top: 48,
          display: 'flex',
          alignItems: 'center',
          fontFamily: 'Newsreader',
          fontSize: 25,
        }}
      >
        <img alt="" src={dataUri(mark())} width={34} height={34} style={{ marginRight: 12, marginTop: -6 }} />
        {site}
      </div>
      {issuer === null ? null : <Issuer issuer={issuer} box={places.issuer} messages={messages} />}
      <div
        style={{
          position: 'absolute',
          left: code.left,
          top: code.top + code.edge + quietZone(code) - 2,
          width: code.edge,
          display: 'flex',
          fontSize: 18,
          color: colour.soft,
        }}
      >
        {say(messages, 'pictureScan')}
      </div>
      {/* biome-ignore-end lint/performance/noImgElement: as above */}
    </div>
  )
}

function Issuer({ issuer: { name, logo, signatory }, box, messages }: { issuer: DrawnIssuer; box: Box; messages: Messages }) {
  const column = { display: 'flex', flexDirection: 'column', justifyContent: 'flex-end', height: box.height } as const
  return (
    <div style={{ position: 'absolute', ...box, display: 'flex', alignItems: 'flex-end' }}>
      {logo === null ? null : <Drawing source={logo.source} width={logo.width} height={logo.height} style={{ marginRight: 14 }} />}
      <div style={column}>
        <div style={{ fontSize: 15, color: colour.soft, marginBottom: 5 }}>{say(messages, 'pictureIssuer')}</div>
        <Written name={name} />
      </div>
      {signatory === null ? null : (
        <div style={{ ...column, marginLeft: 28, paddingLeft: 28, borderLeft: `1px solid ${colour.contourMajor}` }}>
          <Written name={signatory.name} />
          {signatory.title === null ? null : (
            <div style={{ display: 'flex', marginTop: 6 }}>
              <Written name={signatory.title} fill={colour.soft} />
            </div>
          )}
        </div>
      )}
    </div>
  )
}

function Written({ name, fill }: { name: ShapedName; fill?: string }) {
  return <Drawing source={dataUri(writtenName(name, fill))} width={name.width + 2} height={name.height + 2} />
}

function Drawing({ source, width, height, style }: { source: string; width: number; height: number; style?: { marginRight: number } }) {
  // biome-ignore lint/performance/noImgElement: this is drawn by Satori, not by a browser
  return <img alt="" src={source} width={width} height={height} {...(style ? { style } : {})} />
}
