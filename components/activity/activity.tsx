import type { Activity as ActivityData } from '#lib/activity/schema.ts'
import type { Reference } from '#lib/competency/reference.ts'
import { fingerprint } from '#lib/course/fingerprint.ts'
import type { Locale } from '#lib/message/locale.ts'
import styles from './activity.module.css'
import { ActivityIsland } from './island.tsx'
import { messagesOf } from './messages-of.ts'

/**
 * An activity in the flow of a page: the server half. Gives the one client leaf of its kind its data, the id that
 * its statements carry, and only the strings it needs.
 *
 * @param object id of the activity, see objectId in lib/course/schema.ts
 * @param module slug of the module it belongs to
 * @param reference what it shows of the course besides its own data, see referenceFor
 */
export function Activity({
  data,
  object,
  module,
  locale,
  reference,
}: {
  data: ActivityData
  object: string
  module: string
  locale: Locale
  reference?: Reference | undefined
}) {
  return (
    <div className={styles['activity']} data-kind={data.kind}>
      <ActivityIsland
        data={data}
        object={object}
        contentHash={fingerprint(data)}
        module={module}
        messages={messagesOf(data, locale)}
        locale={locale}
        reference={reference}
      />
    </div>
  )
}
