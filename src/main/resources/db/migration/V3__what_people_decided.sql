-- What people decided about lines. Append-only: taking a decision back is a row of its own.
create table decision (
  id varchar(20) primary key,
  body varchar(100) not null,
  kind varchar(20) not null,
  supplier varchar(4000) not null,
  reason varchar(1000) not null,
  file_name varchar(1000) not null,
  sheet varchar(200) not null,
  line_number bigint not null,
  verdict varchar(1000) not null,
  withdrawn varchar(20) not null,
  who varchar(200) not null,
  taken_at timestamp with time zone not null,
  why varchar(4000) not null,
  source varchar(4000) not null
);
create index decision_body on decision (body);
