-- Which streams tell a measure, stated again by hand, and from when on a force sends them. Before, a measure has no figure: nobody knows
-- whether nothing happened or nothing was sent. The crimes tell all but those that are of other records alone.

-- Of a duty a force may log no contacts, though it sends others: the first contact of the duty itself counts, as that of a stream.
CREATE TABLE logged_duty AS
SELECT * FROM (VALUES
    ('INFORMATION', 'informed_in_time'), ('COMPENSATION', 'compensation_told_28d'), ('DISPOSAL_VIEWS', 'disposal_views_before'),
    ('INTERVIEWER', 'interviewer_offered'), ('COURT_VISIT', 'court_visit_before_trial')) AS stated(duty, kpi);

CREATE TABLE told_by AS
SELECT 'outcome' AS stream, unnest([
    'victim_attrition', 'victim_attrition_victims', 'victim_does_not_support_victims', 'evidential_difficulty_victims', 'charge_rate_victims',
    'victim_attrition_standardised', 'substitution_14', 'substitution_15',
    'substitution_18',
    'substitution_20', 'substitution_21', 'substitution_22', 'outcome_16_reopened', 'victim_does_not_support', 'evidential_difficulty',
    'evidential_difficulty_da', 'charge_rate', 'positive_outcome', 'conditional_cautions', 'unable_to_prosecute', 'outcome_recorded',
    'withdrawal_reason_recorded', 'withdrawal_before_statement', 'withdrawal_after_statement', 'withdrawal_at_cps',
    'withdrawal_at_another_stage', 'support_ended_after_charge',
    'withdrawal_for_fear', 'withdrawal_for_length', 'withdrawal_for_court', 'withdrawal_uninformed', 'withdrawal_for_other_support',
    'withdrawal_for_device', 'withdrawal_reason_not_given', 'withdrawal_for_another_reason', 'withdrawal_within_7d', 'withdrawal_within_28d', 'withdrawal_within_90d', 'withdrawal_days_p25',
    'withdrawal_days_median', 'withdrawal_days_p75', 'early_advice_recorded', 'early_advice_all_rapes', 'early_advice_sought',
    'early_advice_no_suspect', 'early_advice_threshold', 'early_advice_file_sent', 'rape_contacts_given', 'rape_meeting_held',
    'police_suspect_attrition', 'police_suspect_charge',
    'police_suspect_attrition_gap', 'police_suspect_charge_gap', 'police_suspect_outcome', 'police_suspect_outcome_gap', 'police_suspect_days_median', 'orphan_outcomes', 'open_over_90d', 'open_over_180d', 'open_over_365d',
    'decision_told', 'review_takeup', 'satisfied_told', 'satisfied_untold', 'charge_to_trial_days_median', 'court_convicted',
    'court_discontinued', 'proportionate_attrition', 'proportionate_charged',
    'disposal_views_before', 'court_visit_before_trial', 'support_before_decision', 'support_after_charge']) AS kpi
UNION ALL
SELECT 'victim-contact', unnest([
    'support_referral_2d', 'support_before_decision', 'support_after_charge', 'easi_victims_referred_2d', 'victims_code_all_five', 'victims_code_mean', 'victims_code_applicable',
    'acknowledged',
    'updates_timely', 'vps_offered', 'referred_2d', 'referred_late', 'code_informed', 'end_of_journey_told', 'informed_after_report',
    'compensation_told', 'disposal_views_asked', 'interviewer_chosen', 'court_visit_offered', 'review_takeup', 'review_decided_30d',
    'review_overturned', 'survey_response_sms', 'survey_response_email', 'survey_satisfied', 'survey_coverage',
    'survey_demographics', 'survey_free_text', 'satisfied_code_met', 'satisfied_code_missed', 'satisfied_told', 'satisfied_untold',
    'satisfied_referred', 'satisfied_unreferred', 'audited_cases',
    'vps_offered_wave', 'end_of_journey_told_wave', 'referred_2d_wave', 'referred_late_wave', 'not_referred_wave', 'code_informed_wave',
    'code_all_five_wave', 'code_all_five_hate', 'code_all_five_burglary', 'code_all_five_robbery', 'referred_to_idva', 'referred_to_isva', 'referred_to_centre', 'referred_to_hate_service', 'audit_referral_logged', 'surveys_of_contact', 'satisfied_of_contact', 'surveys_of_response',
    'satisfied_of_response', 'surveys_of_investigation', 'satisfied_of_investigation', 'surveys_of_neighbourhood',
    'satisfied_of_neighbourhood', 'survey_listened_to', 'survey_report_again'])
UNION ALL
SELECT 'victim-contact', kpi FROM audited_duty
UNION ALL
SELECT 'victim-contact', kpi FROM logged_duty
UNION ALL
SELECT duty, kpi FROM logged_duty
UNION ALL
SELECT 'cps-referral', unnest([
    'cps_overdue', 'cps_open_over_42d', 'cps_open_over_56d', 'cps_open_over_90d', 'cps_open_over_180d', 'cps_open_over_365d',
    'cps_resubmission_overdue', 'cps_resubmission_over_28d',
    'cps_days_to_decision_median', 'cps_escalated', 'cps_dispute_escalated', 'cps_overdue_mean', 'cps_resubmission_mean', 'cps_overdue_oldest_days',
    'cps_resubmission_oldest_days'])
UNION ALL
SELECT 'device-examination', unnest(['devices_examined', 'device_returned_24h', 'device_return_hours_median', 'devices_at_kiosk', 'devices_telephones',
    'property_returned_7d', 'property_return_days_median', 'satisfied_property_returned_7d_met', 'satisfied_property_returned_7d_missed'])
UNION ALL
SELECT 'stalking', unnest([
    'serial_managed', 'stalking_screened_7d', 'easi_victims_referred_2d', 'easi_reoffending_30d', 'easi_reoffending_90d',
    'easi_reoffending_180d', 'easi_reoffending_270d', 'easi_reoffending_365d', 'spo_applied_rate',
    'spo_granted_share', 'spo_breach_rate', 'spo_days_to_apply_median', 'easi_places_filled', 'easi_consented', 'easi_started',
    'easi_all_six',
    'easi_completion', 'easi_places_12m', 'easi_controls_12m', 'easi_referred', 'easi_eligible', 'easi_risk_fell', 'easi_risk_rose', 'easi_trial_risk_fell', 'easi_trial_risk_rose', 'easi_trial_factors_better',
    'easi_trial_distress_better', 'easi_trial_functioning_better', 'spo_breaches_order_years'])
UNION ALL
SELECT 'protective-order', unnest([
    'dvpn_rate', 'dvpo_rate', 'dvpo_within_48h', 'dvpn_given', 'dvpo_applied', 'dvpo_granted', 'dvpo_granted_share', 'dvpo_hours_to_hearing_median',
    'shpo_granted', 'shpo_interim', 'shpo_civil', 'shpo_cumulative', 'shpo_in_force', 'dvpn_breached', 'dvpo_breached', 'dvpo_not_granted', 'dvpo_heard_virtually'])
UNION ALL
SELECT 'safeguarding', unnest([
    'marac_rate', 'marac_high_risk_28d', 'marac_repeat', 'marac_cases', 'marac_repeat_cases', 'disclosures_asked', 'disclosures_made',
    'disclosure_days_median'])
UNION ALL
SELECT 'conduct', unnest([
    'police_complaints', 'police_complaints_force', 'police_conduct', 'police_complaints_rate', 'police_conduct_rate',
    'conduct_days_median',
    'conduct_open_12m', 'conduct_restricted_2d', 'conduct_proven', 'conduct_proven_all', 'conduct_repeat_people',
    'misconduct_proven', 'conduct_dismissed', 'police_complaints_people', 'police_complaints_force_people',
    'police_conduct_people', 'police_complaints_people_rate', 'police_conduct_people_rate'])
UNION ALL
SELECT 'conduct', kpi FROM complaint_about
UNION ALL
SELECT 'any', 'leads_reported'
UNION ALL
SELECT 'crime-recording', kpi
FROM measure
WHERE kpi NOT IN (
    'orphan_outcomes', 'spo_granted_share', 'spo_breach_rate', 'easi_places_filled', 'easi_consented', 'easi_started', 'easi_all_six',
    'easi_completion', 'dvpo_within_48h', 'dvpn_given', 'dvpo_applied', 'dvpo_granted', 'dvpo_granted_share',
    'dvpo_hours_to_hearing_median',
    'shpo_granted', 'shpo_interim', 'shpo_civil', 'shpo_cumulative', 'shpo_in_force', 'marac_rate', 'marac_high_risk_28d', 'marac_repeat',
    'marac_cases', 'marac_repeat_cases', 'dvpn_breached', 'dvpo_not_granted',
    'disclosures_asked', 'disclosures_made', 'disclosure_days_median', 'police_complaints', 'police_complaints_force', 'police_conduct',
    'police_complaints_rate', 'police_conduct_rate', 'conduct_days_median', 'conduct_open_12m', 'conduct_restricted_2d', 'conduct_proven', 'conduct_proven_all',
    'conduct_repeat_people', 'misconduct_proven', 'conduct_dismissed', 'police_complaints_people', 'police_complaints_force_people',
    'police_conduct_people', 'police_complaints_people_rate', 'police_conduct_people_rate',
    'revision_28d', 'revision_90d', 'signal_response', 'leads_reported', 'dvpo_breached', 'dvpo_heard_virtually', 'easi_places_12m', 'easi_controls_12m', 'easi_referred',
    'easi_eligible', 'easi_risk_fell', 'easi_risk_rose', 'easi_trial_risk_fell', 'easi_trial_risk_rose', 'easi_trial_factors_better', 'easi_trial_distress_better', 'easi_trial_functioning_better', 'spo_breaches_order_years') AND kpi NOT IN (SELECT kpi FROM complaint_about);

CREATE TABLE stream_known AS
SELECT force, stream, min(known_at) AS since
FROM (
    SELECT force, 'crime-recording' AS stream, known_at FROM crime
    UNION ALL SELECT force, 'outcome', known_at FROM outcome
    UNION ALL SELECT force, 'victim-contact', known_at FROM contact
    UNION ALL SELECT force, duty, known_at FROM contact WHERE duty IN (SELECT duty FROM logged_duty)
    UNION ALL SELECT force, 'cps-referral', known_at FROM submission
    UNION ALL SELECT force, 'device-examination', known_at FROM item
    UNION ALL SELECT force, 'stalking', known_at FROM step
    UNION ALL SELECT force, 'protective-order', known_at FROM protective_order
    UNION ALL SELECT force, 'safeguarding', known_at FROM safeguarding
    UNION ALL SELECT force, 'conduct', known_at FROM conduct
    UNION ALL SELECT force, 'any', midnight(first) FROM history) known
GROUP BY ALL;

-- From when on all that tells a measure is known of a force; in no row where something never is.
CREATE TABLE told_from AS
WITH needed AS (
    SELECT kpi, count(*) AS streams FROM told_by GROUP BY kpi
), known AS (
    SELECT s.force, t.kpi, max(s.since) AS since, count(*) AS streams FROM told_by t JOIN stream_known s USING (stream) GROUP BY s.force,
    t.kpi
)
SELECT k.force, k.kpi, k.since FROM known k JOIN needed n USING (kpi) WHERE k.streams = n.streams;
