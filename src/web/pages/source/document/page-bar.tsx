/** The line above a text of pages: which page, a step up or down, and a page to go to. */
import { InputNumber } from 'antd'
import type { TextWindow } from '../../../api/index.ts'
import { useWords } from '../../../words/index.ts'

interface PageBarProps {
  window: TextWindow
  onPage: (page: number) => void
}

export function PageBar({ window: shown, onPage }: PageBarProps) {
  const { t } = useWords()
  const { page, pages } = shown
  if (page === null || pages < 2) return null
  return (
    <div className="document-bar">
      <span>{t('source.pages', { page, pages })}</span>
      <span className="end turn">
        <button type="button" className="btn" disabled={page <= 1} onClick={() => onPage(page - 1)}>
          {t('source.pages.before')}
        </button>
        <button
          type="button"
          className="btn"
          disabled={page >= pages}
          onClick={() => onPage(page + 1)}
        >
          {t('source.pages.after')}
        </button>
        <InputNumber
          key={page}
          aria-label={t('source.pages.go')}
          placeholder={t('source.pages.go')}
          min={1}
          max={pages}
          precision={0}
          controls={false}
          onPressEnter={({ currentTarget }) => {
            const asked = Number(currentTarget.value)
            if (asked >= 1) onPage(Math.min(pages, asked))
          }}
        />
      </span>
    </div>
  )
}
