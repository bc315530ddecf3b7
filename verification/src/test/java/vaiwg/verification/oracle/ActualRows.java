package vaiwg.verification.oracle;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import vaiwg.engine.panes.EstimateRow;
import vaiwg.engine.panes.KnownDays;
import vaiwg.engine.panes.SnapshotRows;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.ChartPlan;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.Estimates;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.Slice;
import vaiwg.kpis.catalogue.SlotValues;
import vaiwg.statistics.attrition.Estimate;

/** Hands the engine's values to the oracle under the names that readers know them by. */
final class ActualRows implements Figures, AutoCloseable {
    private record Name(String kpi, boolean hasDenominator, String basis, String window, String slice) {}

    private record Day(Name cell, LocalDate day, int numerator, int denominator) {}

    private final Name[] values;
    private final Name[] cells;
    private final Estimates estimates;
    private final DuckDBAppender snapshotRows;
    private final DuckDBAppender valueRows;
    private final DuckDBAppender estimateRows;
    private final DuckDBAppender dayRows;
    private final DuckDBAppender eventDayRows;
    private final DuckDBAppender lateRows;
    private final List<ChartPlan.Chart> chartedByDay;

    ActualRows(Catalogue catalogue, Oracle oracle) throws SQLException {
        values = new Name[catalogue.slots()];
        cells = new Name[catalogue.cells()];
        estimates = catalogue.estimates();
        catalogue.columns().forEach(this::name);
        snapshotRows = oracle.appender("actual_snapshot");
        valueRows = oracle.appender("actual_value");
        estimateRows = oracle.appender("actual_estimate");
        dayRows = oracle.appender("actual_day");
        eventDayRows = oracle.appender("actual_event_day");
        lateRows = oracle.appender("actual_late");
        chartedByDay = ChartPlan.of(catalogue).charts().stream()
                .filter(chart -> !chart.isMonthly()
                        && !chart.isStock()
                        && !chart.column().isPercentile())
                .toList();
        try (DuckDBAppender figures = oracle.appender("charted_figure")) {
            for (ChartPlan.Chart chart : chartedByDay) {
                Name name = values[chart.slot()];
                figures.beginRow()
                        .append(name.kpi)
                        .append(name.basis)
                        .append(name.slice)
                        .endRow();
            }
        }
    }

    @Override
    public void published(String force, LocalDate asAt, LocalDate historyFrom) throws SQLException {
        snapshotRows.beginRow().append(force).append(asAt).append(historyFrom).endRow();
    }

    @Override
    public void snapshot(String force, LocalDate asAt, SnapshotRows rows) throws SQLException {
        for (int i = 0; i < rows.count; i++) {
            Name name = values[rows.slots[i]];
            valueRows
                    .beginRow()
                    .append(force)
                    .append(asAt)
                    .append(name.kpi)
                    .append(name.basis)
                    .append(name.window)
                    .append(name.slice)
                    .append(rows.numerators[i]);
            denominator(valueRows, name, rows.denominators[i]).endRow();
        }
    }

    @Override
    public void estimates(String force, LocalDate asAt, List<EstimateRow> rows) throws SQLException {
        for (EstimateRow row : rows) {
            Column column = estimates.columnOfSlot(row.slot());
            Estimate estimate = row.estimate();
            estimateRows
                    .beginRow()
                    .append(force)
                    .append(asAt)
                    .append(column.measure().slug())
                    .append(column.basis().slug())
                    .append(column.windowOfSlot(row.slot()).slug())
                    .append(Slice.of(column.dimensionsOfSlot(row.slot())))
                    .append(estimate.value())
                    .append(estimate.lower())
                    .append(estimate.upper())
                    .append(estimate.atRisk())
                    .append(LocalDate.ofEpochDay(row.through()))
                    .endRow();
        }
    }

    @Override
    public void charted(String force, LocalDate asAt, SlotValues figures) throws SQLException {
        for (ChartPlan.Chart chart : chartedByDay) {
            int after = Math.toIntExact(asAt.toEpochDay()) - chart.column().lag();
            for (int day = after - ChartPlan.BLOCK.length(); day < after; day++) {
                int part = figures.numeratorOn(chart.slot(), day);
                int whole = figures.denominatorOn(chart.slot(), day);
                if (part != 0 || whole != 0) {
                    Name name = values[chart.slot()];
                    eventDayRows
                            .beginRow()
                            .append(force)
                            .append(asAt)
                            .append(name.kpi)
                            .append(name.basis)
                            .append(name.slice)
                            .append(LocalDate.ofEpochDay(day))
                            .append(part);
                    denominator(eventDayRows, name, whole).endRow();
                }
            }
        }
    }

    @Override
    public void days(String force, KnownDays known) throws SQLException {
        for (Day day : notZero(known)) {
            dayRows.beginRow()
                    .append(force)
                    .append(day.cell.kpi)
                    .append(day.cell.basis)
                    .append(day.cell.slice)
                    .append(day.day)
                    .append(day.numerator);
            denominator(dayRows, day.cell, day.denominator).endRow();
        }
    }

    @Override
    public void late(LogRecord record, long knownAt) throws SQLException {
        lateRows.beginRow()
                .append(Envelope.force(record.value()))
                .append(record.topic())
                .append(record.partition())
                .append(record.offset())
                .append(knownAt)
                .endRow();
    }

    @Override
    public void close() throws SQLException {
        snapshotRows.close();
        valueRows.close();
        estimateRows.close();
        dayRows.close();
        eventDayRows.close();
        lateRows.close();
    }

    private List<Day> notZero(KnownDays known) {
        List<Day> days = new ArrayList<>();
        known.forEachMonth((cell, first, parts, wholes) -> {
            for (int i = 0; i < parts.length; i++) {
                if (parts[i] != 0 || wholes[i] != 0) {
                    days.add(new Day(cells[cell], LocalDate.ofEpochDay(first + i), parts[i], wholes[i]));
                }
            }
        });
        return days;
    }

    private static DuckDBAppender denominator(DuckDBAppender row, Name name, int denominator) throws SQLException {
        return name.hasDenominator ? row.append(denominator) : row.appendNull();
    }

    private void name(Column column) {
        for (int row = 0; row < column.rows().size(); row++) {
            String slice = Slice.of(column.dimensions(row));
            cells[column.firstCell() + row] = name(column, "", slice);
            for (int window = 0; window < column.windows().size(); window++) {
                values[column.slot(window, row)] =
                        name(column, column.windows().get(window).slug(), slice);
            }
        }
    }

    private static Name name(Column column, String window, String slice) {
        Measure measure = column.measure();
        return new Name(
                measure.slug(),
                measure.kind() != Measure.Kind.COUNT,
                column.basis().slug(),
                window,
                slice);
    }
}
