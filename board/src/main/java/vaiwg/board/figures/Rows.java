package vaiwg.board.figures;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs a query and makes a record of each row. A component is of the column of its name in snake case, a record within it of the row's
 * own columns; an option is empty, and a {@code double} NaN, where its column is null. A type with {@code of(String)} is made by it, an enum of
 * its name in lower case.
 */
public final class Rows {
    private static final Pattern PARAMETER = Pattern.compile("(?<!:):(\\w+)");
    private static final Pattern WORD = Pattern.compile("(?<=[a-z])(?=[A-Z0-9])");

    /** Makes an object of the row at which the result stands. */
    private interface Reader {
        Object read(ResultSet row) throws SQLException;
    }

    private Rows() {}

    /**
     * A query's rows, each a record; of another type the column {@code value} alone.
     *
     * @param arguments by their names, before which a colon stands in the query
     */
    public static <T> List<T> list(Connection connection, Class<T> type, String query, Map<String, ?> arguments)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(PARAMETER.matcher(query).replaceAll("?"))) {
            Matcher parameter = PARAMETER.matcher(query);
            for (int i = 1; parameter.find(); i++) {
                statement.setObject(i, arguments.get(parameter.group(1)));
            }
            Reader reader = type.isRecord() ? record(type) : value(type, "value");
            List<T> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(type.cast(reader.read(row)));
                }
            }
            return found;
        }
    }

    private static Reader record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Reader[] readers = new Reader[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            String column =
                    WORD.matcher(components[i].getName()).replaceAll("_").toLowerCase(Locale.ROOT);
            readers[i] = value(components[i].getGenericType(), column);
            types[i] = components[i].getType();
        }
        Constructor<?> constructor = constructor(type, types);
        return row -> {
            Object[] values = new Object[readers.length];
            for (int i = 0; i < readers.length; i++) {
                values[i] = readers[i].read(row);
            }
            return made(() -> constructor.newInstance(values));
        };
    }

    private static Reader value(Type type, String column) {
        if (type instanceof ParameterizedType generic) {
            return generic(generic, column);
        }
        if (type == int.class) {
            return row -> row.getInt(column);
        } else if (type == boolean.class) {
            return row -> row.getBoolean(column);
        } else if (type == double.class) {
            return row -> number(row, column);
        } else if (type == Integer.class || type == LocalDate.class) {
            return row -> row.getObject(column, (Class<?>) type);
        } else if (type == byte[].class) {
            return row -> row.getBytes(column);
        } else if (type == Instant.class) {
            return row -> row.getObject(column, OffsetDateTime.class).toInstant();
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord() && of(plain).isEmpty()) {
            return record(plain);
        }
        return row -> text(plain, row.getString(column));
    }

    private static Reader generic(ParameterizedType type, String column) {
        Type first = type.getActualTypeArguments()[0];
        if (type.getRawType() == Optional.class) {
            Reader inner = value(first, column);
            return row -> Optional.ofNullable(inner.read(row));
        }
        if (type.getRawType() == List.class) {
            return row -> Stream.of((String[]) row.getArray(column).getArray())
                    .filter(text -> !text.isEmpty())
                    .map(text -> text((Class<?>) first, text))
                    .toList();
        }
        boolean sorted = type.getRawType() == NavigableMap.class;
        return row -> entries(row.getString(column), sorted ? new TreeMap<>() : new LinkedHashMap<>());
    }

    private static double number(ResultSet row, String column) throws SQLException {
        double number = row.getDouble(column);
        return row.wasNull() ? Double.NaN : number;
    }

    /** Lines of a key and, after a tab, its text. */
    private static Map<String, String> entries(String lines, Map<String, String> entries) {
        Stream.ofNullable(lines)
                .flatMap(String::lines)
                .map(line -> line.split("\t", 2))
                .forEach(entry -> entries.put(entry[0], entry[1]));
        return entries;
    }

    private static Object text(Class<?> type, String text) {
        if (type == String.class || text == null) {
            return text;
        }
        Optional<Method> of = of(type);
        if (of.isPresent()) {
            return made(() -> of.get().invoke(null, text));
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> ((Enum<?>) one).name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The database has \"" + text
                        + "\", which this build does not know: use the build that published it."));
    }

    private static Optional<Method> of(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals("of")
                        && Arrays.equals(method.getParameterTypes(), new Class<?>[] {String.class}))
                .findFirst();
    }

    private static Constructor<?> constructor(Class<?> type, Class<?>[] components) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(components);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object made(Callable<?> maker) {
        try {
            return maker.call();
        } catch (Exception e) {
            throw new IllegalStateException("a row of the database makes no record", e);
        }
    }
}
