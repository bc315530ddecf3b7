-- The measures, stated again by hand: kind, bases, slice families. Their rules are in 08 and 09.

-- Each has a share of satisfied victims where it was met, and one where it was missed.
CREATE TABLE audited_duty AS
SELECT duty, 'satisfied_' || duty || '_' || result AS kpi, result = 'met' AS met
FROM unnest(['acknowledged', 'updates_timely', 'vps_offered', 'referred_2d', 'end_of_journey_told', 'code_informed', 'informed_after_report',
    'compensation_told', 'disposal_views_asked', 'interviewer_chosen', 'court_visit_offered', 'property_returned_7d']) AS d(duty), unnest(['met', 'missed']) AS r(result);

CREATE TABLE complaint_about AS
SELECT 'complaints_' || lower(category) AS kpi, category
FROM unnest(['DUTIES', 'DISCRIMINATION', 'ABUSE', 'BEHAVIOUR', 'SEXUAL', 'OTHERS']) AS c(category);

CREATE TABLE measure AS
SELECT * FROM (VALUES
    ('recorded_offences', 'count', ['recorded'], ['recorded'],
        ['TOTAL', 'THEME', 'THEME_DETAIL', 'ARCHIVE_THEME', 'THEME_AND_LPA', 'VICTIM_SEX', 'AGE_BAND', 'ETHNICITY', 'DISABILITY']),
    ('public_space_offences', 'count', ['recorded'], [],
        ['TOTAL', 'THEME', 'THEME_AND_LPA', 'AGE_BAND', 'ETHNICITY', 'DISABILITY']),
    ('victim_attrition', 'share',
        ['to_date', 'assigned', 'settled_28d', 'settled_90d', 'settled_180d', 'settled_365d',
         'matured_28d', 'matured_90d', 'matured_180d', 'matured_365d'], [],
        ['TOTAL', 'THEME', 'THEME_DETAIL', 'THEME_AND_LPA', 'VICTIM_SEX', 'AGE_BAND', 'ETHNICITY', 'DISABILITY']),
    ('substitution_14', 'share', ['assigned', 'settled_90d', 'matured_90d'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('substitution_15', 'share', ['assigned', 'settled_90d', 'matured_90d'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('substitution_18', 'share', ['assigned', 'settled_90d', 'matured_90d'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('substitution_20', 'share', ['assigned', 'settled_90d', 'matured_90d'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('substitution_21', 'share', ['assigned', 'settled_90d', 'matured_90d'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('substitution_22', 'share', ['assigned', 'settled_90d', 'matured_90d'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('substitution_cancelled', 'share', ['matured_90d'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('evidential_difficulty', 'share', ['to_date', 'assigned', 'settled_90d', 'matured_90d'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('charge_rate', 'share',
        ['to_date', 'assigned', 'settled_180d', 'settled_365d', 'settled_730d', 'matured_180d', 'matured_365d', 'matured_730d'],
        ['to_date', 'settled_0m', 'settled_1m', 'settled_2m', 'settled_3m', 'settled_4m', 'settled_5m', 'settled_6m', 'settled_7m',
         'settled_8m', 'settled_9m', 'settled_10m', 'settled_11m', 'settled_12m'],
        ['TOTAL', 'THEME', 'THEME_DETAIL', 'ARCHIVE_THEME', 'THEME_AND_LPA', 'VICTIM_SEX', 'AGE_BAND', 'ETHNICITY', 'DISABILITY']),
    ('unable_to_prosecute', 'share', [],
        ['to_date', 'settled_0m', 'settled_1m', 'settled_2m', 'settled_3m', 'settled_4m', 'settled_5m', 'settled_6m', 'settled_7m',
         'settled_8m', 'settled_9m', 'settled_10m', 'settled_11m', 'settled_12m'],
        ['ARCHIVE_THEME']),
    ('outcome_recorded', 'share', [],
        ['to_date', 'settled_0m', 'settled_1m', 'settled_2m', 'settled_3m', 'settled_4m', 'settled_5m', 'settled_6m', 'settled_7m',
         'settled_8m', 'settled_9m', 'settled_10m', 'settled_11m', 'settled_12m'],
        ['ARCHIVE_THEME']),
    ('withdrawal_reason_recorded', 'share', ['assigned'], [],
        ['TOTAL', 'THEME', 'THEME_DETAIL', 'THEME_AND_LPA', 'VICTIM_SEX', 'AGE_BAND', 'ETHNICITY', 'DISABILITY']),
    ('decision_told', 'share', ['assigned'], [],
        ['TOTAL', 'THEME', 'THEME_DETAIL', 'THEME_AND_LPA', 'VICTIM_SEX', 'AGE_BAND', 'ETHNICITY', 'DISABILITY']),
    ('open_over_90d', 'share', ['stock'], [],
        ['TOTAL', 'THEME', 'THEME_DETAIL', 'THEME_AND_LPA', 'VICTIM_SEX', 'AGE_BAND', 'ETHNICITY', 'DISABILITY']),
    ('support_referral_2d', 'share', ['settled_7d', 'matured_7d'], [],
        ['TOTAL', 'THEME', 'THEME_AND_LPA', 'VICTIM_SEX', 'AGE_BAND', 'ETHNICITY', 'DISABILITY']),
    ('support_before_decision', 'share', ['assigned'], [], ['TOTAL', 'THEME', 'LPA']),
    ('support_after_charge', 'share', ['assigned'], [], ['TOTAL', 'THEME', 'LPA']),
    ('informed_in_time', 'share', ['settled_14d'], [], ['TOTAL', 'THEME', 'LPA', 'VICTIM_SEX', 'AGE_BAND', 'ETHNICITY', 'DISABILITY']),
    ('compensation_told_28d', 'share', ['settled_28d'], [], ['TOTAL', 'THEME', 'LPA']),
    ('disposal_views_before', 'share', ['assigned'], [], ['TOTAL', 'THEME', 'LPA']),
    ('interviewer_offered', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('court_visit_before_trial', 'share', ['recorded'], [], ['TOTAL']),
    ('victims_code_all_five', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA', 'VICTIM_SEX', 'AGE_BAND', 'ETHNICITY', 'DISABILITY']),
    ('victims_code_mean', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA', 'VICTIM_SEX', 'AGE_BAND', 'ETHNICITY', 'DISABILITY']),
    ('victims_code_applicable', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA', 'VICTIM_SEX', 'AGE_BAND', 'ETHNICITY', 'DISABILITY']),
    ('acknowledged', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA', 'VICTIM_SEX', 'AGE_BAND', 'ETHNICITY', 'DISABILITY']),
    ('updates_timely', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA', 'VICTIM_SEX', 'AGE_BAND', 'ETHNICITY', 'DISABILITY']),
    ('vps_offered', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA', 'VICTIM_SEX', 'AGE_BAND', 'ETHNICITY', 'DISABILITY']),
    ('referred_2d', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA', 'VICTIM_SEX', 'AGE_BAND', 'ETHNICITY', 'DISABILITY']),
    ('referred_late', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA', 'VICTIM_SEX', 'AGE_BAND', 'ETHNICITY', 'DISABILITY']),
    ('code_informed', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA', 'VICTIM_SEX', 'AGE_BAND', 'ETHNICITY', 'DISABILITY']),
    ('end_of_journey_told', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA', 'VICTIM_SEX', 'AGE_BAND', 'ETHNICITY', 'DISABILITY']),
    ('review_takeup', 'share', ['settled_90d'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('review_decided_30d', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('device_returned_24h', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('review_overturned', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('survey_satisfied', 'share', ['recorded'], [],
        ['TOTAL', 'THEME', 'THEME_AND_LPA', 'VICTIM_SEX', 'AGE_BAND', 'ETHNICITY', 'DISABILITY', 'ANSWER_DAY', 'ANSWER_TIME']),
    ('survey_coverage', 'share', ['settled_90d'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('survey_demographics', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('survey_free_text', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('cps_overdue', 'share', ['stock'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('cps_overdue_mean', 'share', ['stock'], [], ['TOTAL', 'THEME', 'LPA']),
    ('cps_resubmission_mean', 'share', ['stock'], [], ['TOTAL', 'THEME', 'LPA']),
    ('spo_breaches_order_years', 'rate', ['stock'], [], ['TOTAL']),
    ('cps_resubmission_overdue', 'share', ['stock'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('devices_examined', 'rate', ['recorded'], [], ['TOTAL', 'LPA']),
    ('stalking_screened_7d', 'share', ['settled_7d'], [], ['TOTAL', 'THEME_AND_LPA']),
    ('dvpn_rate', 'rate', ['recorded'], [], ['TOTAL']),
    ('dvpo_rate', 'rate', ['recorded'], [], ['TOTAL']),
    ('dvpo_within_48h', 'share', ['recorded'], [], ['TOTAL', 'DOMESTIC_ABUSE_AND_LPA']),
    ('shpo_granted', 'count', ['recorded'], [], ['TOTAL', 'LPA']),
    ('shpo_cumulative', 'count', ['stock'], [], ['TOTAL', 'LPA']),
    ('shpo_in_force', 'count', ['stock'], [], ['TOTAL', 'LPA']),
    ('police_complaints_rate', 'population_rate', ['recorded'], [], ['TOTAL']),
    ('police_conduct_rate', 'population_rate', ['recorded'], [], ['TOTAL']),
    ('marac_rate', 'population_rate', ['recorded'], [], ['TOTAL']),
    ('marac_high_risk_28d', 'share', ['settled_28d'], [], ['TOTAL']),
    ('marac_repeat', 'share', ['recorded'], [], ['TOTAL']),
    ('marac_cases', 'count', ['recorded'], [], ['TOTAL']),
    ('marac_repeat_cases', 'count', ['recorded'], [], ['TOTAL']),
    ('police_complaints', 'count', ['recorded'], [], ['TOTAL']),
    ('police_complaints_force', 'count', ['recorded'], [], ['TOTAL']),
    ('police_conduct', 'count', ['recorded'], [], ['TOTAL']),
    ('conduct_open_12m', 'share', ['stock'], [], ['TOTAL']),
    ('conduct_restricted_2d', 'share', ['settled_7d'], [], ['TOTAL']),
    ('leads_reported', 'share', ['settled_31d'], [], ['TOTAL']),
    ('conduct_proven', 'share', ['recorded'], [], ['TOTAL']),
    ('conduct_proven_all', 'share', ['recorded'], [], ['TOTAL']),
    ('misconduct_proven', 'share', ['recorded'], [], ['TOTAL']),
    ('conduct_dismissed', 'share', ['recorded'], [], ['TOTAL']),
    ('police_complaints_people', 'count', ['recorded'], [], ['TOTAL']),
    ('police_complaints_force_people', 'count', ['recorded'], [], ['TOTAL']),
    ('police_conduct_people', 'count', ['recorded'], [], ['TOTAL']),
    ('police_complaints_people_rate', 'population_rate', ['recorded'], [], ['TOTAL']),
    ('police_conduct_people_rate', 'population_rate', ['recorded'], [], ['TOTAL']),
    ('orphan_outcomes', 'count', ['assigned'], [], ['TOTAL']),
    ('spo_applied_rate', 'rate', ['recorded'], [], ['TOTAL']),
    ('easi_completion', 'share', ['stock'], [], ['TOTAL', 'PROGRAMME_ROUTE']),
    ('characteristic_known', 'share', ['recorded', 'settled_7d', 'matured_7d'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('characteristic_asked', 'share', ['recorded', 'settled_7d', 'matured_7d'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('characteristic_declined', 'share', ['recorded', 'settled_7d', 'matured_7d'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('recorded_within_24h', 'share', ['recorded'], [],
        ['TOTAL', 'THEME', 'THEME_DETAIL', 'THEME_AND_LPA', 'VICTIM_SEX', 'AGE_BAND', 'ETHNICITY', 'DISABILITY']),
    ('police_suspect_attrition', 'share', ['settled_180d', 'matured_180d'], [], ['TOTAL']),
    ('night_time_share', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('education_offences', 'count', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('prompt_reporting', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA', 'AGE_BAND', 'ETHNICITY']),
    ('suspect_identified_28d', 'share', ['settled_28d', 'matured_28d'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('outcome_16_reopened', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('victim_does_not_support', 'share', ['assigned', 'settled_90d', 'matured_90d'], [],
        ['TOTAL', 'THEME', 'THEME_DETAIL', 'THEME_AND_LPA', 'VICTIM_SEX', 'AGE_BAND', 'ETHNICITY', 'DISABILITY']),
    ('evidential_difficulty_da', 'share', ['assigned', 'settled_180d', 'matured_180d'], [],
        ['TOTAL', 'THEME', 'THEME_AND_LPA', 'VICTIM_SEX']),
    ('positive_outcome', 'share', ['assigned', 'settled_180d', 'settled_365d', 'matured_180d', 'matured_365d'], [],
        ['TOTAL', 'THEME', 'THEME_DETAIL', 'THEME_AND_LPA']),
    ('withdrawal_before_statement', 'share', ['assigned'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('withdrawal_after_statement', 'share', ['assigned'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('withdrawal_at_cps', 'share', ['assigned'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('withdrawal_at_another_stage', 'share', ['assigned'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('support_ended_after_charge', 'share', ['assigned'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('withdrawal_for_fear', 'share', ['assigned'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('withdrawal_for_length', 'share', ['assigned'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('withdrawal_for_court', 'share', ['assigned'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('withdrawal_uninformed', 'share', ['assigned'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('withdrawal_for_other_support', 'share', ['assigned'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('withdrawal_for_device', 'share', ['assigned'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('withdrawal_reason_not_given', 'share', ['assigned'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('withdrawal_for_another_reason', 'share', ['assigned'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('withdrawal_within_7d', 'share', ['assigned'], [], ['TOTAL', 'THEME', 'THEME_DETAIL', 'THEME_AND_LPA']),
    ('withdrawal_within_28d', 'share', ['assigned'], [], ['TOTAL', 'THEME', 'THEME_DETAIL', 'THEME_AND_LPA']),
    ('withdrawal_within_90d', 'share', ['assigned'], [], ['TOTAL', 'THEME', 'THEME_DETAIL', 'THEME_AND_LPA']),
    ('early_advice_recorded', 'share', ['assigned'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('spo_granted_share', 'share', ['assigned'], [], ['TOTAL']),
    ('spo_breach_rate', 'share', ['settled_365d'], [], ['TOTAL']),
    ('easi_places_filled', 'count', ['stock'], [], ['TOTAL', 'PROGRAMME_ROUTE', 'PERPETRATOR_AGE', 'PERPETRATOR_SEX', 'PERPETRATOR_RELATIONSHIP']),
    ('core_four_known', 'share', ['recorded', 'settled_7d', 'matured_7d'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('all_nine_known', 'share', ['recorded', 'settled_7d', 'matured_7d'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('cancelled_share', 'share', ['matured_90d'], [], ['TOTAL', 'THEME', 'LPA']),
    ('cancelled_transferred', 'share', ['matured_90d'], [], ['TOTAL', 'THEME', 'LPA']),
    ('cancelled_no_crime', 'share', ['matured_90d'], [], ['TOTAL', 'THEME', 'LPA']),
    ('cancelled_duplicate', 'share', ['matured_90d'], [], ['TOTAL', 'THEME', 'LPA']),
    ('cancelled_in_error', 'share', ['matured_90d'], [], ['TOTAL', 'THEME', 'LPA']),
    ('cancelled_self_defence', 'share', ['matured_90d'], [], ['TOTAL', 'THEME', 'LPA']),
    ('n100_confirmed_28d', 'share', ['settled_28d', 'matured_28d'], [], ['TOTAL', 'LPA']),
    ('n100_open_28d', 'share', ['settled_28d', 'matured_28d'], [], ['TOTAL', 'LPA']),
    ('reclassified_share', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'THEME_DETAIL', 'THEME_AND_LPA']),
    ('da_flag_late', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('da_flag_missing', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('gender_hate_marked', 'count', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('police_suspect_charge', 'share', ['settled_180d', 'matured_180d'], [], ['TOTAL']),
    ('victim_attrition_standardised', 'share', ['settled_90d'], [], ['STRATUM']),
    ('police_suspect_attrition_gap', 'share', ['settled_180d'], [], ['POLICE_STRATUM']),
    ('police_suspect_charge_gap', 'share', ['settled_180d'], [], ['POLICE_STRATUM']),
    ('police_suspect_outcome', 'share', ['settled_180d'], [], ['TOTAL']),
    ('police_suspect_outcome_gap', 'share', ['settled_180d'], [], ['POLICE_STRATUM']),
    ('open_over_180d', 'share', ['stock'], [], ['TOTAL', 'THEME', 'THEME_DETAIL', 'THEME_AND_LPA']),
    ('open_over_365d', 'share', ['stock'], [], ['TOTAL', 'THEME', 'THEME_DETAIL', 'THEME_AND_LPA']),
    ('linkage_victim', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('linkage_suspect', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('repeat_victimisation', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('repeat_victimisation_same_suspect', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('repeat_stalking_suspect', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('victim_attrition_victims', 'share', ['settled_28d', 'settled_90d', 'settled_180d', 'settled_365d'], [],
        ['TOTAL', 'THEME']),
    ('victim_does_not_support_victims', 'share', ['settled_90d'], [], ['TOTAL', 'THEME']),
    ('evidential_difficulty_victims', 'share', ['settled_90d'], [], ['TOTAL', 'THEME']),
    ('charge_rate_victims', 'share', ['settled_180d'], [], ['TOTAL', 'THEME']),
    ('serial_perpetrators', 'share', ['recorded'], [], ['TOTAL', 'THEME']),
    ('serial_managed', 'share', ['recorded'], [], ['TOTAL', 'THEME']),
    ('characteristic_consistent', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('conduct_repeat_people', 'share', ['recorded'], [], ['TOTAL']),
    ('repeat_location_share', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('da_repeat_places', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('da_repeat_places_deprived', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('easi_reoffending_30d', 'share', ['stock'], [], ['TRIAL_ARM']),
    ('easi_reoffending_90d', 'share', ['stock'], [], ['TRIAL_ARM']),
    ('easi_reoffending_180d', 'share', ['stock'], [], ['TRIAL_ARM']),
    ('easi_reoffending_270d', 'share', ['stock'], [], ['TRIAL_ARM']),
    ('easi_reoffending_365d', 'share', ['stock'], [], ['TRIAL_ARM']),
    ('cps_open_over_42d', 'share', ['stock'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('cps_open_over_56d', 'share', ['stock'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('cps_open_over_90d', 'share', ['stock'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('cps_open_over_180d', 'share', ['stock'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('cps_open_over_365d', 'share', ['stock'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('cps_resubmission_over_28d', 'share', ['stock'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('early_advice_all_rapes', 'share', ['settled_180d', 'settled_365d'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('dvpn_given', 'count', ['recorded'], [], ['TOTAL', 'DOMESTIC_ABUSE_AND_LPA']),
    ('dvpo_applied', 'count', ['recorded'], [], ['TOTAL', 'DOMESTIC_ABUSE_AND_LPA']),
    ('dvpo_granted', 'count', ['recorded'], [], ['TOTAL', 'DOMESTIC_ABUSE_AND_LPA']),
    ('dvpo_not_granted', 'count', ['recorded'], [], ['TOTAL', 'DOMESTIC_ABUSE_AND_LPA']),
    ('disclosures_asked', 'count', ['recorded'], [], ['TOTAL']),
    ('disclosures_made', 'count', ['recorded'], [], ['TOTAL']),
    ('dvpo_granted_share', 'share', ['recorded'], [], ['TOTAL', 'DOMESTIC_ABUSE_AND_LPA']),
    ('easi_consented', 'count', ['stock'], [], ['TOTAL', 'PROGRAMME_ROUTE']),
    ('easi_started', 'count', ['stock'], [], ['TOTAL', 'PROGRAMME_ROUTE']),
    ('easi_all_six', 'count', ['stock'], [], ['TOTAL', 'PROGRAMME_ROUTE']),
    ('easi_victims_referred_2d', 'share', ['settled_7d'], [], ['TOTAL']),
    ('repeat_victimisation_other_suspect', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('repeat_victimisation_unknown_suspect', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('da_first_reports', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('da_rate', 'population_rate', ['recorded'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('da_victims_16_to_24', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('da_homicides', 'count', ['recorded'], [], ['TOTAL', 'THEME']),
    ('public_in_street', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('public_on_transport', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('public_in_licensed', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('public_in_open_space', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('public_in_morning', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('public_in_afternoon', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('public_in_evening', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('public_in_small_hours', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('public_at_weekend', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('satisfied_code_met', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('satisfied_code_missed', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('satisfied_told', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('satisfied_untold', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('satisfied_referred', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('satisfied_unreferred', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('informed_after_report', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA', 'VICTIM_SEX', 'AGE_BAND', 'ETHNICITY', 'DISABILITY']),
    ('compensation_told', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA', 'VICTIM_SEX', 'AGE_BAND', 'ETHNICITY', 'DISABILITY']),
    ('disposal_views_asked', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA', 'VICTIM_SEX', 'AGE_BAND', 'ETHNICITY', 'DISABILITY']),
    ('interviewer_chosen', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA', 'VICTIM_SEX', 'AGE_BAND', 'ETHNICITY', 'DISABILITY']),
    ('court_visit_offered', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA', 'VICTIM_SEX', 'AGE_BAND', 'ETHNICITY', 'DISABILITY']),
    ('survey_response_sms', 'share', ['settled_28d'], [], ['TOTAL', 'THEME', 'LPA']),
    ('survey_response_email', 'share', ['settled_28d'], [], ['TOTAL', 'THEME', 'LPA']),
    ('conditional_cautions', 'share', ['assigned'], [], ['TOTAL', 'THEME', 'LPA']),
    ('early_advice_sought', 'share', ['assigned'], [], ['TOTAL', 'THEME', 'LPA']),
    ('early_advice_no_suspect', 'share', ['assigned'], [], ['TOTAL', 'THEME', 'LPA']),
    ('early_advice_threshold', 'share', ['assigned'], [], ['TOTAL', 'THEME', 'LPA']),
    ('early_advice_file_sent', 'share', ['assigned'], [], ['TOTAL', 'THEME', 'LPA']),
    ('reported_online', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('shpo_interim', 'share', ['recorded'], [], ['TOTAL', 'LPA']),
    ('shpo_civil', 'share', ['recorded'], [], ['TOTAL', 'LPA']),
    ('court_convicted', 'share', ['assigned'], [], ['TOTAL', 'THEME', 'LPA']),
    ('court_discontinued', 'share', ['assigned'], [], ['TOTAL', 'THEME', 'LPA']),
    ('cps_escalated', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('cps_dispute_escalated', 'share', ['recorded'], [], ['TOTAL', 'THEME']),
    ('devices_at_kiosk', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('devices_telephones', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('property_returned_7d', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('proportionate_share', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('proportionate_attrition', 'share', ['settled_90d'], [], ['TOTAL', 'THEME', 'LPA']),
    ('proportionate_charged', 'share', ['settled_180d'], [], ['TOTAL', 'THEME', 'LPA']),
    ('suspect_arrested', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('da_arrests', 'count', ['recorded'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('dvpn_breached', 'share', ['recorded'], [], ['TOTAL', 'DOMESTIC_ABUSE_AND_LPA']),
    ('dvpo_breached', 'share', ['recorded'], [], ['TOTAL', 'DOMESTIC_ABUSE_AND_LPA']),
    ('dvpo_heard_virtually', 'share', ['recorded'], [], ['TOTAL', 'DOMESTIC_ABUSE_AND_LPA']),
    ('easi_places_12m', 'count', ['recorded'], [], ['TOTAL', 'PROGRAMME_ROUTE']),
    ('easi_controls_12m', 'count', ['recorded'], [], ['TOTAL']),
    ('repeat_victimisation_partner', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('repeat_victimisation_family', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('repeat_victimisation_others', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('da_risk_rose', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('da_high_risk', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('da_calls_16_to_24', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('da_most_deprived', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('da_share_of_crime', 'share', ['recorded'], [], ['TOTAL', 'LPA']),
    ('hate_race_marked', 'count', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('hate_religion_marked', 'count', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('hate_orientation_marked', 'count', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('hate_disability_marked', 'count', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('hate_transgender_marked', 'count', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('audited_cases', 'count', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('code_all_five_burglary', 'share', ['recorded'], [], ['TOTAL']),
    ('code_all_five_robbery', 'share', ['recorded'], [], ['TOTAL']),
    ('rape_contacts_given', 'share', ['assigned'], [], ['TOTAL', 'THEME_AND_LPA']),
    ('rape_meeting_held', 'share', ['assigned'], [], ['TOTAL', 'THEME_AND_LPA']),
    ('code_all_five_wave', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('vps_offered_wave', 'share', ['recorded'], [], ['TOTAL']),
    ('end_of_journey_told_wave', 'share', ['recorded'], [], ['TOTAL']),
    ('referred_2d_wave', 'share', ['recorded'], [], ['TOTAL']),
    ('referred_late_wave', 'share', ['recorded'], [], ['TOTAL']),
    ('not_referred_wave', 'share', ['recorded'], [], ['TOTAL']),
    ('code_informed_wave', 'share', ['recorded'], [], ['TOTAL']),
    ('code_all_five_hate', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('referred_to_idva', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('referred_to_isva', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('referred_to_centre', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('audit_referral_logged', 'share', ['recorded'], [], ['TOTAL', 'THEME']),
    ('referred_to_hate_service', 'share', ['recorded'], [], ['TOTAL', 'THEME']),
    ('surveys_of_contact', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('surveys_of_response', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('surveys_of_investigation', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('surveys_of_neighbourhood', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('satisfied_of_contact', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('satisfied_of_response', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('satisfied_of_investigation', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('satisfied_of_neighbourhood', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('survey_listened_to', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('survey_report_again', 'share', ['recorded'], [], ['TOTAL', 'THEME', 'LPA']),
    ('easi_referred', 'count', ['stock'], [], ['TOTAL']),
    ('easi_eligible', 'count', ['stock'], [], ['TOTAL']),
    ('easi_risk_fell', 'share', ['stock'], [], ['TOTAL', 'PROGRAMME_ROUTE']),
    ('easi_risk_rose', 'share', ['stock'], [], ['TOTAL', 'PROGRAMME_ROUTE']),
    ('easi_trial_risk_fell', 'share', ['stock'], [], ['TRIAL_ARM']),
    ('easi_trial_risk_rose', 'share', ['stock'], [], ['TRIAL_ARM']),
    ('easi_trial_factors_better', 'share', ['stock'], [], ['TRIAL_ARM']),
    ('easi_trial_distress_better', 'share', ['stock'], [], ['TRIAL_ARM']),
    ('easi_trial_functioning_better', 'share', ['stock'], [], ['TRIAL_ARM']),
    ('public_space_rate', 'population_rate', ['recorded'], [], ['TOTAL', 'THEME', 'THEME_AND_LPA']),
    ('education_rate', 'population_rate', ['recorded'], [], ['TOTAL', 'THEME', 'LPA'])
) AS stated(kpi, kind, day_bases, month_bases, families)
UNION ALL
SELECT kpi, 'share', ['recorded'], [], ['TOTAL'] FROM audited_duty
UNION ALL
SELECT kpi, 'share', ['recorded'], [], ['TOTAL'] FROM complaint_about;

CREATE TABLE measure_family AS
SELECT kpi, unnest(families) AS family FROM measure;

CREATE TABLE measure_basis AS
WITH listed AS (
    SELECT kpi, unnest(day_bases) AS basis, 'd' AS unit FROM measure
    UNION ALL
    SELECT kpi, unnest(month_bases), 'm' FROM measure
)
SELECT *,
    regexp_extract(basis, '^[a-z]+(_date)?') AS basis_kind,
    coalesce(TRY_CAST(regexp_extract(basis, '_([0-9]+)[dm]$', 1) AS INTEGER), 0) AS k
FROM listed;

-- Measures whose own scope is wider than the themes: their total holds crimes of any offence.
CREATE TABLE any_offence AS
SELECT * FROM (VALUES ('n100_confirmed_28d'), ('n100_open_28d'), ('da_flag_missing'), ('da_share_of_crime'),
    ('code_all_five_burglary'), ('code_all_five_robbery'), ('court_visit_before_trial'), ('gender_hate_marked'), ('hate_race_marked'),
    ('hate_religion_marked'), ('hate_orientation_marked'), ('hate_disability_marked'), ('hate_transgender_marked')) AS stated(kpi);

-- Rates for a population: the denominator is its number on the day of the snapshot.
CREATE TABLE rate_for AS
SELECT * FROM (VALUES ('public_space_rate', 'female_residents'), ('education_rate', 'girls_5_to_17'),
    ('marac_rate', 'adult_female_residents'), ('police_complaints_rate', 'workforce'), ('police_conduct_rate', 'workforce'),
    ('police_complaints_people_rate', 'workforce'), ('police_conduct_people_rate', 'workforce'),
    ('da_rate', 'residents')) AS stated(kpi, population);

-- Shares that are weighed by strata: their days are kept, and read only when they are weighed.
CREATE TABLE standardised AS
SELECT * FROM (VALUES ('victim_attrition_standardised', 'settled_90d', 90, '365d', 365),
    ('police_suspect_attrition_gap', 'settled_180d', 180, '730d', 730),
    ('police_suspect_charge_gap', 'settled_180d', 180, '730d', 730),
    ('police_suspect_outcome_gap', 'settled_180d', 180, '730d', 730)) AS stated(kpi, basis, k, "window", length);

-- Stocks that are read in the mean of the midnights of some days.
CREATE TABLE mean_of_days AS
SELECT * FROM (VALUES ('cps_overdue_mean', '28d', 28), ('cps_resubmission_mean', '28d', 28), ('spo_breaches_order_years', '365d', 365))
    AS stated(kpi, "window", length);

-- Measures that are read over other windows than the usual ones.
CREATE TABLE own_windows AS
SELECT * FROM (VALUES
    ('victims_code_all_five', ['90d', '365d']), ('victims_code_mean', ['90d', '365d']), ('victims_code_applicable', ['90d', '365d']),
    ('acknowledged', ['90d', '365d']), ('updates_timely', ['90d', '365d']), ('vps_offered', ['90d', '365d']),
    ('referred_2d', ['90d', '365d']), ('referred_late', ['90d', '365d']), ('code_informed', ['90d', '365d']),
    ('end_of_journey_told', ['90d', '365d']), ('review_takeup', ['365d']), ('review_overturned', ['365d']),
    ('survey_satisfied', ['90d', '365d']), ('survey_coverage', ['90d', '365d']),
    ('survey_demographics', ['90d', '365d']), ('survey_free_text', ['90d', '365d']), ('devices_examined', ['90d', '365d']),
    ('device_return_hours_median', ['90d', '365d']), ('stalking_screened_7d', ['90d', '365d']),
    ('spo_days_to_apply_median', ['90d', '365d']), ('dvpn_rate', ['90d', '365d']), ('dvpo_rate', ['90d', '365d']),
    ('dvpo_within_48h', ['90d', '365d']),
    ('shpo_granted', ['90d', '365d']), ('marac_rate', ['365d']), ('marac_high_risk_28d', ['90d', '365d']), ('marac_repeat', ['90d', '365d']),
    ('marac_cases', ['90d', '365d']), ('marac_repeat_cases', ['90d', '365d']), ('dvpo_not_granted', ['90d', '365d']), ('dvpn_breached', ['90d', '365d']),
    ('police_complaints', ['90d', '365d']), ('police_complaints_force', ['90d', '365d']), ('police_conduct', ['90d', '365d']),
    ('conduct_restricted_2d', ['365d']), ('conduct_proven', ['365d']), ('conduct_proven_all', ['365d']),
    ('misconduct_proven', ['365d']), ('conduct_dismissed', ['365d']), ('police_complaints_people', ['365d']),
    ('police_complaints_force_people', ['365d']), ('police_conduct_people', ['365d']), ('police_complaints_people_rate', ['365d']),
    ('police_conduct_people_rate', ['365d']), ('conduct_days_median', ['365d']),
    ('night_time_share', ['90d', '365d']), ('education_offences', ['90d', '365d']), ('prompt_reporting', ['90d', '365d']),
    ('suspect_identified_28d', ['90d', '365d']), ('outcome_16_reopened', ['90d', '365d']),
    ('evidential_difficulty_da', ['90d', '365d']), ('positive_outcome', ['365d']), ('withdrawal_within_7d', ['90d', '365d']),
    ('withdrawal_within_28d', ['90d', '365d']), ('withdrawal_within_90d', ['90d', '365d']), ('early_advice_recorded', ['90d', '365d']),
    ('spo_granted_share', ['90d', '365d']), ('spo_breach_rate', ['365d']), ('n100_confirmed_28d', ['90d', '365d']),
    ('n100_open_28d', ['90d', '365d']), ('reclassified_share', ['90d', '365d']), ('da_flag_late', ['90d', '365d']),
    ('da_flag_missing', ['90d', '365d']), ('gender_hate_marked', ['90d', '365d']), ('linkage_victim', ['28d', '90d']),
    ('linkage_suspect', ['28d', '90d']), ('repeat_victimisation', ['90d', '365d']),
    ('repeat_victimisation_same_suspect', ['90d', '365d']), ('repeat_stalking_suspect', ['90d', '365d']),
    ('victim_attrition_victims', ['365d']), ('victim_does_not_support_victims', ['365d']), ('evidential_difficulty_victims', ['365d']),
    ('charge_rate_victims', ['365d']), ('serial_perpetrators', ['365d']), ('serial_managed', ['365d']),
    ('characteristic_consistent', ['365d']), ('conduct_repeat_people', ['1826d']), ('repeat_location_share', ['365d']), ('da_repeat_places', ['365d']), ('da_repeat_places_deprived', ['365d']),
    ('recording_latency_p95', ['28d']), ('ingest_latency_p95', ['28d']),
    ('public_space_rate', ['365d']), ('education_rate', ['365d']),
    ('dvpn_given', ['90d', '365d']), ('dvpo_applied', ['90d', '365d']), ('dvpo_granted', ['90d', '365d']),
    ('disclosures_asked', ['90d', '365d']), ('disclosures_made', ['90d', '365d']), ('dvpo_granted_share', ['90d', '365d']),
    ('dvpo_hours_to_hearing_median', ['90d', '365d']), ('disclosure_days_median', ['90d', '365d']),
    ('repeat_victimisation_other_suspect', ['90d', '365d']), ('repeat_victimisation_unknown_suspect', ['90d', '365d']),
    ('da_homicides', ['90d', '365d']), ('public_in_street', ['90d', '365d']), ('public_on_transport', ['90d', '365d']),
    ('public_in_licensed', ['90d', '365d']), ('public_in_open_space', ['90d', '365d']), ('public_in_morning', ['90d', '365d']),
    ('public_in_afternoon', ['90d', '365d']), ('public_in_evening', ['90d', '365d']), ('public_in_small_hours', ['90d', '365d']),
    ('public_at_weekend', ['90d', '365d']), ('satisfied_code_met', ['90d', '365d']), ('satisfied_code_missed', ['90d', '365d']),
    ('satisfied_told', ['90d', '365d']), ('satisfied_untold', ['90d', '365d']), ('satisfied_referred', ['90d', '365d']),
    ('satisfied_unreferred', ['90d', '365d']), ('early_advice_all_rapes', ['365d']), ('easi_victims_referred_2d', ['365d']),
    ('da_rate', ['365d']),
    ('informed_after_report', ['90d', '365d']), ('compensation_told', ['90d', '365d']), ('disposal_views_asked', ['90d', '365d']),
    ('interviewer_chosen', ['90d', '365d']), ('court_visit_offered', ['90d', '365d']), ('survey_response_sms', ['90d', '365d']),
    ('survey_response_email', ['90d', '365d']), ('conditional_cautions', ['90d', '365d']), ('early_advice_sought', ['90d', '365d']),
    ('early_advice_no_suspect', ['90d', '365d']), ('early_advice_threshold', ['90d', '365d']), ('early_advice_file_sent', ['90d', '365d']),
    ('shpo_interim', ['90d', '365d']), ('shpo_civil', ['90d', '365d']),
    ('court_convicted', ['90d', '365d']), ('court_discontinued', ['90d', '365d']), ('cps_escalated', ['90d', '365d']), ('cps_dispute_escalated', ['365d']),
    ('devices_at_kiosk', ['90d', '365d']), ('devices_telephones', ['90d', '365d']), ('property_returned_7d', ['90d', '365d']),
    ('proportionate_share', ['90d', '365d']), ('proportionate_attrition', ['90d', '365d']), ('proportionate_charged', ['90d', '365d']),
    ('suspect_arrested', ['90d', '365d']), ('dvpo_breached', ['90d', '365d']), ('dvpo_heard_virtually', ['365d']), ('support_before_decision', ['365d']), ('support_after_charge', ['365d']), ('repeat_victimisation_partner', ['90d', '365d']),
    ('repeat_victimisation_family', ['90d', '365d']), ('repeat_victimisation_others', ['90d', '365d']), ('da_risk_rose', ['90d', '365d']),
    ('da_high_risk', ['90d', '365d']), ('da_calls_16_to_24', ['90d', '365d']), ('da_most_deprived', ['90d', '365d']),
    ('da_share_of_crime', ['90d', '365d']), ('hate_race_marked', ['90d', '365d']), ('hate_religion_marked', ['90d', '365d']),
    ('hate_orientation_marked', ['90d', '365d']), ('hate_disability_marked', ['90d', '365d']),
    ('hate_transgender_marked', ['90d', '365d']), ('code_all_five_hate', ['90d', '365d']), ('referred_to_idva', ['90d', '365d']),
    ('referred_to_isva', ['90d', '365d']), ('referred_to_centre', ['90d', '365d']), ('surveys_of_response', ['90d', '365d']),
    ('audit_referral_logged', ['365d']), ('referred_to_hate_service', ['365d']), ('surveys_of_investigation', ['90d', '365d']), ('surveys_of_neighbourhood', ['90d', '365d']),
    ('surveys_of_contact', ['90d', '365d']), ('satisfied_of_contact', ['90d', '365d']), ('satisfied_of_response', ['90d', '365d']), ('satisfied_of_investigation', ['90d', '365d']),
    ('satisfied_of_neighbourhood', ['90d', '365d']), 
    ('survey_listened_to', ['90d', '365d']), ('survey_report_again', ['90d', '365d']),
    ('charge_to_trial_days_median', ['90d', '365d']), ('early_advice_days_median', ['90d', '365d']),
    ('property_return_days_median', ['90d', '365d']), ('statement_days_median', ['90d', '365d']), ('vps_days_median', ['365d']),
    ('code_all_five_burglary', ['90d', '365d']), ('code_all_five_robbery', ['90d', '365d']),
    ('informed_in_time', ['28d', '365d']), ('compensation_told_28d', ['365d']), ('disposal_views_before', ['365d']), ('interviewer_offered', ['365d']),
    ('court_visit_before_trial', ['1826d']),
    ('rape_contacts_given', ['90d', '365d']), ('rape_meeting_held', ['90d', '365d']),
    ('easi_places_12m', ['28d', '365d']), ('easi_controls_12m', ['365d']), ('code_all_five_wave', ['28d', '29d', '30d', '31d']),
    ('vps_offered_wave', ['28d', '29d', '30d', '31d']),
    ('end_of_journey_told_wave', ['28d', '29d', '30d', '31d']),
    ('referred_2d_wave', ['28d', '29d', '30d', '31d']),
    ('referred_late_wave', ['28d', '29d', '30d', '31d']),
    ('not_referred_wave', ['28d', '29d', '30d', '31d']),
    ('code_informed_wave', ['28d', '29d', '30d', '31d']),
    ('leads_reported', ['365d']), ('police_complaints_rate', ['365d']), ('police_conduct_rate', ['365d']), ('review_decided_30d', ['365d']), ('police_suspect_days_median', ['365d']),
    ('device_returned_24h', ['90d', '365d']), ('withdrawal_days_p25', ['90d', '365d']), ('withdrawal_days_p75', ['90d', '365d'])
) AS stated(kpi, windows)
UNION ALL
SELECT kpi, ['365d'] FROM audited_duty
UNION ALL
SELECT kpi, ['90d', '365d'] FROM complaint_about;

-- The windows in which each basis is read: 28, 90 and 365 days, or as stated above; frozen figures 28 and 365; months 1, 3 and 12; a stock as it stands.
CREATE TABLE basis_window AS
SELECT kpi, basis, unit, k, w.*
FROM measure_basis b
LEFT JOIN own_windows o USING (kpi)
JOIN (VALUES ('28d', 28), ('29d', 29), ('30d', 30), ('31d', 31), ('90d', 90), ('365d', 365), ('1826d', 1826),
     ('1m', 1), ('3m', 3), ('12m', 12), ('all', NULL)) AS w("window", length)
    ON CASE WHEN b.basis_kind = 'stock' THEN w."window" = 'all'
            WHEN b.unit = 'm' THEN w."window" IN ('1m', '3m', '12m')
            WHEN b.basis_kind = 'matured' THEN w."window" IN ('28d', '365d')
            ELSE list_contains(coalesce(o.windows, ['28d', '90d', '365d']), w."window") END
WHERE kpi NOT IN (SELECT kpi FROM standardised UNION ALL SELECT kpi FROM mean_of_days);

-- What is published as a value of a measure's dimension, stated again by hand: each is counted above as a measure of its own.
CREATE TABLE value_of_dimension AS
SELECT * FROM (VALUES
    ('substitution_14', 'substitution', 'outcome=14'),
    ('substitution_15', 'substitution', 'outcome=15'),
    ('substitution_18', 'substitution', 'outcome=18'),
    ('substitution_20', 'substitution', 'outcome=20'),
    ('substitution_21', 'substitution', 'outcome=21'),
    ('substitution_22', 'substitution', 'outcome=22'),
    ('withdrawal_before_statement', 'withdrawal_stage', 'stage=before_statement'),
    ('withdrawal_after_statement', 'withdrawal_stage', 'stage=after_statement'),
    ('withdrawal_at_cps', 'withdrawal_stage', 'stage=at_cps'),
    ('withdrawal_at_another_stage', 'withdrawal_stage', 'stage=another'),
    ('withdrawal_for_fear', 'withdrawal_reason', 'reason=fear'),
    ('withdrawal_for_length', 'withdrawal_reason', 'reason=length'),
    ('withdrawal_for_court', 'withdrawal_reason', 'reason=court'),
    ('withdrawal_uninformed', 'withdrawal_reason', 'reason=uninformed'),
    ('withdrawal_for_other_support', 'withdrawal_reason', 'reason=other_support'),
    ('withdrawal_for_device', 'withdrawal_reason', 'reason=device'),
    ('withdrawal_reason_not_given', 'withdrawal_reason', 'reason=not_given'),
    ('withdrawal_for_another_reason', 'withdrawal_reason', 'reason=another'),
    ('withdrawal_within_7d', 'withdrawal_within', 'days=7d'),
    ('withdrawal_within_28d', 'withdrawal_within', 'days=28d'),
    ('withdrawal_within_90d', 'withdrawal_within', 'days=90d'),
    ('early_advice_sought', 'early_advice', 'advice=sought'),
    ('early_advice_no_suspect', 'early_advice', 'advice=no_suspect'),
    ('early_advice_threshold', 'early_advice', 'advice=threshold'),
    ('early_advice_file_sent', 'early_advice', 'advice=file_sent'),
    ('cps_open_over_42d', 'cps_open_over', 'over=42d'),
    ('cps_open_over_56d', 'cps_open_over', 'over=56d'),
    ('cps_open_over_90d', 'cps_open_over', 'over=90d'),
    ('cps_open_over_180d', 'cps_open_over', 'over=180d'),
    ('cps_open_over_365d', 'cps_open_over', 'over=365d'),
    ('satisfied_code_met', 'satisfied_service_met', 'service=code'),
    ('satisfied_told', 'satisfied_service_met', 'service=told'),
    ('satisfied_referred', 'satisfied_service_met', 'service=referred'),
    ('satisfied_code_missed', 'satisfied_service_missed', 'service=code'),
    ('satisfied_untold', 'satisfied_service_missed', 'service=told'),
    ('satisfied_unreferred', 'satisfied_service_missed', 'service=referred'),
    ('satisfied_acknowledged_met', 'satisfied_duty_met', 'duty=acknowledged'),
    ('satisfied_updates_timely_met', 'satisfied_duty_met', 'duty=updates_timely'),
    ('satisfied_vps_offered_met', 'satisfied_duty_met', 'duty=vps_offered'),
    ('satisfied_referred_2d_met', 'satisfied_duty_met', 'duty=referred_2d'),
    ('satisfied_end_of_journey_told_met', 'satisfied_duty_met', 'duty=end_of_journey_told'),
    ('satisfied_code_informed_met', 'satisfied_duty_met', 'duty=code_informed'),
    ('satisfied_informed_after_report_met', 'satisfied_duty_met', 'duty=informed_after_report'),
    ('satisfied_compensation_told_met', 'satisfied_duty_met', 'duty=compensation_told'),
    ('satisfied_disposal_views_asked_met', 'satisfied_duty_met', 'duty=disposal_views_asked'),
    ('satisfied_interviewer_chosen_met', 'satisfied_duty_met', 'duty=interviewer_chosen'),
    ('satisfied_court_visit_offered_met', 'satisfied_duty_met', 'duty=court_visit_offered'),
    ('satisfied_property_returned_7d_met', 'satisfied_duty_met', 'duty=property_returned_7d'),
    ('satisfied_acknowledged_missed', 'satisfied_duty_missed', 'duty=acknowledged'),
    ('satisfied_updates_timely_missed', 'satisfied_duty_missed', 'duty=updates_timely'),
    ('satisfied_vps_offered_missed', 'satisfied_duty_missed', 'duty=vps_offered'),
    ('satisfied_referred_2d_missed', 'satisfied_duty_missed', 'duty=referred_2d'),
    ('satisfied_end_of_journey_told_missed', 'satisfied_duty_missed', 'duty=end_of_journey_told'),
    ('satisfied_code_informed_missed', 'satisfied_duty_missed', 'duty=code_informed'),
    ('satisfied_informed_after_report_missed', 'satisfied_duty_missed', 'duty=informed_after_report'),
    ('satisfied_compensation_told_missed', 'satisfied_duty_missed', 'duty=compensation_told'),
    ('satisfied_disposal_views_asked_missed', 'satisfied_duty_missed', 'duty=disposal_views_asked'),
    ('satisfied_interviewer_chosen_missed', 'satisfied_duty_missed', 'duty=interviewer_chosen'),
    ('satisfied_court_visit_offered_missed', 'satisfied_duty_missed', 'duty=court_visit_offered'),
    ('satisfied_property_returned_7d_missed', 'satisfied_duty_missed', 'duty=property_returned_7d'),
    ('referred_to_idva', 'referred_to', 'support=idva'),
    ('referred_to_isva', 'referred_to', 'support=isva'),
    ('referred_to_centre', 'referred_to', 'support=centre'),
    ('surveys_of_contact', 'surveys_of', 'department=contact'),
    ('surveys_of_response', 'surveys_of', 'department=response'),
    ('surveys_of_investigation', 'surveys_of', 'department=investigation'),
    ('surveys_of_neighbourhood', 'surveys_of', 'department=neighbourhood'),
    ('satisfied_of_contact', 'satisfied_of', 'department=contact'),
    ('satisfied_of_response', 'satisfied_of', 'department=response'),
    ('satisfied_of_investigation', 'satisfied_of', 'department=investigation'),
    ('satisfied_of_neighbourhood', 'satisfied_of', 'department=neighbourhood'),
    ('survey_response_sms', 'survey_response', 'channel=sms'),
    ('survey_response_email', 'survey_response', 'channel=email'),
    ('code_all_five_burglary', 'code_all_five_elsewhere', 'offence=burglary'),
    ('code_all_five_robbery', 'code_all_five_elsewhere', 'offence=robbery'),
    ('survey_listened_to', 'survey_says', 'said=listened_to'),
    ('survey_report_again', 'survey_says', 'said=report_again'),
    ('repeat_victimisation_partner', 'repeat_victimisation_by_relation', 'relation=partner'),
    ('repeat_victimisation_family', 'repeat_victimisation_by_relation', 'relation=family'),
    ('repeat_victimisation_others', 'repeat_victimisation_by_relation', 'relation=others'),
    ('easi_consented', 'easi_reached', 'step=consented'),
    ('easi_started', 'easi_reached', 'step=started'),
    ('easi_all_six', 'easi_reached', 'step=all_six'),
    ('dvpn_rate', 'domestic_violence_rate', 'instrument=notice'),
    ('dvpo_rate', 'domestic_violence_rate', 'instrument=order'),
    ('dvpn_breached', 'domestic_violence_breached', 'instrument=notice'),
    ('dvpo_breached', 'domestic_violence_breached', 'instrument=order'),
    ('disclosures_asked', 'disclosures', 'disclosure=asked'),
    ('disclosures_made', 'disclosures', 'disclosure=made'),
    ('shpo_interim', 'shpo_kind', 'order_kind=interim'),
    ('shpo_civil', 'shpo_kind', 'order_kind=civil'),
    ('complaints_duties', 'complaints', 'category=duties'),
    ('complaints_discrimination', 'complaints', 'category=discrimination'),
    ('complaints_abuse', 'complaints', 'category=abuse'),
    ('complaints_behaviour', 'complaints', 'category=behaviour'),
    ('complaints_sexual', 'complaints', 'category=sexual'),
    ('complaints_others', 'complaints', 'category=others'),
    ('conduct_proven', 'conduct_proven', 'matters=flagged'),
    ('conduct_proven_all', 'conduct_proven', 'matters=all'),
    ('misconduct_proven', 'conduct_result', 'result=proven'),
    ('conduct_dismissed', 'conduct_result', 'result=dismissed'),
    ('hate_race_marked', 'hate_marked', 'strand=race'),
    ('hate_religion_marked', 'hate_marked', 'strand=religion'),
    ('hate_orientation_marked', 'hate_marked', 'strand=orientation'),
    ('hate_disability_marked', 'hate_marked', 'strand=disability'),
    ('hate_transgender_marked', 'hate_marked', 'strand=transgender'),
    ('cancelled_transferred', 'cancelled', 'ground=transferred'),
    ('cancelled_no_crime', 'cancelled', 'ground=no_crime'),
    ('cancelled_duplicate', 'cancelled', 'ground=duplicate'),
    ('cancelled_in_error', 'cancelled', 'ground=in_error'),
    ('cancelled_self_defence', 'cancelled', 'ground=self_defence'),
    ('public_in_street', 'public_by_place', 'place=street'),
    ('public_on_transport', 'public_by_place', 'place=transport'),
    ('public_in_licensed', 'public_by_place', 'place=licensed'),
    ('public_in_open_space', 'public_by_place', 'place=open_space'),
    ('public_in_morning', 'public_by_time', 'part_of_day=morning'),
    ('public_in_afternoon', 'public_by_time', 'part_of_day=afternoon'),
    ('public_in_evening', 'public_by_time', 'part_of_day=evening'),
    ('public_in_small_hours', 'public_by_time', 'part_of_day=small_hours')
) AS stated(kpi, measure, cut);

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
