package vaiwg.verification.oracle;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.ReleasedSchemas;
import vaiwg.schemas.SchemaField;

/**
 * The log as it lies on the topics, in the oracle's raw tables: one for each schema, {@code outcome_event}, with a column for each of its
 * fields, {@code support_ended_reason}. Instants are epoch milliseconds. A list is the number of its elements, and of each field of its
 * elements the values, joined by commas; a list of texts is these alone. Derives nothing.
 */
final class EventTables implements AutoCloseable {
    private static final String PLACE =
            "topic VARCHAR, kafka_partition INTEGER, kafka_offset BIGINT, kafka_timestamp BIGINT";

    private final DuckDBConnection connection;
    private final Map<Schema, Table> tables = new HashMap<>();

    /** How a field is read, and what it is to SQL; its value is null where the record, or one that it is in, is not there. */
    private record Column(String name, String type, Function<IndexedRecord, Object> value) {
        Column in(String outer, Function<IndexedRecord, Object> record) {
            return new Column(outer + '_' + name, type, event -> {
                Object inner = record.apply(event);
                return inner == null ? null : value.apply((IndexedRecord) inner);
            });
        }

        Column ofEach(String list, Function<IndexedRecord, Object> records) {
            return new Column(
                    list + '_' + name,
                    "VARCHAR",
                    event -> joined((List<?>) records.apply(event), record -> value.apply((IndexedRecord) record)));
        }
    }

    private record Table(List<Column> columns, DuckDBAppender rows) {}

    EventTables(DuckDBConnection connection) {
        this.connection = connection;
    }

    /** Creates the tables, without rows, and {@code event} with what is common to the events of all streams. */
    static void create(DuckDBConnection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String name : ReleasedSchemas.names()) {
                statement.execute("CREATE TABLE " + table(name)
                        + columns(ReleasedSchemas.newest(name)).stream()
                                .map(column -> '"' + column.name + "\" " + column.type)
                                .collect(Collectors.joining(", ", " (" + PLACE + ", ", ")")));
            }
            statement.execute(Stream.of(EventStream.values())
                    .map(stream -> """
                            SELECT topic, kafka_partition, kafka_offset, kafka_timestamp, force, event_id, changed_at,
                                '%s' AS stream, '%s' AS key, %2$s AS subject FROM %s""".formatted(stream.slug(), snake(stream.subject()), table(stream.slug())))
                    .collect(Collectors.joining(" UNION ALL ", "CREATE VIEW event AS ", "")));
        }
    }

    void add(LogRecord record) throws SQLException {
        Schema schema = record.value().getSchema();
        Table table = tables.get(schema);
        if (table == null) {
            table = new Table(columns(schema), appender(schema));
            tables.put(schema, table);
        }
        DuckDBAppender row = table.rows;
        row.beginRow()
                .append(record.topic())
                .append(record.partition())
                .append(record.offset())
                .append(record.timestamp());
        for (Column column : table.columns) {
            append(row, column.value.apply(record.value()));
        }
        row.endRow();
    }

    @Override
    public void close() throws SQLException {
        for (Table table : tables.values()) {
            table.rows.close();
        }
    }

    private DuckDBAppender appender(Schema schema) throws SQLException {
        String name = ReleasedSchemas.names().stream()
                .filter(one -> ReleasedSchemas.newest(one).getFullName().equals(schema.getFullName()))
                .findFirst()
                .orElseThrow();
        return connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, table(name));
    }

    private static String table(String name) {
        return name.replace('-', '_') + "_event";
    }

    private static List<Column> columns(Schema record) {
        List<Column> columns = new ArrayList<>();
        for (Schema.Field field : record.getFields()) {
            String name = snake(field.name());
            int place = field.pos();
            Function<IndexedRecord, Object> value = event -> event.get(place);
            Schema type = SchemaField.present(field.schema());
            switch (type.getType()) {
                case RECORD -> columns(type).forEach(column -> columns.add(column.in(name, value)));
                case ARRAY -> {
                    if (type.getElementType().getType() == Schema.Type.RECORD) {
                        columns.add(new Column(name, "INTEGER", event -> ((List<?>) value.apply(event)).size()));
                        columns(type.getElementType()).forEach(column -> columns.add(column.ofEach(name, value)));
                    } else {
                        columns.add(
                                new Column(name, "VARCHAR", event -> joined((List<?>) value.apply(event), one -> one)));
                    }
                }
                case BOOLEAN -> columns.add(new Column(name, "BOOLEAN", value));
                case INT -> columns.add(new Column(name, "INTEGER", value));
                case LONG -> columns.add(new Column(name, "BIGINT", value));
                default -> columns.add(new Column(name, "VARCHAR", value));
            }
        }
        return columns;
    }

    private static String joined(List<?> values, Function<Object, Object> of) {
        return values.stream()
                .map(value -> Objects.requireNonNullElse(of.apply(value), ""))
                .map(Object::toString)
                .collect(Collectors.joining(","));
    }

    private static void append(DuckDBAppender row, Object value) throws SQLException {
        if (value == null) {
            row.appendNull();
        } else if (value instanceof Instant instant) {
            row.append(instant.toEpochMilli());
        } else if (value instanceof Long number) {
            row.append(number);
        } else if (value instanceof Integer number) {
            row.append(number);
        } else if (value instanceof Boolean flag) {
            row.append(flag);
        } else {
            row.append(value.toString());
        }
    }

    private static String snake(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
