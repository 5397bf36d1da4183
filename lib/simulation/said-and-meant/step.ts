/**
 * One turn of the talk. Pure.
 *
 * How openness moves depends on the move and the topic only, never on openness itself. So the model is monotone: in the same
 * talk, a speaker who is more open is never understood less (run.test.ts).
 *
 * This is a teaching model. Its numbers were chosen so that ten turns show the mechanism; nobody measured them.
 */
import type { Fact, Layer } from './facts.ts'
import { hasSign } from './facts.ts'
import { type Move, turnsInTalk } from './moves.ts'
import { opennessOf, type World } from './world.ts'

export const mostOpen = 10
/** Below this, a question gets a short answer, whatever its form, and silence gets silence. */
export const shutBelow = 2
/** From here on, a question brings all that there is to ask for, and “what have I missed?” is taken seriously. */
export const readyFrom = 5
/** From here on, what needs trust can be said. */
export const trustFrom = 7
/** From here on, “what have I missed?” also brings something that was left behind. */
export const looksBackFrom = 8

export type Known = {
  /** the turn in which it came; 0 is the speaker's first words */
  turn: number
  /** the move that brought it; null: the speaker began with it */
  by: Move | null
  /** taken as it is meant */
  clear: boolean
  /** given back, and confirmed or corrected */
  checked: boolean
  /** the listener's own figure stands in its place */
  own: boolean
}
export type State = {
  turn: number
  /** index of the topic */
  topic: number
  openness: number
  known: Readonly<Record<string, Known>>
  /** for each topic, what was already done in it: a second time, it moves nothing */
  done: readonly (readonly Move[])[]
  ended: boolean
}
export type Turn = {
  move: Move
  topic: number
  /** heard whole in this turn */
  heard: readonly string[]
  /** heard in a short answer only */
  half: readonly string[]
  /** known before, and put right in this turn */
  corrected: readonly string[]
  /** what the speaker makes of it */
  reply: Reply
  openness: number
}
/** The words to be said where no fact comes, and the tone where one does. */
export type Reply =
  | 'tells'
  | 'short'
  | 'nothing'
  | 'again'
  | 'shut'
  | 'not-yet'
  | 'confirms'
  | 'felt'
  | 'refused'
  | 'welcome'
  | 'moves-on'
  | 'ends'

export function startState(world: World): State {
  const state: State = {
    turn: 0,
    topic: 0,
    openness: opennessOf[world.mood],
    known: {},
    done: world.topics.map(() => []),
    ended: false,
  }
  return { ...state, known: hear(state, ofLayer(world, 0, 'open'), null, 0) }
}

export function stepTurn(world: World, before: State, move: Move): { state: State; turn: Turn } {
  const topic = world.topics[before.topic]!
  const done = before.done[before.topic]!
  const now = before.turn + 1
  const first = !done.includes(move)
  const openness = Math.min(mostOpen, Math.max(0, before.openness + effect(move, hasSign(topic), done)))
  const here = (layer: Layer) => ofLayer(world, before.topic, layer)
  const unheard = (facts: readonly Fact[]) => facts.filter(({ id }) => !before.known[id])
  const unclear = (facts: readonly Fact[]) => facts.filter(({ id }) => before.known[id]?.clear !== true)

  let known = before.known
  let heard: readonly Fact[] = []
  let half: readonly Fact[] = []
  let corrected: readonly Fact[] = []
  let reply: Reply = 'nothing'
  let at = before.topic

  switch (move) {
    case 'attend': {
      const hidden = unheard(here('sign'))
      if (openness >= shutBelow) heard = hidden
      reply = heard.length > 0 ? 'tells' : hidden.length > 0 ? 'shut' : first ? 'nothing' : 'again'
      break
    }
    case 'open': {
      const asked = unclear(here('question'))
      const deep = done.includes('attend') ? unheard(here('trust')) : []
      if (openness < shutBelow) {
        half = unheard(here('question')).slice(0, 1)
        reply = half.length > 0 ? 'short' : 'shut'
        break
      }
      // what was heard half comes whole, and something new with it
      const fresh = unheard(asked)
      heard = [
        ...asked.filter((fact) => !fresh.includes(fact)),
        ...(openness >= readyFrom ? fresh : fresh.slice(0, 1)),
        ...(openness >= trustFrom ? deep : []),
      ]
      reply = heard.length > 0 ? 'tells' : deep.length > 0 ? 'not-yet' : 'nothing'
      break
    }
    case 'closed':
      half = unheard(here('question')).slice(0, 1)
      reply = half.length > 0 ? 'short' : 'nothing'
      break
    case 'paraphrase':
      corrected = unclear(topic.facts).filter(({ id }) => before.known[id])
      known = check(known, topic.facts)
      reply = corrected.length > 0 ? 'tells' : first ? 'confirms' : 'again'
      break
    case 'too-much':
      reply = 'refused'
      break
    case 'own-number': {
      const number = topic.facts.find((fact) => fact.unclear)
      const entry = number && known[number.id]
      if (entry) known = { ...known, [number.id]: { ...entry, clear: false, checked: false, own: true } }
      reply = 'refused'
      break
    }
    case 'reflect': {
      const deep = done.includes('attend') && openness >= trustFrom ? unheard(here('trust')) : []
      if (hasSign(topic)) heard = deep
      reply = !first ? (heard.length > 0 ? 'tells' : 'again') : hasSign(topic) ? 'felt' : 'nothing'
      break
    }
    case 'advise':
      reply = done.includes('paraphrase') ? 'welcome' : 'refused'
      break
    case 'missed': {
      if (openness < readyFrom) {
        reply = 'shut'
        break
      }
      const left = world.topics
        .slice(0, before.topic + 1)
        .flatMap((_, index) => [...ofLayer(world, index, 'question'), ...ofLayer(world, index, 'sign')])
      corrected = unclear(topic.facts).filter(({ id }) => before.known[id])
      known = check(known, topic.facts)
      heard = [...unheard([world.speaker.closing]), ...(openness >= looksBackFrom ? unheard(left).slice(0, 1) : [])]
      reply = heard.length > 0 || corrected.length > 0 ? 'tells' : 'nothing'
      break
    }
    case 'next':
      if (before.topic + 1 < world.topics.length) {
        at = before.topic + 1
        heard = ofLayer(world, at, 'open')
      }
      reply = at === before.topic ? 'ends' : 'moves-on'
      break
  }

  known = hear({ known }, heard, move, now)
  known = hear({ known }, half, move, now, true)
  const state: State = {
    turn: now,
    topic: at,
    openness,
    known,
    done: before.done.map((list, index) => (index === before.topic ? [...list, move] : list)),
    ended: reply === 'ends' || now >= turnsInTalk,
  }
  const ids = (facts: readonly Fact[]) => facts.map(({ id }) => id)
  return { state, turn: { move, topic: before.topic, heard: ids(heard), half: ids(half), corrected: ids(corrected), reply, openness } }
}

/** How much a move opens or closes. `done`: what was already done in this topic. */
function effect(move: Move, sign: boolean, done: readonly Move[]): number {
  const first = !done.includes(move)
  switch (move) {
    case 'attend':
      return sign && first ? 1 : 0
    case 'paraphrase':
      return first ? 1 : 0
    case 'reflect':
      return sign && first ? 2 : 0
    case 'closed':
      return first ? 0 : -1
    case 'too-much':
    case 'own-number':
      return -1
    case 'advise':
      return done.includes('paraphrase') ? 0 : -2
    default:
      return 0
  }
}

function ofLayer(world: World, topic: number, layer: Layer): readonly Fact[] {
  return world.topics[topic]!.facts.filter((fact) => fact.layer === layer)
}

/** What is already known keeps its turn; told whole, it becomes clear. */
function hear({ known }: Pick<State, 'known'>, facts: readonly Fact[], by: Move | null, turn: number, half = false): State['known'] {
  if (facts.length === 0) return known
  const next = { ...known }
  for (const { id, unclear } of facts) {
    const clear = !half && !unclear
    next[id] = { turn, by, checked: false, own: false, ...next[id], clear: clear || next[id]?.clear === true }
  }
  return next
}

function check(known: State['known'], facts: readonly Fact[]): State['known'] {
  const next = { ...known }
  for (const { id } of facts) if (next[id]) next[id] = { ...next[id], clear: true, checked: true, own: false }
  return next
}
