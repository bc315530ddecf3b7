package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vaiwg.board.Days;
import vaiwg.board.figures.SeriesKey;

class NumberTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0.3675 | SHARE | 36.8%
                    0      | SHARE | 0.0%
                    1      | SHARE | 100.0%
                    1.633  | PER_100 | 1.6
                    1234.5 | PER_10_000 | 1,234.5
                    23.45 | PER_1_000 | 23.5
                    54     | DAYS | 54 days
                    1      | DAYS | 1 day
                    43.25  | DAYS | 43.3 days
                    6325   | COUNT | 6,325
                    8550.4 | COUNT | 8,550
                    4.25   | COUNT | 4.3
                    12     | HOURS | 12 hours
                    """)
    void a_value_has_its_unit(double value, Unit unit, String text) {
        assertThat(NumberText.value(value, unit)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    3.2   | SHARE | +3.2 pts
                    -0.1  | SHARE | −0.1 pts
                    0.04  | SHARE | 0.0 pts
                    -0.04 | SHARE | 0.0 pts
                    1.2   | PER_100 | +1.2
                    2829  | COUNT | +2,829
                    -27   | COUNT | −27
                    0     | COUNT | 0
                    NaN   | SHARE | –
                    """)
    void a_change_has_its_sign(double amount, Unit unit, String text) {
        assertThat(NumberText.change(new FigureChange(amount, unit))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0.25  | SHARE | 0.05  | 25
                    0.275 | SHARE | 0.025 | 27.5
                    8000  | COUNT | 500   | 8,000
                    -5    | DAYS  | 5     | −5
                    """)
    void a_tick_has_the_decimals_of_its_step(double value, Unit unit, double step, String text) {
        assertThat(NumberText.tick(value, unit, step)).isEqualTo(text);
    }

    @Test
    void a_figure_says_why_it_has_no_number() {
        assertThat(NumberText.value(figure(Figure.State.SUPPRESSED))).isEqualTo("suppressed");
        assertThat(NumberText.value(figure(Figure.State.BELOW_FIVE))).isEqualTo("suppressed");
        assertThat(NumberText.value(figure(Figure.State.NONE))).isEqualTo("no cases");
        assertThat(NumberText.value(figure(Figure.State.NOT_KEPT))).isEqualTo("not published");
        assertThat(NumberText.basis(figure(Figure.State.SUPPRESSED))).isEmpty();
    }

    @Test
    void what_a_figure_is_of_has_the_count_unless_that_is_the_value() {
        Figure share = counted(Figure.State.SHOWN, Unit.SHARE);
        assertThat(NumberText.basis(share)).isEqualTo("13 of 20");
        assertThat(NumberText.counts(share)).isEqualTo("13 of 20");
        Figure few = counted(Figure.State.COUNT_ONLY, Unit.SHARE);
        assertThat(NumberText.basis(few)).isEqualTo("of 20");
        assertThat(NumberText.counts(few)).isEqualTo("13 of 20");
        assertThat(NumberText.counts(counted(Figure.State.SHOWN, Unit.DAYS)))
                .as("a percentile's numerator is its value")
                .isEqualTo("of 20");
    }

    @Test
    void a_figure_of_too_few_cases_for_a_share_says_of_how_many_where_it_stands_alone() {
        assertThat(NumberText.alone(counted(Figure.State.COUNT_ONLY, Unit.SHARE)))
                .isEqualTo("13 of 20");
        assertThat(NumberText.alone(counted(Figure.State.COUNT_ONLY, Unit.PER_100)))
                .isEqualTo("13 for 20");
        assertThat(NumberText.alone(counted(Figure.State.SHOWN, Unit.SHARE))).isEqualTo("65.0%");
        assertThat(NumberText.alone(figure(Figure.State.SUPPRESSED))).isEqualTo("suppressed");
    }

    @Test
    void a_figure_in_a_sentence_has_its_value_and_then_what_it_is_of() {
        assertThat(NumberText.inWords(counted(Figure.State.SHOWN, Unit.SHARE), false))
                .isEqualTo("65.0% (13 of 20)");
        assertThat(NumberText.inWords(counted(Figure.State.SHOWN, Unit.SHARE), true))
                .isEqualTo("13 of 20");
        assertThat(NumberText.inWords(counted(Figure.State.COUNT_ONLY, Unit.SHARE), false))
                .isEqualTo("13 of 20");
        assertThat(NumberText.inWords(figure(Figure.State.TOO_FEW), false)).isEqualTo("too few");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0.44  | SHARE | +0.4 points
                    -0.04 | SHARE | no change
                    -3    | COUNT | −3
                    0     | DAYS  | no change
                    NaN   | COUNT | ''
                    """)
    void a_change_in_a_sentence_has_its_words(double amount, Unit unit, String text) {
        assertThat(NumberText.changeInWords(new FigureChange(amount, unit))).isEqualTo(text);
    }

    private static Figure counted(Figure.State state, Unit unit) {
        return figure(state, unit).with(13, 20, 0.65, state);
    }

    @Test
    void dates_are_english_in_any_country() {
        assertThat(Days.full(LocalDate.of(2026, 9, 4))).isEqualTo("4 September 2026");
        assertThat(Days.brief(LocalDate.of(2026, 9, 4))).isEqualTo("4 Sep");
        assertThat(Days.span(LocalDate.of(2025, 12, 24), LocalDate.of(2026, 1, 20)))
                .isEqualTo("24 Dec 2025 to 20 Jan 2026");
        assertThat(Days.tick(LocalDate.of(2026, 1, 1))).isEqualTo("Jan 2026");
        assertThat(Days.tick(LocalDate.of(2026, 4, 1))).isEqualTo("Apr");
    }

    private static Figure figure(Figure.State state) {
        return figure(state, Unit.SHARE);
    }

    private static Figure figure(Figure.State state, Unit unit) {
        return Figure.without(new SeriesKey("k", "recorded", "12m", ""), LocalDate.of(2026, 11, 26), unit, state);
    }
}
