/**
 * The five partners and the ten places they report on, two each.
 *
 * Names and descriptions are words of the interface: `partner_<id>`, `partner_<id>_note` and `place_<id>` in the message
 * catalogue. The order of both lists is part of the address format (encode-state.ts): add at the end, never reorder.
 */
export const partners = [
  { id: 'teachers', places: ['a', 'b'], understanding: 26, slow: 4, goodwill: 7 },
  { id: 'builders', places: ['c', 'd'], understanding: 18, slow: 4, goodwill: 5 },
  { id: 'fishers', places: ['e', 'f'], understanding: 12, slow: 3, goodwill: 6 },
  { id: 'midwives', places: ['g', 'h'], understanding: 16, slow: 3, goodwill: 6 },
  { id: 'scouts', places: ['i', 'j'], understanding: 14, slow: 2, goodwill: 8 },
] as const satisfies readonly { id: string; places: readonly string[]; understanding: number; slow: number; goodwill: number }[]

export type Partner = (typeof partners)[number]
export type PartnerId = Partner['id']
export type PlaceId = Partner['places'][number]

export const partnerIds: readonly PartnerId[] = partners.map((partner) => partner.id)
/** In the order of the road from the store: a truck without a number to follow takes the first. */
export const placeIds: readonly PlaceId[] = partners.flatMap((partner) => partner.places)
