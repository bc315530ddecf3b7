package vaiwg.engine.contributions;

import vaiwg.kpis.cases.PersonFact;

/** The facts of two states of a person, each with what it was before: most are the same in both. */
final class Pairs {
    private Pairs() {}

    /** Receives the places of a fact before and after, -1 where it is not there. */
    interface PairConsumer {
        void accept(int was, int is);
    }

    /** Tells of all facts that one of two arrays in order has, or both. */
    static void forEach(PersonFact[] before, PersonFact[] after, PairConsumer consumer) {
        int was = 0;
        int is = 0;
        while (was < before.length || is < after.length) {
            if (was == before.length) {
                consumer.accept(-1, is++);
            } else if (is == after.length) {
                consumer.accept(was++, -1);
            } else if (before[was] == after[is] || before[was].hasSameContent(after[is])) {
                consumer.accept(was++, is++);
            } else if (before[was].compareTo(after[is]) <= 0) {
                consumer.accept(was++, -1);
            } else {
                consumer.accept(-1, is++);
            }
        }
    }
}
