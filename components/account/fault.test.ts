import { describe, expect, it } from 'vitest'
import messages from '#lib/message/en/account.json' with { type: 'json' }
import { checkFields, faultOf } from './fault.ts'

const said = (given: Record<string, string>) => checkFields(given, messages)

describe('what is wrong with a form', () => {
  it.each([
    [{ name: ' ' }, 'name'],
    [{ name: 'Ana', email: 'ana@example' }, 'email'],
    [{ email: 'ana@example.org', newPassword: 'short' }, 'newPassword'],
    [{ email: 'ana@example.org', password: '' }, 'password'],
    [{ code: '  ' }, 'code'],
  ])('is seen before it is sent: %j', (given, field) => {
    const fault = said(given)
    expect(fault?.field).toBe(field)
    expect(fault?.sentence).toMatch(/[a-z].*\.$/)
    expect(fault?.sentence).not.toMatch(/[{}]|^fault-/)
  })
  it('is nothing where all is well, in any script', () => {
    expect(said({ name: 'محمد الطيب', email: ' ana@example.org ', newPassword: 'a few plain words', password: 'x' })).toBeNull()
    // ten characters are ten, however many bytes they take
    expect(said({ newPassword: '🦉'.repeat(10) })).toBeNull()
  })
  it.each([
    ['wrong_password', ['email', 'password'], 'password'],
    ['wrong_password', ['currentPassword', 'newPassword'], 'currentPassword'],
    ['email_taken', ['name', 'email', 'newPassword'], 'email'],
    ['password_too_short', ['newPassword'], 'newPassword'],
    ['wrong_code', ['code'], 'code'],
    ['wait_a_little', ['email', 'password'], null],
    ['email_taken', [], null],
  ])('is shown where it belongs: %s', (code, fields, field) => {
    expect(faultOf({ code, message: 'A sentence of the site.' }, fields, messages)).toEqual({
      field,
      code,
      sentence: 'A sentence of the site.',
    })
  })
  it.each(['offline', 'unavailable', 'anything_else'])('is said in words also where the site said nothing: %s', (code) => {
    expect(faultOf({ code }, [], messages).sentence).toMatch(/ .*\.$/)
  })
})
