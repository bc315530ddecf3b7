package vaiwg.jobs.reconcile;

import java.time.LocalDate;

/** A midnight of a force: what a snapshot is of. */
record Midnight(String force, int asAt) {
    LocalDate date() {
        return LocalDate.ofEpochDay(asAt);
    }
}
