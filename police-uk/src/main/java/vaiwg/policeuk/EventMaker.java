package vaiwg.policeuk;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.CrimeStatus;
import vaiwg.schemas.DateResolution;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Outcome;
import vaiwg.schemas.Progress;
import vaiwg.schemas.Source;
import vaiwg.schemas.TrustedClasses;

/** Turns what archives say into events: a row tells a month, so its dates are the month's first midnight. */
final class EventMaker {
    /** Of the progress records that an import writes. */
    static final String PRODUCER = "data.police.uk import";

    private static final String NOT_IN_RELEASE = "not_in_release";
    private static final String NAMESPACE = "data.police.uk/";
    private static final Pattern NOT_IN_A_SLUG = Pattern.compile("[^a-z0-9]+");

    static {
        // A builder copies default values, and for that Avro wants to trust their classes as it does when decoding.
        TrustedClasses.register();
    }

    private EventMaker() {}

    /**
     * What every event has.
     *
     * @param changedAt from when it is known
     */
    record Head(String force, String crimeId, String eventId, long version, Instant changedAt) {}

    static FeedRecord crime(Head head, Dossier.CrimeState state) {
        CrimeRecording crime = CrimeRecording.newBuilder()
                .setCrimeReference(head.crimeId())
                .setForce(head.force())
                .setEventId(head.eventId())
                .setVersion(head.version())
                .setChangedAt(head.changedAt())
                .setSource(Source.ARCHIVE)
                .setDateResolution(DateResolution.MONTH)
                .setStatus(state.active() ? CrimeStatus.ACTIVE : CrimeStatus.CANCELLED)
                .setStatusReason(state.active() ? null : NOT_IN_RELEASE)
                .setRecordedAt(LondonMonth.begin(state.month()))
                .setOffenceGroup(state.said().group())
                .setLsoa(state.said().lsoa())
                .build();
        return new FeedRecord(
                EventStream.CRIME_RECORDING, head.crimeId(), head.changedAt().toEpochMilli(), crime);
    }

    static FeedRecord outcome(Head head, Dossier.OutcomeState state) {
        Outcome outcome = Outcome.newBuilder()
                .setCrimeReference(head.crimeId())
                .setForce(head.force())
                .setEventId(head.eventId())
                .setVersion(head.version())
                .setChangedAt(head.changedAt())
                .setSource(Source.ARCHIVE)
                .setDateResolution(DateResolution.MONTH)
                .setOutcomeType(state.type())
                .setOutcomeGroup(state.group())
                .setAssignedAt(state.assigned() == null ? null : LondonMonth.begin(state.assigned()))
                .build();
        return new FeedRecord(
                EventStream.OUTCOME, head.crimeId(), head.changedAt().toEpochMilli(), outcome);
    }

    static FeedRecord progress(EventStream stream, Instant completeThrough, Instant timestamp) {
        Progress progress = Progress.newBuilder()
                .setCompleteThrough(completeThrough)
                .setProducer(PRODUCER)
                .build();
        return new FeedRecord(stream, null, timestamp.toEpochMilli(), progress);
    }

    /** For example {@code violence-and-sexual-offences}. */
    static String slug(String label) {
        return NOT_IN_A_SLUG.matcher(label.toLowerCase(Locale.ROOT)).replaceAll("-");
    }

    /**
     * The id of what a row says when its file is first seen: the same in every import of the file, whatever it is packed in; another
     * in another release of it.
     */
    static String rowId(ArchiveFile file, String fingerprint, int line) {
        return id(file.name() + "/" + fingerprint + "#" + line);
    }

    /** The id of what a release changes of a crime, or of its outcome. */
    static String changeId(String releaseFingerprint, EventStream stream, String force, String crimeId) {
        return id("release/" + releaseFingerprint + "/" + stream.slug() + "/" + force + "/" + crimeId);
    }

    private static String id(String place) {
        return UUID.nameUUIDFromBytes((NAMESPACE + place).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
