-- Which numbers are too small for those who may not see all is decided where they are published, and stands beside them (docs/small-numbers.md):
-- before, three functions asked it of each row that was read. What was published before this is withheld.
ALTER TABLE kpi_value_row ADD COLUMN withheld text DEFAULT 'part' CHECK (withheld IN ('small', 'part'));
ALTER TABLE kpi_value_row ALTER COLUMN withheld DROP DEFAULT;
ALTER TABLE kpi_limit_row ADD COLUMN withheld text DEFAULT 'part' CHECK (withheld IN ('small', 'part'));
ALTER TABLE kpi_limit_row ALTER COLUMN withheld DROP DEFAULT;

-- Whether numbers that are no row of a snapshot are of one to four people.
CREATE FUNCTION is_of_few(kind text, numerator int, denominator int) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(kind <> 'percentile' AND numerator BETWEEN 1 AND 4, false)
        OR coalesce(kind NOT IN ('count', 'population_rate') AND denominator BETWEEN 1 AND 4, false)
        OR coalesce(kind = 'share' AND denominator - numerator BETWEEN 1 AND 4, false)
$$;

CREATE OR REPLACE VIEW kpi_value_every AS
SELECT r.publication, s.force, s.kpi, m.priority, s.basis, s."window", s.slice, r.as_at, r.numerator, r.denominator,
       CASE
           WHEN m.kind IN ('count', 'percentile') OR r.denominator IS NULL THEN r.numerator::double precision
           ELSE r.numerator::double precision / nullif(r.denominator, 0)
       END AS value,
       coalesce(r.denominator < m.minimum_n, false) AS small,
       s.definition_hash,
       s.restricted OR coalesce(m.restricted, false) OR s.kpi IN (SELECT kpi FROM kpi_measure WHERE restricted) AS restricted,
       begins_before_history(r.as_at, s.reach_days, s.reach_months, p.history_from) AS partial,
       r.series_id,
       m.kind,
       r.withheld
FROM kpi_value_row r
JOIN kpi_series s USING (series_id)
LEFT JOIN kpi_dictionary m ON m.publication = r.publication AND m.kpi = s.kpi AND m.since <= r.as_at AND r.as_at < m.until
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

CREATE OR REPLACE VIEW kpi_value WITH (security_barrier) AS
SELECT v.publication, v.force, v.kpi, v.priority, v.basis, v."window", v.slice, v.as_at,
       CASE WHEN v.kind <> 'percentile' OR known.compared IS NOT FALSE THEN v.numerator END AS numerator,
       v.denominator,
       CASE WHEN v.kind = 'count' OR known.compared IS NOT FALSE THEN v.value END AS value,
       v.small, v.definition_hash, v.partial,
       CASE WHEN v.kind = 'share' AND known.compared IS NOT FALSE THEN wilson_95(v.numerator, v.denominator, -1) END AS lower,
       CASE WHEN v.kind = 'share' AND known.compared IS NOT FALSE THEN wilson_95(v.numerator, v.denominator, 1) END AS upper,
       false AS provisional,
       NULL::date AS data_through,
       known.compared,
       v.withheld
FROM kpi_value_every v
JOIN kpi_series s USING (series_id)
CROSS JOIN LATERAL (
    SELECT CASE WHEN s.part_by IN ('sex', 'age', 'ethnicity', 'disability')
        THEN enough_is_known(v.series_id, v.as_at, v.publication) END AS compared
    OFFSET 0) known
WHERE NOT v.restricted
UNION ALL
SELECT publication, force, kpi, priority, basis, "window", slice, as_at, NULL::int, NULL::int, value, small,
       definition_hash, partial, lower, upper, basis LIKE 'incidence%', data_through, NULL::boolean, NULL::text
FROM kpi_estimate_every
WHERE NOT restricted;

CREATE OR REPLACE VIEW kpi_value_conduct WITH (security_barrier) AS
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
       v.withheld
FROM kpi_value_every v
CROSS JOIN LATERAL (SELECT of_too_few(v.kind, v.numerator, v.denominator) AS suppressed) few
WHERE v.restricted
UNION ALL
SELECT e.publication, e.force, e.kpi, e.priority, e.basis, e."window", e.slice, e.as_at, NULL::int, NULL::int, e.value, e.small,
       e.definition_hash, e.partial, e.lower, e.upper, e.basis LIKE 'incidence%', e.data_through, false, NULL::text
FROM kpi_estimate_every e
WHERE e.restricted AND e.at_risk >= 5
  -- The difference from like cases tells the share itself: it is shown where that is, of a year that lies within its own two.
  AND (e.kpi NOT LIKE '%\_gap' OR EXISTS (
      SELECT 1
      FROM kpi_value_every v
      WHERE v.publication = e.publication AND v.force = e.force AND v.as_at = e.as_at AND v.kpi = left(e.kpi, -length('_gap'))
        AND v.basis = e.basis AND v."window" = '365d' AND v.slice = e.slice AND NOT of_too_few(v.kind, v.numerator, v.denominator)
  ));

CREATE OR REPLACE VIEW kpi_value_dashboard WITH (security_barrier) AS
SELECT v.publication, v.force, v.kpi, v.priority, v.basis, v."window", v.slice, v.as_at,
       CASE WHEN v.kind <> 'percentile' OR known.compared IS NOT FALSE THEN shown.numerator END AS numerator,
       shown.denominator,
       CASE WHEN v.kind = 'count' OR known.compared IS NOT FALSE THEN shown.value END AS value,
       v.small, v.definition_hash, v.partial,
       CASE WHEN v.kind = 'share' AND known.compared IS NOT FALSE THEN wilson_95(shown.numerator, shown.denominator, -1) END AS lower,
       CASE WHEN v.kind = 'share' AND known.compared IS NOT FALSE THEN wilson_95(shown.numerator, shown.denominator, 1) END AS upper,
       false AS provisional,
       NULL::date AS data_through,
       known.compared,
       v.withheld IS NOT NULL AS suppressed,
       s.finer AS monthly
FROM kpi_value_every v
JOIN kpi_series s USING (series_id)
CROSS JOIN LATERAL (
    SELECT CASE WHEN s.part_by IN ('sex', 'age', 'ethnicity', 'disability')
        THEN enough_is_known(v.series_id, v.as_at, v.publication) END AS compared
    OFFSET 0) known
LEFT JOIN LATERAL (SELECT v.numerator, v.denominator, v.value WHERE v.withheld IS NULL) shown ON true
WHERE NOT v.restricted AND (NOT s.finer OR extract(day FROM v.as_at) = 1 AND NOT v.partial)
UNION ALL
SELECT publication, force, kpi, priority, basis, "window", slice, as_at, NULL::int, NULL::int, value, small,
       definition_hash, partial, lower, upper, basis LIKE 'incidence%', data_through, NULL::boolean, false, false
FROM kpi_estimate_every
WHERE NOT restricted AND at_risk >= 5 AND finer_dimension(slice) IS NULL;

CREATE OR REPLACE VIEW kpi_limit_dashboard WITH (security_barrier) AS
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
       r.withheld IS NOT NULL AS suppressed
FROM kpi_limit_row r
JOIN kpi_series s USING (series_id)
LEFT JOIN kpi_dictionary m ON m.publication = r.publication AND m.kpi = s.kpi AND m.since <= r.as_at AND r.as_at < m.until
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

CREATE OR REPLACE VIEW kpi_funnel_dashboard WITH (security_barrier) AS
SELECT r.publication, s.force, s.kpi, m.priority, s.basis, s."window", s.slice,
       substring(s.slice FROM 'theme=([^;]+)') AS theme,
       substring(s.slice FROM 'lpa=([^;]+)') AS lpa,
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
LEFT JOIN kpi_dictionary m ON m.publication = r.publication AND m.kpi = s.kpi AND m.since <= r.as_at AND r.as_at < m.until
LEFT JOIN kpi_snapshot p ON p.publication = r.publication AND p.force = s.force AND p.as_at = r.as_at
LEFT JOIN LATERAL (
    SELECT v.numerator, v.denominator, r.centre, r.lower_95, r.upper_95, r.lower_998, r.upper_998 WHERE v.withheld IS NULL
) shown ON true
WHERE NOT (s.restricted OR coalesce(m.restricted, false) OR s.kpi IN (SELECT kpi FROM kpi_measure WHERE restricted))
  AND extract(day FROM r.as_at) = 1
  AND NOT begins_before_history(r.as_at, s.reach_days, s.reach_months, p.history_from);

CREATE OR REPLACE VIEW kpi_revision_dashboard WITH (security_barrier) AS
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

CREATE OR REPLACE VIEW easi_comparison_dashboard WITH (security_barrier) AS
SELECT e.publication, e.force, e.kpi, e.as_at, shown.treatment_events, shown.treatment_people, shown.treatment_risk, shown.control_events,
       shown.control_people, shown.control_risk, shown.difference, shown.difference_lower, shown.difference_upper, shown.ratio,
       shown.ratio_lower, shown.ratio_upper, e.small, shown.treatment_events IS NULL AS suppressed
FROM easi_comparison e
LEFT JOIN LATERAL (
    SELECT e.*
    WHERE NOT is_of_few('share', e.treatment_events, e.treatment_people) AND NOT is_of_few('share', e.control_events, e.control_people)
) shown ON true;

DROP FUNCTION gives_away(bigint, date, smallint, boolean), tells_another_part(bigint, date, smallint), is_oldest_of_withheld(bigint, date, smallint),
    gives_away_every(bigint, date, smallint, boolean), tells_another_part_every(bigint, date, smallint),
    is_oldest_of_withheld_every(bigint, date, smallint);
DROP VIEW kpi_part_every;
DROP FUNCTION adds_up_to_few(int, bigint, bigint, bigint), is_published_as_block(text);
