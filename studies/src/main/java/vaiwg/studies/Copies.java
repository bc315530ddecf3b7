package vaiwg.studies;

import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import vaiwg.cli.feed.FeedRecord;

/** Makes of an event the same event of another subject, with other people, at another place: of few events logs of any size. */
final class Copies {
    /** What names an event, a subject, a person or a place. */
    private static final Set<String> NAMES = Set.of("""
            eventId crimeReference mergedInto caseId orderId perpetratorId contactId submissionId itemId personId
            locationCell addressId""".split("\\s+"));

    private Copies() {}

    /**
     * A copy; the original stays as it is.
     *
     * @param number from 0 on: what belongs together in the original does so in the copies of one number, and nothing else does
     */
    static FeedRecord of(FeedRecord original, int number) {
        SpecificRecord copy = SpecificData.get().deepCopy(original.value().getSchema(), original.value());
        rename(copy, number);
        return new FeedRecord(original.stream(), original.key() + '.' + number, original.timestamp(), copy);
    }

    private static void rename(Object value, int number) {
        if (value instanceof List<?> list) {
            list.forEach(element -> rename(element, number));
        } else if (value instanceof IndexedRecord record) {
            for (Schema.Field field : record.getSchema().getFields()) {
                Object old = record.get(field.pos());
                if (old instanceof String name && NAMES.contains(field.name())) {
                    record.put(
                            field.pos(), field.name().equals("eventId") ? eventId(name, number) : name + '.' + number);
                } else {
                    rename(old, number);
                }
            }
        }
    }

    /** Of a second delivery the same as of the first. */
    private static String eventId(String original, int number) {
        return String.format("%08x", Integer.parseUnsignedInt(original, 0, 8, 16) ^ number) + original.substring(8);
    }
}
