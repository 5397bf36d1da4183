/** The list that lies in the zip beside the certificates, for spreadsheets. Pure. Holds none that is not shared. */
import { toCsv } from '#lib/activity/csv.ts'
import { type Messages, say } from '#lib/message/format.ts'
import type { CertificateState } from './certificate-list.ts'

/** What the browser gets of a certificate for the zip and its list. */
export type PackedCertificate = {
  id: string
  /** as the cohort knows them, and as on the certificate where one is shown */
  name: string
  written: string | null
  title: string
  issuedAt: number
  state: CertificateState
  /** of its page */
  address: string
}

/**
 * Days as 2026-11-22 and in UTC, as on the certificate itself.
 * @param files names of what is in the zip, by the certificate's id
 */
export function certificateFile(
  all: readonly PackedCertificate[],
  files: ReadonlyMap<string, readonly string[]>,
  messages: Messages,
): string {
  const heads = ['name', 'written', 'title', 'issued', 'state', 'address', 'files'].map((key) => say(messages, `csv-${key}`))
  return toCsv([
    heads,
    ...all.map(({ id, name, written, title, issuedAt, state, address }) => [
      name,
      written ?? '',
      title,
      new Date(issuedAt).toISOString().slice(0, 10),
      say(messages, `state-${state}`),
      address,
      (files.get(id)?.toSorted() ?? []).join('; '),
    ]),
  ])
}
