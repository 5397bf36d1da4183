/**
 * The picture of the course's certificate, for Satori: the whole way across the map, every station in the colour of its module.
 * Drawn like the one for a module, see module.tsx.
 */
import { dateOf, durationOf, sentenceOf } from '#lib/credential/describe-achievement.ts'
import type { ShapedName } from '#lib/credential/shape-name.ts'
import type { CourseTemplateData } from '#lib/credential/templates/course.ts'
import type { Messages } from '#lib/message/format.ts'
import { say } from '#lib/message/format.ts'
import { colour, dataUri, land, mark, words, writtenName } from './parts.tsx'

export function CourseCertificate({ data, name, messages }: { data: CourseTemplateData; name: ShapedName; messages: Messages }) {
  const { achievement, issuedAt, address, locale } = data
  return (
    <div style={{ display: 'flex', width: '100%', height: '100%', background: colour.sheet, color: colour.ink, fontFamily: 'Atkinson' }}>
      {/* biome-ignore-start lint/performance/noImgElement: this is drawn by Satori, not by a browser */}
      <img alt="" src={dataUri(land())} width={1200} height={630} style={{ position: 'absolute', left: 0, top: 0 }} />
      <img
        alt=""
        src={dataUri(way(achievement.modules.map(({ number }) => number)))}
        width={1200}
        height={300}
        style={{ position: 'absolute', left: 0, top: 330 }}
      />
      <div
        style={{
          display: 'flex',
          flexDirection: 'column',
          justifyContent: 'space-between',
          padding: '50px 0 44px 84px',
          width: '100%',
          height: '100%',
        }}
      >
        <div style={{ display: 'flex', flexDirection: 'column' }}>
          <div style={{ display: 'flex', alignItems: 'center', fontFamily: 'Newsreader', fontSize: 25 }}>
            <img alt="" src={dataUri(mark())} width={34} height={34} style={{ marginRight: 12, marginTop: -6 }} />
            {achievement.site}
          </div>
          <div style={{ marginTop: 34, fontSize: 24, color: colour.soft }}>{say(messages, 'certifies')}</div>
          <img
            alt=""
            src={dataUri(writtenName(name))}
            width={name.width + 2}
            height={name.height + 2}
            style={{ margin: '16px 0 20px -1px' }}
          />
          <div style={{ display: 'flex', flexWrap: 'wrap', width: 660, fontSize: 26, lineHeight: 1.38 }}>
            {words(sentenceOf(achievement, messages, locale)).map(({ key, text, bold }) => (
              <span key={key} style={{ marginRight: '0.27em', fontWeight: bold ? 600 : 400 }}>
                {text}
              </span>
            ))}
          </div>
        </div>
        <div style={{ display: 'flex', flexDirection: 'column', fontSize: 19.5, lineHeight: 1.4, color: colour.soft }}>
          <div style={{ display: 'flex' }}>{`${dateOf(issuedAt, locale)} · ${durationOf(achievement.minutes, messages, locale)}`}</div>
          <div style={{ display: 'flex' }}>{address}</div>
        </div>
      </div>
      {/* biome-ignore-end lint/performance/noImgElement: as above */}
    </div>
  )
}

/** Where the stations stand, on 1200 × 300: the way comes in on the left, under the words, and leaves on the right. */
const stations: readonly (readonly [x: number, y: number])[] = [
  [96, 176],
  [240, 112],
  [392, 168],
  [540, 96],
  [690, 150],
  [832, 78],
  [974, 128],
  [1108, 40],
]

function way(numbers: readonly number[]): string {
  const bend = ([x, y]: readonly [number, number], [toX, toY]: readonly [number, number]) => {
    const middle = (x + toX) / 2
    return `C${middle} ${y} ${middle} ${toY} ${toX} ${toY}`
  }
  const line = stations.slice(1).map((to, i) => bend(stations[i]!, to))
  const path = `M-20 210C40 210 40 176 96 176${line.join('')}C1150 12 1170 14 1220 10`
  const dots = numbers.map((number) => {
    const [x, y] = stations[number - 1]!
    return `<circle cx="${x}" cy="${y}" r="15" fill="${colour.modules[number - 1]!}" stroke="${colour.sheet}" stroke-width="6"/>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="300" viewBox="0 0 1200 300" fill="none"><path d="${path}" stroke="${colour.sheet}" stroke-width="12"/><path d="${path}" stroke="${colour.ink}" stroke-width="3"/>${dots.join('')}</svg>`
}
