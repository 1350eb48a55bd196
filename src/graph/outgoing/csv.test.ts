import { expect, test } from 'vitest'
import { csvOf } from './csv.ts'

test.each([
  [['甲', '乙'], '甲,乙'],
  [['a,b', 'c"d', 'e\nf'], '"a,b","c""d","e\nf"'],
  [['=1+1', '@SUM(A1)', '+cmd', '-a', '\tx'], "'=1+1,'@SUM(A1),'+cmd,'-a,'\tx"],
  [['\r=1', ' =1', '＝1+1', '|cmd'], "\"'\r=1\",' =1,'＝1+1,'|cmd"],
  [['-1.5%', '+3', '-0.25'], '-1.5%,+3,-0.25'],
])('%j', (cells, line) => {
  expect(csvOf([cells])).toBe(`\ufeff${line}\r\n`)
})
