/**
 * The picture of a module's certificate, for Satori: flex boxes, inline styles, drawings as images. Always the light theme:
 * it leaves the site. The name comes as outlines, because Satori shapes no complex script.
 */
import { dateOf, durationOf, pieces, sentenceOf } from '#lib/credential/describe-achievement.ts'
import type { ShapedName } from '#lib/credential/shape-name.ts'
import contours from '#lib/credential/templates/contours.json' with { type: 'json' }
import type { ModuleTemplateData } from '#lib/credential/templates/module.ts'
import type { Messages } from '#lib/message/format.ts'
import { say } from '#lib/message/format.ts'
import { linksMotif } from './links-motif.tsx'
import { routeMotif } from './route-motif.tsx'

/** The light values of components/ui/tokens.css. */
const colour = {
  sheet: '#fffdf8',
  ink: '#1a2330',
  soft: '#525c69',
  contour: '#e3dccb',
  contourMajor: '#cbc1a8',
  modules: ['#8a5a16', '#0e6664', '#3b4ba3', '#a93a38', '#56631a', '#74397a', '#1b6494', '#1a2330'],
}

export function ModuleCertificate({ data, name, messages }: { data: ModuleTemplateData; name: ShapedName; messages: Messages }) {
  const { achievement, issuedAt, address, locale } = data
  const accent = colour.modules[achievement.module.number - 1]!
  return (
    <div style={{ display: 'flex', width: '100%', height: '100%', background: colour.sheet, color: colour.ink, fontFamily: 'Atkinson' }}>
      {/* biome-ignore-start lint/performance/noImgElement: this is drawn by Satori, not by a browser */}
      <img alt="" src={dataUri(land())} width={1200} height={630} style={{ position: 'absolute', left: 0, top: 0 }} />
      <img
        alt=""
        src={dataUri(motif(achievement.module.motif, accent, achievement.module.number))}
        width={430}
        height={330}
        style={{ position: 'absolute', left: 728, top: 262 }}
      />
      <div style={{ position: 'absolute', left: 0, top: 0, width: 14, height: 630, background: accent }} />
      <div
        style={{
          display: 'flex',
          flexDirection: 'column',
          justifyContent: 'space-between',
          padding: '56px 0 52px 84px',
          width: '100%',
          height: '100%',
        }}
      >
        <div style={{ display: 'flex', alignItems: 'center', fontFamily: 'Newsreader', fontSize: 25 }}>
          <img alt="" src={dataUri(mark())} width={34} height={34} style={{ marginRight: 12, marginTop: -6 }} />
          {achievement.site}
        </div>
        <div style={{ display: 'flex', flexDirection: 'column' }}>
          <div style={{ fontSize: 24, color: colour.soft }}>{say(messages, 'certifies')}</div>
          <img
            alt=""
            src={dataUri(writtenName(name))}
            width={name.width + 2}
            height={name.height + 2}
            style={{ margin: '20px 0 24px -1px' }}
          />
          <div style={{ display: 'flex', flexWrap: 'wrap', width: 640, fontSize: 26, lineHeight: 1.38 }}>
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

/** Satori breaks lines only between boxes, so every word is one; a sign after a bold word stays with it. */
function words(sentence: string): { key: string; text: string; bold: boolean }[] {
  const all: { text: string; bold: boolean }[] = []
  let open = false
  for (const { text, bold } of pieces(sentence)) {
    const glued = open && !text.startsWith(' ')
    open = !text.endsWith(' ')
    for (const [index, word] of text.split(' ').filter(Boolean).entries()) {
      if (index === 0 && glued) all.at(-1)!.text += word
      else all.push({ text: word, bold })
    }
  }
  return all.map((word, index) => ({ ...word, key: `${index}-${word.text}` }))
}

function writtenName(name: ShapedName): string {
  const glyphs = name.paths.map(({ d, x, y }) => `<path transform="translate(${x} ${y})" d="${d}"/>`).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${name.width + 2}" height="${name.height + 2}" viewBox="-1 -1 ${name.width + 2} ${name.height + 2}" fill="${colour.ink}">${glyphs}</svg>`
}

/** Contour lines that come out of the paper from left to right, so that nothing lies under the words. */
function land(): string {
  const { width, height, minor, major } = contours
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><defs><linearGradient id="g"><stop offset=".38" stop-color="#000"/><stop offset=".74" stop-color="#fff"/></linearGradient><mask id="m" maskUnits="userSpaceOnUse" x="0" y="0" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="url(#g)"/></mask></defs><g fill="none" mask="url(#m)"><path d="${minor}" stroke="${colour.contour}" stroke-width="1.2"/><path d="${major}" stroke="${colour.contourMajor}" stroke-width="1.4"/></g></svg>`
}

function motif(kind: ModuleTemplateData['achievement']['module']['motif'], accent: string, number: number): string {
  const colours = { ink: colour.ink, accent, paper: colour.sheet }
  return kind === 'links' ? linksMotif(colours) : routeMotif({ ...colours, number })
}

/** The site's mark, as in components/ui/site-mark.tsx. */
function mark(): string {
  const slope = (y: number, width: number, opacity: number) =>
    `<path d="M2 ${y}c3.5-6 6.5-6 10 0s6.500 6 10-1.500" stroke-width="${width}" opacity="${opacity}"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" fill="none" stroke="${colour.ink}" stroke-linecap="round">${slope(9.5, 1.3, 0.55)}${slope(14, 2, 1)}${slope(18.5, 1.3, 0.55)}</svg>`
}

function dataUri(svg: string): string {
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`
}
