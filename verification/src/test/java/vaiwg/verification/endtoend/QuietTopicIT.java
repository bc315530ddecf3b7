package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static vaiwg.kpis.time.LondonDays.startOf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.demo.Await;
import vaiwg.demo.synthetic.SyntheticForce;
import vaiwg.kpis.time.PartitionClock;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Progress;

/** A topic or partition from which nothing comes holds the snapshots back, and changes none of them. */
@Timeout(900)
@ExtendWith(InstallationExtension.class)
class QuietTopicIT {
    private static final LocalDate FIRST = LocalDate.of(2024, 10, 1);
    private static final LocalDate END = LocalDate.of(2024, 11, 3);
    private static final PartOf HISTORY = new PartOf(SyntheticForce.westMidlands(14, FIRST, END), 10);
    /** Played once: nine in ten records are made to be left out. */
    private static final List<FeedRecord> RECORDS = HISTORY.records();

    private static final Instant SILENT_FROM = startOf(LocalDate.of(2024, 10, 20));
    private static final Instant SILENT_TO = startOf(LocalDate.of(2024, 10, 27));
    private static final EventStream SILENT_STREAM = EventStream.CRIME_RECORDING;
    private static final int SILENT_PARTITION = 0;

    private static final String NEWEST_SNAPSHOT = "SELECT max(as_at) FROM kpi_snapshot";

    @Test
    void a_partition_that_is_silent_for_a_week_changes_no_figure(Installation installation) throws Exception {
        // Nothing happens there in that week, and nothing is late there: so only the progress records differ.
        List<FeedRecord> records = RECORDS.stream()
                .filter(next -> !isOfSilentPartition(next) || !isInSilentWeek(next) && !isLate(next))
                .toList();
        EventLog even = installation.newLog();
        even.send(records);
        EventLog silent = installation.newLog();
        List<FeedRecord> week =
                records.stream().filter(QuietTopicIT::isInSilentWeek).toList();
        silent.send(records.stream()
                .filter(next -> next.timestamp() < SILENT_FROM.toEpochMilli())
                .toList());

        Figures held;
        try (JobRun run = installation.start(silent, RunSettings.of(HISTORY.end(), 2))) {
            silent.send(
                    week.stream().filter(next -> next.stream() != SILENT_STREAM).toList());
            silent.sendTo(
                    1 - SILENT_PARTITION,
                    week.stream().filter(next -> next.stream() == SILENT_STREAM).toList());
            run.awaitFeed(EventStream.OUTCOME, SILENT_TO.minus(Duration.ofDays(1)));
            assertThat(run.standstill(NEWEST_SNAPSHOT))
                    .as("the newest day of which the silent partition has told")
                    .containsExactly("2024-10-19");
            silent.send(records.stream()
                    .filter(next -> next.timestamp() >= SILENT_TO.toEpochMilli())
                    .toList());
            run.awaitSnapshot(HISTORY.end());
            run.stop();
            held = run.figures();
        }
        Figures expected = installation.replay(even, RunSettings.of(HISTORY.end(), 1));
        // The place of a late event is its offset, and offsets differ by the progress records.
        assertThat(held.withoutLate().differencesFrom(expected.withoutLate())).isEmpty();
    }

    @Test
    void a_topic_that_is_empty_but_for_its_last_progress_record_changes_no_figure(Installation installation)
            throws Exception {
        List<FeedRecord> records = RECORDS.stream()
                .filter(next -> next.stream() != EventStream.STALKING || next.value() instanceof Progress)
                .toList();
        EventLog even = installation.newLog();
        even.send(records);
        EventLog empty = installation.newLog();
        empty.send(records.stream()
                .filter(next -> next.stream() != EventStream.STALKING)
                .toList());

        Figures held;
        try (JobRun run = installation.start(empty, RunSettings.of(HISTORY.end(), 2))) {
            Await.until("events are admitted", () -> run.metric("vaiwg_events_accepted_total") > 0);
            assertThat(run.standstill(NEWEST_SNAPSHOT))
                    .as("a snapshot without a word from the empty topic")
                    .containsExactly("");
            empty.send(List.of(records.stream()
                    .filter(next -> next.stream() == EventStream.STALKING)
                    .reduce((earlier, later) -> later)
                    .orElseThrow()));
            run.awaitSnapshot(HISTORY.end());
            run.stop();
            held = run.figures();
        }
        assertThat(held.differencesFrom(installation.replay(even, RunSettings.of(HISTORY.end(), 1))))
                .isEmpty();
    }

    private static boolean isInSilentWeek(FeedRecord next) {
        return next.timestamp() >= SILENT_FROM.toEpochMilli() && next.timestamp() < SILENT_TO.toEpochMilli();
    }

    /** Whether it goes to the silent partition alone: to the one that Kafka chooses by the key's hash. */
    private static boolean isOfSilentPartition(FeedRecord next) {
        if (next.stream() != SILENT_STREAM || next.key() == null) {
            return false;
        }
        int hash = Utils.toPositive(Utils.murmur2(next.key().getBytes(StandardCharsets.UTF_8)));
        return hash % Installation.PARTITIONS == SILENT_PARTITION;
    }

    private static boolean isLate(FeedRecord crime) {
        long changedAt = ((CrimeRecording) crime.value()).getChangedAt().toEpochMilli();
        return crime.timestamp() - changedAt > PartitionClock.DISORDER;
    }
}
