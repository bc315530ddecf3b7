package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportWordsTest {
    @ParameterizedTest
    @CsvSource({"1, first", "3, third", "12, twelfth", "13, 13th", "21, 21st", "22, 22nd", "111, 111th", "20, 20th"})
    void ordinals(int number, String word) {
        assertThat(ReportWords.ordinal(number)).isEqualTo(word);
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
}
