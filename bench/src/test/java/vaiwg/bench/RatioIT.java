package vaiwg.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.bench.measure.EventLog;
import vaiwg.bench.measure.Laps;
import vaiwg.bench.measure.LogServer;

/**
 * The whole catalogue allocates a bounded multiple of what the least Flink job does. Bytes are compared and not time, which another program on the
 * machine changes: what makes an event cost more mostly makes it allocate more.
 */
class RatioIT {
    private static final int DAYS = 60;
    private static final long SEED = 7;
    /** A bound of order: what makes an event allocate half as much again is found, and what a library allocates at its start is not. */
    private static final double MOST = 8;

    @TempDir
    private Path folder;

    @Test
    void the_whole_catalogue_allocates_a_bounded_multiple_of_the_least_job() throws Exception {
        try (LogServer server = LogServer.start(folder.resolve("kafka"), EventLog.FIRST_DAY, DAYS, SEED)) {
            long events = server.log().records(EventLog.ALL);
            long least = allocated(Entry.LEAST_JOB, server.log());
            long whole = allocated(Entry.JOB_ALL, server.log());
            System.out.printf(
                    "allocation: %,d records, %,d bytes each in the least job, %,d in the whole catalogue%n",
                    events, least / events, whole / events);
            assertThat(least).as("bytes that the least job allocates").isGreaterThan(events);
            assertThat((double) whole / least)
                    .as("bytes allocated with the whole catalogue over those of the least job")
                    .isBetween(1.0, MOST);
        }
    }

    private long allocated(Entry entry, EventLog log) throws Exception {
        Allocation allocation = new Allocation(folder.resolve(entry.id() + ".jfr"));
        entry.contestant()
                .run(log, Files.createTempDirectory(folder, entry.id()), new Laps(false, measured -> {}, allocation));
        return allocation.bytes();
    }
}
