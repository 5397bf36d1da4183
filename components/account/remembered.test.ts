import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { remember, rememberedText, rememberOut, subscribeRemembered } from './remembered.ts'

describe('who is remembered on a device', () => {
  beforeEach(() => {
    const kept = new Map<string, string>()
    const listeners = new EventTarget()
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    })
    for (const name of ['addEventListener', 'removeEventListener', 'dispatchEvent'] as const)
      vi.stubGlobal(name, listeners[name].bind(listeners))
  })
  afterEach(() => vi.unstubAllGlobals())

  it('is told to whoever listens, and forgotten', () => {
    const told = vi.fn()
    const stop = subscribeRemembered(told)
    remember({ name: 'Amina', staff: true })
    expect(rememberedText()).toContain('"staff":true')
    remember(null)
    expect(rememberedText()).toBe('')
    expect(told).toHaveBeenCalledTimes(2)
    stop()
    remember({ name: 'Amina', staff: true })
    expect(told).toHaveBeenCalledTimes(2)
  })
  it('keeps the name alone once the session has ended, and changes nothing a second time', () => {
    remember({ name: 'Amina', staff: true })
    rememberOut()
    const text = rememberedText()
    expect(JSON.parse(text)).toEqual({ name: 'Amina', staff: false, out: true })
    rememberOut()
    expect(rememberedText()).toBe(text)
  })
  it('is nobody where nobody was, and where the browser keeps nothing', () => {
    rememberOut()
    expect(rememberedText()).toBe('')
    vi.stubGlobal('localStorage', {
      getItem() {
        throw new Error('no storage')
      },
      setItem() {
        throw new Error('no storage')
      },
    })
    remember({ name: 'Amina', staff: false })
    rememberOut()
    expect(rememberedText()).toBe('')
  })
})
