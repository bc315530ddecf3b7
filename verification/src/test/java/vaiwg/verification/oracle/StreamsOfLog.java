package vaiwg.verification.oracle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vaiwg.engine.contributions.DeltaEntry;
import vaiwg.kpis.cases.RecordKind;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;

/** From when on each kind of record of some forces is known, by their logs alone. */
final class StreamsOfLog {
    private final Catalogue catalogue;
    private final FormerNames former;
    private final Map<String, Map<RecordKind, Long>> since = new HashMap<>();

    StreamsOfLog(Catalogue catalogue, FormerNames former) {
        this.catalogue = catalogue;
        this.former = former;
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
        return kinds(measure).stream().allMatch(kind -> since.get(force).getOrDefault(kind, Long.MAX_VALUE) <= instant);
    }

    /** Of a measure, or of one that is a value of a dimension of another now. */
    private Set<RecordKind> kinds(String measure) {
        return catalogue.columns().stream()
                .filter(column -> former.measure(column).equals(measure))
                .findFirst()
                .map(Column::recordKinds)
                .orElseGet(() -> catalogue.measures().stream()
                        .filter(one -> one.slug().equals(measure))
                        .findFirst()
                        .orElseThrow()
                        .recordKinds());
    }
}
