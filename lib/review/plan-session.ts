/**
 * What a session asks. Pure and without chance: the same record gives the same session on every device.
 *
 * Section by section: what was missed comes first; then each step has its own share of modules and kinds; within a share FSRS
 * says which items are most at risk. Mixed shares take from the modules and objectives in turn.
 */
import type { Deck, DeckPiece } from './deck.ts'
import type { Reviews } from './fold-reviews.ts'
import { retrievability } from './memory.ts'
import { type Appointment, dueOn, isResting } from './schedule.ts'
import type { SessionPlan } from './session.ts'

/** What one step takes, in seconds, generously. A session is five minutes at most. */
export const seconds = { recall: 50, item: 30, task: 30, ending: 80 } as const
export const mostSeconds = 300

const mostReturns = 4
const extraCount = 4

/** So many pieces of these modules, so many of them recall. */
type Share = { modules: readonly string[]; count: number; recall: number }

/** The session for what is due; null where nothing is, or nothing of it is in the deck. */
export function planDue(reviews: Reviews, deck: Deck, today: number): SessionPlan | null {
  const due = dueOn(reviews, today)
  if (due === null) return null
  const shares = sharesFor(due.appointments, reviews)
  const room = shares.length > 0 ? shares.reduce((sum, { count }) => sum + count, 0) : mostReturns
  const open = candidates(reviews, deck, today)
  const returns = open.filter(({ piece }) => due.returns.includes(piece.source)).sort(byRisk)
  const chosen = fill(shares, open, returns.slice(0, room))
  const questions = due.appointments.length > 0 ? questionsFor(reviews, deck, today) : { steps: [] }
  const pieces = whatFits(chosen, secondsOf(questions.steps, deck))
  const steps = [...inTurn(pieces).map(({ source }) => source), ...questions.steps]
  return steps.length === 0 ? null : { kind: 'due', steps, ...(questions.ending ? { ending: questions.ending } : {}) }
}

/** A small session for one who wants to practise anyway; once a day. Null where it was done, or everything rests. */
export function planExtra(reviews: Reviews, deck: Deck, today: number): SessionPlan | null {
  if (reviews.sessions.some(({ kind, day, finished }) => kind === 'extra' && day === today && finished !== null)) return null
  const share = { modules: reviews.modules.map(({ slug }) => slug), count: extraCount, recall: extraCount / 2 }
  const pieces = inTurn(fill([share], candidates(reviews, deck, today), []).map(({ piece }) => piece))
  return pieces.length === 0 ? null : { kind: 'extra', steps: pieces.map(({ source }) => source) }
}

/** Seconds that these steps take. */
export function secondsOf(steps: readonly string[], deck: Deck): number {
  return steps.reduce((sum, step) => sum + seconds[kindOf(step, deck) ?? 'item'], 0)
}

/** null for what is no longer in the course */
export function kindOf(step: string, deck: Deck): keyof typeof seconds | null {
  const piece = deck.pieces.find(({ source }) => source === step)
  if (piece) return piece.kind
  for (const { task, scenario } of deck.modules) {
    if (task.source === step) return 'task'
    if (scenario?.source === step) return 'ending'
  }
  return null
}

function sharesFor(appointments: readonly Appointment[], { modules }: Reviews): Share[] {
  const all = modules.map(({ slug }) => slug)
  const [only, ...more] = appointments
  if (!only) return []
  if (more.length > 0) {
    const wide = appointments.flatMap((one) =>
      one.step >= 21 ? all : one.step === 3 ? [one.module, before(all, one.module)] : [one.module],
    )
    return [{ modules: wide.flatMap((slug) => slug ?? []), count: 6, recall: 2 }]
  }
  switch (only.step) {
    case 1:
      return [{ modules: [only.module], count: 4, recall: 2 }]
    case 3: {
      const other = before(all, only.module)
      if (other === undefined) return [{ modules: [only.module], count: 4, recall: 2 }]
      return [only.module, other].map((slug) => ({ modules: [slug], count: 2, recall: 1 }))
    }
    case 7:
      return [{ modules: [only.module], count: 4, recall: 1 }]
    default:
      return [{ modules: all, count: 6, recall: 2 }]
  }
}

function before(all: readonly string[], module: string): string | undefined {
  return all[all.indexOf(module) - 1]
}

type Candidate = { piece: DeckPiece /** hundredths: what differs by less is the same to us */; remembered: number; place: number }

/** What may be asked today: of a module that is satisfied, not resting, not asked today already. */
function candidates(reviews: Reviews, deck: Deck, today: number): Candidate[] {
  const begin = new Map(reviews.modules.map(({ slug, day }) => [slug, day]))
  return deck.pieces.flatMap((piece, place) => {
    const day = begin.get(piece.module)
    const contacts = reviews.contacts.get(piece.source) ?? []
    if (day === undefined || isResting(contacts, day, today) || contacts.some((one) => one.day >= today)) return []
    const first = { day, outcome: reviews.first.get(piece.source) ?? 'right' } as const
    return [{ piece, remembered: Math.round(retrievability([first, ...contacts], today) * 100), place }]
  })
}

const byRisk = (a: Candidate, b: Candidate) => a.remembered - b.remembered || a.place - b.place

function fill(shares: readonly Share[], open: readonly Candidate[], begin: readonly Candidate[]): Candidate[] {
  const chosen = [...begin]
  const total = Math.max(
    begin.length,
    shares.reduce((sum, { count }) => sum + count, 0),
  )
  for (const { modules, count, recall } of shares) {
    const inShare = ({ piece }: Candidate) => modules.includes(piece.module)
    const take = (most: number, fits: (one: Candidate) => boolean) => {
      for (let have = chosen.filter(fits).length; have < most && chosen.length < total; have++) {
        const next = mostAtRisk(
          open.filter((one) => inShare(one) && fits(one) && !chosen.includes(one)),
          chosen,
        )
        if (!next) return
        chosen.push(next)
      }
    }
    take(recall, (one) => inShare(one) && one.piece.kind === 'recall')
    take(count - recall, (one) => inShare(one) && one.piece.kind === 'item')
    // where one kind has run out, the other fills its place
    take(count, inShare)
  }
  return chosen
}

/** From the module with the fewest so far; there what is most at risk; of equals, from the objective with the fewest so far. */
function mostAtRisk(open: readonly Candidate[], chosen: readonly Candidate[]): Candidate | undefined {
  const ofModule = ({ piece }: Candidate) => chosen.filter((one) => one.piece.module === piece.module).length
  const ofObjective = ({ piece }: Candidate) => chosen.filter((one) => one.piece.objective === piece.objective).length
  return [...open].sort(
    (a, b) => ofModule(a) - ofModule(b) || a.remembered - b.remembered || ofObjective(a) - ofObjective(b) || a.place - b.place,
  )[0]
}

/** The seven-day task and the ending that wait longest, one of each at most. */
function questionsFor(reviews: Reviews, deck: Deck, today: number): { steps: string[]; ending?: string } {
  const waiting = (since: number, pick: (module: Deck['modules'][number]) => string | undefined) =>
    reviews.modules.flatMap(({ slug, day }) => {
      const module = deck.modules.find((one) => one.slug === slug)
      const source = module && today >= day + since ? pick(module) : undefined
      return module && source !== undefined && !reviews.asked.has(source) ? [{ module, source }] : []
    })[0]
  const endingOf = ({ slug, scenario }: Deck['modules'][number]) => scenario?.endings.find(({ id }) => id === reviews.endings.get(slug))?.id
  const story = waiting(60, (module) => (endingOf(module) === undefined ? undefined : module.scenario?.source))
  const task = waiting(7, (module) => module.task.source)
  const ending = story && endingOf(story.module)
  return {
    steps: [...(story ? [story.source] : []), ...(task ? [task.source] : [])],
    ...(ending === undefined ? {} : { ending }),
  }
}

/** As many as fit into the time that is left; what was chosen first stays. */
function whatFits(chosen: readonly Candidate[], taken: number): DeckPiece[] {
  let sum = taken
  return chosen.flatMap(({ piece }) => {
    if (sum + seconds[piece.kind] > mostSeconds) return []
    sum += seconds[piece.kind]
    return [piece]
  })
}

/** Recall before recognition, since options give the words away; in each, no two of a module or an objective in a row where it can be. */
function inTurn(pieces: readonly DeckPiece[]): DeckPiece[] {
  return (['recall', 'item'] as const).flatMap((kind) => {
    const left = pieces.filter((piece) => piece.kind === kind)
    const turn: DeckPiece[] = []
    while (left.length > 0) {
      const last = turn.at(-1)
      const other = left.findIndex(({ module }) => module !== last?.module)
      const next =
        other >= 0
          ? other
          : Math.max(
              0,
              left.findIndex(({ objective }) => objective !== last?.objective),
            )
      turn.push(...left.splice(next, 1))
    }
    return turn
  })
}

/** The session that is open: the newest, while it is not finished and something of it can still be asked. */
export function openSession({ sessions }: Reviews, deck: Deck, today: number, isDue: boolean): Reviews['sessions'][number] | null {
  const last = sessions.at(-1)
  if (!last || last.finished !== null) return null
  // what was practised anyway does not stand in the way of what is due, nor of another day
  if (last.kind === 'extra' && (isDue || last.day !== today)) return null
  return last.steps.some((step) => kindOf(step, deck) !== null) ? last : null
}
