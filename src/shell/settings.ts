/** What each setting means, for `lianshu config` and its documentation. */
export const SETTINGS = {
  LIANSHU_PORT: { default: '7310', zh: '端口', en: 'port' },
  LIANSHU_HOST: {
    default: 'localhost',
    zh: '监听的主机名或地址',
    en: 'host name or address to listen on',
  },
  LIANSHU_DIRECTORY: { default: '.lianshu', zh: '数据目录', en: 'directory of the installation' },
  DATABASE_URL: {
    default: '',
    zh: 'PostgreSQL 连接地址；不填则用内嵌数据库',
    en: 'PostgreSQL address; without it the embedded store is used',
  },
  LIANSHU_DATABASE_OWNER_URL: {
    default: '',
    zh: '同一数据库的建表账号；不填则由上一账号建表，租户之墙对它不起作用',
    en: 'the same database as the owner of its tables; without it the role above owns them, and the wall between tenants does not hold against it',
  },
  LIANSHU_SAMPLE: {
    default: 'on',
    zh: '首次启动是否装入样例（on/off）',
    en: 'whether a first start loads the sample (on/off)',
  },
  LIANSHU_LANGUAGE: {
    default: 'zh',
    zh: '默认语言（zh/en）',
    en: 'language where none is asked (zh/en)',
  },
  LIANSHU_TLS_CERTIFICATE: {
    default: '',
    zh: 'TLS 证书文件（PEM）',
    en: 'TLS certificate file (PEM)',
  },
  LIANSHU_TLS_KEY: { default: '', zh: 'TLS 私钥文件（PEM）', en: 'TLS key file (PEM)' },
  LIANSHU_BEHIND_PROXY: {
    default: 'off',
    zh: '前置代理负责 TLS（on/off）',
    en: 'a proxy in front speaks TLS (on/off)',
  },
  LIANSHU_UPLOAD_LIMIT: {
    default: '512',
    zh: '单个上传文件上限（MiB）',
    en: 'largest upload (MiB)',
  },
  LIANSHU_BODY_LIMIT: {
    default: '1',
    zh: '其他请求体上限（MiB）',
    en: 'largest body of any other request (MiB)',
  },
  LIANSHU_PAGE_ROWS: { default: '500', zh: '一页最多行数', en: 'most rows of one page' },
  LIANSHU_JOBS_AT_ONCE: {
    default: '1',
    zh: '每种后台任务同时运行几个',
    en: 'jobs of one kind that run at the same time',
  },
  LIANSHU_READING_MEMORY: {
    default: '1024',
    zh: '读一个文件最多用的内存（MiB）',
    en: 'most memory for reading a file (MiB)',
  },
  LIANSHU_READING_SECONDS: {
    default: '1800',
    zh: '读一个文件最多用的时间（秒）',
    en: 'most time for reading a file (seconds)',
  },
  LIANSHU_STATEMENT_SECONDS: {
    default: '60',
    zh: '数据库一条语句最多用的时间（秒）',
    en: 'most time for one statement of the database (seconds)',
  },
  LIANSHU_CONNECTIONS: {
    default: '10',
    zh: '与 PostgreSQL 的连接数',
    en: 'connections to PostgreSQL',
  },
  LIANSHU_SESSION_IDLE: {
    default: '15',
    zh: '多久不用即退出登录（分钟）',
    en: 'a session ends when it was not used for so long (minutes)',
  },
  LIANSHU_SESSION_HOURS: {
    default: '10',
    zh: '登录最长多久（小时）',
    en: 'how long a session lasts at most (hours)',
  },
  LIANSHU_PROOF_MINUTES: {
    default: '5',
    zh: '确认本人之后多久内可做要紧的操作（分钟）',
    en: 'how long after a proof of the person what weighs most may be done (minutes)',
  },
  LIANSHU_CERTIFICATE_HEADER: {
    default: '',
    zh: '前置代理用哪个请求头交来已核验的客户端证书主体',
    en: 'the header in which a proxy hands over the subject of a client certificate that it checked',
  },
  LIANSHU_CERTIFICATE_PROXY: {
    default: '',
    zh: '只信来自这一地址的上述请求头',
    en: 'the only address from which that header is believed',
  },
  LIANSHU_STOP_SECONDS: {
    default: '10',
    zh: '停止时等请求、再等任务各多久（秒）',
    en: 'how long a stop waits for requests, and then for jobs (seconds)',
  },
  LIANSHU_METRICS_TOKEN: {
    default: '',
    zh: '其他机器读取 /metrics 的令牌；不填则只有本机可读',
    en: 'token with which other machines read /metrics; without it only this machine may',
  },
  LIANSHU_BACKUPS_KEPT: {
    default: '7',
    zh: '数据目录内保留的备份份数',
    en: 'how many backups are kept in the directory of the installation',
  },
  LIANSHU_BACKUP_HOURS: {
    default: '',
    zh: '隔多少小时自动备份一次，0 为不自动；不填时内嵌数据库为 24，PostgreSQL 为 0',
    en: 'hours between backups of its own accord, 0 for none; unset: 24 with the embedded database, 0 with PostgreSQL',
  },
  LIANSHU_JOURNAL_LIMIT: {
    default: '1024',
    zh: '断电日志超过多少 MB 即自动备份',
    en: 'size of the journal (MB) beyond which a backup is taken of its own accord',
  },
  LIANSHU_LOG_SUITE: {
    default: '',
    zh: '记录的算法：intl（SHA-256、Ed25519）或 gm（国密 SM3、SM2）；记录开始以后不能改，不填时新记录用 intl',
    en: 'suite of the log: intl (SHA-256, Ed25519) or gm (SM3, SM2); fixed once the log has begun; unset: intl for a new one',
  },
  LIANSHU_NOTES: {
    default: 'info',
    zh: '运行记录级别（silent/error/warn/info/debug）；在终端上不填则为 warn',
    en: 'level of the running notes (silent/error/warn/info/debug); on a terminal warn where none is set',
  },
} as const
