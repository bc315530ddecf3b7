package vaiwg.jobs.panes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.util.function.SerializableSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vaiwg.engine.contributions.Delta;
import vaiwg.jobs.decode.Rejection;
import vaiwg.kpis.Seed;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.files.MeasureFile;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.time.LondonDays;
import vaiwg.statistics.signals.alarm.Baseline;
import vaiwg.statistics.signals.alarm.ForceAlarms;

/** One record of 2001 in a force whose history begins in 2023 changes nothing from then on, and nothing is published between. */
class StrayRecordTest {
    private static final int STRAY = day("2001-03-05");
    private static final int STRAY_PUBLISHED_DAYS = 36;
    private static final int FIRST = day("2023-01-02");
    private static final int LAST = FIRST + ForceAlarms.RUN_IN + Baseline.DAYS + 10;
    private static final int CASES_A_DAY = 8;
    private static final int DORMANT = day("2010-06-01");
    private static final long YEARS_LATER =
            Instant.parse("2036-01-01T00:00:00Z").toEpochMilli();
    private static final SerializableSupplier<Catalogue> CATALOGUE = () -> new Catalogue(
            Stream.of(MeasureFile.shipped("criminal_justice"), MeasureFile.shipped("intelligence"))
                    .flatMap(List::stream)
                    .toList(),
            CodeMaps.shipped());
    private static final SerializableSupplier<Catalogue> OTHER_LAYOUT =
            () -> new Catalogue(MeasureFile.shipped("recording"), CodeMaps.shipped());

    private static final Catalogue SLOTS = CATALOGUE.get();

    private static List<Delta> ordinary;
    private static List<Delta> stray;
    private static Played without;
    private static Played with;

    /** What was published: each snapshot, and each midnight's dashboard. */
    private record Played(List<Snapshot> snapshots, List<DashboardSnapshot> dashboards) {
        List<String> from(int day) {
            List<String> texts = new ArrayList<>();
            snapshots.stream()
                    .filter(one -> one.asAt >= day)
                    .map(StrayRecordTest::text)
                    .forEach(texts::add);
            dashboards.stream()
                    .filter(one -> one.asAt >= LondonDays.startOf(day))
                    .map(StrayRecordTest::text)
                    .forEach(texts::add);
            return texts;
        }
    }

    @BeforeAll
    static void play() throws Exception {
        ordinary = ordinary(CATALOGUE);
        stray = stray(CATALOGUE);
        try (var panes = harness(CATALOGUE).begin(YEARS_LATER)) {
            panes.send(ordinary);
            without = through(LAST, panes);
        }
        try (var panes = harness(CATALOGUE).begin(YEARS_LATER)) {
            panes.send(both());
            with = through(LAST, panes);
        }
    }

    @Test
    void snapshots_charts_and_alarms_are_those_of_the_force_without_it() {
        assertThat(with.from(FIRST)).isEqualTo(without.from(FIRST));
        assertThat(with.snapshots)
                .filteredOn(snapshot -> snapshot.asAt >= FIRST)
                .allMatch(snapshot -> snapshot.historyFrom == FIRST)
                .anyMatch(snapshot -> snapshot.charts.limits.length > 0);
        assertThat(with.dashboards.get(with.dashboards.size() - 1).alarms).isNotEmpty();
    }

    @Test
    void it_is_published_for_35_days_and_then_nothing_until_the_history_starts_again() {
        assertThat(with.snapshots)
                .extracting(snapshot -> snapshot.asAt)
                .containsExactlyElementsOf(IntStream.concat(
                                IntStream.rangeClosed(STRAY + 1, STRAY + STRAY_PUBLISHED_DAYS),
                                IntStream.rangeClosed(FIRST + 1, LAST))
                        .boxed()
                        .toList());
        assertThat(with.dashboards).hasSameSizeAs(with.snapshots);
        assertThat(with.snapshots.get(0).count).as("it counts in its own day").isPositive();
        assertThat(with.snapshots.get(0).historyFrom).isEqualTo(STRAY);
    }

    @Test
    void restored_while_dormant_and_in_the_first_days_after_it_is_the_same() throws Exception {
        List<String> published = new ArrayList<>();
        OperatorSubtaskState stored;
        try (var before = harness(CATALOGUE).begin(YEARS_LATER)) {
            before.send(stray);
            published.addAll(through(DORMANT, before).from(STRAY));
            stored = before.snapshot(1, 1);
        }
        for (int last : List.of(DORMANT + 1, FIRST, FIRST + 1, FIRST + 2, LAST)) {
            try (var restored = harness(CATALOGUE).goOn(YEARS_LATER, stored)) {
                if (last == DORMANT + 1) {
                    restored.send(ordinary);
                }
                published.addAll(through(last, restored).from(STRAY));
                stored = restored.snapshot(2, 2);
            }
        }
        assertThat(published).containsExactlyInAnyOrderElementsOf(with.from(STRAY));
    }

    @Test
    void restored_while_dormant_under_another_layout_it_is_the_same() throws Exception {
        OperatorSubtaskState stored;
        try (var before = harness(OTHER_LAYOUT).begin(YEARS_LATER)) {
            before.send(stray(OTHER_LAYOUT));
            through(DORMANT, before);
            stored = before.snapshot(1, 1);
        }
        try (var restored = harness(CATALOGUE).goOn(YEARS_LATER, stored)) {
            List<Delta> anew = stray(CATALOGUE);
            anew.forEach(delta -> delta.source = Delta.NO_SOURCE);
            restored.send(anew);
            restored.send(ordinary);
            assertThat(through(LAST, restored).from(DORMANT)).isEqualTo(with.from(DORMANT));
        }
    }

    @Test
    void while_live_nothing_goes_to_the_boards_of_a_dormant_force() throws Exception {
        long noon = LondonDays.startOf(DORMANT) + 12 * 3_600_000L;
        try (var panes = harness(CATALOGUE).begin(noon)) {
            panes.send(stray);
            through(DORMANT, panes);
            int before = panes.dashboards().size();
            panes.processWatermark(noon);
            assertThat(before).isEqualTo(STRAY_PUBLISHED_DAYS);
            assertThat(panes.dashboards()).hasSize(before);
        }
    }

    private static List<Delta> ordinary(SerializableSupplier<Catalogue> catalogue) throws Rejection {
        Postings force = new Postings("a", catalogue.get());
        long from = LondonDays.startOf(FIRST);
        List<Delta> entries = force.cases(new Random(7), CASES_A_DAY * (LAST - FIRST), from, LAST - FIRST);
        entries.addAll(force.crime("first-1", from, from + 1));
        return entries;
    }

    private static List<Delta> stray(SerializableSupplier<Catalogue> catalogue) throws Rejection {
        long from = LondonDays.startOf(STRAY);
        return new Postings("a", catalogue.get()).crime("stray", from, from + 1);
    }

    private static List<Delta> both() {
        List<Delta> all = new ArrayList<>(ordinary);
        all.addAll(stray);
        Collections.shuffle(all, Seed.random("a stray record"));
        return all;
    }

    /** Without running sums: the stray record is one of all that was ever recorded. */
    private static String text(Snapshot snapshot) {
        IntPredicate isOfDays = i -> !SLOTS.columnOfSlot(snapshot.slots[i]).isRunning();
        return snapshot.asAt + " from " + snapshot.historyFrom + " rows "
                + IntStream.range(0, snapshot.count)
                        .filter(isOfDays)
                        .mapToObj(
                                i -> snapshot.slots[i] + "=" + snapshot.numerators[i] + "/" + snapshot.denominators[i])
                        .toList()
                + Arrays.toString(snapshot.estimates)
                + Arrays.toString(snapshot.charts.limits)
                + Arrays.toString(snapshot.charts.places)
                + Arrays.toString(snapshot.signals);
    }

    private static String text(DashboardSnapshot dashboard) {
        return dashboard.asAt + " " + Arrays.toString(dashboard.alarms) + Arrays.toString(dashboard.standing)
                + Arrays.toString(dashboard.over) + Arrays.toString(dashboard.estimates);
    }

    private static Played through(int last, PaneHarness panes) throws Exception {
        panes.processWatermark(LondonDays.startOf(last));
        return new Played(panes.extractOutputValues(), panes.dashboards());
    }

    private static PaneHarness harness(SerializableSupplier<Catalogue> catalogue) throws Exception {
        return new PaneHarness(new PaneOptions(catalogue, LAST + 1, true, Long.MAX_VALUE));
    }

    private static int day(String date) {
        return Math.toIntExact(LocalDate.parse(date).toEpochDay());
    }
}
