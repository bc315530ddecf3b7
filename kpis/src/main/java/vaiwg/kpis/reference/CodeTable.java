package vaiwg.kpis.reference;

import java.util.Map;

/** What each code of a map stands for: found without making an object, as all versions of all records are asked for it. */
final class CodeTable<V> {
    /** The golden ratio's fraction: it spreads codes that are alike. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** 0 where there is none: that is the code of nothing. */
    private final long[] codes;

    private final Object[] meanings;
    private final int shift;

    /** @param map without the code 0 */
    CodeTable(Map<Long, V> map) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(2L * map.size() + 1);
        codes = new long[1 << bits];
        meanings = new Object[codes.length];
        shift = Long.SIZE - bits;
        map.forEach((code, meaning) -> {
            codes[place(code)] = code;
            meanings[place(code)] = meaning;
        });
    }

    /** What a code stands for, null where it is not in the map. */
    @SuppressWarnings("unchecked")
    V get(long code) {
        return (V) meanings[place(code)];
    }

    /** Where the code is, or the place without one at which the search for it ends. */
    private int place(long code) {
        int place = (int) (code * SPREAD >>> shift);
        while (codes[place] != 0 && codes[place] != code) {
            place = place + 1 & codes.length - 1;
        }
        return place;
    }
}
