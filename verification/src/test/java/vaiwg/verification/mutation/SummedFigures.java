package vaiwg.verification.mutation;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import vaiwg.engine.panes.EstimateRow;
import vaiwg.engine.panes.KnownDays;
import vaiwg.engine.panes.SnapshotRows;
import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.Estimates;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.Slice;
import vaiwg.statistics.attrition.Estimate;
import vaiwg.verification.oracle.Figures;
import vaiwg.verification.oracle.LogRecord;

/** Sums up what the engine publishes of one force; not how much was revised, which hangs on the days at which one looks. */
final class SummedFigures implements Figures {
    private final BiFunction<Measure, Basis, Basis> posesAs;
    private final Estimates estimates;
    private final Place[] values;
    private final Place[] cells;
    private final FigureSums sums = new FigureSums();

    private record Place(String key, long slice, boolean counts) {}

    /** @param posesAs under which basis a measure's figures on a basis are published */
    SummedFigures(Catalogue catalogue, BiFunction<Measure, Basis, Basis> posesAs) {
        this.posesAs = posesAs;
        estimates = catalogue.estimates();
        values = new Place[catalogue.slots()];
        cells = new Place[catalogue.cells()];
        catalogue.columns().forEach(this::name);
    }

    FigureSums sums() {
        return sums;
    }

    @Override
    public void snapshot(String force, LocalDate asAt, SnapshotRows rows) {
        for (int i = 0; i < rows.count; i++) {
            add(values[rows.slots[i]], asAt.toEpochDay(), rows.numerators[i], rows.denominators[i]);
        }
    }

    @Override
    public void estimates(String force, LocalDate asAt, List<EstimateRow> rows) {
        for (EstimateRow row : rows) {
            Column column = estimates.columnOfSlot(row.slot());
            Estimate estimate = row.estimate();
            sums.addEstimate(
                    key(
                            column.measure(),
                            column.basis(),
                            column.windowOfSlot(row.slot()).slug()),
                    Slice.of(column.dimensionsOfSlot(row.slot())) + ' ' + asAt,
                    estimate.value(),
                    estimate.lower(),
                    estimate.upper(),
                    estimate.atRisk(),
                    row.through());
        }
    }

    @Override
    public void days(String force, KnownDays known) {
        known.forEachMonth((cell, first, parts, wholes) -> {
            for (int i = 0; i < parts.length; i++) {
                if (parts[i] != 0 || wholes[i] != 0) {
                    add(cells[cell], first + i, parts[i], wholes[i]);
                }
            }
        });
    }

    @Override
    public void late(LogRecord record, long knownAt) {
        // What is late is no measure's matter.
    }

    private void add(Place place, long day, int part, int whole) {
        sums.add(place.key, place.slice, day, part, place.counts ? FigureSums.NONE : whole);
    }

    private void name(Column column) {
        for (int row = 0; row < column.rows().size(); row++) {
            long slice = FigureSums.hash(Slice.of(column.dimensions(row)));
            boolean counts = column.isCount();
            cells[column.firstCell() + row] = new Place(key(column.measure(), column.basis(), ""), slice, counts);
            for (int window = 0; window < column.windows().size(); window++) {
                String read = column.windows().get(window).slug();
                values[column.slot(window, row)] =
                        new Place(key(column.measure(), column.basis(), read), slice, counts);
            }
        }
    }

    private String key(Measure measure, Basis basis, String window) {
        return FigureSums.key(measure.slug(), posesAs.apply(measure, basis).slug(), window);
    }
}
