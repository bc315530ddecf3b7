-- What each case adds to each measure, basis by basis.

-- A case on a basis: its pane day, and the outcome as the basis sees it.
CREATE TABLE case_on_basis AS
WITH basis AS (
    SELECT DISTINCT basis, unit, basis_kind, k FROM measure_basis
), placed AS (
    SELECT c.* EXCLUDE (k, outcome_type, outcome_group), b.basis, b.unit, b.basis_kind, b.k,
        CASE WHEN b.unit = 'm' THEN first_of_month(c.recorded_day)
             WHEN b.basis_kind = 'assigned' THEN c.assigned_day
             ELSE c.recorded_day END AS pane_day,
        c.assigned_day IS NOT NULL AND (
            b.basis_kind <> 'settled'
            -- Within k days: the assigned day less the recorded day is under k; within k months: at most k. Earlier is age 0.
            OR (b.unit = 'd' AND greatest(0, c.assigned_day - c.recorded_day) < b.k)
            OR (b.unit = 'm' AND greatest(0, month_index(c.assigned_day) - month_index(c.recorded_day)) <= b.k)) AS has_outcome,
        c.outcome_type AS any_type, c.outcome_group AS any_group
    FROM known_case c
    JOIN basis b ON b.basis_kind <> 'stock'
        AND (c.purpose = 'maturity') = (b.basis_kind = 'matured')
        AND (c.purpose <> 'maturity' OR c.k = b.k)
        -- What is known only by the month is never shown by the day, nor the other way round.
        AND c.month_only = (b.unit = 'm')
)
SELECT *,
    CASE WHEN has_outcome THEN any_type END AS outcome_type,
    CASE WHEN has_outcome THEN any_group END AS outcome_group
FROM placed
WHERE pane_day IS NOT NULL;

CREATE TABLE case_in_measure AS
WITH judged AS (
    SELECT c.id, c.force, c.purpose, c.as_at, c.basis, c.unit, c.k, c.pane_day, m.*
    FROM case_on_basis c
    LEFT JOIN telling_deadline t ON t.decision_day = c.assigned_day,
    LATERAL (VALUES
        ('recorded_offences', c.active, true),
        ('public_space_offences',
            c.active AND c.offence_theme IN ('rape', 'other_sexual', 'stalking_harassment') AND c.victim_sex = 'female'
                AND c.public_place AND c.committed_within_a_year, true),
        ('victim_attrition', c.active, c.outcome_type = '16'),
        ('substitution_14', c.active, c.outcome_type = '14'),
        ('substitution_15', c.active, c.outcome_type = '15'),
        ('substitution_18', c.active, c.outcome_type = '18'),
        ('substitution_20', c.active, c.outcome_type = '20'),
        ('substitution_21', c.active, c.outcome_type = '21'),
        ('substitution_22', c.active, c.outcome_type = '22'),
        ('substitution_cancelled', c.active OR c.cancelled, c.cancelled),
        ('evidential_difficulty', c.active, c.outcome_type IN ('14', '15', '16')),
        ('charge_rate', c.active, coalesce(c.outcome_type IN ('1', '1A'), false) OR c.outcome_group = 'charged'),
        ('unable_to_prosecute', c.active, c.outcome_group = 'unable-to-prosecute'),
        ('outcome_recorded', c.active, c.has_outcome),
        ('withdrawal_reason_recorded', c.active AND c.outcome_type = '16', c.stage_and_reason),
        -- Told by the deadline; counted once the midnight after the deadline has come, hence only at a snapshot.
        ('decision_told',
            c.active AND c.person_victim AND c.outcome_type IN ('9', '10', '15', '16', '21')
                AND c.as_at > CASE WHEN c.enhanced_rights THEN t.enhanced_deadline ELSE t.usual_deadline END,
            london_day(c.victim_informed_at) <= CASE WHEN c.enhanced_rights THEN t.enhanced_deadline ELSE t.usual_deadline END),
        ('recorded_within_24h', c.active AND c.reported_before_recorded AND NOT c.transferred_in, c.recorded_within_24h),
        ('police_suspect_attrition', c.active AND c.police_suspect, c.outcome_type = '16')
    ) AS m(kpi, whole, part)
)
SELECT j.*, NULL::VARCHAR AS characteristic
FROM judged j JOIN measure_basis USING (kpi, basis, unit)
WHERE whole;

-- The nine protected characteristics: whether the question applies is judged on the record as known, the answer as the basis says.
INSERT INTO case_in_measure BY NAME
WITH asked AS (
    SELECT c.id, c.force, c.purpose, c.as_at, c.basis, c.unit, c.k, c.pane_day, c.active, q.characteristic,
        c.person_victim AND q.status IS DISTINCT FROM 'NOT_APPLICABLE' AND q.eligible AS applies,
        CASE WHEN c.basis_kind = 'settled' THEN q.status_at_day_7 ELSE q.status END AS answer
    FROM case_on_basis c
    LEFT JOIN answers_at_day_7 a USING (id),
    LATERAL (VALUES
        ('age', c.age_status, a.age_status, true),
        ('disability', c.disability_status, a.disability_status, true),
        ('gender_reassignment', c.gender_reassignment_status, a.gender_reassignment_status, true),
        ('marriage', c.marriage_status, a.marriage_status, coalesce(c.victim_age >= 16, true)),
        ('pregnancy', c.pregnancy_status, a.pregnancy_status,
            c.victim_sex IN ('female', 'unknown') AND coalesce(c.victim_age BETWEEN 12 AND 55, true)),
        ('ethnicity', c.ethnicity_status, a.ethnicity_status, true),
        ('religion', c.religion_status, a.religion_status, true),
        ('sex', c.sex_status, a.sex_status, true),
        ('orientation', c.orientation_status, a.orientation_status, coalesce(c.victim_age >= 13, true))
    ) AS q(characteristic, status, status_at_day_7, eligible)
    WHERE c.basis IN ('recorded', 'settled_7d', 'matured_7d') AND c.unit = 'd'
)
SELECT asked.* EXCLUDE (active, applies, answer), m.kpi, true AS whole, m.part
FROM asked, LATERAL (VALUES
    ('characteristic_known', answer = 'VALUE'),
    ('characteristic_asked', answer IN ('VALUE', 'DECLINED')),
    ('characteristic_declined', answer = 'DECLINED')
) AS m(kpi, part)
WHERE active AND applies;
