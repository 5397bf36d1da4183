'use client'

import type { ActivityProps } from '#components/activity/island.tsx'
import { Box } from '#components/ui/box.tsx'
import type { ActivityOf } from '#lib/activity/schema.ts'
import { say } from '#lib/message/format.ts'
import { IndicatorList } from './indicator-list.tsx'
import { PeopleQuestions } from './people-questions.tsx'

/** The framework to look things up in, then questions about people for which one needs it. */
export default function Explorer({ data, object, contentHash, messages, locale, reference }: ActivityProps<ActivityOf<'explorer'>>) {
  const t = (key: string, values = {}) => say(messages, key, values, locale)
  return (
    <Box id={`activity-${data.id}`} kicker={t('explorer-kicker')} title={data.title} lead={data.lead}>
      {reference?.framework ? (
        <IndicatorList id={data.id} framework={reference.framework} modules={reference.modules} locale={locale} t={t} />
      ) : null}
      <PeopleQuestions data={data} object={object} contentHash={contentHash} t={t} />
    </Box>
  )
}
