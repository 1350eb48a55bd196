/**
 * The tabs of the desk, in the order of the work. A tab shows when its route is in the route table
 * and the role may use it; a feature that does not exist has no tab.
 */
import type { WordKey } from '../words/index.ts'

export interface Tab {
  path: string
  words: WordKey
  /** Shown to roles that hold this permission, or any of these; without one, to everybody. */
  permission?: string | readonly string[]
  /** What a person may type to find it, besides its name: pinyin and initials. */
  terms: string
}

/** Whether the tab is shown to somebody with these permissions. */
export function isShownTo({ permission }: Tab, permissions: readonly string[]): boolean {
  if (permission === undefined) return true
  return [permission].flat().some((each) => permissions.includes(each))
}

export const TABS: readonly Tab[] = [
  { path: '/', words: 'tab.overview', terms: 'zonglan zl overview home' },
  { path: '/chains', words: 'tab.chains', permission: 'read-chain', terms: 'liantu lt chain map' },
  { path: '/lists', words: 'tab.lists', permission: 'read-chain', terms: 'qingdan qd lists' },
  {
    path: '/sources',
    words: 'tab.sources',
    permission: 'read-source',
    terms: 'zhengju laiyuan zj ly evidence sources documents',
  },
  {
    path: '/review',
    words: 'tab.review',
    permission: 'decide-claim',
    terms: 'shending sd shenhe sh review accept reject',
  },
  { path: '/import', words: 'tab.import', permission: 'import-table', terms: 'daoru dr import' },
  {
    path: '/jobs',
    words: 'tab.jobs',
    permission: 'read-jobs',
    terms: 'houtaizuoye htzy renwu jobs',
  },
  { path: '/firms', words: 'tab.firms', permission: 'read-chain', terms: 'qiye qy firms' },
  {
    path: '/freshness',
    words: 'tab.freshness',
    permission: 'read-internal',
    terms: 'shixiao sx freshness stale',
  },
  {
    path: '/collection',
    words: 'tab.collection',
    permission: ['collect-data', 'answer-collection'],
    terms: 'shoushu ss caiji tianbao collection round',
  },
  {
    path: '/identity',
    words: 'tab.identity',
    permission: 'decide-identity',
    terms: 'tongyizhuti tyzt hebing hb identity same merge',
  },
  { path: '/people', words: 'tab.people', permission: 'read-people', terms: 'yonghu yh people' },
  {
    path: '/log',
    words: 'tab.log',
    permission: ['read-audit', 'manage-log'],
    terms: 'jilu jl jianzheng jz cunzheng rizhi log witness verify',
  },
  {
    path: '/audit',
    words: 'tab.audit',
    permission: 'read-audit',
    terms: 'shenji sj fangwenjilu fwjl audit access records',
  },
  {
    path: '/backups',
    words: 'tab.backups',
    permission: 'keep-backups',
    terms: 'shujubeifen sjbf beifen bf backup durability',
  },
  {
    path: '/doctor',
    words: 'tab.doctor',
    permission: 'keep-backups',
    terms: 'yunxingzhuangkuang yxzk jiankang jk health doctor',
  },
  { path: '/coverage', words: 'tab.coverage', terms: 'digaoduizhao dgdz coverage' },
]
