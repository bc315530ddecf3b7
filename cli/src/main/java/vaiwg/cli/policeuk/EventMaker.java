package vaiwg.cli.policeuk;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
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

/** Turns rows into events: a row tells a month, so dates are the month's first midnight and it is known at its last. */
final class EventMaker {
    private static final String PRODUCER = "data.police.uk import";
    private static final Pattern NOT_IN_A_SLUG = Pattern.compile("[^a-z0-9]+");

    static {
        // A builder copies default values, and for that Avro wants to trust their classes as it does when decoding.
        TrustedClasses.register();
    }

    private EventMaker() {}

    static FeedRecord crime(ArchiveFile file, ArchiveRow row, int version) {
        Instant changedAt = LondonMonth.end(file.month());
        CrimeRecording crime = CrimeRecording.newBuilder()
                .setCrimeReference(row.crimeId())
                .setForce(file.force())
                .setEventId(eventId(file, row))
                .setVersion(version)
                .setChangedAt(changedAt)
                .setSource(Source.ARCHIVE)
                .setDateResolution(DateResolution.MONTH)
                .setStatus(CrimeStatus.ACTIVE)
                .setRecordedAt(LondonMonth.begin(file.month()))
                .setOffenceGroup(slug(row.label()))
                .setLsoa(row.lsoa().isEmpty() ? null : row.lsoa())
                .build();
        return new FeedRecord(EventStream.CRIME_RECORDING, row.crimeId(), changedAt.toEpochMilli(), crime);
    }

    /**
     * The outcome that a row reports.
     *
     * @param assigned the month in which the outcome was assigned: the row's, or for a court's result the charge's
     */
    static FeedRecord outcome(ArchiveFile file, ArchiveRow row, OutcomeLabel label, YearMonth assigned, int version) {
        Instant changedAt = LondonMonth.end(file.month());
        Outcome outcome = Outcome.newBuilder()
                .setCrimeReference(row.crimeId())
                .setForce(file.force())
                .setEventId(eventId(file, row))
                .setVersion(version)
                .setChangedAt(changedAt)
                .setSource(Source.ARCHIVE)
                .setDateResolution(DateResolution.MONTH)
                .setOutcomeType(label.outcomeType())
                .setOutcomeGroup(label.outcomeGroup())
                .setAssignedAt(LondonMonth.begin(assigned))
                .build();
        return new FeedRecord(EventStream.OUTCOME, row.crimeId(), changedAt.toEpochMilli(), outcome);
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

    /** The same row gives the same id in every import, so that a second import of a file changes nothing. */
    private static String eventId(ArchiveFile file, ArchiveRow row) {
        String place = "data.police.uk/" + file.name() + "#" + row.line();
        return UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
