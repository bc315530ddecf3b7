-- The steps of each case as known at the instant of its judgement: of those of one id, the event of the greatest (version, changed_at,
-- event id). What was taken back, or is dated by months only, counts nowhere.

CREATE TABLE known_contact AS
WITH newest AS (
    SELECT k.id, c.* EXCLUDE (force, crime_reference)
    FROM known_case k JOIN contact c USING (force, crime_reference)
    WHERE c.known_at <= k.instant AND NOT k.month_only
    QUALIFY row_number() OVER (PARTITION BY k.id, c.contact_id ORDER BY c.version DESC, c.changed_at DESC, c.event_id DESC) = 1
)
SELECT *, london_day(happened_at) AS day FROM newest WHERE NOT withdrawn AND date_resolution = 'DAY';

CREATE TABLE known_submission AS
WITH newest AS (
    SELECT k.id, s.* EXCLUDE (force, crime_reference)
    FROM known_case k JOIN admitted('cps_referral_event') s USING (force, crime_reference)
    WHERE s.known_at <= k.instant AND NOT k.month_only
    QUALIFY row_number() OVER (PARTITION BY k.id, s.submission_id ORDER BY s.version DESC, s.changed_at DESC, s.event_id DESC) = 1
)
SELECT * FROM newest WHERE NOT withdrawn AND date_resolution = 'DAY';

CREATE TABLE known_item AS
WITH newest AS (
    SELECT k.id, i.* EXCLUDE (force, crime_reference)
    FROM known_case k JOIN admitted('device_examination_event') i USING (force, crime_reference)
    WHERE i.known_at <= k.instant AND NOT k.month_only
    QUALIFY row_number() OVER (PARTITION BY k.id, i.item_id ORDER BY i.version DESC, i.changed_at DESC, i.event_id DESC) = 1
)
SELECT * FROM newest WHERE NOT withdrawn AND date_resolution = 'DAY';

-- The steps of stalking management that name a crime, as its case knows them: of copies that differ, the one believed among those that
-- name it. Each version number of a perpetrator is a step of its own.
CREATE TABLE known_management AS
WITH newest AS (
    SELECT k.id, s.perpetrator_id, s.version, s.step, s.happened_at, s.date_resolution
    FROM known_case k JOIN step s USING (force, crime_reference)
    WHERE s.known_at <= k.instant AND NOT k.month_only
    QUALIFY row_number() OVER (
        PARTITION BY k.id, s.perpetrator_id, s.version ORDER BY s.changed_at DESC, s.event_id DESC) = 1
)
SELECT *, london_day(happened_at) AS day FROM newest WHERE date_resolution = 'DAY';

-- What the steps say of the case itself. Two working days count from the report, or from recording where the report's time is not known.
CREATE TABLE case_by_its_steps AS
SELECT k.id, d.two_day_deadline IS NOT NULL AS referral_deadline_known,
    CASE WHEN k.victim_enhanced_rights THEN d.enhanced_deadline ELSE d.usual_deadline END AS information_deadline,
    EXISTS (SELECT 1 FROM known_contact c WHERE c.id = k.id AND c.kind = 'DUTY' AND c.duty = 'INFORMATION'
        AND c.day <= information_deadline) AS informed_by_deadline,
    EXISTS (SELECT 1 FROM known_contact c WHERE c.id = k.id AND c.kind = 'DUTY' AND c.duty = 'COMPENSATION'
        AND c.day - k.recorded_day < 28) AS told_of_compensation,
    EXISTS (SELECT 1 FROM known_contact c WHERE c.id = k.id AND c.kind = 'DUTY' AND c.duty = 'DISPOSAL_VIEWS'
        AND c.day <= k.assigned_day) AS views_asked,
    EXISTS (SELECT 1 FROM known_contact c WHERE c.id = k.id AND c.kind = 'DUTY' AND c.duty = 'INTERVIEWER'
        AND c.day <= london_day(k.statement_at)) AS interviewer_offered,
    EXISTS (SELECT 1 FROM known_contact c WHERE c.id = k.id AND c.kind = 'DUTY' AND c.duty = 'COURT_VISIT'
        AND c.day < london_day(k.trial_at)) AS court_visit_offered,
    EXISTS (SELECT 1 FROM known_contact c WHERE c.id = k.id AND c.kind = 'REFERRAL' AND c.day <= d.two_day_deadline) AS support_referred,
    EXISTS (SELECT 1 FROM known_contact c WHERE c.id = k.id AND c.kind = 'REFERRAL' AND c.day <= k.assigned_day) AS referred_by_decision,
    EXISTS (SELECT 1 FROM known_contact c WHERE c.id = k.id AND c.kind = 'REFERRAL' AND c.day > k.assigned_day) AS referred_after_decision,
    EXISTS (SELECT 1 FROM known_contact c WHERE c.id = k.id AND c.kind = 'REFERRAL' AND trim(c.service) = 'HATE') AS referred_for_hate,
    EXISTS (SELECT 1 FROM known_contact c WHERE c.id = k.id AND c.kind = 'SURVEY' AND c.day - k.recorded_day < 90) AS surveyed,
    EXISTS (SELECT 1 FROM known_contact c WHERE c.id = k.id AND c.kind = 'AUDIT') AS audited,
    EXISTS (SELECT 1 FROM known_contact c WHERE c.id = k.id AND c.kind = 'AUDIT' AND c.audit_updates_timely = 'YES'
        AND list_has_all(['YES', 'NOT_APPLICABLE'], [c.audit_acknowledged, c.audit_statement_offered, c.audit_referred_in_time,
            c.audit_end_of_journey_told])) AS all_duties_met,
    EXISTS (SELECT 1 FROM known_management m WHERE m.id = k.id AND m.step = 'SCREENED' AND m.day - k.recorded_day < 7) AS screened,
    EXISTS (SELECT 1 FROM known_management m WHERE m.id = k.id AND m.step = 'PROGRAMME_SELECTED') AS led_to_programme
FROM known_case k
LEFT JOIN telling_deadline d ON d.decision_day = london_day(coalesce(k.reported_at, k.recorded_at));
