package vaiwg.kpis.signatures;

import java.util.List;
import java.util.Map;
import vaiwg.kpis.cases.PersonFact;
import vaiwg.kpis.cases.Subject;

/** A subject's record as a function of what was known when: which persons and places it names, and what it says of them. */
interface Mentions {
    /** Those of another state of the same subject. */
    Mentions of(Subject other);

    /**
     * Whether it may say anything else than before an event.
     *
     * @param from the earliest stamp at which the two can differ
     */
    boolean mayDifferFrom(Mentions before, long from);

    /**
     * Of each whom the record names, what it says of them and from when to when, in the order of {@link PersonFact#from}.
     *
     * @param from what it said before the span in which this stamp lies may be left out
     */
    Map<Key, List<PersonFact>> facts(long from);

    /**
     * Whom a fact is about: persons and places have codes of their own.
     *
     * @param person its {@link vaiwg.kpis.cases.PersonCode}
     */
    record Key(long person, boolean place) {}
}
