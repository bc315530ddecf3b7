package vaiwg.kpis.catalogue;

import java.util.List;
import java.util.stream.Stream;

/** The ten figures of the report's first page: the report shows these, and the dictionary says of them that it does. */
public final class PageOne {
    /** In the order of the page. */
    public static final List<Commitment.Seen> FIGURES = Stream.of(
                    "recorded_offences",
                    "da_homicides",
                    "victim_attrition:theme=rape",
                    "victim_attrition:theme=domestic_abuse",
                    "charge_rate:theme=rape",
                    "open_over_90d",
                    "cps_overdue",
                    "victims_code:duty=all_five",
                    "support_referral_2d",
                    "signal_response")
            .map(Commitment.Seen::of)
            .toList();

    private PageOne() {}

    /** The numbers that figures of a measure have there, from 1. */
    static List<Integer> numbers(Measure measure) {
        return Stream.iterate(1, number -> number <= FIGURES.size(), number -> number + 1)
                .filter(number -> FIGURES.get(number - 1).measure().equals(measure.slug()))
                .toList();
    }
}
