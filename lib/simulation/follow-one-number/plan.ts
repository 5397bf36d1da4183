/** A plan: for each week, what you do with your five hours. Each deed is done at most once a week for each partner. */
import { type PartnerId, partnerIds } from './partners.ts'

/** chase: ask for the report again; explain: say what the number is for; tell: say what came of it */
export const kinds = ['chase', 'explain', 'tell'] as const
export type Kind = (typeof kinds)[number]
export type Deed = { kind: Kind; partner: PartnerId }
export type Plan = readonly (readonly Deed[])[]

/** Hours in a week that are yours to give. */
export const weekBudget = 5
const hoursOf: Record<Kind, number> = { chase: 1, explain: 2, tell: 1 }

/** @returns hours */
export function costOf(kind: Kind): number {
  return hoursOf[kind]
}

export function costOfWeek(deeds: readonly Deed[]): number {
  return deeds.reduce((sum, deed) => sum + costOf(deed.kind), 0)
}

export function has(deeds: readonly Deed[], kind: Kind, partner: PartnerId): boolean {
  return deeds.some((deed) => deed.kind === kind && deed.partner === partner)
}

/** With the deed added or, where it was there, taken out; in the order of partners and kinds, so that equal weeks are equal lists. */
export function toggled(deeds: readonly Deed[], kind: Kind, partner: PartnerId): Deed[] {
  const rest = deeds.filter((deed) => deed.kind !== kind || deed.partner !== partner)
  return inOrder(rest.length < deeds.length ? rest : [...deeds, { kind, partner }])
}

export function inOrder(deeds: readonly Deed[]): Deed[] {
  return partnerIds.flatMap((partner) => kinds.filter((kind) => has(deeds, kind, partner)).map((kind) => ({ kind, partner })))
}
