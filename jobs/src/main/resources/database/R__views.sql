-- All views, the functions that they and panels need, and who reads them. Flyway applies this file again whenever it changes, after the versioned
-- migrations: it drops all that it makes and makes it anew, in the order in which one rests on another, and so grants it again too. Nothing
-- here holds data. What each view and column means is in afterMigrate__comments.sql.
--
-- Views ending in _every hold restricted (conduct) series too and are granted to nobody. The others are security barriers: without that, a
-- reader's own function in a WHERE clause could be evaluated on the rows that the view is about to leave out.
SET LOCAL client_min_messages = warning;

DO $$
DECLARE
    gone record;
BEGIN
    FOR gone IN SELECT relname FROM pg_class WHERE relnamespace = 'vaiwg'::regnamespace AND relkind = 'v' LOOP
        EXECUTE format('DROP VIEW IF EXISTS vaiwg.%I CASCADE', gone.relname);
    END LOOP;
END
$$;

DROP FUNCTION IF EXISTS begins_before_history, basis_distance, financial_year_from, wilson_95, is_of_few, of_too_few, asked_on, mark_of, how_sure, next_step, period_words, matter_words, estimate_midnights, as_at_words, dashboard_slice, dashboard_wider, dashboard_whose, dashboard_verdict, dashboard_asks, dashboard_short,
    dashboard_number, dashboard_value, dashboard_also, dashboard_due, dashboard_late, dashboard_name, dashboard_force, dashboard_lpa, dashboard_theme, dashboard_stream, dashboard_snapshot, dashboard_figure, dashboard_main, dashboard_unset,
    dashboard_ended, dashboard_limits, dashboard_chart, dashboard_matter, dashboard_owed, dashboard_first, dashboard_dated;

---------------------------------------------------------------------------------------------------------- tables that are read as they are

GRANT SELECT ON kpi_publication, kpi_snapshot, kpi_rebase, kpi_benchmark, kpi_commitment, board_address
    TO vaiwg_reader, vaiwg_conduct, vaiwg_explain, vaiwg_dashboard;
GRANT SELECT ON kpi_dictionary, release_change, board_report, board_report_file TO vaiwg_reader, vaiwg_conduct, vaiwg_explain;
-- Single late events are for those who explain figures by them.
GRANT SELECT ON late_event TO vaiwg_explain;
GRANT SELECT ON board_access, board_report, board_post, erasure TO vaiwg_audit;
-- By which topics others were replaced, for who compares figures with the log.
GRANT SELECT (at, old_topics, new_topics) ON erasure TO vaiwg_writer;

--------------------------------------------------------------------------------------------------------------- functions that figures need

-- Of a source that knows months only, the first month is whole. Of a timestamp, since of a date date_trunc would go by the session's time zone,
-- and the function would be called for each row instead of being computed in line.
CREATE FUNCTION begins_before_history(as_at date, reach_days int, reach_months int, history_from date) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(CASE
        WHEN reach_months > 0
            THEN as_at - make_interval(months => reach_months) < date_trunc('month', history_from::timestamp)
        ELSE as_at - reach_days < history_from AND reach_days > 0
    END, false)
$$;

-- The first day of the window fytd: of the financial year of the last month that was over so many days before.
CREATE FUNCTION financial_year_from(as_at date, lag_days int) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT make_date(
        extract(year FROM date_trunc('month', (as_at - lag_days)::timestamp) - interval '1 day' - interval '3 months')::int, 4, 1)
$$;

-- How far a chart's basis is from the one that its figure is read by, for the choice of the chart that pages draw: 0 where it is that one, 1
-- where it is followed for as long, else 2.
CREATE FUNCTION basis_distance(basis text, read_basis text) RETURNS int
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN basis = read_basis THEN 0
        WHEN substring(basis FROM '\d+') IS NOT DISTINCT FROM substring(read_basis FROM '\d+') THEN 1
        ELSE 2
    END
$$;

-- A bound of the 95 % score interval of a share (Wilson 1927), the lower one with side -1, the upper one with side 1; of nothing there
-- is none. One expression, so that it costs nothing where nobody asks for it.
CREATE FUNCTION wilson_95(numerator int, denominator int, side int) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN denominator <= 0 OR numerator NOT BETWEEN 0 AND denominator THEN NULL
        WHEN numerator = 0 AND side < 0 THEN 0
        WHEN numerator = denominator AND side > 0 THEN 1
        ELSE (numerator + 1.959963984540054::double precision ^ 2 / 2
                + side * 1.959963984540054::double precision
                    * sqrt(numerator::double precision * (denominator - numerator) / denominator
                        + 1.959963984540054::double precision ^ 2 / 4))
            / (denominator + 1.959963984540054::double precision ^ 2)
    END
$$;

-------------------------------------------------------------------------------------------------------------- what is said of measures now

-- By the newest edition of the newest publication. What an area is called is in what its owner is called.
CREATE VIEW kpi_measure AS
SELECT d.kpi, d.priority, d.title, d.definition, d.unit, d.direction, d.owner, d.section, d.definition_hash, d.kind, d.minimum_n, d.restricted,
       d.needs, d.caveats, d.place, d.place_order, d.place_name, d.place_slice, d.row_order, coalesce(d.short_title, d.title) AS short_title,
       d.read_basis, d.read_window, d.read_basis_months, d.read_window_months, d.shown_as_count, coalesce(d.concern, d.kpi) AS concern,
       d.about_nobody, d.dimension_values, regexp_replace(d.owner, '^the leads? for ', '') AS area_title
FROM kpi_dictionary d
WHERE d.until = 'infinity' AND d.publication = (SELECT max(publication) FROM kpi_dictionary);

GRANT SELECT ON kpi_measure TO vaiwg_writer, vaiwg_reader, vaiwg_conduct, vaiwg_explain, vaiwg_dashboard;

-- What was said of a measure at a midnight. Views ask for a measure and never for a publication alone (hence the cast): of a few hundred rows the
-- planner would read all, again for each value.
CREATE VIEW kpi_dictionary_every AS
SELECT kpi, publication::int AS publication, since, until, priority, kind, minimum_n, restricted, direction, read_basis
FROM kpi_dictionary;

------------------------------------------------------------------------------------------------------------------------ what was published

-- A row for each published value, as readers know them.
CREATE VIEW kpi_value_row AS
SELECT place.series_id, pack.as_at, pack.numerators[place.place] AS numerator, pack.denominators[place.place] AS denominator, pack.publication,
       CASE substr(pack.withheld, place.place, 1) WHEN 's' THEN 'small' WHEN 'p' THEN 'part' END AS withheld
FROM kpi_pack_place place
JOIN kpi_value_pack pack USING (pack_id)
WHERE pack.numerators[place.place] IS NOT NULL;

-- A measure may have left the dictionary: its published values stay readable. What is restricted now is hidden in what was published before.
-- Public archives know the theme violence_sexual only, and all their shares are shares of outcomes. Where a year of crimes has not one outcome,
-- the source does not tell them: 0 % would be no rate, so the row is left out.
CREATE VIEW kpi_value_every AS
SELECT r.publication, s.force, s.kpi, m.priority, s.basis, s."window", s.slice, r.as_at, r.numerator, r.denominator,
       CASE
           WHEN m.kind IN ('count', 'percentile') OR r.denominator IS NULL THEN r.numerator::double precision
           ELSE r.numerator::double precision / nullif(r.denominator, 0)
       END AS value,
       coalesce(r.denominator < m.minimum_n, false) AS small,
       s.definition_hash,
       s.restricted OR coalesce(m.restricted, false) OR s.kpi IN (SELECT kpi FROM kpi_measure WHERE restricted) AS restricted,
       begins_before_history(r.as_at, s.reach_days, s.reach_months, p.history_from)
           OR s."window" = 'fytd' AND coalesce(financial_year_from(r.as_at, s.lag_days) < p.history_from, false) AS partial,
       r.series_id,
       m.kind,
       r.withheld,
       s.part_of,
       s.part_by,
       s.finer,
       s.theme, s.lpa, s.dimension, s.dimension_value
FROM kpi_value_row r
JOIN kpi_series s USING (series_id)
LEFT JOIN kpi_dictionary_every m ON m.kpi = s.kpi AND m.publication = r.publication AND m.since <= r.as_at AND r.as_at < m.until
LEFT JOIN kpi_snapshot p ON p.publication = r.publication AND p.force = s.force AND p.as_at = r.as_at
WHERE s.slice <> 'theme=violence_sexual'
   OR r.denominator IS NULL
   OR r.numerator > 0
   OR EXISTS (
       SELECT
       FROM kpi_series known
       JOIN kpi_value_row outcomes ON outcomes.series_id = known.series_id
       WHERE known.force = s.force
         AND known.kpi = 'outcome_recorded'
         AND known.basis = 'to_date'
         AND known."window" = '12m'
         AND known.slice = s.slice
         AND outcomes.as_at = r.as_at
         AND outcomes.publication = r.publication
         AND outcomes.numerator > 0);

-- The estimates under the names of kpi_value. Archives that tell no outcomes have none to estimate from.
CREATE VIEW kpi_estimate_every AS
SELECT r.publication,
       s.force,
       s.kpi,
       m.priority,
       s.basis,
       s."window",
       s.slice,
       r.as_at,
       r.value,
       r.lower,
       r.upper,
       r.at_risk,
       r.data_through,
       coalesce(r.at_risk < m.minimum_n, false) AS small,
       s.definition_hash,
       s.restricted OR coalesce(m.restricted, false) OR s.kpi IN (SELECT kpi FROM kpi_measure WHERE restricted) AS restricted,
       begins_before_history(r.as_at, s.reach_days, s.reach_months, p.history_from) AS partial,
       s.finer,
       s.theme, s.lpa, s.dimension, s.dimension_value
FROM kpi_estimate_row r
JOIN kpi_series s USING (series_id)
LEFT JOIN kpi_dictionary_every m ON m.kpi = s.kpi AND m.publication = r.publication AND m.since <= r.as_at AND r.as_at < m.until
LEFT JOIN kpi_snapshot p ON p.publication = r.publication AND p.force = s.force AND p.as_at = r.as_at
WHERE s.slice <> 'theme=violence_sexual' OR r.value > 0;

------------------------------------------------------------------------------------------------------------- numbers too small to be shown

-- Whether numbers that are no row of a snapshot are of one to four people.
CREATE FUNCTION is_of_few(kind text, numerator int, denominator int) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(kind <> 'percentile' AND numerator BETWEEN 1 AND 4, false)
        OR coalesce(kind NOT IN ('count', 'population_rate') AND denominator BETWEEN 1 AND 4, false)
        OR coalesce(kind = 'share' AND denominator - numerator BETWEEN 1 AND 4, false)
$$;

-- Of a few people a number says whom it is about: none where their part, their rest, or a percentile's cases are fewer than five.
CREATE FUNCTION of_too_few(kind text, numerator int, denominator int) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(denominator < 5, false)
        OR kind IS DISTINCT FROM 'percentile' AND (numerator < 5 OR coalesce(abs(denominator - numerator) < 5, false))
$$;

----------------------------------------------------------------------------------------------------------------------------------- figures

-- Whether groups of victims may be compared by a characteristic: it must be known of four in five of the crimes that were recorded in the theme
-- in the year, or a difference between groups may be one between those who were asked and those who were not. Not of each figure's own whole: in
-- wholes of a few cases chance lifts the share that is known.
CREATE VIEW kpi_known_every AS
SELECT s.force, s.part_of, s.part_by, r.as_at, r.publication,
       sum(r.numerator) FILTER (WHERE s.slice !~ (s.part_by || '=unknown(;|$)')) >= 0.8 * sum(r.numerator) AS enough
FROM kpi_series s
JOIN kpi_value_row r USING (series_id)
WHERE s.kpi = 'recorded_offences' AND s.basis = 'recorded' AND s."window" = '365d'
GROUP BY s.force, s.part_of, s.part_by, r.as_at, r.publication;

-- Asked once of a theme, characteristic and midnight, and the answer kept for the other figures of it (Memoize): without OFFSET 0 the planner
-- would ask for each column that needs it, or for all midnights.
CREATE VIEW kpi_compared_every AS
SELECT v.*, known.compared
FROM kpi_value_every v
CROSS JOIN LATERAL (
    SELECT CASE WHEN v.part_by IN ('sex', 'age', 'ethnicity', 'disability') THEN coalesce((
        SELECT k.enough
        FROM kpi_known_every k
        WHERE k.force = v.force AND k.part_of = v.part_of AND k.part_by = v.part_by AND k.as_at = v.as_at AND k.publication = v.publication
    ), false) END AS compared
    OFFSET 0) known;

-- Where groups may not be compared there is no share and no interval, and no percentile, which is the numerator itself. Counts stay, and
-- kpi_value_every has all. A counted share has an interval, an estimate has one and no counts.
CREATE VIEW kpi_value WITH (security_barrier) AS
SELECT v.publication, v.force, v.kpi, v.priority, v.basis, v."window", v.slice, v.as_at,
       CASE WHEN v.kind <> 'percentile' OR v.compared IS NOT FALSE THEN v.numerator END AS numerator,
       v.denominator,
       CASE WHEN v.kind = 'count' OR v.compared IS NOT FALSE THEN v.value END AS value,
       v.small, v.definition_hash, v.partial,
       CASE WHEN v.kind = 'share' AND v.compared IS NOT FALSE THEN wilson_95(v.numerator, v.denominator, -1) END AS lower,
       CASE WHEN v.kind = 'share' AND v.compared IS NOT FALSE THEN wilson_95(v.numerator, v.denominator, 1) END AS upper,
       false AS provisional,
       NULL::date AS data_through,
       v.compared,
       v.withheld,
       v.theme, v.lpa, v.dimension, v.dimension_value
FROM kpi_compared_every v
WHERE NOT v.restricted
UNION ALL
SELECT publication, force, kpi, priority, basis, "window", slice, as_at, NULL::int, NULL::int, value, small,
       definition_hash, partial, lower, upper, basis LIKE 'incidence%', data_through, NULL::boolean, NULL::text,
       theme, lpa, dimension, dimension_value
FROM kpi_estimate_every
WHERE NOT restricted;

-- What is said of a group of victims, whether groups may be compared or not: its share among those who are known to belong to it; the least and
-- the most that it is, whoever the unknown are; how many those are; and its risk beside that of all others who are known (Katz 1978). The group,
-- its whole and the unknown are rows of one pass: joined to one another, the planner takes them for a few rows and compares each with each.
CREATE VIEW kpi_group_every AS
SELECT g.publication, g.force, g.kpi, m.priority, g.basis, g."window", g.slice, g.part_of, g.part_by, g.as_at, g.numerator, g.denominator,
       g.numerator::double precision / nullif(g.denominator, 0) AS value,
       wilson_95(g.numerator, g.denominator, -1) AS lower, wilson_95(g.numerator, g.denominator, 1) AS upper,
       g.unknown_numerator, g.unknown_denominator, g.all_denominator,
       g.numerator::double precision / nullif(g.denominator + g.unknown_denominator - g.unknown_numerator, 0) AS least,
       (g.numerator + g.unknown_numerator)::double precision / nullif(g.denominator + g.unknown_numerator, 0) AS most,
       r.ratio, r.ratio / r.spread AS ratio_lower, r.ratio * r.spread AS ratio_upper,
       coalesce(k.enough, false) AS compared, coalesce(g.denominator < m.minimum_n, false) AS small,
       begins_before_history(g.as_at, g.reach_days, g.reach_months, p.history_from)
           OR g."window" = 'fytd' AND coalesce(financial_year_from(g.as_at, g.lag_days) < p.history_from, false) AS partial,
       g.withheld IS NOT NULL OR g.all_withheld OR g.unknown_withheld AS suppressed,
       g.restricted OR m.restricted OR g.kpi IN (SELECT kpi FROM kpi_measure WHERE restricted) AS restricted,
       g.theme, g.lpa, g.dimension, g.dimension_value
FROM (
    SELECT part.*,
           max(numerator) FILTER (WHERE slice = whole) OVER of_whole AS all_numerator,
           max(denominator) FILTER (WHERE slice = whole) OVER of_whole AS all_denominator,
           coalesce(bool_or(withheld IS NOT NULL) FILTER (WHERE slice = whole) OVER of_whole, false) AS all_withheld,
           coalesce(max(numerator) FILTER (WHERE unknown) OVER of_parts, 0) AS unknown_numerator,
           coalesce(max(denominator) FILTER (WHERE unknown) OVER of_parts, 0) AS unknown_denominator,
           coalesce(bool_or(withheld IS NOT NULL) FILTER (WHERE unknown) OVER of_parts, false) AS unknown_withheld
    FROM (
        SELECT v.publication, v.as_at, v.numerator, v.denominator, v.withheld, s.*,
               CASE WHEN s.part_by IN ('sex', 'age', 'ethnicity', 'disability') THEN s.part_of ELSE s.slice END AS whole,
               coalesce(s.slice ~ (s.part_by || '=unknown(;|$)'), false) AS unknown
        FROM kpi_value_row v
        JOIN kpi_series s USING (series_id)
        WHERE v.denominator IS NOT NULL) part
    WINDOW of_whole AS (PARTITION BY publication, force, kpi, basis, "window", as_at, whole),
           of_parts AS (PARTITION BY publication, force, kpi, basis, "window", as_at, whole, part_by)) g
JOIN kpi_dictionary_every m ON m.kpi = g.kpi AND m.publication = g.publication AND m.since <= g.as_at AND g.as_at < m.until
LEFT JOIN kpi_snapshot p ON p.publication = g.publication AND p.force = g.force AND p.as_at = g.as_at
LEFT JOIN kpi_known_every k ON (k.force, k.part_of, k.part_by, k.as_at, k.publication)
    = (g.force, 'theme=' || g.theme, g.part_by, g.as_at, g.publication)
LEFT JOIN LATERAL (
    -- The planner may divide before it asks whether there is anything to divide by.
    SELECT g.numerator::double precision * rest.cases / (g.denominator::double precision * nullif(rest.events, 0)) AS ratio,
           exp(1.959963984540054::double precision * sqrt(1.0::double precision / nullif(g.numerator, 0) - 1.0::double precision / nullif(g.denominator, 0)
               + 1.0::double precision / nullif(rest.events, 0) - 1.0::double precision / nullif(rest.cases, 0))) AS spread
    FROM (SELECT g.all_numerator - g.numerator - g.unknown_numerator AS events,
                 g.all_denominator - g.denominator - g.unknown_denominator AS cases) rest
    WHERE g.numerator > 0 AND rest.events > 0) r ON true
WHERE m.kind = 'share' AND g.part_by IN ('sex', 'age', 'ethnicity', 'disability') AND NOT g.unknown AND g.all_denominator IS NOT NULL;

CREATE VIEW kpi_group WITH (security_barrier) AS
SELECT publication, force, kpi, priority, basis, "window", slice, part_of, part_by, as_at, numerator, denominator, value, lower, upper,
       unknown_numerator, unknown_denominator, all_denominator, least, most, ratio, ratio_lower, ratio_upper, compared, small, partial,
       theme, lpa, dimension, dimension_value
FROM kpi_group_every
WHERE NOT restricted;

GRANT SELECT ON kpi_group TO vaiwg_reader, vaiwg_conduct, vaiwg_explain;

-- What can be inferred from two larger figures is not kept from this role: it is for those who may see the matters. Estimates rest on at_risk
-- cases; under five of them say whom they are about.
CREATE VIEW kpi_value_conduct WITH (security_barrier) AS
SELECT v.publication, v.force, v.kpi, v.priority, v.basis, v."window", v.slice, v.as_at,
       CASE WHEN NOT few.suppressed THEN v.numerator END AS numerator,
       CASE WHEN NOT few.suppressed THEN v.denominator END AS denominator,
       CASE WHEN NOT few.suppressed THEN v.value END AS value,
       v.small, v.definition_hash, v.partial,
       CASE WHEN v.kind = 'share' AND NOT few.suppressed THEN wilson_95(v.numerator, v.denominator, -1) END AS lower,
       CASE WHEN v.kind = 'share' AND NOT few.suppressed THEN wilson_95(v.numerator, v.denominator, 1) END AS upper,
       false AS provisional,
       NULL::date AS data_through,
       few.suppressed,
       v.withheld,
       v.theme, v.lpa, v.dimension, v.dimension_value
FROM kpi_value_every v
CROSS JOIN LATERAL (SELECT of_too_few(v.kind, v.numerator, v.denominator) AS suppressed) few
WHERE v.restricted
UNION ALL
SELECT e.publication, e.force, e.kpi, e.priority, e.basis, e."window", e.slice, e.as_at, NULL::int, NULL::int, e.value, e.small,
       e.definition_hash, e.partial, e.lower, e.upper, e.basis LIKE 'incidence%', e.data_through, false, NULL::text,
       e.theme, e.lpa, e.dimension, e.dimension_value
FROM kpi_estimate_every e
WHERE e.restricted AND e.at_risk >= 5
  -- The difference from like cases tells the share itself: it is shown where that is, of a year that lies within its own two.
  AND (e.kpi NOT LIKE '%\_gap' OR EXISTS (
      SELECT 1
      FROM kpi_value_every v
      WHERE v.publication = e.publication AND v.force = e.force AND v.as_at = e.as_at AND v.kpi = left(e.kpi, -length('_gap'))
        AND v.basis = e.basis AND v."window" = '365d' AND v.slice = e.slice AND NOT of_too_few(v.kind, v.numerator, v.denominator)
  ));

GRANT SELECT ON kpi_value TO vaiwg_reader, vaiwg_conduct, vaiwg_explain;
GRANT SELECT ON kpi_value_conduct TO vaiwg_conduct;

---------------------------------------------------------------------------------------------------- charts, areas side by side and signals

-- The midnights whose early estimates go on where a chart ends: those at which the next four periods of 28 days have ended.
CREATE FUNCTION estimate_midnights(last_day date) RETURNS date[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT ARRAY(SELECT last_day + 1 + 28 * period FROM generate_series(1, 4) period)
$$;

-- Restricted figures have no charts: they are too few for blocks. A block of days is one of 28 days also where its series is that of a longer
-- window; what stands has none.
CREATE VIEW kpi_limit WITH (security_barrier) AS
SELECT r.publication,
       s.force,
       s.kpi,
       m.priority,
       s.basis,
       CASE WHEN s."window" IN ('1m', 'all') THEN s."window" ELSE '28d' END AS "window",
       s.slice,
       r.as_at,
       r.first_day,
       CASE
           WHEN s."window" = '1m' THEN (r.first_day + make_interval(months => 1, days => -1))::date
           ELSE r.first_day + 27
       END AS last_day,
       r.numerator,
       r.denominator,
       r.value,
       r.lower,
       r.centre,
       r.upper,
       r.blocks,
       r.trial,
       r.chart,
       r.variation,
       r.rule,
       r.side,
       r.assurance,
       s.theme, s.lpa, s.dimension, s.dimension_value
FROM kpi_limit_row r
JOIN kpi_series s USING (series_id)
LEFT JOIN kpi_dictionary_every m ON m.kpi = s.kpi AND m.publication = r.publication AND m.since <= r.as_at AND r.as_at < m.until
WHERE NOT (s.restricted OR coalesce(m.restricted, false) OR s.kpi IN (SELECT kpi FROM kpi_measure WHERE restricted));

-- Never ranked. place: one area in forty lies above the warning limit by chance, one in a thousand above the outer one.
CREATE VIEW kpi_funnel WITH (security_barrier) AS
SELECT r.publication,
       s.force,
       s.kpi,
       m.priority,
       s.basis,
       s."window",
       s.slice,
       s.theme,
       s.lpa,
       r.as_at,
       v.numerator,
       v.denominator,
       v.numerator::double precision / v.denominator AS value,
       r.centre,
       r.lower_95,
       r.upper_95,
       r.lower_998,
       r.upper_998,
       CASE
           WHEN v.numerator::double precision / v.denominator > r.upper_998 THEN 'far above'
           WHEN v.numerator::double precision / v.denominator > r.upper_95 THEN 'above'
           WHEN v.numerator::double precision / v.denominator < r.lower_998 THEN 'far below'
           WHEN v.numerator::double precision / v.denominator < r.lower_95 THEN 'below'
           ELSE 'within'
       END AS place
FROM kpi_funnel_row r
JOIN kpi_value_row v USING (series_id, as_at, publication)
JOIN kpi_series s USING (series_id)
LEFT JOIN kpi_dictionary_every m ON m.kpi = s.kpi AND m.publication = r.publication AND m.since <= r.as_at AND r.as_at < m.until
WHERE NOT (s.restricted OR coalesce(m.restricted, false) OR s.kpi IN (SELECT kpi FROM kpi_measure WHERE restricted));

CREATE VIEW kpi_signal_every AS
SELECT r.publication, r.force, r.as_at, r.signal_id, r.kpi, m.priority, r.basis, r."window", r.slice, r.rule, r.state, r.change, r.day,
       r.since, r.n, r.observed, r.expected, r.sigma_z, r.false_alarms, r.paragraph,
       r.restricted OR coalesce(m.restricted, false) OR r.kpi IN (SELECT kpi FROM kpi_measure WHERE restricted) AS restricted,
       slice_value(r.slice, 'theme') AS theme, slice_value(r.slice, 'lpa') AS lpa
FROM kpi_signal_row r
LEFT JOIN kpi_dictionary_every m ON m.kpi = r.kpi AND m.publication = r.publication AND m.since <= r.as_at AND r.as_at < m.until;

CREATE VIEW kpi_signal WITH (security_barrier) AS
SELECT publication, force, as_at, signal_id, kpi, priority, basis, "window", slice, rule, state, change, day, since, n, observed,
       expected, sigma_z, false_alarms, paragraph, theme, lpa
FROM kpi_signal_every
WHERE NOT restricted;

CREATE VIEW kpi_signal_conduct WITH (security_barrier) AS
SELECT publication, force, as_at, signal_id, kpi, priority, basis, "window", slice, rule, state, change, day, since, n, observed,
       expected, sigma_z, false_alarms, paragraph, theme, lpa
FROM kpi_signal_every
WHERE restricted;

GRANT SELECT ON kpi_limit, kpi_funnel, kpi_signal TO vaiwg_reader, vaiwg_conduct, vaiwg_explain;
GRANT SELECT ON kpi_signal_conduct TO vaiwg_conduct;

-------------------------------------------------------------------------------------------------------------- what is to be said of a figure

-- Of each snapshot the newest verdict of every figure: a block is of a month at most, so none is older than two. Of a figure with numbers
-- that are withheld only what is said, and no number; a stock's numbers are those of a year before too.
CREATE VIEW kpi_verdict_every AS
SELECT p.publication, p.force, p.as_at, s.kpi, d.priority, s.basis,
       CASE WHEN n.judged_at IS NULL OR s."window" IN ('1m', 'all') THEN s."window" ELSE '28d' END AS "window",
       s.slice, s.theme, s.lpa,
       n.state, n.target, n.why, n.since, n.side, n.rule, n.said_at, n.judged_at, n.first_day, n.last_day, n.numerator, n.denominator,
       n.usual, n.lower, n.upper, n.more, n.numerator_before, n.denominator_before, n.read_numerator, n.read_denominator, n.goal,
       n.what, n.figures, string_to_array(n.signals, ',') AS signals,
       n.few OR l.withheld IS NOT NULL
           OR n.why = 'level' AND (y.withheld IS NOT NULL OR is_of_few(d.kind, n.numerator_before, n.denominator_before)) AS suppressed,
       s.restricted OR coalesce(d.restricted, false) OR s.kpi IN (SELECT kpi FROM kpi_measure WHERE restricted) AS restricted
FROM kpi_series s
JOIN kpi_snapshot p ON p.force = s.force
CROSS JOIN LATERAL (
    SELECT r.as_at AS said_at, r.publication AS said_in,
           r.series_id, r.state, r.target, r.why, r.since, r.side, r.rule, r.judged_at, r.first_day, r.last_day, r.numerator, r.denominator,
           r.usual, r.lower, r.upper, r.more, r.numerator_before, r.denominator_before, r.read_numerator, r.read_denominator, r.goal,
           r.what, r.figures, r.signals, r.few
    FROM kpi_verdict_row r
    WHERE r.series_id = s.series_id AND r.as_at BETWEEN p.as_at - 62 AND p.as_at AND r.publication <= p.publication
    ORDER BY r.as_at DESC, r.publication DESC
    LIMIT 1) n
LEFT JOIN kpi_dictionary_every d ON d.kpi = s.kpi AND d.publication = p.publication AND d.since <= p.as_at AND p.as_at < d.until
LEFT JOIN kpi_limit_row l ON l.series_id = n.series_id AND l.as_at = n.judged_at AND l.publication = n.said_in
LEFT JOIN kpi_limit_row y ON y.series_id = n.series_id AND y.as_at = n.judged_at - 364 AND y.publication = n.said_in;

CREATE VIEW kpi_verdict WITH (security_barrier) AS
SELECT publication, force, as_at, kpi, priority, basis, "window", slice, theme, lpa, state, target, since, why, side, rule, judged_at, first_day,
       last_day, numerator, denominator, usual, lower, upper, more, numerator_before, denominator_before, read_numerator, read_denominator, goal,
       what, figures, what || coalesce(': ' || figures, '') AS sentence, signals, suppressed
FROM kpi_verdict_every
WHERE NOT restricted;

CREATE VIEW kpi_verdict_conduct WITH (security_barrier) AS
SELECT publication, force, as_at, kpi, priority, basis, "window", slice, theme, lpa, state, target, since, why, what
FROM kpi_verdict_every
WHERE restricted;

CREATE VIEW kpi_verdict_dashboard WITH (security_barrier) AS
SELECT publication, force, as_at, kpi, priority, basis, "window", slice, theme, lpa, state, target, since, why, side, judged_at, first_day, last_day,
       what, shown.figures, what || coalesce(': ' || shown.figures, '') AS sentence, signals, suppressed
FROM kpi_verdict_every
CROSS JOIN LATERAL (SELECT CASE WHEN suppressed THEN 'too few cases to show numbers' ELSE figures END AS figures OFFSET 0) shown
WHERE NOT restricted;

-- The states as they were said, at the midnights on which they were: at each at which a period of the figure's chart ended. Not where what is to
-- be looked at went the better way: a low point in the colour of a concern would read as one. side: 1 where it is more than usual, -1 less.
CREATE VIEW kpi_state_dashboard WITH (security_barrier) AS
SELECT r.publication, s.force, s.kpi, s.basis, s.slice, r.as_at, r.state, r.side
FROM kpi_verdict_row r
JOIN kpi_series s USING (series_id)
LEFT JOIN kpi_dictionary_every m ON m.kpi = s.kpi AND m.publication = r.publication AND m.since <= r.as_at AND r.as_at < m.until
WHERE NOT (s.restricted OR s.kpi IN (SELECT kpi FROM kpi_measure WHERE restricted))
  AND NOT (r.state IN ('act', 'watch') AND r.side * CASE m.direction WHEN 'up' THEN 1 WHEN 'down' THEN -1 ELSE 0 END > 0);

-- The state in whose colour a period of a chart is marked: one at which a rule of the chart was completed, on the side of what is said. Where a state
-- rests on the daily alarm, on a shorter follow-up or on an earlier period, this period shows nothing of it.
CREATE FUNCTION mark_of(state text, said int, side int, chart text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN side <> 0 AND said = side * CASE WHEN chart IN ('t', 't_rest') THEN -1 ELSE 1 END THEN state END
$$;

-- When an owner was asked what was raised at a midnight, as known at another. What was put together later for midnights before a force went live
-- was shown to nobody then: of it owners are asked from the first midnight on that was published, and where none is yet, from this one.
CREATE FUNCTION asked_on(raised date, for_force text, known_at date, known_in int) RETURNS date
LANGUAGE sql STABLE AS $$
    SELECT greatest(raised, (
        SELECT CASE WHEN bool_or(kind = 'reconstructed') THEN coalesce(min(as_at) FILTER (WHERE kind = 'published'), max(as_at)) END
        FROM vaiwg.kpi_snapshot WHERE force = for_force AND as_at <= known_at AND publication <= known_in))
$$;

-- How sure a matter is, and what raised it, for report and dashboards: strong where charts of other cases agree, fair where it is to be acted on without
-- them, weak where it is to be watched. An early warning is the daily alarm's.
CREATE FUNCTION how_sure(others int, state text, why text, basis text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN others > 0 THEN 'Strong: ' WHEN state = 'act' THEN 'Fair: ' ELSE 'Weak: ' END
        || CASE WHEN why = 'level' THEN 'level beside that of a year before' WHEN basis = 'daily' THEN 'early warning' ELSE '28-day periods' END
$$;

-- What is asked of the owner of a matter, for report and dashboards.
CREATE FUNCTION next_step(state text, why text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN state = 'act' THEN 'Act: find the cause' WHEN why = 'data' THEN 'Check data first' ELSE 'Watch: say why' END
$$;

-- A period of a chart in words, as the job's sentences have it: "175 of 379 (46.2%) recorded 24 Jul to 20 Aug 2026 and followed for 90 days, 54 more
-- than the usual 121". usual is null where the chart has none that is shown.
CREATE FUNCTION period_words(numerator int, denominator int, basis text, first_day date, last_day date, usual double precision, inside boolean) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT to_char(numerator, 'FM999,999,990')
        || coalesce(' of ' || to_char(denominator, 'FM999,999,990') || ' (' || to_char(round(100.0 * numerator / nullif(denominator, 0), 1), 'FM990.0') || '%)', '')
        || CASE basis WHEN 'assigned' THEN ' with an outcome ' ELSE ' recorded ' END
        || to_char(first_day::timestamp, CASE WHEN extract(year FROM first_day) = extract(year FROM last_day) THEN 'FMDD Mon' ELSE 'FMDD Mon YYYY' END)
        || ' to ' || to_char(last_day::timestamp, 'FMDD Mon YYYY')
        || coalesce(' and followed for ' || substring(basis FROM '^matured_(\d+)d$') || ' days', '')
        || coalesce(', ' || to_char(abs(more.number), 'FM999,999,990') || CASE WHEN more.number < 0 THEN ' fewer' ELSE ' more' END
            || ' than the usual ' || to_char(numerator - more.number, 'FM999,999,990') || CASE WHEN inside THEN ', inside the limits' ELSE '' END, '')
    FROM (SELECT round(numerator - usual * coalesce(denominator, 1))::int AS number) more
$$;

-- What raised a matter and the newest period that could be judged, for report and dashboards; once, where it is the same. That period is no "now": cases
-- that have to be followed for 90 days were recorded months ago, and the words have its days. Those of the daily alarm are of the days on which
-- it was raised for as long as it is open: of these the newest period of the chart is what is known now, where it ends later.
CREATE FUNCTION matter_words(basis text, figures_raised text, figures text, figures_now text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
            WHEN starts_with(figures, figures_raised) AND substr(figures, length(figures_raised) + 1) !~ '^[,.]?[0-9]' THEN 'Raised on ' || figures
            ELSE coalesce('Raised on ' || figures_raised || '. ', '') || CASE basis WHEN 'daily' THEN 'Early warning: ' ELSE 'Latest judged: ' END || figures
        END || '.' || coalesce(' Latest judged: ' || figures_now || '.', '')
$$;

-- An owner has as long to answer from the day on which he was asked as the job says from that on which it was raised. What a matter was raised on and
-- what the chart shows since an early warning are told of shares and counts, and of few to nobody.
CREATE VIEW kpi_matter_every AS
WITH said AS NOT MATERIALIZED (
    SELECT m.*,
           m.few OR NOT m.daily AND coalesce(l.withheld IS NOT NULL OR r.why = 'level' AND y.withheld IS NOT NULL, false) AS suppressed
    FROM kpi_matter_row m
    LEFT JOIN kpi_verdict_row r ON r.series_id = m.series_id AND r.as_at = m.as_at AND r.publication = m.publication
    LEFT JOIN kpi_limit_row l ON l.series_id = r.series_id AND l.as_at = r.judged_at AND l.publication = r.publication
    LEFT JOIN kpi_limit_row y ON y.series_id = r.series_id AND y.as_at = r.judged_at - 364 AND y.publication = r.publication
)
SELECT m.publication, s.force, m.as_at, m.place, m.matter, m.area, m.concern, m.theme, m.lpas AS lpa, m.movement, m.state, m.why, m.raised,
       a.asked, a.asked + (m.due - m.raised) AS due, m.since, m.day,
       s.kpi, CASE WHEN m.daily THEN 'daily' ELSE s.basis END AS basis,
       CASE WHEN m.daily THEN '1d' WHEN s."window" IN ('1m', 'all') THEN s."window" ELSE '28d' END AS "window", s.slice,
       m.first_day, m.last_day, m.what, m.figures,
       CASE WHEN d.kind IN ('share', 'count') AND NOT o.suppressed
           THEN substring(o.figures FROM CASE WHEN o.daily THEN '^[0-9,]+ outcomes [^,;]+' ELSE '^[0-9]+(?:,[0-9]{3})*(?: of [0-9]+(?:,[0-9]{3})*)?' END)
           END AS figures_raised,
       CASE WHEN n.last_day > m.day AND n.withheld IS NULL
               AND (d.kind = 'share' AND n.denominator > 0 OR d.kind = 'count' AND n.denominator IS NULL)
           THEN period_words(n.numerator, n.denominator, n.basis, n.first_day, n.last_day, n.centre, n.inside)
           END AS figures_now,
       string_to_array(m.signals, ',') AS signals, string_to_array(m.shown_also, ',') AS shown_also, string_to_array(m.same_cases, ',') AS same_cases,
       m.suppressed,
       s.restricted OR s.kpi IN (SELECT kpi FROM kpi_measure WHERE restricted) AS restricted
FROM said m
JOIN kpi_series s USING (series_id)
CROSS JOIN LATERAL (SELECT asked_on(m.raised, s.force, m.as_at, m.publication) AS asked OFFSET 0) a
LEFT JOIN LATERAL (
    SELECT one.figures, one.daily, one.suppressed
    FROM said one
    WHERE one.as_at = m.raised AND one.series_id = m.series_id AND one.matter = m.matter AND one.publication = m.publication
    OFFSET 0) o ON true
LEFT JOIN kpi_dictionary_every d ON d.kpi = s.kpi AND d.publication = m.publication AND d.since <= m.as_at AND m.as_at < d.until
LEFT JOIN LATERAL (
    -- Of the chart that pages draw, followed as long as the figure is read.
    SELECT c.basis, l.first_day, l.first_day + 27 AS last_day, l.numerator, l.denominator, l.withheld, l.value BETWEEN l.lower AND l.upper AS inside,
           CASE WHEN NOT l.trial AND l.chart <> 'change' THEN l.centre END AS centre
    FROM kpi_series c
    JOIN kpi_limit_row l USING (series_id)
    WHERE m.daily AND c.force = s.force AND c.kpi = s.kpi AND c.slice = s.slice AND c."window" NOT IN ('1m', 'all') AND l.chart NOT IN ('t', 't_rest')
      AND l.publication = m.publication AND l.as_at <= m.as_at
    ORDER BY basis_distance(c.basis, d.read_basis), c.basis, l.as_at DESC
    LIMIT 1) n ON true;

CREATE VIEW kpi_matter WITH (security_barrier) AS
SELECT publication, force, as_at, place, matter, area, concern, theme, lpa, movement, state, why, raised, asked, due, since, day, kpi, basis, "window", slice,
       first_day, last_day, what, figures, figures_raised, figures_now, what || ': ' || figures AS sentence, signals, shown_also, same_cases, suppressed
FROM kpi_matter_every
WHERE NOT restricted;

CREATE VIEW kpi_matter_conduct WITH (security_barrier) AS
SELECT publication, force, as_at, place, matter, area, concern, theme, lpa, movement, state, why, raised, asked, due, since, day, kpi, basis, "window", slice,
       first_day, last_day, what, signals
FROM kpi_matter_every
WHERE restricted;

CREATE VIEW kpi_matter_dashboard WITH (security_barrier) AS
SELECT publication, force, as_at, place, matter, area, concern, theme, lpa, movement, state, why, raised, asked, due, since, day, kpi, basis, "window", slice,
       first_day, last_day, what, shown.figures, shown.figures_raised, shown.figures_now, what || ': ' || shown.figures AS sentence, signals, shown_also,
       same_cases, suppressed
FROM kpi_matter_every
CROSS JOIN LATERAL (
    SELECT CASE WHEN suppressed THEN 'too few cases to show numbers' ELSE figures END AS figures,
           CASE WHEN NOT suppressed THEN figures_raised END AS figures_raised, CASE WHEN NOT suppressed THEN figures_now END AS figures_now OFFSET 0) shown
WHERE NOT restricted;

GRANT SELECT ON kpi_verdict, kpi_matter TO vaiwg_reader, vaiwg_conduct, vaiwg_explain;
GRANT SELECT ON kpi_verdict_conduct, kpi_matter_conduct TO vaiwg_conduct;
GRANT SELECT ON kpi_verdict_dashboard, kpi_state_dashboard, kpi_matter_dashboard TO vaiwg_dashboard;
GRANT SELECT ON kpi_state_dashboard TO vaiwg_reader;

--------------------------------------------------------------------------------------------------------------------------- what owners say

-- Who may not see a signal may not read what is said of it. A note on a signal that is not known may be on a restricted one, its id mistyped: it
-- is restricted until the signal is known. What the lead of Our Behaviour reports may rest on figures of conduct. What was done to move a figure is
-- restricted as the figure is, and while the figure is not known.
CREATE VIEW kpi_note_every AS
SELECT n.force, n.signal_id, n.version, n.kind, n.cause, n.action, n.post, n.at, n.changed_at, n.known_at, n.event_id,
       CASE WHEN n.signal_id LIKE 'report/our_behaviour/%' THEN true
            WHEN n.signal_id LIKE 'report/%' OR n.signal_id LIKE 'commitment/%' OR n.signal_id LIKE 'action/%' THEN false
            WHEN n.signal_id LIKE 'intervention/%' THEN coalesce(
                (SELECT bool_or(m.restricted) FROM kpi_measure m WHERE m.kpi = split_part(split_part(n.signal_id, '/', 3), ':', 1)), true)
            ELSE coalesce(
                (SELECT bool_or(s.restricted) FROM kpi_signal_every s WHERE s.force = n.force AND s.signal_id = n.signal_id), true)
       END AS restricted,
       n.standing, n.login, n.owner, n.due, n.done,
       EXISTS (
           SELECT FROM kpi_note_row e
           WHERE e.force = n.force AND e.signal_id = n.signal_id AND e.version = n.version
             AND (e.known_at, e.changed_at, e.event_id) < (n.known_at, n.changed_at, n.event_id)) AS correction
FROM kpi_note_row n;

CREATE VIEW kpi_note WITH (security_barrier) AS
SELECT force, signal_id, version, kind, cause, action, post, at, changed_at, known_at, event_id, standing, login, owner, due, done, correction
FROM kpi_note_every WHERE NOT restricted;

CREATE VIEW kpi_note_conduct WITH (security_barrier) AS
SELECT force, signal_id, version, kind, cause, action, post, at, changed_at, known_at, event_id, standing, login, owner, due, done, correction
FROM kpi_note_every WHERE restricted;

-- The first note or acknowledgement that was known at the midnight at which it counts.
CREATE VIEW kpi_acknowledgement WITH (security_barrier) AS
SELECT DISTINCT ON (s.publication, s.force, s.signal_id, s.as_at)
       s.publication, s.force, s.signal_id, s.as_at, s.kpi, n.post, n.kind, n.at, n.known_at
FROM kpi_signal s
JOIN kpi_note n USING (force, signal_id)
WHERE s.change = 'acknowledged' AND n.known_at < s.as_at::timestamp AT TIME ZONE 'Europe/London'
ORDER BY s.publication, s.force, s.signal_id, s.as_at, n.known_at, n.version;

GRANT SELECT ON kpi_note TO vaiwg_reader, vaiwg_conduct, vaiwg_explain, vaiwg_dashboard;
GRANT SELECT ON kpi_acknowledgement TO vaiwg_reader, vaiwg_conduct, vaiwg_explain;
GRANT SELECT ON kpi_note_conduct TO vaiwg_conduct;

--------------------------------------------------------------------------------------- days as known now, and what was published otherwise

-- Only the current definition of a measure: history under an older rule is not restated any more. A day is mature when its horizon has wholly
-- passed before the newest snapshot of the force.
CREATE VIEW kpi_day_every AS
SELECT s.force,
       s.kpi,
       s.basis,
       s.slice,
       d.day,
       d.numerator,
       d.denominator,
       coalesce(d.day + s.horizon_days < newest.as_at, false) AS mature,
       s.restricted OR m.restricted AS restricted,
       s.theme, s.lpa, s.dimension, s.dimension_value
FROM kpi_day_month dm
JOIN kpi_series s USING (series_id)
JOIN kpi_measure m ON m.kpi = s.kpi AND m.definition_hash = s.definition_hash
LEFT JOIN (SELECT force, max(as_at) AS as_at FROM kpi_snapshot GROUP BY force) newest ON newest.force = s.force
CROSS JOIN LATERAL (
    SELECT dm.month + (u.position - 1)::int AS day, u.numerator, u.denominator
    FROM unnest(dm.numerators, dm.denominators) WITH ORDINALITY AS u(numerator, denominator, position)
    WHERE u.numerator <> 0 OR u.denominator <> 0
) d
WHERE s.slice <> 'theme=violence_sexual'
   OR d.denominator IS NULL
   OR d.numerator > 0
   OR EXISTS (
       SELECT
       FROM kpi_series known
       JOIN kpi_day_month outcomes ON outcomes.series_id = known.series_id
       WHERE known.force = s.force
         AND known.kpi = 'outcome_recorded'
         AND known.basis = 'to_date'
         AND known."window" = ''
         AND known.slice = s.slice
         AND 0 < ANY (outcomes.numerators));

CREATE VIEW kpi_day WITH (security_barrier) AS
SELECT force, kpi, basis, slice, day, numerator, denominator, mature, theme, lpa, dimension, dimension_value
FROM kpi_day_every
WHERE NOT restricted;

CREATE VIEW kpi_day_conduct WITH (security_barrier) AS
SELECT d.force, d.kpi, d.basis, d.slice, d.day,
       CASE WHEN NOT few.suppressed THEN d.numerator END AS numerator,
       CASE WHEN NOT few.suppressed THEN d.denominator END AS denominator,
       d.mature,
       few.suppressed,
       d.theme, d.lpa, d.dimension, d.dimension_value
FROM kpi_day_every d
LEFT JOIN kpi_measure m USING (kpi)
CROSS JOIN LATERAL (SELECT of_too_few(m.kind, d.numerator, d.denominator) AS suppressed) few
WHERE d.restricted;

GRANT SELECT ON kpi_day TO vaiwg_reader, vaiwg_conduct, vaiwg_explain;
GRANT SELECT ON kpi_day_conduct TO vaiwg_conduct;

-- Which days a published value covers, as offsets from its as-at, and the line of days that it sums. Not the frozen basis, which never moves; nor
-- stocks, which have no window; nor percentiles and rates for a population, which are no sums.
CREATE VIEW kpi_reading AS
SELECT p.series_id,
       p.force, p.kpi, p.basis, p."window", p.slice,
       days.series_id AS days_series_id,
       make_interval(months => p.reach_months, days => p.reach_days) AS reach,
       make_interval(months => p.lag_months, days => p.lag_days) AS lag
FROM kpi_series p
JOIN kpi_series days USING (force, kpi, basis, slice, definition_hash)
JOIN kpi_measure m USING (kpi)
WHERE days."window" = ''
  AND p."window" ~ '^\d+[dm]$'
  AND p.basis ~ '^(recorded|to_date|assigned|settled_\d+[dm])$'
  AND m.kind NOT IN ('percentile', 'population_rate');

CREATE VIEW kpi_revision_every AS
SELECT v.publication,
       r.force,
       r.kpi,
       v.priority,
       r.basis,
       r."window",
       r.slice,
       v.as_at,
       v.numerator AS published_numerator,
       v.denominator AS published_denominator,
       v.value AS published_value,
       now.numerator AS numerator_now,
       now.denominator AS denominator_now,
       now.value AS value_now,
       now.numerator - v.numerator AS numerator_change,
       now.denominator - v.denominator AS denominator_change,
       now.value - v.value AS value_change,
       concat_ws('; ', why.corrections,
           CASE WHEN moved.cases <> coalesce(why.net, 0)
               THEN to_char(moved.cases - coalesce(why.net, 0), 'SGFM999,999,999') || ' by versions that came later' END,
           CASE WHEN v.denominator IS NOT NULL AND now.numerator <> v.numerator
               THEN to_char(now.numerator - v.numerator, 'SGFM999,999,999')
                   || ' in the numerator, with these and with outcomes that came or changed later' END) AS why,
       v.restricted
FROM kpi_reading r
JOIN kpi_value_every v USING (series_id)
CROSS JOIN LATERAL (
    SELECT (v.as_at - r.reach)::date AS first_day, (v.as_at - r.lag)::date AS day_after
) days
-- Of whole months their sums, of those at both ends the days in the window.
CROSS JOIN LATERAL (
    SELECT coalesce(sum(CASE WHEN month.whole THEN dm.numerator ELSE (
               SELECT sum(n) FROM unnest(dm.numerators[month.first:month.last]) n) END), 0)::int AS numerator,
           CASE WHEN v.denominator IS NOT NULL THEN coalesce(sum(CASE WHEN month.whole THEN dm.denominator ELSE (
               SELECT sum(n) FROM unnest(dm.denominators[month.first:month.last]) n) END), 0)::int END AS denominator
    FROM kpi_day_month dm
    CROSS JOIN LATERAL (
        SELECT days.first_day - dm.month + 1 AS first, days.day_after - dm.month AS last,
               dm.month BETWEEN days.first_day AND days.day_after - 31 AS whole
    ) month
    WHERE dm.series_id = r.days_series_id AND dm.month > days.first_day - 31 AND dm.month < days.day_after
) summed
CROSS JOIN LATERAL (
    SELECT summed.numerator,
           summed.denominator,
           CASE
               WHEN v.denominator IS NULL THEN summed.numerator::double precision
               ELSE summed.numerator::double precision / nullif(summed.denominator, 0)
           END AS value
) now
CROSS JOIN LATERAL (
    SELECT CASE
        WHEN v.denominator IS NULL THEN now.numerator - v.numerator
        ELSE now.denominator - v.denominator
    END AS cases
) moved
CROSS JOIN LATERAL (
    SELECT string_agg(
               concat_ws(' ', CASE WHEN came > 0 THEN '+' || came END, CASE WHEN went > 0 THEN '-' || went END,
                   CASE WHEN altered > 0 THEN altered::text END) || ' ' || replace(cause, '_', ' '),
               '; ' ORDER BY cause) AS corrections,
           sum(came - went) AS net
    FROM (
        SELECT c.cause, sum(c.came) AS came, sum(c.went) AS went, sum(c.altered) AS altered
        FROM release_change c
        WHERE r.slice = 'theme=violence_sexual'
          AND c.crime_type = 'violence-and-sexual-offences'
          AND c.force = r.force
          AND c.known_from > v.as_at
          AND c.month >= days.first_day
          AND c.month < days.day_after
          AND c.cause <> 'moved_place'
          AND (v.denominator IS NOT NULL OR c.cause NOT LIKE 'outcome%')
        GROUP BY c.cause
    ) causes
) why
WHERE (now.numerator, now.denominator) IS DISTINCT FROM (v.numerator, v.denominator);

CREATE VIEW kpi_revision WITH (security_barrier) AS
SELECT publication, force, kpi, priority, basis, "window", slice, as_at, published_numerator, published_denominator,
       published_value, numerator_now, denominator_now, value_now, numerator_change, denominator_change, value_change, why
FROM kpi_revision_every
WHERE NOT restricted;

-- A window of a snapshot ends lag before it and begins reach before it.
CREATE VIEW kpi_revision_cause WITH (security_barrier) AS
SELECT r.publication, s.force, s.kpi, s.basis, s."window", s.slice, r.as_at, r.day, r.cause, r.numerator, r.denominator,
       make_interval(months => s.reach_months, days => s.reach_days) AS reach,
       make_interval(months => s.lag_months, days => s.lag_days) AS lag
FROM kpi_revision_row r
JOIN kpi_series s USING (series_id)
WHERE NOT (s.restricted OR s.kpi IN (SELECT kpi FROM kpi_measure WHERE restricted));

GRANT SELECT ON kpi_revision, kpi_revision_cause TO vaiwg_reader, vaiwg_conduct, vaiwg_explain;

------------------------------------------------------------------------------------------------------------------- streams and late events

CREATE VIEW kpi_stream WITH (security_barrier) AS
SELECT publication, force, as_at, stream, state, newest, since, expected_week, sentence, kpis FROM kpi_stream_row WHERE stream <> 'conduct';

CREATE VIEW kpi_stream_conduct WITH (security_barrier) AS
SELECT publication, force, as_at, stream, state, newest, since, expected_week, sentence, kpis FROM kpi_stream_row WHERE stream = 'conduct';

-- How many conduct records there are says when a matter changed: readers see none of its totals.
CREATE VIEW kpi_control_total WITH (security_barrier) AS
SELECT force, stream, counted_from, counted_to, status, code, known_at, stated, received, sentence
FROM kpi_control_total_row WHERE stream <> 'conduct';

-- How far a topic is complete is of all forces, and says nothing of a stream that never came: readers see both together. How far the conduct
-- stream has come says when a matter changed: readers do not see it.
CREATE VIEW kpi_feed WITH (security_barrier) AS
WITH newest AS (
    SELECT r.force, r.stream, r.state, r.newest, r.since, r.expected_week, r.sentence,
           array_position(ARRAY['silent', 'halved', 'as usual', 'not expected', 'never received'], r.state) AS rank
    FROM (SELECT DISTINCT ON (force) force, publication, as_at FROM kpi_snapshot ORDER BY force, as_at DESC, publication DESC) s
    JOIN kpi_stream_row r USING (publication, force, as_at)
), of_all AS (
    SELECT stream, (array_agg(state ORDER BY rank))[1] AS state, max(newest) AS newest, min(since) AS since,
           sum(expected_week) AS expected_week, (array_agg(sentence ORDER BY rank))[1] AS sentence
    FROM newest GROUP BY stream
), compared AS (
    -- Each total of all records of a stream as it stands now, of the last 31 days of which there are any.
    SELECT DISTINCT ON (force, stream, counted_from, counted_to) force, stream, counted_to, received = stated AS agrees, sentence
    FROM kpi_control_total_row
    WHERE status = '' AND code = '' AND counted_to > (SELECT max(counted_to) FROM kpi_control_total_row) - interval '31 days'
    ORDER BY force, stream, counted_from, counted_to, known_at DESC
), total AS (
    -- What differs, or else the newest.
    SELECT coalesce(force, 'all') AS force, stream, bool_and(agrees) AS agrees,
           (array_agg(sentence ORDER BY agrees, counted_to DESC, force, sentence))[1] AS received
    FROM compared
    GROUP BY GROUPING SETS ((stream), (stream, force))
)
SELECT f.complete_through, f.updated_at, f.force, f.stream, a.state, a.newest, a.since, a.expected_week, a.sentence, t.agrees, t.received
FROM kpi_feed_row f LEFT JOIN of_all a USING (stream) LEFT JOIN total t ON t.stream = f.stream AND t.force = f.force
WHERE f.stream <> 'conduct'
UNION ALL
SELECT f.complete_through, f.updated_at, n.force, n.stream, n.state, n.newest, n.since, n.expected_week, n.sentence, t.agrees, t.received
FROM newest n JOIN kpi_feed_row f USING (stream) LEFT JOIN total t ON t.stream = n.stream AND t.force = n.force
WHERE n.stream <> 'conduct';

-- How much came late, for everybody: without conduct, of which even the number says when a matter changed.
CREATE VIEW late_event_day WITH (security_barrier) AS
SELECT force,
       stream,
       (known_at AT TIME ZONE 'Europe/London')::date AS day,
       count(*)::int AS events,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM known_at - changed_at)) AS median_seconds
FROM late_event
WHERE stream <> 'conduct'
GROUP BY force, stream, (known_at AT TIME ZONE 'Europe/London')::date;

GRANT SELECT ON kpi_stream, kpi_control_total TO vaiwg_reader, vaiwg_conduct, vaiwg_explain;
GRANT SELECT ON kpi_stream_conduct TO vaiwg_conduct;
GRANT SELECT ON kpi_feed, late_event_day TO vaiwg_reader, vaiwg_conduct, vaiwg_explain, vaiwg_dashboard;

----------------------------------------------------------------------------------------------------------------------- what dashboards see

-- Everybody who may open Grafana can send any query with its login. No count below five, nor what would give one away by subtraction in the same
-- table; what is broken down further than by theme is there at the beginning of each month only, and begins with the first whole window of the
-- history: what a window holds that grows with it is the month that came. The rest is for vaiwg_reader.
CREATE VIEW kpi_value_dashboard WITH (security_barrier) AS
SELECT v.publication, v.force, v.kpi, v.priority, v.basis, v."window", v.slice, v.as_at,
       CASE WHEN v.kind <> 'percentile' OR v.compared IS NOT FALSE THEN shown.numerator END AS numerator,
       shown.denominator,
       CASE WHEN v.kind = 'count' OR v.compared IS NOT FALSE THEN shown.value END AS value,
       v.small, v.definition_hash, v.partial,
       CASE WHEN v.kind = 'share' AND v.compared IS NOT FALSE THEN wilson_95(shown.numerator, shown.denominator, -1) END AS lower,
       CASE WHEN v.kind = 'share' AND v.compared IS NOT FALSE THEN wilson_95(shown.numerator, shown.denominator, 1) END AS upper,
       false AS provisional,
       NULL::date AS data_through,
       v.compared,
       v.withheld IS NOT NULL AS suppressed,
       v.finer AS monthly,
       v.theme, v.lpa, v.dimension, v.dimension_value
FROM kpi_compared_every v
LEFT JOIN LATERAL (SELECT v.numerator, v.denominator, v.value WHERE v.withheld IS NULL) shown ON true
WHERE NOT v.restricted AND (NOT v.finer OR extract(day FROM v.as_at) = 1 AND NOT v.partial)
UNION ALL
SELECT publication, force, kpi, priority, basis, "window", slice, as_at, NULL::int, NULL::int, value, small,
       definition_hash, partial, lower, upper, basis LIKE 'incidence%', data_through, NULL::boolean, false, false,
       theme, lpa, dimension, dimension_value
FROM kpi_estimate_every
WHERE NOT restricted AND at_risk >= 5 AND NOT finer;

-- Blocks of charts. Days between events are no counts; limits of the first blocks tell the blocks themselves, since they are made of them;
-- a change tells the block before, and limits that follow the seasons tell the block a year before.
CREATE VIEW kpi_limit_dashboard WITH (security_barrier) AS
SELECT r.publication, s.force, s.kpi, m.priority, s.basis,
       CASE WHEN s."window" IN ('1m', 'all') THEN s."window" ELSE '28d' END AS "window",
       s.slice, r.as_at, r.first_day,
       CASE
           WHEN s."window" = '1m' THEN (r.first_day + make_interval(months => 1, days => -1))::date
           ELSE r.first_day + 27
       END AS last_day,
       block.numerator,
       block.denominator,
       CASE WHEN r.chart IN ('t', 't_rest') OR block.follows THEN r.value END AS value,
       CASE WHEN r.chart IN ('t', 't_rest') OR block.follows AND NOT r.trial THEN r.lower END AS lower,
       CASE WHEN r.chart IN ('t', 't_rest') OR block.follows AND NOT r.trial THEN r.centre END AS centre,
       CASE WHEN r.chart IN ('t', 't_rest') OR block.follows AND NOT r.trial THEN r.upper END AS upper,
       r.blocks, r.trial, r.chart, r.variation, r.rule, r.side, r.assurance,
       r.withheld IS NOT NULL AS suppressed,
       s.theme, s.lpa, s.dimension, s.dimension_value
FROM kpi_limit_row r
JOIN kpi_series s USING (series_id)
LEFT JOIN kpi_dictionary_every m ON m.kpi = s.kpi AND m.publication = r.publication AND m.since <= r.as_at AND r.as_at < m.until
LEFT JOIN LATERAL (
    SELECT r.numerator, r.denominator, r.chart NOT IN ('change', 'year') OR coalesce((
        SELECT before.withheld IS NULL
        FROM kpi_limit_row before
        WHERE before.series_id = r.series_id AND before.publication = r.publication AND before.as_at < r.as_at
          AND (r.chart = 'change'
            OR before.first_day = CASE WHEN s."window" = '1m' THEN (r.first_day - interval '1 year')::date ELSE r.first_day - 364 END)
        ORDER BY before.as_at DESC
        LIMIT 1), false) AS follows
    WHERE r.withheld IS NULL
) block ON true
WHERE NOT (s.restricted OR coalesce(m.restricted, false) OR s.kpi IN (SELECT kpi FROM kpi_measure WHERE restricted));

-- Where an area lies stays; its range tells how many cases it has.
CREATE VIEW kpi_funnel_dashboard WITH (security_barrier) AS
SELECT r.publication, s.force, s.kpi, m.priority, s.basis, s."window", s.slice,
       s.theme,
       s.lpa,
       r.as_at,
       shown.numerator,
       shown.denominator,
       shown.numerator::double precision / shown.denominator AS value,
       shown.centre, shown.lower_95, shown.upper_95, shown.lower_998, shown.upper_998,
       CASE
           WHEN v.numerator::double precision / v.denominator > r.upper_998 THEN 'far above'
           WHEN v.numerator::double precision / v.denominator > r.upper_95 THEN 'above'
           WHEN v.numerator::double precision / v.denominator < r.lower_998 THEN 'far below'
           WHEN v.numerator::double precision / v.denominator < r.lower_95 THEN 'below'
           ELSE 'within'
       END AS place,
       v.withheld IS NOT NULL AS suppressed
FROM kpi_funnel_row r
JOIN kpi_value_row v USING (series_id, as_at, publication)
JOIN kpi_series s USING (series_id)
LEFT JOIN kpi_dictionary_every m ON m.kpi = s.kpi AND m.publication = r.publication AND m.since <= r.as_at AND r.as_at < m.until
LEFT JOIN kpi_snapshot p ON p.publication = r.publication AND p.force = s.force AND p.as_at = r.as_at
LEFT JOIN LATERAL (
    SELECT v.numerator, v.denominator, r.centre, r.lower_95, r.upper_95, r.lower_998, r.upper_998 WHERE v.withheld IS NULL
) shown ON true
WHERE NOT (s.restricted OR coalesce(m.restricted, false) OR s.kpi IN (SELECT kpi FROM kpi_measure WHERE restricted))
  AND extract(day FROM r.as_at) = 1
  AND NOT begins_before_history(r.as_at, s.reach_days, s.reach_months, p.history_from);

-- Nothing of a group where a number that its bounds and its ratio are made of is withheld.
CREATE VIEW kpi_group_dashboard WITH (security_barrier) AS
SELECT g.publication, g.force, g.kpi, g.priority, g.basis, g."window", g.slice, g.part_of, g.part_by, g.as_at, shown.numerator, shown.denominator,
       shown.value, shown.lower, shown.upper, shown.unknown_numerator, shown.unknown_denominator, shown.all_denominator, shown.least, shown.most,
       shown.ratio, shown.ratio_lower, shown.ratio_upper, g.compared, g.small, g.suppressed,
       g.theme, g.lpa, g.dimension, g.dimension_value
FROM kpi_group_every g
LEFT JOIN LATERAL (SELECT g.* WHERE NOT g.suppressed) shown ON true
WHERE NOT g.restricted AND NOT g.partial AND extract(day FROM g.as_at) = 1;

-- Of totals: what was corrected is as few as any other number where it is one to four.
CREATE VIEW kpi_revision_dashboard WITH (security_barrier) AS
SELECT r.publication, r.force, r.kpi, r.priority, r.basis, r."window", r.slice, r.as_at, shown.published_numerator, shown.published_denominator,
       shown.published_value, shown.numerator_now, shown.denominator_now, shown.value_now, shown.numerator_change, shown.denominator_change,
       shown.value_change, shown.published_numerator IS NULL AS suppressed
FROM kpi_revision r
LEFT JOIN kpi_measure m USING (kpi)
LEFT JOIN LATERAL (
    SELECT r.*
    WHERE m.about_nobody
       OR NOT (is_of_few(m.kind, r.published_numerator, r.published_denominator)
            OR is_of_few(m.kind, r.numerator_now, r.denominator_now)
            OR is_of_few('share', abs(r.numerator_change), abs(r.denominator_change)))
) shown ON true
WHERE r.slice = '';

GRANT SELECT ON kpi_value_dashboard, kpi_limit_dashboard, kpi_funnel_dashboard, kpi_group_dashboard, kpi_revision_dashboard
    TO vaiwg_dashboard;

------------------------------------------------------------------------------------------------------------ what panels of dashboards ask

-- Views with what is chosen above a dashboard as their parameters: with the rights of who asks, and only of what dashboards see. A theme or an
-- area that is not chosen is 'all'.

-- A midnight in words, as the report and the mails say it: by the day that begins with it, so that all of the day before is known.
CREATE FUNCTION as_at_words(midnight date) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT to_char(midnight::timestamp, '"as at" FMDD FMMonth YYYY')
$$;

-- What is said above every dashboard of the snapshot whose figures its tables have: its day, whether it is fresh, from where its records are, whether
-- it was put together later, and how many streams do not come as usual.
CREATE FUNCTION dashboard_snapshot(for_force text)
RETURNS TABLE (place int, name text, value text)
LANGUAGE sql STABLE SET search_path = vaiwg SET jit = off AS $$
    WITH newest AS (
        SELECT as_at, kind, data_through, now() - as_at::timestamp AT TIME ZONE 'Europe/London' > interval '30 hours' AS old
        FROM kpi_snapshot WHERE force = for_force AND complete ORDER BY as_at DESC, publication DESC LIMIT 1
    )
    SELECT 1, 'as at', to_char(as_at::timestamp, '"As at" FMDD Mon YYYY') FROM newest
    UNION ALL
    SELECT 2, 'snapshot', CASE WHEN old THEN 'Over 30 hours old' ELSE 'Data on time' END FROM newest
    UNION ALL
    SELECT 3, 'data', CASE s.source WHEN 'SYNTHETIC' THEN 'SYNTHETIC DATA' WHEN 'FEED' THEN 'Live feed' WHEN 'LOAD' THEN 'Loaded files' WHEN 'ARCHIVE' THEN 'Public archive' ELSE initcap(s.source) END
    FROM newest CROSS JOIN LATERAL jsonb_array_elements_text(coalesce(data_through -> 'sources', '[]')) s(source)
    UNION ALL
    SELECT 4, 'latest snapshot', 'Reconstructed' FROM newest WHERE kind = 'reconstructed'
    UNION ALL
    SELECT 5, 'streams', count(*) || CASE count(*) WHEN 1 THEN ' stream not as usual' ELSE ' streams not as usual' END
    FROM kpi_feed WHERE force = for_force AND state IN ('silent', 'halved') HAVING count(*) > 0
    ORDER BY 1
$$;

-- The name of a place that a slug has, as PlaceNames has it: each word begins with a capital letter but small ones.
CREATE FUNCTION dashboard_name(slug text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT string_agg(CASE WHEN word IN ('and', 'of') THEN word ELSE upper(left(word, 1)) || substr(word, 2) END, ' ' ORDER BY place)
    FROM unnest(string_to_array(translate(slug, '_', '-'), '-')) WITH ORDINALITY one(word, place)
$$;

-- A force as people call it; by the rule and exceptions of ForceTitles, since events and files have slugs only and nothing publishes a title.
CREATE FUNCTION dashboard_force(force text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE force
        WHEN 'btp' THEN 'British Transport Police'
        WHEN 'dyfed-powys' THEN 'Dyfed-Powys'
        ELSE vaiwg.dashboard_name(force)
    END
$$;

-- A policing area as people call it, as in the report; of none, the force.
CREATE FUNCTION dashboard_lpa(lpa text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN lpa IS NULL THEN 'The force' WHEN lpa = 'unknown' THEN 'Area not known' WHEN lpa = '' THEN '' ELSE vaiwg.dashboard_name(lpa) END
$$;

-- A theme as people call it; of none, all victims.
CREATE FUNCTION dashboard_theme(theme text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE theme
        WHEN 'rape' THEN 'Rape'
        WHEN 'other_sexual' THEN 'Other sexual offences'
        WHEN 'stalking_harassment' THEN 'Stalking and harassment'
        WHEN 'domestic_abuse' THEN 'Domestic abuse'
        WHEN 'stalking' THEN 'Stalking'
        WHEN 'harassment' THEN 'Harassment'
        WHEN 'vaiwg_female' THEN 'Female victims'
        WHEN 'violence_sexual' THEN 'Violence and sexual offences'
        ELSE 'All victims'
    END
$$;

-- A stream as people call it.
CREATE FUNCTION dashboard_stream(stream text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE stream WHEN 'cps-referral' THEN 'CPS referral' ELSE upper(left(stream, 1)) || replace(substr(stream, 2), '-', ' ') END
$$;

-- The slices by which a figure is read: of the chosen area and theme, of the theme, of neither. The dimensions of a slice are in order.
CREATE FUNCTION dashboard_slice(part text, lpa text, theme text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(string_agg(one, ';' ORDER BY one COLLATE "C"), '')
    FROM unnest(ARRAY[part, 'lpa=' || nullif(lpa, 'all'), 'theme=' || nullif(theme, 'all')]) one
    WHERE one <> ''
$$;

-- How the name of a figure goes on that is not of what was chosen; of a figure whose name says a theme, the caller gives all.
CREATE FUNCTION dashboard_wider(slice text, lpa text, theme text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN lpa <> 'all' AND slice !~ 'lpa=' THEN ', whole force' ELSE '' END
        || CASE WHEN theme = 'vaiwg_female' AND slice !~ 'theme=' THEN ', all victims' WHEN theme <> 'all' AND slice !~ 'theme=' THEN ', all themes' ELSE '' END
$$;

-- How it goes on that is of women and girls alone, as its title says: of all victims there is none of it.
CREATE FUNCTION dashboard_whose(title text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN title ~ '\mwomen and girls\M' THEN ', women and girls' WHEN title ~ '\mgirls\M' THEN ', girls' ELSE '' END
$$;

-- A verdict as a code, for its picture and colour, and the report's word.
CREATE FUNCTION dashboard_verdict(state text, target text, why text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN state = 'act' THEN 'act|Act'
        WHEN state = 'watch' THEN 'watch|Watch'
        WHEN state = 'improving' THEN 'better|Improving'
        WHEN target = 'short' THEN 'short|Short of target'
        WHEN state = 'no_change' THEN 'usual|No change'
        WHEN state = 'too_few' THEN 'none|Too few'
        WHEN state = 'too_young' THEN 'none|Too young'
        ELSE 'none|Not judged'
    END || CASE
        WHEN target = 'meets' THEN ', meets target'
        WHEN target = 'short' AND state IN ('act', 'watch', 'improving') THEN ', short of target'
        ELSE ''
    END
$$;

-- Whether a verdict says that a target is not met.
CREATE FUNCTION dashboard_short(verdict text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT verdict ~* 'short of target$'
$$;

-- How much a verdict asks for: 1 to act, 2 to watch, 3 a target that is not met, then what improves, what is as usual, and what is not judged.
CREATE FUNCTION dashboard_asks(verdict text) RETURNS int
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT least(array_position(ARRAY['act', 'watch', 'short', 'better', 'usual', 'none'], split_part(verdict, '|', 1)),
        CASE WHEN dashboard_short(verdict) THEN 3 END)
$$;

-- A number as a figure of its kind is written; a difference with its sign, unless it is nought when it is rounded.
CREATE FUNCTION dashboard_number(kind text, unit text, number double precision, difference boolean) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT regexp_replace(replace(CASE kind
        WHEN 'share' THEN to_char(100 * number, CASE WHEN difference THEN 'SGFM990.0' ELSE 'FM990.0' END) || CASE WHEN difference THEN ' pts' ELSE '%' END
        WHEN 'rate' THEN to_char(100 * number, CASE WHEN difference THEN 'SGFM990.0' ELSE 'FM990.0' END)
        WHEN 'population_rate' THEN to_char(CASE WHEN unit LIKE '%per 1,000' THEN 1000 ELSE 10000 END * number,
            CASE WHEN difference THEN 'SGFM990.0' ELSE 'FM990.0' END)
        WHEN 'percentile' THEN to_char(number, CASE WHEN difference THEN 'SGFM999,990' ELSE 'FM999,990' END)
            || ' ' || CASE abs(round(number)) WHEN 1 THEN rtrim(unit, 's') ELSE unit END
        ELSE to_char(number, CASE WHEN difference THEN 'SGFM999,999,990' ELSE 'FM999,999,990' END)
    END, '-', '−'), '^[+−](0(\.0)?)(?![0-9.])', '\1')
$$;

-- A published figure in a few characters, or why it has none.
CREATE FUNCTION dashboard_value(kind text, unit text, as_count boolean, n int, d int, value double precision, small boolean, suppressed boolean) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN suppressed THEN 'suppressed'
        WHEN as_count THEN to_char(n, 'FM999,999,990')
        WHEN small AND kind <> 'percentile' AND d IS NOT NULL THEN to_char(n, 'FM999,999,990') || ' of ' || to_char(d, 'FM999,999,990')
        WHEN small OR value IS NULL THEN 'too few'
        ELSE vaiwg.dashboard_number(kind, unit, value, false)
    END
$$;

-- The newest figures of some measures, a row for each value of a measure's dimension where none stands for all: as they are, of how many, the
-- change since a year before, the line of two years as a list in JSON, and the published verdict. Whether they are published or not. All in a
-- row is of one series, so that its state is its own: where female victims are chosen, of whom there are no charts, of all victims. Those of
-- women and girls are beside it, of the whole force. asks and size: what a table is ordered by that shows first what asks for something.
CREATE FUNCTION dashboard_figure(for_force text, for_theme text, for_lpa text, for_kpis text[])
RETURNS TABLE (place bigint, kpi text, name text, women text, now text, counted text, change text, line text, verdict text, target text, sentence text,
    asks int, size int)
LANGUAGE sql STABLE SET search_path = vaiwg SET jit = off AS $$
    WITH newest AS MATERIALIZED (
        SELECT as_at, date_trunc('month', as_at::timestamp)::date AS month, publication, history_from,
               CASE for_theme WHEN 'vaiwg_female' THEN 'all' ELSE for_theme END AS theme
        FROM kpi_snapshot WHERE force = for_force AND complete ORDER BY as_at DESC, publication DESC LIMIT 1
    ), part AS (
        SELECT m.*, row_number() OVER (ORDER BY m.place <> 'headline', m.place_order, m.place = 'annex', m.priority, m.row_order, v.n) AS pos,
               coalesce(nullif(m.place_slice, ''), split_part(v.line, E'\t', 1), '') AS part,
               CASE WHEN m.place = 'headline' THEN m.place_name ELSE m.short_title END
                   || CASE WHEN m.place_slice = '' THEN coalesce(': ' || split_part(v.line, E'\t', 2), '') ELSE '' END
                   || CASE m.direction WHEN 'up' THEN ' (higher is better)' WHEN 'down' THEN ' (lower is better)' ELSE ' ↕' END AS name
        FROM kpi_measure m
        LEFT JOIN LATERAL unnest(string_to_array(m.dimension_values, E'\n')) WITH ORDINALITY v(line, n) ON m.place_slice = ''
        WHERE m.kpi = ANY (for_kpis) AND m.read_basis IS NOT NULL AND NOT m.restricted
    ), wanted AS MATERIALIZED (
        SELECT p.*, c.rank, c.slice
        FROM part p LEFT JOIN newest s ON true
        CROSS JOIN LATERAL (VALUES (1, dashboard_slice(part, for_lpa, s.theme)), (2, dashboard_slice(part, 'all', s.theme)), (3, part)) c(rank, slice)
    ), female AS MATERIALIZED (
        SELECT p.pos, CASE WHEN for_theme IN ('all', 'vaiwg_female') THEN dashboard_slice(part, 'all', 'vaiwg_female')
            ELSE (SELECT string_agg(one, ';' ORDER BY one COLLATE "C") FROM unnest(ARRAY[part, 'sex=female', 'theme=' || for_theme]) one WHERE one <> '')
            END AS slice
        FROM part p WHERE for_lpa = 'all'
    ), value AS MATERIALIZED (
        SELECT DISTINCT ON (v.kpi, v.slice, v.as_at) v.kpi, v.basis, v."window", v.slice, v.as_at, v.numerator AS n, v.denominator AS d, v.value, v.small,
               v.partial, v.suppressed, v.monthly
        FROM kpi_value_dashboard v
        WHERE v.force = for_force AND v.kpi = ANY (for_kpis) AND v.slice = ANY (ARRAY(SELECT slice FROM wanted UNION SELECT slice FROM female)) AND v.as_at = ANY (ARRAY(
                SELECT unnest(ARRAY[as_at, month, as_at - 365, date_trunc('month', (as_at - 365)::timestamp)::date]) FROM newest))
          AND EXISTS (SELECT FROM wanted w WHERE (w.kpi, w.read_basis, w.read_window) = (v.kpi, v.basis, v."window"))
        ORDER BY v.kpi, v.slice, v.as_at, v.publication DESC
    ), now AS (
        SELECT DISTINCT ON (w.pos) w.*, v.slice AS found, v.n, v.d, v.value, v.small, v.partial, v.suppressed, v.monthly
        FROM wanted w LEFT JOIN value v ON (v.kpi, v.slice) = (w.kpi, w.slice)
            AND v.as_at = (SELECT CASE WHEN v.monthly THEN month ELSE as_at END FROM newest)
        ORDER BY w.pos, v.kpi IS NULL, w.rank
    ), women AS (
        -- Of the beginning of the month beside all victims of today, its cell has its own day.
        SELECT f.pos, dashboard_value(n.kind, n.unit, n.shown_as_count, v.n, v.d, v.value, v.small, v.suppressed)
                   || CASE WHEN v.monthly AND NOT coalesce(n.monthly, false) AND s.month < s.as_at THEN to_char(s.month::timestamp, '" (as at "FMDD Mon")"') ELSE '' END AS shown
        FROM female f JOIN now n USING (pos) CROSS JOIN newest s JOIN value v ON (v.kpi, v.slice) = (n.kpi, f.slice) AND v.as_at = CASE WHEN v.monthly THEN s.month ELSE s.as_at END
    ), before AS (
        SELECT DISTINCT ON (n.pos) n.pos, v.n, v.value
        FROM now n JOIN value v ON (v.kpi, v.slice) = (n.kpi, n.found)
        WHERE v.as_at < (SELECT as_at - 300 FROM newest) AND NOT v.partial AND (n.shown_as_count OR NOT v.small)
        ORDER BY n.pos, v.as_at DESC
    ), period AS (
        SELECT DISTINCT ON (l.kpi, l.slice, l.as_at, l.basis) l.kpi, l.slice, l.as_at, l.basis, CASE
                WHEN l.chart IN ('change', 't', 't_rest') THEN coalesce(l.numerator::float8 / nullif(l.denominator, 0), l.numerator) ELSE l.value END AS level
        FROM kpi_limit_dashboard l
        WHERE l.force = for_force AND l.kpi = ANY (for_kpis) AND l.slice = ANY (ARRAY(SELECT slice FROM wanted)) AND l."window" <> '1m'
          AND l.as_at > (SELECT as_at - 760 FROM newest)
        ORDER BY l.kpi, l.slice, l.as_at, l.basis, l.publication DESC
    ), line AS (
        SELECT DISTINCT ON (n.pos) n.pos, p.line
        FROM now n JOIN (SELECT kpi, slice, basis, json_agg(round(level::numeric, 4) ORDER BY as_at)::text AS line
            FROM period GROUP BY kpi, slice, basis HAVING count(level) > 1) p ON (p.kpi, p.slice) = (n.kpi, n.found)
        ORDER BY n.pos, basis_distance(p.basis, n.read_basis), p.basis
    ), judged AS (
        SELECT DISTINCT ON (v.kpi, v.slice) v.kpi, v.slice, v.state, v.target, v.why, v.sentence
        FROM kpi_verdict_dashboard v
        WHERE v.force = for_force AND v.as_at = (SELECT as_at FROM newest) AND v.publication = (SELECT publication FROM newest)
          AND v.kpi = ANY (for_kpis) AND v."window" <> '1m'
        ORDER BY v.kpi, v.slice, v.state NOT IN ('act', 'watch', 'improving'), v.target = 'none'
    ), goal AS (
        SELECT DISTINCT ON (b.kpi, b.slice) b.kpi, b.slice,
               trim_scale(b.stated::numeric) || CASE b.unit WHEN 'percent' THEN '%' WHEN 'days' THEN ' days' WHEN 'hours' THEN ' hours' ELSE '' END AS stated
        FROM kpi_benchmark b
        WHERE b.kind = 'target' AND b.reason = '' AND b.kpi = ANY (for_kpis) AND b.until = 'infinity' AND b.force IN ('', for_force)
          AND b.publication = (SELECT max(publication) FROM kpi_benchmark) AND b.valid_from <= (SELECT as_at FROM newest)
        ORDER BY b.kpi, b.slice, b.force DESC, b.valid_from DESC
    )
    SELECT n.pos, n.kpi,
           n.name || CASE WHEN n.found IS NULL THEN '' ELSE dashboard_wider(n.found, for_lpa, CASE WHEN n.name ~* '\m(DA|domestic abuse|rape|stalking)\M' THEN 'all' ELSE s.theme END) END
               || CASE WHEN n.name ~ '^(DA|Domestic abuse)\M' AND slice_value(n.found, 'theme') NOT IN ('', 'domestic_abuse')
                   THEN ', ' || lower(dashboard_theme(s.theme)) || ' alone' ELSE '' END
               || dashboard_whose(n.title)
               || CASE WHEN n.monthly THEN ', ' || as_at_words(s.month) ELSE '' END,
           coalesce(w.shown, '–'),
           CASE WHEN n.found IS NULL THEN '–' ELSE dashboard_value(n.kind, n.unit, n.shown_as_count, n.n, n.d, n.value, n.small, n.suppressed) END,
           CASE
               WHEN n.suppressed THEN 'under 5 people, or disclosure'
               WHEN n.found IS NULL AND s.as_at - substring(n.read_basis FROM '(\d+)d$')::int <= s.history_from
                   THEN 'not yet: needs ' || substring(n.read_basis FROM '(\d+)d$') || ' days of records'
               WHEN n.found IS NULL THEN 'no case'
               WHEN n.shown_as_count OR n.kind = 'percentile' THEN 'of ' || to_char(n.d, 'FM999,999,990')
               WHEN n.n IS NULL THEN 'calculated'
               WHEN n.small THEN 'too few for a share'
               WHEN n.kind = 'share' THEN to_char(n.n, 'FM999,999,990') || ' of ' || to_char(n.d, 'FM999,999,990')
               WHEN n.kind IN ('rate', 'population_rate') THEN to_char(n.n, 'FM999,999,990') || ' for ' || to_char(n.d, 'FM999,999,990')
               WHEN n.read_window = 'all' THEN 'as it stands'
               WHEN n.partial THEN coalesce('since ' || to_char(s.history_from::timestamp, 'FMDD Mon YYYY'), 'on record')
               ELSE 'in ' || CASE n.read_window WHEN '365d' THEN '12 months' WHEN '1826d' THEN 'five years' ELSE replace(n.read_window, 'd', ' days') END
           END || CASE WHEN n.partial AND NOT n.suppressed THEN ', so far' ELSE '' END,
           CASE
               WHEN b.pos IS NULL OR n.partial OR n.value IS NULL OR n.small AND NOT n.shown_as_count THEN '–'
               WHEN n.shown_as_count THEN dashboard_number('count', '', n.n - b.n, true)
               ELSE dashboard_number(n.kind, n.unit, n.value - b.value, true)
           END,
           l.line,
           dashboard_verdict(j.state, j.target, j.why),
           g.stated,
           j.sentence,
           dashboard_asks(dashboard_verdict(j.state, j.target, j.why)),
           coalesce(n.n, n.d)
    FROM now n
    LEFT JOIN newest s ON true
    LEFT JOIN women w USING (pos)
    LEFT JOIN before b USING (pos)
    LEFT JOIN line l USING (pos)
    LEFT JOIN judged j ON (j.kpi, j.slice) = (n.kpi, n.found)
    LEFT JOIN goal g ON (g.kpi, g.slice) = (n.kpi, coalesce(n.found, n.part))
    ORDER BY n.pos
$$;

-- What a table of few rows shows of them: first what asks to act or to watch or is short of its target, then what improves and the others, the larger
-- first. Of one area all figures; of all areas those of page 1, and with them three others that are short of their targets. The last line of what asks
-- says how many more do.
CREATE FUNCTION dashboard_main(for_force text, for_theme text, for_lpa text, for_area text, room int)
RETURNS TABLE (name text, women text, now text, counted text, change text, line text, target text, verdict text, kpi text)
LANGUAGE sql STABLE SET search_path = vaiwg SET jit = off AS $$
    WITH figure AS MATERIALIZED (
        SELECT f.*, for_area <> 'all' OR m.place = 'headline' AS main
        FROM dashboard_figure(for_force, for_theme, for_lpa, ARRAY(
            SELECT d.kpi FROM kpi_measure d
            WHERE d.priority = for_area
               OR for_area = 'all' AND (d.place = 'headline' OR d.kpi IN (
                    SELECT b.kpi FROM kpi_benchmark b WHERE b.kind = 'target' AND b.reason = '' AND b.until = 'infinity' AND b.force IN ('', for_force))))) f
        JOIN kpi_measure m ON m.kpi = f.kpi
    ), asking AS (
        SELECT f.*, row_number() OVER (PARTITION BY f.main ORDER BY f.asks, f.size DESC NULLS LAST, f.place) AS among
        FROM figure f WHERE f.main OR dashboard_short(f.verdict)
    ), shown AS MATERIALIZED (
        SELECT * FROM asking a WHERE a.main OR a.among <= 3 ORDER BY a.asks, a.size DESC NULLS LAST, a.place LIMIT room
    ), more AS (
        SELECT count(*) AS figures, bool_and(a.asks = 3) AS short FROM asking a WHERE a.asks <= 3 AND a.place NOT IN (SELECT s.place FROM shown s)
    )
    SELECT one.name, one.women, one.now, one.counted, one.change, one.line, one.target, one.verdict, one.kpi
    FROM (
        SELECT s.asks, false AS closes, s.size, s.place, s.name, s.women, s.now, s.counted, s.change, s.line, s.target, s.verdict, s.kpi FROM shown s
        UNION ALL
        SELECT 3, true, NULL, NULL,
               'and ' || figures || CASE WHEN short THEN ' more short of target' ELSE ' more that ask to act, to watch, or are short of target' END,
               '', '', '', '', NULL, '', '', '$__all'
        FROM more WHERE figures > 0) one
    ORDER BY one.asks, one.closes, one.size DESC NULLS LAST, one.place
$$;

-- At which stage, or for what reason, cases ended without the victim's support, of the chosen theme and policing area; of female victims, for whom it is
-- not told apart, of all: of which days each window is, of how many outcomes 16 it is on record, and the share and number of each value.
CREATE FUNCTION dashboard_ended(for_force text, for_kpi text, for_theme text, for_lpa text)
RETURNS TABLE (name text, in_28_days text, in_90_days text, in_12_months text, cases text)
LANGUAGE sql STABLE SET search_path = vaiwg SET jit = off AS $$
    WITH newest AS MATERIALIZED (
        SELECT as_at, date_trunc('month', as_at::timestamp)::date AS month, publication
        FROM kpi_snapshot WHERE force = for_force AND complete ORDER BY as_at DESC, publication DESC LIMIT 1
    ), part AS (
        SELECT CASE WHEN said.line LIKE 'reason=not_given%' THEN 1000 ELSE said.n END AS place,
               CASE WHEN said.line LIKE 'reason=not_given%' THEN 'None given' ELSE split_part(said.line, E'\t', 2) END AS name,
               dashboard_slice(split_part(said.line, E'\t', 1), for_lpa, nullif(for_theme, 'vaiwg_female')) AS slice
        FROM kpi_measure m CROSS JOIN LATERAL unnest(string_to_array(m.dimension_values, E'\n')) WITH ORDINALITY said(line, n)
        WHERE m.kpi = for_kpi
    ), value AS MATERIALIZED (
        SELECT p.place, p.name, v."window", v.as_at, v.numerator, v.denominator, v.value, v.small, v.suppressed
        FROM part p
        LEFT JOIN kpi_value_dashboard v ON v.force = for_force AND v.kpi = for_kpi AND v.basis = 'assigned' AND v."window" IN ('28d', '90d', '365d')
            AND v.slice = p.slice AND v.publication = (SELECT publication FROM newest)
            AND v.as_at = CASE WHEN v.monthly THEN (SELECT month FROM newest) ELSE (SELECT as_at FROM newest) END
    ), base AS (
        SELECT v."window", v.as_at, v.as_at - substring(v."window" FROM '\d+')::int AS first_day, v.as_at - 1 AS last_day,
               max(v.denominator) AS known
        FROM value v WHERE v."window" IS NOT NULL GROUP BY 1, 2
    ), line AS (
        SELECT -1 AS place, 'Outcome 16 assigned' AS name, b."window", '' AS cases,
               to_char(b.first_day::timestamp, CASE WHEN extract(year FROM b.first_day) = extract(year FROM b.last_day) THEN 'FMDD Mon' ELSE 'FMDD Mon YYYY' END)
                   || to_char(b.last_day::timestamp, '" to "FMDD Mon YYYY') AS share
        FROM base b
        UNION ALL
        SELECT 0, 'On record, of all outcomes 16' || dashboard_wider(dashboard_slice('', 'all', nullif(for_theme, 'vaiwg_female')), 'all', for_theme), b."window", '',
               CASE WHEN b.known IS NULL OR r.suppressed THEN 'suppressed' ELSE to_char(b.known, 'FM999,999,990') || ' of ' || to_char(r.denominator, 'FM999,999,990') END
        FROM base b
        LEFT JOIN kpi_value_dashboard r ON r.force = for_force AND r.kpi = 'withdrawal_reason_recorded' AND r.basis = 'assigned'
            AND r."window" = b."window" AND r.slice = dashboard_slice('', for_lpa, nullif(for_theme, 'vaiwg_female'))
            AND r.publication = (SELECT publication FROM newest) AND r.as_at = (SELECT max(as_at) FROM base)
        UNION ALL
        SELECT v.place, v.name || dashboard_wider(dashboard_slice('', 'all', nullif(for_theme, 'vaiwg_female')), 'all', for_theme), v."window",
               CASE WHEN v.suppressed THEN 'suppressed' ELSE to_char(v.numerator, 'FM999,999,990') || ' of ' || to_char(v.denominator, 'FM999,999,990') END,
               CASE WHEN v."window" IS NOT NULL THEN dashboard_value('share', '', false, v.numerator, v.denominator, v.value, v.small, v.suppressed) END
        FROM value v
    )
    SELECT l.name,
           coalesce(max(l.share) FILTER (WHERE l."window" = '28d'), '–'),
           coalesce(max(l.share) FILTER (WHERE l."window" = '90d'), '–'),
           coalesce(max(l.share) FILTER (WHERE l."window" = '365d'), '–'),
           coalesce(max(l.cases) FILTER (WHERE l."window" = '28d' OR l.place < 1), '–')
    FROM line l GROUP BY l.place, l.name ORDER BY l.place
$$;

-- What is said of a chart's newest period while its limits are made of the first of so many; anew where other limits stood before, as after a
-- definition changed.
CREATE FUNCTION dashboard_unset(first_day date, blocks int, anew boolean) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT 'no limits yet: being set ' || CASE WHEN anew THEN 'anew ' ELSE '' END || 'from '
        || to_char((first_day - 28 * (blocks - 1))::timestamp, 'FMDD Mon YYYY')
$$;

-- Of each share that is charted by 28 days in a theme, on the basis of its chart: the newest period beside its limits, or since when these are
-- being set.
CREATE FUNCTION dashboard_limits(for_force text, for_theme text)
RETURNS TABLE (kpi text, said text)
LANGUAGE sql STABLE SET search_path = vaiwg SET jit = off AS $$
    SELECT DISTINCT ON (l.kpi) l.kpi, CASE
            WHEN l.suppressed THEN 'suppressed'
            ELSE dashboard_number(m.kind, m.unit, l.value, false) || CASE
                WHEN l.trial THEN '; ' || dashboard_unset(l.first_day, l.blocks, bool_or(NOT l.trial) OVER (PARTITION BY l.kpi, l.basis))
                ELSE coalesce(' (' || to_char(100 * l.lower, 'FM990.0') || ' to ' || to_char(100 * l.upper, 'FM990.0') || ')', '')
            END
        END
    FROM kpi_limit_dashboard l JOIN kpi_measure m ON m.kpi = l.kpi
    WHERE l.force = for_force AND l.slice = dashboard_slice('', 'all', for_theme) AND m.kind = 'share' AND l."window" = '28d'
      AND l.chart NOT IN ('t', 't_rest')
    ORDER BY l.kpi, basis_distance(l.basis, m.read_basis), l.basis, l.as_at DESC, l.publication DESC
$$;

-- The lines of a control chart: 28-day periods and their limits as published, those marked at whose end a rule was completed and the published
-- state asked to act or to watch, and of an estimated figure what newest cases are likely to come to. As in the
-- report's charts a stock is shown as it stood, without the limits of its changes, and an estimate at the end of the days whose events it has. Where
-- the newest period has no limits yet, the name of the line says since when they are being set; it has the unit, which an axis of any figure has not.
CREATE FUNCTION dashboard_chart(for_force text, for_kpi text, for_theme text, for_lpa text, since timestamptz)
RETURNS TABLE ("time" timestamptz, metric text, value double precision)
LANGUAGE sql STABLE SET search_path = vaiwg SET jit = off AS $$
    WITH measure AS (
        SELECT *, CASE kind WHEN 'share' THEN 100 WHEN 'rate' THEN 100 WHEN 'population_rate' THEN CASE WHEN unit LIKE '%per 1,000' THEN 1000 ELSE 10000 END ELSE 1 END AS factor,
               coalesce(nullif(place_slice, ''), split_part(dimension_values, E'\t', 1), '') AS part,
               CASE kind WHEN 'share' THEN ', %' WHEN 'percentile' THEN ', ' || unit ELSE '' END AS counted_in
        FROM kpi_measure WHERE kpi = for_kpi
    ), chosen AS MATERIALIZED (
        SELECT m.factor, m.read_basis, c.slice, l.basis, m.counted_in || coalesce(', followed ' || substring(l.basis FROM '^matured_(\d+)d$') || ' days', '')
                   || dashboard_wider(c.slice, for_lpa, CASE WHEN for_theme = 'vaiwg_female' AND dashboard_whose(m.title) <> '' THEN 'all' ELSE for_theme END)
                   || dashboard_whose(m.title) AS wider
        FROM measure m
        CROSS JOIN LATERAL (VALUES (1, dashboard_slice(part, for_lpa, for_theme)), (2, dashboard_slice(part, 'all', for_theme)), (3, part)) c(rank, slice)
        CROSS JOIN LATERAL (
            SELECT l.basis FROM kpi_limit_dashboard l
            WHERE l.force = for_force AND l.kpi = for_kpi AND l.slice = c.slice AND l."window" <> '1m' AND l.chart NOT IN ('t', 't_rest')
            ORDER BY basis_distance(l.basis, m.read_basis), l.basis LIMIT 1) l
        ORDER BY c.rank LIMIT 1
    ), period AS MATERIALIZED (
        SELECT DISTINCT ON (l.as_at) l.as_at, l.last_day, (l.last_day + 1)::timestamp AT TIME ZONE 'Europe/London' AS ended, l.trial OR l.chart = 'change' AS unlimited, c.wider, l.chart, l.side,
               l.first_day, l.blocks,
               factor * p.level AS level, factor * l.lower AS lower, factor * l.centre AS centre, factor * l.upper AS upper
        FROM chosen c
        JOIN kpi_limit_dashboard l ON l.force = for_force AND l.kpi = for_kpi AND l.basis = c.basis AND l.slice = c.slice AND l."window" <> '1m'
            AND l.chart NOT IN ('t', 't_rest') AND l.last_day >= since::date
        CROSS JOIN LATERAL (SELECT CASE WHEN l.chart = 'change' THEN coalesce(l.numerator::float8 / nullif(l.denominator, 0), l.numerator) ELSE l.value END AS level) p
        ORDER BY l.as_at, l.publication DESC
    ), unset AS (
        SELECT max(CASE WHEN p.unlimited AND p.chart <> 'change'
            THEN ', ' || dashboard_unset(p.first_day, p.blocks, (SELECT bool_or(NOT b.unlimited) FROM period b)) END) AS words
        FROM period p WHERE p.as_at = (SELECT max(n.as_at) FROM period n)
    ), judged AS (
        SELECT DISTINCT v.as_at, v.state, v.side AS said FROM kpi_state_dashboard v
        WHERE v.force = for_force AND v.kpi = for_kpi AND v.slice = (SELECT slice FROM chosen) AND v.state IN ('act', 'watch')
    ), newest AS MATERIALIZED (
        SELECT as_at, publication FROM kpi_snapshot WHERE force = for_force AND complete ORDER BY as_at DESC, publication DESC LIMIT 1
    ), today AS MATERIALIZED (
        SELECT EXISTS (
            SELECT FROM kpi_verdict_dashboard v
            WHERE v.force = for_force AND v.as_at = (SELECT as_at FROM newest) AND v.publication = (SELECT publication FROM newest)
              AND v.kpi = for_kpi AND v.slice = (SELECT slice FROM chosen) AND v."window" <> '1m' AND v.state IN ('act', 'watch')) AS asks
    ), estimate AS (
        SELECT DISTINCT ON (v.as_at) (v.data_through + 1)::timestamp AT TIME ZONE 'Europe/London' AS ended, factor * v.value AS value, factor * v.lower AS lower, factor * v.upper AS upper
        FROM chosen c
        JOIN kpi_value_dashboard v ON v.force = for_force AND v.kpi = for_kpi AND v.slice = c.slice AND v."window" = '28d'
            AND v.basis = 'incidence_' || substring(c.basis FROM '\d+d$')
        WHERE NOT v.small AND v.as_at = ANY (ARRAY(SELECT unnest(estimate_midnights(max(last_day))) FROM period))
        ORDER BY v.as_at, v.publication DESC
    )
    SELECT ended, line.name, round(line.value::numeric, 2)::float8
    FROM period LEFT JOIN judged USING (as_at) CROSS JOIN unset CROSS JOIN today
    CROSS JOIN LATERAL (VALUES ('28-day period' || wider || coalesce(unset.words, ''), level), ('Usual', CASE WHEN NOT unlimited THEN centre END),
        ('Lower limit', CASE WHEN NOT unlimited THEN lower END), ('Upper limit', CASE WHEN NOT unlimited THEN upper END),
        ('Act or watch then', CASE WHEN mark_of(judged.state, judged.said, side, chart) IS NOT NULL AND (today.asks OR as_at < (SELECT max(n.as_at) FROM period n)) THEN level END)) line(name, value)
    WHERE line.value IS NOT NULL
    UNION ALL
    SELECT ended, line.name, round(line.value::numeric, 2)::float8
    FROM estimate CROSS JOIN LATERAL (VALUES ('Estimate, provisional', value), ('Estimate, at least', lower), ('Estimate, at most', upper)) line(name, value)
    ORDER BY 1, 2
$$;

-- A number of charts with words for one and for many; NULL where there is none.
CREATE FUNCTION dashboard_also(charts int, one text, many text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN charts > 0 THEN charts || ' ' || CASE charts WHEN 1 THEN one ELSE many END END
$$;

-- That something is not there, by when it is due, and first, where that was before a midnight, how late it is.
CREATE FUNCTION dashboard_due(missing text, due date, as_at date) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN due < as_at THEN (as_at - due) || CASE as_at - due WHEN 1 THEN ' day' ELSE ' days' END || ' late. ' ELSE '' END
        || missing || CASE WHEN due < as_at THEN '; was due ' ELSE '; due ' END || to_char(due::timestamp, 'FMDD Mon YYYY')
$$;

-- How many of those that are owed are late, after their number; of one, that it is. Empty where none is.
CREATE FUNCTION dashboard_late(owed int, late int) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN late > 0 THEN CASE WHEN owed > 1 THEN ', ' || late || ' of them late' ELSE ', late' END ELSE '' END
$$;

-- The open matters, act first, then the longest open. figures: what raised it, and what it is now. answer: the board's page of the matter, or of all
-- where it has none of its own; where no address of the board's pages is set there is none, and said tells who answers then. page: where the cause is looked for, with the
-- theme and the policing area of the figure that raised it. late: of one that is not answered, else null.
CREATE FUNCTION dashboard_matter(for_force text, for_theme text, for_lpa text)
RETURNS TABLE (place bigint, area text, concern text, kpi text, theme text, state text, matter text, figures text, raised date, evidence date, shown_by text, ask text, said text,
    answer text, page text, area_title text, late boolean)
LANGUAGE sql STABLE SET search_path = vaiwg SET jit = off AS $$
    WITH newest AS MATERIALIZED (
        SELECT as_at, publication FROM kpi_snapshot WHERE force = for_force AND complete ORDER BY as_at DESC, publication DESC LIMIT 1
    ), open AS (
        SELECT m.*
        FROM kpi_matter_dashboard m
        WHERE m.force = for_force AND m.as_at = (SELECT as_at FROM newest) AND m.publication = (SELECT publication FROM newest)
          AND (for_theme IN ('all', 'vaiwg_female', m.theme) OR m.theme = '')
    ), said_of AS (
        SELECT DISTINCT ON (m.matter) m.matter, n.kind = 'note' AS answered,
               coalesce(n.post, 'a post') || ', ' || to_char(n.at AT TIME ZONE 'Europe/London', 'FMDD Mon YYYY') AS who,
               CASE WHEN length(w.words) > 80 THEN left(w.words, 79) || '…' ELSE w.words END AS words
        FROM open m JOIN kpi_note n ON n.signal_id = ANY (m.signals) AND n.force = for_force
        CROSS JOIN LATERAL (SELECT nullif(concat_ws('; ', n.cause, n.action), '') AS words) w
        ORDER BY m.matter, n.kind = 'note' DESC, n.known_at DESC, n.version DESC
    )
    SELECT row_number() OVER (ORDER BY m.state <> 'act', coalesce(s.answered, false), m.place), m.area, m.concern, m.kpi, coalesce(nullif(m.theme, ''), 'all'),
           m.state, m.what,
           CASE WHEN m.suppressed THEN m.figures ELSE matter_words(m.basis, m.figures_raised, m.figures, m.figures_now) END, m.asked, m.day,
           concat_ws('; ', how_sure(cardinality(m.shown_also), m.state, m.why, m.basis),
               dashboard_also(cardinality(m.shown_also), 'chart of other cases agrees', 'charts of other cases agree'),
               dashboard_also(cardinality(m.same_cases), 'chart that shares cases shows it too', 'charts that share cases show it too')),
           next_step(m.state, m.why),
           CASE
               WHEN s.answered THEN 'Answered by ' || s.who || coalesce(': ' || s.words, '')
               ELSE dashboard_due(coalesce('Seen by ' || s.who || '; not', 'Not') || ' answered', m.due, m.as_at)
                   || CASE WHEN b.address IS NULL AND cardinality(m.signals) > 0 THEN '; to answer, write to the Board''s secretary' ELSE '' END
           END,
           b.address || CASE WHEN cardinality(m.signals) > 0 THEN '/answer?force=' || for_force || '&signal=' || m.matter
               ELSE '/' || for_force || '/newest/matters' END,
           CASE WHEN m.concern IN ('support ended', 'when support ended') THEN 'vaiwg-attrition?' ELSE 'vaiwg-area?var-area=' || m.area || '&var-figure=' || m.kpi || '&' END
               || 'var-force=' || for_force
               || '&var-theme=' || coalesce(nullif(m.theme, ''), nullif(regexp_replace(slice_value(m.slice, 'theme'), '^(stalking|harassment)$', 'stalking_harassment'), ''), 'all')
               || '&var-lpa=' || coalesce(nullif(slice_value(m.slice, 'lpa'), ''), for_lpa),
           (SELECT max(d.area_title) FROM kpi_measure d WHERE d.priority = m.area),
           CASE WHEN s.answered IS NOT TRUE THEN m.due < m.as_at END
    FROM open m LEFT JOIN said_of s USING (matter) LEFT JOIN board_address b ON true
    WHERE for_lpa = 'all' OR m.lpa = '' OR for_lpa = ANY (string_to_array(m.lpa, ','))
$$;

-- What an area's lead owes beside answers to matters: the report to the newest meeting of the Board (one every two months: BoardSubject), where leads
-- report in this way, and actions that the Board asked for and that are not said to be done, the earliest due first; then promises of which was said last
-- that they are behind. The report on conduct is not for dashboards. Of an action its notes are read together: what a later one leaves out holds, but that it was done
-- where the later one names a day by which it is to be done.
CREATE FUNCTION dashboard_owed(for_force text, for_area text)
RETURNS TABLE (what text, asked text, ask text, said text)
LANGUAGE sql STABLE SET search_path = vaiwg SET jit = off AS $$
    WITH post AS (
        SELECT max(owner) AS owner, bool_or(NOT restricted) AS open FROM kpi_measure WHERE priority = for_area
    ), newest AS (
        SELECT max(as_at) AS as_at FROM kpi_snapshot WHERE force = for_force AND complete
    ), meeting AS (
        SELECT (date_trunc('month', s.as_at::timestamp) - make_interval(months => 1 - extract(month FROM s.as_at)::int % 2) + interval '1 month - 1 day')::date AS due
        FROM newest s CROSS JOIN post p
        WHERE p.open AND s.as_at IS NOT NULL
          AND EXISTS (SELECT FROM kpi_note n WHERE n.force = for_force AND n.signal_id LIKE 'report/%')
    ), action AS (
        SELECT n.signal_id,
               (array_agg(n.action ORDER BY n.known_at DESC, n.version DESC) FILTER (WHERE n.action <> ''))[1] AS words,
               (array_agg(n.owner ORDER BY n.known_at DESC, n.version DESC) FILTER (WHERE n.owner <> ''))[1] AS owner,
               (array_agg(n.due ORDER BY n.known_at DESC, n.version DESC) FILTER (WHERE n.due IS NOT NULL))[1] AS due,
               (array_agg(n.done ORDER BY n.known_at DESC, n.version DESC) FILTER (WHERE coalesce(n.done, n.due) IS NOT NULL))[1] AS done
        FROM kpi_note n WHERE n.force = for_force AND n.signal_id LIKE 'action/%' GROUP BY n.signal_id
    ), promise AS (
        SELECT DISTINCT ON (c.id) c.place, c.body, c.set_title, c.owner, n.standing, n.at
        FROM kpi_commitment c JOIN kpi_note n ON n.force = c.force AND n.signal_id = 'commitment/' || c.id
        WHERE c.force = for_force AND c.until = 'infinity' AND c.publication = (SELECT max(publication) FROM kpi_commitment)
          AND c.register IN ('recommendation', 'step')
        ORDER BY c.id, n.known_at DESC, n.version DESC
    )
    SELECT owed.what, owed.asked, owed.ask, owed.said
    FROM (
        SELECT 1 AS kind, a.due AS day, a.signal_id AS id, coalesce(a.words, 'Not told') AS what,
               'Asked by the Board in ' || to_char(to_date(substring(a.signal_id FROM '\d{4}-\d{2}'), 'YYYY-MM')::timestamp, 'FMMonth YYYY') AS asked,
               'Do what was asked' AS ask, coalesce(dashboard_due('Not done', a.due, s.as_at), 'Not done; no day is named') AS said
        FROM action a JOIN post USING (owner) CROSS JOIN newest s WHERE a.done IS NULL
        UNION ALL
        SELECT 1, m.due, 'report', 'Report to the Board of ' || to_char(m.due::timestamp, 'FMMonth YYYY'), 'Asked of the lead of each area',
               'Report to the Board', dashboard_due('Not given', m.due, s.as_at)
        FROM meeting m CROSS JOIN newest s
        WHERE NOT EXISTS (
            SELECT FROM kpi_note n
            WHERE n.force = for_force AND n.signal_id = 'report/' || for_area || '/' || to_char(m.due::timestamp, 'YYYY-MM'))
        UNION ALL
        SELECT 2, NULL, p.place::text, regexp_replace(p.body, '^\d+ ', ''), p.set_title, 'Keep the promise',
               'Said to be behind, ' || to_char(p.at AT TIME ZONE 'Europe/London', 'FMDD Mon YYYY')
        FROM promise p JOIN post USING (owner) WHERE p.standing = 'behind') owed
    ORDER BY owed.kind, owed.day, owed.id
$$;

-- What charts of a figure are marked with: dated recommendations, steps, posts and interventions, those of the registers and those of notes, of which
-- the newest on one day, figure and area holds, and takes it back where it does not say what was done (NotedInterventions). Of a theme, what names
-- no other one. What came before the first day shown is marked there. Grafana shows the words as HTML. Other than LIKE, starts_with is
-- leakproof: it is asked before whether a note is restricted.
CREATE FUNCTION dashboard_dated(for_force text, for_kpi text, for_theme text, since timestamptz)
RETURNS TABLE ("time" timestamptz, "text" text)
LANGUAGE sql STABLE SET search_path = vaiwg SET jit = off AS $$
    WITH noted AS (
        SELECT DISTINCT ON (n.signal_id) n.action, regexp_match(n.signal_id, '^intervention/(\d{4}-\d{2}-\d{2})/([^/]+)(?:/([^/]+))?$') AS named
        FROM kpi_note n WHERE n.force = for_force AND starts_with(n.signal_id, 'intervention/')
        ORDER BY n.signal_id, n.known_at DESC, n.version DESC
    ), dated AS (
        SELECT c.register, c.place, c.day, c.body, c.measures,
               CASE c.register WHEN 'intervention' THEN dashboard_lpa(c.addressed) ELSE c.when_said END AS more
        FROM kpi_commitment c
        WHERE c.until = 'infinity' AND c.force = for_force AND c.publication = (SELECT max(publication) FROM kpi_commitment) AND c.day IS NOT NULL
        UNION ALL
        SELECT 'intervention', NULL, n.named[1]::date, n.action, n.named[2], dashboard_lpa(coalesce(n.named[3], ''))
        FROM noted n WHERE n.action <> '' AND n.named IS NOT NULL
    )
    SELECT greatest(d.day::timestamp AT TIME ZONE 'Europe/London', since),
           string_agg(replace(replace(d.body || coalesce(' (' || nullif(d.more, '') || ')', ''), '&', '&amp;'), '<', '&lt;'), '<br>'
               ORDER BY d.register, d.place, d.body)
    FROM dated d
    WHERE EXISTS (
        SELECT FROM unnest(string_to_array(d.measures, ' ')) seen
        WHERE split_part(seen, ':', 1) = for_kpi
          AND (for_theme IN ('all', 'vaiwg_female') OR seen !~ '[:;]theme=' OR seen ~ ('[:;]theme=' || for_theme || '(;|$)')))
    GROUP BY 1
    ORDER BY 1
$$;

-- What an area's lead has to do, in one line: the answers that are owed first, whatever the theme, then what else is, and the targets that are missed, of
-- the theme that is chosen, as in the tables that have it one by one. Null where nothing is published.
CREATE FUNCTION dashboard_first(for_force text, for_theme text, for_lpa text, for_area text) RETURNS text
LANGUAGE sql STABLE SET search_path = vaiwg SET jit = off AS $$
    WITH answer AS (
        SELECT count(m.late)::int AS owed, (count(*) FILTER (WHERE m.late))::int AS late
        FROM dashboard_matter(for_force, 'all', for_lpa) m WHERE m.area = for_area
    ), other AS (
        SELECT (count(*) FILTER (WHERE o.ask <> 'Keep the promise'))::int AS owed, (count(*) FILTER (WHERE o.said LIKE '%; was due %'))::int AS late,
               (count(*) FILTER (WHERE o.ask = 'Keep the promise'))::int AS behind
        FROM dashboard_owed(for_force, for_area) o
    ), figure AS (
        SELECT count(*)::int AS missed
        FROM dashboard_figure(for_force, for_theme, for_lpa, ARRAY(SELECT d.kpi FROM kpi_measure d WHERE d.priority = for_area)) f
        WHERE dashboard_short(f.verdict)
    )
    SELECT coalesce(nullif(concat_ws('; ',
               dashboard_also(a.owed, 'answer owed', 'answers owed') || dashboard_late(a.owed, a.late),
               dashboard_also(o.owed, 'report or action owed', 'reports or actions owed') || dashboard_late(o.owed, o.late),
               dashboard_also(o.behind, 'promise behind', 'promises behind'),
               dashboard_also(f.missed, 'target missed', 'targets missed')
                   || CASE WHEN for_theme IN ('all', 'vaiwg_female') THEN '' ELSE ' (' || lower(dashboard_theme(for_theme)) || ')' END), ''), 'Nothing is owed, no target missed')
    FROM answer a CROSS JOIN other o CROSS JOIN figure f
    WHERE EXISTS (SELECT FROM kpi_snapshot p WHERE p.force = for_force AND p.complete)
$$;

GRANT EXECUTE ON FUNCTION dashboard_snapshot TO vaiwg_dashboard, vaiwg_conduct;
GRANT EXECUTE ON FUNCTION dashboard_figure, dashboard_main, dashboard_limits, dashboard_chart, dashboard_matter, dashboard_owed,
    dashboard_first TO vaiwg_dashboard;

-------------------------------------------------------------------------------------------------------------------------- who publishes

CREATE VIEW publication_lock_holder AS
SELECT p.key, a.pid, a.application_name, a.client_addr, a.backend_start
FROM publication_lock p
JOIN pg_locks l ON l.locktype = 'advisory' AND l.objsubid = 1 AND (l.classid::bigint << 32 | l.objid::bigint) = p.key
JOIN pg_stat_activity a USING (pid)
WHERE l.granted AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database()) AND pg_has_role(a.usesysid, 'vaiwg_writer', 'MEMBER');

GRANT SELECT ON publication_lock_holder TO vaiwg_writer;
