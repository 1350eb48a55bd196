/** Sentences for users: Chinese and English, both always there. */
import ts from 'typescript'
import { lineOf, nodesOf, productOf, type Rule } from './house.ts'

const HAN = /\p{Script=Han}/u

/** What is wrong with one pair of sentences, or null. */
function fault(chinese: string | null, english: string | null): string | null {
  if (chinese === null) return 'no zh beside en'
  if (english === null) return 'no en beside zh'
  if (chinese.trim() === '' || english.trim() === '') return 'an empty sentence'
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
