/**
 * Nothing that tells the key of a marked item may leave the server before the response to it is stored: not in a page,
 * a payload or a script. Checked against the files of the build and against what the server really sends.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { modules } from './learner.ts'

const root = resolve(import.meta.dirname, '..')

/** Every feedback sentence of every item that is marked. */
function secrets(): string[] {
  const found = new Set<string>()
  const collect = (value: unknown, key = ''): void => {
    if (typeof value === 'string') {
      if (/feedback|explanation|why/i.test(key) && value.length > 20) found.add(value)
    } else if (Array.isArray(value)) for (const one of value) collect(one, key)
    else if (value && typeof value === 'object') for (const [name, one] of Object.entries(value)) collect(one, name)
  }
  for (const { items } of modules) for (const item of items) if (item.kind !== 'reflect') collect(item)
  return [...found]
}

/** As it may stand in HTML, in JSON inside a script, or in a JSON file. */
const spellings = (text: string) => [
  text,
  JSON.stringify(text).slice(1, -1),
  JSON.stringify(JSON.stringify(text).slice(1, -1)).slice(1, -1),
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#x27;'),
]

test('no feedback of a marked item is in any file the build would send', async () => {
  const hidden = secrets().flatMap((text) => spellings(text).map((spelling) => ({ text, spelling })))
  expect(hidden.length).toBeGreaterThan(1000)
  const folders = [
    ['.next/static', /\.(js|css|json|txt|map)$/],
    ['.next/server/app', /\.(html|rsc|json|body|meta)$/],
    ['public', /./],
  ] as const
  let files = 0
  for (const [folder, kind] of folders) {
    for (const name of await readdir(join(root, folder), { recursive: true })) {
      if (!kind.test(name)) continue
      const text = await readFile(join(root, folder, name), 'utf8').catch(() => '')
      files += 1
      const leaked = hidden.find(({ spelling }) => text.includes(spelling))
      expect(leaked?.text, `${folder}/${name}`).toBeUndefined()
    }
  }
  expect(files).toBeGreaterThan(20)
})

test('an attempt shows only what a learner may see, and the key of an item only after its response', async ({ request }) => {
  const hidden = secrets()
  for (const { slug } of modules) {
    const started = await request.post('/api/quiz/attempts', { data: { module: slug } })
    expect(started.ok(), slug).toBe(true)
    const text = await started.text()
    for (const secret of hidden) expect(text).not.toContain(secret)
    // the field names by which the bank marks a key, a weight or a rank
    expect(text).not.toMatch(/"(correct|right|rank|key|feedback|weight|extra|position|category|keyConfirmed|difficulty|seed)"\s*:/)
    const {
      value: { id },
    } = (await started.json()) as { value: { id: string } }
    const again = await (await request.get(`/api/quiz/attempts/${id}`)).text()
    for (const secret of hidden) expect(again).not.toContain(secret)
  }
})
