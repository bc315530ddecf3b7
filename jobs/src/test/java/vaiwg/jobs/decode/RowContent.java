package vaiwg.jobs.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericEnumSymbol;
import org.apache.avro.generic.GenericRecord;
import vaiwg.kpis.reference.CodeMaps;

/**
 * What a row says, by the paths of its columns, as it is in Java: numbers, flags, texts, names of symbols, null for none; of the column
 * of a list how many there are, and of a column of its elements the list of what each says.
 */
final class RowContent {
    private static final String ITEM = "[]";

    private RowContent() {}

    /** The rows of all schemas, with all columns that the job reads. */
    static List<Row> rows() {
        List<Row> rows = new ArrayList<>(EventReader.projections(0, CodeMaps.shipped()));
        rows.add(new ProgressRow());
        return rows;
    }

    static Map<String, Object> of(Row row) {
        Map<String, Object> content = new TreeMap<>();
        for (String path : row.paths()) {
            int column = row.columnAt(path);
            Schema schema = schema(row.schema, path);
            int item = path.indexOf(ITEM);
            if (item < 0) {
                content.put(path, value(row, column, schema));
            } else {
                int list = row.columnAt(path.substring(0, item));
                List<Object> items = new ArrayList<>();
                for (int i = 0; i < row.count(list); i++) {
                    row.open(list, i);
                    items.add(value(row, column, schema));
                }
                content.put(path, items);
            }
        }
        return content;
    }

    /** What a record that Avro read says in the columns of a row. */
    static Map<String, Object> of(Row row, GenericRecord record) {
        Map<String, Object> content = new TreeMap<>();
        for (String path : row.paths()) {
            int item = path.indexOf(ITEM);
            if (item < 0) {
                content.put(path, value(at(record, path)));
            } else {
                List<Object> items = new ArrayList<>();
                String within = path.substring(item + ITEM.length());
                for (Object one : (List<?>) at(record, path.substring(0, item))) {
                    items.add(value(within.isEmpty() ? one : at((GenericRecord) one, within.substring(1))));
                }
                content.put(path, items);
            }
        }
        return content;
    }

    private static Object value(Row row, int column, Schema schema) {
        if (schema.getType() == Schema.Type.ARRAY) {
            return row.count(column);
        }
        if (!row.has(column)) {
            return null;
        }
        return switch (schema.getType()) {
            case LONG -> row.number(column);
            case INT -> Math.toIntExact(row.number(column));
            case BOOLEAN -> row.isSet(column);
            case ENUM -> schema.getEnumSymbols().get(Math.toIntExact(row.number(column)));
            case STRING -> row.text(column);
            default -> throw new IllegalStateException("a column of a " + schema.getType());
        };
    }

    private static Object at(GenericRecord record, String path) {
        Object found = record;
        for (String step : path.split("\\.")) {
            found = found == null ? null : ((GenericRecord) found).get(step);
        }
        return found;
    }

    private static Object value(Object found) {
        if (found instanceof List<?> list) {
            return list.size();
        }
        return found instanceof CharSequence || found instanceof GenericEnumSymbol<?> ? found.toString() : found;
    }

    private static Schema schema(Schema schema, String path) {
        Schema found = schema;
        for (String step : path.split("\\.")) {
            found = present(found.getField(step.replace(ITEM, "")).schema());
            found = step.endsWith(ITEM) ? found.getElementType() : found;
        }
        return found;
    }

    private static Schema present(Schema schema) {
        return schema.getType() == Schema.Type.UNION ? schema.getTypes().get(1) : schema;
    }
}
