/** One file: what it was taken for, its mapping, its sample rows, and what they would become. */
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { ApiProblem, type ImportPreview, vocabularyQuery } from '../../../api/index.ts'
import { Loading, ProblemNotice } from '../../../parts/index.ts'
import { useWords } from '../../../words/index.ts'
import type { MappingShape } from '../mapping/index.ts'
import { FactsForm } from './facts-form.tsx'
import { MappingBar } from './mapping-bar.tsx'
import { PreviewRows } from './preview-rows.tsx'
import { SampleTable } from './sample-table.tsx'
import { StartImport } from './start-import.tsx'
import { TableFacts } from './table-facts.tsx'
import { type MapperState, useMapper } from './use-mapper.ts'
import { WholeBook } from './whole-book.tsx'

export function Mapper({ id }: { id: string }) {
  const mapper = useMapper(id)
  const vocabulary = useQuery(vocabularyQuery)
  const { source, first, preview, mapping } = mapper
  if (first.error || source.error) return <Refused mapper={mapper} />
  if (!source.data || !first.data || !mapping || !vocabulary.data) return <Loading />
  const shown = preview.data ?? first.data
  return (
    <section className="mapper" aria-label={source.data.fileName}>
      <Taken mapper={mapper} mapping={mapping} preview={shown} />
      <MappingBar mapper={mapper} mapping={mapping} />
      <TableFacts mapper={mapper} mapping={mapping} head={shown.head} />
      <SampleTable
        preview={shown}
        mapping={mapping}
        vocabulary={vocabulary.data}
        guesses={isGuess(mapper, mapping) ? first.data.columns : []}
        onChange={mapper.change}
      />
      <FactsForm key={mapping.id} mapping={mapping} onChange={mapper.change} />
      <Outcome mapper={mapper} mapping={mapping} />
    </section>
  )
}

/** True while the mapping is the one that was proposed from the titles and the sample rows. */
function isGuess({ isOwn, proposals }: MapperState, mapping: MappingShape): boolean {
  if (isOwn) return false
  return proposals.find((each) => each.mapping === mapping)?.saved === false
}

function Outcome({ mapper, mapping }: { mapper: MapperState; mapping: MappingShape }) {
  const { preview } = mapper
  return (
    <>
      {preview.error ? (
        <ProblemNotice
          error={preview.error}
          {...(mayPass(preview.error) && { retry: () => void preview.refetch() })}
        />
      ) : null}
      {preview.data && !preview.error ? (
        <PreviewRows preview={preview.data} isWaiting={preview.isFetching} />
      ) : null}
      <StartImport mapper={mapper} mapping={mapping} isReady={!preview.error} />
    </>
  )
}

/** A refusal stays one; only what may be a passing fault is worth trying again. */
function mayPass(error: unknown): boolean {
  return !(error instanceof ApiProblem && error.status < 500)
}

/** A file that is no table: why, and what to do; a text is a source all the same. */
function Refused({ mapper }: { mapper: MapperState }) {
  const { t } = useWords()
  const { source, first, id } = mapper
  const isText = source.data?.mediaType === 'text/plain'
  return (
    <section className="mapper">
      <ProblemNotice
        error={first.error ?? source.error}
        {...(mayPass(first.error) && { retry: () => void first.refetch() })}
      />
      {isText ? (
        <p>
          {t('import.asText')}{' '}
          <a className="btn" href={`/sources/${id}`}>
            {t('import.asText.open')}
          </a>
        </p>
      ) : null}
    </section>
  )
}

interface TakenProps {
  mapper: MapperState
  mapping: MappingShape
  preview: ImportPreview
}

function Taken({ mapper, mapping, preview }: TakenProps) {
  const { t, say } = useWords()
  const { source, sheet, chooseSheet } = mapper
  const sheets = preview.sheets.flatMap(({ name, rows }) =>
    name === null
      ? []
      : [{ value: name, label: rows === null ? name : t('import.sheet.rows', { name, n: rows }) }],
  )
  return (
    <div className="taken">
      <h2>{source.data?.fileName}</h2>
      <span>{t('import.takenFor', { what: say(preview.takenFor) })}</span>
      {preview.head.encoding ? (
        <span className="mute">{t('import.encoding', { encoding: preview.head.encoding })}</span>
      ) : null}
      {sheets.length > 1 ? (
        <Select
          aria-label={t('import.sheet')}
          size="small"
          value={sheet ?? preview.head.sheet ?? sheets[0]?.value ?? ''}
          options={sheets}
          onChange={chooseSheet}
          popupMatchSelectWidth={false}
        />
      ) : null}
      <WholeBook
        mapper={mapper}
        mapping={mapping}
        sheets={preview.sheets.flatMap(({ name, rows }) =>
          name === null || rows === 0 ? [] : name,
        )}
      />
      <a className="btn plain end" href={`/sources/${mapper.id}`}>
        {t('import.asText.open')}
      </a>
    </div>
  )
}
