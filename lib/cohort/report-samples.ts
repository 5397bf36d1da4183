/** For tests of the reports: an item bank of a few words. */
import type { Item } from '#lib/quiz/schema.ts'

export function aBank(count: number): { items: Item[]; objectives: { id: string; text: string; lessons: string[] }[] } {
  const option = (id: string) => ({ id, text: `The ${id} one`, feedback: `Because of ${id}.` })
  return {
    items: Array.from({ length: count }, (_, index) => ({
      kind: 'single',
      id: `M1-Q0${index + 1}`,
      objective: `M1.O${(index % 2) + 1}`,
      difficulty: 'medium',
      level: 'apply',
      facts: ['A1'],
      stem: `=Which of these, ${index + 1}?`,
      options: ['red', 'blue', 'green'].map(option),
      key: 'green',
    })),
    objectives: [
      { id: 'M1.O1', text: 'tell red from green', lessons: ['one'] },
      { id: 'M1.O2', text: 'see blue', lessons: ['two', 'one'] },
    ],
  }
}
