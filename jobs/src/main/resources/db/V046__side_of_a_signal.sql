-- Which way a figure moved: by the rule that its chart completes, where it has one. The days between rare events are longer where there is less.
CREATE OR REPLACE VIEW kpi_signal_dashboard WITH (security_barrier) AS
SELECT s.publication, s.force, s.as_at, s.signal_id, s.kpi, s.priority, s.basis, s."window", s.slice, s.rule, s.state, s.change, s.day, s.since,
       CASE WHEN s.basis = 'daily' AND s.observed >= 5 THEN s.observed END AS observed,
       CASE WHEN s.basis = 'daily' AND s.observed >= 5 THEN s.expected END AS expected,
       coalesce(
           nullif(CASE l.chart WHEN 't' THEN -l.side ELSE l.side END, 0),
           CASE WHEN s.observed >= s.expected THEN 1 ELSE -1 END)::smallint AS side,
       s.sigma_z, s.false_alarms
FROM kpi_signal_every s
LEFT JOIN kpi_limit l USING (publication, force, kpi, basis, "window", slice, as_at)
WHERE NOT s.restricted;
