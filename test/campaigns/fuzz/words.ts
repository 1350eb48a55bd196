/** Texts that mean something to the rules behind a field, by its name, so that cases come past them. */

/** The mapping of a table that the world of the campaign brings. */
export const MAPPING = {
  ...{ id: 'fuzz-firms', version: 1, title: { zh: '企业名录', en: 'Directory of firms' } },
  source: {
    ...{ class: 'authoritative-table', publisher: '市工业和信息化局' },
    ...{ publishedOn: '2026-03-01', label: 'public' },
  },
  match: { columns: ['编号', '企业名称'] },
  fields: {
    code: { column: '编号', steps: [{ trim: true }], required: true },
    name: { column: '企业名称', steps: [{ trim: true }], required: true },
    revenue: { column: '营业收入（万元）', steps: [{ number: { unit: '万元' } }] },
  },
  claims: [
    {
      subject: { kind: 'firm', scheme: 'list:fuzz', code: '{code}' },
      property: 'name',
      text: '{name}',
    },
    {
      subject: { kind: 'firm', scheme: 'list:fuzz', code: '{code}' },
      ...{ property: 'revenue', quantity: '{revenue}' },
    },
  ],
}

export const TABLE = '编号,企业名称,营业收入（万元）\nA1,甲公司,10\nA2,乙公司,20\nA3,,x\n'
export const TEXT = '到2027年，集成电路产业规模达到100亿元，培育甲电子有限公司等企业。'

export const NAMED_TEXTS: Readonly<Record<string, readonly string[]>> = {
  property: ['name', 'revenue', 'employees', 'note', 'note', 'belongsToStage', 'supplies'],
  properties: ['revenue', 'employees', 'note', 'name', 'tier'],
  kind: ['firm', 'firm', 'firm', 'chain', 'stage'],
  scheme: ['stock-code', 'credit-code', 'list:fuzz', 'division', 'country'],
  code: ['310115', '600001', 'A1', '914403001922038216', 'NL'],
  value: ['3亿元', '约120人', '甲公司', '≥5', '12.5%', '2026年'],
  home: ['310115', '310000'],
  region: ['310000', '310115', '上海市'],
  parent: ['310000'],
  role: ['office', 'dataSteward', 'chief', 'memberFirm', 'institute', 'administrator'],
  period: ['2025年', '2024年'],
  column: ['企业名称', '营业收入（万元）', '编号'],
  password: ['a-long-password-of-a-test'],
  current: ['a-long-password-of-a-test', 'x'],
  next: ['another-long-password-of-a-test', 'x'],
  login: ['somebody', 'first11', 'else'],
  creditCode: ['914403001922038216', '911100001000044477'],
  sort: ['name', '-name', 'sources', 'basis', '-revenue'],
  owner: ['office', 'statistics'],
  q: ['公司', 'jia', '链', '310'],
  sheet: ['Sheet1', ''],
}
