package vaiwg.jobs.panes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.util.function.SerializableSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vaiwg.engine.contributions.Delta;
import vaiwg.jobs.decode.Rejection;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.files.MeasureFile;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.time.LondonDays;
import vaiwg.statistics.signals.alarm.Baseline;
import vaiwg.statistics.signals.alarm.ForceAlarms;

/** Charts, alarms and estimates are made of what is counted: without one of them all else is the same, and it can come back. */
class LeftOutIT {
    private static final int FIRST = Math.toIntExact(LocalDate.of(2024, 1, 1).toEpochDay());
    private static final int CUT = FIRST + ForceAlarms.RUN_IN + Baseline.DAYS + 5;
    private static final int BLOCKS_SINCE_THE_CUT = 3;
    /** Three blocks of 28 days end after the cut. */
    private static final int LAST = CUT + 70;

    private static final int CASES_A_DAY = 8;
    private static final long YEARS_LATER =
            Instant.parse("2036-01-01T00:00:00Z").toEpochMilli();
    private static final SerializableSupplier<Catalogue> CATALOGUE =
            () -> new Catalogue(MeasureFile.shipped("criminal_justice"), CodeMaps.shipped());
    private static final Set<ConsumerType> ALL = EnumSet.allOf(ConsumerType.class);

    private static List<Delta> entries;
    private static Published whole;

    /** What was published until the cut, and after it. */
    private record Published(List<Snapshot> snapshots, List<DashboardSnapshot> dashboards) {
        Snapshot last() {
            return snapshots.get(snapshots.size() - 1);
        }

        DashboardSnapshot lastDashboard() {
            return dashboards.get(dashboards.size() - 1);
        }

        List<String> counts(int from) {
            return texts(
                    from,
                    snapshot -> snapshot.asAt
                            + Arrays.toString(snapshot.slots)
                            + Arrays.toString(snapshot.numerators)
                            + Arrays.toString(snapshot.denominators));
        }

        List<String> estimates(int from) {
            return texts(from, snapshot -> snapshot.asAt + Arrays.toString(snapshot.estimates));
        }

        List<String> charts(int from) {
            return texts(
                    from,
                    snapshot -> snapshot.asAt
                            + Arrays.toString(snapshot.charts.limits)
                            + Arrays.toString(snapshot.charts.places));
        }

        List<String> signals() {
            return texts(FIRST, snapshot -> snapshot.asAt + Arrays.toString(snapshot.signals));
        }

        /** Since the limits began, of the blocks that end after the cut. */
        int mostBlocks() {
            return snapshots.stream()
                    .filter(snapshot -> snapshot.asAt > CUT)
                    .flatMap(snapshot -> Arrays.stream(snapshot.charts.limits))
                    .mapToInt(SnapshotCharts.Limit::blocks)
                    .max()
                    .orElse(0);
        }

        List<String> readings(int from) {
            return dashboards.stream()
                    .filter(dashboard -> dashboard.asAt > LondonDays.startOf(from))
                    .map(dashboard -> Arrays.toString(dashboard.alarms))
                    .toList();
        }

        private List<String> texts(int from, Function<Snapshot, String> text) {
            return snapshots.stream()
                    .filter(snapshot -> snapshot.asAt > from)
                    .map(text)
                    .toList();
        }
    }

    @BeforeAll
    static void play() throws Exception {
        entries = entries();
        whole = played(ALL, ALL);
    }

    @Test
    void with_none_of_them_the_same_is_counted_and_nothing_else_is_published_or_kept() throws Exception {
        Set<ConsumerType> none = EnumSet.noneOf(ConsumerType.class);
        Published counted = played(none, none);
        assertThat(counted.counts(FIRST)).isEqualTo(whole.counts(FIRST));
        assertThat(counted.snapshots).allSatisfy(snapshot -> {
            assertThat(snapshot.estimates).isEmpty();
            assertThat(snapshot.charts.limits).isEmpty();
            assertThat(snapshot.charts.places).isEmpty();
            assertThat(snapshot.signals).isEmpty();
        });
        assertThat(counted.dashboards).hasSameSizeAs(whole.dashboards).allSatisfy(dashboard -> {
            assertThat(dashboard.estimates).isEmpty();
            assertThat(dashboard.limits).isEmpty();
            assertThat(dashboard.alarms).isEmpty();
        });
    }

    @Test
    void what_is_left_out_is_not_made_and_keeps_nothing() throws Exception {
        List<ConsumerType> kept = new ArrayList<>();
        PaneOptions options = options(EnumSet.of(ConsumerType.ESTIMATES));
        ForceAggregates force = new ForceAggregates("a", CATALOGUE.get(), options, new Nowhere());
        entries.forEach(force::add);
        force.publishThrough(LondonDays.startOf(FIRST + 3));
        force.store(
                stored -> {}, (type, bytes) -> kept.add(type), (d, bytes) -> {}, (d, bytes) -> {}, (d, bytes) -> {});
        assertThat(kept).containsExactly(ConsumerType.ESTIMATES);
    }

    /** Estimates and alarms are made of follow-up again; charts, whose points are as they were published, begin with the next block. */
    @ParameterizedTest
    @EnumSource
    void state_taken_without_one_of_them_is_gone_on_from(ConsumerType one) throws Exception {
        Published back = played(EnumSet.complementOf(EnumSet.of(one)), ALL);
        assertThat(back.counts(FIRST)).isEqualTo(whole.counts(FIRST));
        if (one == ConsumerType.CHARTS) {
            assertThat(whole.mostBlocks()).isGreaterThan(BLOCKS_SINCE_THE_CUT);
            assertThat(back.mostBlocks()).isEqualTo(BLOCKS_SINCE_THE_CUT);
        } else {
            assertThat(back.charts(CUT)).isEqualTo(whole.charts(CUT));
        }
        assertThat(back.lastDashboard().alarms.length)
                .isEqualTo(whole.lastDashboard().alarms.length)
                .isPositive();
        if (one != ConsumerType.ALARMS) {
            assertThat(back.readings(CUT)).isEqualTo(whole.readings(CUT));
        }
        assertThat(back.last().estimates).isNotEmpty();
        assertThat(back.estimates(CUT)).isEqualTo(whole.estimates(CUT));
    }

    /** Where one was left out for a while, what it kept before is not gone on from. */
    @Test
    void what_was_kept_before_one_was_left_out_is_forgotten() throws Exception {
        OperatorSubtaskState stored;
        try (var panes = begun(options(ALL))) {
            panes.processWatermark(LondonDays.startOf(CUT));
            stored = panes.snapshot(1, 1);
        }
        try (var without = restored(EnumSet.of(ConsumerType.ALARMS), stored)) {
            stored = without.snapshot(2, 2);
        }
        try (var again = restored(ALL, stored)) {
            again.processWatermark(LondonDays.startOf(LAST));
            assertThat(published(again).mostBlocks()).isEqualTo(BLOCKS_SINCE_THE_CUT);
        }
    }

    /** Where no output takes the dashboard's values. */
    @Test
    void what_nobody_is_shown_is_not_made_and_the_same_is_published() throws Exception {
        try (var panes = begun(options(ALL).shown(false))) {
            panes.processWatermark(LondonDays.startOf(LAST));
            assertThat(panes.getSideOutput(PaneOperator.BOARD)).isNull();
            Published unseen = new Published(panes.extractOutputValues(), List.of());
            assertThat(unseen.counts(FIRST)).isEqualTo(whole.counts(FIRST));
            assertThat(unseen.estimates(FIRST)).isEqualTo(whole.estimates(FIRST));
            assertThat(unseen.charts(FIRST)).isEqualTo(whole.charts(FIRST));
            assertThat(unseen.signals()).isNotEmpty().isEqualTo(whole.signals());
        }
    }

    /** With some consumers until the cut, and with others after a restart there. */
    private static Published played(Set<ConsumerType> before, Set<ConsumerType> after) throws Exception {
        Published first;
        OperatorSubtaskState stored;
        try (var panes = begun(options(before))) {
            panes.processWatermark(LondonDays.startOf(CUT));
            first = published(panes);
            stored = panes.snapshot(1, 1);
        }
        try (var panes = restored(after, stored)) {
            panes.processWatermark(LondonDays.startOf(LAST));
            Published second = published(panes);
            List<Snapshot> snapshots = new ArrayList<>(first.snapshots);
            snapshots.addAll(second.snapshots);
            List<DashboardSnapshot> dashboards = new ArrayList<>(first.dashboards);
            dashboards.addAll(second.dashboards);
            return new Published(snapshots, dashboards);
        }
    }

    private static List<Delta> entries() throws Rejection {
        Postings force = new Postings("a", CATALOGUE.get());
        long from = LondonDays.startOf(FIRST);
        List<Delta> made = force.cases(new Random(7), CASES_A_DAY * (LAST - FIRST), from, LAST - FIRST);
        made.addAll(force.crime("first-1", from, from + 1));
        return made;
    }

    /** With all that is known from the beginning. */
    private static PaneHarness begun(PaneOptions options) throws Exception {
        PaneHarness panes = new PaneHarness(options).begin(YEARS_LATER);
        panes.send(entries);
        return panes;
    }

    private static PaneHarness restored(Set<ConsumerType> consumers, OperatorSubtaskState stored) throws Exception {
        return new PaneHarness(options(consumers)).goOn(YEARS_LATER, stored);
    }

    private static Published published(PaneHarness panes) {
        return new Published(panes.extractOutputValues(), panes.dashboards());
    }

    private static PaneOptions options(Set<ConsumerType> consumers) {
        return new PaneOptions(CATALOGUE, LAST - 3, true, Long.MAX_VALUE - 1, consumers, true);
    }

    /** Where nothing is looked at. */
    private static final class Nowhere implements ForceAggregates.Outputs {
        @Override
        public void snapshot(Snapshot snapshot) {
            // Published rows are looked at elsewhere.
        }

        @Override
        public void reminder(Snapshot reminder) {
            // Likewise.
        }

        @Override
        public void dashboard(DashboardSnapshot snapshot) {
            // Likewise.
        }

        @Override
        public void day(DayBlock block) {
            // Likewise.
        }
    }
}
