package vaiwg.bench.scale;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Makes of a record of one case the same record of another case, of other people, in another force, on another day. */
final class Copier {
    private static final Set<String> NAMES = Set.of("crimeReference", "mergedInto", "personId");
    /** Of an event's id, digits that are replaced. */
    private static final int DIGITS = 8;

    private static final int HEXADECIMAL = 16;

    private final String force;
    private final Map<Schema, String[]> fields = new IdentityHashMap<>();

    Copier(String force) {
        this.force = force;
    }

    /**
     * The copy; the original stays as it is.
     *
     * @param number of the copy: cases, people and events of copies with one number belong together, and no others
     * @param place is appended to the cell in which a crime was committed
     * @param later by how much every instant is moved
     */
    SpecificRecord copy(SpecificRecord original, int number, String place, Duration later) {
        return (SpecificRecord) record(original, number, place, later);
    }

    /** The name of a copied case. */
    static String name(String original, int number) {
        return original + '.' + number;
    }

    private IndexedRecord record(IndexedRecord original, int number, String place, Duration later) {
        Schema schema = original.getSchema();
        String[] names = fields.computeIfAbsent(
                schema,
                known -> known.getFields().stream().map(Schema.Field::name).toArray(String[]::new));
        IndexedRecord copy = (IndexedRecord) SpecificData.newInstance(original.getClass(), schema);
        for (int i = 0; i < names.length; i++) {
            copy.put(i, value(names[i], original.get(i), number, place, later));
        }
        return copy;
    }

    private Object value(String field, Object value, int number, String place, Duration later) {
        if (value instanceof Instant instant) {
            return instant.plus(later);
        }
        if (value instanceof String text) {
            return text(field, text, number, place);
        }
        if (value instanceof IndexedRecord nested) {
            return record(nested, number, place, later);
        }
        if (value instanceof List<?> list) {
            List<Object> copies = new ArrayList<>(list.size());
            list.forEach(one -> copies.add(value("", one, number, place, later)));
            return copies;
        }
        return value;
    }

    private String text(String field, String text, int number, String place) {
        if (NAMES.contains(field)) {
            return name(text, number);
        }
        return switch (field) {
            case "force" -> force;
            case "locationCell" -> text + place;
            case "eventId" -> eventId(text, number);
            default -> text;
        };
    }

    /** Of a second delivery the same as of the first. */
    private static String eventId(String original, int number) {
        int digits = Integer.parseUnsignedInt(original, 0, DIGITS, HEXADECIMAL) ^ number;
        String hexadecimal = Integer.toHexString(digits);
        return "0".repeat(DIGITS - hexadecimal.length()) + hexadecimal + original.substring(DIGITS);
    }
}
