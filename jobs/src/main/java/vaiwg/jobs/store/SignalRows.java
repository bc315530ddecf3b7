package vaiwg.jobs.store;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vaiwg.jobs.panes.Snapshot;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.statistics.signals.Signal;

/** The signals of snapshots. */
final class SignalRows extends TableRows {
    private final Publication publication;
    private final Set<String> restricted;

    SignalRows(Catalogue catalogue, Publication publication) {
        super(
                "kpi_signal_row",
                "publication, force, as_at, signal_id, kpi, basis, \"window\", slice, rule, state, change, "
                        + "day, since, n, observed, expected, sigma_z, false_alarms, paragraph, restricted");
        this.publication = publication;
        this.restricted = catalogue.measures().stream()
                .filter(Measure::isRestricted)
                .map(Measure::slug)
                .collect(Collectors.toSet());
    }

    @Override
    void append(List<Snapshot> snapshots) {
        for (Snapshot snapshot : snapshots) {
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
    }
}
