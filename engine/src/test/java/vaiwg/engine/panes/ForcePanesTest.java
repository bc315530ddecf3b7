package vaiwg.engine.panes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vaiwg.engine.contributions.DeltaEntry;
import vaiwg.engine.contributions.RandomDeltas;
import vaiwg.kpis.RandomCases;
import vaiwg.kpis.Seed;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.ChartPlan;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.SlotValues;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.time.LondonDays;
import vaiwg.statistics.signals.charts.BlockCalendar;

class ForcePanesTest {
    private static final RowPolicy EVERYTHING = new RowPolicy(Integer.MIN_VALUE, RowPolicy.Totals.DAILY);
    private static final int CASES = 150;
    private static final int RECORDED_OVER = 400;
    /** Long enough for the longest lag, 730 days, and the longest window, 365, to run out. */
    private static final int LAST = RandomCases.FIRST_DAY + RECORDED_OVER + 1_200;

    private final Catalogue catalogue = ShippedCatalogue.get();
    private Random random;
    private List<DeltaEntry> entries;
    private NaivePanes naive;

    @BeforeEach
    void makeACase() {
        random = Seed.random("force panes");
        entries = RandomDeltas.of(random, catalogue, CASES, RECORDED_OVER);
        naive = new NaivePanes(catalogue, entries);
    }

    @Test
    void every_window_at_every_cut_off_is_the_sum_of_its_delta_entries() {
        ForcePanes panes = new ForcePanes(catalogue);
        entries.forEach(panes::add);
        while (panes.nextCutOff() <= LAST) {
            panes.advance();
            if (isCompared(panes.cutOff())) {
                assertAgrees(panes);
            }
        }
    }

    @Test
    void what_comes_shortly_before_its_cut_off_is_as_good_as_what_came_long_before() {
        ForcePanes panes = new ForcePanes(catalogue);
        List<DeltaEntry> byEntry = new ArrayList<>(entries);
        byEntry.sort(Comparator.comparingLong(entry -> entry.enters));
        int next = 0;
        for (int cutOff = LondonDays.cutOffFor(byEntry.get(0).enters); cutOff <= LAST; cutOff++) {
            while (next < byEntry.size() && byEntry.get(next).enters <= LondonDays.startOf(cutOff)) {
                panes.add(byEntry.get(next++));
            }
            panes.advance();
            assertThat(panes.cutOff()).isEqualTo(cutOff);
            if (isCompared(cutOff)) {
                assertAgrees(panes);
            }
        }
    }

    @Test
    void stored_and_restored_at_any_cut_off_panes_go_on_as_if_nothing_had_been() {
        ForcePanes panes = new ForcePanes(catalogue);
        entries.forEach(panes::add);
        Map<Integer, byte[]> stored = new HashMap<>();
        Map<Integer, byte[]> followUp = new HashMap<>();
        Map<Long, byte[]> waiting = new HashMap<>();
        while (panes.nextCutOff() <= LAST) {
            panes.advance();
            if (random.nextInt(40) == 0) {
                stored.putAll(panes.takeChangedPanes());
                followUp.putAll(panes.takeChangedFollowUp());
                waiting.putAll(panes.takeChangedWaiting());
                ForcePanes restored = new ForcePanes(catalogue);
                restored.restore(
                        panes.cutOff(),
                        panes.historyFrom(),
                        stored.entrySet(),
                        followUp.entrySet(),
                        waiting.entrySet());
                panes = restored;
                assertAgrees(panes);
            }
        }
        assertAgrees(panes);
        assertThat(panes.waitingBytes()).isZero();
    }

    @Test
    void within_a_day_what_has_entered_counts_and_the_rest_waits() {
        ForcePanes panes = new ForcePanes(catalogue);
        entries.forEach(panes::add);
        while (panes.nextCutOff() <= RandomCases.FIRST_DAY + RECORDED_OVER) {
            panes.advance();
            if (random.nextInt(15) == 0) {
                long instant = LondonDays.startOf(panes.cutOff()) + random.nextLong(23 * 3_600_000L);
                panes.applyThrough(instant);
                int[][] expected = naive.valuesAt(panes.cutOff(), instant);
                for (int slot : naive.slotsOf(column -> !column.basis().isMonthly())) {
                    assertThat(panes.numerator(slot)).as(() -> name(slot)).isEqualTo(expected[0][slot]);
                    assertThat(panes.denominator(slot)).as(() -> name(slot)).isEqualTo(expected[1][slot]);
                }
            }
        }
        panes.advance();
        assertAgrees(panes);
    }

    @Test
    void of_the_days_of_a_block_a_figure_is_what_its_window_says() {
        ForcePanes panes = new ForcePanes(catalogue);
        entries.forEach(panes::add);
        List<ChartPlan.Chart> charts = ChartPlan.of(catalogue).charts().stream()
                .filter(chart -> !chart.isMonthly() && !chart.isStock() && chart.isPublished())
                .toList();
        Set<Boolean> percentiles = new HashSet<>();
        while (panes.nextCutOff() <= RandomCases.FIRST_DAY + RECORDED_OVER) {
            panes.advance();
            if (BlockCalendar.endsDays(panes.cutOff())) {
                for (ChartPlan.Chart chart : charts) {
                    int slot = chart.slot();
                    int first = panes.cutOff() - chart.column().lag() - 28;
                    SlotValues.Figure figure = panes.ofDays(slot, first, 28);
                    assertThat(figure.numerator()).as(() -> name(slot)).isEqualTo(panes.numerator(slot));
                    assertThat(figure.denominator()).as(() -> name(slot)).isEqualTo(panes.denominator(slot));
                    if (figure.numerator() > 0) {
                        percentiles.add(chart.column().isPercentile());
                    }
                }
            }
        }
        assertThat(percentiles).as("numbers and percentiles were met").hasSize(2);
    }

    @Test
    void days_as_known_now_are_what_counts_and_what_waits() {
        ForcePanes panes = new ForcePanes(catalogue);
        entries.forEach(panes::add);
        for (int days = 0; days < RECORDED_OVER / 2; days++) {
            panes.advance();
        }
        assertThat(panes.waitingBytes()).isPositive();
        Map<List<Integer>, List<Integer>> known = new TreeMap<>(
                Comparator.comparing((List<Integer> key) -> key.get(0)).thenComparing(key -> key.get(1)));
        panes.knownDays().forEachMonth((cell, first, numerators, denominators) -> {
            for (int i = 0; i < numerators.length; i++) {
                if ((numerators[i] | denominators[i]) != 0) {
                    known.put(List.of(cell, first + i), List.of(numerators[i], denominators[i]));
                }
            }
        });
        assertThat(known).isEqualTo(naive.knownDays(panes.cutOff()));
    }

    @Test
    void days_as_known_now_are_the_same_whether_they_were_asked_before_or_not() {
        ForcePanes asked = new ForcePanes(catalogue);
        ForcePanes unasked = new ForcePanes(catalogue);
        int half = entries.size() / 2;
        for (ForcePanes panes : List.of(asked, unasked)) {
            entries.subList(0, half).forEach(panes::add);
            for (int days = 0; days < RECORDED_OVER / 3; days++) {
                panes.advance();
            }
        }
        assertThat(months(asked)).isNotEmpty();
        for (ForcePanes panes : List.of(asked, unasked)) {
            entries.subList(half, entries.size()).forEach(panes::add);
            panes.applyThrough(LondonDays.startOf(panes.cutOff()) + 43_200_000L);
        }
        assertThat(months(asked)).isEqualTo(months(unasked));
        asked.advance();
        unasked.advance();
        assertThat(months(asked)).isEqualTo(months(unasked));
    }

    @Test
    void who_goes_on_tells_again_of_every_cell_also_of_those_in_which_nothing_is_known() {
        ForcePanes panes = new ForcePanes(catalogue);
        entries.forEach(panes::add);
        Map<List<Integer>, String> known = months(panes);
        panes.watchAllMonths();
        Map<List<Integer>, String> told = new HashMap<>();
        panes.knownDays()
                .forEachMonth(
                        panes.takeChangedMonths(),
                        (cell, first, numerators, denominators) -> told.put(
                                List.of(cell, first), Arrays.toString(numerators) + Arrays.toString(denominators)));
        assertThat(told).containsAllEntriesOf(known).hasSizeGreaterThan(known.size());
        assertThat(panes.takeChangedMonths()).isEmpty();
    }

    @Test
    void the_months_that_a_delta_entry_marks_are_those_that_it_changes() {
        ForcePanes panes = new ForcePanes(catalogue);
        List<DeltaEntry> before = entries.subList(0, entries.size() - 5);
        before.forEach(panes::add);
        Map<List<Integer>, String> held = months(panes);
        assertThat(panes.takeChangedMonths()).as("nobody watches yet").isEmpty();
        panes.watchMonths();
        entries.subList(entries.size() - 5, entries.size()).forEach(panes::add);
        panes.knownDays()
                .forEachMonth(
                        panes.takeChangedMonths(),
                        (cell, first, numerators, denominators) -> held.put(
                                List.of(cell, first), Arrays.toString(numerators) + Arrays.toString(denominators)));
        String nothing = Arrays.toString(new int[31]);
        held.values().removeIf((nothing + nothing)::equals);
        assertThat(held).isEqualTo(months(panes));
    }

    @Test
    void what_is_known_at_the_first_cut_off_of_days_long_before_is_in_its_windows() {
        int first = RandomCases.FIRST_DAY + RECORDED_OVER;
        entries.forEach(entry -> entry.enters = Math.max(entry.enters, LondonDays.startOf(first)));
        naive = new NaivePanes(catalogue, entries);
        ForcePanes panes = new ForcePanes(catalogue);
        entries.forEach(panes::add);
        panes.advance();
        assertThat(panes.cutOff()).isEqualTo(first);
        assertAgrees(panes);
    }

    @Test
    void what_enters_at_a_midnight_counts_at_it_and_a_millisecond_later_does_not() {
        DeltaEntry entry = entries.stream()
                .filter(p -> p.numerator.length > 0 && p.sign > 0)
                .findFirst()
                .orElseThrow();
        int cutOff = entry.day + 10;
        entry.enters = LondonDays.startOf(cutOff);
        ForcePanes atMidnight = new ForcePanes(catalogue);
        atMidnight.add(entry);
        assertThat(atMidnight.nextCutOff()).isEqualTo(cutOff);
        entry.enters += 1;
        ForcePanes justAfter = new ForcePanes(catalogue);
        justAfter.add(entry);
        assertThat(justAfter.nextCutOff()).isEqualTo(cutOff + 1);
    }

    @Test
    void in_every_snapshot_shares_are_at_most_one_counts_not_negative_and_unknown_fills_up() {
        ForcePanes panes = new ForcePanes(catalogue);
        entries.forEach(panes::add);
        while (panes.nextCutOff() <= LAST) {
            panes.advance();
            if (isCompared(panes.cutOff())) {
                for (Column column : catalogue.columns()) {
                    int after = column.slot(column.windows().size(), 0);
                    for (int slot : IntStream.range(column.slot(0, 0), after).toArray()) {
                        assertThat(panes.numerator(slot)).as(() -> name(slot)).isNotNegative();
                        if (column.measure().kind() == Measure.Kind.SHARE) {
                            assertThat(panes.numerator(slot))
                                    .as(() -> name(slot))
                                    .isLessThanOrEqualTo(panes.denominator(slot));
                        }
                    }
                    assertAreasAddUp(panes, column);
                }
            }
        }
    }

    /** To their theme, or where they are of no theme to the whole, as far as that is published. */
    private void assertAreasAddUp(ForcePanes panes, Column column) {
        if (column.isPresence() && column.variant().isPresent()) {
            // Who has one record in each of two areas counts in neither.
            return;
        }
        Map<String, Integer> wholes = new HashMap<>();
        Map<String, Integer> areas = new HashMap<>();
        for (int row = 0; row < column.rows().size(); row++) {
            Map<String, String> dimensions = column.rows().dimensions(row);
            String theme = dimensions.get("theme");
            if (dimensions.containsKey("lpa")) {
                areas.merge(theme, added(panes, column, row), Integer::sum);
            } else if (dimensions.size() == (theme == null ? 0 : 1)) {
                wholes.put(theme, added(panes, column, row));
            }
        }
        // A mean of days is rounded to a whole, each area's by itself.
        int rounded = column.measure().meanOfDays() > 0 ? column.rows().size() / 2 : 0;
        areas.keySet().retainAll(wholes.keySet());
        areas.forEach((theme, sum) -> assertThat(sum)
                .as(column.measure().slug() + " " + theme)
                .isCloseTo(wholes.get(theme), within(rounded)));
    }

    /** Percentiles do not add up, their numbers of cases do. */
    private static int added(ForcePanes panes, Column column, int row) {
        int slot = column.slot(0, row);
        return column.isPercentile() ? panes.denominator(slot) : panes.numerator(slot);
    }

    private void assertAgrees(ForcePanes panes) {
        int cutOff = panes.cutOff();
        int[][] expected = naive.valuesAt(cutOff, LondonDays.startOf(cutOff));
        SnapshotRows rows = panes.rows(EVERYTHING);
        int[][] found = new int[2][catalogue.slots()];
        for (int i = 0; i < rows.count; i++) {
            assertThat(rows.numerators[i] | rows.denominators[i])
                    .as("nothing of nothing has no row")
                    .isNotZero();
            found[0][rows.slots[i]] = rows.numerators[i];
            found[1][rows.slots[i]] = rows.denominators[i];
        }
        int differs = Math.max(Arrays.mismatch(found[0], expected[0]), Arrays.mismatch(found[1], expected[1]));
        assertThat(differs)
                .as(() -> "boundary " + cutOff + ": " + name(differs))
                .isEqualTo(-1);
    }

    private boolean isCompared(int cutOff) {
        return cutOff % 37 == 0 || (LondonDays.isFirstOfMonth(cutOff) && LondonDays.monthOf(cutOff) % 3 == 0);
    }

    private String name(int slot) {
        Column column = catalogue.columnOfSlot(Math.max(0, slot));
        return column.measure().slug() + " " + column.basis().slug() + " "
                + column.windowOfSlot(Math.max(0, slot)).slug();
    }

    private static Map<List<Integer>, String> months(ForcePanes panes) {
        Map<List<Integer>, String> months = new HashMap<>();
        panes.knownDays()
                .forEachMonth((cell, first, numerators, denominators) ->
                        months.put(List.of(cell, first), Arrays.toString(numerators) + Arrays.toString(denominators)));
        String nothing = Arrays.toString(new int[31]);
        months.values().removeIf((nothing + nothing)::equals);
        return months;
    }
}
