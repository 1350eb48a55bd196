/** Where files are dropped; a button as well, so that the keyboard reaches it. */
import { type DragEvent, useRef, useState } from 'react'
import { useWords } from '../../words/index.ts'

interface DropZoneProps {
  isLarge: boolean
  onFiles: (files: readonly File[]) => void
}

export function DropZone({ isLarge, onFiles }: DropZoneProps) {
  const { t } = useWords()
  const field = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const take = (list: FileList | null) => {
    if (list && list.length > 0) onFiles([...list])
  }
  const over = (event: DragEvent) => {
    event.preventDefault()
    setOver(event.type === 'dragover')
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    <>
      <button
        type="button"
        className={isLarge ? 'drop large' : 'drop'}
        data-over={isOver || undefined}
        onClick={() => field.current?.click()}
        onDragOver={over}
        onDragLeave={over}
        onDrop={drop}
      >
        <b>{t(isOver ? 'import.drop.now' : isLarge ? 'import.drop' : 'import.drop.more')}</b>
        {isLarge ? <span>{t('import.drop.kinds')}</span> : null}
      </button>
      <input
        ref={field}
        type="file"
        multiple
        hidden
        accept=".xlsx,.csv,.tsv,.txt,.docx,.pdf,.html,.htm"
        onChange={({ target }) => {
          take(target.files)
          target.value = ''
        }}
      />
    </>
  )
}
