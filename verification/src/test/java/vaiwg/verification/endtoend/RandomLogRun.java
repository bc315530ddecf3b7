package vaiwg.verification.endtoend;

import static vaiwg.kpis.time.LondonDays.startOf;

import java.time.LocalDate;
import vaiwg.schemas.EventStream;
import vaiwg.verification.oracle.Log;

/** How the job reads the log of random histories, of which an oracle then knows every figure. */
final class RandomLogRun {
    /** The last midnight of every history. */
    static final LocalDate END = LocalDate.of(2023, 4, 20);

    /** From when on rows are kept each day; before it at the first of each month. */
    static final LocalDate DAILY_FROM = END.minusDays(2);

    private RandomLogRun() {}

    static RunSettings settings() {
        return RunSettings.of(startOf(END), 2).withRows(DAILY_FROM, false);
    }

    /** @param published how many forces are not dormant at the end */
    static void awaitEnd(JobRun run, int published) throws Exception {
        run.awaitRow(
                "every force that is not dormant has its last snapshot",
                "SELECT FROM kpi_snapshot WHERE as_at = '" + END + "' GROUP BY as_at HAVING count(*) = " + published);
        for (EventStream stream : EventStream.values()) {
            run.awaitFeed(stream, startOf(END).plus(Log.A_LITTLE_MORE));
        }
    }
}
