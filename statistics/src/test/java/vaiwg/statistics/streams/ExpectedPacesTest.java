package vaiwg.statistics.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vaiwg.kpis.reference.SiteFile;
import vaiwg.kpis.reference.Sites;
import vaiwg.schemas.EventStream;

class ExpectedPacesTest {
    private static final String HEAD = "stream,events_a_week,from\n";

    @Test
    void the_newest_row_up_to_a_midnight_counts() {
        ExpectedPaces paces = of(HEAD + "stalking,0,2026-02-01\nstalking,7.5,2026-01-01\n");
        int first = PlayedStream.day("2026-01-01");
        assertThat(paces.of("kent", EventStream.STALKING, first - 1)).isEmpty();
        assertThat(paces.of("kent", EventStream.STALKING, first + 30)
                        .orElseThrow()
                        .events())
                .isEqualTo(7.5);
        assertThat(paces.of("kent", EventStream.STALKING, first + 31)
                        .orElseThrow()
                        .events())
                .isZero();
        assertThat(paces.of("surrey", EventStream.STALKING, first + 31)).isEmpty();
        assertThat(paces.of("kent", EventStream.OUTCOME, first + 31)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stalkings,5,2026-01-01 | names no stream",
                "note,5,2026-01-01 | names no stream",
                "stalking,-5,2026-01-01 | has no number from 0",
                "stalking,5,soon | has no date",
            })
    void a_row_that_cannot_be_read_is_rejected_with_the_reason(String row, String reason) {
        assertThatIllegalStateException()
                .isThrownBy(() -> of(HEAD + row + "\n"))
                .withMessageContaining(reason);
    }

    @Test
    void a_file_does_not_say_two_things_from_one_day_on() {
        assertThatIllegalStateException()
                .isThrownBy(() -> of(HEAD + "stalking,5,2026-01-01\nstalking,6,2026-01-01\n"))
                .withMessageContaining("says again");
        assertThatIllegalStateException()
                .isThrownBy(() -> of("stream\nstalking\n"))
                .withMessageContaining("has not the columns");
    }

    private static ExpectedPaces of(String text) {
        return ExpectedPaces.of(Sites.shipped().with("kent", SiteFile.EXPECTED, text));
    }
}
