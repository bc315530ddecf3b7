-- The block charts of totals and themes, computed a second time from what was published: points, limits, rules, moves of the
-- records, and where signals are raised. Its tables are those of charts-tables.sql.

-- The slice without the value of a measure's own dimension: what is left are cuts, of which there are these.
CREATE OR REPLACE MACRO theme_slice(slice) AS array_to_string(list_filter(string_split(slice, ';'), one -> regexp_matches(one,
    '^(theme|lpa|sex|age|ethnicity|disability|stratum|headline|arm|route|relationship|day|time|characteristic)=')), ';');

CREATE OR REPLACE TABLE charted AS
WITH candidate AS (
    SELECT DISTINCT v.force, v.kpi, v.basis, v."window", v.slice,
        CASE
            WHEN v.basis LIKE 'matured\_%d' ESCAPE '\' THEN 0
            WHEN v.basis = 'recorded' THEN 1
            WHEN v.basis = 'assigned' THEN 2
            WHEN v.basis LIKE 'settled\_%d' ESCAPE '\' THEN 3
            ELSE 4
        END AS rank,
        coalesce(try_cast(regexp_extract(v.basis, '_(\d+)d$', 1) AS int), 0) AS lag
    FROM published_value v JOIN measure m USING (kpi)
    WHERE ((v."window" = '28d' AND regexp_matches(v.basis, '^(matured_\d+d|recorded|assigned|settled_\d+d)$')) OR v.basis = 'stock')
      AND regexp_matches(theme_slice(v.slice), '^(|theme=[a-z_]+)$')
      AND m.charted),
-- Of frozen bases the one with the shortest horizon; beside it, shown only, the one of the horizon at which the figure is read.
first AS (SELECT kpi, min_by(basis, (rank, lag)) AS basis, true AS signals FROM candidate GROUP BY kpi),
of_basis AS (
    SELECT * FROM first
    UNION ALL
    SELECT DISTINCT c.kpi, c.basis, false FROM candidate c JOIN measure m USING (kpi) JOIN first f USING (kpi)
    WHERE f.basis LIKE 'matured%' AND c.basis = 'matured_' || m.read_lag || 'd' AND c.basis <> f.basis)
SELECT c.*, o.signals, m.kind, m.priority, m.minimum_n, m.tells_of_records,
    -- How much there was follows the seasons.
    c.basis <> 'stock' AND m.kind IN ('count', 'population_rate') AS seasonal,
    substr(theme_slice(c.slice), 7) AS theme,
    -- How its points lie about their centre: a stock is judged by its changes, whatever it is.
    CASE
        WHEN c.basis = 'stock' THEN 'change'
        WHEN m.kind IN ('rate', 'population_rate') THEN 'rate'
        WHEN m.kind = 'share' THEN 'share'
        ELSE 'number'
    END AS scale,
    -- Outcomes, steps and earlier crimes of what was recorded before the history are missing from its first year; a stock begins empty.
    -- What is old in it is missing for as long again, by the age that a value of its own dimension names.
    CASE WHEN c.basis = 'stock' THEN 365 + coalesce(try_cast(regexp_extract(c.slice, '(^|;)over=(\d+)d', 2) AS int), m.aged_days) WHEN c.basis = 'assigned' OR m.looks_back THEN 365 ELSE 0 END AS run_in
FROM candidate c JOIN of_basis o USING (kpi, basis) JOIN measure m USING (kpi)
WHERE o.signals OR theme_slice(c.slice) IN ('', 'theme=rape', 'theme=other_sexual', 'theme=stalking_harassment', 'theme=domestic_abuse');

-- What a reader of the register would understand: a line concerns all, a measure, a theme, or all counts.
CREATE OR REPLACE TABLE rebase AS
SELECT DISTINCT c.force, c.kpi, c.slice, r.day
FROM charted c, (SELECT day, unnest(string_split(affects, ' ')) AS affects FROM rebase_register) r
WHERE r.affects = 'all'
   OR r.affects = 'measure=' || c.kpi
   OR (r.affects = 'unit=volume' AND c.kind = 'count')
   OR (r.affects = theme_slice(c.slice) AND theme_slice(c.slice) <> '')
   OR (r.affects = 'cut=theme' AND theme_slice(c.slice) <> '');

CREATE OR REPLACE TABLE every_point AS
WITH block AS (
    SELECT c.*, s.as_at, s.history_from,
        (s.as_at - 28 - c.lag)::date AS first_day,
        (s.as_at - 1 - c.lag)::date AS last_day,
        CASE WHEN c.kind = 'count' THEN coalesce(v.numerator, 0) ELSE v.numerator END AS part,
        CASE WHEN c.kind = 'count' THEN 0 ELSE v.denominator END AS whole
    FROM charted c
    JOIN published_snapshot s ON s.force = c.force AND date_diff('day', DATE '1970-01-01', s.as_at) % 28 = 0
    -- A count of nothing has no row.
    LEFT JOIN published_value v ON v.force = c.force AND v.kpi = c.kpi AND v.basis = c.basis AND v."window" = c."window"
        AND v.slice = c.slice AND v.as_at = s.as_at),
shown AS (
    SELECT *, CASE WHEN kind IN ('share', 'rate', 'population_rate') THEN part::double / whole ELSE part::double END AS level
    FROM block
    WHERE kind = 'count' OR whole >= minimum_n),
inside AS (
    SELECT b.*,
        CASE WHEN b.scale = 'change' THEN b.level - o.level ELSE b.level END AS value,
        -- Limits are made of what followed the start of the history, or the last rebase since.
        greatest(b.history_from, coalesce((SELECT max(r.day) FROM rebase r WHERE r.force = b.force AND r.kpi = b.kpi
            AND r.slice = b.slice AND r.day <= b.first_day), b.history_from))::text AS segment
    FROM shown b
    LEFT JOIN shown o ON o.force = b.force AND o.kpi = b.kpi AND o.basis = b.basis AND o.slice = b.slice AND o.as_at = b.as_at - 28
        AND o.history_from = b.history_from
    WHERE b.first_day >= b.history_from + b.run_in
      AND (b.scale <> 'change' OR o.level IS NOT NULL))
SELECT *, row_number() OVER (PARTITION BY force, kpi, basis, slice, segment ORDER BY as_at) AS pos FROM inside;

-- What has seasons is judged beside the same days a year before, thirteen blocks, once there are two such blocks; until then it is on trial.
CREATE OR REPLACE TABLE point AS
WITH yearly AS (
    SELECT p.* EXCLUDE (scale, segment, pos), 'year' AS scale, p.segment || ' year' AS segment, y.value AS beside,
        row_number() OVER (PARTITION BY p.force, p.kpi, p.basis, p.slice, p.segment ORDER BY p.as_at) AS pos
    FROM every_point p
    JOIN every_point y ON y.force = p.force AND y.kpi = p.kpi AND y.basis = p.basis AND y.slice = p.slice AND y.segment = p.segment
        AND y.first_day = (p.first_day - 364)::date
    WHERE p.seasonal)
SELECT *, NULL::double AS beside FROM every_point p
WHERE NOT seasonal OR NOT EXISTS (
    SELECT 1 FROM yearly y WHERE y.force = p.force AND y.kpi = p.kpi AND y.basis = p.basis AND y.slice = p.slice
        AND y.segment = p.segment || ' year' AND y.pos = 2 AND y.as_at <= p.as_at)
UNION ALL BY NAME
SELECT * FROM yearly;

-- For each point the blocks that make its limits: the first twelve since the rebase, or as many as there are.
CREATE OR REPLACE TABLE basis_of_limits AS
WITH pooled AS (
    SELECT p.force, p.kpi, p.basis, p.slice, p.as_at, p.scale,
        CASE WHEN p.scale = 'share' THEN sum(b.part)::double / sum(b.whole) ELSE avg(b.value - coalesce(b.beside, 0)) END AS centre,
        avg(b.part) AS mean_part, avg(b.whole) AS mean_whole
    FROM point p
    JOIN point b ON b.force = p.force AND b.kpi = p.kpi AND b.basis = p.basis AND b.slice = p.slice AND b.segment = p.segment
        AND b.pos <= least(12, p.pos)
    GROUP BY p.force, p.kpi, p.basis, p.slice, p.as_at, p.scale),
standard AS (
    SELECT p.force, p.kpi, p.basis, p.slice, p.as_at, p.scale, b.pos,
        CASE WHEN p.scale = 'share' THEN (b.value - o.centre) / sqrt(o.centre * (1 - o.centre) / b.whole) ELSE b.value - coalesce(b.beside, 0) END AS z
    FROM pooled o
    JOIN point p USING (force, kpi, basis, slice, as_at, scale)
    JOIN point b ON b.force = p.force AND b.kpi = p.kpi AND b.basis = p.basis AND b.slice = p.slice AND b.segment = p.segment
        AND b.pos <= least(12, p.pos)
    WHERE p.scale <> 'share' OR (o.centre > 0 AND o.centre < 1)),
moving AS (
    SELECT force, kpi, basis, slice, as_at, scale,
        abs(z - lag(z) OVER (PARTITION BY force, kpi, basis, slice, as_at, scale ORDER BY pos)) AS range
    FROM standard)
SELECT o.*, r.mean_range / 1.128 AS sigma_between
FROM pooled o
JOIN (SELECT force, kpi, basis, slice, as_at, scale, avg(range) AS mean_range FROM moving GROUP BY ALL) r
    USING (force, kpi, basis, slice, as_at, scale);

CREATE OR REPLACE TABLE expected_limit AS
WITH sigmas AS (
    SELECT p.*, CASE WHEN p.scale = 'year' THEN greatest(0, p.beside + o.centre) ELSE o.centre END AS centre,
        o.centre AS of_baseline, o.mean_part, o.mean_whole,
        CASE
            WHEN p.scale <> 'share' THEN o.sigma_between
            WHEN o.mean_whole >= 1000 OR o.sigma_between > 1 THEN o.sigma_between * sqrt(o.centre * (1 - o.centre) / p.whole)
            ELSE sqrt(o.centre * (1 - o.centre) / p.whole)
        END AS sigma
    FROM point p JOIN basis_of_limits o USING (force, kpi, basis, slice, as_at, scale))
SELECT *,
    CASE
        WHEN scale IN ('rate', 'change', 'year') THEN scale
        WHEN scale = 'number' THEN 'xmr'
        WHEN mean_whole >= 1000 OR sigma > (1 + 1e-12) * sqrt(centre * (1 - centre) / whole) THEN 'laney'
        ELSE 'p'
    END AS chart,
    CASE WHEN scale = 'change' THEN centre - 3 * sigma ELSE greatest(0, centre - 3 * sigma) END AS lower,
    CASE WHEN scale = 'share' THEN least(1, centre + 3 * sigma) ELSE centre + 3 * sigma END AS upper,
    pos < 12 OR (seasonal AND scale <> 'year') AS trial
FROM sigmas
WHERE pos > 1 AND sigma > 0
  -- What is rare by the first twelve blocks of all is told by the days between.
  AND NOT (scale = 'year' AND (SELECT avg(b.part) < 5 FROM every_point b WHERE b.force = sigmas.force AND b.kpi = sigmas.kpi
      AND b.basis = sigmas.basis AND b.slice = sigmas.slice AND b.segment || ' year' = sigmas.segment AND b.pos <= 12))
  AND CASE
      -- In cases: fewer than a count of five a block spreads.
      WHEN scale = 'change' THEN (sigma * CASE WHEN kind = 'count' THEN 1 ELSE mean_whole END) ^ 2 >= 5
      WHEN scale = 'share' THEN least(mean_part, mean_whole - mean_part) >= 5
      WHEN kind = 'percentile' THEN true
      ELSE mean_part >= 5
  END;

-- Every earlier point of the segment beside the limits of a point: a share's limits are as wide as its own denominator makes them.
CREATE OR REPLACE TABLE placed AS
SELECT l.force, l.kpi, l.basis, l.slice, l.as_at, l.pos, l.scale, l.trial, q.as_at AS of_as_at, q.pos AS of_pos, q.value,
    q.first_day AS of_first_day, q.last_day AS of_last_day,
    (q.value - CASE WHEN l.scale = 'year' THEN greatest(0, q.beside + l.of_baseline) ELSE l.centre END) / (l.sigma * CASE WHEN l.scale = 'share' THEN sqrt(l.whole::double / q.whole) ELSE 1 END) AS z
FROM expected_limit l
JOIN point q ON q.force = l.force AND q.kpi = l.kpi AND q.basis = l.basis AND q.slice = l.slice AND q.segment = l.segment AND q.pos <= l.pos;

-- The rules that the newest point of each chart completes under its own limits.
CREATE OR REPLACE TABLE completed_at AS
WITH runs AS (
    SELECT *,
        -- What is left of numbers that cancel out is no side.
        sum(CASE WHEN abs(z) < 1e-9 THEN 0 ELSE sign(z) END) OVER seven AS same_side,
        count(*) OVER seven AS of_seven,
        sum(sign(value - before)) OVER six AS same_way,
        count(before) OVER six AS of_six,
        count(*) FILTER (WHERE z > 2) OVER three AS outer_above,
        count(*) FILTER (WHERE z < -2) OVER three AS outer_below,
        count(*) OVER three AS of_three
    FROM (SELECT *, lag(value) OVER (PARTITION BY force, kpi, basis, slice, as_at ORDER BY of_pos) AS before FROM placed)
    WINDOW
        seven AS (PARTITION BY force, kpi, basis, slice, as_at ORDER BY of_pos ROWS 6 PRECEDING),
        six AS (PARTITION BY force, kpi, basis, slice, as_at ORDER BY of_pos ROWS 5 PRECEDING),
        three AS (PARTITION BY force, kpi, basis, slice, as_at ORDER BY of_pos ROWS 2 PRECEDING))
SELECT force, kpi, basis, slice, as_at, unnest(rules) AS rule_side
FROM (
    SELECT force, kpi, basis, slice, as_at, list_filter([
        CASE WHEN z > 3 THEN 'outside 1' WHEN z < -3 THEN 'outside -1' END,
        CASE WHEN of_seven = 7 AND same_side = 7 THEN 'shift 1' WHEN of_seven = 7 AND same_side = -7 THEN 'shift -1' END,
        -- A season rises for as long as it lasts.
        CASE WHEN scale = 'year' THEN NULL WHEN of_six = 6 AND same_way = 6 THEN 'trend 1' WHEN of_six = 6 AND same_way = -6 THEN 'trend -1' END,
        CASE WHEN of_three = 3 AND z > 2 AND outer_above >= 2 THEN 'outer_third 1'
             WHEN of_three = 3 AND z < -2 AND outer_below >= 2 THEN 'outer_third -1' END
    ], lambda rule: rule IS NOT NULL) AS rules
    FROM runs WHERE of_pos = pos AND NOT trial)
WHERE len(rules) > 0;

-- Days in which records of a theme moved more from block to block than by chance, as known at each block end.
CREATE OR REPLACE TABLE record_move AS
SELECT r.force, r.kpi, r.theme, r.as_at, d.of_first_day AS first_day, d.of_last_day AS last_day
FROM expected_limit r
JOIN (
    SELECT *, z - lag(z) OVER (PARTITION BY force, kpi, basis, slice, as_at ORDER BY of_pos) AS step FROM placed
) d USING (force, kpi, basis, slice, as_at)
WHERE r.tells_of_records AND r.pos >= 12 AND abs(d.step) > 3.267 * 1.128;

CREATE OR REPLACE TABLE moved_point AS
SELECT p.force, p.kpi, p.basis, p.slice, p.as_at
FROM every_point p
WHERE p.priority <> 'recording'
  AND EXISTS (
    SELECT 1 FROM record_move m
    WHERE m.force = p.force AND m.as_at = p.as_at AND m.first_day <= p.last_day AND p.first_day <= m.last_day
      AND m.theme = CASE
          WHEN EXISTS (SELECT 1 FROM every_point q WHERE q.force = p.force AND q.tells_of_records AND q.theme = p.theme AND q.as_at = p.as_at)
          THEN p.theme ELSE '' END);

-- Rare events: blocks whose figure is, by the mean of those that decide, fewer than five a block; else, of a share, those it does not count.
CREATE OR REPLACE TABLE rare_point AS
SELECT p.*, avg(b.part) < 5 AS counted
FROM every_point p
JOIN every_point b ON b.force = p.force AND b.kpi = p.kpi AND b.basis = p.basis AND b.slice = p.slice AND b.segment = p.segment AND b.pos <= least(12, p.pos)
WHERE p.kind <> 'percentile' AND p.scale <> 'change' AND NOT p.tells_of_records
GROUP BY ALL
HAVING avg(b.part) < 5 OR (p.scale = 'share' AND avg(b.whole) - avg(b.part) < 5);

-- The days from one event to the next, each known from the block in which the next lies; blocks follow each other without a gap.
CREATE OR REPLACE TABLE time_between AS
WITH event AS (
    SELECT p.force, p.kpi, p.basis, p.slice, p.segment, p.as_at, p.pos, d.counted, d.day, p.as_at - (28 * p.pos)::int AS unbroken
    FROM every_point p
    JOIN published_event_day d ON d.force = p.force AND d.kpi = p.kpi AND d.basis = p.basis AND d.slice = p.slice
        AND d.day BETWEEN p.first_day AND p.last_day),
between_events AS (
    SELECT *, day - lag(day) OVER (PARTITION BY force, kpi, basis, slice, segment, counted, unbroken ORDER BY day) AS days FROM event)
SELECT *, days ^ (1 / 3.6) AS x, row_number() OVER (PARTITION BY force, kpi, basis, slice, segment, counted ORDER BY day) AS number
FROM between_events WHERE days IS NOT NULL;

-- The times that were known at each rare block, beside limits from those of the first twelve blocks, twelve at least.
CREATE OR REPLACE TABLE placed_time AS
WITH known AS (
    SELECT p.force, p.kpi, p.basis, p.slice, p.as_at, p.pos, p.counted, g.pos AS of_pos, g.number, (g.day - g.days::int)::date AS from_day, g.days, g.x,
        greatest(12, count(*) FILTER (WHERE g.pos <= 12) OVER reading) AS making,
        count(*) OVER reading AS times
    FROM rare_point p
    JOIN time_between g ON g.force = p.force AND g.kpi = p.kpi AND g.basis = p.basis AND g.slice = p.slice AND g.segment = p.segment AND g.counted = p.counted
        AND g.pos <= p.pos
    WINDOW reading AS (PARTITION BY p.force, p.kpi, p.basis, p.slice, p.as_at)),
moving AS (
    SELECT *, abs(x - lag(x) OVER (PARTITION BY force, kpi, basis, slice, as_at ORDER BY number)) AS range FROM known WHERE number <= making),
limits AS (
    SELECT force, kpi, basis, slice, as_at, avg(x) AS centre, avg(range) / 1.128 AS sigma FROM moving GROUP BY ALL)
SELECT k.*, l.centre, l.sigma, (k.x - l.centre) / l.sigma AS z,
    sum(CASE WHEN abs(k.x - l.centre) < 1e-9 * l.sigma THEN 0 ELSE sign(k.x - l.centre) END) OVER seven AS same_side
FROM known k JOIN limits l USING (force, kpi, basis, slice, as_at)
WHERE l.sigma > 0 AND k.times >= 2 AND k.pos >= 2
WINDOW seven AS (PARTITION BY force, kpi, basis, slice, as_at ORDER BY number ROWS 6 PRECEDING);

-- What each rare block shows: one of the times that end in it.
CREATE OR REPLACE TABLE expected_time AS
WITH ending AS (
    SELECT *, least(times, pos) < 12 AS trial,
        CASE
            WHEN least(times, pos) < 12 THEN NULL
            WHEN abs(z) > 3 THEN 'outside ' || sign(z)::int
            WHEN abs(same_side) = 7 THEN 'shift ' || sign(same_side)::int
        END AS rule_side
    FROM placed_time WHERE of_pos = pos)
-- A point outside is less likely than a run of seven, the less so the farther; of what is as likely the last is shown.
SELECT p.force, p.kpi, p.basis, p.slice, p.as_at, p.first_day, t.trial, t.number, CASE WHEN t.counted THEN 't' ELSE 't_rest' END AS chart, t.days::double AS value,
    greatest(0, t.centre - 3 * t.sigma) ^ 3.6 AS lower, t.centre ^ 3.6 AS centre, (t.centre + 3 * t.sigma) ^ 3.6 AS upper,
    CASE WHEN t.rule_side IS NOT NULL THEN [t.rule_side] END AS rules
FROM ending t JOIN every_point p USING (force, kpi, basis, slice, as_at)
QUALIFY row_number() OVER (
    PARTITION BY p.force, p.kpi, p.basis, p.slice, p.as_at
    ORDER BY t.rule_side IS NULL, t.rule_side LIKE 'shift%', CASE WHEN t.rule_side LIKE 'outside%' THEN abs(t.z) END DESC, t.number DESC) = 1;

-- What was said of blocks and is not so, or was not said and is.
CREATE OR REPLACE TABLE limit_difference AS
WITH of_blocks AS (
    SELECT l.*, list(c.rule_side) FILTER (WHERE c.rule_side IS NOT NULL) AS rules
    FROM expected_limit l LEFT JOIN completed_at c USING (force, kpi, basis, slice, as_at)
    GROUP BY ALL),
expected AS (
    SELECT force, kpi, basis, slice, as_at, first_day, trial, chart, value, lower, centre, upper, rules FROM of_blocks
    UNION ALL BY NAME
    SELECT * FROM expected_time)
SELECT concat_ws(' | ', coalesce(e.force, a.force), coalesce(e.kpi, a.kpi), coalesce(e.basis, a.basis), coalesce(e.slice, a.slice), coalesce(e.as_at, a.as_at),
    'expected ' || concat_ws(' ', e.chart, e.first_day, e.value, e.lower, e.centre, e.upper, e.trial, e.rules),
    'is ' || concat_ws(' ', a.chart, a.first_day, a.value, a.lower, a.centre, a.upper, a.trial, a.rule, a.side)) AS line
FROM expected e
FULL JOIN actual_limit a ON a.force = e.force AND a.kpi = e.kpi AND a.basis = e.basis AND a.slice = e.slice AND a.as_at = e.as_at
WHERE e.force IS NULL
   OR a.force IS NULL
   OR e.chart <> a.chart
   OR e.first_day <> a.first_day
   OR e.trial <> a.trial
   OR abs(e.value - a.value) > 1e-9 * (1 + abs(e.value))
   OR abs(e.lower - a.lower) > 1e-9 * (1 + abs(e.upper))
   OR abs(e.centre - a.centre) > 1e-9 * (1 + abs(e.upper))
   OR abs(e.upper - a.upper) > 1e-9 * (1 + abs(e.upper))
   OR (a.rule IS NULL) <> (coalesce(len(e.rules), 0) = 0)
   OR (a.rule IS NOT NULL AND NOT list_contains(e.rules, concat_ws(' ', a.rule, a.side)));

-- Where the points of each reading lie, of blocks and of times alike: in order, since which day each tells, and one sigma of chance alone.
CREATE OR REPLACE TABLE position AS
SELECT p.force, p.kpi, p.basis, p.slice, p.as_at, p.of_pos AS ord, p.of_first_day AS since, p.z, p.scale NOT IN ('year') AS has_season,
    CASE
        WHEN l.scale = 'change' OR l.kind = 'percentile' THEN 0
        WHEN l.scale = 'year' AND l.kind = 'count' THEN sqrt(2) * sqrt(l.centre)
        WHEN l.scale = 'year' THEN sqrt(2) * sqrt(l.centre / l.whole)
        WHEN l.kind = 'count' THEN sqrt(l.centre)
        WHEN l.scale = 'share' THEN sqrt(l.centre * (1 - l.centre) / l.whole)
        ELSE sqrt(l.centre / l.whole)
    END / l.sigma AS chance
FROM placed p JOIN expected_limit l USING (force, kpi, basis, slice, as_at, scale)
UNION ALL
SELECT p.force, p.kpi, p.basis, p.slice, p.as_at, p.number, p.from_day, p.z, false, 0.3085 * p.centre / p.sigma
FROM placed_time p JOIN expected_time t USING (force, kpi, basis, slice, as_at) WHERE p.number <= t.number;

-- What was said goes on for as long as blocks say the same: the same side, and of service or data alike.
CREATE OR REPLACE TABLE said AS
WITH followed AS (
    SELECT a.*, m.kpi IS NOT NULL AS moved,
        lag(a.rule) OVER chart AS rule_before,
        lag(a.side) OVER chart AS side_before,
        lag(m.kpi IS NOT NULL) OVER chart AS moved_before
    FROM actual_limit a LEFT JOIN moved_point m USING (force, kpi, basis, slice, as_at)
    WINDOW chart AS (PARTITION BY a.force, a.kpi, a.basis, a.slice ORDER BY a.as_at)),
begun AS (
    SELECT *, (rule_before IS NULL OR side_before <> side OR moved_before <> moved) AS begins FROM followed WHERE rule IS NOT NULL),
numbered AS (
    SELECT *, sum(begins::int) OVER (PARTITION BY force, kpi, basis, slice ORDER BY as_at) AS signal FROM begun),
newest AS (SELECT force, kpi, basis, slice, as_at, max(ord) AS newest FROM position GROUP BY ALL),
sinces AS (
    -- Since the first of the points at which the rule looked that raised it.
    SELECT n.force, n.kpi, n.basis, n.slice, n.signal, n.rule AS raised_by, p.since
    FROM numbered n JOIN newest w USING (force, kpi, basis, slice, as_at) JOIN position p USING (force, kpi, basis, slice, as_at)
    WHERE n.begins AND p.ord = greatest(1, w.newest + 1 - CASE n.rule WHEN 'outside' THEN 1 WHEN 'outer_third' THEN 3 ELSE 7 END))
SELECT n.*, i.since, i.raised_by FROM numbered n JOIN sinces i USING (force, kpi, basis, slice, signal);

-- How surely the points since then differ from those before, and from those a year before: Student's t as a normal deviate (Wallace),
-- where sigma is estimated; what chance alone makes is known.
CREATE OR REPLACE TABLE evidence AS
WITH placed_said AS (
    SELECT s.force, s.kpi, s.basis, s.slice, s.as_at, s.side, p.ord, p.since, p.z, p.chance, p.has_season, p.since >= s.since AS after,
        abs(p.z - lag(p.z) OVER (PARTITION BY s.force, s.kpi, s.basis, s.slice, s.as_at ORDER BY p.ord)) AS range
    FROM said s JOIN position p USING (force, kpi, basis, slice, as_at)),
measured AS (
    SELECT force, kpi, basis, slice, as_at, side, any_value(has_season) AS has_season,
        count(*) FILTER (WHERE after) AS k, count(*) FILTER (WHERE NOT after) AS n,
        avg(z) FILTER (WHERE after) - avg(z) FILTER (WHERE NOT after) AS apart,
        max(chance) AS least, greatest(max(chance), avg(range) FILTER (WHERE NOT after) / 1.128) AS sigma
    FROM placed_said GROUP BY ALL),
paired AS (
    SELECT a.force, a.kpi, a.basis, a.slice, a.as_at, count(*) AS pairs, avg(a.z - b.z) AS apart
    FROM placed_said a JOIN placed_said b USING (force, kpi, basis, slice, as_at)
    WHERE a.after AND NOT b.after AND b.since = (a.since - 364)::date
    GROUP BY ALL),
student AS (
    SELECT m.*, side * m.apart / (sigma * sqrt(1 / k + 1 / n)) AS t, side * y.apart / (sigma * sqrt(2 / pairs)) AS t_year, CASE WHEN sigma > least THEN 0.62 * (n - 1) END AS freedom
    FROM measured m LEFT JOIN paired y ON m.has_season AND (m.force, m.kpi, m.basis, m.slice, m.as_at) = (y.force, y.kpi, y.basis, y.slice, y.as_at)
    WHERE n >= 3)
SELECT *, coalesce(sign(t) * (8 * freedom + 1) / (8 * freedom + 3) * sqrt(freedom * ln(1 + t * t / freedom)), t) AS deviate,
    coalesce(sign(t_year) * (8 * freedom + 1) / (8 * freedom + 3) * sqrt(freedom * ln(1 + t_year * t_year / freedom)), t_year) AS of_year
FROM student;

-- A signal is told at the first of its blocks whose evidence is enough: more for the many charts outside the pack.
CREATE OR REPLACE TABLE raise_difference AS
WITH told AS (
    SELECT s.*, CASE WHEN s.moved THEN 'data_quality' WHEN s.begins THEN 'watch' ELSE 'act' END AS state
    FROM said s JOIN evidence e USING (force, kpi, basis, slice, as_at)
    JOIN measure m USING (kpi)
    WHERE (kpi, basis) IN (SELECT (kpi, basis) FROM charted WHERE signals)
      AND deviate >= CASE WHEN m.in_pack AND theme_slice(slice) IN ('', 'theme=rape', 'theme=other_sexual', 'theme=stalking_harassment', 'theme=domestic_abuse')
          THEN 3 ELSE 3.89 END
      AND coalesce(of_year >= 1.96, true)),
expected AS (
    SELECT force, kpi, basis, slice, min(as_at) AS as_at, raised_by AS rule, min_by(state, as_at) AS state
    FROM told GROUP BY force, kpi, basis, slice, signal, raised_by)
SELECT concat_ws(' | ', coalesce(e.force, a.force), coalesce(e.kpi, a.kpi), coalesce(e.basis, a.basis), coalesce(e.slice, a.slice), coalesce(e.as_at, a.as_at),
    concat('expected ', e.rule, ' ', e.state), concat('is ', a.rule, ' ', a.state)) AS line
FROM expected e
FULL JOIN actual_raise a ON a.force = e.force AND a.kpi = e.kpi AND a.basis = e.basis AND a.slice = e.slice AND a.as_at = e.as_at
WHERE e.rule IS DISTINCT FROM a.rule OR e.state IS DISTINCT FROM a.state;

-- What was said of records for figures of the day: each chart of records speaks as of its own newest block, also where that ended earlier.
CREATE OR REPLACE TABLE expected_move AS
WITH ending AS (SELECT DISTINCT force, as_at FROM actual_move),
telling AS (
    SELECT e.force, e.as_at, p.kpi, p.theme, max(p.as_at) AS newest
    FROM ending e JOIN point p ON p.force = e.force AND p.as_at <= e.as_at
    WHERE p.tells_of_records
    GROUP BY ALL),
known AS (
    SELECT t.force, t.as_at, t.theme, m.first_day, m.last_day
    FROM telling t JOIN record_move m ON m.force = t.force AND m.kpi = t.kpi AND m.theme = t.theme AND m.as_at = t.newest),
asked AS (
    SELECT *, CASE WHEN EXISTS (SELECT 1 FROM telling t WHERE t.force = a.force AND t.as_at = a.as_at AND t.theme = a.theme)
        THEN a.theme ELSE '' END AS of_theme
    FROM actual_move a),
expected AS (
    SELECT a.*, count(k.theme) > 0 AS expected
    FROM asked a LEFT JOIN known k ON k.force = a.force AND k.as_at = a.as_at AND k.theme = a.of_theme
        AND k.first_day <= a.last_day AND a.first_day <= k.last_day
    GROUP BY ALL)
SELECT *, concat_ws(' | ', force, theme, as_at, first_day, last_day, concat('expected ', expected), concat('is ', moved)) AS line
FROM expected;
