package vaiwg.verification.oracle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vaiwg.engine.contributions.DeltaEntry;
import vaiwg.kpis.cases.RecordKind;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Measure;

/** From when on each kind of record of some forces is known, by their logs alone. */
final class StreamsOfLog {
    private final Catalogue catalogue;
    private final Map<String, Map<RecordKind, Long>> since = new HashMap<>();

    StreamsOfLog(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** @param seed of the turns in which partitions are read */
    void add(String force, List<LogRecord> log, long seed) throws Exception {
        Map<RecordKind, Long> ofForce = new HashMap<>();
        since.put(force, ofForce);
        new LogReading(catalogue, new LogReading.Reader() {
                    @Override
                    public void taken(RecordKind kind, long knownAt) {
                        ofForce.merge(kind, knownAt, Math::min);
                    }

                    @Override
                    public void entry(DeltaEntry entry) {
                        // What it counts is no matter here.
                    }

                    @Override
                    public void late(LogRecord record, long knownAt) {
                        // Nor when it came.
                    }

                    @Override
                    public void readThrough(long watermark) {
                        // Nor what is published.
                    }
                })
                .read(log, seed);
    }

    /** Whether all that tells a measure of a force is known by an instant. */
    boolean tell(String force, String measure, long instant) {
        Measure told = catalogue.measures().stream()
                .filter(one -> one.slug().equals(measure))
                .findFirst()
                .orElseThrow();
        return told.recordKinds().stream()
                .allMatch(kind -> since.get(force).getOrDefault(kind, Long.MAX_VALUE) <= instant);
    }
}
