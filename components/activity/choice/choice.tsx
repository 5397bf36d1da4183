'use client'

import { useState } from 'react'
import type { ActivityProps } from '#components/activity/island.tsx'
import { record } from '#components/device/record.ts'
import { useStatements } from '#components/device/use-statements.ts'
import { Box } from '#components/ui/box.tsx'
import type { ActivityOf } from '#lib/activity/schema.ts'
import { say } from '#lib/message/format.ts'
import { Options } from './options.tsx'

/** One choice with its consequence at once, and as many tries as one likes. */
export default function Choice({ data, object, contentHash, messages, locale }: ActivityProps<ActivityOf<'choice'>>) {
  const statements = useStatements(object)
  const [picked, setPicked] = useState<string | null>(null)
  const last = statements?.findLast((statement) => statement.object === object)?.result?.response
  const chosen = picked ?? (typeof last === 'string' ? last : null)
  const id = `activity-${data.id}`
  return (
    <Box id={id} kicker={say(messages, 'choice-kicker', {}, locale)} title={data.title} lead={data.lead}>
      <Options
        name={object}
        labelledBy={`${id}-title`}
        chosen={chosen}
        choose={setPicked}
        settle={(option) =>
          record({
            verb: 'answered',
            object,
            contentHash,
            result: { response: option, success: data.options.some((one) => one.id === option && one.right) },
          })
        }
        options={data.options.map(({ id, text, verdict, feedback }) => ({
          id,
          text,
          reply: (
            <>
              <b>{verdict}</b> {feedback}
            </>
          ),
        }))}
      />
    </Box>
  )
}
