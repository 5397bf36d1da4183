/** The certificate of one module: what its picture is made from. How it looks: components/certificate/templates/module.tsx. */
import { z } from 'zod'
import { moduleAchievementSchema } from '#lib/credential/schema.ts'

export const moduleTemplate = {
  name: 'module',
  /** Goes up with every change of what the picture looks like: it is part of the picture's ETag. */
  version: 4,
  width: 1200,
  height: 630,
  /** All lengths in pixels. Where the holder's name, and the words around it, stand. */
  nameBox: { width: 700, height: 148, size: 80 },
  words: { left: 84, top: 96, width: 720, height: 494, sentence: 640 },
  /**
   * The modules of the code, without the quiet zone. Everything around it keeps clear of that. All three are multiples of 16: on a picture
   * made half as large the code then fills whole blocks of a JPEG, which it needs (see README.md).
   */
  code: { left: 864, top: 272, edge: 272 },
  /** Who issued it and signed, where that is more than the site's name. */
  issuer: { left: 84, top: 464, width: 700, height: 48 },
  /** The band over a revoked one: it leaves the code alone, which leads to the page that says why. */
  band: { left: 400, top: 330, angle: -17 },
  schema: z.strictObject({
    /** null: the holder shows none */
    name: z.string().min(1).nullable(),
    achievement: moduleAchievementSchema,
    /** Unix milliseconds */
    issuedAt: z.int().min(0),
    /** where it can be checked: host and path, without the scheme */
    address: z.string().min(1),
    locale: z.string().min(2),
  }),
} as const

export type ModuleTemplateData = z.infer<typeof moduleTemplate.schema>
