package vaiwg.kpis.cases;

import java.util.function.Supplier;
import vaiwg.kpis.fields.Fields;

/** The kinds of versions. A kind's ordinal tells it apart in bytes that are kept, so another one is only ever added at the end. */
public enum VersionKind implements Supplier<Version> {
    CRIME(CrimeVersion::new, new CrimeVersion[0]),
    OUTCOME(OutcomeVersion::new, new OutcomeVersion[0]),
    STEP(StepVersion::new, new StepVersion[0]),
    CONTACT(ContactVersion::new, new ContactVersion[0]),
    SUBMISSION(SubmissionVersion::new, new SubmissionVersion[0]),
    ITEM(ItemVersion::new, new ItemVersion[0]),
    MANAGEMENT(ManagementVersion::new, new ManagementVersion[0]),
    ORDER(OrderVersion::new, new OrderVersion[0]),
    SAFEGUARDING(SafeguardingVersion::new, new SafeguardingVersion[0]),
    CONDUCT(ConductVersion::new, new ConductVersion[0]),
    NOTE(NoteVersion::new, new NoteVersion[0]);

    private static final VersionKind[] KINDS = values();

    private final Supplier<Version> fresh;
    private final Version[] none;

    VersionKind(Supplier<Version> fresh, Version[] none) {
        this.fresh = fresh;
        this.none = none;
    }

    /** A version of this kind that says nothing yet. */
    @Override
    public Version get() {
        return fresh.get();
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
