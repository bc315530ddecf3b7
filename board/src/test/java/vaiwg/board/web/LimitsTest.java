package vaiwg.board.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** How many requests, and how many passwords, are taken from whom; by a clock that stands still unless it is moved. */
class LimitsTest {
    private static final String READER = "192.0.2.1";
    private static final String ATTACKER = "192.0.2.66";

    private long now = Long.MAX_VALUE - Duration.ofMinutes(1).toNanos();
    private final LogInLimits logIns = new LogInLimits(() -> now);

    @Test
    void a_quarter_of_a_minutes_requests_come_at_once_then_as_many_as_its_rate() {
        RequestLimits limits = new RequestLimits(120, () -> now);
        assertThat(answered(limits, ATTACKER, 1_000)).isEqualTo(30);
        assertThat(answered(limits, READER, 10)).as("of another address").isEqualTo(10);
        pass(Duration.ofSeconds(5));
        assertThat(answered(limits, ATTACKER, 1_000)).isEqualTo(10);
        pass(Duration.ofHours(1));
        assertThat(answered(limits, ATTACKER, 1_000))
                .as("no more than at first")
                .isEqualTo(30);
    }

    @Test
    void who_asked_too_often_is_told_when_to_come_again() {
        RequestLimits limits = new RequestLimits(4, () -> now);
        limits.require(READER);
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> limits.require(READER));
        assertThat(refusal.status()).isEqualTo(429);
        int seconds = Integer.parseInt(refusal.headers().get("Retry-After"));
        pass(Duration.ofSeconds(seconds));
        assertThat(answered(limits, READER, 2)).isEqualTo(1);
    }

    @Test
    void of_a_thousand_wrong_passwords_the_first_are_checked_and_each_further_one_waits_twice_as_long() {
        assertThat(checked("lead", ATTACKER, 1_000)).isEqualTo(LogInLimits.FREE_BY_NAME);
        for (long wait = 1; wait <= 256; wait *= 2) {
            assertThat(checked("lead", ATTACKER, 1_000))
                    .as("before %d seconds", wait)
                    .isZero();
            pass(Duration.ofSeconds(wait));
            assertThat(checked("lead", ATTACKER, 1_000))
                    .as("after %d seconds", wait)
                    .isEqualTo(1);
        }
        pass(Duration.ofSeconds(300));
        assertThat(checked("lead", ATTACKER, 1_000))
                .as("never longer than five minutes")
                .isEqualTo(1);
    }

    @Test
    void a_thousand_names_are_tried_no_more_than_an_address_may() {
        int checked = 0;
        for (int name = 0; name < 1_000; name++) {
            checked += checked("name " + name, ATTACKER, 1);
        }
        assertThat(checked).isEqualTo(LogInLimits.FREE_BY_ADDRESS);
    }

    @Test
    void who_has_the_name_elsewhere_is_not_kept_out() {
        checked("lead", ATTACKER, 1_000);
        logIns.begin("lead", READER);
        logIns.succeeded("lead", READER);
    }

    @Test
    void a_right_password_forgets_the_wrong_ones_of_its_name_and_not_those_of_the_address() {
        checked("lead", ATTACKER, LogInLimits.FREE_BY_NAME - 1);
        logIns.succeeded("lead", ATTACKER);
        assertThat(checked("lead", ATTACKER, 1_000)).isEqualTo(LogInLimits.FREE_BY_NAME);
        logIns.succeeded("lead", ATTACKER);
        int left = LogInLimits.FREE_BY_ADDRESS - 2 * LogInLimits.FREE_BY_NAME + 1;
        int checked = 0;
        for (int name = 0; name < 1_000; name++) {
            checked += checked("name " + name, ATTACKER, 1);
        }
        assertThat(checked).isEqualTo(left);
    }

    @Test
    void what_was_wrong_long_ago_is_forgotten() {
        checked("lead", ATTACKER, 1_000);
        pass(Duration.ofMinutes(16));
        assertThat(checked("lead", ATTACKER, 1_000)).isEqualTo(LogInLimits.FREE_BY_NAME);
    }

    @Test
    void an_address_has_some_passwords_checked_at_a_time() {
        for (int one = 0; one < LogInLimits.AT_ONCE_BY_ADDRESS; one++) {
            logIns.begin("name " + one, ATTACKER);
        }
        assertThat(catchThrowableOfType(Refusal.class, () -> logIns.begin("lead", ATTACKER))
                        .status())
                .isEqualTo(429);
        logIns.begin("lead", READER);
        logIns.end(ATTACKER);
        logIns.begin("lead", ATTACKER);
    }

    @Test
    void a_password_that_finds_the_threads_busy_takes_no_place_of_its_address() {
        for (int i = 0; i < 2 * LogInLimits.AT_ONCE_BY_ADDRESS; i++) {
            assertThatThrownBy(() -> logIns.run("a", READER, () -> {}, task -> {
                        throw new RejectedExecutionException();
                    }))
                    .isInstanceOf(RejectedExecutionException.class);
        }
        assertThat(logIns.run("a", READER, () -> {}, Runnable::run)).isCompleted();
    }

    @Test
    void what_passes_once_a_minute_passes_again_after_it_and_keeps_nothing_else_back() {
        RequestLimits refusals = new RequestLimits(1, () -> now);
        assertThat(refusals.take(ATTACKER)).isZero();
        assertThat(refusals.take(ATTACKER)).isPositive();
        assertThat(refusals.take(READER)).isZero();
        pass(Duration.ofMinutes(1));
        assertThat(refusals.take(ATTACKER)).isZero();
    }

    @Test
    void an_ipv6_address_is_its_network() {
        assertThat(Addresses.network("2001:db8:1:2:3:4:5:6")).isEqualTo(Addresses.network("2001:db8:1:2:ffff::1"));
        assertThat(Addresses.network("2001:db8:1:3::1")).isNotEqualTo(Addresses.network("2001:db8:1:2::1"));
        assertThat(Addresses.network("192.0.2.1")).isEqualTo("192.0.2.1");
    }

    /** How many wrong passwords were checked. */
    private int checked(String name, String address, int tries) {
        int checked = 0;
        for (int i = 0; i < tries; i++) {
            try {
                logIns.begin(name, address);
                logIns.failed(name, address);
                logIns.end(address);
                checked++;
            } catch (Refusal refusal) {
                assertThat(refusal.status()).isEqualTo(429);
            }
        }
        return checked;
    }

    private static int answered(RequestLimits limits, String address, int requests) {
        int answered = 0;
        for (int i = 0; i < requests; i++) {
            try {
                limits.require(address);
                answered++;
            } catch (Refusal refusal) {
                assertThat(refusal.status()).isEqualTo(429);
            }
        }
        return answered;
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
