-- Distinct people, and crimes by how often their place was met: of the days of the window, as known at the snapshot. They are no sums of
-- days, so there are no days to be revised.

INSERT INTO measure (kpi, kind, bases, windows, families, streams) VALUES
    ('victim_attrition_victims', 'share', 'settled_28d settled_90d settled_180d settled_365d', '365d', 'TOTAL THEME', 'crime-recording outcome'),
    ('charge_rate_victims', 'share', 'settled_180d', '365d', 'TOTAL THEME', 'crime-recording outcome'),
    ('serial_perpetrators', 'share', 'recorded', '365d', 'TOTAL THEME', 'crime-recording'),
    ('serial_managed', 'share', 'recorded', '365d', 'TOTAL THEME', 'crime-recording stalking'),
    ('characteristic_consistent', 'share', 'recorded', '365d', 'TOTAL THEME THEME_AND_LPA', 'crime-recording'),
    ('rape_victims_consistent', 'share', 'recorded', '365d', 'TOTAL', 'crime-recording'),
    ('conduct_repeat_people', 'share', 'recorded', '1826d', 'TOTAL', 'conduct'),
    ('repeat_location_share', 'share', 'recorded', '365d', 'TOTAL THEME THEME_AND_LPA', 'crime-recording');

INSERT INTO measure (kpi, kind, bases, windows, families, streams, named) VALUES
    ('police_complaints_people', 'count', 'recorded', '365d', 'TOTAL', 'conduct', 'police_matters_people matter=complaint'),
    ('police_complaints_force_people', 'count', 'recorded', '365d', 'TOTAL', 'conduct', 'police_matters_people matter=force'),
    ('police_conduct_people', 'count', 'recorded', '365d', 'TOTAL', 'conduct', 'police_matters_people matter=conduct'),
    ('police_complaints_people_rate', 'per workforce', 'recorded', '365d', 'TOTAL', 'conduct', 'police_matters_people_rate matter=complaint'),
    ('police_conduct_people_rate', 'per workforce', 'recorded', '365d', 'TOTAL', 'conduct', 'police_matters_people_rate matter=conduct'),
    ('victim_does_not_support_victims', 'share', 'settled_90d', '365d', 'TOTAL THEME', 'crime-recording outcome',
        'case_ends_victims end=without_support'),
    ('evidential_difficulty_victims', 'share', 'settled_90d', '365d', 'TOTAL THEME', 'crime-recording outcome', 'case_ends_victims end=evidential'),
    ('da_repeat_places', 'share', 'recorded', '365d', 'TOTAL THEME THEME_AND_LPA', 'crime-recording', 'da_places_again small_areas=all'),
    ('da_repeat_places_deprived', 'share', 'recorded', '365d', 'TOTAL THEME THEME_AND_LPA', 'crime-recording',
        'da_places_again small_areas=most_deprived');

CREATE TABLE people_case AS
SELECT l.id, l.force, l.as_at, l.recorded_day, l.victim, l.suspects, s.slice, s.family, c.victim_birth_year, c.offence_theme, c.public_place,
    c.victim_sex, c.committed_within_a_year, c.outcome_type, c.outcome_group, greatest(0, c.assigned_day - c.recorded_day) AS outcome_age,
    CASE WHEN c.victim_sex_status = 'VALUE'
         THEN CASE WHEN lower(c.victim_sex_value) IN ('female', 'male') THEN lower(c.victim_sex_value) ELSE 'other' END END AS sex,
    CASE WHEN c.victim_disability_status = 'VALUE' AND lower(c.victim_disability_value) IN ('disabled', 'not_disabled')
         THEN lower(c.victim_disability_value) END AS disability,
    CASE WHEN c.victim_ethnicity_status = 'VALUE' AND trim(c.victim_ethnicity_value) IN (SELECT code FROM ethnicity_group)
         THEN trim(c.victim_ethnicity_value) END AS ethnicity,
    CASE WHEN c.victim_gender_reassignment_status = 'VALUE' AND lower(c.victim_gender_reassignment_value) IN ('same_as_birth', 'differs_from_birth')
         THEN lower(c.victim_gender_reassignment_value) END AS gender_reassignment,
    CASE WHEN c.victim_marriage_status = 'VALUE'
              AND lower(c.victim_marriage_value) IN ('single', 'married', 'civil_partnership', 'separated', 'divorced', 'widowed')
         THEN lower(c.victim_marriage_value) END AS marriage,
    CASE WHEN c.victim_pregnancy_status = 'VALUE' AND lower(c.victim_pregnancy_value) IN ('not_pregnant', 'pregnant', 'maternity')
         THEN lower(c.victim_pregnancy_value) END AS pregnancy,
    CASE WHEN c.victim_religion_status = 'VALUE'
              AND lower(c.victim_religion_value) IN ('none', 'christian', 'buddhist', 'hindu', 'jewish', 'muslim', 'sikh', 'other')
         THEN lower(c.victim_religion_value) END AS religion,
    CASE WHEN c.victim_orientation_status = 'VALUE'
              AND lower(c.victim_orientation_value) IN ('heterosexual', 'gay_or_lesbian', 'bisexual', 'other')
         THEN lower(c.victim_orientation_value) END AS orientation,
    coalesce(NOT c.victim_ethnicity_self_defined, false) AS observed
FROM linked_case l
JOIN known_case c USING (id)
JOIN case_slice s USING (id)
WHERE l.purpose = 'as_at' AND s.family IN ('TOTAL', 'THEME', 'THEME_AND_LPA');

CREATE TABLE person_value AS
WITH horizon AS (
    SELECT unnest([28, 90, 180, 365]) AS k
), victim AS (
    SELECT force, as_at, m.kpi, 'settled_' || k || 'd' AS basis, slice, victim,
        bool_or(coalesce(m.ended AND outcome_age < k, false)) AS part
    FROM people_case CROSS JOIN horizon, LATERAL (VALUES
        ('victim_attrition_victims', true, outcome_type = '16'),
        ('victim_does_not_support_victims', k = 90, outcome_type IN ('14', '16')),
        ('evidential_difficulty_victims', k = 90, outcome_type IN ('14', '15', '16')),
        ('charge_rate_victims', k = 180, coalesce(outcome_type IN ('1', '1A'), false) OR outcome_group = 'charged')
    ) AS m(kpi, asked, ended)
    WHERE m.asked AND victim IS NOT NULL AND family <> 'THEME_AND_LPA' AND recorded_day BETWEEN as_at - 365 - k AND as_at - k - 1
    GROUP BY force, as_at, m.kpi, k, slice, victim
), suspect AS (
    SELECT force, as_at, slice, suspect, count(DISTINCT victim) > 1 AS several
    FROM (SELECT *, unnest(suspects) AS suspect FROM people_case WHERE family <> 'THEME_AND_LPA')
    WHERE recorded_day BETWEEN as_at - 365 AND as_at - 1
    GROUP BY force, as_at, slice, suspect
), step AS (
    SELECT force, as_at, trim(perpetrator_id) AS person, step, arm, happened_at, version, perpetrator_id
    FROM known_step WHERE purpose = 'as_at' AND day <= as_at - 1
), managed AS (
    SELECT DISTINCT b.force, b.as_at, b.person
    FROM step b
    WHERE (b.step IN ('INTERIM_ORDER_GRANTED', 'FULL_ORDER_GRANTED') OR (b.step = 'PROGRAMME_SELECTED' AND b.arm = 'TREATMENT'))
        AND NOT EXISTS (
            SELECT 1 FROM step e
            WHERE e.force = b.force AND e.as_at = b.as_at AND e.person = b.person AND e.happened_at >= b.happened_at
                -- A refusal is of the full order: it ends an interim one, and takes no full one away.
                AND CASE b.step WHEN 'PROGRAMME_SELECTED' THEN e.step IN ('COMPLETED', 'WITHDREW')
                                WHEN 'INTERIM_ORDER_GRANTED' THEN e.step IN ('ORDER_ENDED', 'ORDER_REFUSED')
                                ELSE e.step = 'ORDER_ENDED' END)
), rape_victim AS (
    SELECT DISTINCT force, as_at, victim FROM people_case
    WHERE offence_theme = 'rape' AND victim IS NOT NULL AND recorded_day BETWEEN as_at - 365 AND as_at - 1
), recorded AS (
    SELECT p.force, p.as_at, p.slice, p.victim, q.*, r.victim IS NOT NULL AS raped
    FROM people_case p LEFT JOIN rape_victim r ON r.force = p.force AND r.as_at = p.as_at AND r.victim = p.victim, LATERAL (VALUES
        ('age', victim_birth_year::VARCHAR, false), ('sex', sex, false), ('disability', disability, false), ('ethnicity', ethnicity, observed),
        ('gender_reassignment', gender_reassignment, false), ('marriage', marriage, false), ('pregnancy', pregnancy, false),
        ('religion', religion, false), ('orientation', orientation, false)
    ) AS q(characteristic, value, wrong)
    WHERE p.victim IS NOT NULL AND q.value IS NOT NULL AND p.recorded_day BETWEEN p.as_at - 365 AND p.as_at - 1
), alike AS (
    SELECT force, as_at, concat_ws(';', 'characteristic=' || characteristic, nullif(r.slice, '')) AS slice,
        count(DISTINCT value) = 1 AND NOT bool_or(wrong) AS part, r.slice = '' AND bool_or(raped) AS of_rape, victim
    FROM recorded r
    GROUP BY force, as_at, r.slice, characteristic, victim
    HAVING count(*) > 1
), staff AS (
    SELECT force, as_at, trim(person_id) AS person, count(*) > 1 AS part
    FROM known_conduct
    WHERE purpose = 'as_at' AND lower(trim(person_id)) NOT IN ('', 'unknown') AND recorded_day BETWEEN as_at - 1826 AND as_at - 1
    GROUP BY force, as_at, trim(person_id)
), staff_of_year AS (
    SELECT DISTINCT c.force, c.as_at, trim(c.person_id) AS person, m.kpi
    FROM known_conduct c, LATERAL (VALUES
        ('police_complaints_people', c.kind = 'COMPLAINT' AND NOT c.use_of_force_only),
        ('police_complaints_people_rate', c.kind = 'COMPLAINT' AND NOT c.use_of_force_only),
        ('police_complaints_force_people', c.kind = 'COMPLAINT' AND c.use_of_force_only),
        ('police_conduct_people', c.kind = 'CONDUCT'),
        ('police_conduct_people_rate', c.kind = 'CONDUCT')
    ) AS m(kpi, asked)
    WHERE c.purpose = 'as_at' AND m.asked AND lower(trim(c.person_id)) NOT IN ('', 'unknown')
        AND c.recorded_day BETWEEN c.as_at - 365 AND c.as_at - 1
)
SELECT force, as_at, kpi, basis, '365d' AS "window", slice, part, victim AS person FROM victim
UNION ALL
SELECT force, as_at, 'serial_perpetrators', 'recorded', '365d', slice, several, suspect FROM suspect
UNION ALL
SELECT s.force, s.as_at, 'serial_managed', 'recorded', '365d', s.slice, m.person IS NOT NULL, s.suspect
FROM suspect s LEFT JOIN managed m ON m.force = s.force AND m.as_at = s.as_at AND m.person = s.suspect
WHERE s.several
UNION ALL
SELECT force, as_at, 'characteristic_consistent', 'recorded', '365d', slice, part, victim FROM alike
UNION ALL
SELECT force, as_at, 'rape_victims_consistent', 'recorded', '365d', slice, part, victim FROM alike WHERE of_rape
UNION ALL
SELECT force, as_at, 'conduct_repeat_people', 'recorded', '1826d', '', part, person FROM staff
UNION ALL
SELECT force, as_at, kpi, 'recorded', '365d', '', true, person FROM staff_of_year;

-- Crimes in public places, whose cell has three of the same kind or more in the window; and of domestic abuse, whose address has.
INSERT INTO person_value BY NAME
WITH located_case AS (
    SELECT c.id, c.force, c.as_at, m.kpi, trim(m.place) AS place
    FROM known_case c, LATERAL (VALUES
        ('repeat_location_share', c.location_cell, c.public_place AND c.victim_sex = 'female' AND c.committed_within_a_year
            AND c.offence_theme IN ('rape', 'other_sexual', 'stalking_harassment')),
        ('da_repeat_places', c.address_id, c.domestic_abuse),
        ('da_repeat_places_deprived', c.address_id, c.domestic_abuse AND c.deprived_area)
    ) AS m(kpi, place, asked)
    WHERE c.purpose = 'as_at' AND c.active AND NOT c.month_only AND m.asked AND lower(trim(m.place)) NOT IN ('', 'unknown')
        AND c.recorded_day BETWEEN c.as_at - 365 AND c.as_at - 1
), counted AS (
    SELECT *, count(*) OVER (PARTITION BY force, as_at, kpi, place) >= 3 AS part FROM located_case
)
SELECT c.force, c.as_at, c.kpi, 'recorded' AS basis, '365d' AS "window", s.slice, c.part, c.place AS person
FROM counted c JOIN case_slice s USING (id)
WHERE s.family IN ('TOTAL', 'THEME', 'THEME_AND_LPA');

INSERT INTO expected_value BY NAME
SELECT p.force, p.as_at, p.kpi, p.basis, p."window", p.slice, count(*) FILTER (p.part)::INTEGER AS numerator,
    CASE WHEN m.kind = 'share' THEN count(*)::INTEGER END AS denominator
FROM person_value p JOIN measure m USING (kpi)
GROUP BY p.force, p.as_at, p.kpi, p.basis, p."window", p.slice, m.kind;
