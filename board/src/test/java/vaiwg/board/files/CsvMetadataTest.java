package vaiwg.board.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What CSV on the Web asks of a table's metadata: that it is beside the table, and agrees with it. */
class CsvMetadataTest {
    private static final Map<String, String> FORMS = Map.of(
            "string", "(?s).*",
            "integer", "-?[0-9]+",
            "double", "-?[0-9]+(\\.[0-9]+)?",
            "date", "[0-9]{4}-[0-9]{2}-[0-9]{2}",
            "boolean", "true|false");

    private final Map<String, byte[]> files =
            ReportFiles.of(SampleReport.of(), new BuildInfo("1.0", new TreeMap<>()), Map.of());

    @ParameterizedTest
    @ValueSource(strings = {"figures.csv", "charts.csv"})
    void columns_agree_with_the_table_and_each_field_is_of_its_datatype(String name) throws IOException {
        String csv = new String(files.get(name), StandardCharsets.UTF_8);
        JsonNode metadata = new ObjectMapper().readTree(files.get(name + "-metadata.json"));
        assertThat(metadata.at("/@context/0").asText()).isEqualTo("http://www.w3.org/ns/csvw");
        assertThat(metadata.get("url").asText()).isEqualTo(name);
        assertThat(metadata.at("/dialect/delimiter").asText()).isEqualTo(",");
        assertThat(metadata.at("/dialect/header").asBoolean()).isTrue();
        List<String> names = new ArrayList<>();
        List<String> forms = new ArrayList<>();
        for (JsonNode column : metadata.at("/tableSchema/columns")) {
            names.add(column.get("name").asText());
            forms.add(FORMS.get(column.get("datatype").asText()));
            // A reader compares the head with the titles.
            assertThat(column.get("titles")).contains(column.get("name"));
            assertThat(column.get("dc:description").asText()).endsWith(".");
        }
        assertThat(forms).doesNotContainNull();
        assertThat(names).doesNotHaveDuplicates().allMatch(column -> column.matches("[a-z][a-z_]*"));
        // No text of the sample has a comma or an end of line in it.
        List<String> lines = List.of(csv.split("\r\n"));
        assertThat(lines.get(0)).isEqualTo(String.join(",", names));
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            assertThat(fields).hasSize(forms.size());
            for (int i = 0; i < fields.length; i++) {
                assertThat(fields[i]).as(names.get(i)).matches("|" + forms.get(i));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"figures.csv", "charts.csv"})
    void it_says_of_what_and_of_when_the_table_is_and_that_the_data_are_invented(String name) throws IOException {
        JsonNode metadata = new ObjectMapper().readTree(files.get(name + "-metadata.json"));
        assertThat(metadata.get("dc:title").asText()).contains("West Midlands Police", "as at 2026-11-26");
        assertThat(metadata.get("dc:type").asText()).startsWith("Synthetic data");
        assertThat(metadata.get("dc:rights").asText()).isEqualTo("For the Strategy Board: do not publish.");
        assertThat(metadata.get("notes").toString()).contains("SUPPRESSED = withheld", "apostrophe");
    }
}
