package vaiwg.jobs.decode;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import vaiwg.jobs.decode.Rejection.Reason;
import vaiwg.kpis.cases.PackedCode;
import vaiwg.kpis.cases.PersonCode;
import vaiwg.kpis.cases.UnitCode;
import vaiwg.kpis.fields.Fields;

/**
 * The values of the columns in the event that was decoded last, a number each, so that no field is an object. A text is the place of its
 * bytes in the message; a symbol is its place in the newest schema's list; a flag is 0 or 1; a list is the place of its elements, which
 * follow the event's own fields. Not safe for several threads.
 */
class Row extends Columns {
    /** Of a field that the event does not have. */
    static final long ABSENT = Fields.ABSENT;

    /** Days are known for these years; a date outside them is a slip, or a mark for "none" in the source system. */
    private static final long EARLIEST = Instant.parse("1900-01-01T00:00:00Z").toEpochMilli();

    private static final long LATEST = Instant.parse("2200-01-01T00:00:00Z").toEpochMilli();
    /** More than any event but a made-up one needs; what is larger is not kept. */
    private static final int ORDINARY = 1 << 12;

    private long[] values = new long[ORDINARY];
    /** How many places of {@link #values} are taken. */
    private int filled;

    private byte[] message;
    /** Where in {@link #values} the element stands that was opened last. */
    private int element;

    Row(String name) {
        super(name);
    }

    /** Begins with another event: nothing is known of it yet. */
    final void begin(byte[] bytes) {
        message = bytes;
        filled = 0;
        if (values.length > ORDINARY) {
            values = new long[ORDINARY];
        }
        append(width());
    }

    /** Room for an element, with nothing in it; where it begins. */
    final int append(int places) {
        int begin = filled;
        filled += places;
        if (filled > values.length) {
            values = Arrays.copyOf(values, filled * 2);
        }
        Arrays.fill(values, begin, filled, ABSENT);
        return begin;
    }

    final int filled() {
        return filled;
    }

    /** The values themselves; others once {@link #append} was called. */
    final long[] values() {
        return values;
    }

    final long number(int column) {
        return values[column >= 0 ? column : element + ~column];
    }

    final boolean has(int column) {
        return number(column) != ABSENT;
    }

    /** Whether a flag is known and set. */
    final boolean isSet(int column) {
        return number(column) == 1;
    }

    /** Whether a flag is known and not set. */
    final boolean isUnset(int column) {
        return number(column) == 0;
    }

    /** How many elements a list has. */
    final int count(int list) {
        return (int) number(list);
    }

    /** From here on the columns of a list's elements are those of one of them. */
    final void open(int list, int place) {
        element = from(list) + place * elementWidth();
    }

    /** An instant that every event has, epoch milliseconds. */
    final long instant(int column) throws Rejection {
        long millis = number(column);
        if (millis < EARLIEST || millis >= LATEST) {
            throw new Rejection(Reason.IMPOSSIBLE_VALUE, name(column) + " lies outside the years 1900 to 2199");
        }
        return millis;
    }

    /** The same of one that an event may have; {@link #ABSENT} where it does not. */
    final long instantIfAny(int column) throws Rejection {
        return has(column) ? instant(column) : ABSENT;
    }

    /** A short code ({@link PackedCode}), 0 where there is none. */
    final long code(int column) throws Rejection {
        try {
            return has(column) ? PackedCode.pack(message, from(column), length(column)) : 0;
        } catch (IllegalArgumentException e) {
            throw new Rejection(Reason.IMPOSSIBLE_VALUE, name(column) + ": " + e.getMessage());
        }
    }

    /** The code of an area's name or of a word ({@link UnitCode}), 0 where there is none. */
    final long nameCode(int column) throws Rejection {
        requireShort(column);
        requireWords(column);
        return hash(column);
    }

    /** The same of the number of a thing. */
    final long numberCode(int column) throws Rejection {
        requireShort(column);
        requireReference(column);
        return hash(column);
    }

    private long hash(int column) {
        return has(column) ? UnitCode.of(message, from(column), length(column)) : 0;
    }

    /** The code of a place ({@link PersonCode}). */
    final long place(int column) throws Rejection {
        requireShort(column);
        requireReference(column);
        return personCode(column);
    }

    private long personCode(int column) {
        return has(column) ? PersonCode.of(message, from(column), length(column)) : PersonCode.NONE;
    }

    /** The code of a person; whose pseudonym must not look like what it is to hide. */
    final long person(int column) throws Rejection {
        requireShort(column);
        if (has(column) && !OrdinaryText.isPseudonym(message, from(column), length(column))) {
            requireImpersonal(column, " looks like ", PersonalData.inPseudonym(text(column)));
        }
        return personCode(column);
    }

    /** The number of a record, a place or a thing must not look like a person. */
    final void requireReference(int column) throws Rejection {
        if (has(column) && !OrdinaryText.isReference(message, from(column), length(column))) {
            requireImpersonal(column, " looks like ", PersonalData.inReference(text(column)));
        }
    }

    /** What somebody wrote, and the name of an area or a code, must not hold anything of a person. */
    final void requireWords(int column) throws Rejection {
        if (has(column) && !OrdinaryText.isWord(message, from(column), length(column))) {
            requireImpersonal(column, " holds what looks like ", PersonalData.inWords(text(column)));
        }
    }

    private void requireImpersonal(int column, String words, String likeness) throws Rejection {
        if (likeness != null) {
            throw new Rejection(Reason.PERSONAL_DATA, name(column) + words + likeness);
        }
    }

    /** A name by which things are found again has as many bytes as a key. */
    final void requireShort(int column) throws Rejection {
        // As text it may have more bytes than it came in: three for each that is no UTF-8.
        if (has(column)
                && length(column) > EventReader.LONGEST_KEY / 3
                && text(column).getBytes(StandardCharsets.UTF_8).length > EventReader.LONGEST_KEY) {
            throw new Rejection(
                    Reason.OVERSIZED, name(column) + " has more than " + EventReader.LONGEST_KEY + " bytes");
        }
    }

    /** A text, null where there is none. */
    final String text(int column) {
        return has(column) ? new String(message, from(column), length(column), StandardCharsets.UTF_8) : null;
    }

    /** Whether a text is there and not blank. */
    final boolean isNamed(int column) {
        if (!has(column) || length(column) == 0) {
            return false;
        }
        byte first = message[from(column)];
        return first > ' ' || !text(column).isBlank();
    }

    /** Whether a text is a word of ASCII. */
    final boolean is(int column, String word) {
        return has(column) && isWord(column, word, (byte) 0);
    }

    /** Whether it is one, in small or capital letters; the word is in small ones. */
    final boolean isInAnyCase(int column, String word) {
        return has(column) && isWord(column, word, (byte) 0x20);
    }

    private boolean isWord(int column, String word, byte ofSmall) {
        if (length(column) != word.length()) {
            return false;
        }
        int from = from(column);
        for (int i = 0; i < word.length(); i++) {
            char expected = word.charAt(i);
            byte found = message[from + i];
            boolean capital = ofSmall != 0 && found >= 'A' && found <= 'Z';
            if ((capital ? found | ofSmall : found) != expected) {
                return false;
            }
        }
        return true;
    }

    /** Whether a text has exactly these bytes. */
    final boolean hasBytes(int column, byte[] bytes) {
        int from = from(column);
        return Arrays.equals(message, from, from + length(column), bytes, 0, bytes.length);
    }

    final byte byteAt(int place) {
        return message[place];
    }

    /** Where a text begins in the message, or a list in the row. */
    final int from(int column) {
        return (int) (number(column) >>> Integer.SIZE);
    }

    final int length(int column) {
        return (int) number(column);
    }
}
