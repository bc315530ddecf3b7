package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static vaiwg.kpis.time.LondonDays.startOf;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import vaiwg.demo.synthetic.SyntheticForce;
import vaiwg.schemas.EventStream;

/** A topic from which nothing comes for months fills no memory with what the others bring. */
@Timeout(900)
@ExtendWith(InstallationExtension.class)
class HeldBackTopicIT {
    private static final LocalDate FIRST = LocalDate.of(2024, 10, 1);
    private static final int AHEAD_DAYS_OF_HISTORY = 150;
    /** Sixty days by alignment, and what is read before a partition is told to wait. */
    private static final int AHEAD_DAYS = 100;
    /**
     * A force of the size of the West Midlands posted 63 KB a day here under 28 measures, 171 KB under 122, since people post their own days
     * and what waits is kept as whole numbers, and 256 KB under 237, of which each crime has an entry of any offence (measured).
     */
    private static final double MOST_WAITING_BYTES = AHEAD_DAYS * 320e3;

    @Test
    void while_a_topic_is_held_back_the_others_run_ahead_no_further_than_two_months(Installation installation)
            throws Exception {
        LocalDate end = FIRST.plusDays(AHEAD_DAYS_OF_HISTORY);
        SyntheticForce force = SyntheticForce.westMidlands(15, FIRST, end);
        EventLog log = installation.newLog();
        long told = startOf(FIRST.plusDays(1)).toEpochMilli();
        log.send(new PartOf(force, 1)
                .records().stream()
                        .filter(next -> next.stream() != EventStream.OUTCOME || next.timestamp() < told)
                        .toList());
        try (JobRun run = installation.start(log, RunSettings.of(startOf(end), 2))) {
            run.awaitFeed(EventStream.CRIME_RECORDING, startOf(FIRST.plusDays(50)));
            run.standstill("SELECT complete_through FROM kpi_feed_row WHERE stream = 'crime-recording'");

            assertThat(run.query("SELECT complete_through < '" + startOf(FIRST.plusDays(AHEAD_DAYS))
                            + "' FROM kpi_feed_row WHERE stream = 'crime-recording'"))
                    .as("the crimes are held within %d days of the outcomes", AHEAD_DAYS)
                    .containsExactly("t");
            assertThat(run.metric("vaiwg_waiting_bytes")).isBetween(1e5, MOST_WAITING_BYTES);
        }
    }
}
