package vaiwg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.feed.pseudonym.KeyFile;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.SchemaField;

class PseudonymiseTest {
    private static final Path SAMPLES = Path.of("../docs/samples");
    private static final String PSEUDONYM = "k1-[0-9a-f]{40}";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private Path keys;

    @BeforeEach
    void makeKeys() {
        keys = folder.resolve("keys");
        KeyFile.add(keys);
    }

    @Test
    void people_and_addresses_get_pseudonyms_and_everything_else_stays() throws Exception {
        String line = sample(EventStream.CRIME_RECORDING).replaceFirst("\\{", "{\"addressId\": 100070123456, ");
        JsonNode before = JSON.readTree(line);
        JsonNode after = JSON.readTree(pseudonymised(EventStream.CRIME_RECORDING, line));
        assertThat(after.at("/victim/personId").textValue()).matches(PSEUDONYM);
        assertThat(after.at("/suspects/0/personId").textValue()).matches(PSEUDONYM);
        assertThat(after.at("/addressId").textValue()).matches(PSEUDONYM);
        assertThat(after.at("/stream").textValue()).isEqualTo("crime-recording");
        for (String kept : List.of("/crimeReference", "/changedAt", "/victim/birthYear", "/suspects/0/relationship")) {
            assertThat(after.at(kept).toString()).isEqualTo(before.at(kept).toString());
        }
    }

    @Test
    void a_suspect_and_a_perpetrator_of_the_same_number_are_one_person() throws Exception {
        JsonNode crime = JSON.readTree(pseudonymised(EventStream.CRIME_RECORDING, sample(EventStream.CRIME_RECORDING)));
        JsonNode step = JSON.readTree(pseudonymised(EventStream.STALKING, sample(EventStream.STALKING)));
        assertThat(crime.at("/suspects/0/personId").textValue())
                .isEqualTo(step.at("/perpetratorId").textValue());
    }

    /** An identifier that is unknown to the record system would make one person of many. */
    @Test
    void a_blank_identifier_is_none() throws Exception {
        String line = sample(EventStream.CRIME_RECORDING).replace("\"p-7c41\"", "\" \"");
        JsonNode after = JSON.readTree(pseudonymised(EventStream.CRIME_RECORDING, line));
        assertThat(after.at("/victim/personId").isNull()).isTrue();
    }

    @Test
    void a_line_that_the_job_would_not_use_does_not_leave() throws Exception {
        Path file = Files.write(
                folder.resolve("crime-recording.jsonl"),
                List.of(
                        sample(EventStream.CRIME_RECORDING).replaceFirst("\\{", "{\"victimName\": \"Jane Doe\", "),
                        sample(EventStream.CRIME_RECORDING)
                                .replaceFirst("\"victim\": \\{", "\"victim\": [\"Jane\"], \"x\": {"),
                        pseudonymised(EventStream.CRIME_RECORDING, sample(EventStream.CRIME_RECORDING))));
        Answer answer = Answer.to("pseudonymise", "--pseudonym-key", keys.toString(), file.toString());
        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.output()).isEmpty();
        assertThat(answer.errors())
                .contains(":1: unknown_field: victimName is not in the schema")
                .contains(":2: wrong_type: victim is not an object")
                .contains(":3: pseudonym_already: victim.personId is a pseudonym already")
                .doesNotContain("Jane");
    }

    @Test
    void the_pseudonyms_of_one_identifier_by_every_version_are_printed_for_an_erasure() throws Exception {
        KeyFile.add(keys);
        Path identifiers = Files.writeString(folder.resolve("subject"), "p-7c41\n");
        Answer answer = Answer.to(
                "pseudonymise", "--pseudonym-key", keys.toString(), "--identifiers", "person", identifiers.toString());
        assertThat(answer.exitCode()).isZero();
        List<String> all = KeyFile.read(keys).all("person", "p-7c41");
        assertThat(answer.output().lines()).containsExactlyElementsOf(all).hasSize(2);
    }

    @Test
    void a_mapping_names_whom_a_new_key_parted() throws Exception {
        String before = JSON.readTree(pseudonymised(EventStream.STALKING, sample(EventStream.STALKING)))
                .at("/perpetratorId")
                .textValue();
        KeyFile.add(keys);
        Path mapping = folder.resolve("mapping.csv");
        String after = JSON.readTree(pseudonymised(
                        EventStream.STALKING, sample(EventStream.STALKING), "--mapping", mapping.toString()))
                .at("/perpetratorId")
                .textValue();
        assertThat(after).startsWith("k2-");
        assertThat(Files.readAllLines(mapping)).containsExactly("k1,k2", before + "," + after);
    }

    @Test
    void keys_are_asked_for() {
        assertThat(Answer.to("pseudonymise", SAMPLES.resolve("stalking.jsonl").toString())
                        .errors())
                .startsWith("vaiwg: Name the file of keys with --pseudonym-key");
        assertThat(Answer.to("pseudonymise", "--new-key", keys.toString()).output())
                .startsWith("Version 2 of the key is in " + keys);
    }

    @Test
    void each_kind_that_the_schemas_declare_can_be_asked_for() {
        Set<String> declared = Stream.of(EventStream.values())
                .flatMap(stream -> SchemaField.of(stream.schema()).stream())
                .map(SchemaField::pseudonymOf)
                .filter(kind -> !kind.isEmpty())
                .collect(Collectors.toSet());
        assertThat(Stream.of(PseudonymiseCommand.Kind.values())
                        .map(kind -> kind.name().toLowerCase(Locale.ROOT)))
                .containsExactlyInAnyOrderElementsOf(declared);
    }

    private String pseudonymised(EventStream stream, String line, String... further) throws Exception {
        Path file = Files.writeString(folder.resolve(stream.slug() + "-one.jsonl"), line);
        Answer answer = Answer.to(Stream.concat(
                        Stream.of("pseudonymise", "--pseudonym-key", keys.toString(), file.toString()),
                        Stream.of(further))
                .toArray(String[]::new));
        assertThat(answer.exitCode()).as(answer.errors()).isZero();
        return answer.output().strip();
    }

    private static String sample(EventStream stream) throws Exception {
        return Files.readAllLines(SAMPLES.resolve(stream.slug() + ".jsonl")).get(0);
    }
}
