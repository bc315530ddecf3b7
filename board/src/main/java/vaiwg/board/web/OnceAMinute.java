package vaiwg.board.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Lets each of many things happen once a minute; the thing that was let pass longest ago is forgotten where there are too many. */
final class OnceAMinute {
    private static final long MINUTE_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final int REMEMBERED = 10_000;

    private final LongSupplier nanos;
    private final Map<String, Long> passed = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param nanos a clock of no date, such as {@link System#nanoTime} */
    OnceAMinute(LongSupplier nanos) {
        this.nanos = nanos;
    }

    synchronized boolean passes(String what) {
        long now = nanos.getAsLong();
        Long before = passed.get(what);
        if (before != null && now - before < MINUTE_NANOS) {
            return false;
        }
        passed.remove(what);
        passed.put(what, now);
        return true;
    }
}
