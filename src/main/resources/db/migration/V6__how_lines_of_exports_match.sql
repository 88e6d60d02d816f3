-- Of the lines that stand in both readings, those with the same transaction number, date, amount and supplier, and how
-- many of these say it in other words; lines that agree in date, amount and supplier only; and the lines of the smaller
-- reading in the months that both have. All 0 in a comparison made before they were counted.
alter table export_comparison add column numbered_lines bigint default 0 not null;
alter table export_comparison add column numbered_pence bigint default 0 not null;
alter table export_comparison add column reworded_lines bigint default 0 not null;
alter table export_comparison add column alike_lines bigint default 0 not null;
alter table export_comparison add column alike_pence bigint default 0 not null;
alter table export_comparison add column smaller_lines bigint default 0 not null;
