-- Measures may share out one whole, as the stages at which support ended do: the one that is withheld is the whole less the others. Then the next
-- smallest is withheld too.
ALTER TABLE kpi_dictionary ADD COLUMN one_of text;

-- What was published before adds up too: without "another stage" to what is left.
ALTER TABLE kpi_dictionary DISABLE TRIGGER dictionaries_stay;
UPDATE kpi_dictionary SET one_of = 'withdrawal_stage'
WHERE kpi IN ('withdrawal_before_statement', 'withdrawal_after_statement', 'withdrawal_at_cps', 'withdrawal_at_another_stage');
UPDATE kpi_dictionary SET one_of = 'withdrawal_reason'
WHERE kpi IN ('withdrawal_for_fear', 'withdrawal_for_length', 'withdrawal_for_court', 'withdrawal_uninformed', 'withdrawal_for_other_support',
              'withdrawal_for_device', 'withdrawal_reason_not_given', 'withdrawal_for_another_reason');
UPDATE kpi_dictionary SET one_of = 'complaint_category'
WHERE kpi IN ('complaints_duties', 'complaints_discrimination', 'complaints_abuse', 'complaints_behaviour', 'complaints_sexual', 'complaints_others');
ALTER TABLE kpi_dictionary ENABLE TRIGGER dictionaries_stay;

-- Whether a figure would tell, with the other measures of its whole, what is withheld of one: at least two are withheld, if one is, and those
-- withheld come to five at least. What is in no measure is one of those withheld. It has the rights of its owner, as gives_away has.
CREATE FUNCTION tells_another_part(series bigint, midnight date, of_publication smallint) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path FROM CURRENT AS $$
    WITH part AS MATERIALIZED (
        SELECT own.kpi AS own, part.kpi, part.counted, part.whole,
               part.few OR part.part_of IS NOT NULL AND gives_away(part.series_id, midnight, of_publication, false) AS withheld
        FROM kpi_series own
        JOIN kpi_dictionary m ON m.publication = of_publication AND m.kpi = own.kpi AND m.since <= midnight AND midnight < m.until
        JOIN kpi_dictionary other ON other.publication = of_publication AND other.one_of = m.one_of
            AND other.since <= midnight AND midnight < other.until
        JOIN kpi_part_every part ON part.force = own.force AND part.kpi = other.kpi AND part.basis = own.basis AND part."window" = own."window"
            AND part.slice = own.slice AND part.as_at = midnight AND part.publication = of_publication AND NOT part.of_blocks
        WHERE own.series_id = series
    ), told AS (
        SELECT bool_or(withheld) AS any_withheld,
               coalesce(count(*) FILTER (WHERE withheld OR is_before), 0) AS before,
               coalesce(sum(counted) FILTER (WHERE withheld OR is_before), 0) AS sum_before,
               greatest(max(whole) - sum(counted), 0) AS in_no_measure
        FROM (
            SELECT part.*, (part.counted, part.kpi COLLATE "C") < (mine.counted, mine.kpi COLLATE "C") AS is_before
            FROM part JOIN part mine ON mine.kpi = mine.own
        ) ordered
    )
    SELECT coalesce((any_withheld OR in_no_measure BETWEEN 1 AND 4)
        AND (before + (in_no_measure > 0)::int < 2 OR sum_before + in_no_measure < 5), false)
    FROM told
$$;

REVOKE ALL ON FUNCTION tells_another_part(bigint, date, smallint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tells_another_part(bigint, date, smallint) TO vaiwg_dashboard;

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
      AND (v.kpi NOT IN (SELECT kpi FROM kpi_dictionary WHERE one_of IS NOT NULL) OR NOT tells_another_part(v.series_id, v.as_at, v.publication))
) shown ON true
WHERE NOT v.restricted AND (NOT s.finer OR extract(day FROM v.as_at) = 1 AND NOT v.partial)
UNION ALL
SELECT publication, force, kpi, priority, basis, "window", slice, as_at, NULL::int, NULL::int, value, small,
       definition_hash, partial, lower, upper, basis LIKE 'incidence%', data_through, NULL::boolean, false, false
FROM kpi_estimate_every
WHERE NOT restricted AND at_risk >= 5 AND finer_dimension(slice) IS NULL;
