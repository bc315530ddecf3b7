package vaiwg.kpis.cases;

import java.nio.charset.StandardCharsets;

/**
 * A unit's name, or another word, on the record as one long: state keeps the name itself, not its place in a map, so that a map which learns a new
 * name, or moves one to another area, tells the old cases too. FNV-1a with 64 bits (Fowler, Noll, Vo); among a force's few hundred
 * names two alike are out of the question.
 */
public final class UnitCode {
    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private UnitCode() {}

    /** The code of a name; null and blank are 0. */
    public static long of(String name) {
        if (name == null || name.isBlank()) {
            return 0;
        }
        long hash = BASIS;
        for (byte next : name.strip().getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (next & 0xFF)) * PRIME;
        }
        return hash;
    }

    /** The code of a force's unit: two forces may have units of one name. No unit ({@code 0}) is none of any force. */
    public static long in(String force, long unit) {
        return unit == 0 ? 0 : (of(force) ^ unit) * PRIME;
    }

    /** The same of a name in UTF-8: without making a text of it, where it is of printable ASCII and has no blanks around it. */
    public static long of(byte[] utf8, int from, int length) {
        int to = from + length;
        boolean plain = length > 0 && utf8[from] != ' ' && utf8[to - 1] != ' ';
        long hash = BASIS;
        for (int i = from; plain && i < to; i++) {
            plain = utf8[i] >= ' ';
            hash = (hash ^ utf8[i]) * PRIME;
        }
        return plain ? hash : of(new String(utf8, from, length, StandardCharsets.UTF_8));
    }
}
