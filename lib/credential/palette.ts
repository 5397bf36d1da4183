/**
 * The colours a picture is written in: at most 256, chosen once for each paper. The mixtures of ink and paper that letters are made of are
 * given; the rest goes to what the paper itself shows, by median cut (Heckbert, 1982). Pure, and the same on every machine.
 */
export type Rgb = readonly [red: number, green: number, blue: number]

/** `colours`: red, green, blue of each. `nearest`: the number of the colour that is closest. */
export type Palette = { colours: Uint8Array; nearest: (red: number, green: number, blue: number) => number }

/** From one colour to the other in so many equal steps, both ends included. */
export type Ramp = readonly [from: Rgb, to: Rgb, steps: number]

/** Colours are looked up by the first six bits of each channel: two colours that close are one to the eye. */
const bits = 6
const drop = 8 - bits
const most = 256

/** @param data red, green, blue, alpha of every pixel of the paper */
export function choosePalette(ramps: readonly Ramp[], data: Uint8Array): Palette {
  const given = ramps.flatMap(([from, to, steps]) =>
    Array.from({ length: steps }, (_, step) => mix(from, to, steps === 1 ? 0 : step / (steps - 1))),
  )
  const unlike = given.filter((one, index) => given.findIndex((other) => other.every((value, channel) => value === one[channel])) === index)
  if (unlike.length >= most) throw new Error('More colours than a palette has')
  return paletteOf([...unlike, ...medianCut(countColours(data), most - unlike.length)])
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const channel = (index: 0 | 1 | 2) => Math.round(from[index] + (to[index] - from[index]) * share)
  return [channel(0), channel(1), channel(2)]
}

function placeOf(red: number, green: number, blue: number): number {
  return ((red >> drop) << (2 * bits)) | ((green >> drop) << bits) | (blue >> drop)
}

type Counted = { colour: Rgb; count: number }

/** Colours that share a place count as one, which is their mean. */
function countColours(data: Uint8Array): Counted[] {
  const sums = new Map<number, [number, number, number, number]>()
  for (let at = 0; at < data.length; at += 4) {
    const place = placeOf(data[at]!, data[at + 1]!, data[at + 2]!)
    const sum = sums.get(place) ?? [0, 0, 0, 0]
    sums.set(place, sum)
    for (let channel = 0; channel < 3; channel++) sum[channel] = sum[channel]! + data[at + channel]!
    sum[3]++
  }
  return [...sums.values()].map(([red, green, blue, count]) => ({ colour: [red / count, green / count, blue / count], count }))
}

type Box = { inside: Counted[]; channel: 0 | 1 | 2; weight: number }

/** Cuts the box that is widest, counting how much is in it, until there are enough. */
function medianCut(counted: Counted[], wanted: number): Rgb[] {
  const boxes = [boxOf(counted)]
  while (boxes.length < wanted) {
    const index = boxes.reduce((best, { weight }, at) => (weight > boxes[best]!.weight ? at : best), 0)
    const { inside, channel, weight } = boxes[index]!
    if (weight === 0) break
    inside.sort((a, b) => a.colour[channel] - b.colour[channel])
    const half = inside.reduce((sum, { count }) => sum + count, 0) / 2
    let at = 0
    for (let sum = 0; at < inside.length - 1 && (at === 0 || sum + inside[at]!.count <= half); at++) sum += inside[at]!.count
    boxes.splice(index, 1, boxOf(inside.slice(0, at)), boxOf(inside.slice(at)))
  }
  return boxes.map(({ inside }) => {
    const total = inside.reduce((sum, { count }) => sum + count, 0)
    const mean = (channel: 0 | 1 | 2) => Math.round(inside.reduce((sum, { colour, count }) => sum + colour[channel] * count, 0) / total)
    return [mean(0), mean(1), mean(2)]
  })
}

function boxOf(inside: Counted[]): Box {
  const widths = ([0, 1, 2] as const).map((channel) => {
    const values = inside.map(({ colour }) => colour[channel])
    return Math.max(...values) - Math.min(...values)
  })
  const channel = widths.indexOf(Math.max(...widths)) as 0 | 1 | 2
  const total = inside.reduce((sum, { count }) => sum + count, 0)
  return { inside, channel, weight: inside.length < 2 ? 0 : widths[channel]! * Math.sqrt(total) }
}

function paletteOf(list: readonly Rgb[]): Palette {
  const colours = Uint8Array.from(list.flat())
  const known = new Int16Array(1 << (3 * bits)).fill(-1)
  // a colour of the palette is itself; the first one where two share a place
  for (let index = list.length - 1; index >= 0; index--) known[placeOf(...list[index]!)] = index
  return {
    colours,
    nearest(red, green, blue) {
      const place = placeOf(red, green, blue)
      const before = known[place]!
      if (before >= 0) return before
      const middle = (value: number) => ((value >> drop) << drop) + (1 << (drop - 1))
      const [r, g, b] = [middle(red), middle(green), middle(blue)]
      let best = 0
      let least = Infinity
      for (let index = 0, at = 0; at < colours.length; index++, at += 3) {
        // the eye sees differences of green best
        const distance = 2 * (colours[at]! - r) ** 2 + 4 * (colours[at + 1]! - g) ** 2 + 3 * (colours[at + 2]! - b) ** 2
        if (distance < least) {
          least = distance
          best = index
        }
      }
      known[place] = best
      return best
    },
  }
}
