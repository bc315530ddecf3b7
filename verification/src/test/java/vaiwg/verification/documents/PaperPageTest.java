package vaiwg.verification.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * that answer it, and the fields they read. What the file names exists.
 */
class PaperPageTest {
    private static final Path ROOT = Path.of("..");
    private static final Path PAGE = ROOT.resolve("docs/paper.md");
    private static final String HEAD = """
            # What the paper asks for

            The Strategy Board was given a paper on victims and on violence and intimidation against women and girls. These are its lines that
            could be measured, by section: which [measures](kpis.md) answer a line, and which fields of the [streams](feeds.md) they are counted
            from. Each measure has a page of its own among the live ones; figures of conduct are in the restricted annex alone. %s

            %s

            """;

    private final Catalogue catalogue = ShippedCatalogue.get();
    private final List<PaperLine> lines = PaperLine.all();

    @Test
    void the_page_is_what_the_file_says() throws IOException {
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
                                .map(PaperLine::section))
                        .as(measure.slug())
                        .contains(measure.section());
            }
        }
    }

    @Test
    void each_measure_and_field_that_is_named_exists() {
        List<String> slugs = catalogue.measures().stream().map(Measure::slug).toList();
        assertThat(lines.stream().flatMap(line -> line.measures().stream())).isSubsetOf(slugs);
        lines.stream().flatMap(line -> line.fields().stream()).forEach(PaperPageTest::requireField);
    }

    /** Which values are shown of them, and that these vary, is asked of the demonstration: ThreeYearsIT. */
    @Test
    void a_line_in_full_names_what_answers_it_and_any_other_says_why_not() {
        assertThat(lines)
                .allSatisfy(line -> assertThat(
                                line.state() == PaperLine.State.FULL
                                        ? line.measures().isEmpty()
                                        : line.note().isEmpty())
                        .as(line.line())
                        .isFalse());
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
        StringBuilder page = new StringBuilder(HEAD.formatted(dashboards(), tally()));
        Map<String, List<PaperLine>> bySection = lines.stream()
                .collect(Collectors.groupingBy(PaperLine::section, LinkedHashMap::new, Collectors.toList()));
        bySection.forEach((section, ofSection) -> {
            page.append("## ").append(section).append("\n\n| line | measures | fields | answered |\n");
            page.append("|---|---|---|---|\n");
            ofSection.forEach(line -> page.append(row(line)));
            page.append('\n');
        });
        return page.toString().stripTrailing() + "\n";
    }

    /** The dashboard of an area offers what has a chart; the others have a reason, which the dictionary says. */
    private String dashboards() {
        List<Measure> shown = catalogue.measures().stream()
                .filter(measure -> !measure.isRestricted())
                .toList();
        return "The dashboard\nof a priority area shows those that have a chart: %d of %d; why the others have none is in the dictionary."
                .formatted(
                        shown.stream()
                                .filter(measure -> measure.uncharted().isEmpty())
                                .count(),
                        shown.size());
    }

    private String tally() {
        return "Of " + lines.size() + " lines "
                + Stream.of(PaperLine.State.values())
                        .map(state -> lines.stream()
                                        .filter(line -> line.state() == state)
                                        .count()
                                + " " + state.words)
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private String row(PaperLine line) {
        return "| %s | %s | %s | %s |\n"
                .formatted(
                        line.line(),
                        codes(line.measures()),
                        codes(line.fields()),
                        line.state().words + (line.note().isEmpty() ? "" : ": " + line.note()));
    }

    private static String codes(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(" "));
    }
}
