-- The names that others rely on. The two views ending in _every hold restricted (conduct) series too and are granted
-- to nobody. The others are security barriers: without that, a reader's own function in a WHERE clause could be
-- evaluated on the rows that the view is about to leave out.

-- A measure may have left the dictionary: its published values stay readable, without priority or minimum.
CREATE VIEW kpi_value_every AS
SELECT r.generation,
       s.force,
       s.kpi,
       m.priority,
       s.basis,
       s."window",
       s.slice,
       r.as_at,
       r.numerator,
       r.denominator,
       CASE
           WHEN m.kind = 'count' OR r.denominator IS NULL THEN r.numerator::double precision
           ELSE r.numerator::double precision / nullif(r.denominator, 0)
       END AS value,
       coalesce(r.denominator < m.minimum_n, false) AS small,
       s.definition_hash,
       s.restricted OR coalesce(m.restricted, false) AS restricted
FROM kpi_value_row r
JOIN kpi_series s USING (series_id)
LEFT JOIN kpi_measure m USING (kpi);

CREATE VIEW kpi_value WITH (security_barrier) AS
SELECT generation, force, kpi, priority, basis, "window", slice, as_at, numerator, denominator, value, small,
       definition_hash
FROM kpi_value_every
WHERE NOT restricted;

CREATE VIEW kpi_value_conduct WITH (security_barrier) AS
SELECT generation, force, kpi, priority, basis, "window", slice, as_at, numerator, denominator, value, small,
       definition_hash
FROM kpi_value_every
WHERE restricted;

-- Only the current definition of a measure: history under an older rule is not restated any more. A day is mature
-- when its horizon has wholly passed before the newest snapshot of the force.
CREATE VIEW kpi_day_every AS
SELECT s.force,
       s.kpi,
       s.basis,
       s.slice,
       d.day,
       d.numerator,
       d.denominator,
       coalesce(d.day + s.horizon_days < newest.as_at, false) AS mature,
       s.restricted OR m.restricted AS restricted
FROM kpi_day_month dm
JOIN kpi_series s USING (series_id)
JOIN kpi_measure m ON m.kpi = s.kpi AND m.definition_hash = s.definition_hash
LEFT JOIN (SELECT force, max(as_at) AS as_at FROM kpi_snapshot GROUP BY force) newest ON newest.force = s.force
CROSS JOIN LATERAL (
    SELECT dm.month + (u.position - 1)::int AS day, u.numerator, u.denominator
    FROM unnest(dm.numerators, dm.denominators) WITH ORDINALITY AS u(numerator, denominator, position)
    WHERE u.numerator <> 0 OR u.denominator <> 0
) d;

CREATE VIEW kpi_day WITH (security_barrier) AS
SELECT force, kpi, basis, slice, day, numerator, denominator, mature
FROM kpi_day_every
WHERE NOT restricted;

CREATE VIEW kpi_day_conduct WITH (security_barrier) AS
SELECT force, kpi, basis, slice, day, numerator, denominator, mature
FROM kpi_day_every
WHERE restricted;
