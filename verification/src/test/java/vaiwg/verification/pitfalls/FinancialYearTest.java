package vaiwg.verification.pitfalls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vaiwg.verification.pitfalls.SmallForce.Value;

/** Which crimes are in the financial year to the last month that is over. */
class FinancialYearTest {
    private final SmallForce force = new SmallForce();

    @BeforeEach
    void recordCrimesAboutTheTurnOfYears() {
        for (String day :
                new String[] {"2023-03-31", "2023-04-01", "2024-02-29", "2024-03-31", "2024-04-01", "2024-04-30"}) {
            force.tell(SmallForce.crime(day, LocalDate.parse(day)).build());
        }
        force.tell(SmallForce.outcome("2024-03-31", "16", LocalDate.of(2024, 4, 20))
                .build());
    }

    @Test
    void at_the_beginning_of_april_it_is_the_year_to_31_march() {
        force.goTo(LocalDate.of(2024, 4, 1));
        assertThat(recorded()).isEqualTo(3);
        assertThat(force.total("recorded_offences", "recorded", "365d").numerator())
                .as("a leap year has a day more than 365")
                .isEqualTo(2);
    }

    @Test
    void it_ends_with_the_last_month_that_is_over_and_is_told_when_one_is() {
        force.goTo(LocalDate.of(2024, 4, 30));
        assertThat(recorded()).isZero();
        force.goTo(LocalDate.of(2024, 5, 1));
        assertThat(recorded()).isEqualTo(2);
    }

    /** Ninety days before 1 July is 2 April: the crimes of the year to 31 March have had their time, those of April not. */
    @Test
    void what_is_followed_for_ninety_days_is_of_the_months_that_were_over_by_then() {
        force.goTo(LocalDate.of(2024, 6, 1));
        assertThat(force.total("victim_attrition", "settled_90d", "fytd")).isEqualTo(new Value(0, 2));
        force.goTo(LocalDate.of(2024, 7, 1));
        assertThat(force.total("victim_attrition", "settled_90d", "fytd")).isEqualTo(new Value(1, 3));
    }

    private int recorded() {
        return force.total("recorded_offences", "recorded", "fytd").numerator();
    }
}
