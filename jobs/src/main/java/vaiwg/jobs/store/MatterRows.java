package vaiwg.jobs.store;

import java.util.List;
import vaiwg.jobs.panes.Snapshot;
import vaiwg.jobs.panes.SnapshotVerdicts;

/** The open matters of snapshots. */
final class MatterRows extends TableRows {
    private final Publication publication;
    private final SlotSeries series;

    MatterRows(Publication publication, SlotSeries series) {
        super(
                "kpi_matter_row",
                "series_id, as_at, raised, due, since, day, first_day, last_day, place, publication, daily, few,"
                        + " matter, area, concern, theme, lpas, movement, state, why, what, figures, signals, shown_also,"
                        + " same_cases");
        this.publication = publication;
        this.series = series;
    }

    @Override
    void append(List<Snapshot> snapshots) {
        for (Snapshot snapshot : snapshots) {
            int place = 0;
            for (SnapshotVerdicts.MatterRow row : snapshot.verdicts.matters) {
                copy.row().bigint(series.id(snapshot.force, row.slot())).date(snapshot.asAt);
                copy.date(row.raised()).date(row.due()).date(row.since()).date(row.day());
                copy.date(row.firstDay()).date(row.lastDay());
                copy.smallint(++place).smallint(publication.number());
                copy.flag(row.daily()).flag(row.few()).text(row.id()).text(row.area());
                copy.text(row.concern()).text(row.theme()).text(row.areas());
                copy.text(row.movement())
                        .text(row.state().slug())
                        .text(row.why().slug());
                copy.text(row.what()).text(row.figures()).text(row.signals());
                copy.text(row.shownAlso()).text(row.sameCases());
            }
        }
    }
}
