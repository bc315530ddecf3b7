-- Shares that are estimated, early and provisional, and intervals of the shares that are counted.

-- What was estimated, in one transaction with the snapshot's marker. A share that cannot be estimated has no row. All events
-- through data_through are in it; at_risk is the greatest number of cases at risk at one age.
CREATE TABLE kpi_estimate_row (
    series_id    bigint NOT NULL,
    value        double precision NOT NULL CHECK (value BETWEEN 0 AND 1),
    lower        double precision NOT NULL,
    upper        double precision NOT NULL,
    as_at        date NOT NULL,
    data_through date NOT NULL,
    at_risk      int NOT NULL CHECK (at_risk > 0),
    generation   smallint NOT NULL,
    PRIMARY KEY (series_id, as_at, generation),
    CHECK (lower <= value AND value <= upper)
);

CREATE INDEX kpi_estimate_row_as_at ON kpi_estimate_row USING brin (as_at) WITH (pages_per_range = 32);

CREATE TRIGGER published_estimates_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON kpi_estimate_row
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

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

-- The estimates under the names of kpi_value. Archives that tell no outcomes have none to estimate from.
CREATE VIEW kpi_estimate_every AS
SELECT r.generation,
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
       s.restricted OR coalesce(m.restricted, false) AS restricted,
       begins_before_history(r.as_at, s.reach_days, s.reach_months, p.history_from) AS partial
FROM kpi_estimate_row r
JOIN kpi_series s USING (series_id)
LEFT JOIN kpi_measure m USING (kpi)
LEFT JOIN kpi_snapshot p ON p.generation = r.generation AND p.force = s.force AND p.as_at = r.as_at
WHERE s.slice <> 'theme=violence_sexual' OR r.value > 0;

-- A counted share has an interval, an estimate has one and no counts. Only estimates are provisional.
CREATE OR REPLACE VIEW kpi_value WITH (security_barrier) AS
SELECT v.generation, v.force, v.kpi, v.priority, v.basis, v."window", v.slice, v.as_at, v.numerator, v.denominator, v.value, v.small,
       v.definition_hash, v.partial,
       CASE WHEN m.kind = 'share' THEN wilson_95(v.numerator, v.denominator, -1) END AS lower,
       CASE WHEN m.kind = 'share' THEN wilson_95(v.numerator, v.denominator, 1) END AS upper,
       false AS provisional,
       NULL::date AS data_through
FROM kpi_value_every v
LEFT JOIN kpi_measure m USING (kpi)
WHERE NOT v.restricted
UNION ALL
SELECT generation, force, kpi, priority, basis, "window", slice, as_at, NULL::int, NULL::int, value, small,
       definition_hash, partial, lower, upper, true, data_through
FROM kpi_estimate_every
WHERE NOT restricted;

GRANT SELECT, INSERT ON kpi_estimate_row TO vaiwg_writer;
