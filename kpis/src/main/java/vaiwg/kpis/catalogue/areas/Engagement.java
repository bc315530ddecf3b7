package vaiwg.kpis.catalogue.areas;

import static vaiwg.kpis.catalogue.Basis.ASSIGNED;
import static vaiwg.kpis.catalogue.Basis.RECORDED;
import static vaiwg.kpis.catalogue.Basis.settled;
import static vaiwg.kpis.catalogue.Direction.FALLING;
import static vaiwg.kpis.catalogue.Direction.RISING;
import static vaiwg.kpis.catalogue.MeasureBuilder.count;
import static vaiwg.kpis.catalogue.MeasureBuilder.median;
import static vaiwg.kpis.catalogue.MeasureBuilder.share;
import static vaiwg.kpis.catalogue.MeasureBuilder.together;
import static vaiwg.kpis.catalogue.Priority.ENGAGEMENT;
import static vaiwg.kpis.catalogue.SliceFamily.AGE_BAND;
import static vaiwg.kpis.catalogue.SliceFamily.ANSWER_DAY;
import static vaiwg.kpis.catalogue.SliceFamily.ANSWER_TIME;
import static vaiwg.kpis.catalogue.SliceFamily.DISABILITY;
import static vaiwg.kpis.catalogue.SliceFamily.ETHNICITY;
import static vaiwg.kpis.catalogue.SliceFamily.LPA;
import static vaiwg.kpis.catalogue.SliceFamily.THEME;
import static vaiwg.kpis.catalogue.SliceFamily.THEME_AND_LPA;
import static vaiwg.kpis.catalogue.SliceFamily.THEME_DETAIL;
import static vaiwg.kpis.catalogue.SliceFamily.TOTAL;
import static vaiwg.kpis.catalogue.SliceFamily.VICTIM_SEX;
import static vaiwg.kpis.facts.Expression.anyOf;
import static vaiwg.kpis.facts.Expression.not;
import static vaiwg.kpis.facts.Fact.ACTIVE;
import static vaiwg.kpis.facts.Fact.AUDITED_BY_NOW;
import static vaiwg.kpis.facts.Fact.CODE_ACKNOWLEDGED;
import static vaiwg.kpis.facts.Fact.CODE_AUDITED;
import static vaiwg.kpis.facts.Fact.CODE_END_TOLD;
import static vaiwg.kpis.facts.Fact.CODE_EXPLAINED;
import static vaiwg.kpis.facts.Fact.CODE_MET_BY_NOW;
import static vaiwg.kpis.facts.Fact.CODE_QUESTION;
import static vaiwg.kpis.facts.Fact.CODE_QUESTION_APPLIES;
import static vaiwg.kpis.facts.Fact.CODE_QUESTION_MET;
import static vaiwg.kpis.facts.Fact.CODE_REFERRED_IN_TIME;
import static vaiwg.kpis.facts.Fact.CODE_REFERRED_LATE;
import static vaiwg.kpis.facts.Fact.CODE_STATEMENT_OFFERED;
import static vaiwg.kpis.facts.Fact.CODE_UPDATES_TIMELY;
import static vaiwg.kpis.facts.Fact.DEMOGRAPHICS_GIVEN;
import static vaiwg.kpis.facts.Fact.FREE_TEXT_GIVEN;
import static vaiwg.kpis.facts.Fact.FREE_TEXT_KNOWN;
import static vaiwg.kpis.facts.Fact.INFORMATION_DEADLINE_KNOWN;
import static vaiwg.kpis.facts.Fact.INFORMED_BY_DEADLINE;
import static vaiwg.kpis.facts.Fact.NOT_PROCEEDED;
import static vaiwg.kpis.facts.Fact.PERSON_VICTIM;
import static vaiwg.kpis.facts.Fact.REFERRAL_DEADLINE_KNOWN;
import static vaiwg.kpis.facts.Fact.REVIEWABLE_DECISION;
import static vaiwg.kpis.facts.Fact.REVIEW_DEADLINE_KNOWN;
import static vaiwg.kpis.facts.Fact.REVIEW_DECIDED;
import static vaiwg.kpis.facts.Fact.REVIEW_DECIDED_WITHIN_30D;
import static vaiwg.kpis.facts.Fact.REVIEW_REQUESTED;
import static vaiwg.kpis.facts.Fact.SATISFACTION_SAID;
import static vaiwg.kpis.facts.Fact.SATISFIED;
import static vaiwg.kpis.facts.Fact.SUPPORT_REFERRED_WITHIN_2D;
import static vaiwg.kpis.facts.Fact.SURVEYED_WITHIN_90D;
import static vaiwg.kpis.facts.Fact.SURVEY_ANSWER;
import static vaiwg.kpis.facts.Fact.SURVEY_ANSWERED;
import static vaiwg.kpis.facts.Fact.SURVEY_SENT;
import static vaiwg.kpis.facts.Fact.TOLD_IN_TIME;

import java.util.List;
import java.util.Locale;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.MeasureBuilder;
import vaiwg.kpis.facts.Expression;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.Quantity;

/** Engagement, Insight and Communications: are victims told, heard and helped? */
public final class Engagement {
    private static final Expression ALL_FIVE =
            CODE_ACKNOWLEDGED.and(CODE_UPDATES_TIMELY, CODE_STATEMENT_OFFERED, CODE_REFERRED_IN_TIME, CODE_END_TOLD);
    private static final String OF_AUDITS =
            "Of cases audited of which the record says whether it was so, by the day of the audit, in how many ";
    /** As in {@link #CODE_ALL_FIVE_WAVE}. */
    private static final String OF_A_WAVE =
            "Of cases audited in a calendar month, by the day of the audit and as at the beginning of the next month, in how many ";

    private static final String MONTHS_SAMPLE = "an audit is a sample, and that of a month a small one";
    private static final int[] LENGTHS_OF_MONTHS = {28, 29, 30, 31};
    /** Of all contacts by which a duty was met. */
    private static final String ONLY_LOGGED =
            "only what is logged is seen: a duty that was met and not logged counts as missed, also before the first contact of its kind";
    /** Days after recording by which five working days after the report are over, whatever holidays they meet. */
    private static final int DUE_BY = 14;
    /** Of all answers to surveys: whom they do not speak for. */
    private static final String NOT_REPRESENTATIVE =
            "not representative: surveys are not sent where contact may put a victim at risk, and few victims answer";

    private static final String OF_TWO = NOT_REPRESENTATIVE
            + "; beside the other of the two: duties are met in other cases than those in which they are not";
    private static final String OF_SURVEYS = "Of surveys sent to victims by ";
    private static final String OF_ANSWERS =
            "Of answers to surveys that say whether the victim is satisfied, by the day of the answer, in cases in which ";

    static final Measure DECISION_TOLD = share("decision_told")
            .title("Told of the decision in time")
            .shortTitle("Victim told of decision in time")
            .headline(14)
            .in(ENGAGEMENT)
            .definition(
                    "Of decisions not to proceed (outcomes 9, 10, 15, 16 and 21) with a person as victim, by the day of the decision "
                            + "and once the time to tell is over, how many have the telling logged within five working days, or one where the "
                            + "victim has enhanced rights.")
            .denominator(ACTIVE.and(PERSON_VICTIM, NOT_PROCEEDED))
            .numerator(TOLD_IN_TIME)
            .onceTheTimeToTellIsOver()
            .bases(ASSIGNED)
            .by(TOTAL, THEME, THEME_DETAIL, THEME_AND_LPA, VICTIM_SEX, AGE_BAND, ETHNICITY, DISABILITY)
            .onDashboards(ASSIGNED, 28, 365)
            .polarity(RISING, "only what is logged is seen")
            .raisesAlerts()
            .reference("2.2.2")
            .build();

    static final Measure VICTIMS_CODE_ALL_FIVE = audited("victims_code_all_five")
            .title("All five duties of the Victims' Code met")
            .shortTitle("Victims' Code: all five duties")
            .definition(
                    "Of cases audited, by the day of the audit, how many meet all five: acknowledged, updates timely, a statement "
                            + "offered, referred to support within two days, told of the end. \"Not applicable\" meets a duty, except "
                            + "that of timely updates.")
            .denominator(ACTIVE.and(CODE_AUDITED))
            .numerator(ALL_FIVE)
            .onDashboards(RECORDED, 365)
            .polarity(RISING, "an audit is a sample; beside it stands the share of the duties that applied")
            .reference("1.1.2")
            .build();

    static final Measure VICTIMS_CODE_MEAN = audited("victims_code_mean")
            .title("Duties of the Victims' Code met, of five a case")
            .shortTitle("Victims' Code: duties met")
            .definition(
                    "Of the five duties in each audited case, by the day of the audit, how many are met, where \"not applicable\" meets "
                            + "every one but that of timely updates: the denominator is five times the audited cases.")
            .denominator(ACTIVE.and(CODE_QUESTION))
            .numerator(CODE_QUESTION_MET)
            .onDashboards(RECORDED, 365)
            .polarity(RISING, "an audit is a sample, and what did not apply counts as met")
            .reference("1.1.2")
            .build();

    static final Measure VICTIMS_CODE_APPLICABLE = audited("victims_code_applicable")
            .title("Duties of the Victims' Code met, of those that applied")
            .shortTitle("Victims' Code: of those that apply")
            .definition(
                    "Of the five duties in each audited case, by the day of the audit and without those that did not apply, how many are "
                            + "met.")
            .denominator(ACTIVE.and(CODE_QUESTION, CODE_QUESTION_APPLIES))
            .numerator(CODE_QUESTION_MET)
            .onDashboards(RECORDED, 365)
            .polarity(RISING, "an audit is a sample")
            .reference("1.1.2")
            .build();

    static final Measure ACKNOWLEDGED = duty("acknowledged", CODE_ACKNOWLEDGED)
            .title("Crime acknowledged to the victim")
            .definition(
                    "Of cases audited, by the day of the audit, in how many the victim had an acknowledgement of the crime, or it did "
                            + "not apply.")
            .reference("1.1.2")
            .build();

    static final Measure UPDATES_TIMELY = duty("updates_timely", CODE_UPDATES_TIMELY)
            .title("Updates to the victim timely")
            .definition(
                    "Of cases audited, by the day of the audit, in how many the updates were timely; \"not applicable\" does not meet it.")
            .reference("1.1.2")
            .build();

    static final Measure VPS_OFFERED = duty("vps_offered", CODE_STATEMENT_OFFERED)
            .title("Victim personal statement offered")
            .definition(
                    "Of cases audited, by the day of the audit, in how many a victim personal statement was offered, or it did not apply.")
            .reference("1.1.3")
            .build();

    static final Measure REFERRED_2D = duty("referred_2d", CODE_REFERRED_IN_TIME)
            .title("Referred to support within two days (audit)")
            .shortTitle("Audit: referred within two days")
            .definition(
                    "Of cases audited, by the day of the audit, in how many the victim was referred to support within two days where "
                            + "there was a need, or there was none.")
            .reference("1.1.3")
            .build();

    static final Measure END_OF_JOURNEY_TOLD = duty("end_of_journey_told", CODE_END_TOLD)
            .title("Told of the end of the journey through the justice system")
            .shortTitle("Told of the end of the journey")
            .definition(
                    "Of cases audited, by the day of the audit, in how many the victim was told of the end, or it did not apply.")
            .reference("1.1.3")
            .build();

    static final Measure CODE_INFORMED = duty("code_informed", CODE_EXPLAINED)
            .title("Told of the Victims' Code")
            .concerns("telling of the Victims' Code")
            .definition(
                    "Of cases audited, by the day of the audit, in how many the victim was told of the Victims' Code. Shown apart: it is "
                            + "outside overall compliance, as in the paper.")
            .reference("1.1.3")
            .build();

    static final Measure REFERRED_LATE = audited("referred_late")
            .title("Referred to support, but later than two days (audit)")
            .shortTitle("Audit: referred later")
            .definition(
                    "Of cases audited, by the day of the audit, in how many the victim was referred to support only after two days. Who "
                            + "was not referred at all is the rest beside this and the share referred within two days.")
            .denominator(ACTIVE.and(CODE_AUDITED))
            .numerator(CODE_REFERRED_LATE)
            .polarity(FALLING, "it also falls where nobody is referred at all")
            .reference("1.1.3")
            .build();

    private static MeasureBuilder audited(String slug) {
        return share(slug)
                .in(ENGAGEMENT)
                .concerns("the Victims' Code")
                .amongSteps()
                .bases(RECORDED)
                .windows(90, 365)
                .by(TOTAL, THEME, LPA, VICTIM_SEX, AGE_BAND, ETHNICITY, DISABILITY);
    }

    private static MeasureBuilder duty(String slug, Expression met) {
        return audited(slug)
                .denominator(ACTIVE.and(CODE_AUDITED))
                .numerator(met)
                .onDashboards(RECORDED, 365)
                .polarity(RISING, "an audit is a sample");
    }

    static final Measure SUPPORT_REFERRAL_2D = share("support_referral_2d")
            .title("Referred to support within two working days")
            .shortTitle("Referred to support in 2 days")
            .headline(15)
            .in(ENGAGEMENT)
            .definition(
                    "Of crimes with a person as victim, for how many a referral to support, or that it was declined, is on record within "
                            + "two working days of the report. The twin, from events, of the audit's question.")
            .denominator(ACTIVE.and(PERSON_VICTIM, REFERRAL_DEADLINE_KNOWN))
            .numerator(SUPPORT_REFERRED_WITHIN_2D)
            .settled(7)
            .matured(7)
            .by(TOTAL, THEME, THEME_AND_LPA, VICTIM_SEX, AGE_BAND, ETHNICITY, DISABILITY)
            .onDashboards(settled(7), 28, 365)
            .polarity(RISING, "that a referral was declined counts as one")
            .raisesAlerts()
            .reference("1.1.4")
            .build();

    static final Measure SUPPORT_BEFORE_DECISION = atStage("support_before_decision")
            .title("Referred to support by the day of the decision")
            .shortTitle("Referred to support by decision")
            .definition(
                    "Of crimes with a person as victim and an outcome, by the day of the outcome, for how many a referral to support, or that "
                            + "it was declined, is dated by that day.")
            .denominator(ACTIVE.and(PERSON_VICTIM, Fact.HAS_OUTCOME))
            .numerator(Fact.SUPPORT_REFERRED_BY_DECISION)
            .polarity(RISING, "that a referral was declined counts as one; what support followed is in no record")
            .build();

    static final Measure SUPPORT_AFTER_CHARGE = atStage("support_after_charge")
            .title("Referred to support after the charge")
            .shortTitle("Referred to support after charge")
            .definition(
                    "Of crimes with a person as victim that are charged or summonsed, by the day of the charge, for how many a referral to "
                            + "support, or that it was declined, is dated on a later day, as known by now.")
            .denominator(ACTIVE.and(PERSON_VICTIM, Fact.CHARGED))
            .numerator(Fact.SUPPORT_REFERRED_AFTER_DECISION)
            .caveats(
                    "No good direction: support that was arranged before may go on. Recent charges have had little time: it grows "
                            + "for months.")
            .build();

    /** Of the steps of a case the one by which, or after which, support was arranged. */
    private static MeasureBuilder atStage(String slug) {
        return share(slug)
                .in(ENGAGEMENT)
                .detail()
                .bases(ASSIGNED)
                .windows(365)
                .by(TOTAL, THEME, LPA)
                .reference("2.2.2");
    }

    static final Measure REVIEW_TAKEUP = share("review_takeup")
            .title("Right to Review taken up")
            .in(ENGAGEMENT)
            .definition(
                    "Of decisions that may be reviewed (outcome 10, 15 or 21 that the record says the police made, after an interview under "
                            + "caution; never 16), "
                            + "of which the victim was told at least 90 days ago, for how many a review was asked for less than 90 days "
                            + "after that.")
            .denominator(ACTIVE.and(PERSON_VICTIM, REVIEWABLE_DECISION))
            .numerator(REVIEW_REQUESTED)
            .amongSteps()
            .settled(90)
            .windows(365)
            .by(TOTAL, THEME, THEME_AND_LPA)
            .onDashboards(settled(90), 365)
            .caveats("No good direction: more may ask because they know the right, or because decisions got worse.")
            .reference("2.2.2")
            .build();

    static final Measure REVIEW_OVERTURNED = share("review_overturned")
            .title("Decisions overturned on review")
            .in(ENGAGEMENT)
            .definition("Of reviews decided, by the day of the decision, how many overturned the decision.")
            .denominator(ACTIVE.and(REVIEW_DECIDED))
            .numerator(Fact.REVIEW_OVERTURNED)
            .amongSteps()
            .bases(RECORDED)
            .windows(365)
            .by(TOTAL, THEME, LPA)
            .onDashboards(RECORDED, 365)
            .caveats("No good direction: it is to be read beside the take-up.")
            .reference("2.2.2")
            .build();

    static final Measure REVIEW_DECIDED_30D = share("review_decided_30d")
            .title("Reviews decided within 30 working days")
            .shortTitle("Reviews decided in 30 working days")
            .in(ENGAGEMENT)
            .definition(
                    "Of reviews decided, by the day of the decision, how many were decided within 30 working days of the day on which the "
                            + "victim asked.")
            .denominator(ACTIVE.and(REVIEW_DECIDED, REVIEW_DEADLINE_KNOWN))
            .numerator(REVIEW_DECIDED_WITHIN_30D)
            .amongSteps()
            .bases(RECORDED)
            .windows(365)
            .by(TOTAL, THEME, LPA)
            .polarity(RISING, "a review that nobody has decided yet is not in it")
            .reference("2.2.2")
            .build();

    static final Measure INFORMED_AFTER_REPORT = furtherDuty(
                    "informed_after_report", Fact.INFORMED_AUDITED, Fact.INFORMED_MET)
            .title("Informed after the report in time")
            .definition(
                    OF_AUDITS
                            + "the victim had the information that is due within five working days of the report, one with enhanced rights.")
            .reference("1.1.4")
            .build();

    static final Measure COMPENSATION_TOLD = furtherDuty(
                    "compensation_told", Fact.COMPENSATION_AUDITED, Fact.COMPENSATION_MET)
            .title("Told how to apply for compensation")
            .shortTitle("Told of compensation")
            .definition(OF_AUDITS + "the victim was told how to apply for compensation.")
            .reference("1.1.4")
            .build();

    static final Measure DISPOSAL_VIEWS_ASKED = furtherDuty("disposal_views_asked", Fact.VIEWS_AUDITED, Fact.VIEWS_MET)
            .title("Asked for views on an out-of-court disposal")
            .shortTitle("Asked for views on a disposal")
            .definition(OF_AUDITS + "the victim was asked for views on an out-of-court disposal.")
            .reference("1.1.4")
            .build();

    static final Measure INTERVIEWER_CHOSEN = furtherDuty(
                    "interviewer_chosen", Fact.INTERVIEWER_AUDITED, Fact.INTERVIEWER_MET)
            .title("Interviewer of the chosen gender")
            .definition(OF_AUDITS + "the victim could choose the gender of the interviewer.")
            .reference("1.1.4")
            .build();

    static final Measure COURT_VISIT_OFFERED = furtherDuty(
                    "court_visit_offered", Fact.COURT_VISIT_AUDITED, Fact.COURT_VISIT_MET)
            .title("Bereaved relatives offered a visit to the court")
            .shortTitle("Visit to the court offered")
            .definition(OF_AUDITS + "bereaved relatives were offered a visit to the court.")
            .reference("1.1.4")
            .build();

    private static MeasureBuilder furtherDuty(String slug, Fact asked, Fact met) {
        return audited(slug)
                .annex()
                .denominator(ACTIVE.and(CODE_AUDITED, asked))
                .numerator(met)
                .polarity(RISING, "an audit is a sample, and older ones did not ask");
    }

    static final Measure INFORMED_IN_TIME = share("informed_in_time")
            .title("Informed in time after the report (contacts)")
            .shortTitle("Informed in time after the report")
            .in(ENGAGEMENT)
            .definition(
                    "Of crimes with a person as victim, for how many a contact is logged that gave the information due after the report within "
                            + "five working days of it, or one where the victim has enhanced rights. Audits ask the same of a sample.")
            .denominator(ACTIVE.and(PERSON_VICTIM, INFORMATION_DEADLINE_KNOWN))
            .numerator(INFORMED_BY_DEADLINE)
            .settled(DUE_BY)
            .windows(28, 365)
            .by(TOTAL, THEME, LPA, VICTIM_SEX, AGE_BAND, ETHNICITY, DISABILITY)
            .polarity(RISING, ONLY_LOGGED)
            .reference("1.1.4")
            .build();

    static final Measure COMPENSATION_TOLD_28D = loggedDuty("compensation_told_28d")
            .title("Told how to apply for compensation within 28 days (contacts)")
            .shortTitle("Told of compensation in 28 days")
            .definition(
                    "Of crimes with a person as victim, by the day of recording, for how many a contact is logged that told how to apply "
                            + "for compensation less than 28 days after it. The Code names no time; 28 days are ours.")
            .denominator(ACTIVE.and(PERSON_VICTIM))
            .numerator(Fact.COMPENSATION_TOLD_WITHIN_28D)
            .settled(28)
            .build();

    static final Measure DISPOSAL_VIEWS_BEFORE = loggedDuty("disposal_views_before")
            .title("Views asked by the day of the disposal (contacts)")
            .shortTitle("Views asked by the disposal")
            .definition(
                    "Of out-of-court disposals (outcomes 2, 3, 6, 7 and 8) of crimes with a person as victim, by the day of the decision, "
                            + "for how many a contact is logged that asked for the victim's views by that day.")
            .denominator(ACTIVE.and(PERSON_VICTIM, Fact.OUT_OF_COURT))
            .numerator(Fact.VIEWS_ASKED_BY_DECISION)
            .bases(ASSIGNED)
            .build();

    static final Measure INTERVIEWER_OFFERED = loggedDuty("interviewer_offered")
            .title("Choice of the interviewer's gender offered (contacts)")
            .shortTitle("Choice of interviewer offered")
            .definition(
                    "Of sexual offences and crimes marked as domestic abuse with a person as victim and a first statement, by the day of "
                            + "recording, for how many a contact is logged that offered the choice of the interviewer's gender by the day of "
                            + "the statement. No record marks other gender-based violence.")
            .denominator(ACTIVE.and(
                    PERSON_VICTIM, Fact.STATEMENT_TAKEN, anyOf(Fact.RAPE, Fact.OTHER_SEXUAL, Fact.DOMESTIC_ABUSE)))
            .numerator(Fact.INTERVIEWER_OFFERED_BY_STATEMENT)
            .bases(RECORDED)
            .build();

    static final Measure COURT_VISIT_BEFORE_TRIAL = share("court_visit_before_trial")
            .title("Relatives offered a visit to the court before the trial")
            .shortTitle("Court visit before the trial")
            .in(ENGAGEMENT)
            .detail()
            .definition(
                    "Of homicides of any kind that are charged, whose first day of trial is known and whose case has ended at court, by the "
                            + "day of recording in five years, for how many a contact is logged that offered bereaved relatives a visit to the "
                            + "court before that day.")
            .denominator(ACTIVE.and(Fact.HOMICIDE, Fact.CHARGED, Fact.TRIAL_KNOWN, Fact.COURT_RESULT_KNOWN))
            .numerator(Fact.COURT_VISIT_BEFORE_TRIAL)
            .whateverTheOffence()
            .bases(RECORDED)
            .windows(1826)
            .by(TOTAL)
            .polarity(RISING, ONLY_LOGGED + "; few cases, and those of the last year are mostly still before the court")
            .reference("1.1.4")
            .build();

    private static MeasureBuilder loggedDuty(String slug) {
        return share(slug)
                .in(ENGAGEMENT)
                .detail()
                .windows(365)
                .by(TOTAL, THEME, LPA)
                .polarity(RISING, ONLY_LOGGED)
                .reference("1.1.4");
    }

    static final Measure SURVEY_RESPONSE_SMS = responseBy("survey_response_sms", Fact.SENT_BY_SMS)
            .title("Surveys sent by SMS answered")
            .definition(OF_SURVEYS
                    + "SMS at least 28 days ago, by that day, how many were answered less than 28 days later.")
            .reference("1.2")
            .build();

    static final Measure SURVEY_RESPONSE_EMAIL = responseBy("survey_response_email", Fact.SENT_BY_EMAIL)
            .title("Surveys sent by e-mail answered")
            .definition(OF_SURVEYS
                    + "e-mail at least 28 days ago, by that day, how many were answered less than 28 days later.")
            .reference("1.2")
            .build();

    private static MeasureBuilder responseBy(String slug, Fact channel) {
        return share(slug)
                .in(ENGAGEMENT)
                .annex()
                .concerns("answers to surveys")
                .denominator(ACTIVE.and(SURVEY_SENT, Fact.SURVEY_CHANNEL_KNOWN, channel))
                .numerator(SURVEY_ANSWERED)
                .amongSteps()
                .settled(28)
                .windows(90, 365)
                .by(TOTAL, THEME, LPA)
                .polarity(RISING, "those who are reached by one channel are not like those who are by another");
    }

    static final Measure SURVEY_SATISFIED = share("survey_satisfied")
            .title("Victims satisfied")
            .in(ENGAGEMENT)
            .definition(
                    "Of answers to surveys that say whether the victim is satisfied, by the day of the answer, how many say yes. "
                            + "Broken down also by the day of the week and the part of the day at which the answer came; a time of 00:00:00 is taken "
                            + "as unknown.")
            .denominator(ACTIVE.and(SURVEY_ANSWER, SATISFACTION_SAID))
            .numerator(SATISFIED)
            .amongSteps()
            .bases(RECORDED)
            .windows(90, 365)
            .by(TOTAL, THEME, THEME_AND_LPA, VICTIM_SEX, AGE_BAND, ETHNICITY, DISABILITY, ANSWER_DAY, ANSWER_TIME)
            .onDashboards(RECORDED, 365)
            .polarity(RISING, NOT_REPRESENTATIVE)
            .reference("1.2")
            .build();

    static final Measure SATISFIED_CODE_MET = satisfiedWhere("satisfied_code_met", AUDITED_BY_NOW.and(CODE_MET_BY_NOW))
            .title("Victims satisfied where all five duties were met")
            .shortTitle("Satisfied: all five duties met")
            .definition(
                    OF_ANSWERS
                            + "an audit found all five duties of the Victims' Code met, how many say that the victim is satisfied.")
            .reference("1.1.4")
            .build();

    static final Measure SATISFIED_CODE_MISSED = satisfiedWhere(
                    "satisfied_code_missed", AUDITED_BY_NOW.and(not(CODE_MET_BY_NOW)))
            .title("Victims satisfied where a duty was missed")
            .shortTitle("Satisfied: a duty missed")
            .definition(OF_ANSWERS
                    + "audits found a duty of the Victims' Code missed, how many say that the victim is satisfied.")
            .reference("1.1.4")
            .build();

    static final Measure SATISFIED_TOLD = satisfiedWhere("satisfied_told", NOT_PROCEEDED.and(TOLD_IN_TIME))
            .title("Victims satisfied where the decision was told in time")
            .shortTitle("Satisfied: told in time")
            .definition(
                    OF_ANSWERS
                            + "the telling of a decision not to proceed is logged in time, how many say that the victim is satisfied.")
            .reference("1.1.4")
            .build();

    static final Measure SATISFIED_UNTOLD = satisfiedWhere("satisfied_untold", NOT_PROCEEDED.and(not(TOLD_IN_TIME)))
            .title("Victims satisfied where the decision was not told in time")
            .shortTitle("Satisfied: not told in time")
            .definition(
                    OF_ANSWERS
                            + "the telling of a decision not to proceed is not logged in time, how many say that the victim is satisfied.")
            .reference("1.1.4")
            .build();

    static final Measure SATISFIED_REFERRED = satisfiedWhere(
                    "satisfied_referred", REFERRAL_DEADLINE_KNOWN.and(SUPPORT_REFERRED_WITHIN_2D))
            .title("Victims satisfied where referred to support in time")
            .shortTitle("Satisfied: referred in time")
            .definition(
                    OF_ANSWERS
                            + "a referral to support, or that it was declined, is on record within two working days of the report, how many say that the victim is satisfied.")
            .reference("1.1.4")
            .build();

    static final Measure SATISFIED_UNREFERRED = satisfiedWhere(
                    "satisfied_unreferred", REFERRAL_DEADLINE_KNOWN.and(not(SUPPORT_REFERRED_WITHIN_2D)))
            .title("Victims satisfied where not referred to support in time")
            .shortTitle("Satisfied: not referred in time")
            .definition(
                    OF_ANSWERS
                            + "no referral to support, nor that it was declined, is on record within two working days of the report, how many say that the victim is satisfied.")
            .reference("1.1.4")
            .build();

    private static MeasureBuilder satisfiedWhere(String slug, Expression where) {
        return share(slug)
                .in(ENGAGEMENT)
                .annex()
                .concerns("satisfaction and duties")
                .denominator(ACTIVE.and(SURVEY_ANSWER, SATISFACTION_SAID).and(where))
                .numerator(SATISFIED)
                .amongSteps()
                .bases(RECORDED)
                .windows(90, 365)
                .by(TOTAL, THEME, LPA)
                .polarity(RISING, OF_TWO);
    }

    /** The pair above for each duty of an audit alone: those of the five, that of the Code itself, and those beyond. */
    private static final List<Measure> SATISFIED_BY_DUTY = together(
            byDuty("acknowledged", "acknowledgement", AUDITED_BY_NOW, Fact.ACKNOWLEDGED_BY_NOW),
            byDuty("updates_timely", "timely updates", AUDITED_BY_NOW, Fact.UPDATES_BY_NOW),
            byDuty("vps_offered", "statement offer", AUDITED_BY_NOW, Fact.STATEMENT_BY_NOW),
            byDuty("referred_2d", "referral in time", AUDITED_BY_NOW, Fact.REFERRED_BY_NOW),
            byDuty("end_of_journey_told", "end of journey", AUDITED_BY_NOW, Fact.END_BY_NOW),
            byDuty("code_informed", "telling of Code", AUDITED_BY_NOW, Fact.EXPLAINED_BY_NOW),
            byDuty("informed_after_report", "information", Fact.INFORMED_AUDITED_BY_NOW, Fact.INFORMED_MET_BY_NOW),
            byDuty("compensation_told", "compensation", Fact.COMPENSATION_AUDITED_BY_NOW, Fact.COMPENSATION_MET_BY_NOW),
            byDuty("disposal_views_asked", "disposal views", Fact.VIEWS_AUDITED_BY_NOW, Fact.VIEWS_MET_BY_NOW),
            byDuty("interviewer_chosen", "interviewer", Fact.INTERVIEWER_AUDITED_BY_NOW, Fact.INTERVIEWER_MET_BY_NOW),
            byDuty("court_visit_offered", "court visit", Fact.COURT_VISIT_AUDITED_BY_NOW, Fact.COURT_VISIT_MET_BY_NOW),
            List.of(
                    byDuty(
                            "satisfied_property_returned_7d_met",
                            "property met",
                            Fact.PROPERTY_MET_BY_NOW,
                            Fact.PROPERTY_MET_BY_NOW.words()),
                    byDuty(
                            "satisfied_property_returned_7d_missed",
                            "property missed",
                            Fact.PROPERTY_RETURNED_BY_NOW.and(not(Fact.PROPERTY_MET_BY_NOW)),
                            Fact.PROPERTY_RETURNED_BY_NOW.words() + ", and none in seven days")));

    /** Of few answers: so of a year, and of no theme. */
    private static List<Measure> byDuty(String duty, String name, Fact audited, Fact met) {
        String finding = met.words().replaceFirst("^an audit of the case ", "");
        return List.of(
                byDuty("satisfied_" + duty + "_met", name + " met", met, "an audit " + finding),
                byDuty(
                        "satisfied_" + duty + "_missed",
                        name + " missed",
                        audited.and(not(met)),
                        "audits asked, and none " + finding));
    }

    private static Measure byDuty(String slug, String title, Expression where, String found) {
        return detail(slug, ACTIVE.and(SURVEY_ANSWER, SATISFACTION_SAID).and(where), SATISFIED)
                .concerns("satisfaction and duties")
                .amongSteps()
                .bases(RECORDED)
                .windows(365)
                .by(TOTAL)
                .title("Victims satisfied: " + title)
                .shortTitle("Satisfied: " + title)
                .definition(OF_ANSWERS + found + ", how many say that the victim is satisfied.")
                .polarity(RISING, OF_TWO)
                .reference("1.1.4")
                .build();
    }

    static final Measure SURVEY_COVERAGE = share("survey_coverage")
            .title("Victims who were sent a survey")
            .in(ENGAGEMENT)
            .definition(
                    "Of crimes with a person as victim that were recorded at least 90 days ago, for how many a survey was sent to the "
                            + "victim within 90 days of recording.")
            .denominator(ACTIVE.and(PERSON_VICTIM))
            .numerator(SURVEYED_WITHIN_90D)
            .settled(90)
            .windows(90, 365)
            .by(TOTAL, THEME, THEME_AND_LPA)
            .onDashboards(settled(90), 365)
            .polarity(RISING, "where contact is safe")
            .reference("1.2")
            .build();

    static final Measure SURVEY_DEMOGRAPHICS = share("survey_demographics")
            .title("Answers that say who the victim is")
            .annex()
            .in(ENGAGEMENT)
            .definition(
                    "Of answers to surveys, by the day of the answer, how many say who the victim is: age, sex, ethnicity.")
            .denominator(ACTIVE.and(SURVEY_ANSWER))
            .numerator(DEMOGRAPHICS_GIVEN)
            .amongSteps()
            .bases(RECORDED)
            .windows(90, 365)
            .by(TOTAL, THEME, LPA)
            .polarity(RISING, NOT_REPRESENTATIVE)
            .reference("1.2")
            .build();

    static final Measure SURVEY_FREE_TEXT = share("survey_free_text")
            .title("Answers with words of the victim's own")
            .shortTitle("Answers in the victim's own words")
            .annex()
            .in(ENGAGEMENT)
            .definition(
                    "Of answers to surveys whose record says whether the victim also answered in words of their own, by the day of the "
                            + "answer, how many did. The words themselves are sent nowhere.")
            .denominator(ACTIVE.and(SURVEY_ANSWER, FREE_TEXT_KNOWN))
            .numerator(FREE_TEXT_GIVEN)
            .amongSteps()
            .bases(RECORDED)
            .windows(90, 365)
            .by(TOTAL, THEME, LPA)
            .caveats(
                    "No good direction: victims write where they are content, and where they are not. Older records do not say it; "
                            + NOT_REPRESENTATIVE)
            .reference("1.2")
            .build();

    static final Measure AUDITED_CASES = count("audited_cases")
            .aboutNobody()
            .in(ENGAGEMENT)
            .detail()
            .denominator(ACTIVE.and(CODE_AUDITED))
            .amongSteps()
            .unit("audits")
            .bases(RECORDED)
            .by(TOTAL, THEME, LPA)
            .title("Cases audited under the Victims' Code")
            .shortTitle("Cases audited")
            .definition(
                    "Audits of cases under the Victims' Code, by the day of the audit: how large a wave of audits is.")
            .caveats("No good direction: it says how many cases the shares of the duties rest on.")
            .reference("1.1.2")
            .build();

    static final Measure CODE_ALL_FIVE_WAVE = detail("code_all_five_wave", ACTIVE.and(CODE_AUDITED), ALL_FIVE)
            .amongSteps()
            .bases(RECORDED)
            .windows(LENGTHS_OF_MONTHS)
            .by(TOTAL, THEME, LPA)
            .title("All five duties met, audits of a month as one wave")
            .shortTitle("All five duties met, in a wave")
            .definition(
                    "Of cases audited, by the day of the audit, how many meet all five duties: the audits of a calendar month are a "
                            + "wave, which is read over as many days as the month has, as at the beginning of the next.")
            .polarity(RISING, MONTHS_SAMPLE)
            .reference("1.1.2")
            .build();

    static final Measure VPS_OFFERED_WAVE = ofWave("vps_offered_wave", CODE_STATEMENT_OFFERED)
            .title("Victim personal statement offered, audits of a month as one wave")
            .shortTitle("Statement offered, in a wave")
            .definition(OF_A_WAVE + "a victim personal statement was offered, or it did not apply.")
            .polarity(RISING, MONTHS_SAMPLE)
            .build();

    static final Measure END_OF_JOURNEY_TOLD_WAVE = ofWave("end_of_journey_told_wave", CODE_END_TOLD)
            .title("Told of the end of the journey, audits of a month as one wave")
            .shortTitle("Told of the end, in a wave")
            .definition(OF_A_WAVE + "the victim was told of the end, or it did not apply.")
            .polarity(RISING, MONTHS_SAMPLE)
            .build();

    static final Measure REFERRED_2D_WAVE = ofWave("referred_2d_wave", CODE_REFERRED_IN_TIME)
            .title("Referred to support within two days, audits of a month as one wave")
            .shortTitle("Referred in two days, in a wave")
            .definition(OF_A_WAVE + "the victim was referred to support within two days, or there was no need.")
            .polarity(RISING, MONTHS_SAMPLE)
            .build();

    static final Measure REFERRED_LATE_WAVE = ofWave("referred_late_wave", CODE_REFERRED_LATE)
            .title("Referred later than two days, audits of a month as one wave")
            .shortTitle("Referred later, in a wave")
            .definition(OF_A_WAVE + "the victim was referred to support only after two days.")
            .polarity(FALLING, "it also falls where nobody is referred at all; " + MONTHS_SAMPLE)
            .build();

    static final Measure NOT_REFERRED_WAVE = ofWave(
                    "not_referred_wave", not(CODE_REFERRED_IN_TIME).and(not(CODE_REFERRED_LATE)))
            .title("Not referred to support at all, audits of a month as one wave")
            .shortTitle("Not referred at all, in a wave")
            .definition(OF_A_WAVE + "the victim was not referred to support, though there was a need.")
            .polarity(FALLING, MONTHS_SAMPLE)
            .build();

    static final Measure CODE_INFORMED_WAVE = ofWave("code_informed_wave", CODE_EXPLAINED)
            .title("Told of the Victims' Code, audits of a month as one wave")
            .shortTitle("Told of the Code, in a wave")
            .definition(OF_A_WAVE + "the victim was told of the Victims' Code.")
            .polarity(RISING, MONTHS_SAMPLE)
            .build();

    /** A question of the paper's own audit, of the whole force: what it found stands beside one month's audit. */
    private static MeasureBuilder ofWave(String slug, Expression found) {
        return detail(slug, ACTIVE.and(CODE_AUDITED), found)
                .amongSteps()
                .bases(RECORDED)
                .windows(LENGTHS_OF_MONTHS)
                .by(TOTAL)
                .reference("1.1.3");
    }

    static final Measure AUDIT_REFERRAL_LOGGED = detail(
                    "audit_referral_logged",
                    ACTIVE.and(CODE_AUDITED, Fact.CODE_REFERRAL_FOUND, REFERRAL_DEADLINE_KNOWN),
                    SUPPORT_REFERRED_WITHIN_2D)
            .amongSteps()
            .bases(RECORDED)
            .windows(365)
            .by(TOTAL, THEME)
            .title("Referral in time that an audit found is on record")
            .shortTitle("Audit: referral is on record")
            .definition(
                    "Of cases audited in which the audit found that the victim was referred to support within two days, by the day of the "
                            + "audit, for how many a referral, or that it was declined, is on record within two working days of the report. "
                            + "The rest is how far audits and records of referrals differ.")
            .polarity(RISING, "an audit is a sample, and may count the two days otherwise than in working days")
            .reference("1.1.2")
            .build();

    static final Measure CODE_ALL_FIVE_HATE = ofSteps(
                    "code_all_five_hate", ACTIVE.and(CODE_AUDITED, Fact.HATE_CRIME), ALL_FIVE)
            .title("All five duties met, hate crime")
            .shortTitle("All five duties met, hate crime")
            .definition(
                    "Of cases audited that are marked as a hate crime of any strand, by the day of the audit, how many meet "
                            + "all five duties.")
            .polarity(RISING, "an audit is a sample")
            .reference("1.1.2")
            .build();

    static final Measure CODE_ALL_FIVE_BURGLARY = outsideTheStrategy("code_all_five_burglary", Fact.BURGLARY)
            .title("All five duties met, burglary")
            .definition(
                    "Of burglaries, of the strategy or not, by the day of recording, whose case was audited, in how many an audit found all "
                            + "five duties met.")
            .build();

    static final Measure CODE_ALL_FIVE_ROBBERY = outsideTheStrategy("code_all_five_robbery", Fact.ROBBERY)
            .title("All five duties met, robbery")
            .definition(
                    "Of robberies, of the strategy or not, by the day of recording, whose case was audited, in how many an audit found all "
                            + "five duties met.")
            .build();

    /** What the audit samples beside the strategy's crimes: read by the day of recording, as audits themselves are counted in its themes alone. */
    private static MeasureBuilder outsideTheStrategy(String slug, Fact offence) {
        return detail(slug, ACTIVE.and(offence, AUDITED_BY_NOW), CODE_MET_BY_NOW)
                .whateverTheOffence()
                .bases(RECORDED)
                .by(TOTAL)
                .polarity(RISING, "an audit is a sample, and a crime recorded lately is not audited yet")
                .reference("1.1.2");
    }

    static final Measure STATEMENT_DAYS_MEDIAN = median("statement_days_median", Quantity.DAYS_TO_STATEMENT)
            .in(ENGAGEMENT)
            .detail()
            .denominator(ACTIVE.and(PERSON_VICTIM))
            .bases(RECORDED)
            .windows(90, 365)
            .by(TOTAL, THEME, LPA)
            .title("Days until the victim's first statement")
            .shortTitle("Half of statements taken within")
            .definition(
                    "Of crimes with a person as victim of which it is known when the first statement was taken, by the day of "
                            + "recording, half had it within so many days of the report.")
            .polarity(FALLING, "a victim who never gave one is not in it")
            .reference("1.1.4")
            .build();

    static final Measure VPS_DAYS_MEDIAN = median("vps_days_median", Quantity.DAYS_TO_PERSONAL_STATEMENT)
            .in(ENGAGEMENT)
            .detail()
            .denominator(ACTIVE.and(PERSON_VICTIM))
            .bases(RECORDED)
            .windows(365)
            .by(TOTAL, THEME)
            .title("Days until the victim personal statement")
            .shortTitle("Half of personal statements within")
            .definition(
                    "Of crimes with a person as victim of which it is known when the victim personal statement was taken, by the "
                            + "day of recording, half had it within so many days of that day.")
            .caveats(
                    "No good direction: when it is taken is for the victim to say. A victim who never gave one is not in it.")
            .reference("1.1.4")
            .build();

    static final Measure REFERRED_TO_IDVA = ofSteps(
                    "referred_to_idva", ACTIVE.and(Fact.REFERRAL_MADE, Fact.SERVICE_KNOWN), Fact.TO_DOMESTIC_ADVISER)
            .title("Referred to an adviser on domestic violence")
            .shortTitle("Referrals: to an IDVA")
            .definition(
                    "Of referrals to support of which the record says to whom, by the day of the referral, how many are to an "
                            + "independent adviser on domestic violence (IDVA).")
            .caveats("No good direction: it says which support victims are offered.")
            .reference("2.2.2")
            .build();

    static final Measure REFERRED_TO_ISVA = ofSteps(
                    "referred_to_isva", ACTIVE.and(Fact.REFERRAL_MADE, Fact.SERVICE_KNOWN), Fact.TO_SEXUAL_ADVISER)
            .title("Referred to an adviser on sexual violence")
            .shortTitle("Referrals: to an ISVA")
            .definition(
                    "Of referrals to support of which the record says to whom, by the day of the referral, how many are to an "
                            + "independent adviser on sexual violence (ISVA).")
            .caveats("No good direction: it says which support victims are offered.")
            .reference("2.2.2")
            .build();

    static final Measure REFERRED_TO_CENTRE = ofSteps(
                    "referred_to_centre", ACTIVE.and(Fact.REFERRAL_MADE, Fact.SERVICE_KNOWN), Fact.TO_REFERRAL_CENTRE)
            .title("Referred to a sexual assault referral centre")
            .shortTitle("Referrals: to a centre")
            .definition(
                    "Of referrals to support of which the record says to whom, by the day of the referral, how many are to a "
                            + "sexual assault referral centre.")
            .caveats("No good direction: it says which support victims are offered.")
            .reference("2.2.2")
            .build();

    static final Measure REFERRED_TO_HATE_SERVICE = detail(
                    "referred_to_hate_service",
                    ACTIVE.and(Fact.REFERRAL_MADE, Fact.SERVICE_KNOWN, Fact.HATE_CRIME),
                    Fact.TO_HATE_SERVICE)
            .amongSteps()
            .bases(RECORDED)
            .windows(365)
            .by(TOTAL, THEME)
            .title("Referred to the hate crime service, hate crime")
            .shortTitle("Hate crime: to its service")
            .definition(
                    "Of referrals to support of which the record says to whom, in cases that are marked as a hate crime of any strand, by the "
                            + "day of the referral, how many are to the regional hate crime service.")
            .caveats("No good direction: it says which support victims are offered. Gender is among the strands.")
            .reference("2.1.3")
            .build();

    static final Measure SURVEYS_OF_CONTACT = surveysOf("Force Contact", Fact.OF_CONTACT, "those who take reports");

    static final Measure SATISFIED_OF_CONTACT = satisfiedOf("Force Contact", Fact.OF_CONTACT, "those who take reports");

    static final Measure SURVEYS_OF_RESPONSE = surveysOf("response", Fact.OF_RESPONSE, "response officers");

    static final Measure SATISFIED_OF_RESPONSE = satisfiedOf("response", Fact.OF_RESPONSE, "response officers");

    static final Measure SURVEYS_OF_INVESTIGATION = surveysOf("investigation", Fact.OF_INVESTIGATION, "investigations");

    static final Measure SATISFIED_OF_INVESTIGATION =
            satisfiedOf("investigation", Fact.OF_INVESTIGATION, "investigations");

    static final Measure SURVEYS_OF_NEIGHBOURHOOD =
            surveysOf("neighbourhood", Fact.OF_NEIGHBOURHOOD, "neighbourhood policing");

    static final Measure SATISFIED_OF_NEIGHBOURHOOD =
            satisfiedOf("neighbourhood", Fact.OF_NEIGHBOURHOOD, "neighbourhood policing");

    private static Measure surveysOf(String department, Fact asked, String whom) {
        return ofSteps("surveys_of_" + slug(department), ACTIVE.and(SURVEY_SENT, Fact.DEPARTMENT_KNOWN), asked)
                .title("Surveys about " + department)
                .definition(
                        "Of surveys sent of which the record says whose work they ask about, by that day, how many ask about "
                                + whom + ".")
                .caveats("No good direction: it says how far surveys are rolled out.")
                .reference("1.2")
                .build();
    }

    private static Measure satisfiedOf(String department, Fact asked, String whom) {
        Expression answers = ACTIVE.and(SURVEY_ANSWER, SATISFACTION_SAID, Fact.DEPARTMENT_KNOWN, asked);
        return ofSteps("satisfied_of_" + slug(department), answers, SATISFIED)
                .title("Victims satisfied: " + department)
                .definition(
                        "Of answers to surveys that say whether the victim is satisfied, by the day of the answer, and ask about "
                                + whom + ", how many say yes.")
                .polarity(RISING, NOT_REPRESENTATIVE + "; officers are not told apart")
                .reference("1.2")
                .build();
    }

    /** Force Contact is called by its second word, as the records call it. */
    private static String slug(String department) {
        return department.substring(department.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    }

    static final Measure SURVEY_LISTENED_TO = ofSteps(
                    "survey_listened_to", ACTIVE.and(SURVEY_ANSWER, Fact.LISTENED_KNOWN), Fact.LISTENED_TO)
            .title("Victims who felt listened to")
            .definition(
                    "Of answers to surveys that say whether the victim felt listened to, by the day of the answer, how many "
                            + "say yes.")
            .polarity(RISING, NOT_REPRESENTATIVE)
            .reference("2.1.3")
            .build();

    static final Measure SURVEY_REPORT_AGAIN = ofSteps(
                    "survey_report_again", ACTIVE.and(SURVEY_ANSWER, Fact.REPORT_AGAIN_KNOWN), Fact.WOULD_REPORT_AGAIN)
            .title("Victims who would report such a crime again")
            .shortTitle("Would report again")
            .definition(
                    "Of answers to surveys that say whether the victim would report such a crime again, by the day of the "
                            + "answer, how many say yes.")
            .polarity(RISING, NOT_REPRESENTATIVE + "; those who never report are not asked")
            .reference("2.1.3")
            .build();

    private static MeasureBuilder ofSteps(String slug, Expression denominator, Expression numerator) {
        return detail(slug, denominator, numerator).amongSteps().bases(RECORDED).by(TOTAL, THEME, LPA);
    }

    private static MeasureBuilder detail(String slug, Expression denominator, Expression numerator) {
        return MeasureBuilder.detail(slug, ENGAGEMENT, denominator, numerator);
    }

    private Engagement() {}

    public static List<Measure> all() {
        return together(
                List.of(
                        DECISION_TOLD,
                        SUPPORT_REFERRAL_2D,
                        SUPPORT_BEFORE_DECISION,
                        SUPPORT_AFTER_CHARGE,
                        VICTIMS_CODE_ALL_FIVE,
                        VICTIMS_CODE_MEAN,
                        VICTIMS_CODE_APPLICABLE,
                        ACKNOWLEDGED,
                        UPDATES_TIMELY,
                        VPS_OFFERED,
                        REFERRED_2D,
                        REFERRED_LATE,
                        END_OF_JOURNEY_TOLD,
                        CODE_INFORMED,
                        INFORMED_AFTER_REPORT,
                        COMPENSATION_TOLD,
                        DISPOSAL_VIEWS_ASKED,
                        INTERVIEWER_CHOSEN,
                        COURT_VISIT_OFFERED,
                        INFORMED_IN_TIME,
                        COMPENSATION_TOLD_28D,
                        DISPOSAL_VIEWS_BEFORE,
                        INTERVIEWER_OFFERED,
                        COURT_VISIT_BEFORE_TRIAL,
                        REVIEW_TAKEUP,
                        REVIEW_OVERTURNED,
                        REVIEW_DECIDED_30D,
                        SURVEY_RESPONSE_SMS,
                        SURVEY_RESPONSE_EMAIL,
                        SURVEY_SATISFIED,
                        SATISFIED_CODE_MET,
                        SATISFIED_CODE_MISSED,
                        SATISFIED_TOLD,
                        SATISFIED_UNTOLD,
                        SATISFIED_REFERRED,
                        SATISFIED_UNREFERRED,
                        SURVEY_COVERAGE,
                        SURVEY_DEMOGRAPHICS,
                        SURVEY_FREE_TEXT,
                        AUDITED_CASES,
                        CODE_ALL_FIVE_WAVE,
                        VPS_OFFERED_WAVE,
                        END_OF_JOURNEY_TOLD_WAVE,
                        REFERRED_2D_WAVE,
                        REFERRED_LATE_WAVE,
                        NOT_REFERRED_WAVE,
                        CODE_INFORMED_WAVE,
                        AUDIT_REFERRAL_LOGGED,
                        CODE_ALL_FIVE_HATE,
                        CODE_ALL_FIVE_BURGLARY,
                        CODE_ALL_FIVE_ROBBERY,
                        STATEMENT_DAYS_MEDIAN,
                        VPS_DAYS_MEDIAN,
                        REFERRED_TO_IDVA,
                        REFERRED_TO_ISVA,
                        REFERRED_TO_CENTRE,
                        REFERRED_TO_HATE_SERVICE,
                        SURVEYS_OF_CONTACT,
                        SATISFIED_OF_CONTACT,
                        SURVEYS_OF_RESPONSE,
                        SATISFIED_OF_RESPONSE,
                        SURVEYS_OF_INVESTIGATION,
                        SATISFIED_OF_INVESTIGATION,
                        SURVEYS_OF_NEIGHBOURHOOD,
                        SATISFIED_OF_NEIGHBOURHOOD,
                        SURVEY_LISTENED_TO,
                        SURVEY_REPORT_AGAIN),
                SATISFIED_BY_DUTY);
    }
}
