import { expect, it } from 'vitest'
import { personIds } from '#lib/simulation/who-knows-whom/people.ts'
import { curve, mapSize, placeOf, waypoints, youAt } from './map-layout.ts'

const places = [...personIds.map((id) => placeOf[id]), youAt]

it('leaves every person a target of 44 units that overlaps no other', () => {
  for (const [i, a] of places.entries()) {
    for (const b of places.slice(i + 1)) expect(Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y))).toBeGreaterThanOrEqual(44)
  }
})
it('keeps everybody, with the name below, inside the drawing', () => {
  for (const { x, y } of places) {
    expect(x).toBeGreaterThanOrEqual(28)
    expect(x).toBeLessThanOrEqual(mapSize.width - 28)
    expect(y).toBeGreaterThanOrEqual(22)
    expect(y).toBeLessThanOrEqual(mapSize.height - 30)
  }
})
it('travels from the first place to the last along the drawn line', () => {
  const points = waypoints([youAt, placeOf.sefa, placeOf.tarin])
  expect(points[0]).toEqual(youAt)
  expect(points[6]).toEqual(placeOf.sefa)
  expect(points.at(-1)).toEqual(placeOf.tarin)
  expect(curve(youAt, placeOf.sefa)).toContain(`M${youAt.x} ${youAt.y}Q`)
})
