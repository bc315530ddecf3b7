package vaiwg.demo.synthetic;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import vaiwg.cli.feed.DecodedEvents;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.engine.contributions.DeltaEntry;
import vaiwg.engine.contributions.SubjectDeltas;
import vaiwg.jobs.decode.Rejection;
import vaiwg.kpis.cases.CaseState;
import vaiwg.kpis.cases.Version;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.time.PartitionClock;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.Outcome;
import vaiwg.schemas.Progress;

/** The crimes and outcomes of a feed without the job: their delta entries, and how far all is known. */
final class FedCases {
    private final DecodedEvents decoded = new DecodedEvents();
    private final PartitionClock clock = new PartitionClock(PartitionClock.UNSET);
    private final Map<String, CaseState> cases = new HashMap<>();
    private final SubjectDeltas entries;
    private final Consumer<DeltaEntry> sink;

    FedCases(Catalogue catalogue, Consumer<DeltaEntry> sink) {
        this.entries = new SubjectDeltas(catalogue);
        this.sink = sink;
    }

    void take(FeedRecord record) {
        try {
            if (record.value() instanceof Progress progress) {
                clock.progress(progress.getCompleteThrough().toEpochMilli());
            } else if (record.value() instanceof CrimeRecording || record.value() instanceof Outcome) {
                add(record.key(), decoded.of(record).version);
            }
        } catch (Rejection e) {
            throw new AssertionError("the synthetic force sends nothing that is rejected", e);
        }
    }

    /** The instant through which all is known. */
    long through() {
        return clock.now();
    }

    private void add(String reference, Version version) {
        version.knownAt = clock.admit(version.changedAt);
        CaseState before = cases.get(reference);
        CaseState known = before == null ? new CaseState() : before;
        CaseState after = known.with(version);
        if (after != known) {
            cases.put(reference, after);
            entries.of(before, after, version.knownAt).forEach(sink);
        }
    }
}
