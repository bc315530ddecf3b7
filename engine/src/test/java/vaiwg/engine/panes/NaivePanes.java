package vaiwg.engine.panes;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import vaiwg.engine.contributions.DeltaEntry;
import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.ContributionTable;
import vaiwg.kpis.catalogue.ContributionType;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.Window;
import vaiwg.kpis.time.LondonDays;

/** Every value computed from all delta entries each time, by the words of the bases: no panes, no rolling sums, no waiting. */
final class NaivePanes {
    private final Catalogue catalogue;
    private final List<Change> changes = new ArrayList<>();

    /** One delta entry's change of a column's cells on a day. */
    private record Change(
            Column column,
            int day,
            int[] rows,
            int numerator,
            int denominator,
            int number,
            long enters,
            boolean dated) {}

    NaivePanes(Catalogue catalogue, List<DeltaEntry> entries) {
        this.catalogue = catalogue;
        entries.forEach(this::read);
    }

    /** Numerators and denominators by slot at a cut-off, of what entered by an instant; by months only at a month's first. */
    int[][] valuesAt(int cutOff, long instant) {
        int[][] values = new int[2][catalogue.slots()];
        Map<Integer, List<Integer>> numbers = new TreeMap<>();
        for (Change change : changes) {
            if (change.enters <= instant) {
                for (int window = 0; window < change.column.windows().size(); window++) {
                    if (covers(change.column, change.column.windows().get(window), change.day, cutOff)) {
                        for (int row : change.rows) {
                            int slot = change.column.slot(window, row);
                            values[0][slot] += change.numerator * midnights(change, cutOff, true);
                            values[1][slot] += change.denominator * midnights(change, cutOff, false);
                            if (change.column.isPercentile()) {
                                note(numbers.computeIfAbsent(slot, s -> new ArrayList<>()), change, cutOff);
                            }
                        }
                    }
                }
            }
        }
        numbers.forEach((slot, all) -> values[0][slot] = nearestRank(all, catalogue.columnOfSlot(slot)));
        for (int slot = 0; slot < catalogue.slots(); slot++) {
            Measure measure = catalogue.columnOfSlot(slot).measure();
            if (measure.meanOfDays() > 0) {
                values[0][slot] = isOfEvents(measure, true) ? values[0][slot] : mean(values[0][slot], measure);
                values[1][slot] = mean(values[1][slot], measure);
            }
        }
        return values;
    }

    /** At how many midnights a change counts: of those of a mean, or at the one of the cut-off. */
    private static int midnights(Change change, int cutOff, boolean numerator) {
        Measure measure = change.column.measure();
        int days = measure.meanOfDays();
        if (days == 0) {
            return 1;
        }
        if (isOfEvents(measure, numerator)) {
            return cutOff - change.day <= days ? 1 : 0;
        }
        return Math.min(days, cutOff - change.day);
    }

    /** Of a rate the numerator is what happened in the days, and no mean. */
    private static boolean isOfEvents(Measure measure, boolean numerator) {
        return numerator && measure.kind() == Measure.Kind.RATE;
    }

    private static int mean(int sum, Measure measure) {
        return (int) Math.floor(0.5 + (double) sum / measure.meanOfDays());
    }

    /** How many cells all delta entries change, each counted once a delta entry and day. */
    long cellsChanged() {
        return changes.stream()
                .filter(change -> change.numerator != 0 || change.denominator != 0)
                .mapToLong(change -> change.rows.length)
                .sum();
    }

    /** Numbers that went are kept as their complement, and cancelled against those that came when all are there. */
    private static void note(List<Integer> numbers, Change change, int cutOff) {
        int number = change.column.isOfAges() ? cutOff - change.number : change.number;
        numbers.add(change.denominator > 0 ? number : ~number);
    }

    private static int nearestRank(List<Integer> all, Column column) {
        List<Integer> there =
                new ArrayList<>(all.stream().filter(number -> number >= 0).toList());
        all.stream().filter(number -> number < 0).forEach(gone -> there.remove(Integer.valueOf(~gone)));
        if (there.isEmpty()) {
            return 0;
        }
        there.sort(null);
        int rank = (int) Math.ceil(column.percent() / 100.0 * there.size());
        return there.get(Math.max(rank, 1) - 1);
    }

    /** Numerator and denominator by cell and day as known now; what counts by its date only if that has come. */
    Map<List<Integer>, List<Integer>> knownDays(int cutOff) {
        Map<List<Integer>, List<Integer>> known =
                new TreeMap<>(java.util.Comparator.comparing((List<Integer> key) -> key.get(0))
                        .thenComparing(key -> key.get(1)));
        Map<List<Integer>, List<Integer>> numbers = new java.util.HashMap<>();
        for (Change change : changes) {
            boolean isThere = !change.dated || change.enters <= LondonDays.startOf(cutOff);
            if (isThere && change.column.hasDays()) {
                for (int row : change.rows) {
                    known.merge(
                            List.of(change.column.firstCell() + row, change.day),
                            List.of(change.numerator, change.denominator),
                            (one, other) -> List.of(one.get(0) + other.get(0), one.get(1) + other.get(1)));
                    if (change.column.isPercentile()) {
                        note(
                                numbers.computeIfAbsent(
                                        List.of(change.column.firstCell() + row, change.day), key -> new ArrayList<>()),
                                change,
                                cutOff);
                    }
                }
            }
        }
        numbers.forEach((key, all) -> known.computeIfPresent(
                key, (same, value) -> List.of(nearestRank(all, catalogue.columnOfCell(key.get(0))), value.get(1))));
        known.values().removeIf(List.of(0, 0)::equals);
        return known;
    }

    private static boolean covers(Column column, Window window, int day, int cutOff) {
        Basis basis = column.basis();
        if (column.isRunning()) {
            return day < cutOff - basis.horizon();
        }
        if (basis.isMonthly()) {
            int back = LondonDays.monthOf(cutOff) - LondonDays.monthOf(day) - basis.horizon();
            return LondonDays.isFirstOfMonth(cutOff) && back >= 1 && back <= window.length();
        }
        if (window.isCalendar()) {
            boolean told = LondonDays.isFirstOfMonth(cutOff) || column.windows().size() == 1;
            return told
                    && isInMonths(window, LocalDate.ofEpochDay(day), LocalDate.ofEpochDay(cutOff - basis.horizon()));
        }
        int back = cutOff - day - basis.horizon();
        return back >= 1 && back <= window.length();
    }

    /** Whether a day is in months that were over by another: so many, or those since the April before. */
    private static boolean isInMonths(Window window, LocalDate day, LocalDate by) {
        LocalDate end = by.withDayOfMonth(1);
        LocalDate from = end.minusMonths(Math.max(1, window.length()));
        while (window.equals(Window.FINANCIAL_YEAR) && from.getMonth() != Month.APRIL) {
            from = from.minusMonths(1);
        }
        return !day.isBefore(from) && day.isBefore(end);
    }

    private void read(DeltaEntry entry) {
        ContributionTable table = catalogue.contributionType(ContributionType.values()[entry.contributionType]);
        for (int bit = 0; bit < table.size() && entry.numerator.length > 0; bit++) {
            int numerator = has(entry.numerator, bit) ? entry.sign : 0;
            int denominator = has(entry.denominator, bit) ? entry.sign : 0;
            if (numerator != 0 || denominator != 0) {
                Column column = table.column(bit);
                int number = column.isOfAges()
                        ? entry.recordedDay
                        : column.isPercentile() ? table.number(bit, entry.quantity) : 0;
                read(entry, column, table.effect(bit), numerator, denominator, number);
            }
        }
    }

    private void read(
            DeltaEntry entry,
            Column column,
            ContributionTable.Effect effect,
            int numerator,
            int denominator,
            int number) {
        int[] rows = new int[column.rows().size()];
        rows = java.util.Arrays.copyOf(rows, column.rows().of(entry.dimensionKey, rows));
        boolean dated = entry.contributionType == ContributionType.TOLD.ordinal();
        if (column.basis().kind() == Basis.Kind.MATURED) {
            int closes = entry.day + column.basis().horizon();
            if (entry.enters <= LondonDays.startOf(closes)) {
                changes.add(new Change(column, entry.day, rows, numerator, denominator, number, entry.enters, dated));
            }
            return;
        }
        if (column.isPresence()) {
            int left = entry.day + (int) entry.quantity;
            changes.add(new Change(column, entry.day, rows, numerator, denominator, 0, entry.enters, dated));
            changes.add(new Change(column, left, rows, -numerator, -denominator, 0, entry.enters, dated));
            return;
        }
        if (!column.isStock()) {
            changes.add(new Change(column, entry.day, rows, numerator, denominator, number, entry.enters, dated));
            return;
        }
        boolean leaves = effect == ContributionTable.Effect.LEAVE_STOCK;
        int aged = column.agedDays();
        int entered = leaves ? entry.recordedDay : entry.day;
        int dayOfWhole = leaves ? Math.max(entry.day, entered) : entered;
        int dayOfPart = leaves ? Math.max(entry.day, entered + aged) : entered + aged;
        int sign = leaves ? -1 : 1;
        changes.add(new Change(column, dayOfWhole, rows, 0, sign * denominator, number, entry.enters, dated));
        if (!column.isOfAges()) {
            changes.add(new Change(column, dayOfPart, rows, sign * numerator, 0, 0, entry.enters, dated));
        }
    }

    private static boolean has(long[] bits, int bit) {
        return (bits[bit >>> 6] >>> bit & 1) != 0;
    }

    /** The slots of columns that a predicate names. */
    int[] slotsOf(Predicate<Column> wanted) {
        return java.util.stream.IntStream.range(0, catalogue.slots())
                .filter(slot -> wanted.test(catalogue.columnOfSlot(slot)))
                .toArray();
    }
}
