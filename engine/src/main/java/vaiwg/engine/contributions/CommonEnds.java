package vaiwg.engine.contributions;

import java.util.List;

/**
 * What two lists have in common: two states of a subject before and after an event differ in few places, however long they are.
 *
 * @param first how many elements from the first on
 * @param last how many of the others up to the last
 */
record CommonEnds(int first, int last) {
    /** Whether an element of the one list is like an element of the other. */
    interface Likeness {
        boolean holds(int place, int otherPlace);
    }

    static CommonEnds of(int size, int otherSize, Likeness likeness) {
        int most = Math.min(size, otherSize);
        int first = 0;
        while (first < most && likeness.holds(first, first)) {
            first++;
        }
        int last = 0;
        while (last < most - first && likeness.holds(size - 1 - last, otherSize - 1 - last)) {
            last++;
        }
        return new CommonEnds(first, last);
    }

    /** Whether they are all that a list of some size has. */
    boolean isAllOf(int size) {
        return first + last == size;
    }

    /** What one of them has between. */
    <T> List<T> without(List<T> list) {
        return list.subList(first, list.size() - last);
    }
}
