/**
 * Who can be spoken with, what they could tell, and what lies between a fact and your notes. The words stand in the
 * message catalogue: `fact_<id>` as it is meant, `line_<id>` as it is said, `heard_<id>` as it is easily taken.
 *
 * Every world has the same structure, so that the way of listening makes the difference: two topics with a sign and a
 * fact that needs trust, one topic without either, and one fact that only “what have I missed?” brings.
 */

/**
 * - `open`: said with the first words on a topic
 * - `question`: comes with an open question; a closed one brings half of it
 * - `sign`: behind something one could see or hear, for a listener who stays with it
 * - `trust`: when the sign has been noticed and the speaker is open enough
 * - `check`: when somebody asks what is missing
 */
export type Layer = 'open' | 'question' | 'sign' | 'trust' | 'check'
export type Fact = {
  id: string
  layer: Layer
  /** said in words that are easily taken for something else, until somebody gives them back as they were said */
  unclear?: true
}
export type Topic = { id: string; facts: readonly Fact[] }
export type Speaker = { id: string; topics: readonly Topic[]; closing: Fact }

/** A topic with more under it than is said: one sign, and behind it one fact that needs trust. */
function deepTopic(id: string, said: string, asked: string, sign: string, trust: string): Topic {
  return {
    id,
    facts: [
      { id: said, layer: 'open', unclear: true },
      { id: asked, layer: 'question' },
      { id: sign, layer: 'sign' },
      { id: trust, layer: 'trust' },
    ],
  }
}

/** A topic in which what one sees means nothing, and questions are enough. */
function plainTopic(id: string, said: string, unclear: string, first: string, second: string): Topic {
  return {
    id,
    facts: [
      { id: said, layer: 'open' },
      { id: unclear, layer: 'open', unclear: true },
      { id: first, layer: 'question' },
      { id: second, layer: 'question' },
    ],
  }
}

/** Their order is part of the address format (a seed names a speaker by it): add, never reorder. */
export const speakers: readonly Speaker[] = [
  {
    id: 'store',
    topics: [
      deepTopic('sacks', 'sacks-out', 'sacks-first-hour', 'sacks-rain', 'sacks-names'),
      plainTopic('seed', 'seed-kilos', 'seed-pot', 'seed-maize', 'seed-cousins'),
      deepTopic('rest', 'rest-forty', 'rest-neighbours', 'rest-damp', 'rest-boards'),
    ],
    closing: { id: 'store-noon', layer: 'check' },
  },
  {
    id: 'clinic',
    topics: [
      deepTopic('visits', 'visits-eleven', 'visits-trucks', 'visits-lamp', 'visits-births'),
      plainTopic('stock', 'stock-fridge', 'stock-nights', 'stock-month', 'stock-fever'),
      deepTopic('river', 'river-nobody', 'river-rail', 'river-calls', 'river-credit'),
    ],
    closing: { id: 'clinic-women', layer: 'check' },
  },
  {
    id: 'school',
    topics: [
      deepTopic('away', 'away-forty', 'away-ford', 'away-little', 'away-yard'),
      plainTopic('register', 'register-eight', 'register-names', 'register-road', 'register-ten'),
      deepTopic('staff', 'staff-nine', 'staff-pay', 'staff-wall', 'staff-readers'),
    ],
    closing: { id: 'school-pump', layer: 'check' },
  },
]

export function hasSign(topic: Topic): boolean {
  return topic.facts.some((fact) => fact.layer === 'sign')
}
