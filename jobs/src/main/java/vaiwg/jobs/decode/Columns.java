package vaiwg.jobs.decode;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import vaiwg.schemas.ReleasedSchemas;
import vaiwg.schemas.SchemaField;

/** The fields of the events of one schema that are read, by their names in the newest version, each with its place in a {@link Row}. */
class Columns {
    /** Behind the name of a list: each of its elements. */
    static final String ITEM = "[]";

    /** The name of the schema, as {@link ReleasedSchemas} has it. */
    final String name;

    final Schema schema;
    /** By path: the place of a field in a row; of a field of a list's elements the complement of its place in the element. */
    private final Map<String, Integer> columns = new LinkedHashMap<>();

    private final Map<Integer, String> names = new HashMap<>();
    /** How many places an event takes without the elements of its lists; the first is of all fields that are not read. */
    private int width = 1;
    /** How many places an element of any list takes; the first likewise. */
    private int elementWidth = 1;

    Columns(String name) {
        this.name = name;
        this.schema = ReleasedSchemas.newest(name);
    }

    /**
     * Has a field read.
     *
     * @param path for example {@code victim.personId}; {@code flags} for how many there are and {@code flags[]} for each, and
     *     {@code suspects[].personId} after {@code suspects}
     * @return the number by which its value is asked for
     * @throws IllegalArgumentException where the newest schema has no such field, or it is read already
     */
    final int column(String path) {
        return column(path, path.replace(ITEM, ""));
    }

    /** @param calledAs how a rejection names the field */
    final int column(String path, String calledAs) {
        Schema at = schema;
        for (String step : path.split("\\.")) {
            Schema.Field field = at.getType() == Schema.Type.RECORD ? at.getField(step.replace(ITEM, "")) : null;
            if (field == null) {
                throw new IllegalArgumentException("The schema of " + name + " has no field " + path + ".");
            }
            at = SchemaField.present(field.schema());
            at = step.endsWith(ITEM) ? SchemaField.present(at.getElementType()) : at;
        }
        int item = path.indexOf(ITEM);
        if (item >= 0 && !columns.containsKey(path.substring(0, item))) {
            throw new IllegalArgumentException("The list of " + path + " of " + name + " has no column.");
        }
        int column = item < 0 ? width++ : ~elementWidth++;
        if (columns.put(path, column) != null) {
            throw new IllegalArgumentException("The field " + path + " of " + name + " has a column already.");
        }
        names.put(column, calledAs);
        return column;
    }

    /** The number of a path, 0 where the field is not read. */
    final int columnAt(String path) {
        return columns.getOrDefault(path, 0);
    }

    /** As a rejection names a field, for example {@code victim.personId}. */
    final String name(int column) {
        return names.get(column);
    }

    final int elementWidth() {
        return elementWidth;
    }

    final Set<String> paths() {
        return columns.keySet();
    }

    final int width() {
        return width;
    }
}
