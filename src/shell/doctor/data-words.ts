// What the doctor says of the database and of what is kept in it.
import type { Words } from '../../base/index.ts'

/** Of a finding: why it is so, and what to do next. */
export const DATA_FINDINGS = {
  'durability.D0': {
    why: {
      zh: 'D0：内嵌数据库；程序被杀不丢数据，断电由备份与日志补回，不抵磁盘损坏',
      en: 'D0: embedded database; survives a killed process, and a power cut by backup and journal, but not a lost disk',
    },
    next: {
      zh: '正式使用请设 DATABASE_URL（PostgreSQL，D1），备份另存他处',
      en: 'For an office set DATABASE_URL (PostgreSQL, D1), and keep backups elsewhere',
    },
  },
  'durability.D1': {
    why: {
      zh: 'D1：PostgreSQL，断电不丢已确认的数据',
      en: 'D1: PostgreSQL; what was confirmed survives a power cut',
    },
    next: null,
  },
  'durability.D2': {
    why: {
      zh: 'D2：PostgreSQL，日志另存归档或备机',
      en: 'D2: PostgreSQL whose log also goes to an archive or a standby',
    },
    next: null,
  },
  'durability.unsynced': {
    why: {
      zh: 'D0：这个 PostgreSQL 不落盘，断电会丢已确认的数据',
      en: 'D0: this PostgreSQL does not sync; a power cut loses what was confirmed',
    },
    next: {
      zh: '按“数据库的落盘设置”改正，再重启数据库',
      en: 'Correct its sync settings and restart it',
    },
  },
  'database.embedded': {
    why: { zh: '内嵌数据库 {version}，{size}', en: 'Embedded database {version}, {size}' },
    next: null,
  },
  'database.served': {
    why: { zh: 'PostgreSQL {version}，{size}', en: 'PostgreSQL {version}, {size}' },
    next: null,
  },
  'database.old': {
    why: {
      zh: 'PostgreSQL {version} 太旧，须 15 以上',
      en: 'PostgreSQL {version} is too old; 15 or newer is needed',
    },
    next: { zh: '升级数据库', en: 'Upgrade the database' },
  },
  'database.unasked': {
    why: {
      zh: '未查：内嵌数据库只由服务打开',
      en: 'Not asked: the embedded database is opened by the server alone',
    },
    next: { zh: '启动服务后再查一次', en: 'Start the server and look again' },
  },
  'database.unreachable': {
    why: { zh: '连不上：{reason}', en: 'It cannot be reached: {reason}' },
    next: {
      zh: '检查数据库是否运行、DATABASE_URL 与网络',
      en: 'See whether it runs, and check DATABASE_URL and the network',
    },
  },
  'settings.good': {
    why: {
      zh: 'fsync、full_page_writes、synchronous_commit 都开着',
      en: 'fsync, full_page_writes and synchronous_commit are on',
    },
    next: null,
  },
  'settings.off': {
    why: { zh: '已关闭：{names}', en: 'Switched off: {names}' },
    next: {
      zh: '在 postgresql.conf 打开后重启数据库',
      en: 'Switch them on in postgresql.conf and restart the database',
    },
  },
  'wall.holds': {
    why: {
      zh: '行级安全强制执行，登录账号绕不过去',
      en: 'Row security is forced, and the role cannot bypass it',
    },
    next: null,
  },
  'wall.owner': {
    why: {
      zh: '登录账号拥有这些表，租户之墙对它不起作用',
      en: 'The role owns the tables; the wall between tenants does not hold against it',
    },
    next: {
      zh: '设 LIANSHU_DATABASE_OWNER_URL，见 docs/operating/tenant-wall.md',
      en: 'Set LIANSHU_DATABASE_OWNER_URL, see docs/operating/tenant-wall.md',
    },
  },
  'wall.bypass': {
    why: {
      zh: '登录账号是超级用户或可绕过行级安全：租户之墙形同虚设',
      en: 'The role is a superuser or may bypass row security: there is no wall between tenants',
    },
    next: {
      zh: '换一个普通账号，见 docs/operating/tenant-wall.md',
      en: 'Use an ordinary role, see docs/operating/tenant-wall.md',
    },
  },
  'wall.gap': {
    why: { zh: '这些表没有强制行级安全：{tables}', en: 'Row security is not forced on: {tables}' },
    next: {
      zh: '以表的拥有者重新启动一次；仍然如此时从备份恢复',
      en: 'Start once with the owner of the tables; if it stays so, restore from a backup',
    },
  },
  'migrations.same': {
    why: { zh: '第 {applied} 版，正是本程序的', en: 'Version {applied}, that of this program' },
    next: null,
  },
  'migrations.behind': {
    why: {
      zh: '第 {applied} 版，本程序为第 {known} 版',
      en: 'Version {applied}; this program has {known}',
    },
    next: {
      zh: '下次启动时自动更新；先做一次备份',
      en: 'The next start brings it up; take a backup before',
    },
  },
  'migrations.newer': {
    why: {
      zh: '第 {applied} 版，比本程序的第 {known} 版新',
      en: 'Version {applied} is newer than {known} of this program',
    },
    next: { zh: '升级程序', en: 'Upgrade the program' },
  },
  'migrations.edited': {
    why: {
      zh: '执行过的变更与本程序的不同',
      en: 'What was applied differs from this program’s migrations',
    },
    next: {
      zh: '恢复原来的程序文件，或从备份恢复数据',
      en: 'Restore the original program, or the data from a backup',
    },
  },
  'queue.good': {
    why: { zh: '等待 {waiting}，运行 {running}', en: '{waiting} wait, {running} run' },
    next: null,
  },
  'queue.long': {
    why: {
      zh: '等待 {waiting}，最早的已等 {minutes} 分钟',
      en: '{waiting} wait, the oldest for {minutes} minutes',
    },
    next: {
      zh: '看后台作业里是什么占着；多核且用 PostgreSQL 时可加大 LIANSHU_JOBS_AT_ONCE',
      en: 'See in the jobs what is in the way; with PostgreSQL and cores raise LIANSHU_JOBS_AT_ONCE',
    },
  },
  'workers.good': {
    why: {
      zh: '{kinds} 种任务有人做，正在做 {running} 件',
      en: '{kinds} kinds are worked on, {running} now',
    },
    next: null,
  },
  'workers.silent': {
    why: {
      zh: '{silent} 件任务半分钟没有动静，多半丢了执行者',
      en: '{silent} jobs gave no sign of life for half a minute; their worker is probably gone',
    },
    next: {
      zh: '无须处理：会被接手重做；反复如此时看内存与运行记录',
      en: 'Nothing: they are taken over; if it goes on, see memory and the notes',
    },
  },
  'workers.none': {
    why: { zh: '没有任何任务有人做', en: 'Nobody works on any kind of job' },
    next: { zh: '重新启动服务', en: 'Start the server again' },
  },
  'log.good': {
    why: {
      zh: '已签 {signed} 条（{suite}），待签 {unsigned} 条；最近签于 {at}',
      en: '{signed} entries signed ({suite}), {unsigned} waiting; signed last at {at}',
    },
    next: null,
  },
  'log.late': {
    why: {
      zh: '{unsigned} 条已等 {seconds} 秒未签',
      en: '{unsigned} entries wait for {seconds} seconds',
    },
    next: {
      zh: '看运行记录里的 log not signed；机器太忙时会自己追上',
      en: 'See “log not signed” in the notes; a busy machine catches up by itself',
    },
  },
  'log.stuck': {
    why: {
      zh: '{unsigned} 条已等 {seconds} 秒未签：签名停了',
      en: '{unsigned} entries wait for {seconds} seconds: signing has stopped',
    },
    next: {
      zh: '检查 log-key.pem 是否还在、可读，再重新启动',
      en: 'See that log-key.pem is there and readable, then start again',
    },
  },
  'log.suite': {
    why: {
      zh: '记录已用 {begun} 开始，LIANSHU_LOG_SUITE 却设为 {asked}；服务不会启动',
      en: 'The log began in {begun} and LIANSHU_LOG_SUITE asks for {asked}; no server will start',
    },
    next: {
      zh: '把 LIANSHU_LOG_SUITE 改回 {begun} 或不设',
      en: 'Set LIANSHU_LOG_SUITE to {begun} or not at all',
    },
  },
  'log.lacks': {
    why: {
      zh: '记录要用 {suite}，这个 Node 没有它的算法',
      en: 'The log needs {suite}, which this Node was built without',
    },
    next: {
      zh: '换用带 SM2、SM3 的 Node（官方发行的都带）',
      en: 'Use a Node that has SM2 and SM3, as the official ones do',
    },
  },
  'witnesses.good': {
    why: { zh: '{count} 个见证都按时会签', en: 'All {count} witnesses cosign in time' },
    next: null,
  },
  'witnesses.none': { why: { zh: '没有登记见证', en: 'No witness is registered' }, next: null },
  'witnesses.late': {
    why: { zh: '逾期未会签：{names}', en: 'Late: {names}' },
    next: {
      zh: '把最新的检查点送去会签（记录页）',
      en: 'Send them the newest checkpoint (page Log)',
    },
  },
  'witnesses.forked': {
    why: {
      zh: '有 {forks} 处分叉：记录对不同的人说了不同的话',
      en: '{forks} forks: the log was told differently to different people',
    },
    next: {
      zh: '保留证据，停止对外出具，查明原因（记录页）',
      en: 'Keep the proof, issue nothing, find out why (page Log)',
    },
  },
  'backup.good': {
    why: { zh: '最近一份在 {hours} 小时前', en: 'The newest is {hours} hours old' },
    next: null,
  },
  'backup.due': {
    why: { zh: '最近一份在 {hours} 小时前', en: 'The newest is {hours} hours old' },
    next: { zh: '备份一次：npx lianshu backup', en: 'Take one: npx lianshu backup' },
  },
  'backup.old': {
    why: { zh: '最近一份在 {days} 天前', en: 'The newest is {days} days old' },
    next: {
      zh: '立即备份：npx lianshu backup，并定期执行',
      en: 'Take one now: npx lianshu backup, and do so regularly',
    },
  },
  'backup.none': {
    why: { zh: '数据目录里还没有备份', en: 'There is none in the data directory yet' },
    next: {
      zh: '备份一次：npx lianshu backup；另存他处的备份这里看不到',
      en: 'Take one: npx lianshu backup; those kept elsewhere are not seen here',
    },
  },
  'journal.good': { why: { zh: '{size}', en: '{size}' }, next: null },
  'journal.large': {
    why: {
      zh: '{size}，断电后补回会很久',
      en: '{size}; coming back after a power cut would take long',
    },
    next: { zh: '备份一次，它便从头开始', en: 'Take a backup; it then begins anew' },
  },
  'journal.stopped': {
    why: {
      zh: '写不进磁盘，已停止接受写入（{size}）',
      en: 'It cannot be written; nothing is taken any more ({size})',
    },
    next: {
      zh: '检查磁盘空间与磁盘状况，再重新启动；已确认的数据都在',
      en: 'Check the disk and its space, then start again; what was confirmed is kept',
    },
  },
  'journal.baseless': {
    why: {
      zh: '前面没有备份，断电后无法补回',
      en: 'No backup stands before it; a power cut could not be made good',
    },
    next: { zh: '备份一次：npx lianshu backup', en: 'Take one: npx lianshu backup' },
  },
} as const satisfies Record<string, { why: Words; next: Words | null }>
