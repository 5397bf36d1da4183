import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { jsonSchemas } from './json-schemas.ts'

const folder = new URL('../../content/schemas/', import.meta.url)
const settings = JSON.parse(readFileSync(new URL('../../.vscode/settings.json', import.meta.url), 'utf8'))

describe('the schemas for editors', () => {
  it.each([...jsonSchemas()])('%s is as the program has it: else run npm run content:schemas', (name, schema) => {
    expect(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))).toEqual(JSON.parse(JSON.stringify(schema)))
  })

  it('are all there is in their folder', () => {
    expect(readdirSync(folder).sort()).toEqual([...jsonSchemas().keys()].sort())
  })

  it('are each given to the files they are about', () => {
    const mapped = Object.keys(settings['yaml.schemas']).map((path) => path.split('/').at(-1))
    const frontMatter = ['lesson.json', 'page.json']
    expect([...mapped, ...frontMatter].sort()).toEqual([...jsonSchemas().keys()].sort())
  })

  it('explain fields and know the kinds', () => {
    const text = JSON.stringify(jsonSchemas().get('questions.json'))
    expect(text).toContain('Never given to another item')
    for (const kind of ['single', 'multi', 'tf-reason', 'order', 'match', 'sort', 'sjt', 'reflect'])
      expect(text).toContain(`"const":"${kind}"`)
  })
})
