package vaiwg.kpis.cases;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import vaiwg.kpis.fields.Fields;
import vaiwg.schemas.EventStream;

/**
 * The kinds of versions, and the stream that tells each. A kind's ordinal tells it apart in bytes that are kept, so another one is only ever
 * added at the end. What a stream says by a kind, dates and counted fields alone is declared here, and read, kept and passed on by that.
 */
public enum VersionKind implements Supplier<Version> {
    CRIME(EventStream.CRIME_RECORDING, CrimeVersion::new, new CrimeVersion[0]),
    OUTCOME(EventStream.OUTCOME, OutcomeVersion::new, new OutcomeVersion[0]),
    STEP(EventStream.STALKING, StepVersion::new, new StepVersion[0]),
    CONTACT(EventStream.VICTIM_CONTACT, ContactVersion::new, new ContactVersion[0]),
    SUBMISSION(EventStream.CPS_REFERRAL, SubmissionVersion::new, new SubmissionVersion[0]),
    ITEM(EventStream.DEVICE_EXAMINATION, ItemVersion::new, new ItemVersion[0]),
    /** Steps of stalking management as their crimes know them: no records of a stream of their own. */
    MANAGEMENT(null, ManagementVersion::new, new ManagementVersion[0]),
    ORDER(
            EventStream.PROTECTIVE_ORDER,
            DatedField.happened("noticeAt"),
            DatedField.later("heardAt", "noticeAt"),
            DatedField.later("grantedAt", "noticeAt"),
            DatedField.ahead("endsAt", "grantedAt")),
    SAFEGUARDING(
            EventStream.SAFEGUARDING, DatedField.happened("referredAt"), DatedField.later("heardAt", "referredAt")),
    CONDUCT(EventStream.CONDUCT, ConductVersion::new, new ConductVersion[0]),
    NOTE(EventStream.NOTE, NoteVersion::new, new NoteVersion[0]);

    private static final VersionKind[] KINDS = values();

    private final Optional<EventStream> stream;
    private final Supplier<Version> fresh;
    private final Version[] none;
    private final CountedFields counted;
    private final List<DatedField> dates;

    VersionKind(EventStream stream, Supplier<Version> fresh, Version[] none) {
        this.stream = Optional.ofNullable(stream);
        this.counted = stream == null ? CountedFields.NONE : CountedFields.of(stream);
        this.fresh = fresh;
        this.none = none;
        this.dates = List.of();
    }

    VersionKind(EventStream stream, DatedField... dates) {
        this.stream = Optional.of(stream);
        this.counted = CountedFields.of(stream);
        this.fresh = () -> new RecordVersion(this);
        this.none = new RecordVersion[0];
        this.dates = List.of(dates);
    }

    /** A version of this kind that says nothing yet. */
    @Override
    public Version get() {
        return fresh.get();
    }

    /** The stream whose records they are versions of; empty where they are of no stream of their own. */
    public Optional<EventStream> stream() {
        return stream;
    }

    public CountedFields counted() {
        return counted;
    }

    /** The dates of {@link RecordVersion}s of this kind; none where it has a class of its own. */
    public List<DatedField> dates() {
        return dates;
    }

    /**
     * The place of a date.
     *
     * @throws IllegalArgumentException in one sentence, where it is not declared
     */
    public int date(String path) {
        return IntStream.range(0, dates.size())
                .filter(place -> dates.get(place).path().equals(path))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(this + " declares no date " + path));
    }

    /** No versions, in an array of their class. */
    Version[] none() {
        return none;
    }

    /** Passes a version of any kind, and before it which one that is; null only where one is read. */
    public static Version pass(Version version, Fields fields) {
        return fields.record(version, of(version == null ? null : version.versionKind(), fields));
    }

    /** Passes a kind; null only where one is read. */
    static VersionKind of(VersionKind kind, Fields fields) {
        return KINDS[fields.number(kind == null ? 0 : kind.ordinal())];
    }
}
