import { entry } from './problem-entry.ts'

/** Problems of collection rounds and of the workbooks that come back. */
export const COLLECTION_PROBLEMS = {
  'collection-empty': entry(422, 3, {
    what: { zh: '没有需要收集的格', en: 'There is nothing to collect' },
    why: {
      zh: '范围内 {things} 个对象：{known} 格已有且未过时限，{elsewhere} 格已由其他轮次收集',
      en: 'Of the {things} things in scope, {known} cells are known and fresh, {elsewhere} are collected by other rounds',
    },
    next: { zh: '改选事项或范围', en: 'Choose other properties or another scope' },
  }),
  'collection-large': entry(422, 3, {
    what: { zh: '一轮收集的格太多', en: 'Too many cells for one round' },
    why: { zh: '共 {cells} 格，一轮至多 {limit} 格', en: '{cells} cells; one round takes {limit}' },
    next: {
      zh: '按地区、清单或事项分成几轮',
      en: 'Make several rounds, by region, by list or by property',
    },
  }),
  'collection-unassigned': entry(422, 3, {
    what: { zh: '有的格没有单位负责', en: 'Some cells have nobody to answer them' },
    why: {
      zh: '{cells} 格不归任何所选单位：{properties}',
      en: '{cells} cells belong to none of the chosen bodies: {properties}',
    },
    next: {
      zh: '为这些事项或地区指定单位，或不收这些事项',
      en: 'Name a body for these properties or regions, or leave them out',
    },
  }),
  'collection-asked': entry(409, 3, {
    what: { zh: '有的格刚被另一轮次收集', en: 'Some cells were just asked by another round' },
    why: {
      zh: '同一对象的同一事项，同时只由一轮收集',
      en: 'One property of one thing is asked by one round at a time',
    },
    next: { zh: '刷新后重新测算', en: 'Refresh and compute it again' },
  }),
  'collection-step': entry(409, 3, {
    what: { zh: '这一轮现在不能这样做', en: 'This cannot be done with the round now' },
    why: { zh: '{reason}', en: '{reason}' },
    next: { zh: '刷新后看这一轮的状态', en: 'Refresh and look at the state of the round' },
  }),
  'collection-unrecognised': entry(422, 3, {
    what: { zh: '认不出这份工作簿', en: 'The workbook is not recognised' },
    why: {
      zh: '表中没有收数编号，也没有隐藏的行码',
      en: 'It holds neither a collection code nor the hidden codes of its rows',
    },
    next: {
      zh: '把数填入下发的工作簿再交回；改名、排序都不要紧，编号和行码不要删',
      en: 'Fill in the workbook that was sent; renaming and sorting do no harm, but keep the codes',
    },
  }),
  'collection-foreign': entry(422, 3, {
    what: { zh: '这是另一轮收数的工作簿', en: 'The workbook belongs to another round' },
    why: { zh: '它属于“{title}”（{code}）', en: 'It belongs to “{title}” ({code})' },
    next: { zh: '到那一轮的页面交回', en: 'Return it on the page of that round' },
  }),
  'collection-head': entry(422, 3, {
    what: { zh: '工作簿的表头不见了', en: 'The head of the workbook is gone' },
    why: {
      zh: '分不清哪一列是哪一项；文件已原样保存，未取其中任何一格',
      en: 'Nobody can tell which column is which; the file is kept as it is, no cell was taken',
    },
    next: {
      zh: '把所填各行贴回下发的工作簿后再交回',
      en: 'Paste the rows back into the workbook that was sent and return that',
    },
  }),
} as const
