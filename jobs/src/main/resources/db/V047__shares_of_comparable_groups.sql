-- The rule that groups are compared only by a characteristic that is known of four in five (enough_is_known) holds for whoever reads the table
-- of figures, not for dashboards alone: where it is not met there is no share and no interval, and no percentile, which is the numerator itself.
-- Counts stay, and kpi_value_every has all. Asked once a row: without OFFSET 0 the planner would ask for each column that needs it.
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
       known.compared
FROM kpi_value_every v
JOIN kpi_series s USING (series_id)
CROSS JOIN LATERAL (
    SELECT CASE WHEN s.part_by IN ('sex', 'age', 'ethnicity', 'disability')
        THEN enough_is_known(v.series_id, v.as_at, v.publication) END AS compared
    OFFSET 0) known
WHERE NOT v.restricted
UNION ALL
SELECT publication, force, kpi, priority, basis, "window", slice, as_at, NULL::int, NULL::int, value, small,
       definition_hash, partial, lower, upper, basis LIKE 'incidence%', data_through, NULL::boolean
FROM kpi_estimate_every
WHERE NOT restricted;

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
       shown.numerator IS NULL AS suppressed,
       s.finer AS monthly
FROM kpi_value_every v
JOIN kpi_series s USING (series_id)
CROSS JOIN LATERAL (
    SELECT CASE WHEN s.part_by IN ('sex', 'age', 'ethnicity', 'disability')
        THEN enough_is_known(v.series_id, v.as_at, v.publication) END AS compared
    OFFSET 0) known
LEFT JOIN LATERAL (
    SELECT v.numerator, v.denominator, v.value
    WHERE (NOT of_too_few(v.kind, v.numerator, v.denominator) OR v.kpi IN (SELECT kpi FROM kpi_measure WHERE about_nobody))
      AND (s.part_of IS NULL OR NOT gives_away(v.series_id, v.as_at, v.publication, false))
) shown ON true
WHERE NOT v.restricted AND (NOT s.finer OR extract(day FROM v.as_at) = 1 AND NOT v.partial)
UNION ALL
SELECT publication, force, kpi, priority, basis, "window", slice, as_at, NULL::int, NULL::int, value, small,
       definition_hash, partial, lower, upper, basis LIKE 'incidence%', data_through, NULL::boolean, false, false
FROM kpi_estimate_every
WHERE NOT restricted AND at_risk >= 5 AND finer_dimension(slice) IS NULL;
