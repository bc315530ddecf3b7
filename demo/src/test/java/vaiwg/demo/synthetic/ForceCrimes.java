package vaiwg.demo.synthetic;

import java.time.LocalDate;
import java.util.function.Consumer;

/** The crimes of a synthetic force, each with all that becomes of it. */
final class ForceCrimes {
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);

    private ForceCrimes() {}

    /** Of so many days of 2025. */
    static void ofDays(int days, Consumer<SimulatedCase> sink) {
        of(SyntheticForce.westMidlands(7, FIRST_DAY, FIRST_DAY.plusDays(days)), sink);
    }

    static void of(SyntheticForce force, Consumer<SimulatedCase> sink) {
        for (int day = 0; day < force.calendar().days(); day++) {
            force.casesOf(day, simulated -> {
                if (simulated.file() != null) {
                    sink.accept(simulated);
                }
            });
        }
    }
}
