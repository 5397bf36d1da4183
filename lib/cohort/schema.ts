/** What comes in about cohorts, and what the site tells about them. Days are ISO dates of the cohort's zone, times Unix milliseconds. */
import { z } from 'zod'
import { isLocale } from '#lib/message/locale.ts'
import { isDay, isTimeZone } from './local-day.ts'
import { isTooLong, mostOfName, oneLine, plainAddress, someLines } from './plain-text.ts'
import { reasonAgainst } from './read-addresses.ts'

const mostOfNote = 4000

const day = z.string().refine(isDay, 'must be a date that exists')
/** How long it may be is asked after its shape, so that too much of it gets a sentence of its own; the body as a whole is bounded. */
const name = z.string().transform(oneLine)
export const idSchema = z.string().regex(/^[0-9a-z]{20,40}$/)

/** Names are checked after shape, so that each gets its own sentence: `name_empty`, `name_too_long`. */
export function againstName(given: string): 'name_empty' | 'name_too_long' | null {
  if (given === '') return 'name_empty'
  return isTooLong(given, mostOfName) ? 'name_too_long' : null
}

export function againstNote(given: string): 'note_too_long' | null {
  return isTooLong(given, mostOfNote) ? 'note_too_long' : null
}

export const cohortFormSchema = z.strictObject({
  name,
  startsOn: day.nullable().default(null),
  endsOn: day.nullable().default(null),
  timeZone: z.string().refine(isTimeZone, 'must be an IANA time zone'),
  locale: z.string().refine(isLocale, 'must be a language of the site').default('en'),
  note: z.string().transform(someLines).default(''),
  mostMembers: z.int().min(1).max(100_000).nullable().default(null),
  /** last day on which the code is good; not given: as it is */
  codeExpiresOn: day.nullable().optional(),
})
export type CohortForm = z.infer<typeof cohortFormSchema>

export const codeFormSchema = z.strictObject({ open: z.boolean().optional(), expiresOn: day.nullable().optional() })

export const assignmentFormSchema = z.strictObject({
  everyone: z.boolean().default(true),
  /** ids of learners, where it is not for everyone */
  people: z.array(idSchema).max(5000).default([]),
  opensOn: day.nullable().default(null),
  dueOn: day.nullable().default(null),
  inOrder: z.boolean().default(false),
  passMark: z.number().min(0).max(1).nullable().default(null),
  attemptsAllowed: z.int().min(1).max(100).nullable().default(null),
})
export type AssignmentForm = z.infer<typeof assignmentFormSchema>
export const newAssignmentsSchema = assignmentFormSchema.extend({
  modules: z
    .array(z.string().regex(/^[a-z0-9-]{1,80}$/))
    .min(1)
    .max(50),
})

export const joinFormSchema = z.strictObject({
  code: z.string().max(60),
  name,
  email: z.string().transform(plainAddress).optional(),
  invite: z.string().max(100).optional(),
})

/** @returns null where nothing speaks against it */
export function againstAddress(email: string): 'address_wrong' | null {
  return reasonAgainst(email) === null ? null : 'address_wrong'
}

export type Cohort = {
  id: string
  name: string
  startsOn: string | null
  endsOn: string | null
  timeZone: string
  locale: string
  note: string
  code: string
  codeOpen: boolean
  /** last instant at which the code is good */
  codeExpiresAt: number | null
  mostMembers: number | null
  createdAt: number
  archivedAt: number | null
  version: number
}

export type Assignment = {
  id: string
  module: string
  everyone: boolean
  /** ids of the learners, where it is not for everyone */
  people: string[]
  position: number
  inOrder: boolean
  opensAt: number | null
  dueAt: number | null
  passMark: number | null
  attemptsAllowed: number | null
  createdAt: number
  updatedAt: number
  endedAt: number | null
}
