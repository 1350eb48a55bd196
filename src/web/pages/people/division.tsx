/** Where an organisation has its seat: the name of a division by its code, and a field to find one. */
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useWords } from '../../words/index.ts'
import { type Division, divisionsQuery } from './queries.ts'

export function DivisionName({ code }: { code: string }) {
  const { language } = useWords()
  const found = useQuery(divisionsQuery(code)).data?.items.find((each) => each.code === code)
  return (
    <>
      {found ? divisionName(found, language) : ''} <span className="mute">{code}</span>
    </>
  )
}

interface DivisionFieldProps {
  /** Handed in by the form. */
  id?: string
  value?: string | null
  onChange?: (code: string | null) => void
}

export function DivisionField({ id, value, onChange }: DivisionFieldProps) {
  const { t, language } = useWords()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const { data } = useQuery(divisionsQuery(q === '' ? (value ?? '') : q))
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      value={value ?? null}
      onChange={(code: string | undefined) => onChange?.(code ?? null)}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      allowClear
      placeholder={t('org.home.find')}
      notFoundContent={q === '' ? t('org.home.find') : t('org.home.none', { q })}
      options={(data?.items ?? []).map((each) => ({
        value: each.code,
        label: `${divisionName(each, language)} ${each.code}`,
      }))}
    />
  )
}

function divisionName({ code, nameZh, nameEn }: Division, language: 'zh' | 'en'): string {
  return (language === 'en' ? (nameEn ?? nameZh) : nameZh) ?? code
}
