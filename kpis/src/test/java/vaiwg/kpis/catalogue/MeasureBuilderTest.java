package vaiwg.kpis.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vaiwg.kpis.catalogue.MeasureBuilder.count;
import static vaiwg.kpis.catalogue.MeasureBuilder.rate;
import static vaiwg.kpis.catalogue.MeasureBuilder.share;
import static vaiwg.kpis.facts.Fact.ACTIVE;
import static vaiwg.kpis.facts.Fact.ORDER_APPLIED;
import static vaiwg.kpis.facts.Fact.OUTCOME_16;
import static vaiwg.kpis.facts.Fact.SURVEY_ANSWER;

import java.util.List;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.cases.CountedField;
import vaiwg.kpis.facts.Expression;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.schemas.EventStream;

class MeasureBuilderTest {
    private static final CountedField FREE_TEXT =
            CountedField.field(EventStream.VICTIM_CONTACT, "survey.freeTextGiven");
    private static final Fact FREE_TEXT_KNOWN = Fact.asked(FREE_TEXT.isThere());
    private static final Fact FREE_TEXT_GIVEN = Fact.asked(FREE_TEXT.isSet());
    private static final Fact EARLY_ADVICE_RECORDED =
            Fact.asked(CountedField.field(EventStream.OUTCOME, "earlyAdvice").isThere());
    private static final Fact ADVICE_RECORDED_WHILE_OPEN = Fact.asked(
            CountedField.field(EventStream.CRIME_RECORDING, "adviceWhileOpen").isThere());

    @Test
    void a_measure_needs_a_title_an_area_and_a_definition() {
        rejected(share("nameless")
                .denominator(ACTIVE)
                .numerator(OUTCOME_16)
                .bases(Basis.ASSIGNED)
                .by(SliceFamily.TOTAL));
    }

    @Test
    void a_measure_needs_a_whole_a_basis_and_slices() {
        rejected(named(count("without_a_whole")).bases(Basis.RECORDED).by(SliceFamily.TOTAL));
        rejected(named(count("without_a_basis")).denominator(ACTIVE).by(SliceFamily.TOTAL));
        rejected(named(count("without_slices")).denominator(ACTIVE).bases(Basis.RECORDED));
    }

    @Test
    void a_share_needs_a_part_and_a_count_has_none() {
        rejected(named(share("without_a_part"))
                .denominator(ACTIVE)
                .bases(Basis.RECORDED)
                .by(SliceFamily.TOTAL));
        rejected(named(count("with_a_part"))
                .denominator(ACTIVE)
                .numerator(OUTCOME_16)
                .bases(Basis.RECORDED)
                .by(SliceFamily.TOTAL));
    }

    @Test
    void a_rate_needs_another_stream() {
        MeasureBuilder rate = named(rate("of_one_stream"))
                .denominator(ACTIVE)
                .numerator(ORDER_APPLIED)
                .bases(Basis.RECORDED)
                .by(SliceFamily.TOTAL);
        rejected(rate);
        assertThat(rate.among(Measure.Subject.STEP).reference("1").build().slug())
                .isEqualTo("of_one_stream");
    }

    @Test
    void what_is_in_the_pack_has_a_figure_of_blocks_that_is_not_revised() {
        rejected(named(share("revised"))
                .denominator(ACTIVE)
                .numerator(OUTCOME_16)
                .bases(Basis.TO_DATE)
                .settled(90)
                .by(SliceFamily.TOTAL)
                .raisesAlerts());
        rejected(sound().windows(90, 365).raisesAlerts());
        rejected(sound().raisesAlerts().restricted());
        Measure frozen = sound().settled(90)
                .matured(90, 28)
                .raisesAlerts()
                .reference("1")
                .build();
        assertThat(frozen.chartedByDay()).as("the shortest horizon").contains(Basis.matured(28));
        assertThat(sound().reference("1").build().chartedByDay()).contains(Basis.ASSIGNED);
    }

    @Test
    void a_measure_has_one_place_in_the_report_a_name_that_fits_a_row_and_a_view_that_there_is() {
        rejected(sound().headline(1).annex());
        rejected(sound().title("A title of more than thirty-four characters"));
        rejected(sound().headline(1, "A name of more than thirty-four characters"));
        rejected(sound().readBy(Basis.settled(90), Window.days(365)));
        rejected(sound().readBy(Basis.ASSIGNED, Window.days(30)));
        rejected(named(count("counted"))
                .denominator(ACTIVE)
                .bases(Basis.RECORDED)
                .by(SliceFamily.TOTAL)
                .shownAsCount());

        assertThat(sound().reference("1").build().placement()).isEqualTo(new Placement(Place.AREA, 0, "", ""));
        assertThat(sound().annex().reference("1").build().placement().place()).isEqualTo(Place.ANNEX);
        assertThat(sound().shortTitle("Short")
                        .headline(3)
                        .reference("1")
                        .build()
                        .placement())
                .isEqualTo(new Placement(Place.HEADLINE, 3, "Short", ""));
        assertThat(sound().headline(3, "Its name", "sex=female")
                        .restricted()
                        .reference("1")
                        .build()
                        .placement())
                .isEqualTo(new Placement(Place.RESTRICTED_ANNEX, 3, "Its name", "sex=female"));
        assertThat(sound().readBy(Basis.ASSIGNED, Window.days(28))
                        .settled(90)
                        .reference("1")
                        .build()
                        .readByDay())
                .contains(new View(Basis.ASSIGNED, Window.days(28)));
        assertThat(sound().settled(90, 28).reference("1").build().readByDay())
                .as("the shortest horizon")
                .contains(new View(Basis.settled(28), Window.days(365)));
    }

    /** Else a record without the field would be a "no", and days before the field a figure of 0. */
    @Test
    void a_measure_over_a_new_field_is_of_records_that_have_it_and_says_from_when_it_is_known() {
        rejected(overANewField(SURVEY_ANSWER));
        rejected(overANewField(SURVEY_ANSWER.or(FREE_TEXT_KNOWN)));
        rejected(overANewField(Expression.not(FREE_TEXT_KNOWN)));

        Measure measure = overANewField(SURVEY_ANSWER.and(ACTIVE.and(FREE_TEXT_KNOWN)))
                .reference("1.2")
                .build();
        assertThat(measure.newFields())
                .containsExactly(CountedField.field(EventStream.VICTIM_CONTACT, "survey.freeTextGiven"));
        assertThat(sound().reference("1").build().newFields()).isEmpty();
        assertThat(new DictionaryText(new Catalogue(List.of(measure), CodeMaps.shipped())).dictionary())
                .contains(
                        "- Known from: the first record of victim-contact with `survey.freeTextGiven` (version 2 of its schema); "
                                + "a record without it is not counted, and before there is no figure\n");
    }

    @Test
    void a_measure_that_older_records_can_tell_too_says_that_they_are_counted() {
        Measure measure = named(share("new"))
                .denominator(ACTIVE)
                .numerator(EARLY_ADVICE_RECORDED.or(ADVICE_RECORDED_WHILE_OPEN))
                .knownOtherwiseBy(ADVICE_RECORDED_WHILE_OPEN)
                .settled(180)
                .by(SliceFamily.TOTAL)
                .reference("1")
                .build();
        assertThat(new DictionaryText(new Catalogue(List.of(measure), CodeMaps.shipped())).dictionary())
                .contains(
                        "with `adviceWhileOpen` (version 4 of its schema); a record without it is counted too, by what else it says\n");
    }

    private static MeasureBuilder overANewField(Expression denominator) {
        return named(share("new"))
                .denominator(denominator)
                .numerator(FREE_TEXT_GIVEN)
                .among(Measure.Subject.STEP)
                .bases(Basis.RECORDED)
                .by(SliceFamily.TOTAL);
    }

    @Test
    void only_a_stock_ages() {
        rejected(named(share("aged"))
                .denominator(ACTIVE)
                .countingOlderThan(none -> 90)
                .bases(Basis.RECORDED)
                .by(SliceFamily.TOTAL));
    }

    @Test
    void boards_show_only_what_there_is() {
        rejected(sound().onDashboards(Basis.TO_DATE, List.of(Window.days(28))));
        rejected(sound().onDashboards(Basis.ASSIGNED, List.of(Window.days(29))));
        rejected(sound().onDashboards(Basis.STOCK, List.of(Window.STANDING)));
    }

    @Test
    void windows_follow_the_basis() {
        Measure measure = sound().settled(28)
                .matured(28)
                .bases(Basis.settledMonths(0), Basis.settledMonths(1))
                .bases(Basis.STOCK)
                .reference("2.3.6")
                .build();
        assertThat(windows(measure, Basis.ASSIGNED)).containsExactly("28d", "90d", "365d");
        assertThat(windows(measure, Basis.settled(28))).containsExactly("28d", "90d", "365d");
        assertThat(windows(measure, Basis.matured(28))).containsExactly("28d", "365d");
        assertThat(windows(measure, Basis.settledMonths(1))).containsExactly("1m", "3m", "12m");
        assertThat(windows(measure, Basis.STOCK)).containsExactly("all");
    }

    @Test
    void windows_of_its_own_are_for_reading_and_leave_charts_and_stocks_alone() {
        Measure measure = sound().windows(90, 365)
                .settled(28)
                .matured(28)
                .bases(Basis.STOCK)
                .reference("2.3.6")
                .build();
        assertThat(windows(measure, Basis.ASSIGNED)).containsExactly("90d", "365d");
        assertThat(windows(measure, Basis.settled(28))).containsExactly("90d", "365d");
        assertThat(windows(measure, Basis.matured(28))).containsExactly("28d", "365d");
        assertThat(windows(measure, Basis.STOCK)).containsExactly("all");
    }

    @Test
    void a_restricted_measure_is_on_no_board() {
        Measure measure = sound().onDashboards(Basis.ASSIGNED, List.of(Window.days(28)))
                .restricted()
                .reference("2.1.3")
                .build();
        assertThat(measure.isOnDashboards(Basis.ASSIGNED, Window.days(28))).isFalse();
    }

    private static List<String> windows(Measure measure, Basis basis) {
        return measure.bases().get(basis).stream().map(Window::slug).toList();
    }

    private static void rejected(MeasureBuilder builder) {
        assertThatThrownBy(() -> builder.reference("1").build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the measure " + builder.slug + " needs ");
    }

    private static MeasureBuilder sound() {
        return named(share("sound"))
                .denominator(ACTIVE)
                .numerator(OUTCOME_16)
                .bases(Basis.ASSIGNED)
                .by(SliceFamily.TOTAL);
    }

    private static MeasureBuilder named(MeasureBuilder builder) {
        return builder.title("A title").in(Priority.CRIMINAL_JUSTICE).definition("What it is.");
    }
}
