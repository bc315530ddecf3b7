package vaiwg.engine.signatures;

import java.util.ArrayList;
import java.util.List;
import vaiwg.kpis.cases.PersonFact;

/** A record of which one version is current at a time, as a function of what was known when: whom it names, and what it says of them. */
interface Mentions {
    /**
     * What is said of whom.
     *
     * @param person its {@link vaiwg.kpis.cases.PersonCode}; persons and places have codes of their own
     */
    record Mention(long person, PersonFact fact) {
        boolean isAboutAPlace() {
            return fact.role == PersonFact.PLACE;
        }

        boolean isAboutTheSameAs(Mention other) {
            return person == other.person && isAboutAPlace() == other.isAboutAPlace();
        }

        boolean isAboutOneOf(List<Mention> others) {
            for (Mention other : others) {
                if (isAboutTheSameAs(other)) {
                    return true;
                }
            }
            return false;
        }

        /** Whether others say the same of the same, for the same time. */
        boolean isIn(List<Mention> others) {
            for (Mention other : others) {
                if (isAboutTheSameAs(other) && fact.isLike(other.fact)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Whether another state of the record has the same versions of all that names anybody. */
    boolean isOfTheSameVersionsAs(Mentions other);

    /** The stamps at which what it says may change, in any order, possibly repeated; an array of the caller's own. */
    long[] stamps();

    /** Whether it changes no more after an instant. */
    boolean isKnownBy(long instant);

    /** Whether another state of the record says the same at an instant, as far as that is seen at little cost. */
    boolean saysTheSameAs(Mentions other, long instant);

    /** Whom it names as known at an instant, from all versions with {@code admittedAt <= instant}, and from then on for ever. */
    List<Mention> knownAt(long instant);

    /** All that it ever says, each from when until when. */
    default List<Mention> overAllTime() {
        List<Mention> all = new ArrayList<>(4);
        long[] stamps = Differences.inOrder(stamps());
        for (int i = 0; i < stamps.length; i++) {
            long until = i + 1 < stamps.length ? stamps[i + 1] : Long.MAX_VALUE;
            for (Mention mention : knownAt(stamps[i])) {
                if (!goesOn(mention, until, all)) {
                    mention.fact.until = until;
                    all.add(mention);
                }
            }
        }
        return all;
    }

    private static boolean goesOn(Mention mention, long until, List<Mention> all) {
        for (Mention earlier : all) {
            if (earlier.fact.until == mention.fact.from
                    && earlier.isAboutTheSameAs(mention)
                    && earlier.fact.saysTheSameAs(mention.fact)) {
                earlier.fact.until = until;
                return true;
            }
        }
        return false;
    }
}
