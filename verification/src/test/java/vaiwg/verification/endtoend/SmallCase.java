package vaiwg.verification.endtoend;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.CrimeStatus;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Outcome;
import vaiwg.schemas.Source;
import vaiwg.schemas.Victim;
import vaiwg.schemas.VictimKind;

/** One case of stalking of a hand-made force: everything about it is known the moment it happens. */
record SmallCase(String reference) {
    static final String FORCE = "small-force";
    private static final String STALKING = "8Q";
    private static final String VICTIM_DOES_NOT_SUPPORT = "16";

    /** The crime, recorded, changed and delivered at an instant. */
    FeedRecord recorded(Instant at) {
        return delivered(crime(at), at);
    }

    /** The outcome 16, assigned, changed and delivered at an instant, the victim told of it at once. */
    FeedRecord closed(Instant at) {
        return delivered(outcome(at), at);
    }

    CrimeRecording crime(Instant at) {
        return CrimeRecording.newBuilder()
                .setCrimeReference(reference)
                .setForce(FORCE)
                .setEventId(eventId(EventStream.CRIME_RECORDING))
                .setVersion(1)
                .setChangedAt(at)
                .setSource(Source.SYNTHETIC)
                .setStatus(CrimeStatus.ACTIVE)
                .setRecordedAt(at)
                .setReportedAt(at)
                .setOffenceCode(STALKING)
                .setVictim(Victim.newBuilder().setKind(VictimKind.PERSON).build())
                .build();
    }

    Outcome outcome(Instant at) {
        return Outcome.newBuilder()
                .setCrimeReference(reference)
                .setForce(FORCE)
                .setEventId(eventId(EventStream.OUTCOME))
                .setVersion(1)
                .setChangedAt(at)
                .setSource(Source.SYNTHETIC)
                .setOutcomeType(VICTIM_DOES_NOT_SUPPORT)
                .setAssignedAt(at)
                .setVictimInformedAt(at)
                .build();
    }

    FeedRecord delivered(CrimeRecording crime, Instant at) {
        return new FeedRecord(EventStream.CRIME_RECORDING, reference, at.toEpochMilli(), crime);
    }

    FeedRecord delivered(Outcome outcome, Instant at) {
        return new FeedRecord(EventStream.OUTCOME, reference, at.toEpochMilli(), outcome);
    }

    String eventId(EventStream stream) {
        return UUID.nameUUIDFromBytes((stream.slug() + '/' + reference).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
