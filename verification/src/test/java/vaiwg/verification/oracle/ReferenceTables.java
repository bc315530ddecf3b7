package vaiwg.verification.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import vaiwg.kpis.reference.CodeMaps;

/** Writes the reference files into the oracle's tables, row by row. Derives nothing. */
record ReferenceTables(DuckDBConnection connection) {
    /** Tables with numbers; what is of digits elsewhere is a code. */
    private static final Set<String> NUMBERED = Set.of("denominator", "deprivation");

    private static final String FORCE = "west-midlands";

    /** The reference files as they are shipped: comment lines, a heading, rows. */
    void loadReferences() throws SQLException {
        reference("offence-themes.csv", "offence_theme");
        rows(
                "policing_area",
                ofForce(FORCE, String.join("\n", lines("/sites/" + FORCE + "/areas.csv")))
                        .lines());
        reference("ethnicity-groups.csv", "ethnicity_group");
        reference("bank-holidays.csv", "bank_holiday");
    }

    /** Other bank holidays than those that are shipped. */
    void replaceBankHolidays(String text) throws SQLException {
        replace("bank_holiday", text);
    }

    /** Likewise of the areas of units. */
    void replaceAreas(String text) throws SQLException {
        replace("policing_area", text);
    }

    private void replace(String table, String text) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM " + table);
        }
        rows(table, text.lines());
    }

    void loadDenominators(String text) throws SQLException {
        rows("denominator", text.lines());
    }

    void loadDeprivation(String text) throws SQLException {
        rows("deprivation", text.lines());
    }

    /** The rows of a force's file, each with the force before it. */
    static String ofForce(String force, String text) {
        return text.lines()
                .map(line -> line.startsWith("#") || line.isBlank() ? line : force + "," + line)
                .collect(Collectors.joining("\n"));
    }

    private void reference(String file, String table) throws SQLException {
        rows(table, lines("/reference/" + file).stream());
    }

    private void rows(String table, Stream<String> text) throws SQLException {
        try (DuckDBAppender rows = appender(table)) {
            List<String> lines = text.filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
            for (String line : lines.subList(1, lines.size())) {
                rows.beginRow();
                for (String field : line.split(",", -1)) {
                    if (field.isEmpty()) {
                        rows.appendNull();
                    } else if (field.matches("\\d{4}-\\d{2}-\\d{2}")) {
                        rows.append(LocalDate.parse(field));
                    } else if (field.matches("\\d+") && NUMBERED.contains(table)) {
                        rows.append(Integer.parseInt(field));
                    } else {
                        rows.append(field);
                    }
                }
                rows.endRow();
            }
        }
    }

    private static List<String> lines(String file) {
        try (var in = Objects.requireNonNull(CodeMaps.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DuckDBAppender appender(String table) throws SQLException {
        return connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, table);
    }
}
