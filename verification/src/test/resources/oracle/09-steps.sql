-- What the steps of a case add to each measure, each on its own day, in the slices of its case. Only steps of active crimes count.

INSERT INTO measure (kpi, kind, bases, windows, families, streams) VALUES
    ('referred_late', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA VICTIM_SEX AGE_BAND ETHNICITY DISABILITY', 'crime-recording victim-contact'),
    ('code_informed', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA VICTIM_SEX AGE_BAND ETHNICITY DISABILITY', 'crime-recording victim-contact'),
    ('review_takeup', 'share', 'settled_93d', '365d', 'TOTAL THEME THEME_AND_LPA', 'crime-recording outcome victim-contact'),
    ('review_decided_30d', 'share', 'recorded', '365d', 'TOTAL THEME LPA', 'crime-recording victim-contact'),
    ('device_returned_24h', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA', 'crime-recording device-examination'),
    ('review_overturned', 'share', 'recorded', '365d', 'TOTAL THEME LPA', 'crime-recording victim-contact'),
    ('survey_satisfied', 'share', 'recorded', '90d 365d',
        'TOTAL THEME THEME_AND_LPA VICTIM_SEX AGE_BAND ETHNICITY DISABILITY ANSWER_DAY ANSWER_TIME', 'crime-recording victim-contact'),
    ('survey_demographics', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA', 'crime-recording victim-contact'),
    ('survey_free_text', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA', 'crime-recording victim-contact'),
    ('cps_overdue', 'share', 'stock', NULL, 'TOTAL THEME THEME_AND_LPA', 'crime-recording cps-referral'),
    ('cps_overdue_allocated', 'share', 'stock', NULL, 'TOTAL THEME THEME_AND_LPA', 'crime-recording cps-referral'),
    ('cps_resubmission_overdue', 'share', 'stock', NULL, 'TOTAL THEME THEME_AND_LPA', 'crime-recording cps-referral'),
    ('devices_examined', 'rate', 'recorded', '90d 365d', 'TOTAL LPA', 'crime-recording device-examination'),
    ('cps_resubmission_over_28d', 'share', 'stock', NULL, 'TOTAL THEME THEME_AND_LPA', 'crime-recording cps-referral'),
    ('cps_escalated', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA', 'crime-recording cps-referral'),
    ('cps_dispute_escalated', 'share', 'recorded', '365d', 'TOTAL THEME', 'crime-recording cps-referral'),
    ('devices_at_kiosk', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA', 'crime-recording device-examination'),
    ('devices_telephones', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA', 'crime-recording device-examination'),
    ('property_returned_7d', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA', 'crime-recording device-examination'),
    ('property_held', 'share', 'stock', NULL, 'TOTAL THEME LPA', 'crime-recording device-examination'),
    ('court_convicted_finalised', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA', 'crime-recording outcome'),
    ('da_arrests_made', 'count', 'recorded', '90d 365d', 'TOTAL THEME LPA', 'crime-recording victim-contact'),
    ('audited_cases', 'count', 'recorded', NULL, 'TOTAL THEME LPA', 'crime-recording victim-contact'),
    ('code_all_five_wave', 'share', 'recorded', '1m', 'TOTAL THEME LPA', 'crime-recording victim-contact'),
    ('audit_referral_logged', 'share', 'recorded', '365d', 'TOTAL THEME', 'crime-recording victim-contact');

INSERT INTO measure (kpi, kind, bases, windows, families, streams, named) VALUES
    ('victims_code_all_five', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA VICTIM_SEX AGE_BAND ETHNICITY DISABILITY',
        'crime-recording victim-contact', 'victims_code duty=all_five'),
    ('victims_code_mean', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA VICTIM_SEX AGE_BAND ETHNICITY DISABILITY',
        'crime-recording victim-contact', 'victims_code duty=mean'),
    ('victims_code_applicable', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA VICTIM_SEX AGE_BAND ETHNICITY DISABILITY',
        'crime-recording victim-contact', 'victims_code duty=applicable'),
    ('acknowledged', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA VICTIM_SEX AGE_BAND ETHNICITY DISABILITY',
        'crime-recording victim-contact', 'victims_code duty=acknowledged'),
    ('updates_timely', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA VICTIM_SEX AGE_BAND ETHNICITY DISABILITY',
        'crime-recording victim-contact', 'victims_code duty=updates_timely'),
    ('vps_offered', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA VICTIM_SEX AGE_BAND ETHNICITY DISABILITY',
        'crime-recording victim-contact', 'victims_code duty=vps_offered'),
    ('referred_2d', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA VICTIM_SEX AGE_BAND ETHNICITY DISABILITY',
        'crime-recording victim-contact', 'victims_code duty=referred_2d'),
    ('end_of_journey_told', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA VICTIM_SEX AGE_BAND ETHNICITY DISABILITY',
        'crime-recording victim-contact', 'victims_code duty=end_of_journey_told'),
    ('cps_overdue_mean', 'share', 'stock', '28d', 'TOTAL THEME LPA', 'crime-recording cps-referral', 'cps_waiting_mean held_by=cps'),
    ('cps_resubmission_mean', 'share', 'stock', '28d', 'TOTAL THEME LPA', 'crime-recording cps-referral', 'cps_waiting_mean held_by=police'),
    ('cps_open_over_42d', 'share', 'stock', NULL, 'TOTAL THEME THEME_AND_LPA', 'crime-recording cps-referral', 'cps_open_over over=42d'),
    ('cps_open_over_56d', 'share', 'stock', NULL, 'TOTAL THEME THEME_AND_LPA', 'crime-recording cps-referral', 'cps_open_over over=56d'),
    ('cps_open_over_90d', 'share', 'stock', NULL, 'TOTAL THEME THEME_AND_LPA', 'crime-recording cps-referral', 'cps_open_over over=90d'),
    ('cps_open_over_180d', 'share', 'stock', NULL, 'TOTAL THEME THEME_AND_LPA', 'crime-recording cps-referral', 'cps_open_over over=180d'),
    ('cps_open_over_365d', 'share', 'stock', NULL, 'TOTAL THEME THEME_AND_LPA', 'crime-recording cps-referral', 'cps_open_over over=365d'),
    ('satisfied_code_met', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA', 'crime-recording victim-contact', 'satisfied_service service=code_met'),
    ('satisfied_code_missed', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA', 'crime-recording victim-contact',
        'satisfied_service service=code_missed'),
    ('satisfied_told', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA', 'crime-recording outcome victim-contact', 'satisfied_service service=told'),
    ('satisfied_untold', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA', 'crime-recording outcome victim-contact',
        'satisfied_service service=untold'),
    ('satisfied_referred', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA', 'crime-recording victim-contact', 'satisfied_service service=referred'),
    ('satisfied_unreferred', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA', 'crime-recording victim-contact',
        'satisfied_service service=unreferred'),
    ('informed_after_report', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA VICTIM_SEX AGE_BAND ETHNICITY DISABILITY',
        'crime-recording victim-contact', 'victims_code_asked duty=informed_after_report'),
    ('compensation_told', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA VICTIM_SEX AGE_BAND ETHNICITY DISABILITY',
        'crime-recording victim-contact', 'victims_code_asked duty=compensation_told'),
    ('disposal_views_asked', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA VICTIM_SEX AGE_BAND ETHNICITY DISABILITY',
        'crime-recording victim-contact', 'victims_code_asked duty=disposal_views_asked'),
    ('interviewer_chosen', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA VICTIM_SEX AGE_BAND ETHNICITY DISABILITY',
        'crime-recording victim-contact', 'victims_code_asked duty=interviewer_chosen'),
    ('court_visit_offered', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA VICTIM_SEX AGE_BAND ETHNICITY DISABILITY',
        'crime-recording victim-contact', 'victims_code_asked duty=court_visit_offered'),
    ('updated_arrest', 'share', 'settled_14d', '90d 365d', 'TOTAL THEME LPA', 'crime-recording victim-contact',
        'victim_updated informed_of=arrest'),
    ('updated_interview', 'share', 'settled_14d', '90d 365d', 'TOTAL THEME LPA', 'crime-recording victim-contact',
        'victim_updated informed_of=interview'),
    ('updated_release', 'share', 'settled_14d', '90d 365d', 'TOTAL THEME LPA', 'crime-recording victim-contact',
        'victim_updated informed_of=release'),
    ('updated_bail', 'share', 'settled_14d', '90d 365d', 'TOTAL THEME LPA', 'crime-recording victim-contact',
        'victim_updated informed_of=bail'),
    ('survey_response_sms', 'share', 'settled_28d', '90d 365d', 'TOTAL THEME LPA', 'crime-recording victim-contact', 'survey_response channel=sms'),
    ('survey_response_email', 'share', 'settled_28d', '90d 365d', 'TOTAL THEME LPA', 'crime-recording victim-contact',
        'survey_response channel=email'),
    ('vps_offered_wave', 'share', 'recorded', '1m', 'TOTAL', 'crime-recording victim-contact', 'victims_code_wave duty=vps_offered'),
    ('end_of_journey_told_wave', 'share', 'recorded', '1m', 'TOTAL', 'crime-recording victim-contact',
        'victims_code_wave duty=end_of_journey_told'),
    ('referred_2d_wave', 'share', 'recorded', '1m', 'TOTAL', 'crime-recording victim-contact', 'victims_code_wave duty=referred_2d'),
    ('referred_late_wave', 'share', 'recorded', '1m', 'TOTAL', 'crime-recording victim-contact', 'referral_missed_wave referral=late'),
    ('not_referred_wave', 'share', 'recorded', '1m', 'TOTAL', 'crime-recording victim-contact', 'referral_missed_wave referral=none'),
    ('code_informed_wave', 'share', 'recorded', '1m', 'TOTAL', 'crime-recording victim-contact', 'victims_code_wave duty=code_informed'),
    ('referred_to_idva', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA', 'crime-recording victim-contact', 'referred_to support=idva'),
    ('referred_to_isva', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA', 'crime-recording victim-contact', 'referred_to support=isva'),
    ('referred_to_centre', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA', 'crime-recording victim-contact', 'referred_to support=centre'),
    ('surveys_of_contact', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA', 'crime-recording victim-contact', 'surveys_of department=contact'),
    ('surveys_of_response', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA', 'crime-recording victim-contact', 'surveys_of department=response'),
    ('surveys_of_investigation', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA', 'crime-recording victim-contact',
        'surveys_of department=investigation'),
    ('surveys_of_neighbourhood', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA', 'crime-recording victim-contact',
        'surveys_of department=neighbourhood'),
    ('satisfied_of_contact', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA', 'crime-recording victim-contact', 'satisfied_of department=contact'),
    ('satisfied_of_response', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA', 'crime-recording victim-contact',
        'satisfied_of department=response'),
    ('satisfied_of_investigation', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA', 'crime-recording victim-contact',
        'satisfied_of department=investigation'),
    ('satisfied_of_neighbourhood', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA', 'crime-recording victim-contact',
        'satisfied_of department=neighbourhood'),
    ('survey_listened_to', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA', 'crime-recording victim-contact', 'survey_says said=listened_to'),
    ('survey_report_again', 'share', 'recorded', '90d 365d', 'TOTAL THEME LPA', 'crime-recording victim-contact', 'survey_says said=report_again');

-- Each duty has a share of satisfied victims where it was met, and one where it was missed.
INSERT INTO measure BY NAME
SELECT 'satisfied_' || duty || '_' || result AS kpi, 'share' AS kind, 'recorded' AS bases, '365d' AS windows, 'TOTAL' AS families,
    'crime-recording victim-contact' || CASE WHEN duty = 'property_returned_7d' THEN ' device-examination' ELSE '' END AS streams,
    'satisfied_duty duty_result=' || duty || '_' || result AS named
FROM unnest(['acknowledged', 'updates_timely', 'vps_offered', 'referred_2d', 'end_of_journey_told', 'code_informed', 'informed_after_report',
    'compensation_told', 'disposal_views_asked', 'interviewer_chosen', 'court_visit_offered', 'property_returned_7d']) AS d(duty), unnest(['met', 'missed']) AS r(result);

CREATE TABLE audited_duty AS
SELECT kpi, regexp_extract(cut, '^duty_result=(.*)_(met|missed)$', 1) AS duty, suffix(cut, '_met') AS met
FROM value_of_dimension WHERE measure = 'satisfied_duty';

CREATE TABLE step_in_measure AS
WITH active_case AS (
    SELECT * FROM known_case WHERE active AND NOT month_only AND purpose <> 'maturity'
), audit AS (
    -- "Not applicable" meets a question, except that of timely updates, and that of the Code, which is no part of compliance.
    SELECT c.*,
        audit_acknowledged IN ('YES', 'NOT_APPLICABLE') AS q1,
        audit_updates_timely = 'YES' AS q2,
        audit_statement_offered IN ('YES', 'NOT_APPLICABLE') AS q3,
        audit_referred_in_time IN ('YES', 'NOT_APPLICABLE') AS q4,
        audit_code_informed = 'YES' AS q5,
        audit_end_of_journey_told IN ('YES', 'NOT_APPLICABLE') AS q6
    FROM known_contact c JOIN active_case USING (id)
    WHERE c.kind = 'AUDIT'
), question AS (
    SELECT a.id, a.day, q.*
    FROM audit a, LATERAL (VALUES
        (audit_acknowledged, q1), (audit_updates_timely, q2), (audit_statement_offered, q3), (audit_referred_in_time, q4), (audit_end_of_journey_told, q6)
    ) AS q(answer, met)
), survey AS (
    SELECT c.*, london_day(survey_answered_at) AS answered_day
    FROM known_contact c JOIN active_case USING (id)
    WHERE c.kind = 'SURVEY'
), review AS (
    SELECT c.*, k.assigned_day
    FROM known_contact c JOIN active_case k USING (id)
    WHERE c.kind = 'REVIEW'
), duty AS (
    -- Of a record that does not have the field nothing is known: neither yes nor no.
    SELECT a.id, a.day, d.*
    FROM audit a, LATERAL (VALUES
        ('acknowledged', q1),
        ('updates_timely', q2),
        ('vps_offered', q3),
        ('referred_2d', q4),
        ('code_informed', q5),
        ('end_of_journey_told', q6),
        ('informed_after_report', informed_in_time),
        ('compensation_told', compensation_told),
        ('disposal_views_asked', views_asked),
        ('interviewer_chosen', interviewer_chosen),
        ('court_visit_offered', court_visit_offered)
    ) AS d(duty, met)
    WHERE d.met IS NOT NULL
), duty_of_case AS (
    SELECT id, duty, bool_or(met) AS met FROM duty GROUP BY ALL
    UNION ALL
    SELECT id, 'property_returned_7d', bool_or(london_day(returned_at) - london_day(needed_until) <= 7)
    FROM known_item
    WHERE other_property AND returned_at IS NOT NULL AND needed_until IS NOT NULL
    GROUP BY id
), reviewable AS (
    -- Trap 14: never of outcome 16, nor of what ends an inquiry (21). A review asked for before the day of the decision was of another one, and
    -- what the victim was told before it too. Where some were charged, or with a part, there is no review of the rest.
    SELECT k.id, london_day(k.victim_informed_at) AS told_day,
        (SELECT min(r.day) FROM review r WHERE r.id = k.id AND r.day >= k.assigned_day) AS asked_day
    FROM active_case k
    WHERE k.person_victim AND k.outcome_type IN ('10', '15') AND trim(k.decided_by) = 'POLICE' AND k.interviewed_under_caution
        AND london_day(k.victim_informed_at) >= k.assigned_day AND k.part_charged IS DISTINCT FROM true
)
SELECT a.id, m.kpi, 'recorded' AS basis, 0 AS k, a.day, m.part
FROM audit a, LATERAL (VALUES
    ('victims_code_all_five', q1 AND q2 AND q3 AND q4 AND q6),
    ('referred_late', audit_referred_in_time = 'LATE')
) AS m(kpi, part)
UNION ALL
SELECT id, duty, 'recorded', 0, day, met FROM duty
UNION ALL
SELECT a.id, m.kpi, 'recorded', 0, a.day, m.part
FROM audit a JOIN active_case k USING (id), LATERAL (VALUES
    ('audited_cases', true, true),
    ('code_all_five_wave', true, q1 AND q2 AND q3 AND q4 AND q6),
    ('vps_offered_wave', true, q3),
    ('end_of_journey_told_wave', true, q6),
    ('referred_2d_wave', true, q4),
    ('referred_late_wave', true, audit_referred_in_time = 'LATE'),
    ('not_referred_wave', true, audit_referred_in_time NOT IN ('YES', 'NOT_APPLICABLE', 'LATE')),
    ('code_informed_wave', true, q5)
) AS m(kpi, asked, part)
WHERE m.asked
UNION ALL
SELECT a.id, 'audit_referral_logged', 'recorded', 0, a.day, e.support_referred
FROM audit a JOIN case_by_its_steps e USING (id)
WHERE a.audit_referred_in_time = 'YES' AND e.referral_deadline_known
UNION ALL
SELECT c.id, m.kpi, 'recorded', 0, c.day, c.service = m.service
FROM known_contact c JOIN active_case USING (id),
LATERAL (VALUES ('referred_to_idva', 'IDVA'), ('referred_to_isva', 'ISVA'), ('referred_to_centre', 'CENTRE')) AS m(kpi, service)
WHERE c.kind = 'REFERRAL' AND trim(c.service) <> ''
UNION ALL
SELECT s.id, 'surveys_of_' || lower(m.department), 'recorded', 0, s.day, s.survey_department = m.department
FROM survey s, LATERAL (VALUES ('CONTACT'), ('RESPONSE'), ('INVESTIGATION'), ('NEIGHBOURHOOD')) AS m(department)
WHERE trim(s.survey_department) <> ''
UNION ALL
SELECT s.id, m.kpi, 'recorded', 0, s.answered_day, s.survey_satisfied
FROM survey s, LATERAL (VALUES
    ('satisfied_of_contact', s.survey_department = 'CONTACT'),
    ('satisfied_of_response', s.survey_department = 'RESPONSE'),
    ('satisfied_of_investigation', s.survey_department = 'INVESTIGATION'),
    ('satisfied_of_neighbourhood', s.survey_department = 'NEIGHBOURHOOD')
) AS m(kpi, asked)
WHERE s.answered_day IS NOT NULL AND s.survey_satisfied IS NOT NULL AND m.asked
UNION ALL
SELECT s.id, m.kpi, 'recorded', 0, s.answered_day, m.part
FROM survey s, LATERAL (VALUES ('survey_listened_to', s.listened_to), ('survey_report_again', s.report_again)) AS m(kpi, part)
WHERE s.answered_day IS NOT NULL AND m.part IS NOT NULL
UNION ALL
SELECT i.id, m.kpi, 'recorded', 0, london_day(i.examined_at), m.part
FROM known_item i JOIN active_case USING (id), LATERAL (VALUES
    ('devices_at_kiosk', i.at_kiosk IS NOT NULL, i.at_kiosk),
    ('devices_telephones', trim(i.item_kind) <> '', i.item_kind = 'TELEPHONE')
) AS m(kpi, asked, part)
WHERE i.examined_at IS NOT NULL AND m.asked AND i.other_property IS NOT TRUE
UNION ALL
-- Right 6: a step of the investigation, of which the victim is told from its day on to the last of so many working days; day 0 is its own.
SELECT c.id, 'updated_' || lower(trim(c.told_of)), 'settled_14d', 14, c.day, coalesce(london_day(c.told_at) BETWEEN c.day AND d.deadline, false)
FROM known_contact c JOIN active_case k USING (id) JOIN telling_deadline t ON t.decision_day = c.day,
LATERAL (SELECT CASE WHEN k.victim_enhanced_rights THEN t.enhanced_deadline ELSE t.usual_deadline END AS deadline) AS d
WHERE c.kind = 'DUTY' AND c.duty = 'UPDATE' AND trim(c.told_of) IN ('ARREST', 'INTERVIEW', 'RELEASE', 'BAIL') AND k.person_victim
    AND d.deadline IS NOT NULL
UNION ALL
SELECT c.id, 'da_arrests_made', 'recorded', 0, c.day, true
FROM known_contact c JOIN active_case k USING (id) JOIN telling_deadline t ON t.decision_day = c.day
WHERE c.kind = 'DUTY' AND c.duty = 'UPDATE' AND trim(c.told_of) = 'ARREST' AND k.domestic_abuse
    AND CASE WHEN k.victim_enhanced_rights THEN t.enhanced_deadline ELSE t.usual_deadline END IS NOT NULL
UNION ALL
SELECT i.id, 'property_returned_7d', 'recorded', 0, london_day(i.returned_at), london_day(i.returned_at) - london_day(i.needed_until) <= 7
FROM known_item i JOIN active_case USING (id)
WHERE i.other_property AND i.returned_at IS NOT NULL AND i.needed_until IS NOT NULL
UNION ALL
-- The date of an action plan, never before the return, passed before the police submitted again.
SELECT s.id, 'cps_escalated', 'recorded', 0, d.due, s.escalated
FROM known_submission s JOIN active_case USING (id),
LATERAL (SELECT greatest(london_day(s.returned_at), london_day(s.action_plan_due_at)) AS due,
    london_day(least(s.resubmitted_at, s.decided_at)) AS answered) AS d
WHERE s.returned_at IS NOT NULL AND s.action_plan_due_at IS NOT NULL AND (d.answered IS NULL OR d.answered > d.due)
    AND s.escalated IS NOT NULL
UNION ALL
SELECT s.id, 'cps_dispute_escalated', 'recorded', 0, london_day(s.decided_at), trim(s.dispute) = 'ESCALATED'
FROM known_submission s JOIN active_case USING (id)
WHERE s.decided_at IS NOT NULL AND trim(s.dispute) IN ('DISPUTED', 'ESCALATED')
UNION ALL
SELECT id, 'victims_code_mean', 'recorded', 0, day, met FROM question
UNION ALL
SELECT id, 'victims_code_applicable', 'recorded', 0, day, met FROM question WHERE answer <> 'NOT_APPLICABLE'
UNION ALL
SELECT s.id, m.kpi, 'settled_28d', 28, s.day, s.answered_day IS NOT NULL AND s.answered_day - s.day < 28
FROM survey s JOIN (VALUES ('survey_response_sms', 'SMS'), ('survey_response_email', 'EMAIL')) AS m(kpi, channel) ON m.channel = s.survey_channel
UNION ALL
SELECT id, 'survey_satisfied', 'recorded', 0, answered_day, survey_satisfied FROM survey
WHERE answered_day IS NOT NULL AND survey_satisfied IS NOT NULL
UNION ALL
-- Satisfied where a duty was met, and where it was missed, as known of the case now.
SELECT s.id, m.kpi, 'recorded', 0, s.answered_day, s.survey_satisfied
FROM survey s
JOIN active_case c USING (id)
JOIN case_by_its_steps e USING (id)
LEFT JOIN telling_deadline t ON t.decision_day = c.assigned_day,
LATERAL (SELECT
    coalesce(is_to_be_told(c.outcome_type), false) AS decided,
    coalesce(london_day(c.victim_informed_at)
        BETWEEN c.assigned_day AND CASE WHEN c.victim_enhanced_rights THEN t.enhanced_deadline ELSE t.usual_deadline END, false) AS told) AS d,
LATERAL (VALUES
    ('satisfied_code_met', e.audited AND e.all_duties_met),
    ('satisfied_code_missed', e.audited AND NOT e.all_duties_met),
    ('satisfied_told', d.decided AND d.told),
    ('satisfied_untold', d.decided AND NOT d.told),
    ('satisfied_referred', e.referral_deadline_known AND e.support_referred),
    ('satisfied_unreferred', e.referral_deadline_known AND NOT e.support_referred)
) AS m(kpi, asked)
WHERE s.answered_day IS NOT NULL AND s.survey_satisfied IS NOT NULL AND m.asked
UNION ALL
SELECT s.id, m.kpi, 'recorded', 0, s.answered_day, s.survey_satisfied
FROM survey s JOIN duty_of_case d USING (id) JOIN audited_duty m ON m.duty = d.duty AND m.met = d.met
WHERE s.answered_day IS NOT NULL AND s.survey_satisfied IS NOT NULL
UNION ALL
SELECT id, 'survey_demographics', 'recorded', 0, answered_day, survey_demographics_given FROM survey WHERE answered_day IS NOT NULL
UNION ALL
-- Of a record that does not have the field nothing is known: neither yes nor no.
SELECT id, 'survey_free_text', 'recorded', 0, answered_day, survey_free_text_given FROM survey
WHERE answered_day IS NOT NULL AND survey_free_text_given IS NOT NULL
UNION ALL
-- By the day on which the court decided.
SELECT id, 'court_convicted_finalised', 'recorded', 0, london_day(court_result_at), trim(court_result) = 'CONVICTED'
FROM active_case
WHERE (outcome_type IN ('1', '1A') OR outcome_group = 'charged') AND trim(court_result) <> '' AND court_result_at IS NOT NULL
UNION ALL
SELECT id, 'review_takeup', 'settled_93d', 93, told_day, asked_day IS NOT NULL AND asked_day <= told_day + INTERVAL 3 MONTH FROM reviewable
UNION ALL
SELECT id, 'review_overturned', 'recorded', 0, london_day(review_decided_at), review_overturned FROM review
WHERE review_decided_at IS NOT NULL
UNION ALL
SELECT r.id, 'review_decided_30d', 'recorded', 0, london_day(r.review_decided_at), london_day(r.review_decided_at) <= d.thirty_day_deadline
FROM review r JOIN telling_deadline d ON d.decision_day = r.day
WHERE r.review_decided_at IS NOT NULL AND d.thirty_day_deadline IS NOT NULL
UNION ALL
-- Rule 1: at most 24 hours is elapsed time, to the millisecond.
SELECT i.id, 'device_returned_24h', 'recorded', 0, london_day(i.returned_at), i.returned_at - i.received_at <= 86400000
FROM known_item i JOIN active_case USING (id)
WHERE i.returned_at >= i.received_at AND i.other_property IS NOT TRUE;

INSERT INTO contribution BY NAME
SELECT c.force, c.purpose, c.as_at, m.kpi, m.basis, 'd' AS unit, m.k, s.slice, m.day,
    CASE WHEN m.part THEN 1 ELSE 0 END AS numerator, 1 AS denominator, c.id
FROM step_in_measure m
JOIN known_case c USING (id)
JOIN case_slice s USING (id)
JOIN measure_family f ON f.kpi = m.kpi AND f.family = s.family;

-- Answers by the day of the week and the time at which they came; at midnight itself nobody wrote the time down.
INSERT INTO contribution BY NAME
SELECT c.force, c.purpose, c.as_at, 'survey_satisfied' AS kpi, 'recorded' AS basis, 'd' AS unit, 0 AS k,
    unnest(['day=' || lower(dayname(london_day(s.survey_answered_at))),
        'time=' || CASE WHEN london_clock(s.survey_answered_at) = TIME '00:00:00' THEN 'unknown'
            WHEN london_clock(s.survey_answered_at) < TIME '06:00:00' THEN 'small_hours'
            WHEN london_clock(s.survey_answered_at) < TIME '12:00:00' THEN 'morning'
            WHEN london_clock(s.survey_answered_at) < TIME '18:00:00' THEN 'afternoon'
            ELSE 'evening' END]) AS slice,
    london_day(s.survey_answered_at) AS day, CASE WHEN s.survey_satisfied THEN 1 ELSE 0 END AS numerator, 1 AS denominator, c.id
FROM known_contact s JOIN known_case c USING (id)
WHERE s.kind = 'SURVEY' AND s.survey_answered_at IS NOT NULL AND s.survey_satisfied IS NOT NULL
    AND c.active AND c.in_scope AND NOT c.month_only AND c.purpose <> 'maturity';

-- Rule 11: a submission is overdue from the midnight after day 28; a return stops that clock and starts another, which is overdue
-- after the action plan's date, and never where the plan names none. A stock is the sum of what entered less what left.
CREATE TABLE work_clock AS
SELECT s.id, unnest(['cps_overdue', 'cps_overdue_mean']) AS kpi, london_day(s.submitted_at) AS from_day, london_day(s.submitted_at) + 28 AS deadline,
    london_day(least(s.decided_at, s.returned_at)) AS stopped
FROM known_submission s
UNION ALL
-- The same from the allocation, where the record says it, and never before the submission.
SELECT s.id, 'cps_overdue_allocated', a.day, a.day + 28, london_day(least(s.decided_at, s.returned_at))
FROM known_submission s, LATERAL (SELECT greatest(london_day(s.submitted_at), london_day(s.allocated_at)) AS day) AS a
WHERE s.allocated_at IS NOT NULL
UNION ALL
SELECT s.id, 'cps_open_over_' || days || 'd', london_day(s.submitted_at), london_day(s.submitted_at) + days,
    london_day(least(s.decided_at, s.returned_at))
FROM known_submission s, LATERAL (VALUES (42), (56), (90), (180), (365)) AS older(days)
UNION ALL
SELECT s.id, 'cps_resubmission_over_28d', london_day(s.returned_at),
    -- A plan that names no date is never overdue; greatest() alone would pass over the missing date.
    CASE WHEN s.action_plan_due_at IS NOT NULL THEN greatest(london_day(s.returned_at), london_day(s.action_plan_due_at)) + 28 END,
    london_day(least(s.resubmitted_at, s.decided_at))
FROM known_submission s
WHERE s.returned_at IS NOT NULL
UNION ALL
SELECT s.id, unnest(['cps_resubmission_overdue', 'cps_resubmission_mean']), london_day(s.returned_at), london_day(s.action_plan_due_at),
    london_day(least(s.resubmitted_at, s.decided_at))
FROM known_submission s
WHERE s.returned_at IS NOT NULL;

-- Other property is due back from the day on which it was no longer needed; it is held too long when seven days are over.
INSERT INTO work_clock
SELECT i.id, 'property_held', london_day(i.needed_until), london_day(i.needed_until) + 7, london_day(i.returned_at)
FROM known_item i
WHERE i.other_property AND i.needed_until IS NOT NULL;

INSERT INTO contribution BY NAME
SELECT c.force, c.purpose, c.as_at, k.kpi, 'stock' AS basis, 'd' AS unit, 0 AS k, s.slice, e.day, e.numerator, e.denominator, c.id
FROM work_clock k
JOIN known_case c USING (id)
JOIN case_slice s USING (id)
JOIN measure_family f ON f.kpi = k.kpi AND f.family = s.family,
LATERAL (VALUES
    (k.from_day, 0, 1),
    (CASE WHEN k.stopped IS NOT NULL THEN greatest(k.from_day, k.stopped) END, 0, -1),
    (CASE WHEN k.deadline IS NOT NULL THEN greatest(k.from_day, k.deadline) END, 1, 0),
    (CASE WHEN k.stopped IS NOT NULL AND k.deadline IS NOT NULL THEN greatest(k.from_day, k.deadline, k.stopped) END, -1, 0)
) AS e(day, numerator, denominator)
WHERE c.active AND NOT c.month_only AND c.purpose <> 'maturity' AND e.day IS NOT NULL;

-- Devices examined at kiosks in cases of the strategy, for each rape recorded; what no record says is elsewhere, or another device.
INSERT INTO contribution BY NAME
SELECT c.force, c.purpose, c.as_at, 'devices_examined' AS kpi, 'recorded' AS basis, 'd' AS unit, 0 AS k,
    unnest(['', 'lpa=' || c.policing_area]) AS slice, london_day(i.examined_at) AS day, 1 AS numerator, 0 AS denominator, c.id
FROM known_item i JOIN known_case c USING (id)
WHERE c.active AND c.in_scope AND NOT c.month_only AND c.purpose <> 'maturity' AND i.examined_at IS NOT NULL AND i.other_property IS NOT TRUE
    AND i.at_kiosk IS DISTINCT FROM false AND (trim(coalesce(i.item_kind, '')) = '' OR trim(i.item_kind) IN ('TELEPHONE', 'STORAGE'))
UNION ALL
SELECT force, purpose, as_at, 'devices_examined', 'recorded', 'd', 0, unnest(['', 'lpa=' || policing_area]), recorded_day, 0, 1, id
FROM known_case
WHERE active AND offence_theme = 'rape' AND NOT month_only AND purpose <> 'maturity';

-- A step's number in each measure that takes a percentile of it, on the step's day.
CREATE TABLE step_number AS
SELECT i.id, 'device_return_hours_median' AS kpi, london_day(i.returned_at) AS day, (i.returned_at - i.received_at) // 3600000 AS number
FROM known_item i JOIN known_case c USING (id)
WHERE c.active AND c.purpose <> 'maturity' AND i.returned_at >= i.received_at AND i.other_property IS NOT TRUE
UNION ALL
SELECT i.id, 'property_return_days_median', london_day(i.returned_at),
    greatest(0, london_day(i.returned_at) - london_day(i.needed_until))
FROM known_item i JOIN known_case c USING (id)
WHERE c.active AND c.purpose <> 'maturity' AND i.other_property AND i.returned_at IS NOT NULL AND i.needed_until IS NOT NULL
UNION ALL
-- Trap 16: the clock of a submission is one, that of the case from its first submission another.
SELECT s.id, 'cps_days_to_decision_median', london_day(s.decided_at),
    greatest(0, london_day(s.decided_at) - (SELECT min(london_day(f.submitted_at)) FROM known_submission f WHERE f.id = s.id))
FROM known_submission s JOIN known_case c USING (id)
WHERE c.active AND c.purpose <> 'maturity' AND s.decided_at IS NOT NULL
UNION ALL
-- From the charge to the day on which the court decided.
SELECT c.id, 'charge_to_result_days_median', london_day(c.court_result_at), greatest(0, london_day(c.court_result_at) - c.assigned_day)
FROM known_case c
WHERE c.active AND c.purpose <> 'maturity' AND NOT c.month_only AND (c.outcome_type IN ('1', '1A') OR c.outcome_group = 'charged')
    AND trim(c.court_result) <> '' AND c.court_result_at IS NOT NULL
UNION ALL
SELECT m.id, 'spo_days_to_apply_median', m.day, greatest(0, m.day - c.recorded_day)
FROM known_management m JOIN known_case c USING (id)
WHERE c.active AND c.purpose <> 'maturity' AND m.step = 'ORDER_APPLIED';
