package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vaiwg.board.Digits;

class ReportWordsTest {
    @ParameterizedTest
    @CsvSource({"1, first", "3, third", "12, twelfth", "13, 13th", "21, 21st", "22, 22nd", "111, 111th", "20, 20th"})
    void ordinals(int number, String word) {
        assertThat(ReportWords.ordinal(number)).isEqualTo(word);
    }

    @Test
    void a_share_is_rounded_once_from_its_exact_fraction() {
        assertThat(Digits.percent(1, 800)).isEqualTo("0.1%");
        assertThat(Digits.percent(3, 800)).isEqualTo("0.4%");
        assertThat(Digits.percent(173, 371)).isEqualTo("46.6%");
    }

    @Test
    void a_minus_is_a_minus_and_nothing_is_minus_nothing() {
        assertThat(Digits.decimal(-1_234.56, 1)).isEqualTo("\u22121,234.6");
        assertThat(Digits.decimal(-0.04, 1)).isEqualTo("0.0");
        assertThat(Digits.count(-12_345)).isEqualTo("\u221212,345");
    }

    @Test
    void a_day_of_more_than_a_year_ago_names_its_year() {
        LocalDate asAt = LocalDate.of(2026, 11, 26);
        assertThat(ReportWords.range(LocalDate.of(2026, 7, 24), LocalDate.of(2026, 8, 20), asAt))
                .isEqualTo("24 Jul to 20 Aug");
        assertThat(ReportWords.shortDay(LocalDate.of(2025, 11, 26), asAt)).isEqualTo("26 Nov 2025");
        assertThat(ReportWords.shortDay(LocalDate.of(2026, 9, 1), asAt)).isEqualTo("1 Sep");
    }

    @Test
    void the_first_letter_of_an_abbreviation_and_of_a_name_stays() {
        assertThat(ReportWords.lower("CPS over 28 days since referral")).isEqualTo("CPS over 28 days since referral");
        assertThat(ReportWords.lower("Force Contact")).isEqualTo("Force Contact");
        assertThat(ReportWords.lower("Victim attrition")).isEqualTo("victim attrition");
    }

    @Test
    void one_is_one_and_none_are_many() {
        assertThat(Digits.counted(1, "person", "people")).isEqualTo("1 person");
        assertThat(Digits.counted(0, "person", "people")).isEqualTo("0 people");
        assertThat(Digits.counted(39_198, "person", "people")).isEqualTo("39,198 people");
    }

    @Test
    void changes_in_words() {
        assertThat(ValueText.change(new FigureChange(0.44, Unit.SHARE))).isEqualTo("+0.4 points");
        assertThat(ValueText.change(new FigureChange(-0.04, Unit.SHARE))).isEqualTo("no change");
        assertThat(ValueText.change(new FigureChange(-3, Unit.COUNT))).isEqualTo("\u22123");
        assertThat(ValueText.change(new FigureChange(Double.NaN, Unit.COUNT))).isEmpty();
    }
}
