package vaiwg.jobs.store;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vaiwg.jobs.panes.Snapshot;
import vaiwg.kpis.cases.RecordKind;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.schemas.EventStream;
import vaiwg.statistics.streams.StreamReading;

/** How each stream came as of snapshots; where something is wrong with one, with the measures that rest on it. */
final class StreamRows extends TableRows {
    private final Catalogue catalogue;
    private final Publication publication;
    private final Map<EventStream, String> measures = new EnumMap<>(EventStream.class);

    StreamRows(Catalogue catalogue, Publication publication) {
        super(
                "kpi_stream_row",
                "stream",
                "expected_week, newest, since, as_at, publication, force, stream, state, sentence, kpis");
        this.catalogue = catalogue;
        this.publication = publication;
    }

    @Override
    void append(List<Snapshot> snapshots) {
        for (Snapshot snapshot : snapshots) {
            for (StreamReading reading : snapshot.streams) {
                copy.row().real(reading.expectedWeek(), !Double.isNaN(reading.expectedWeek()));
                copy.date(reading.newest(), reading.newest() != StreamReading.NONE);
                copy.date(reading.since(), reading.since() != StreamReading.NONE);
                copy.date(snapshot.asAt).smallint(publication.number());
                copy.text(snapshot.force).text(reading.stream().slug());
                copy.text(reading.state().words()).text(reading.sentence());
                copy.text(reading.state().isWrong() ? measures.computeIfAbsent(reading.stream(), this::measures) : "");
            }
        }
    }

    private String measures(EventStream stream) {
        return catalogue.measures().stream()
                .filter(measure -> restsOn(measure, stream))
                .map(Measure::slug)
                .collect(Collectors.joining(" "));
    }

    /** What no stream tells, but of signals and reports, and what a stream tells of crimes, is of crimes too. */
    private static boolean restsOn(Measure measure, EventStream stream) {
        boolean ofNoEvents = measure.countsWork() && measure.streams().isEmpty();
        boolean ofCrimes = !ofNoEvents
                && measure.streams().stream()
                        .allMatch(told -> told.subject().equals(EventStream.CRIME_RECORDING.subject()));
        return measure.recordKinds().contains(RecordKind.of(stream))
                || stream == EventStream.CRIME_RECORDING && ofCrimes;
    }
}
