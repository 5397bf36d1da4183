/** The three statements of a run, as select-runs reads them back. */
import type { StatementDraft } from '#lib/statement/schema.ts'

/** Where a run is recorded: `<module>/scenario`, and the fingerprints of it and its scenes by object id. */
export type Place = { object: string; hashes: Readonly<Record<string, string>> }

/** @param from the run that this one continues, and how many of its choices are kept */
export function draftStarted(place: Place, run: string, from?: { attempt: string; step: number }): StatementDraft {
  return {
    verb: 'started',
    object: place.object,
    contentHash: hashOf(place, place.object),
    attempt: run,
    ...(from && { result: { from } }),
  }
}

export function draftChose(place: Place, run: string, scene: string, choice: string): StatementDraft {
  const object = `${place.object}/${scene}`
  return { verb: 'chose', object, contentHash: hashOf(place, object), attempt: run, result: { choice } }
}

export function draftFinished(place: Place, run: string, ending: string): StatementDraft {
  const result = { completion: true, draw: { ending } }
  return { verb: 'finished', object: place.object, contentHash: hashOf(place, place.object), attempt: run, result }
}

function hashOf({ hashes }: Place, object: string): string {
  const hash = hashes[object]
  if (!hash) throw new Error(`No fingerprint for ${object}.`)
  return hash
}
