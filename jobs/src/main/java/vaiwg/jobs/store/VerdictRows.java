package vaiwg.jobs.store;

import java.util.List;
import vaiwg.jobs.panes.Snapshot;
import vaiwg.jobs.panes.SnapshotVerdicts;

/** What is to be said of the figures of snapshots. */
final class VerdictRows extends TableRows {
    private final Publication publication;
    private final SlotSeries series;

    VerdictRows(Publication publication, SlotSeries series) {
        super(
                "kpi_verdict_row",
                "series_id, usual, lower, upper, goal, as_at, since, judged_at, first_day, last_day, numerator,"
                        + " denominator, more, numerator_before, denominator_before, read_numerator, read_denominator,"
                        + " publication, side, few, state, target, why, rule, what, figures, signals");
        this.publication = publication;
        this.series = series;
    }

    @Override
    void append(List<Snapshot> snapshots) {
        for (Snapshot snapshot : snapshots) {
            for (SnapshotVerdicts.Row row : snapshot.verdicts.rows) {
                copy.row().bigint(series.id(snapshot.force, row.slot()));
                copy.real(row.usual()).real(row.lower()).real(row.upper()).real(row.goal());
                copy.date(snapshot.asAt).date(row.since()).date(row.judgedAt());
                copy.date(row.firstDay()).date(row.lastDay());
                copy.integer(row.numerator()).integer(row.denominator()).integer(row.more());
                copy.integer(row.before()).integer(row.wholeBefore());
                copy.integer(row.read()).integer(row.wholeRead());
                copy.smallint(publication.number()).smallint(row.amount()).flag(row.few());
                copy.text(row.state().slug())
                        .text(row.target().slug())
                        .text(row.why().slug());
                copy.text(row.rule()).text(row.what()).text(row.figures()).text(row.signals());
            }
        }
    }
}
