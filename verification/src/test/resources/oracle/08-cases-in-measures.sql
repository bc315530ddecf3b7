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
            b.basis_kind NOT IN ('settled', 'matured')
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
    FROM (SELECT *,
            active AND offence_theme IN ('rape', 'other_sexual', 'stalking_harassment') AND victim_sex = 'female'
                AND public_place AND committed_within_a_year AS of_women_in_public,
            london_clock(committed_from) AS began_clock
        FROM case_on_basis) c
    LEFT JOIN telling_deadline t ON t.decision_day = c.assigned_day
    LEFT JOIN case_by_its_steps e USING (id)
    LEFT JOIN record_at_day week ON week.id = c.id AND week.at_day = 7
    LEFT JOIN record_at_day r ON r.id = c.id AND r.at_day = 28
    -- What the record said by day 28: as it stood then, or as known then where the figure is frozen.
    LEFT JOIN LATERAL (SELECT
        CASE WHEN c.basis = 'settled_28d' THEN r.suspects ELSE c.suspects END AS suspects,
        CASE WHEN c.basis = 'settled_28d' THEN coalesce(r.offence_code, CASE WHEN r.id IS NOT NULL THEN 'N100' END)
            ELSE coalesce(c.offence_code, 'N100') END AS offence_code) AS then_said ON true,
    LATERAL (VALUES
        ('recorded_offences', c.active, true),
        ('public_space_offences',
            c.active AND c.offence_theme IN ('rape', 'other_sexual', 'stalking_harassment') AND c.victim_sex = 'female'
                AND c.public_place AND c.committed_within_a_year, true),
        ('public_space_rate',
            c.active AND c.offence_theme IN ('rape', 'other_sexual', 'stalking_harassment') AND c.victim_sex = 'female'
                AND c.public_place AND c.committed_within_a_year, true),
        ('education_rate',
            c.active AND c.offence_theme IN ('rape', 'other_sexual', 'stalking_harassment') AND c.victim_sex = 'female'
                AND c.education_place AND c.committed_within_a_year AND c.victim_age < 18, true),
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
        ('withdrawal_reason_recorded', c.active AND c.outcome_type = '16', c.stage_recorded AND c.reason_recorded),
        ('withdrawal_before_statement', c.active AND c.outcome_type = '16' AND c.stage_recorded, c.support_ended_stage = 'BEFORE_STATEMENT'),
        ('withdrawal_after_statement', c.active AND c.outcome_type = '16' AND c.stage_recorded, c.support_ended_stage = 'AFTER_STATEMENT'),
        ('withdrawal_at_cps', c.active AND c.outcome_type = '16' AND c.stage_recorded, c.support_ended_stage = 'AT_CPS'),
        ('withdrawal_at_another_stage',
            c.active AND c.outcome_type = '16' AND c.stage_recorded,
            c.support_ended_stage NOT IN ('BEFORE_STATEMENT', 'AFTER_STATEMENT', 'AT_CPS')),
        ('support_ended_after_charge',
            c.active AND (coalesce(c.outcome_type IN ('1', '1A'), false) OR c.outcome_group = 'charged'),
            coalesce(c.support_ended_stage = 'AFTER_CHARGE', false)),
        ('withdrawal_for_fear', c.active AND c.outcome_type = '16' AND c.reason_recorded, c.support_ended_reason = 'FEAR_OF_REPRISAL'),
        ('withdrawal_for_length', c.active AND c.outcome_type = '16' AND c.reason_recorded, c.support_ended_reason = 'LENGTH_OF_PROCESS'),
        ('withdrawal_for_court', c.active AND c.outcome_type = '16' AND c.reason_recorded, c.support_ended_reason = 'COURT_CONCERNS'),
        ('withdrawal_uninformed', c.active AND c.outcome_type = '16' AND c.reason_recorded, c.support_ended_reason = 'NOT_KEPT_INFORMED'),
        ('withdrawal_for_other_support',
            c.active AND c.outcome_type = '16' AND c.reason_recorded, c.support_ended_reason = 'OTHER_SUPPORT_CHOSEN'),
        ('withdrawal_for_device', c.active AND c.outcome_type = '16' AND c.reason_recorded, c.support_ended_reason = 'DEVICE_REQUEST'),
        ('withdrawal_reason_not_given', c.active AND c.outcome_type = '16' AND c.reason_recorded, c.support_ended_reason = 'NOT_SAID'),
        ('withdrawal_for_another_reason', c.active AND c.outcome_type = '16' AND c.reason_recorded, c.support_ended_reason NOT IN (
            'FEAR_OF_REPRISAL', 'LENGTH_OF_PROCESS', 'COURT_CONCERNS', 'NOT_KEPT_INFORMED', 'OTHER_SUPPORT_CHOSEN', 'DEVICE_REQUEST', 'NOT_SAID')),
        -- Told on the day of the decision or after it, by the deadline; counted once the midnight after the deadline has come, hence only at a snapshot.
        ('decision_told',
            c.active AND c.person_victim AND is_to_be_told(c.outcome_type)
                AND c.as_at > CASE WHEN c.victim_enhanced_rights THEN t.enhanced_deadline ELSE t.usual_deadline END,
            london_day(c.victim_informed_at) BETWEEN c.assigned_day AND CASE WHEN c.victim_enhanced_rights THEN t.enhanced_deadline ELSE t.usual_deadline END),
        ('recorded_within_24h', c.active AND c.reported_before_recorded AND NOT c.transferred_in, c.recorded_within_24h),
        ('victim_attrition_standardised', c.active, c.outcome_type = '16'),
        ('police_suspect_attrition_gap', c.active, c.outcome_type = '16'),
        ('police_suspect_charge_gap', c.active, coalesce(c.outcome_type IN ('1', '1A'), false) OR c.outcome_group = 'charged'),
        ('police_suspect_outcome_gap', c.active, c.has_outcome),
        ('police_suspect_outcome', c.active AND c.police_suspect, c.has_outcome),
        ('police_suspect_attrition', c.active AND c.police_suspect, c.outcome_type = '16'),
        ('police_suspect_charge', c.active AND c.police_suspect,
            coalesce(c.outcome_type IN ('1', '1A'), false) OR c.outcome_group = 'charged'),
        -- Safety in public: committed within 365 days throughout (trap 23), with a female victim.
        ('night_time_share',
            c.active AND c.offence_theme IN ('rape', 'other_sexual') AND c.victim_sex = 'female' AND c.public_place
                AND c.committed_within_a_year AND c.start_known, c.began_at_night),
        ('public_in_street', c.of_women_in_public, c.place_type = 'STREET'),
        ('public_on_transport', c.of_women_in_public, c.place_type = 'TRANSPORT'),
        ('public_in_licensed', c.of_women_in_public, c.place_type = 'LICENSED_PREMISES'),
        ('public_in_open_space', c.of_women_in_public, c.place_type = 'OPEN_SPACE'),
        ('public_in_morning', c.of_women_in_public AND c.start_known, c.began_clock >= TIME '06:00:00' AND c.began_clock < TIME '12:00:00'),
        ('public_in_afternoon', c.of_women_in_public AND c.start_known, c.began_clock >= TIME '12:00:00' AND c.began_clock < TIME '18:00:00'),
        ('public_in_evening', c.of_women_in_public AND c.start_known, c.began_clock >= TIME '18:00:00'),
        ('public_in_small_hours', c.of_women_in_public AND c.start_known, c.began_clock < TIME '06:00:00'),
        ('public_at_weekend', c.of_women_in_public AND c.start_known, isodow(london_day(c.committed_from)) IN (6, 7)),
        ('education_offences',
            c.active AND c.offence_theme IN ('rape', 'other_sexual', 'stalking_harassment') AND c.victim_sex = 'female'
                AND c.education_place AND c.committed_within_a_year AND c.victim_age < 18, true),
        ('prompt_reporting',
            c.active AND c.offence_theme IN ('rape', 'other_sexual') AND c.victim_sex = 'female' AND c.public_place
                AND c.committed_within_a_year AND c.ended_before_reported, c.reported_within_24h),
        ('suspect_identified_28d',
            c.active AND c.offence_theme IN ('rape', 'other_sexual', 'stalking_harassment') AND c.victim_sex = 'female'
                AND c.public_place AND c.committed_within_a_year, then_said.suspects > 0),
        ('outcome_16_reopened', c.active AND c.had_outcome_16, c.reopened_from_16),
        ('victim_does_not_support', c.active, c.outcome_type IN ('14', '16')),
        -- Rule 17: CJ3 is 15 and 16, of what is marked.
        ('evidential_difficulty_da', c.active AND c.domestic_abuse, c.outcome_type IN ('15', '16')),
        -- Trap 6: 1A, 2A and 3A are parts of 1, 2 and 3. Taken into consideration is action, a diversion (22) is none.
        ('action_taken', c.active,
            coalesce(c.outcome_type IN ('1', '1A', '2', '2A', '3', '3A', '4', '6', '7', '8'), false) OR c.outcome_group = 'charged'),
        -- Rules 1 and 3: within k days is assigned day less recorded day under k; before recording is age 0.
        ('withdrawal_within_7d', c.active AND c.outcome_type = '16', greatest(0, c.assigned_day - c.recorded_day) < 7),
        ('withdrawal_within_28d', c.active AND c.outcome_type = '16', greatest(0, c.assigned_day - c.recorded_day) < 28),
        ('withdrawal_within_90d', c.active AND c.outcome_type = '16', greatest(0, c.assigned_day - c.recorded_day) < 90),
        ('early_advice_recorded', c.active AND c.offence_theme = 'rape', c.early_advice_recorded),
        ('early_advice_sought', c.active AND c.offence_theme = 'rape' AND c.early_advice_recorded, c.early_advice = 'SOUGHT'),
        ('early_advice_no_suspect', c.active AND c.offence_theme = 'rape' AND c.early_advice_recorded, c.early_advice = 'SUSPECT_NOT_IDENTIFIED'),
        ('early_advice_threshold', c.active AND c.offence_theme = 'rape' AND c.early_advice_recorded, c.early_advice = 'THRESHOLD_NOT_MET'),
        ('early_advice_file_sent', c.active AND c.offence_theme = 'rape' AND c.early_advice_recorded, c.early_advice = 'FILE_SENT_WITHOUT'),
        ('rape_contacts_given', c.active AND c.offence_theme = 'rape' AND c.contacts_given IS NOT NULL, c.contacts_given),
        ('rape_meeting_held', c.active AND c.offence_theme = 'rape' AND c.meeting_held IS NOT NULL
            AND NOT (coalesce(c.outcome_type IN ('1', '1A'), false) OR coalesce(c.outcome_group = 'charged', false)), c.meeting_held),
        ('conditional_cautions', c.active AND c.outcome_type IN ('2', '2A', '3', '3A') AND c.conditional IS NOT NULL, c.conditional),
        ('court_convicted', c.active AND (c.outcome_type IN ('1', '1A') OR c.outcome_group = 'charged') AND trim(c.court_result) <> '',
            c.court_result = 'CONVICTED'),
        ('court_discontinued', c.active AND (c.outcome_type IN ('1', '1A') OR c.outcome_group = 'charged') AND trim(c.court_result) <> '',
            c.court_result = 'DISCONTINUED'),
        ('proportionate_share', c.active AND c.proportionate IS NOT NULL, c.proportionate),
        ('proportionate_attrition', c.active AND c.proportionate, c.outcome_type = '16'),
        ('proportionate_charged', c.active AND c.proportionate,
            coalesce(c.outcome_type IN ('1', '1A'), false) OR c.outcome_group = 'charged'),
        ('suspect_arrested', c.active AND c.suspect_identified AND c.arrested IS NOT NULL, c.arrested),
        ('da_arrests', c.active AND c.domestic_abuse AND c.arrested, true),
        ('da_high_risk', c.active AND c.domestic_abuse AND trim(c.risk) <> '', c.risk = 'HIGH'),
        ('da_calls_16_to_24', c.active AND c.domestic_abuse AND trim(c.channel) IN ('999', '101') AND c.victim_age IS NOT NULL,
            c.victim_age BETWEEN 16 AND 24),
        ('da_most_deprived', c.active AND c.domestic_abuse AND c.deprived_area IS NOT NULL, c.deprived_area),
        ('da_share_of_crime', c.active AND c.classified, c.domestic_abuse),
        -- A crime may have several strands, and counts in each.
        ('hate_race_marked', c.active AND c.classified AND list_contains(string_split(c.flags, ','), 'HATE_RACE'), true),
        ('hate_religion_marked', c.active AND c.classified AND list_contains(string_split(c.flags, ','), 'HATE_RELIGION'), true),
        ('hate_orientation_marked', c.active AND c.classified AND list_contains(string_split(c.flags, ','), 'HATE_ORIENTATION'), true),
        ('hate_disability_marked', c.active AND c.classified AND list_contains(string_split(c.flags, ','), 'HATE_DISABILITY'), true),
        ('hate_transgender_marked', c.active AND c.classified AND list_contains(string_split(c.flags, ','), 'HATE_TRANSGENDER'), true),
        ('reported_online', c.active AND trim(c.channel) <> '', trim(c.channel) = 'ONLINE'),
        ('early_advice_all_rapes', c.active AND c.offence_theme = 'rape', c.has_outcome AND c.early_advice_recorded OR coalesce(trim(c.advice_while_open) <> '', false)),
        ('easi_victims_referred_2d', c.active AND c.person_victim AND e.referral_deadline_known AND e.led_to_programme, e.support_referred),
        ('informed_in_time', c.active AND c.person_victim AND e.information_deadline IS NOT NULL, e.informed_by_deadline),
        ('compensation_told_28d', c.active AND c.person_victim, e.told_of_compensation),
        ('disposal_views_before', c.active AND c.person_victim AND c.outcome_type IN ('2', '2A', '3', '3A', '6', '7', '8'), e.views_asked),
        ('interviewer_offered', c.active AND c.person_victim AND c.statement_at IS NOT NULL
            AND (coalesce(c.offence_theme IN ('rape', 'other_sexual'), false) OR c.domestic_abuse), e.interviewer_offered),
        ('court_visit_before_trial', c.active AND c.offence_code IN ('1', '4.1', '4.2', '4.10') AND c.trial_at IS NOT NULL
            AND (c.outcome_type IN ('1', '1A') OR c.outcome_group = 'charged') AND trim(c.court_result) <> '', e.court_visit_offered),
        ('support_before_decision', c.active AND c.person_victim AND c.has_outcome, e.referred_by_decision),
        ('support_after_charge', c.active AND c.person_victim
            AND (coalesce(c.outcome_type IN ('1', '1A'), false) OR coalesce(c.outcome_group = 'charged', false)), e.referred_after_decision),
        ('support_referral_2d', c.active AND c.person_victim AND e.referral_deadline_known, e.support_referred),
        ('stalking_screened_7d', c.active AND c.offence_kind = 'stalking' AND week.suspects > 0, e.screened),
        ('survey_coverage', c.active AND c.person_victim, e.surveyed),
        -- The audit samples them whether they belong to a theme or not.
        ('code_all_five_burglary', c.active AND e.audited AND c.offence_code IN ('28A', '28B', '28C', '28D', '28E', '28F', '28G', '28H', '29',
            '29A', '30A', '30B', '30C', '30D', '31', '31A'), e.all_duties_met),
        ('code_all_five_robbery', c.active AND e.audited AND c.offence_code IN ('34A', '34B'), e.all_duties_met),
        -- Of any offence, by any strand.
        ('code_all_five_hate', c.active AND c.classified AND e.audited AND list_has_any(string_split(c.flags, ','), ['HATE_GENDER', 'HATE_RACE', 'HATE_RELIGION', 'HATE_ORIENTATION', 'HATE_DISABILITY', 'HATE_TRANSGENDER']), e.all_duties_met),
        ('referred_to_hate_service', c.active AND c.classified AND c.person_victim AND list_has_any(string_split(c.flags, ','), ['HATE_GENDER', 'HATE_RACE', 'HATE_RELIGION', 'HATE_ORIENTATION', 'HATE_DISABILITY', 'HATE_TRANSGENDER']), e.referred_for_hate),
        ('cancelled_share', c.active OR c.cancelled, c.cancelled),
        -- The grounds of the counting rules; an archive's "not in the release" is none.
        ('transferred_out', c.active OR c.cancelled OR c.transferred_out, c.transferred_out),
        ('cancelled_no_crime', c.cancelled AND c.status_reason IN ('C2', 'C3', 'C4', 'C5'), c.status_reason = 'C2'),
        ('cancelled_duplicate', c.cancelled AND c.status_reason IN ('C2', 'C3', 'C4', 'C5'), c.status_reason = 'C3'),
        ('cancelled_in_error', c.cancelled AND c.status_reason IN ('C2', 'C3', 'C4', 'C5'), c.status_reason = 'C4'),
        ('cancelled_self_defence', c.cancelled AND c.status_reason IN ('C2', 'C3', 'C4', 'C5'), c.status_reason = 'C5'),
        -- Rule 2: what is cancelled leaves; an N100 that is neither confirmed nor something else is still one.
        ('n100_confirmed_28d', c.active AND c.n100, regexp_matches(then_said.offence_code, '^19[A-K]$')),
        ('n100_open_28d', c.active AND c.n100, then_said.offence_code = 'N100'),
        ('reclassified_share', c.active AND c.offence_kind IN ('stalking', 'harassment'),
            c.first_kind IN ('stalking', 'harassment') AND c.first_kind <> c.offence_kind),
        ('da_rate', c.active AND c.domestic_abuse, true),
        ('da_victims_16_to_24', c.active AND c.domestic_abuse AND c.victim_age IS NOT NULL, c.victim_age BETWEEN 16 AND 24),
        ('da_homicides', c.active AND c.domestic_abuse AND c.offence_code IN ('1', '4.1', '4.2', '4.10'), true),
        ('da_flag_late', c.active AND c.domestic_abuse, c.marked_late),
        ('da_flag_missing', c.active AND c.classified AND c.partner_or_family AND c.victim_age >= 16, NOT c.domestic_abuse),
        ('gender_hate_marked', c.active AND c.classified AND c.gender_hate, true),
        ('linkage_victim', c.active AND c.person_victim, c.victim_linked),
        ('linkage_suspect', c.active AND c.suspect_identified, c.suspects_linked)
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
        -- Of an organisation nothing is known, whatever its record says.
        CASE WHEN c.basis_kind = 'settled' THEN CASE WHEN a.victim_kind = 'PERSON' THEN q.status_at_day_7 END ELSE q.status END AS answer
    FROM case_on_basis c
    LEFT JOIN record_at_day a ON a.id = c.id AND a.at_day = 7,
    LATERAL (VALUES
        ('age', c.victim_age_status, a.victim_age_status, true),
        ('disability', c.victim_disability_status, a.victim_disability_status, true),
        ('gender_reassignment', c.victim_gender_reassignment_status, a.victim_gender_reassignment_status, true),
        ('marriage', c.victim_marriage_status, a.victim_marriage_status, coalesce(c.age_when_recorded >= 16, true)),
        ('pregnancy', c.victim_pregnancy_status, a.victim_pregnancy_status,
            c.victim_sex IN ('female', 'unknown') AND coalesce(c.age_when_recorded BETWEEN 12 AND 55, true)),
        ('ethnicity', c.victim_ethnicity_status, a.victim_ethnicity_status, true),
        ('religion', c.victim_religion_status, a.victim_religion_status, true),
        ('sex', c.victim_sex_status, a.victim_sex_status, true),
        ('orientation', c.victim_orientation_status, a.victim_orientation_status, coalesce(c.age_when_recorded >= 13, true))
    ) AS q(characteristic, status, status_at_day_7, eligible)
    WHERE c.basis IN ('recorded', 'settled_7d', 'matured_7d') AND c.unit = 'd'
), answered AS (
    SELECT * FROM asked WHERE active AND applies
), together AS (
    -- Rule 7: every eligible one is a value; who has none eligible is not in it. The core four are age, sex, ethnicity, disability.
    SELECT id, force, purpose, as_at, basis, unit, k, pane_day, NULL::VARCHAR AS characteristic, 'all_nine_known' AS kpi, true AS whole,
        bool_and(answer IS NOT DISTINCT FROM 'VALUE') AS part
    FROM answered
    GROUP BY ALL
    UNION ALL
    SELECT id, force, purpose, as_at, basis, unit, k, pane_day, NULL, 'core_four_known', true, bool_and(answer IS NOT DISTINCT FROM 'VALUE')
    FROM answered
    WHERE characteristic IN ('age', 'sex', 'ethnicity', 'disability')
    GROUP BY ALL
)
SELECT * FROM together
UNION ALL BY NAME
SELECT answered.* EXCLUDE (active, applies, answer), m.kpi, true AS whole, m.part
FROM answered, LATERAL (VALUES
    ('characteristic_known', answer = 'VALUE'),
    ('characteristic_asked', answer IN ('VALUE', 'DECLINED')),
    ('characteristic_declined', answer = 'DECLINED')
) AS m(kpi, part);
