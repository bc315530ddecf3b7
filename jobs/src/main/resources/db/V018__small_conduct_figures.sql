-- Of a few people a number says whom it is about: restricted figures have none where their part, their rest, or a percentile's cases
-- are fewer than five. Who may read them sees that there is a figure, and that it is too small. What can be inferred from two larger
-- figures is not kept from this role: it is for those who may see the matters.
CREATE FUNCTION of_too_few(kind text, numerator int, denominator int) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(denominator < 5, false)
        OR kind IS DISTINCT FROM 'percentile' AND (numerator < 5 OR coalesce(abs(denominator - numerator) < 5, false))
$$;

CREATE OR REPLACE VIEW kpi_value_conduct WITH (security_barrier) AS
SELECT v.generation, v.force, v.kpi, v.priority, v.basis, v."window", v.slice, v.as_at,
       CASE WHEN NOT few.suppressed THEN v.numerator END AS numerator,
       CASE WHEN NOT few.suppressed THEN v.denominator END AS denominator,
       CASE WHEN NOT few.suppressed THEN v.value END AS value,
       v.small,
       v.definition_hash, v.partial,
       CASE WHEN m.kind = 'share' AND NOT few.suppressed THEN wilson_95(v.numerator, v.denominator, -1) END AS lower,
       CASE WHEN m.kind = 'share' AND NOT few.suppressed THEN wilson_95(v.numerator, v.denominator, 1) END AS upper,
       false AS provisional,
       NULL::date AS data_through,
       few.suppressed
FROM kpi_value_every v
LEFT JOIN kpi_measure m USING (kpi)
CROSS JOIN LATERAL (SELECT of_too_few(m.kind, v.numerator, v.denominator) AS suppressed) few
WHERE v.restricted
UNION ALL
SELECT e.generation, e.force, e.kpi, e.priority, e.basis, e."window", e.slice, e.as_at, NULL::int, NULL::int, e.value, e.small,
       e.definition_hash, e.partial, e.lower, e.upper, e.basis LIKE 'incidence%', e.data_through, false
FROM kpi_estimate_every e
WHERE e.restricted AND e.at_risk >= 5
  -- The difference from like cases tells the share itself: it is shown where that is, of a year that lies within its own two.
  AND (e.kpi NOT LIKE '%\_gap' OR EXISTS (
      SELECT 1
      FROM kpi_value_every v
      LEFT JOIN kpi_measure m USING (kpi)
      WHERE v.generation = e.generation AND v.force = e.force AND v.as_at = e.as_at AND v.kpi = left(e.kpi, -length('_gap'))
        AND v.basis = e.basis AND v."window" = '365d' AND v.slice = e.slice AND NOT of_too_few(m.kind, v.numerator, v.denominator)
  ));

CREATE OR REPLACE VIEW kpi_day_conduct WITH (security_barrier) AS
SELECT d.force, d.kpi, d.basis, d.slice, d.day,
       CASE WHEN NOT few.suppressed THEN d.numerator END AS numerator,
       CASE WHEN NOT few.suppressed THEN d.denominator END AS denominator,
       d.mature,
       few.suppressed
FROM kpi_day_every d
LEFT JOIN kpi_measure m USING (kpi)
CROSS JOIN LATERAL (SELECT of_too_few(m.kind, d.numerator, d.denominator) AS suppressed) few
WHERE d.restricted;
