import fold from '#components/ui/fold.module.css'
import type { Skill } from '#lib/credential/skills-of.ts'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './certificate-view.module.css'

/** More indicators than these are folded under their competencies. */
const atOnce = 12

/** The skills in the words of the framework; each leads to its place there. */
export function Skills({
  skills,
  framework,
  address,
  messages,
}: {
  skills: readonly Skill[]
  /** title of the framework */
  framework: string
  /** of the page of the framework */
  address: string
  messages: Messages
}) {
  const all = skills.reduce((sum, { indicators }) => sum + indicators.length, 0)
  const listed = ({ indicators }: Skill) => (
    <ul>
      {indicators.map(({ id, text }) => (
        <li key={id}>
          <a href={`${address}#${id}`}>{text}</a>
        </li>
      ))}
    </ul>
  )
  return (
    <section className={styles['about']} aria-labelledby="skills">
      <h2 id="skills">{say(messages, 'skills')}</h2>
      <p>{say(messages, 'skillsLead', { framework })}</p>
      <div className={styles['skills']}>
        {skills.map((skill) =>
          all > atOnce ? (
            <details className={styles['folded']} key={skill.competency}>
              <summary className={fold['summary']}>{skill.competency}</summary>
              {listed(skill)}
            </details>
          ) : (
            <div className={styles['skill']} key={skill.competency}>
              <h3>{skill.competency}</h3>
              {listed(skill)}
            </div>
          ),
        )}
      </div>
    </section>
  )
}
