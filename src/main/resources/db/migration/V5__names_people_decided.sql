-- What people decided of single suppliers' names: told or withheld. Append-only: the newest about a name holds.
create table name_decision (
  id varchar(20) primary key,
  body varchar(100) not null,
  supplier varchar(4000) not null,
  withheld boolean not null,
  who varchar(200) not null,
  taken_at timestamp with time zone not null,
  why varchar(4000) not null
);
create index name_decision_body on name_decision (body);
