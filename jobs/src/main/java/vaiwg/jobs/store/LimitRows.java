package vaiwg.jobs.store;

import java.time.LocalDate;
import java.util.Locale;
import vaiwg.jobs.panes.Snapshot;
import vaiwg.jobs.panes.SnapshotCharts;

/** The blocks of snapshots beside their limits, as lines to be copied into their table. */
final class LimitRows {
    static final String COPY =
            "COPY kpi_limit_row (series_id, value, lower, centre, upper, as_at, first_day, numerator,"
                    + " denominator, blocks, publication, side, trial, chart, variation, rule, assurance) FROM STDIN";

    private static final String NULL = "\\N";

    private final Publication publication;
    private final SlotSeries series;

    LimitRows(Publication publication, SlotSeries series) {
        this.publication = publication;
        this.series = series;
    }

    void append(Snapshot snapshot, StringBuilder copied) {
        for (SnapshotCharts.Limit row : snapshot.charts.limits) {
            copied.append(series.id(snapshot.force, row.slot())).append('\t');
            copied.append(row.value()).append('\t').append(row.lower()).append('\t');
            copied.append(row.centre()).append('\t').append(row.upper()).append('\t');
            copied.append(LocalDate.ofEpochDay(snapshot.asAt)).append('\t');
            copied.append(LocalDate.ofEpochDay(row.firstDay())).append('\t');
            copied.append(row.numerator()).append('\t');
            copied.append(series.isCount(row.slot()) ? NULL : Integer.toString(row.denominator()))
                    .append('\t');
            copied.append(row.blocks()).append('\t');
            copied.append(publication.number()).append('\t');
            copied.append(row.side()).append('\t');
            copied.append(row.trial()).append('\t');
            copied.append(row.chart().slug()).append('\t');
            copied.append(slug(row.variation())).append('\t');
            copied.append(slug(row.rule())).append('\t');
            copied.append(slug(row.assurance())).append('\n');
        }
    }

    private static String slug(Enum<?> value) {
        return value == null ? NULL : value.name().toLowerCase(Locale.ROOT);
    }
}
