package vaiwg.board.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vaiwg.board.report.RevisionsPage;

class RevisionCauseTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1200 | 3000 | outcome changed: 1,200 more, 3,000 more in all",
                "-40 | -5 | outcome changed: 40 fewer, 5 fewer in all",
                "-40 | 0 | outcome changed: 40 fewer",
                "0 | 7 | outcome changed: 7 more in all",
                "0 | 0 | outcome changed"
            })
    void a_cause_says_how_many_more_or_fewer_are_counted_and_in_all(int numerator, int denominator, String text) {
        assertThat(PageWords.cause(new RevisionsPage.Cause("outcome changed", numerator, denominator)))
                .isEqualTo(text);
    }
}
