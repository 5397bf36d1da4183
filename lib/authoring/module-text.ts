/** The texts of a new module: its frame, and what its authors think about before they write. */
import { quoted } from './lesson-text.ts'

export function moduleText({ number, title, lesson, fact }: { number: number; title: string; lesson: string; fact: string }): string {
  return `# The code of the module. It never changes.
id: M${number}
title: ${quoted(title)}
# one or two sentences for lists
summary: ✎ What is in it for the reader.
purpose: ✎ From what to what the module moves a learner.
# What a learner can do after it: "After this module you can …". lessons: where it is taught; results of the check lead back there.
# level: remember, understand, apply, analyse, evaluate or create
objectives:
  - { id: M${number}.O1, text: ✎ say what one can do afterwards, level: understand, lessons: [${lesson}] }
# indicators from competencies.yaml that the module works on
competencies: []
# facts from facts.yaml that the module must teach; choose
facts: [${fact}]
# two guesses before the first lesson; nothing is right or wrong
guesses:
  kind: guesses
  id: two-guesses
  title: Two guesses
  questions:
    - id: to-name-1
      text: ✎ A question about the reader?
      options:
        - { id: to-name-1, text: ✎ One view, reply: ✎ What to look out for. }
        - { id: to-name-2, text: ✎ Another view, reply: ✎ What to look out for. }
    - id: to-name-2
      text: ✎ A question about the matter?
      options:
        - { id: to-name-1, text: ✎ One view, reply: ✎ What to look out for. }
        - { id: to-name-2, text: ✎ Another view, reply: ✎ What to look out for. }
# file names in lessons/, in order
lessons: [${lesson}]
# draw: scored items in one attempt; difficulty: how many of each, together as many as draw; practice: unscored ones added
quiz:
  draw: 2
  difficulty: { easy: 1, medium: 1, hard: 0 }
  practice: 0
# private, written after the check
reflection:
  kind: reflection
  id: reflection
  title: ✎ One thing from your own work
  prompt: ✎ What should the reader think about, and how long?
  pointer: ✎ A thought to compare with.
# to do in the next seven days, planned as if … then …
task:
  kind: plan
  id: seven-day-task
  title: ✎ Something to do in the next seven days
  tasks:
    - { id: to-name-1, text: ✎ One thing that can be done in a week. }
  example: { trigger: ✎ something happens, action: ✎ I do something }
`
}

export function designText(title: string): string {
  return `# ${title}

What this module is for, what it leaves out, and why each activity fits. For authors; learners do not see it.

- **Goal.**
- **Out of scope.**
- **Objectives, and how each is taught, practised and asked about.**
- **Why these activities.**
`
}
