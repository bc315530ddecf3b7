package vaiwg.verification.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vaiwg.verification.monitoring.Colour.Eyes;

/** What a dashboard must be, so that a lead can read it; every dashboard is held to it. */
class DashboardRubricTest {
    /** A line that a query names, with or without what is said of its slice. */
    private static final String NAMED = "\\('([A-Z0-9][^']*)'(?: [|]{2} [(][^)]*[)])?, [a-zC]";

    /** How a line's name begins that may say of which slice it is. */
    private static final String BEGINS = "^/\\^(\\w[\\w -]*)/$";

    private static final int COLUMNS = 24;
    /** More can not be taken in; tiles, which hold a number or two, and words are not counted. */
    private static final int MOST_PANELS = 12;
    /** More lines can not be told apart. */
    private static final int MOST_LINES = 4;
    /** Of a legend that is a table: the band's two limits have a row too. */
    private static final int MOST_ROWS = MOST_LINES + 2;

    private static final int SMALLEST_TEXT = 12;
    /** Pixels of a row of the grid with its gap. */
    private static final int GRID_ROW = 38;
    /** A panel's title, the days below its chart and one line of legend, in pixels. */
    private static final int PANEL_WITHOUT_PLOT = 116;
    /** The gap below a panel, its title and the head of its table, in pixels. */
    private static final int TABLE_WITHOUT_ROWS = 83;
    /** Pixels of a line of text in a table. */
    private static final int TABLE_LINE = 22;
    /** Pixels above and below the lines of a table's row. */
    private static final int TABLE_ROW_WITHOUT_LINES = 12;
    /** Pixels of Grafana's own navigation and of the variables above a dashboard. */
    private static final int TOP_OF_PAGE = 96;
    /** Pixels of a letter, by and large, in the text of an axis. */
    private static final double LETTER = 6;

    /** What Grafana calls the source of a panel each of whose queries names its own. */
    private static final String OF_EACH_QUERY = "-- Mixed --";

    /** A share of fewer cases is kept but not shown; a rate likewise. */
    private static final String ENOUGH_CASES = ">= 30";

    private static final Set<String> QUESTIONS = Set.of("rawSql", "query", "definition", "expr");
    private static final Pattern QUOTED = Pattern.compile("'(?:[^']|'')*'|\"[^\"]*\"");

    private static final String LIGHT_PANEL = "#ffffff";
    private static final String DARK_PANEL = "#181b1f";
    private static final double TEXT_CONTRAST = 4.5;
    private static final double LINE_CONTRAST = 3;
    /** From this size on text needs no more contrast than a line, in pixels. */
    private static final int LARGE_TEXT = 24;

    private static final String COLOUR = "\"(#[0-9A-Fa-f]{6})\"";
    /** Six times what can just be told apart side by side. */
    private static final double LINES_APART = 12;

    /** Words that put on victims what the service did, or did not do. */
    private static final List<String> BLAME = List.of(
            "reject",
            "uncooperative",
            "unwilling",
            "reluctant",
            "failed to",
            "failure to engage",
            "drop out",
            "dropped out",
            "gave up",
            "retract",
            "withdrew",
            "allege",
            "complainant",
            "claims to",
            "admitted being");

    /** Of a victim: support ended. An alarm is withdrawn, and identifiers of measures may have the word. */
    private static final String WITHDRAWING = "\\bvictims?\\b[^.\"]{0,40}\\bwithdr(?:aws?|awn|awal|ew)\\b";

    static Stream<DashboardFile> dashboards() {
        return DashboardFile.all();
    }

    /** The dashboard of conduct, which has no other beside it, is as easy to read. */
    static Stream<DashboardFile> everyDashboard() {
        return Stream.concat(DashboardFile.all(), DashboardFile.ofConduct());
    }

    @Test
    void there_are_five_dashboards() {
        assertThat(dashboards().map(DashboardFile::uid))
                .containsExactlyInAnyOrder(
                        "vaiwg-strategy-overview",
                        "vaiwg-area",
                        "vaiwg-attrition",
                        "vaiwg-pipeline",
                        "vaiwg-definitions");
    }

    @ParameterizedTest
    @MethodSource("everyDashboard")
    void links_to_a_board_stay_good_and_file_provisioning_understands_it(DashboardFile dashboard) {
        assertThat(dashboard.uid()).isEqualTo("vaiwg-" + dashboard.file().replace(".json", ""));
        assertThat(dashboard.uid()).hasSizeLessThanOrEqualTo(40);
        assertThat(dashboard.json().get("id").isNull()).isTrue();
        assertThat(dashboard.json().toString()).doesNotContain("__inputs", "${DS_");
        assertThat(dashboard.json().get("editable").asBoolean()).isFalse();
        assertThat(dashboard.json().get("timezone").asText()).isEqualTo("Europe/London");
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void every_board_leads_to_every_other_and_no_link_leads_nowhere(DashboardFile dashboard) {
        List<String> uids = dashboards().map(DashboardFile::uid).toList();
        assertThat(DashboardFile.children(dashboard.json().get("links"))
                        .map(link -> link.path("url").asText().replaceAll("/d/([\\w-]+)[?].*", "$1")))
                .containsExactlyInAnyOrderElementsOf(uids);
        assertThat(Project.all("/d/([\\w-]+)[?\"]", dashboard.json().toString()))
                .isNotEmpty()
                .allMatch(uids::contains);
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void every_panel_with_a_measure_has_its_definition_one_click_away(DashboardFile dashboard) {
        for (JsonNode panel : dashboard.figurePanels()) {
            List<String> kpis = Project.all(
                    "kpi=~?\\\\?[\"']([a-z_0-9]+)", panel.path("targets").toString());
            if (!kpis.isEmpty()) {
                assertThat(panel.at("/links/0/url").asText())
                        .as(panel.get("title").asText())
                        .startsWith("/d/vaiwg-definitions?var-kpi=");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void every_data_source_is_one_that_is_provisioned(DashboardFile dashboard) {
        List<String> provisioned = Project.files("grafana/provisioning/datasources", ".yml").stream()
                .flatMap(file -> Project.all("^ +uid: (\\S+)$", Project.text(file)).stream())
                .toList();
        assertThat(provisioned).containsExactlyInAnyOrder("vaiwg-prometheus", "vaiwg-postgres");

        assertThat(dashboard.sources())
                .isNotEmpty()
                .allMatch(source -> source.equals(OF_EACH_QUERY) || provisioned.contains(source));
    }

    @ParameterizedTest
    @MethodSource("everyDashboard")
    void panels_lie_side_by_side_within_the_grid_and_are_few_enough_to_read(DashboardFile dashboard) {
        Set<String> taken = new HashSet<>();
        // What is folded away takes the place of its row.
        List<JsonNode> seen = new ArrayList<>();
        dashboard.json().get("panels").forEach(seen::add);
        for (JsonNode panel : seen) {
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
        int bottom = seen.stream()
                .map(panel -> panel.get("gridPos"))
                .mapToInt(place -> place.get("y").asInt() + place.get("h").asInt())
                .max()
                .orElseThrow();
        assertThat(taken).as("no place is left empty").hasSize(COLUMNS * bottom);
        assertThat(dashboard.figurePanels().stream()
                        .filter(panel -> !panel.get("type").asText().equals("stat")))
                .hasSizeBetween(2, MOST_PANELS);
        assertThat(dashboard.panels().stream().map(panel -> panel.get("id").asInt()))
                .doesNotHaveDuplicates();
    }

    /** What is chosen goes with a link; the one that a matter names itself says all. */
    @ParameterizedTest
    @MethodSource("dashboards")
    void force_policing_area_and_theme_are_variables_of_every_dashboard_and_its_links_carry_the_force(
            DashboardFile dashboard) {
        assertThat(DashboardFile.children(dashboard.json().at("/templating/list"))
                        .map(variable -> variable.get("name").asText()))
                .contains("force", "lpa", "theme");
        assertThat(dashboard.json().findValues("url").stream()
                        .map(JsonNode::asText)
                        .filter(url -> url.startsWith("/d/") && !url.contains("__data.fields.page")))
                .isNotEmpty()
                .allMatch(url -> url.contains("${force:queryparam}"));
    }

    @ParameterizedTest
    @MethodSource("everyDashboard")
    void a_chart_has_at_most_four_lines(DashboardFile dashboard) {
        for (JsonNode panel : dashboard.figurePanels()) {
            if (panel.get("type").asText().equals("timeseries")) {
                assertThat(lines(panel)).as(panel.get("title").asText()).hasSizeBetween(1, MOST_LINES);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyDashboard")
    void a_legend_has_at_most_four_entries_and_in_a_table_the_limits(DashboardFile dashboard) {
        for (JsonNode panel : dashboard.figurePanels()) {
            if (panel.get("type").asText().equals("timeseries")
                    && panel.at("/options/legend/showLegend").asBoolean()) {
                boolean table = panel.at("/options/legend/displayMode").asText().equals("table");
                assertThat(legend(panel))
                        .as(panel.get("title").asText())
                        .hasSizeBetween(1, table ? MOST_ROWS : MOST_LINES)
                        .satisfies(names -> assertThat(names.containsAll(List.of("Lower limit", "Upper limit")))
                                .isEqualTo(table));
            }
        }
    }

    /** What is named in a legend: all that a query or an override names and none hides there. */
    private static List<String> legend(JsonNode panel) {
        Set<String> names = new TreeSet<>(lines(panel));
        panel.path("targets")
                .forEach(target ->
                        names.addAll(Project.all(NAMED, target.path("rawSql").asText())));
        DashboardFile.children(panel.at("/fieldConfig/overrides"))
                .filter(override -> override.at("/matcher/id").asText().equals("byName"))
                .forEach(override -> names.add(override.at("/matcher/options").asText()));
        DashboardFile.children(panel.at("/fieldConfig/overrides"))
                .filter(override -> DashboardFile.children(override.get("properties"))
                        .anyMatch(property -> property.get("id").asText().equals("custom.hideFrom")
                                && property.at("/value/legend").asBoolean()))
                .map(override -> override.at("/matcher/options").asText())
                .forEach(hidden -> names.removeIf(name -> name.matches(hidden.replaceAll("[/^$]", ""))));
        return List.copyOf(names);
    }

    /** What is named in a chart; marks, and the band of the limits, are no lines. */
    private static List<String> lines(JsonNode panel) {
        Set<String> names = new TreeSet<>();
        DashboardFile.children(panel.at("/fieldConfig/overrides"))
                .filter(override -> override.at("/matcher/id").asText().equals("byName"))
                .filter(override -> !override.toString().contains("\"points\""))
                .forEach(override -> names.add(override.at("/matcher/options").asText()));
        DashboardFile.children(panel.at("/fieldConfig/overrides"))
                .filter(override -> override.toString().contains("\"id\":\"color\""))
                .flatMap(override ->
                        Project.all(BEGINS, override.at("/matcher/options").asText()).stream())
                .forEach(names::add);
        panel.path("targets")
                .forEach(target -> Project.all(NAMED, target.path("rawSql").asText()).stream()
                        .filter(name -> !name.matches(
                                "(Upper|Lower) limit|Outside usual variation|Estimate, at (most|least)|Axis"))
                        .forEach(names::add));
        return List.copyOf(names);
    }

    /** A share far from 0 is a flat line on an axis from 0; where the axis begins elsewhere it says so. Bars begin at 0. */
    @ParameterizedTest
    @MethodSource("everyDashboard")
    void axes_show_the_data_and_say_where_they_do_not_begin_at_0(DashboardFile dashboard) {
        for (JsonNode panel : dashboard.figurePanels()) {
            if (panel.get("type").asText().equals("timeseries")) {
                JsonNode defaults = panel.at("/fieldConfig/defaults");
                boolean fromZero = defaults.path("min").asInt(1) == 0;
                assertThat(defaults.at("/custom/axisLabel").asText().endsWith(", axis may not begin at 0"))
                        .as(panel.get("title").asText())
                        .isEqualTo(!fromZero);
                assertThat(fromZero || !defaults.has("min")).isTrue();
                assertThat(defaults.has("max")).isFalse();
                if (defaults.at("/custom/drawStyle").asText().equals("bars")) {
                    assertThat(fromZero).isTrue();
                }
            }
        }
    }

    /** In the first weeks there are no periods, limits or comparisons: it is said why. */
    @ParameterizedTest
    @MethodSource("everyDashboard")
    void an_empty_chart_says_why(DashboardFile dashboard) {
        for (JsonNode panel : dashboard.figurePanels()) {
            if (panel.get("type").asText().matches("timeseries|state-timeline")) {
                assertThat(panel.at("/fieldConfig/defaults/noValue").asText())
                        .as(panel.get("title").asText())
                        .hasSizeGreaterThan(10);
            }
        }
    }

    /** A table of figures whose cells have a dash where they have none; one that is empty tells why. */
    @ParameterizedTest
    @MethodSource("dashboards")
    void an_empty_table_of_figures_says_why(DashboardFile dashboard) {
        for (JsonNode panel : dashboard.figurePanels()) {
            boolean dashes = DashboardFile.children(panel.at("/fieldConfig/overrides"))
                    .anyMatch(
                            override -> override.at("/matcher/options").asText().equals("/.*/")
                                    && override.toString().contains("\"noValue\""));
            if (panel.get("type").asText().equals("table") && dashes) {
                assertThat(panel.at("/fieldConfig/defaults/noValue").asText())
                        .as(panel.get("title").asText())
                        .hasSizeGreaterThan(10);
            }
        }
        assertThat(dashboard.queries())
                .filteredOn(query -> query.contains("Nothing to answer now"))
                .allSatisfy(query -> assertThat(query)
                        .as("in the first year nothing can be raised yet")
                        .contains("Nothing is judged yet"));
    }

    /** A page of last year's range has this morning's tables: what is said of their snapshot does not follow the range either. */
    @ParameterizedTest
    @MethodSource("everyDashboard")
    void as_at_freshness_and_source_are_of_the_snapshot_that_the_tables_have(DashboardFile dashboard) {
        assertThat(dashboard.queries()).anyMatch(query -> query.contains("FROM vaiwg.dashboard_snapshot('$force')"));
        assertThat(dashboard.expressions()).noneMatch(expression -> expression.contains("$__range"));
    }

    /** A row is of one series, so that no state stands beside the figure of another. */
    @Test
    void women_and_girls_are_a_column_of_their_own_and_what_asks_for_more_comes_first() {
        for (String uid : List.of("vaiwg-strategy-overview", "vaiwg-area")) {
            assertThat(dashboards()
                            .filter(file -> file.uid().equals(uid))
                            .flatMap(file -> file.queries().stream())
                            .filter(query -> query.matches("(?s).*dashboard_(figure|main)[(].*"))
                            .toList())
                    .as(uid)
                    .isNotEmpty()
                    .allMatch(query -> query.contains("women AS \"Women and girls\""))
                    .anyMatch(query -> query.contains("dashboard_main("));
        }
    }

    /** By the dictionary, so that a further measure needs no edit here. */
    @Test
    void the_dashboard_of_an_area_has_all_figures_of_the_chosen_one_and_the_overview_those_of_page_one() {
        assertThat(asked("vaiwg-area"))
                .contains(
                        "dashboard_figure('$force', '$theme', '$lpa', ARRAY(SELECT kpi FROM vaiwg.kpi_measure WHERE priority = '$area'))\n")
                .contains(
                        "WHERE counted <> 'no case' OR kpi NOT IN (SELECT kpi FROM vaiwg.kpi_measure WHERE place = 'annex')")
                .contains("dashboard_chart('$force', '$figure', '$theme', '$lpa', $__timeFrom())")
                .contains("dashboard_first('$force', '$theme', '$lpa', '$area')");
        assertThat(asked("vaiwg-strategy-overview")).contains("dashboard_main('$force', '$theme', '$lpa', 'all', ");
    }

    /** Limits are of 28 days: after twelve months they would read as those of a year. */
    @Test
    void what_is_of_28_days_stands_before_twelve_months_on_the_overview() {
        assertThat(onOverview("This minute: crimes recorded, ${theme:text}").findValuesAsText("legendFormat"))
                .containsExactly("28 days", "all, 28 days", "their lower limit", "upper limit", "12 months");
        JsonNode order = onOverview("This minute: shares, ${theme:text}").findValue("indexByName");
        assertThat(order.get("28 days, all victims (limits)").asInt())
                .isBetween(
                        order.get("Value #A").asInt() + 1, order.get("Value #D").asInt() - 1);
    }

    private static JsonNode onOverview(String title) {
        return dashboards()
                .filter(file -> file.uid().equals("vaiwg-strategy-overview"))
                .flatMap(file -> file.figurePanels().stream())
                .filter(panel -> panel.get("title").asText().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static String asked(String uid) {
        return dashboards()
                .filter(file -> file.uid().equals(uid))
                .flatMap(file -> file.queries().stream())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** On a screen of 1600 by 900 pixels, below what Grafana has at the top. */
    @Test
    void the_overview_needs_no_scrolling() {
        JsonNode overview = dashboards()
                .filter(file -> file.uid().equals("vaiwg-strategy-overview"))
                .findFirst()
                .orElseThrow()
                .json();
        assertThat(DashboardFile.children(overview.get("panels"))
                                .map(panel -> panel.get("gridPos"))
                                .mapToInt(place ->
                                        place.get("y").asInt() + place.get("h").asInt())
                                .max()
                                .orElseThrow()
                        * GRID_ROW)
                .isLessThanOrEqualTo(900 - TOP_OF_PAGE);
    }

    /** Each of three lines, and one of four, as of a figure that moved since it was raised. */
    @Test
    void the_overview_shows_four_open_matters() {
        int rows = 4 * (3 * TABLE_LINE + TABLE_ROW_WITHOUT_LINES) + TABLE_LINE;
        int height = onOverview("Open matters of all areas").at("/gridPos/h").asInt();
        assertThat(height * GRID_ROW).isGreaterThanOrEqualTo(TABLE_WITHOUT_ROWS + rows);
    }

    /** In tables, pictures and charts alike; charts take it from the published state. */
    @ParameterizedTest
    @MethodSource("dashboards")
    void orange_is_act_or_watch_and_nothing_else(DashboardFile dashboard) {
        for (JsonNode panel : dashboard.figurePanels()) {
            DashboardFile.children(panel.at("/fieldConfig/overrides"))
                    .filter(override -> override.toString().matches(".*(?i)(#B8560B|#A34A00|#CE6510).*"))
                    .forEach(override -> assertThat(
                                    override.at("/matcher/options").asText())
                            .as(panel.get("title").asText())
                            .matches("Action|Act or watch then"));
            assertThat(panel.at("/fieldConfig/defaults").toString().toUpperCase(Locale.ROOT))
                    .as(panel.get("title").asText())
                    .doesNotContain("#B8560B", "#A34A00", "#CE6510");
        }
    }

    @ParameterizedTest
    @MethodSource("everyDashboard")
    void every_panel_names_unit_direction_basis_window_and_from_where_and_when_its_figures_are(
            DashboardFile dashboard) {
        for (JsonNode panel : dashboard.figurePanels()) {
            String title = panel.get("title").asText();
            assertThat(panel.get("description").asText())
                    .as(title)
                    .contains(" Unit: ", " Direction: ", " Basis: ", " Window: ", " Source: ")
                    .containsPattern("Source: (Prometheus|PostgreSQL), .*as at ")
                    .endsWith(".");
            assertThat(panel.at("/fieldConfig/defaults/unit").asText())
                    .as(title)
                    .isNotEmpty();
            assertThat(panel.path("targets")).as(title).isNotEmpty();
        }
    }

    /** An axis's words stand upright beside the chart and are cut where they are longer than it. */
    @ParameterizedTest
    @MethodSource("everyDashboard")
    void the_words_of_an_axis_are_not_longer_than_it(DashboardFile dashboard) {
        for (JsonNode panel : dashboard.figurePanels()) {
            if (panel.get("type").asText().equals("timeseries")) {
                int plot = panel.at("/gridPos/h").asInt() * GRID_ROW - PANEL_WITHOUT_PLOT;
                String axis = panel.at("/fieldConfig/defaults/custom/axisLabel").asText();
                assertThat(axis.length() * LETTER)
                        .as("pixels of '%s' in '%s'", axis, panel.get("title").asText())
                        .isLessThanOrEqualTo(plot);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyDashboard")
    void text_is_never_small(DashboardFile dashboard) {
        for (String name : List.of("titleSize", "valueSize", "fontSize")) {
            assertThat(dashboard.json().findValues(name)).allMatch(size -> size.asInt() >= SMALLEST_TEXT);
        }
    }

    /** Words are in the text's own colour, or white or black on a fill; lines and marks need less, but on light and dark panels alike. */
    @ParameterizedTest
    @MethodSource("everyDashboard")
    void colours_can_be_seen_on_light_and_dark_boards(DashboardFile dashboard) {
        for (JsonNode panel : dashboard.figurePanels()) {
            String title = panel.get("title").asText();
            boolean filled = panel.at("/options/colorMode").asText().equals("background_solid")
                    || panel.get("type").asText().equals("state-timeline");
            List<String> marks = new ArrayList<>();
            List<String> fills = new ArrayList<>();
            (filled ? fills : marks)
                    .addAll(Project.all(
                            COLOUR, panel.at("/fieldConfig/defaults").toString()));
            DashboardFile.children(panel.at("/fieldConfig/overrides"))
                    .map(JsonNode::toString)
                    .forEach(override -> (filled || override.matches(".*\"(pill|color-background)\".*") ? fills : marks)
                            .addAll(Project.all(COLOUR, override)));
            assertThat(fills).as(title).allMatch(colour -> contrast(colour, textOn(colour)) >= TEXT_CONTRAST);
            assertThat(marks)
                    .as(title)
                    .allMatch(colour -> contrast(colour, LIGHT_PANEL) >= LINE_CONTRAST
                            && contrast(colour, DARK_PANEL) >= LINE_CONTRAST);
            if (panel.get("type").asText().equals("stat") && !filled && !marks.isEmpty()) {
                assertThat(panel.at("/options/text/valueSize").asInt())
                        .as("pixels of coloured text in '%s'", title)
                        .isGreaterThanOrEqualTo(LARGE_TEXT);
            }
        }
    }

    /** As Grafana writes on a fill: white only below a brightness of 180. */
    private static String textOn(String fill) {
        int rgb = Integer.parseInt(fill.substring(1), 16);
        double brightness = (299 * (rgb >> 16) + 587 * (rgb >> 8 & 255) + 114 * (rgb & 255)) / 1000.0;
        return brightness < 180 ? "#ffffff" : "#202226";
    }

    @ParameterizedTest
    @MethodSource("everyDashboard")
    void lines_are_told_apart_by_the_colour_blind(DashboardFile dashboard) {
        for (JsonNode panel : dashboard.figurePanels()) {
            if (panel.get("type").asText().equals("timeseries")) {
                assertThat(panel.toString()).doesNotContain("palette-classic");
                List<String> lines = Project.all("\"fixedColor\":\"(#[0-9A-Fa-f]{6})\"", panel.toString()).stream()
                        .distinct()
                        .toList();
                for (String one : lines) {
                    for (String other : lines) {
                        for (Eyes eyes : Eyes.values()) {
                            assertThat(one.equals(other)
                                            || Colour.of(one).distance(Colour.of(other), eyes) >= LINES_APART)
                                    .as("%s and %s for eyes with %s", one, other, eyes)
                                    .isTrue();
                        }
                    }
                }
            }
        }
    }

    /** Where there are more lines than colours, dashes tell them apart. */
    @ParameterizedTest
    @MethodSource("everyDashboard")
    void no_two_lines_of_a_chart_look_alike(DashboardFile dashboard) {
        for (JsonNode panel : dashboard.figurePanels()) {
            if (panel.get("type").asText().equals("timeseries")) {
                List<String> looks = DashboardFile.children(panel.at("/fieldConfig/overrides"))
                        .filter(override -> override.at("/matcher/id").asText().equals("byName"))
                        .filter(override -> override.toString().contains("\"id\":\"color\""))
                        .map(override -> Project.all("\"fixedColor\":\"([^\"]+)\"", override.toString()) + " "
                                + Project.all("\"dash\":\\[([^\\]]+)]", override.toString()))
                        .toList();
                assertThat(looks).as(panel.get("title").asText()).doesNotHaveDuplicates();
            }
        }
    }

    /** There is one sample a day, at London's midnight: without a look back, a query sees it for five minutes. */
    @ParameterizedTest
    @MethodSource("everyDashboard")
    void every_question_about_figures_looks_back_for_the_days_one_sample_and_asks_for_one_force(
            DashboardFile dashboard) {
        for (String expression : dashboard.expressions()) {
            // What measures are called is the same for all forces.
            String figures = expression.replace("vaiwg_kpi_info", "info");
            List<String> selectors = Project.all("(vaiwg_(?:kpi|snapshot|force)_\\w+\\{[^}]*}\\[[^]]+])", figures);
            assertThat(selectors)
                    .hasSameSizeAs(Project.all("(\\bvaiwg_(?:kpi|snapshot|force)_\\w+)", figures))
                    .allMatch(selector -> selector.contains("force=\"$force\""));
            assertThat(expression).doesNotContain("avg(", "avg by");
        }
        assertThat(dashboard.queries())
                .filteredOn(query -> query.contains("vaiwg.kpi_") && !query.contains("kpi_feed"))
                .filteredOn(query -> !query.contains("FROM vaiwg.kpi_measure"))
                .filteredOn(query -> !query.contains("pg_database_size"))
                .allMatch(query -> query.contains("force = '$force'"));
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    @Tag("pitfall-18")
    void a_share_is_two_counts_divided_and_is_not_shown_for_fewer_than_thirty_cases(DashboardFile dashboard) {
        for (String expression : dashboard.expressions()) {
            if (expression.contains("vaiwg_kpi_numerator") && expression.contains(" / ")) {
                assertThat(expression).doesNotContain("vaiwg_kpi_value").contains(ENOUGH_CASES);
            }
        }
        for (String query : dashboard.queries()) {
            if (query.contains("vaiwg.kpi_day") && query.contains("n::float8 / d")) {
                assertThat(query).contains("d " + ENOUGH_CASES);
            }
        }
    }

    /** The paper says neither its period nor for how long cases were followed: of those of 28 or 90 days fewer have ended. */
    @ParameterizedTest
    @MethodSource("everyDashboard")
    void the_papers_table_stands_beside_cases_that_were_followed_to_the_end_or_so_far_alone(DashboardFile dashboard) {
        List<String> asked = dashboard.queries().stream()
                .filter(query -> query.contains("'baseline'") || query.contains("\"The paper\""))
                .toList();
        assertThat(asked).hasSize(dashboard.uid().equals("vaiwg-attrition") ? 1 : 0);
        assertThat(asked.stream()
                        .flatMap(
                                query -> Project.all("'((?:settled|matured|incidence)_\\w+|to_date)'", query).stream()))
                .isSubsetOf("settled_365d", "to_date");
    }

    /** Nothing of female victims stands under a title that says "all victims" and no more. */
    @ParameterizedTest
    @MethodSource("dashboards")
    void what_a_title_calls_all_victims_is_of_all(DashboardFile dashboard) {
        assertThat(dashboard.figurePanels())
                .filteredOn(panel -> panel.get("title").asText().contains("all victims"))
                .filteredOn(panel -> panel.path("targets").toString().contains("vaiwg_female"))
                .extracting(panel -> panel.get("title").asText())
                .allMatch(title -> title.contains("female and all victims"));
    }

    /** In rape mostly after a year: a share within 180 days would be read as all that there is. */
    @Test
    void where_charges_are_listed_it_is_said_that_they_come_late() {
        List<JsonNode> listing = dashboards()
                .flatMap(dashboard -> dashboard.figurePanels().stream())
                .filter(panel ->
                        panel.path("targets").toString().matches("(?s).*(dashboard_main[(]|priority = '[$]area'[)]).*"))
                .toList();
        assertThat(listing)
                .hasSize(3)
                .allSatisfy(panel -> assertThat(panel.get("description").asText())
                        .as(panel.get("title").asText())
                        .contains("A charge comes late, in rape mostly after a year")
                        .contains("within 180, 365 and 730 days together on Victim attrition"));
        assertThat(asked("vaiwg-attrition")).contains("'charge_rate'").contains("unnest(ARRAY[180, 365, 730])");
    }

    /** What is hidden is suppressed, and what came last is the latest, as in the report. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("shownWords")
    void dashboards_and_alerts_use_the_fields_words(String file, List<String> words) {
        assertThat(words)
                .as(file)
                .isNotEmpty()
                .filteredOn(word -> word.matches("(?is).*\\b(withheld|newest)\\b.*"))
                .isEmpty();
    }

    /** By file; an address within the report's pages is no word. */
    static Stream<Arguments> shownWords() {
        String views = Project.text(Project.ROOT.resolve("jobs/src/main/resources/database/R__views.sql"))
                .replaceAll("--[^\n]*", "");
        return Stream.concat(
                Stream.of("grafana/dashboards", "grafana/conduct/dashboards", "grafana/conduct/provisioning/alerting")
                        .flatMap(folder -> Project.files(folder, ".json").stream())
                        .map(file -> Arguments.of(
                                file.getFileName().toString(),
                                words("", Project.json(file)).toList())),
                Stream.of(Arguments.of(
                        "R__views.sql",
                        quoted(views).filter(word -> !word.startsWith("'/")).toList())));
    }

    /** Every text; of a question what it has in quotes, the names of its columns among them. */
    private static Stream<String> words(String field, JsonNode node) {
        if (node.isObject()) {
            return node.properties().stream().flatMap(child -> words(child.getKey(), child.getValue()));
        }
        if (node.isTextual()) {
            return QUESTIONS.contains(field) ? quoted(node.asText()) : Stream.of(node.asText());
        }
        return DashboardFile.children(node).flatMap(child -> words(field, child));
    }

    private static Stream<String> quoted(String question) {
        return QUOTED.matcher(question).results().map(MatchResult::group);
    }

    /** What moved since it was published is no reading of how things stand. */
    @ParameterizedTest
    @MethodSource("dashboards")
    @Tag("pitfall-9")
    void attrition_stands_beside_where_else_cases_end(DashboardFile dashboard) {
        String asked = String.join("\n", dashboard.expressions()) + String.join("\n", dashboard.queries());
        if (asked.contains("victim_attrition") && !dashboard.uid().equals("vaiwg-pipeline")) {
            assertThat(asked).contains("'substitution_cancelled'", "'substitution'");
        }
    }

    /** Lines over three years show history that nobody was shown at the time: it is shaded, and the newest snapshot says it too. */
    @ParameterizedTest
    @MethodSource("dashboards")
    void what_was_reconstructed_is_marked_in_every_chart_and_said_beside_the_source(DashboardFile dashboard) {
        boolean charts = String.join("\n", dashboard.queries()).contains("dashboard_chart");
        List<JsonNode> notes =
                DashboardFile.children(dashboard.json().at("/annotations/list")).toList();
        if (charts) {
            assertThat(notes)
                    .filteredOn(note -> note.get("name").asText().equals("Reconstructed"))
                    .singleElement()
                    .satisfies(note -> {
                        assertThat(note.get("enable").asBoolean()).isTrue();
                        assertThat(note.has("filter")).as("only on some panels").isFalse();
                        assertThat(note.get("expr").asText())
                                .isEqualTo("max by (force)"
                                        + " (last_over_time(vaiwg_snapshot_reconstructed{force=\"$force\"}[1d]))"
                                        + " == 1");
                    });
            assertThat(notes)
                    .extracting(note -> note.get("name").asText())
                    .contains("Alarms", "Definitions changed", "Limits set again");
        }
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    @Tag("pitfall-2")
    void what_is_not_whole_yet_is_dashed_and_called_provisional(DashboardFile dashboard) {
        for (JsonNode panel : dashboard.figurePanels()) {
            if (panel.path("targets").toString().contains("(provisional)")) {
                assertThat(panel.at("/fieldConfig/overrides").toString())
                        .contains("provisional", "\"custom.lineStyle\"", "\"dash\"");
                assertThat(panel.get("description").asText()).contains("a dashed end is provisional");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyDashboard")
    void no_word_blames_and_help_and_synthetic_data_are_named(DashboardFile dashboard) {
        String words = dashboard.json().toString().replaceAll("flink_\\w+", "");
        assertThat(words.toLowerCase(Locale.ROOT))
                .doesNotContain(BLAME.toArray(String[]::new))
                .doesNotContainPattern(WITHDRAWING);
        assertThat(words).contains("SYNTHETIC DATA");
        assertThat(words.contains("Attrition measures the service, never the victim") && words.contains("Help, free"))
                .isEqualTo(dashboard.uid().matches("vaiwg-(strategy-overview|attrition|conduct)"));
    }

    private static double contrast(String colour, String other) {
        return Colour.of(colour).contrast(Colour.of(other));
    }
}
