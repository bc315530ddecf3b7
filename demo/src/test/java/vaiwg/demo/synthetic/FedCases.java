package vaiwg.demo.synthetic;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import vaiwg.cli.feed.DecodedEvents;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.engine.signatures.Posting;
import vaiwg.engine.signatures.SubjectPostings;
import vaiwg.jobs.decode.Refusal;
import vaiwg.kpis.cases.CaseState;
import vaiwg.kpis.cases.Version;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.time.PartitionClock;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.Outcome;
import vaiwg.schemas.Progress;

/** The crimes and outcomes of a feed without the job: their postings, and how far all is known. */
final class FedCases {
    private final DecodedEvents decoded = new DecodedEvents();
    private final PartitionClock clock = new PartitionClock(PartitionClock.UNSET);
    private final Map<String, CaseState> cases = new HashMap<>();
    private final SubjectPostings postings;
    private final Consumer<Posting> sink;

    FedCases(Catalogue catalogue, Consumer<Posting> sink) {
        this.postings = new SubjectPostings(catalogue);
        this.sink = sink;
    }

    void take(FeedRecord record) {
        try {
            if (record.value() instanceof Progress progress) {
                clock.progress(progress.getCompleteThrough().toEpochMilli());
            } else if (record.value() instanceof CrimeRecording || record.value() instanceof Outcome) {
                add(record.key(), decoded.of(record).version);
            }
        } catch (Refusal e) {
            throw new AssertionError("the synthetic force sends nothing that is refused", e);
        }
    }

    /** The instant through which all is known. */
    long through() {
        return clock.now();
    }

    private void add(String reference, Version version) {
        version.admittedAt = clock.admit(version.changedAt);
        CaseState before = cases.get(reference);
        CaseState known = before == null ? new CaseState() : before;
        CaseState after = known.with(version);
        if (after != known) {
            cases.put(reference, after);
            postings.of(before, after, version.admittedAt).forEach(sink);
        }
    }
}
