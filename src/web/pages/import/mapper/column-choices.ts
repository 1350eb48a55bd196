/** What a column may be, for rows about one kind of thing: keys, properties, links. Pure. */
import type { Vocabulary } from '../../../api/index.ts'
import type { Speech } from '../../../words/index.ts'
import { linksOf, type MappingShape, mainSubject } from '../mapping/index.ts'

export interface ChoiceGroup {
  label: string
  options: { value: string; label: string }[]
}

/** Schemes that stand for codes of whole tables and never know a row again. */
const LOCAL = 'list'

export function choicesFor(
  vocabulary: Vocabulary,
  mapping: MappingShape,
  { t, say }: Speech,
): ChoiceGroup[] {
  const { kind = 'firm', scheme = '' } = mainSubject(mapping) ?? {}
  const list = scheme.startsWith('list:') ? scheme : `list:${mapping.id}`
  const properties = vocabulary.kinds.find(({ id }) => id === kind)?.properties ?? []
  const keys = vocabulary.schemes
    .filter(({ id }) => id !== LOCAL)
    .map(({ id, words }) => ({
      value: `key:${id}`,
      label: t('import.key', { scheme: say(words) }),
    }))
  const own = {
    value: `key:${list}`,
    label: t('import.key', { scheme: t('import.key.list') }),
  }
  return [
    { label: t('import.group.key'), options: [own, ...keys] },
    {
      label: t('import.group.property'),
      options: vocabulary.properties
        .filter(({ id }) => properties.includes(id))
        .map(({ id, words }) => ({ value: `property:${id}`, label: say(words) })),
    },
    {
      label: t('import.group.edge'),
      options: [
        ...edgesFrom(vocabulary, kind, { t, say }),
        ...amountsOf(vocabulary, linksOf(mapping), { t, say }),
      ],
    },
  ]
}

function edgesFrom(
  vocabulary: Vocabulary,
  kind: string,
  { t, say }: Pick<Speech, 't' | 'say'>,
): ChoiceGroup['options'] {
  return vocabulary.edges
    .filter(({ from }) => from.includes(kind))
    .flatMap(({ id, words, to }) =>
      to.map((end) => {
        const name = vocabulary.kinds.find((each) => each.id === end)?.words
        const label = t('import.edge', { edge: say(words), kind: name ? say(name) : end })
        return { value: `edge:${id}:${end}`, label }
      }),
    )
}

/** The quantities that the links of this mapping may carry: a share, an output. */
function amountsOf(
  { edges }: Vocabulary,
  links: readonly string[],
  { t, say }: Pick<Speech, 't' | 'say'>,
): ChoiceGroup['options'] {
  return edges
    .filter(({ id }) => links.includes(id))
    .map(({ id, words }) => ({
      value: `amount:${id}`,
      label: t('import.amount', { edge: say(words) }),
    }))
}

/** The label of a choice, also of one that only a mapping file can make. */
export function labelOf(groups: readonly ChoiceGroup[], value: string): string {
  const found = groups.flatMap(({ options }) => options).find((each) => each.value === value)
  return found?.label ?? value
}
