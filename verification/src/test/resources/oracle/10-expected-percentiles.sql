-- Medians and percentiles, by nearest rank: the least whole number that at least so many of 100 cases do not exceed. What is more
-- than 9999 counts as 9999. Hours are elapsed and whole; days are civil days.

INSERT INTO measure (kpi, kind, bases, windows, families, streams) VALUES
    ('hours_to_report_median', 'percentile 50', 'recorded', NULL, 'TOTAL THEME THEME_AND_LPA AGE_BAND ETHNICITY', 'crime-recording'),
    ('device_return_hours_median', 'percentile 50', 'recorded', '90d 365d', 'TOTAL THEME LPA', 'device-examination'),
    ('spo_days_to_apply_median', 'percentile 50', 'recorded', '90d 365d', 'TOTAL LPA', 'stalking'),
    ('recording_latency_p95', 'percentile 95', 'recorded', '28d', 'TOTAL THEME LPA', 'crime-recording'),
    ('dvpo_hours_to_hearing_median', 'percentile 50', 'recorded', '90d 365d', 'TOTAL DOMESTIC_ABUSE_AND_LPA', 'protective-order'),
    ('disclosure_days_median', 'percentile 50', 'recorded', '90d 365d', 'TOTAL', 'safeguarding'),
    ('conduct_days_median', 'percentile 50', 'recorded', '365d', 'TOTAL', 'conduct'),
    ('hours_to_record_p90', 'percentile 90', 'recorded', NULL, 'TOTAL THEME THEME_AND_LPA', 'crime-recording'),
    ('charge_to_trial_days_median', 'percentile 50', 'assigned', '90d 365d', 'TOTAL THEME LPA', 'outcome'),
    ('charge_to_result_days_median', 'percentile 50', 'recorded', '90d 365d', 'TOTAL THEME LPA', 'outcome'),
    ('police_suspect_days_median', 'percentile 50', 'assigned', '365d', 'TOTAL', 'outcome'),
    ('early_advice_days_median', 'percentile 50', 'assigned', '90d 365d', 'TOTAL THEME LPA', 'crime-recording'),
    ('statement_days_median', 'percentile 50', 'recorded', '90d 365d', 'TOTAL THEME LPA', 'crime-recording'),
    ('vps_days_median', 'percentile 50', 'recorded', '365d', 'TOTAL THEME', 'crime-recording'),
    ('property_return_days_median', 'percentile 50', 'recorded', '90d 365d', 'TOTAL THEME LPA', 'device-examination'),
    ('cps_days_to_decision_median', 'percentile 50', 'recorded', NULL, 'TOTAL THEME LPA', 'cps-referral'),
    ('withdrawal_days_median', 'percentile 50', 'assigned', NULL, 'TOTAL THEME THEME_AND_LPA', 'outcome'),
    ('cps_overdue_oldest_days', 'oldest', 'stock', NULL, 'TOTAL THEME', 'cps-referral'),
    ('cps_resubmission_oldest_days', 'oldest', 'stock', NULL, 'TOTAL THEME', 'cps-referral');

INSERT INTO measure (kpi, kind, bases, windows, families, streams, named) VALUES
    ('withdrawal_days_p25', 'percentile 25', 'assigned', '90d 365d', 'TOTAL THEME LPA', 'outcome', 'withdrawal_days_quartiles percentile=25'),
    ('withdrawal_days_p75', 'percentile 75', 'assigned', '90d 365d', 'TOTAL THEME LPA', 'outcome', 'withdrawal_days_quartiles percentile=75');

-- A case's number in each measure to which it belongs, on its day.
CREATE TABLE case_number AS
WITH stated AS (
    SELECT c.id, c.force, c.purpose, c.as_at, n.*
    FROM known_case c,
    LATERAL (VALUES
        ('hours_to_report_median', c.recorded_day,
            c.offence_theme IN ('rape', 'other_sexual') AND c.victim_sex = 'female' AND c.public_place AND c.committed_within_a_year,
            CASE WHEN c.committed_to <= c.reported_at THEN (c.reported_at - c.committed_to) // 3600000 END),
        ('hours_to_record_p90', c.recorded_day, NOT c.transferred_in,
            CASE WHEN c.reported_at <= c.recorded_at THEN (c.recorded_at - c.reported_at) // 3600000 END),
        -- Of an interval the last day counts: before it the offence was not over.
        ('recording_latency_p95', c.recorded_day, true,
            CASE WHEN london_day(coalesce(c.committed_to, c.committed_from)) <= c.recorded_day
                 THEN c.recorded_day - london_day(coalesce(c.committed_to, c.committed_from)) END),
        ('police_suspect_days_median', c.assigned_day, c.police_suspect, greatest(0, c.assigned_day - c.recorded_day)),
        ('charge_to_trial_days_median', c.assigned_day, c.outcome_type IN ('1', '1A') OR c.outcome_group = 'charged',
            CASE WHEN london_day(c.trial_at) >= c.assigned_day THEN london_day(c.trial_at) - c.assigned_day END),
        ('early_advice_days_median', c.assigned_day, true,
            CASE WHEN london_day(c.early_advice_given_at) >= london_day(c.early_advice_sought_at)
                 THEN london_day(c.early_advice_given_at) - london_day(c.early_advice_sought_at) END),
        ('statement_days_median', c.recorded_day, c.person_victim,
            CASE WHEN c.statement_at IS NOT NULL
                 THEN greatest(0, london_day(c.statement_at) - coalesce(london_day(c.reported_at), c.recorded_day)) END),
        ('vps_days_median', c.recorded_day, c.person_victim,
            CASE WHEN c.personal_statement_at IS NOT NULL THEN greatest(0, london_day(c.personal_statement_at) - c.recorded_day) END),
        ('withdrawal_days_p25', c.assigned_day, c.outcome_type = '16', greatest(0, c.assigned_day - c.recorded_day)),
        ('withdrawal_days_p75', c.assigned_day, c.outcome_type = '16', greatest(0, c.assigned_day - c.recorded_day)),
        ('withdrawal_days_median', c.assigned_day, c.outcome_type = '16', greatest(0, c.assigned_day - c.recorded_day))
    ) AS n(kpi, day, belongs, number)
    WHERE c.active AND NOT c.month_only AND c.purpose <> 'maturity'
    UNION ALL
    SELECT c.id, c.force, c.purpose, c.as_at, n.kpi, n.day, true, n.number
    FROM step_number n JOIN known_case c USING (id)
)
SELECT c.force, c.purpose, c.as_at, c.kpi, coalesce(s.slice, '') AS slice, c.day, least(c.number, 9999) AS number
FROM stated c
JOIN case_slice s USING (id)
JOIN measure_family f ON f.kpi = c.kpi AND f.family = s.family
WHERE c.belongs AND c.number IS NOT NULL AND c.day IS NOT NULL
UNION ALL
SELECT force, purpose, as_at, kpi, slice, day, least(number, 9999) FROM subject_number;

CREATE MACRO nearest_rank(numbers, percent) AS list_sort(numbers)[CAST(ceil(percent * len(numbers) / 100.0) AS INTEGER)]::INTEGER;

INSERT INTO expected_value BY NAME
SELECT n.force, n.as_at, n.kpi, b.basis, b."window", n.slice,
    nearest_rank(list(n.number), any_value(p.percent)) AS numerator, count(*)::INTEGER AS denominator
FROM case_number n
JOIN basis_window b USING (kpi)
JOIN percent p USING (kpi)
WHERE n.purpose = 'as_at' AND n.day BETWEEN n.as_at - b.length AND n.as_at - 1
GROUP BY n.force, n.as_at, n.kpi, b.basis, b."window", n.slice;

INSERT INTO expected_day BY NAME
SELECT n.force, n.kpi, any_value(b.basis) AS basis, n.slice, n.day,
    nearest_rank(list(n.number), any_value(p.percent)) AS numerator, count(*)::INTEGER AS denominator
FROM case_number n
JOIN (SELECT DISTINCT kpi, basis FROM basis_window) b USING (kpi)
JOIN percent p USING (kpi)
WHERE n.purpose = 'end'
GROUP BY n.force, n.kpi, n.slice, n.day;

-- How old is the oldest of what is overdue at a midnight, of how many: a submission from the midnight after its day 28 on, a return from the
-- midnight after its plan's date on, until the midnight after the day on which it is answered. Of a day by itself there is no such age.
CREATE TABLE overdue_since AS
SELECT id, 'cps_overdue_oldest_days' AS kpi, london_day(submitted_at) AS since, 28 AS days_allowed,
    london_day(least(decided_at, returned_at)) AS answered
FROM known_submission
UNION ALL
SELECT id, 'cps_resubmission_oldest_days', greatest(london_day(returned_at), london_day(action_plan_due_at)), 0,
    london_day(least(resubmitted_at, decided_at))
FROM known_submission
WHERE returned_at IS NOT NULL AND action_plan_due_at IS NOT NULL;

INSERT INTO expected_value BY NAME
SELECT c.force, c.as_at, o.kpi, 'stock' AS basis, 'all' AS "window", s.slice,
    max(c.as_at - o.since)::INTEGER AS numerator, count(*)::INTEGER AS denominator
FROM overdue_since o
JOIN known_case c USING (id)
JOIN case_slice s USING (id)
JOIN measure_family f ON f.kpi = o.kpi AND f.family = s.family
WHERE c.purpose = 'as_at' AND c.active AND NOT c.month_only
    AND c.as_at - o.since > o.days_allowed AND (o.answered IS NULL OR o.answered >= c.as_at)
GROUP BY c.force, c.as_at, o.kpi, s.slice;
