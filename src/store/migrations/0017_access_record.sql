-- Refusals, exports and sign-ins leave a record beside reads, and each tells from where and by which request, so that an auditor can look for it.
alter table read_audit alter column person drop not null;
alter table read_audit alter column organisation drop not null;
alter table read_audit alter column role drop not null;
alter table read_audit add column act text not null default 'read'
  check (act in ('read', 'export', 'refusal', 'sign-in', 'audit'));
alter table read_audit add column request uuid;
alter table read_audit add column address text not null default '';
alter table read_audit add column route text not null default '';
alter table read_audit add column code text;
create index read_audit_by_person on read_audit (tenant, person, sequence);
create index read_audit_by_act on read_audit (tenant, act, sequence);
-- Commands are looked for by who gave them as well as by when.
create index log_pending_by_actor on log_pending (tenant, actor, sequence);
