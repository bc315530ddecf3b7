package vaiwg.kpis.catalogue.areas;

import static vaiwg.kpis.catalogue.Basis.RECORDED;
import static vaiwg.kpis.catalogue.Basis.settled;
import static vaiwg.kpis.catalogue.Direction.FALLING;
import static vaiwg.kpis.catalogue.Direction.RISING;
import static vaiwg.kpis.catalogue.MeasureBuilder.count;
import static vaiwg.kpis.catalogue.MeasureBuilder.median;
import static vaiwg.kpis.catalogue.MeasureBuilder.populationRate;
import static vaiwg.kpis.catalogue.MeasureBuilder.share;
import static vaiwg.kpis.catalogue.Priority.SAFETY_IN_PUBLIC;
import static vaiwg.kpis.catalogue.SliceFamily.AGE_BAND;
import static vaiwg.kpis.catalogue.SliceFamily.DISABILITY;
import static vaiwg.kpis.catalogue.SliceFamily.ETHNICITY;
import static vaiwg.kpis.catalogue.SliceFamily.LPA;
import static vaiwg.kpis.catalogue.SliceFamily.THEME;
import static vaiwg.kpis.catalogue.SliceFamily.THEME_AND_LPA;
import static vaiwg.kpis.catalogue.SliceFamily.TOTAL;
import static vaiwg.kpis.facts.Expression.anyOf;
import static vaiwg.kpis.facts.Fact.ACTIVE;
import static vaiwg.kpis.facts.Fact.AT_REPEATED_PLACE;
import static vaiwg.kpis.facts.Fact.BEGAN_AT_NIGHT;
import static vaiwg.kpis.facts.Fact.BEGAN_AT_WEEKEND;
import static vaiwg.kpis.facts.Fact.BEGAN_IN_AFTERNOON;
import static vaiwg.kpis.facts.Fact.BEGAN_IN_EVENING;
import static vaiwg.kpis.facts.Fact.BEGAN_IN_MORNING;
import static vaiwg.kpis.facts.Fact.BEGAN_IN_SMALL_HOURS;
import static vaiwg.kpis.facts.Fact.COMMITTED_WITHIN_A_YEAR;
import static vaiwg.kpis.facts.Fact.EDUCATION_PLACE;
import static vaiwg.kpis.facts.Fact.ENDED_BEFORE_REPORTED;
import static vaiwg.kpis.facts.Fact.FEMALE_VICTIM;
import static vaiwg.kpis.facts.Fact.IN_LICENSED_PREMISES;
import static vaiwg.kpis.facts.Fact.IN_OPEN_SPACE;
import static vaiwg.kpis.facts.Fact.IN_STREET;
import static vaiwg.kpis.facts.Fact.ON_TRANSPORT;
import static vaiwg.kpis.facts.Fact.OTHER_SEXUAL;
import static vaiwg.kpis.facts.Fact.PLACE_LOCATED;
import static vaiwg.kpis.facts.Fact.PUBLIC_PLACE;
import static vaiwg.kpis.facts.Fact.RAPE;
import static vaiwg.kpis.facts.Fact.REPORTED_WITHIN_24H;
import static vaiwg.kpis.facts.Fact.STALKING_HARASSMENT;
import static vaiwg.kpis.facts.Fact.START_KNOWN;
import static vaiwg.kpis.facts.Fact.SUSPECT_IDENTIFIED;
import static vaiwg.kpis.facts.Fact.UNDER_18;
import static vaiwg.kpis.facts.Quantity.HOURS_TO_REPORT;
import static vaiwg.kpis.reference.Population.FEMALE_RESIDENTS;
import static vaiwg.kpis.reference.Population.GIRLS_5_TO_17;

import java.util.List;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.MeasureBuilder;
import vaiwg.kpis.facts.Expression;
import vaiwg.kpis.facts.Fact;

/** Safety in Public: are women and girls safe in public places? */
public final class SafetyInPublic {
    private static final Expression AGAINST_WOMEN_AND_GIRLS =
            ACTIVE.and(anyOf(RAPE, OTHER_SEXUAL, STALKING_HARASSMENT), FEMALE_VICTIM, COMMITTED_WITHIN_A_YEAR);
    private static final Expression SEXUAL_IN_PUBLIC =
            AGAINST_WOMEN_AND_GIRLS.and(PUBLIC_PLACE, anyOf(RAPE, OTHER_SEXUAL));

    private static final String WHERE =
            "Of offences against women and girls in public places, by the day on which they were recorded, how many were ";
    private static final String WHEN =
            "Of offences against women and girls in public places whose beginning is known to within four hours, by the day on which they "
                    + "were recorded, how many began ";

    static final Measure PUBLIC_SPACE_OFFENCES = count("public_space_offences")
            .title("Offences against women and girls in public places")
            .shortTitle("Offences in public places")
            .headline(1)
            .concerns("offences in public places")
            .in(SAFETY_IN_PUBLIC)
            .definition(
                    "Rapes, other sexual offences, stalking and harassment with a female victim in a street, on transport, in licensed "
                            + "premises or in an open space, committed at most 365 days before they were recorded.")
            .denominator(AGAINST_WOMEN_AND_GIRLS.and(PUBLIC_PLACE))
            .bases(RECORDED)
            .by(TOTAL, THEME, THEME_AND_LPA, AGE_BAND, ETHNICITY, DISABILITY)
            .onDashboards(RECORDED, 28, 365)
            .caveats("A rise can be a rise in reporting or in recording.")
            .raisesAlerts()
            .reference("2.1.3")
            .build();

    static final Measure PUBLIC_SPACE_RATE = populationRate("public_space_rate", FEMALE_RESIDENTS)
            .title("Offences in public places for 10,000 women and girls")
            .shortTitle("Public places, per 10,000 women")
            .concerns("offences in public places")
            .in(SAFETY_IN_PUBLIC)
            .definition(
                    "Offences against women and girls in public places in 365 days, for the women and girls who live there: as many as "
                            + "the reference file says for the day of the snapshot. Without such a figure there is no rate.")
            .denominator(AGAINST_WOMEN_AND_GIRLS.and(PUBLIC_PLACE))
            .bases(RECORDED)
            .by(TOTAL, THEME, THEME_AND_LPA)
            .onDashboards(RECORDED, 365)
            .caveats(
                    "A rise can be a rise in reporting or in recording; many victims in a city centre do not live there.")
            .reference("2.1.3")
            .build();

    static final Measure HOURS_TO_REPORT_MEDIAN = median("hours_to_report_median", HOURS_TO_REPORT)
            .title("Hours until a sexual offence in public is reported")
            .shortTitle("In public: half reported within")
            .concerns("time to report")
            .in(SAFETY_IN_PUBLIC)
            .definition(
                    "Of rapes and other sexual offences against women and girls in public places whose end and report are both timed, half were "
                            + "reported within so many whole hours of the end of the offence.")
            .denominator(ACTIVE.and(anyOf(RAPE, OTHER_SEXUAL), FEMALE_VICTIM, PUBLIC_PLACE, COMMITTED_WITHIN_A_YEAR))
            .bases(RECORDED)
            .by(TOTAL, THEME, THEME_AND_LPA, AGE_BAND, ETHNICITY)
            .onDashboards(RECORDED, 365)
            .polarity(FALLING, "where it is safe to report sooner; a time of exactly midnight can be a default")
            .reference("2.1.3")
            .build();

    static final Measure NIGHT_TIME_SHARE = share("night_time_share")
            .title("Sexual offences in public places at night")
            .shortTitle("Sexual offences in public at night")
            .in(SAFETY_IN_PUBLIC)
            .definition(
                    "Of rapes and other sexual offences against women and girls in public places whose beginning is known to within four "
                            + "hours, how many began from 20:00 on and before 06:00. A beginning at 00:00:00 without an end is taken as "
                            + "unknown.")
            .denominator(SEXUAL_IN_PUBLIC.and(START_KNOWN))
            .numerator(BEGAN_AT_NIGHT)
            .bases(RECORDED)
            .windows(90, 365)
            .by(TOTAL, THEME, THEME_AND_LPA)
            .onDashboards(RECORDED, 365)
            .polarity(FALLING, "only beside the number of offences: the share also falls where the days get worse")
            .reference("2.1.3")
            .build();

    static final Measure IN_STREETS = where("public_in_street", IN_STREET)
            .title("Offences in public places: in the street")
            .shortTitle("In public: in the street")
            .definition(WHERE + "in a street.")
            .reference("2.1.3")
            .build();

    static final Measure ON_TRANSPORTS = where("public_on_transport", ON_TRANSPORT)
            .title("Offences in public places: on transport")
            .shortTitle("In public: on transport")
            .definition(WHERE + "on public transport.")
            .reference("2.1.3")
            .build();

    static final Measure IN_PREMISES = where("public_in_licensed", IN_LICENSED_PREMISES)
            .title("Offences in public places: in licensed premises")
            .shortTitle("In public: in licensed premises")
            .definition(WHERE + "in licensed premises.")
            .reference("2.1.3")
            .build();

    static final Measure IN_OPEN_SPACES = where("public_in_open_space", IN_OPEN_SPACE)
            .title("Offences in public places: in an open space")
            .shortTitle("In public: in an open space")
            .definition(WHERE + "in an open space.")
            .reference("2.1.3")
            .build();

    static final Measure IN_MORNINGS = when("public_in_morning", BEGAN_IN_MORNING)
            .title("Offences in public places from 06:00 to noon")
            .shortTitle("In public: 06:00 to noon")
            .definition(WHEN + "from 06:00 on and before noon.")
            .reference("2.1.3")
            .build();

    static final Measure IN_AFTERNOONS = when("public_in_afternoon", BEGAN_IN_AFTERNOON)
            .title("Offences in public places from noon to 18:00")
            .shortTitle("In public: noon to 18:00")
            .definition(WHEN + "from noon on and before 18:00.")
            .reference("2.1.3")
            .build();

    static final Measure IN_EVENINGS = when("public_in_evening", BEGAN_IN_EVENING)
            .title("Offences in public places from 18:00 to midnight")
            .shortTitle("In public: 18:00 to midnight")
            .definition(WHEN + "from 18:00 on and before midnight.")
            .reference("2.1.3")
            .build();

    static final Measure IN_SMALL_HOURS = when("public_in_small_hours", BEGAN_IN_SMALL_HOURS)
            .title("Offences in public places from midnight to 06:00")
            .shortTitle("In public: midnight to 06:00")
            .definition(WHEN + "from midnight on and before 06:00.")
            .reference("2.1.3")
            .build();

    static final Measure AT_WEEKENDS = when("public_at_weekend", BEGAN_AT_WEEKEND)
            .title("Offences in public places at the weekend")
            .shortTitle("In public: at the weekend")
            .definition(WHEN + "on a Saturday or a Sunday.")
            .reference("2.1.3")
            .build();

    private static MeasureBuilder where(String slug, Fact kind) {
        return inPublic(slug, PUBLIC_PLACE, kind)
                .caveats("The kinds of place add up to all; to be read beside the number of offences.");
    }

    private static MeasureBuilder when(String slug, Fact began) {
        return inPublic(slug, PUBLIC_PLACE.and(START_KNOWN), began)
                .caveats("To be read beside the number of offences; a beginning that is not known is in none of them.");
    }

    private static MeasureBuilder inPublic(String slug, Expression of, Fact counted) {
        return share(slug)
                .in(SAFETY_IN_PUBLIC)
                .annex()
                .concerns("where and when in public")
                .denominator(AGAINST_WOMEN_AND_GIRLS.and(of))
                .numerator(counted)
                .bases(RECORDED)
                .windows(90, 365)
                .by(TOTAL, THEME, THEME_AND_LPA);
    }

    static final Measure EDUCATION_OFFENCES = count("education_offences")
            .title("Offences against girls in schools and colleges")
            .shortTitle("Offences in schools and colleges")
            .concerns("offences in schools and colleges")
            .in(SAFETY_IN_PUBLIC)
            .definition(
                    "Rapes, other sexual offences, stalking and harassment in a place of education, of girls who turn 17 at most in the "
                            + "year of recording, committed at most 365 days before. A victim of unknown age is not in it.")
            .denominator(AGAINST_WOMEN_AND_GIRLS.and(EDUCATION_PLACE, UNDER_18))
            .bases(RECORDED)
            .windows(90, 365)
            .by(TOTAL, THEME, LPA)
            .onDashboards(RECORDED, 365)
            .caveats("To be read against the same weeks of the year before: terms and holidays move it.")
            .reference("2.1.3")
            .build();

    static final Measure EDUCATION_RATE = populationRate("education_rate", GIRLS_5_TO_17)
            .title("Offences in schools and colleges for 10,000 girls")
            .shortTitle("Schools, per 10,000 girls")
            .concerns("offences in schools and colleges")
            .in(SAFETY_IN_PUBLIC)
            .definition(
                    "Offences against girls in schools and colleges in 365 days, for the girls from 5 to 17 years who live there: as "
                            + "many as the reference file says for the day of the snapshot. Without such a figure there is no rate.")
            .denominator(AGAINST_WOMEN_AND_GIRLS.and(EDUCATION_PLACE, UNDER_18))
            .bases(RECORDED)
            .by(TOTAL, THEME, LPA)
            .onDashboards(RECORDED, 365)
            .caveats("A rise can be a rise in reporting or in recording.")
            .reference("2.1.3")
            .build();

    static final Measure PROMPT_REPORTING = share("prompt_reporting")
            .title("Sexual offences in public places reported within a day")
            .shortTitle("In public: reported within a day")
            .concerns("time to report")
            .in(SAFETY_IN_PUBLIC)
            .definition(
                    "Of rapes and other sexual offences against women and girls in public places whose end and report are both timed, in "
                            + "this order, how many were reported less than 24 hours after the end.")
            .denominator(SEXUAL_IN_PUBLIC.and(ENDED_BEFORE_REPORTED))
            .numerator(REPORTED_WITHIN_24H)
            .bases(RECORDED)
            .windows(90, 365)
            .by(TOTAL, THEME, THEME_AND_LPA, AGE_BAND, ETHNICITY)
            .onDashboards(RECORDED, 365)
            .polarity(RISING, "an end entered as midnight for want of a better can be hours off")
            .reference("2.1.3")
            .build();

    static final Measure SUSPECT_IDENTIFIED_28D = share("suspect_identified_28d")
            .title("Suspect named within 28 days, public places")
            .shortTitle("Suspect named within 28 days")
            .headline(2)
            .in(SAFETY_IN_PUBLIC)
            .definition(
                    "Of offences against women and girls in public places, how many had a named suspect in the record as it stood 28 "
                            + "days after recording.")
            .denominator(AGAINST_WOMEN_AND_GIRLS.and(PUBLIC_PLACE))
            .numerator(SUSPECT_IDENTIFIED)
            .settled(28)
            .matured(28)
            .windows(90, 365)
            .by(TOTAL, THEME, THEME_AND_LPA)
            .onDashboards(settled(28), 365)
            .polarity(RISING, "to be read beside outcome 18: no suspect identified")
            .reference("2.1.3")
            .build();

    static final Measure REPEAT_LOCATION_SHARE = share("repeat_location_share")
            .title("Offences in public places that come back to one spot")
            .shortTitle("Offences back at the same spot")
            .in(SAFETY_IN_PUBLIC)
            .definition(
                    "Of offences against women and girls in public places recorded in 365 days whose cell of 250 m is known, how many were "
                            + "in a cell with three or more of them in these days. The cells themselves are never shown.")
            .denominator(AGAINST_WOMEN_AND_GIRLS.and(PUBLIC_PLACE, PLACE_LOCATED))
            .numerator(AT_REPEATED_PLACE)
            .amongCrimesAtPlaces()
            .bases(RECORDED)
            .windows(365)
            .by(TOTAL, THEME, THEME_AND_LPA)
            .polarity(FALLING, "only beside the number of offences; for use inside the force")
            .reference("2.1.3")
            .build();

    private SafetyInPublic() {}

    public static List<Measure> all() {
        return List.of(
                PUBLIC_SPACE_OFFENCES,
                PUBLIC_SPACE_RATE,
                NIGHT_TIME_SHARE,
                IN_STREETS,
                ON_TRANSPORTS,
                IN_PREMISES,
                IN_OPEN_SPACES,
                IN_MORNINGS,
                IN_AFTERNOONS,
                IN_EVENINGS,
                IN_SMALL_HOURS,
                AT_WEEKENDS,
                EDUCATION_OFFENCES,
                EDUCATION_RATE,
                PROMPT_REPORTING,
                HOURS_TO_REPORT_MEDIAN,
                SUSPECT_IDENTIFIED_28D,
                REPEAT_LOCATION_SHARE);
    }
}
