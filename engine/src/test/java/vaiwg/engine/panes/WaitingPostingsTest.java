package vaiwg.engine.panes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vaiwg.engine.signatures.Posting;
import vaiwg.kpis.Seed;

class WaitingPostingsTest {
    private static final int DAY = 20_000;
    /** A few more than one piece holds, of five longs each. */
    private static final int MORE_THAN_A_PIECE = WaitingPostings.PIECE_BYTES / (5 * Long.BYTES) + 10;

    @Test
    void aCheckpointWritesOnlyPiecesThatChanged() {
        WaitingPostings waiting = new WaitingPostings();
        for (int i = 0; i < 3 * MORE_THAN_A_PIECE; i++) {
            waiting.add(DAY, posting(i));
        }
        waiting.add(DAY + 1, posting(1));
        assertThat(waiting.takeChanged()).hasSize(5);
        assertThat(waiting.takeChanged()).isEmpty();

        waiting.add(DAY, posting(2));
        waiting.add(DAY + 2, posting(3));
        Map<Long, byte[]> changed = waiting.takeChanged();
        assertThat(changed).hasSize(2);
        assertThat(changed.values()).allMatch(bytes -> bytes.length <= WaitingPostings.PIECE_BYTES + 64);
    }

    @Test
    void aPieceThatIsThereNoLongerIsNamedOnce() {
        WaitingPostings waiting = new WaitingPostings();
        for (int i = 0; i < 2 * MORE_THAN_A_PIECE; i++) {
            waiting.add(DAY, posting(i));
        }
        int pieces = waiting.takeChanged().size();
        waiting.takeFirst(posting -> {});
        assertThat(waiting.takeChanged())
                .hasSize(pieces)
                .allSatisfy((key, bytes) -> assertThat(bytes).isEmpty());
        assertThat(waiting.takeChanged()).isEmpty();
    }

    @Test
    void storedAtAnyTimeWhatWaitsComesBackAndGoesOn() {
        Random random = Seed.random("waiting postings");
        WaitingPostings waiting = new WaitingPostings();
        Map<Long, byte[]> state = new HashMap<>();
        Map<Integer, Integer> expected = new TreeMap<>();
        for (int round = 0; round < 60; round++) {
            int day = DAY + random.nextInt(3);
            int number = random.nextInt(MORE_THAN_A_PIECE);
            for (int i = 0; i < number; i++) {
                waiting.add(day, posting(i));
                expected.merge(i, 1, Integer::sum);
            }
            int from = random.nextInt(MORE_THAN_A_PIECE);
            waiting.take(
                    DAY + random.nextInt(3),
                    posting -> posting.quantity >= from,
                    posting -> less(expected, (int) posting.quantity));
            if (random.nextInt(10) == 0) {
                waiting.takeFirst(posting -> less(expected, (int) posting.quantity));
            }
            waiting.takeChanged().forEach((key, bytes) -> {
                if (bytes.length == 0) {
                    state.remove(key);
                } else {
                    state.put(key, bytes);
                }
            });
            if (random.nextInt(3) == 0) {
                waiting = new WaitingPostings();
                waiting.restore(state.entrySet());
            }
            assertThat(numbers(waiting)).as("round %d", round).isEqualTo(expected);
            assertThat(waiting.bytes()).isEqualTo(encodedBytes(state));
        }
    }

    private static Map<Integer, Integer> numbers(WaitingPostings waiting) {
        Map<Integer, Integer> numbers = new TreeMap<>();
        waiting.forEach(posting -> numbers.merge((int) posting.quantity, 1, Integer::sum));
        return numbers;
    }

    private static long encodedBytes(Map<Long, byte[]> state) {
        return state.values().stream().mapToLong(bytes -> bytes.length).sum();
    }

    private static void less(Map<Integer, Integer> expected, int number) {
        expected.compute(number, (any, times) -> times == 1 ? null : times - 1);
    }

    private static Posting posting(int quantity) {
        Posting posting = new Posting();
        posting.quantity = quantity;
        posting.part = new long[0];
        posting.whole = new long[0];
        return posting;
    }
}
