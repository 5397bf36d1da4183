/** A test that makes something print an error has failed, unless it says that it expects one by mocking console.error itself. */
import { afterEach, beforeEach, expect, vi } from 'vitest'

let spy: ReturnType<typeof vi.spyOn>
beforeEach(() => {
  spy = vi.spyOn(console, 'error')
})
afterEach(() => {
  const calls = spy.mock.calls
  spy.mockRestore()
  expect(calls, 'console.error was called').toEqual([])
})
