/** Whatever the size of the site, the grid of a cohort is found through indexes, from its members on. */
import { CompiledQuery, type KyselyPlugin, type RootOperationNode, sql } from 'kysely'
import { expect, it } from 'vitest'
import { describeDatabases } from '#lib/testing/databases.ts'
import { readGrid } from './grid-store.ts'

/** A line of a plan that goes through all rows of a table, or all entries of an index. */
function readsAll(line: string, i: number, plan: readonly string[]): boolean {
  if (/\bSCAN\b|Seq Scan/.test(line)) return true
  return /Index (Only )?Scan/.test(line) && !/Index Cond/.test(plan[i + 1] ?? '')
}

describeDatabases('the questions behind a grid', (open, kind) => {
  it('read no table from end to end', async () => {
    const db = await open()
    const asked: RootOperationNode[] = []
    const listener: KyselyPlugin = {
      transformQuery({ node }) {
        asked.push(node)
        return node
      },
      transformResult: async ({ result }) => result,
    }
    await readGrid(db.withPlugin(listener), 'a cohort', [])
    expect(asked.length).toBeGreaterThanOrEqual(4)

    const scanned: string[] = []
    await db.connection().execute(async (one) => {
      // of an empty table PostgreSQL reads all of it, index or not; now only where there is no other way
      if (kind === 'postgresql') await sql`set enable_seqscan = off`.execute(one)
      for (const node of asked) {
        const executor = one.getExecutor()
        const { sql: text, parameters } = executor.compileQuery(node, { queryId: 'plan' })
        const word = kind === 'sqlite' ? 'explain query plan' : 'explain'
        const { rows } = await one.executeQuery<Record<string, string>>(CompiledQuery.raw(`${word} ${text}`, [...parameters]))
        const plan = rows.map((row) => (kind === 'sqlite' ? row['detail']! : row['QUERY PLAN']!))
        expect(plan.length).toBeGreaterThan(0)
        scanned.push(...plan.filter(readsAll))
      }
      if (kind === 'postgresql') await sql`reset enable_seqscan`.execute(one)
    })
    expect(scanned).toEqual([])
  })
})
