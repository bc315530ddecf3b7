package vaiwg.verification.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import vaiwg.verification.DashboardPanels;

/** One of Grafana's dashboards as it is committed, under its file's name. */
record DashboardFile(String file, JsonNode json) {
    static Stream<DashboardFile> all() {
        return of("grafana/dashboards");
    }

    /** Those of the server of conduct. */
    static Stream<DashboardFile> ofConduct() {
        return of("grafana/conduct/dashboards");
    }

    private static Stream<DashboardFile> of(String folder) {
        return Project.files(folder, ".json").stream()
                .map(file -> new DashboardFile(file.getFileName().toString(), Project.json(file)));
    }

    /** The data sources that are named anywhere in it. */
    List<String> sources() {
        return json.findValues("datasource").stream()
                .map(source -> source.get("uid").asText())
                .toList();
    }

    String uid() {
        return json.get("uid").asText();
    }

    List<JsonNode> panels() {
        return DashboardPanels.of(json);
    }

    /** The panels that show figures, and not only words. */
    List<JsonNode> figurePanels() {
        return panels().stream()
                .filter(panel -> !panel.get("type").asText().equals("text"))
                .toList();
    }

    /** The questions to Prometheus, of panels. */
    List<String> expressions() {
        return targets()
                .map(target -> target.path("expr").asText())
                .filter(expression -> !expression.isEmpty())
                .toList();
    }

    /** The questions to PostgreSQL, of panels. */
    List<String> queries() {
        return targets()
                .map(target -> target.path("rawSql").asText())
                .filter(query -> !query.isEmpty())
                .toList();
    }

    private Stream<JsonNode> targets() {
        return panels().stream().flatMap(panel -> children(panel.path("targets")));
    }

    static Stream<JsonNode> children(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }

    @Override
    public String toString() {
        return file;
    }
}
