/** A field that narrows a list. The address holds what it says, a moment after the last key. */
import { Input, type InputRef } from 'antd'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useKeys } from './keys.tsx'

const PAUSE_MS = 250

interface SearchFieldProps {
  value: string
  /** Names the field; also shown while it is empty. */
  label: string
  onChange: (value: string) => void
}

/** `/` goes there; Esc goes to the first row of the list, as does Enter. */
export function SearchField({ value, label, onChange }: SearchFieldProps) {
  const [typed, setTyped] = useState(value)
  const [isComposing, setComposing] = useState(false)
  const field = useRef<InputRef>(null)
  const change = useRef(onChange)
  change.current = onChange
  useEffect(() => setTyped(value), [value])
  useEffect(() => {
    // Half-composed characters are nobody's question yet.
    if (typed === value || isComposing) return
    const timer = setTimeout(() => change.current(typed), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, value, isComposing])
  useKeys({
    '/': (event) => {
      event.preventDefault()
      field.current?.focus({ cursor: 'all' })
    },
  })
  const press = ({ key, nativeEvent }: KeyboardEvent) => {
    if (nativeEvent.isComposing || (key !== 'Enter' && key !== 'Escape')) return
    field.current?.blur()
    document.querySelector<HTMLElement>('a.row-link')?.focus()
  }
  return (
    <Input
      ref={field}
      className="search-field no-print"
      type="search"
      aria-label={label}
      placeholder={label}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      onKeyDown={press}
    />
  )
}
