package vaiwg.verification.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.Place;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.schemas.EventStream;
import vaiwg.verification.DashboardPanels;

/**
 * {@code docs/paper.md} is written of {@code docs/paper.csv} with {@code -Dvaiwg.golden.write=true}: each line of the paper, the measures
 * that answer it, the fields they read, and where they are shown. What the file names exists, and each measure is in it.
 */
class PaperPageTest {
    private static final Path ROOT = Path.of("..");
    private static final Path PAGE = ROOT.resolve("docs/paper.md");
    private static final String NOWHERE = "on no dashboard: ";
    /** What a panel counts that has policing areas in it and no figure. */
    private static final String NO_FIGURE = "Unit: policing areas.";
    /** A measure in a query, as a text of SQL or the label of a series, or in the link to its definition. */
    private static final Pattern NAMED = Pattern.compile("(?<=['\"]|var-kpi=)(\\w+)(?=['\"&])");

    private static final String HEAD = """
            # What the paper asks for

            The Strategy Board was given a paper on victims and on violence and intimidation against women and girls. These are its lines that
            could be measured, by section: which [measures](kpis.md) answer a line, which fields of the [streams](feeds.md) they are counted
            from, and where they are: the fewest panels of [dashboards](../README.md) that have all of them, as dashboard › panel / panel, and
            the pages of the [report](report.md), an area's by its number. Other dashboards have some of them too.

            %s

            """;

    /** How far the figures answer a line. */
    private enum State {
        FULL("in full"),
        PART("in part"),
        MISSING("not yet"),
        CANNOT("cannot be told from events");

        private final String words;

        State(String words) {
            this.words = words;
        }
    }

    /** A panel, and the measures that it names. */
    private record Shown(String dashboard, String panel, boolean ofArea, boolean chart, Set<String> measures) {
        long has(Set<String> wanted) {
            return wanted.stream().filter(measures::contains).count();
        }
    }

    private record Line(
            String section, String line, List<String> measures, List<String> fields, State state, String note) {
        static Line of(Map<String, String> row) {
            return new Line(
                    row.get("section"),
                    row.get("line"),
                    words(row.get("measures")),
                    words(row.get("fields")),
                    State.valueOf(row.get("state").toUpperCase(Locale.ROOT)),
                    row.get("note"));
        }

        private static List<String> words(String text) {
            return text.isEmpty() ? List.of() : List.of(text.split(" "));
        }
    }

    private final Catalogue catalogue = ShippedCatalogue.get();
    private final List<Line> lines = lines();
    private final List<Shown> panels = panels();

    @Test
    void the_page_is_what_the_file_and_the_dashboards_say() throws IOException {
        String page = page();
        if (Boolean.getBoolean("vaiwg.golden.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(page).isEqualTo(Files.readString(PAGE));
    }

    @Test
    void a_measure_that_is_named_is_named_with_the_section_that_it_answers_to() {
        Set<String> named =
                lines.stream().flatMap(line -> line.measures().stream()).collect(Collectors.toSet());
        for (Measure measure : catalogue.measures()) {
            if (named.contains(measure.slug())) {
                assertThat(lines.stream()
                                .filter(line -> line.measures().contains(measure.slug()))
                                .map(Line::section))
                        .as(measure.slug())
                        .contains(measure.section());
            }
        }
    }

    @Test
    void each_measure_that_is_known_by_day_is_in_a_panel() {
        assertThat(catalogue.measures())
                .filteredOn(measure -> measure.readByDay().isPresent())
                .extracting(Measure::slug)
                .allMatch(
                        slug -> panels.stream()
                                .anyMatch(panel -> panel.measures().contains(slug)),
                        "in a panel");
    }

    @Test
    void each_measure_and_field_that_is_named_exists() {
        List<String> slugs = catalogue.measures().stream().map(Measure::slug).toList();
        assertThat(lines.stream().flatMap(line -> line.measures().stream())).isSubsetOf(slugs);
        lines.stream().flatMap(line -> line.fields().stream()).forEach(PaperPageTest::requireField);
    }

    private static void requireField(String path) {
        String[] names = path.split("\\.");
        Schema schema = EventStream.ofSlug(names[0])
                .orElseThrow(() -> new AssertionError("no stream " + names[0]))
                .schema();
        for (String name : List.of(names).subList(1, names.length)) {
            Schema.Field field = record(schema).getField(name);
            if (field == null) {
                fail("no field " + path);
            }
            schema = field.schema();
        }
    }

    /** The record that a field holds, also where it may be missing or there may be several. */
    private static Schema record(Schema schema) {
        return switch (schema.getType()) {
            case UNION ->
                schema.getTypes().stream()
                        .filter(one -> one.getType() != Schema.Type.NULL)
                        .findFirst()
                        .map(PaperPageTest::record)
                        .orElseThrow();
            case ARRAY -> record(schema.getElementType());
            default -> schema;
        };
    }

    private String page() {
        StringBuilder page = new StringBuilder(HEAD.formatted(tally()));
        Map<String, List<Line>> bySection =
                lines.stream().collect(Collectors.groupingBy(Line::section, LinkedHashMap::new, Collectors.toList()));
        bySection.forEach((section, ofSection) -> {
            page.append("## ").append(section).append("\n\n| line | measures | fields | where | answered |\n");
            page.append("|---|---|---|---|---|\n");
            ofSection.forEach(line -> page.append(row(line)));
            page.append('\n');
        });
        return page.toString().stripTrailing() + "\n";
    }

    private String tally() {
        return "Of " + lines.size() + " lines "
                + Stream.of(State.values())
                        .map(state -> lines.stream()
                                        .filter(line -> line.state() == state)
                                        .count()
                                + " " + state.words)
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private String row(Line line) {
        return "| %s | %s | %s | %s | %s |\n"
                .formatted(
                        line.line(),
                        codes(line.measures()),
                        codes(line.fields()),
                        where(line),
                        line.state().words + (line.note().isEmpty() ? "" : ": " + line.note()));
    }

    private static String codes(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(" "));
    }

    /** The fewest panels that have all of its measures, as far as any has them, and the report's pages. */
    private String where(Line line) {
        Set<String> missing = new LinkedHashSet<>(line.measures());
        Map<String, List<String>> byDashboard = new LinkedHashMap<>();
        Shown best = best(missing);
        while (missing.removeAll(best.measures())) {
            byDashboard
                    .computeIfAbsent(best.dashboard(), dashboard -> new ArrayList<>())
                    .add(best.panel());
            best = best(missing);
        }
        List<String> found = new ArrayList<>();
        byDashboard.forEach((dashboard, names) -> found.add(dashboard + " › " + String.join(" / ", names)));
        if (!missing.isEmpty()) {
            found.add(NOWHERE + codes(List.copyOf(missing)));
        }
        Set<String> pages = catalogue.measures().stream()
                .filter(measure -> line.measures().contains(measure.slug()))
                .map(PaperPageTest::page)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!pages.isEmpty()) {
            found.add("report: " + String.join(", ", pages));
        }
        return String.join("; ", found);
    }

    /** The panel with the most of them; of those with as many a chart before a table, one of an area before others, and then the first. */
    private Shown best(Set<String> wanted) {
        return panels.stream()
                .max(Comparator.<Shown>comparingLong(panel -> panel.has(wanted))
                        .thenComparing(Shown::chart)
                        .thenComparing(Shown::ofArea)
                        .thenComparing(panel -> -panels.indexOf(panel)))
                .orElseThrow();
    }

    /** Where the report has a measure: on a live page of its own, or in the restricted annex. */
    private static String page(Measure measure) {
        return measure.placement().place() == Place.RESTRICTED_ANNEX ? "restricted annex" : "page of the measure";
    }

    /** Of all dashboards but the one of definitions, which shows no figure. */
    private List<Shown> panels() {
        List<Shown> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(ROOT.resolve("grafana"), 3)) {
            for (Path file : files.filter(path -> path.toString().matches(".*/dashboards/(?!definitions)[^/]*\\.json"))
                    .sorted()
                    .toList()) {
                JsonNode dashboard = new ObjectMapper().readTree(file.toFile());
                for (JsonNode panel : DashboardPanels.of(dashboard)) {
                    if (!panel.path("description").asText().contains(NO_FIGURE)) {
                        found.add(shown(dashboard, panel));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** Whether a panel has a measure by what the dictionary says of it. */
    private static boolean asks(JsonNode panel, Measure measure) {
        String asked = String.join("\n", panel.findValuesAsText("rawSql"));
        return !measure.isRestricted()
                && measure.readByDay().isPresent()
                && (asked.contains("WHERE priority = '$area')") && !asked.contains(" LIMIT ")
                        || asked.contains("WHERE place = 'headline')")
                                && measure.placement().isOnPageOne());
    }

    private Shown shown(JsonNode dashboard, JsonNode panel) {
        Set<String> named = Stream.of("url", "rawSql", "expr")
                .flatMap(place -> panel.findValuesAsText(place).stream())
                .flatMap(text -> NAMED.matcher(text).results())
                .map(name -> name.group(1))
                .collect(Collectors.toSet());
        return new Shown(
                dashboard.get("title").asText().replaceFirst("^VAIWG:? (?:strategy: )?", ""),
                panel.get("title").asText().replaceFirst("(: \\$| [↑↓↕]).*", ""),
                dashboard.get("uid").asText().equals("vaiwg-area"),
                panel.get("type").asText().matches("timeseries|trend"),
                catalogue.measures().stream()
                        .filter(measure -> named.contains(measure.slug()) || asks(panel, measure))
                        .map(Measure::slug)
                        .collect(Collectors.toSet()));
    }

    private static List<Line> lines() {
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(ROOT.resolve("docs/paper.csv").toFile())) {
            return rows.readAll().stream().map(Line::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
