/** Small stages and maps for the tests of what a map says. */
import type { ChainMap, Figure, Ribbon, StageTile } from '../api/index.ts'

export function figure(text: string, more: Partial<Figure> = {}): Figure {
  return {
    id: `c.${text}`,
    text,
    kind: 'read',
    synthetic: false,
    stale: false,
    operator: '=',
    number: /\d/.test(text) ? text.replace(/[^\d.]/g, '') : null,
    low: null,
    high: null,
    unit: text.includes('%') ? '%' : '家',
    period: null,
    ...more,
  }
}

export const NO_MAKERS: StageTile['makers'] = {
  local: null,
  province: null,
  country: null,
  abroad: null,
  unplaced: null,
}

export function stage(id: string, more: Partial<StageTile> = {}): StageTile {
  return {
    id,
    name: id,
    englishName: null,
    parent: null,
    position: 'midstream',
    column: null,
    order: 0,
    verdict: { word: 'unknown', figure: null },
    marks: [],
    makers: NO_MAKERS,
    facts: [],
    firms: figure('0'),
    sources: 0,
    newest: null,
    stale: false,
    synthetic: false,
    ...more,
  }
}

export function link(from: string, to: string): Ribbon {
  return {
    id: `${from}>${to}`,
    from,
    to,
    sources: 1,
    figure: figure(`${from} → ${to}`),
    synthetic: false,
    value: null,
  }
}

export function chainMap(stages: StageTile[], links: Ribbon[] = []): ChainMap {
  return {
    chain: { id: 'chain', name: '链', englishName: null, scope: null, headline: [] },
    known: '2024-01-31',
    valid: '2024-01-31',
    firstRecorded: '2021-06-30',
    recordedDays: ['2021-06-30'],
    validSpan: { from: null, to: null },
    stages,
    links,
    snapshot: '',
  }
}
