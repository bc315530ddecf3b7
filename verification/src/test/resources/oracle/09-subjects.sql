-- What orders, safeguarding cases and conduct matters add to each measure. Each is known by the event of the greatest (version,
-- changed_at, event id); what was taken back, or is dated by months only, counts nowhere.

INSERT INTO measure (kpi, kind, bases, windows, families, streams) VALUES
    ('dvpo_within_48h', 'share', 'recorded', '90d 365d', 'TOTAL DOMESTIC_ABUSE_AND_LPA', 'protective-order'),
    ('shpo_granted', 'count', 'recorded', '90d 365d', 'TOTAL LPA', 'protective-order'),
    ('shpo_cumulative', 'count', 'stock', NULL, 'TOTAL LPA', 'protective-order'),
    ('shpo_in_force', 'count', 'stock', NULL, 'TOTAL LPA', 'protective-order'),
    ('marac_rate', 'per adult_female_residents', 'recorded', '365d', 'TOTAL', 'safeguarding'),
    ('marac_high_risk_28d', 'share', 'settled_28d', '90d 365d', 'TOTAL', 'safeguarding'),
    ('marac_repeat', 'share', 'recorded', '90d 365d', 'TOTAL', 'safeguarding'),
    ('disclosures_within_28d', 'share', 'recorded', '90d 365d', 'TOTAL', 'safeguarding'),
    ('conduct_open_12m', 'share', 'stock', NULL, 'TOTAL', 'conduct'),
    ('conduct_restricted_2d', 'share', 'settled_7d', '365d', 'TOTAL', 'conduct'),
    ('dvpo_applied', 'count', 'recorded', '90d 365d', 'TOTAL DOMESTIC_ABUSE_AND_LPA', 'protective-order'),
    ('dvpo_granted_share', 'share', 'recorded', '90d 365d', 'TOTAL DOMESTIC_ABUSE_AND_LPA', 'protective-order'),
    ('dvpo_heard_virtually', 'share', 'recorded', '365d', 'TOTAL DOMESTIC_ABUSE_AND_LPA', 'protective-order');

INSERT INTO measure (kpi, kind, bases, windows, families, streams, named) VALUES
    ('dvpn_rate', 'rate', 'recorded', '90d 365d', 'TOTAL', 'crime-recording protective-order', 'domestic_violence_rate instrument=notice'),
    ('dvpo_rate', 'rate', 'recorded', '90d 365d', 'TOTAL', 'crime-recording protective-order', 'domestic_violence_rate instrument=order'),
    ('dapn_rate', 'rate', 'recorded', '90d 365d', 'TOTAL', 'crime-recording protective-order', 'domestic_violence_rate instrument=dapn'),
    ('dapo_rate', 'rate', 'recorded', '90d 365d', 'TOTAL', 'crime-recording protective-order', 'domestic_violence_rate instrument=dapo'),
    ('police_complaints_rate', 'per workforce', 'recorded', '365d', 'TOTAL', 'conduct', 'police_matters_rate matter=complaint'),
    ('police_conduct_rate', 'per workforce', 'recorded', '365d', 'TOTAL', 'conduct', 'police_matters_rate matter=conduct'),
    ('marac_cases', 'count', 'recorded', '90d 365d', 'TOTAL', 'safeguarding', 'marac_heard heard=all'),
    ('marac_repeat_cases', 'count', 'recorded', '90d 365d', 'TOTAL', 'safeguarding', 'marac_heard heard=repeat'),
    ('police_complaints', 'count', 'recorded', '90d 365d fytd', 'TOTAL', 'conduct', 'police_matters matter=complaint'),
    ('police_complaints_force', 'count', 'recorded', '90d 365d fytd', 'TOTAL', 'conduct', 'police_matters matter=force'),
    ('police_conduct', 'count', 'recorded', '90d 365d fytd', 'TOTAL', 'conduct', 'police_matters matter=conduct'),
    ('conduct_proven', 'share', 'recorded', '365d', 'TOTAL', 'conduct', 'conduct_ended result=case_to_answer'),
    ('conduct_proven_all', 'share', 'recorded', '365d', 'TOTAL', 'conduct', 'conduct_ended result=all_case_to_answer'),
    ('misconduct_proven', 'share', 'recorded', '365d', 'TOTAL', 'conduct', 'conduct_ended result=proven'),
    ('conduct_dismissed', 'share', 'recorded', '365d', 'TOTAL', 'conduct', 'conduct_ended result=dismissed'),
    ('dvpn_given', 'count', 'recorded', '90d 365d', 'TOTAL DOMESTIC_ABUSE_AND_LPA', 'protective-order', 'domestic_violence_orders instrument=notice'),
    ('dvpo_granted', 'count', 'recorded', '90d 365d', 'TOTAL DOMESTIC_ABUSE_AND_LPA', 'protective-order', 'domestic_violence_orders instrument=order'),
    ('dvpo_not_granted', 'count', 'recorded', '90d 365d', 'TOTAL DOMESTIC_ABUSE_AND_LPA', 'protective-order',
        'domestic_violence_orders instrument=not_granted'),
    ('dapn_given', 'count', 'recorded', '90d 365d', 'TOTAL DOMESTIC_ABUSE_AND_LPA', 'protective-order', 'domestic_violence_orders instrument=dapn'),
    ('dapo_granted', 'count', 'recorded', '90d 365d', 'TOTAL DOMESTIC_ABUSE_AND_LPA', 'protective-order', 'domestic_violence_orders instrument=dapo'),
    ('dapo_not_granted', 'count', 'recorded', '90d 365d', 'TOTAL DOMESTIC_ABUSE_AND_LPA', 'protective-order',
        'domestic_violence_orders instrument=dapo_not_granted'),
    ('dvpo_in_force', 'count', 'stock', NULL, 'TOTAL DOMESTIC_ABUSE_AND_LPA', 'protective-order', 'orders_in_force order_in_force=dvpo'),
    ('dapo_in_force', 'count', 'stock', NULL, 'TOTAL DOMESTIC_ABUSE_AND_LPA', 'protective-order', 'orders_in_force order_in_force=dapo'),
    ('disclosures_asked', 'count', 'recorded', '90d 365d', 'TOTAL', 'safeguarding', 'disclosures disclosure=asked'),
    ('disclosures_made', 'count', 'recorded', '90d 365d', 'TOTAL', 'safeguarding', 'disclosures disclosure=made'),
    ('disclosures_right_to_ask', 'count', 'recorded', '90d 365d', 'TOTAL', 'safeguarding', 'disclosures disclosure=right_to_ask'),
    ('disclosures_right_to_know', 'count', 'recorded', '90d 365d', 'TOTAL', 'safeguarding', 'disclosures disclosure=right_to_know'),
    ('shpo_interim', 'share', 'recorded', '90d 365d', 'TOTAL LPA', 'protective-order', 'shpo_kind order_kind=interim'),
    ('shpo_civil', 'share', 'recorded', '90d 365d', 'TOTAL LPA', 'protective-order', 'shpo_kind order_kind=civil'),
    ('dvpn_breached', 'share', 'recorded', '90d 365d', 'TOTAL DOMESTIC_ABUSE_AND_LPA', 'protective-order',
        'domestic_violence_breached instrument=notice'),
    ('dvpo_breached', 'share', 'recorded', '90d 365d', 'TOTAL DOMESTIC_ABUSE_AND_LPA', 'protective-order',
        'domestic_violence_breached instrument=order'),
    ('dapn_breached', 'share', 'recorded', '90d 365d', 'TOTAL DOMESTIC_ABUSE_AND_LPA', 'protective-order',
        'domestic_violence_breached instrument=dapn'),
    ('dapo_breached', 'share', 'recorded', '90d 365d', 'TOTAL DOMESTIC_ABUSE_AND_LPA', 'protective-order',
        'domestic_violence_breached instrument=dapo');

INSERT INTO measure BY NAME
SELECT 'complaints_' || category AS kpi, 'share' AS kind, 'recorded' AS bases, '90d 365d' AS windows, 'TOTAL' AS families, 'conduct' AS streams,
    'complaints category=' || category AS named
FROM unnest(['duties', 'discrimination', 'abuse', 'behaviour', 'sexual', 'others']) AS c(category);

CREATE TABLE complaint_about AS
SELECT kpi, upper(split_part(cut, '=', 2)) AS category FROM value_of_dimension WHERE measure = 'complaints';

CREATE TABLE moment AS
SELECT force, 'as_at' AS purpose, as_at, midnight(as_at) AS instant FROM wanted
UNION ALL
SELECT DISTINCT force, 'end', NULL::DATE, 9223372036854775807 FROM wanted;

CREATE TABLE known_order AS
WITH newest AS (
    SELECT m.purpose, m.as_at, o.*
    FROM moment m JOIN admitted('protective_order_event') o USING (force)
    WHERE o.known_at <= m.instant
    QUALIFY row_number() OVER (
        PARTITION BY m.force, m.purpose, m.as_at, o.order_id ORDER BY o.version DESC, o.changed_at DESC, o.event_id DESC) = 1
)
SELECT newest.*, london_day(granted_at) AS granted_day, london_day(heard_at) AS heard_day, london_day(ends_at) AS end_day,
    coalesce(a.lpa, 'unknown') AS policing_area
FROM newest LEFT JOIN policing_area a ON a.force = newest.force AND a.unit = newest.lpa
    AND london_day(least(newest.notice_at, newest.heard_at, newest.granted_at))
        BETWEEN coalesce(a.valid_from, '-infinity'::DATE) AND coalesce(a.valid_to, 'infinity'::DATE)
WHERE NOT withdrawn AND date_resolution = 'DAY';

CREATE TABLE known_safeguarding AS
WITH newest AS (
    SELECT m.purpose, m.as_at, s.*
    FROM moment m JOIN admitted('safeguarding_event') s USING (force)
    WHERE s.known_at <= m.instant
    QUALIFY row_number() OVER (
        PARTITION BY m.force, m.purpose, m.as_at, s.case_id ORDER BY s.version DESC, s.changed_at DESC, s.event_id DESC) = 1
)
SELECT *, london_day(referred_at) AS referred_day, london_day(heard_at) AS heard_day
FROM newest
WHERE NOT withdrawn AND date_resolution = 'DAY';

CREATE TABLE known_matter AS
WITH newest AS (
    SELECT m.purpose, m.as_at, c.*
    FROM moment m JOIN admitted('conduct_event') c USING (force)
    WHERE c.known_at <= m.instant
    QUALIFY row_number() OVER (
        PARTITION BY m.force, m.purpose, m.as_at, c.case_id ORDER BY c.version DESC, c.changed_at DESC, c.event_id DESC) = 1
)
SELECT *, london_day(recorded_at) AS recorded_day, london_day(finalised_at) AS finalised_day
FROM newest
WHERE NOT withdrawn AND date_resolution = 'DAY';

CREATE TABLE known_conduct AS SELECT * FROM known_matter WHERE flagged;

-- How long the court took, without Sundays, Christmas Day, Good Friday and bank holidays; and whether these are known for as long as
-- it may take, which is never more than two weeks.
CREATE TABLE hearing AS
WITH known AS (
    SELECT make_date(min(year(date)), 1, 1) AS from_day, make_date(max(year(date)), 12, 31) AS to_day FROM bank_holiday
), day AS (
    SELECT unnest(generate_series(from_day, to_day, INTERVAL 1 DAY))::DATE AS day FROM known
), counted AS (
    SELECT midnight(day) AS from_at, midnight(day + 1) AS to_at FROM day
    WHERE isodow(day) <> 7 AND strftime(day, '%m-%d') NOT IN ('12-25', '12-26') AND day NOT IN (SELECT date FROM bank_holiday)
), heard AS (
    SELECT DISTINCT notice_at, heard_at FROM known_order WHERE kind = 'DVPO' AND heard_at >= notice_at
), overlap AS (
    SELECT h.notice_at, h.heard_at,
        sum(least(c.to_at, notice_at + 14 * 86400000) - greatest(c.from_at, notice_at)) AS within_two_weeks,
        sum(greatest(0, least(c.to_at, heard_at) - greatest(c.from_at, notice_at))) AS taken
    FROM heard h JOIN counted c ON c.to_at > h.notice_at AND c.from_at < h.notice_at + 14 * 86400000
    GROUP BY ALL
)
SELECT notice_at, heard_at, taken <= 48 * 3600000 AS in_time
FROM overlap, known
WHERE london_day(notice_at) >= from_day AND within_two_weeks > 48 * 3600000;

-- What notices and orders on domestic violence add, to the whole force and in their policing area. Those of the Act of 2021 (DAPN, DAPO)
-- are counted apart; what the court is to do, and when, is the same by both Acts.
INSERT INTO contribution BY NAME
SELECT o.force, o.purpose, o.as_at, m.kpi, 'recorded' AS basis, 'd' AS unit, 0 AS k, s.slice, m.day,
    CASE WHEN m.part THEN 1 ELSE 0 END AS numerator, 1 AS denominator
FROM known_order o LEFT JOIN hearing h USING (notice_at, heard_at),
LATERAL (VALUES
    ('dvpn_given', 'DVPN', o.abuse_act IS NOT TRUE, o.granted_day, true),
    ('dapn_given', 'DVPN', o.abuse_act, o.granted_day, true),
    ('dvpn_breached', 'DVPN', o.breached IS NOT NULL AND o.abuse_act IS NOT TRUE, o.granted_day, o.breached),
    ('dapn_breached', 'DVPN', o.breached IS NOT NULL AND o.abuse_act, o.granted_day, o.breached),
    ('dvpo_applied', 'DVPO', true, london_day(o.notice_at), true),
    ('dvpo_granted', 'DVPO', o.abuse_act IS NOT TRUE, o.granted_day, true),
    ('dapo_granted', 'DVPO', o.abuse_act, o.granted_day, true),
    ('dvpo_breached', 'DVPO', o.breached IS NOT NULL AND o.abuse_act IS NOT TRUE, o.granted_day, o.breached),
    ('dapo_breached', 'DVPO', o.breached IS NOT NULL AND o.abuse_act, o.granted_day, o.breached),
    ('dvpo_not_granted', 'DVPO', o.granted_day IS NULL AND o.abuse_act IS NOT TRUE, o.heard_day, true),
    ('dapo_not_granted', 'DVPO', o.granted_day IS NULL AND o.abuse_act, o.heard_day, true),
    ('dvpo_granted_share', 'DVPO', true, o.heard_day, o.granted_day IS NOT NULL),
    ('dvpo_heard_virtually', 'DVPO', o.heard_virtually IS NOT NULL, o.heard_day, o.heard_virtually),
    ('dvpo_within_48h', 'DVPO', h.in_time IS NOT NULL, o.heard_day, h.in_time)
) AS m(kpi, kind, belongs, day, part),
LATERAL (VALUES (''), ('lpa=' || o.policing_area || ';theme=domestic_abuse')) AS s(slice)
WHERE m.kind = o.kind AND m.belongs AND m.day IS NOT NULL;

-- Orders on domestic violence and abuse in force: from the grant to the end. One of the Act of 2010 lasts 28 days at most, the first of which
-- is that of the grant; one of the Act of 2021 may have no end.
INSERT INTO contribution BY NAME
SELECT o.force, o.purpose, o.as_at, CASE WHEN o.abuse_act THEN 'dapo_in_force' ELSE 'dvpo_in_force' END AS kpi, 'stock' AS basis, 'd' AS unit, 0 AS k,
    s.slice, e.day, e.weight AS numerator, e.weight AS denominator
FROM known_order o,
LATERAL (VALUES (o.granted_day, 1),
    (greatest(o.granted_day, CASE WHEN o.end_day IS NOT NULL THEN o.end_day WHEN o.abuse_act IS NOT TRUE THEN o.granted_day + 27 END), -1)) AS e(day, weight),
LATERAL (VALUES (''), ('lpa=' || o.policing_area || ';theme=domestic_abuse')) AS s(slice)
WHERE o.kind = 'DVPO' AND o.granted_day IS NOT NULL
    AND (e.weight = 1 OR o.end_day IS NOT NULL OR o.abuse_act IS NOT TRUE);

-- What orders to prevent sexual harm add, likewise. Trap 15: granted ever is not in force.
INSERT INTO contribution BY NAME
SELECT o.force, o.purpose, o.as_at, m.kpi, m.basis, 'd' AS unit, 0 AS k, unnest(['', 'lpa=' || o.policing_area]) AS slice, m.day,
    CASE WHEN m.part THEN m.weight ELSE 0 END AS numerator, m.weight AS denominator
FROM known_order o, LATERAL (VALUES
    ('shpo_granted', 'recorded', o.granted_day, true, true, 1),
    ('shpo_interim', 'recorded', o.granted_day, o.interim IS NOT NULL, o.interim, 1),
    ('shpo_civil', 'recorded', o.granted_day, o.civil IS NOT NULL, o.civil, 1),
    ('shpo_cumulative', 'stock', o.granted_day, true, true, 1),
    ('shpo_in_force', 'stock', o.granted_day, true, true, 1),
    ('shpo_in_force', 'stock', greatest(o.granted_day, o.end_day), o.end_day IS NOT NULL, true, -1)
) AS m(kpi, basis, day, belongs, part, weight)
WHERE o.kind = 'SHPO' AND o.granted_day IS NOT NULL AND m.belongs;

CREATE TABLE subject_in_measure AS
-- Notices given, and orders granted, for each crime marked as domestic abuse.
SELECT force, purpose, as_at, CASE WHEN abuse_act THEN 'da' ELSE 'dv' END || lower(kind[3:]) || '_rate' AS kpi, 'recorded' AS basis, 0 AS k,
    granted_day AS day, 1 AS numerator, 0 AS denominator
FROM known_order WHERE kind IN ('DVPN', 'DVPO') AND granted_day IS NOT NULL
UNION ALL
SELECT force, purpose, as_at, unnest(['dvpn_rate', 'dvpo_rate', 'dapn_rate', 'dapo_rate']), 'recorded', 0, recorded_day, 0, 1
FROM known_case WHERE active AND domestic_abuse AND NOT month_only AND purpose <> 'maturity'
UNION ALL
SELECT force, purpose, as_at, 'disclosures_asked', 'recorded', 0, referred_day, 1, 1 FROM known_safeguarding WHERE kind = 'DISCLOSURE'
UNION ALL
SELECT force, purpose, as_at, 'disclosures_made', 'recorded', 0, heard_day, 1, 1
FROM known_safeguarding WHERE kind = 'DISCLOSURE' AND heard_day IS NOT NULL
UNION ALL
SELECT force, purpose, as_at, 'disclosures_within_28d', 'recorded', 0, heard_day, CASE WHEN heard_day - referred_day <= 28 THEN 1 ELSE 0 END, 1
FROM known_safeguarding WHERE kind = 'DISCLOSURE' AND heard_day IS NOT NULL
UNION ALL
SELECT force, purpose, as_at, CASE WHEN right_to_ask THEN 'disclosures_right_to_ask' ELSE 'disclosures_right_to_know' END, 'recorded', 0,
    referred_day, 1, 1
FROM known_safeguarding WHERE kind = 'DISCLOSURE' AND right_to_ask IS NOT NULL
UNION ALL
SELECT force, purpose, as_at, 'marac_rate', 'recorded', 0, heard_day, 1, 0 FROM known_safeguarding WHERE kind = 'MARAC' AND heard_day IS NOT NULL
UNION ALL
SELECT force, purpose, as_at, 'marac_cases', 'recorded', 0, heard_day, 1, 1 FROM known_safeguarding WHERE kind = 'MARAC' AND heard_day IS NOT NULL
UNION ALL
SELECT force, purpose, as_at, 'marac_repeat_cases', 'recorded', 0, heard_day, 1, 1
FROM known_safeguarding WHERE kind = 'MARAC' AND heard_day IS NOT NULL AND repeat
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
SELECT force, purpose, as_at, m.kpi, 'recorded', 0, recorded_day, CASE WHEN m.category = CASE
    WHEN c.category IN ('DUTIES', 'DISCRIMINATION', 'ABUSE', 'BEHAVIOUR', 'SEXUAL') THEN c.category ELSE 'OTHERS' END THEN 1 ELSE 0 END, 1
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
SELECT force, purpose, as_at, 'conduct_proven_all', 'recorded', 0, finalised_day, CASE WHEN proven THEN 1 ELSE 0 END, 1
FROM known_matter WHERE finalised_day IS NOT NULL
UNION ALL
-- Of a record that does not have the field nothing is known: neither yes nor no.
SELECT c.force, c.purpose, c.as_at, m.kpi, 'recorded', 0, c.finalised_day, CASE WHEN list_contains(m.results, c.result) THEN 1 ELSE 0 END, 1
FROM known_conduct c, (VALUES
    ('misconduct_proven', ['PROVEN', 'DISMISSED', 'WOULD_HAVE_BEEN_DISMISSED']),
    ('conduct_dismissed', ['DISMISSED', 'WOULD_HAVE_BEEN_DISMISSED'])) AS m(kpi, results)
WHERE c.finalised_day IS NOT NULL AND trim(c.result) <> ''
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
SELECT force, purpose, as_at, 'conduct_days_median' AS kpi, '' AS slice, finalised_day AS day, greatest(0, finalised_day - recorded_day) AS number
FROM known_conduct WHERE finalised_day IS NOT NULL
UNION ALL
-- All hours, elapsed.
SELECT force, purpose, as_at, 'dvpo_hours_to_hearing_median', unnest(['', 'lpa=' || policing_area || ';theme=domestic_abuse']), heard_day,
    (heard_at - notice_at) // 3600000
FROM known_order WHERE kind = 'DVPO' AND heard_at >= notice_at
UNION ALL
SELECT force, purpose, as_at, 'disclosure_days_median', '', heard_day, greatest(0, heard_day - referred_day)
FROM known_safeguarding WHERE kind = 'DISCLOSURE' AND heard_day IS NOT NULL;
