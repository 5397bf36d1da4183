/**
 * The words of a release, kept beside the lock (content/released.jsonl) so that the next one can say what has changed in
 * words and not only that something has. Pure. README.md says why it is a file of its own.
 *
 * First line: release and date. Then one line for each module and piece, in course order: `["id","kind",{…own…}]`.
 * Unreadable lines are left out: the words only help to see, the lock decides.
 */
import { z } from 'zod'
import type { Piece, PieceKind } from '#lib/course/list-pieces.ts'
import type { LoadedCourse } from '#lib/course/loaded.ts'
import { piecesNow } from '#lib/course/rules/published-ids.ts'

/** A course as far as releases are concerned. Modules and pieces in course order. */
export type Words = { modules: readonly { slug: string; title: string }[]; pieces: readonly Piece[] }

const headSchema = z.object({ release: z.int(), date: z.string() })
const lineSchema = z.tuple([z.string(), z.string(), z.record(z.string(), z.unknown())])

export function wordsOf(course: LoadedCourse): Words {
  const modules = [...course.modules.values()].map(({ slug, module }) => ({ slug, title: module.title }))
  return { modules, pieces: piecesNow(course) }
}

export function writeSnapshot({ modules, pieces }: Words, { release, date }: { release: number; date: string }): string {
  const lines = [
    { release, date },
    ...modules.map(({ slug, title }) => [slug, 'module', { title }]),
    ...pieces.map(({ id, kind, own }) => [id, kind, own]),
  ]
  return `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`
}

/** @returns null where the text is not the one of this release: words of another one would mislead */
export function readSnapshot(text: string, release: number): Words | null {
  const [head, ...lines] = text.split('\n').map(parsed)
  if (headSchema.safeParse(head).data?.release !== release) return null
  const rows = lines.flatMap((line) => {
    const { data } = lineSchema.safeParse(line)
    return data ? [data] : []
  })
  return {
    modules: rows.flatMap(([slug, kind, own]) => (kind === 'module' ? [{ slug, title: String(own['title']) }] : [])),
    pieces: rows.flatMap(([id, kind, own]) => (kind === 'module' ? [] : [{ id, kind: kind as PieceKind, own }])),
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
