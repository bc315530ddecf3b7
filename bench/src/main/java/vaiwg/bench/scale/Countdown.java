package vaiwg.bench.scale;

import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Says from time to time how much of something is done, and how long the rest will take. */
final class Countdown {
    private static final long EVERY = TimeUnit.SECONDS.toNanos(15);

    private final Trial trial;
    private final String what;
    private final double all;
    private final long begin = System.nanoTime();
    private long printed = begin;

    Countdown(Trial trial, String what, double all) {
        this.trial = trial;
        this.what = what;
        this.all = all;
    }

    /** @param done how much, of the same unit as all */
    void at(double done) {
        long now = System.nanoTime();
        if (now - printed >= EVERY) {
            printed = now;
            double left = (now - begin) * (all - done) / done;
            trial.say(String.format(
                    Locale.ROOT,
                    "%s: %.0f %%, about %d s left",
                    what,
                    100 * done / all,
                    TimeUnit.NANOSECONDS.toSeconds((long) left)));
        }
    }
}
