/** The texts of a new scenario: a story of two scenes that can be proved, and one golden run for each of its endings. */
export function scenarioText(number: number, lesson: string | undefined): string {
  const choice = (id: string, quality: string, to: string, by: number) => `      - id: ${id}
        quality: ${quality}
        skill: to-name-skill
        text: ✎ What one does, as a full sentence.
        to: ${to}
        effects: { trust: ${by} }
        reasons: { trust: ✎ a few words why. }
        result: ✎ What happens, shown at once.
        feedback: ✎ Why it matters, shown after it.
        facts: []`
  return `# A scenario is a story in which the learner decides. content/README.md says how to write one.
# After each change look at /preview: it draws the story, proves it, and lets you play it from any place.

id: SC${number}
title: ✎ Title of the story
# who one is and what is going on; an empty line begins a paragraph
setting: ✎ Where you are, what your job is, and what is at stake.
# how long a run takes
minutes: 5
# who appears
people:
  - { name: ✎ Name, role: ✎ What she or he does }
start: sc${number}-n01

# Two or three whole numbers that choices move. words: the word for a value, from its \`from\` upwards.
meters:
  - id: trust
    label: Trust
    meaning: ✎ What this number stands for
    start: 3
    min: 0
    max: 6
    words:
      - { from: 0, word: low }
      - { from: 2, word: fair }
      - { from: 5, word: high }

# What the choices are about. The debrief groups them by skill; \`lesson\` is where to read again.
skills:
  - { id: to-name-skill, label: ✎ Name of the skill, idea: ✎ One sentence that says what the skill is.${lesson === undefined ? '' : `, lesson: ${lesson}`} }

# One decision each. quality is never shown before the choice is made:
# strong; mixed (it has a price); weak (what a busy, decent colleague really does: no straw men).
scenes:
  - id: sc${number}-n01
    title: ✎ The first scene
    when: ✎ Place and time
    text: ✎ What is going on. A paragraph that begins with "> " is what somebody says.
    choices:
${choice('a', 'strong', `sc${number}-n02`, 1)}
${choice('b', 'mixed', `sc${number}-n02`, -1)}
  - id: sc${number}-n02
    title: ✎ The second scene
    when: ✎ Place and time
    text: ✎ What has come of it.
    choices:
${choice('a', 'strong', `sc${number}-fork`, 1)}
${choice('b', 'weak', `sc${number}-fork`, -2)}

# Places nobody sees: rules from top to bottom, the last one without a condition.
routes:
  - id: sc${number}-fork
    rules:
      - { when: [{ meter: trust, is: '>=', than: 3 }], to: sc${number}-e1 }
      - { when: [], to: sc${number}-e2 }

# Outcomes, not marks. good: true is the one that the story hopes for.
endings:
  - { id: sc${number}-e1, title: ✎ The good ending, good: true, text: ✎ What came of it., debrief: ✎ What to make of it. }
  - { id: sc${number}-e2, title: ✎ The other ending, good: false, text: ✎ What came of it., debrief: ✎ What to make of it. }
`
}

export function walkthroughsText(number: number): string {
  return `# Golden runs: choices in order, and where they lead. One for each ending at least. They must stay as they are;
# when one changes on purpose, change it here, too.
- { name: ✎ In a few words how it goes well, choices: [sc${number}-n01 a, sc${number}-n02 a], ending: sc${number}-e1, meters: { trust: 5 } }
- { name: ✎ In a few words how it does not, choices: [sc${number}-n01 b, sc${number}-n02 b], ending: sc${number}-e2, meters: { trust: 0 } }
`
}
