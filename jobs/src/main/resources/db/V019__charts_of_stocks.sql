-- Charts of stocks, of shares of which nearly all are counted, and of figures that are published over windows longer than a block.
--
-- change: value, lower, centre and upper are by how much a stock, or its share, changed from the block end before; numerator and denominator
-- are the stock as it stands when the block ends. t_rest: days between two of those that the numerator does not count.
ALTER TABLE kpi_limit_row DROP CONSTRAINT kpi_limit_row_chart_check;
ALTER TABLE kpi_limit_row ADD CONSTRAINT kpi_limit_row_chart_check
    CHECK (chart IN ('xmr', 'rate', 'p', 'laney', 't', 't_rest', 'change'));
ALTER TABLE kpi_limit_row ADD CONSTRAINT kpi_limit_row_rest_check
    CHECK (chart <> 't_rest'
        OR (assurance IS NULL AND denominator > numerator AND coalesce(rule, 'shift') IN ('outside', 'shift')));
ALTER TABLE kpi_limit_row ADD CONSTRAINT kpi_limit_row_change_check CHECK (chart <> 'change' OR assurance IS NULL);

-- Restricted figures have no charts: they are too few for blocks. A block of days is one of 28 days also where its series is that of a longer
-- window; what stands has none.
CREATE OR REPLACE VIEW kpi_limit WITH (security_barrier) AS
SELECT r.generation,
       s.force,
       s.kpi,
       m.priority,
       s.basis,
       CASE WHEN s."window" IN ('1m', 'all') THEN s."window" ELSE '28d' END AS "window",
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
