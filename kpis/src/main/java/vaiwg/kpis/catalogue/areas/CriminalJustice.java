package vaiwg.kpis.catalogue.areas;

import static vaiwg.kpis.catalogue.Basis.ASSIGNED;
import static vaiwg.kpis.catalogue.Basis.RECORDED;
import static vaiwg.kpis.catalogue.Basis.TO_DATE;
import static vaiwg.kpis.catalogue.Basis.TO_DATE_BY_MONTH;
import static vaiwg.kpis.catalogue.Basis.incidence;
import static vaiwg.kpis.catalogue.Basis.matured;
import static vaiwg.kpis.catalogue.Basis.settled;
import static vaiwg.kpis.catalogue.Direction.FALLING;
import static vaiwg.kpis.catalogue.Direction.RISING;
import static vaiwg.kpis.catalogue.MeasureBuilder.median;
import static vaiwg.kpis.catalogue.MeasureBuilder.oldest;
import static vaiwg.kpis.catalogue.MeasureBuilder.percentile;
import static vaiwg.kpis.catalogue.MeasureBuilder.rate;
import static vaiwg.kpis.catalogue.MeasureBuilder.share;
import static vaiwg.kpis.catalogue.Priority.CRIMINAL_JUSTICE;
import static vaiwg.kpis.catalogue.SliceFamily.AGE_BAND;
import static vaiwg.kpis.catalogue.SliceFamily.ARCHIVE_THEME;
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
import static vaiwg.kpis.facts.Fact.ACTION_PLAN_OPEN;
import static vaiwg.kpis.facts.Fact.ACTION_PLAN_OVERDUE;
import static vaiwg.kpis.facts.Fact.ACTION_PLAN_OVERDUE_28D;
import static vaiwg.kpis.facts.Fact.ACTIVE;
import static vaiwg.kpis.facts.Fact.ASSIGNED_WITHIN_28D;
import static vaiwg.kpis.facts.Fact.ASSIGNED_WITHIN_7D;
import static vaiwg.kpis.facts.Fact.ASSIGNED_WITHIN_90D;
import static vaiwg.kpis.facts.Fact.CANCELLED;
import static vaiwg.kpis.facts.Fact.CAUTIONED;
import static vaiwg.kpis.facts.Fact.CHARGED;
import static vaiwg.kpis.facts.Fact.CONDITIONAL;
import static vaiwg.kpis.facts.Fact.CONDITIONAL_KNOWN;
import static vaiwg.kpis.facts.Fact.DOMESTIC_ABUSE;
import static vaiwg.kpis.facts.Fact.EARLY_ADVICE_SOUGHT;
import static vaiwg.kpis.facts.Fact.HAD_OUTCOME_16;
import static vaiwg.kpis.facts.Fact.HAS_OUTCOME;
import static vaiwg.kpis.facts.Fact.ITEM_EXAMINED;
import static vaiwg.kpis.facts.Fact.ITEM_RETURNED;
import static vaiwg.kpis.facts.Fact.ITEM_RETURNED_WITHIN_24H;
import static vaiwg.kpis.facts.Fact.NO_ADVICE_FILE_SENT;
import static vaiwg.kpis.facts.Fact.NO_ADVICE_NO_SUSPECT;
import static vaiwg.kpis.facts.Fact.NO_ADVICE_THRESHOLD;
import static vaiwg.kpis.facts.Fact.OUTCOME_14;
import static vaiwg.kpis.facts.Fact.OUTCOME_15;
import static vaiwg.kpis.facts.Fact.OUTCOME_16;
import static vaiwg.kpis.facts.Fact.OUTCOME_18;
import static vaiwg.kpis.facts.Fact.OUTCOME_20;
import static vaiwg.kpis.facts.Fact.OUTCOME_21;
import static vaiwg.kpis.facts.Fact.OUTCOME_22;
import static vaiwg.kpis.facts.Fact.OUT_OF_COURT;
import static vaiwg.kpis.facts.Fact.RAPE;
import static vaiwg.kpis.facts.Fact.REASON_RECORDED;
import static vaiwg.kpis.facts.Fact.REOPENED_FROM_16;
import static vaiwg.kpis.facts.Fact.STAGE_RECORDED;
import static vaiwg.kpis.facts.Fact.SUBMISSION_DECIDED;
import static vaiwg.kpis.facts.Fact.SUBMISSION_OPEN;
import static vaiwg.kpis.facts.Fact.SUBMISSION_OVERDUE;
import static vaiwg.kpis.facts.Fact.SUBMISSION_OVER_180D;
import static vaiwg.kpis.facts.Fact.SUBMISSION_OVER_365D;
import static vaiwg.kpis.facts.Fact.SUBMISSION_OVER_42D;
import static vaiwg.kpis.facts.Fact.SUBMISSION_OVER_56D;
import static vaiwg.kpis.facts.Fact.SUBMISSION_OVER_90D;
import static vaiwg.kpis.facts.Fact.VICTIM_OF_CRIME;
import static vaiwg.kpis.facts.Quantity.DAYS_OVERDUE;
import static vaiwg.kpis.facts.Quantity.DAYS_SINCE_SUBMISSION;
import static vaiwg.kpis.facts.Quantity.DAYS_TO_DECISION;
import static vaiwg.kpis.facts.Quantity.DAYS_TO_OUTCOME;
import static vaiwg.kpis.facts.Quantity.HOURS_TO_RETURN;

import java.util.List;
import java.util.Set;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.MeasureBuilder;
import vaiwg.kpis.catalogue.Standard;
import vaiwg.kpis.facts.Expression;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.Quantity;
import vaiwg.kpis.reference.Cause;

/** Criminal Justice: what becomes of the cases, and are victims supported to stay with them? */
public final class CriminalJustice {
    private static final String AT_STAGE =
            "Of outcomes 16 that record at which stage the victim's support ended, by the day on which they were assigned, how many say: ";
    private static final String FOR_REASON =
            "Of outcomes 16 that record for what reason the victim's support ended, by the day on which they were assigned, how many say: ";
    private static final String OF_ADVICE =
            "Of rapes with an outcome that have on record whether early advice of the Crown Prosecution Service was sought, or why not, of how "
                    + "many the record says: ";
    private static final String OF_VICTIMS =
            "Of every 100 victims of crimes recorded in the year to then, each counted once, how many had one that ended with ";
    private static final String BESIDE_OTHER_ENDS =
            "only beside the other ways in which cases end: one of them may stand in its place";

    static final Measure VICTIM_ATTRITION = share("victim_attrition")
            .title("Victim attrition")
            .headline(3, "Victim attrition within 90 days")
            .readBy(settled(90), 365)
            .concerns("support ended")
            .in(CRIMINAL_JUSTICE)
            .definition(
                    "Of every 100 crimes recorded, how many ended with outcome 16 in the time that the basis names (settled_90d: within "
                            + "90 days): a suspect is named and the victim does not, or no longer does, support the case. It measures "
                            + "the service that victims were given.")
            .denominator(ACTIVE)
            .numerator(OUTCOME_16)
            .bases(TO_DATE, ASSIGNED)
            .settled(28, 90, 180, 365)
            .matured(28, 90, 180, 365)
            .incidence(Set.of(Cause.OUTCOME_16), 28, 90, 180, 365)
            .by(TOTAL, THEME, THEME_DETAIL, THEME_AND_LPA, VICTIM_SEX, AGE_BAND, ETHNICITY, DISABILITY)
            .onDashboards(settled(90), 28, 365)
            .onDashboards(matured(28), 28)
            .onDashboards(matured(90), 28, 365)
            .onDashboards(incidence(90), 90)
            .polarity(FALLING, BESIDE_OTHER_ENDS)
            .raisesAlerts()
            .reference("2.3.6")
            .build();

    static final Measure VICTIM_ATTRITION_STANDARDISED = share("victim_attrition_standardised")
            .title("Victim attrition, had the mix of themes stayed as in the first year")
            .shortTitle("Attrition, mix of the first year")
            .annex()
            .concerns("support ended")
            .in(CRIMINAL_JUSTICE)
            .definition(
                    "Of every 100 crimes recorded, how many would have ended with outcome 16 within 90 days, had the mix of rape, other "
                            + "sexual offences, stalking and harassment, and other domestic abuse stayed as in the first year of the "
                            + "force's history. To compare years; there is none before that year has had its 90 days.")
            .denominator(ACTIVE)
            .numerator(OUTCOME_16)
            .standardised(Standard.BASELINE_YEAR, 90)
            .windows(365)
            .polarity(FALLING, BESIDE_OTHER_ENDS)
            .reference("2.3.6")
            .build();

    static final Measure VICTIM_ATTRITION_VICTIMS = ofVictims("victim_attrition_victims", OUTCOME_16)
            .title("Victim attrition, by distinct victims")
            .shortTitle("Victim attrition, each victim once")
            .readBy(settled(90), 365)
            .concerns("support ended")
            .definition(
                    "Of every 100 victims of crimes recorded in the year to then, each counted once, how many had one that ended with outcome "
                            + "16 within the time. Victims without a person id that links records are not seen. It measures the service "
                            + "that victims were given.")
            .settled(28, 90, 180, 365)
            .onDashboards(settled(90), 365)
            .polarity(FALLING, BESIDE_OTHER_ENDS)
            .reference("2.3.6")
            .build();

    static final Measure VICTIM_DOES_NOT_SUPPORT_VICTIMS = ofVictims(
                    "victim_does_not_support_victims", anyOf(OUTCOME_14, OUTCOME_16))
            .title("Closed without the victim's support, by distinct victims")
            .shortTitle("Without victim support, victims")
            .annex()
            .concerns("support ended")
            .definition(
                    OF_VICTIMS
                            + "outcome 14 or 16 less than 90 days later. Victims without a person id that links records are not seen.")
            .settled(90)
            .polarity(FALLING, BESIDE_OTHER_ENDS)
            .reference("2.3.6")
            .build();

    static final Measure EVIDENTIAL_DIFFICULTY_VICTIMS = ofVictims(
                    "evidential_difficulty_victims", anyOf(OUTCOME_14, OUTCOME_15, OUTCOME_16))
            .title("Closed for evidential difficulties, by distinct victims")
            .shortTitle("Evidential difficulties, victims")
            .annex()
            .concerns("evidential difficulties")
            .definition(
                    OF_VICTIMS
                            + "outcome 14, 15 or 16 less than 90 days later. Victims without a person id that links records are not seen.")
            .settled(90)
            .polarity(FALLING, BESIDE_OTHER_ENDS)
            .reference("2.3.6")
            .build();

    static final Measure CHARGE_RATE_VICTIMS = ofVictims("charge_rate_victims", CHARGED)
            .title("Charged or summonsed, by distinct victims")
            .shortTitle("Charged, each victim once")
            .annex()
            .concerns("charges and other positive outcomes")
            .definition(
                    OF_VICTIMS
                            + "a charge or summons less than 180 days later. Victims without a person id that links records are not seen.")
            .settled(180)
            .polarity(RISING, "a charge comes late, in rape mostly after a year")
            .reference("2.3.6")
            .build();

    /** One victim of many crimes weighs as much as a victim of one: counted once, and with the outcome where any crime has it. */
    private static MeasureBuilder ofVictims(String slug, Expression outcome) {
        return share(slug)
                .in(CRIMINAL_JUSTICE)
                .denominator(ACTIVE.and(VICTIM_OF_CRIME))
                .numerator(outcome)
                .amongPeople()
                .windows(365)
                .by(TOTAL, THEME);
    }

    static final Measure SUBSTITUTION_14 = substitution("substitution_14", OUTCOME_14)
            .title("Outcome 14: no suspect named, victim does not support action")
            .shortTitle("14: no suspect, no victim support")
            .definition(
                    "Of every 100 crimes recorded, how many were closed with outcome 14 in the time that the basis names: no suspect is "
                            + "named, and the victim does not support action.")
            .reference("2.3.6")
            .build();

    static final Measure SUBSTITUTION_15 = substitution("substitution_15", OUTCOME_15)
            .title("Outcome 15: evidential difficulties, victim supports action")
            .shortTitle("15: evidence not enough")
            .definition(
                    "Of every 100 crimes recorded, how many were closed with outcome 15 in the time that the basis names: a suspect is "
                            + "named and the victim supports action, and the evidence is not enough.")
            .reference("2.3.6")
            .build();

    static final Measure SUBSTITUTION_18 = substitution("substitution_18", OUTCOME_18)
            .title("Outcome 18: no suspect identified")
            .definition(
                    "Of every 100 crimes recorded, how many were closed with outcome 18 in the time that the basis names: the "
                            + "investigation is complete and no suspect was identified.")
            .reference("2.3.6")
            .build();

    static final Measure SUBSTITUTION_20 = substitution("substitution_20", OUTCOME_20)
            .title("Outcome 20: passed to another agency")
            .shortTitle("Outcome 20: to another agency")
            .definition(
                    "Of every 100 crimes recorded, how many were closed with outcome 20 in the time that the basis names: another agency "
                            + "acts on it.")
            .reference("2.3.6")
            .build();

    static final Measure SUBSTITUTION_21 = substitution("substitution_21", OUTCOME_21)
            .title("Outcome 21: not in the public interest")
            .shortTitle("Outcome 21: no public interest")
            .definition(
                    "Of every 100 crimes recorded, how many were closed with outcome 21 in the time that the basis names: to investigate "
                            + "further is not in the public interest.")
            .reference("2.3.6")
            .build();

    static final Measure SUBSTITUTION_22 = substitution("substitution_22", OUTCOME_22)
            .title("Outcome 22: diversion or education")
            .definition(
                    "Of every 100 crimes recorded, how many were closed with outcome 22 in the time that the basis names: the suspect is "
                            + "diverted or educated, and not charged.")
            .reference("2.3.6")
            .build();

    /** Where outcome 16 falls and one of these rises, cases may only have moved: victim attrition is never read without them. */
    private static MeasureBuilder substitution(String slug, Expression outcome) {
        return share(slug)
                .in(CRIMINAL_JUSTICE)
                .annex()
                .denominator(ACTIVE)
                .numerator(outcome)
                .bases(ASSIGNED)
                .settled(90)
                .matured(90)
                .by(TOTAL, THEME, THEME_AND_LPA)
                .onDashboards(settled(90), 365)
                .raisesAlerts()
                .caveats("Where outcome 16 falls and this rises, cases may only have moved.");
    }

    static final Measure SUBSTITUTION_CANCELLED = share("substitution_cancelled")
            .title("Cancelled after recording")
            .annex()
            .concerns("cancelled crimes")
            .in(CRIMINAL_JUSTICE)
            .definition("Of every 100 crimes recorded, how many had been cancelled 90 days later.")
            .denominator(anyOf(ACTIVE, CANCELLED))
            .numerator(CANCELLED)
            .matured(90)
            .by(TOTAL, THEME, THEME_AND_LPA)
            .onDashboards(matured(90), 365)
            .caveats("Where outcome 16 falls and this rises, cases may only have moved.")
            .raisesAlerts()
            .reference("2.3.6")
            .build();

    static final Measure OUTCOME_16_REOPENED = share("outcome_16_reopened")
            .title("Opened again after outcome 16")
            .in(CRIMINAL_JUSTICE)
            .definition(
                    "Of crimes that have or had outcome 16, how many were opened again from it: the next version of the outcome was "
                            + "none, whatever came after. A change straight to another outcome is no reopening.")
            .denominator(ACTIVE.and(HAD_OUTCOME_16))
            .numerator(REOPENED_FROM_16)
            .bases(RECORDED)
            .knownLate()
            .windows(90, 365)
            .by(TOTAL, THEME, LPA)
            .onDashboards(RECORDED, 365)
            .caveats(
                    "By day of recording and as known now; the numerator is the count to read beside victim attrition.")
            .reference("2.3.6")
            .build();

    static final Measure VICTIM_DOES_NOT_SUPPORT = share("victim_does_not_support")
            .title("Closed without the victim's support (outcomes 14 and 16)")
            .shortTitle("Without victim support, 14 and 16")
            .concerns("support ended")
            .in(CRIMINAL_JUSTICE)
            .definition(
                    "Of every 100 crimes recorded, how many ended with outcome 14 or 16 in the time that the basis names: the national "
                            + "group of outcomes in which the victim does not support action, whether a suspect is named or not.")
            .denominator(ACTIVE)
            .numerator(anyOf(OUTCOME_14, OUTCOME_16))
            .bases(ASSIGNED)
            .settled(90)
            .matured(90)
            .by(TOTAL, THEME, THEME_DETAIL, THEME_AND_LPA, VICTIM_SEX, AGE_BAND, ETHNICITY, DISABILITY)
            .onDashboards(settled(90), 365)
            .polarity(FALLING, BESIDE_OTHER_ENDS)
            .reference("2.3.6")
            .build();

    static final Measure EVIDENTIAL_DIFFICULTY_DA = share("evidential_difficulty_da")
            .title("Domestic abuse closed for evidential difficulties (outcomes 15 and 16)")
            .shortTitle("Domestic abuse: outcomes 15 and 16")
            .concerns("evidential difficulties")
            .in(CRIMINAL_JUSTICE)
            .definition(
                    "Of every 100 crimes marked as domestic abuse, how many were closed with outcome 15 (the victim supports action) or "
                            + "16 (does not, or no longer) in the time that the basis names; in both a suspect is named.")
            .denominator(ACTIVE.and(DOMESTIC_ABUSE))
            .numerator(anyOf(OUTCOME_15, OUTCOME_16))
            .bases(ASSIGNED)
            .settled(180)
            .matured(180)
            .windows(90, 365)
            .by(TOTAL, THEME, THEME_AND_LPA, VICTIM_SEX)
            .onDashboards(settled(180), 365)
            .polarity(FALLING, BESIDE_OTHER_ENDS)
            .reference("2.2.1")
            .build();

    static final Measure EVIDENTIAL_DIFFICULTY = share("evidential_difficulty")
            .title("Closed for evidential difficulties")
            .shortTitle("Evidential difficulties, 14 to 16")
            .concerns("evidential difficulties")
            .in(CRIMINAL_JUSTICE)
            .definition(
                    "Of every 100 crimes recorded, how many were closed in the time that the basis names with outcome 15 (the victim "
                            + "supports action, and the evidence is not enough), or with 14 or 16 (the victim does not, or no longer does, "
                            + "support action).")
            .denominator(ACTIVE)
            .numerator(anyOf(OUTCOME_14, OUTCOME_15, OUTCOME_16))
            .bases(TO_DATE, ASSIGNED)
            .settled(90)
            .matured(90)
            .by(TOTAL, THEME, THEME_AND_LPA)
            .onDashboards(settled(90), 365)
            .polarity(FALLING, BESIDE_OTHER_ENDS)
            .reference("2.2.1")
            .build();

    static final Measure CHARGE_RATE = share("charge_rate")
            .title("Charged or summonsed")
            .headline(4, "Charged within 180 days")
            .concerns("charges and other positive outcomes")
            .in(CRIMINAL_JUSTICE)
            .definition(
                    "Of every 100 crimes recorded, how many led to a charge or summons (outcome 1, with 1A) in the time that the basis "
                            + "names.")
            .denominator(ACTIVE)
            .numerator(CHARGED)
            .bases(TO_DATE, ASSIGNED)
            .settled(180, 365, 730)
            .matured(180, 365, 730)
            .bases(TO_DATE_BY_MONTH)
            .settledMonths(12)
            .by(TOTAL, THEME, THEME_DETAIL, ARCHIVE_THEME, THEME_AND_LPA, VICTIM_SEX, AGE_BAND, ETHNICITY, DISABILITY)
            .onDashboards(settled(180), 365)
            .onDashboards(settled(365), 365)
            .polarity(RISING, "a charge comes late, in rape mostly after a year: read the longest time that is whole")
            .raisesAlerts()
            .reference("2.1.3")
            .build();

    static final Measure POSITIVE_OUTCOME = share("positive_outcome")
            .title("Positive outcome")
            .concerns("charges and other positive outcomes")
            .in(CRIMINAL_JUSTICE)
            .definition(
                    "Of every 100 crimes recorded, how many ended in the time that the basis names with a charge or summons, a caution, "
                            + "a penalty notice, a warning, a community resolution or a diversion: outcomes 1, 2, 3, 6, 7, 8 and 22, "
                            + "with 1A, 2A and 3A.")
            .denominator(ACTIVE)
            .numerator(anyOf(CHARGED, OUT_OF_COURT, OUTCOME_22))
            .bases(ASSIGNED)
            .settled(180, 365)
            .matured(180, 365)
            .windows(365)
            .by(TOTAL, THEME, THEME_DETAIL, THEME_AND_LPA)
            .onDashboards(settled(180), 365)
            .polarity(RISING, "only beside the charge rate: a caution is not a charge")
            .reference("2.1.3")
            .build();

    static final Measure UNABLE_TO_PROSECUTE = share("unable_to_prosecute")
            .title("Unable to prosecute the suspect (archives)")
            .shortTitle("Unable to prosecute (archives)")
            .in(CRIMINAL_JUSTICE)
            .definition(
                    "Of every 100 crimes in a public archive, how many ended in its group 'unable to prosecute suspect' by the month "
                            + "that the basis names: an upper bound of attrition, since the group holds other outcomes too.")
            .denominator(ACTIVE)
            .numerator(Fact.UNABLE_TO_PROSECUTE)
            .bases(TO_DATE_BY_MONTH)
            .settledMonths(12)
            .incidenceMonths(Set.of(Cause.UNABLE_TO_PROSECUTE), 0, 3, 6, 12)
            .by(ARCHIVE_THEME)
            .caveats("An upper bound; never read as outcome 16.")
            .raisesAlerts()
            .reference("2.3.6")
            .build();

    static final Measure OUTCOME_RECORDED = share("outcome_recorded")
            .title("An outcome is recorded (archives)")
            .annex()
            .in(CRIMINAL_JUSTICE)
            .definition(
                    "Of every 100 crimes in a public archive, how many have an outcome by the month that the basis names.")
            .denominator(ACTIVE)
            .numerator(HAS_OUTCOME)
            .bases(TO_DATE_BY_MONTH)
            .settledMonths(12)
            .by(ARCHIVE_THEME)
            .caveats("Recent months look open only because their cases are.")
            .reference("2.3.6")
            .build();

    static final Measure WITHDRAWAL_REASON_RECORDED = share("withdrawal_reason_recorded")
            .title("Stage and reason recorded where support ended")
            .shortTitle("Stage and reason recorded")
            .in(CRIMINAL_JUSTICE)
            .definition(
                    "Of outcomes 16, by the day on which they were assigned, how many say at which stage and for what reason the "
                            + "victim's support ended.")
            .denominator(ACTIVE.and(OUTCOME_16))
            .numerator(STAGE_RECORDED.and(REASON_RECORDED))
            .bases(ASSIGNED)
            .by(TOTAL, THEME, THEME_DETAIL, THEME_AND_LPA, VICTIM_SEX, AGE_BAND, ETHNICITY, DISABILITY)
            .onDashboards(ASSIGNED, 28, 365)
            .polarity(RISING, "a reason that is entered without asking counts too")
            .raisesAlerts()
            .reference("2.2.2")
            .build();

    static final Measure ENDED_BEFORE_STATEMENT = atStage("withdrawal_before_statement", Fact.ENDED_BEFORE_STATEMENT)
            .title("Support ended before a statement")
            .definition(AT_STAGE + "before the victim had given a statement.")
            .reference("2.2.2")
            .build();

    static final Measure ENDED_AFTER_STATEMENT = atStage("withdrawal_after_statement", Fact.ENDED_AFTER_STATEMENT)
            .title("Support ended after a statement")
            .definition(AT_STAGE + "after a statement, before the case went to the Crown Prosecution Service.")
            .reference("2.2.2")
            .build();

    static final Measure ENDED_AT_CPS = atStage("withdrawal_at_cps", Fact.ENDED_AT_CPS)
            .title("Support ended while the case was with the CPS")
            .shortTitle("Support ended at the CPS")
            .definition(AT_STAGE + "while the case was with the Crown Prosecution Service.")
            .reference("2.2.2")
            .build();

    static final Measure ENDED_AT_ANOTHER_STAGE = atStage(
                    "withdrawal_at_another_stage",
                    not(anyOf(Fact.ENDED_BEFORE_STATEMENT, Fact.ENDED_AFTER_STATEMENT, Fact.ENDED_AT_CPS)))
            .title("Support ended at another stage")
            .definition(
                    AT_STAGE
                            + "a stage that is not among those that are counted. With the other stages it adds up to the whole.")
            .reference("2.2.2")
            .build();

    static final Measure ENDED_AFTER_CHARGE = share("support_ended_after_charge")
            .title("Support ended after the charge")
            .in(CRIMINAL_JUSTICE)
            .definition(
                    "Of cases charged or summonsed, by the day of the charge, of how many it is recorded by now that the victim's "
                            + "support ended afterwards. What a court decided is told apart.")
            .denominator(ACTIVE.and(CHARGED))
            .numerator(Fact.ENDED_AFTER_CHARGE)
            .bases(ASSIGNED)
            .by(TOTAL, THEME, THEME_AND_LPA)
            .onDashboards(ASSIGNED, 365)
            .caveats("Recent charges have had little time: it grows for months.")
            .reference("2.3.6")
            .build();

    static final Measure ENDED_FOR_FEAR = forReason("withdrawal_for_fear", Fact.ENDED_FOR_FEAR)
            .title("Support ended for fear of reprisal")
            .definition(FOR_REASON + "fear of reprisal.")
            .reference("2.2.2")
            .build();

    static final Measure ENDED_FOR_LENGTH = forReason("withdrawal_for_length", Fact.ENDED_FOR_LENGTH)
            .title("Support ended for the length of the process")
            .shortTitle("For the length of the process")
            .definition(FOR_REASON + "the length of the process.")
            .reference("2.2.2")
            .build();

    static final Measure ENDED_FOR_COURT = forReason("withdrawal_for_court", Fact.ENDED_FOR_COURT)
            .title("Support ended for concern about court")
            .shortTitle("For concern about court")
            .definition(FOR_REASON + "concern about court.")
            .reference("2.2.2")
            .build();

    static final Measure ENDED_UNINFORMED = forReason("withdrawal_uninformed", Fact.ENDED_UNINFORMED)
            .title("Support ended as the victim was not kept informed")
            .shortTitle("As not kept informed")
            .definition(FOR_REASON + "that the victim was not kept informed.")
            .reference("2.2.2")
            .build();

    static final Measure ENDED_FOR_OTHER_SUPPORT = forReason(
                    "withdrawal_for_other_support", Fact.ENDED_FOR_OTHER_SUPPORT)
            .title("Support ended as other support was chosen")
            .shortTitle("As other support was chosen")
            .definition(FOR_REASON + "that the victim chose other support.")
            .reference("2.2.2")
            .build();

    static final Measure ENDED_FOR_DEVICE = forReason("withdrawal_for_device", Fact.ENDED_FOR_DEVICE)
            .title("Support ended for a request for a device")
            .shortTitle("For a request for a device")
            .definition(FOR_REASON + "a request for the victim's telephone or another device.")
            .reference("2.2.2")
            .build();

    static final Measure ENDED_WITHOUT_REASON_GIVEN = forReason(
                    "withdrawal_reason_not_given", Fact.ENDED_WITHOUT_REASON_GIVEN)
            .title("Support ended and no reason was given")
            .shortTitle("No reason was given")
            .definition(FOR_REASON + "that the victim was asked and gave none.")
            .reference("2.2.2")
            .build();

    static final Measure ENDED_FOR_ANOTHER_REASON = forReason(
                    "withdrawal_for_another_reason",
                    not(anyOf(
                            Fact.ENDED_FOR_FEAR,
                            Fact.ENDED_FOR_LENGTH,
                            Fact.ENDED_FOR_COURT,
                            Fact.ENDED_UNINFORMED,
                            Fact.ENDED_FOR_OTHER_SUPPORT,
                            Fact.ENDED_FOR_DEVICE,
                            Fact.ENDED_WITHOUT_REASON_GIVEN)))
            .title("Support ended for another reason")
            .shortTitle("For another reason")
            .definition(
                    FOR_REASON
                            + "a reason whose code is not among those that are counted. With the other reasons it adds up to the whole.")
            .reference("2.2.2")
            .build();

    private static MeasureBuilder atStage(String slug, Expression stage) {
        return share(slug)
                .in(CRIMINAL_JUSTICE)
                .annex()
                .denominator(ACTIVE.and(OUTCOME_16).and(STAGE_RECORDED))
                .numerator(stage)
                .bases(ASSIGNED)
                .by(TOTAL, THEME, THEME_AND_LPA)
                .caveats(
                        "Of those that record a stage: to be read beside how many do. The four stages add up to the whole; another stage is one after"
                                + " the charge, though the outcome is 16, or another code.");
    }

    private static MeasureBuilder forReason(String slug, Expression reason) {
        return share(slug)
                .in(CRIMINAL_JUSTICE)
                .annex()
                .denominator(ACTIVE.and(OUTCOME_16).and(REASON_RECORDED))
                .numerator(reason)
                .bases(ASSIGNED)
                .by(TOTAL, THEME, THEME_AND_LPA)
                .caveats(
                        "Of those that record a reason, also where the victim gave none: to be read beside how many do.");
    }

    static final Measure WITHDRAWAL_DAYS_MEDIAN = median("withdrawal_days_median", DAYS_TO_OUTCOME)
            .title("Days until support for the case ended")
            .shortTitle("Half of outcomes 16 within")
            .concerns("when support ended")
            .in(CRIMINAL_JUSTICE)
            .definition(
                    "Of outcomes 16, by the day on which they were assigned, half came within so many days of the crime's record. It "
                            + "says when the service has to be at its best, not how long a victim should stay.")
            .denominator(ACTIVE.and(OUTCOME_16))
            .bases(ASSIGNED)
            .by(TOTAL, THEME, THEME_AND_LPA)
            .onDashboards(ASSIGNED, 365)
            .caveats("Neither a rise nor a fall is good in itself.")
            .reference("2.2.2")
            .build();

    static final Measure WITHDRAWAL_DAYS_P25 = withdrawalDays("withdrawal_days_p25", 25)
            .title("Days until support for the case ended, of the first quarter")
            .shortTitle("A quarter of outcomes 16 within")
            .definition(
                    "Of outcomes 16, by the day on which they were assigned, a quarter came within so many days of the crime's record.")
            .reference("2.2.2")
            .build();

    static final Measure WITHDRAWAL_DAYS_P75 = withdrawalDays("withdrawal_days_p75", 75)
            .title("Days until support for the case ended, of three quarters")
            .shortTitle("Three quarters of outcomes 16 in")
            .definition(
                    "Of outcomes 16, by the day on which they were assigned, three quarters came within so many days of the crime's record.")
            .reference("2.2.2")
            .build();

    private static MeasureBuilder withdrawalDays(String slug, int percent) {
        return percentile(slug, percent, DAYS_TO_OUTCOME)
                .in(CRIMINAL_JUSTICE)
                .annex()
                .concerns("when support ended")
                .denominator(ACTIVE.and(OUTCOME_16))
                .bases(ASSIGNED)
                .windows(90, 365)
                .by(TOTAL, THEME, LPA)
                .caveats("Neither a rise nor a fall is good in itself; to be read beside the median.");
    }

    static final Measure WITHDRAWAL_WITHIN_7D = withdrawalWithin("withdrawal_within_7d", ASSIGNED_WITHIN_7D)
            .title("Outcome 16 within 7 days")
            .definition(
                    "Of outcomes 16, by their day, how many were assigned less than 7 days after the day on which the crime was recorded.")
            .reference("2.2.2")
            .build();

    static final Measure WITHDRAWAL_WITHIN_28D = withdrawalWithin("withdrawal_within_28d", ASSIGNED_WITHIN_28D)
            .title("Outcome 16 within 28 days")
            .definition(
                    "Of outcomes 16, by their day, how many were assigned less than 28 days after the day on which the crime was "
                            + "recorded.")
            .reference("2.2.2")
            .build();

    static final Measure WITHDRAWAL_WITHIN_90D = withdrawalWithin("withdrawal_within_90d", ASSIGNED_WITHIN_90D)
            .title("Outcome 16 within 90 days")
            .definition(
                    "Of outcomes 16, by their day, how many were assigned less than 90 days after the day on which the crime was "
                            + "recorded.")
            .reference("2.2.2")
            .build();

    /** How soon support ends: early, it says something of the first contact; late, of the length of the case. */
    private static MeasureBuilder withdrawalWithin(String slug, Expression days) {
        return share(slug)
                .in(CRIMINAL_JUSTICE)
                .annex()
                .concerns("when support ended")
                .denominator(ACTIVE.and(OUTCOME_16))
                .numerator(days)
                .bases(ASSIGNED)
                .windows(90, 365)
                .by(TOTAL, THEME, THEME_DETAIL, THEME_AND_LPA)
                .caveats("Says when support ended, not how often; to be read beside victim attrition.");
    }

    static final Measure EARLY_ADVICE_RECORDED = share("early_advice_recorded")
            .title("Early advice sought in rape, or the reason why not recorded")
            .shortTitle("Rape: early advice, or why not")
            .in(CRIMINAL_JUSTICE)
            .definition(
                    "Of rapes with an outcome, how many have on record that early advice of the Crown Prosecution Service was sought, or "
                            + "why not. It is noted beside the outcome: of open cases nothing is known yet.")
            .denominator(ACTIVE.and(RAPE))
            .numerator(Fact.EARLY_ADVICE_RECORDED)
            .bases(ASSIGNED)
            .windows(90, 365)
            .by(TOTAL, THEME, THEME_AND_LPA)
            .onDashboards(ASSIGNED, 365)
            .polarity(RISING, "it says that it was considered, not that it helped")
            .reference("2.2.2")
            .build();

    static final Measure EARLY_ADVICE_ALL_RAPES = share("early_advice_all_rapes")
            .title("Early advice sought in rape, or why not, of all rapes recorded")
            .shortTitle("All rapes: early advice, or why")
            .annex()
            .in(CRIMINAL_JUSTICE)
            .definition(
                    "Of rapes recorded, of how many it is on record that early advice of the Crown Prosecution Service was sought, or why not: "
                            + "beside an outcome that they had within the time that the basis names, or with the crime itself, while it is open.")
            .denominator(ACTIVE.and(RAPE))
            .numerator(Fact.EARLY_ADVICE_RECORDED)
            .orInNewerRecords(Fact.ADVICE_RECORDED_WHILE_OPEN)
            .settled(180, 365)
            .windows(365)
            .by(TOTAL, THEME, THEME_AND_LPA)
            .polarity(
                    RISING,
                    "where crimes do not record it while they are open it rises too where cases are only closed sooner: read it beside the "
                            + "share of rapes with an outcome")
            .reference("2.2.2")
            .build();

    static final Measure RAPE_CONTACTS_GIVEN = withTheCps(
                    "rape_contacts_given", ACTIVE.and(RAPE, Fact.CONTACTS_KNOWN), Fact.CONTACTS_GIVEN)
            .title("Rape: letters name investigator and prosecutor")
            .shortTitle("Rape: letters name contacts")
            .definition(
                    "Of rapes with an outcome whose record says whether letters and messages between the police and the Crown Prosecution "
                            + "Service named the investigator and the prosecutor, with telephone and e-mail, how many did.")
            .polarity(RISING, "only cases that were with the prosecutors say it")
            .build();

    static final Measure RAPE_MEETING_HELD = withTheCps(
                    "rape_meeting_held", ACTIVE.and(RAPE, not(CHARGED), Fact.MEETING_KNOWN), Fact.MEETING_HELD)
            .title("Rape: meeting before no further action")
            .shortTitle("Rape: meeting before no action")
            .definition(
                    "Of rapes with an outcome other than a charge whose record says whether the investigator and the prosecutor met before it "
                            + "was decided to take no further action, how many met.")
            .polarity(RISING, "only cases that were with the prosecutors say it")
            .build();

    /** How police and prosecutors worked together, as fields of the outcome say. */
    private static MeasureBuilder withTheCps(String slug, Expression all, Fact done) {
        return detail(slug, all, done).bases(ASSIGNED).by(TOTAL, THEME_AND_LPA).reference("2.2.2");
    }

    static final Measure CONDITIONAL_CAUTIONS = share("conditional_cautions")
            .title("Cautions with conditions")
            .annex()
            .concerns("charges and other positive outcomes")
            .in(CRIMINAL_JUSTICE)
            .definition(
                    "Of cautions (outcomes 2 and 3, with 2A and 3A) whose record says whether they were conditional, by the day on which they "
                            + "were given, how many were.")
            .denominator(ACTIVE.and(CAUTIONED, CONDITIONAL_KNOWN))
            .numerator(CONDITIONAL)
            .bases(ASSIGNED)
            .windows(90, 365)
            .by(TOTAL, THEME, LPA)
            .caveats("No good direction: conditions can protect a victim, and can stand in the place of a charge.")
            .reference("2.1.3")
            .build();

    static final Measure EARLY_ADVICE_SOUGHT_SHARE = earlyAdvice("early_advice_sought", EARLY_ADVICE_SOUGHT)
            .title("Early advice sought in rape")
            .definition(OF_ADVICE + "it was sought.")
            .reference("2.2.2")
            .build();

    static final Measure EARLY_ADVICE_NO_SUSPECT = earlyAdvice("early_advice_no_suspect", NO_ADVICE_NO_SUSPECT)
            .title("No early advice: no suspect identified")
            .shortTitle("No early advice: no suspect")
            .definition(OF_ADVICE + "it was not sought as no suspect was identified.")
            .reference("2.2.2")
            .build();

    static final Measure EARLY_ADVICE_THRESHOLD = earlyAdvice("early_advice_threshold", NO_ADVICE_THRESHOLD)
            .title("No early advice: threshold not met")
            .definition(OF_ADVICE + "it was not sought as the threshold was not met.")
            .reference("2.2.2")
            .build();

    static final Measure EARLY_ADVICE_FILE_SENT = earlyAdvice("early_advice_file_sent", NO_ADVICE_FILE_SENT)
            .title("No early advice: file sent without")
            .definition(OF_ADVICE + "the file was sent without it.")
            .reference("2.2.2")
            .build();

    private static MeasureBuilder earlyAdvice(String slug, Fact recorded) {
        return share(slug)
                .in(CRIMINAL_JUSTICE)
                .annex()
                .concerns("early advice")
                .denominator(ACTIVE.and(RAPE, Fact.EARLY_ADVICE_RECORDED))
                .numerator(recorded)
                .bases(ASSIGNED)
                .windows(90, 365)
                .by(TOTAL, THEME, LPA)
                .caveats("Of those that record it: to be read beside how many do. Other reasons are in none of these.");
    }

    static final Measure CPS_OVERDUE = share("cps_overdue")
            .aboutNobody()
            .title("Submissions to the CPS that are overdue")
            .shortTitle("Overdue with the CPS")
            .headline(5)
            .shownAsCount()
            .concerns("time at the CPS")
            .in(CRIMINAL_JUSTICE)
            .definition(
                    "Of submissions to the Crown Prosecution Service that are neither decided nor returned, how many were submitted more "
                            + "than 28 days ago. A submission after an action plan is another, with a clock of its own.")
            .denominator(ACTIVE.and(SUBMISSION_OPEN))
            .numerator(ACTIVE.and(SUBMISSION_OVERDUE))
            .amongStepsInStock()
            .by(TOTAL, THEME, THEME_AND_LPA)
            .stockOnDashboards()
            .polarity(
                    FALLING, "a case that is returned leaves it, and waits elsewhere: read it beside the action plans")
            .reference("2.3.3")
            .build();

    static final Measure CPS_RESUBMISSION_OVERDUE = share("cps_resubmission_overdue")
            .aboutNobody()
            .title("Action plans of the CPS that are overdue with the police")
            .shortTitle("Action plans overdue with us")
            .shownAsCount()
            .in(CRIMINAL_JUSTICE)
            .definition(
                    "Of submissions returned with an action plan and not submitted again, for how many the plan's date has passed. "
                            + "Plans that name no date are among them.")
            .denominator(ACTIVE.and(ACTION_PLAN_OPEN))
            .numerator(ACTIVE.and(ACTION_PLAN_OVERDUE))
            .amongStepsInStock()
            .by(TOTAL, THEME, THEME_AND_LPA)
            .stockOnDashboards()
            .polarity(FALLING, "a plan that names no date is never overdue")
            .reference("2.3.3")
            .build();

    static final Measure CPS_OPEN_OVER_42D = cpsOpen(
                    "cps_open_over_42d", 42, SUBMISSION_OVER_42D, ": two weeks beyond the 28 days.")
            .build();

    static final Measure CPS_OPEN_OVER_56D = cpsOpen(
                    "cps_open_over_56d", 56, SUBMISSION_OVER_56D, ": twice the 28 days.")
            .build();

    static final Measure CPS_OPEN_OVER_90D =
            cpsOpen("cps_open_over_90d", 90, SUBMISSION_OVER_90D, ".").detail().build();

    static final Measure CPS_OPEN_OVER_180D = cpsOpen("cps_open_over_180d", 180, SUBMISSION_OVER_180D, ".")
            .detail()
            .build();

    static final Measure CPS_OPEN_OVER_365D = cpsOpen("cps_open_over_365d", 365, SUBMISSION_OVER_365D, ".")
            .detail()
            .build();

    /** How many of what is overdue are how old: each is among those that are overdue. */
    private static MeasureBuilder cpsOpen(String slug, int days, Fact older, String beyond) {
        return share(slug)
                .aboutNobody()
                .in(CRIMINAL_JUSTICE)
                .annex()
                .title("Submissions to the CPS open for more than " + days + " days")
                .shortTitle("With the CPS over " + days + " days")
                .definition(
                        "Of submissions to the Crown Prosecution Service that are neither decided nor returned, how many were submitted more "
                                + "than " + days + " days ago" + beyond)
                .shownAsCount()
                .concerns("time at the CPS")
                .denominator(ACTIVE.and(SUBMISSION_OPEN))
                .numerator(ACTIVE.and(older))
                .amongStepsInStock()
                .by(TOTAL, THEME, THEME_AND_LPA)
                .polarity(
                        FALLING,
                        "a case that is returned leaves it, and waits elsewhere: read it beside the action plans")
                .reference("2.3.3");
    }

    static final Measure CPS_OVERDUE_MEAN = cpsInTheMean("cps_overdue_mean", SUBMISSION_OPEN, SUBMISSION_OVERDUE)
            .title("Submissions to the CPS that are overdue, in the mean of 28 days")
            .shortTitle("Overdue with the CPS, 28-day mean")
            .definition(
                    "Of submissions to the Crown Prosecution Service that are neither decided nor returned, how many were submitted more "
                            + "than 28 days ago: both in the mean of the midnights of 28 days, rounded to whole submissions.")
            .reference("2.3.3")
            .build();

    static final Measure CPS_RESUBMISSION_MEAN = cpsInTheMean(
                    "cps_resubmission_mean", ACTION_PLAN_OPEN, ACTION_PLAN_OVERDUE)
            .title("Action plans of the CPS that are overdue with the police, in the mean of 28 days")
            .shortTitle("Action plans overdue, 28-day mean")
            .definition(
                    "Of submissions returned with an action plan and not submitted again, for how many the plan's date has passed: both in "
                            + "the mean of the midnights of 28 days, rounded to whole submissions.")
            .reference("2.3.3")
            .build();

    private static MeasureBuilder cpsInTheMean(String slug, Fact open, Fact overdue) {
        return share(slug)
                .aboutNobody()
                .in(CRIMINAL_JUSTICE)
                .detail()
                .shownAsCount()
                .denominator(ACTIVE.and(open))
                .numerator(ACTIVE.and(overdue))
                .amongStepsInStock()
                .inTheMeanOf(28)
                .by(TOTAL, THEME, LPA)
                .polarity(FALLING, "one midnight can be a good one: read it beside what is overdue now");
    }

    static final Measure CPS_OVERDUE_OLDEST = cpsOldest("cps_overdue_oldest_days", DAYS_SINCE_SUBMISSION, CPS_OVERDUE)
            .title("Days since the oldest overdue submission to the CPS")
            .shortTitle("Oldest overdue with the CPS")
            .concerns("time at the CPS")
            .definition(
                    "Of submissions to the Crown Prosecution Service that are neither decided nor returned, and were submitted more than "
                            + "28 days ago: how many days ago the oldest was submitted.")
            .build();

    static final Measure CPS_RESUBMISSION_OLDEST = cpsOldest(
                    "cps_resubmission_oldest_days", DAYS_OVERDUE, CPS_RESUBMISSION_OVERDUE)
            .title("Days by which the oldest action plan of the CPS is overdue with the police")
            .shortTitle("Oldest action plan overdue with us")
            .definition(
                    "Of submissions returned with an action plan and not submitted again, whose plan's date has passed: how many days ago the "
                            + "earliest of these dates was. Plans that name no date are not among them.")
            .build();

    private static MeasureBuilder cpsOldest(String slug, Quantity age, Measure overdue) {
        return oldest(slug, age, overdue)
                .aboutNobody()
                .in(CRIMINAL_JUSTICE)
                .by(TOTAL, THEME)
                .stockOnDashboards()
                .polarity(FALLING, "one case's age: read it beside how many are overdue")
                .reference("2.3.3");
    }

    static final Measure CPS_RESUBMISSION_OVER_28D = share("cps_resubmission_over_28d")
            .aboutNobody()
            .title("Action plans of the CPS overdue with the police for over 28 days")
            .shortTitle("Action plans over 28 days overdue")
            .annex()
            .shownAsCount()
            .in(CRIMINAL_JUSTICE)
            .definition(
                    "Of submissions returned with an action plan and not submitted again, for how many the plan's date passed more than "
                            + "28 days ago. Plans that name no date are among them.")
            .denominator(ACTIVE.and(ACTION_PLAN_OPEN))
            .numerator(ACTIVE.and(ACTION_PLAN_OVERDUE_28D))
            .amongStepsInStock()
            .by(TOTAL, THEME, THEME_AND_LPA)
            .polarity(FALLING, "a plan that names no date is never overdue")
            .reference("2.3.3")
            .build();

    static final Measure CPS_DAYS_TO_DECISION_MEDIAN = median("cps_days_to_decision_median", DAYS_TO_DECISION)
            .aboutNobody()
            .title("Days from the first submission to the CPS to its decision")
            .shortTitle("CPS: half of decisions within")
            .concerns("time at the CPS")
            .in(CRIMINAL_JUSTICE)
            .definition(
                    "Of decisions of the Crown Prosecution Service, by their day, half came within so many days of the day on which the "
                            + "case was submitted for the first time: returns and action plans are in this time.")
            .denominator(ACTIVE.and(SUBMISSION_DECIDED))
            .amongSteps()
            .bases(RECORDED)
            .by(TOTAL, THEME, LPA)
            .polarity(FALLING, "where a case is decided only once it is ready")
            .reference("2.3.3")
            .build();

    static final Measure DEVICES_EXAMINED = rate("devices_examined")
            .title("Devices examined at digital kiosks")
            .in(CRIMINAL_JUSTICE)
            .definition(
                    "Telephones, SIM and memory cards examined at digital kiosks in cases of the strategy, for each rape recorded in the "
                            + "same days. What a record says was examined elsewhere, or is another device, such as a computer, is not among them.")
            .denominator(ACTIVE.and(RAPE))
            .numerator(ACTIVE.and(Fact.KIOSK_ITEM_EXAMINED))
            .amongSteps()
            .unit("for each rape recorded")
            .bases(RECORDED)
            .windows(90, 365)
            .by(TOTAL, LPA)
            .onDashboards(RECORDED, 365)
            .caveats("No good direction: being asked for a device can itself end a victim's support.")
            .reference("2.3.5")
            .build();

    static final Measure DEVICE_RETURN_HOURS_MEDIAN = median("device_return_hours_median", HOURS_TO_RETURN)
            .title("Hours until a device is back with its owner")
            .shortTitle("Devices: half returned within")
            .concerns("return of devices")
            .in(CRIMINAL_JUSTICE)
            .definition(
                    "Of devices returned, by the day of the return, half were back within so many hours of their receipt.")
            .denominator(ACTIVE.and(ITEM_RETURNED))
            .amongSteps()
            .bases(RECORDED)
            .windows(90, 365)
            .by(TOTAL, THEME, LPA)
            .onDashboards(RECORDED, 365)
            .polarity(FALLING, "a device that is still kept is not in it")
            .reference("2.3.5")
            .build();

    static final Measure DEVICE_RETURNED_24H = share("device_returned_24h")
            .title("Devices back with their owner within a day")
            .shortTitle("Devices returned within a day")
            .concerns("return of devices")
            .in(CRIMINAL_JUSTICE)
            .definition(
                    "Of devices returned, by the day of the return, how many were back at most 24 hours after their receipt. A device that is "
                            + "still kept is not in it.")
            .denominator(ACTIVE.and(ITEM_RETURNED))
            .numerator(ITEM_RETURNED_WITHIN_24H)
            .amongSteps()
            .bases(RECORDED)
            .windows(90, 365)
            .by(TOTAL, THEME, LPA)
            .polarity(RISING, "a device that is still kept is not in it")
            .reference("2.3.5")
            .build();

    static final Measure CHARGE_TO_TRIAL_DAYS_MEDIAN = median("charge_to_trial_days_median", Quantity.DAYS_TO_TRIAL)
            .in(CRIMINAL_JUSTICE)
            .detail()
            .denominator(ACTIVE.and(CHARGED))
            .bases(ASSIGNED)
            .windows(90, 365)
            .by(TOTAL, THEME, LPA)
            .title("Days from the charge to the trial")
            .shortTitle("Half of trials within")
            .definition(
                    "Of crimes charged that have a date of the trial, by the day of the charge, half have it within so many "
                            + "days of that day.")
            .polarity(FALLING, "a trial that is not fixed yet is not in it, so the newest charges seem quick")
            .reference("2.2.1")
            .build();

    static final Measure EARLY_ADVICE_DAYS_MEDIAN = median("early_advice_days_median", Quantity.DAYS_TO_EARLY_ADVICE)
            .in(CRIMINAL_JUSTICE)
            .detail()
            .denominator(ACTIVE)
            .bases(ASSIGNED)
            .windows(90, 365)
            .by(TOTAL, THEME, LPA)
            .title("Days until early advice is given")
            .shortTitle("Half of early advice within")
            .definition(
                    "Of crimes with an outcome for which early advice of the CPS was asked for and given, by the day of the "
                            + "outcome, half had it within so many days.")
            .polarity(FALLING, "advice that was never given is not in it")
            .reference("2.2.1")
            .build();

    static final Measure COURT_CONVICTED = detail(
                    "court_convicted", ACTIVE.and(CHARGED, Fact.COURT_RESULT_KNOWN), Fact.CONVICTED)
            .bases(ASSIGNED)
            .by(TOTAL, THEME, LPA)
            .title("Convicted at court")
            .definition(
                    "Of crimes charged of which the record says how they ended at court, by the day of the charge, how many "
                            + "ended with a conviction.")
            .polarity(RISING, "cases that are still at court are not in it")
            .reference("2.3.6")
            .build();

    static final Measure COURT_DISCONTINUED = detail(
                    "court_discontinued", ACTIVE.and(CHARGED, Fact.COURT_RESULT_KNOWN), Fact.DISCONTINUED)
            .bases(ASSIGNED)
            .by(TOTAL, THEME, LPA)
            .title("Discontinued at court")
            .definition(
                    "Of crimes charged of which the record says how they ended at court, by the day of the charge, how many "
                            + "were discontinued.")
            .polarity(FALLING, "cases that are still at court are not in it; why one was discontinued is not said")
            .reference("2.3.6")
            .build();

    static final Measure CPS_ESCALATED = ofSteps(
                    "cps_escalated", ACTIVE.and(Fact.ACTION_PLAN_MISSED, Fact.ESCALATION_KNOWN), Fact.ESCALATED)
            .aboutNobody()
            .title("Missed action plans escalated")
            .definition(
                    "Of action plans of the CPS of which the date passed before the police submitted again, by that date, and "
                            + "of which the record says whether it was escalated, how many were.")
            .polarity(RISING, "a plan that names no date is not in it")
            .reference("2.2.2")
            .build();

    static final Measure CPS_DISPUTE_ESCALATED = detail(
                    "cps_dispute_escalated",
                    ACTIVE.and(SUBMISSION_DECIDED, Fact.DISPUTE_KNOWN, Fact.DECISION_DISPUTED),
                    Fact.DISPUTE_ESCALATED)
            .aboutNobody()
            .amongSteps()
            .bases(RECORDED)
            .windows(365)
            .by(TOTAL, THEME)
            .title("Disputed decisions of the CPS escalated")
            .shortTitle("Disputed decisions escalated")
            .definition(
                    "Of decisions of the Crown Prosecution Service that the force disputed, by the day of the decision, how many "
                            + "were escalated.")
            .caveats(
                    "No good direction: a dispute that is settled at once needs no escalation. One that is not recorded is not in it.")
            .reference("2.2.2")
            .build();

    static final Measure DEVICES_AT_KIOSK = ofSteps(
                    "devices_at_kiosk", ACTIVE.and(ITEM_EXAMINED, Fact.KIOSK_KNOWN), Fact.AT_KIOSK)
            .aboutNobody()
            .title("Devices examined at a kiosk")
            .definition(
                    "Of devices of every kind examined of which the record says whether that was at a kiosk, by the day of the "
                            + "examination, how many were examined at one.")
            .caveats("No good direction: some devices have to go to a laboratory.")
            .reference("2.3.5")
            .build();

    static final Measure DEVICES_TELEPHONES = ofSteps(
                    "devices_telephones", ACTIVE.and(ITEM_EXAMINED, Fact.ITEM_KIND_KNOWN), Fact.TELEPHONE)
            .title("Telephones of the devices examined")
            .definition(
                    "Of devices examined, at a kiosk or elsewhere, of which the record says what they are, by the day of the "
                            + "examination, how many are telephones.")
            .caveats("No good direction: it says what victims have to be without.")
            .reference("2.3.5")
            .build();

    static final Measure PROPERTY_RETURNED_7D = ofSteps(
                    "property_returned_7d", ACTIVE.and(Fact.PROPERTY_RETURNED), Fact.PROPERTY_RETURNED_WITHIN_7D)
            .title("Property returned within seven days")
            .shortTitle("Property returned within 7 days")
            .definition(
                    "Of property of victims other than devices that was returned, by the day of the return, and of which it is "
                            + "known when it was no longer needed, how much was returned at most seven days after that day.")
            .polarity(RISING, "what was never returned is not in it")
            .reference("1.1.4")
            .build();

    static final Measure PROPERTY_RETURN_DAYS_MEDIAN = median(
                    "property_return_days_median", Quantity.DAYS_TO_RETURN_PROPERTY)
            .in(CRIMINAL_JUSTICE)
            .detail()
            .denominator(ACTIVE.and(Fact.PROPERTY_RETURNED))
            .amongSteps()
            .bases(RECORDED)
            .windows(90, 365)
            .by(TOTAL, THEME, LPA)
            .title("Days until property is returned")
            .shortTitle("Half of property returned within")
            .definition(
                    "Of property of victims other than devices that was returned, by the day of the return, half was returned "
                            + "within so many days of when it was no longer needed.")
            .polarity(FALLING, "what was never returned is not in it")
            .reference("1.1.4")
            .build();

    static final Measure PROPORTIONATE_SHARE = detail(
                    "proportionate_share", ACTIVE.and(Fact.PROPORTIONATE_KNOWN), Fact.PROPORTIONATE)
            .bases(RECORDED)
            .by(TOTAL, THEME, LPA)
            .title("In the pilot of proportionate investigation")
            .shortTitle("In the pilot of investigation")
            .definition(
                    "Of crimes of which the record says whether they are in the pilot of proportionate investigation, how many "
                            + "are.")
            .caveats("No good direction: it says how large the pilot is.")
            .reference("2.3.2.3")
            .build();

    static final Measure PROPORTIONATE_ATTRITION = detail(
                    "proportionate_attrition", ACTIVE.and(Fact.PROPORTIONATE_KNOWN, Fact.PROPORTIONATE), OUTCOME_16)
            .settled(90)
            .by(TOTAL, THEME, LPA)
            .title("Outcome 16 within 90 days in the pilot of proportionate investigation")
            .shortTitle("Outcome 16 in the pilot")
            .definition(
                    "Of crimes in the pilot of proportionate investigation that were recorded at least 90 days ago, how many "
                            + "ended with outcome 16 less than 90 days after.")
            .polarity(
                    FALLING,
                    BESIDE_OTHER_ENDS
                            + "; read it beside the share of all crimes too: those of the pilot are not like the others")
            .reference("2.3.2.3")
            .build();

    static final Measure PROPORTIONATE_CHARGED = detail(
                    "proportionate_charged", ACTIVE.and(Fact.PROPORTIONATE_KNOWN, Fact.PROPORTIONATE), CHARGED)
            .settled(180)
            .by(TOTAL, THEME, LPA)
            .title("Charged within 180 days in the pilot of proportionate investigation")
            .shortTitle("Charged in the pilot")
            .definition(
                    "Of crimes in the pilot of proportionate investigation that were recorded at least 180 days ago, how many "
                            + "were charged less than 180 days after.")
            .polarity(RISING, "read it beside the share of all crimes; the crimes of the pilot are not like the others")
            .reference("2.3.2.3")
            .build();

    private static MeasureBuilder ofSteps(String slug, Expression denominator, Expression numerator) {
        return detail(slug, denominator, numerator).amongSteps().bases(RECORDED).by(TOTAL, THEME, LPA);
    }

    private static MeasureBuilder detail(String slug, Expression denominator, Expression numerator) {
        return MeasureBuilder.detail(slug, CRIMINAL_JUSTICE, denominator, numerator);
    }

    private CriminalJustice() {}

    public static List<Measure> all() {
        return List.of(
                VICTIM_ATTRITION,
                VICTIM_ATTRITION_VICTIMS,
                VICTIM_DOES_NOT_SUPPORT_VICTIMS,
                EVIDENTIAL_DIFFICULTY_VICTIMS,
                CHARGE_RATE_VICTIMS,
                VICTIM_ATTRITION_STANDARDISED,
                SUBSTITUTION_14,
                SUBSTITUTION_15,
                SUBSTITUTION_18,
                SUBSTITUTION_20,
                SUBSTITUTION_21,
                SUBSTITUTION_22,
                SUBSTITUTION_CANCELLED,
                OUTCOME_16_REOPENED,
                VICTIM_DOES_NOT_SUPPORT,
                EVIDENTIAL_DIFFICULTY,
                EVIDENTIAL_DIFFICULTY_DA,
                CHARGE_RATE,
                POSITIVE_OUTCOME,
                CONDITIONAL_CAUTIONS,
                UNABLE_TO_PROSECUTE,
                OUTCOME_RECORDED,
                WITHDRAWAL_REASON_RECORDED,
                ENDED_BEFORE_STATEMENT,
                ENDED_AFTER_STATEMENT,
                ENDED_AT_CPS,
                ENDED_AT_ANOTHER_STAGE,
                ENDED_AFTER_CHARGE,
                ENDED_FOR_FEAR,
                ENDED_FOR_LENGTH,
                ENDED_FOR_COURT,
                ENDED_UNINFORMED,
                ENDED_FOR_OTHER_SUPPORT,
                ENDED_FOR_DEVICE,
                ENDED_WITHOUT_REASON_GIVEN,
                ENDED_FOR_ANOTHER_REASON,
                WITHDRAWAL_WITHIN_7D,
                WITHDRAWAL_WITHIN_28D,
                WITHDRAWAL_WITHIN_90D,
                EARLY_ADVICE_RECORDED,
                EARLY_ADVICE_ALL_RAPES,
                EARLY_ADVICE_SOUGHT_SHARE,
                EARLY_ADVICE_NO_SUSPECT,
                EARLY_ADVICE_THRESHOLD,
                EARLY_ADVICE_FILE_SENT,
                WITHDRAWAL_DAYS_P25,
                WITHDRAWAL_DAYS_MEDIAN,
                WITHDRAWAL_DAYS_P75,
                CPS_OVERDUE,
                CPS_RESUBMISSION_OVERDUE,
                CPS_OVERDUE_OLDEST,
                CPS_RESUBMISSION_OLDEST,
                CPS_OPEN_OVER_42D,
                CPS_OPEN_OVER_56D,
                CPS_OPEN_OVER_90D,
                CPS_OPEN_OVER_180D,
                CPS_OPEN_OVER_365D,
                CPS_RESUBMISSION_OVER_28D,
                CPS_DAYS_TO_DECISION_MEDIAN,
                DEVICES_EXAMINED,
                DEVICE_RETURN_HOURS_MEDIAN,
                DEVICE_RETURNED_24H,
                CHARGE_TO_TRIAL_DAYS_MEDIAN,
                EARLY_ADVICE_DAYS_MEDIAN,
                COURT_CONVICTED,
                COURT_DISCONTINUED,
                CPS_ESCALATED,
                CPS_DISPUTE_ESCALATED,
                RAPE_CONTACTS_GIVEN,
                RAPE_MEETING_HELD,
                DEVICES_AT_KIOSK,
                DEVICES_TELEPHONES,
                PROPERTY_RETURNED_7D,
                PROPERTY_RETURN_DAYS_MEDIAN,
                PROPORTIONATE_SHARE,
                PROPORTIONATE_ATTRITION,
                PROPORTIONATE_CHARGED,
                CPS_OVERDUE_MEAN,
                CPS_RESUBMISSION_MEAN);
    }
}
