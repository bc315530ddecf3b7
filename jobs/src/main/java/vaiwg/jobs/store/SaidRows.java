package vaiwg.jobs.store;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vaiwg.jobs.panes.Snapshot;
import vaiwg.jobs.panes.SnapshotVerdicts;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.statistics.signals.Signal;

/** What snapshots put on record: signals, what is to be said of figures, and the open matters. */
final class SaidRows {
    private final Publication publication;
    private final SlotSeries series;
    private final Set<String> restricted;

    SaidRows(Catalogue catalogue, Publication publication, SlotSeries series) {
        this.publication = publication;
        this.series = series;
        this.restricted = catalogue.measures().stream()
                .filter(Measure::isRestricted)
                .map(Measure::slug)
                .collect(Collectors.toSet());
    }

    List<TableRows> tables() {
        return List.of(
                TableRows.of(
                        "kpi_signal_row",
                        "signal_id, change",
                        "publication, force, as_at, signal_id, kpi, basis, \"window\", slice, rule, state, change, "
                                + "day, since, n, observed, expected, sigma_z, false_alarms, paragraph, restricted",
                        this::signals),
                TableRows.of(
                        "kpi_verdict_row",
                        "series_id",
                        "series_id, usual, lower, upper, goal, as_at, since, judged_at, first_day, last_day, numerator,"
                                + " denominator, more, numerator_before, denominator_before, read_numerator,"
                                + " read_denominator, publication, side, few, state, target, why, rule, what, figures,"
                                + " signals",
                        this::verdicts),
                TableRows.of(
                        "kpi_matter_row",
                        "series_id, matter",
                        "series_id, as_at, raised, due, since, day, first_day, last_day, place, publication, daily,"
                                + " few, matter, area, concern, theme, lpas, movement, state, why, what, figures,"
                                + " signals, shown_also, same_cases",
                        this::matters));
    }

    private void signals(Snapshot snapshot, BinaryCopy copy) {
        for (Signal signal : snapshot.signals) {
            copy.row().smallint(publication.number()).text(snapshot.force);
            copy.date(signal.asAt()).text(signal.id(snapshot.force));
            copy.text(signal.kpi()).text(signal.basis());
            copy.text(signal.window()).text(signal.slice());
            copy.text(signal.rule()).text(signal.state().slug());
            copy.text(signal.change().slug());
            copy.date(signal.day()).date(signal.since());
            copy.integer(signal.n()).real(signal.observed());
            copy.real(signal.expected()).real(signal.dispersion());
            copy.text(signal.falseAlarms()).text(signal.paragraph());
            copy.flag(restricted.contains(signal.kpi()));
        }
    }

    private void verdicts(Snapshot snapshot, BinaryCopy copy) {
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

    private void matters(Snapshot snapshot, BinaryCopy copy) {
        int place = 0;
        for (SnapshotVerdicts.MatterRow row : snapshot.verdicts.matters) {
            copy.row().bigint(series.id(snapshot.force, row.slot())).date(snapshot.asAt);
            copy.date(row.raised()).date(row.due()).date(row.since()).date(row.day());
            copy.date(row.firstDay()).date(row.lastDay());
            copy.smallint(++place).smallint(publication.number());
            copy.flag(row.daily()).flag(row.few()).text(row.id()).text(row.area());
            copy.text(row.concern()).text(row.theme()).text(row.areas());
            copy.text(row.movement()).text(row.state().slug()).text(row.why().slug());
            copy.text(row.what()).text(row.figures()).text(row.signals());
            copy.text(row.shownAlso()).text(row.sameCases());
        }
    }
}
