/** The words after `npm run content:release --`. Pure. */
import type { Answer } from './answer.ts'

export type Arguments = { ok: true; dryRun: boolean; answers: Answer[] } | { ok: false; problem: string }

export const usage = `npm run content:release                                    shows what changed, asks, and writes the release
npm run content:release -- --dry-run                       shows it and writes nothing
npm run content:release -- --reworded "why"                everything that has other words has the same meaning
npm run content:release -- --reworded <id> "why"           this piece has the same meaning
npm run content:release -- --retired <id> "why"            this piece is gone, with its parts
npm run content:release -- --moved <id> <new id> "why"     this piece carries on under a new id
The last four can be combined and repeated.`

export function readArguments(words: readonly string[]): Arguments {
  const answers: Answer[] = []
  let dryRun = false
  for (let at = 0; at < words.length; ) {
    const flag = words[at]!
    const next = words.findIndex((word, index) => index > at && word.startsWith('--'))
    const end = next < 0 ? words.length : next
    const given = words.slice(at + 1, end)
    at = end
    const [first, second, third] = given
    if (flag === '--dry-run' && given.length === 0) dryRun = true
    else if (flag === '--reworded' && first !== undefined && given.length === 1) answers.push({ kind: 'reworded', id: null, note: first })
    else if (flag === '--reworded' && first !== undefined && second !== undefined && given.length === 2)
      answers.push({ kind: 'reworded', id: first, note: second })
    else if (flag === '--retired' && first !== undefined && second !== undefined && given.length === 2)
      answers.push({ kind: 'retired', id: first, note: second })
    else if (flag === '--moved' && first !== undefined && second !== undefined && third !== undefined && given.length === 3)
      answers.push({ kind: 'moved', id: first, to: second, note: third })
    else return { ok: false, problem: problemWith(flag, given) }
  }
  return { ok: true, dryRun, answers }
}

function problemWith(flag: string, given: readonly string[]): string {
  const counted = `${given.length === 0 ? 'nothing' : given.map((one) => `“${one}”`).join(' ')} stands after it`
  switch (flag) {
    case '--dry-run':
      return `--dry-run stands alone; ${counted}.`
    case '--reworded':
      return `--reworded takes a reason, or an id and a reason, in quotation marks; ${counted}.`
    case '--retired':
      return `--retired takes an id and a reason in quotation marks; ${counted}.`
    case '--moved':
      return `--moved takes the old id, the new id and a reason in quotation marks; ${counted}.`
    default:
      return `“${flag}” means nothing here.`
  }
}
