-- Closed blocks beside their limits, and policing areas side by side.

-- A block as it was published at the midnight that ended it, in one transaction with the snapshot's marker. Nothing here is restated.
-- The window of the series is the block's: 28d, or 1m where a source knows months only.
CREATE TABLE kpi_limit_row (
    series_id   bigint NOT NULL,
    value       double precision NOT NULL,
    lower       double precision NOT NULL,
    centre      double precision NOT NULL,
    upper       double precision NOT NULL,
    as_at       date NOT NULL,
    first_day   date NOT NULL,
    numerator   int NOT NULL,
    denominator int,
    -- How many blocks there are since the limits began: they are made of the first twelve, and on trial until then.
    blocks      int NOT NULL CHECK (blocks > 1),
    generation  smallint NOT NULL,
    -- On which side of the centre the rule is completed; 0 where none is.
    side        smallint NOT NULL CHECK ((side <> 0) = (rule IS NOT NULL)),
    trial       boolean NOT NULL CHECK (trial = (blocks < 12)),
    chart       text NOT NULL CHECK (chart IN ('xmr', 'rate', 'p', 'laney')),
    variation   text CHECK (variation IN ('common_cause', 'improvement', 'concern', 'neutral')),
    rule        text CHECK (rule IN ('outside', 'shift', 'trend', 'outer_third')),
    assurance   text CHECK (assurance IN ('passes', 'fails', 'hit_or_miss')),
    PRIMARY KEY (series_id, as_at, generation),
    CHECK (lower <= centre AND centre <= upper),
    CHECK (trial = (variation IS NULL)),
    CHECK (NOT trial OR (rule IS NULL AND assurance IS NULL))
);

CREATE TRIGGER published_limits_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON kpi_limit_row
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Restricted figures have no charts: they are too few for blocks.
CREATE VIEW kpi_limit WITH (security_barrier) AS
SELECT r.generation,
       s.force,
       s.kpi,
       m.priority,
       s.basis,
       s."window",
       s.slice,
       r.as_at,
       r.first_day,
       CASE
           WHEN s."window" = '1m' THEN (r.first_day + make_interval(months => 1, days => -1))::date
           ELSE r.first_day + 27
       END AS last_day,
       r.numerator,
       r.denominator,
       r.value,
       r.lower,
       r.centre,
       r.upper,
       r.blocks,
       r.trial,
       r.chart,
       r.variation,
       r.rule,
       r.side,
       r.assurance
FROM kpi_limit_row r
JOIN kpi_series s USING (series_id)
LEFT JOIN kpi_measure m USING (kpi)
WHERE NOT (s.restricted OR coalesce(m.restricted, false));

-- The ranges in which areas of their size are to be expected; the shares themselves are in kpi_value_row, published with them.
CREATE TABLE kpi_funnel_row (
    series_id  bigint NOT NULL,
    centre     double precision NOT NULL,
    lower_95   double precision NOT NULL,
    upper_95   double precision NOT NULL,
    lower_998  double precision NOT NULL,
    upper_998  double precision NOT NULL,
    as_at      date NOT NULL,
    generation smallint NOT NULL,
    PRIMARY KEY (series_id, as_at, generation),
    CHECK (lower_998 <= lower_95 AND lower_95 <= centre AND centre <= upper_95 AND upper_95 <= upper_998)
);

CREATE TRIGGER published_funnels_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON kpi_funnel_row
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Areas side by side, never ranked. place: one area in forty lies above the warning limit by chance, one in a thousand above the outer one.
CREATE VIEW kpi_funnel WITH (security_barrier) AS
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
       v.numerator,
       v.denominator,
       v.numerator::double precision / v.denominator AS value,
       r.centre,
       r.lower_95,
       r.upper_95,
       r.lower_998,
       r.upper_998,
       CASE
           WHEN v.numerator::double precision / v.denominator > r.upper_998 THEN 'far above'
           WHEN v.numerator::double precision / v.denominator > r.upper_95 THEN 'above'
           WHEN v.numerator::double precision / v.denominator < r.lower_998 THEN 'far below'
           WHEN v.numerator::double precision / v.denominator < r.lower_95 THEN 'below'
           ELSE 'within'
       END AS place
FROM kpi_funnel_row r
JOIN kpi_value_row v USING (series_id, as_at, generation)
JOIN kpi_series s USING (series_id)
LEFT JOIN kpi_measure m USING (kpi)
WHERE NOT (s.restricted OR coalesce(m.restricted, false));

GRANT SELECT, INSERT ON kpi_limit_row, kpi_funnel_row TO vaiwg_writer;
GRANT SELECT ON kpi_limit, kpi_funnel TO vaiwg_reader, vaiwg_conduct, vaiwg_explain;
