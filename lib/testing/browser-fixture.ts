/**
 * A browser for tests of accounts: it keeps the cookies that routes set, drops those they take away, and calls the routes themselves.
 * `place()` gives each suite a site of its own on one of both databases.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, vi } from 'vitest'
import { POST as invite, GET as listInvitations } from '#app/api/account/invitations/route.ts'
import { POST as acceptInvited } from '#app/api/account/invited/route.ts'
import { GET as account } from '#app/api/account/route.ts'
import { GET as getAuth, POST as postAuth } from '#app/api/auth/[...path]/route.ts'
import { GET as readStatements, POST as sendStatements } from '#app/api/statements/route.ts'
import { closeDatabase, type DatabaseKind } from '#lib/db/client.ts'
import { newPlace } from './databases.ts'

export const secret = 'a secret of more than thirty-two characters'
export const site = 'http://localhost:3000'
export const password = 'correct horse battery'

/** Before and after all tests of a suite: a site with an empty database. */
export function place(kind: DatabaseKind, environment: Readonly<Record<string, string>> = {}): void {
  const folder = mkdtempSync(join(tmpdir(), 'common-ground-account-'))
  beforeAll(async () => {
    const made = await newPlace(kind)
    vi.stubEnv('DATA_DIR', folder)
    vi.stubEnv('SECRET', secret)
    vi.stubEnv('BASE_URL', site)
    vi.stubEnv('SMTP_URL', '')
    vi.stubEnv('DATABASE_URL', 'url' in made ? made.url : '')
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
    Reflect.deleteProperty(globalThis, Symbol.for('common-ground.config'))
  }, 60_000)
  afterAll(async () => {
    await closeDatabase()
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true })
  })
}

// biome-ignore lint/suspicious/noExplicitAny: what a route replied is what a test looks at
type Anything = any
export type Reply = { status: number; ok: boolean; code?: string; value: Anything; details?: Anything; headers: Headers }
type Route = (request: Request, context: Anything) => Promise<Response>

export class Browser {
  readonly cookies = new Map<string, string>()
  /** what each cookie was set with, e.g. `HttpOnly` */
  readonly attributes = new Map<string, string>()
  readonly headers: Record<string, string>
  constructor(headers: Record<string, string> = {}) {
    this.headers = { 'x-forwarded-for': '203.0.113.1', ...headers }
  }

  async call(route: Route, method: string, path: string, body?: unknown, params: Readonly<Record<string, unknown>> = {}): Promise<Reply> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const request = new Request(`${site}/api/${path}`, {
      method,
      headers: { ...this.headers, ...(cookie ? { cookie } : {}) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const response = await route(request, { params: Promise.resolve(params) })
    for (const line of response.headers.getSetCookie()) this.#keep(line)
    return { status: response.status, headers: response.headers, ...((await response.json()) as { ok: boolean; value: unknown }) }
  }

  #keep(line: string) {
    const [pair = '', ...attributes] = line.split('; ')
    const name = pair.slice(0, pair.indexOf('='))
    if (/Max-Age=0\b/i.test(line)) this.cookies.delete(name)
    else this.cookies.set(name, pair.slice(name.length + 1))
    this.attributes.set(name, attributes.join('; '))
  }

  post(path: string, body: unknown = {}): Promise<Reply> {
    return this.call(postAuth, 'POST', `auth/${path}`, body, { path: path.split('/') })
  }
  get(path: string): Promise<Reply> {
    return this.call(getAuth, 'GET', `auth/${path}`, undefined, { path: path.split('?')[0]!.split('/') })
  }
  signUp(email: string, name = email.split('@')[0]!): Promise<Reply> {
    return this.post('sign-up/email', { name, email, password })
  }
  signIn(email: string, tried = password): Promise<Reply> {
    return this.post('sign-in/email', { email, password: tried })
  }
  account(): Promise<Reply> {
    return this.call(account, 'GET', 'account')
  }
  send(statements: readonly unknown[]): Promise<Reply> {
    return this.call(sendStatements, 'POST', 'statements', { statements })
  }
  /** @returns the ids of all statements of whoever this browser is, in the order they were stored */
  async record(): Promise<string[]> {
    const { value } = await this.call(readStatements, 'GET', 'statements?since=0')
    return value.statements.map(({ id }: { id: string }) => id)
  }
  invite(email: string, role: string): Promise<Reply> {
    return this.call(invite, 'POST', 'account/invitations', { email, role })
  }
  invitations(): Promise<Reply> {
    return this.call(listInvitations, 'GET', 'account/invitations')
  }
  accept(body: unknown): Promise<Reply> {
    return this.call(acceptInvited, 'POST', 'account/invited', body)
  }
}

export function tokenIn(address: string): string {
  return new URL(address).searchParams.get('token')!
}
