import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { pictureStore, TooManyDrawings } from './picture-store.ts'

const bytes = (...values: number[]) => new Uint8Array(values)

describe('pictures', () => {
  let directory = ''
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'pictures-'))
  })
  afterEach(() => rm(directory, { recursive: true, force: true }))

  function counted(result: Uint8Array = bytes(1, 2, 3)) {
    const drawing = {
      times: 0,
      async draw() {
        drawing.times++
        await new Promise((resolve) => setTimeout(resolve, 20))
        return result
      },
    }
    return drawing
  }

  it('are drawn once for fifty requests at the same time', async () => {
    const store = pictureStore({ directory })
    const drawing = counted()
    const got = await Promise.all(Array.from({ length: 50 }, () => store.get('A-1', drawing.draw)))
    expect(drawing.times).toBe(1)
    expect(got.every((one) => one.length === 3)).toBe(true)
  })

  it('are not drawn again after a restart, and leave no half-written file', async () => {
    await pictureStore({ directory }).get('A-1', counted().draw)
    const drawing = counted()
    expect([...(await pictureStore({ directory }).get('A-1', drawing.draw))]).toEqual([1, 2, 3])
    expect(drawing.times).toBe(0)
    expect(await readdir(directory)).toEqual(['A-1.png'])
    expect([...(await readFile(join(directory, 'A-1.png')))]).toEqual([1, 2, 3])
  })

  it('are drawn again for another version', async () => {
    const store = pictureStore({ directory: null })
    const drawing = counted()
    await store.get('A-1', drawing.draw)
    await store.get('A-2', drawing.draw)
    expect(drawing.times).toBe(2)
  })

  it('leave memory when there are too many, the longest unused first', async () => {
    const store = pictureStore({ directory: null, budget: 6 })
    const drawing = counted()
    await store.get('A', drawing.draw)
    await store.get('B', drawing.draw)
    await store.get('A', drawing.draw)
    await store.get('C', drawing.draw)
    expect(drawing.times).toBe(3)
    await store.get('A', drawing.draw)
    expect(drawing.times).toBe(3)
    await store.get('B', drawing.draw)
    expect(drawing.times).toBe(4)
  })

  it('are shown although the folder cannot be written', async () => {
    const blocked = join(directory, 'file')
    await writeFile(blocked, '')
    expect([...(await pictureStore({ directory: blocked }).get('A', counted().draw))]).toEqual([1, 2, 3])
  })

  it('are tried again after a failure', async () => {
    const store = pictureStore({ directory })
    await expect(store.get('A', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect([...(await store.get('A', counted().draw))]).toEqual([1, 2, 3])
  })

  it('are drawn one after the other, and only so many may wait', async () => {
    const store = pictureStore({ directory: null, most: 3 })
    let now = 0
    let atOnce = 0
    const draw = async () => {
      atOnce = Math.max(atOnce, ++now)
      await new Promise((resolve) => setTimeout(resolve, 10))
      now--
      return bytes(1)
    }
    const got = await Promise.allSettled(['A', 'B', 'C', 'D', 'A'].map((key) => store.get(key, draw)))
    expect(got.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
    expect(got[3]).toMatchObject({ reason: expect.any(TooManyDrawings) })
    expect(atOnce).toBe(1)
    expect([...(await store.get('D', draw))]).toEqual([1])
  })

  it('leave no older version of themselves on the disk, and those of others alone', async () => {
    const store = pictureStore({ directory })
    for (const [key, of] of [
      ['A-1-x', 'A-'],
      ['AB-1-x', 'AB-'],
      ['A-2-x', 'A-'],
      ['A-4-x', 'A-'],
    ] as const)
      await store.get(key, counted().draw, of)
    expect((await readdir(directory)).sort()).toEqual(['A-4-x.png', 'AB-1-x.png'])
  })

  it('have keys that cannot leave the folder', async () => {
    expect(() => pictureStore({ directory }).get('../A', counted().draw)).toThrow('Not a key')
  })
})
