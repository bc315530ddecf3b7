package vaiwg.kpis.catalogue.areas;

import static vaiwg.kpis.catalogue.Basis.RECORDED;
import static vaiwg.kpis.catalogue.Direction.FALLING;
import static vaiwg.kpis.catalogue.Direction.RISING;
import static vaiwg.kpis.catalogue.MeasureBuilder.percentile;
import static vaiwg.kpis.catalogue.MeasureBuilder.share;
import static vaiwg.kpis.catalogue.Priority.RECORDING;
import static vaiwg.kpis.catalogue.SliceFamily.AGE_BAND;
import static vaiwg.kpis.catalogue.SliceFamily.DISABILITY;
import static vaiwg.kpis.catalogue.SliceFamily.ETHNICITY;
import static vaiwg.kpis.catalogue.SliceFamily.THEME;
import static vaiwg.kpis.catalogue.SliceFamily.THEME_AND_LPA;
import static vaiwg.kpis.catalogue.SliceFamily.THEME_DETAIL;
import static vaiwg.kpis.catalogue.SliceFamily.TOTAL;
import static vaiwg.kpis.catalogue.SliceFamily.VICTIM_SEX;
import static vaiwg.kpis.facts.Expression.not;
import static vaiwg.kpis.facts.Fact.ACTIVE;
import static vaiwg.kpis.facts.Fact.REPORTED_BEFORE_RECORDED;
import static vaiwg.kpis.facts.Fact.TRANSFERRED_IN;
import static vaiwg.kpis.facts.Quantity.HOURS_TO_RECORD;

import java.util.List;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.facts.CharacteristicFacts;
import vaiwg.kpis.facts.Fact;

/** Recording of Crimes and Incidents: is what victims tell us recorded in time and in full? */
public final class Recording {
    static final Measure CHARACTERISTIC_KNOWN = share("characteristic_known")
            .title("Protected characteristic known")
            .in(RECORDING)
            .means("Of victims to whom the characteristic applies, for how many a value is recorded.")
            .ofEachCharacteristic(c -> ACTIVE.and(CharacteristicFacts.applies(c)), CharacteristicFacts::known)
            .bases(RECORDED)
            .settled(7)
            .matured(7)
            .by(TOTAL, THEME, THEME_AND_LPA)
            .onBoards(RECORDED, 365)
            .goodWhen(RISING)
            .answersTo("2.2.2");

    static final Measure CHARACTERISTIC_ASKED = share("characteristic_asked")
            .title("Protected characteristic asked for")
            .in(RECORDING)
            .means(
                    "Of victims to whom the characteristic applies, how many were asked: a value, or that they preferred not to say.")
            .ofEachCharacteristic(c -> ACTIVE.and(CharacteristicFacts.applies(c)), CharacteristicFacts::asked)
            .bases(RECORDED)
            .settled(7)
            .matured(7)
            .by(TOTAL, THEME, THEME_AND_LPA)
            .onBoards(RECORDED, 365)
            .goodWhen(RISING, "only beside the known share: asking alone can be recorded without asking")
            .answersTo("2.2.2");

    static final Measure CHARACTERISTIC_DECLINED = share("characteristic_declined")
            .title("Preferred not to say")
            .in(RECORDING)
            .means("Of victims to whom the characteristic applies, how many were asked and preferred not to say.")
            .ofEachCharacteristic(c -> ACTIVE.and(CharacteristicFacts.applies(c)), CharacteristicFacts::declined)
            .bases(RECORDED)
            .settled(7)
            .matured(7)
            .by(TOTAL, THEME, THEME_AND_LPA)
            .onBoards(RECORDED, 365)
            .caution("A sudden rise can be a default value in a form.")
            .answersTo("2.2.2");

    static final Measure RECORDED_WITHIN_24H = share("recorded_within_24h")
            .title("Recorded within 24 hours of the report")
            .in(RECORDING)
            .means(
                    "Of crimes with both times known, how many were recorded at most 24 hours after the report; not those taken "
                            + "over from another force.")
            .of(ACTIVE.and(REPORTED_BEFORE_RECORDED, not(TRANSFERRED_IN)))
            .counting(Fact.RECORDED_WITHIN_24H)
            .bases(RECORDED)
            .by(TOTAL, THEME, THEME_DETAIL, THEME_AND_LPA, VICTIM_SEX, AGE_BAND, ETHNICITY, DISABILITY)
            .onBoards(RECORDED, 28, 365)
            .goodWhen(RISING)
            .answersTo("1.1");

    static final Measure HOURS_TO_RECORD_P90 = percentile("hours_to_record_p90", 90, HOURS_TO_RECORD)
            .title("Hours from report to record that nine of ten crimes keep")
            .in(RECORDING)
            .means(
                    "Of crimes with both times known, nine of ten were recorded within so many whole hours of the report; not those "
                            + "taken over from another force.")
            .of(ACTIVE.and(REPORTED_BEFORE_RECORDED, not(TRANSFERRED_IN)))
            .bases(RECORDED)
            .by(TOTAL, THEME, THEME_AND_LPA)
            .onBoards(RECORDED, 365)
            .goodWhen(FALLING)
            .answersTo("1.1");

    private Recording() {}

    public static List<Measure> all() {
        return List.of(
                CHARACTERISTIC_KNOWN,
                CHARACTERISTIC_ASKED,
                CHARACTERISTIC_DECLINED,
                RECORDED_WITHIN_24H,
                HOURS_TO_RECORD_P90);
    }
}
