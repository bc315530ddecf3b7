package vaiwg.kpis.catalogue.areas;

import static vaiwg.kpis.catalogue.Basis.RECORDED;
import static vaiwg.kpis.catalogue.Basis.settled;
import static vaiwg.kpis.catalogue.Direction.FALLING;
import static vaiwg.kpis.catalogue.Direction.RISING;
import static vaiwg.kpis.catalogue.MeasureBuilder.count;
import static vaiwg.kpis.catalogue.MeasureBuilder.percentile;
import static vaiwg.kpis.catalogue.MeasureBuilder.share;
import static vaiwg.kpis.catalogue.Priority.RECORDING;
import static vaiwg.kpis.catalogue.SliceFamily.AGE_BAND;
import static vaiwg.kpis.catalogue.SliceFamily.DISABILITY;
import static vaiwg.kpis.catalogue.SliceFamily.ETHNICITY;
import static vaiwg.kpis.catalogue.SliceFamily.LPA;
import static vaiwg.kpis.catalogue.SliceFamily.THEME;
import static vaiwg.kpis.catalogue.SliceFamily.THEME_AND_LPA;
import static vaiwg.kpis.catalogue.SliceFamily.THEME_DETAIL;
import static vaiwg.kpis.catalogue.SliceFamily.TOTAL;
import static vaiwg.kpis.catalogue.SliceFamily.VICTIM_SEX;
import static vaiwg.kpis.facts.CharacteristicFacts.allKnown;
import static vaiwg.kpis.facts.CharacteristicFacts.anyApplies;
import static vaiwg.kpis.facts.Expression.anyOf;
import static vaiwg.kpis.facts.Expression.not;
import static vaiwg.kpis.facts.Fact.ACTIVE;
import static vaiwg.kpis.facts.Fact.AGED_16_OR_OVER;
import static vaiwg.kpis.facts.Fact.BEGAN_AS_N100;
import static vaiwg.kpis.facts.Fact.CANCELLED;
import static vaiwg.kpis.facts.Fact.CLASSIFIED;
import static vaiwg.kpis.facts.Fact.CONFIRMED_AS_RAPE;
import static vaiwg.kpis.facts.Fact.DOMESTIC_ABUSE;
import static vaiwg.kpis.facts.Fact.FLAGGED_LATE;
import static vaiwg.kpis.facts.Fact.GENDER_HATE;
import static vaiwg.kpis.facts.Fact.OTHER_KIND_AT_FIRST;
import static vaiwg.kpis.facts.Fact.PARTNER_OR_FAMILY;
import static vaiwg.kpis.facts.Fact.REPORTED_BEFORE_RECORDED;
import static vaiwg.kpis.facts.Fact.STALKING_HARASSMENT;
import static vaiwg.kpis.facts.Fact.TRANSFERRED_IN;
import static vaiwg.kpis.facts.Fact.UNCLASSIFIED;
import static vaiwg.kpis.facts.Quantity.HOURS_TO_RECORD;

import java.util.List;
import vaiwg.kpis.cases.Characteristic;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.MeasureBuilder;
import vaiwg.kpis.facts.CharacteristicFacts;
import vaiwg.kpis.facts.Expression;
import vaiwg.kpis.facts.Fact;

/** Recording of Crimes and Incidents: is what victims tell us recorded in time and in full? */
public final class Recording {
    private static final String ON_GROUND =
            "Of crimes that were cancelled 90 days after recording with one of the grounds C1 to C5 in the record, how many on the ground that ";
    private static final Characteristic[] CORE_FOUR = {
        Characteristic.AGE, Characteristic.SEX, Characteristic.ETHNICITY, Characteristic.DISABILITY
    };

    static final Measure CHARACTERISTIC_KNOWN = share("characteristic_known")
            .title("Protected characteristic known")
            .headline(8, "Victim's ethnicity known", "characteristic=ethnicity")
            .concerns("characteristics known")
            .in(RECORDING)
            .definition(
                    "Of crimes with a person as victim to whom the characteristic applies, by the day of recording, for how many a "
                            + "value is recorded: seven days after the crime's record (settled_7d, matured_7d), or now (recorded).")
            .ofEachCharacteristic(c -> ACTIVE.and(CharacteristicFacts.applies(c)), CharacteristicFacts::known)
            .bases(RECORDED)
            .settled(7)
            .matured(7)
            .by(TOTAL, THEME, THEME_AND_LPA)
            .onDashboards(settled(7), 365)
            .polarity(RISING, "a value that nobody asked for can be the default of a form")
            .reference("2.2.2")
            .build();

    static final Measure CHARACTERISTIC_ASKED = share("characteristic_asked")
            .title("Protected characteristic asked for")
            .concerns("characteristics known")
            .in(RECORDING)
            .definition(
                    "Of crimes with a person as victim to whom the characteristic applies, by the day of recording, in how many the "
                            + "victim was asked: a value is recorded, or that she or he preferred not to say. By when, the basis says: seven "
                            + "days after the crime's record, or now.")
            .ofEachCharacteristic(c -> ACTIVE.and(CharacteristicFacts.applies(c)), CharacteristicFacts::asked)
            .bases(RECORDED)
            .settled(7)
            .matured(7)
            .by(TOTAL, THEME, THEME_AND_LPA)
            .onDashboards(RECORDED, 365)
            .polarity(RISING, "only beside the known share: asking alone can be recorded without asking")
            .reference("2.2.2")
            .build();

    static final Measure CHARACTERISTIC_DECLINED = share("characteristic_declined")
            .title("Preferred not to say")
            .in(RECORDING)
            .definition(
                    "Of crimes with a person as victim to whom the characteristic applies, by the day of recording, in how many the "
                            + "victim was asked and preferred not to say. By when, the basis says: seven days after the crime's record, or now.")
            .ofEachCharacteristic(c -> ACTIVE.and(CharacteristicFacts.applies(c)), CharacteristicFacts::declined)
            .bases(RECORDED)
            .settled(7)
            .matured(7)
            .by(TOTAL, THEME, THEME_AND_LPA)
            .onDashboards(RECORDED, 365)
            .caveats("A sudden rise can be a default value in a form.")
            .reference("2.2.2")
            .build();

    static final Measure RECORDED_WITHIN_24H = share("recorded_within_24h")
            .title("Recorded within 24 hours of the report")
            .shortTitle("Recorded within 24 hours")
            .headline(9)
            .concerns("time to record")
            .in(RECORDING)
            .definition(
                    "Of crimes with both times known, how many were recorded at most 24 hours after the report; not those taken over "
                            + "from another force.")
            .denominator(ACTIVE.and(REPORTED_BEFORE_RECORDED, not(TRANSFERRED_IN)))
            .numerator(Fact.RECORDED_WITHIN_24H)
            .bases(RECORDED)
            .by(TOTAL, THEME, THEME_DETAIL, THEME_AND_LPA, VICTIM_SEX, AGE_BAND, ETHNICITY, DISABILITY)
            .onDashboards(RECORDED, 28, 365)
            .polarity(RISING, "these are hours by the clock, and the time of the report is what the record says")
            .tellingOfRecords()
            .raisesAlerts()
            .reference("2.1.3")
            .build();

    static final Measure HOURS_TO_RECORD_P90 = percentile("hours_to_record_p90", 90, HOURS_TO_RECORD)
            .title("Hours from report to record, of nine in ten crimes")
            .shortTitle("Nine in ten recorded within")
            .concerns("time to record")
            .in(RECORDING)
            .definition(
                    "Of crimes with both times known, nine of ten were recorded within so many whole hours of the report; not those "
                            + "taken over from another force.")
            .denominator(ACTIVE.and(REPORTED_BEFORE_RECORDED, not(TRANSFERRED_IN)))
            .bases(RECORDED)
            .by(TOTAL, THEME, THEME_AND_LPA)
            .onDashboards(RECORDED, 365)
            .polarity(FALLING, "it does not see the one crime in ten that took longest")
            .reference("2.1.3")
            .build();

    static final Measure CORE_FOUR_KNOWN = share("core_four_known")
            .title("Age, sex, ethnicity and disability all known")
            .shortTitle("Age, sex, ethnicity, disability")
            .concerns("characteristics known")
            .in(RECORDING)
            .definition(
                    "Of crimes with a person as victim to whom at least one of age, sex, ethnicity and disability applies, by the day "
                            + "of recording, for how many a value is recorded for each of these that applies: seven days after the crime's "
                            + "record (settled_7d, matured_7d), or now (recorded).")
            .denominator(ACTIVE.and(anyApplies(CORE_FOUR)))
            .numerator(allKnown(CORE_FOUR))
            .bases(RECORDED)
            .settled(7)
            .matured(7)
            .by(TOTAL, THEME, THEME_AND_LPA)
            .onDashboards(settled(7), 28, 365)
            .polarity(RISING, "a value that nobody asked for can be the default of a form")
            .tellingOfRecords()
            .raisesAlerts()
            .reference("2.2.2")
            .build();

    static final Measure ALL_NINE_KNOWN = share("all_nine_known")
            .title("All nine protected characteristics known")
            .shortTitle("All nine characteristics known")
            .concerns("characteristics known")
            .in(RECORDING)
            .definition(
                    "Of crimes with a person as victim to whom at least one protected characteristic applies, by the day of "
                            + "recording, for how many a value is recorded for each that applies: seven days after the crime's record "
                            + "(settled_7d, matured_7d), or now (recorded).")
            .denominator(ACTIVE.and(anyApplies(Characteristic.values())))
            .numerator(allKnown(Characteristic.values()))
            .bases(RECORDED)
            .settled(7)
            .matured(7)
            .by(TOTAL, THEME, THEME_AND_LPA)
            .onDashboards(settled(7), 365)
            .polarity(RISING, "one that is not known is enough to be out")
            .reference("2.2.2")
            .build();

    static final Measure CANCELLED_SHARE = share("cancelled_share")
            .title("Crimes cancelled within 90 days")
            .concerns("cancelled crimes")
            .in(RECORDING)
            .definition(
                    "Of crimes that stood or were cancelled 90 days after recording, how many were cancelled, on any of the grounds C1 "
                            + "to C5. What was transferred or merged by then is left out.")
            .denominator(anyOf(ACTIVE, CANCELLED))
            .numerator(CANCELLED)
            .matured(90)
            .by(TOTAL, THEME, LPA)
            .caveats("A warning in both directions: crimes cancelled too lightly, or errors left standing.")
            .reference("2.1.3")
            .build();

    static final Measure CANCELLED_TRANSFERRED = cancelledFor("cancelled_transferred", Fact.CANCELLED_TRANSFERRED)
            .title("Cancelled: another force's crime")
            .shortTitle("Cancelled: of another force")
            .definition(ON_GROUND + "they were committed in another force's area (C1).")
            .reference("2.1.3")
            .build();

    static final Measure CANCELLED_NO_CRIME = cancelledFor("cancelled_no_crime", Fact.CANCELLED_NO_CRIME)
            .title("Cancelled: no crime was committed")
            .shortTitle("Cancelled: no crime")
            .definition(ON_GROUND + "further information shows that no crime was committed (C2).")
            .reference("2.1.3")
            .build();

    static final Measure CANCELLED_DUPLICATE = cancelledFor("cancelled_duplicate", Fact.CANCELLED_DUPLICATE)
            .title("Cancelled: part of a crime recorded already")
            .shortTitle("Cancelled: recorded already")
            .definition(ON_GROUND + "they are part of a crime that is recorded already (C3).")
            .reference("2.1.3")
            .build();

    static final Measure CANCELLED_IN_ERROR = cancelledFor("cancelled_in_error", Fact.CANCELLED_IN_ERROR)
            .title("Cancelled: recorded in error")
            .definition(ON_GROUND + "they were recorded in error (C4).")
            .reference("2.1.3")
            .build();

    static final Measure CANCELLED_SELF_DEFENCE = cancelledFor("cancelled_self_defence", Fact.CANCELLED_SELF_DEFENCE)
            .title("Cancelled: self-defence claimed")
            .shortTitle("Cancelled: self-defence")
            .definition(ON_GROUND + "self-defence was claimed (C5).")
            .reference("2.1.3")
            .build();

    private static MeasureBuilder cancelledFor(String slug, Fact ground) {
        return share(slug)
                .in(RECORDING)
                .detail()
                .denominator(CANCELLED.and(Fact.GROUND_KNOWN))
                .numerator(ground)
                .matured(90)
                .by(TOTAL, THEME, LPA)
                .caveats(
                        "No good direction: the five grounds add up to all; to be read beside how many are cancelled.");
    }

    static final Measure N100_CONFIRMED_28D = share("n100_confirmed_28d")
            .title("Reported rapes (N100) confirmed within 28 days")
            .shortTitle("N100 confirmed as rape in 28 days")
            .concerns("reported rapes decided")
            .in(RECORDING)
            .definition(
                    "Of records that began as a reported incident of rape (N100) and stand, how many had the class of a rape in the "
                            + "record as it stood 28 days after recording.")
            .denominator(ACTIVE.and(BEGAN_AS_N100))
            .numerator(CONFIRMED_AS_RAPE)
            .whateverTheOffence()
            .settled(28)
            .matured(28)
            .windows(90, 365)
            .by(TOTAL, LPA)
            .caveats("A warning in both directions; what was cancelled is left out, as everywhere.")
            .reference("2.1.3")
            .build();

    static final Measure N100_OPEN_28D = share("n100_open_28d")
            .title("Reported rapes (N100) undecided after 28 days")
            .shortTitle("N100 undecided after 28 days")
            .concerns("reported rapes decided")
            .in(RECORDING)
            .definition(
                    "Of records that began as a reported incident of rape (N100) and stand, how many had no offence class yet in the "
                            + "record as it stood 28 days after recording.")
            .denominator(ACTIVE.and(BEGAN_AS_N100))
            .numerator(UNCLASSIFIED)
            .whateverTheOffence()
            .settled(28)
            .matured(28)
            .windows(90, 365)
            .by(TOTAL, LPA)
            .caveats("A warning in both directions; what was cancelled is left out, as everywhere.")
            .reference("2.1.3")
            .build();

    static final Measure RECLASSIFIED_SHARE = share("reclassified_share")
            .title("Moved between harassment and stalking")
            .shortTitle("Between harassment and stalking")
            .in(RECORDING)
            .definition(
                    "Of crimes of stalking and harassment, how many are stalking now and were recorded as harassment at first, or the "
                            + "other way round; broken down by stalking and by harassment it shows each way by itself.")
            .denominator(ACTIVE.and(STALKING_HARASSMENT))
            .numerator(OTHER_KIND_AT_FIRST)
            .bases(RECORDED)
            .knownLate()
            .windows(90, 365)
            .by(TOTAL, THEME, THEME_DETAIL, THEME_AND_LPA)
            .caveats("No good direction: a correction is better than an error that stays.")
            .reference("2.1.3")
            .build();

    static final Measure DA_FLAG_LATE = share("da_flag_late")
            .title("Marked as domestic abuse late")
            .in(RECORDING)
            .definition(
                    "Of crimes marked as domestic abuse, how many were first marked by a change made more than 24 hours after recording.")
            .denominator(ACTIVE.and(DOMESTIC_ABUSE))
            .numerator(FLAGGED_LATE)
            .bases(RECORDED)
            .knownLate()
            .windows(90, 365)
            .by(TOTAL, THEME, THEME_AND_LPA)
            .onDashboards(RECORDED, 365)
            .polarity(FALLING, "a record loaded without its earlier versions looks late")
            .reference("2.1.3")
            .build();

    static final Measure DA_FLAG_MISSING = share("da_flag_missing")
            .title("Between partners or family, not marked as domestic abuse")
            .shortTitle("Not marked as domestic abuse")
            .in(RECORDING)
            .definition(
                    "Of crimes of any offence in which a suspect is a present or former partner of the victim, or family, and the victim "
                            + "turns 16 or more in the year of recording, how many are not marked as domestic abuse. A record without an "
                            + "offence class, or of N100, is no crime yet. Only the victim's "
                            + "age is in the record, not the suspect's.")
            .denominator(ACTIVE.and(CLASSIFIED, PARTNER_OR_FAMILY, AGED_16_OR_OVER))
            .numerator(not(DOMESTIC_ABUSE))
            .whateverTheOffence()
            .bases(RECORDED)
            .windows(90, 365)
            .by(TOTAL, THEME, LPA)
            .onDashboards(RECORDED, 365)
            .polarity(FALLING, "it sees only crimes that the force sends, and named suspects with a relationship")
            .reference("2.1.3")
            .build();

    static final Measure GENDER_HATE_MARKED = count("gender_hate_marked")
            .title("Marked as a hate crime for gender")
            .in(RECORDING)
            .definition("Crimes of any offence that are marked as a hate crime for gender, as known now.")
            .denominator(ACTIVE.and(CLASSIFIED, GENDER_HATE))
            .whateverTheOffence()
            .bases(RECORDED)
            .windows(90, 365)
            .by(TOTAL, THEME, LPA)
            .onDashboards(RECORDED, 365)
            .caveats("The marker is new: a rise is first of all a rise in its use.")
            .reference("2.1.3")
            .build();

    static final Measure CHARACTERISTIC_CONSISTENT = share("characteristic_consistent")
            .title("Protected characteristic recorded alike each time")
            .shortTitle("Characteristic recorded alike")
            .in(RECORDING)
            .definition(
                    "Of victims with two records or more in 365 days that give a value for the characteristic, each counted once, for how "
                            + "many all of these agree; for ethnicity also that none is what an officer saw. Of age it is the year of "
                            + "birth; of the others only codes of the list are values. By policing area: of records of that area alone.")
            .ofEachCharacteristic(CharacteristicFacts::recordedAgain, CharacteristicFacts::consistent)
            .amongPeople()
            .bases(RECORDED)
            .windows(365)
            .by(TOTAL, THEME, THEME_AND_LPA)
            .polarity(RISING, "people change, and pregnancy ends: not every difference is an error")
            .reference("2.2.2")
            .build();

    static final Measure HATE_RACE_MARKED = hateCrimes("hate_race_marked", Fact.RACE_HATE)
            .title("Marked as a hate crime for race")
            .shortTitle("Hate crime for race")
            .definition("Crimes of any offence that are marked as a hate crime for race, as known now.")
            .caveats(
                    "No good direction: a rise is often a rise in the use of the marker. A crime may have several strands.")
            .reference("2.1.3")
            .build();

    static final Measure HATE_RELIGION_MARKED = hateCrimes("hate_religion_marked", Fact.RELIGION_HATE)
            .title("Marked as a hate crime for religion")
            .shortTitle("Hate crime for religion")
            .definition("Crimes of any offence that are marked as a hate crime for religion, as known now.")
            .caveats(
                    "No good direction: a rise is often a rise in the use of the marker. A crime may have several strands.")
            .reference("2.1.3")
            .build();

    static final Measure HATE_ORIENTATION_MARKED = hateCrimes("hate_orientation_marked", Fact.ORIENTATION_HATE)
            .title("Marked as a hate crime for sexual orientation")
            .shortTitle("Hate crime for sexual orientation")
            .definition("Crimes of any offence that are marked as a hate crime for sexual orientation, as known now.")
            .caveats(
                    "No good direction: a rise is often a rise in the use of the marker. A crime may have several strands.")
            .reference("2.1.3")
            .build();

    static final Measure HATE_DISABILITY_MARKED = hateCrimes("hate_disability_marked", Fact.DISABILITY_HATE)
            .title("Marked as a hate crime for disability")
            .shortTitle("Hate crime for disability")
            .definition("Crimes of any offence that are marked as a hate crime for disability, as known now.")
            .caveats(
                    "No good direction: a rise is often a rise in the use of the marker. A crime may have several strands.")
            .reference("2.1.3")
            .build();

    static final Measure HATE_TRANSGENDER_MARKED = hateCrimes("hate_transgender_marked", Fact.TRANSGENDER_HATE)
            .title("Marked as a hate crime against a transgender victim")
            .shortTitle("Hate crime, transgender victim")
            .definition(
                    "Crimes of any offence that are marked as a hate crime against a transgender victim, as known now.")
            .caveats(
                    "No good direction: a rise is often a rise in the use of the marker. A crime may have several strands.")
            .reference("2.1.3")
            .build();

    private static MeasureBuilder hateCrimes(String slug, Expression marked) {
        return count(slug)
                .in(RECORDING)
                .detail()
                .denominator(ACTIVE.and(CLASSIFIED, marked))
                .whateverTheOffence()
                .bases(RECORDED)
                .windows(90, 365)
                .by(TOTAL, THEME, LPA);
    }

    private Recording() {}

    public static List<Measure> all() {
        return List.of(
                CHARACTERISTIC_KNOWN,
                CHARACTERISTIC_ASKED,
                CHARACTERISTIC_DECLINED,
                CHARACTERISTIC_CONSISTENT,
                CORE_FOUR_KNOWN,
                ALL_NINE_KNOWN,
                RECORDED_WITHIN_24H,
                CANCELLED_SHARE,
                N100_CONFIRMED_28D,
                N100_OPEN_28D,
                RECLASSIFIED_SHARE,
                DA_FLAG_LATE,
                DA_FLAG_MISSING,
                GENDER_HATE_MARKED,
                HOURS_TO_RECORD_P90,
                HATE_RACE_MARKED,
                HATE_RELIGION_MARKED,
                HATE_ORIENTATION_MARKED,
                HATE_DISABILITY_MARKED,
                HATE_TRANSGENDER_MARKED,
                CANCELLED_TRANSFERRED,
                CANCELLED_NO_CRIME,
                CANCELLED_DUPLICATE,
                CANCELLED_IN_ERROR,
                CANCELLED_SELF_DEFENCE);
    }
}
