package vaiwg.cli.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StrategyBoardTest {
    private static final int COLUMNS = 24;
    private static final int MOST_PANELS = 12;
    /** A share of fewer cases is kept but not shown; a rate likewise. */
    private static final String ENOUGH_CASES = ">= 30";

    static Stream<Board> boards() {
        return Project.files("grafana/boards", ".json").stream()
                .map(file -> new Board(file.getFileName().toString(), Project.json(file)));
    }

    /** A board under its file's name. */
    record Board(String file, JsonNode json) {
        List<JsonNode> panels() {
            return Project.panels(json);
        }

        List<JsonNode> queries() {
            return panels().stream()
                    .flatMap(panel -> children(panel.path("targets")))
                    .toList();
        }

        @Override
        public String toString() {
            return file;
        }
    }

    @ParameterizedTest
    @MethodSource("boards")
    void links_to_a_board_stay_good_and_file_provisioning_understands_it(Board board) {
        assertThat(board.json().get("uid").asText())
                .isEqualTo("vaiwg-" + board.file().replace(".json", ""));
        assertThat(board.json().get("uid").asText()).hasSizeLessThanOrEqualTo(40);
        assertThat(board.json().get("id").isNull()).isTrue();
        assertThat(board.json().toString()).doesNotContain("__inputs", "${DS_");
        assertThat(board.json().get("editable").asBoolean()).isFalse();
        assertThat(board.json().get("timezone").asText()).isEqualTo("Europe/London");
    }

    @ParameterizedTest
    @MethodSource("boards")
    void every_data_source_is_one_that_is_provisioned(Board board) {
        List<String> provisioned = Project.files("grafana/provisioning/datasources", ".yml").stream()
                .flatMap(file -> Project.all("^ +uid: (\\S+)$", Project.text(file)).stream())
                .toList();
        assertThat(provisioned).containsExactlyInAnyOrder("vaiwg-prometheus", "vaiwg-postgres");

        List<String> named = new ArrayList<>();
        board.json()
                .findValues("datasource")
                .forEach(source -> named.add(source.get("uid").asText()));
        assertThat(named).isNotEmpty().allMatch(provisioned::contains);
    }

    @ParameterizedTest
    @MethodSource("boards")
    void panels_lie_side_by_side_within_the_grid_and_are_few_enough_to_read(Board board) {
        Set<String> taken = new HashSet<>();
        for (JsonNode panel : board.panels()) {
            JsonNode place = panel.get("gridPos");
            int right = place.get("x").asInt() + place.get("w").asInt();
            assertThat(right).as(panel.get("title").asText()).isLessThanOrEqualTo(COLUMNS);
            for (int x = place.get("x").asInt(); x < right; x++) {
                for (int y = place.get("y").asInt();
                        y < place.get("y").asInt() + place.get("h").asInt();
                        y++) {
                    assertThat(taken.add(x + "," + y))
                            .as("'%s' overlaps at %d, %d", panel.get("title"), x, y)
                            .isTrue();
                }
            }
        }
        assertThat(board.panels()).hasSizeLessThanOrEqualTo(MOST_PANELS);
        assertThat(board.panels().stream().map(panel -> panel.get("id").asInt()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("boards")
    void every_panel_with_figures_names_unit_direction_basis_and_window(Board board) {
        for (JsonNode panel : board.panels()) {
            assertThat(panel.get("title").asText()).isNotBlank();
            assertThat(panel.get("description").asText()).isNotBlank();
            if (!panel.get("type").asText().equals("text")) {
                assertThat(panel.get("description").asText().toLowerCase(Locale.ROOT))
                        .as(panel.get("title").asText())
                        .contains("unit:", "direction:", "basis", "window");
                assertThat(panel.get("fieldConfig").findValues("unit").size()
                                + panel.get("fieldConfig").findValues("id").stream()
                                        .filter(id -> id.asText().equals("unit"))
                                        .count())
                        .as("unit of '%s'", panel.get("title").asText())
                        .isPositive();
            }
        }
    }

    /** There is one sample a day, at London's midnight: without a look back, a query sees it for five minutes. */
    @ParameterizedTest
    @MethodSource("boards")
    void every_query_looks_back_for_the_days_one_sample_and_asks_for_one_force(Board board) {
        assertThat(board.queries()).isNotEmpty().allSatisfy(query -> {
            List<String> selectors = Project.all("(vaiwg_\\w+\\{[^}]*}\\[[^]]+])", expression(query));
            assertThat(selectors)
                    .hasSameSizeAs(Project.all("(vaiwg_\\w+)", expression(query)))
                    .allMatch(selector -> selector.contains("force=\"$force\""));
            assertThat(expression(query).split("last_over_time\\(", -1)).hasSize(selectors.size() + 1);
        });
    }

    @ParameterizedTest
    @MethodSource("boards")
    void a_share_is_two_counts_divided_and_is_not_shown_for_fewer_than_thirty_cases(Board board) {
        assertThat(board.queries()).allSatisfy(query -> {
            assertThat(expression(query)).doesNotContain("vaiwg_kpi_value");
            int denominators = expression(query).split("vaiwg_kpi_denominator", -1).length - 1;
            assertThat(expression(query).split(ENOUGH_CASES, -1)).hasSize(denominators + 1);
        });
    }

    @ParameterizedTest
    @MethodSource("boards")
    void attrition_stands_beside_where_else_cases_end(Board board) {
        boolean attrition =
                board.queries().stream().anyMatch(query -> expression(query).contains("victim_attrition"));
        boolean substitution = board.queries().stream()
                .anyMatch(query -> expression(query).contains("substitution_(14|15|18|20|21|22)")
                        && expression(query).contains("substitution_cancelled"));
        assertThat(substitution).isEqualTo(attrition);
    }

    /** Lines over three years show history that nobody was shown at the time: it is shaded, and the newest snapshot says it too. */
    @ParameterizedTest
    @MethodSource("boards")
    void what_was_reconstructed_is_marked_in_every_chart_and_said_beside_the_source(Board board) {
        assertThat(children(board.json().at("/annotations/list")))
                .filteredOn(note -> note.get("name").asText().equals("Reconstructed"))
                .singleElement()
                .satisfies(note -> {
                    assertThat(note.get("enable").asBoolean()).isTrue();
                    assertThat(note.has("filter")).as("only on some panels").isFalse();
                    assertThat(note.get("expr").asText())
                            .isEqualTo(
                                    "max by (force) (last_over_time(vaiwg_snapshot_reconstructed{force=\"$force\"}[1d])) == 1");
                });
        assertThat(board.queries()).anyMatch(query -> expression(query).contains("vaiwg_snapshot_reconstructed"));
    }

    @ParameterizedTest
    @MethodSource("boards")
    void no_word_blames_and_help_and_synthetic_data_are_named(Board board) {
        String words = board.json().toString();
        assertThat(words.toLowerCase(Locale.ROOT))
                .doesNotContain(
                        "refuse",
                        "uncooperative",
                        "unwilling",
                        "failed to",
                        "drop out",
                        "dropped out",
                        "retract",
                        "allege",
                        "complainant");
        assertThat(words)
                .contains(
                        "Attrition measures the service, never the victim",
                        "Help, free and confidential",
                        "SYNTHETIC DATA",
                        "conduct of our own staff");
    }

    private static String expression(JsonNode query) {
        return query.get("expr").asText();
    }

    private static Stream<JsonNode> children(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }
}
