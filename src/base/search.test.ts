import { expect, test } from 'vitest'
import { foldQuery, searchTerms } from './index.ts'
import { simplified } from './traditional.ts'

test.each([
  ['重庆长安汽车', '重庆长安汽车', 'chongqingchanganqiche', 'cqcaqc'],
  ['中国银行', '中国银行', 'zhongguoyinhang', 'zgyh'],
  ['厦门重工', '厦门重工', 'xiamenzhonggong', 'xmzg'],
  ['乐清重组蛋白', '乐清重组蛋白', 'yueqingchongzudanbai', 'yqczdb'],
  ['重钢股份', '重钢股份', 'chongganggufen', 'cggf'],
  ['长江存储', '长江存储', 'changjiangcunchu', 'cjcc'],
  ['绿的谐波', '绿的谐波', 'lvdexiebo', 'ldxb'],
  ['ＴＣＬ 中环', 'tcl中环', 'tclzhonghuan', 'tclzh'],
  ['EDA/IP与设计服务', 'edaip与设计服务', 'edaipyushejifuwu', 'edaipysjfw'],
  ['台灣積體電路', '台湾积体电路', 'taiwanjitidianlu', 'twjtdl'],
  ['C++', 'c++', '', ''],
  ['ASML Holding N.V.', 'asmlholdingnv', '', ''],
  ['——', '——', '', ''],
  ['乾燥機', '干燥机', 'ganzaoji', 'gzj'],
  ['𠮷野家𬭊', '𠮷野家𬭊', '𠮷yejiadu', '𠮷yjd'],
])('%s', (name, folded, pinyin, initials) => {
  expect(searchTerms(name)).toEqual({ folded, pinyin, initials })
})

test.each([
  ['Chang An', 'changan'],
  ['重庆 长安', '重庆长安'],
  ['ＣＱＣＡ', 'cqca'],
  ['華為', '华为'],
  ['矽晶圓', '硅晶圆'],
  ['後工序', '后工序'],
  ['皇后', '皇后'],
  ['乾坤', '乾坤'],
  ['羣創光電', '群创光电'],
  ['衞生', '卫生'],
  ['ＧＰＵ　伺服器', 'gpu伺服器'],
  ['𫟹𬭊', '𫟹𬭊'],
])('the query %s meets %s', (query, folded) => {
  expect(foldQuery(query)).toBe(folded)
})

test.each(['乾坤', '著作', '皇后', '台州', '沈阳', '面板'])('%s is simplified already', (word) => {
  expect(simplified(word)).toBe(word)
})
