/** Chinese words of the health screen. */
export const zhDoctor = {
  'doctor.title': '运行状况',
  'doctor.sum': '坏 {broken} · 请看 {look} · 好 {good}',
  'doctor.again': '再查一次',
  'doctor.good': '好',
  'doctor.look': '请看',
  'doctor.broken': '坏',
  'doctor.col.state': '状况',
  'doctor.col.what': '检查',
  'doctor.col.why': '所见',
  'doctor.col.next': '接下来',
  'doctor.nothing': '无须处理',
  'doctor.at': '查于',
  'doctor.cli': '在服务器上也可执行',
  'doctor.other': '运行状况由系统管理员查看',
  'doctor.other.why': '觉得系统不正常时，请与本辖区的系统管理员联系。',
} as const satisfies Record<string, string>
