package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.schemas.ControlTotal;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.CrimeStatus;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Progress;

/** What a source says that it had, beside what came: short, mended, too many; over a kill, and again from the log alone. */
@Timeout(300)
@ExtendWith(InstallationExtension.class)
class ControlTotalsIT {
    private static final Instant FIRST = Instant.parse("2024-03-01T00:00:00Z");
    private static final Instant SECOND = Instant.parse("2024-03-02T00:00:00Z");
    private static final Instant THIRD = Instant.parse("2024-03-03T00:00:00Z");
    private static final Instant FOURTH = Instant.parse("2024-03-04T00:00:00Z");

    private static final String TOTALS =
            "SELECT stream, counted_from AT TIME ZONE 'UTC', CASE status WHEN '' THEN 'all' ELSE status END,"
                    + " known_at AT TIME ZONE 'UTC', received, stated"
                    + " FROM kpi_control_total_row ORDER BY stream, counted_from, status, known_at";
    private static final String FEEDS =
            "SELECT stream, agrees, received FROM kpi_feed WHERE force = 'all' AND received IS NOT NULL ORDER BY stream";

    @Test
    void what_is_missing_is_told_until_it_has_come_and_a_rebuild_tells_the_same(Installation installation)
            throws Exception {
        EventLog log = installation.newLog();
        List<FeedRecord> day = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            day.add(new SmallCase("case-" + i).recorded(FIRST.plus(Duration.ofHours(8 + i))));
        }
        FeedRecord last = day.get(4);
        log.send(day.subList(0, 4));
        // A copy is no further record.
        log.send(day.subList(3, 4));
        CrimeRecording cancelled = CrimeRecording.newBuilder(
                        new SmallCase("case-0").crime(FIRST.plus(Duration.ofHours(8))))
                .setVersion(2)
                .setEventId("00000000-0000-4000-8000-000000000001")
                .setChangedAt(FIRST.plus(Duration.ofHours(20)))
                .setStatus(CrimeStatus.CANCELLED)
                .build();
        log.send(List.of(new SmallCase("case-0").delivered(cancelled, FIRST.plus(Duration.ofHours(20)))));
        complete(log, SECOND, total(FIRST, SECOND, 6), ofStatus(total(FIRST, SECOND, 1), "CANCELLED"));

        String checkpoint;
        RunSettings settings = RunSettings.of(SECOND, 2);
        JobRun first = installation.start(log, settings);
        try {
            first.awaitRow("the total is compared", "SELECT FROM kpi_control_total_row WHERE status = ''");
            first.awaitRow("that of cancelled crimes too", "SELECT FROM kpi_control_total_row WHERE status <> ''");
            first.awaitRow("and told beside how far its stream is complete", FEEDS);
            assertThat(first.query(FEEDS))
                    .containsExactly(
                            "crime-recording,f,Crime recording: 5 of 6 received for 1 March 2024; 1 is missing.");
            assertThat(first.metric("vaiwg_control_total_missing_records")).isEqualTo(1);
            checkpoint = first.stop();
        } finally {
            first.close();
        }

        // The missing one comes on the next afternoon; of that day its source counts one too few.
        Instant late = SECOND.plus(Duration.ofHours(15));
        log.send(List.of(new SmallCase("case-5").recorded(SECOND.plus(Duration.ofHours(9)))));
        progress(log, late, List.of());
        log.send(List.of(new FeedRecord(last.stream(), last.key(), late.toEpochMilli(), last.value())));
        log.send(List.of(new SmallCase("case-6").recorded(late.plus(Duration.ofHours(1)))));
        complete(log, THIRD, total(SECOND, THIRD, 1));

        try (JobRun second =
                installation.start(log, settings.into(first.database()).restoredFrom(checkpoint))) {
            second.awaitRow(
                    "the second day is compared",
                    "SELECT FROM kpi_control_total_row WHERE counted_from = '" + SECOND + "'");
            assertThat(second.query(FEEDS))
                    .containsExactly("crime-recording,f,\"Crime recording: 2 received, of which the source has 1, for"
                            + " 2 March 2024; 1 is too many.\"");
            assertThat(second.metric("vaiwg_control_total_surplus_records")).isEqualTo(1);
            // Its source counts again.
            complete(log, FOURTH, total(SECOND, THIRD, 2));
            second.awaitRow("the corrected total agrees", "SELECT FROM kpi_feed WHERE force = 'all' AND agrees");
            List<String> told = second.query(TOTALS);
            assertThat(told)
                    .containsExactly(
                            "crime-recording,2024-03-01 00:00:00,CANCELLED,2024-03-02 00:00:00,1,1",
                            "crime-recording,2024-03-01 00:00:00,all,2024-03-02 00:00:00,5,6",
                            "crime-recording,2024-03-01 00:00:00,all,2024-03-02 16:00:00,6,6",
                            "crime-recording,2024-03-02 00:00:00,all,2024-03-03 00:00:00,2,1",
                            "crime-recording,2024-03-02 00:00:00,all,2024-03-04 00:00:00,2,2");
            second.stop();

            try (JobRun rebuilt = installation.start(log, RunSettings.of(SECOND, 1))) {
                rebuilt.awaitRow("the corrected total agrees", "SELECT FROM kpi_feed WHERE force = 'all' AND agrees");
                assertThat(rebuilt.query(TOTALS)).isEqualTo(told);
                rebuilt.stop();
            }
        }
    }

    private static void complete(EventLog log, Instant through, ControlTotal... totals) {
        progress(log, through, List.of(totals));
    }

    /** In every partition of every stream; with totals of crimes. */
    private static void progress(EventLog log, Instant through, List<ControlTotal> ofCrimes) {
        log.send(Stream.of(EventStream.values())
                .map(stream -> new FeedRecord(
                        stream,
                        null,
                        through.toEpochMilli(),
                        Progress.newBuilder()
                                .setCompleteThrough(through)
                                .setTotals(stream == EventStream.CRIME_RECORDING ? ofCrimes : List.of())
                                .build()))
                .toList());
    }

    private static ControlTotal total(Instant from, Instant to, long records) {
        return ControlTotal.newBuilder()
                .setForce(SmallCase.FORCE)
                .setFrom(from)
                .setTo(to)
                .setRecords(records)
                .build();
    }

    private static ControlTotal ofStatus(ControlTotal total, String status) {
        return ControlTotal.newBuilder(total).setStatus(status).build();
    }
}
