/**
 * The environment as the site understands it: one schema, every variable with its default. Pure.
 * An empty value counts as not set, so that `PORT= npm start` does what one would expect.
 * A bad value is told in one plain sentence that names the variable; the first bad one wins.
 */
import { z } from 'zod'

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.int().min(1).max(65_535))

const baseUrl = z
  .string()
  .refine((value) => {
    const url = URL.canParse(value) ? new URL(value) : null
    return (
      url !== null &&
      /^https?:$/.test(url.protocol) &&
      url.pathname === '/' &&
      url.search === '' &&
      url.hash === '' &&
      url.username === '' &&
      url.password === ''
    )
  })
  .transform((value) => new URL(value).origin)

const databaseUrl = z.string().refine((value) => /^postgres(ql)?:\/\/./.test(value) && URL.canParse(value))

const smtpUrl = z.string().refine((value) => /^smtps?:\/\/./.test(value) && URL.canParse(value) && new URL(value).hostname !== '')

/** `name@host`, or `Name <name@host>`. Line breaks would let one header become two. */
const mailFrom = z.string().regex(/^(?:[^<>@\r\n]+ <[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/)

const proxies = z.string().regex(/^\d$/).transform(Number)

/** private halves of Ed25519 keys as Multikey writes them, the newest first */
const issuerKey = z.string().regex(/^z3u2[1-9A-HJ-NP-Za-km-z]{43,45}(?:[\s,]+z3u2[1-9A-HJ-NP-Za-km-z]{43,45})*$/)

const environmentSchema = z.object({
  PORT: port.default(3000),
  BASE_URL: baseUrl.optional(),
  DATA_DIR: z
    .string()
    .refine((value) => !value.includes('\0'))
    .default('.data'),
  DATABASE_URL: databaseUrl.optional(),
  SECRET: z.string().min(32).optional(),
  SMTP_URL: smtpUrl.optional(),
  MAIL_FROM: mailFrom.optional(),
  BOUNCE_KEY: z.string().min(32).optional(),
  PROXIES: proxies.optional(),
  ISSUER_KEY: issuerKey.optional(),
})
export type Variable = keyof z.infer<typeof environmentSchema>

const sentences: Record<Variable, string> = {
  PORT: 'PORT must be a whole number from 1 to 65535, for example 3000.',
  BASE_URL:
    'BASE_URL must be the address people open, starting with http:// or https:// and without a path, for example https://learn.example.org.',
  DATA_DIR: 'DATA_DIR must be the path of a folder that the site may write to.',
  DATABASE_URL: 'DATABASE_URL must start with postgres:// or postgresql://. Leave it out to use SQLite in DATA_DIR.',
  SECRET: 'SECRET must have at least 32 characters. Leave it out and one is made for you and kept in DATA_DIR.',
  SMTP_URL:
    'SMTP_URL must start with smtp:// or smtps:// and name a server, for example smtp://name:password@mail.example.org:587. Leave it out and letters stay in the outbox.',
  MAIL_FROM: 'MAIL_FROM must be the address that letters come from, for example Common Ground <learning@example.org>.',
  BOUNCE_KEY: 'BOUNCE_KEY must have at least 32 characters. Leave it out and the site takes no reports about letters that came back.',
  PROXIES: 'PROXIES must be a number from 0 to 9: how many proxies or balancers stand in front of the site, one behind the other.',
  ISSUER_KEY:
    'ISSUER_KEY must be the private half of an Ed25519 key, as Multikey writes it (z3u2…); older ones may follow, with a comma between. Leave it out and a key is made for you and kept in DATA_DIR.',
}

/** Everything the environment says. `secret` is null where none was given: read-config then keeps its own. */
export type ParsedConfig = {
  port: number
  /** scheme, host and port, no slash at the end */
  baseUrl: string
  dataDir: string
  databaseUrl: string | null
  secret: string | null
  /** the mail server; where there is none, letters stay in the outbox */
  smtpUrl: string | null
  /** what letters come from; null: a no-reply address at the host of `baseUrl` */
  mailFrom: string | null
  /** signs the reports about letters that came back; null: none are taken */
  bounceKey: string | null
  /** how many proxies stand in front; where nothing is said, one over https, else none */
  proxies: number
  /** private halves of the keys that sign credentials, the newest first; null: they are kept in `dataDir` */
  issuerKey: string | null
}

export type ConfigProblem = { ok: false; variable: Variable; sentence: string }

export function parseConfig(environment: Readonly<Record<string, string | undefined>>): { ok: true; config: ParsedConfig } | ConfigProblem {
  const given = Object.fromEntries(
    Object.keys(environmentSchema.shape).flatMap((name) => {
      const value = environment[name]?.trim()
      return value ? [[name, value]] : []
    }),
  )
  const parsed = environmentSchema.safeParse(given)
  if (!parsed.success) return problemWith(parsed.error.issues[0]!.path[0] as Variable)
  const { PORT, BASE_URL, DATA_DIR, DATABASE_URL, SECRET, SMTP_URL, MAIL_FROM, BOUNCE_KEY, PROXIES, ISSUER_KEY } = parsed.data
  return {
    ok: true,
    config: {
      port: PORT,
      baseUrl: BASE_URL ?? `http://localhost:${PORT}`,
      // this server itself speaks http only
      proxies: PROXIES ?? (BASE_URL?.startsWith('https:') ? 1 : 0),
      dataDir: DATA_DIR,
      databaseUrl: DATABASE_URL ?? null,
      secret: SECRET ?? null,
      smtpUrl: SMTP_URL ?? null,
      mailFrom: MAIL_FROM ?? null,
      bounceKey: BOUNCE_KEY ?? null,
      issuerKey: ISSUER_KEY ?? null,
    },
  }
}

export function problemWith(variable: Variable): ConfigProblem {
  return { ok: false, variable, sentence: sentences[variable] }
}
