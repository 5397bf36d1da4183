/** From a refusal to a sentence, and to the field it is about. Pure. */
import { type Messages, say } from '#lib/message/format.ts'

/** `field`: name of a field, or null where it is about the whole */
export type Fault = { field: string | null; code: string; sentence: string }

/** Stated before somebody types, and checked here before anything is sent. */
export const shortestPassword = 10
const longestPassword = 128
const limits = { least: shortestPassword, most: longestPassword }

/** Which fields a code may be about, by the words in it: the server names its codes after what is wrong. */
const fieldsOfWord: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^wrong_password/, ['currentPassword', 'password']],
  [/^password/, ['newPassword', 'password']],
  [/^email/, ['email']],
  [/^(issuer_)?name/, ['name']],
  [/^url/, ['url']],
  [/^description/, ['description']],
  [/^signatory_name/, ['signatoryName']],
  [/^signatory_title/, ['signatoryTitle']],
  [/^logo/, ['logo']],
  [/^reason/, ['reason']],
  [/_code$/, ['code']],
]

/** @param fields names of those the form has; a fault of a field that is not there is about the whole */
export function faultOf(reply: { code: string; message?: string }, fields: readonly string[], messages: Messages): Fault {
  const named = fieldsOfWord.find(([words]) => words.test(reply.code))?.[1] ?? []
  const field = named.find((one) => fields.includes(one)) ?? null
  const own = `fault-${reply.code}` in messages ? reply.code : 'unavailable'
  // what the site says of it goes first: it knows its own limits
  const sentence = reply.message ?? say(messages, `fault-${own}`, limits)
  return { field, code: reply.code, sentence }
}

/** What can be seen to be wrong without asking the site; null where nothing is. Fields that a form does not have are not looked at. */
export function checkFields(given: Readonly<Record<string, string>>, messages: Messages): Fault | null {
  for (const [field, value] of Object.entries(given)) {
    const wrong = wrongWith(field, value)
    if (wrong) return { field, code: wrong, sentence: say(messages, `fault-${wrong}`, limits) }
  }
  return null
}

function wrongWith(field: string, value: string): string | null {
  switch (field) {
    case 'name':
      if (value.trim() === '') return 'name_empty'
      return [...value].length > 120 ? 'name_too_long' : null
    case 'email':
      // the server looks closer; here only what is surely a slip
      return /^\s*\S+@\S+\.\S+\s*$/.test(value) ? null : 'email_malformed'
    case 'newPassword': {
      const length = [...value].length
      if (length < shortestPassword) return 'password_too_short'
      return length > longestPassword ? 'password_too_long' : null
    }
    case 'password':
    case 'currentPassword':
      return value === '' ? 'password_empty' : null
    case 'code':
      return value.trim() === '' ? 'code_empty' : null
    default:
      return null
  }
}
