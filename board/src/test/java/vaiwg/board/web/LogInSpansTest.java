package vaiwg.board.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How long a log-in lasts, by a clock that stands still unless it is moved. */
class LogInSpansTest {
    private static final LogInTerm TERM = new LogInTerm(Duration.ofMinutes(30), Duration.ofHours(2));

    private static final long BEGIN = 1_800_000_000L;

    private long now = BEGIN;
    private final LogInKeys keys = LogInKeys.ofProcess();
    private final LogInSpans spans = new LogInSpans(TERM, keys, () -> now);

    @Test
    void a_log_in_that_is_not_used_ends_and_another_begins() {
        String kept = kept(spans.next("lead", List.of()));
        pass(Duration.ofMinutes(29));
        kept = kept(spans.next("lead", List.of(kept)));
        pass(Duration.ofMinutes(29));
        kept = kept(spans.next("lead", List.of("a=b; " + kept + "; c=d")));
        pass(Duration.ofMinutes(30));
        assertThat(spans.next("lead", List.of(kept))).isEmpty();
        assertThat(spans.next("lead", List.of()))
                .as("with the cookie forgotten")
                .isPresent();
    }

    @Test
    void a_log_in_that_is_used_ends_too() {
        String kept = kept(spans.next("lead", List.of()));
        for (int minutes = 20; minutes < 120; minutes += 20) {
            pass(Duration.ofMinutes(20));
            kept = kept(spans.next("lead", List.of(kept)));
        }
        pass(Duration.ofMinutes(20));
        assertThat(spans.next("lead", List.of(kept))).isEmpty();
    }

    /** Nobody makes a log-in longer by what they write into the cookie; of another it is none. */
    @Test
    void what_this_installation_has_not_signed_for_this_name_begins_a_log_in() {
        String kept = kept(spans.next("lead", List.of()));
        pass(Duration.ofMinutes(40));
        assertThat(spans.next("lead", List.of(kept))).isEmpty();
        assertThat(spans.next("other", List.of(kept))).isPresent();
        assertThat(new LogInSpans(TERM, LogInKeys.ofProcess(), () -> now).next("lead", List.of(kept)))
                .isPresent();
        String forged = kept.replace("." + BEGIN + ".", "." + now + ".");
        assertThat(forged).isNotEqualTo(kept);
        assertThat(kept(spans.next("lead", List.of(forged))))
                .startsWith(LogInSpans.COOKIE + "=" + now + "." + now + ".");
    }

    @Test
    void a_log_in_goes_on_in_a_process_with_the_same_keys() {
        String kept = kept(spans.next("lead", List.of()));
        LogInSpans restarted = new LogInSpans(TERM, keys, () -> now);
        pass(Duration.ofMinutes(29));
        assertThat(kept(restarted.next("lead", List.of(kept)))).startsWith(LogInSpans.COOKIE + "=" + BEGIN + ".");
        pass(Duration.ofMinutes(1));
        assertThat(restarted.next("lead", List.of(kept))).isEmpty();
    }

    @Test
    void a_clock_that_is_set_back_makes_no_log_in_longer() {
        String kept = kept(spans.next("lead", List.of()));
        pass(Duration.ofSeconds(-60));
        assertThat(spans.next("lead", List.of(kept))).isPresent();
        pass(Duration.ofSeconds(-1));
        assertThat(spans.next("lead", List.of(kept))).isEmpty();
    }

    @Test
    void a_browser_keeps_it_for_this_server_alone_and_shows_it_to_no_script() {
        assertThat(spans.next("lead", List.of()).orElseThrow())
                .matches(
                        "__Host-log-in=1800000000\\.1800000000\\.[0-9a-f]{64}; Path=/; Secure; HttpOnly; SameSite=Lax");
        assertThat(spans.none()).isEqualTo("__Host-log-in=; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Lax");
    }

    @Test
    void what_ends_in_any_case_is_no_shorter_than_what_is_not_used() {
        assertThatThrownBy(() -> new LogInTerm(Duration.ofHours(3), Duration.ofHours(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--log-in-idle");
    }

    /** As a browser sends it back. */
    private static String kept(Optional<String> cookie) {
        String whole = cookie.orElseThrow();
        return whole.substring(0, whole.indexOf(';'));
    }

    private void pass(Duration time) {
        now += time.toSeconds();
    }
}
