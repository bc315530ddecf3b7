package vaiwg.verification.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecord;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.ReleasedSchemas;
import vaiwg.schemas.SchemaField;

/**
 * Gives values of chance to the counted fields of which no event of a history has a value, so that a field which is new in a schema is in
 * every history. All else in a history is the same with it and without.
 */
final class FurtherFields {
    /** How a schema's words name codes. */
    private static final Pattern CODE = Pattern.compile("\\b[A-Z0-9][A-Z0-9_]{2,}\\b");

    /** Only some values of it agree with the rest of a record: {@link SubjectEvents} gives them, in a short history perhaps to none. */
    private static final String RESULT = "conduct.result";

    private FurtherFields() {}

    static void fill(List<FeedRecord> records) {
        for (EventStream stream : EventStream.values()) {
            List<SpecificRecord> events = records.stream()
                    .filter(record -> record.stream() == stream)
                    .map(FeedRecord::value)
                    .toList();
            for (SchemaField field : SchemaField.of(ReleasedSchemas.newest(stream.slug()))) {
                boolean isFree = field.isCounted() && !RESULT.equals(stream.slug() + "." + field.path());
                if (isFree && events.stream().allMatch(event -> value(event, field) == null)) {
                    events.forEach(event -> fill(event, field));
                }
            }
        }
    }

    private static void fill(SpecificRecord event, SchemaField field) {
        IndexedRecord record = holder(event, field);
        if (record != null) {
            Instant changedAt = Envelope.changedAt(event);
            // Copies of an event have the same values.
            Dice dice = Dice.ofItsOwn(changedAt.plusMillis(field.path().hashCode()));
            record.put(place(record, field), value(field, changedAt, dice));
        }
    }

    private static Object value(SchemaField field, Instant changedAt, Dice dice) {
        if (field.schema().getType() == Schema.Type.BOOLEAN) {
            return dice.maybe();
        }
        if (dice.chance(0.3)) {
            return null;
        }
        if (field.isInstant()) {
            return changedAt.plus(Duration.ofMinutes(dice.between(-20_000, 20_000)));
        }
        List<String> codes = new ArrayList<>(
                CODE.matcher(field.doc()).results().map(MatchResult::group).toList());
        codes.add("R1");
        codes.add(" ");
        return dice.oneOf(codes);
    }

    private static Object value(SpecificRecord event, SchemaField field) {
        IndexedRecord record = holder(event, field);
        return record == null ? null : record.get(place(record, field));
    }

    /** The record that the field is in; null where the event does not have it. */
    private static IndexedRecord holder(IndexedRecord event, SchemaField field) {
        String[] names = field.path().split("\\.", -1);
        IndexedRecord record = event;
        for (int i = 0; i < names.length - 1 && record != null; i++) {
            record = (IndexedRecord)
                    record.get(record.getSchema().getField(names[i]).pos());
        }
        return record;
    }

    private static int place(IndexedRecord record, SchemaField field) {
        String name = field.path().substring(field.path().lastIndexOf('.') + 1);
        return record.getSchema().getField(name).pos();
    }
}
