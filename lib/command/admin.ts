/**
 * `npm run admin -- <command>`: what an administrator does in the browser, on the command line, also while the server runs. It needs no
 * password: whoever can read DATA_DIR or DATABASE_URL has the site. All of it is in the audit log, as done on the command line.
 */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseConfig } from '#lib/config/parse-config.ts'
import { readConfig } from '#lib/config/read-config.ts'
import { closeDatabase, database } from '#lib/db/client.ts'
import { accountCommands } from './admin/account-commands.ts'
import { copyTo, usage as copyUsage } from './admin/copy-to.ts'
import { credentialCommands } from './admin/credential-commands.ts'

const commands = { ...accountCommands, ...credentialCommands }

const help = `npm run admin -- <command>

${[...Object.values(commands).map(({ usage }) => usage), copyUsage].map((line) => `  ${line}`).join('\n')}
  help                                 this list

The server may go on running. Set DATA_DIR or DATABASE_URL as for the server.`

/** @returns the exit code */
async function run([name = 'help', ...args]: readonly string[]): Promise<number> {
  if (name === 'help' || name === '--help' || name === '-h') {
    console.log(help)
    return 0
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command && name !== 'copy-to') return refuse(`There is no command “${name}”.\n\n${help}`)
  const parsed = parseConfig(process.env)
  if (!parsed.ok) return refuse(parsed.sentence)
  const folder = resolve(parsed.config.dataDir)
  // looked for before the configuration makes the folder
  if (parsed.config.databaseUrl === null && !existsSync(join(folder, 'common-ground.sqlite')))
    return refuse(`There is no site in ${folder}. Start it once with npm start, or say where it is with DATA_DIR.`)
  const read = readConfig(process.env)
  if (!read.ok) return refuse(read.sentence)
  if (!command) return copyTo(args)
  const outcome = await command.run({ db: await database(), config: read.config, now: Date.now() }, args)
  if (!outcome.ok) return refuse(outcome.sentence)
  console.log(outcome.text)
  return 0
}

function refuse(sentence: string): number {
  console.error(sentence)
  return 1
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  console.error(`That did not work: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
} finally {
  await closeDatabase()
}
