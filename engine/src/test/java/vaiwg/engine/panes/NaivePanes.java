package vaiwg.engine.panes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import vaiwg.engine.signatures.Posting;
import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.Lane;
import vaiwg.kpis.catalogue.LaneTable;
import vaiwg.kpis.catalogue.Window;
import vaiwg.kpis.time.LondonDays;

/** Every value computed from all postings each time, by the words of the bases: no panes, no rolling sums, no waiting. */
final class NaivePanes {
    private final Catalogue catalogue;
    private final List<Change> changes = new ArrayList<>();

    /** One posting's change of a column's cells on a day. */
    private record Change(
            Column column, int day, int[] rows, int part, int whole, int number, long enters, boolean dated) {}

    NaivePanes(Catalogue catalogue, List<Posting> postings) {
        this.catalogue = catalogue;
        postings.forEach(this::read);
    }

    /** Numerators and denominators by slot at a boundary, of what entered by an instant; by months only at a month's first. */
    int[][] valuesAt(int boundary, long instant) {
        int[][] values = new int[2][catalogue.slots()];
        Map<Integer, List<Integer>> numbers = new TreeMap<>();
        for (Change change : changes) {
            if (change.enters <= instant) {
                for (int window = 0; window < change.column.windows().size(); window++) {
                    if (covers(change.column, change.column.windows().get(window), change.day, boundary)) {
                        for (int row : change.rows) {
                            int slot = change.column.slot(window, row);
                            values[0][slot] += change.part;
                            values[1][slot] += change.whole;
                            if (change.column.isPercentile()) {
                                note(numbers.computeIfAbsent(slot, s -> new ArrayList<>()), change);
                            }
                        }
                    }
                }
            }
        }
        numbers.forEach((slot, all) -> values[0][slot] = nearestRank(all, catalogue.columnOfSlot(slot)));
        return values;
    }

    /** How many cells all postings change, each counted once a posting and day. */
    long cellsChanged() {
        return changes.stream()
                .filter(change -> change.part != 0 || change.whole != 0)
                .mapToLong(change -> change.rows.length)
                .sum();
    }

    /** Numbers that went are kept as their complement, and cancelled against those that came when all are there. */
    private static void note(List<Integer> numbers, Change change) {
        numbers.add(change.whole > 0 ? change.number : ~change.number);
    }

    private static int nearestRank(List<Integer> all, Column column) {
        List<Integer> there =
                new ArrayList<>(all.stream().filter(number -> number >= 0).toList());
        all.stream().filter(number -> number < 0).forEach(gone -> there.remove(Integer.valueOf(~gone)));
        if (there.isEmpty()) {
            return 0;
        }
        there.sort(null);
        int rank = (int) Math.ceil(column.measure().percent() / 100.0 * there.size());
        return there.get(Math.max(rank, 1) - 1);
    }

    /** Numerator and denominator by cell and day as known now; what counts by its date only if that has come. */
    Map<List<Integer>, List<Integer>> knownDays(int boundary) {
        Map<List<Integer>, List<Integer>> known =
                new TreeMap<>(java.util.Comparator.comparing((List<Integer> key) -> key.get(0))
                        .thenComparing(key -> key.get(1)));
        Map<List<Integer>, List<Integer>> numbers = new java.util.HashMap<>();
        for (Change change : changes) {
            boolean isThere = !change.dated || change.enters <= LondonDays.startOf(boundary);
            if (isThere && !change.column.isPresence()) {
                for (int row : change.rows) {
                    known.merge(
                            List.of(change.column.firstCell() + row, change.day),
                            List.of(change.part, change.whole),
                            (one, other) -> List.of(one.get(0) + other.get(0), one.get(1) + other.get(1)));
                    if (change.column.isPercentile()) {
                        note(
                                numbers.computeIfAbsent(
                                        List.of(change.column.firstCell() + row, change.day), key -> new ArrayList<>()),
                                change);
                    }
                }
            }
        }
        numbers.forEach((key, all) -> known.computeIfPresent(
                key, (same, value) -> List.of(nearestRank(all, catalogue.columnOfCell(key.get(0))), value.get(1))));
        known.values().removeIf(List.of(0, 0)::equals);
        return known;
    }

    private static boolean covers(Column column, Window window, int day, int boundary) {
        Basis basis = column.basis();
        if (column.isRunning()) {
            return day < boundary - basis.horizon();
        }
        if (basis.isMonthly()) {
            int back = LondonDays.monthOf(boundary) - LondonDays.monthOf(day) - basis.horizon();
            return LondonDays.isFirstOfMonth(boundary) && back >= 1 && back <= window.length();
        }
        int back = boundary - day - basis.horizon();
        return back >= 1 && back <= window.length();
    }

    private void read(Posting posting) {
        LaneTable table = catalogue.lane(Lane.values()[posting.lane]);
        for (int bit = 0; bit < table.size() && posting.part.length > 0; bit++) {
            int part = has(posting.part, bit) ? posting.sign : 0;
            int whole = has(posting.whole, bit) ? posting.sign : 0;
            if (part != 0 || whole != 0) {
                Column column = table.column(bit);
                int number = column.isPercentile() ? table.number(bit, posting.quantity) : 0;
                read(posting, column, table.effect(bit), part, whole, number);
            }
        }
    }

    private void read(Posting posting, Column column, LaneTable.Effect effect, int part, int whole, int number) {
        int[] rows = new int[column.rows().size()];
        rows = java.util.Arrays.copyOf(rows, column.rows().of(posting.tuple, rows));
        boolean dated = posting.lane == Lane.TOLD.ordinal();
        if (column.basis().kind() == Basis.Kind.MATURED) {
            int closes = posting.day + column.basis().horizon();
            if (posting.enters <= LondonDays.startOf(closes)) {
                changes.add(new Change(column, posting.day, rows, part, whole, number, posting.enters, dated));
            }
            return;
        }
        if (column.isPresence()) {
            int left = posting.day + (int) posting.quantity;
            changes.add(new Change(column, posting.day, rows, part, whole, 0, posting.enters, dated));
            changes.add(new Change(column, left, rows, -part, -whole, 0, posting.enters, dated));
            return;
        }
        if (!column.isStock()) {
            changes.add(new Change(column, posting.day, rows, part, whole, number, posting.enters, dated));
            return;
        }
        boolean leaves = effect == LaneTable.Effect.LEAVE_STOCK;
        int aged = column.measure().agedDays();
        int entered = leaves ? posting.recordedDay : posting.day;
        int dayOfWhole = leaves ? Math.max(posting.day, entered) : entered;
        int dayOfPart = leaves ? Math.max(posting.day, entered + aged) : entered + aged;
        int sign = leaves ? -1 : 1;
        changes.add(new Change(column, dayOfWhole, rows, 0, sign * whole, 0, posting.enters, dated));
        changes.add(new Change(column, dayOfPart, rows, sign * part, 0, 0, posting.enters, dated));
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
