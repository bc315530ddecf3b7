package vaiwg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.cli.synthetic.SyntheticForce;
import vaiwg.jobs.decode.Projection;
import vaiwg.jobs.decode.Refusal;
import vaiwg.kpis.cases.CaseState;
import vaiwg.kpis.cases.PerpetratorState;
import vaiwg.kpis.cases.StepVersion;
import vaiwg.kpis.cases.Version;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.signatures.Posting;
import vaiwg.kpis.signatures.SubjectPostings;
import vaiwg.kpis.time.PartitionClock;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.Outcome;
import vaiwg.schemas.Progress;
import vaiwg.schemas.Stalking;

/** What the engine's speed rests on: an event sends few differences, however many measures it touches. */
class BudgetTest {
    private static final double MOST_POSTINGS_AN_EVENT = 3;
    private static final long SEED = 7;

    private final Projection projection = new Projection();
    private final SubjectPostings subjects = new SubjectPostings(Catalogue.shipped());
    private final PartitionClock clock = new PartitionClock(PartitionClock.UNSET);
    private final Map<String, CaseState> cases = new HashMap<>();
    private final Map<String, PerpetratorState> perpetrators = new HashMap<>();
    private long events;
    private long postings;

    @Test
    void anEventSendsAtMostThreeDifferencesOnAverage() {
        SyntheticForce.westMidlands(SEED, LocalDate.of(2025, 1, 1), LocalDate.of(2025, 7, 1))
                .play(this::take);
        assertThat(events).isGreaterThan(10_000);
        assertThat((double) postings / events)
                .as("postings an event, of %s events, seed %s", events, SEED)
                .isLessThanOrEqualTo(MOST_POSTINGS_AN_EVENT);
    }

    private void take(FeedRecord record) {
        try {
            if (record.value() instanceof Progress progress) {
                clock.progress(progress.getCompleteThrough().toEpochMilli());
            } else if (record.value() instanceof CrimeRecording crime) {
                count(ofCase(record.key(), stamped(projection.crime(crime))));
            } else if (record.value() instanceof Outcome outcome) {
                count(ofCase(record.key(), stamped(projection.outcome(outcome))));
            } else {
                count(ofPerpetrator(record.key(), stamped(projection.step((Stalking) record.value()))));
            }
        } catch (Refusal e) {
            throw new AssertionError("the synthetic force sends nothing that is refused", e);
        }
    }

    private void count(List<Posting> sent) {
        events++;
        postings += sent.size();
    }

    private <V extends Version> V stamped(V version) {
        version.admittedAt = clock.admit(version.changedAt);
        return version;
    }

    private List<Posting> ofCase(String reference, Version event) {
        CaseState before = cases.get(reference);
        CaseState known = before == null ? new CaseState() : before;
        CaseState after = known.with(event);
        cases.put(reference, after);
        return after == known ? List.of() : subjects.of(before, after, event.admittedAt);
    }

    private List<Posting> ofPerpetrator(String id, StepVersion step) {
        PerpetratorState before = perpetrators.get(id);
        PerpetratorState known = before == null ? new PerpetratorState() : before;
        PerpetratorState after = known.with(step);
        perpetrators.put(id, after);
        return after == known ? List.of() : subjects.of(before, after, step.admittedAt);
    }
}
