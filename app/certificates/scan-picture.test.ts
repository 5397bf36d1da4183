/**
 * The code on the picture as a phone reads it off a screenshot, after a social network has made the picture half as wide and saved it
 * with JPEG quality 40: the whole text comes out, whatever the name and the certificate.
 */
import { createPrivateKey, sign } from 'node:crypto'
import jpeg from 'jpeg-js'
import readCode from 'jsqr'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadCourse } from '#lib/course/load-course.ts'
import { achievementOf, courseAchievementOf } from '#lib/credential/achievement-of.ts'
import { encodeCompact, keyMark } from '#lib/credential/compact.ts'
import { codeOf } from '#lib/credential/draw-code.ts'
import type { Achievement } from '#lib/credential/schema.ts'
import { pixelsOf, shrink } from '#lib/testing/pictures.ts'
import { drawPicture } from './draw-picture.tsx'

const id = 'ABCD-EFGH-JKMN-PQRS'
const issuer = { name: 'Common Ground', logo: null, signatory: null }
// One key, so that the same codes are drawn every time. jsqr looks at one size of a picture and takes something else for a corner of the
// code in about one of a thousand, at one size and not at the next (measured: 1 of 900 at 600 pixels): that is its own doing, and no
// reader with a camera, which sees many sizes, stops there. The page /verify tries several sizes, too.
const privateKey = createPrivateKey({
  key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, 'a key for tests')]),
  format: 'der',
  type: 'pkcs8',
})

const names: Record<string, string | null> = {
  'a short name': 'Amal',
  'a name in Burmese': 'ဒေါ်အောင်ဆန်းစုကြည်',
  'a name in Arabic with vowels': 'مُحَمَّدٌ الطَّيِّب عبد الرحمن',
  'a long name': 'María del Carmen Fernández de Córdoba y Álvarez de Toledo Montemayor',
  'no name': null,
}

describe.each(['module', 'course'] as const)('the code on the picture of a %s', (template) => {
  let achievement: Achievement
  let slug = ''
  beforeAll(async () => {
    const course = await loadCourse()
    // the longest slug makes the largest code
    slug = template === 'course' ? course.course.id : [...course.modules.keys()].sort((a, b) => b.length - a.length)[0]!
    achievement = template === 'course' ? courseAchievementOf(course)! : achievementOf(course, slug)!
  }, 60_000)

  async function drawn(name: string | null, baseUrl: string) {
    const compact = {
      achievement: slug,
      name,
      day: '2026-11-22',
      list: 3,
      position: 131_071,
      certificate: id,
      key: await keyMark('z6MkqRYqQiSgvZQdnBytw86Qbs2ZWUkGv22od935YF4s8M7V'),
    }
    const code = `${baseUrl}/certificates/${id}#${await encodeCompact(compact, baseUrl, async (data) => sign(null, data, privateKey))}`
    const certificate = {
      id,
      version: 1,
      template,
      achievement,
      issuedAt: Date.UTC(2026, 10, 22),
      name: name ?? 'Amal',
      showsName: name !== null,
    }
    return { code, png: await drawPicture({ certificate, baseUrl, issuer, revoked: false, code }) }
  }

  it.each(Object.entries(names))('is read whole at 600 pixels and quality 40 with %s', async (_what, name) => {
    const { code, png } = await drawn(name, 'https://learn.example.org')
    const { data, width, height } = jpeg.decode(jpeg.encode(shrink(await pixelsOf(png), 600), 40).data, { useTArray: true })
    expect(readCode(new Uint8ClampedArray(data), width, height)?.data).toBe(code)
  })

  it('is read whole where the site has a long address', async () => {
    const { code, png } = await drawn(names['a long name']!, 'https://common-ground.learning.humanitarian-academy.example.org')
    const { data, width, height } = jpeg.decode(jpeg.encode(shrink(await pixelsOf(png), 600), 40).data, { useTArray: true })
    expect(readCode(new Uint8ClampedArray(data), width, height)?.data).toBe(code)
    expect(codeOf(code).size).toBeGreaterThan(57)
  })
})
