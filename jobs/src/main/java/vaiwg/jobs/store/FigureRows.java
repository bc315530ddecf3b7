package vaiwg.jobs.store;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vaiwg.engine.panes.EstimateRow;
import vaiwg.engine.panes.RevisionRow;
import vaiwg.jobs.panes.Snapshot;
import vaiwg.jobs.panes.SnapshotCharts;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.suppression.Withheld;
import vaiwg.statistics.attrition.Estimate;

/** What snapshots say of figures beside their values: estimates, blocks of charts, areas side by side, and days that are known otherwise. */
final class FigureRows {
    private final Catalogue catalogue;
    private final Publication publication;
    private final SlotSeries series;
    private final SeriesWriter writer;
    private final WithheldRows withheld;
    /** Of the lines of estimates, by force. */
    private final Map<String, long[]> ids = new HashMap<>();

    /** @param withheld what of a snapshot is withheld */
    FigureRows(
            Catalogue catalogue,
            Publication publication,
            SlotSeries series,
            SeriesWriter writer,
            WithheldRows withheld) {
        this.catalogue = catalogue;
        this.publication = publication;
        this.series = series;
        this.writer = writer;
        this.withheld = withheld;
    }

    List<TableRows> tables() {
        return List.of(
                TableRows.of(
                        "kpi_estimate_row",
                        "series_id",
                        "series_id, value, lower, upper, as_at, data_through, at_risk, publication",
                        this::estimates),
                TableRows.of(
                        "kpi_limit_row",
                        "series_id",
                        "series_id, value, lower, centre, upper, as_at, first_day, numerator, denominator, blocks, "
                                + "publication, side, trial, chart, variation, rule, assurance, withheld",
                        this::limits),
                TableRows.of(
                        "kpi_funnel_row",
                        "series_id",
                        "series_id, centre, lower_95, upper_95, lower_998, upper_998, as_at, publication",
                        this::places),
                TableRows.of(
                        SnapshotTable.REVISIONS,
                        "series_id, day, cause",
                        "series_id, as_at, day, numerator, denominator, publication, cause",
                        this::revisions));
    }

    private void estimates(Snapshot snapshot, BinaryCopy copy) {
        long[] known = ids.computeIfAbsent(
                snapshot.force, force -> new long[catalogue.estimates().slots()]);
        for (EstimateRow row : snapshot.estimates) {
            int slot = row.slot();
            if (known[slot] == 0) {
                Series line = Series.ofEstimate(catalogue, snapshot.force, slot);
                known[slot] = line.id();
                writer.add(line);
            }
            Estimate estimate = row.estimate();
            copy.row().bigint(known[slot]);
            copy.real(estimate.value()).real(estimate.lower()).real(estimate.upper());
            copy.date(snapshot.asAt).date(row.through());
            copy.integer(estimate.atRisk()).smallint(publication.number());
        }
    }

    private void limits(Snapshot snapshot, BinaryCopy copy) {
        Withheld[] why = withheld.blocks(snapshot);
        for (SnapshotCharts.Limit row : snapshot.charts.limits) {
            copy.row().bigint(series.id(snapshot.force, row.slot()));
            copy.real(row.value()).real(row.lower()).real(row.centre()).real(row.upper());
            copy.date(snapshot.asAt).date(row.firstDay());
            copy.integer(row.numerator());
            copy.integer(row.denominator(), !series.isCount(row.slot()));
            copy.integer(row.blocks()).smallint(publication.number());
            copy.smallint(row.side()).flag(row.trial());
            copy.text(row.chart().slug()).text(slug(row.variation()));
            copy.text(slug(row.rule())).text(slug(row.assurance()));
            copy.text(WithheldRows.slug(why[row.slot()]));
        }
    }

    private static String slug(Enum<?> value) {
        return value == null ? null : value.name().toLowerCase(Locale.ROOT);
    }

    private void places(Snapshot snapshot, BinaryCopy copy) {
        for (SnapshotCharts.Place row : snapshot.charts.places) {
            copy.row().bigint(series.id(snapshot.force, row.slot()));
            copy.real(row.centre()).real(row.lower95()).real(row.upper95());
            copy.real(row.lower998()).real(row.upper998());
            copy.date(snapshot.asAt).smallint(publication.number());
        }
    }

    private void revisions(Snapshot snapshot, BinaryCopy copy) {
        for (RevisionRow row : snapshot.revisions) {
            int slot = slot(row.cell());
            copy.row().bigint(series.id(snapshot.force, slot));
            copy.date(snapshot.asAt).date(row.day()).integer(row.numerator());
            copy.integer(row.denominator(), !series.isCount(slot));
            copy.smallint(publication.number()).text(row.cause().slug());
        }
    }

    /** Of the window by which the headline is read. */
    private int slot(int cell) {
        Column column = catalogue.columnOfCell(cell);
        int window = column.windows().indexOf(column.read().orElseThrow().window());
        return column.slot(window, cell - column.firstCell());
    }
}
