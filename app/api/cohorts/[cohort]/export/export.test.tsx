/** The file and the page: whoever counts the lines of the one gets the figures of the other. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import papaparse from 'papaparse'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { gridOf } from '#app/api/cohorts/grid-of.ts'
import { GridTable } from '#components/facilitate/grid-table.tsx'
import { type CellState, cellStates, type Grid } from '#lib/cohort/grid.ts'
import { readView, viewed } from '#lib/cohort/grid-view.ts'
import { closeDatabase, type DatabaseKind, database } from '#lib/db/client.ts'
import type { Database } from '#lib/db/schema.ts'
import { say } from '#lib/message/format.ts'
import { messagesFor } from '#lib/message/messages.ts'
import { type Kind, makeAsker, makePlace, type Place } from '#lib/testing/cohort-people.ts'
import { newPlace } from '#lib/testing/databases.ts'
import { GET } from './route.ts'

const secret = 'a secret of more than thirty-two characters'
const site = 'http://localhost:3000'
const facilitator: Kind = { title: 'a facilitator', role: 'facilitator', relation: 'facilitator' }
const messages = messagesFor('en').facilitate
const day = 86_400_000
const names = ['=HYPERLINK("http://x")', '+41 79', '@home', 'Zoë "Zo" Ng', 'Amina, Diallo', '-1', 'ياسمين', 'Ben; Carl', '山田', "'=1"]

/** Thirty people who are everywhere one can be: the numbers only have to be different from each other. */
async function fill(db: Kysely<Database>, { cohort, guide, assignment }: Place, now: number): Promise<void> {
  const ids = Array.from({ length: 30 }, (_, i) => `${cohort.slice(0, 18)}learner${i.toString().padStart(3, '0')}`)
  await db
    .insertInto('learner')
    .values(ids.map((id) => ({ id, created_at: 1, last_seq: 0 })))
    .execute()
  await db
    .insertInto('cohort_member')
    .values(
      ids.map((learner_id, i) => ({
        cohort_id: cohort,
        learner_id,
        name: i < names.length ? names[i]! : `Person ${i}`,
        email: i % 3 === 0 ? null : `p${i}@relief.example`,
        joined_at: now - 40 * day,
        ended_at: i === 29 ? now : null,
        ended_by: i === 29 ? 'self' : null,
      })),
    )
    .execute()
  await db
    .updateTable('assignment')
    .set({ due_at: now - 3 * day })
    .where('id', '=', assignment)
    .execute()
  const common = {
    cohort_id: cohort,
    in_order: 0,
    pass_mark: null,
    created_by: guide,
    created_at: now - 39 * day,
    updated_at: 1,
    ended_at: null,
  }
  const [some, later] = [`${assignment.slice(0, 20)}some00`, `${assignment.slice(0, 20)}later0`]
  await db
    .insertInto('assignment')
    .values([
      {
        ...common,
        id: some,
        module: 'prioritisation',
        everyone: 0,
        position: 2,
        opens_at: null,
        due_at: now + 2 * day,
        attempts_allowed: 2,
      },
      {
        ...common,
        id: later,
        module: 'active-listening',
        everyone: 1,
        position: 3,
        opens_at: now + 5 * day,
        due_at: null,
        attempts_allowed: null,
      },
    ])
    .execute()
  await db
    .insertInto('assignment_person')
    .values(ids.slice(0, 12).map((learner_id) => ({ assignment_id: some, learner_id })))
    .execute()
  await db
    .insertInto('module_progress')
    .values(
      ids.flatMap((actor, i) =>
        ['networking', 'prioritisation', 'active-listening'].flatMap((module, m) => {
          const kind = i % 9 === 4 ? 4 : (i + m * 2) % 5
          if (kind === 0) return []
          return [
            {
              actor,
              module,
              lessons_done: 2,
              scenario_runs: 1,
              scenario_endings: '[]',
              quiz_attempts: kind,
              best_scaled: kind === 1 ? null : (i * 7 + m * 13) % 10 === 0 ? 0.5 : ((i * 7 + m) % 100) / 100,
              reached_at: kind > 2 ? now - day : null,
              satisfied_at: kind > 3 ? now - day : null,
              last_at: now - ((i % 12) + 1) * day,
            },
          ]
        }),
      ),
    )
    .execute()
  await db.updateTable('cohort').set({ version: 2 }).where('id', '=', cohort).execute()
}

type Counted = { states: Record<CellState, number>; late: number; scored: number; sum: number }
const none = (): Counted => ({
  states: Object.fromEntries(cellStates.map((state) => [state, 0])) as Record<CellState, number>,
  late: 0,
  scored: 0,
  sum: 0,
})
const stateOf = (word: string) => cellStates.find((state) => say(messages, `state-${state}`) === word)!

/** What somebody counts who reads the file line by line. */
function countFile(lines: readonly Record<string, string>[], titles: readonly string[]): Counted[] {
  return titles.map((module) => {
    const counted = none()
    for (const line of lines) {
      counted.states[stateOf(line[say(messages, 'csv-module-state', { module })]!)] += 1
      if (line[say(messages, 'csv-module-overdue', { module })] === say(messages, 'csv-yes')) counted.late += 1
      const score = line[say(messages, 'csv-module-score', { module })]!
      if (score === '') continue
      counted.scored += 1
      counted.sum += Number(score)
    }
    return counted
  })
}

/** What somebody counts who reads the table of the page: its cells, and the row of the whole cohort above them. */
function readPage(grid: Grid, now: number) {
  const view = readView({}, [])
  const clock = { now, timeZone: 'Asia/Dhaka', locale: 'en', messages }
  const html = renderToStaticMarkup(
    <GridTable path="/here" columns={grid.columns} rows={grid.rows} totals={grid.totals} view={view} clock={clock} />,
  )
  const [head, body] = html.split('<tbody')
  const rows = body!.split('<tr').slice(1)
  const cells = rows.map((row) => [...row.matchAll(/<i>(.*?) <\/i>(\d*)(<em>)?/g)])
  const counted = grid.columns.map((_, place) => {
    const one = none()
    for (const row of cells) {
      const [, word, score, late] = row[place]!
      one.states[stateOf(word!)] += 1
      if (late) one.late += 1
      if (!score) continue
      one.scored += 1
      one.sum += Number(score)
    }
    return one
  })
  const whole = [...head!.matchAll(/>(\d+) of (\d+)<i>[^<]*<\/i><\/a>(?:<small>∅ (\d+))?/g)].map(([, done, assigned, mean]) => [
    done,
    assigned,
    mean ?? '',
  ])
  return { counted, whole, people: rows.length }
}

describe.each<DatabaseKind>(['sqlite', 'postgresql'])('the export of a cohort on %s', (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'common-ground-export-'))
  const now = Date.now()
  let db: Kysely<Database>
  let place: Place
  let cookie = ''
  beforeAll(async () => {
    const at = await newPlace(kind)
    vi.stubEnv('DATA_DIR', folder)
    vi.stubEnv('SECRET', secret)
    vi.stubEnv('BASE_URL', site)
    vi.stubEnv('DATABASE_URL', 'url' in at ? at.url : '')
    Reflect.deleteProperty(globalThis, Symbol.for('common-ground.config'))
    db = await database()
    place = await makePlace(db)
    cookie = (await makeAsker(db, facilitator, place, secret)).cookie!
    await fill(db, place, now)
  }, 60_000)
  afterAll(async () => {
    await closeDatabase()
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true })
  })

  async function file(query = '') {
    const request = new Request(`${site}/api/cohorts/${place.cohort}/export?${query}`, { headers: { cookie } })
    const response = await GET(request, { params: Promise.resolve({ cohort: place.cohort }) })
    expect(response.status).toBe(200)
    const bytes = new Uint8Array(await response.arrayBuffer())
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    const { data, errors } = papaparse.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true })
    expect(errors).toEqual([])
    return { text, lines: data, headers: response.headers }
  }
  const gridNow = () => gridOf(db, { id: place.cohort, version: 2 }, now)

  it('has the figures of the page: counted line by line, cell by cell, and as totals', async () => {
    const grid = await gridNow()
    const page = readPage(grid, now)
    const { lines } = await file()
    const titles = grid.columns.map(({ title }) => title)
    const counted = countFile(lines, titles)
    expect(lines).toHaveLength(30)
    expect(page.people).toBe(lines.length)
    expect(counted).toEqual(page.counted)
    // each of the states and figures is there at least once, so that none of them is right by being nought
    for (const state of cellStates) expect(counted.some(({ states }) => states[state] > 0)).toBe(true)
    expect(counted[0]!.late).toBeGreaterThan(0)

    const totals = (await file('what=totals')).lines
    expect(totals.map((line) => line[say(messages, 'csv-module')])).toEqual(titles)
    for (const [at, line] of totals.entries()) {
      const { states, late, scored } = counted[at]!
      for (const state of cellStates) expect(line[say(messages, `state-${state}`)]).toBe(String(states[state]))
      expect(line[say(messages, 'csv-late-people')]).toBe(String(late))
      expect(line[say(messages, 'csv-scored')]).toBe(String(scored))
      const assigned = lines.length - states['not-assigned']
      expect(page.whole[at]).toEqual([String(states.done), String(assigned), line[say(messages, 'csv-score')]])
    }
  })

  it('says of each person what their row says', async () => {
    const { rows, totals } = await gridNow()
    const { lines } = await file()
    const sum = (key: string) => lines.reduce((all, line) => all + Number(line[say(messages, key)]), 0)
    expect(sum('csv-done')).toBe(totals.columns.reduce((all, { states }) => all + states.done, 0))
    expect(sum('csv-late')).toBe(rows.reduce((all, { late }) => all + late, 0))
    expect(lines.filter((line) => line[say(messages, 'csv-concern')] !== '')).toHaveLength(totals.stuck)
    expect(lines.filter((line) => line[say(messages, 'csv-done')] === line[say(messages, 'csv-assigned')])).toHaveLength(totals.finished)
  })

  it.each(['show=late', 'show=stuck', 'show=not-started', 'show=finished', 'name=zoe', 'sort=-networking'])(
    'has who is shown with %s, in the same order',
    async (query) => {
      const grid = await gridNow()
      const view = readView(Object.fromEntries(new URLSearchParams(query)), ['networking'])
      const shown = viewed(grid, view, 'en').map(({ name }) => (/^'*\s*[=+\-@]/.test(name) ? `'${name}` : name))
      const { lines } = await file(query)
      expect(lines.map((line) => line[say(messages, 'csv-name')])).toEqual(shown)
      expect(shown.length).toBeGreaterThan(0)
    },
  )

  it('begins no cell with what a spreadsheet would run', async () => {
    const { lines } = await file()
    const cells = lines.flatMap((line) => Object.values(line))
    expect(cells.filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([])
    expect(lines.map((line) => line[say(messages, 'csv-name')])).toContain('\'=HYPERLINK("http://x")')
  })

  it('begins with a byte order mark, and without one where that is asked for', async () => {
    const [marked, plain] = [await file(), await file('bom=no')]
    expect(marked.text).toBe(`\uFEFF${plain.text}`)
    expect(marked.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(marked.headers.get('content-disposition')).toMatch(/^attachment; filename="autumn-people-\d{4}-\d\d-\d\d\.csv"$/)
    expect(marked.headers.get('cache-control')).toBe('no-store')
  })
})
