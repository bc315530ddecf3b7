package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import vaiwg.jobs.store.Database;
import vaiwg.kpis.time.LondonDays;
import vaiwg.verification.monitoring.Identifiers;

/** Reads the report and the dashboards of a database with one force, and finds them whole, with nothing in them that is made of no number. */
record WholePages(Database database, String force, LocalDate asAt) {
    private static final Path BOARDS = Path.of("..", "grafana", "dashboards");
    private static final int MOST_SHEETS = 10;
    /** What a number, an option or a share of nobody looks like where nobody thought of it. */
    private static final Pattern SILLY =
            Pattern.compile("\\bNaN\\b|\\bInfinity\\b|\u221e|\\bnull\\b|\\b0 of 0\\b|Optional\\.empty");

    /** The data of a small line, in which a day without a figure is no point. */
    private static final String LINE = ", Two years: [";

    /** All that is printed of a report. */
    String printed(String tier, Path folder) throws Exception {
        WrittenReport report = WrittenReport.of(database, asAt, tier, folder);
        assertThat(report.sheets()).isBetween(1, MOST_SHEETS);
        String printed = report.printed().replaceAll("\\s+", " ");
        assertThat(printed).doesNotContainPattern(SILLY);
        assertThat(Identifiers.in(printed)).isEmpty();
        assertTables(report.folder().resolve("index.html"));
        return printed;
    }

    /** Each has rows, and a word at the head of each row and column. */
    private static void assertTables(Path page) throws Exception {
        NodeList tables = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(page.toFile())
                .getElementsByTagName("table");
        assertThat(tables.getLength()).isPositive();
        for (int i = 0; i < tables.getLength(); i++) {
            Element table = (Element) tables.item(i);
            assertThat(texts(table, "th")).isNotEmpty().noneMatch(String::isBlank);
            assertThat(String.join("\n", texts(table, "td"))).isNotBlank().doesNotContainPattern(SILLY);
        }
    }

    private static List<String> texts(Element table, String tag) {
        NodeList cells = table.getElementsByTagName(tag);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < cells.getLength(); i++) {
            texts.add(cells.item(i).getTextContent());
        }
        return texts;
    }

    /**
     * Each cell of what all dashboards ask of the database, with where it stands.
     *
     * @param area the priority area that is chosen
     * @param figure the figure of it that is chosen
     */
    List<String> cells(String theme, String lpa, String area, String figure) throws Exception {
        List<String> cells = new ArrayList<>();
        try (Connection reader = reader()) {
            DashboardQuestions questions = new DashboardQuestions(
                    LondonDays.startOf(asAt).plus(Duration.ofHours(1)),
                    "",
                    reader,
                    Map.of(
                            "force",
                            force,
                            "theme",
                            theme,
                            "charted",
                            theme.equals("vaiwg_female") ? "all" : theme,
                            "lpa",
                            lpa,
                            "cut",
                            "ethnicity",
                            "area",
                            area,
                            "figure",
                            figure));
            for (JsonNode dashboard : DashboardQuestions.dashboards(BOARDS)) {
                cells.addAll(questions.cells(dashboard));
            }
        }
        assertThat(cells).hasSizeGreaterThan(100);
        assertThat(cells)
                .filteredOn(cell -> !cell.contains(LINE))
                .filteredOn(cell -> SILLY.matcher(cell).find())
                .isEmpty();
        return cells;
    }

    private Connection reader() throws Exception {
        Connection connection = database.connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE vaiwg_dashboard");
        }
        return connection;
    }
}
