/**
 * The conversation with an author about what is open, one question after the other. Pure but for `ask`, which shows a text
 * and gives back what was typed. Nothing is written here; whoever stops has changed nothing.
 */
import type { Answer } from './answer.ts'
import type { Change } from './compare.ts'
import { describeChange } from './describe-changes.ts'

export type Ask = (question: string) => Promise<string>
type Review = (answers: readonly Answer[]) => { open: readonly Change[]; problems: readonly string[] }

/**
 * @param review what is still open after these answers, and what does not fit
 * @returns the answers, or a sentence that says why there are none
 */
export async function askAnswers(review: Review, given: readonly Answer[], ask: Ask): Promise<{ answers: Answer[] } | { stopped: string }> {
  const answers = [...given]
  let reason = given.at(-1)?.note ?? ''
  for (;;) {
    const [change] = review(answers).open
    if (!change) return { answers }
    const shown = `\n${describeChange(change).join('\n')}\n`
    const answer = change.kind === 'removed' ? await askRemoved(change, shown) : await askChanged(change, shown)
    if ('stopped' in answer) return answer
    const problems = review([...answers, answer]).problems
    if (problems.length === 0) answers.push(answer)
    else await ask(`${problems.join('\n')}\nPress Enter to go back to the question. `)
  }

  async function askRemoved({ id, likely }: Extract<Change, { kind: 'removed' }>, shown: string): Promise<Answer | { stopped: string }> {
    const letter = await choose(`${shown}What became of it?  m = moved to another id   t = retired   q = stop: `, 'mtq')
    if (letter === 'q') return { stopped: 'Stopped. Nothing was written.' }
    if (letter === 't') return { kind: 'retired', id, note: await why() }
    const typed = (await ask(`To which id?${likely ? ` (Enter: ${likely})` : ''} `)).trim()
    return { kind: 'moved', id, to: typed || likely || '', note: await why() }
  }

  async function askChanged({ id }: Change, shown: string): Promise<Answer | { stopped: string }> {
    const letter = await choose(`${shown}Does it still mean the same?  r = yes, reworded   o = no, another meaning   q = stop: `, 'roq')
    if (letter === 'q') return { stopped: 'Stopped. Nothing was written.' }
    if (letter === 'o') return { stopped: otherMeaning(id) }
    return { kind: 'reworded', id, note: await why() }
  }

  async function choose(question: string, letters: string): Promise<string> {
    for (let text = question; ; text = `Type one of ${[...letters].join(', ')}: `) {
      const letter = (await ask(text)).trim().toLowerCase()
      if (letter.length === 1 && letters.includes(letter)) return letter
    }
  }

  async function why(): Promise<string> {
    for (let text = `Why, in one sentence?${reason ? ` (Enter: ${reason})` : ''} `; ; text = 'A reason is needed: ') {
      reason = (await ask(text)).trim() || reason
      if (reason) return reason
    }
  }
}

export function otherMeaning(id: string): string {
  return `Then give it a new id in its file, in place of “${id.split('/').at(-1)}”, and run this again: the old id will be gone and can be retired. Learners keep what they said to the old one, and nobody is told that they said it to the new one. Nothing was written.`
}
