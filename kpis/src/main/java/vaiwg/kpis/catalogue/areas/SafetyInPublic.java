package vaiwg.kpis.catalogue.areas;

import static vaiwg.kpis.catalogue.Basis.RECORDED;
import static vaiwg.kpis.catalogue.Direction.FALLING;
import static vaiwg.kpis.catalogue.MeasureBuilder.count;
import static vaiwg.kpis.catalogue.MeasureBuilder.median;
import static vaiwg.kpis.catalogue.Priority.SAFETY_IN_PUBLIC;
import static vaiwg.kpis.catalogue.SliceFamily.AGE_BAND;
import static vaiwg.kpis.catalogue.SliceFamily.DISABILITY;
import static vaiwg.kpis.catalogue.SliceFamily.ETHNICITY;
import static vaiwg.kpis.catalogue.SliceFamily.THEME;
import static vaiwg.kpis.catalogue.SliceFamily.THEME_AND_LPA;
import static vaiwg.kpis.catalogue.SliceFamily.TOTAL;
import static vaiwg.kpis.facts.Expression.anyOf;
import static vaiwg.kpis.facts.Fact.ACTIVE;
import static vaiwg.kpis.facts.Fact.COMMITTED_WITHIN_A_YEAR;
import static vaiwg.kpis.facts.Fact.FEMALE_VICTIM;
import static vaiwg.kpis.facts.Fact.OTHER_SEXUAL;
import static vaiwg.kpis.facts.Fact.PUBLIC_PLACE;
import static vaiwg.kpis.facts.Fact.RAPE;
import static vaiwg.kpis.facts.Fact.STALKING_HARASSMENT;
import static vaiwg.kpis.facts.Quantity.HOURS_TO_REPORT;

import java.util.List;
import vaiwg.kpis.catalogue.Measure;

/** Safety in Public: are women and girls safe in public places? */
public final class SafetyInPublic {
    static final Measure PUBLIC_SPACE_OFFENCES = count("public_space_offences")
            .title("Offences against women and girls in public places")
            .in(SAFETY_IN_PUBLIC)
            .means(
                    "Rapes, other sexual offences, stalking and harassment with a female victim in a street, on transport, in "
                            + "licensed premises or in an open space, committed at most 365 days before they were recorded.")
            .of(ACTIVE.and(
                    anyOf(RAPE, OTHER_SEXUAL, STALKING_HARASSMENT),
                    FEMALE_VICTIM,
                    PUBLIC_PLACE,
                    COMMITTED_WITHIN_A_YEAR))
            .bases(RECORDED)
            .by(TOTAL, THEME, THEME_AND_LPA, AGE_BAND, ETHNICITY, DISABILITY)
            .onBoards(RECORDED, 28, 365)
            .caution("A rise can be a rise in reporting or in recording.")
            .answersTo("2.1.3");

    static final Measure HOURS_TO_REPORT_MEDIAN = median("hours_to_report_median", HOURS_TO_REPORT)
            .title("Hours until a sexual offence in public is reported")
            .in(SAFETY_IN_PUBLIC)
            .means(
                    "Of rapes and other sexual offences against women and girls in public places with both times known, half were "
                            + "reported within so many whole hours of the end of the offence.")
            .of(ACTIVE.and(anyOf(RAPE, OTHER_SEXUAL), FEMALE_VICTIM, PUBLIC_PLACE, COMMITTED_WITHIN_A_YEAR))
            .bases(RECORDED)
            .by(TOTAL, THEME, THEME_AND_LPA, AGE_BAND, ETHNICITY)
            .onBoards(RECORDED, 365)
            .goodWhen(FALLING, "where it is safe to report sooner; a time of exactly midnight can be a default")
            .answersTo("2.1.3");

    private SafetyInPublic() {}

    public static List<Measure> all() {
        return List.of(PUBLIC_SPACE_OFFENCES, HOURS_TO_REPORT_MEDIAN);
    }
}
