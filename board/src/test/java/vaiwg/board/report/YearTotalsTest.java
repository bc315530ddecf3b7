package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vaiwg.board.figures.SeriesKey;

class YearTotalsTest {
    private static final List<Figure> CASES = List.of(total("settled_90d", 115_958), total("settled_180d", 114_837));
    private static final List<Figure> PEOPLE = List.of(total("settled_7d", 115_926), total("settled_90d", 115_222));

    /** 115,222 stood on the victims' page beside 115,926, and nothing said that its year ends earlier. */
    @Test
    void each_total_of_cases_that_are_followed_says_for_how_long_and_whose_they_are() {
        assertThat(YearTotals.followed(CASES, PEOPLE))
                .isEqualTo("Where cases are followed, the year ends as much earlier: 115,958 for 90 days,"
                        + " 114,837 for 180 days; where the victim is a person 115,926 for 7 days,"
                        + " 115,222 for 90 days.");
        assertThat(YearTotals.followed(CASES, List.of())).endsWith(": 115,958 for 90 days, 114,837 for 180 days.");
        assertThat(YearTotals.followed(List.of(), PEOPLE))
                .contains("earlier: where the victim is a person 115,926 for 7 days");
    }

    @Test
    void a_total_that_is_not_followed_ends_no_earlier() {
        assertThat(YearTotals.followed(List.of(total("recorded", 116_273)), List.of()))
                .isEmpty();
    }

    private static Figure total(String basis, int of) {
        return SampleReport.share(new SeriesKey("k", basis, "365d", ""), 1_000, of);
    }
}
