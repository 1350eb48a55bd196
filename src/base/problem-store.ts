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
  'store-slow': entry(503, 1, {
    what: { zh: '数据库用时过长', en: 'The database took too long' },
    why: {
      zh: '一条语句超过了时限（LIANSHU_STATEMENT_SECONDS），已由数据库中止',
      en: 'A statement took longer than its limit (LIANSHU_STATEMENT_SECONDS) and was broken off',
    },
    next: {
      zh: '缩小范围后再试；总是如此时，请管理员看 lianshu doctor 与运行记录',
      en: 'Ask for less and try again; if it stays so, have an administrator see lianshu doctor and the notes',
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
  'backup-exists': entry(409, 3, {
    what: { zh: '备份的位置已有内容', en: 'There is something where the backup would stand' },
    why: { zh: '{folder} 已存在且不为空', en: '{folder} exists and is not empty' },
    next: { zh: '换一个尚不存在的目录', en: 'Name a folder that does not exist yet' },
  }),
  'backup-invalid': entry(422, 3, {
    what: { zh: '这不是完整的备份', en: 'This is no complete backup' },
    why: { zh: '无法读懂 {reason}', en: 'Not readable: {reason}' },
    next: {
      zh: '指定备份的整个目录（其中有 manifest.json），或改用另一份备份',
      en: 'Name the whole folder of a backup (with its manifest.json), or use another one',
    },
  }),
  'backup-damaged': entry(422, 4, {
    what: { zh: '备份已损坏', en: 'The backup is damaged' },
    why: {
      zh: '{file} 与备份的清点单不符，或缺失、多余；什么也没有写入',
      en: '{file} is not as the manifest says, or is missing, or was added; nothing was written',
    },
    next: { zh: '改用另一份备份', en: 'Use another backup' },
  }),
  'backup-newer': entry(422, 2, {
    what: { zh: '备份由更新的版本写成', en: 'The backup was written by a newer version' },
    why: {
      zh: '它的版本为 {found}，本程序只认识到 {known}',
      en: 'It is of version {found}; this program knows up to {known}',
    },
    next: { zh: '升级程序后再恢复', en: 'Upgrade the program and restore again' },
  }),
  'restore-not-empty': entry(409, 2, {
    what: { zh: '此处已有数据，不能恢复', en: 'There are data here; nothing was restored' },
    why: {
      zh: '恢复只写入空的安装，不会覆盖已有的数据',
      en: 'A restore fills an empty installation and never overwrites data',
    },
    next: {
      zh: '用 LIANSHU_DIRECTORY 指定新目录；用 PostgreSQL 时另建空库并设 DATABASE_URL',
      en: 'Name a new folder by LIANSHU_DIRECTORY; with PostgreSQL make an empty database and set DATABASE_URL',
    },
  }),
  'restore-unfinished': entry(503, 2, {
    what: { zh: '上次恢复没有完成', en: 'A restore was broken off' },
    why: {
      zh: '数据不完整，因此不提供服务',
      en: 'The data are incomplete and therefore not served',
    },
    next: {
      zh: '重新执行 lianshu restore，它会从头开始',
      en: 'Run lianshu restore again; it begins anew',
    },
  }),
  'restore-differs': entry(500, 4, {
    what: { zh: '恢复后的数据与备份不符', en: 'What was restored differs from the backup' },
    why: { zh: '不符之处：{what}', en: 'Differing: {what}' },
    next: {
      zh: '不要使用此安装；改用另一份备份重新恢复，并告知管理员',
      en: 'Do not use this installation; restore another backup and tell an administrator',
    },
  }),
  'journal-stopped': entry(503, 1, {
    what: {
      zh: '日志写不进磁盘，已停止写入',
      en: 'The journal cannot be written; nothing is taken any more',
    },
    why: {
      zh: '断电保护用的日志写入失败：{reason}',
      en: 'Writing the journal that guards against a power cut failed: {reason}',
    },
    next: {
      zh: '检查磁盘空间与磁盘状况，再重新启动服务；已确认的数据都在',
      en: 'Check the disk and its space, then start the server again; what was confirmed is kept',
    },
  }),
  'journal-damaged': entry(503, 1, {
    what: { zh: '日志中间有损坏', en: 'The journal is damaged before its end' },
    why: {
      zh: '{file} 不完整，不能据以补回数据',
      en: '{file} is not whole; data cannot be recovered by it',
    },
    next: {
      zh: '检查磁盘；把 journal 目录移走后由最近的备份恢复到新目录',
      en: 'Check the disk; keep the folder journal aside and restore the newest backup into a new directory',
    },
  }),
  'journal-baseless': entry(503, 2, {
    what: { zh: '断电后无法补回数据', en: 'The data cannot be recovered after the power cut' },
    why: {
      zh: '日志从第 {after} 条开始，而它之前的备份不在 backups 目录里',
      en: 'The journal begins after record {after}, and the backup before it is not in the folder backups',
    },
    next: {
      zh: '把移走的备份放回 backups 目录再启动；没有备份时，请保留整个数据目录并求助',
      en: 'Put the backup back into the folder backups and start again; without one keep the whole directory and ask for help',
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
  'log-suite-fixed': entry(409, 2, {
    what: { zh: '记录的算法不能改', en: 'The suite of the log cannot be changed' },
    why: {
      zh: '记录已用 {begun} 开始，而 LIANSHU_LOG_SUITE 设为 {asked}；一棵树只有一套算法',
      en: 'The log began in {begun}, and LIANSHU_LOG_SUITE asks for {asked}; a tree has one suite',
    },
    next: {
      zh: '把 LIANSHU_LOG_SUITE 改回 {begun} 或不设；要用 {asked}，须另建一个安装',
      en: 'Set LIANSHU_LOG_SUITE to {begun} or not at all; {asked} takes a new installation',
    },
  }),
  'log-key-suite': entry(409, 2, {
    what: { zh: '签名的钥匙不属于这套算法', en: 'The signing key is of another suite' },
    why: {
      zh: '数据目录里的 log-key.pem 是 {has} 的钥匙，记录要用 {needed}',
      en: 'log-key.pem in the data directory is a key of {has}, and the log needs {needed}',
    },
    next: {
      zh: '核对 LIANSHU_LOG_SUITE；确要用 {needed}，先把 log-key.pem 移到别处再启动，会另做一把',
      en: 'Check LIANSHU_LOG_SUITE; for {needed} move log-key.pem elsewhere and start: another is made',
    },
  }),
  'log-suite-missing': entry(501, 2, {
    what: { zh: '这个 Node 算不了所选的算法', en: 'This Node cannot compute the chosen suite' },
    why: {
      zh: '{suite} 要用 {digest}，而这个 Node（{version}）没有它',
      en: '{suite} needs {digest}, which this Node ({version}) was built without',
    },
    next: {
      zh: '换用带 SM2、SM3 的 Node（官方发行的都带），或在记录开始之前改用 intl',
      en: 'Use a Node that has SM2 and SM3, as the official ones do, or intl before the log begins',
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
