// What the doctor says of the machine and of how the server is reached.
import type { Words } from '../../base/index.ts'

/** Of a finding: why it is so, and what to do next. */
export const MACHINE_FINDINGS = {
  'node.good': {
    why: { zh: 'Node {node}，链枢 {version}', en: 'Node {node}, Lianshu {version}' },
    next: null,
  },
  'node.old': {
    why: {
      zh: 'Node {node} 太旧，须 20.19 以上',
      en: 'Node {node} is too old; 20.19 or newer is needed',
    },
    next: { zh: '升级 Node 后重新启动', en: 'Upgrade Node and start again' },
  },
  'server.good': { why: { zh: '正在运行', en: 'It runs' }, next: null },
  'server.none': {
    why: {
      zh: '没有服务在这个目录上运行，只查了不开数据库也能查的',
      en: 'None runs on this directory; only what needs no server was looked at',
    },
    next: { zh: '启动服务（npm start）后再查一次', en: 'Start it (npm start) and look again' },
  },
  'directory.good': {
    why: { zh: '{path} 可读写，只有其主人可进', en: '{path} can be written, by its owner alone' },
    next: null,
  },
  'directory.none': {
    why: {
      zh: '{path} 还不存在；首次启动时建立',
      en: '{path} does not exist yet; a first start makes it',
    },
    next: {
      zh: '启动服务；路径不对时改 LIANSHU_DIRECTORY',
      en: 'Start the server; if the path is wrong set LIANSHU_DIRECTORY',
    },
  },
  'directory.closed': {
    why: { zh: '{path} 不可写', en: '{path} cannot be written' },
    next: {
      zh: '把目录的主人改为运行服务的账号，或检查磁盘是否只读',
      en: 'Give it to the account that runs the server, or see whether the disk is read-only',
    },
  },
  'directory.open': {
    why: {
      zh: '本机的其他账号可以进入 {path}',
      en: 'Other accounts of this machine can enter {path}',
    },
    next: { zh: '执行 chmod 700 {path}', en: 'Run chmod 700 {path}' },
  },
  'lock.good': {
    why: { zh: '由服务（进程 {pid}）占用', en: 'Held by the server (process {pid})' },
    next: null,
  },
  'lock.none': { why: { zh: '无人占用', en: 'Nobody holds it' }, next: null },
  'lock.stale': {
    why: { zh: '占用它的进程 {pid} 已经不在', en: 'Process {pid}, which held it, is gone' },
    next: {
      zh: '无须处理：下次启动会接管；请看进程为何中断',
      en: 'Nothing: the next start takes it over; find out why the process ended',
    },
  },
  'lock.power': {
    why: {
      zh: '上次断电时数据库开着，它的文件不可信',
      en: 'The power was cut while the database was open; its files cannot be trusted',
    },
    next: {
      zh: '直接启动：由最近的备份与日志补回；先不要删 backups 与 journal',
      en: 'Start it: backup and journal bring it back; do not remove backups or journal before',
    },
  },
  'lock.silent': {
    why: {
      zh: '进程 {pid} 占用目录，却没有服务应答',
      en: 'Process {pid} holds the directory, and no server answers',
    },
    next: {
      zh: '等它启动完或结束；长时间如此时看运行记录，再结束该进程',
      en: 'Let it finish starting or end; if it stays so see the notes, then end that process',
    },
  },
  'space.good': { why: { zh: '剩余 {free}', en: '{free} free' }, next: null },
  'space.low': {
    why: {
      zh: '剩余 {free}，可能不够下一次备份与导入',
      en: '{free} free; the next backup or import may not fit',
    },
    next: {
      zh: '清理磁盘，或移走旧备份（LIANSHU_BACKUPS_KEPT）',
      en: 'Make room, or keep fewer backups (LIANSHU_BACKUPS_KEPT)',
    },
  },
  'space.none': {
    why: {
      zh: '只剩 {free}，写入随时会失败',
      en: 'Only {free} free; writing may fail at any moment',
    },
    next: { zh: '立即腾出空间', en: 'Make room at once' },
  },
  'clock.good': { why: { zh: '{shown}', en: '{shown}' }, next: null },
  'clock.apart': {
    why: {
      zh: '与数据库相差 {seconds} 秒',
      en: 'It differs from the database’s by {seconds} seconds',
    },
    next: { zh: '两台机器都开启对时（chrony 或 NTP）', en: 'Keep both in time (chrony or NTP)' },
  },
  'clock.back': {
    why: {
      zh: '现在是 {shown}，记录却签于 {signedAt}：时钟被调慢过',
      en: 'It is {shown}, yet the log was signed at {signedAt}: the clock was set back',
    },
    next: { zh: '校准时钟后重新启动', en: 'Set the clock right and start again' },
  },
  'clock.past': {
    why: { zh: '时钟显示 {shown}，不可能', en: 'The clock shows {shown}, which cannot be' },
    next: {
      zh: '校准时钟（断电后主板电池可能没电）',
      en: 'Set the clock right (the battery of the board may be empty)',
    },
  },
  'exposure.local': {
    why: { zh: '只有本机可以访问（{host}）', en: 'Only this machine reaches it ({host})' },
    next: null,
  },
  'exposure.proxy': {
    why: { zh: '由前置代理加密（{host}）', en: 'A proxy in front encrypts ({host})' },
    next: null,
  },
  'exposure.tls': {
    why: {
      zh: '自己加密，证书到 {until}',
      en: 'It encrypts; the certificate is good until {until}',
    },
    next: null,
  },
  'exposure.expiring': {
    why: { zh: '证书将于 {until} 到期', en: 'The certificate ends at {until}' },
    next: { zh: '换新证书后重新启动', en: 'Renew it and start again' },
  },
  'exposure.expired': {
    why: { zh: '证书已于 {until} 到期', en: 'The certificate ended at {until}' },
    next: { zh: '换新证书后重新启动', en: 'Renew it and start again' },
  },
  'exposure.unreadable': {
    why: { zh: '证书或私钥读不出来', en: 'The certificate or its key cannot be read' },
    next: {
      zh: '检查 LIANSHU_TLS_CERTIFICATE 与 LIANSHU_TLS_KEY',
      en: 'Check LIANSHU_TLS_CERTIFICATE and LIANSHU_TLS_KEY',
    },
  },
  'exposure.open': {
    why: {
      zh: '别的机器可以访问（{host}）却未加密，因此只能在本机登录',
      en: 'Others reach it ({host}) unencrypted, so one can sign in on this machine only',
    },
    next: {
      zh: '设 TLS 证书，或声明前置代理（LIANSHU_BEHIND_PROXY）',
      en: 'Set a TLS certificate, or declare a proxy (LIANSHU_BEHIND_PROXY)',
    },
  },
  'sample.none': { why: { zh: '没有装', en: 'Not installed' }, next: null },
  'sample.installed': {
    why: { zh: '已装入；处处标明是样例', en: 'Installed; marked as such everywhere' },
    next: null,
  },
  'sample.absent': {
    why: { zh: '要装而没有装上', en: 'Asked for and not there' },
    next: {
      zh: '看启动时的提示；重新启动会再试',
      en: 'See what the start said; the next start tries again',
    },
  },
} as const satisfies Record<string, { why: Words; next: Words | null }>
