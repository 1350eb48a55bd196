/** Sentences for users: Chinese and English, both always there. */
import ts from 'typescript'
import { lineOf, nodesOf, productOf, type Rule, type Source } from './house.ts'

const HAN = /\p{Script=Han}/u

/** What is wrong with one pair of sentences, or null. */
function fault(chinese: string | null, english: string | null): string | null {
  if (chinese === null) return 'no zh beside en'
  if (english === null) return 'no en beside zh'
  const empty = [chinese, english].filter((each) => each.trim() === '').length
  if (empty === 1) return 'an empty sentence'
  return HAN.test(english) && english === chinese ? 'en repeats zh' : null
}

/** The text of a property, '…' for one that is computed, null where there is none. */
function propertyText(object: ts.ObjectLiteralExpression, name: string): string | null {
  const property = object.properties.find(
    (each) => each.name?.getText().replace(/['"]/g, '') === name,
  )
  if (property === undefined) return null
  const value = ts.isPropertyAssignment(property) ? property.initializer : property
  return ts.isStringLiteralLike(value) ? value.text : '…'
}

export const sentences: Rule = {
  name: 'sentences',
  says: 'every sentence for users is written in Chinese and in English',
  find: (house) =>
    productOf(house).flatMap(({ path, tree }) =>
      nodesOf(tree)
        .filter((node) => ts.isObjectLiteralExpression(node))
        .filter((object) => !object.properties.some((each) => ts.isSpreadAssignment(each)))
        .flatMap((object) => {
          const chinese = propertyText(object, 'zh')
          const english = propertyText(object, 'en')
          const what = chinese === null && english === null ? null : fault(chinese, english)
          return what === null
            ? []
            : [`${path}: ${what} at line ${lineOf(tree, object.getStart())}`]
        }),
    ),
}

/** A dictionary stands as words/zh.ts or words/zh-map.ts beside its English twin. */
export const dictionaries: Rule = {
  name: 'dictionaries',
  says: 'words/zh*.ts and words/en*.ts hold the same keys, and English ones no Chinese characters',
  find: (house) => {
    const found = productOf(house).filter(({ path }) =>
      /\/words\/(zh|en)(-[a-z-]+)?\.ts$/.test(path),
    )
    const byPath = new Map(found.map((source) => [source.path, entriesOf(source)]))
    return [...byPath].flatMap(([path, own]) => {
      const isChinese = path.includes('/words/zh')
      const twin = path.replace(isChinese ? '/zh' : '/en', isChinese ? '/en' : '/zh')
      const lost = [...own.keys()].filter((key) => !byPath.get(twin)?.has(key))
      const mixed = [...own].filter(([, text]) => !isChinese && HAN.test(text)).map(([key]) => key)
      return [
        ...lost.map((key) => `${path}: ${key} is not in ${twin}`),
        ...mixed.map((key) => `${path}: Chinese in ${key}`),
      ]
    })
  },
}

const entriesOf = ({ tree }: Source): Map<string, string> =>
  new Map(
    nodesOf(tree)
      .filter((node) => ts.isPropertyAssignment(node))
      .map((node) => [node.name.getText().replace(/['"]/g, ''), node.initializer.getText()]),
  )

export const packSentences: Rule = {
  name: 'pack-sentences',
  says: 'data that users read is in Chinese and in English, and is JSON that parses',
  find: ({ files }) =>
    [...files]
      .filter(([path]) => /^(packs|docs)\/.*\.json$/.test(path))
      .flatMap(([path, text]) => jsonFaults(text).map((what) => `${path}: ${what}`)),
}

function jsonFaults(text: string): string[] {
  try {
    return valueFaults(JSON.parse(text), '')
  } catch (error) {
    return [String(error)]
  }
}

function valueFaults(value: unknown, at: string): string[] {
  if (Array.isArray(value))
    return value.flatMap((each, index) => valueFaults(each, `${at}/${index}`))
  if (typeof value !== 'object' || value === null) return []
  const record = value as Record<string, unknown>
  const own = 'zh' in record || 'en' in record ? fault(textOf(record.zh), textOf(record.en)) : null
  const inner = Object.entries(record).flatMap(([key, each]) => valueFaults(each, `${at}/${key}`))
  return own === null ? inner : [`${own} at ${at}`, ...inner]
}

const textOf = (value: unknown): string | null =>
  value === undefined ? null : typeof value === 'string' ? value : '…'
