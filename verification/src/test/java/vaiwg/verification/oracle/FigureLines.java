package vaiwg.verification.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vaiwg.engine.panes.EstimateRow;
import vaiwg.engine.panes.KnownDays;
import vaiwg.engine.panes.SnapshotRows;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.Slice;
import vaiwg.statistics.attrition.Estimate;

/** Figures as lines of text under the names that readers know them by: kind, force, day, measure, basis, window, slice, numbers. */
final class FigureLines implements Figures {
    private final Catalogue catalogue;
    private final List<String> lines = new ArrayList<>();

    FigureLines(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    List<String> sorted() {
        Collections.sort(lines);
        return lines;
    }

    /** The measure that a line is about; empty of a late event. */
    static String measure(String line) {
        String[] fields = line.split(",", -1);
        return fields[0].equals("late") ? "" : fields[3];
    }

    @Override
    public void snapshot(String force, LocalDate asAt, SnapshotRows rows) {
        for (int i = 0; i < rows.count; i++) {
            Column column = catalogue.columnOfSlot(rows.slots[i]);
            add(
                    "value",
                    force,
                    asAt,
                    column.measure().slug(),
                    column.basis().slug(),
                    column.windowOfSlot(rows.slots[i]).slug(),
                    slice(column, column.rowOfSlot(rows.slots[i])),
                    rows.numerators[i],
                    column.isCount() ? "" : rows.denominators[i]);
        }
    }

    @Override
    public void estimates(String force, LocalDate asAt, List<EstimateRow> rows) {
        for (EstimateRow row : rows) {
            Column column = catalogue.estimates().columnOfSlot(row.slot());
            Estimate estimate = row.estimate();
            add(
                    "estimate",
                    force,
                    asAt,
                    column.measure().slug(),
                    column.basis().slug(),
                    column.windowOfSlot(row.slot()).slug(),
                    Slice.of(column.dimensionsOfSlot(row.slot())),
                    // The last digits depend on the machine's logarithms.
                    String.format(Locale.UK, "%.9f,%.9f,%.9f", estimate.value(), estimate.lower(), estimate.upper()),
                    estimate.atRisk());
        }
    }

    @Override
    public void days(String force, KnownDays known) {
        known.forEachMonth((cell, first, parts, wholes) -> {
            Column column = catalogue.columnOfCell(cell);
            for (int i = 0; i < parts.length; i++) {
                if (parts[i] != 0 || wholes[i] != 0) {
                    add(
                            "day",
                            force,
                            LocalDate.ofEpochDay(first + i),
                            column.measure().slug(),
                            column.basis().slug(),
                            "",
                            slice(column, cell - column.firstCell()),
                            parts[i],
                            column.isCount() ? "" : wholes[i]);
                }
            }
        });
    }

    @Override
    public void late(LogRecord record, long knownAt) {
        add("late", record.topic(), record.partition(), record.offset(), knownAt);
    }

    private static String slice(Column column, int row) {
        return Slice.of(column.dimensions(row));
    }

    private void add(Object... fields) {
        lines.add(String.join(",", Stream.of(fields).map(String::valueOf).toList()));
    }
}
