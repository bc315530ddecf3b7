package vaiwg.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vaiwg.cli.doctor.Findings.Line;
import vaiwg.cli.doctor.Findings.State;
import vaiwg.schemas.EventStream;

class WatermarkReadingTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final Instant LATELY = NOW.minus(Duration.ofMinutes(10));
    private static final Instant THIS_MORNING = NOW.minus(Duration.ofHours(9));

    private final Map<EventStream, WatermarkReading.Feed> feeds = new EnumMap<>(EventStream.class);
    private final Map<EventStream, List<Optional<Instant>>> newest = new EnumMap<>(EventStream.class);

    private final Set<EventStream> read = EnumSet.noneOf(EventStream.class);

    /** All streams have come and are counted. */
    @BeforeEach
    void live() {
        for (EventStream stream : EventStream.values()) {
            feeds.put(stream, new WatermarkReading.Feed(LATELY, NOW));
            newest.put(stream, Arrays.asList(Optional.of(NOW), Optional.of(NOW)));
        }
    }

    @Test
    void a_job_that_is_up_to_date_is_well() {
        assertThat(only())
                .isEqualTo(new Line(
                        "watermark",
                        State.OK,
                        "No stream is behind: those of which a time is told are read through 2026-11-26T11:50:00Z, 10"
                                + " minutes ago."));
    }

    @Test
    void of_conduct_no_time_is_told_where_it_is_the_last_of_all_and_not_behind() {
        feeds.put(EventStream.CONDUCT, new WatermarkReading.Feed(LATELY.minusSeconds(60), NOW));

        assertThat(only().says()).contains("2026-11-26T11:50:00Z").doesNotContain("11:49");
    }

    @Test
    void a_job_that_waits_is_told_with_the_stream_and_the_partition_that_is_silent() {
        behind(EventStream.OUTCOME);
        newest.put(EventStream.OUTCOME, List.of(Optional.of(NOW), Optional.of(THIS_MORNING)));

        assertThat(only())
                .isEqualTo(new Line(
                        "watermark",
                        State.DO,
                        "The job waits for the stream outcome: partition 1 of 2 had no record since 2026-11-26T03:00:00Z;"
                                + " start its producer, or the heartbeat. No midnight is published before."));
    }

    @Test
    void a_stream_that_never_came_holds_back_all() {
        feeds.remove(EventStream.STALKING);
        newest.put(EventStream.STALKING, List.of(Optional.empty(), Optional.empty()));

        assertThat(only().says())
                .startsWith("The job waits for the stream stalking: partitions 0, 1 of 2 never had a record; ");
    }

    @Test
    void of_conduct_no_time_is_told() {
        behind(EventStream.CONDUCT);
        newest.put(EventStream.CONDUCT, List.of(Optional.of(THIS_MORNING), Optional.of(THIS_MORNING)));

        assertThat(only().says())
                .startsWith("The job waits for the stream conduct: partitions 0, 1 of 2 had no new record; ")
                .doesNotContain("2026");
    }

    @Test
    void a_job_that_reads_what_has_piled_up_needs_only_time() {
        behind(EventStream.OUTCOME);

        assertThat(only().state()).isEqualTo(State.OK);
        assertThat(only().says()).contains("reads what has piled up, and is behind in outcome");
    }

    @Test
    void where_all_is_read_somebody_has_to_say_that_it_is_complete() {
        behind(EventStream.OUTCOME);
        behind(EventStream.CONDUCT);
        read.add(EventStream.OUTCOME);

        assertThat(only().says()).contains("reads what has piled up");

        read.add(EventStream.CONDUCT);

        assertThat(only())
                .isEqualTo(new Line(
                        "watermark",
                        State.DO,
                        "All that has come is read, and nobody has said since 2026-11-26T03:00:00Z that these streams are"
                                + " complete: outcome, conduct; start the heartbeat, or let their producers send progress"
                                + " records. No midnight is published before."));
    }

    @Test
    void a_job_that_has_records_and_counts_none_stands_still() {
        for (EventStream stream : EventStream.values()) {
            feeds.put(stream, new WatermarkReading.Feed(THIS_MORNING, THIS_MORNING));
        }

        assertThat(only().state()).isEqualTo(State.DO);
        assertThat(only().says()).startsWith("The job stands still: ").contains("has counted none for 9 hours");
    }

    private void behind(EventStream stream) {
        feeds.put(stream, new WatermarkReading.Feed(THIS_MORNING, THIS_MORNING));
    }

    private Line only() {
        Findings found = new Findings("watermark");
        new WatermarkReading(feeds, newest, read, NOW).say(found);
        assertThat(found.lines()).hasSize(1);
        return found.lines().get(0);
    }
}
