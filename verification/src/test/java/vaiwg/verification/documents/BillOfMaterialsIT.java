package vaiwg.verification.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a scanner is given: everything that runs, nothing that only tests, the same bytes from the same sources. */
class BillOfMaterialsIT {
    private static final Path BILL = Path.of("../target/bom.json");

    @Test
    void the_build_lists_what_the_command_and_the_job_run_with() throws Exception {
        assertThat(BILL).as("made by mvn package").exists();
        JsonNode bill = new ObjectMapper().readTree(BILL.toFile());
        assertThat(bill.get("bomFormat").asText()).isEqualTo("CycloneDX");
        assertThat(bill.has("serialNumber")).as("differs from build to build").isFalse();
        List<String> names = new ArrayList<>();
        for (JsonNode component : bill.get("components")) {
            names.add(component.get("name").asText());
            assertThat(component.get("purl").asText()).startsWith("pkg:maven/");
        }
        assertThat(names)
                .contains("vaiwg-cli", "flink-streaming-java", "kafka-clients", "postgresql", "picocli")
                .doesNotContain("junit-jupiter-api", "assertj-core", "duckdb_jdbc", "flink-test-utils")
                .doesNotContain(
                        "vaiwg-bench",
                        "vaiwg-studies",
                        "vaiwg-verification",
                        "flink-table-planner-loader",
                        "kafka-streams",
                        "jmh-core");
        assertThat(versionOf("flyway-core", bill)).isEqualTo(property("flyway.version"));
        assertThat(versionOf("jackson-databind", bill)).isEqualTo(property("jackson.version"));
    }

    private static String versionOf(String name, JsonNode bill) {
        for (JsonNode component : bill.get("components")) {
            if (component.get("name").asText().equals(name)) {
                return component.get("version").asText();
            }
        }
        throw new AssertionError(name + " is not listed");
    }

    private static String property(String name) throws Exception {
        Matcher value = Pattern.compile("<" + name + ">(.*?)</").matcher(Files.readString(Path.of("../pom.xml")));
        assertThat(value.find()).isTrue();
        return value.group(1);
    }
}
