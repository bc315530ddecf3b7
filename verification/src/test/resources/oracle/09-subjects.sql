-- What orders, safeguarding cases and conduct matters add to each measure. Each is known by the event of the greatest (version,
-- changed_at, event id); what was taken back, or is dated by months only, counts nowhere.

CREATE TABLE moment AS
SELECT force, 'as_at' AS purpose, as_at, midnight(as_at) AS instant FROM wanted
UNION ALL
SELECT DISTINCT force, 'end', NULL::DATE, 9223372036854775807 FROM wanted;

CREATE TABLE known_order AS
WITH newest AS (
    SELECT m.purpose, m.as_at, o.*
    FROM moment m JOIN protective_order o USING (force)
    WHERE o.known_at <= m.instant
    QUALIFY row_number() OVER (
        PARTITION BY m.force, m.purpose, m.as_at, o.order_id ORDER BY o.version DESC, o.changed_at DESC, o.event_id DESC) = 1
)
SELECT *, london_day(granted_at) AS granted_day, london_day(heard_at) AS heard_day, london_day(ends_at) AS end_day
FROM newest
WHERE NOT withdrawn AND date_resolution = 'DAY';

CREATE TABLE known_safeguarding AS
WITH newest AS (
    SELECT m.purpose, m.as_at, s.*
    FROM moment m JOIN safeguarding s USING (force)
    WHERE s.known_at <= m.instant
    QUALIFY row_number() OVER (
        PARTITION BY m.force, m.purpose, m.as_at, s.case_id ORDER BY s.version DESC, s.changed_at DESC, s.event_id DESC) = 1
)
SELECT *, london_day(referred_at) AS referred_day, london_day(heard_at) AS heard_day
FROM newest
WHERE NOT withdrawn AND date_resolution = 'DAY';

CREATE TABLE known_conduct AS
WITH newest AS (
    SELECT m.purpose, m.as_at, c.*
    FROM moment m JOIN conduct c USING (force)
    WHERE c.known_at <= m.instant
    QUALIFY row_number() OVER (
        PARTITION BY m.force, m.purpose, m.as_at, c.case_id ORDER BY c.version DESC, c.changed_at DESC, c.event_id DESC) = 1
)
SELECT *, london_day(recorded_at) AS recorded_day, london_day(finalised_at) AS finalised_day
FROM newest
WHERE NOT withdrawn AND date_resolution = 'DAY' AND flagged;

CREATE TABLE subject_in_measure AS
-- Notices and orders on domestic violence granted, for each crime marked as domestic abuse.
SELECT force, purpose, as_at, 'dvpo_rate' AS kpi, 'recorded' AS basis, 0 AS k, granted_day AS day, 1 AS numerator, 0 AS denominator
FROM known_order WHERE kind IN ('DVPN', 'DVPO') AND granted_day IS NOT NULL
UNION ALL
SELECT force, purpose, as_at, 'dvpo_rate', 'recorded', 0, recorded_day, 0, 1
FROM known_case WHERE active AND domestic_abuse AND NOT month_only AND purpose <> 'maturity'
UNION ALL
-- Rule 1: at most 48 hours, elapsed.
SELECT force, purpose, as_at, 'dvpo_within_48h', 'recorded', 0, heard_day, CASE WHEN heard_at - notice_at <= 48 * 3600000 THEN 1 ELSE 0 END, 1
FROM known_order WHERE kind = 'DVPO' AND heard_at >= notice_at
UNION ALL
SELECT force, purpose, as_at, 'dvpn_given', 'recorded', 0, granted_day, 1, 1 FROM known_order WHERE kind = 'DVPN' AND granted_day IS NOT NULL
UNION ALL
SELECT force, purpose, as_at, 'dvpo_applied', 'recorded', 0, london_day(notice_at), 1, 1
FROM known_order WHERE kind = 'DVPO' AND notice_at IS NOT NULL
UNION ALL
SELECT force, purpose, as_at, 'dvpo_granted', 'recorded', 0, granted_day, 1, 1 FROM known_order WHERE kind = 'DVPO' AND granted_day IS NOT NULL
UNION ALL
SELECT force, purpose, as_at, 'dvpo_granted_share', 'recorded', 0, heard_day, CASE WHEN granted_day IS NOT NULL THEN 1 ELSE 0 END, 1
FROM known_order WHERE kind = 'DVPO' AND heard_day IS NOT NULL
UNION ALL
SELECT force, purpose, as_at, 'dvpo_breached', 'recorded', 0, granted_day, CASE WHEN breached THEN 1 ELSE 0 END, 1
FROM known_order WHERE kind = 'DVPO' AND granted_day IS NOT NULL AND breached IS NOT NULL
UNION ALL
SELECT force, purpose, as_at, 'shpo_interim', 'recorded', 0, granted_day, CASE WHEN interim THEN 1 ELSE 0 END, 1
FROM known_order WHERE kind = 'SHPO' AND granted_day IS NOT NULL AND interim IS NOT NULL
UNION ALL
SELECT force, purpose, as_at, 'shpo_civil', 'recorded', 0, granted_day, CASE WHEN civil THEN 1 ELSE 0 END, 1
FROM known_order WHERE kind = 'SHPO' AND granted_day IS NOT NULL AND civil IS NOT NULL
UNION ALL
SELECT force, purpose, as_at, 'disclosures_asked', 'recorded', 0, referred_day, 1, 1 FROM known_safeguarding WHERE kind = 'DISCLOSURE'
UNION ALL
SELECT force, purpose, as_at, 'disclosures_made', 'recorded', 0, heard_day, 1, 1
FROM known_safeguarding WHERE kind = 'DISCLOSURE' AND heard_day IS NOT NULL
UNION ALL
SELECT force, purpose, as_at, 'shpo_granted', 'recorded', 0, granted_day, 1, 1 FROM known_order WHERE kind = 'SHPO' AND granted_day IS NOT NULL
UNION ALL
-- Trap 15: granted ever is not in force.
SELECT force, purpose, as_at, 'shpo_cumulative', 'stock', 0, granted_day, 1, 1 FROM known_order WHERE kind = 'SHPO' AND granted_day IS NOT NULL
UNION ALL
SELECT force, purpose, as_at, 'shpo_in_force', 'stock', 0, granted_day, 1, 1 FROM known_order WHERE kind = 'SHPO' AND granted_day IS NOT NULL
UNION ALL
SELECT force, purpose, as_at, 'shpo_in_force', 'stock', 0, greatest(granted_day, end_day), -1, -1
FROM known_order WHERE kind = 'SHPO' AND granted_day IS NOT NULL AND end_day IS NOT NULL
UNION ALL
SELECT force, purpose, as_at, 'marac_rate', 'recorded', 0, heard_day, 1, 0 FROM known_safeguarding WHERE kind = 'MARAC' AND heard_day IS NOT NULL
UNION ALL
SELECT force, purpose, as_at, 'marac_high_risk_28d', 'settled_28d', 28, referred_day,
    CASE WHEN heard_day IS NOT NULL AND heard_day - referred_day < 28 THEN 1 ELSE 0 END, 1
FROM known_safeguarding WHERE kind = 'MARAC' AND high_risk
UNION ALL
-- Of a record that does not have the field nothing is known: neither yes nor no.
SELECT force, purpose, as_at, 'marac_repeat', 'recorded', 0, heard_day, CASE WHEN repeat THEN 1 ELSE 0 END, 1
FROM known_safeguarding WHERE kind = 'MARAC' AND heard_day IS NOT NULL AND repeat IS NOT NULL
UNION ALL
-- Trap 20: use of force is listed apart.
SELECT force, purpose, as_at, 'police_complaints', 'recorded', 0, recorded_day, 1, 1
FROM known_conduct WHERE kind = 'COMPLAINT' AND NOT use_of_force_only
UNION ALL
SELECT force, purpose, as_at, 'police_complaints_rate', 'recorded', 0, recorded_day, 1, 0
FROM known_conduct WHERE kind = 'COMPLAINT' AND NOT use_of_force_only
UNION ALL
SELECT force, purpose, as_at, 'police_conduct_rate', 'recorded', 0, recorded_day, 1, 0 FROM known_conduct WHERE kind = 'CONDUCT'
UNION ALL
SELECT force, purpose, as_at, 'police_complaints_force', 'recorded', 0, recorded_day, 1, 1
FROM known_conduct WHERE kind = 'COMPLAINT' AND use_of_force_only
UNION ALL
SELECT force, purpose, as_at, 'police_conduct', 'recorded', 0, recorded_day, 1, 1 FROM known_conduct WHERE kind = 'CONDUCT'
UNION ALL
-- Of a record that does not have the field nothing is known: neither yes nor no.
SELECT force, purpose, as_at, m.kpi, 'recorded', 0, recorded_day, CASE WHEN c.category = m.category THEN 1 ELSE 0 END, 1
FROM known_conduct c, complaint_about m WHERE kind = 'COMPLAINT' AND NOT use_of_force_only AND trim(c.category) <> ''
UNION ALL
-- Rule 12: within two working days of the record, of which the day is day 0.
SELECT c.force, c.purpose, c.as_at, 'conduct_restricted_2d', 'settled_7d', 7, c.recorded_day,
    CASE WHEN london_day(c.restriction_decided_at) <= d.two_day_deadline THEN 1 ELSE 0 END, 1
FROM known_conduct c JOIN telling_deadline d ON d.decision_day = c.recorded_day
WHERE c.suspect_of_crime AND d.two_day_deadline IS NOT NULL
UNION ALL
SELECT force, purpose, as_at, 'conduct_proven', 'recorded', 0, finalised_day, CASE WHEN proven THEN 1 ELSE 0 END, 1
FROM known_conduct WHERE finalised_day IS NOT NULL
UNION ALL
SELECT c.force, c.purpose, c.as_at, 'conduct_open_12m', 'stock', 0, e.day, e.numerator, e.denominator
FROM known_conduct c, LATERAL (VALUES
    (c.recorded_day, 0, 1),
    (c.recorded_day + 365, 1, 0),
    (CASE WHEN c.finalised_day IS NOT NULL THEN greatest(c.recorded_day, c.finalised_day) END, 0, -1),
    (CASE WHEN c.finalised_day IS NOT NULL THEN greatest(c.recorded_day + 365, c.finalised_day) END, -1, 0)
) AS e(day, numerator, denominator)
WHERE e.day IS NOT NULL;

INSERT INTO contribution BY NAME
SELECT force, purpose, as_at, kpi, basis, 'd' AS unit, k, '' AS slice, day, numerator, denominator FROM subject_in_measure;

CREATE TABLE subject_number AS
SELECT force, purpose, as_at, 'conduct_days_median' AS kpi, finalised_day AS day, greatest(0, finalised_day - recorded_day) AS number
FROM known_conduct WHERE finalised_day IS NOT NULL
UNION ALL
SELECT force, purpose, as_at, 'dvpo_hours_to_hearing_median', heard_day, (heard_at - notice_at) // 3600000
FROM known_order WHERE kind = 'DVPO' AND heard_at >= notice_at
UNION ALL
SELECT force, purpose, as_at, 'disclosure_days_median', heard_day, greatest(0, heard_day - referred_day)
FROM known_safeguarding WHERE kind = 'DISCLOSURE' AND heard_day IS NOT NULL;
