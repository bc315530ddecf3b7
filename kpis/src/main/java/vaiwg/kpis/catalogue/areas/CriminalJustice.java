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
import static vaiwg.kpis.catalogue.MeasureBuilder.percentile;
import static vaiwg.kpis.catalogue.MeasureBuilder.rate;
import static vaiwg.kpis.catalogue.MeasureBuilder.share;
import static vaiwg.kpis.catalogue.Priority.CRIMINAL_JUSTICE;
import static vaiwg.kpis.catalogue.SliceFamily.AGE_BAND;
import static vaiwg.kpis.catalogue.SliceFamily.ARCHIVE_THEME;
import static vaiwg.kpis.catalogue.SliceFamily.DISABILITY;
import static vaiwg.kpis.catalogue.SliceFamily.ETHNICITY;
import static vaiwg.kpis.catalogue.SliceFamily.THEME;
import static vaiwg.kpis.catalogue.SliceFamily.THEME_AND_LPA;
import static vaiwg.kpis.catalogue.SliceFamily.THEME_DETAIL;
import static vaiwg.kpis.catalogue.SliceFamily.TOTAL;
import static vaiwg.kpis.catalogue.SliceFamily.VICTIM_SEX;
import static vaiwg.kpis.facts.Expression.anyOf;
import static vaiwg.kpis.facts.Fact.ACTION_PLAN_OPEN;
import static vaiwg.kpis.facts.Fact.ACTION_PLAN_OVERDUE;
import static vaiwg.kpis.facts.Fact.ACTIVE;
import static vaiwg.kpis.facts.Fact.ASSIGNED_WITHIN_28D;
import static vaiwg.kpis.facts.Fact.ASSIGNED_WITHIN_7D;
import static vaiwg.kpis.facts.Fact.ASSIGNED_WITHIN_90D;
import static vaiwg.kpis.facts.Fact.CANCELLED;
import static vaiwg.kpis.facts.Fact.CHARGED;
import static vaiwg.kpis.facts.Fact.DOMESTIC_ABUSE;
import static vaiwg.kpis.facts.Fact.HAD_OUTCOME_16;
import static vaiwg.kpis.facts.Fact.HAS_OUTCOME;
import static vaiwg.kpis.facts.Fact.ITEM_EXAMINED;
import static vaiwg.kpis.facts.Fact.ITEM_RETURNED;
import static vaiwg.kpis.facts.Fact.ITEM_RETURNED_WITHIN_24H;
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
import static vaiwg.kpis.facts.Fact.VICTIM_OF_CRIME;
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
import vaiwg.kpis.reference.Cause;

/** Criminal Justice: what becomes of the cases, and are victims supported to stay with them? */
public final class CriminalJustice {
    private static final String AT_STAGE =
            "Of outcomes 16 that record at which stage the victim's support ended, by the day on which they were assigned, how many say: ";
    private static final String FOR_REASON =
            "Of outcomes 16 that record for what reason the victim's support ended, by the day on which they were assigned, how many say: ";
    private static final String BESIDE_OTHER_ENDS =
            "only beside the other ways in which cases end: one of them may stand in its place";

    static final Measure VICTIM_ATTRITION = share("victim_attrition")
            .title("Victim attrition")
            .headline(3, "Victim attrition within 90 days")
            .readBy(settled(90), 365)
            .concerns("support ended")
            .in(CRIMINAL_JUSTICE)
            .means(
                    "Of every 100 crimes recorded, how many ended with outcome 16 in the time that the basis names (settled_90d: within "
                            + "90 days): a suspect is named and the victim does not, or no longer does, support the case. It measures "
                            + "the service that victims were given.")
            .of(ACTIVE)
            .counting(OUTCOME_16)
            .bases(TO_DATE, ASSIGNED)
            .settled(28, 90, 180, 365)
            .matured(28, 90, 180, 365)
            .incidence(Set.of(Cause.OUTCOME_16), 28, 90, 180, 365)
            .by(TOTAL, THEME, THEME_DETAIL, THEME_AND_LPA, VICTIM_SEX, AGE_BAND, ETHNICITY, DISABILITY)
            .onBoards(settled(90), 28, 365)
            .onBoards(matured(28), 28)
            .onBoards(matured(90), 28, 365)
            .onBoards(incidence(90), 90)
            .goodWhen(FALLING, BESIDE_OTHER_ENDS)
            .inPack()
            .answersTo("2.3.6");

    static final Measure VICTIM_ATTRITION_STANDARDISED = share("victim_attrition_standardised")
            .title("Victim attrition, had the mix of themes stayed as in the first year")
            .shortTitle("Attrition, mix of the first year")
            .annex()
            .concerns("support ended")
            .in(CRIMINAL_JUSTICE)
            .means(
                    "Of every 100 crimes recorded, how many would have ended with outcome 16 within 90 days, had the mix of rape, other "
                            + "sexual offences, stalking and harassment, and other domestic abuse stayed as in the first year of the "
                            + "force's history. To compare years; there is none before that year has had its 90 days.")
            .of(ACTIVE)
            .counting(OUTCOME_16)
            .standardised(Standard.BASELINE_YEAR, 90)
            .windows(365)
            .goodWhen(FALLING, BESIDE_OTHER_ENDS)
            .answersTo("2.3.6");

    static final Measure VICTIM_ATTRITION_VICTIMS = share("victim_attrition_victims")
            .title("Victim attrition, by distinct victims")
            .shortTitle("Victim attrition, each victim once")
            .readBy(settled(90), 365)
            .concerns("support ended")
            .in(CRIMINAL_JUSTICE)
            .means(
                    "Of every 100 victims of crimes recorded in the year to then, each counted once, how many had one that ended with outcome "
                            + "16 within the time. Victims without a person id that links records are not seen. It measures the service "
                            + "that victims were given.")
            .of(ACTIVE.and(VICTIM_OF_CRIME))
            .counting(OUTCOME_16)
            .amongPeople()
            .settled(28, 90, 180, 365)
            .windows(365)
            .by(TOTAL, THEME)
            .onBoards(settled(90), 365)
            .goodWhen(FALLING, BESIDE_OTHER_ENDS)
            .answersTo("2.3.6");

    static final Measure SUBSTITUTION_14 = substitution("substitution_14", OUTCOME_14)
            .title("Outcome 14: no suspect named, victim does not support action")
            .shortTitle("14: no suspect, no victim support")
            .means(
                    "Of every 100 crimes recorded, how many were closed with outcome 14 in the time that the basis names: no suspect is "
                            + "named, and the victim does not support action.")
            .answersTo("2.3.6");

    static final Measure SUBSTITUTION_15 = substitution("substitution_15", OUTCOME_15)
            .title("Outcome 15: evidential difficulties, victim supports action")
            .shortTitle("15: evidence not enough")
            .means(
                    "Of every 100 crimes recorded, how many were closed with outcome 15 in the time that the basis names: a suspect is "
                            + "named and the victim supports action, and the evidence is not enough.")
            .answersTo("2.3.6");

    static final Measure SUBSTITUTION_18 = substitution("substitution_18", OUTCOME_18)
            .title("Outcome 18: no suspect identified")
            .means(
                    "Of every 100 crimes recorded, how many were closed with outcome 18 in the time that the basis names: the "
                            + "investigation is complete and no suspect was identified.")
            .answersTo("2.3.6");

    static final Measure SUBSTITUTION_20 = substitution("substitution_20", OUTCOME_20)
            .title("Outcome 20: passed to another agency")
            .shortTitle("Outcome 20: to another agency")
            .means(
                    "Of every 100 crimes recorded, how many were closed with outcome 20 in the time that the basis names: another agency "
                            + "acts on it.")
            .answersTo("2.3.6");

    static final Measure SUBSTITUTION_21 = substitution("substitution_21", OUTCOME_21)
            .title("Outcome 21: not in the public interest")
            .shortTitle("Outcome 21: no public interest")
            .means(
                    "Of every 100 crimes recorded, how many were closed with outcome 21 in the time that the basis names: to investigate "
                            + "further is not in the public interest.")
            .answersTo("2.3.6");

    static final Measure SUBSTITUTION_22 = substitution("substitution_22", OUTCOME_22)
            .title("Outcome 22: diversion or education")
            .means(
                    "Of every 100 crimes recorded, how many were closed with outcome 22 in the time that the basis names: the suspect is "
                            + "diverted or educated, and not charged.")
            .answersTo("2.3.6");

    /** Where outcome 16 falls and one of these rises, cases may only have moved: victim attrition is never read without them. */
    private static MeasureBuilder substitution(String slug, Expression outcome) {
        return share(slug)
                .in(CRIMINAL_JUSTICE)
                .annex()
                .of(ACTIVE)
                .counting(outcome)
                .bases(ASSIGNED)
                .settled(90)
                .matured(90)
                .by(TOTAL, THEME, THEME_AND_LPA)
                .onBoards(settled(90), 365)
                .inPack()
                .caution("Where outcome 16 falls and this rises, cases may only have moved.");
    }

    static final Measure SUBSTITUTION_CANCELLED = share("substitution_cancelled")
            .title("Cancelled after recording")
            .annex()
            .concerns("cancelled crimes")
            .in(CRIMINAL_JUSTICE)
            .means("Of every 100 crimes recorded, how many had been cancelled 90 days later.")
            .of(anyOf(ACTIVE, CANCELLED))
            .counting(CANCELLED)
            .matured(90)
            .by(TOTAL, THEME, THEME_AND_LPA)
            .onBoards(matured(90), 365)
            .caution("Where outcome 16 falls and this rises, cases may only have moved.")
            .inPack()
            .answersTo("2.3.6");

    static final Measure OUTCOME_16_REOPENED = share("outcome_16_reopened")
            .title("Opened again after outcome 16")
            .in(CRIMINAL_JUSTICE)
            .means(
                    "Of crimes that have or had outcome 16, how many were opened again from it: the next version of the outcome was "
                            + "none, whatever came after. A change straight to another outcome is no reopening.")
            .of(ACTIVE.and(HAD_OUTCOME_16))
            .counting(REOPENED_FROM_16)
            .bases(RECORDED)
            .knownLate()
            .windows(90, 365)
            .by(TOTAL, THEME)
            .onBoards(RECORDED, 365)
            .caution(
                    "By day of recording and as known now; the numerator is the count to read beside victim attrition.")
            .answersTo("2.3.6");

    static final Measure VICTIM_DOES_NOT_SUPPORT = share("victim_does_not_support")
            .title("Closed without the victim's support (outcomes 14 and 16)")
            .shortTitle("Without victim support, 14 and 16")
            .concerns("support ended")
            .in(CRIMINAL_JUSTICE)
            .means(
                    "Of every 100 crimes recorded, how many ended with outcome 14 or 16 in the time that the basis names: the national "
                            + "group of outcomes in which the victim does not support action, whether a suspect is named or not.")
            .of(ACTIVE)
            .counting(anyOf(OUTCOME_14, OUTCOME_16))
            .bases(ASSIGNED)
            .settled(90)
            .matured(90)
            .by(TOTAL, THEME, THEME_DETAIL, THEME_AND_LPA, VICTIM_SEX, AGE_BAND, ETHNICITY, DISABILITY)
            .onBoards(settled(90), 365)
            .goodWhen(FALLING, BESIDE_OTHER_ENDS)
            .answersTo("2.3.6");

    static final Measure EVIDENTIAL_DIFFICULTY_DA = share("evidential_difficulty_da")
            .title("Domestic abuse closed for evidential difficulties (outcomes 15 and 16)")
            .shortTitle("Domestic abuse: outcomes 15 and 16")
            .concerns("support ended")
            .in(CRIMINAL_JUSTICE)
            .means(
                    "Of every 100 crimes marked as domestic abuse, how many were closed with outcome 15 (the victim supports action) or "
                            + "16 (does not, or no longer) in the time that the basis names; in both a suspect is named.")
            .of(ACTIVE.and(DOMESTIC_ABUSE))
            .counting(anyOf(OUTCOME_15, OUTCOME_16))
            .bases(ASSIGNED)
            .settled(180)
            .matured(180)
            .windows(90, 365)
            .by(TOTAL, THEME, THEME_AND_LPA, VICTIM_SEX)
            .onBoards(settled(180), 365)
            .goodWhen(FALLING, BESIDE_OTHER_ENDS)
            .answersTo("2.2.1");

    static final Measure EVIDENTIAL_DIFFICULTY = share("evidential_difficulty")
            .title("Closed for evidential difficulties")
            .shortTitle("Evidential difficulties, 14 to 16")
            .concerns("support ended")
            .in(CRIMINAL_JUSTICE)
            .means(
                    "Of every 100 crimes recorded, how many were closed in the time that the basis names with outcome 15 (the victim "
                            + "supports action, and the evidence is not enough), or with 14 or 16 (the victim does not, or no longer does, "
                            + "support action).")
            .of(ACTIVE)
            .counting(anyOf(OUTCOME_14, OUTCOME_15, OUTCOME_16))
            .bases(TO_DATE, ASSIGNED)
            .settled(90)
            .matured(90)
            .by(TOTAL, THEME, THEME_AND_LPA)
            .onBoards(settled(90), 365)
            .goodWhen(FALLING, BESIDE_OTHER_ENDS)
            .answersTo("2.2.1");

    static final Measure CHARGE_RATE = share("charge_rate")
            .title("Charged or summonsed")
            .headline(4, "Charged within 180 days")
            .concerns("charges and other positive outcomes")
            .in(CRIMINAL_JUSTICE)
            .means(
                    "Of every 100 crimes recorded, how many led to a charge or summons (outcome 1, with 1A) in the time that the basis "
                            + "names.")
            .of(ACTIVE)
            .counting(CHARGED)
            .bases(TO_DATE, ASSIGNED)
            .settled(180, 365, 730)
            .matured(180, 365, 730)
            .bases(TO_DATE_BY_MONTH)
            .settledMonths(12)
            .by(TOTAL, THEME, THEME_DETAIL, ARCHIVE_THEME, THEME_AND_LPA, VICTIM_SEX, AGE_BAND, ETHNICITY, DISABILITY)
            .onBoards(settled(180), 365)
            .onBoards(settled(365), 365)
            .goodWhen(RISING, "a charge comes late, in rape mostly after a year: read the longest time that is whole")
            .inPack()
            .answersTo("2.1.3");

    static final Measure POSITIVE_OUTCOME = share("positive_outcome")
            .title("Positive outcome")
            .concerns("charges and other positive outcomes")
            .in(CRIMINAL_JUSTICE)
            .means(
                    "Of every 100 crimes recorded, how many ended in the time that the basis names with a charge or summons, a caution, "
                            + "a penalty notice, a warning, a community resolution or a diversion: outcomes 1, 2, 3, 6, 7, 8 and 22, "
                            + "with 1A, 2A and 3A.")
            .of(ACTIVE)
            .counting(anyOf(CHARGED, OUT_OF_COURT, OUTCOME_22))
            .bases(ASSIGNED)
            .settled(180, 365)
            .matured(180, 365)
            .windows(365)
            .by(TOTAL, THEME, THEME_DETAIL, THEME_AND_LPA)
            .onBoards(settled(180), 365)
            .goodWhen(RISING, "only beside the charge rate: a caution is not a charge")
            .answersTo("2.1.3");

    static final Measure UNABLE_TO_PROSECUTE = share("unable_to_prosecute")
            .title("Unable to prosecute the suspect (archives)")
            .shortTitle("Unable to prosecute (archives)")
            .in(CRIMINAL_JUSTICE)
            .means(
                    "Of every 100 crimes in a public archive, how many ended in its group 'unable to prosecute suspect' by the month "
                            + "that the basis names: an upper bound of attrition, since the group holds other outcomes too.")
            .of(ACTIVE)
            .counting(Fact.UNABLE_TO_PROSECUTE)
            .bases(TO_DATE_BY_MONTH)
            .settledMonths(12)
            .incidenceMonths(Set.of(Cause.UNABLE_TO_PROSECUTE), 0, 3, 6, 12)
            .by(ARCHIVE_THEME)
            .caution("An upper bound; never read as outcome 16.")
            .inPack()
            .answersTo("2.3.6");

    static final Measure OUTCOME_RECORDED = share("outcome_recorded")
            .title("An outcome is recorded (archives)")
            .annex()
            .in(CRIMINAL_JUSTICE)
            .means(
                    "Of every 100 crimes in a public archive, how many have an outcome by the month that the basis names.")
            .of(ACTIVE)
            .counting(HAS_OUTCOME)
            .bases(TO_DATE_BY_MONTH)
            .settledMonths(12)
            .by(ARCHIVE_THEME)
            .caution("Recent months look open only because their cases are.")
            .answersTo("2.3.6");

    static final Measure WITHDRAWAL_REASON_RECORDED = share("withdrawal_reason_recorded")
            .title("Stage and reason recorded where support ended")
            .shortTitle("Stage and reason recorded")
            .in(CRIMINAL_JUSTICE)
            .means(
                    "Of outcomes 16, by the day on which they were assigned, how many say at which stage and for what reason the "
                            + "victim's support ended.")
            .of(ACTIVE.and(OUTCOME_16))
            .counting(STAGE_RECORDED.and(REASON_RECORDED))
            .bases(ASSIGNED)
            .by(TOTAL, THEME, THEME_DETAIL, THEME_AND_LPA, VICTIM_SEX, AGE_BAND, ETHNICITY, DISABILITY)
            .onBoards(ASSIGNED, 28, 365)
            .goodWhen(RISING, "a reason that is entered without asking counts too")
            .inPack()
            .answersTo("2.2.2");

    static final Measure ENDED_BEFORE_STATEMENT = atStage("withdrawal_before_statement", Fact.ENDED_BEFORE_STATEMENT)
            .title("Support ended before a statement")
            .means(AT_STAGE + "before the victim had given a statement.")
            .answersTo("2.2.2");

    static final Measure ENDED_AFTER_STATEMENT = atStage("withdrawal_after_statement", Fact.ENDED_AFTER_STATEMENT)
            .title("Support ended after a statement")
            .means(AT_STAGE + "after a statement, before the case went to the Crown Prosecution Service.")
            .answersTo("2.2.2");

    static final Measure ENDED_AT_CPS = atStage("withdrawal_at_cps", Fact.ENDED_AT_CPS)
            .title("Support ended while the case was with the CPS")
            .shortTitle("Support ended at the CPS")
            .means(AT_STAGE + "while the case was with the Crown Prosecution Service.")
            .answersTo("2.2.2");

    static final Measure ENDED_AFTER_CHARGE = share("support_ended_after_charge")
            .title("Support ended after the charge")
            .in(CRIMINAL_JUSTICE)
            .means(
                    "Of cases charged or summonsed, by the day of the charge, of how many it is recorded by now that the victim's "
                            + "support ended afterwards. What a court decided is in no record.")
            .of(ACTIVE.and(CHARGED))
            .counting(Fact.ENDED_AFTER_CHARGE)
            .bases(ASSIGNED)
            .by(TOTAL, THEME, THEME_AND_LPA)
            .onBoards(ASSIGNED, 365)
            .caution("Recent charges have had little time: it grows for months.")
            .answersTo("2.3.6");

    static final Measure ENDED_FOR_FEAR = forReason("withdrawal_for_fear", Fact.ENDED_FOR_FEAR)
            .title("Support ended for fear of reprisal")
            .means(FOR_REASON + "fear of reprisal.")
            .answersTo("2.2.2");

    static final Measure ENDED_FOR_LENGTH = forReason("withdrawal_for_length", Fact.ENDED_FOR_LENGTH)
            .title("Support ended for the length of the process")
            .shortTitle("For the length of the process")
            .means(FOR_REASON + "the length of the process.")
            .answersTo("2.2.2");

    static final Measure ENDED_FOR_COURT = forReason("withdrawal_for_court", Fact.ENDED_FOR_COURT)
            .title("Support ended for concern about court")
            .shortTitle("For concern about court")
            .means(FOR_REASON + "concern about court.")
            .answersTo("2.2.2");

    static final Measure ENDED_UNINFORMED = forReason("withdrawal_uninformed", Fact.ENDED_UNINFORMED)
            .title("Support ended as the victim was not kept informed")
            .shortTitle("As not kept informed")
            .means(FOR_REASON + "that the victim was not kept informed.")
            .answersTo("2.2.2");

    static final Measure ENDED_FOR_OTHER_SUPPORT = forReason(
                    "withdrawal_for_other_support", Fact.ENDED_FOR_OTHER_SUPPORT)
            .title("Support ended as other support was chosen")
            .shortTitle("As other support was chosen")
            .means(FOR_REASON + "that the victim chose other support.")
            .answersTo("2.2.2");

    static final Measure ENDED_FOR_DEVICE = forReason("withdrawal_for_device", Fact.ENDED_FOR_DEVICE)
            .title("Support ended for a request for a device")
            .shortTitle("For a request for a device")
            .means(FOR_REASON + "a request for the victim's telephone or another device.")
            .answersTo("2.2.2");

    private static MeasureBuilder atStage(String slug, Fact stage) {
        return share(slug)
                .in(CRIMINAL_JUSTICE)
                .annex()
                .of(ACTIVE.and(OUTCOME_16).and(STAGE_RECORDED))
                .counting(stage)
                .bases(ASSIGNED)
                .by(TOTAL, THEME, THEME_AND_LPA)
                .caution("Of those that record a stage: to be read beside how many do.");
    }

    private static MeasureBuilder forReason(String slug, Fact reason) {
        return share(slug)
                .in(CRIMINAL_JUSTICE)
                .annex()
                .of(ACTIVE.and(OUTCOME_16).and(REASON_RECORDED))
                .counting(reason)
                .bases(ASSIGNED)
                .by(TOTAL, THEME, THEME_AND_LPA)
                .caution(
                        "Of those that record a reason, also where the victim gave none: to be read beside how many do.");
    }

    static final Measure WITHDRAWAL_DAYS_MEDIAN = median("withdrawal_days_median", DAYS_TO_OUTCOME)
            .title("Days until support for the case ended")
            .shortTitle("Half of outcomes 16 within")
            .concerns("when support ended")
            .in(CRIMINAL_JUSTICE)
            .means(
                    "Of outcomes 16, by the day on which they were assigned, half came within so many days of the crime's record. It "
                            + "says when the service has to be at its best, not how long a victim should stay.")
            .of(ACTIVE.and(OUTCOME_16))
            .bases(ASSIGNED)
            .by(TOTAL, THEME, THEME_AND_LPA)
            .onBoards(ASSIGNED, 365)
            .caution("Neither a rise nor a fall is good in itself.")
            .answersTo("2.2.2");

    static final Measure WITHDRAWAL_DAYS_P25 = withdrawalDays("withdrawal_days_p25", 25)
            .title("Days until support for the case ended, of the first quarter")
            .shortTitle("A quarter of outcomes 16 within")
            .means(
                    "Of outcomes 16, by the day on which they were assigned, a quarter came within so many days of the crime's record.")
            .answersTo("2.2.2");

    static final Measure WITHDRAWAL_DAYS_P75 = withdrawalDays("withdrawal_days_p75", 75)
            .title("Days until support for the case ended, of three quarters")
            .shortTitle("Three quarters of outcomes 16 in")
            .means(
                    "Of outcomes 16, by the day on which they were assigned, three quarters came within so many days of the crime's record.")
            .answersTo("2.2.2");

    private static MeasureBuilder withdrawalDays(String slug, int percent) {
        return percentile(slug, percent, DAYS_TO_OUTCOME)
                .in(CRIMINAL_JUSTICE)
                .annex()
                .concerns("when support ended")
                .of(ACTIVE.and(OUTCOME_16))
                .bases(ASSIGNED)
                .windows(90, 365)
                .by(TOTAL, THEME)
                .caution("Neither a rise nor a fall is good in itself; to be read beside the median.");
    }

    static final Measure WITHDRAWAL_WITHIN_7D = withdrawalWithin("withdrawal_within_7d", ASSIGNED_WITHIN_7D)
            .title("Outcome 16 within 7 days")
            .means(
                    "Of outcomes 16, by their day, how many were assigned less than 7 days after the day on which the crime was recorded.")
            .answersTo("2.2.2");

    static final Measure WITHDRAWAL_WITHIN_28D = withdrawalWithin("withdrawal_within_28d", ASSIGNED_WITHIN_28D)
            .title("Outcome 16 within 28 days")
            .means(
                    "Of outcomes 16, by their day, how many were assigned less than 28 days after the day on which the crime was "
                            + "recorded.")
            .answersTo("2.2.2");

    static final Measure WITHDRAWAL_WITHIN_90D = withdrawalWithin("withdrawal_within_90d", ASSIGNED_WITHIN_90D)
            .title("Outcome 16 within 90 days")
            .means(
                    "Of outcomes 16, by their day, how many were assigned less than 90 days after the day on which the crime was "
                            + "recorded.")
            .answersTo("2.2.2");

    /** How soon support ends: early, it says something of the first contact; late, of the length of the case. */
    private static MeasureBuilder withdrawalWithin(String slug, Expression days) {
        return share(slug)
                .in(CRIMINAL_JUSTICE)
                .annex()
                .concerns("when support ended")
                .of(ACTIVE.and(OUTCOME_16))
                .counting(days)
                .bases(ASSIGNED)
                .windows(90, 365)
                .by(TOTAL, THEME, THEME_DETAIL, THEME_AND_LPA)
                .caution("Says when support ended, not how often; to be read beside victim attrition.");
    }

    static final Measure EARLY_ADVICE_RECORDED = share("early_advice_recorded")
            .title("Early advice sought in rape, or the reason why not recorded")
            .shortTitle("Rape: early advice, or why not")
            .in(CRIMINAL_JUSTICE)
            .means(
                    "Of rapes with an outcome, how many have on record that early advice of the Crown Prosecution Service was sought, or "
                            + "why not. It is noted beside the outcome: of open cases nothing is known yet.")
            .of(ACTIVE.and(RAPE))
            .counting(Fact.EARLY_ADVICE_RECORDED)
            .bases(ASSIGNED)
            .windows(90, 365)
            .by(TOTAL, THEME, THEME_AND_LPA)
            .onBoards(ASSIGNED, 365)
            .goodWhen(RISING, "it says that it was considered, not that it helped")
            .answersTo("2.2.2");

    static final Measure CPS_OVERDUE = share("cps_overdue")
            .title("Submissions to the CPS that are overdue")
            .shortTitle("Overdue with the CPS")
            .headline(5)
            .shownAsCount()
            .concerns("time at the CPS")
            .in(CRIMINAL_JUSTICE)
            .means(
                    "Of submissions to the Crown Prosecution Service that are neither decided nor returned, how many were submitted more "
                            + "than 28 days ago. A submission after an action plan is another, with a clock of its own.")
            .of(ACTIVE.and(SUBMISSION_OPEN))
            .counting(ACTIVE.and(SUBMISSION_OVERDUE))
            .amongStepsInStock()
            .by(TOTAL, THEME, THEME_AND_LPA)
            .stockOnBoards()
            .goodWhen(
                    FALLING, "a case that is returned leaves it, and waits elsewhere: read it beside the action plans")
            .answersTo("2.3.3");

    static final Measure CPS_RESUBMISSION_OVERDUE = share("cps_resubmission_overdue")
            .title("Action plans of the CPS that are overdue with the police")
            .shortTitle("Action plans overdue with us")
            .shownAsCount()
            .in(CRIMINAL_JUSTICE)
            .means(
                    "Of submissions returned with an action plan and not submitted again, for how many the plan's date has passed. "
                            + "Plans that name no date are among them.")
            .of(ACTIVE.and(ACTION_PLAN_OPEN))
            .counting(ACTIVE.and(ACTION_PLAN_OVERDUE))
            .amongStepsInStock()
            .by(TOTAL, THEME, THEME_AND_LPA)
            .stockOnBoards()
            .goodWhen(FALLING, "a plan that names no date is never overdue")
            .answersTo("2.3.3");

    static final Measure CPS_DAYS_TO_DECISION_MEDIAN = median("cps_days_to_decision_median", DAYS_TO_DECISION)
            .title("Days from the first submission to the CPS to its decision")
            .shortTitle("CPS: half of decisions within")
            .concerns("time at the CPS")
            .in(CRIMINAL_JUSTICE)
            .means(
                    "Of decisions of the Crown Prosecution Service, by their day, half came within so many days of the day on which the "
                            + "case was submitted for the first time: returns and action plans are in this time.")
            .of(ACTIVE.and(SUBMISSION_DECIDED))
            .amongSteps()
            .bases(RECORDED)
            .windows(90, 365)
            .by(TOTAL, THEME)
            .goodWhen(FALLING, "where a case is decided only once it is ready")
            .answersTo("2.3.3");

    static final Measure DEVICES_EXAMINED = rate("devices_examined")
            .title("Devices examined at digital kiosks")
            .in(CRIMINAL_JUSTICE)
            .means(
                    "Telephones, SIM and memory cards examined at digital kiosks in cases of the strategy, for each rape recorded in the "
                            + "same days.")
            .of(ACTIVE.and(RAPE))
            .counting(ACTIVE.and(ITEM_EXAMINED))
            .amongSteps()
            .unit("for each rape recorded")
            .bases(RECORDED)
            .windows(90, 365)
            .by(TOTAL)
            .onBoards(RECORDED, 365)
            .caution("No good direction: being asked for a device can itself end a victim's support.")
            .answersTo("2.3.5");

    static final Measure DEVICE_RETURN_HOURS_MEDIAN = median("device_return_hours_median", HOURS_TO_RETURN)
            .title("Hours until a device is back with its owner")
            .shortTitle("Devices: half returned within")
            .concerns("return of devices")
            .in(CRIMINAL_JUSTICE)
            .means(
                    "Of devices returned, by the day of the return, half were back within so many hours of their receipt.")
            .of(ACTIVE.and(ITEM_RETURNED))
            .amongSteps()
            .bases(RECORDED)
            .windows(90, 365)
            .by(TOTAL, THEME)
            .onBoards(RECORDED, 365)
            .goodWhen(FALLING, "a device that is still kept is not in it")
            .answersTo("2.3.5");

    static final Measure DEVICE_RETURNED_24H = share("device_returned_24h")
            .title("Devices back with their owner within a day")
            .shortTitle("Devices returned within a day")
            .concerns("return of devices")
            .in(CRIMINAL_JUSTICE)
            .means(
                    "Of devices returned, by the day of the return, how many were back at most 24 hours after their receipt. A device that is "
                            + "still kept is not in it.")
            .of(ACTIVE.and(ITEM_RETURNED))
            .counting(ITEM_RETURNED_WITHIN_24H)
            .amongSteps()
            .bases(RECORDED)
            .windows(90, 365)
            .by(TOTAL, THEME)
            .goodWhen(RISING, "a device that is still kept is not in it")
            .answersTo("2.3.5");

    private CriminalJustice() {}

    public static List<Measure> all() {
        return List.of(
                VICTIM_ATTRITION,
                VICTIM_ATTRITION_VICTIMS,
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
                UNABLE_TO_PROSECUTE,
                OUTCOME_RECORDED,
                WITHDRAWAL_REASON_RECORDED,
                ENDED_BEFORE_STATEMENT,
                ENDED_AFTER_STATEMENT,
                ENDED_AT_CPS,
                ENDED_AFTER_CHARGE,
                ENDED_FOR_FEAR,
                ENDED_FOR_LENGTH,
                ENDED_FOR_COURT,
                ENDED_UNINFORMED,
                ENDED_FOR_OTHER_SUPPORT,
                ENDED_FOR_DEVICE,
                WITHDRAWAL_WITHIN_7D,
                WITHDRAWAL_WITHIN_28D,
                WITHDRAWAL_WITHIN_90D,
                EARLY_ADVICE_RECORDED,
                WITHDRAWAL_DAYS_P25,
                WITHDRAWAL_DAYS_MEDIAN,
                WITHDRAWAL_DAYS_P75,
                CPS_OVERDUE,
                CPS_RESUBMISSION_OVERDUE,
                CPS_DAYS_TO_DECISION_MEDIAN,
                DEVICES_EXAMINED,
                DEVICE_RETURN_HOURS_MEDIAN,
                DEVICE_RETURNED_24H);
    }
}
