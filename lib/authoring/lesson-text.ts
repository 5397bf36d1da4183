/** The text of a new lesson: whole and valid, with a comment for each field and the mark ✎ on everything still to be written. */
export function lessonText({ id, title, objective }: { id: string; title: string | undefined; objective: string }): string {
  return `---
# The code of this lesson. It never changes, and no other lesson ever gets it.
id: ${id}
# A few words. It stands at the top of the page and in every list.
title: ${title === undefined ? '✎ Title of the lesson' : quoted(title)}
# One line for lists: what is in it for the reader.
summary: ✎ One line that says what is in it for the reader.
# What the lesson teaches, by the codes in module.yaml. The objective there points back to this lesson.
objectives: [${objective}]
# Facts from the sources that this lesson teaches, by their ids in facts.yaml: [A3.1, A3.2]. [] where it teaches none.
facts: []
# What the learner does. Each activity stands in the text below as <Activity id="…" />, once.
# content/README.md lists all kinds. Ids: lower-case letters, digits, hyphens; they never change once published.
activities:
  # A question with one right option. Every option says why, the right one too.
  - kind: choice
    id: try-it
    title: ✎ A question that one can answer from the text?
    options:
      - id: to-name-1
        text: ✎ What somebody sensible might do
        right: true
        # two or three words, shown before the feedback
        verdict: ✎ Yes.
        feedback: ✎ Why this fits.
      - id: to-name-2
        text: ✎ What a busy, decent colleague really does
        right: false
        verdict: ✎ Not yet.
        feedback: ✎ What comes of it, and what would be better.
      - id: to-name-3
        text: ✎ Another mistake that people really make
        right: false
        verdict: ✎ Not yet.
        feedback: ✎ What comes of it, and what would be better.
  # What should be remembered. It comes back in the reviews, where the learner writes and the keywords find the points.
  - kind: recall
    id: recall
    title: ✎ What do you remember of …?
    points:
      # keywords: beginnings of words that only this point needs. They have to be in the text of the point and in the answer.
      - { id: to-name-1, text: ✎ the first point, keywords: [first] }
      - { id: to-name-2, text: ✎ the second point, keywords: [second] }
    answer: ✎ A full answer in one or two sentences, with the first and the second point.
---

<Case>

✎ Somebody in a situation. Two or three short paragraphs. Something is at stake, and it is not clear what to do.

</Case>

## ✎ The idea, as a heading

<Idea>

✎ The idea in under 150 words. Explain an abbreviation where it stands first, with a term of glossary.yaml.

</Idea>

<Activity id="try-it" />

## ✎ What it looks like

<Example>

✎ One real case, from beginning to end.

</Example>

<Activity id="recall" />
`
}

/** In quotes where YAML would read something else into it. */
export function quoted(text: string): string {
  return /^[\p{L}\p{N}][^:#\n]*$/u.test(text) && !/^(true|false|null|yes|no|on|off|[\d.e+-]+)$/i.test(text.trim())
    ? text
    : JSON.stringify(text)
}
