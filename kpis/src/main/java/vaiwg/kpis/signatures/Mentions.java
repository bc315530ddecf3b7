package vaiwg.kpis.signatures;

import java.util.List;
import vaiwg.kpis.cases.PersonFact;

/** A subject's record as a function of what was known when: which persons and places it names, and what it says of them. */
interface Mentions {
    /**
     * The stamps at which that may change, in any order, possibly repeated; an array of the caller's own.
     *
     * @param from those before the last one that is less may be left out
     */
    long[] stamps(long from);

    /** Whether anything that it says can be other than what it said before an event. */
    boolean mayDifferFrom(Mentions before);

    /** Whom it names as known at an instant, from all versions with {@code admittedAt <= instant}; nobody twice with the same. */
    List<Mention> knownAt(long instant);

    /**
     * A person or a place, and what is said of it.
     *
     * @param person its {@link vaiwg.kpis.cases.PersonCode}
     * @param fact without its stamps
     */
    record Mention(Key key, PersonFact fact) {}

    /** Whom a fact is about: persons and places have codes of their own. */
    record Key(long person, boolean place) {}
}
