import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { answer } from './answer.ts'
import { ok } from './reply.ts'

const request = new Request('http://localhost:3000/api/statements?since=7', { method: 'POST', body: 'private words' })

describe('answer', () => {
  it('lets a reply through as it is', async () => {
    const response = ok({ n: 1 })
    expect(await answer(async () => response)()).toBe(response)
  })

  it('turns an error into `internal` with an id, logs both, and tells nobody the cause', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const cause = new Error('relation "learner" does not exist')
    const response = await answer(async (_request: Request) => {
      throw cause
    })(request)
    const text = await response.text()
    expect([response.status, response.headers.get('cache-control')]).toEqual([500, 'no-store'])
    expect(JSON.parse(text)).toEqual({
      ok: false,
      code: 'internal',
      message: expect.stringMatching(/^[A-Z].*[.]$/),
      details: { request: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    })
    expect(text).not.toContain('learner')
    const id = response.headers.get('x-request-id')
    expect(JSON.parse(text).details.request).toBe(id)
    expect(logged.mock.calls).toEqual([[`Request ${id} failed: POST /api/statements`, cause]])
    logged.mockRestore()
  })

  it('stands around every route of the API', () => {
    const makers = readFileSync('app/api/cohorts/cohort-route.ts', 'utf8').match(
      /^export function (?:reads|changes)\w+[\s\S]*?: Route \{\n {2}return answer\(/gm,
    )
    expect(makers).toHaveLength(3)
    const routes = globSync('app/api/**/route.ts')
    expect(routes.length).toBeGreaterThan(5)
    for (const file of routes) {
      const exported = readFileSync(file, 'utf8').match(/^export .*\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b.*$/gm) ?? []
      // those of a cohort are made by functions that begin with it
      expect([file, exported.filter((line) => !/^export const [A-Z]+ = (answer|(reads|changes)Cohort(By)?)\(/.test(line))]).toEqual([
        file,
        [],
      ])
      expect([file, exported.length > 0]).toEqual([file, true])
    }
  })
})
