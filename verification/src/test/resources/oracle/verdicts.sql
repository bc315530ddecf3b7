-- The verdicts of totals and themes and the open matters, computed a second time from what was published: periods, signals, values, targets.
-- PostgreSQL; a row for each that is otherwise. :force is replaced.
WITH night AS MATERIALIZED (
    SELECT p.as_at, p.publication, p.history_from, p.as_at - (p.as_at - DATE '1970-01-01') % 28 AS ended
    FROM vaiwg.kpi_snapshot p
    WHERE p.force = ':force'
      AND ((p.as_at - DATE '1970-01-01') % 28 = 0 OR p.as_at = (SELECT max(as_at) FROM vaiwg.kpi_snapshot WHERE force = ':force'))
), newest AS MATERIALIZED (
    SELECT DISTINCT ON (n.as_at, s.signal_id) n.as_at AS night, s.signal_id, s.change, s.state
    FROM night n JOIN vaiwg.kpi_signal s ON s.force = ':force' AND s.as_at <= n.as_at
    ORDER BY n.as_at, s.signal_id, s.as_at DESC, s.change IN ('raised', 'confirmed', 'turned')
), standing AS MATERIALIZED (
    SELECT w.night, w.signal_id, w.state, r.kpi, r.slice, r.basis = 'daily' AS daily, r.as_at AS raised, r.since, r.day,
        CASE WHEN l.chart = 't' THEN -l.side WHEN l.side <> 0 THEN l.side WHEN r.observed >= r.expected THEN 1 ELSE -1 END AS amount
    FROM newest w
    JOIN vaiwg.kpi_signal r ON r.force = ':force' AND r.signal_id = w.signal_id AND r.change = 'raised'
    LEFT JOIN vaiwg.kpi_limit l ON l.force = ':force' AND l.kpi = r.kpi AND l.basis = r.basis AND l."window" = r."window" AND l.slice = r.slice
        AND l.as_at = r.as_at
    WHERE w.change IN ('raised', 'confirmed', 'turned')
), stock AS MATERIALIZED (
    SELECT v.kpi, v.slice, v.as_at, v.numerator, v.denominator,
        coalesce(substring(v.kpi FROM '_over_([0-9]+)d$'), substring(v.slice FROM '(?:^|;)over=([0-9]+)d'), CASE WHEN v.kpi = 'cps_overdue' THEN '28' END, '0')::int
            AS aged
    FROM vaiwg.kpi_value v
    WHERE v.force = ':force' AND v.basis = 'stock' AND NOT v.small AND v.slice !~ '(lpa|sex|age|ethnicity|disability)='
      AND v.as_at = ANY (ARRAY(SELECT ended FROM night UNION SELECT ended - 364 FROM night))
), goal AS MATERIALIZED (
    SELECT v.kpi, v.as_at, v.publication, v.basis, v."window", v.value, v.small, v.partial
    FROM vaiwg.kpi_value v
    WHERE v.force = ':force' AND v.slice = '' AND v.as_at = ANY (ARRAY(SELECT as_at FROM night))
), chart AS MATERIALIZED (
    SELECT l.kpi, l.basis, l."window", l.slice, l.as_at, l.chart, l.side, l.trial, l.value, l.lower, l.upper
    FROM vaiwg.kpi_limit l
    WHERE l.force = ':force' AND l.slice !~ '(lpa|sex|age|ethnicity|disability)='
), said AS MATERIALIZED (
    SELECT v.*
    FROM vaiwg.kpi_verdict v JOIN night n USING (as_at, publication)
    WHERE v.force = ':force' AND v.as_at = ANY (ARRAY(SELECT as_at FROM night))
), level AS MATERIALIZED (
    SELECT n.as_at AS night, v.kpi, v.slice, v.numerator, v.denominator, b.numerator AS n_before, b.denominator AS d_before, v.aged
    FROM night n
    JOIN stock v ON v.as_at = n.ended
    JOIN stock b ON b.as_at = n.ended - 364 AND b.kpi = v.kpi AND b.slice = v.slice
    JOIN vaiwg.kpi_measure m ON m.kpi = v.kpi AND m.kind IN ('share', 'count')
), judged AS MATERIALIZED (
    SELECT v.as_at, v.kpi, v.slice, v.state, v.target, v.since, v.basis = 'stock' AS stock, m.direction, n.history_from,
        l.kpi IS NOT NULL AS charted, l.trial, l.value,
        CASE WHEN l.trial THEN 0 WHEN l.value > l.upper THEN 1 WHEN l.value < l.lower THEN -1 ELSE 0 END * CASE WHEN l.chart = 't' THEN -1 ELSE 1 END AS beyond,
        -- A sexual harm prevention order lasts five years at least, one of stalking or domestic abuse two.
        v.basis = 'stock' AND v.kpi IN ('shpo_in_force', 'shpo_cumulative') AND v.as_at < n.history_from + 365 + 1826
            OR v.kpi = 'orders_in_force' AND v.slice ~ '(^|;)order_in_force=(spo|dapo)' AND v.as_at < n.history_from + 365 + 730
            OR v.basis = 'stock' AND v.kpi LIKE 'open\_over%'
            AND v.as_at < n.history_from + 3 * 365 + coalesce(substring(v.kpi FROM '_over_([0-9]+)d$'), substring(v.slice FROM '(?:^|;)over=([0-9]+)d'))::int AS young,
        -- A record of three years: what it knows of such orders may begin some days after it does, and is as young for these days more.
        v.kpi = 'orders_in_force' AND v.slice ~ '(^|;)order_in_force=(spo|dapo)' AND v.as_at < n.history_from + 365 + 730 + 28 AS perhaps_young,
        x.change, x.spread
    FROM said v
    JOIN night n USING (as_at, publication)
    JOIN vaiwg.kpi_measure m USING (kpi)
    LEFT JOIN chart l ON l.kpi = v.kpi AND l.basis = v.basis AND l."window" = v."window" AND l.slice = v.slice AND l.as_at = n.ended
    LEFT JOIN level e ON v.basis = 'stock' AND e.night = v.as_at AND e.kpi = v.kpi AND e.slice = v.slice AND n.ended - 364 >= n.history_from + 365 + e.aged
    LEFT JOIN LATERAL (
        SELECT CASE WHEN e.denominator IS NULL THEN e.numerator - e.n_before ELSE e.numerator::float8 / e.denominator - e.n_before::float8 / e.d_before END AS change,
            CASE WHEN e.denominator IS NULL THEN sqrt(e.numerator + e.n_before) ELSE sqrt((e.numerator + e.n_before)::float8 / (e.denominator + e.d_before)
                * (1 - (e.numerator + e.n_before)::float8 / (e.denominator + e.d_before)) * (1.0 / e.denominator + 1.0 / e.d_before)) END AS spread) x ON true
    WHERE v.judged_at IS NOT DISTINCT FROM CASE WHEN v.judged_at IS NULL THEN NULL ELSE n.ended END
      AND v.slice !~ '(lpa|sex|age|ethnicity|disability)=' AND v."window" <> '1m'
), told AS MATERIALIZED (
    SELECT j.as_at, j.kpi, j.slice, s.daily, s.state, s.since,
        CASE WHEN j.direction = 'none' THEN 'neither' WHEN (j.direction = 'up') = (s.amount > 0) THEN 'better' ELSE 'worse' END AS movement,
        NOT s.daily AND j.stock AND coalesce(j.value, 0) * s.amount <= 0 AS by_less,
        NOT s.daily AND j.beyond = s.amount AS beyond
    FROM judged j JOIN standing s ON s.night = j.as_at AND s.kpi = j.kpi AND s.slice = j.slice
), summed AS (
    SELECT j.*,
        bool_or((t.daily OR t.state = 'data_quality' OR t.movement <> 'better') AND NOT t.by_less) AS asks,
        bool_or((t.daily OR t.movement <> 'better') AND NOT t.by_less AND t.state = 'act' AND (t.daily OR t.beyond)) AS acts,
        bool_or(NOT t.daily AND t.state <> 'data_quality' AND t.movement = 'better' AND NOT t.by_less) AS better
    FROM judged j LEFT JOIN told t USING (as_at, kpi, slice)
    GROUP BY j.as_at, j.kpi, j.slice, j.state, j.target, j.since, j.stock, j.direction, j.history_from, j.charted, j.trial, j.value, j.beyond, j.young, j.perhaps_young, j.change, j.spread
), expected AS (
    SELECT *, CASE
        WHEN young THEN 'too_young'
        WHEN asks THEN CASE WHEN acts THEN 'act' ELSE 'watch' END
        WHEN stock AND direction <> 'none' AND abs(change) > 3 * spread AND (change > 0) <> (direction = 'up') THEN 'watch'
        WHEN better AND (NOT stock OR abs(change) > 3 * spread AND (change > 0) = (direction = 'up')) THEN 'improving'
        WHEN trial THEN 'not_charted'
        WHEN charted THEN 'no_change'
    END AS expected
    FROM summed
), held AS MATERIALIZED (
    SELECT m.as_at, m.matter, m.state, split_part(member, '|', 1) AS kpi, split_part(member, '|', 3) AS slice
    FROM vaiwg.kpi_matter m
    JOIN night n USING (as_at, publication)
    CROSS JOIN LATERAL unnest(array_append(m.shown_also || m.same_cases, m.kpi || '||' || m.slice)) member
    WHERE m.force = ':force'
), target AS (
    SELECT v.as_at, v.kpi, v.target, CASE WHEN b.target IS NULL OR r.value IS NULL OR r.small THEN 'none'
        WHEN m.direction = 'up' AND r.value >= b.target OR m.direction = 'down' AND r.value <= b.target THEN 'meets' ELSE 'short' END AS expected
    FROM said v
    JOIN vaiwg.kpi_measure m USING (kpi)
    LEFT JOIN goal r ON r.as_at = v.as_at AND r.publication = v.publication AND r.kpi = v.kpi AND r.basis = m.read_basis
        AND r."window" = m.read_window
    LEFT JOIN (
        SELECT DISTINCT ON (t.kpi) t.kpi, t.stated / CASE t.unit WHEN 'percent' THEN 100 ELSE 1 END AS target
        FROM vaiwg.kpi_benchmark t
        WHERE t.kind = 'target' AND t.slice = '' AND coalesce(t.reason, '') = '' AND t.until = 'infinity' AND t.force IN ('', ':force')
        ORDER BY t.kpi, t.force = '', t.valid_from DESC
    ) b ON b.kpi = v.kpi
    WHERE v.slice = '' AND (m.kind <> 'count' OR NOT coalesce(r.partial, true))
), matter AS MATERIALIZED (
    SELECT m.as_at, m.matter, m.raised, m.asked, m.due, m.since, m.day, unnest(m.signals) AS signal_id
    FROM vaiwg.kpi_matter m JOIN night n USING (as_at, publication) WHERE m.force = ':force'
), asked AS MATERIALIZED (
    SELECT v.as_at, unnest(v.signals) AS signal_id
    FROM said v
    WHERE v.state IN ('act', 'watch')
)
SELECT concat_ws(' | ', 'state', e.as_at, e.kpi, e.slice, 'expected ' || coalesce(o.expected, 'too_few, too_young or not_charted'), 'is ' || e.state) AS line
FROM expected e
CROSS JOIN LATERAL (
    -- What a matter to act on holds is to be acted on.
    SELECT CASE WHEN e.expected = 'watch'
            AND EXISTS (SELECT FROM held h WHERE h.as_at = e.as_at AND h.kpi = e.kpi AND h.slice = e.slice AND h.state = 'act')
        THEN 'act' ELSE e.expected END AS expected) o
WHERE e.state IS DISTINCT FROM o.expected AND NOT (o.expected IS NULL AND e.state IN ('too_few', 'too_young', 'not_charted'))
  AND NOT (e.perhaps_young AND e.state = 'too_young')
UNION ALL
SELECT concat_ws(' | ', 'a matter to act on of figures to watch', h.as_at, h.matter)
FROM held h LEFT JOIN expected e USING (as_at, kpi, slice)
WHERE h.state = 'act'
GROUP BY h.as_at, h.matter
HAVING bool_and(e.expected IS NOT NULL) AND NOT bool_or(e.expected = 'act')
UNION ALL
SELECT concat_ws(' | ', 'target', as_at, kpi, 'expected ' || expected, 'is ' || target) FROM target WHERE target <> expected
UNION ALL
SELECT concat_ws(' | ', 'clock', m.as_at, m.matter, m.raised, m.asked, m.due)
FROM (SELECT as_at, matter, raised, asked, due, since, day, array_agg(signal_id) AS signals FROM matter GROUP BY as_at, matter, raised, asked, due, since, day) m
WHERE m.due <> m.asked + 14
   OR m.asked <> m.raised
   OR m.day >= m.raised
   OR (m.raised, m.since) <> (SELECT s.raised, s.since FROM standing s WHERE s.night = m.as_at AND s.signal_id = ANY (m.signals) ORDER BY s.raised, s.since LIMIT 1)
UNION ALL
SELECT concat_ws(' | ', 'a signal that no figure is asked about', m.as_at, m.signal_id) FROM matter m WHERE (m.as_at, m.signal_id) NOT IN (SELECT as_at, signal_id FROM asked)
UNION ALL
SELECT concat_ws(' | ', 'a figure without a matter', v.as_at, v.kpi, v.slice)
FROM said v
WHERE v.state IN ('act', 'watch')
  AND NOT EXISTS (
    SELECT FROM vaiwg.kpi_matter m
    WHERE m.force = v.force AND m.as_at = v.as_at AND m.publication = v.publication
      AND (m.kpi = v.kpi AND m.slice = v.slice OR v.kpi || '|' || v.basis || '|' || v.slice = ANY (m.shown_also || m.same_cases)))
