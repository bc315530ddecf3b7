package vaiwg.cli.feed.erase;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import vaiwg.cli.feed.FieldValues;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.SchemaField;

/** By which names an event tells of whom and what it is: pseudonyms, and numbers of crimes, orders and cases. */
final class NamesOfEvents {
    /** Fields that refer to a crime, also where the stream is of something else. */
    private static final Set<String> CRIMES = Set.of("crimeReference", "mergedInto");

    private final Map<EventStream, List<SchemaField>> fields = new EnumMap<>(EventStream.class);

    NamesOfEvents() {
        for (EventStream stream : EventStream.values()) {
            // A note is of a signal, whose number names nobody.
            List<SchemaField> named = stream == EventStream.NOTE
                    ? List.of()
                    : SchemaField.of(stream.schema()).stream()
                            .filter(field -> !field.pseudonymOf().isEmpty()
                                    || field.path().equals(stream.subject())
                                    || CRIMES.contains(field.path()))
                            .toList();
            fields.put(stream, named);
        }
    }

    /** Each once, in the order of the fields. */
    Set<String> of(EventStream stream, SpecificRecord event) {
        FieldValues values = new FieldValues(event);
        Set<String> names = new LinkedHashSet<>();
        fields.get(stream).forEach(field -> names.addAll(values.texts(field)));
        return names;
    }
}
