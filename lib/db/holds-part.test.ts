import { expect, it } from 'vitest'
import { describeDatabases } from '#lib/testing/databases.ts'
import { holdsPart } from './holds-part.ts'

describeDatabases('a part of a name', (open) => {
  it('is found whatever its capitals, in every script, and means nothing but itself', async () => {
    const db = await open()
    const names = ['Élodie Ñuñez', 'MARIE-ÈVE Roy', 'Ольга Ким', 'أمل حداد', '王芳', '50%_\\ Name']
    await db
      .insertInto('meta')
      .values(names.map((value, i) => ({ key: `name-${i}`, value })))
      .execute()
    const found = async (part: string) =>
      (
        await db.selectFrom('meta').select('value').where('key', 'like', 'name-%').where(holdsPart('value', part)).orderBy('key').execute()
      ).map(({ value }) => value)
    for (const [part, name] of [
      ['élodie', names[0]],
      ['ÉLODIE ÑUÑEZ', names[0]],
      ['E\u0301lodie', names[0]],
      ['ñuñ', names[0]],
      ['marie-ève', names[1]],
      ['ОЛЬГА', names[2]],
      ['ольга ким', names[2]],
      ['حداد', names[3]],
      ['芳', names[4]],
      ['0%_\\ n', names[5]],
    ] as const)
      expect([part, await found(part)]).toEqual([part, [name]])
    expect(await found('%')).toEqual([names[5]])
    expect(await found("' or 1=1 --")).toEqual([])
  })
})
