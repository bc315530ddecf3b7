package vaiwg.kpis.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vaiwg.kpis.cases.RecordKind;
import vaiwg.kpis.facts.Fact;

/**
 * One measure on one basis (and of one value of its dimension, where it has one): a block of cells, one a slice row, and of slots,
 * one a window and row. A cell is kept by the day; a slot is a value that is read.
 *
 * @param firstCell its first cell; the cell of a row is {@code firstCell + row}
 * @param firstSlot its first slot; the slot of a window and row is {@code firstSlot + window * rows.size() + row}
 */
public record Column(
        Measure measure,
        Optional<Variant> variant,
        Basis basis,
        List<Window> windows,
        SliceRows rows,
        int firstCell,
        int firstSlot) {
    /** By how many days a window's end lies before the day before the snapshot: k of {@code settled_k} and {@code matured_k}. */
    public int lag() {
        return basis.horizon();
    }

    public boolean isStock() {
        return basis.kind() == Basis.Kind.STOCK;
    }

    /** Whether its values are running sums of what came and went: a stock, or who is present. */
    public boolean isRunning() {
        return isStock() || isPresence();
    }

    /** Whether it counts who or what is present in the days after an event. */
    public boolean isPresence() {
        return measure.isPresence();
    }

    /** Whether its values are ages of what stands, which go by the midnight at which they are read. */
    public boolean isOfAges() {
        return isStock() && isPercentile();
    }

    /** Whether a day by itself has a figure: there is none of who is present, nor of how old is what stands. */
    public boolean hasDays() {
        return !isPresence() && !isOfAges();
    }

    /** Whether its values are numbers of cases, without a denominator. */
    public boolean isCount() {
        return measure.isCount();
    }

    /** Whether its values are a percentile, with the number of cases as the denominator. */
    public boolean isPercentile() {
        return measure.kind() == Measure.Kind.PERCENTILE;
    }

    /** How the report reads the measure, of a source that knows what the column does: days, or months only. */
    public Optional<View> read() {
        return basis.isMonthly() ? measure.readByMonth() : measure.readByDay();
    }

    /** The facts for which it asks; of figures about figures none. */
    Stream<Fact> facts() {
        return measure.facts(variant);
    }

    /** Whether its measure asks for any fact that is judged so at a horizon. */
    boolean asks(Fact.At at) {
        return facts().anyMatch(fact -> fact.at() == at);
    }

    public Window windowOfSlot(int slot) {
        return windows.get(windowIndexOfSlot(slot));
    }

    public int windowIndexOfSlot(int slot) {
        return (slot - firstSlot) / rows.size();
    }

    public int rowOfSlot(int slot) {
        return (slot - firstSlot) % rows.size();
    }

    public int slot(int window, int row) {
        return firstSlot + window * rows.size() + row;
    }

    public Map<String, String> dimensionsOfSlot(int slot) {
        return dimensions(rowOfSlot(slot));
    }

    /** The dimensions of a row with the value of the measure's own, sorted by key. */
    public Map<String, String> dimensions(int row) {
        Map<String, String> dimensions = rows.dimensions(row);
        variant.ifPresent(value -> dimensions.put(value.dimension().name(), value.slug()));
        return dimensions;
    }

    /**
     * Whether every day's snapshot keeps a row: totals and themes. Others are kept at month ends and daily from {@code daily_from} on, and
     * so is each row of a dimension of which one value stands for all.
     */
    public boolean isDaily(int row) {
        return !isCut() && rows.family(row).isDaily();
    }

    /** Whether one value of its dimension stands for all. */
    boolean isCut() {
        return variant.flatMap(value -> value.dimension().forAll()).isPresent();
    }

    /** What must be sent so that it has a figure. */
    public Set<RecordKind> recordKinds() {
        return measure.recordKinds(variant);
    }

    /** Days after entry at which a stock's case becomes part of the numerator, 0 where it is from the first. */
    public int agedDays() {
        return measure.agedDays(variant);
    }

    /** Which percentile, 1 to 100, by nearest rank; 0 of every other kind. */
    public int percent() {
        return measure.percent(variant);
    }

    int cells() {
        return rows.size();
    }

    int slots() {
        return rows.size() * windows.size();
    }
}
