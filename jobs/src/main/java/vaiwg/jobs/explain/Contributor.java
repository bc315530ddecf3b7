package vaiwg.jobs.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vaiwg.engine.contributions.SubjectType;
import vaiwg.kpis.cases.PersonUpdate;

/** Whom or what a figure counts: a case, another subject of events, a person or a place; with all that its records did to the figure. */
public final class Contributor {
    private final String kind;
    private final String reference;
    private final List<Change> changes = new ArrayList<>();

    private Contributor(String kind, String reference) {
        this.kind = kind;
        this.reference = reference;
    }

    static Contributor of(SubjectType type, String id) {
        return new Contributor(type.name().toLowerCase(Locale.ROOT), id);
    }

    /** Of a pseudonym or a place only its code is kept. */
    static Contributor of(PersonUpdate update) {
        return new Contributor(update.place ? "place" : "person", Long.toHexString(update.person));
    }

    /** A case, perpetrator, order, safeguarding or conduct matter, person or place. */
    public String kind() {
        return kind;
    }

    /** The reference of its records; of persons and places the code of the pseudonym. */
    public String reference() {
        return reference;
    }

    void add(Change change) {
        changes.add(change);
    }

    List<Change> changes() {
        return changes;
    }
}
