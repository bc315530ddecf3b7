package vaiwg.engine.panes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vaiwg.engine.contributions.DeltaEntry;
import vaiwg.engine.contributions.PackedEntries;
import vaiwg.kpis.Seed;
import vaiwg.kpis.fields.FieldWriter;
import vaiwg.kpis.time.LondonDays;

class WaitingDeltasTest {
    private static final int DAY = 20_000;
    /** A few more than one piece holds, of 19 bytes or a few more each. */
    private static final int MORE_THAN_A_PIECE = WaitingDeltas.PIECE_BYTES / 19 + 10;

    @Test
    void a_checkpoint_writes_only_pieces_that_changed() {
        WaitingDeltas waiting = new WaitingDeltas();
        for (int i = 0; i < 3 * MORE_THAN_A_PIECE; i++) {
            waiting.add(entry(DAY, i));
        }
        waiting.add(entry(DAY + 1, 1));
        assertThat(waiting.takeChanged()).hasSize(5);
        assertThat(waiting.takeChanged()).isEmpty();

        waiting.add(entry(DAY, 2));
        waiting.add(entry(DAY + 2, 3));
        Map<Long, byte[]> changed = waiting.takeChanged();
        assertThat(changed).hasSize(2);
        assertThat(changed.values()).allMatch(bytes -> bytes.length <= WaitingDeltas.PIECE_BYTES + 64);
    }

    @Test
    void a_piece_that_is_there_no_longer_is_named_once() {
        WaitingDeltas waiting = new WaitingDeltas();
        for (int i = 0; i < 2 * MORE_THAN_A_PIECE; i++) {
            waiting.add(entry(DAY, i));
        }
        int pieces = waiting.takeChanged().size();
        waiting.takeFirst(entry -> {});
        assertThat(waiting.takeChanged())
                .hasSize(pieces)
                .allSatisfy((key, bytes) -> assertThat(bytes).isEmpty());
        assertThat(waiting.takeChanged()).isEmpty();
    }

    @Test
    void stored_at_any_time_what_waits_comes_back_and_goes_on() {
        Random random = Seed.random("waiting postings");
        WaitingDeltas waiting = new WaitingDeltas();
        Map<Long, byte[]> state = new HashMap<>();
        Map<Integer, Integer> expected = new TreeMap<>();
        for (int round = 0; round < 60; round++) {
            int day = DAY + random.nextInt(3);
            int number = random.nextInt(MORE_THAN_A_PIECE);
            for (int i = 0; i < number; i++) {
                waiting.add(entry(day, i));
                expected.merge(i, 1, Integer::sum);
            }
            int from = random.nextInt(MORE_THAN_A_PIECE);
            waiting.take(
                    DAY + random.nextInt(3),
                    entry -> entry.quantity >= from,
                    entry -> less(expected, (int) entry.quantity));
            if (random.nextInt(10) == 0) {
                waiting.takeFirst(entry -> less(expected, (int) entry.quantity));
            }
            waiting.takeChanged().forEach((key, bytes) -> {
                if (bytes.length == 0) {
                    state.remove(key);
                } else {
                    state.put(key, bytes);
                }
            });
            if (random.nextInt(3) == 0) {
                waiting = new WaitingDeltas();
                waiting.restore(state.entrySet());
            }
            assertThat(numbers(waiting)).as("round %d", round).isEqualTo(expected);
            assertThat(waiting.bytes()).isEqualTo(encodedBytes(state));
        }
    }

    private static Map<Integer, Integer> numbers(WaitingDeltas waiting) {
        Map<Integer, Integer> numbers = new TreeMap<>();
        waiting.forEach(entry -> numbers.merge((int) entry.quantity, 1, Integer::sum));
        return numbers;
    }

    private static long encodedBytes(Map<Long, byte[]> state) {
        return state.values().stream().mapToLong(bytes -> bytes.length).sum();
    }

    private static void less(Map<Integer, Integer> expected, int number) {
        expected.compute(number, (any, times) -> times == 1 ? null : times - 1);
    }

    private static PackedEntries entry(int day, int quantity) {
        DeltaEntry entry = new DeltaEntry();
        entry.enters = LondonDays.startOf(day);
        entry.quantity = quantity;
        entry.numerator = new long[0];
        entry.denominator = new long[0];
        return PackedEntries.of(List.of(entry), new FieldWriter())[0];
    }
}
