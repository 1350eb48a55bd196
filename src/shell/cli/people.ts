import { Problem } from '../../base/index.ts'
import { PeopleList, WrittenPerson } from '../http/schemas/people.ts'
import { BadUse, EXIT, type Verb } from './verb.ts'

export const verbPeople: Verb = {
  name: 'people',
  usage: '[reset-password LOGIN]',
  words: {
    zh: '列出人员；reset-password 为某人设置新密码',
    en: 'List people; reset-password gives somebody a new password',
  },
  options: [],
  takes: { least: 0, most: 2 },
  run: async (call) => {
    const [action, login] = call.given
    if (action !== undefined && (action !== 'reset-password' || login === undefined)) {
      throw new BadUse({ zh: '应为 reset-password 用户名', en: 'It is: reset-password LOGIN' })
    }
    const api = await call.openApi()
    try {
      const { items } = await api.get('/api/people', PeopleList)
      if (login === undefined) {
        for (const each of items) call.print([each.login, each.name, each.id].join('\t'))
        return EXIT.good
      }
      const person = items.find((each) => each.login === login)
      if (person === undefined) throw new Problem('not-found')
      const reset = await api.post(`/api/people/${person.id}/reset-password`, {}, WrittenPerson)
      call.print(reset.password ?? '')
      return EXIT.good
    } finally {
      await api.close()
    }
  },
}
