/**
 * The picture of a module's certificate, for Satori: flex boxes, inline styles, drawings as images. Always the light theme:
 * it leaves the site. The name comes as outlines, because Satori shapes no complex script.
 */
import { dateOf, durationOf, sentenceOf } from '#lib/credential/describe-achievement.ts'
import type { ShapedName } from '#lib/credential/shape-name.ts'
import type { ModuleTemplateData } from '#lib/credential/templates/module.ts'
import type { Messages } from '#lib/message/format.ts'
import { say } from '#lib/message/format.ts'
import { linksMotif } from './links-motif.tsx'
import { markMotif } from './mark-motif.tsx'
import { colour, dataUri, land, mark, words, writtenName } from './parts.tsx'
import { routeMotif } from './route-motif.tsx'

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

function motif(kind: ModuleTemplateData['achievement']['module']['motif'], accent: string, number: number): string {
  const colours = { ink: colour.ink, accent, paper: colour.sheet }
  if (kind === 'links') return linksMotif(colours)
  return kind === 'route' ? routeMotif({ ...colours, number }) : markMotif({ ...colours, kind })
}
