package vaiwg.verification.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vaiwg.demo.WebPage;
import vaiwg.verification.DashboardPanels;

/**
 * Asks what dashboards ask, as Grafana would: of Prometheus over the dashboard's time range, of PostgreSQL with its login's rights.
 *
 * @param now when the dashboards are looked at, soon after the end of the history
 * @param reader a connection with the rights of {@code vaiwg_dashboard}
 * @param chosen the variables' values
 */
record DashboardQuestions(Instant now, String prometheus, Connection reader, Map<String, String> chosen) {
    private static final Duration RANGE = Duration.ofDays(1095);

    /** What a question is, where it stands, how many rows or series it brought, and how many pages of the database were read for it. */
    record Answer(String where, String question, int results, long pages) {}

    /** All dashboards in a folder, file by file. */
    static List<JsonNode> dashboards(Path folder) throws IOException {
        List<JsonNode> dashboards = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                dashboards.add(new ObjectMapper().readTree(Files.readString(file)));
            }
        }
        return dashboards;
    }

    /** The answers to all that a dashboard asks: its variables, its annotations and every query of every panel. */
    List<Answer> ask(JsonNode dashboard) throws Exception {
        List<Answer> answers = new ArrayList<>();
        String uid = dashboard.get("uid").asText();
        for (JsonNode variable : dashboard.at("/templating/list")) {
            if (variable.get("type").asText().equals("query")) {
                answers.add(table(
                        uid + ", variable " + variable.get("name").asText(),
                        variable.get("query").asText()));
            }
        }
        for (JsonNode note : dashboard.at("/annotations/list")) {
            String where = uid + ", annotation " + note.get("name").asText();
            answers.add(
                    note.has("expr")
                            ? prometheus(where, note.get("expr").asText(), false)
                            : table(where, note.at("/target/rawSql").asText()));
        }
        for (JsonNode panel : DashboardPanels.of(dashboard)) {
            for (JsonNode target : panel.path("targets")) {
                String where = uid + ", panel '" + panel.get("title").asText() + "', "
                        + target.get("refId").asText();
                answers.add(
                        target.has("rawSql")
                                ? table(where, target.get("rawSql").asText())
                                : prometheus(
                                        where,
                                        target.get("expr").asText(),
                                        target.get("instant").asBoolean()));
            }
        }
        return answers;
    }

    private Answer prometheus(String where, String expression, boolean instant) throws Exception {
        String query = filledIn(expression);
        String time = instant
                ? "/api/v1/query?time=" + now.getEpochSecond()
                : "/api/v1/query_range?start=" + now.minus(RANGE).getEpochSecond() + "&end=" + now.getEpochSecond()
                        + "&step=" + Duration.ofDays(1).toSeconds();
        JsonNode result = get(time + "&query=" + encoded(query)).path("result");
        if (result.isEmpty()) {
            // What is measured while the pipeline runs, and what rules record, has the times of the machine's clock.
            Instant real = Instant.now();
            result = get("/api/v1/query_range?start="
                            + real.minus(Duration.ofHours(1)).getEpochSecond() + "&end=" + real.getEpochSecond()
                            + "&step=15&query=" + encoded(query))
                    .path("result");
        }
        return new Answer(where, expression, result.size(), 0);
    }

    private Answer table(String where, String query) throws Exception {
        int results = rows(where, query, row -> "").size();
        return new Answer(where, query, results, PagesRead.by(reader, asked(query)));
    }

    /** A column of the table that is a panel of a dashboard. */
    List<String> column(JsonNode dashboard, String panel, String column) {
        for (JsonNode one : DashboardPanels.of(dashboard)) {
            if (one.get("title").asText().equals(panel)) {
                return rows(panel, one.at("/targets/0/rawSql").asText(), row -> row.getString(column));
            }
        }
        throw new AssertionError("no panel " + panel);
    }

    /** Each cell of what the variables, annotations and panels of a dashboard ask of PostgreSQL, with where it stands. */
    List<String> cells(JsonNode dashboard) {
        List<String> cells = new ArrayList<>();
        String uid = dashboard.get("uid").asText();
        for (JsonNode variable : dashboard.at("/templating/list")) {
            if (variable.get("type").asText().equals("query")) {
                addCells(
                        cells,
                        uid + ", variable " + variable.get("name").asText(),
                        variable.get("query").asText());
            }
        }
        for (JsonNode note : dashboard.at("/annotations/list")) {
            if (!note.has("expr")) {
                addCells(
                        cells,
                        uid + ", annotation " + note.get("name").asText(),
                        note.at("/target/rawSql").asText());
            }
        }
        for (JsonNode panel : DashboardPanels.of(dashboard)) {
            for (JsonNode target : panel.path("targets")) {
                if (target.has("rawSql")) {
                    addCells(
                            cells,
                            uid + ", panel '" + panel.get("title").asText() + "'",
                            target.get("rawSql").asText());
                }
            }
        }
        return cells;
    }

    private void addCells(List<String> cells, String where, String query) {
        rows(where, query, DashboardQuestions::row).stream()
                .flatMap(List::stream)
                .forEach(cell -> cells.add(where + ", " + cell));
    }

    /** Each cell that is not empty, with its column's name. */
    private static List<String> row(ResultSet row) throws SQLException {
        List<String> cells = new ArrayList<>();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            String cell = row.getString(column);
            if (cell != null) {
                cells.add(row.getMetaData().getColumnLabel(column) + ": " + cell);
            }
        }
        return cells;
    }

    private String asked(String query) {
        return filledIn(query)
                .replace("${kpi:sqlstring}", "'victim_attrition', 'charge_rate'")
                .replace("${search:raw}", "")
                .replace("$__timeFrom()", "'" + now.minus(RANGE) + "'");
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> rows(String where, String query, RowReader<T> reading) {
        String sql = asked(query);
        List<T> read = new ArrayList<>();
        try (Statement statement = reader.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                read.add(reading.read(rows));
            }
            return read;
        } catch (SQLException e) {
            throw new AssertionError(where + " is rejected: " + e.getMessage() + "\n" + sql, e);
        }
    }

    /** The names of all metrics that Prometheus has. */
    List<String> metricNames() throws Exception {
        List<String> names = new ArrayList<>();
        get("/api/v1/label/__name__/values").forEach(name -> names.add(name.asText()));
        return names;
    }

    private String filledIn(String text) {
        String filled = text;
        for (Map.Entry<String, String> one : chosen.entrySet()) {
            filled = filled.replace("$" + one.getKey(), one.getValue());
        }
        return filled;
    }

    private JsonNode get(String path) throws Exception {
        HttpResponse<String> response = WebPage.get(prometheus + path);
        if (response.statusCode() != 200) {
            throw new AssertionError(path + " is rejected: " + response.body());
        }
        return new ObjectMapper().readTree(response.body()).get("data");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
