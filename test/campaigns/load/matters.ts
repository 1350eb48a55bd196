/** What people ask about: the things of the sample, each of which everybody may see. */
import type { RunningProduct } from '../../../tools/server.ts'
import { read, write } from './person.ts'

export interface Matters {
  readonly chains: readonly string[]
  readonly stages: readonly string[]
  readonly firms: readonly string[]
  readonly claims: readonly string[]
  readonly sources: readonly { readonly id: string; readonly sheet: string | null }[]
  readonly lists: readonly {
    readonly chain: string
    readonly list: string
    readonly number: number
  }[]
  readonly words: readonly string[]
}

interface Source {
  readonly id: string
  readonly parts: readonly { readonly sheet: string | null }[]
}

interface ListOf {
  readonly list: { readonly id: string }
  readonly newest: { readonly number: number } | null
}

const FIRMS = 100
const LISTS = 3

/** Reads them as the local operator, and draws up lists where there are none to be read. */
export async function findMatters(product: RunningProduct): Promise<Matters> {
  type Items<Item> = { readonly items: readonly Item[] }
  const chains = (await read<Items<{ id: string }>>(product, '/api/chains')).items.map(
    ({ id }) => id,
  )
  const stages: string[] = []
  const lists: { chain: string; list: string; number: number }[] = []
  for (const chain of chains) {
    const map = await read<{ stages: { id: string }[] }>(product, `/api/chains/${chain}/map`)
    stages.push(...map.stages.map(({ id }) => id))
    lists.push(...(await listsOf(product, chain)))
  }
  const firms = await read<Items<{ id: string; name: string; figure: { id: string } }>>(
    product,
    `/api/firms?limit=${FIRMS}`,
  )
  const sources = await read<Items<Source>>(product, '/api/sources?limit=20')
  return {
    ...{ chains, stages, lists },
    firms: firms.items.map(({ id }) => id),
    claims: firms.items.flatMap(({ figure: { id } }) => /^c\.(.+)$/.exec(id)?.[1] ?? []),
    sources: sources.items.map(({ id, parts }) => ({ id, sheet: parts[0]?.sheet ?? null })),
    words: [
      ...firms.items.map(({ name }) => name.slice(0, 3)),
      ...['jcdl', 'guangke', 'xinpian', '光刻', '设备', '材料', 'tw', '诊断', '封装', '链长'],
    ],
  }
}

async function listsOf(product: RunningProduct, chain: string) {
  const ask = async () =>
    (await read<{ items: ListOf[] }>(product, `/api/lists?chain=${chain}`)).items
  let lists = await ask()
  if (lists.every(({ newest }) => newest === null)) {
    for (const { list } of lists.slice(0, LISTS)) {
      await write(product, `/api/lists/${list.id}/versions`, { chain })
    }
    lists = await ask()
  }
  return lists.flatMap(({ list, newest }) =>
    newest === null ? [] : [{ chain, list: list.id, number: newest.number }],
  )
}
