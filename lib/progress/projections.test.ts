import { describe, expect, it } from 'vitest'
import { idAt, statement } from '#lib/testing/small-course.ts'
import { countsOf } from './projections.ts'

const responded = (item: string, response: unknown, scaled?: number) =>
  statement({
    verb: 'responded',
    object: `networking/quiz/${item}`,
    attempt: idAt(1),
    result: { response: response as string, ...(scaled === undefined ? {} : { score: { raw: scaled, max: 1, scaled } }) },
  })

describe('counts', () => {
  it('say how often each choice of a scene was taken', () => {
    const chose = (scene: string, choice: string) =>
      statement({ verb: 'chose', object: `networking/scenario/${scene}`, attempt: idAt(1), result: { choice } })
    expect(countsOf([chose('sc3-n02', 'a'), chose('sc3-n01', 'b'), chose('sc3-n02', 'a')]).choices).toEqual([
      { scene: 'networking/scenario/sc3-n01', choice: 'b', n: 1 },
      { scene: 'networking/scenario/sc3-n02', choice: 'a', n: 2 },
    ])
  })

  it.each([
    [1, 'full'],
    [0.5, 'partial'],
    [0, 'none'],
    [undefined, 'unscored'],
  ])('put a response with the score %s under "%s"', (scaled, value) => {
    expect(countsOf([responded('M3-Q01', null, scaled)]).responses).toEqual([{ item: 'networking/quiz/M3-Q01', kind: 'mark', value, n: 1 }])
  })

  it.each<[string, unknown, string[]]>([
    ['one option', 'ask-first', ['ask-first']],
    ['several options, each once', ['b', 'a', 'b'], ['a', 'b']],
    ['options put into categories', { one: 'near', two: 'far' }, ['one:near', 'two:far']],
    ['true or false with its reason', { verdict: true, reason: 'r1' }, ['reason:r1', 'verdict:true']],
    ['nothing', null, []],
    ['no words that somebody wrote', 'I would ask Amal first, then wait.', []],
    ['no more than a sane number', Array.from({ length: 100 }, (_, i) => `o${i}`), Array.from({ length: 40 }, (_, i) => `o${i}`).sort()],
  ])('know %s', (_name, response, values) => {
    const options = countsOf([responded('M3-Q01', response, 1)]).responses.filter(({ kind }) => kind === 'option')
    expect(options.map(({ value }) => value)).toEqual(values)
  })

  it('leave everything else alone', () => {
    const others = [
      statement({ verb: 'answered', object: 'networking/lessons/hello/cards', result: { response: 'a' } }),
      statement({ verb: 'started', object: 'networking/quiz', attempt: idAt(1) }),
    ]
    expect(countsOf(others)).toEqual({ choices: [], responses: [] })
  })
})
