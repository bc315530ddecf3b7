package vaiwg.demo.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DrawTest {
    private static final int N = 40_000;

    @Test
    void a_path_gives_the_same_stream_and_a_neighbouring_path_another() {
        assertThat(Draw.at(1, 2, 3).uuid()).isEqualTo(Draw.at(1, 2, 3).uuid());
        assertThat(Draw.at(1, 2, 3).uuid()).isNotEqualTo(Draw.at(1, 2, 4).uuid());
        assertThat(Draw.hash(1, 2)).isNotEqualTo(Draw.hash(2, 1)).isNotEqualTo(Draw.hash(1, 2, 0));
    }

    @Test
    void delays_have_their_mean_and_median() {
        Draw draw = Draw.at(9);
        double sum = 0;
        int withinThree = 0;
        double[] delays = new double[N];
        for (int i = 0; i < N; i++) {
            sum += draw.exponential(3);
            delays[i] = draw.logNormal(30, Figures.of("sigma"));
            withinThree += delays[i] < 90 ? 1 : 0;
        }
        Arrays.sort(delays);
        assertThat(sum / N).isCloseTo(3, within(0.06));
        assertThat(delays[N / 2]).isCloseTo(30, within(1.0));
        assertThat((double) withinThree / N).isCloseTo(0.84, within(0.01));
    }

    @Test
    void poisson_has_its_mean_and_variance() {
        Draw draw = Draw.at(10);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < N; i++) {
            int count = draw.poisson(12);
            sum += count;
            squares += (double) count * count;
        }
        double mean = sum / N;
        assertThat(mean).isCloseTo(12, within(0.1));
        assertThat(squares / N - mean * mean).isCloseTo(12, within(0.5));
    }

    @Test
    void event_ids_are_random_uuids() {
        UUID id = UUID.fromString(Draw.at(11).uuid());
        assertThat(id.version()).isEqualTo(4);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void choices_are_drawn_by_their_shares() {
        Choice choice = new Choice(shares(0.2, 0.5));
        Draw draw = Draw.at(12);
        int[] counts = new int[3];
        for (int i = 0; i < N; i++) {
            counts[choice.draw(draw).charAt(0) - 'a']++;
        }
        assertThat((double) counts[0] / N).isCloseTo(0.2, within(0.01));
        assertThat((double) counts[1] / N).isCloseTo(0.5, within(0.01));
        assertThat((double) counts[2] / N).isCloseTo(0.3, within(0.01));
    }

    @Test
    void shares_that_leave_nothing_for_the_rest_are_rejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Choice(shares(0.6, 0.6)))
                .withMessageContaining("must be greater than zero");
    }

    private static Map<String, Object> shares(double a, double b) {
        Map<String, Object> shares = new LinkedHashMap<>();
        shares.put("a", a);
        shares.put("b", b);
        shares.put("c", "rest");
        return shares;
    }
}
