-- The rule that groups are compared only by a characteristic that is known of four in five (enough_is_known) holds for whoever reads the table
-- of figures, not for dashboards alone: where it is not met there is no share and no interval. Counts stay, and kpi_value_every has all. Asked
-- once a row: without OFFSET 0 the planner would ask for each column that needs it.
CREATE OR REPLACE VIEW kpi_value WITH (security_barrier) AS
SELECT v.publication, v.force, v.kpi, v.priority, v.basis, v."window", v.slice, v.as_at, v.numerator, v.denominator,
       CASE WHEN v.kind = 'count' OR known.compared IS NOT FALSE THEN v.value END AS value,
       v.small, v.definition_hash, v.partial,
       CASE WHEN v.kind = 'share' AND known.compared IS NOT FALSE THEN wilson_95(v.numerator, v.denominator, -1) END AS lower,
       CASE WHEN v.kind = 'share' AND known.compared IS NOT FALSE THEN wilson_95(v.numerator, v.denominator, 1) END AS upper,
       false AS provisional,
       NULL::date AS data_through,
       known.compared
FROM kpi_value_every v
CROSS JOIN LATERAL (
    SELECT CASE WHEN slice_part_by(v.slice) IN ('sex', 'age', 'ethnicity', 'disability')
        THEN enough_is_known(v.series_id, v.as_at, v.publication) END AS compared
    OFFSET 0) known
WHERE NOT v.restricted
UNION ALL
SELECT publication, force, kpi, priority, basis, "window", slice, as_at, NULL::int, NULL::int, value, small,
       definition_hash, partial, lower, upper, basis LIKE 'incidence%', data_through, NULL::boolean
FROM kpi_estimate_every
WHERE NOT restricted;
