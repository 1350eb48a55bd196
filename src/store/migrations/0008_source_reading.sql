-- How a document became text: by which job, with how many pages, and what its reader should know, so that nobody takes a part for the whole.
create table source_reading (
  tenant int4 not null,
  source uuid not null,
  job uuid not null,
  pages int4,
  characters int4,
  cautions jsonb not null,
  read_at timestamptz,
  primary key (tenant, source)
);

alter table source_reading enable row level security;
create policy of_tenant on source_reading using (tenant = current_setting('app.tenant')::int4);
