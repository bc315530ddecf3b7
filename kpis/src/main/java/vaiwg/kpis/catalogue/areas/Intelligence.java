package vaiwg.kpis.catalogue.areas;

import static vaiwg.kpis.catalogue.Basis.ASSIGNED;
import static vaiwg.kpis.catalogue.Basis.RECORDED;
import static vaiwg.kpis.catalogue.Basis.RECORDED_BY_MONTH;
import static vaiwg.kpis.catalogue.Basis.STOCK;
import static vaiwg.kpis.catalogue.Basis.settled;
import static vaiwg.kpis.catalogue.BoardSubject.DAYS_TO_REPORT;
import static vaiwg.kpis.catalogue.Direction.FALLING;
import static vaiwg.kpis.catalogue.Direction.RISING;
import static vaiwg.kpis.catalogue.MeasureBuilder.count;
import static vaiwg.kpis.catalogue.MeasureBuilder.percentile;
import static vaiwg.kpis.catalogue.MeasureBuilder.populationRate;
import static vaiwg.kpis.catalogue.MeasureBuilder.revision;
import static vaiwg.kpis.catalogue.MeasureBuilder.share;
import static vaiwg.kpis.catalogue.Priority.DAYS_TO_ANSWER;
import static vaiwg.kpis.catalogue.Priority.INTELLIGENCE;
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
import static vaiwg.kpis.facts.Fact.ACTIVE;
import static vaiwg.kpis.facts.Fact.AGED_16_TO_24;
import static vaiwg.kpis.facts.Fact.AGE_GIVEN;
import static vaiwg.kpis.facts.Fact.AT_REPEATED_PLACE;
import static vaiwg.kpis.facts.Fact.BY_ANOTHER_SUSPECT;
import static vaiwg.kpis.facts.Fact.BY_THE_SAME_SUSPECT;
import static vaiwg.kpis.facts.Fact.BY_UNKNOWN_SUSPECT;
import static vaiwg.kpis.facts.Fact.CHANNEL_KNOWN;
import static vaiwg.kpis.facts.Fact.DOMESTIC_ABUSE;
import static vaiwg.kpis.facts.Fact.FIRST_REPORT;
import static vaiwg.kpis.facts.Fact.HOMICIDE;
import static vaiwg.kpis.facts.Fact.PERSON_VICTIM;
import static vaiwg.kpis.facts.Fact.PLACE_LOCATED;
import static vaiwg.kpis.facts.Fact.REPORTED_ONLINE;
import static vaiwg.kpis.facts.Fact.SIGNAL_ANSWERED;
import static vaiwg.kpis.facts.Fact.SIGNAL_RAISED;
import static vaiwg.kpis.facts.Fact.SUSPECTS_LINKED;
import static vaiwg.kpis.facts.Fact.SUSPECT_IDENTIFIED;
import static vaiwg.kpis.facts.Fact.VICTIM_BEFORE;
import static vaiwg.kpis.facts.Fact.VICTIM_LINKED;
import static vaiwg.kpis.facts.Fact.VICTIM_OF_CRIME;
import static vaiwg.kpis.facts.Quantity.DAYS_TO_RECORD;
import static vaiwg.kpis.facts.Quantity.HOURS_TO_RECEIVE;
import static vaiwg.kpis.reference.Population.RESIDENTS;

import java.util.List;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.MeasureBuilder;
import vaiwg.kpis.facts.Expression;
import vaiwg.kpis.facts.Fact;

/** Be Intelligence and Data informed: do we know what is happening, and how sure are we? */
public final class Intelligence {
    static final Measure RECORDED_OFFENCES = count("recorded_offences")
            .title("Recorded offences")
            .headline(11, "Strategy offences, all victims")
            .in(INTELLIGENCE)
            .definition(
                    "Rapes, other sexual offences, stalking, harassment, and whatever is marked as domestic abuse, by the day on "
                            + "which they were recorded, as known now: what was cancelled, transferred or merged is out, and a record without an "
                            + "offence class, or of N100. Whoever the victim is: female victims are a detail of their own. A crime in several "
                            + "themes is counted once in the total.")
            .denominator(ACTIVE)
            .bases(RECORDED, RECORDED_BY_MONTH)
            .by(TOTAL, THEME, THEME_DETAIL, ARCHIVE_THEME, THEME_AND_LPA, VICTIM_SEX, AGE_BAND, ETHNICITY, DISABILITY)
            .onDashboards(RECORDED, 28, 365)
            .caveats("Volumes move with recording practice and have no good direction.")
            .raisesAlerts()
            .reference("2.3.6")
            .build();

    static final Measure ORPHAN_OUTCOMES = count("orphan_outcomes")
            .aboutNobody()
            .title("Outcomes without their crime")
            .in(INTELLIGENCE)
            .definition(
                    "Outcomes, by the day on which they were assigned, whose crime has not arrived; they wait, and count nowhere else.")
            .denominator(Fact.ORPHAN_OUTCOME)
            .bases(ASSIGNED)
            .by(TOTAL)
            .polarity(FALLING, "some only wait for a record that is on its way")
            .reference("2.1.3")
            .build();

    static final Measure OPEN_OVER_90D = share("open_over_90d")
            .title("Open for more than 90 days")
            .headline(12)
            .concerns("age of open cases")
            .in(INTELLIGENCE)
            .definition(
                    "Of crimes that have no outcome at the midnight of the figure, how many were recorded more than 90 days before it.")
            .denominator(ACTIVE)
            .countingOlderThan(90)
            .bases(STOCK)
            .by(TOTAL, THEME, THEME_DETAIL, THEME_AND_LPA, VICTIM_SEX, AGE_BAND, ETHNICITY, DISABILITY)
            .stockOnDashboards()
            .polarity(FALLING, "it also falls where many crimes are new, or cases are closed too early")
            .reference("2.1.3")
            .build();

    static final Measure OPEN_OVER_180D = share("open_over_180d")
            .title("Open for more than 180 days")
            .concerns("age of open cases")
            .in(INTELLIGENCE)
            .definition(
                    "Of crimes that have no outcome at the midnight of the figure, how many were recorded more than 180 days before it.")
            .denominator(ACTIVE)
            .countingOlderThan(180)
            .bases(STOCK)
            .by(TOTAL, THEME, THEME_DETAIL, THEME_AND_LPA)
            .stockOnDashboards()
            .polarity(FALLING, "it also falls where many crimes are new, or cases are closed too early")
            .reference("2.1.3")
            .build();

    static final Measure OPEN_OVER_365D = share("open_over_365d")
            .title("Open for more than a year")
            .concerns("age of open cases")
            .in(INTELLIGENCE)
            .definition(
                    "Of crimes that have no outcome at the midnight of the figure, how many were recorded more than 365 days before it.")
            .denominator(ACTIVE)
            .countingOlderThan(365)
            .bases(STOCK)
            .by(TOTAL, THEME, THEME_DETAIL, THEME_AND_LPA)
            .stockOnDashboards()
            .polarity(FALLING, "it also falls where many crimes are new, or cases are closed too early")
            .reference("2.1.3")
            .build();

    static final Measure LINKAGE_VICTIM = share("linkage_victim")
            .title("Victim linked across records")
            .in(INTELLIGENCE)
            .definition(
                    "Of crimes with a person as victim, how many carry a person id of the victim that links records.")
            .denominator(ACTIVE.and(PERSON_VICTIM))
            .numerator(VICTIM_LINKED)
            .bases(RECORDED)
            .windows(28, 90)
            .by(TOTAL, THEME, LPA)
            .polarity(RISING, "repeat victimisation can be seen only among these")
            .reference("2.3.2.2")
            .build();

    static final Measure LINKAGE_SUSPECT = share("linkage_suspect")
            .title("Suspects linked across records")
            .in(INTELLIGENCE)
            .definition(
                    "Of crimes with a named suspect, how many carry a person id of every suspect that links records.")
            .denominator(ACTIVE.and(SUSPECT_IDENTIFIED))
            .numerator(SUSPECTS_LINKED)
            .bases(RECORDED)
            .windows(28, 90)
            .by(TOTAL, THEME, LPA)
            .polarity(RISING, "repeat and serial suspects can be seen only among these")
            .reference("2.3.2.2")
            .build();

    static final Measure REPEAT_VICTIMISATION = share("repeat_victimisation")
            .title("Domestic abuse against the same victim again")
            .shortTitle("Domestic abuse of the same victim")
            .in(INTELLIGENCE)
            .definition(
                    "Of crimes marked as domestic abuse whose victim has a person id, before how many another such crime against the "
                            + "same victim was recorded, at most 365 days earlier and told of by another report. It asks whether those who came "
                            + "to us were made safe.")
            .denominator(ACTIVE.and(VICTIM_OF_CRIME, DOMESTIC_ABUSE))
            .numerator(VICTIM_BEFORE)
            .amongCrimesOfPersons()
            .bases(RECORDED)
            .windows(90, 365)
            .by(TOTAL, THEME, THEME_AND_LPA)
            .onDashboards(RECORDED, 365)
            .polarity(FALLING, "in a history's first year what went before is not in it; only linked records are seen")
            .reference("2.3.2.2")
            .build();

    static final Measure REPEAT_VICTIMISATION_SAME_SUSPECT = share("repeat_victimisation_same_suspect")
            .title("Repeated domestic abuse by the same suspect")
            .shortTitle("Same victim, by the same suspect")
            .in(INTELLIGENCE)
            .definition(
                    "Of crimes marked as domestic abuse before which another such crime against the same victim was recorded in 365 "
                            + "days, how many have a suspect of an earlier one among their suspects. The others have another suspect, or one "
                            + "who is not known.")
            .denominator(ACTIVE.and(VICTIM_OF_CRIME, DOMESTIC_ABUSE, VICTIM_BEFORE))
            .numerator(BY_THE_SAME_SUSPECT)
            .amongCrimesOfPersons()
            .bases(RECORDED)
            .windows(90, 365)
            .by(TOTAL, THEME, LPA)
            .caveats("No good direction: it says whom to work with, and a suspect without a person id is not seen.")
            .reference("2.3.2.2")
            .build();

    static final Measure REPEAT_VICTIMISATION_OTHER_SUSPECT = share("repeat_victimisation_other_suspect")
            .title("Repeated domestic abuse by another suspect")
            .shortTitle("Same victim, by another suspect")
            .annex()
            .in(INTELLIGENCE)
            .definition(
                    "Of crimes marked as domestic abuse before which another such crime against the same victim was recorded in 365 "
                            + "days, how many have other suspects than all the earlier ones whose suspects are known.")
            .denominator(ACTIVE.and(VICTIM_OF_CRIME, DOMESTIC_ABUSE, VICTIM_BEFORE))
            .numerator(BY_ANOTHER_SUSPECT)
            .amongCrimesOfPersons()
            .bases(RECORDED)
            .windows(90, 365)
            .by(TOTAL, THEME, LPA)
            .caveats("No good direction: it says whom to work with, and a suspect without a person id is not seen.")
            .reference("2.3.2.2")
            .build();

    static final Measure REPEAT_VICTIMISATION_UNKNOWN_SUSPECT = share("repeat_victimisation_unknown_suspect")
            .title("Repeated domestic abuse, suspects not known or not linked")
            .shortTitle("Same victim, suspects not known")
            .annex()
            .in(INTELLIGENCE)
            .definition(
                    "Of crimes marked as domestic abuse before which another such crime against the same victim was recorded in 365 "
                            + "days, how many have no suspect with a person id, or none of the earlier ones has.")
            .denominator(ACTIVE.and(VICTIM_OF_CRIME, DOMESTIC_ABUSE, VICTIM_BEFORE))
            .numerator(BY_UNKNOWN_SUSPECT)
            .amongCrimesOfPersons()
            .bases(RECORDED)
            .windows(90, 365)
            .by(TOTAL, THEME, LPA)
            .polarity(FALLING, "some suspects are never found; what is left out here is in neither of the other two")
            .reference("2.3.2.2")
            .build();

    static final Measure DA_FIRST_REPORTS = share("da_first_reports")
            .title("Domestic abuse reported for the first time in a year")
            .shortTitle("Domestic abuse: first reports")
            .annex()
            .in(INTELLIGENCE)
            .definition(
                    "Of crimes marked as domestic abuse whose victim has a person id, before how many no other such crime against the same "
                            + "victim was recorded in 365 days: the numerator is how many were reported for the first time in a year.")
            .denominator(ACTIVE.and(VICTIM_OF_CRIME, DOMESTIC_ABUSE))
            .numerator(FIRST_REPORT)
            .amongCrimesOfPersons()
            .bases(RECORDED)
            .by(TOTAL, THEME, THEME_AND_LPA)
            .caveats(
                    "No good direction: more victims may come for the first time, or fewer again. In a history's first year all seem to be first.")
            .reference("2.2.1")
            .build();

    static final Measure REPORTED_ONLINE_SHARE = share("reported_online")
            .title("Reported online")
            .annex()
            .in(INTELLIGENCE)
            .definition("Of crimes whose record says how they were reported, how many were reported online.")
            .denominator(ACTIVE.and(CHANNEL_KNOWN))
            .numerator(REPORTED_ONLINE)
            .bases(RECORDED)
            .by(TOTAL, THEME, THEME_AND_LPA)
            .caveats("No good direction: it says how victims reach the police. Reports to others are not in it.")
            .reference("2.2.1")
            .build();

    static final Measure DA_RATE = populationRate("da_rate", RESIDENTS)
            .readPer(1_000)
            .title("Domestic abuse for 1,000 residents")
            .shortTitle("Domestic abuse, per 1,000")
            .annex()
            .in(INTELLIGENCE)
            .definition(
                    "Crimes marked as domestic abuse in 365 days, for the people who live there: as many as the reference file says for the "
                            + "day of the snapshot. Without such a figure there is no rate.")
            .denominator(ACTIVE.and(DOMESTIC_ABUSE))
            .bases(RECORDED)
            .by(TOTAL, THEME, THEME_AND_LPA)
            .caveats(
                    "No good direction: a rise can be a rise in reporting or in recording. Only crimes are in it, not incidents.")
            .reference("2.3.2")
            .build();

    static final Measure DA_VICTIMS_16_TO_24 = share("da_victims_16_to_24")
            .title("Domestic abuse of victims of 16 to 24")
            .shortTitle("Domestic abuse: victims of 16-24")
            .annex()
            .in(INTELLIGENCE)
            .definition(
                    "Of crimes marked as domestic abuse with a victim whose age is known, in how many the victim turns 16 to 24 in the year of "
                            + "recording.")
            .denominator(ACTIVE.and(DOMESTIC_ABUSE, AGE_GIVEN))
            .numerator(AGED_16_TO_24)
            .bases(RECORDED)
            .by(TOTAL, THEME, THEME_AND_LPA)
            .caveats(
                    "No good direction. Of crimes that are recorded: calls to the police and to helplines are no stream.")
            .reference("2.2.1")
            .build();

    static final Measure DA_HOMICIDES = count("da_homicides")
            .title("Homicides marked as domestic abuse")
            .annex()
            .in(INTELLIGENCE)
            .definition(
                    "Murders, manslaughters and infanticides (classes 1, 4.1, 4.2 and 4.10) that are marked as domestic abuse.")
            .denominator(ACTIVE.and(DOMESTIC_ABUSE, HOMICIDE))
            .bases(RECORDED)
            .windows(90, 365)
            .by(TOTAL, THEME)
            .polarity(FALLING, "so few in a year that only years side by side say something")
            .reference("2.2.1")
            .build();

    static final Measure RECORDING_LATENCY_P95 = percentile("recording_latency_p95", 95, DAYS_TO_RECORD)
            .title("Days from the offence to its record, of nineteen in twenty crimes")
            .shortTitle("19 in 20 recorded within")
            .in(INTELLIGENCE)
            .definition(
                    "Of crimes whose day of the offence is known and not after that of the record, nineteen in twenty were recorded within "
                            + "so many days of it.")
            .denominator(ACTIVE)
            .bases(RECORDED)
            .windows(28)
            .by(TOTAL, THEME, LPA)
            .polarity(FALLING, "offences of long ago that are told at last make it longer, and are welcome")
            .reference("2.1.2")
            .build();

    static final Measure INGEST_LATENCY_P95 = percentile("ingest_latency_p95", 95, HOURS_TO_RECEIVE)
            .title("Hours from the record to its arrival here, of nineteen in twenty crimes")
            .shortTitle("19 in 20 records here within")
            .annex()
            .in(INTELLIGENCE)
            .definition(
                    "Of crimes that a live feed brought, nineteen in twenty arrived here within so many hours of their record; history "
                            + "that was loaded is left out.")
            .denominator(ACTIVE)
            .bases(RECORDED)
            .windows(28)
            .by(TOTAL, THEME)
            .polarity(FALLING, "only what a live feed brings has a time of arrival")
            .reference("2.1.2")
            .build();

    static final Measure REVISION_28D = revision("revision_28d", 28)
            .title("How much headlines are revised within 28 days")
            .shortTitle("Headlines revised in 28 days")
            .annex()
            .in(INTELLIGENCE)
            .definition(
                    "By how much the share that a headline published 28 days ago differs from what is known now of the same year of cases, "
                            + "whichever way. kpi_revision says of each published figure what moved it.")
            .polarity(FALLING, "a correction that is right is a revision too")
            .reference("2.1.2")
            .build();

    static final Measure REVISION_90D = revision("revision_90d", 90)
            .title("How much headlines are revised within 90 days")
            .shortTitle("Headlines revised in 90 days")
            .annex()
            .in(INTELLIGENCE)
            .definition(
                    "By how much the share that a headline published 90 days ago differs from what is known now of the same year of cases, "
                            + "whichever way. kpi_revision says of each published figure what moved it.")
            .polarity(FALLING, "a correction that is right is a revision too")
            .reference("2.1.2")
            .build();

    static final Measure SIGNAL_RESPONSE = share("signal_response")
            .title("Signals answered by their owner within 14 days")
            .shortTitle("Signals answered within 14 days")
            .headline(13)
            .in(INTELLIGENCE)
            .definition(
                    "Of signals raised at least 14 days ago, by the midnight at which they were raised, for how many a note of the owner "
                            + "with a cause or an action was known less than 14 days later. An acknowledgement alone is no answer.")
            .denominator(SIGNAL_RAISED)
            .aboutNobody()
            .numerator(SIGNAL_ANSWERED)
            .amongSteps()
            .settled(DAYS_TO_ANSWER)
            .windows(90, 365)
            .by(TOTAL)
            .onDashboards(settled(DAYS_TO_ANSWER), 365)
            .polarity(RISING, "an answer says nothing of whether it helped")
            .reference("2.1.2")
            .build();

    static final Measure LEADS_REPORTED = share("leads_reported")
            .title("Reports of leads to the Strategy Board within 31 days")
            .shortTitle("Leads' reports in time")
            .in(INTELLIGENCE)
            .definition(
                    "The Strategy Board meets every two months, from January on, and the lead of each area reports to it. Of the reports "
                            + "that were due when the month of a meeting began, at least 31 days ago, how many were known less than 31 days later. "
                            + "They are counted from the first month of a meeting that began when one of the force's leads had reported in this way.")
            .denominator(Fact.REPORT_DUE)
            .aboutNobody()
            .numerator(Fact.REPORT_GIVEN)
            .amongSteps()
            .settled(DAYS_TO_REPORT)
            .windows(365)
            .by(TOTAL)
            .onDashboards(settled(DAYS_TO_REPORT), 365)
            .polarity(RISING, "a report says nothing of what was done")
            .reference("2.1.4")
            .build();

    static final Measure REPEAT_VICTIMISATION_PARTNER = repeats("repeat_victimisation_partner", Fact.SUSPECT_IS_PARTNER)
            .title("Domestic abuse by a partner against the same victim again")
            .shortTitle("Same victim, suspect a partner")
            .definition(
                    "Of crimes marked as domestic abuse of which a suspect is a present or former partner, before how many "
                            + "another such crime against the same victim was recorded in 365 days.")
            .polarity(
                    FALLING,
                    "only linked records are seen; who the earlier suspect was is not asked; a crime with suspects of both kinds, a "
                            + "partner and family, is in both figures")
            .reference("2.3.2.2")
            .build();

    static final Measure REPEAT_VICTIMISATION_FAMILY = repeats("repeat_victimisation_family", Fact.SUSPECT_IS_FAMILY)
            .title("Domestic abuse by family against the same victim again")
            .shortTitle("Same victim, suspect of the family")
            .definition(
                    "Of crimes marked as domestic abuse of which a suspect is of the family other than as a partner, before how many "
                            + "another such crime against the same victim was recorded in 365 days.")
            .polarity(
                    FALLING,
                    "only linked records are seen; who the earlier suspect was is not asked; a crime with suspects of both kinds, a "
                            + "partner and family, is in both figures")
            .reference("2.3.2.2")
            .build();

    static final Measure REPEAT_VICTIMISATION_OTHERS = repeats(
                    "repeat_victimisation_others", SUSPECT_IDENTIFIED.and(Expression.not(Fact.PARTNER_OR_FAMILY)))
            .title("Domestic abuse by others against the same victim again")
            .shortTitle("Same victim, suspect another")
            .definition(
                    "Of crimes marked as domestic abuse with a named suspect who is neither a partner nor of the family, or of "
                            + "whom that is not said, before how many another such crime against the same victim was recorded in 365 "
                            + "days.")
            .polarity(FALLING, "only linked records are seen; a relationship that nobody recorded is among these")
            .reference("2.3.2.2")
            .build();

    static final Measure DA_HIGH_RISK = detail(
                    "da_high_risk", ACTIVE.and(DOMESTIC_ABUSE, Fact.RISK_ASSESSED), Fact.HIGH_RISK)
            .bases(RECORDED)
            .by(TOTAL, THEME, THEME_AND_LPA)
            .title("Domestic abuse assessed as high risk")
            .shortTitle("Domestic abuse: high risk")
            .definition(
                    "Of crimes marked as domestic abuse of which the record says how high the risk was assessed, for how many "
                            + "it was high.")
            .caveats("No good direction: it moves with the assessments too.")
            .reference("2.3.2.2")
            .build();

    static final Measure DA_RISK_ROSE = detail(
                    "da_risk_rose", ACTIVE.and(VICTIM_OF_CRIME, DOMESTIC_ABUSE, Fact.RISK_COMPARED), Fact.RISK_ROSE)
            .amongCrimesOfPersons()
            .bases(RECORDED)
            .by(TOTAL, THEME, LPA)
            .title("Risk higher than the time before")
            .definition(
                    "Of crimes marked as domestic abuse whose risk was assessed, and before which another such crime against "
                            + "the same victim with an assessed risk was recorded in 365 days, for how many the risk is higher than at "
                            + "the newest of these.")
            .polarity(FALLING, "risk is assessed by officers; only linked records are seen")
            .reference("2.3.2.2")
            .build();

    static final Measure DA_SHARE_OF_CRIME = detail("da_share_of_crime", ACTIVE.and(Fact.CLASSIFIED), DOMESTIC_ABUSE)
            .whateverTheOffence()
            .bases(RECORDED)
            .by(TOTAL, LPA)
            .title("Domestic abuse of all crimes")
            .definition(
                    "Of all crimes that the force sends, of whatever offence, how many are marked as domestic abuse. A record without an "
                            + "offence class, or of N100, is no crime yet.")
            .caveats("No good direction: where a force sends only some kinds of crimes it is a share of these.")
            .reference("2.3.2.1")
            .build();

    static final Measure DA_CALLS_16_TO_24 = detail(
                    "da_calls_16_to_24",
                    ACTIVE.and(DOMESTIC_ABUSE, AGE_GIVEN, CHANNEL_KNOWN, Fact.CALLED),
                    AGED_16_TO_24)
            .bases(RECORDED)
            .by(TOTAL, THEME, THEME_AND_LPA)
            .title("Domestic abuse reported by telephone: victims of 16 to 24")
            .shortTitle("Calls: victims of 16 to 24")
            .definition(
                    "Of crimes marked as domestic abuse that were reported by telephone, with a victim whose age is known, in "
                            + "how many the victim turns 16 to 24 in the year of recording.")
            .caveats("No good direction: calls that lead to no crime, and calls to helplines, are no stream.")
            .reference("2.2.1")
            .build();

    static final Measure DA_MOST_DEPRIVED = detail(
                    "da_most_deprived", ACTIVE.and(DOMESTIC_ABUSE, Fact.DEPRIVATION_KNOWN), Fact.MOST_DEPRIVED)
            .bases(RECORDED)
            .by(TOTAL, THEME, THEME_AND_LPA)
            .title("Domestic abuse in the most deprived small areas")
            .shortTitle("In the most deprived small areas")
            .definition(
                    "Of crimes marked as domestic abuse of which it is known how deprived the small area is, how many happened "
                            + "in one of the most deprived fifth of England.")
            .caveats("No good direction: a fifth of the people of England live there, and more of those of a city.")
            .reference("2.3.2.3")
            .build();

    static final Measure DA_REPEAT_PLACES = placesAgain("da_repeat_places", ACTIVE.and(DOMESTIC_ABUSE, PLACE_LOCATED))
            .title("Domestic abuse at places that come back")
            .shortTitle("Domestic abuse: places again")
            .definition(
                    "Of crimes marked as domestic abuse recorded in 365 days whose cell of 250 m is known, how many were in a cell with "
                            + "three or more of them in these days. The cells themselves are never shown.")
            .reference("2.3.2.3")
            .build();

    static final Measure DA_REPEAT_PLACES_DEPRIVED = placesAgain(
                    "da_repeat_places_deprived",
                    ACTIVE.and(DOMESTIC_ABUSE, PLACE_LOCATED, Fact.DEPRIVATION_KNOWN, Fact.MOST_DEPRIVED))
            .title("Domestic abuse at places that come back, in the most deprived small areas")
            .shortTitle("Places again, most deprived areas")
            .definition(
                    "Of crimes marked as domestic abuse in the most deprived fifth of small areas, recorded in 365 days, whose cell of 250 m "
                            + "is known, how many were in a cell with three or more of them in these days.")
            .reference("2.3.2.3")
            .build();

    private static MeasureBuilder placesAgain(String slug, Expression denominator) {
        return detail(slug, denominator, AT_REPEATED_PLACE)
                .amongCrimesAtPlaces()
                .bases(RECORDED)
                .windows(365)
                .by(TOTAL, THEME, THEME_AND_LPA)
                .caveats(
                        "No good direction: a victim who reports again is one reason; read beside how often victims do.");
    }

    private static MeasureBuilder detail(String slug, Expression denominator, Expression numerator) {
        return MeasureBuilder.detail(slug, INTELLIGENCE, denominator, numerator);
    }

    private static MeasureBuilder repeats(String slug, Expression suspect) {
        return detail(slug, ACTIVE.and(VICTIM_OF_CRIME, DOMESTIC_ABUSE, suspect), VICTIM_BEFORE)
                .amongCrimesOfPersons()
                .bases(RECORDED)
                .by(TOTAL, THEME, LPA);
    }

    private Intelligence() {}

    public static List<Measure> all() {
        return List.of(
                RECORDED_OFFENCES,
                ORPHAN_OUTCOMES,
                OPEN_OVER_90D,
                OPEN_OVER_180D,
                OPEN_OVER_365D,
                LINKAGE_VICTIM,
                LINKAGE_SUSPECT,
                REPEAT_VICTIMISATION,
                REPEAT_VICTIMISATION_SAME_SUSPECT,
                REPEAT_VICTIMISATION_OTHER_SUSPECT,
                REPEAT_VICTIMISATION_UNKNOWN_SUSPECT,
                DA_FIRST_REPORTS,
                REPORTED_ONLINE_SHARE,
                DA_RATE,
                DA_VICTIMS_16_TO_24,
                DA_HOMICIDES,
                RECORDING_LATENCY_P95,
                INGEST_LATENCY_P95,
                REVISION_28D,
                REVISION_90D,
                SIGNAL_RESPONSE,
                LEADS_REPORTED,
                REPEAT_VICTIMISATION_PARTNER,
                REPEAT_VICTIMISATION_FAMILY,
                REPEAT_VICTIMISATION_OTHERS,
                DA_HIGH_RISK,
                DA_RISK_ROSE,
                DA_SHARE_OF_CRIME,
                DA_CALLS_16_TO_24,
                DA_MOST_DEPRIVED,
                DA_REPEAT_PLACES,
                DA_REPEAT_PLACES_DEPRIVED);
    }
}
