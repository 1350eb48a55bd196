/** The line above the document: what it is, its sheets, and how to turn its pages. */
import { InputNumber } from 'antd'
import type { SheetWindow, SourceView } from '../../../api/index.ts'
import { DateText, SyntheticMark } from '../../../parts/index.ts'
import { CLASS_WORDS, codeWords, LABEL_WORDS, useWords } from '../../../words/index.ts'
import { WINDOW_ROWS } from '../queries.ts'
import type { Reader } from '../use-reader.ts'

const FINGERPRINT_LETTERS = 4

export function DocumentBar({ source }: { source: SourceView }) {
  const { t, language } = useWords()
  const { sha256: hash } = source
  const short = `${hash.slice(0, FINGERPRINT_LETTERS)}…${hash.slice(-FINGERPRINT_LETTERS)}`
  return (
    <div className="document-bar">
      <span className="document-title">
        {language === 'zh' ? `《${source.title}》` : source.title}
      </span>
      <span>{source.publisher}</span>
      {source.publishedOn ? <DateText of={source.publishedOn} long /> : null}
      <span>{codeWords(CLASS_WORDS, source.class, t)}</span>
      <span>{codeWords(LABEL_WORDS, source.label, t)}</span>
      {source.synthetic ? <SyntheticMark long /> : null}
      {source.supersededBy ? (
        <a className="late" href={`/sources/${source.supersededBy}`}>
          {t('source.superseded')}
        </a>
      ) : null}
      {source.supersedes ? (
        <a className="fig" href={`/sources/${source.supersedes}`}>
          {t('source.supersedes')}
        </a>
      ) : null}
      <span className="end" title={hash}>
        {t('source.fingerprint')} {short}
      </span>
    </div>
  )
}

/** Sheet tabs, the rows in the window, a step up or down, and a row to go to. */
export function SheetBar({ reader, window: shown }: { reader: Reader; window: SheetWindow }) {
  const { t } = useWords()
  const { navigate, source } = reader
  const first = shown.rows[0]?.row ?? 0
  const last = shown.rows.at(-1)?.row ?? 0
  const turn = (at: number) =>
    void navigate({ search: (now) => ({ ...now, at }), replace: true, resetScroll: false })
  const open = (sheet: string) => void navigate({ search: () => ({ sheet }), replace: true })
  const sheets = source.data?.parts.flatMap(({ sheet }) => sheet ?? []) ?? []
  return (
    <div className="document-bar">
      {sheets.length > 1 ? (
        <nav className="choice" aria-label={t('source.sheets')}>
          {sheets.map((sheet) => (
            <button
              key={sheet}
              type="button"
              aria-pressed={sheet === shown.sheet}
              onClick={() => open(sheet)}
            >
              {sheet}
            </button>
          ))}
        </nav>
      ) : shown.sheet === null ? null : (
        <span>{shown.sheet}</span>
      )}
      <span>{t('source.rows', { first, last, total: shown.total })}</span>
      {shown.total > shown.rows.length ? (
        <span className="end turn">
          <button
            type="button"
            className="btn"
            disabled={first <= 1}
            onClick={() => turn(Math.max(1, first - WINDOW_ROWS / 2))}
          >
            {t('source.rows.before')}
          </button>
          <button
            type="button"
            className="btn"
            disabled={last >= shown.total}
            onClick={() => turn(Math.min(shown.total, last + WINDOW_ROWS / 2))}
          >
            {t('source.rows.after')}
          </button>
          <InputNumber
            key={`${first}`}
            aria-label={t('source.rows.go')}
            placeholder={t('source.rows.go')}
            min={1}
            max={shown.total}
            precision={0}
            controls={false}
            onPressEnter={({ currentTarget }) => {
              const row = Number(currentTarget.value)
              if (row >= 1) turn(Math.min(shown.total, row))
            }}
          />
        </span>
      ) : null}
    </div>
  )
}
