import { entry } from './problem-entry.ts'

/** Problems of the store, the service and its settings. */
export const STORE_PROBLEMS = {
  'store-locked': entry(503, 2, {
    what: { zh: '数据目录正被另一进程使用', en: 'The data directory is in use' },
    why: { zh: '{directory} 由进程 {pid} 占用', en: 'Process {pid} holds {directory}' },
    next: {
      zh: '先停止该进程，或改用另一数据目录',
      en: 'Stop that process, or use another directory',
    },
  }),
  'store-newer': entry(503, 2, {
    what: { zh: '数据由更新的版本写成', en: 'The data were written by a newer version' },
    why: {
      zh: '数据结构版本为 {found}，本程序只认识到 {known}',
      en: 'Their schema is {found}; this program knows up to {known}',
    },
    next: { zh: '升级程序后再打开', en: 'Upgrade the program and open them again' },
  }),
  'store-edited': entry(503, 1, {
    what: { zh: '数据结构变更记录不一致', en: 'The migration history does not agree' },
    why: {
      zh: '变更 {name} 与已执行的内容不同',
      en: 'Migration {name} differs from what was applied',
    },
    next: {
      zh: '恢复原来的程序文件，或从备份恢复数据',
      en: 'Restore the original program files, or restore the data from a backup',
    },
  }),
  'store-unreachable': entry(503, 1, {
    what: { zh: '无法连接数据库', en: 'The database cannot be reached' },
    why: { zh: '{reason}', en: '{reason}' },
    next: {
      zh: '检查数据库是否运行、地址与账号是否正确',
      en: 'Check that it runs and that address and account are right',
    },
  }),
  'store-extension': entry(503, 1, {
    what: { zh: '数据库缺少扩展 {name}', en: 'The database lacks the extension {name}' },
    why: { zh: '{reason}', en: '{reason}' },
    next: {
      zh: '请数据库管理员安装并在该库中执行 create extension {name}，然后重新启动',
      en: 'Have its administrator install it and run: create extension {name}; then start again',
    },
  }),
  'store-permission': entry(503, 1, {
    what: { zh: '数据库账号权限不足', en: 'The database account may not do this' },
    why: { zh: '建立数据表时：{reason}', en: 'While creating tables: {reason}' },
    next: {
      zh: '请数据库管理员授予该账号在此库中建表的权限，然后重新启动',
      en: 'Have its administrator let the account create tables there; then start again',
    },
  }),
  'log-waiting': entry(503, 1, {
    what: { zh: '记录尚未签到这一条', en: 'The log has not been signed that far yet' },
    why: {
      zh: '这一命令还没有并入签名的树',
      en: 'The entry of this command has not been taken into the signed tree',
    },
    next: {
      zh: '稍后再试；若总是如此，请看服务的运行记录与密钥文件 log-key.pem',
      en: 'Try again shortly; if it stays so, see the notes of the server and the key file log-key.pem',
    },
  }),
  'server-running': entry(409, 2, {
    what: { zh: '服务正在运行', en: 'A server is running' },
    why: { zh: '数据目录由运行中的服务打开', en: 'It holds the data directory open' },
    next: { zh: '通过服务执行，或先停止服务', en: 'Work through the server, or stop it first' },
  }),
  'not-ready': entry(503, 1, {
    what: { zh: '服务尚未就绪', en: 'The server is not ready' },
    why: { zh: '正在启动或即将停止', en: 'It is starting or about to stop' },
    next: { zh: '稍候片刻再试', en: 'Try again in a moment' },
  }),
  'port-taken': entry(409, 2, {
    what: { zh: '端口 {port} 已被占用', en: 'Port {port} is taken' },
    why: { zh: '另一程序正在该端口上监听', en: 'Another program listens on it' },
    next: {
      zh: '停止该程序，或用 LIANSHU_PORT 指定另一端口',
      en: 'Stop that program, or choose another port by LIANSHU_PORT',
    },
  }),
  'config-invalid': entry(500, 2, {
    what: { zh: '配置有误', en: 'The configuration is wrong' },
    why: { zh: '{name}：{reason}', en: '{name}: {reason}' },
    next: { zh: '改正后重新启动', en: 'Correct it and start again' },
  }),
  'pack-invalid': entry(500, 3, {
    what: { zh: '资料包有误', en: 'The pack is not valid' },
    why: { zh: '{pack} 的 {file}：{reason}', en: '{file} of {pack}: {reason}' },
    next: { zh: '改正该文件后重新加载', en: 'Correct the file and load the pack again' },
  }),
  'job-cancelled': entry(409, 3, {
    what: { zh: '任务已取消', en: 'The job was cancelled' },
    why: { zh: '有人取消了这一任务', en: 'Somebody cancelled it' },
    next: { zh: '需要时重新开始', en: 'Start it again if it is needed' },
  }),
  'job-abandoned': entry(500, 1, {
    what: { zh: '任务多次中断，已停止重试', en: 'The job broke off too often and was given up' },
    why: {
      zh: '它开始了 {attempts} 次，每次都未能完成',
      en: 'It was begun {attempts} times and never finished',
    },
    next: {
      zh: '检查内存与磁盘空间以及所导入的文件，再重新开始',
      en: 'Check memory, disk space and the imported file, then start it again',
    },
  }),
  'verification-false': entry(422, 4, {
    what: { zh: '校验不通过', en: 'Verification found it false' },
    why: { zh: '{reason}', en: '{reason}' },
    next: {
      zh: '不要采信该文件，向出具方索取原件',
      en: 'Do not rely on the file; ask its issuer for the original',
    },
  }),
  internal: entry(500, 1, {
    what: { zh: '系统内部错误', en: 'Internal error' },
    why: { zh: '这是程序的问题，不是您的操作有误', en: 'The fault is ours, not yours' },
    next: {
      zh: '稍后再试；仍然出现时，请将编号 {reference} 告知管理员',
      en: 'Try later; if it stays, give an administrator the reference {reference}',
    },
  }),
} as const
