package vaiwg.jobs.decode;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Which schema ids were rejected within the last minute, and why. Not safe for several threads. */
final class RecentRejections {
    /** How long a rejection holds. */
    static final Duration AGE = Duration.ofMinutes(1);

    /** Ids are four bytes of any record: however many are made up, so many are remembered. */
    private static final int MOST = 10_000;

    private record Remembered(Rejection rejection, long at) {}

    private final LongSupplier nanoTime;
    private final Map<Integer, Remembered> rejections = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Remembered> eldest) {
            return size() > MOST;
        }
    };

    RecentRejections(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    void remember(int id, Rejection rejection) {
        rejections.put(id, new Remembered(rejection, nanoTime.getAsLong()));
    }

    /** @throws Rejection the same again, where the id was rejected less than a minute ago */
    void rethrow(int id) throws Rejection {
        Remembered remembered = rejections.get(id);
        if (remembered == null) {
            return;
        }
        if (nanoTime.getAsLong() - remembered.at() < AGE.toNanos()) {
            throw remembered.rejection();
        }
        rejections.remove(id);
    }
}
