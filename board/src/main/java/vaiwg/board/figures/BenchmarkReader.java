package vaiwg.board.figures;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import vaiwg.kpis.catalogue.Benchmark;
import vaiwg.kpis.catalogue.Benchmarks;

/** Reads from {@code kpi_benchmark} what figures were read beside when a snapshot was published. */
public final class BenchmarkReader {
    private BenchmarkReader() {}

    public static Benchmarks read(Connection connection, PublishedSnapshot snapshot) throws SQLException {
        String query = """
                SELECT * FROM vaiwg.kpi_benchmark
                WHERE publication = ? AND force IN ('', ?) AND since <= ? AND ? < until
                ORDER BY kpi, slice, force, kind, valid_from, name
                """;
        return Benchmarks.of(Query.list(
                connection,
                query,
                BenchmarkReader::entry,
                snapshot.publication(),
                snapshot.force(),
                snapshot.asAt(),
                snapshot.asAt()));
    }

    private static Benchmark entry(ResultSet row) throws SQLException {
        return new Benchmark(
                row.getString("kpi"),
                row.getString("slice"),
                Benchmark.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("name"),
                row.getDouble("stated"),
                Benchmark.Unit.valueOf(row.getString("unit").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getObject("first_day", LocalDate.class)),
                Optional.ofNullable(row.getObject("last_day", LocalDate.class)),
                row.getObject("valid_from", LocalDate.class),
                row.getString("reason"),
                row.getString("source"),
                row.getString("quote"),
                row.getString("force"));
    }
}
