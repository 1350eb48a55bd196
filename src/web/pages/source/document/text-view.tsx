/** A text as it is: spans underlined where they stand, their letters in the margin. */
import { useEffect, useMemo, useRef } from 'react'
import type { TextWindow } from '../../../api/index.ts'
import { useWords } from '../../../words/index.ts'
import { type Paragraph, type Piece, paragraphsOf } from './spans.ts'

export interface TextViewProps {
  window: TextWindow
  title: string
  /** The letter of the selected claim. */
  selected: string | null
  onLetter: (letter: string) => void
}

/** The longest first line that is set as a heading. */
const HEADING_LENGTH = 40

export function TextView({ window: shown, title, selected, onLetter }: TextViewProps) {
  const { t } = useWords()
  const page = useRef<HTMLElement>(null)
  const paragraphs = useMemo(() => paragraphsOf(shown.text, shown.spans), [shown])
  useEffect(() => {
    if (selected === null) return
    page.current?.querySelector('mark[data-on]')?.scrollIntoView({ block: 'center' })
  }, [selected])
  const last = shown.first + [...shown.text].length
  const isPart = shown.total > last - shown.first
  return (
    <article ref={page} className="page-of-text" aria-label={t('source.text.caption', { title })}>
      {isPart ? (
        <p className="mute">
          {t('source.text.part', { first: shown.first + 1, last, total: shown.total })}
        </p>
      ) : null}
      {paragraphs.map((paragraph, index) => (
        <ParagraphView
          key={paragraph.start}
          paragraph={paragraph}
          isHeading={shown.first === 0 && isHeading(paragraph, index)}
          selected={selected}
          onLetter={onLetter}
        />
      ))}
    </article>
  )
}

function isHeading({ pieces }: Paragraph, index: number): boolean {
  const text = pieces.map((piece) => piece.text).join('')
  return index === 0 && text.length <= HEADING_LENGTH && !/[。；;.]$/.test(text)
}

interface ParagraphProps {
  paragraph: Paragraph
  isHeading: boolean
  selected: string | null
  onLetter: (letter: string) => void
}

function ParagraphView({ paragraph, isHeading, selected, onLetter }: ParagraphProps) {
  const isEmpty = paragraph.pieces.every(({ text }) => text.trim() === '')
  if (isEmpty) return null
  return (
    <div className={isHeading ? 'paragraph heading' : 'paragraph'}>
      <span className="margin">
        {paragraph.letters.map((letter) => (
          <button
            key={letter}
            type="button"
            data-on={letter === selected || undefined}
            onClick={() => onLetter(letter)}
          >
            {letter}
          </button>
        ))}
      </span>
      <p>
        {paragraph.pieces.map((piece, index) => (
          <PieceView key={index} piece={piece} selected={selected} />
        ))}
      </p>
    </div>
  )
}

function PieceView({ piece, selected }: { piece: Piece; selected: string | null }) {
  if (piece.letters.length === 0) return piece.text
  const isOn = selected !== null && piece.letters.includes(selected)
  return (
    <>
      <mark data-on={isOn || undefined} data-depth={Math.min(3, piece.letters.length)}>
        {piece.text}
      </mark>
      {piece.ends.map((letter) => (
        <sup key={letter}>{letter}</sup>
      ))}
    </>
  )
}
