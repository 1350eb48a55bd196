/** Where the table comes from: who published it, when, what kind of source it is, who may see it. */
import { Checkbox, Form, Input, Select } from 'antd'
import { DateText, SyntheticMark, UnknownWord } from '../../../parts/index.ts'
import { CLASS_WORDS, codeWords, LABEL_WORDS, useWords } from '../../../words/index.ts'
import type { MappingShape, SourceShape } from '../mapping/index.ts'

interface FactsFormProps {
  mapping: MappingShape
  onChange: (mapping: MappingShape) => void
}

interface Facts extends SourceShape {
  title: string
}

/** Restricted labels name organisations, which a mapping cannot know; see the label of the source. */
const LABELS = ['public', 'internal', 'sensitive']
const CLASSES = ['authoritative-table', 'typed-list', 'machine-read', 'sample']

export function FactsForm({ mapping, onChange }: FactsFormProps) {
  const { t, language } = useWords()
  const { source, title } = mapping
  const keep = (_: unknown, { title: name, ...facts }: Facts) => {
    const source = Object.fromEntries(
      Object.entries({ ...mapping.source, ...facts }).filter(
        ([name, value]) => name === 'publisher' || (value !== undefined && value !== ''),
      ),
    ) as unknown as SourceShape
    const named = { ...title, [language]: name.trim() === '' ? title[language] : name }
    onChange({ ...mapping, title: named, source })
  }
  const options = (codes: readonly string[], words: typeof CLASS_WORDS) =>
    codes.flatMap((value) => {
      const key = words[value]
      return key === undefined ? [] : [{ value, label: t(key) }]
    })
  return (
    <details className="facts" open={source.publisher.trim() === '' || undefined}>
      <summary>
        <b>{t('import.facts')}</b>
        <FactsLine mapping={mapping} />
      </summary>
      <Form<Facts>
        layout="vertical"
        className="facts-form"
        requiredMark={false}
        initialValues={{ ...source, title: title[language] }}
        onValuesChange={keep}
      >
        <Form.Item name="title" label={t('import.facts.name')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item
          name="publisher"
          label={t('import.facts.publisher')}
          rules={[{ required: true, whitespace: true, message: t('import.facts.publisher.need') }]}
        >
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="publishedOn" label={t('import.facts.date')}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="class" label={t('import.facts.class')}>
          <Select options={options(CLASSES, CLASS_WORDS)} />
        </Form.Item>
        <Form.Item name="label" label={t('import.facts.label')}>
          <Select options={options(LABELS, LABEL_WORDS)} />
        </Form.Item>
        <Form.Item name="origin" label={t('import.facts.origin')}>
          <Input maxLength={2000} />
        </Form.Item>
        <Form.Item name="synthetic" valuePropName="checked" label=" ">
          <Checkbox>{t('import.facts.synthetic')}</Checkbox>
        </Form.Item>
      </Form>
    </details>
  )
}

/** The facts in one line, so that nothing that matters is folded away. */
function FactsLine({ mapping }: { mapping: MappingShape }) {
  const { t, say } = useWords()
  const { publisher, publishedOn, class: kind, label, origin, synthetic } = mapping.source
  return (
    <>
      <span>{say(mapping.title)}</span>
      <span>{publisher === '' ? <UnknownWord /> : publisher}</span>
      <span>
        {t('import.facts.date')} <DateText of={publishedOn ?? null} />
      </span>
      <span>{codeWords(CLASS_WORDS, kind, t)}</span>
      <span>{codeWords(LABEL_WORDS, label ?? 'public', t)}</span>
      {origin ? <span className="origin">{origin}</span> : null}
      {synthetic ? <SyntheticMark long /> : null}
    </>
  )
}
