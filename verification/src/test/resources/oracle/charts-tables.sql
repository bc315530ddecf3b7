-- What was published, and what the job says of it; filled before charts.sql.
CREATE TABLE published_value (
    force text, kpi text, basis text, "window" text, slice text, as_at date, numerator int, denominator int);
CREATE TABLE published_snapshot (force text, as_at date, history_from date);
-- The days on which anything was counted in the numerator, and those on which anything was not, as known when their block ended.
CREATE TABLE published_event_day (force text, kpi text, basis text, slice text, day date, counted boolean);
-- read_lag: the horizon in days of the figure that is read, 0 where it has none.
CREATE TABLE measure (
    kpi text, kind text, priority text, minimum_n int, charted boolean, looks_back boolean, aged_days int, tells_of_records boolean,
    in_pack boolean, read_lag int);
CREATE TABLE rebase_register (day date, affects text);
CREATE TABLE actual_limit (
    force text, kpi text, basis text, slice text, as_at date, first_day date, value double, lower double, centre double,
    upper double, trial boolean, rule text, side int, chart text);
CREATE TABLE actual_raise (force text, kpi text, basis text, slice text, as_at date, rule text, state text);
-- Whether, by what was known at a block end, records of a theme moved in any of some days.
CREATE TABLE actual_move (force text, theme text, as_at date, first_day date, last_day date, moved boolean);
