/** Where the drawing of a talk puts things. Pure; units of the picture's own grid. */
import type { Layer } from '#lib/simulation/said-and-meant/facts.ts'
import { type Move, turnsInTalk } from '#lib/simulation/said-and-meant/moves.ts'
import type { Run } from '#lib/simulation/said-and-meant/run.ts'

export const waveSize = { width: 400, height: 216 }
export const listenerLine = 34
export const waterLine = 124
const firstColumn = 66
const step = 31.6
/** Samples in one turn of a wave. */
const samples = 24

/** How much room each move takes, in the picture: the height of the listener's waves. */
const loudness: Record<Move, number> = {
  attend: 0,
  open: 5,
  closed: 6,
  paraphrase: 7,
  'too-much': 11,
  'own-number': 11,
  reflect: 5,
  advise: 18,
  missed: 7,
  next: 5,
}
const depth: Record<Layer, number> = { open: 149, question: 162, sign: 176, trust: 190, check: 206 }

/** @param turn counted from 0, the speaker's first words */
export function columnOf(turn: number): number {
  return firstColumn + turn * step
}

/** Heights of the waves, one for each turn from 0 to now. */
export function amplitudes(run: Run): { listener: number[]; speaker: number[] } {
  return {
    listener: [0, ...run.turns.map(({ turn }) => loudness[turn.move])],
    speaker: [run.start, ...run.turns.map(({ state }) => state)].map(({ openness }) => 0.5 + openness * 1.7),
  }
}

/** A line of waves: calm at the border of each turn, so that the turns can be told apart. */
export function wavePath(baseline: number, heights: readonly number[], cycles: number): string {
  const points: string[] = []
  heights.forEach((height, turn) => {
    const start = columnOf(turn) - step / 2
    for (let i = turn === 0 ? 0 : 1; i <= samples; i++) {
      const part = i / samples
      const swell = Math.sin(Math.PI * part)
      points.push(`${round(start + part * step)} ${round(baseline - height * swell * Math.sin(2 * Math.PI * cycles * part))}`)
    }
  })
  return `M${points.join('L')}`
}

/** Where the line goes on after the last turn so far, and where it ends. */
export function restOfLine(turns: number): { from: number; to: number } {
  return { from: columnOf(turns) + step / 2, to: columnOf(turnsInTalk) + step / 2 }
}

export const lineStart = firstColumn - step / 2

/** A heard fact stands above the water at its turn, on top of those that came with it; others lie below, the deeper the more they need. */
export function placeOfFact(run: Run, fact: string): { x: number; y: number } {
  const known = run.turns.at(-1)?.state.known ?? run.start.known
  const entry = known[fact]
  if (!entry) {
    const index = run.world.facts.findIndex(({ id }) => id === fact)
    const last = run.world.facts.length - 1
    return { x: round(columnOf(0) + (index / last) * (columnOf(turnsInTalk) - columnOf(0))), y: depth[run.world.facts[index]!.layer] }
  }
  const together = run.world.facts.filter(({ id }) => known[id]?.turn === entry.turn)
  return { x: round(columnOf(entry.turn)), y: waterLine - 24 - together.findIndex(({ id }) => id === fact) * 15 }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
