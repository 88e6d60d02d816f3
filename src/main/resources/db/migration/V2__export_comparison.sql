-- How two readings of exports of one body and topic stand to each other: the earlier by known-from, then path.
-- A comparison never changes, since neither reading does.
create table export_comparison (
  earlier_scan_id bigint not null references scan (id),
  later_scan_id bigint not null references scan (id),
  same_lines bigint not null,
  same_pence bigint not null,
  only_earlier bigint not null,
  only_later bigint not null,
  primary key (earlier_scan_id, later_scan_id)
);

-- Lines of a reading that exports before it give already, each with the line that is counted in its place.
create table duplicate_line (
  scan_id bigint not null references scan (id),
  sheet varchar(200) not null,
  line_number bigint not null,
  dated date not null,
  amount_pence bigint not null,
  first_file_name varchar(1000) not null,
  first_sheet varchar(200) not null,
  first_line_number bigint not null,
  primary key (scan_id, sheet, line_number)
);

-- What a person should know of how an export was read, by how much it asks of its reader.
create table scan_note (
  scan_id bigint not null references scan (id),
  ordinal int not null,
  kind varchar(20) not null,
  message varchar(8000) not null,
  primary key (scan_id, ordinal)
);
