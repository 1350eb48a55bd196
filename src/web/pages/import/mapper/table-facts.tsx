/** What the table as a whole is about: the kind of thing in each row, and where its header stands. */
import { useQuery } from '@tanstack/react-query'
import { InputNumber, Select } from 'antd'
import { type SheetHead, vocabularyQuery } from '../../../api/index.ts'
import { useWords } from '../../../words/index.ts'
import { type MappingShape, mainSubject, settleLists, withKind } from '../mapping/index.ts'
import { ChainChoice } from './chain-choice.tsx'
import type { MapperState } from './use-mapper.ts'

interface TableFactsProps {
  mapper: MapperState
  mapping: MappingShape
  head: SheetHead
}

export function TableFacts({ mapper, mapping, head }: TableFactsProps) {
  const { t, say } = useWords()
  const vocabulary = useQuery(vocabularyQuery).data
  const kinds = vocabulary?.kinds ?? []
  const choose = (kind: string) => {
    const properties = kinds.find(({ id }) => id === kind)?.properties ?? []
    const edges = vocabulary?.edges.filter(({ from }) => from.includes(kind)) ?? []
    const may = new Set([...properties, ...edges.map(({ id }) => id)])
    const changed = withKind(mapping, kind, may)
    mapper.change(vocabulary === undefined ? changed : settleLists(changed, vocabulary))
  }
  const header = mapping.header ?? {
    rows: head.headerRows,
    skip: Math.max(0, head.firstDataRow - 1 - head.headerRows),
  }
  const move = (part: { rows?: number; skip?: number }) =>
    mapper.change({ ...mapping, header: { ...header, ...part } })
  return (
    <div className="table-facts">
      <label htmlFor="about">{t('import.about')}</label>
      <Select
        id="about"
        size="small"
        value={mainSubject(mapping)?.kind ?? ''}
        options={kinds.map(({ id, words }) => ({ value: id, label: say(words) }))}
        onChange={choose}
        popupMatchSelectWidth={false}
      />
      <label htmlFor="header-rows">{t('import.header')}</label>
      <InputNumber
        id="header-rows"
        size="small"
        min={0}
        max={10}
        precision={0}
        value={header.rows}
        onChange={(rows) => (rows === null ? null : move({ rows }))}
      />
      <label htmlFor="header-skip">{t('import.skip')}</label>
      <InputNumber
        id="header-skip"
        size="small"
        min={0}
        max={1000}
        precision={0}
        value={header.skip}
        onChange={(skip) => (skip === null ? null : move({ skip }))}
      />
      <span className="mute">{t('import.rows.unit')}</span>
      {vocabulary === undefined ? null : <ChainChoice {...{ mapper, mapping, vocabulary }} />}
    </div>
  )
}
