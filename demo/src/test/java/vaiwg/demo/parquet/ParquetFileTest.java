package vaiwg.demo.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is read by DuckDB, which shares no code with the writer. */
class ParquetFileTest {
    private static final long SEED = 7;
    private static final int GROUP = 100;

    private final Map<String, ColumnType> columns = new LinkedHashMap<>();

    @TempDir
    private Path folder;

    ParquetFileTest() {
        columns.put("force", ColumnType.TEXT);
        columns.put("numerator", ColumnType.INTEGER);
        columns.put("total", ColumnType.LONG);
        columns.put("estimate", ColumnType.DOUBLE);
        columns.put("small", ColumnType.BOOLEAN);
        columns.put("as_at", ColumnType.DATE);
    }

    /** Runs and single values, absent ones, and rows of several groups of which the last is not full. */
    @Test
    void every_value_of_every_type_is_read_as_it_was_written() throws Exception {
        Random random = new Random(SEED);
        List<Object[]> rows = new ArrayList<>();
        for (int row = 0; row < 3 * GROUP + 17; row++) {
            rows.add(new Object[] {
                row % 90 < 60 ? "west-midlands" : "grün " + random.nextInt(50),
                random.nextInt(4) == 0 ? null : (Object) (random.nextInt(2_000) - 1_000),
                random.nextBoolean() ? null : (Object) random.nextLong(),
                row < GROUP ? null : (Object) random.nextDouble(),
                random.nextInt(3) == 0 ? null : (Object) random.nextBoolean(),
                (int) LocalDate.of(1969, 12, 20).toEpochDay() + row / 20
            });
        }
        assertThat(read(write(rows)))
                .containsExactlyElementsOf(
                        rows.stream().map(ParquetFileTest::asRead).toList());
    }

    @Test
    void columns_without_any_value_and_tables_without_rows_are_read_too() throws Exception {
        List<Object[]> empty = List.<Object[]>of(new Object[6], new Object[6]);
        assertThat(read(write(empty))).containsExactly(Arrays.asList(new Object[6]), Arrays.asList(new Object[6]));
        assertThat(read(write(List.of()))).isEmpty();
    }

    @Test
    void more_values_than_two_bytes_tell_apart_and_long_runs_are_read() throws Exception {
        Path file = folder.resolve("many.parquet");
        int most = 200_000;
        try (ParquetFile out = new ParquetFile(Files.newOutputStream(file), Map.of("n", ColumnType.INTEGER), most)) {
            for (int n = 0; n < most; n++) {
                out.add(n < most / 2 ? n : 7);
            }
        }
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement();
                ResultSet sums = statement.executeQuery(
                        "SELECT count(*), count(DISTINCT n), sum(n)::BIGINT FROM read_parquet('" + file + "')")) {
            assertThat(sums.next()).isTrue();
            assertThat(sums.getLong(1)).isEqualTo(most);
            assertThat(sums.getLong(2)).isEqualTo(100_000);
            assertThat(sums.getLong(3)).isEqualTo(100_000L * 99_999 / 2 + 700_000);
        }
    }

    @Test
    void the_same_rows_give_the_same_bytes_and_a_row_of_another_width_is_rejected() throws Exception {
        List<Object[]> rows = List.<Object[]>of(new Object[] {"a", 1, 2L, 0.5, true, 3});
        assertThat(write(rows)).hasBinaryContent(Files.readAllBytes(write(rows)));
        try (ParquetFile out = new ParquetFile(new ByteArrayOutputStream(), columns)) {
            assertThatThrownBy(() -> out.add("a")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private Path write(List<Object[]> rows) throws Exception {
        Path file = Files.createTempFile(folder, "table", ".parquet");
        try (OutputStream out = Files.newOutputStream(file);
                ParquetFile table = new ParquetFile(out, columns, GROUP)) {
            for (Object[] row : rows) {
                table.add(row);
            }
        }
        return file;
    }

    private List<List<Object>> read(Path file) throws Exception {
        List<List<Object>> rows = new ArrayList<>();
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement();
                ResultSet found = statement.executeQuery("SELECT force, numerator, total, estimate, small,"
                        + " as_at - DATE '1970-01-01' FROM read_parquet('" + file + "')")) {
            while (found.next()) {
                List<Object> row = new ArrayList<>();
                for (int column = 1; column <= columns.size(); column++) {
                    row.add(found.getObject(column));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /** The difference of two days is a long there. */
    private static List<Object> asRead(Object... row) {
        List<Object> read = new ArrayList<>(Arrays.asList(row));
        read.set(5, (long) (int) row[5]);
        return read;
    }
}
