package vaiwg.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vaiwg.jobs.knowledge.DeadLetter;
import vaiwg.jobs.knowledge.FeedClock;
import vaiwg.jobs.knowledge.LateEvent;
import vaiwg.jobs.panes.DashboardSnapshot;
import vaiwg.jobs.panes.DayBlock;
import vaiwg.jobs.panes.PaneOptions;
import vaiwg.jobs.panes.Snapshot;
import vaiwg.jobs.records.OwnerNote;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.Slice;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.time.LondonDays;

/** The whole graph on a small cluster in this JVM, from records as they stand on topics to what its sinks receive. */
class PipelineIT {
    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(1)
            .build());

    private static final Instant END = HandMadeLog.END;
    private static final int LAST = LondonDays.dayOf(END.toEpochMilli());

    private final Catalogue catalogue = ShippedCatalogue.get();
    private final Collected<Snapshot> snapshots = new Collected<>();
    private final Collected<DayBlock> days = new Collected<>();
    private final Collected<DashboardSnapshot> dashboard = new Collected<>();
    private final Collected<DeadLetter> dead = new Collected<>();
    private final Collected<LateEvent> late = new Collected<>();
    private final Collected<OwnerNote> notes = new Collected<>();
    private final Collected<FeedClock> feeds = new Collected<>();

    @Test
    void from_records_to_figures() throws Exception {
        run();
        Snapshot last = newest();
        assertThat(last.asAt).isEqualTo(LAST);
        assertThat(value(last, "recorded_offences", "recorded", "365d", "")).containsExactly(2, 0);
        assertThat(value(last, "recorded_offences", "recorded", "365d", "lpa=coventry;theme=rape"))
                .containsExactly(2, 0);
        assertThat(value(last, "victim_attrition", "settled_28d", "365d", "")).containsExactly(1, 2);
        assertThat(value(last, "victim_attrition", "assigned", "90d", "theme=rape"))
                .containsExactly(1, 1);
        assertThat(value(last, "orphan_outcomes", "assigned", "365d", "")).containsExactly(1, 0);
        assertThat(snapshots.values())
                .extracting(snapshot -> LocalDate.ofEpochDay(snapshot.asAt))
                .as("every day since the force is known")
                .containsExactlyElementsOf(LocalDate.of(2026, 6, 11)
                        .datesUntil(LocalDate.ofEpochDay(LAST + 1L))
                        .toList());
        assertThat(dead.values()).extracting(letter -> letter.reason).containsExactly("undecodable");
        assertThat(late.values()).extracting(event -> event.topic).containsExactly("vaiwg.crime-recording");
        assertThat(notes.values()).extracting(note -> note.cause).containsExactly("Staff moved");
        assertThat(dashboard.values()).hasSameSizeAs(snapshots.values());
        assertThat(days.values()).isNotEmpty().allMatch(block -> block.force.equals(Events.FORCE));
        assertThat(feeds.values()).extracting(clock -> clock.clock).contains(END.toEpochMilli());
    }

    private void run() throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(PipelineOptions.OBJECT_REUSE, true);
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        environment.setParallelism(1);
        environment.setMaxParallelism(128);
        PaneOptions options = new PaneOptions(ShippedCatalogue::get, LAST - 5, true, END.toEpochMilli());
        Pipeline.build(new HandMadeLog().decoded(environment), "vaiwg.", 1, options)
                .publishTo(snapshots)
                .reviseTo(days)
                .showTo("remote-write-sink", "Remote write", dashboard)
                .rejectTo(dead)
                .listLateTo(late)
                .noteTo(notes)
                .writeFeedsTo(feeds);
        environment.execute();
    }

    private Snapshot newest() {
        return snapshots.values().stream()
                .max(java.util.Comparator.comparingInt(snapshot -> snapshot.asAt))
                .orElseThrow();
    }

    private int[] value(Snapshot snapshot, String kpi, String basis, String window, String slice) {
        return IntStream.range(0, snapshot.count)
                .filter(i -> {
                    Column column = catalogue.columnOfSlot(snapshot.slots[i]);
                    return column.measure().slug().equals(kpi)
                            && column.basis().slug().equals(basis)
                            && column.windowOfSlot(snapshot.slots[i]).slug().equals(window)
                            && Slice.of(column.dimensions(column.rowOfSlot(snapshot.slots[i])))
                                    .equals(slice);
                })
                .mapToObj(i -> new int[] {snapshot.numerators[i], snapshot.denominators[i]})
                .findFirst()
                .orElseThrow();
    }
}
