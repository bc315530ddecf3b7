package vaiwg.cli.profile;

import java.util.Arrays;
import vaiwg.kpis.cases.UnitCode;

/** Which versions were seen, by numbers of their names, in a table that grows up to a limit: beyond it none is remembered. */
final class SeenVersions {
    /** So many take 32 MB. */
    static final int MOST = 2_000_000;

    private static final int SMALLEST = 1 << 12;
    /** Knuth's multiplicative hashing: 2^64 divided by the golden ratio. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** 0 stands for nothing. */
    private long[] table = new long[SMALLEST];

    private int size;

    /** Whether it is there already; else it is remembered, where there is room. */
    boolean isRepeated(String name) {
        long code = UnitCode.of(name);
        int place = place(code);
        if (table[place] == code) {
            return true;
        }
        if (size < MOST) {
            table[place] = code;
            size++;
            if (size > table.length / 2) {
                grow();
            }
        }
        return false;
    }

    /** Whether all were remembered. */
    boolean isWhole() {
        return size < MOST;
    }

    private void grow() {
        long[] codes = table;
        table = new long[2 * codes.length];
        Arrays.stream(codes).filter(code -> code != 0).forEach(code -> table[place(code)] = code);
    }

    private int place(long code) {
        int place = Long.hashCode(code * SPREAD) & (table.length - 1);
        while (table[place] != 0 && table[place] != code) {
            place = (place + 1) & (table.length - 1);
        }
        return place;
    }
}
