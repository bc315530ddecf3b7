package vaiwg.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void probes_are_seen_in_the_order_in_which_they_were_sent() {
        Latencies latencies = new Latencies();
        latencies.sent(1_000);
        latencies.sent(1_200);
        latencies.sent(1_400);
        latencies.seen(0, 1_450);
        latencies.seen(2, 1_500);
        latencies.seen(2, 1_600);
        assertThat(latencies.from(0)).containsExactly(300, 500);
        latencies.seen(3, 2_000);
        assertThat(latencies.from(2)).containsExactly(600);
        assertThat(latencies.count()).isEqualTo(3);
    }

    @Test
    void percentiles_are_values_that_were_measured() {
        long[] hundred = LongStream.rangeClosed(1, 100).toArray();
        assertThat(Latencies.percentile(hundred, 50)).isEqualTo(50);
        assertThat(Latencies.percentile(hundred, 99)).isEqualTo(99);
        assertThat(Latencies.percentile(new long[] {7}, 99)).isEqualTo(7);
        assertThat(Latencies.percentile(new long[0], 99)).isZero();
    }
}
