/** Certificates and the key that signs them, on the command line: the same functions as behind the administrator's pages. */
import { atTheServer } from '#lib/account/audit-store.ts'
import type { Config } from '#lib/config/read-config.ts'
import { readCertificateId } from '#lib/credential/certificate-id.ts'
import { readReason } from '#lib/credential/clean-line.ts'
import type { RevokedKey } from '#lib/credential/issuer-store.ts'
import type { Place as ListPlace } from '#lib/credential/status-store.ts'
import type { Place as AnyPlace, Command } from './account-commands.ts'
import { done, minute, type Outcome, oneLine, refused } from './say-outcome.ts'

export type Place = AnyPlace & { config: Pick<Config, 'baseUrl' | 'dataDir' | 'issuerKey'> }

const by = atTheServer
/** Loaded only where it is needed: it brings all that signs. */
const store = () => import('#lib/credential/administer-store.ts')

async function issuerAt({ db, config: { baseUrl, dataDir, issuerKey }, now }: Place) {
  const { currentIssuer } = await import('#lib/credential/issuer-store.ts')
  return currentIssuer(db, { baseUrl, dataDir, issuerKey, now })
}

export const credentialCommands: Readonly<Record<string, Command<Place>>> = {
  'rotate-key': {
    usage: 'rotate-key                           make a new key that signs certificates; earlier ones stay valid',
    async run({ db, config: { dataDir, issuerKey }, now }, args) {
      if (args.length > 0) return refused('This command takes nothing more: npm run admin -- rotate-key')
      const made = await (await store()).rotateByAdministrator(db, { dataDir, issuerKey, now }, by)
      if (!made.ok)
        return refused(
          'The key is given by ISSUER_KEY. Put a new one in front of it there, with a comma between, and start the site again. Nothing was changed.',
        )
      return done(
        `A new key signs from now on: ${made.id}\nWhat was signed before can still be checked. Put the folder “keys” in DATA_DIR into your back-up. Where several servers share the site, give it to all of them.`,
      )
    },
  },
  'revoke-key': {
    usage:
      'revoke-key <key>                     call a stolen key back: nothing it signed counts any more. Its public half, or the\n' +
      '                                       first twelve signs of it (z6Mk…); after that, npm run admin -- reissue',
    async run({ db, config: { dataDir, issuerKey }, now }, args) {
      const [written = ''] = args
      if (args.length !== 1)
        return refused(`Give the public half of the key, for example: npm run admin -- revoke-key z6Mk… ${whereKeysStand}`)
      const outcome = await (await store()).revokeKeyByAdministrator(db, written, { dataDir, issuerKey, now }, by)
      if (outcome.ok) return done(sayRevokedKey(outcome))
      if (outcome.code === 'key_revoked')
        return refused(`This key was called back on ${minute(outcome.revokedAt)} UTC. Nothing was changed.`)
      if (outcome.code === 'keys_many')
        return refused(`Several keys begin with “${oneLine(written)}”. Give more of it. Nothing was changed.\n${outcome.keys.join('\n')}`)
      return refused(
        `This site has no key “${oneLine(written)}”. Give the public half, or at least its first twelve signs. ${whereKeysStand} Nothing was changed.`,
      )
    },
  },
  reissue: {
    usage: 'reissue                              check every credential; sign what is not signed, repair what is not as it should be',
    async run(place, args) {
      if (args.length > 0) return refused('This command takes nothing more: npm run admin -- reissue')
      const { checked, signed, repaired } = await (await store()).reissueByAdministrator(place.db, await issuerAt(place), by, place.now)
      const said = `Certificates checked: ${checked}. Signed: ${signed}. Repaired: ${repaired}.`
      return done(signed + repaired === 0 ? `${said} Nothing had to be done.` : said)
    },
  },
  revoke: {
    usage:
      'revoke <number> --reason <words>     end a certificate, for good; whoever checks it reads the reason\n' +
      '  revoke --place <list>/<position> --reason <words>\n' +
      '                                       the same where its holder was erased: both numbers stand in the credential,\n' +
      '                                       at the end of statusListCredential and as statusListIndex',
    async run(place, args) {
      const given = readArguments(args)
      if (!given)
        return refused('Give the number and a reason, for example: npm run admin -- revoke 7K3D-90QF-XM2A-BT5Z --reason Given by mistake.')
      const at = readPlace(given.number)
      if (at === 'wrong')
        return refused(
          'Give the place as two numbers, for example: --place 1/77315. The first ends statusListCredential in the credential, the second is statusListIndex.',
        )
      const id = at ?? readCertificateId(given.number)
      if (id === null)
        return refused(
          `“${oneLine(given.number)}” is not the number of a certificate. It has sixteen signs, for example 7K3D-90QF-XM2A-BT5Z.`,
        )
      const read = readReason(given.reason)
      if (!read.ok)
        return refused(
          read.code === 'reason_empty'
            ? 'Give a reason after --reason. Whoever checks the certificate reads it.'
            : 'This reason is too long. The most is 300 characters.',
        )
      if (typeof id !== 'string') return revokeAt(place, id, read.reason)
      const outcome = await (await store()).revokeByAdministrator(
        place.db,
        { id, reason: read.reason },
        { by, issuer: await issuerAt(place), now: place.now },
      )
      if (outcome.ok) return done(`The certificate ${id} is revoked. Whoever checks it is told so, and why: ${read.reason}`)
      if (outcome.code === 'certificate_not_found') return refused(`There is no certificate ${id}. Nothing was changed.`)
      const { revokedAt, reason } = outcome.standing
      return refused(`The certificate ${id} was revoked on ${minute(revokedAt ?? 0)} UTC: ${oneLine(reason)} Nothing was changed.`)
    },
  },
}

const whereKeysStand = 'All keys stand on the page “Issuer” of the administrators, and in /.well-known/did.json.'

function sayRevokedKey({ id, isGiven, wasSigning, signs }: Extract<RevokedKey, { ok: true }>): string {
  const said = [`The key ${id} is called back. Nothing it signed counts any more, from whenever it is dated.`]
  const put = 'Take it out of ISSUER_KEY, put a new one in its place and start the site again.'
  if (isGiven && signs === null)
    said.push(`It stands in ISSUER_KEY, and no other good key does. ${put} Until then no certificate is signed; everything else goes on.`)
  else if (isGiven && wasSigning) said.push(`It stands in ISSUER_KEY. ${put} Until then the next key there signs: ${signs}`)
  else if (isGiven) said.push(`It stands in ISSUER_KEY: take it out there. Another key signs, as before: ${signs}`)
  else if (wasSigning) said.push(`A new key signs from now on: ${signs}\nPut the folder “keys” in DATA_DIR into your back-up.`)
  else if (signs !== null) said.push(`Another key signs, as before: ${signs}`)
  else said.push('It is not kept here. The server that has it signs with another one from now on.')
  said.push(
    'What to do next:',
    signs === null && isGiven
      ? '- When there is a new key: npm run admin -- reissue signs anew what this key had signed.'
      : '- npm run admin -- reissue signs anew what this key had signed. Until then, each certificate is signed anew when somebody asks for it.',
    '- Tell the holders: files they downloaded and codes on pictures that this key signed do not verify any more. They download them again.',
    '- If you ever restore a database from before now, call the key back again.',
    'Whoever checks a certificate is told within five minutes.',
  )
  return said.join('\n')
}

async function revokeAt({ db, now }: Place, place: ListPlace, reason: string): Promise<Outcome> {
  const named = `${place.list}/${place.position}`
  const outcome = await (await store()).revokePlaceByAdministrator(db, { place, reason }, { by, now })
  if (outcome.ok)
    return done(`The credential at ${named} is revoked. Whoever checks it is told so. The reason is kept in the log: ${reason}`)
  if (outcome.code === 'place_not_found') return refused(`No credential was ever given the place ${named}. Nothing was changed.`)
  const { replaced, standing } = outcome
  const why = replaced ? 'because a corrected one took its place.' : oneLine(standing.reason)
  const when = minute(standing.revokedAt ?? 0)
  return refused(`The credential at ${named} was revoked on ${when} UTC${replaced ? ', ' : ': '}${why} Nothing was changed.`)
}

/** `--place <list>/<position>`. @returns null where it is no place that is given */
function readPlace(given: string): ListPlace | 'wrong' | null {
  if (!given.startsWith('--place')) return null
  const read = /^--place[ =]([1-9]\d{0,6})\/(0|[1-9]\d{0,5})$/.exec(given.trim())
  return read ? { list: Number(read[1]), position: Number(read[2]) } : 'wrong'
}

/** `<number> --reason <words>` or `--reason=<words>`; the words may be in quotes or not. @returns null where one of them is missing */
function readArguments(args: readonly string[]): { number: string; reason: string } | null {
  const at = args.findIndex((one) => one === '--reason' || one.startsWith('--reason='))
  if (at < 1) return null
  const [first = '', ...rest] = args.slice(at)
  return { number: args.slice(0, at).join(' '), reason: [first.slice('--reason='.length), ...rest].join(' ') }
}
