-- A second suite of hashes and signatures, SM3 and SM2: a tree, its keys and its witnesses may be of it.
alter table log_tree drop constraint log_tree_suite_check;
alter table log_tree add constraint log_tree_suite_check check (suite in ('intl', 'gm'));
alter table log_key drop constraint log_key_suite_check;
alter table log_key add constraint log_key_suite_check check (suite in ('intl', 'gm'));
alter table log_witness add column suite text not null default 'intl' check (suite in ('intl', 'gm'));

-- An entry may be older than the tree that takes it up, so its hash is made then, by that tree's suite.
alter table log_pending alter column body_hash drop not null;
