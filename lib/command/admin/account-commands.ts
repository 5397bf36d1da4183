/** Accounts on the command line: the same functions as behind the administrator's pages, and the same audit log. */
import type { Kysely } from 'kysely'
import { atTheServer, readAudit } from '#lib/account/audit-store.ts'
import { emailField } from '#lib/account/auth-paths.ts'
import { sendInvitation } from '#lib/account/letter-store.ts'
import { dropSecondFactor, listPeople, type Person, personByEmail, signOutPerson } from '#lib/account/people-store.ts'
import { isRole, type Role, roles } from '#lib/account/role.ts'
import { setRole } from '#lib/account/staff-store.ts'
import type { Config } from '#lib/config/read-config.ts'
import type { Database } from '#lib/db/schema.ts'
import { day, done, minute, type Outcome, oneLine, refused } from './say-outcome.ts'

export type Place = { db: Kysely<Database>; config: Pick<Config, 'baseUrl' | 'smtpUrl'>; now: number }
export type Command<At = Place> = { usage: string; run(place: At, args: readonly string[]): Promise<Outcome> }

const by = atTheServer
const mostPeople = 1000
const mostEntries = 1000

export const accountCommands: Readonly<Record<string, Command>> = {
  administrator: {
    usage: 'administrator <address>              make somebody administrator, or a link with which they become one',
    async run(place, args) {
      const email = addressIn(args, 1)
      if (!email) return refused(needs('administrator', 'ana@example.org'))
      const person = await personByEmail(place.db, email)
      return person ? changeRole(place, person, 'administrator') : invite(place, email, 'administrator')
    },
  },
  invite: {
    usage: 'invite <address> [role]              a link with which somebody becomes facilitator (or administrator)',
    async run(place, args) {
      const email = addressIn(args, 2)
      const role = args[1] ?? 'facilitator'
      if (!email) return refused(needs('invite', 'ana@example.org'))
      if (!isRole(role) || role === 'learner') return refused('One can be invited as facilitator or as administrator.')
      const person = await personByEmail(place.db, email)
      if (person) return refused(`${called(person)} has an account already. Use: npm run admin -- role ${email} ${role}`)
      return invite(place, email, role)
    },
  },
  role: {
    usage: 'role <address> <role>                learner, facilitator or administrator',
    async run(place, args) {
      const role = args[1]
      if (!addressIn(args, 2) || !isRole(role))
        return refused(`${needs('role', 'ana@example.org facilitator')} The roles are ${roles.join(', ')}.`)
      return withPerson(place, args[0], (person) => changeRole(place, person, role))
    },
  },
  people: {
    usage: 'people [part of a name or address]   who has an account: role, second factor, last seen',
    async run({ db }, args) {
      const search = args.join(' ')
      const { people, more } = await listPeople(db, search, mostPeople)
      if (people.length === 0)
        return done(search ? `Nobody with “${search}” in their name or address has an account.` : 'Nobody has an account yet.')
      const rows = people.map(({ role, email, name, twoFactor, lastSeen }) => [
        role,
        oneLine(email),
        oneLine(name),
        twoFactor ? 'second factor' : '',
        lastSeen === null ? 'signed in nowhere' : `last seen ${day(lastSeen)}`,
      ])
      return done([table(rows), ...(more ? [`The first ${mostPeople}. Add part of a name or address to see others.`] : [])].join('\n'))
    },
  },
  audit: {
    usage: 'audit [how many]                     what was done to accounts, the newest last',
    async run({ db }, args) {
      const most = args[0] === undefined ? 50 : /^\d{1,4}$/.test(args[0]) ? Number(args[0]) : Number.NaN
      if (!(most >= 1 && most <= mostEntries) || args.length > 1)
        return refused(`Say how many, from 1 to ${mostEntries}: npm run admin -- audit 50`)
      const { entries } = await readAudit(db, { most })
      if (entries.length === 0) return done('Nothing has been done yet.')
      const rows = entries.map((entry) => [
        new Date(entry.at).toISOString().slice(0, 19).replace('T', ' '),
        oneLine(entry.by),
        entry.action,
        entry.object,
        JSON.stringify(entry.detail) === '{}' ? '' : oneLine(JSON.stringify(entry.detail)),
      ])
      return done(`Times are UTC.\n${table(rows.reverse())}`)
    },
  },
  'reset-link': {
    usage: 'reset-link <address>                 a link with which somebody chooses a new password',
    run: (place, args) =>
      withPerson(place, addressIn(args, 1) ?? '', async (person) => {
        // loaded only where it is needed: it brings all of better-auth
        const { makeResetLink } = await import('#lib/account/reset-link-store.ts')
        const { address, until } = await makeResetLink(place.db, place.config.baseUrl, person.id, by, place.now)
        return done(`With this link ${called(person)} chooses a new password. It counts once, until ${minute(until)} UTC:\n${address}`)
      }),
  },
  'sign-out': {
    usage: 'sign-out <address>                   end all sessions of somebody, e.g. of a telephone that was lost',
    run: (place, args) =>
      withPerson(place, addressIn(args, 1) ?? '', async (person) => {
        const ended = await signOutPerson(place.db, person.id, by, place.now)
        return done(`${called(person)} is signed out everywhere. Sessions ended: ${ended}.`)
      }),
  },
  'second-factor-off': {
    usage: 'second-factor-off <address>          let somebody in by password alone, who lost what makes their codes',
    run: (place, args) =>
      withPerson(place, addressIn(args, 1) ?? '', async (person) =>
        (await dropSecondFactor(place.db, person.id, by, place.now))
          ? done(`${called(person)} signs in by password alone now. Ask them to set a second factor up again.`)
          : refused(`${called(person)} has no second factor. Nothing was changed.`),
      ),
  },
}

async function changeRole({ db, now }: Place, person: Person, role: Role): Promise<Outcome> {
  const outcome = await setRole(db, person.id, role, by, now)
  if (outcome === 'not_found') return refused('This account was erased just now. Nothing was changed.')
  if (outcome === 'last_administrator')
    return refused(`${called(person)} is the only administrator. Make somebody else one first. Nothing was changed.`)
  return done(outcome === 'same' ? `${called(person)} is ${a(role)} already.` : `${called(person)} is ${a(role)} now.`)
}

async function invite({ db, config, now }: Place, email: string, role: Role): Promise<Outcome> {
  const { address, until, sent } = await sendInvitation(db, config, { email, role, by, now })
  return done(
    `There is no account for ${email} yet. With this link they make one and become ${a(role)}. It counts once, until ${minute(until)} UTC:\n${address}${
      sent ? '\nIt goes to them by mail, too.' : ''
    }`,
  )
}

async function withPerson({ db }: Place, given: string | undefined, then: (person: Person) => Promise<Outcome>): Promise<Outcome> {
  const email = addressIn([given ?? ''], 1)
  if (!email) return refused('Give the address of an account, for example ana@example.org. “npm run admin -- people” lists them.')
  const person = await personByEmail(db, email)
  return person ? then(person) : refused(`Nobody has an account with ${email}. “npm run admin -- people” lists the accounts.`)
}

/** @returns the address that stands first, or null where there is none, or more than belongs there */
function addressIn(args: readonly string[], most: number): string | null {
  const parsed = emailField.safeParse(args[0])
  return parsed.success && args.length <= most ? parsed.data : null
}

const needs = (command: string, example: string) => `Give one address, for example: npm run admin -- ${command} ${example}.`
const called = ({ name, email }: Person) => `${oneLine(name)} (${email})`
const a = (role: Role) => (role === 'administrator' ? 'an administrator' : `a ${role}`)

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
