/** What a listener can do in a turn. Each costs one turn. */
export const moves = ['attend', 'open', 'closed', 'paraphrase', 'too-much', 'own-number', 'reflect', 'advise', 'missed', 'next'] as const
/**
 * `paraphrase` gives back what was said and nothing else; `too-much` adds a conclusion; `own-number` puts in what the listener
 * had expected. All three look like a paraphrase to the listener. `missed` is a summary that ends with “what have I missed?”.
 */
export type Move = (typeof moves)[number]
export type Plan = readonly Move[]

/** The three that give something back, in the order of their letters. */
export const givingBack = ['paraphrase', 'too-much', 'own-number'] as const satisfies readonly Move[]

/** Turns in a talk. */
export const turnsInTalk = 10
