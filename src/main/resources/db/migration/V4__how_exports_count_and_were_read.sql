-- What people decided about how exports count. Append-only: taking a decision back is a row of its own.
create table export_decision (
  id varchar(20) primary key,
  body varchar(100) not null,
  kind varchar(20) not null,
  path varchar(1000) not null,
  file_digest varchar(64) not null,
  other_path varchar(1000) not null,
  other_digest varchar(64) not null,
  sheet varchar(200) not null,
  line_number bigint not null,
  moved_lines bigint not null,
  moved_pence bigint not null,
  withdrawn varchar(20) not null,
  who varchar(200) not null,
  taken_at timestamp with time zone not null,
  why varchar(4000) not null,
  source varchar(4000) not null
);
create index export_decision_body on export_decision (body);

-- Why a file was set aside, as one of a closed list; empty for one that was not.
alter table scan add column set_aside_kind varchar(20) default '' not null;

-- What stands in an export that its reader does not see, and its identical lines; null where not looked for.
create table scan_reading (
  scan_id bigint primary key references scan (id),
  hidden_sheets bigint not null,
  hidden_rows bigint not null,
  hidden_columns bigint not null,
  identical_groups bigint,
  identical_lines bigint
);

-- The totals that an export prints of itself, each with what was read above it.
create table scan_printed_total (
  scan_id bigint not null references scan (id),
  ordinal int not null,
  sheet varchar(200) not null,
  line_number bigint not null,
  printed_pence bigint not null,
  read_pence bigint not null,
  primary key (scan_id, ordinal)
);
