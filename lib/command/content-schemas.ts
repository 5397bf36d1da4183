/** `npm run content:schemas`: writes content/schemas/*.json from the schemas of the program, in the look of the formatter. */
import { spawnSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { jsonSchemas } from '#lib/authoring/json-schemas.ts'
import { contentFolder } from '#lib/course/load-course.ts'

const folder = join(contentFolder(), 'schemas')
await mkdir(folder, { recursive: true })
for (const [name, schema] of jsonSchemas()) await writeFile(join(folder, name), `${JSON.stringify(schema, null, 2)}\n`)
const biome = resolve(import.meta.dirname, '../../node_modules/@biomejs/biome/bin/biome')
spawnSync(process.execPath, [biome, 'format', '--write', folder], { stdio: ['ignore', 'ignore', 'inherit'] })
console.log(`Wrote ${jsonSchemas().size} schemas to content/schemas/.`)
