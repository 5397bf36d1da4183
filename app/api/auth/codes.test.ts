import { describe, expect, it } from 'vitest'
import { statusOfCode } from '#app/api/status-of-code.ts'
import { codeOfIssue, codeOfRefusal, refusals } from '#lib/account/auth-paths.ts'
import error from '#lib/message/en/error.json' with { type: 'json' }

describe('refusals of accounts', () => {
  it('have a status and a sentence each', () => {
    const told = [...Object.values(refusals), 'email_same', 'sign_in_first', 'sign_in_again', 'wait_a_little', 'malformed', 'no_mail']
    for (const code of told) {
      expect(Object.keys(statusOfCode)).toContain(code)
      expect(Object.keys(error)).toContain(code)
    }
  })

  it.each<[string, number, unknown, string]>([
    ['says something known', 401, { code: 'INVALID_EMAIL_OR_PASSWORD' }, 'wrong_password'],
    ['says something new', 400, { code: 'SOMETHING_NEW' }, 'malformed'],
    ['says only that nobody is signed in', 401, null, 'sign_in_first'],
    ['says only that it is too often', 429, 'slow down', 'wait_a_little'],
    ['speaks of an object’s own names', 400, { code: 'toString' }, 'malformed'],
  ])('are named also where better-auth %s', (_name, status, body, code) => expect(codeOfRefusal(status, body)).toBe(code))

  it.each<[string, unknown, string]>([
    ['email', 'x', 'email_wrong'],
    ['newEmail', 'x', 'email_wrong'],
    ['name', ' ', 'name_empty'],
    ['name', 'x'.repeat(200), 'name_too_long'],
    ['token', 1, 'link_over'],
    ['code', 1, 'wrong_code'],
    ['password', 1, 'malformed'],
  ])('name the field %s', (field, value, code) => expect(codeOfIssue([field], value)).toBe(code))
})
