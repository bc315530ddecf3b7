package vaiwg.kpis.cases;

import java.util.function.Supplier;
import vaiwg.kpis.fields.Fields;
import vaiwg.schemas.EventStream;

/** The kinds of versions. A kind's ordinal tells it apart in bytes that are kept, so another one is only ever added at the end. */
public enum VersionKind implements Supplier<Version> {
    CRIME(CrimeVersion::new, new CrimeVersion[0], CountedFields.of(EventStream.CRIME_RECORDING)),
    OUTCOME(OutcomeVersion::new, new OutcomeVersion[0], CountedFields.of(EventStream.OUTCOME)),
    STEP(StepVersion::new, new StepVersion[0], CountedFields.of(EventStream.STALKING)),
    CONTACT(ContactVersion::new, new ContactVersion[0], CountedFields.of(EventStream.VICTIM_CONTACT)),
    SUBMISSION(SubmissionVersion::new, new SubmissionVersion[0], CountedFields.of(EventStream.CPS_REFERRAL)),
    ITEM(ItemVersion::new, new ItemVersion[0], CountedFields.of(EventStream.DEVICE_EXAMINATION)),
    MANAGEMENT(ManagementVersion::new, new ManagementVersion[0], CountedFields.NONE),
    ORDER(OrderVersion::new, new OrderVersion[0], CountedFields.of(EventStream.PROTECTIVE_ORDER)),
    SAFEGUARDING(SafeguardingVersion::new, new SafeguardingVersion[0], CountedFields.of(EventStream.SAFEGUARDING)),
    CONDUCT(ConductVersion::new, new ConductVersion[0], CountedFields.of(EventStream.CONDUCT)),
    NOTE(NoteVersion::new, new NoteVersion[0], CountedFields.of(EventStream.NOTE));

    private static final VersionKind[] KINDS = values();

    private final Supplier<Version> fresh;
    private final Version[] none;
    private final CountedFields counted;

    VersionKind(Supplier<Version> fresh, Version[] none, CountedFields counted) {
        this.fresh = fresh;
        this.none = none;
        this.counted = counted;
    }

    /** A version of this kind that says nothing yet. */
    @Override
    public Version get() {
        return fresh.get();
    }

    /** The counted fields of the records that they are versions of. */
    public CountedFields counted() {
        return counted;
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
