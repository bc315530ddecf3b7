package vaiwg.jobs.panes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.util.function.SerializableSupplier;
import org.junit.jupiter.api.Test;
import vaiwg.engine.contributions.Delta;
import vaiwg.kpis.Seed;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.Slice;
import vaiwg.kpis.catalogue.files.MeasureFile;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.time.LondonDays;

class PaneOperatorTest {
    private static final int KEY_GROUPS = 128;
    private static final int FIRST = day("2026-02-01");
    private static final long YEARS_LATER =
            Instant.parse("2036-01-01T00:00:00Z").toEpochMilli();
    private static final long HISTORY_END = LondonDays.startOf(FIRST + 60);
    private static final int DAYS = 50;
    /** A history of so many subjects is never dormant. */
    private static final int ENOUGH = 10;

    /** Only some of the measures: panes stored under it mean nothing to the shipped catalogue. */
    private static final SerializableSupplier<Catalogue> OTHER_LAYOUT =
            () -> new Catalogue(MeasureFile.shipped("recording"), CodeMaps.shipped());

    private final Random random = random();
    private final Catalogue catalogue = ShippedCatalogue.get();

    @Test
    void where_the_watermark_jumps_snapshots_are_taken_day_by_day() throws Exception {
        try (var panes = open(YEARS_LATER)) {
            panes.send(new Postings("a").cases(random, 40, LondonDays.startOf(FIRST), 10));
            panes.processWatermark(LondonDays.startOf(FIRST + 30));
            List<Snapshot> snapshots = panes.extractOutputValues();
            assertThat(snapshots)
                    .as("the history begins on the day before the first midnight that knows anything")
                    .allMatch(snapshot -> snapshot.historyFrom == snapshots.get(0).asAt - 1);
            assertThat(snapshots)
                    .extracting(snapshot -> snapshot.asAt)
                    .containsExactlyElementsOf(IntStream.rangeClosed(snapshots.get(0).asAt, FIRST + 30)
                            .boxed()
                            .toList());
            assertThat(snapshots)
                    .filteredOn(snapshot -> snapshot.last)
                    .extracting(snapshot -> snapshot.asAt)
                    .as("only the last is told to be so")
                    .containsExactly(FIRST + 30);
        }
    }

    @Test
    void a_millisecond_before_its_midnight_a_snapshot_is_not_due() throws Exception {
        try (var panes = open(YEARS_LATER)) {
            panes.send(new Postings("a").crime("c1", LondonDays.startOf(FIRST), LondonDays.startOf(FIRST) + 1));
            panes.processWatermark(LondonDays.startOf(FIRST + 1) - 1);
            assertThat(panes.extractOutputValues()).isEmpty();
            panes.processWatermark(LondonDays.startOf(FIRST + 1));
            assertThat(panes.extractOutputValues()).hasSize(1);
            panes.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(panes.extractOutputValues())
                    .as("the end of input is no midnight")
                    .hasSize(1);
        }
    }

    @Test
    void the_end_of_input_publishes_nothing() throws Exception {
        try (var panes = open(YEARS_LATER)) {
            panes.send(new Postings("a").crime("c1", LondonDays.startOf(FIRST), LondonDays.startOf(FIRST)));
            panes.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(panes.extractOutputValues()).isEmpty();
            assertThat(panes.side(PaneOperator.BOARD)).isEmpty();
            assertThat(panes.side(PaneOperator.DAY_BLOCKS)).isEmpty();
        }
    }

    @Test
    void what_is_known_at_the_midnight_is_in_its_snapshot_and_a_millisecond_later_is_not() throws Exception {
        int midnight = FIRST + 5;
        assertThat(recordedAt(midnight, LondonDays.startOf(midnight))).isEqualTo(2);
        assertThat(recordedAt(midnight, LondonDays.startOf(midnight) + 1)).isEqualTo(1);
    }

    @Test
    void in_whichever_order_delta_entries_come_snapshots_are_the_same() throws Exception {
        List<Delta> entries = entries("a");
        entries.sort(Comparator.comparingLong(PaneOperatorTest::enters));
        List<String> inOrder = play(entries);
        Collections.shuffle(entries, random);
        assertThat(play(entries)).isEqualTo(inOrder);
        assertThat(inOrder).hasSizeGreaterThan(DAYS);
    }

    @Test
    void what_runs_ahead_of_the_watermark_is_in_no_earlier_snapshot() throws Exception {
        List<Delta> entries = entries("a");
        entries.sort(Comparator.comparingLong(PaneOperatorTest::enters));
        List<String> allAtOnce = play(entries);
        try (var panes = open(YEARS_LATER)) {
            int next = 0;
            for (int day = FIRST; day <= FIRST + DAYS + 10; day++) {
                while (next < entries.size() && enters(entries.get(next)) <= LondonDays.startOf(day)) {
                    panes.processElement(entries.get(next++), 0);
                }
                panes.processWatermark(LondonDays.startOf(day));
            }
            assertThat(texts(panes.extractOutputValues())).isEqualTo(allAtOnce);
        }
    }

    @Test
    void restored_it_goes_on_as_if_nothing_had_been() throws Exception {
        List<Delta> entries = entries("a");
        Collections.shuffle(entries, random);
        List<String> uninterrupted = play(entries);
        int cut = FIRST + 1 + random.nextInt(DAYS);
        List<String> interrupted = new ArrayList<>();
        OperatorSubtaskState stored;
        try (var before = open(YEARS_LATER)) {
            before.send(entries.subList(0, entries.size() / 2));
            before.processWatermark(LondonDays.startOf(FIRST) - 1);
            stored = before.snapshot(1, 1);
        }
        try (var between = open(YEARS_LATER, stored, 1, 0)) {
            between.send(entries.subList(entries.size() / 2, entries.size()));
            between.processWatermark(LondonDays.startOf(cut));
            interrupted.addAll(texts(between.extractOutputValues()));
            stored = between.snapshot(2, 2);
        }
        try (var after = open(YEARS_LATER, stored, 1, 0)) {
            after.processWatermark(LondonDays.startOf(FIRST + DAYS + 10));
            interrupted.addAll(texts(after.extractOutputValues()));
            assertThat(after.side(PaneOperator.REMINDERS))
                    .as("what was published before the restart is said")
                    .singleElement()
                    .satisfies(reminder -> {
                        assertThat(reminder.before.through).isEqualTo(cut);
                        assertThat(reminder.before.count).isEqualTo(cut - reminder.before.from + 1);
                    });
        }
        assertThat(interrupted).as("cut at %s", LocalDate.ofEpochDay(cut)).isEqualTo(uninterrupted);
    }

    /** What a checkpoint does not put again is in it all the same. */
    @Test
    void restored_from_a_checkpoint_before_which_nothing_happened_it_goes_on_likewise() throws Exception {
        List<Delta> entries = entries("a");
        List<String> uninterrupted = play(entries);
        List<String> interrupted = new ArrayList<>();
        OperatorSubtaskState stored;
        try (var before = open(YEARS_LATER)) {
            before.send(entries);
            before.processWatermark(LondonDays.startOf(FIRST + DAYS / 2));
            interrupted.addAll(texts(before.extractOutputValues()));
            before.snapshot(1, 1);
            before.snapshot(2, 2);
            stored = before.snapshot(3, 3);
        }
        try (var after = open(YEARS_LATER, stored, 1, 0)) {
            after.processWatermark(LondonDays.startOf(FIRST + DAYS + 10));
            interrupted.addAll(texts(after.extractOutputValues()));
        }
        assertThat(interrupted).isEqualTo(uninterrupted);
    }

    @Test
    void restored_from_another_layout_it_begins_empty_where_it_stood_and_is_filled_anew() throws Exception {
        List<Delta> entries = entries("a");
        List<String> uninterrupted = play(entries);
        OperatorSubtaskState stored;
        try (var before = harness(OTHER_LAYOUT, 1, 0).begin(YEARS_LATER)) {
            Postings ofOther = new Postings("a", OTHER_LAYOUT.get());
            for (int crime = 0; crime < ENOUGH; crime++) {
                before.send(ofOther.crime("c" + crime, LondonDays.startOf(FIRST), LondonDays.startOf(FIRST)));
            }
            before.processWatermark(LondonDays.startOf(FIRST + DAYS));
            stored = before.snapshot(1, 1);
        }
        try (var after = open(YEARS_LATER, stored, 1, 0)) {
            entries.forEach(delta -> delta.source = Delta.NO_SOURCE);
            after.send(entries);
            after.setProcessingTime(YEARS_LATER + 1_000);
            assertThat(after.side(PaneOperator.DAY_BLOCKS))
                    .as("half-filled panes are not written")
                    .isEmpty();
            after.processWatermark(LondonDays.startOf(FIRST + DAYS + 10));
            assertThat(texts(after.extractOutputValues()))
                    .isEqualTo(uninterrupted.subList(uninterrupted.size() - 10, uninterrupted.size()));
            assertThat(after.extractOutputValues())
                    .as("the sources are remembered")
                    .allMatch(snapshot -> snapshot.sources == 1);
            after.processWatermark(HISTORY_END);
            assertThat(after.side(PaneOperator.DAY_BLOCKS)).isNotEmpty();
        }
    }

    @Test
    void spread_over_two_subtasks_each_force_goes_on_where_it_stood() throws Exception {
        List<String> forces = IntStream.range(0, 3).mapToObj(i -> "force-" + i).toList();
        List<Delta> early = new ArrayList<>();
        List<Delta> late = new ArrayList<>();
        for (String force : forces) {
            List<Delta> entries = entries(force);
            early.addAll(entries.subList(0, entries.size() / 2));
            late.addAll(entries.subList(entries.size() / 2, entries.size()));
        }
        List<String> expected;
        OperatorSubtaskState stored;
        try (var one = open(YEARS_LATER)) {
            one.send(early);
            stored = one.snapshot(1, 1);
            one.send(late);
            one.processWatermark(LondonDays.startOf(FIRST + DAYS));
            expected = texts(one.extractOutputValues());
        }
        List<String> found = new ArrayList<>();
        for (int subtask = 0; subtask < 2; subtask++) {
            int own = subtask;
            try (var half = open(YEARS_LATER, stored, 2, subtask)) {
                half.send(late.stream()
                        .filter(delta ->
                                own == KeyGroupRangeAssignment.assignKeyToParallelOperator(delta.force, KEY_GROUPS, 2))
                        .toList());
                half.processWatermark(LondonDays.startOf(FIRST + DAYS));
                assertThat(half.extractOutputValues()).as("both have forces").isNotEmpty();
                found.addAll(texts(half.extractOutputValues()));
            }
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void live_the_board_is_told_each_minute_what_is_known_by_then() throws Exception {
        long midnight = LondonDays.startOf(FIRST + 1);
        long minute = midnight + 10 * 3_600_000L;
        try (var panes = open(minute + 60_000L)) {
            panes.send(new Postings("a").crime("c1", LondonDays.startOf(FIRST), LondonDays.startOf(FIRST)));
            panes.send(new Postings("a").crime("c2", LondonDays.startOf(FIRST), minute));
            panes.send(new Postings("a").crime("c3", LondonDays.startOf(FIRST), minute + 1));
            panes.processWatermark(minute + 59_999L);
            assertThat(panes.side(PaneOperator.BOARD))
                    .filteredOn(dashboard -> dashboard.asAt > midnight)
                    .singleElement()
                    .satisfies(dashboard -> {
                        assertThat(dashboard.asAt).isEqualTo(minute);
                        assertThat(IntStream.of(dashboard.numerators).max().orElseThrow())
                                .isEqualTo(2);
                    });
            panes.processWatermark(minute + 60_000L);
            assertThat(panes.side(PaneOperator.BOARD))
                    .last()
                    .satisfies(dashboard -> assertThat(
                                    IntStream.of(dashboard.numerators).max().orElseThrow())
                            .isEqualTo(3));
        }
    }

    @Test
    void days_are_revised_once_a_history_is_read_and_then_as_they_change() throws Exception {
        try (var panes = open(YEARS_LATER)) {
            panes.send(new Postings("a").crime("c1", LondonDays.startOf(FIRST), LondonDays.startOf(FIRST)));
            panes.processWatermark(HISTORY_END - 1);
            assertThat(panes.side(PaneOperator.DAY_BLOCKS)).isEmpty();
            panes.processWatermark(HISTORY_END);
            int written = panes.side(PaneOperator.DAY_BLOCKS).size();
            assertThat(recordedOn(FIRST, panes.side(PaneOperator.DAY_BLOCKS))).isOne();
            panes.setProcessingTime(YEARS_LATER + 1_000);
            assertThat(panes.side(PaneOperator.DAY_BLOCKS))
                    .as("nothing changed")
                    .hasSize(written);
            panes.send(new Postings("a").crime("c2", LondonDays.startOf(FIRST), HISTORY_END + 1));
            panes.setProcessingTime(YEARS_LATER + 2_000);
            List<DayBlock> blocks = panes.side(PaneOperator.DAY_BLOCKS);
            List<DayBlock> revised = blocks.subList(written, blocks.size());
            assertThat(recordedOn(FIRST, revised)).isEqualTo(2);
            assertThat(revised).allSatisfy(block -> {
                assertThat(block.force).isEqualTo("a");
                assertThat(block.numerators)
                        .hasSize(LocalDate.ofEpochDay(block.month).lengthOfMonth());
            });
        }
    }

    @Test
    void what_changed_but_was_not_yet_revised_is_written_before_a_checkpoint() throws Exception {
        try (var panes = open(YEARS_LATER)) {
            panes.send(new Postings("a").crime("c1", LondonDays.startOf(FIRST), LondonDays.startOf(FIRST)));
            panes.processWatermark(HISTORY_END);
            int written = panes.side(PaneOperator.DAY_BLOCKS).size();
            panes.send(new Postings("a").crime("c2", LondonDays.startOf(FIRST), HISTORY_END + 1));
            panes.prepareSnapshotPreBarrier(1);
            List<DayBlock> blocks = panes.side(PaneOperator.DAY_BLOCKS);
            assertThat(recordedOn(FIRST, blocks.subList(0, written))).isOne();
            assertThat(recordedOn(FIRST, blocks.subList(written, blocks.size())))
                    .isEqualTo(2);
        }
    }

    /** How many crimes were recorded on a day, by the one block of its month. */
    private int recordedOn(int day, List<DayBlock> blocks) {
        int cell = catalogue
                .columnOfSlot(slot("recorded_offences", "recorded", "28d", ""))
                .firstCell();
        return blocks.stream()
                .filter(block -> block.cell == cell)
                .reduce((one, other) -> {
                    throw new AssertionError("a month is written twice");
                })
                .map(block -> block.numerators[day - block.month])
                .orElseThrow();
    }

    /** How many crimes the total of a snapshot holds, of one known early and one known from a knowledge time. */
    private int recordedAt(int midnight, long knowledgeTime) throws Exception {
        int slot = slot("recorded_offences", "recorded", "28d", "");
        try (var panes = open(YEARS_LATER)) {
            panes.send(new Postings("a").crime("c1", LondonDays.startOf(FIRST), LondonDays.startOf(FIRST)));
            panes.send(new Postings("a").crime("c2", LondonDays.startOf(FIRST + 1), knowledgeTime));
            panes.processWatermark(LondonDays.startOf(midnight));
            Snapshot last =
                    panes.extractOutputValues().get(panes.extractOutputValues().size() - 1);
            assertThat(last.asAt).isEqualTo(midnight);
            return IntStream.range(0, last.count)
                    .filter(i -> last.slots[i] == slot)
                    .map(i -> last.numerators[i])
                    .findFirst()
                    .orElse(0);
        }
    }

    private int slot(String kpi, String basis, String window, String slice) {
        return IntStream.range(0, catalogue.slots())
                .filter(slot -> {
                    Column column = catalogue.columnOfSlot(slot);
                    return column.measure().slug().equals(kpi)
                            && column.basis().slug().equals(basis)
                            && column.windowOfSlot(slot).slug().equals(window)
                            && Slice.of(column.dimensions(column.rowOfSlot(slot)))
                                    .equals(slice);
                })
                .findFirst()
                .orElseThrow();
    }

    private List<String> play(List<Delta> entries) throws Exception {
        try (var panes = open(YEARS_LATER)) {
            panes.send(entries);
            panes.processWatermark(LondonDays.startOf(FIRST + DAYS + 10));
            return texts(panes.extractOutputValues());
        }
    }

    private static long enters(Delta delta) {
        return Postings.of(List.of(delta)).get(0).enters;
    }

    private List<Delta> entries(String force) throws Exception {
        return new Postings(force).cases(random, 60, LondonDays.startOf(FIRST), DAYS - 20);
    }

    /** A snapshot as text; whether another follows at once depends on how far the watermark jumped, not on the figures. */
    private static List<String> texts(List<Snapshot> snapshots) {
        return snapshots.stream()
                .map(snapshot -> snapshot.force + " " + LocalDate.ofEpochDay(snapshot.asAt) + " " + snapshot.whole + " "
                        + snapshot.count + java.util.Arrays.toString(snapshot.slots)
                        + java.util.Arrays.toString(snapshot.numerators)
                        + java.util.Arrays.toString(snapshot.denominators)
                        + java.util.Arrays.toString(snapshot.charts.limits)
                        + java.util.Arrays.toString(snapshot.charts.places)
                        + java.util.Arrays.toString(snapshot.signals))
                .toList();
    }

    private static PaneHarness open(long wallClock) throws Exception {
        return harness(ShippedCatalogue::get, 1, 0).begin(wallClock);
    }

    private static PaneHarness open(long wallClock, OperatorSubtaskState stored, int parallelism, int subtask)
            throws Exception {
        return harness(ShippedCatalogue::get, parallelism, subtask)
                .goOn(
                        wallClock,
                        AbstractStreamOperatorTestHarness.repartitionOperatorState(
                                stored, KEY_GROUPS, 1, parallelism, subtask));
    }

    private static PaneHarness harness(SerializableSupplier<Catalogue> catalogue, int parallelism, int subtask)
            throws Exception {
        PaneOptions options = new PaneOptions(catalogue, FIRST + 40, true, HISTORY_END);
        return new PaneHarness(options, KEY_GROUPS, parallelism, subtask);
    }

    private static Random random() {
        return Seed.random("pane operator");
    }

    private static int day(String date) {
        return Math.toIntExact(LocalDate.parse(date).toEpochDay());
    }
}
