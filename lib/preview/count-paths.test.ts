import { expect, it } from 'vitest'
import { tinyStory, where } from '#lib/scenario/tiny-story.ts'
import { countPaths } from './count-paths.ts'
import { startAnywhere } from './start-anywhere.ts'

// a: straight to the end. b: on to a scene with three ways, two of which end badly.
const story = tinyStory({
  scenes: {
    first: { a: { to: 'end', effects: { trust: 2 } }, b: { to: 'second', effects: { trust: -1 } } },
    second: { a: 'end', b: 'sad', c: { to: 'sad', effects: { trust: -1 } } },
  },
  endings: { end: true, sad: false },
})

it('counts each path once, and apart from that what would come of blind choices', () => {
  const count = countPaths(story)!
  expect(count.paths).toBe(4)
  expect(count.endings.map(({ id, paths, share }) => [id, paths, share])).toEqual([
    ['end', 2, 0.5],
    ['sad', 2, 0.5],
  ])
  expect(count.endings[0]!.blind).toBeCloseTo(1 / 2 + 1 / 6)
  expect(count.endings[1]!.blind).toBeCloseTo(1 / 3)
})

it('gives the least and the most of each meter, over all and on arrival', () => {
  const { meters, endings } = countPaths(story)!
  expect(meters).toEqual([{ id: 'trust', label: 'trust', start: 2, min: 0, max: 4, least: 0, most: 4 }])
  expect(endings.map((ending) => ending.meters['trust'])).toEqual([
    { min: 1, max: 4 },
    { min: 0, max: 1 },
  ])
})

it('does not count a story whose names do not exist, or that comes back', () => {
  expect(countPaths(tinyStory({ scenes: { first: { a: 'nowhere', b: 'end' } } }))).toBeNull()
  expect(countPaths(tinyStory({ scenes: { first: { a: 'first', b: 'end' } } }))).toBeNull()
})

it('counts from any place with any meters', () => {
  const guarded = tinyStory({
    scenes: { first: { a: 'second', b: 'second' }, second: { a: 'end', b: { to: 'end', when: where('trust >= 4') } } },
  })
  expect(countPaths(startAnywhere(guarded, 'second', { trust: 3 }))!.paths).toBe(1)
  expect(countPaths(startAnywhere(guarded, 'second', { trust: 99 }))!.paths).toBe(2)
  expect(startAnywhere(guarded, 'second', { trust: 99 }).meters[0]!.start).toBe(4)
})
