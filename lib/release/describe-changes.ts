/** Changes as a subject expert reads them: by module, then lesson, check or scenario, each with a few words before and after. Pure. */
import type { PieceKind } from '#lib/course/list-pieces.ts'
import { type Change, labelOf } from './compare.ts'
import { clip, type Difference } from './difference.ts'
import type { Words } from './snapshot.ts'

const names: Record<PieceKind, string> = {
  objective: 'objective',
  activity: 'activity',
  lesson: 'lesson',
  scenario: 'scenario',
  meter: 'meter',
  skill: 'skill',
  scene: 'scene',
  choice: 'choice',
  route: 'turning',
  ending: 'ending',
  item: 'item',
  part: 'option or part',
}
const fields: Record<string, string> = {
  body: 'text',
  stem: 'question',
  to: 'leads to',
  key: 'what is right',
  order: 'right order',
  right: 'right',
}

/** @param words of the last release and of now, for the titles of what is there and of what is gone */
export function describeChanges(changes: readonly Change[], words: { before: Words | null; now: Words }): string {
  const title = titles(words)
  const lines: string[] = []
  let heading = ''
  for (const change of inReadingOrder(changes, words)) {
    const here = headingOf(change.id, title)
    if (here !== heading) lines.push('', here)
    heading = here
    lines.push(...describeChange(change).map((line) => `  ${line}`))
  }
  return lines.join('\n').trim()
}

/** One change: what it is in the first line, its words below. */
export function describeChange(change: Change): string[] {
  const name = `${change.piece ? names[change.piece] : ''}${change.label ? ` “${clip(change.label, 70)}”` : ''}`.trim()
  const what = [name, `(${change.id})`].filter((one) => one && one !== '()').join(' ')
  const because = 'note' in change && change.note ? [`    because: ${change.note}`] : []
  switch (change.kind) {
    case 'new':
      return [`new: ${what}${change.parts > 0 ? `, with ${change.parts} ${change.parts === 1 ? 'part' : 'parts'}` : ''}`]
    case 'removed':
      return [
        `${change.note ? 'retired' : 'removed'}: ${what}${change.parts.length > 0 ? `, with ${change.parts.length} ${change.parts.length === 1 ? 'part' : 'parts'}` : ''}`,
        ...because,
        ...(change.likely && !change.note ? [`    the same words now stand at ${change.likely}`] : []),
      ]
    case 'moved':
      return [`moved: ${what}`, `    now ${change.to}`, ...because, ...change.differences.flatMap(describeDifference)]
    case 'changed': {
      const how = change.note
        ? 'reworded'
        : { words: 'other words', rules: 'works in another way', meaning: 'perhaps another meaning' }[change.reach]
      const none = change.differences.length === 0 ? ['    (the words of the last release are not here to compare)'] : []
      return [`${how}: ${what}`, ...because, ...none, ...change.differences.flatMap(describeDifference)]
    }
    case 'order':
      return [
        `other order: ${change.id === '' ? 'modules' : change.piece === 'lesson' ? 'lessons' : `what stands in ${change.label ? `“${clip(change.label, 70)}” ` : ''}(${change.id})`}`,
        `    before: ${change.before.join(', ')}`,
        `    now:    ${change.after.join(', ')}`,
      ]
  }
}

function describeDifference({ field, before, after }: Difference): string[] {
  const name = field
    .split('.')
    .map((one) => fields[one] ?? one)
    .join(' ')
  return [`    ${name}`, `      before: ${before ?? '(nothing)'}`, `      now:    ${after ?? '(nothing)'}`]
}

/** As a learner meets them; what is gone stands where its module and lesson stood. */
function inReadingOrder(changes: readonly Change[], { before, now }: { before: Words | null; now: Words }): Change[] {
  const all = [now, ...(before ? [before] : [])]
  const modules = all.flatMap((words) => words.modules.map(({ slug }) => slug))
  const lessons = all.flatMap((words) => words.pieces.flatMap(({ id, kind }) => (kind === 'lesson' ? [id] : [])))
  const key = ({ id }: Change) => {
    const [module = '', part = '', lesson] = id.split('/')
    return [
      modules.indexOf(module),
      ['', 'objectives', 'lessons', 'scenario', 'quiz'].indexOf(part) + 1 || 9,
      lessons.indexOf(`${module}/lessons/${lesson}`),
    ]
  }
  return [...changes].sort((a, b) => {
    const [one, other] = [key(a), key(b)]
    return one.map((value, at) => value - other[at]!).find((difference) => difference !== 0) ?? 0
  })
}

function headingOf(id: string, title: (id: string) => string): string {
  if (id === '') return 'The course'
  const [module = '', part, next] = id.split('/')
  const where = title(module) || module
  switch (part) {
    case undefined:
      return where
    case 'objectives':
      return `${where} · objectives`
    case 'lessons':
      return next ? `${where} · lesson “${title(`${module}/lessons/${next}`) || next}”` : `${where} · lessons`
    case 'scenario':
      return `${where} · scenario`
    case 'quiz':
      return `${where} · check`
    default:
      return `${where} · ${title(`${module}/${part}`) || part}`
  }
}

function titles({ before, now }: { before: Words | null; now: Words }): (id: string) => string {
  const all = new Map<string, string>()
  for (const words of [before, now]) {
    for (const { slug, title } of words?.modules ?? []) all.set(slug, title)
    for (const piece of words?.pieces ?? []) all.set(piece.id, labelOf(piece))
  }
  return (id) => all.get(id) ?? ''
}
