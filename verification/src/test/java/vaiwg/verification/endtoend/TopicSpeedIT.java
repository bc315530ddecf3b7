package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static vaiwg.kpis.time.LondonDays.startOf;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.demo.synthetic.SyntheticForce;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Progress;

/**
 * Snapshots depend on the log alone, not on which of its topics comes first. The job reads while the topics are filled: one stream
 * at a time, so that for the others the fetcher finds nothing at all.
 */
@Timeout(300)
@ExtendWith(InstallationExtension.class)
class TopicSpeedIT {
    private static final LocalDate FIRST = LocalDate.of(2024, 9, 20);
    private static final PartOf HISTORY =
            new PartOf(SyntheticForce.westMidlands(13, FIRST, LocalDate.of(2024, 12, 5)), 10);
    /** Shorter than what alignment lets a partition run ahead: else the stream in front would be held, not the one behind. */
    private static final int STEP_DAYS = 30;

    /** What a run gives that reads one of the logs when it is complete; all of them hold the same records at the same places. */
    private static Figures even;

    @ParameterizedTest
    @EnumSource(
            value = EventStream.class,
            names = {"CRIME_RECORDING", "OUTCOME"})
    void a_stream_that_is_a_month_ahead_of_the_others_changes_no_figure(EventStream ahead, Installation installation)
            throws Exception {
        List<EventStream> order = new ArrayList<>(List.of(EventStream.values()));
        order.remove(ahead);
        order.add(0, ahead);
        List<FeedRecord> records = HISTORY.records();
        EventLog log = installation.newLog();
        // The first day in its order: before a partition has told its clock, no other may run ahead of it.
        Instant step = startOf(FIRST.plusDays(1));
        log.send(between(Instant.MIN, step, records, next -> true));

        Figures uneven;
        try (JobRun run = installation.start(log, RunSettings.of(HISTORY.end(), 2))) {
            while (step.isBefore(HISTORY.end())) {
                Instant next = step.plus(Duration.ofDays(STEP_DAYS));
                for (EventStream stream : order) {
                    List<FeedRecord> part = between(step, next, records, record -> record.stream() == stream);
                    log.send(part);
                    run.awaitFeed(stream, completeness(part));
                }
                step = next;
            }
            run.awaitSnapshot(HISTORY.end());
            run.stop();
            uneven = run.figures();
        }
        if (even == null) {
            even = installation.replay(log, RunSettings.of(HISTORY.end(), 1));
        }
        assertThat(even.values()).hasSizeGreaterThan(10_000);
        assertThat(uneven.differencesFrom(even)).isEmpty();
    }

    private static List<FeedRecord> between(
            Instant from, Instant to, List<FeedRecord> records, Predicate<FeedRecord> wanted) {
        return records.stream()
                .filter(next -> !Instant.ofEpochMilli(next.timestamp()).isBefore(from)
                        && Instant.ofEpochMilli(next.timestamp()).isBefore(to))
                .filter(wanted)
                .toList();
    }

    /** Through when every partition is complete by the last progress record of a stretch. */
    private static Instant completeness(List<FeedRecord> records) {
        return records.stream()
                .filter(next -> next.value() instanceof Progress)
                .map(next -> ((Progress) next.value()).getCompleteThrough())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
