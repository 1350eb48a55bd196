-- The evidence model: a source says something (claim), a person lets it stand (decision), and what stands is projected into three tables of facts.
create table source (
  tenant int4 not null,
  id uuid not null,
  title text not null,
  publisher text not null,
  published_on date,
  media_type text not null,
  file_name text not null,
  sha256 text not null,
  size_bytes int8 not null,
  class text not null,
  label int2 not null,
  origin text,
  synthetic bool not null,
  brought_by uuid not null,
  brought_at timestamptz not null,
  supersedes uuid,
  text_version text,
  primary key (tenant, id)
);
create index source_by_time on source (tenant, brought_at);

create table source_part (
  tenant int4 not null,
  source uuid not null,
  part int4 not null,
  sheet text,
  page int4,
  first int4 not null,
  last int4 not null,
  head jsonb,
  content text not null,
  primary key (tenant, source, part)
);

create table mapping (
  tenant int4 not null,
  id text not null,
  version int4 not null,
  hash text not null,
  title_zh text not null,
  title_en text not null,
  content jsonb not null,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (tenant, id, version)
);

create table batch (
  tenant int4 not null,
  id uuid not null,
  source uuid not null,
  mapping_id text,
  mapping_version int4,
  mapping_hash text,
  mapping jsonb,
  job uuid,
  state text not null check (state in ('open', 'ready', 'published', 'discarded')),
  counts jsonb not null,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (tenant, id)
);
create index batch_by_job on batch (tenant, job);
create index batch_by_source on batch (tenant, source);

create table thing (
  tenant int4 not null,
  id uuid not null,
  kind text not null,
  scheme text not null,
  code text not null,
  primary key (tenant, id)
);
create index thing_by_code on thing (tenant, code);

create table claim (
  tenant int4 not null,
  id uuid not null,
  batch uuid not null,
  source uuid not null,
  sheet text,
  page int4,
  row_number int4,
  cells text,
  span_start int4,
  span_end int4,
  quote_hash uuid not null,
  method text not null,
  reader text not null,
  confidence int2 not null,
  subject uuid not null,
  property text not null,
  object uuid,
  printed text,
  operator text,
  number numeric,
  low numeric,
  high numeric,
  unit text,
  valid_from date,
  valid_to date,
  label int2 not null,
  held bool not null,
  primary key (tenant, id)
);
create index claim_by_place on claim (tenant, source, row_number);
create index claim_by_batch on claim (tenant, batch);
create index claim_by_subject on claim (tenant, subject, property);

create table decision (
  tenant int4 not null,
  id uuid not null,
  kind text not null check (kind in ('publish', 'reject', 'withdraw', 'restore')),
  target uuid,
  source uuid,
  actor uuid not null,
  recorded_at timestamptz not null,
  reason text,
  policy text not null,
  claims int4 not null,
  root text,
  primary key (tenant, id)
);
create index decision_by_time on decision (tenant, recorded_at);
create index decision_by_target on decision (tenant, target);

create table decision_claim (
  tenant int4 not null,
  decision uuid not null,
  claim uuid not null,
  primary key (tenant, claim, decision)
);

create table entity (
  tenant int4 not null,
  claim uuid not null,
  id uuid not null,
  kind text not null,
  name text not null,
  valid_from date,
  valid_to date,
  source uuid not null,
  label int2 not null,
  decision uuid not null,
  ended uuid,
  primary key (tenant, claim, decision)
);
create index entity_by_id on entity (tenant, id);
create index entity_by_kind on entity (tenant, kind, name);

create table edge (
  tenant int4 not null,
  claim uuid not null,
  subject uuid not null,
  property text not null,
  object uuid not null,
  printed text,
  operator text,
  number numeric,
  low numeric,
  high numeric,
  unit text,
  valid_from date,
  valid_to date,
  source uuid not null,
  label int2 not null,
  decision uuid not null,
  ended uuid,
  primary key (tenant, claim, decision)
);
create index edge_by_subject on edge (tenant, subject, property);
create index edge_by_object on edge (tenant, object, property);

create table value (
  tenant int4 not null,
  claim uuid not null,
  subject uuid not null,
  property text not null,
  printed text not null,
  operator text,
  number numeric,
  low numeric,
  high numeric,
  unit text,
  valid_from date,
  valid_to date,
  source uuid not null,
  label int2 not null,
  decision uuid not null,
  ended uuid,
  primary key (tenant, claim, decision)
);
create index value_by_subject on value (tenant, subject, property);

create table term (
  tenant int4 not null,
  claim uuid not null,
  thing uuid not null,
  kind text not null,
  name text not null,
  folded text not null,
  pinyin text not null,
  initials text not null,
  grams text[] not null,
  label int2 not null,
  decision uuid not null,
  ended uuid,
  primary key (tenant, claim, decision)
);
create index term_by_folded on term (tenant, folded text_pattern_ops);
create index term_by_pinyin on term (tenant, pinyin text_pattern_ops);
create index term_by_initials on term (tenant, initials text_pattern_ops);
create index term_by_grams on term using gin (grams);

create table derivation (
  tenant int4 not null,
  id uuid not null,
  algorithm text not null,
  version int4 not null,
  parameters jsonb not null,
  seed text,
  snapshot text not null,
  output jsonb not null,
  claims uuid[] not null,
  label int2 not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (tenant, id)
);

create table import_row (
  tenant int4 not null,
  batch uuid not null,
  ordinal int4 not null,
  sheet text,
  first int4 not null,
  last int4 not null,
  outcome text not null check (outcome in ('new', 'changed', 'same', 'possible', 'held', 'refused')),
  reasons jsonb not null,
  cells jsonb,
  primary key (tenant, batch, ordinal)
);
create index import_row_by_outcome on import_row (tenant, batch, outcome, ordinal);

-- The tenant's wall, as in the migration before: the application's own checks stand in front of it.
alter table source enable row level security;
create policy of_tenant on source using (tenant = current_setting('app.tenant')::int4);
alter table source_part enable row level security;
create policy of_tenant on source_part using (tenant = current_setting('app.tenant')::int4);
alter table mapping enable row level security;
create policy of_tenant on mapping using (tenant = current_setting('app.tenant')::int4);
alter table batch enable row level security;
create policy of_tenant on batch using (tenant = current_setting('app.tenant')::int4);
alter table thing enable row level security;
create policy of_tenant on thing using (tenant = current_setting('app.tenant')::int4);
alter table claim enable row level security;
create policy of_tenant on claim using (tenant = current_setting('app.tenant')::int4);
alter table decision enable row level security;
create policy of_tenant on decision using (tenant = current_setting('app.tenant')::int4);
alter table decision_claim enable row level security;
create policy of_tenant on decision_claim using (tenant = current_setting('app.tenant')::int4);
alter table entity enable row level security;
create policy of_tenant on entity using (tenant = current_setting('app.tenant')::int4);
alter table edge enable row level security;
create policy of_tenant on edge using (tenant = current_setting('app.tenant')::int4);
alter table value enable row level security;
create policy of_tenant on value using (tenant = current_setting('app.tenant')::int4);
alter table term enable row level security;
create policy of_tenant on term using (tenant = current_setting('app.tenant')::int4);
alter table derivation enable row level security;
create policy of_tenant on derivation using (tenant = current_setting('app.tenant')::int4);
alter table import_row enable row level security;
create policy of_tenant on import_row using (tenant = current_setting('app.tenant')::int4);
