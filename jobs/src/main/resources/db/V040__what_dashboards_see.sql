-- What the login of dashboards sees: everybody who may open Grafana can send any query with it. No count below five, nor what would give one
-- away by subtraction in the same table; what is broken down further than by theme at the beginning of each month only. The rest is for
-- vaiwg_reader. The group belongs to the whole server, so another database may have made it already.
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'vaiwg_dashboard') THEN
        RETURN;
    END IF;
    IF NOT (SELECT rolcreaterole OR rolsuper FROM pg_roles WHERE rolname = current_user) THEN
        RAISE EXCEPTION 'The role vaiwg_dashboard is missing and the user % may not create it: ask an administrator to create it as a NOLOGIN role, or to give this user CREATEROLE, and start again.',
            current_user
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    CREATE ROLE vaiwg_dashboard NOLOGIN;
END
$$;

-- The dimension by which a slice is finer than a theme, such as lpa; null where there is none. Whatever is not known here is one.
CREATE FUNCTION finer_dimension(slice text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT substring(slice FROM '(?:^|;)(?!(?:theme|characteristic|headline|arm)=)([^=;]+)=')
$$;

-- By what a slice is a part of another: its finer dimension; else theme for the three that exclude one another, detail for the two parts of
-- stalking and harassment, and the theme itself where it overlaps with the others.
CREATE FUNCTION slice_part_by(slice text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(vaiwg.finer_dimension(slice), CASE substring(slice FROM 'theme=([^;]+)')
        WHEN 'rape' THEN 'theme'
        WHEN 'other_sexual' THEN 'theme'
        WHEN 'stalking_harassment' THEN 'theme'
        WHEN 'stalking' THEN 'detail'
        WHEN 'harassment' THEN 'detail'
        ELSE substring(slice FROM 'theme=([^;]+)')
    END)
$$;

-- The slice that it is a part of; null where it is a part of none.
CREATE FUNCTION slice_part_of(slice text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN vaiwg.finer_dimension(slice) IS NOT NULL
            THEN btrim(regexp_replace(slice, '(^|;)' || vaiwg.finer_dimension(slice) || '=[^;]*', ''), ';')
        WHEN slice ~ 'theme=(stalking|harassment)$' THEN regexp_replace(slice, 'theme=(stalking|harassment)$', 'theme=stalking_harassment')
        WHEN slice LIKE '%theme=%' THEN btrim(regexp_replace(slice, 'theme=[^;]*', ''), ';')
    END
$$;

-- Whether a block of days or a month, or what stands when it ends, is published for the midnight at its end under the same series.
CREATE FUNCTION is_published_as_block("window" text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT "window" IN ('28d', '1m', 'all')
$$;

ALTER TABLE kpi_series ADD COLUMN finer boolean NOT NULL GENERATED ALWAYS AS (finer_dimension(slice) IS NOT NULL) STORED;
ALTER TABLE kpi_series ADD COLUMN part_of text GENERATED ALWAYS AS (slice_part_of(slice)) STORED;
ALTER TABLE kpi_series ADD COLUMN part_by text GENERATED ALWAYS AS (slice_part_by(slice)) STORED;
CREATE INDEX kpi_series_parts ON kpi_series (force, kpi, basis, "window", part_of) WHERE part_of IS NOT NULL;

-- The numbers of published values and of blocks of charts, with what of them adds up: what is counted, its whole, and the rest. A percentile is
-- no sum, nor is a population.
CREATE VIEW kpi_part_every AS
SELECT s.force, s.kpi, s.basis, s."window", s.slice, s.definition_hash, s.finer, s.part_of, s.part_by, s.series_id, r.as_at, r.generation, r.of_blocks,
       CASE WHEN m.kind IS DISTINCT FROM 'percentile' THEN r.numerator END AS counted,
       CASE WHEN m.kind IS DISTINCT FROM 'population_rate' THEN r.denominator END AS whole,
       CASE WHEN coalesce(m.kind, 'share') = 'share' THEN r.denominator - r.numerator END AS rest,
       of_too_few(m.kind, r.numerator, r.denominator) AND NOT coalesce(m.about_nobody, false) AS few
FROM (
    SELECT series_id, as_at, generation, numerator, denominator, false AS of_blocks FROM kpi_value_row
    UNION ALL
    SELECT series_id, as_at, generation, numerator, denominator, true FROM kpi_limit_row
) r
JOIN kpi_series s USING (series_id)
LEFT JOIN kpi_dictionary m ON m.generation = r.generation AND m.kpi = s.kpi AND m.since <= r.as_at AND r.as_at < m.until
WHERE NOT s.restricted;

-- Whether parts that are withheld before one would give a small one away if that one were shown.
--
-- smallest: of all parts; before, sum_before: how many are withheld before it, and to what they come; in_no_row: what is left of the whole
CREATE FUNCTION adds_up_to_few(smallest int, before bigint, sum_before bigint, in_no_row bigint) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT (smallest < 5 OR coalesce(in_no_row, 0) BETWEEN 1 AND 4)
       AND (before + (coalesce(in_no_row, 0) > 0)::int < 2 OR coalesce(sum_before, 0) + coalesce(in_no_row, 0) < 5)
$$;

-- Whether the numbers of a part that are not small themselves would give a small one away. Where a whole is withheld, its parts are. Of parts
-- that exclude one another at least two are withheld, if one is, and those withheld come to five at least: then each may be one of five
-- numbers. The smallest are; for what is counted, the wholes and the rests each, so that measures of the same cases withhold the same wholes.
-- What is in no row (domestic abuse that is of no other theme, an area without a chart) is one of those withheld. A part that overlaps with
-- others has a rest of its own.
--
-- It has the rights of its owner: a function in a view has those of who asks.
CREATE FUNCTION gives_away(series bigint, midnight date, publication smallint, blocks boolean) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
    own kpi_part_every;
    total kpi_part_every;
BEGIN
    SELECT * INTO own FROM kpi_part_every WHERE series_id = series AND as_at = midnight AND generation = publication AND of_blocks = blocks;
    IF own.part_of IS NULL THEN
        RETURN false;
    END IF;

    SELECT * INTO total FROM kpi_part_every
    WHERE force = own.force AND kpi = own.kpi AND basis = own.basis AND "window" = own."window" AND slice = own.part_of
      AND definition_hash = own.definition_hash AND as_at = midnight AND generation = publication AND of_blocks = blocks;
    IF total.few OR total.part_of IS NOT NULL
        AND gives_away(total.series_id, midnight, publication, blocks AND NOT is_published_as_block(own."window"))
    THEN
        RETURN true;
    END IF;

    IF NOT own.finer AND own.part_by NOT IN ('theme', 'detail') THEN
        RETURN coalesce(total.counted - own.counted BETWEEN 1 AND 4, false) OR coalesce(total.whole - own.whole BETWEEN 1 AND 4, false)
            OR coalesce(total.rest - own.rest BETWEEN 1 AND 4, false);
    END IF;

    RETURN EXISTS (
        SELECT
        FROM kpi_part_every part
        CROSS JOIN LATERAL (VALUES
            ('counted', part.counted, own.counted, total.counted),
            ('whole', part.whole, own.whole, total.whole),
            ('rest', part.rest, own.rest, total.rest)) number(kind, of_part, of_own, of_total)
        WHERE part.force = own.force AND part.kpi = own.kpi AND part.basis = own.basis AND part."window" = own."window"
          AND part.part_of = own.part_of AND part.part_by = own.part_by AND part.definition_hash = own.definition_hash
          AND part.as_at = midnight AND part.generation = publication AND part.of_blocks = blocks AND of_own IS NOT NULL
        GROUP BY kind, of_own, of_total
        HAVING adds_up_to_few(
            min(of_part),
            count(*) FILTER (WHERE part.slice <> own.slice AND (of_part, part.slice COLLATE "C") < (of_own, own.slice COLLATE "C")),
            sum(of_part) FILTER (WHERE part.slice <> own.slice AND (of_part, part.slice COLLATE "C") < (of_own, own.slice COLLATE "C")),
            greatest(of_total - sum(of_part), 0)));
END
$$;

-- Whether groups of victims may be compared by a characteristic: it must be known of four in five of the whole, or a difference between groups
-- may be one between those who were asked and those who were not. Null where the slice is no such group.
CREATE FUNCTION enough_is_known(series bigint, midnight date, publication smallint) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path FROM CURRENT AS $$
    SELECT coalesce(sum(coalesce(r.denominator, r.numerator)) FILTER (WHERE s.slice !~ (s.part_by || '=unknown(;|$)'))
        >= 0.8 * sum(coalesce(r.denominator, r.numerator)), false)
    FROM kpi_series own
    JOIN kpi_series s USING (force, kpi, basis, "window", definition_hash, part_of, part_by)
    JOIN kpi_value_row r ON r.series_id = s.series_id AND r.as_at = midnight AND r.generation = publication
    WHERE own.series_id = series
    HAVING bool_and(s.part_by IN ('sex', 'age', 'ethnicity', 'disability'))
$$;

CREATE OR REPLACE VIEW kpi_value WITH (security_barrier) AS
SELECT v.generation, v.force, v.kpi, v.priority, v.basis, v."window", v.slice, v.as_at, v.numerator, v.denominator, v.value, v.small,
       v.definition_hash, v.partial,
       CASE WHEN v.kind = 'share' THEN wilson_95(v.numerator, v.denominator, -1) END AS lower,
       CASE WHEN v.kind = 'share' THEN wilson_95(v.numerator, v.denominator, 1) END AS upper,
       false AS provisional,
       NULL::date AS data_through,
       CASE WHEN slice_part_by(v.slice) IN ('sex', 'age', 'ethnicity', 'disability')
           THEN enough_is_known(v.series_id, v.as_at, v.generation) END AS compared
FROM kpi_value_every v
WHERE NOT v.restricted
UNION ALL
SELECT generation, force, kpi, priority, basis, "window", slice, as_at, NULL::int, NULL::int, value, small,
       definition_hash, partial, lower, upper, basis LIKE 'incidence%', data_through, NULL::boolean
FROM kpi_estimate_every
WHERE NOT restricted;

-- What was published, at each midnight for totals and themes. What is finer begins with the first whole window of the history: what a window
-- holds that grows with it is the month that came.
CREATE VIEW kpi_value_dashboard WITH (security_barrier) AS
SELECT v.generation, v.force, v.kpi, v.priority, v.basis, v."window", v.slice, v.as_at, shown.numerator, shown.denominator,
       CASE WHEN shown.compared IS NOT FALSE THEN shown.value END AS value,
       v.small, v.definition_hash, v.partial,
       CASE WHEN v.kind = 'share' AND shown.compared IS NOT FALSE THEN wilson_95(shown.numerator, shown.denominator, -1) END AS lower,
       CASE WHEN v.kind = 'share' AND shown.compared IS NOT FALSE THEN wilson_95(shown.numerator, shown.denominator, 1) END AS upper,
       false AS provisional,
       NULL::date AS data_through,
       CASE WHEN s.part_by IN ('sex', 'age', 'ethnicity', 'disability')
           THEN enough_is_known(v.series_id, v.as_at, v.generation) END AS compared,
       shown.numerator IS NULL AS suppressed,
       s.finer AS monthly
FROM kpi_value_every v
JOIN kpi_series s USING (series_id)
LEFT JOIN LATERAL (
    SELECT v.numerator, v.denominator, v.value, CASE WHEN s.part_by IN ('sex', 'age', 'ethnicity', 'disability')
           THEN enough_is_known(v.series_id, v.as_at, v.generation) END AS compared
    WHERE (NOT of_too_few(v.kind, v.numerator, v.denominator) OR v.kpi IN (SELECT kpi FROM kpi_measure WHERE about_nobody))
      AND (s.part_of IS NULL OR NOT gives_away(v.series_id, v.as_at, v.generation, false))
) shown ON true
WHERE NOT v.restricted AND (NOT s.finer OR extract(day FROM v.as_at) = 1 AND NOT v.partial)
UNION ALL
SELECT generation, force, kpi, priority, basis, "window", slice, as_at, NULL::int, NULL::int, value, small,
       definition_hash, partial, lower, upper, basis LIKE 'incidence%', data_through, NULL::boolean, false, false
FROM kpi_estimate_every
WHERE NOT restricted AND at_risk >= 5 AND finer_dimension(slice) IS NULL;

-- Blocks of charts. Days between events are no counts; limits of the first blocks tell the blocks themselves, since they are made of them;
-- a change tells the block before, and limits that follow the seasons tell the block a year before.
CREATE VIEW kpi_limit_dashboard WITH (security_barrier) AS
SELECT r.generation,
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
       block.numerator,
       block.denominator,
       CASE WHEN r.chart IN ('t', 't_rest') OR block.follows THEN r.value END AS value,
       CASE WHEN r.chart IN ('t', 't_rest') OR block.follows AND NOT r.trial THEN r.lower END AS lower,
       CASE WHEN r.chart IN ('t', 't_rest') OR block.follows AND NOT r.trial THEN r.centre END AS centre,
       CASE WHEN r.chart IN ('t', 't_rest') OR block.follows AND NOT r.trial THEN r.upper END AS upper,
       r.blocks,
       r.trial,
       r.chart,
       r.variation,
       r.rule,
       r.side,
       r.assurance,
       block.numerator IS NULL AS suppressed
FROM kpi_limit_row r
JOIN kpi_series s USING (series_id)
LEFT JOIN kpi_dictionary m ON m.generation = r.generation AND m.kpi = s.kpi AND m.since <= r.as_at AND r.as_at < m.until
LEFT JOIN LATERAL (
    SELECT r.numerator, r.denominator, r.chart NOT IN ('change', 'year') OR coalesce((
        SELECT NOT of_too_few(m.kind, before.numerator, before.denominator)
           AND (s.part_of IS NULL OR NOT gives_away(s.series_id, before.as_at, before.generation, s.finer OR NOT is_published_as_block(s."window")))
        FROM kpi_limit_row before
        WHERE before.series_id = r.series_id AND before.generation = r.generation AND before.as_at < r.as_at
          AND (r.chart = 'change'
            OR before.first_day = CASE WHEN s."window" = '1m' THEN (r.first_day - interval '1 year')::date ELSE r.first_day - 364 END)
        ORDER BY before.as_at DESC
        LIMIT 1), false) AS follows
    WHERE (NOT of_too_few(m.kind, r.numerator, r.denominator) OR coalesce(m.about_nobody, false))
      AND (s.part_of IS NULL OR NOT gives_away(s.series_id, r.as_at, r.generation, s.finer OR NOT is_published_as_block(s."window")))
) block ON true
WHERE NOT (s.restricted OR coalesce(m.restricted, false) OR s.kpi IN (SELECT kpi FROM kpi_measure WHERE restricted));

-- Where an area lies stays; its range tells how many cases it has.
CREATE VIEW kpi_funnel_dashboard WITH (security_barrier) AS
SELECT r.generation,
       s.force,
       s.kpi,
       m.priority,
       s.basis,
       s."window",
       s.slice,
       substring(s.slice FROM 'theme=([^;]+)') AS theme,
       substring(s.slice FROM 'lpa=([^;]+)') AS lpa,
       r.as_at,
       shown.numerator,
       shown.denominator,
       shown.numerator::double precision / shown.denominator AS value,
       shown.centre,
       shown.lower_95,
       shown.upper_95,
       shown.lower_998,
       shown.upper_998,
       CASE
           WHEN v.numerator::double precision / v.denominator > r.upper_998 THEN 'far above'
           WHEN v.numerator::double precision / v.denominator > r.upper_95 THEN 'above'
           WHEN v.numerator::double precision / v.denominator < r.lower_998 THEN 'far below'
           WHEN v.numerator::double precision / v.denominator < r.lower_95 THEN 'below'
           ELSE 'within'
       END AS place,
       shown.numerator IS NULL AS suppressed
FROM kpi_funnel_row r
JOIN kpi_value_row v USING (series_id, as_at, generation)
JOIN kpi_series s USING (series_id)
LEFT JOIN kpi_dictionary m ON m.generation = r.generation AND m.kpi = s.kpi AND m.since <= r.as_at AND r.as_at < m.until
LEFT JOIN kpi_snapshot p ON p.generation = r.generation AND p.force = s.force AND p.as_at = r.as_at
LEFT JOIN LATERAL (
    SELECT v.numerator, v.denominator, r.centre, r.lower_95, r.upper_95, r.lower_998, r.upper_998
    WHERE NOT of_too_few(m.kind, v.numerator, v.denominator) AND NOT gives_away(r.series_id, r.as_at, r.generation, false)
) shown ON true
WHERE NOT (s.restricted OR coalesce(m.restricted, false) OR s.kpi IN (SELECT kpi FROM kpi_measure WHERE restricted))
  AND extract(day FROM r.as_at) = 1
  AND NOT begins_before_history(r.as_at, s.reach_days, s.reach_months, p.history_from);

-- Signals without the numbers of charts, which are in kpi_limit_dashboard, and without the text that names them.
CREATE VIEW kpi_signal_dashboard WITH (security_barrier) AS
SELECT generation, force, as_at, signal_id, kpi, priority, basis, "window", slice, rule, state, change, day, since,
       CASE WHEN basis = 'daily' AND observed >= 5 THEN observed END AS observed,
       CASE WHEN basis = 'daily' AND observed >= 5 THEN expected END AS expected,
       sign(observed - expected)::smallint AS side, sigma_z, false_alarms
FROM kpi_signal_every
WHERE NOT restricted;

-- Of totals: what was corrected is as few as any other number where it is one to four.
CREATE VIEW kpi_revision_dashboard WITH (security_barrier) AS
SELECT r.generation, r.force, r.kpi, r.priority, r.basis, r."window", r.slice, r.as_at, shown.published_numerator, shown.published_denominator,
       shown.published_value, shown.numerator_now, shown.denominator_now, shown.value_now, shown.numerator_change, shown.denominator_change,
       shown.value_change, shown.published_numerator IS NULL AS suppressed
FROM kpi_revision r
LEFT JOIN kpi_measure m USING (kpi)
LEFT JOIN LATERAL (
    SELECT r.*
    WHERE NOT of_too_few(m.kind, r.published_numerator, r.published_denominator)
      AND NOT of_too_few(m.kind, r.numerator_now, r.denominator_now)
      AND NOT abs(r.numerator_change) BETWEEN 1 AND 4
      AND NOT coalesce(abs(r.denominator_change) BETWEEN 1 AND 4, false)
      AND NOT coalesce(abs(r.denominator_change - r.numerator_change) BETWEEN 1 AND 4, false)
) shown ON true
WHERE r.slice = '';

-- The difference of two risks tells the one by the other.
CREATE VIEW easi_comparison_dashboard WITH (security_barrier) AS
SELECT e.generation, e.force, e.kpi, e.as_at, shown.treatment_events, shown.treatment_people, shown.treatment_risk, shown.control_events,
       shown.control_people, shown.control_risk, shown.difference, shown.difference_lower, shown.difference_upper, shown.ratio,
       shown.ratio_lower, shown.ratio_upper, e.small, shown.treatment_events IS NULL AS suppressed
FROM easi_comparison e
LEFT JOIN LATERAL (
    SELECT e.*
    WHERE NOT of_too_few('share', e.treatment_events, e.treatment_people) AND NOT of_too_few('share', e.control_events, e.control_people)
) shown ON true;

REVOKE ALL ON FUNCTION gives_away(bigint, date, smallint, boolean), enough_is_known(bigint, date, smallint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION enough_is_known(bigint, date, smallint) TO vaiwg_reader, vaiwg_conduct, vaiwg_explain, vaiwg_dashboard;
GRANT EXECUTE ON FUNCTION gives_away(bigint, date, smallint, boolean) TO vaiwg_dashboard;
GRANT USAGE ON SCHEMA vaiwg TO vaiwg_dashboard;
GRANT SELECT ON kpi_value_dashboard, kpi_limit_dashboard, kpi_funnel_dashboard, kpi_signal_dashboard, kpi_revision_dashboard,
    easi_comparison_dashboard, kpi_measure, kpi_snapshot, kpi_generation, kpi_feed, kpi_note, kpi_rebase, late_event_day
    TO vaiwg_dashboard;
CREATE POLICY read_without_conduct_on_dashboards ON kpi_feed FOR SELECT TO vaiwg_dashboard USING (stream <> 'conduct');
