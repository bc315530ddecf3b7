package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vaiwg.board.report.Periods.measure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vaiwg.board.figures.MeasureDictionary;
import vaiwg.board.figures.MeasureEntry.Kind;
import vaiwg.board.figures.SeriesKey;
import vaiwg.board.figures.SignalChange;
import vaiwg.board.figures.SignalCourse;
import vaiwg.kpis.catalogue.Movement;

class SignalCausesTest {
    private static final LocalDate MAY = LocalDate.of(2026, 5, 29);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 2);

    private final SignalCauses causes = new SignalCauses(new MeasureDictionary(List.of(
            measure("victim_attrition", Kind.SHARE, "Victim attrition", "down", "support ended", false),
            measure("victim_does_not_support", Kind.SHARE, "Without support", "down", "support ended", false),
            measure("open_over_90d", Kind.SHARE, "Open over 90 days", "down", "age of open cases", false),
            measure("recorded_offences", Kind.COUNT, "Recorded offences", "none"),
            measure("repeat_stalking", Kind.SHARE, "Repeat stalking", "down"),
            measure("prompt_reporting", Kind.SHARE, "Prompt reporting", "up", "time to report", false),
            measure("hours_to_report", Kind.PERCENTILE, "Hours to report", "down", "time to report", false),
            measure("reports_online", Kind.SHARE, "Reported online", "none", "time to report", false))));

    @Test
    void two_measures_of_one_concern_and_the_theme_in_one_policing_area_are_one_cause() {
        assertThat(causes.group(List.of(
                        signal("victim_attrition", "theme=rape", MAY, 1),
                        signal("victim_does_not_support", "theme=rape", JULY, 1),
                        signal("victim_attrition", "lpa=birmingham;theme=rape", JULY, 1))))
                .singleElement()
                .satisfies(cause -> {
                    assertThat(cause.theme()).isEqualTo("rape");
                    assertThat(cause.areas()).isEmpty();
                    assertThat(cause.charts()).isEqualTo(3);
                    assertThat(cause.since()).isEqualTo(MAY);
                });
    }

    @Test
    void another_theme_and_the_other_direction_are_causes_of_their_own() {
        assertThat(causes.group(List.of(
                        signal("victim_attrition", "theme=rape", MAY, 1),
                        signal("victim_attrition", "theme=domestic_abuse", MAY, 1),
                        signal("victim_does_not_support", "theme=rape", MAY, -1))))
                .hasSize(3);
    }

    @Test
    void what_is_worse_is_one_cause_whether_its_figure_rises_or_falls_and_what_is_neither_good_nor_bad_is_another() {
        assertThat(causes.group(List.of(
                        signal("prompt_reporting", "", MAY, -1),
                        signal("hours_to_report", "", MAY, 1),
                        signal("reports_online", "", MAY, -1))))
                .extracting(SignalCause::movement, SignalCause::charts)
                .containsExactlyInAnyOrder(tuple(Movement.WORSE, 2), tuple(Movement.LESS, 1));
    }

    /** Its signals have by how much it changed: it rose by 0.2, which is less than the usual 0.3. */
    @Test
    void a_stock_that_grows_by_less_than_usual_is_not_better() {
        assertThat(causes.group(List.of(signal("open_over_90d", "stock", "", "act", MAY, JULY, -1))))
                .extracting(SignalCause::movement)
                .containsExactly(Movement.LESS);
        assertThat(causes.group(List.of(signal("open_over_90d", "stock", "", "act", MAY, JULY, 1))))
                .extracting(SignalCause::movement)
                .containsExactly(Movement.WORSE);
    }

    @Test
    void a_total_that_began_with_a_theme_is_part_of_it() {
        assertThat(causes.group(List.of(
                        signal("victim_attrition", "", MAY, 1),
                        signal("victim_attrition", "theme=domestic_abuse", MAY, 1),
                        signal("victim_attrition", "theme=rape", JULY, 1))))
                .extracting(SignalCause::theme, SignalCause::charts)
                .containsExactlyInAnyOrder(tuple("domestic_abuse", 2), tuple("rape", 1));
    }

    @Test
    void a_total_that_is_only_watched_is_part_of_the_theme_that_is_to_be_acted_on() {
        SignalCourse rape = signal("victim_attrition", "daily", "theme=rape", "act", MAY, MAY, 1);
        SignalCourse total = signal("victim_attrition", "recorded", "", "watch", JULY, JULY, 1);
        assertThat(causes.group(List.of(rape, total)))
                .extracting(SignalCause::theme, SignalCause::charts)
                .containsExactly(tuple("rape", 2));
        assertThat(causes.group(
                        List.of(rape, total, signal("victim_does_not_support", "recorded", "", "act", JULY, JULY, 1))))
                .extracting(SignalCause::theme, SignalCause::charts)
                .containsExactlyInAnyOrder(tuple("rape", 1), tuple("", 2));
    }

    @Test
    void a_cause_is_known_since_the_first_day_of_the_signal_that_was_raised_first() {
        assertThat(causes.group(List.of(
                        signal("victim_attrition", "daily", "theme=rape", "act", JULY, JULY.plusDays(12), 1),
                        signal("victim_attrition", "recorded", "theme=rape", "act", MAY, JULY.plusDays(100), 1))))
                .singleElement()
                .extracting(SignalCause::since)
                .isEqualTo(JULY);
    }

    @Test
    void volumes_of_several_themes_and_their_areas_are_one_cause() {
        assertThat(causes.group(List.of(
                        signal("recorded_offences", "theme=domestic_abuse", MAY, 1),
                        signal("recorded_offences", "theme=stalking", MAY, 1),
                        signal("recorded_offences", "lpa=dudley;theme=domestic_abuse", JULY, 1))))
                .singleElement()
                .extracting(SignalCause::theme, SignalCause::charts)
                .containsExactly("", 3);
    }

    @Test
    void a_volume_of_one_theme_keeps_its_theme() {
        assertThat(causes.group(List.of(signal("recorded_offences", "theme=rape", MAY, 1))))
                .singleElement()
                .extracting(SignalCause::theme)
                .isEqualTo("rape");
    }

    @Test
    void themes_that_moved_in_one_policing_area_alone_are_one_cause_there() {
        assertThat(causes.group(List.of(
                        signal("repeat_stalking", "lpa=birmingham;theme=domestic_abuse", MAY, 1),
                        signal("repeat_stalking", "lpa=birmingham;theme=stalking_harassment", JULY, 1),
                        signal("repeat_stalking", "lpa=coventry;theme=stalking_harassment", JULY, 1))))
                .extracting(SignalCause::areas, SignalCause::charts)
                .containsExactlyInAnyOrder(tuple(List.of("birmingham"), 2), tuple(List.of("coventry"), 1));
    }

    @Test
    void what_shows_in_three_policing_areas_or_more_is_one_cause() {
        List<SignalCourse> forty = IntStream.range(10, 50)
                .mapToObj(number ->
                        signal("repeat_stalking", "lpa=area_" + number + ";theme=stalking_harassment", MAY, 1))
                .toList();
        assertThat(causes.group(forty)).singleElement().satisfies(cause -> {
            assertThat(cause.areas()).hasSize(40).startsWith("area_10", "area_11");
            assertThat(cause.charts()).isEqualTo(40);
        });
    }

    @Test
    void a_signal_of_a_measure_that_the_dictionary_does_not_have_is_left_out() {
        assertThat(causes.group(List.of(signal("retired", "", MAY, 1)))).isEmpty();
    }

    private static SignalCourse signal(String kpi, String slice, LocalDate since, int side) {
        return signal(kpi, "recorded", slice, "act", since, since.plusDays(56), side);
    }

    private static SignalCourse signal(
            String kpi, String basis, String slice, String state, LocalDate since, LocalDate raisedOn, int side) {
        SignalChange raised = new SignalChange(
                kpi + basis + slice,
                new SeriesKey(kpi, basis, "28d", slice),
                raisedOn,
                "shift",
                state,
                "raised",
                since,
                since.plusDays(27),
                100,
                0.3 + 0.1 * side,
                0.3,
                Optional.empty());
        return new SignalCourse(kpi + basis + slice, List.of(raised));
    }
}
