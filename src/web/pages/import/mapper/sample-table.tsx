/** The first rows of the file; in the head of each column it is said what the column is. */
import { Input, Select } from 'antd'
import { useMemo } from 'react'
import type { ColumnGuess, ImportPreview, Vocabulary } from '../../../api/index.ts'
import { useWords } from '../../../words/index.ts'
import {
  assign,
  assignmentsOf,
  type Column,
  type MappingShape,
  settleLists,
  unitOf,
  withUnit,
} from '../mapping/index.ts'
import { type ChoiceGroup, choicesFor, labelOf } from './column-choices.ts'

interface SampleTableProps {
  preview: ImportPreview
  mapping: MappingShape
  vocabulary: Vocabulary
  /** What the server took the columns for and why; empty once a person has said otherwise. */
  guesses: readonly ColumnGuess[]
  onChange: (mapping: MappingShape) => void
}

const ROWS_SHOWN = 6

export function SampleTable(props: SampleTableProps) {
  const { preview, mapping, vocabulary, guesses, onChange } = props
  const speech = useWords()
  const { t } = speech
  const choices = useMemo(
    () => choicesFor(vocabulary, mapping, speech),
    [vocabulary, mapping, speech],
  )
  const { columns } = preview.head
  return (
    <section>
      <h3>{t('import.sample')}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
      <section className="sample-scroll" tabIndex={0} aria-label={t('import.sample')}>
        <table className="sample">
          <caption className="unseen">{t('import.sample.caption')}</caption>
          <thead>
            <tr>
              <td />
              {columns.map((column) => (
                <ColumnHead
                  key={column.index}
                  {...{ column, mapping, vocabulary, choices, guesses, onChange }}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.sample.slice(0, ROWS_SHOWN).map(({ row, cells }) => (
              <tr key={row}>
                <th scope="row">{row}</th>
                {columns.map(({ index }) => (
                  <td key={index} title={cells[index]}>
                    {cells[index] ?? ''}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

interface ColumnHeadProps extends Omit<SampleTableProps, 'preview'> {
  column: Column
  choices: readonly ChoiceGroup[]
}

const NONE = 'none'

function ColumnHead(props: ColumnHeadProps) {
  const { column, mapping, vocabulary, choices, onChange } = props
  const { t } = useWords()
  const stated = assignmentsOf(mapping, column)
  const [first = NONE, ...also] = stated
  const unit = unitOf(mapping, column)
  const kindOf = (property: string) =>
    vocabulary.properties.find(({ id }) => id === property)?.value ?? 'text'
  const none = { value: NONE, label: t('import.column.none') }
  const isListed = choices.some(({ options }) => options.some(({ value }) => value === first))
  const other = {
    value: first,
    label: first === 'rule' ? t('import.column.rule') : labelOf(choices, first),
  }
  const options = [none, ...(isListed || first === NONE ? [] : [other]), ...choices]
  const label = t('import.column', { letters: column.letters, title: column.title })
  return (
    <th scope="col" data-used={stated.length > 0 || undefined}>
      <span className="column-name">
        <i>{column.letters}</i> {column.title}
      </span>
      <Select
        aria-label={label}
        size="small"
        showSearch={{ optionFilterProp: 'label' }}
        value={first}
        options={options}
        popupMatchSelectWidth={false}
        onChange={(value) =>
          onChange(
            settleLists(assign(mapping, column, value === NONE ? null : value, kindOf), vocabulary),
          )
        }
      />
      {also.map((each) => (
        <span key={each} className="also">
          {t('import.column.also', { what: labelOf(choices, each) })}
        </span>
      ))}
      {unit === null ? null : (
        <UnitField
          key={unit}
          label={label}
          unit={unit}
          onChange={(next) => onChange(withUnit(mapping, column, next))}
        />
      )}
      <GuessReason guess={props.guesses.find(({ index }) => index === column.index)} />
    </th>
  )
}

interface UnitFieldProps {
  label: string
  unit: string
  onChange: (unit: string) => void
}

function UnitField({ label, unit, onChange }: UnitFieldProps) {
  const { t } = useWords()
  return (
    <Input
      size="small"
      aria-label={`${label} ${t('import.column.unit')}`}
      prefix={t('import.column.unit')}
      placeholder={t('import.column.unit.hint')}
      defaultValue={unit}
      onBlur={({ target }) => {
        if (target.value.trim() !== unit) onChange(target.value.trim())
      }}
      onPressEnter={({ currentTarget }) => currentTarget.blur()}
    />
  )
}

function GuessReason({ guess }: { guess: ColumnGuess | undefined }) {
  const { say } = useWords()
  if (!guess) return null
  return <span className="why">{[guess.reason, ...guess.remarks].map(say).join(' · ')}</span>
}
