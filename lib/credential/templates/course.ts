/** The certificate of the course: what its picture is made from. How it looks: components/certificate/templates/course.tsx. */
import { z } from 'zod'
import { courseAchievementSchema } from '#lib/credential/schema.ts'
import { moduleTemplate } from './module.ts'

export const courseTemplate = {
  name: 'course',
  /** Goes up with every change of what the picture looks like: it is part of the picture's ETag. */
  version: 1,
  width: 1200,
  height: 630,
  /** Where the holder's name stands, in pixels. */
  nameBox: { width: 860, height: 140, size: 80 },
  schema: z.strictObject({ ...moduleTemplate.schema.shape, achievement: courseAchievementSchema }),
} as const

export type CourseTemplateData = z.infer<typeof courseTemplate.schema>
