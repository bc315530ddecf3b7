package vaiwg.jobs.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xerial.snappy.Snappy;
import vaiwg.jobs.prometheus.Delivery.Transport.Answer;

/** Time passes only where the delivery waits, or as the transport says. */
class DeliveryTest {
    private static final String TOO_OLD = "too_old";
    private static final String ANOTHER_VALUE = "another_value";

    private final ManualTicker ticker = new ManualTicker();
    private final List<String> accepted = new ArrayList<>();
    private int requests;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 49, 98, 99})
    void of_a_request_with_bad_samples_all_others_are_taken_once(int place) throws Exception {
        List<Sample> samples = samples(98);
        samples.add(Math.min(place, 98), sample(TOO_OLD));
        samples.add((place + 50) % 100, sample(ANOTHER_VALUE));

        Delivery.Outcome outcome = new Delivery(this::asPrometheusDoes, ticker).deliver(samples);

        assertThat(outcome.taken).isEqualTo(98);
        assertThat(outcome.rejected).isEqualTo(1);
        assertThat(outcome.alreadyThere).isEqualTo(1);
        assertThat(outcome.leftOut).isZero();
        assertThat(accepted).hasSize(98).doesNotHaveDuplicates();
        assertThat(requests).as("of about twice the logarithm, for each").isLessThan(40);
    }

    /** As of a history that begins before Prometheus's window, beside a live force. */
    @Test
    void of_samples_that_are_too_old_one_is_found_and_the_others_are_not_sent() throws Exception {
        Delivery delivery = new Delivery(
                body -> {
                    requests++;
                    return text(body).contains("metric_0") ? Answer.TOO_OLD : Answer.ACCEPTED;
                },
                ticker);
        List<Sample> samples = samples(10_000);
        samples.add(new Sample(new TreeMap<>(Map.of("__name__", "young")), 1, 2_000));

        Delivery.Outcome outcome = delivery.deliver(samples);

        assertThat(outcome.rejected).isEqualTo(10_000);
        assertThat(outcome.taken).isEqualTo(1);
        assertThat(requests).isLessThan(20);
    }

    @Test
    void a_request_of_bad_samples_alone_is_given_up_in_bounded_time() throws Exception {
        Delivery delivery = new Delivery(
                body -> {
                    ticker.turnBy(Duration.ofMillis(20));
                    return Answer.BAD_SAMPLE;
                },
                ticker);
        long begin = ticker.nanos();

        Delivery.Outcome outcome = delivery.deliver(samples(10_000));

        assertThat(ticker.since(begin)).isLessThan(Delivery.PATIENCE.plusSeconds(1));
        assertThat(outcome.rejected).isPositive();
        assertThat(outcome.rejected + outcome.leftOut).isEqualTo(10_000);
    }

    @Test
    void after_a_failure_all_is_left_out_for_a_minute_and_then_it_is_tried_again() throws Exception {
        Delivery delivery = new Delivery(this::stalled, ticker);
        long begin = ticker.nanos();
        assertThat(delivery.deliver(samples(5)).leftOut).isEqualTo(5);
        assertThat(ticker.since(begin)).as("one time-out").isEqualTo(Duration.ofSeconds(10));
        assertThat(requests).isEqualTo(1);

        for (int i = 0; i < 59; i++) {
            assertThat(delivery.deliver(samples(5)).leftOut).isEqualTo(5);
            ticker.turnBy(Duration.ofSeconds(1));
        }
        assertThat(requests).isEqualTo(1);
        ticker.turnBy(Duration.ofSeconds(1));
        assertThat(delivery.deliver(samples(5)).leftOut).isEqualTo(5);
        assertThat(requests).isEqualTo(2);
    }

    @Test
    void what_is_busy_for_a_moment_is_asked_again_and_nothing_is_left_out() throws Exception {
        Delivery delivery = new Delivery(body -> requests++ < 3 ? Answer.RETRY : Answer.ACCEPTED, ticker);
        assertThat(delivery.deliver(samples(5)).taken).isEqualTo(5);
        assertThat(delivery.deliver(samples(5)).taken).isEqualTo(5);
    }

    @Test
    void what_is_not_allowed_is_not_tried_again_and_the_next_request_is_sent() throws Exception {
        Delivery delivery = new Delivery(body -> requests++ == 0 ? Answer.REJECTED : Answer.ACCEPTED, ticker);
        assertThat(delivery.deliver(samples(5)).rejected).isEqualTo(5);
        assertThat(delivery.deliver(samples(5)).taken).isEqualTo(5);
    }

    /** Takes all of a request or nothing, and tells the first reason. */
    private Answer asPrometheusDoes(byte[] body) {
        requests++;
        String text = text(body);
        int tooOld = text.indexOf(TOO_OLD);
        int another = text.indexOf(ANOTHER_VALUE);
        if (tooOld >= 0 && (another < 0 || tooOld < another)) {
            return Answer.BAD_SAMPLE;
        }
        if (another >= 0) {
            return Answer.DUPLICATE;
        }
        IntStream.range(0, 98)
                .mapToObj(DeliveryTest::name)
                .filter(text::contains)
                .forEach(accepted::add);
        return Answer.ACCEPTED;
    }

    private Answer stalled(byte[] body) {
        requests++;
        ticker.turnBy(Duration.ofSeconds(10));
        return Answer.RETRY;
    }

    private static String text(byte[] body) {
        try {
            return new String(Snappy.uncompress(body), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Sample> samples(int count) {
        return new ArrayList<>(
                IntStream.range(0, count).mapToObj(i -> sample(name(i))).toList());
    }

    private static String name(int i) {
        return "metric_%05d".formatted(i);
    }

    private static Sample sample(String name) {
        return new Sample(new TreeMap<>(Map.of("__name__", name)), 1, 1_000);
    }
}
