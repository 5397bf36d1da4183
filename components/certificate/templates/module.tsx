/**
 * The paper of a module's certificate, for Satori: flex boxes, inline styles, drawings as images. Always the light theme: it leaves the
 * site. The module's motif stands over the code, as the drawing over the legend of a map.
 */
import type { ModuleAchievement } from '#lib/credential/schema.ts'
import { moduleTemplate } from '#lib/credential/templates/module.ts'
import type { Messages } from '#lib/message/format.ts'
import { linksMotif } from './links-motif.tsx'
import { markMotif } from './mark-motif.tsx'
import { type DrawnIssuer, Paper } from './paper.tsx'
import { colour, dataUri } from './parts.tsx'
import { routeMotif } from './route-motif.tsx'

export function ModulePaper({
  achievement,
  issuer,
  messages,
}: {
  achievement: ModuleAchievement
  issuer: DrawnIssuer | null
  messages: Messages
}) {
  const accent = moduleAccent(achievement)
  return (
    <Paper site={achievement.site} issuer={issuer} places={moduleTemplate} messages={messages}>
      {/* biome-ignore lint/performance/noImgElement: this is drawn by Satori, not by a browser */}
      <img
        alt=""
        src={dataUri(motif(achievement.module, accent))}
        width={300}
        height={230}
        style={{ position: 'absolute', left: isWide(achievement.module) ? 852 : 828, top: 16 }}
      />
      <div style={{ position: 'absolute', left: 0, top: 0, width: 14, height: 630, background: accent }} />
    </Paper>
  )
}

export function moduleAccent({ module }: ModuleAchievement): string {
  return colour.modules[module.number - 1]!
}

/** The two that reach across their whole drawing; a mark stands right of the middle of its own, and is put over the middle of the code. */
function isWide({ motif: kind }: ModuleAchievement['module']): boolean {
  return kind === 'links' || kind === 'route'
}

function motif({ motif: kind, number }: ModuleAchievement['module'], accent: string): string {
  const colours = { ink: colour.ink, accent, paper: colour.sheet }
  if (kind === 'links') return linksMotif(colours)
  return kind === 'route' ? routeMotif({ ...colours, number }) : markMotif({ ...colours, kind })
}
