package vaiwg.verification.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.Answer;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.Window;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

/** Answers for programs: one object with the documented names, and nothing else. */
class JsonAnswerTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void validate_counts_and_names_the_rejected_lines() throws Exception {
        String good =
                Files.readAllLines(Path.of("../docs/samples/outcome.jsonl")).get(0);
        Path file = Files.write(
                folder.resolve("outcome.jsonl"), List.of(good, "{\"crimeReference\": \"Jane Doe\"}", "{", good));
        Answer answer = Answer.to("validate", "--json", "--show", "1", file.toString());
        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.errors()).isEmpty();
        assertThat(JSON.readTree(answer.output())).isEqualTo(JSON.readTree("""
                {"lines": 4, "accepted": 2, "rejected": 2, "acceptedByStream": {"outcome": 2},
                 "rejectedByReason": {"missing_field": 1, "not_json": 1}, "dataQualityWarnings": {}, "forcesChecked": false,
                 "rejectedLines": [{"file": "%s", "line": 2, "reason": "missing_field",
                   "message": "force is missing", "advice": "Add it: the schema gives it no default."}]}
                """.formatted(file)));
    }

    @Test
    void validate_of_nothing_but_good_lines_ends_well() throws Exception {
        Answer answer = Answer.to("validate", "--json", "../docs/samples/outcome.jsonl");
        assertThat(answer.exitCode()).isZero();
        assertThat(JSON.readTree(answer.output()).get("rejectedLines")).isEmpty();
    }

    @Test
    void the_dictionary_has_every_measure_with_what_the_page_says_of_it() throws Exception {
        Answer answer = Answer.to("kpis", "--json");
        assertThat(answer.exitCode()).isZero();
        Catalogue catalogue = ShippedCatalogue.get();
        JsonNode dictionary = JSON.readTree(answer.output());
        assertThat(dictionary.get("fingerprint").asText()).isEqualTo(catalogue.fingerprint());
        assertThat(dictionary.get("measures")).hasSameSizeAs(catalogue.measures());
        String page = Answer.to("kpis").output();
        for (int i = 0; i < catalogue.measures().size(); i++) {
            Measure measure = catalogue.measures().get(i);
            JsonNode entry = dictionary.get("measures").get(i);
            assertThat(entry.get("id").asText()).isEqualTo(measure.slug());
            assertThat(entry.get("minimumDenominator").asInt()).isEqualTo(measure.minimumN());
            measure.bases()
                    .forEach((basis, windows) -> assertThat(entry.get("bases").get(basis.slug()))
                            .extracting(JsonNode::asText)
                            .containsAll(windows.stream().map(Window::slug).toList()));
            assertThat(entry.get("restricted").asBoolean()).isEqualTo(measure.isRestricted());
            assertThat(page)
                    .contains(
                            "### " + entry.get("title").asText() + "\n",
                            entry.get("definition").asText(),
                            "`" + entry.get("definitionId").asText() + "`");
            assertThat(entry.get("counted")).isNotEmpty();
            entry.get("counted")
                    .fields()
                    .forEachRemaining(list -> assertThat(list.getValue())
                            .as("the %s of %s", list.getKey(), measure.slug())
                            .isNotEmpty()
                            .allSatisfy(condition -> assertThat(page).contains(" " + condition.asText() + "\n")));
        }
    }

    @Test
    void the_budget_is_for_people_only() {
        assertThat(Answer.to("kpis", "--json", "--budget").exitCode()).isEqualTo(2);
    }
}
