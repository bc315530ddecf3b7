package vaiwg.kpis.catalogue.areas;

import static vaiwg.kpis.catalogue.Basis.ASSIGNED;
import static vaiwg.kpis.catalogue.Basis.RECORDED;
import static vaiwg.kpis.catalogue.Basis.settled;
import static vaiwg.kpis.catalogue.Direction.FALLING;
import static vaiwg.kpis.catalogue.Direction.RISING;
import static vaiwg.kpis.catalogue.MeasureBuilder.share;
import static vaiwg.kpis.catalogue.Priority.ENGAGEMENT;
import static vaiwg.kpis.catalogue.SliceFamily.AGE_BAND;
import static vaiwg.kpis.catalogue.SliceFamily.DISABILITY;
import static vaiwg.kpis.catalogue.SliceFamily.ETHNICITY;
import static vaiwg.kpis.catalogue.SliceFamily.THEME;
import static vaiwg.kpis.catalogue.SliceFamily.THEME_AND_LPA;
import static vaiwg.kpis.catalogue.SliceFamily.THEME_DETAIL;
import static vaiwg.kpis.catalogue.SliceFamily.TOTAL;
import static vaiwg.kpis.catalogue.SliceFamily.VICTIM_SEX;
import static vaiwg.kpis.facts.Fact.ACTIVE;
import static vaiwg.kpis.facts.Fact.CODE_ACKNOWLEDGED;
import static vaiwg.kpis.facts.Fact.CODE_AUDITED;
import static vaiwg.kpis.facts.Fact.CODE_END_TOLD;
import static vaiwg.kpis.facts.Fact.CODE_EXPLAINED;
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
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.MeasureBuilder;
import vaiwg.kpis.facts.Expression;
import vaiwg.kpis.facts.Fact;

/** Engagement, Insight and Communications: are victims told, heard and helped? */
public final class Engagement {
    static final Measure DECISION_TOLD = share("decision_told")
            .title("Told of the decision in time")
            .shortTitle("Victim told of decision in time")
            .headline(14)
            .in(ENGAGEMENT)
            .means(
                    "Of decisions not to proceed (outcomes 9, 10, 15, 16 and 21) with a person as victim, by the day of the decision "
                            + "and once the time to tell is over, how many have the telling logged within five working days, or one where the "
                            + "victim has enhanced rights.")
            .of(ACTIVE.and(PERSON_VICTIM, NOT_PROCEEDED))
            .counting(TOLD_IN_TIME)
            .onceTheTimeToTellIsOver()
            .bases(ASSIGNED)
            .by(TOTAL, THEME, THEME_DETAIL, THEME_AND_LPA, VICTIM_SEX, AGE_BAND, ETHNICITY, DISABILITY)
            .onBoards(ASSIGNED, 28, 365)
            .goodWhen(RISING, "only what is logged is seen")
            .inPack()
            .answersTo("2.2.2");

    static final Measure VICTIMS_CODE_ALL_FIVE = audited("victims_code_all_five")
            .title("All five duties of the Victims' Code met")
            .shortTitle("Victims' Code: all five duties")
            .means(
                    "Of cases audited, by the day of the audit, how many meet all five: acknowledged, updates timely, a statement "
                            + "offered, referred to support within two days, told of the end. \"Not applicable\" meets a duty, except "
                            + "that of timely updates.")
            .of(ACTIVE.and(CODE_AUDITED))
            .counting(CODE_ACKNOWLEDGED.and(
                    CODE_UPDATES_TIMELY, CODE_STATEMENT_OFFERED, CODE_REFERRED_IN_TIME, CODE_END_TOLD))
            .by(TOTAL, THEME, VICTIM_SEX, AGE_BAND, ETHNICITY)
            .onBoards(RECORDED, 365)
            .goodWhen(RISING, "an audit is a sample; beside it stands the share of the duties that applied")
            .answersTo("1.1.2");

    static final Measure VICTIMS_CODE_MEAN = audited("victims_code_mean")
            .title("Duties of the Victims' Code met, of five a case")
            .shortTitle("Victims' Code: duties met")
            .means(
                    "Of the five duties in each audited case, by the day of the audit, how many are met, where \"not applicable\" meets "
                            + "every one but that of timely updates: the denominator is five times the audited cases.")
            .of(ACTIVE.and(CODE_QUESTION))
            .counting(CODE_QUESTION_MET)
            .by(TOTAL, THEME)
            .onBoards(RECORDED, 365)
            .goodWhen(RISING, "an audit is a sample, and what did not apply counts as met")
            .answersTo("1.1.2");

    static final Measure VICTIMS_CODE_APPLICABLE = audited("victims_code_applicable")
            .title("Duties of the Victims' Code met, of those that applied")
            .shortTitle("Victims' Code: of those that apply")
            .means(
                    "Of the five duties in each audited case, by the day of the audit and without those that did not apply, how many are "
                            + "met.")
            .of(ACTIVE.and(CODE_QUESTION, CODE_QUESTION_APPLIES))
            .counting(CODE_QUESTION_MET)
            .by(TOTAL, THEME)
            .onBoards(RECORDED, 365)
            .goodWhen(RISING, "an audit is a sample")
            .answersTo("1.1.2");

    static final Measure ACKNOWLEDGED = duty("acknowledged", CODE_ACKNOWLEDGED)
            .title("Crime acknowledged to the victim")
            .means(
                    "Of cases audited, by the day of the audit, in how many the victim had an acknowledgement of the crime, or it did "
                            + "not apply.")
            .answersTo("1.1.2");

    static final Measure UPDATES_TIMELY = duty("updates_timely", CODE_UPDATES_TIMELY)
            .title("Updates to the victim timely")
            .means(
                    "Of cases audited, by the day of the audit, in how many the updates were timely; \"not applicable\" does not meet it.")
            .answersTo("1.1.2");

    static final Measure VPS_OFFERED = duty("vps_offered", CODE_STATEMENT_OFFERED)
            .title("Victim personal statement offered")
            .means(
                    "Of cases audited, by the day of the audit, in how many a victim personal statement was offered, or it did not apply.")
            .answersTo("1.1.3");

    static final Measure REFERRED_2D = duty("referred_2d", CODE_REFERRED_IN_TIME)
            .title("Referred to support within two days (audit)")
            .shortTitle("Audit: referred within two days")
            .means(
                    "Of cases audited, by the day of the audit, in how many the victim was referred to support within two days where "
                            + "there was a need, or there was none.")
            .answersTo("1.1.3");

    static final Measure END_OF_JOURNEY_TOLD = duty("end_of_journey_told", CODE_END_TOLD)
            .title("Told of the end of the journey through the justice system")
            .shortTitle("Told of the end of the journey")
            .means(
                    "Of cases audited, by the day of the audit, in how many the victim was told of the end, or it did not apply.")
            .answersTo("1.1.3");

    static final Measure CODE_INFORMED = duty("code_informed", CODE_EXPLAINED)
            .title("Told of the Victims' Code")
            .concerns("telling of the Victims' Code")
            .means(
                    "Of cases audited, by the day of the audit, in how many the victim was told of the Victims' Code. Shown apart: it is "
                            + "outside overall compliance, as in the paper.")
            .answersTo("1.1.3");

    static final Measure REFERRED_LATE = audited("referred_late")
            .title("Referred to support, but later than two days (audit)")
            .shortTitle("Audit: referred later")
            .means(
                    "Of cases audited, by the day of the audit, in how many the victim was referred to support only after two days. Who "
                            + "was not referred at all is the rest beside this and the share referred within two days.")
            .of(ACTIVE.and(CODE_AUDITED))
            .counting(CODE_REFERRED_LATE)
            .by(TOTAL, THEME)
            .goodWhen(FALLING, "it also falls where nobody is referred at all")
            .answersTo("1.1.3");

    private static MeasureBuilder audited(String slug) {
        return share(slug)
                .in(ENGAGEMENT)
                .concerns("the Victims' Code")
                .amongSteps()
                .bases(RECORDED)
                .windows(90, 365);
    }

    private static MeasureBuilder duty(String slug, Expression met) {
        return audited(slug)
                .of(ACTIVE.and(CODE_AUDITED))
                .counting(met)
                .by(TOTAL, THEME)
                .onBoards(RECORDED, 365)
                .goodWhen(RISING, "an audit is a sample");
    }

    static final Measure SUPPORT_REFERRAL_2D = share("support_referral_2d")
            .title("Referred to support within two working days")
            .shortTitle("Referred to support in 2 days")
            .headline(15)
            .in(ENGAGEMENT)
            .means(
                    "Of crimes with a person as victim, for how many a referral to support, or that it was declined, is on record within "
                            + "two working days of the report. The twin, from events, of the audit's question.")
            .of(ACTIVE.and(PERSON_VICTIM, REFERRAL_DEADLINE_KNOWN))
            .counting(SUPPORT_REFERRED_WITHIN_2D)
            .settled(7)
            .matured(7)
            .by(TOTAL, THEME, THEME_AND_LPA, VICTIM_SEX, AGE_BAND, ETHNICITY, DISABILITY)
            .onBoards(settled(7), 28, 365)
            .goodWhen(RISING, "that a referral was declined counts as one")
            .inPack()
            .answersTo("1.1.4");

    static final Measure REVIEW_TAKEUP = share("review_takeup")
            .title("Right to Review taken up")
            .in(ENGAGEMENT)
            .means(
                    "Of decisions that may be reviewed (outcome 10, 15 or 21 by the police after an interview under caution; never 16), "
                            + "of which the victim was told at least 90 days ago, for how many a review was asked for less than 90 days "
                            + "after that.")
            .of(ACTIVE.and(PERSON_VICTIM, REVIEWABLE_DECISION))
            .counting(REVIEW_REQUESTED)
            .amongSteps()
            .settled(90)
            .windows(365)
            .by(TOTAL, THEME, THEME_AND_LPA)
            .onBoards(settled(90), 365)
            .caution("No good direction: more may ask because they know the right, or because decisions got worse.")
            .answersTo("2.2.2");

    static final Measure REVIEW_OVERTURNED = share("review_overturned")
            .title("Decisions overturned on review")
            .in(ENGAGEMENT)
            .means("Of reviews decided, by the day of the decision, how many overturned the decision.")
            .of(ACTIVE.and(REVIEW_DECIDED))
            .counting(Fact.REVIEW_OVERTURNED)
            .amongSteps()
            .bases(RECORDED)
            .windows(365)
            .by(TOTAL, THEME)
            .onBoards(RECORDED, 365)
            .caution("No good direction: it is to be read beside the take-up.")
            .answersTo("2.2.2");

    static final Measure REVIEW_DECIDED_30D = share("review_decided_30d")
            .title("Reviews decided within 30 working days")
            .shortTitle("Reviews decided in 30 working days")
            .in(ENGAGEMENT)
            .means(
                    "Of reviews decided, by the day of the decision, how many were decided within 30 working days of the day on which the "
                            + "victim asked.")
            .of(ACTIVE.and(REVIEW_DECIDED, REVIEW_DEADLINE_KNOWN))
            .counting(REVIEW_DECIDED_WITHIN_30D)
            .amongSteps()
            .bases(RECORDED)
            .windows(365)
            .by(TOTAL, THEME)
            .goodWhen(RISING, "a review that nobody has decided yet is not in it")
            .answersTo("2.2.2");

    static final Measure SURVEY_RESPONSE = share("survey_response")
            .title("Surveys answered")
            .in(ENGAGEMENT)
            .means(
                    "Of surveys sent to victims at least 28 days ago, by the day on which they were sent, how many were answered less "
                            + "than 28 days later.")
            .of(ACTIVE.and(SURVEY_SENT))
            .counting(SURVEY_ANSWERED)
            .amongSteps()
            .settled(28)
            .windows(90, 365)
            .by(TOTAL, THEME)
            .onBoards(settled(28), 365)
            .goodWhen(RISING, "those who answer are not like those who do not")
            .answersTo("1.2");

    static final Measure SURVEY_SATISFIED = share("survey_satisfied")
            .title("Victims satisfied")
            .in(ENGAGEMENT)
            .means(
                    "Of answers to surveys that say whether the victim is satisfied, by the day of the answer, how many say yes.")
            .of(ACTIVE.and(SURVEY_ANSWER, SATISFACTION_SAID))
            .counting(SATISFIED)
            .amongSteps()
            .bases(RECORDED)
            .windows(90, 365)
            .by(TOTAL, THEME)
            .onBoards(RECORDED, 365)
            .goodWhen(RISING, "not representative: surveys are not sent where contact may put a victim at risk")
            .answersTo("1.2");

    static final Measure SURVEY_COVERAGE = share("survey_coverage")
            .title("Victims who were sent a survey")
            .in(ENGAGEMENT)
            .means(
                    "Of crimes with a person as victim that were recorded at least 90 days ago, for how many a survey was sent to the "
                            + "victim within 90 days of recording.")
            .of(ACTIVE.and(PERSON_VICTIM))
            .counting(SURVEYED_WITHIN_90D)
            .settled(90)
            .windows(90, 365)
            .by(TOTAL, THEME, THEME_AND_LPA)
            .onBoards(settled(90), 365)
            .goodWhen(RISING, "where contact is safe")
            .answersTo("1.2");

    static final Measure SURVEY_DEMOGRAPHICS = share("survey_demographics")
            .title("Answers that say who the victim is")
            .annex()
            .in(ENGAGEMENT)
            .means(
                    "Of answers to surveys, by the day of the answer, how many say who the victim is: age, sex, ethnicity.")
            .of(ACTIVE.and(SURVEY_ANSWER))
            .counting(DEMOGRAPHICS_GIVEN)
            .amongSteps()
            .bases(RECORDED)
            .windows(90, 365)
            .by(TOTAL, THEME)
            .goodWhen(RISING, "of the few who answer")
            .answersTo("1.2");

    static final Measure SURVEY_FREE_TEXT = share("survey_free_text")
            .title("Answers with words of the victim's own")
            .shortTitle("Answers in the victim's own words")
            .annex()
            .in(ENGAGEMENT)
            .means(
                    "Of answers to surveys whose record says whether the victim also answered in words of their own, by the day of the "
                            + "answer, how many did. The words themselves are sent nowhere.")
            .of(ACTIVE.and(SURVEY_ANSWER, FREE_TEXT_KNOWN))
            .counting(FREE_TEXT_GIVEN)
            .amongSteps()
            .bases(RECORDED)
            .windows(90, 365)
            .by(TOTAL, THEME)
            .caution(
                    "No good direction: victims write where they are content, and where they are not. Older records do not say it.")
            .answersTo("1.2");

    private Engagement() {}

    public static List<Measure> all() {
        return List.of(
                DECISION_TOLD,
                SUPPORT_REFERRAL_2D,
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
                REVIEW_TAKEUP,
                REVIEW_OVERTURNED,
                REVIEW_DECIDED_30D,
                SURVEY_RESPONSE,
                SURVEY_SATISFIED,
                SURVEY_COVERAGE,
                SURVEY_DEMOGRAPHICS,
                SURVEY_FREE_TEXT);
    }
}
