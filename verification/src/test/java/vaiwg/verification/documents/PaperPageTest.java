package vaiwg.verification.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.schemas.EventStream;

/**
 * {@code docs/paper.md} is written of {@code docs/paper.csv} with {@code -Dvaiwg.golden.write=true}: each line of the paper, the measures
 * that answer it, the fields they read, and where they are shown. What the file names exists.
 */
class PaperPageTest {
    private static final Path ROOT = Path.of("..");
    private static final Path PAGE = ROOT.resolve("docs/paper.md");
    private static final String HEAD = """
            # What the paper asks for

            The Strategy Board was given a paper on victims and on violence and intimidation against women and girls. These are its lines that
            could be measured, by section: which [measures](kpis.md) answer a line, which fields of the [streams](feeds.md) they are counted
            from, and on which [dashboards](../README.md) they are. Each measure also has a place on its area's page of the
            [report](report.md).

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

    @Test
    void the_page_is_what_the_file_says() throws IOException {
        String page = page();
        if (Boolean.getBoolean("vaiwg.golden.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(page).isEqualTo(Files.readString(PAGE));
    }

    @Test
    void each_measure_is_named_with_the_section_that_it_answers_to() {
        for (Measure measure : catalogue.measures()) {
            assertThat(lines.stream()
                            .filter(line -> line.measures().contains(measure.slug()))
                            .map(Line::section))
                    .as(measure.slug())
                    .contains(measure.section());
        }
    }

    @Test
    void each_measure_that_is_known_by_day_is_on_a_dashboard_unless_it_is_of_conduct() throws IOException {
        String all = String.join("\n", dashboards().values());
        assertThat(catalogue.measures())
                .filteredOn(measure ->
                        !measure.isRestricted() && measure.readByDay().isPresent())
                .allMatch(measure -> all.contains("'" + measure.slug() + "'"));
    }

    @Test
    void each_measure_and_field_that_is_named_exists() {
        List<String> slugs = catalogue.measures().stream().map(Measure::slug).toList();
        assertThat(lines.stream().flatMap(line -> line.measures().stream())).isSubsetOf(slugs);
        lines.stream().flatMap(line -> line.fields().stream()).forEach(PaperPageTest::requireField);
    }

    @Test
    void what_is_answered_has_measures_and_what_is_not_in_full_has_a_reason() {
        assertThat(lines).allSatisfy(line -> {
            boolean answered = line.state() == State.FULL || line.state() == State.PART;
            assertThat(line.measures().isEmpty()).isEqualTo(!answered);
            assertThat(line.note().isEmpty() && line.state() != State.FULL).isFalse();
        });
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

    private String page() throws IOException {
        StringBuilder page = new StringBuilder(HEAD.formatted(tally()));
        Map<String, String> dashboards = dashboards();
        Map<String, List<Line>> bySection =
                lines.stream().collect(Collectors.groupingBy(Line::section, LinkedHashMap::new, Collectors.toList()));
        bySection.forEach((section, ofSection) -> {
            page.append("## ").append(section).append("\n\n| line | measures | fields | dashboards | answered |\n");
            page.append("|---|---|---|---|---|\n");
            ofSection.forEach(line -> page.append(row(line, dashboards)));
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

    private String row(Line line, Map<String, String> dashboards) {
        return "| %s | %s | %s | %s | %s |\n"
                .formatted(
                        line.line(),
                        codes(line.measures()),
                        codes(line.fields()),
                        String.join(", ", shownOn(line, dashboards)),
                        line.state().words + (line.note().isEmpty() ? "" : ": " + line.note()));
    }

    private static String codes(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(" "));
    }

    /** The dashboards that name a measure of the line; those of conduct are on a Grafana of their own. */
    private TreeSet<String> shownOn(Line line, Map<String, String> dashboards) {
        TreeSet<String> shown = new TreeSet<>();
        for (Measure measure : catalogue.measures()) {
            if (line.measures().contains(measure.slug()) && !measure.isRestricted()) {
                Pattern name = Pattern.compile("\\b" + measure.slug() + "\\b");
                dashboards.forEach((title, json) -> {
                    if (name.matcher(json).find()) {
                        shown.add(title);
                    }
                });
            }
        }
        return shown;
    }

    /** All but the one of definitions, which shows no figure, by title. */
    private static Map<String, String> dashboards() throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.list(ROOT.resolve("grafana/dashboards"))) {
            for (Path file : files.filter(path -> !path.getFileName().toString().matches("definitions.*"))
                    .toList()) {
                String json = Files.readString(file);
                String title = new ObjectMapper().readTree(json).get("title").asText();
                found.put(title.replaceFirst("^VAIWG:? (?:strategy: )?(?:\\d )?", ""), json);
            }
        }
        return found;
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
