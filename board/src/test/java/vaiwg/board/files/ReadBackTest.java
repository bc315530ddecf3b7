package vaiwg.board.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.board.report.Block;
import vaiwg.board.report.EstimatePoint;
import vaiwg.board.report.Figure;
import vaiwg.board.report.Report;
import vaiwg.board.report.SampleReport;

/** Another program reads the table and the workbook, finds every number of the report in them, and adds them up again. */
class ReadBackTest {
    private final Report report = SampleReport.usual();

    @TempDir
    Path folder;

    private Connection duck;

    @BeforeEach
    void write() throws IOException, SQLException {
        ReportFiles.write(ReportFiles.of(report, new BuildInfo("1.0", new TreeMap<>()), Map.of()), folder, false);
        duck = DriverManager.getConnection("jdbc:duckdb:");
        run("CREATE TABLE figures AS FROM read_csv('" + folder.resolve("figures.csv")
                + "', header = true, strict_mode = true, null_padding = false)");
        run("CREATE TABLE cells (sheet VARCHAR, ref VARCHAR, text VARCHAR, number DOUBLE)");
        try (PreparedStatement row = duck.prepareStatement("INSERT INTO cells VALUES (?, ?, ?, ?)")) {
            for (XlsxCells.Cell cell : new XlsxCells(Files.readAllBytes(folder.resolve("report.xlsx"))).cells()) {
                row.setString(1, cell.sheet());
                row.setString(2, cell.reference());
                row.setString(3, cell.text());
                row.setObject(4, cell.number());
                row.addBatch();
            }
            row.executeBatch();
        }
    }

    @AfterEach
    void close() throws SQLException {
        duck.close();
    }

    @Test
    void the_walk_finds_every_figure_of_the_tree() {
        List<Figure> all = Tree.all(report, Figure.class);
        assertThat(all).hasSizeGreaterThan(25);
        assertThat(ReportFigures.of(report).stream().map(ReportFigures.Shown::figure))
                .containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void a_figure_is_one_line_of_the_table_with_all_that_it_says() throws SQLException {
        Set<String> expected = new LinkedHashSet<>();
        for (Figure f : Tree.all(report, Figure.class)) {
            expected.add(String.join(
                    "|",
                    f.kpi(),
                    f.key().basis(),
                    f.key().window(),
                    f.key().slice(),
                    f.asAt().toString(),
                    f.unit().name(),
                    String.valueOf(f.numerator()),
                    String.valueOf(f.denominator()),
                    number(f.value()),
                    number(f.lower()),
                    number(f.upper()),
                    f.state().name()));
        }
        String line =
                "concat_ws('|', kpi, basis, \"window\", coalesce(slice, ''), as_at, unit, coalesce(numerator::varchar, 'null'),"
                        + " coalesce(denominator::varchar, 'null'), coalesce(value::double::varchar, 'null'),"
                        + " coalesce(lower::double::varchar, 'null'), coalesce(upper::double::varchar, 'null'), state)";
        assertThat(strings("SELECT " + line + " FROM figures")).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void the_workbook_has_every_number_of_the_tree_as_a_number() throws SQLException {
        Set<Double> numbers = new TreeSet<>();
        Tree.all(report.pages(), Block.Row.class)
                .forEach(row -> numbers.add(row.figure().value()));
        Tree.all(report.pages(), Figure.class).stream()
                .filter(figure -> figure.denominator() != null)
                .forEach(figure -> numbers.add((double) figure.denominator()));
        Tree.all(report.pages(), Block.Chart.class).stream()
                .flatMap(chart -> chart.chart().points().stream())
                .flatMap(point -> Stream.of((double) point.numerator(), point.value(), point.upper()))
                .forEach(numbers::add);
        Tree.all(report.pages(), EstimatePoint.class).forEach(point -> numbers.add(point.value()));
        numbers.remove(Double.NaN);
        assertThat(numbers).hasSizeGreaterThan(30);
        assertThat(doubles("SELECT DISTINCT number FROM cells WHERE number IS NOT NULL"))
                .containsAll(numbers);
    }

    @Test
    void a_value_is_its_count_by_its_whole() throws SQLException {
        assertThat(strings("SELECT kpi FROM figures WHERE unit = 'SHARE' AND value <> numerator / denominator"))
                .isEmpty();
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "null" : String.valueOf(value);
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = duck.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> strings(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = duck.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                values.add(row.getString(1));
            }
        }
        return values;
    }

    private List<Double> doubles(String sql) throws SQLException {
        List<Double> values = new ArrayList<>();
        try (Statement statement = duck.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                double value = row.getDouble(1);
                if (!row.wasNull()) {
                    values.add(value);
                }
            }
        }
        return values;
    }
}
