-- Crimes by what went before them for the same person. A crime counts for its victim and its suspects while it stands; placeholders and
-- organisations are nobody.

INSERT INTO measure (kpi, kind, bases, windows, families, streams) VALUES
    ('repeat_victimisation', 'share', 'recorded', '90d 365d', 'TOTAL THEME THEME_AND_LPA', 'crime-recording'),
    ('repeat_victimisation_same_suspect', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA', 'crime-recording'),
    ('repeat_stalking_suspect', 'share', 'recorded', '90d 365d', 'TOTAL THEME THEME_AND_LPA', 'crime-recording'),
    ('repeat_victimisation_other_suspect', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA', 'crime-recording'),
    ('repeat_victimisation_unknown_suspect', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA', 'crime-recording'),
    ('da_first_reports', 'share', 'recorded', NULL, 'TOTAL THEME THEME_AND_LPA', 'crime-recording'),
    ('da_risk_rose', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA', 'crime-recording');

INSERT INTO measure (kpi, kind, bases, windows, families, streams, named) VALUES
    ('easi_reoffending_30d', 'share', 'stock', NULL, 'TRIAL_ARM', 'crime-recording stalking', 'easi_reoffending days=30d'),
    ('easi_reoffending_90d', 'share', 'stock', NULL, 'TRIAL_ARM', 'crime-recording stalking', 'easi_reoffending days=90d'),
    ('easi_reoffending_180d', 'share', 'stock', NULL, 'TRIAL_ARM', 'crime-recording stalking', 'easi_reoffending days=180d'),
    ('easi_reoffending_270d', 'share', 'stock', NULL, 'TRIAL_ARM', 'crime-recording stalking', 'easi_reoffending days=270d'),
    ('easi_reoffending_365d', 'share', 'stock', NULL, 'TRIAL_ARM', 'crime-recording stalking', 'easi_reoffending days=365d'),
    ('repeat_victimisation_partner', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA', 'crime-recording',
        'repeat_victimisation_by_relation relation=partner'),
    ('repeat_victimisation_family', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA', 'crime-recording',
        'repeat_victimisation_by_relation relation=family'),
    ('repeat_victimisation_others', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA', 'crime-recording',
        'repeat_victimisation_by_relation relation=others');

CREATE TABLE linked_case AS
SELECT id, force, purpose, as_at, crime_reference, recorded_at, recorded_day, reported_at, offence_code, offence_kind, domestic_abuse,
    -- How high the risk was assessed, where it was: standard, medium, high.
    list_position(['STANDARD', 'MEDIUM', 'HIGH'], risk) AS risk,
    CASE WHEN victim_linked THEN trim(victim_person_id) END AS victim,
    list_distinct(list_filter(
        list_transform(string_split(suspects_person_id, ','), s -> trim(s)), s -> lower(s) NOT IN ('', 'unknown'))) AS suspects
FROM known_case
WHERE active AND NOT month_only AND purpose <> 'maturity';

-- Rule 10: before is by recordedAt, of one instant by the crime's reference; crimes that were reported at one time are one report. At
-- most 365 days lie between the days of recording.
CREATE TABLE earlier_case AS
SELECT l.id, e.domestic_abuse, e.offence_code, e.victim IS NOT DISTINCT FROM l.victim AND l.victim IS NOT NULL AS same_victim,
    e.suspects, e.recorded_at, e.crime_reference, e.risk, list_filter(l.suspects, s -> list_contains(e.suspects, s)) AS same_suspects
FROM linked_case l
JOIN linked_case e ON e.force = l.force AND e.purpose = l.purpose AND e.as_at IS NOT DISTINCT FROM l.as_at
WHERE (e.recorded_at < l.recorded_at OR (e.recorded_at = l.recorded_at AND e.crime_reference < l.crime_reference))
    AND l.recorded_day - e.recorded_day <= 365
    AND (e.reported_at = l.reported_at) IS NOT TRUE
    AND (e.victim = l.victim OR list_has_any(e.suspects, l.suspects));

CREATE TABLE person_crime AS
WITH abuse AS (
    SELECT l.*, coalesce(b.again, false) AS again, coalesce(b.same_suspect, false) AS same_suspect,
        coalesce(b.suspect_known, false) AND len(l.suspects) > 0 AS suspects_known
    FROM linked_case l
    LEFT JOIN (
        SELECT id, true AS again, bool_or(len(same_suspects) > 0) AS same_suspect, bool_or(len(suspects) > 0) AS suspect_known
        FROM earlier_case WHERE domestic_abuse AND same_victim GROUP BY id) b USING (id)
    WHERE l.domestic_abuse AND l.victim IS NOT NULL
), stalking AS (
    SELECT id, recorded_day, unnest(suspects) AS suspect FROM linked_case WHERE offence_kind = 'stalking' AND victim IS NOT NULL
)
SELECT id, 'repeat_victimisation' AS kpi, recorded_day, again AS part FROM abuse
UNION ALL
SELECT id, 'repeat_victimisation_same_suspect', recorded_day, same_suspect FROM abuse WHERE again
UNION ALL
SELECT id, 'repeat_victimisation_other_suspect', recorded_day, suspects_known AND NOT same_suspect FROM abuse WHERE again
UNION ALL
SELECT id, 'repeat_victimisation_unknown_suspect', recorded_day, NOT suspects_known FROM abuse WHERE again
UNION ALL
SELECT id, 'da_first_reports', recorded_day, NOT again FROM abuse
UNION ALL
SELECT a.id, m.kpi, a.recorded_day, a.again
FROM abuse a JOIN known_case k USING (id),
LATERAL (SELECT coalesce(list_has_any(string_split(k.suspects_relationship, ','), ['EX_INTIMATE', 'INTIMATE']), false) AS partner,
    coalesce(list_contains(string_split(k.suspects_relationship, ','), 'FAMILY'), false) AS family) AS r,
LATERAL (VALUES
    ('repeat_victimisation_partner', r.partner),
    ('repeat_victimisation_family', r.family),
    ('repeat_victimisation_others', k.suspect_identified AND NOT r.partner AND NOT r.family)
) AS m(kpi, asked)
WHERE m.asked
UNION ALL
-- Of earlier crimes the newest whose risk was assessed.
SELECT a.id, 'da_risk_rose', a.recorded_day, a.risk > b.risk
FROM abuse a JOIN (
    SELECT id, risk FROM earlier_case WHERE domestic_abuse AND same_victim AND risk > 0
    QUALIFY row_number() OVER (PARTITION BY id ORDER BY recorded_at DESC, crime_reference DESC) = 1) b USING (id)
WHERE a.risk > 0
UNION ALL
SELECT s.id, 'repeat_stalking_suspect', s.recorded_day, EXISTS (
    SELECT 1 FROM earlier_case e
    WHERE e.id = s.id AND e.same_victim AND e.offence_code IN ('8Q', '8L') AND list_contains(e.suspects, s.suspect))
FROM stalking s;

INSERT INTO contribution BY NAME
SELECT c.force, c.purpose, c.as_at, p.kpi, 'recorded' AS basis, 'd' AS unit, 0 AS k, s.slice, p.recorded_day AS day,
    CASE WHEN p.part THEN 1 ELSE 0 END AS numerator, 1 AS denominator
FROM person_crime p
JOIN known_case c USING (id)
JOIN case_slice s USING (id)
JOIN measure_family f ON f.kpi = p.kpi AND f.family = s.family;

-- The trial of the early awareness programme. Whoever was selected is in the arm of the first selection that has a disposal, whatever came
-- of it. Followed up are the days after the disposal's; not those in custody, up to the first offence.
CREATE TABLE selected AS
SELECT force, purpose, as_at, trim(perpetrator_id) AS person, arm, disposal_at, london_day(disposal_at) AS index_day
FROM known_step
WHERE step = 'PROGRAMME_SELECTED' AND arm IS NOT NULL AND disposal_at IS NOT NULL AND lower(trim(perpetrator_id)) NOT IN ('', 'unknown')
QUALIFY row_number() OVER (
    PARTITION BY force, purpose, as_at, trim(perpetrator_id)
    ORDER BY happened_at, CASE arm WHEN 'TREATMENT' THEN 1 ELSE 2 END, disposal_at) = 1;

-- Rule 14: a crime of stalking, harassment or domestic abuse as suspect, committed after the disposal; recorded where no date is known.
CREATE TABLE offended AS
SELECT s.force, s.purpose, s.as_at, s.person, min(london_day(coalesce(c.committed_from, c.committed_to, c.recorded_at))) AS day
FROM selected s
JOIN linked_case l ON l.force = s.force AND l.purpose = s.purpose AND l.as_at IS NOT DISTINCT FROM s.as_at
    AND list_contains(l.suspects, s.person)
JOIN known_case c ON c.id = l.id
WHERE (c.offence_theme = 'stalking_harassment' OR c.domestic_abuse)
    AND coalesce(c.committed_from, c.committed_to, c.recorded_at) > s.disposal_at
GROUP BY s.force, s.purpose, s.as_at, s.person;

CREATE TABLE custody AS
SELECT f.force, f.purpose, f.as_at, trim(f.perpetrator_id) AS person, f.day AS from_day, min(t.day) AS to_day
FROM known_step f
LEFT JOIN known_step t ON t.force = f.force AND t.purpose = f.purpose AND t.as_at IS NOT DISTINCT FROM f.as_at
    AND trim(t.perpetrator_id) = trim(f.perpetrator_id) AND t.step = 'CUSTODY_TO' AND t.happened_at >= f.happened_at
WHERE f.step = 'CUSTODY_FROM'
GROUP BY f.force, f.purpose, f.as_at, trim(f.perpetrator_id), f.day, f.happened_at, f.version;

CREATE TABLE day_at_risk AS
WITH followed AS (
    SELECT s.*, o.day AS offended_day,
        365 + coalesce((
            SELECT sum(greatest(0, coalesce(c.to_day, o.day, c.from_day) - c.from_day)) FROM custody c
            WHERE c.force = s.force AND c.purpose = s.purpose AND c.as_at IS NOT DISTINCT FROM s.as_at AND c.person = s.person), 0) AS days
    FROM selected s
    LEFT JOIN offended o ON o.force = s.force AND o.purpose = s.purpose AND o.as_at IS NOT DISTINCT FROM s.as_at AND o.person = s.person
), each_day AS (
    SELECT f.*, f.index_day + unnest(generate_series(1, f.days::INTEGER))::INTEGER AS day FROM followed f
)
SELECT force, purpose, as_at, person, arm, offended_day, day,
    row_number() OVER (PARTITION BY force, purpose, as_at, person ORDER BY day) AS number
FROM each_day d
WHERE coalesce(d.day >= d.offended_day, false) OR NOT EXISTS (
    SELECT 1 FROM custody c
    WHERE c.force = d.force AND c.purpose = d.purpose AND c.as_at IS NOT DISTINCT FROM d.as_at AND c.person = d.person
        AND c.from_day <= d.day AND (c.to_day IS NULL OR c.to_day > d.day));

INSERT INTO contribution BY NAME
SELECT force, purpose, as_at, 'easi_reoffending_' || number || 'd' AS kpi, 'stock' AS basis, 'd' AS unit, 0 AS k,
    'arm=' || lower(arm) AS slice, day, CASE WHEN offended_day <= day THEN 1 ELSE 0 END AS numerator, 1 AS denominator
FROM day_at_risk
WHERE number IN (30, 90, 180, 270, 365);
