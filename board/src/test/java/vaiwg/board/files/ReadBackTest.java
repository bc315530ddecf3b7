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
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.board.report.BlockPoint;
import vaiwg.board.report.Figure;
import vaiwg.board.report.NumberTable;
import vaiwg.board.report.Report;

/** Another program reads the table and the workbook, finds every number of the report in them, and adds them up again. */
class ReadBackTest {
    private final Report report = SampleReport.of();

    @TempDir
    Path folder;

    private Connection duck;

    @BeforeEach
    void write() throws IOException, SQLException {
        ReportFiles.write(report, new BuildInfo("1.0", new TreeMap<>()), Map.of(), folder, false);
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
        List<Figure> all = new ArrayList<>(Tree.all(report, Figure.class));
        // What is apart, or left, is calculated of two figures of other cells.
        for (NumberTable.Entry.Apart apart : Tree.all(report, NumberTable.Entry.Apart.class)) {
            all.remove(apart.one());
            all.remove(apart.other());
        }
        for (NumberTable.Entry.Rest rest : Tree.all(report, NumberTable.Entry.Rest.class)) {
            all.remove(rest.whole());
            all.remove(rest.part());
        }
        assertThat(all).hasSizeGreaterThan(25);
        assertThat(ReportFigures.of(report).stream().map(ShownFigure::figure)).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void a_figure_is_one_line_of_the_table_with_all_that_it_says() throws SQLException {
        Set<String> expected = new LinkedHashSet<>();
        for (Figure f : Tree.all(report, Figure.class)) {
            expected.add(String.join(
                    "|",
                    f.kpi(),
                    f.basis(),
                    f.window(),
                    f.slice(),
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
        Tree.all(report.summary(), Double.class).forEach(numbers::add);
        Tree.all(report.areas(), Double.class).forEach(numbers::add);
        Tree.all(report.characteristics(), Double.class).forEach(numbers::add);
        Tree.all(report.annex(), Double.class).forEach(numbers::add);
        Tree.all(report.revisions(), Double.class).forEach(numbers::add);
        for (Object part : List.of(report.summary(), report.areas(), report.characteristics(), report.annex())) {
            Tree.all(part, Figure.class).stream()
                    .flatMap(figure -> Stream.of(figure.numerator(), figure.denominator()))
                    .filter(Objects::nonNull)
                    .forEach(count -> numbers.add((double) count));
            Tree.all(part, BlockPoint.class).forEach(point -> numbers.add((double) point.numerator()));
        }
        Tree.all(report.revisions(), Integer.class).forEach(count -> numbers.add((double) count));
        numbers.remove(Double.NaN);
        assertThat(numbers).hasSizeGreaterThan(60);
        assertThat(doubles("SELECT DISTINCT number FROM cells WHERE number IS NOT NULL"))
                .containsAll(numbers);
    }

    @Test
    void themes_that_do_not_overlap_add_up_to_their_total_in_the_table_and_in_the_workbook() throws SQLException {
        String themes = "('theme=rape', 'theme=other_sexual', 'theme=stalking_harassment')";
        String ofThemes = "SELECT sum(numerator), sum(denominator) FROM figures WHERE kpi = 'victim_attrition'"
                + " AND as_at = '2026-11-26' AND slice IN " + themes;
        assertThat(row(ofThemes)).containsExactly(16_992.0, 64_612.0);
        assertThat(row("SELECT numerator, denominator FROM figures WHERE kpi = 'victim_attrition' AND slice IS NULL"
                        + " AND as_at = '2026-11-26'"))
                .containsExactly(16_992.0, 64_612.0);
        // Of the paper's table as the workbook has it: column C, the rows from the first theme to the total.
        String start = "(SELECT min(substr(ref, 2)::int) FROM cells WHERE text = 'rape' AND sheet LIKE '2 %')";
        assertThat(row("SELECT sum(number) FILTER (WHERE substr(ref, 2)::int < " + start + " + 3),"
                        + " sum(number) FILTER (WHERE substr(ref, 2)::int = " + start + " + 3)"
                        + " FROM cells WHERE sheet LIKE '2 %' AND ref[1] = 'C'"
                        + " AND substr(ref, 2)::int BETWEEN " + start + " AND " + start + " + 3"))
                .containsExactly(16_992.0, 16_992.0);
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

    private List<Double> row(String sql) throws SQLException {
        try (Statement statement = duck.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return List.of(row.getDouble(1), row.getDouble(2));
        }
    }
}
