/** English words of the freshness page. */
import type { zhFreshness } from './zh-freshness.ts'

export const enFreshness: Record<keyof typeof zhFreshness, string> = {
  'freshness.title': 'Freshness',
  'freshness.sum': '{day}: {stale} of {facts} facts that age are stale',
  'freshness.views': 'How to look at it',
  'freshness.view.kinds': 'By owner',
  'freshness.view.stale': 'Stale facts',
  'freshness.view.differences': 'Differences',
  'freshness.col.kind': 'Kind of fact',
  'freshness.col.age': 'Maximum age',
  'freshness.col.facts': 'Facts',
  'freshness.col.stale': 'Stale',
  'freshness.col.undated': 'Undated',
  'freshness.col.oldest': 'Oldest ground',
  'freshness.col.thing': 'Thing',
  'freshness.col.value': 'Says',
  'freshness.col.since': 'Ground of',
  'freshness.col.due': 'Fresh until',
  'freshness.col.owner': 'Owner',
  'freshness.col.source': 'Source',
  'freshness.col.period': 'Time',
  'freshness.col.readings': 'What each source says, newest first',
  'freshness.months': '{n} months',
  'freshness.owner.fresh': 'all fresh',
  'freshness.owner.stale': '{n} stale',
  'freshness.shown': '{shown} listed of {total}',
  'freshness.clear': 'Show all',
  'freshness.more': 'More',
  'freshness.stale.none': 'No fact is stale. A newer source that repeats a figure renews it.',
  'freshness.settle': 'Keep this one',
  'freshness.settle.title': 'Keep {value}',
  'freshness.settle.do': 'Withdraw the other {n}',
  'freshness.settle.why':
    'These are withdrawn and shown no more; what was known until today stays readable:',
  'freshness.settle.reason': 'Why they are withdrawn',
  'freshness.settle.choose': 'Choose a reason',
  'freshness.settle.outdated': 'a newer figure has come',
  'freshness.settle.wrong-value': 'the figure is wrong',
  'freshness.settle.wrong-period': 'the time is wrong',
  'freshness.settle.not-in-source': 'not in the source',
  'freshness.settle.other': 'another reason',
  'freshness.differences.none':
    'No differences: of the same thing and time, all sources give the same figure.',
  'freshness.differences.sum':
    '{n} places where sources give different figures for the same thing and time; all stand side by side',
  'freshness.differences.more':
    'The first {n} places where sources give different figures for the same thing and time; all stand side by side',
  'freshness.empty': 'No facts that age yet',
  'freshness.empty.why':
    'After a table with figures is imported, this page tells by owner how many facts of each kind there are and how many are stale.',
  'freshness.empty.act': 'Import',
}
