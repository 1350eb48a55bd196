/** Keys as caps, and a hook that listens for them without stealing from text being typed. */
import { useEffect, useRef } from 'react'

/** `<Keys of="Ctrl K" />` */
export function Keys({ of }: { of: string }) {
  return (
    <>
      {of.split(' ').map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </>
  )
}

/**
 * Single-letter keys of a page, e.g. `{ j: next, k: previous, Escape: close }`. A key typed into a
 * field, during composition, with a modifier, or under an open dialog is left alone.
 */
export function useKeys(keys: Record<string, (event: KeyboardEvent) => void>): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event)) return
      latest.current[event.key]?.(event)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}

/** True while the key belongs to a field, a composition, a shortcut or a dialog. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.isComposing || event.keyCode === 229) return true
  if (event.ctrlKey || event.metaKey || event.altKey) return true
  const target = event.target instanceof Element ? event.target : null
  if (target?.closest('input, textarea, select, [contenteditable="true"]')) return true
  return document.querySelector('dialog[open], .ant-modal-wrap, .ant-dropdown-open') !== null
}
