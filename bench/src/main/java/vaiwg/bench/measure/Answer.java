package vaiwg.bench.measure;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import vaiwg.kpis.reference.Theme;

/**
 * An answer to the question that all contestants are asked: of active crimes, by day of recording, theme and policing area, how many there
 * are and how many have the current outcome 16, assigned within {@link #HORIZON} days, as known at the end of the log. Not safe for several
 * threads.
 */
public final class Answer {
    /** Civil days from recording to the outcome, the last one not included. */
    public static final int HORIZON = 90;

    private static final int THEME_BITS = 4;
    private static final int LPA_BITS = 12;
    private static final Theme[] THEMES = {
        Theme.RAPE, Theme.OTHER_SEXUAL, Theme.STALKING_HARASSMENT, Theme.DOMESTIC_ABUSE
    };
    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final Map<Long, long[]> cells = new HashMap<>();

    /** The bit of a theme in what {@link #add} takes; 0 of a theme by which nobody is asked. */
    public static int bit(Theme theme) {
        for (int i = 0; i < THEMES.length; i++) {
            if (THEMES[i] == theme) {
                return 1 << i;
            }
        }
        return 0;
    }

    public static int bit(String slug) {
        return bit(Theme.valueOf(slug.toUpperCase(Locale.ROOT)));
    }

    /**
     * Adds crimes.
     *
     * @param day of recording, as a day number
     * @param themes to which they belong, as bits
     * @param lpa the area's index in the code maps
     */
    public void add(int day, int themes, int lpa, long whole, long part) {
        for (int theme = 0; theme < THEMES.length; theme++) {
            if ((themes & 1 << theme) != 0) {
                long[] cell =
                        cells.computeIfAbsent(((long) day << THEME_BITS | theme) << LPA_BITS | lpa, key -> new long[2]);
                cell[0] += whole;
                cell[1] += part;
            }
        }
    }

    /** How many crimes it counts, once for each theme. */
    public long crimes() {
        return cells.values().stream().mapToLong(cell -> cell[0]).sum();
    }

    /** How many of them have the outcome. */
    public long ended() {
        return cells.values().stream().mapToLong(cell -> cell[1]).sum();
    }

    /** Sixteen hexadecimal digits by which two answers are compared (FNV-1a of the sorted rows). */
    public String hash() {
        long hash = FNV_BASIS;
        for (Map.Entry<Long, long[]> entry : new TreeMap<>(cells).entrySet()) {
            if (isAny(entry.getValue())) {
                hash = mix(mix(mix(hash, entry.getKey()), entry.getValue()[0]), entry.getValue()[1]);
            }
        }
        return String.format("%016x", hash);
    }

    private static boolean isAny(long[] cell) {
        return cell[0] != 0 || cell[1] != 0;
    }

    private static long mix(long hash, long value) {
        long mixed = hash;
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            mixed = (mixed ^ (value >>> shift & 0xFF)) * FNV_PRIME;
        }
        return mixed;
    }
}
