package vaiwg.cli.doctor;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import vaiwg.jobs.store.Database;
import vaiwg.kpis.time.LondonDays;

/** Whether the last midnight of each force has been published. */
public final class SnapshotsCheck implements Check {
    /** As the alert on stale snapshots: 24 hours old when the next is due, 25 where the clocks go back. */
    private static final Duration OLDEST = Duration.ofHours(30);

    private static final String NEWEST =
            "SELECT force, max(as_at) FROM kpi_snapshot WHERE complete GROUP BY force ORDER BY force";

    private final Supplier<Database> database;
    private final Clock clock;

    public SnapshotsCheck(Supplier<Database> database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Newest(String force, LocalDate asAt) {}

    @Override
    public String name() {
        return "snapshots";
    }

    @Override
    public Set<String> needs() {
        return Set.of(TablesCheck.NAME);
    }

    @Override
    public void look(Findings found) {
        List<Newest> forces = DatabaseRows.ask(
                database.get(), NEWEST, row -> new Newest(row.getString(1), row.getObject(2, LocalDate.class)));
        if (forces.isEmpty()) {
            found.todo("No midnight has been published: see who holds back the watermark.");
        }
        for (Newest newest : forces) {
            Duration age = Duration.between(LondonDays.startOf(newest.asAt()), clock.instant());
            if (age.compareTo(OLDEST) > 0) {
                found.todo("The newest midnight of " + newest.force() + " is that of " + newest.asAt() + ", "
                        + Spans.words(age) + " ago: docs/runbook.md, VaiwgSnapshotStale, says what to look at.");
            } else {
                found.ok("The newest midnight of " + newest.force() + " is that of " + newest.asAt() + ".");
            }
        }
    }
}
