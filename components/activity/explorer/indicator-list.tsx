import { useId, useState } from 'react'
import privacy from '#components/activity/private/private.module.css'
import { Button } from '#components/ui/button.tsx'
import { type Filters, findIndicators, noFilters } from '#lib/activity/explorer.ts'
import type { Framework, ModuleName, ReferenceIndicator } from '#lib/competency/reference.ts'
import styles from './explorer.module.css'

type Words = (key: string, values?: Record<string, string | number>) => string
/** Up to so many indicators stand open; with more, their headings are read first. */
const openUpTo = 24

/** The indicators under their headings, with three filters. How many are left is said as soon as a filter changes. */
export function IndicatorList({
  id,
  framework,
  modules,
  locale,
  t,
}: {
  id: string
  framework: Framework
  modules: readonly ModuleName[]
  locale: string
  t: Words
}) {
  const [filters, setFilters] = useState<Filters>(noFilters)
  const select = useId()
  const { count, total, elements } = findIndicators(framework, filters)
  const filtered = count < total
  const building = modules.filter(({ number }) => findIndicators(framework, { ...noFilters, module: number }).count > 0)

  return (
    <div>
      <div className={styles['filters']}>
        <Chips
          name={`${id}-element`}
          legend={t('explorer-element')}
          value={filters.element}
          options={[{ value: null, label: t('explorer-any') }, ...framework.elements.map(({ id, title }) => ({ value: id, label: title }))]}
          pick={(element) => setFilters({ ...filters, element })}
        />
        <Chips
          name={`${id}-level`}
          legend={t('explorer-level')}
          value={filters.level}
          options={[
            { value: null, label: t('explorer-any') },
            ...([1, 2, 3] as const).map((level) => ({ value: level, label: String(level) })),
          ]}
          pick={(level) => setFilters({ ...filters, level })}
        />
        <div className={privacy['field']}>
          <label htmlFor={select}>{t('explorer-module')}</label>
          <select
            id={select}
            className={privacy['input']}
            value={filters.module ?? ''}
            onChange={(event) => setFilters({ ...filters, module: Number(event.currentTarget.value) || null })}
          >
            <option value="">{t('explorer-any-module')}</option>
            {building.map(({ number, title }) => (
              <option key={number} value={number}>
                {t('explorer-module-name', { number, title })}
              </option>
            ))}
          </select>
        </div>
      </div>
      <div className={styles['count']}>
        <p role="status">{t(count > 0 ? 'explorer-count' : whyNone(filters), { count, total })}</p>
        {filtered ? (
          <Button look="quiet" onClick={() => setFilters(noFilters)}>
            {t('explorer-reset')}
          </Button>
        ) : null}
      </div>
      {elements.map(({ id, title, for: whom, competencies }) => (
        <section key={id} className={styles['element']} aria-label={title}>
          <h4>{title}</h4>
          <p className={styles['whom']}>{whom}</p>
          {competencies.map((competency) => (
            <details
              key={`${competency.title} ${JSON.stringify(filters)}`}
              className={styles['competency']}
              open={filtered && count <= openUpTo}
            >
              <summary>
                <h5>{competency.title}</h5>
                <span>
                  {t(competency.indicators.length < competency.total ? 'explorer-part' : 'explorer-whole', {
                    count: competency.indicators.length,
                    total: competency.total,
                  })}
                </span>
              </summary>
              <ul>
                {competency.indicators.map((one) => (
                  <li key={one.text}>
                    {one.text}
                    <Tags indicator={one} locale={locale} t={t} />
                  </li>
                ))}
              </ul>
            </details>
          ))}
        </section>
      ))}
      <p className={styles['note']}>{framework.note}</p>
    </div>
  )
}

/** Two of the reasons why nothing is left teach how the framework is built. */
function whyNone({ element, level }: Filters): string {
  if (element === 'values' && level !== null) return 'explorer-none-values'
  return element === 'managerial' && level === 1 ? 'explorer-none-managerial' : 'explorer-none'
}

function Tags({ indicator: { level, modules }, locale, t }: { indicator: ReferenceIndicator; locale: string; t: Words }) {
  if (!level && !modules) return null
  return (
    <span className={styles['tags']}>
      {level ? <span>{t('explorer-indicator-level', { level })}</span> : null}
      {modules ? (
        <span>
          {t('explorer-indicator-modules', { count: modules.length, modules: new Intl.ListFormat(locale).format(modules.map(String)) })}
        </span>
      ) : null}
    </span>
  )
}

function Chips<V extends string | number | null>({
  name,
  legend,
  value,
  options,
  pick,
}: {
  name: string
  legend: string
  value: V
  options: readonly { value: V; label: string }[]
  pick(value: V): void
}) {
  return (
    <fieldset className={styles['chips']}>
      <legend>{legend}</legend>
      {options.map((one) => (
        <label key={String(one.value)}>
          <input type="radio" name={name} checked={value === one.value} onChange={() => pick(one.value)} />
          <span>{one.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
