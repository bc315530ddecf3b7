-- What counts, by force, purpose, measure, basis, slice and day: one row for each case, entry or step. Panes are sums of these.

CREATE TABLE contribution AS
SELECT c.force, c.purpose, c.as_at, c.kpi, c.basis, c.unit, c.k,
    concat_ws(';', CASE WHEN c.characteristic IS NOT NULL THEN 'characteristic=' || c.characteristic END, nullif(s.slice, '')) AS slice,
    c.pane_day AS day,
    CASE WHEN c.part THEN 1 ELSE 0 END AS numerator,
    CASE WHEN c.kpi IN (SELECT kpi FROM rate_for) THEN 0 ELSE 1 END AS denominator,
    -- Which case, as it was judged; of other contributions it is not kept.
    c.id
FROM case_in_measure c
JOIN case_slice s USING (id)
JOIN measure_family f ON f.kpi = c.kpi AND f.family = s.family;

INSERT INTO measure (kpi, kind, bases, windows, families, streams) VALUES
    ('open_over_90d', 'share', 'stock', NULL, 'TOTAL THEME THEME_DETAIL THEME_AND_LPA VICTIM_SEX AGE_BAND ETHNICITY DISABILITY',
        'crime-recording outcome'),
    ('spo_breaches_order_years', 'rate', 'stock', '365d', 'TOTAL', 'stalking'),
    ('orphan_outcomes', 'count', 'assigned', NULL, 'TOTAL', 'outcome'),
    ('spo_applied_rate', 'rate', 'recorded', '28d 90d 365d fytd', 'TOTAL', 'crime-recording stalking'),
    ('easi_completion', 'share', 'stock', NULL, 'TOTAL PROGRAMME_ROUTE', 'stalking'),
    ('spo_granted_share', 'share', 'assigned', '90d 365d', 'TOTAL', 'stalking'),
    ('spo_breach_rate', 'share', 'settled_365d', '365d', 'TOTAL', 'stalking'),
    ('easi_places_filled', 'count', 'stock', NULL, 'TOTAL PROGRAMME_ROUTE PERPETRATOR_AGE PERPETRATOR_SEX PERPETRATOR_RELATIONSHIP', 'stalking'),
    ('easi_places_12m', 'count', 'recorded', '28d 365d', 'TOTAL PROGRAMME_ROUTE', 'stalking'),
    ('easi_controls_12m', 'count', 'recorded', '365d', 'TOTAL', 'stalking'),
    ('easi_risk_fell', 'share', 'stock', NULL, 'TOTAL PROGRAMME_ROUTE', 'stalking'),
    ('easi_risk_rose', 'share', 'stock', NULL, 'TOTAL PROGRAMME_ROUTE', 'stalking'),
    ('easi_trial_risk_rose', 'share', 'stock', NULL, 'TRIAL_ARM', 'stalking');

INSERT INTO measure (kpi, kind, bases, windows, families, streams, named) VALUES
    ('open_over_180d', 'share', 'stock', NULL, 'TOTAL THEME THEME_DETAIL THEME_AND_LPA', 'crime-recording outcome', 'open_over over=180d'),
    ('open_over_365d', 'share', 'stock', NULL, 'TOTAL THEME THEME_DETAIL THEME_AND_LPA', 'crime-recording outcome', 'open_over over=365d'),
    ('spo_in_force', 'count', 'stock', NULL, 'TOTAL DOMESTIC_ABUSE_AND_LPA', 'stalking', 'orders_in_force order_in_force=spo'),
    ('easi_consented', 'count', 'stock', NULL, 'TOTAL PROGRAMME_ROUTE', 'stalking', 'easi_reached step=consented'),
    ('easi_started', 'count', 'stock', NULL, 'TOTAL PROGRAMME_ROUTE', 'stalking', 'easi_reached step=started'),
    ('easi_all_six', 'count', 'stock', NULL, 'TOTAL PROGRAMME_ROUTE', 'stalking', 'easi_reached step=all_six'),
    ('easi_referred', 'count', 'stock', NULL, 'TOTAL', 'stalking', 'easi_put_forward step=referred'),
    ('easi_eligible', 'count', 'stock', NULL, 'TOTAL', 'stalking', 'easi_put_forward step=eligible'),
    ('easi_trial_risk_fell', 'share', 'stock', NULL, 'TRIAL_ARM', 'stalking', 'easi_trial_better assessed=risk'),
    ('easi_trial_factors_better', 'share', 'stock', NULL, 'TRIAL_ARM', 'stalking', 'easi_trial_better assessed=factors'),
    ('easi_trial_distress_better', 'share', 'stock', NULL, 'TRIAL_ARM', 'stalking', 'easi_trial_better assessed=distress'),
    ('easi_trial_functioning_better', 'share', 'stock', NULL, 'TRIAL_ARM', 'stalking', 'easi_trial_better assessed=functioning'),
    ('easi_trial_risk_assessed', 'share', 'stock', NULL, 'TRIAL_ARM', 'stalking', 'easi_trial_assessed assessed=risk'),
    ('easi_trial_factors_assessed', 'share', 'stock', NULL, 'TRIAL_ARM', 'stalking', 'easi_trial_assessed assessed=factors'),
    ('easi_trial_distress_assessed', 'share', 'stock', NULL, 'TRIAL_ARM', 'stalking', 'easi_trial_assessed assessed=distress'),
    ('easi_trial_functioning_assessed', 'share', 'stock', NULL, 'TRIAL_ARM', 'stalking', 'easi_trial_assessed assessed=functioning');

-- Open crimes: each enters when it is recorded and leaves with its outcome; among the older ones it enters so many days after, and
-- leaves with its outcome if that comes later, else at once.
INSERT INTO contribution BY NAME
SELECT c.force, c.purpose, c.as_at, o.kpi, 'stock' AS basis, 'd' AS unit, 0 AS k, s.slice, e.day, e.numerator, e.denominator, c.id
FROM known_case c
JOIN case_slice s USING (id)
JOIN measure_family f ON f.family = s.family
JOIN (VALUES ('open_over_90d', 90), ('open_over_180d', 180), ('open_over_365d', 365)) AS o(kpi, days) ON o.kpi = f.kpi,
LATERAL (VALUES
    (c.recorded_day, 0, 1),
    (c.recorded_day + o.days, 1, 0),
    (greatest(c.assigned_day, c.recorded_day), 0, -1),
    (greatest(c.assigned_day, c.recorded_day + o.days), -1, 0)
) AS e(day, numerator, denominator)
WHERE c.active AND NOT c.month_only AND c.purpose <> 'maturity'
    AND (c.assigned_day IS NOT NULL OR e.numerator + e.denominator > 0);

-- Outcomes whose crime is not known.
INSERT INTO contribution BY NAME
SELECT j.force, j.purpose, j.as_at, 'orphan_outcomes' AS kpi, 'assigned' AS basis, 'd' AS unit, 0 AS k, '' AS slice,
    o.assigned_day AS day, 1 AS numerator, 1 AS denominator
FROM judgement j JOIN current_outcome o USING (id)
WHERE j.purpose <> 'maturity' AND o.date_resolution = 'DAY' AND j.id NOT IN (SELECT id FROM current_crime);

-- The steps of perpetrators as known: each version number is a step and stands; of copies that differ one is believed.
CREATE TABLE known_step AS
WITH moment AS (
    SELECT force, 'as_at' AS purpose, as_at, midnight(as_at) AS instant FROM wanted
    UNION ALL
    SELECT DISTINCT force, 'end', NULL::DATE, 9223372036854775807 FROM wanted
), believed AS (
    SELECT m.*, s.perpetrator_id, s.version, s.step, s.date_resolution, s.happened_at,
        s.risk, s.referred, s.eligible, s.risk_factors, s.distress, s.functioning, s.sex, s.age_band, s.relationship,
        s.programme_arm AS arm, s.programme_disposal_at AS disposal_at, s.programme_route AS route, s.programme_session AS session,
        s.changed_at
    FROM moment m JOIN step s USING (force)
    WHERE s.known_at <= m.instant
    QUALIFY row_number() OVER (
        PARTITION BY m.force, m.purpose, m.as_at, s.perpetrator_id, s.version ORDER BY s.changed_at DESC, s.event_id DESC) = 1
)
SELECT *, london_day(happened_at) AS day FROM believed WHERE date_resolution = 'DAY';

-- Applications for stalking protection orders, for each stalking crime recorded with a named suspect.
INSERT INTO contribution BY NAME
SELECT force, purpose, as_at, 'spo_applied_rate' AS kpi, 'recorded' AS basis, 'd' AS unit, 0 AS k, '' AS slice, day,
    1 AS numerator, 0 AS denominator
FROM known_step WHERE step = 'ORDER_APPLIED'
UNION ALL
SELECT force, purpose, as_at, 'spo_applied_rate', 'recorded', 'd', 0, '', recorded_day, 0, 1
FROM known_case
WHERE active AND offence_kind = 'stalking' AND suspect_identified AND NOT month_only AND purpose <> 'maturity';

-- Decisions on full orders, by their day; an interim order is none.
INSERT INTO contribution BY NAME
SELECT force, purpose, as_at, 'spo_granted_share' AS kpi, 'assigned' AS basis, 'd' AS unit, 0 AS k, '' AS slice, day,
    CASE step WHEN 'FULL_ORDER_GRANTED' THEN 1 ELSE 0 END AS numerator, 1 AS denominator
FROM known_step WHERE step IN ('FULL_ORDER_GRANTED', 'ORDER_REFUSED');

-- People under a full order: from each grant until the next end or the next grant, grants of one instant once; and each breach.
INSERT INTO contribution BY NAME
WITH full_order AS (
    SELECT g.force, g.purpose, g.as_at, g.day, london_day(min(o.happened_at)) AS over_day
    FROM known_step g
    LEFT JOIN known_step o ON o.force = g.force AND o.purpose = g.purpose AND o.as_at IS NOT DISTINCT FROM g.as_at
        AND o.perpetrator_id = g.perpetrator_id
        AND CASE o.step WHEN 'ORDER_ENDED' THEN o.happened_at >= g.happened_at
                        WHEN 'FULL_ORDER_GRANTED' THEN o.happened_at > g.happened_at ELSE false END
    WHERE g.step = 'FULL_ORDER_GRANTED'
    GROUP BY g.force, g.purpose, g.as_at, g.perpetrator_id, g.happened_at, g.day
)
SELECT o.force, o.purpose, o.as_at, m.kpi, 'stock' AS basis, 'd' AS unit, 0 AS k, '' AS slice, e.day,
    m.counted * e.denominator AS numerator, e.denominator
FROM full_order o, LATERAL (VALUES (o.day, 1), (o.over_day, -1)) AS e(day, denominator),
LATERAL (VALUES ('spo_breaches_order_years', 0), ('spo_in_force', 1)) AS m(kpi, counted)
WHERE e.day IS NOT NULL
UNION ALL
SELECT force, purpose, as_at, 'spo_breaches_order_years', 'stock', 'd', 0, '', day, 1, 0 FROM known_step WHERE step = 'ORDER_BREACHED';

-- Full orders by the day of the grant: breached within 365 days of it. A breach is one of the order granted last before it.
INSERT INTO contribution BY NAME
WITH full_order AS (
    SELECT * FROM known_step WHERE step = 'FULL_ORDER_GRANTED'
), breach AS (
    SELECT b.force, b.purpose, b.as_at, b.perpetrator_id, b.day, max(g.happened_at) AS granted_at
    FROM known_step b
    JOIN full_order g ON g.force = b.force AND g.purpose = b.purpose AND g.as_at IS NOT DISTINCT FROM b.as_at
        AND g.perpetrator_id = b.perpetrator_id AND g.happened_at <= b.happened_at
    WHERE b.step = 'ORDER_BREACHED'
    GROUP BY b.force, b.purpose, b.as_at, b.perpetrator_id, b.day, b.happened_at, b.version
)
SELECT g.force, g.purpose, g.as_at, 'spo_breach_rate' AS kpi, 'settled_365d' AS basis, 'd' AS unit, 365 AS k, '' AS slice, g.day,
    CASE WHEN EXISTS (
        SELECT 1 FROM breach b
        WHERE b.force = g.force AND b.purpose = g.purpose AND b.as_at IS NOT DISTINCT FROM g.as_at
            AND b.perpetrator_id = g.perpetrator_id AND b.granted_at = g.happened_at AND b.day - g.day < 365) THEN 1 ELSE 0 END AS numerator,
    1 AS denominator
FROM full_order g;

-- Rule 14 leaves open when a place is filled: with the first selection for the treatment arm, for good, and by the route that it says.
CREATE TABLE programme_place AS
SELECT force, purpose, as_at, perpetrator_id, day, lower(route) AS route,
    CASE WHEN coalesce(trim(sex), '') = '' THEN 'unknown' WHEN sex IN ('FEMALE', 'MALE') THEN lower(sex) ELSE 'other' END AS sex,
    CASE WHEN coalesce(trim(relationship), '') = '' THEN 'unknown'
        WHEN relationship IN ('EX_INTIMATE', 'INTIMATE', 'FAMILY', 'ACQUAINTANCE', 'STRANGER') THEN lower(relationship) ELSE 'other' END AS relationship,
    CASE age_band WHEN 'UNDER_18' THEN '0-17' WHEN '18_24' THEN '18-24' WHEN '25_34' THEN '25-34' WHEN '35_44' THEN '35-44'
        WHEN '45_54' THEN '45-54' WHEN '55_AND_OVER' THEN '55+' ELSE 'unknown' END AS age
FROM known_step
WHERE step = 'PROGRAMME_SELECTED' AND arm = 'TREATMENT'
QUALIFY row_number() OVER (PARTITION BY force, purpose, as_at, perpetrator_id ORDER BY happened_at, version) = 1;

INSERT INTO contribution BY NAME
SELECT force, purpose, as_at, 'easi_places_filled' AS kpi, 'stock' AS basis, 'd' AS unit, 0 AS k,
    unnest(['', 'route=' || route, 'age=' || age, 'sex=' || sex, 'relationship=' || relationship]) AS slice, day, 1 AS numerator, 1 AS denominator
FROM programme_place;

INSERT INTO contribution BY NAME
SELECT force, purpose, as_at, 'easi_places_12m' AS kpi, 'recorded' AS basis, 'd' AS unit, 0 AS k, unnest(['', 'route=' || route]) AS slice,
    day, 1 AS numerator, 1 AS denominator
FROM programme_place;

-- What a person attended: a numbered session is one, however often it was entered, and is of the first time; what has no number is one
-- of its own.
CREATE TABLE attended_session AS
SELECT force, purpose, as_at, perpetrator_id, min(happened_at) AS happened_at, min(day) AS day
FROM known_step
WHERE step = 'SESSION_ATTENDED'
GROUP BY force, purpose, as_at, perpetrator_id, coalesce(session::VARCHAR, 'entry ' || version);

-- Referred and eligible, each person once.
INSERT INTO contribution BY NAME
SELECT force, purpose, as_at, m.kpi, 'stock' AS basis, 'd' AS unit, 0 AS k, '' AS slice, min(day) AS day, 1 AS numerator, 1 AS denominator
FROM known_step, LATERAL (VALUES ('easi_referred', referred), ('easi_eligible', eligible)) AS m(kpi, said)
WHERE m.said
GROUP BY force, purpose, as_at, perpetrator_id, m.kpi;

-- The risk after the first session beside the last one by it, 56 days after that session.
INSERT INTO contribution BY NAME
WITH session AS (
    SELECT force, purpose, as_at, perpetrator_id, min(happened_at) AS first_at
    FROM attended_session
    GROUP BY ALL
), graded AS (
    SELECT s.*, k.happened_at, k.version, CASE WHEN k.happened_at > k.changed_at THEN k.day END AS ahead, list_position(['STANDARD', 'MEDIUM', 'HIGH'], k.risk) AS grade
    FROM session s
    JOIN known_step k ON k.force = s.force AND k.purpose = s.purpose AND k.as_at IS NOT DISTINCT FROM s.as_at
        AND k.perpetrator_id = s.perpetrator_id
), newest AS (
    SELECT *, happened_at > first_at AS is_after
    FROM graded WHERE grade > 0
    QUALIFY row_number() OVER (
        PARTITION BY force, purpose, as_at, perpetrator_id, happened_at > first_at ORDER BY happened_at DESC, version DESC) = 1
), compared AS (
    SELECT force, purpose, as_at, perpetrator_id, first_at, max(grade) FILTER (NOT is_after) AS before, max(grade) FILTER (is_after) AS after,
        max(ahead) FILTER (is_after) AS ahead
    FROM newest
    GROUP BY ALL
)
SELECT c.force, c.purpose, c.as_at, m.kpi, 'stock' AS basis, 'd' AS unit, 0 AS k, s.slice, greatest(london_day(c.first_at) + 56, coalesce(c.ahead, london_day(c.first_at))) AS day,
    CASE WHEN m.part THEN 1 ELSE 0 END AS numerator, 1 AS denominator
FROM compared c
LEFT JOIN programme_place p ON p.force = c.force AND p.purpose = c.purpose AND p.as_at IS NOT DISTINCT FROM c.as_at
    AND p.perpetrator_id = c.perpetrator_id,
LATERAL (VALUES ('easi_risk_fell', c.after < c.before), ('easi_risk_rose', c.after > c.before)) AS m(kpi, part),
LATERAL (VALUES (''), ('route=' || coalesce(p.route, 'unknown'))) AS s(slice)
WHERE c.before IS NOT NULL AND c.after IS NOT NULL;

-- The trial: everybody is in the arm of the first selection for one, from its day.
CREATE TABLE allocated AS
SELECT * FROM known_step
WHERE step = 'PROGRAMME_SELECTED' AND arm IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY force, purpose, as_at, perpetrator_id ORDER BY happened_at, version) = 1;

INSERT INTO contribution BY NAME
SELECT force, purpose, as_at, 'easi_controls_12m' AS kpi, 'recorded' AS basis, 'd' AS unit, 0 AS k, '' AS slice, day, 1 AS numerator,
    1 AS denominator
FROM allocated WHERE arm = 'CONTROL';

-- Everybody in an arm is in the whole of what is asked of it, assessed again or not, from the day of that selection.
INSERT INTO contribution BY NAME
SELECT force, purpose, as_at, m.kpi, 'stock' AS basis, 'd' AS unit, 0 AS k, 'arm=' || lower(arm) AS slice, day, 0 AS numerator, 1 AS denominator
FROM allocated, LATERAL (VALUES ('easi_trial_risk_fell'), ('easi_trial_risk_rose'), ('easi_trial_factors_better'), ('easi_trial_distress_better'),
    ('easi_trial_functioning_better'), ('easi_trial_risk_assessed'), ('easi_trial_factors_assessed'), ('easi_trial_distress_assessed'),
    ('easi_trial_functioning_assessed')) AS m(kpi);

-- The risk after that selection beside the last one by it. What is dated ahead of its entry counts from its own day on.
INSERT INTO contribution BY NAME
WITH graded AS (
    SELECT a.*, k.happened_at > a.happened_at AS is_after, k.happened_at AS graded_at, k.version AS graded_by,
        CASE WHEN k.happened_at > k.changed_at THEN k.day ELSE a.day END AS from_day,
        list_position(['STANDARD', 'MEDIUM', 'HIGH'], k.risk) AS grade
    FROM allocated a
    JOIN known_step k ON k.force = a.force AND k.purpose = a.purpose AND k.as_at IS NOT DISTINCT FROM a.as_at
        AND k.perpetrator_id = a.perpetrator_id
), compared AS (
    SELECT force, purpose, as_at, perpetrator_id, arm, day,
        arg_max(grade, (graded_at, graded_by)) FILTER (NOT is_after) AS before,
        arg_max(grade, (graded_at, graded_by)) FILTER (is_after) AS after,
        arg_max(from_day, (graded_at, graded_by)) FILTER (is_after) AS from_day
    FROM graded WHERE grade > 0
    GROUP BY ALL
)
SELECT force, purpose, as_at, m.kpi, 'stock' AS basis, 'd' AS unit, 0 AS k, 'arm=' || lower(arm) AS slice, from_day AS day,
    1 AS numerator, 0 AS denominator
FROM compared c, LATERAL (VALUES ('easi_trial_risk_fell', c.after < c.before), ('easi_trial_risk_rose', c.after > c.before),
    ('easi_trial_risk_assessed', true)) AS m(kpi, part)
WHERE c.before IS NOT NULL AND c.after IS NOT NULL AND m.part;

-- Of each score the newest after that selection.
INSERT INTO contribution BY NAME
WITH scored AS (
    SELECT a.force, a.purpose, a.as_at, a.arm, m.instrument, m.score, CASE WHEN k.happened_at > k.changed_at THEN k.day ELSE a.day END AS day
    FROM allocated a
    JOIN known_step k ON k.force = a.force AND k.purpose = a.purpose AND k.as_at IS NOT DISTINCT FROM a.as_at
        AND k.perpetrator_id = a.perpetrator_id AND k.happened_at > a.happened_at,
    LATERAL (VALUES ('factors', k.risk_factors), ('distress', k.distress), ('functioning', k.functioning)) AS m(instrument, score)
    WHERE trim(m.score) <> ''
    QUALIFY row_number() OVER (
        PARTITION BY a.force, a.purpose, a.as_at, a.perpetrator_id, m.instrument ORDER BY k.happened_at DESC, k.version DESC) = 1
)
SELECT force, purpose, as_at, 'easi_trial_' || instrument || s.said AS kpi, 'stock' AS basis, 'd' AS unit, 0 AS k, 'arm=' || lower(arm) AS slice,
    day, 1 AS numerator, 0 AS denominator
FROM scored, LATERAL (VALUES ('_better', score = 'BETTER'), ('_assessed', true)) AS s(said, part)
WHERE s.part;

-- How far those came who have a place, each once, and not before they had it.
INSERT INTO contribution BY NAME
WITH reached AS (
    SELECT force, purpose, as_at, perpetrator_id, min(consented) AS consented, list_sort(list(attended) FILTER (attended IS NOT NULL)) AS attended
    FROM (
        SELECT force, purpose, as_at, perpetrator_id, day AS consented, NULL::DATE AS attended FROM known_step WHERE step = 'CONSENTED'
        UNION ALL
        SELECT force, purpose, as_at, perpetrator_id, NULL, day FROM attended_session)
    GROUP BY ALL
)
SELECT r.force, r.purpose, r.as_at, m.kpi, 'stock' AS basis, 'd' AS unit, 0 AS k, s.slice, greatest(m.day, p.day) AS day, 1 AS numerator, 1 AS denominator
FROM reached r
JOIN programme_place p ON p.force = r.force AND p.purpose = r.purpose AND p.as_at IS NOT DISTINCT FROM r.as_at
    AND p.perpetrator_id = r.perpetrator_id,
LATERAL (VALUES ('easi_consented', r.consented), ('easi_started', r.attended[1]), ('easi_all_six', r.attended[6])) AS m(kpi, day),
LATERAL (VALUES (''), ('route=' || p.route)) AS s(slice)
WHERE m.day IS NOT NULL;

-- Places on the early awareness programme, from 56 days after the first attended session: completed with six within 56 days of it.
INSERT INTO contribution BY NAME
WITH attendance AS (
    SELECT force, purpose, as_at, perpetrator_id, list_sort(list(day)) AS attended FROM attended_session GROUP BY ALL
)
SELECT a.force, a.purpose, a.as_at, 'easi_completion' AS kpi, 'stock' AS basis, 'd' AS unit, 0 AS k,
    unnest(['', 'route=' || coalesce(p.route, 'unknown')]) AS slice,
    attended[1] + 56 AS day,
    CASE WHEN attended[6] <= attended[1] + 56 THEN 1 ELSE 0 END AS numerator,
    1 AS denominator
FROM attendance a
LEFT JOIN programme_place p ON p.force = a.force AND p.purpose = a.purpose AND p.as_at IS NOT DISTINCT FROM a.as_at
    AND p.perpetrator_id = a.perpetrator_id;
