-- The age of the oldest stands beside how many there are, which is a count of another measure: where dashboards do not have that count, they do
-- not have the age either, whose number of cases would tell it.
ALTER TABLE kpi_dictionary ADD COLUMN oldest_of text;

ALTER TABLE kpi_dictionary DISABLE TRIGGER dictionaries_stay;
UPDATE kpi_dictionary SET oldest_of = CASE kpi WHEN 'cps_overdue_oldest_days' THEN 'cps_overdue' ELSE 'cps_resubmission_overdue' END
WHERE kpi IN ('cps_overdue_oldest_days', 'cps_resubmission_oldest_days');
ALTER TABLE kpi_dictionary ENABLE TRIGGER dictionaries_stay;

-- Whether a figure is the oldest of cases whose count is withheld from dashboards. It has the rights of its owner, as gives_away has.
CREATE FUNCTION is_oldest_of_withheld(series bigint, midnight date, of_publication smallint) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path FROM CURRENT AS $$
    SELECT EXISTS (
        SELECT
        FROM kpi_series own
        JOIN kpi_dictionary m ON m.publication = of_publication AND m.kpi = own.kpi AND m.since <= midnight AND midnight < m.until
        JOIN kpi_part_every count ON count.force = own.force AND count.kpi = m.oldest_of AND count.basis = own.basis
            AND count."window" = own."window" AND count.slice = own.slice AND count.as_at = midnight AND count.publication = of_publication
            AND NOT count.of_blocks
        WHERE own.series_id = series
          AND (count.few OR count.part_of IS NOT NULL AND gives_away(count.series_id, midnight, of_publication, false)))
$$;

REVOKE ALL ON FUNCTION is_oldest_of_withheld(bigint, date, smallint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION is_oldest_of_withheld(bigint, date, smallint) TO vaiwg_dashboard;

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
      AND (v.kind IS DISTINCT FROM 'percentile' OR NOT is_oldest_of_withheld(v.series_id, v.as_at, v.publication))
) shown ON true
WHERE NOT v.restricted AND (NOT s.finer OR extract(day FROM v.as_at) = 1 AND NOT v.partial)
UNION ALL
SELECT publication, force, kpi, priority, basis, "window", slice, as_at, NULL::int, NULL::int, value, small,
       definition_hash, partial, lower, upper, basis LIKE 'incidence%', data_through, NULL::boolean, false, false
FROM kpi_estimate_every
WHERE NOT restricted AND at_risk >= 5 AND finer_dimension(slice) IS NULL;
