/** The certificate of one module: what its picture is made from. How it looks: components/certificate/templates/module.tsx. */
import { z } from 'zod'
import { moduleAchievementSchema } from '#lib/credential/schema.ts'

export const moduleTemplate = {
  name: 'module',
  /** Goes up with every change of what the picture looks like: it is part of the picture's ETag. */
  version: 2,
  width: 1200,
  height: 630,
  /** Where the holder's name stands, in pixels. */
  nameBox: { width: 700, height: 148, size: 80 },
  schema: z.strictObject({
    name: z.string().min(1),
    achievement: moduleAchievementSchema,
    /** Unix milliseconds */
    issuedAt: z.int().min(0),
    /** where it can be checked: host and path, without the scheme */
    address: z.string().min(1),
    locale: z.string().min(2),
  }),
} as const

export type ModuleTemplateData = z.infer<typeof moduleTemplate.schema>
