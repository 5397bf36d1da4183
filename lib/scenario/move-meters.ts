/**
 * The arithmetic of meters: whole numbers that stay between `min` and `max`; what goes beyond is cut off.
 * The one place where conditions are judged and effects applied: machine, replay and analysis all use it.
 */
import type { Condition, Meter } from './schema.ts'

export type Meters = Readonly<Record<string, number>>

export function startMeters(meters: readonly Meter[]): Meters {
  return Object.fromEntries(meters.map((meter) => [meter.id, meter.start]))
}

/** @param effects change by meter id; a meter that is not named stays as it is */
export function moveMeters(meters: readonly Meter[], values: Meters, effects: Readonly<Record<string, number>>): Meters {
  return Object.fromEntries(meters.map(({ id, min, max }) => [id, Math.min(max, Math.max(min, (values[id] ?? min) + (effects[id] ?? 0)))]))
}

const comparisons: Record<Condition['is'], (value: number, than: number) => boolean> = {
  '>=': (value, than) => value >= than,
  '<=': (value, than) => value <= than,
  '>': (value, than) => value > than,
  '<': (value, than) => value < than,
  '==': (value, than) => value === than,
}

/** All conditions hold; none at all always holds. */
export function meets(conditions: readonly Condition[] | undefined, values: Meters): boolean {
  return (conditions ?? []).every(({ meter, is, than }) => comparisons[is](values[meter] ?? 0, than))
}

/** The word an author gave to a value: that of the last entry whose `from` is not above it. */
export function wordFor(meter: Meter, value: number): string {
  return (meter.words.findLast(({ from }) => from <= value) ?? meter.words[0]!).word
}
