package vaiwg.verification;

import java.time.LocalDate;
import vaiwg.kpis.time.LondonDays;

/** The day on which the histories of tests end: docs/decisions/0120-kinds-of-tests.md. */
public final class Today {
    /** The same in each run; {@code ./check --soak} takes the real one, and a day that found something is given again by {@code -Dvaiwg.today}. */
    public static final LocalDate FIXED = LocalDate.parse(System.getProperty("vaiwg.today", "2026-11-24"));

    private Today() {}

    /** The real one, for tests of a program that reads the machine's clock itself; what they assert holds on every day. */
    public static LocalDate byTheClock() {
        return LocalDate.now(LondonDays.ZONE);
    }
}
