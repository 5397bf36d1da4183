import { saveFile } from '#components/activity/private/save-file.ts'
import quiz from '#components/quiz/quiz.module.css'
import type { Say } from '#components/quiz/text.ts'
import { Button } from '#components/ui/button.tsx'
import { makeIcs } from '#lib/activity/make-ics.ts'
import type { Visit } from '#lib/review/schedule.ts'
import { isoOfDay, nameOfDay, partsOfDay } from './calendar-days.ts'
import styles from './review.module.css'

export const weeksAhead = 10
const shown = 5
const hour = 9

/** The coming days, as stops on a way. They are offers: no count of days kept, nothing turns red. */
export function Forecast({
  visits,
  today,
  names,
  address,
  say,
  locale,
}: {
  visits: readonly Visit[]
  today: number
  names(modules: readonly string[]): string
  address: string
  say: Say
  locale: string
}) {
  function save() {
    const now = Date.now()
    const reminders = visits.map(({ day, modules, minutes }) => ({
      uid: `review-${isoOfDay(day)}@${location.hostname}`,
      now,
      day: partsOfDay(day),
      hour,
      minutes,
      summary: say('calendarSummary', { minutes }),
      description: say('calendarText', { modules: names(modules) }),
      url: new URL(address, location.href).href,
    }))
    saveFile('reviews.ics', makeIcs(...reminders), 'text/calendar;charset=utf-8')
  }
  return (
    <section className={styles['ahead']} aria-labelledby="review-ahead">
      <h2 id="review-ahead">{say('aheadTitle')}</h2>
      {visits.length === 0 ? (
        <p className={quiz['soft']}>{say('aheadNone')}</p>
      ) : (
        <>
          <p className={quiz['soft']}>{say('aheadNote')}</p>
          <ol className={styles['visits']}>
            {visits.slice(0, shown).map(({ day, modules, minutes }) => (
              <li key={day}>
                <time dateTime={isoOfDay(day)}>{day === today + 1 ? say('tomorrow') : nameOfDay(day, locale)}</time>
                <span>{say('aheadLine', { modules: names(modules), minutes })}</span>
              </li>
            ))}
          </ol>
          {visits.length > shown ? <p className={quiz['soft']}>{say('aheadMore', { count: visits.length - shown })}</p> : null}
          <Button className={styles['calendar']} onClick={save}>
            {say('calendar')}
          </Button>
          <p className={quiz['soft']}>{say('calendarNote')}</p>
        </>
      )}
    </section>
  )
}
