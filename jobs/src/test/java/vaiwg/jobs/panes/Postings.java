package vaiwg.jobs.panes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import vaiwg.engine.contributions.Delta;
import vaiwg.engine.contributions.DeltaEntry;
import vaiwg.engine.contributions.PackedEntries;
import vaiwg.engine.contributions.SubjectDeltas;
import vaiwg.jobs.Events;
import vaiwg.jobs.decode.Projected;
import vaiwg.jobs.decode.Rejection;
import vaiwg.kpis.cases.CaseState;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.OutcomeVersion;
import vaiwg.kpis.cases.RecordKind;
import vaiwg.kpis.cases.Version;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.schemas.EventStream;

/** Delta entries of made-up cases of a force, each in a delta of its own. */
final class Postings {
    private static final long DAY = 86_400_000L;

    private final SubjectDeltas subjects;
    private final Projected projected = new Projected();
    private final String force;

    Postings(String force) {
        this(force, ShippedCatalogue.get());
    }

    Postings(String force, Catalogue catalogue) {
        this.force = force;
        this.subjects = new SubjectDeltas(catalogue);
    }

    /** One crime, recorded at an instant and known from a knowledge time. */
    List<Delta> crime(String reference, long recordedAt, long knowledgeTime) throws Rejection {
        CrimeVersion crime = projected.crime(Events.crime(reference)
                .setRecordedAt(Instant.ofEpochMilli(recordedAt))
                .setReportedAt(Instant.ofEpochMilli(recordedAt))
                .build());
        crime.knownAt = knowledgeTime;
        return send(null, new CaseState().with(crime), crime);
    }

    /** Cases recorded over some days from an instant on, of which most get an outcome and some are corrected. */
    List<Delta> cases(Random random, int count, long from, int days) throws Rejection {
        List<Delta> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long recorded = from + random.nextLong(days * DAY);
            CrimeVersion crime = projected.crime(Events.crime("c" + i)
                    .setRecordedAt(Instant.ofEpochMilli(recorded))
                    .setReportedAt(Instant.ofEpochMilli(recorded))
                    .setOffenceCode(random.nextBoolean() ? "19C" : "8Q")
                    .build());
            crime.knownAt = recorded + random.nextLong(DAY);
            CaseState state = new CaseState().with(crime);
            entries.addAll(send(null, state, crime));
            if (random.nextInt(4) != 0) {
                long assigned = recorded + random.nextLong(20 * DAY);
                OutcomeVersion outcome = projected.outcome(Events.outcome("c" + i)
                        .setChangedAt(Instant.ofEpochMilli(assigned))
                        .setAssignedAt(Instant.ofEpochMilli(assigned))
                        .setOutcomeType(random.nextBoolean() ? "16" : "1")
                        .build());
                outcome.knownAt = assigned + random.nextLong(DAY);
                entries.addAll(send(state, state.with(outcome), outcome));
            }
        }
        return entries;
    }

    /** Crimes recorded at an instant, for which outcome 16 is entered at another by mistake, and taken back at a third. */
    List<Delta> mistake(int count, long recordedAt, long enteredAt, long correctedAt) throws Rejection {
        List<Delta> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            CrimeVersion crime = projected.crime(Events.crime("m" + i)
                    .setRecordedAt(Instant.ofEpochMilli(recordedAt))
                    .setReportedAt(Instant.ofEpochMilli(recordedAt))
                    .build());
            crime.knownAt = recordedAt;
            CaseState known = new CaseState().with(crime);
            entries.addAll(send(null, known, crime));
            OutcomeVersion entered = projected.outcome(Events.outcome("m" + i)
                    .setChangedAt(Instant.ofEpochMilli(enteredAt))
                    .setAssignedAt(Instant.ofEpochMilli(enteredAt))
                    .build());
            entered.knownAt = enteredAt;
            CaseState mistaken = known.with(entered);
            entries.addAll(send(known, mistaken, entered));
            OutcomeVersion none = projected.outcome(Events.outcome("m" + i)
                    .setVersion(2)
                    .setEventId("00000000-0000-4000-8000-" + String.format("%012d", i))
                    .setChangedAt(Instant.ofEpochMilli(correctedAt))
                    .setAssignedAt(null)
                    .setOutcomeType(null)
                    .build());
            none.knownAt = correctedAt;
            entries.addAll(send(mistaken, mistaken.with(none), none));
        }
        return entries;
    }

    /** What some deltas hold. */
    static List<DeltaEntry> of(List<Delta> deltas) {
        PackedEntries.Reader reader = new PackedEntries.Reader();
        List<DeltaEntry> entries = new ArrayList<>();
        deltas.stream()
                .flatMap(delta -> Stream.of(delta.entries))
                .forEach(packed -> packed.forEach(reader, entry -> entries.add(entry.copy())));
        return entries;
    }

    /** Each in a delta of its own: they may arrive in any order. With them comes that the event's stream is known. */
    private List<Delta> send(CaseState before, CaseState after, Version event) {
        EventStream stream = event instanceof CrimeVersion ? EventStream.CRIME_RECORDING : EventStream.OUTCOME;
        Delta origin = Delta.ofOrigin(force, (byte) 0, RecordKind.of(stream), event.knownAt);
        return Stream.concat(
                        Stream.of(origin),
                        subjects.of(before, after, event.knownAt).stream()
                                .map(entry -> new Delta(force, (byte) 0, List.of(entry))))
                .toList();
    }
}
