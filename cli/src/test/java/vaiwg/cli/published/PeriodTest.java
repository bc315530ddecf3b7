package vaiwg.cli.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Which year a table is of that has no column for it. */
class PeriodTest {
    @Test
    void a_title_names_the_last_month_of_a_year() {
        assertThat(Period.ofTitle("Table P1: Police recorded crime by offence group, year ending June 2025"))
                .contains(Period.Part.whole(year(2024, 7)));
        assertThat(Period.ofTitle("Notes of June 2025")).isEmpty();
    }

    @Test
    void a_files_name_names_a_year_or_a_month_of_a_financial_one() {
        assertThat(Period.ofFileName("pfatables-yearending-march-2026.csv")).contains(Period.Part.whole(year(2025, 4)));
        assertThat(Period.ofFileName("Principal_Offence_Category_March_2018.csv"))
                .contains(new Period.Part(year(2017, 4), "2018-03", 12));
        assertThat(Period.ofFileName("principal_offence_category_apr-2018.csv"))
                .contains(new Period.Part(year(2018, 4), "2018-04", 12));
        assertThat(Period.ofFileName("table.csv")).isEmpty();
    }

    private static Period year(int from, int month) {
        LocalDate first = LocalDate.of(from, month, 1);
        return new Period(first, first.plusYears(1));
    }
}
