package vaiwg.cli.feed.erase;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecord;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.SchemaField;

/** By which names an event tells of whom and what it is: pseudonyms, and numbers of crimes, orders and cases. */
final class NamesOfEvents {
    private static final String ITEM = "[]";
    /** Fields that refer to a crime, also where the stream is of something else. */
    private static final Set<String> CRIMES = Set.of("crimeReference", "mergedInto");

    private final Map<EventStream, List<String>> paths = new EnumMap<>(EventStream.class);

    NamesOfEvents() {
        for (EventStream stream : EventStream.values()) {
            // A note is of a signal, whose number names nobody.
            List<String> named = stream == EventStream.NOTE
                    ? List.of()
                    : SchemaField.of(stream.schema()).stream()
                            .filter(field -> !field.pseudonymOf().isEmpty()
                                    || field.path().equals(stream.subject())
                                    || CRIMES.contains(field.path()))
                            .map(SchemaField::path)
                            .toList();
            paths.put(stream, named);
        }
    }

    /** Each once, in the order of the fields. */
    Set<String> of(EventStream stream, SpecificRecord event) {
        Set<String> names = new LinkedHashSet<>();
        paths.get(stream).forEach(path -> add(event, path, names));
        return names;
    }

    private static void add(IndexedRecord record, String path, Set<String> names) {
        int dot = path.indexOf('.');
        String step = dot < 0 ? path : path.substring(0, dot);
        boolean isList = step.endsWith(ITEM);
        String name = isList ? step.substring(0, step.length() - ITEM.length()) : step;
        Object value = record.get(record.getSchema().getField(name).pos());
        List<Object> values = new ArrayList<>();
        if (isList && value instanceof List<?> list) {
            values.addAll(list);
        } else if (value != null) {
            values.add(value);
        }
        for (Object one : values) {
            if (one instanceof IndexedRecord inner) {
                add(inner, path.substring(dot + 1), names);
            } else {
                names.add(one.toString());
            }
        }
    }
}
