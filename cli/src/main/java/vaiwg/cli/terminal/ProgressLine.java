package vaiwg.cli.terminal;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;
import vaiwg.kpis.text.Digits;

/**
 * Shows how far a long task is: one line painted again and again on a terminal, or a plain line for every tenth elsewhere.
 *
 * <p>The expected number may be rough: only {@link #finish} says that all is done.
 */
public final class ProgressLine {
    private static final int BAR = 24;
    private static final long REPAINT_NANOS = 100_000_000L;
    private static final double NANOS = 1e9;
    private static final long SETTLED_NANOS = 1_000_000_000L;

    /** What a shorter line must wipe of the longer one under it. */
    private static final String CLEAR_REST = "\u001b[K";

    private final PrintStream out;
    private final String label;
    private final String unit;
    private final long expected;
    private final boolean terminal;
    private final LongSupplier nanoClock;
    private final long start;
    private long before;
    private long lastPaint;
    private long tenths;

    ProgressLine(PrintStream out, String label, String unit, long expected, boolean terminal, LongSupplier nanoClock) {
        if (expected <= 0) {
            throw new IllegalArgumentException("a progress line needs a positive expectation, not " + expected);
        }
        this.out = out;
        this.label = label;
        this.unit = unit;
        this.expected = expected;
        this.terminal = terminal;
        this.nanoClock = nanoClock;
        this.start = nanoClock.getAsLong();
        this.lastPaint = start - REPAINT_NANOS;
    }

    /**
     * A line on standard output; painted only where a person looks: not in a pipe, and not in a build (environment variable CI).
     *
     * @param label what is done, two or three words
     * @param unit what is counted, in the plural
     * @param expected about how many there will be, above zero
     */
    public static ProgressLine onStandardOutput(String label, String unit, long expected) {
        boolean terminal = System.console() != null && System.getenv("CI") == null;
        return new ProgressLine(System.out, label, unit, expected, terminal, System::nanoTime);
    }

    /** Says that so many were done before this task began: they count as done, but not for its pace. */
    public ProgressLine startingAt(long done) {
        before = done;
        return this;
    }

    /** Says that so many are done; cheap enough for every thousand. */
    public void update(long done) {
        long now = nanoClock.getAsLong();
        if (terminal) {
            if (now - lastPaint >= REPAINT_NANOS) {
                lastPaint = now;
                out.print("\r" + painted(done, now));
                out.flush();
            }
            return;
        }
        long reached = Math.min(9, done * 10 / expected);
        if (reached > tenths) {
            tenths = reached;
            out.println(label + ": " + reached * 10 + " %, " + Digits.count(done) + " " + unit + rate(", ", done, now));
        }
    }

    /** Says that the task is done, with the number there were in the end. */
    public void finish(long done) {
        long now = nanoClock.getAsLong();
        String line = String.format(
                Locale.UK,
                "%s: %s %s in %.1f s%s",
                label,
                Digits.count(done),
                unit,
                (now - start) / NANOS,
                rate(", ", done, now));
        out.println(terminal ? "\r" + line + CLEAR_REST : line);
    }

    private String painted(long done, long now) {
        double share = Math.min(0.99, (double) done / expected);
        int filled = (int) (share * BAR);
        return String.format(
                Locale.UK,
                "%s [%s%s] %2d %%%s%s%s",
                label,
                "#".repeat(filled),
                "-".repeat(BAR - filled),
                (int) (share * 100),
                rate("  ", done, now),
                left(share, now),
                CLEAR_REST);
    }

    private String left(double share, long now) {
        double gained = share - (double) before / expected;
        if (gained < 0.01 || now - start < SETTLED_NANOS) {
            return "";
        }
        long seconds = Math.round((now - start) / NANOS * (1 - share) / gained);
        if (seconds == 0) {
            return "  nearly done";
        }
        return seconds < 60 ? "  about " + seconds + " s left" : "  about " + (seconds + 30) / 60 + " min left";
    }

    /** Nothing in the first second: what is done in a few milliseconds tells no pace. */
    private String rate(String separator, long done, long now) {
        if (now - start < SETTLED_NANOS) {
            return "";
        }
        return separator + Digits.count(Math.round((done - before) / ((now - start) / NANOS))) + "/s";
    }
}
