/** For tests: a scenario of a few words, whole in shape, so that a test shows only what it is about. */
import type { Choice, Condition, Scenario } from './schema.ts'

type TinyChoice = { to: string; effects?: Record<string, number>; when?: Condition[]; quality?: Choice['quality']; skill?: string }
export type TinyStory = {
  /** scene id → choice id → where it leads */
  scenes: Record<string, Record<string, string | TinyChoice>>
  routes?: Record<string, [when: Condition[], to: string][]>
  /** ending id → is it good; default: one good ending `end` */
  endings?: Record<string, boolean>
  /** meter id → start, min, max; default: `trust` 2, 0, 4 */
  meters?: Record<string, [start: number, min: number, max: number]>
  /** scenes marked `good: false` */
  lost?: string[]
}

export function tinyStory({ scenes, routes = {}, endings = { end: true }, meters = { trust: [2, 0, 4] }, lost = [] }: TinyStory): Scenario {
  const choice = (id: string, given: string | TinyChoice): Choice => {
    const { to, effects = {}, when, quality = 'strong', skill = 'asking' } = typeof given === 'string' ? { to: given } : given
    const reasons = Object.fromEntries(Object.keys(effects).map((meter) => [meter, `${id} moves ${meter}.`]))
    const words = { text: `${id}.`, result: `${id} happens.`, feedback: `${id} matters.`, facts: [] }
    return { id, quality, skill, to, effects, reasons, ...words, ...(when && { when }) }
  }
  return {
    id: 'SC0',
    title: 'Tiny',
    setting: 'Here.',
    minutes: 1,
    people: [],
    start: Object.keys(scenes)[0]!,
    meters: Object.entries(meters).map(([id, [start, min, max]]) => ({
      id,
      label: id,
      meaning: id,
      start,
      min,
      max,
      words: [
        { from: min, word: 'low' },
        { from: max, word: 'high' },
      ],
    })),
    skills: [{ id: 'asking', label: 'Asking', idea: 'To ask.' }],
    scenes: Object.entries(scenes).map(([id, choices]) => ({
      id,
      title: id,
      when: 'Now',
      text: `${id}.`,
      choices: Object.entries(choices).map(([one, given]) => choice(one, given)),
      ...(lost.includes(id) && { good: false }),
    })),
    routes: Object.entries(routes).map(([id, rules]) => ({ id, rules: rules.map(([when, to]) => ({ when, to })) })),
    endings: Object.entries(endings).map(([id, good]) => ({ id, title: id, good, text: `${id}.`, debrief: `${id}.` })),
  }
}

/** `trust >= 3` as the data has it */
export function where(text: string): Condition[] {
  const [meter = '', is = '', than = ''] = text.split(' ')
  return [{ meter, is: is as Condition['is'], than: Number(than) }]
}
