-- What the review desk keeps beside claims: the doubts of a reader, the sentence a claim was read in, and what a person put in place of it.
create table claim_caution (
  tenant int4 not null,
  claim uuid not null,
  code text not null,
  detail text not null,
  primary key (tenant, claim, code, detail)
);

create table claim_sentence (
  tenant int4 not null,
  claim uuid not null,
  first int4 not null,
  last int4 not null,
  primary key (tenant, claim)
);

create table claim_edit (
  tenant int4 not null,
  claim uuid not null,
  replaces uuid not null,
  decision uuid not null,
  edited_by uuid not null,
  edited_at timestamptz not null,
  primary key (tenant, claim, decision)
);
create index claim_edit_by_decision on claim_edit (tenant, decision);
create index claim_edit_by_time on claim_edit (tenant, edited_by, edited_at);

create index claim_held on claim (tenant, source) where held;
create index decision_claim_by_decision on decision_claim (tenant, decision);

alter table claim_caution enable row level security;
create policy of_tenant on claim_caution using (tenant = current_setting('app.tenant')::int4);
alter table claim_sentence enable row level security;
create policy of_tenant on claim_sentence using (tenant = current_setting('app.tenant')::int4);
alter table claim_edit enable row level security;
create policy of_tenant on claim_edit using (tenant = current_setting('app.tenant')::int4);
