/**
 * How something said arrives. Each thing that makes it hard to hear adds to its edge: the way, the place, a hot voice, a
 * hot ear, and being the second or third thing said in one break. The edge decides what the other person can do with it.
 *
 * Invariant: a higher edge never cools the other person more, and never leaves less behind in them.
 */
import type { About } from './moments.ts'
import type { Shown, Way, Where } from './plan.ts'

/** What makes it hard. The order is the order in which a reason is named where two weigh the same. */
export const causes = ['voice', 'list', 'place', 'ear', 'way'] as const
export type Cause = (typeof causes)[number]
export type Hearing = 'heard' | 'strained' | 'missed' | 'attack'

const edgeOfWay: Record<Way, number> = { accuse: 4, fact: 1, request: 0 }
const edgeOfPlace: Record<About, Record<Where, number>> = {
  matter: { all: 1, aside: 0, written: 0 },
  person: { all: 3, aside: 0, written: 2 },
}
/** A break has room for one thing, and less for each one more. */
const edgeOfList = [0, 2, 3, 4, 5]

/** @param heat tenths, 0–100 */
function edgeOfVoice(heat: number): number {
  return heat >= 70 ? 2 : heat >= 50 ? 1 : 0
}

function edgeOfEar(heat: number): number {
  return heat >= 75 ? 2 : heat >= 50 ? 1 : 0
}

export type Said = {
  about: About
  shown: Pick<Shown, 'when' | 'where' | 'way'>
  /** heat of your voice and of the other person's ear, in tenths */
  voice: number
  ear: number
  /** how many things were said before it in the same break */
  before: number
  /** the other person was asked, and listened to, just before */
  asked: boolean
}

/** @returns the edge, and what made it, heaviest first */
export function edgeOf({ about, shown: { when, where, way }, voice, ear, before, asked }: Said): { edge: number; causes: Cause[] } {
  const parts: Record<Cause, number> = {
    way: edgeOfWay[way],
    // whoever is taken aside in the middle of a meeting is seen to be
    place: edgeOfPlace[about][where] + (where === 'aside' && when === 'now' ? 1 : 0),
    // paper has no voice, unless it is written in the heat of the moment
    voice: where === 'written' && when !== 'now' ? 0 : edgeOfVoice(voice),
    ear: edgeOfEar(ear),
    list: when === 'now' ? 0 : edgeOfList[Math.min(before, edgeOfList.length - 1)]!,
  }
  const sum = causes.reduce((total, cause) => total + parts[cause], 0) - (asked ? 1 : 0)
  return {
    // no question beforehand makes an accusation something else
    edge: Math.max(way === 'accuse' ? 4 : 0, sum),
    causes: causes.filter((cause) => parts[cause] > 0).sort((a, b) => parts[b] - parts[a] || causes.indexOf(a) - causes.indexOf(b)),
  }
}

export function hearingOf(edge: number): Hearing {
  return edge <= 1 ? 'heard' : edge === 2 ? 'strained' : edge === 3 ? 'missed' : 'attack'
}

/** What follows, in tenths: the two lines, and what goes on working in each of you. */
export function effectOf(edge: number, where: Where): { own: number; other: number; kept: number; left: number } {
  switch (hearingOf(edge)) {
    case 'heard':
      return { own: -8, other: -4, kept: -6, left: -4 }
    case 'strained':
      return { own: -7, other: 0, kept: -3, left: 0 }
    case 'missed':
      return { own: -3, other: 4, kept: 6, left: 4 }
    case 'attack':
      // relief for you; and what is written can be read again
      return { own: -10, other: 2 + edge, kept: 0, left: 2 * edge + (where === 'written' ? 6 : 0) }
  }
}

/**
 * What was heard without strain settles its point, where a request was made in the place that belongs to it: before all or
 * in writing for what all work with, aside for what is between two people. A matter said only tomorrow has gone its way.
 */
export function settles(about: About, { when, where, way }: Said['shown'], hearing: Hearing): 'open' | 'half' | 'settled' {
  if (hearing === 'missed' || hearing === 'attack') return 'open'
  const place = about === 'matter' ? where !== 'aside' : where === 'aside'
  return hearing === 'heard' && way === 'request' && place && !(about === 'matter' && when === 'tomorrow') ? 'settled' : 'half'
}
