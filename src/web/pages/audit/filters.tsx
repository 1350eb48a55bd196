/** Which records are meant; every choice stands in the address at once. */
import { useRouter } from '@tanstack/react-router'
import { Input, Select } from 'antd'
import { withQuery } from '../../api/index.ts'
import { useWords } from '../../words/index.ts'
import type { AuditSearch } from './search.ts'

const ACTS = ['read', 'export', 'refusal', 'sign-in', 'audit'] as const

export function Filters({ search }: { search: AuditSearch }) {
  const { t } = useWords()
  const router = useRouter()
  const go = (changes: Partial<Record<keyof AuditSearch, string | undefined>>): void =>
    void router.navigate({ href: withQuery('/audit', { ...search, ...changes }) })
  const isEntries = search.view === 'entries'
  const { from = '', to = '', kind, object = '', result } = search
  const isNarrowed = Object.keys(search).some((name) => name !== 'view')
  return (
    <form className="audit-filters no-print" onSubmit={(event) => event.preventDefault()}>
      <label>
        {t('audit.from')}
        <input type="date" value={from} onChange={(event) => go({ from: event.target.value })} />
      </label>
      <label>
        {t('audit.to')}
        <input type="date" value={to} onChange={(event) => go({ to: event.target.value })} />
      </label>
      {isEntries ? (
        <Text name={t('audit.command')} value={kind ?? ''} take={(text) => go({ kind: text })} />
      ) : (
        <>
          <Choice
            name={t('audit.act')}
            value={kind}
            options={ACTS.map((act) => ({ value: act, label: t(`audit.act.${act}`) }))}
            take={(chosen) => go({ kind: chosen })}
          />
          <Choice
            name={t('audit.result')}
            value={result}
            options={(['answered', 'refused'] as const).map((value) => ({
              value,
              label: t(`audit.result.${value}`),
            }))}
            take={(chosen) => go({ result: chosen })}
          />
        </>
      )}
      <Text
        name={t(isEntries ? 'audit.entry' : 'audit.object')}
        value={object}
        take={(text) => go({ object: text })}
      />
      {isNarrowed ? (
        <a className="fig" href={withQuery('/audit', { view: search.view })}>
          {t('audit.clear')}
        </a>
      ) : null}
    </form>
  )
}

interface ChoiceProps {
  name: string
  value: string | undefined
  options: { value: string; label: string }[]
  take: (value: string | undefined) => void
}

function Choice({ name, value, options, take }: ChoiceProps) {
  return (
    <Select
      size="small"
      allowClear
      aria-label={name}
      placeholder={name}
      value={value}
      options={options}
      onChange={(chosen: string | undefined) => take(chosen)}
      popupMatchSelectWidth={false}
      className="audit-choice"
    />
  )
}

/** Taken over when somebody leaves the field or presses Enter, and not letter by letter. */
function Text({
  name,
  value,
  take,
}: {
  name: string
  value: string
  take: (text: string) => void
}) {
  return (
    <Input
      key={value}
      size="small"
      allowClear
      className="audit-text"
      aria-label={name}
      placeholder={name}
      defaultValue={value}
      onPressEnter={(event) => take(event.currentTarget.value)}
      onBlur={(event) => {
        if (event.target.value !== value) take(event.target.value)
      }}
    />
  )
}
