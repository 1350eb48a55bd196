import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  checkCreditCode,
  checkOrganisationCode,
  creditCheckCharacter,
  organisationCheckCharacter,
} from './index.ts'

// Public codes of large firms, banks and universities, as printed in their own disclosures.
const PUBLIC = `
914403001922038216  华为技术有限公司
9144030071526726XG  深圳市腾讯计算机系统有限公司
91330100799655058B  阿里巴巴（中国）有限公司
91440300192317458F  比亚迪股份有限公司
9144030027939873X7  中兴通讯股份有限公司
91440400192548256N  珠海格力电器股份有限公司
91440606722473344C  美的集团股份有限公司
9152000071430580XT  贵州茅台酒股份有限公司
91100000100003962T  中国工商银行股份有限公司
911100001000044477  中国建设银行股份有限公司
911000001000013428  中国银行股份有限公司
91110000710925462X  中国石油天然气股份有限公司
91110000710926094P  中国石油化工股份有限公司
9111000071093123XX  国家电网有限公司
91110108551385082Q  小米科技有限责任公司
91310000132260250X  上海汽车集团股份有限公司
91350900587527783P  宁德时代新能源科技股份有限公司
913101157626272806  中微半导体设备（上海）股份有限公司
911100001011016602  京东方科技集团股份有限公司
91330000733796106P  杭州海康威视数字技术股份有限公司
91440300100012316L  中国平安保险（集团）股份有限公司
12100000400000624D  清华大学
12100000400002259P  北京大学
12100000470095016Q  浙江大学
1210000042500615X0  上海交通大学
12100000485001086E  中国科学技术大学
`

const codes = PUBLIC.trim()
  .split('\n')
  .map((line) => line.split(/\s+/))

test.each(codes)('%s is the code of %s', (code = '') => {
  expect(checkCreditCode(code)).toEqual({ ok: true, code })
  expect(checkOrganisationCode(code.slice(8, 17))).toEqual({ ok: true, code: code.slice(8, 17) })
})

test('blanks around, small letters and full-width digits are the same code', () => {
  expect(checkCreditCode(' ９１４４０３００１９２３１７４５８f ')).toEqual({
    ok: true,
    code: '91440300192317458F',
  })
  expect(checkOrganisationCode('19231745-8')).toEqual({ ok: true, code: '192317458' })
})

test.each([
  ['', 'code-empty', {}],
  ['91440300192317458', 'code-length', { length: 18, found: 17 }],
  ['9144030019231745 F', 'code-characters', { found: ' ' }],
  ['91440300I92317458F', 'code-characters', { found: 'I' }],
  ['91350100M000100Y4Z', 'code-characters', { found: 'Z' }],
  ['B1440300192317458F', 'code-authority', { found: 'B' }],
  ['9144A300192317458F', 'code-region', {}],
  ['91440300192317458G', 'code-check', { place: 18, expected: 'F' }],
  ['91440300192317459F', 'code-check', { place: 18 }],
])('%s is refused: %s', (code, reason, details) => {
  expect(checkCreditCode(code)).toMatchObject({ ok: false, reason, details })
})

test('a wrong organisation code inside is found although the last character agrees', () => {
  const body = '9144030019231745A'
  const code = body + creditCheckCharacter(body)
  expect(checkCreditCode(code)).toEqual({
    ok: false,
    reason: 'code-check',
    details: { place: 17, expected: '8' },
  })
})

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const body = fc
  .tuple(
    fc.nat(999_999),
    fc.string({ unit: fc.constantFrom(...alphabet), minLength: 8, maxLength: 8 }),
  )
  .map(([region, inner]) => {
    return `91${String(region).padStart(6, '0')}${inner}${organisationCheckCharacter(inner)}`
  })

test('every code made by the rule passes, and one wrong character never does', () => {
  fc.assert(
    fc.property(body, fc.nat(17), fc.constantFrom(...alphabet), (first17, place, character) => {
      const code = first17 + creditCheckCharacter(first17)
      expect(checkCreditCode(code).ok).toBe(true)
      const changed = code.slice(0, place) + character + code.slice(place + 1)
      expect(checkCreditCode(changed).ok).toBe(changed === code)
    }),
    { numRuns: 2000 },
  )
})
