package vaiwg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vaiwg.schemas.EventStream;

class ProfileTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SAMPLES = Path.of("../docs/samples");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(EventStream.class)
    void a_sample_of_every_stream_is_profiled(EventStream stream) throws Exception {
        Path sample = SAMPLES.resolve(stream.slug() + ".jsonl");
        Answer answer = Answer.to("profile", sample.toString());
        assertThat(answer.errors()).isEmpty();
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.output())
                .contains(Files.readAllLines(sample).size() + " lines, 0 of which the job would reject.")
                .contains(", " + stream.slug() + ": ");
    }

    @Test
    void codes_are_told_with_what_they_become_and_unknown_ones_where_several_records_have_them() throws Exception {
        List<String> lines = new ArrayList<>();
        lines.addAll(Collections.nCopies(3, line("\"outcomeType\": \"16\"")));
        lines.addAll(Collections.nCopies(5, line("\"outcomeType\": \"99\"")));
        lines.addAll(Collections.nCopies(4, line("\"outcomeType\": \"Smith\"")));
        JsonNode profile = profile(1, lines);
        assertThat(profile.get("rejectedByReason").get("unknown_outcome").asInt())
                .isEqualTo(9);
        JsonNode codes = field(profile, "outcomeType").get("codes");
        assertThat(codes.get("known").get(0).get("code").asText()).isEqualTo("16");
        assertThat(codes.get("known").get(0).get("records").asInt()).isEqualTo(3);
        assertThat(codes.get("unknownRecords").asInt()).isEqualTo(9);
        assertThat(codes.get("unknown")).hasSize(1);
        assertThat(codes.get("unknown").get(0).get("code").asText()).isEqualTo("99");
        assertThat(profile.toString()).doesNotContain("Smith");
    }

    @Test
    void gaps_order_and_versions_that_are_there_twice_are_counted() throws Exception {
        JsonNode stream = profile(
                        0,
                        List.of(
                                bare("\"changedAt\": \"2026-03-01T09:00:00Z\""),
                                bare("\"changedAt\": \"2026-03-05T09:00:00Z\", \"version\": 12"),
                                bare("\"changedAt\": \"2026-03-02T09:00:00Z\", \"version\": 13"),
                                bare("\"changedAt\": \"2026-03-02T09:00:00Z\", \"version\": 13")))
                .get("streams")
                .get(0);
        assertThat(stream.get("force").asText()).isEqualTo("west-midlands");
        assertThat(stream.get("folder").asBoolean()).isTrue();
        assertThat(stream.get("firstDay").asText()).isEqualTo("2026-03-01");
        assertThat(stream.get("lastDay").asText()).isEqualTo("2026-03-05");
        assertThat(stream.get("daysWithout").asInt()).isEqualTo(2);
        assertThat(stream.get("longestGapFrom").asText()).isEqualTo("2026-03-03");
        assertThat(stream.get("longestGapDays").asInt()).isEqualTo(2);
        assertThat(stream.get("outOfOrder").asInt()).isEqualTo(2);
        assertThat(stream.get("repeatedVersions").asInt()).isEqualTo(1);
    }

    @Test
    void dates_out_of_range_and_missing_fields_are_counted_also_in_lines_that_are_rejected() throws Exception {
        JsonNode profile = profile(
                1,
                List.of(
                        line("\"assignedAt\": \"1970-01-02T00:00:00Z\""),
                        line("\"assignedAt\": \"2099-01-01T00:00:00Z\""),
                        line("\"assignedAt\": null"),
                        "{\"force\": \"west-midlands\"}"));
        JsonNode assigned = field(profile, "assignedAt");
        assertThat(assigned.get("with").asInt()).isEqualTo(2);
        assertThat(assigned.get("without").asInt()).isEqualTo(2);
        assertThat(assigned.get("dates").get("tooEarly").asInt()).isEqualTo(1);
        assertThat(assigned.get("dates").get("ahead").asInt()).isEqualTo(1);
        assertThat(assigned.get("dates").get("first").asText()).isEqualTo("1970-01-02");
    }

    @Test
    void no_reference_and_no_pseudonym_is_shown() throws Exception {
        for (EventStream stream : EventStream.values()) {
            Path sample = SAMPLES.resolve(stream.slug() + ".jsonl");
            String told = Answer.to("profile", sample.toString()).output()
                    + Answer.to("profile", "--json", sample.toString()).output();
            for (String line : Files.readAllLines(sample)) {
                JsonNode event = JSON.readTree(line);
                for (String named : List.of(stream.subject(), "eventId")) {
                    if (event.hasNonNull(named)) {
                        assertThat(told).doesNotContain(event.get(named).asText());
                    }
                }
            }
        }
    }

    /** An outcome with other fields than the first sample; a null takes one away. */
    private static String line(String fields) throws Exception {
        return changed(0, fields);
    }

    /** Likewise of the second, which says that there is none any more. */
    private static String bare(String fields) throws Exception {
        return changed(1, fields);
    }

    private static String changed(int sample, String fields) throws Exception {
        String line = Files.readAllLines(SAMPLES.resolve("outcome.jsonl")).get(sample);
        ObjectNode event = (ObjectNode) JSON.readTree(line);
        event.setAll((ObjectNode) JSON.readTree("{" + fields + "}"));
        return event.toString();
    }

    private JsonNode profile(int exitCode, List<String> lines) throws Exception {
        Path file = Files.write(folder.resolve("outcome.jsonl"), lines);
        Answer answer = Answer.to("profile", "--json", "--site", "../sites/west-midlands", file.toString());
        assertThat(answer.errors()).isEmpty();
        assertThat(answer.exitCode()).isEqualTo(exitCode);
        return JSON.readTree(answer.output());
    }

    private static JsonNode field(JsonNode profile, String name) {
        return StreamSupport.stream(profile.get("streams").get(0).get("fields").spliterator(), false)
                .filter(field -> field.get("field").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
