import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeCertificateId, readCertificateId } from './certificate-id.ts'
import { certificateIdSchema } from './schema.ts'

const tenBytes = fc.uint8Array({ minLength: 10, maxLength: 10 })

describe('the id of a certificate', () => {
  it('writes eighty bits in sixteen Crockford digits', () => {
    expect(makeCertificateId(new Uint8Array(10))).toBe('0000-0000-0000-0000')
    expect(makeCertificateId(new Uint8Array(10).fill(255))).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ')
    expect(makeCertificateId(new Uint8Array([0, 0, 0, 0, 0, 0, 0, 0, 0, 33]))).toBe('0000-0000-0000-0011')
  })

  it('is another one for other bytes', () => {
    fc.assert(
      fc.property(tenBytes, tenBytes, (a, b) => {
        expect(makeCertificateId(a) === makeCertificateId(b)).toBe(a.every((byte, index) => byte === b[index]))
      }),
      { seed: 21 },
    )
  })

  it('can be typed in lower case, without hyphens, and with the letters that look like digits', () => {
    fc.assert(
      fc.property(tenBytes, (bytes) => {
        const id = makeCertificateId(bytes)
        expect(certificateIdSchema.safeParse(id).success).toBe(true)
        const typed = id.replaceAll('-', '').toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')
        expect(readCertificateId(typed)).toBe(id)
      }),
      { seed: 21 },
    )
  })

  it.each(['', 'AAAA-AAAA-AAAA-AAA', 'AAAA-AAAA-AAAA-AAAU', 'AAAA-AAAA-AAAA-AAAA-A', '../../../../etc/passwd', 'İ'.repeat(16)])(
    'is not %j',
    (typed) => {
      expect(readCertificateId(typed)).toBeNull()
    },
  )
})
