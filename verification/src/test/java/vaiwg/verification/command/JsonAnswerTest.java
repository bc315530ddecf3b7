package vaiwg.verification.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.Answer;

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
             "rejectedLines": [{"file": "%s", "line": 2, "count": 1, "further": [], "reason": "missing_field",
               "message": "force is missing", "advice": "Add it: the schema gives it no default."}]}
            """.formatted(file)));
    }

    @Test
    void validate_of_nothing_but_good_lines_ends_well() throws Exception {
        Answer answer = Answer.to("validate", "--json", "../docs/samples/outcome.jsonl");
        assertThat(answer.exitCode()).isZero();
        assertThat(JSON.readTree(answer.output()).get("rejectedLines")).isEmpty();
    }
}
