package vaiwg.kpis.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.OneMeasure;
import vaiwg.kpis.cases.CountedField;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.schemas.EventStream;

class MeasureRulesTest {
    private static final String FREE_TEXT_KNOWN = "victim-contact.survey.freeTextGiven is there";

    @Test
    void a_measure_needs_a_whole_a_basis_and_slices() {
        rejected("denominator: ", "bases: recorded");
        rejected("bases: []");
        rejected("bases: recorded", "by: []");
    }

    @Test
    void a_share_needs_a_part_and_a_count_has_none() {
        rejected("kind: share", "bases: recorded");
        rejected("kind: count", "numerator: outcome_16", "bases: recorded");
    }

    @Test
    void a_rate_needs_another_stream() {
        rejected("kind: rate", "numerator: order_applied", "bases: recorded");
        assertThat(OneMeasure.of(
                                "of_two_streams",
                                "kind: rate",
                                "numerator: order_applied",
                                "bases: recorded",
                                "among: step")
                        .slug())
                .isEqualTo("of_two_streams");
    }

    @Test
    void what_is_in_the_pack_has_a_figure_of_blocks_that_is_not_revised() {
        soundRejected("bases: [to_date, settled_90d]", "raises_alerts: true");
        soundRejected("windows: [90d, 365d]", "raises_alerts: true");
        soundRejected("raises_alerts: true", "place: restricted");
        Measure frozen = sound("bases: [assigned, settled_90d, matured_90d, matured_28d]", "raises_alerts: true");
        assertThat(frozen.chartedByDay()).as("the shortest horizon").contains(Basis.matured(28));
        assertThat(sound().chartedByDay()).contains(Basis.ASSIGNED);
    }

    @Test
    void a_measure_has_one_place_in_the_report_a_name_that_fits_a_row_and_a_view_that_there_is() {
        soundRejected("headline: 1", "place: annex");
        soundRejected("title: A title of more than thirty-four characters");
        soundRejected("headline: {place: 1, name: A name of more than thirty-four characters}");
        soundRejected("read_by: {basis: settled_90d, window: 365d}");
        soundRejected("read_by: {basis: assigned, window: 30d}");
        rejected("bases: recorded", "shown_as_count: true");

        assertThat(sound().placement()).isEqualTo(new Placement(Place.AREA, 0, "", ""));
        assertThat(sound("place: annex").placement().place()).isEqualTo(Place.ANNEX);
        assertThat(sound("short_title: Short", "headline: 3").placement())
                .isEqualTo(new Placement(Place.HEADLINE, 3, "Short", ""));
        assertThat(sound("headline: {place: 3, name: Its name, slice: sex=female}", "place: restricted")
                        .placement())
                .isEqualTo(new Placement(Place.RESTRICTED_ANNEX, 3, "Its name", "sex=female"));
        assertThat(sound("read_by: {basis: assigned, window: 28d}", "bases: [assigned, settled_90d]")
                        .readByDay())
                .contains(new View(Basis.ASSIGNED, Window.days(28)));
        assertThat(sound("bases: [assigned, settled_90d, settled_28d]").readByDay())
                .as("the shortest horizon")
                .contains(new View(Basis.settled(28), Window.days(365)));
    }

    /** Else a record without the field would be a "no", and days before the field a figure of 0. */
    @Test
    void a_measure_over_a_new_field_is_of_records_that_have_it_and_says_from_when_it_is_known() {
        rejected(overANewField("survey_answer"));
        rejected(overANewField("survey_answer or " + FREE_TEXT_KNOWN));
        rejected(overANewField("not " + FREE_TEXT_KNOWN));

        Measure measure = OneMeasure.of("new", overANewField("survey_answer and (active and " + FREE_TEXT_KNOWN + ")"));
        assertThat(measure.newFields())
                .containsExactly(CountedField.field(EventStream.VICTIM_CONTACT, "survey.freeTextGiven"));
        assertThat(sound().newFields()).isEmpty();
        assertThat(new DictionaryText(new Catalogue(List.of(measure), CodeMaps.shipped())).dictionary())
                .contains(
                        "- Known from: the first record of victim-contact with `survey.freeTextGiven` (version 2 of its schema); "
                                + "a record without it is not counted, and before there is no figure\n");
    }

    @Test
    void a_measure_that_older_records_can_tell_too_says_that_they_are_counted() {
        Measure measure = OneMeasure.of(
                "new",
                "kind: share",
                "numerator: outcome.earlyAdvice is there or crime-recording.adviceWhileOpen is there",
                "known_otherwise_by: crime-recording.adviceWhileOpen is there",
                "bases: settled_180d");
        assertThat(new DictionaryText(new Catalogue(List.of(measure), CodeMaps.shipped())).dictionary())
                .contains(
                        "with `adviceWhileOpen` (version 4 of its schema); a record without it is counted too, by what else it says\n");
    }

    private static String[] overANewField(String denominator) {
        return new String[] {
            "kind: share",
            "denominator: " + denominator,
            "numerator: victim-contact.survey.freeTextGiven is set",
            "among: step",
            "bases: recorded"
        };
    }

    @Test
    void only_a_stock_ages() {
        rejected("kind: share", "older_than: 90d", "bases: recorded");
        rejected("lasts: 1826d", "bases: recorded");
    }

    @Test
    void boards_show_only_what_there_is() {
        soundRejected("dashboards: {to_date: 28d}");
        soundRejected("dashboards: {assigned: 29d}");
        soundRejected("dashboards: {stock: all}");
    }

    @Test
    void windows_follow_the_basis() {
        Measure measure = sound("bases: [assigned, settled_28d, matured_28d, settled_0m, settled_1m, stock]");
        assertThat(windows(measure, Basis.ASSIGNED)).containsExactly("28d", "90d", "365d");
        assertThat(windows(measure, Basis.settled(28))).containsExactly("28d", "90d", "365d");
        assertThat(windows(measure, Basis.matured(28))).containsExactly("28d", "365d");
        assertThat(windows(measure, Basis.of("settled_1m"))).containsExactly("1m", "3m", "12m");
        assertThat(windows(measure, Basis.STOCK)).containsExactly("all");
    }

    @Test
    void windows_of_its_own_are_for_reading_and_leave_charts_and_stocks_alone() {
        Measure measure = sound("windows: [90d, 365d]", "bases: [assigned, settled_28d, matured_28d, stock]");
        assertThat(windows(measure, Basis.ASSIGNED)).containsExactly("90d", "365d");
        assertThat(windows(measure, Basis.settled(28))).containsExactly("90d", "365d");
        assertThat(windows(measure, Basis.matured(28))).containsExactly("28d", "365d");
        assertThat(windows(measure, Basis.STOCK)).containsExactly("all");
    }

    @Test
    void a_restricted_measure_is_on_no_board() {
        Measure measure = sound("dashboards: {assigned: 28d}", "place: restricted");
        assertThat(measure.isOnDashboards(Basis.ASSIGNED, Window.days(28))).isFalse();
    }

    @Test
    void a_measure_stays_what_it_was_whoever_goes_on_with_its_declaration() {
        Declared declared = new Declared("counted", Measure.Kind.COUNT);
        declared.title = "Counted";
        declared.denominator = none -> Fact.ACTIVE;
        declared.bases = List.of(Basis.RECORDED);
        declared.slices = List.of(SliceFamily.TOTAL);
        Measure measure = Measure.of(declared);
        declared.title = "Otherwise";
        assertThat(measure.title()).isEqualTo("Counted");
    }

    private static List<String> windows(Measure measure, Basis basis) {
        return measure.bases().get(basis).stream().map(Window::slug).toList();
    }

    private static void soundRejected(String... lines) {
        rejected(soundWith(lines));
    }

    private static void rejected(String... lines) {
        assertThatThrownBy(() -> OneMeasure.of("wrong", lines))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the measure wrong needs ");
    }

    private static Measure sound(String... lines) {
        return OneMeasure.of("sound", soundWith(lines));
    }

    private static String[] soundWith(String... lines) {
        return Stream.concat(Stream.of("kind: share", "numerator: outcome_16", "bases: assigned"), Stream.of(lines))
                .toArray(String[]::new);
    }
}
