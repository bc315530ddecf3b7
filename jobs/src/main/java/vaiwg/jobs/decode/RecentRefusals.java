package vaiwg.jobs.decode;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Which schema ids were refused within the last minute, and why. Not safe for several threads. */
final class RecentRefusals {
    /** How long a refusal holds. */
    static final Duration AGE = Duration.ofMinutes(1);

    /** Ids are four bytes of any record: however many are made up, so many are remembered. */
    private static final int MOST = 10_000;

    private record Remembered(Refusal refusal, long at) {}

    private final LongSupplier nanoTime;
    private final Map<Integer, Remembered> refusals = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Remembered> eldest) {
            return size() > MOST;
        }
    };

    RecentRefusals(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    void remember(int id, Refusal refusal) {
        refusals.put(id, new Remembered(refusal, nanoTime.getAsLong()));
    }

    /** @throws Refusal the same again, where the id was refused less than a minute ago */
    void rethrow(int id) throws Refusal {
        Remembered remembered = refusals.get(id);
        if (remembered == null) {
            return;
        }
        if (nanoTime.getAsLong() - remembered.at() < AGE.toNanos()) {
            throw remembered.refusal();
        }
        refusals.remove(id);
    }
}
