/** The band across the picture of a certificate that was revoked, for Satori: laid over everything but the code. */
import type { Messages } from '#lib/message/format.ts'
import { say } from '#lib/message/format.ts'
import { colour } from './parts.tsx'

const length = 1700
const height = 104

/** @param place the middle of the band in pixels; `angle` in degrees, clockwise */
export function Band({ place, messages }: { place: { left: number; top: number; angle: number }; messages: Messages }) {
  return (
    <div style={{ display: 'flex', width: '100%', height: '100%', fontFamily: 'Atkinson' }}>
      <div
        style={{
          position: 'absolute',
          left: place.left - length / 2,
          top: place.top - height / 2,
          width: length,
          height,
          display: 'flex',
          alignItems: 'baseline',
          justifyContent: 'center',
          paddingTop: 16,
          background: colour.revoked,
          color: colour.sheet,
          transform: `rotate(${place.angle}deg)`,
        }}
      >
        <div style={{ display: 'flex', fontSize: 54, fontWeight: 600, marginRight: 22 }}>{say(messages, 'pictureRevoked')}</div>
        <div style={{ display: 'flex', fontSize: 27 }}>{say(messages, 'pictureRevokedMeaning')}</div>
      </div>
    </div>
  )
}
