package vaiwg.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private static final long SECOND = 1_000_000_000L;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final AtomicLong clock = new AtomicLong();

    @Test
    void a_terminal_sees_one_line_with_bar_rate_and_time_left() {
        ProgressLine line = new ProgressLine(out, "Loading", "records", 1_000_000, true, clock::get);
        clock.set(2 * SECOND);
        line.update(500_000);
        line.finish(1_000_123);

        assertThat(printed().split("\r"))
                .containsExactly(
                        "",
                        "Loading [############------------] 50 %  250,000/s  about 2 s left\u001b[K",
                        "Loading: 1,000,123 records in 2.0 s, 500,062/s\u001b[K\n");
    }

    @Test
    void a_terminal_is_painted_at_most_ten_times_a_second() {
        ProgressLine line = new ProgressLine(out, "Loading", "records", 1_000_000, true, clock::get);
        for (int step = 1; step <= 1_000; step++) {
            clock.set(step * SECOND / 1_000);
            line.update(step * 500L);
        }

        assertThat(printed().chars().filter(character -> character == '\r').count())
                .isEqualTo(10);
    }

    @Test
    void a_file_gets_a_plain_line_for_every_tenth() {
        ProgressLine line = new ProgressLine(out, "Loading", "records", 200, false, clock::get);
        for (int done = 1; done <= 230; done++) {
            clock.set(done * SECOND / 10);
            line.update(done);
        }
        line.finish(230);

        assertThat(printed().lines())
                .hasSize(10)
                .startsWith("Loading: 10 %, 20 records, 10/s", "Loading: 20 %, 40 records, 10/s")
                .endsWith("Loading: 90 %, 180 records, 10/s", "Loading: 230 records in 23.0 s, 10/s");
        assertThat(printed()).doesNotContain("\r").doesNotContain("\u001b");
    }

    @Test
    void more_than_was_expected_is_never_shown_as_done() {
        ProgressLine line = new ProgressLine(out, "Loading", "records", 100, true, clock::get);
        clock.set(5 * SECOND);
        line.update(500);

        assertThat(printed()).contains("99 %");
    }

    @Test
    void an_expectation_of_nothing_is_rejected() {
        assertThatThrownBy(() -> new ProgressLine(out, "Loading", "records", 0, false, clock::get))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
