package vaiwg.engine.contributions;

import java.util.ArrayList;
import java.util.List;
import vaiwg.kpis.cases.PersonFact;

/** A record of which one version is current at a time, as a function of what was known when: whom it names, and what it says of them. */
interface PersonReferences {
    /**
     * What is said of whom.
     *
     * @param person its {@link vaiwg.kpis.cases.PersonCode}; persons and places have codes of their own
     */
    record Reference(long person, PersonFact fact) {
        boolean isAboutAPlace() {
            return fact.role == PersonFact.PLACE;
        }

        boolean isAboutTheSameAs(Reference other) {
            return person == other.person && isAboutAPlace() == other.isAboutAPlace();
        }

        /** Whether one of the first of some others is about the same. */
        boolean isAboutOneOf(List<Reference> others, int first) {
            for (int i = 0; i < first; i++) {
                if (isAboutTheSameAs(others.get(i))) {
                    return true;
                }
            }
            return false;
        }

        /** Whether others say the same of the same, for the same time. */
        boolean isIn(List<Reference> others) {
            for (int i = 0; i < others.size(); i++) {
                if (isAboutTheSameAs(others.get(i)) && fact.isLike(others.get(i).fact)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Whether another state of the record has the same versions of all that names anybody. */
    boolean isOfTheSameVersionsAs(PersonReferences other);

    /** The knowledge times at which what it says may change, in any order, possibly repeated; an array of the caller's own. */
    long[] knowledgeTimes();

    /** Whether it changes no more after an instant. */
    boolean isKnownBy(long instant);

    /** Whether another state of the record says the same at an instant, as far as that is seen at little cost. */
    boolean hasSameContent(PersonReferences other, long instant);

    /** Whom it names as known at an instant, from all versions with {@code knownAt <= instant}, and from then on for ever. */
    List<Reference> knownAt(long instant);

    /** All that it ever says, each from when until when. */
    default List<Reference> overAllTime() {
        List<Reference> all = new ArrayList<>(4);
        long[] knowledgeTimes = Differences.inOrder(knowledgeTimes());
        for (int i = 0; i < knowledgeTimes.length; i++) {
            long until = i + 1 < knowledgeTimes.length ? knowledgeTimes[i + 1] : Long.MAX_VALUE;
            for (Reference reference : knownAt(knowledgeTimes[i])) {
                if (!goesOn(reference, until, all)) {
                    reference.fact.until = until;
                    all.add(reference);
                }
            }
        }
        return all;
    }

    private static boolean goesOn(Reference reference, long until, List<Reference> all) {
        for (Reference earlier : all) {
            if (earlier.fact.until == reference.fact.from
                    && earlier.isAboutTheSameAs(reference)
                    && earlier.fact.hasSameContent(reference.fact)) {
                earlier.fact.until = until;
                return true;
            }
        }
        return false;
    }
}
