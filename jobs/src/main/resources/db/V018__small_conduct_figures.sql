-- Of a few people a number says whom it is about: restricted figures have none where their part, their rest, or a percentile's cases
-- are fewer than five. Who may read them sees that there is a figure, and that it is too small.
CREATE FUNCTION of_too_few(kind text, numerator int, denominator int) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE kind
        WHEN 'percentile' THEN denominator < 5
        ELSE numerator < 5 OR coalesce(abs(denominator - numerator) < 5, false)
    END
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
SELECT generation, force, kpi, priority, basis, "window", slice, as_at, NULL::int, NULL::int, value, small,
       definition_hash, partial, lower, upper, basis LIKE 'incidence%', data_through, false
FROM kpi_estimate_every
WHERE restricted AND at_risk >= 5;

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
