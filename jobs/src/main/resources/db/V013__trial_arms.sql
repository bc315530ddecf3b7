-- The trial of the early awareness programme: the arms' risks beside one another. Of the difference Newcombe's hybrid score interval (1998,
-- method 10), made of the arms' own; of the ratio Katz's on the logarithm (1978), none where an arm had no event. An arm below the
-- measure's least number of people makes the comparison small: it is there, and is not shown.
CREATE VIEW easi_comparison WITH (security_barrier) AS
WITH arm AS (
    SELECT generation, force, kpi, as_at, slice, numerator AS events, denominator AS people, value AS risk, lower, upper, small
    FROM kpi_value
    WHERE kpi LIKE 'easi_reoffending_%'
), compared AS (
    SELECT t.generation, t.force, t.kpi, t.as_at,
           t.events AS treatment_events, t.people AS treatment_people, t.risk AS treatment_risk,
           c.events AS control_events, c.people AS control_people, c.risk AS control_risk,
           t.risk - c.risk AS difference,
           sqrt((t.risk - t.lower) ^ 2 + (c.upper - c.risk) ^ 2) AS below,
           sqrt((t.upper - t.risk) ^ 2 + (c.risk - c.lower) ^ 2) AS above,
           CASE WHEN t.events > 0 AND c.events > 0 THEN t.risk / c.risk END AS ratio,
           CASE WHEN t.events > 0 AND c.events > 0 THEN exp(1.959963984540054::double precision
               * sqrt(1.0::double precision / t.events - 1.0::double precision / t.people
                   + 1.0::double precision / c.events - 1.0::double precision / c.people)) END AS spread,
           t.small OR c.small AS small
    FROM arm t
    JOIN arm c USING (generation, force, kpi, as_at)
    WHERE t.slice = 'arm=treatment' AND c.slice = 'arm=control'
)
SELECT generation, force, kpi, as_at, treatment_events, treatment_people, treatment_risk, control_events, control_people, control_risk,
       difference, difference - below AS difference_lower, difference + above AS difference_upper,
       ratio, ratio / spread AS ratio_lower, ratio * spread AS ratio_upper, small
FROM compared;

GRANT SELECT ON easi_comparison TO vaiwg_reader, vaiwg_conduct, vaiwg_explain;
