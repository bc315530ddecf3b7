package vaiwg.engine.contributions;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import vaiwg.kpis.cases.CaseState;
import vaiwg.kpis.cases.Subject;
import vaiwg.kpis.cases.VersionKind;
import vaiwg.kpis.cases.VersionLog;
import vaiwg.kpis.catalogue.Catalogue;

/** What events are about: of which versions it consists, what it contributes to figures, and to whom it refers. */
public enum SubjectType {
    CASE(
            "cases",
            EnumSet.of(
                    VersionKind.CRIME,
                    VersionKind.OUTCOME,
                    VersionKind.CONTACT,
                    VersionKind.SUBMISSION,
                    VersionKind.ITEM,
                    VersionKind.MANAGEMENT),
            CaseState::new,
            (subject, catalogue) -> new CaseHistory((CaseState) subject, catalogue),
            (record, subject, asked) -> new CaseReferences(record, (CaseState) subject, asked)),
    PERPETRATOR(
            "perpetrators",
            VersionKind.STEP,
            (subject, catalogue) -> new PerpetratorHistory(VersionLog.as(subject), catalogue),
            References.BY_STEPS),
    ORDER(
            "orders",
            VersionKind.ORDER,
            (subject, catalogue) -> new OrderHistory(VersionLog.as(subject), catalogue),
            References.NOBODY),
    SAFEGUARDING(
            "safeguarding",
            VersionKind.SAFEGUARDING,
            (subject, catalogue) -> new SafeguardingHistory(VersionLog.as(subject), catalogue),
            References.NOBODY),
    CONDUCT(
            "conduct",
            VersionKind.CONDUCT,
            (subject, catalogue) -> new ConductHistory(VersionLog.as(subject), catalogue),
            (record, subject, asked) -> new ConductReferences(record, VersionLog.as(subject), asked));

    private static final SubjectType[] OF_KINDS =
            Arrays.stream(VersionKind.values()).map(SubjectType::find).toArray(SubjectType[]::new);

    private final String plural;
    private final Set<VersionKind> kinds;
    private final Supplier<Subject> unknown;
    private final Contributions contributions;
    private final References references;

    private interface Contributions {
        History of(Subject subject, Catalogue catalogue);
    }

    /** Whom a subject names. */
    private interface References {
        /** Those of a type that never names anybody. */
        References NOBODY = (record, subject, asked) -> null;

        /** Those of a type all of whose versions stand, so that none is current: {@link PerpetratorReferences}. */
        References BY_STEPS = (record, subject, asked) -> null;

        PersonReferences of(String record, Subject subject, AskedOfPersons asked);
    }

    SubjectType(String plural, VersionKind kind, Contributions contributions, References references) {
        this(plural, EnumSet.of(kind), () -> VersionLog.of(kind), contributions, references);
    }

    SubjectType(
            String plural,
            Set<VersionKind> kinds,
            Supplier<Subject> unknown,
            Contributions contributions,
            References references) {
        this.plural = plural;
        this.kinds = kinds;
        this.unknown = unknown;
        this.contributions = contributions;
        this.references = references;
    }

    /** The type of the subjects that have versions of a kind; null where no subject has. */
    public static SubjectType of(VersionKind kind) {
        return OF_KINDS[kind.ordinal()];
    }

    /** The name of its operator, which is its uid: state is found by it, and it never changes. */
    public String plural() {
        return plural;
    }

    /** A subject before its first event. */
    public Subject unknown() {
        return unknown.get();
    }

    /** Whether its subjects refer to persons or places. */
    public boolean refers() {
        return references != References.NOBODY;
    }

    History history(Subject subject, Catalogue catalogue) {
        return contributions.of(subject, catalogue);
    }

    /**
     * Null where no version of it is current, or it never refers to anybody.
     *
     * @param record the subject's own id
     */
    PersonReferences references(String record, Subject subject, AskedOfPersons asked) {
        return references.of(record, subject, asked);
    }

    private static SubjectType find(VersionKind kind) {
        return Arrays.stream(values())
                .filter(type -> type.kinds.contains(kind))
                .findFirst()
                .orElse(null);
    }
}
