import type { Words } from '../../base/index.ts'
import type { LabelLevel } from './label.ts'
import type { Permission } from './permission.ts'
import type { Face, OrganisationKind } from './role.ts'

export const PERMISSION_WORDS: Readonly<Record<Permission, Words>> = {
  'read-chain': { zh: '查看产业链', en: 'See the chains' },
  'read-source': { zh: '查看来源与原文', en: 'See sources and their text' },
  'read-internal': { zh: '查看内部资料', en: 'See internal material' },
  'read-restricted': {
    zh: '查看其他单位的受限资料',
    en: 'See material restricted to other organisations',
  },
  'read-sensitive': {
    zh: '查看本单位获准知悉的敏感资料',
    en: 'See sensitive material shared with one’s own organisation',
  },
  'bring-source': { zh: '上传来源文件', en: 'Bring in sources' },
  'import-table': { zh: '导入表格', en: 'Import tables' },
  'state-claim': { zh: '填报事实', en: 'State claims' },
  'edit-chain': { zh: '编辑产业链环节与关联', en: 'Edit the stages and links of a chain' },
  'decide-claim': { zh: '审核事实', en: 'Decide on claims' },
  'publish-batch': { zh: '发布整批数据', en: 'Publish a whole batch' },
  'decide-identity': {
    zh: '判定名称是否同一主体',
    en: 'Decide whether two names are one thing',
  },
  'manage-lists': { zh: '编制清单', en: 'Draw up lists' },
  'sign-list': { zh: '签发清单', en: 'Sign lists' },
  'export-data': { zh: '导出清单与图谱', en: 'Export lists and the graph' },
  'collect-data': { zh: '组织收数', en: 'Run a collection of data' },
  'answer-collection': { zh: '回报收数', en: 'Answer a collection of data' },
  'set-desk': { zh: '设定复核方式', en: 'Set how the desk confirms' },
  'manage-mappings': { zh: '维护表格映射', en: 'Keep the mappings of tables' },
  'manage-consents': { zh: '登记企业授权', en: 'Record the consents of firms' },
  'read-jobs': { zh: '查看后台任务', en: 'See background jobs' },
  'read-people': { zh: '查看人员与单位名录', en: 'See the directory of people and organisations' },
  'manage-people': { zh: '管理人员账号', en: 'Manage the accounts of people' },
  'grant-roles': { zh: '授予与收回角色', en: 'Grant roles and take them back' },
  'guard-sign-in': {
    zh: '管理登录保护、会话与锁定',
    en: 'Keep the measures of signing in, sessions and locks',
  },
  'manage-organisations': { zh: '管理单位', en: 'Manage organisations' },
  'read-audit': { zh: '查看审计记录', en: 'See the audit records' },
  'manage-log': { zh: '管理记录的见证', en: 'Manage the witnesses of the log' },
  'keep-backups': { zh: '备份与存储等级', en: 'Keep the backups' },
  'switch-role': { zh: '切换角色', en: 'Switch role' },
  'own-account': { zh: '管理本人账号', en: 'Manage one’s own account' },
}

export const LEVEL_WORDS: Readonly<Record<LabelLevel, Words>> = {
  public: { zh: '公开', en: 'Public' },
  internal: { zh: '内部', en: 'Internal' },
  restricted: { zh: '限指定单位', en: 'Restricted to named organisations' },
  sensitive: { zh: '敏感', en: 'Sensitive' },
}

export const FACE_WORDS: Readonly<Record<Face, Words>> = {
  cockpit: { zh: '驾驶舱', en: 'Cockpit' },
  desk: { zh: '工作台', en: 'Desk' },
  firm: { zh: '企业端', en: 'Firm' },
}

export const ORGANISATION_KIND_WORDS: Readonly<Record<OrganisationKind, Words>> = {
  government: { zh: '政府部门', en: 'Government body' },
  firm: { zh: '企业', en: 'Firm' },
  institute: { zh: '高校院所', en: 'University or institute' },
}
