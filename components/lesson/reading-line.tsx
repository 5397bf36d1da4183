import styles from './lesson-page.module.css'

/** How far down the page one is: one thin line, drawn by the browser from the scroll position, without a script. */
export function ReadingLine() {
  return <div className={styles['reading']} aria-hidden="true" />
}
