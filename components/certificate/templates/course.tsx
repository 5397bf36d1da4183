/**
 * The paper of the course's certificate, for Satori: the whole way across the map, every station in the colour of its module.
 * Drawn like the one for a module, see module.tsx.
 */
import type { CourseAchievement } from '#lib/credential/schema.ts'
import { courseTemplate } from '#lib/credential/templates/course.ts'
import type { Messages } from '#lib/message/format.ts'
import { type DrawnIssuer, Paper } from './paper.tsx'
import { colour, dataUri } from './parts.tsx'

export function CoursePaper({
  achievement,
  issuer,
  messages,
}: {
  achievement: CourseAchievement
  issuer: DrawnIssuer | null
  messages: Messages
}) {
  return (
    <Paper site={achievement.site} issuer={issuer} places={courseTemplate} messages={messages}>
      {/* biome-ignore lint/performance/noImgElement: this is drawn by Satori, not by a browser */}
      <img
        alt=""
        src={dataUri(way(achievement.modules.map(({ number }) => number)))}
        width={1200}
        height={300}
        style={{ position: 'absolute', left: 0, top: 330 }}
      />
    </Paper>
  )
}

/** Where the stations stand, on 1200 × 300: the way comes in on the left, between sentence and date, and leaves on the right, under the code. */
const stations: readonly (readonly [x: number, y: number])[] = [
  [98, 152],
  [240, 122],
  [388, 160],
  [536, 118],
  [684, 162],
  [832, 104],
  [972, 146],
  [1102, 74],
]

function way(numbers: readonly number[]): string {
  const bend = ([x, y]: readonly [number, number], [toX, toY]: readonly [number, number]) => {
    const middle = (x + toX) / 2
    return `C${middle} ${y} ${middle} ${toY} ${toX} ${toY}`
  }
  const line = stations.slice(1).map((to, i) => bend(stations[i]!, to))
  const path = `M-20 176C40 176 44 152 98 152${line.join('')}C1150 48 1170 44 1220 40`
  const dots = numbers.map((number) => {
    const [x, y] = stations[number - 1]!
    return `<circle cx="${x}" cy="${y}" r="15" fill="${colour.modules[number - 1]!}" stroke="${colour.sheet}" stroke-width="6"/>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="300" viewBox="0 0 1200 300" fill="none"><path d="${path}" stroke="${colour.sheet}" stroke-width="12"/><path d="${path}" stroke="${colour.ink}" stroke-width="3"/>${dots.join('')}</svg>`
}
