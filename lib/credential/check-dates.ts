/** Whether a credential is in force at a moment. Pure. Both forms: VC 2.0 (`validFrom`) and 1.1 (`issuanceDate`). */
import { isObject, type Json, type JsonObject, listOf, textOf } from './read-credential.ts'
import type { Check, DatesCode } from './verdict.ts'

/** clocks differ: a credential made a moment ago by a server that is ahead is in force */
const skew = 5 * 60_000

/** @param now ms */
export function datesOf(credential: JsonObject, now: number): Check {
  const from = moment(startOf(credential))
  // a signature may have an end of its own
  const ends = [endOf(credential), ...listOf(credential['proof']).map((proof) => (isObject(proof) ? proof['expires'] : undefined))]
  const until = ends.map(moment)
  if (Number.isNaN(from) || until.some(Number.isNaN)) return said('date_unreadable')
  if (from !== null && from > now + skew) return said('not_yet_valid', String(startOf(credential)))
  const over = until.findIndex((end) => end !== null && end < now)
  if (over >= 0) return said('expired', String(ends[over]))
  const end = ends.find((one) => one !== undefined)
  return said(end === undefined ? 'no_end' : 'in_force', textOf(end) ?? '')
}

export const startOf = (credential: JsonObject) => credential['validFrom'] ?? credential['issuanceDate']
export const endOf = (credential: JsonObject) => credential['validUntil'] ?? credential['expirationDate']

/** null: not said. NaN: not a time. */
function moment(value: Json | undefined): number | null {
  if (value === undefined) return null
  // xsd:dateTimeStamp; those without a zone are read as UTC
  const time = typeof value === 'string' ? /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?)(Z|[+-]\d\d:\d\d)?$/i.exec(value) : null
  return time ? Date.parse(`${time[1]}${time[2] ?? 'Z'}`.toUpperCase()) : Number.NaN
}

function said(code: DatesCode, detail = ''): Check {
  const result = code === 'in_force' || code === 'no_end' ? 'passed' : code === 'date_unreadable' ? 'unknown' : 'failed'
  return { check: 'dates', result, code, detail }
}
