/**
 * Scenario runs as the browser wrote them down: a run is over when it says that it has finished. For pages that do not
 * carry the scenario itself. The server believes only the choices, see played-runs. Pure.
 */
import type { RunsOf } from './outline.ts'

export const toldRuns: RunsOf = (module, statements) => {
  const endings = new Map<string, string | null>()
  for (const { verb, object, attempt, result } of [...statements].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (!attempt || (object !== `${module}/scenario` && !object.startsWith(`${module}/scenario/`))) continue
    const known = endings.get(attempt) ?? null
    endings.set(attempt, known ?? (verb === 'finished' ? endingIn(result?.draw) : null))
  }
  return [...endings].map(([attempt, ending]) => ({ attempt, ending })).sort((a, b) => (a.attempt < b.attempt ? -1 : 1))
}

function endingIn(draw: unknown): string {
  const ending: unknown = typeof draw === 'object' && draw !== null ? Reflect.get(draw, 'ending') : undefined
  return typeof ending === 'string' ? ending : ''
}
