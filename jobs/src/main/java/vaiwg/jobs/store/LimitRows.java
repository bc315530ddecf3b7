package vaiwg.jobs.store;

import java.util.List;
import java.util.Locale;
import vaiwg.jobs.panes.Snapshot;
import vaiwg.jobs.panes.SnapshotCharts;
import vaiwg.kpis.suppression.Withheld;

/** The blocks of snapshots beside their limits. */
final class LimitRows extends TableRows {
    private final Publication publication;
    private final SlotSeries series;
    private final WithheldRows withheld;

    /** @param withheld what of a snapshot is withheld */
    LimitRows(Publication publication, SlotSeries series, WithheldRows withheld) {
        super(
                "kpi_limit_row",
                "series_id, value, lower, centre, upper, as_at, first_day, numerator, denominator, blocks, "
                        + "publication, side, trial, chart, variation, rule, assurance, withheld");
        this.publication = publication;
        this.series = series;
        this.withheld = withheld;
    }

    @Override
    void append(List<Snapshot> snapshots) {
        for (Snapshot snapshot : snapshots) {
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
    }

    private static String slug(Enum<?> value) {
        return value == null ? null : value.name().toLowerCase(Locale.ROOT);
    }
}
