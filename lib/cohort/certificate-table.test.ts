import Papa from 'papaparse'
import { expect, it } from 'vitest'
import { byteOrderMark } from '#lib/activity/csv.ts'
import words from '#lib/message/en/cohort-certificates.json' with { type: 'json' }
import { certificateFile, type PackedCertificate } from './certificate-table.ts'

const certificate: PackedCertificate = {
  id: 'AAAA-BBBB-CCCC-DDDD',
  name: '=HYPERLINK("https://evil.example","Amal")',
  written: 'أمل، حداد',
  title: 'Networking; with a plan',
  issuedAt: Date.UTC(2026, 10, 22, 23, 59),
  state: 'valid',
  address: 'https://learn.example/certificates/AAAA-BBBB-CCCC-DDDD',
}
const revoked: PackedCertificate = { ...certificate, id: 'X', name: 'Ben', written: null, state: 'revoked' }
const files = new Map([[certificate.id, ['أمل – Networking.png', 'أمل – Networking.pdf']]])

it('the list in the zip has a line for each certificate, and no cell that a spreadsheet would run', () => {
  const text = certificateFile([certificate, revoked], files, words)
  expect(text.startsWith(byteOrderMark)).toBe(true)
  const { data, errors } = Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true })
  expect(errors).toEqual([])
  expect(data).toEqual([
    ['Name in the cohort', 'Name on the certificate', 'For', 'Issued on', 'State', 'Address', 'Files'],
    [
      `'${certificate.name}`,
      certificate.written,
      certificate.title,
      '2026-11-22',
      'valid',
      certificate.address,
      'أمل – Networking.pdf; أمل – Networking.png',
    ],
    ['Ben', '', certificate.title, '2026-11-22', 'revoked', certificate.address, ''],
  ])
})
