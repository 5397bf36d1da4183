/** WCAG 2.2, success criteria 1.4.3 (text 4.5:1) and 1.4.11 (controls 3:1), for every pair of colours the site uses. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

function colour(name: string, theme: 'light' | 'dark'): string {
  const value = css.match(new RegExp(`--${name}:\\s*([^;]+);`))?.[1] ?? ''
  const alias = value.match(/^var\(--([\w-]+)\)$/)?.[1]
  if (alias) return colour(alias, theme)
  const pair = value.match(/^light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)$/)
  if (!pair) throw new Error(`--${name} is not a colour: ${value}`)
  return pair[theme === 'light' ? 1 : 2]!
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const channel = Number.parseInt(hex.slice(i, i + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light! + 0.05) / (dark! + 0.05)
}

const modules = Array.from({ length: 8 }, (_, i) => `m${i + 1}`)
const text = ['ink', 'soft', ...modules].flatMap((front) => ['paper', 'sheet'].map((back) => [front, back] as const))
const filled = modules.map((back) => ['paper', back] as const)
const controls = ['paper', 'sheet'].map((back) => ['edge', back] as const)

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  it.each([...text, ...filled])('%s on %s can be read', (front, back) => {
    expect(contrast(colour(front, theme), colour(back, theme))).toBeGreaterThanOrEqual(4.5)
  })
  it.each(controls)('the %s of a control is seen on %s', (front, back) => {
    expect(contrast(colour(front, theme), colour(back, theme))).toBeGreaterThanOrEqual(3)
  })
})
