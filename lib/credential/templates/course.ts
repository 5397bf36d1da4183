/** The certificate of the course: what its picture is made from. How it looks: components/certificate/templates/course.tsx. */
import { z } from 'zod'
import { courseAchievementSchema } from '#lib/credential/schema.ts'
import { moduleTemplate } from './module.ts'

export const courseTemplate = {
  name: 'course',
  /** Goes up with every change of what the picture looks like: it is part of the picture's ETag. */
  version: 2,
  width: 1200,
  height: 630,
  /** All lengths in pixels; see module.ts. */
  nameBox: { width: 720, height: 140, size: 80 },
  words: { left: 84, top: 104, width: 740, height: 486, sentence: 640 },
  code: { left: 864, top: 64, edge: 272 },
  issuer: { left: 620, top: 542, width: 516, height: 48 },
  band: { left: 400, top: 270, angle: 17 },
  schema: z.strictObject({ ...moduleTemplate.schema.shape, achievement: courseAchievementSchema }),
} as const

export type CourseTemplateData = z.infer<typeof courseTemplate.schema>
