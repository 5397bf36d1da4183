/**
 * Advice for an office: a practice, the condition it needs, the risk it has. Pure. A round is one attempt; which office comes is
 * drawn from the round's own id, those already advised last.
 */
import { seededRandom, shuffled } from '#lib/random/seeded-random.ts'
import { responsesOf, type Told } from './latest-attempt.ts'
import type { ActivityOf } from './schema.ts'

export type Advise = ActivityOf<'advise'>
export type Office = Advise['offices'][number]
export type Practice = Advise['practices'][number]
export type Verdict = Advise['verdicts'][number]
/** What goes into a statement's `result.response`. */
export type Advice = { office: string; practice: string; condition: string; risk: string }
export type Given = { attempt: string; office: Office; practice: Practice; verdict: Verdict; condition: Pick; risk: Pick }
type Pick = { id: string; text: string; fits: boolean }

export function verdictOn({ verdicts }: Advise, office: string, practice: string): Verdict | undefined {
  return verdicts.find((verdict) => verdict.office === office && verdict.practice === practice)
}

/**
 * The office of a round: one that was not advised yet, as long as there is one; never the one advised last.
 * @param advised ids in the order they were advised
 */
export function drawOffice({ offices }: Advise, attempt: string, advised: readonly string[]): Office {
  const order = shuffled(offices, seededRandom(attempt))
  return order.find(({ id }) => !advised.includes(id)) ?? order.find(({ id }) => id !== advised.at(-1)) ?? order[0]!
}

/** What an advice comes to, or null where the content no longer has one of its parts. */
export function judge(data: Advise, attempt: string, advice: Readonly<Record<string, unknown>>): Given | null {
  const office = data.offices.find(({ id }) => id === advice['office'])
  const practice = data.practices.find(({ id }) => id === advice['practice'])
  const verdict = office && practice && verdictOn(data, office.id, practice.id)
  const condition = data.conditions.find(({ id }) => id === advice['condition'])
  const risk = data.risks.find(({ id }) => id === advice['risk'])
  if (!office || !practice || !verdict || !condition || !risk) return null
  return {
    attempt,
    office,
    practice,
    verdict,
    condition: { ...condition, fits: verdict.condition.fits.includes(condition.id) },
    risk: { ...risk, fits: verdict.risk.fits.includes(risk.id) },
  }
}

/** Every advice given, one for each round, in order. */
export function adviceGiven(data: Advise, statements: readonly Told[]): Given[] {
  const rounds = new Map<string, Given>()
  for (const { attempt, response } of responsesOf(statements)) {
    const given = attempt === undefined || rounds.has(attempt) ? null : judge(data, attempt, response)
    if (given) rounds.set(given.attempt, given)
  }
  return [...rounds.values()]
}

/** A practice that fits, with its condition and its risk seen. */
export const isSound = ({ verdict, condition, risk }: Given): boolean => verdict.fit === 'good' && condition.fits && risk.fits
