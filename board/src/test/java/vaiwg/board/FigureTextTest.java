package vaiwg.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTextTest {
    @ParameterizedTest
    @CsvSource({"694, 1275, 54.4%", "1, 2000, 0.1%", "3, 2000, 0.2%", "1, 3, 33.3%", "30, 30, 100.0%", "0, 30, 0.0%"})
    void a_share_is_rounded_half_up_from_the_exact_fraction(int numerator, int denominator, String printed) {
        DictionaryEntry share = measure(DictionaryEntry.Kind.SHARE, 1, false);
        assertThat(FigureText.of(share, cell(numerator, denominator)).value()).isEqualTo(printed);
    }

    @Test
    @Tag("trap-18")
    void thirty_cases_are_enough_and_twenty_nine_are_not() {
        DictionaryEntry share = measure(DictionaryEntry.Kind.SHARE, 30, false);
        assertThat(FigureText.of(share, cell(15, 30)).shown()).isTrue();
        FigureText few = FigureText.of(share, cell(15, 29));
        assertThat(few.value()).isEqualTo("fewer than 30");
        assertThat(few.numbers() + few.interval()).isEmpty();
    }

    @Test
    void a_percentile_has_its_unit_and_its_number_of_cases() {
        FigureText figure = FigureText.of(measure(DictionaryEntry.Kind.PERCENTILE, 30, false), cell(1_200, 31));
        assertThat(figure.value()).isEqualTo("1,200 hours");
        assertThat(figure.numbers()).isEqualTo("31 cases");
        assertThat(figure.interval()).isEmpty();
        assertThat(FigureText.of(measure(DictionaryEntry.Kind.PERCENTILE, 30, false), cell(3, 29))
                        .shown())
                .isFalse();
    }

    @Test
    void a_cell_without_a_row_is_zero_of_zero() {
        assertThat(FigureText.of(measure(DictionaryEntry.Kind.COUNT, 0, false), Optional.empty())
                        .value())
                .isEqualTo("0");
        assertThat(FigureText.of(measure(DictionaryEntry.Kind.SHARE, 30, false), Optional.empty())
                        .value())
                .isEqualTo("no cases");
    }

    @Test
    void a_restricted_zero_is_suppressed_like_any_number_under_five() {
        assertThat(FigureText.of(measure(DictionaryEntry.Kind.COUNT, 0, true), Optional.empty())
                        .value())
                .isEqualTo("suppressed");
    }

    private static DictionaryEntry measure(DictionaryEntry.Kind kind, int minimumN, boolean restricted) {
        return new DictionaryEntry(
                "k", "recording", "t", "d", "none", "", kind, minimumN, restricted, "hours", Optional.empty());
    }

    private static Optional<Cell> cell(int numerator, int denominator) {
        return Optional.of(Cell.open(new Cell.Key("k", new View("b", "w"), ""), "h", numerator, denominator));
    }
}
