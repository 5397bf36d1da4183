import { describe, expect, it } from 'vitest'
import { takenFrom } from './check-walkthroughs.ts'
import { debriefRun } from './debrief-run.ts'
import { replayRun } from './run-scenario.ts'
import { tinyStory, where } from './tiny-story.ts'

const story = tinyStory({
  scenes: {
    door: { knock: { to: 'room', effects: { trust: 1 } }, wait: { to: 'yard', quality: 'weak' } },
    yard: { call: 'room', sing: 'room' },
    room: {
      ask: { to: 'judge', effects: { trust: 2 } },
      boast: { to: 'judge', effects: { trust: -2 }, quality: 'mixed' },
      shrug: { to: 'judge', quality: 'weak' },
      plead: { to: 'judge', when: where('trust <= 0') },
    },
  },
  routes: {
    judge: [
      [where('trust >= 3'), 'warm'],
      [[], 'cold'],
    ],
  },
  endings: { warm: true, cold: false },
})
const debrief = (...run: string[]) => debriefRun(story, replayRun(story, run.map(takenFrom)))

describe('the path beside the other choices', () => {
  it('tells for each step what the others would have moved and where they lead', () => {
    const [door] = debrief('door knock', 'room ask').steps
    expect(door?.taken.id).toBe('knock')
    expect(door?.others.map(({ choice, moved, to }) => ({ id: choice.id, moved, to }))).toEqual([
      { id: 'wait', moved: [], to: { kind: 'scene', title: 'yard', onPath: false } },
    ])
  })
  it('says of an ending only whether it is the same one', () => {
    const room = debrief('door knock', 'room ask').steps[1]
    expect(room?.others.map(({ choice, to }) => [choice.id, to])).toEqual([
      ['boast', { kind: 'ending', same: false }],
      ['shrug', { kind: 'ending', same: true }],
    ])
  })
  it('leaves out what was not offered', () => {
    expect(debrief('door knock', 'room ask').steps[1]?.others.map(({ choice }) => choice.id)).not.toContain('plead')
  })
})

describe('the skills', () => {
  const skills = (...run: string[]) =>
    debrief(...run).skills.map(({ skill, well, stronger }) => [
      skill.id,
      well.map(({ taken }) => taken.id),
      stronger.map((use) => [use.taken.id, use.stronger?.id]),
    ])
  it('were used well where the choice was strong', () =>
    expect(skills('door knock', 'room ask')).toEqual([['asking', ['knock', 'ask'], []]]))
  it('name the stronger choice beside a weaker one', () => {
    expect(skills('door wait', 'yard sing', 'room boast')).toEqual([
      [
        'asking',
        ['sing'],
        [
          ['wait', 'knock'],
          ['boast', 'ask'],
        ],
      ],
    ])
  })
})
