-- The evidence of a line, in its order, each piece on a line of its own: role, field, rule and words, with tabs between.
-- It is written once and only ever read whole; rows of their own were two thirds of what a scan stored.
alter table matched_line add column evidence varchar(1000000) default '' not null;
update matched_line line set evidence = coalesce((
  select group_concat(
      piece.role || U&'\0009' || piece.field || U&'\0009' || piece.rule_id || U&'\0009'
        || replace(replace(piece.words, '\', '\\'), U&'\000a', '\n')
      order by piece.ordinal separator U&'\000a')
  from matched_evidence piece
  where piece.scan_id = line.scan_id and piece.file_name = line.file_name
    and piece.sheet = line.sheet and piece.line_number = line.line_number), '');
drop table matched_evidence;
