package vaiwg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vaiwg.schemas.EventStream;

class ValidateTest {
    private static final Path SAMPLES = Path.of("../docs/samples");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(EventStream.class)
    void every_stream_has_a_sample_that_is_valid(EventStream stream) throws Exception {
        Path sample = SAMPLES.resolve(stream.slug() + ".jsonl");
        long lines = Files.readAllLines(sample).size();
        Answer answer = Answer.to("validate", sample.toString());
        assertThat(answer.exitCode()).as(answer.output()).isZero();
        assertThat(answer.errors()).isEmpty();
        assertThat(answer.output())
                .contains(stream.slug())
                .containsPattern(" " + lines + "\\n")
                .doesNotContain("rejected", "Strange");
    }

    @Test
    void a_forces_folder_can_be_used_or_has_a_line_that_is_wrong() throws Exception {
        assertThat(Answer.to("validate", "--site", "../sites/west-midlands", "--site", "../sites/example"))
                .isEqualTo(new Answer(0, "The folders of example, west-midlands can be used.\n", ""));
        Path site = Files.createDirectories(folder.resolve("kent"));
        Files.writeString(
                site.resolve("areas.csv"), "unit,lpa,valid_from,valid_to\nmedway,north,,\nthanet,east,2026,\n");
        Answer answer = Answer.to("validate", "--site", site.toString());
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.errors())
                .startsWith("vaiwg: sites/kent/areas.csv, line 3: A value cannot be read (Text '2026'")
                .hasLineCount(1);
    }

    @Test
    void a_bad_line_is_told_with_its_place_reason_and_advice() throws Exception {
        Path file = Files.write(
                folder.resolve("outcome.jsonl"),
                List.of(
                        sample(EventStream.OUTCOME),
                        "",
                        "{\"crimeReference\": \"Jane Doe\"}",
                        sample(EventStream.OUTCOME).replace("\"16\"", "\"99\""),
                        sample(EventStream.OUTCOME).replace("\"16\"", "\"0\"")));
        assertThat(Answer.to("validate", file.toString()))
                .isEqualTo(new Answer(
                        1,
                        file + ":3: missing_field: force is missing. Add it: the schema gives it no default.\n"
                                + file
                                + ":4: unknown_outcome: outcomeType is not in the Home Office framework: 1 to 22, 1A, 2A, 3A. "
                                + "Send the framework's code for it, 1 to 22, 1A, 2A or 3A, with a higher version.\n"
                                + "                           lines\n"
                                + "outcome                        2\n"
                                + "rejected: missing_field        1\n"
                                + "rejected: unknown_outcome      1\n"
                                + "Strange but possible, kept:\n"
                                + "  1  outcome_type: outcomeType is 0, not yet assigned: the case has no outcome, as with none sent\n"
                                + "Forces were not checked: name those of the job by --forces or VAIWG_FORCES.\n",
                        ""));
    }

    @Test
    void a_force_that_is_not_configured_is_told() throws Exception {
        Path file = Files.writeString(folder.resolve("outcome.jsonl"), sample(EventStream.OUTCOME));
        assertThat(Answer.to("validate", "--forces", "west-midlands", file.toString()))
                .extracting(Answer::exitCode, Answer::output)
                .containsExactly(0, "         lines\noutcome      1\n");
        Answer answer = Answer.to("validate", "--forces", "bedfordshire", file.toString());
        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.output())
                .startsWith(file + ":1: unknown_force: force is none of the configured ones. Correct the force,");
        assertThat(Answer.to("validate", "--forces", "Bedfordshire", file.toString()))
                .isEqualTo(
                        new Answer(
                                2,
                                "",
                                "vaiwg: Name the forces by their identifiers, separated by commas, such as west-midlands,bedfordshire.\n"));
    }

    @Test
    void a_change_before_the_earliest_date_is_told() throws Exception {
        Path file = Files.writeString(folder.resolve("outcome.jsonl"), sample(EventStream.OUTCOME));
        assertThat(Answer.to("validate", "--earliest-date", "2199-01-01", file.toString())
                        .output())
                .startsWith(file + ":1: too_old: changedAt lies before the earliest date. Correct changedAt");
        assertThat(Answer.to("validate", "--earliest-date", "1 May", file.toString()))
                .isEqualTo(new Answer(2, "", "vaiwg: --earliest-date is no date: give one such as 2000-01-01.\n"));
    }

    @Test
    void a_pseudonym_that_looks_like_a_person_is_told_by_field_and_line_and_not_repeated() throws Exception {
        Path file = Files.writeString(
                folder.resolve("conduct.jsonl"),
                sample(EventStream.CONDUCT).replaceFirst("}\\s*$", ", \"personId\": \"Doe, Jane\"}"));
        Answer answer = Answer.to("validate", "--forces", "west-midlands", file.toString());
        assertThat(answer.output())
                .startsWith(file + ":1: personal_data: personId looks like a name. Send an id")
                .doesNotContain("Doe", "Jane");
    }

    @Test
    void a_reference_an_area_and_a_note_that_hold_a_person_are_told_by_field_and_not_repeated() throws Exception {
        String crime = sample(EventStream.CRIME_RECORDING);
        Path crimes = Files.writeString(
                folder.resolve("crime-recording.jsonl"),
                crime.replaceFirst("20WM/0001/26", "Jane Doe 12 High Street") + "\n"
                        + crime.replaceFirst("\"coventry\"", "\"PC 1234 Smith\""));
        Path conduct = Files.writeString(
                folder.resolve("conduct.jsonl"), sample(EventStream.CONDUCT).replace("psd-41", "PC 1234 Smith"));
        Path notes = Files.writeString(
                folder.resolve("note.jsonl"),
                "{\"signalId\": \"56cdd3081625\", \"force\": \"west-midlands\", \"version\": 2,"
                        + " \"changedAt\": \"2026-03-20T15:30:00Z\", \"kind\": \"NOTE\", \"post\": \"Lead\","
                        + " \"at\": \"2026-03-20T15:00:00Z\","
                        + " \"cause\": \"Jane Doe of 12 High Street, born 3/4/1985\"}\n");
        Answer answer = Answer.to(
                "validate", "--forces", "west-midlands", crimes.toString(), conduct.toString(), notes.toString());
        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.output())
                .contains(
                        crimes + ":1: personal_data: crimeReference looks like a name. Send an id",
                        crimes + ":2: personal_data: lpa holds what looks like an officer's number. Send an id",
                        conduct + ":1: personal_data: caseId looks like a name. Send an id",
                        notes + ":1: personal_data: cause holds what looks like a date of birth. Send an id")
                .doesNotContain("Doe", "Jane", "Smith", "1234", "High Street", "1985");
    }

    @Test
    void a_characteristic_without_its_value_is_named() throws Exception {
        String crime = sample(EventStream.CRIME_RECORDING);
        String empty = crime.replaceFirst("\"value\": \"female\"", "\"value\": \"\"");
        assertThat(empty).isNotEqualTo(crime);
        Path file = Files.write(folder.resolve("crime-recording.jsonl"), List.of(empty));
        assertThat(Answer.to("validate", file.toString()).output())
                .contains(
                        "  1  empty_characteristic: a characteristic has status VALUE and no value: it counts as not recorded\n");
    }

    @Test
    void a_packed_file_is_unpacked_and_only_so_many_lines_are_named() throws Exception {
        Path file = folder.resolve("lines.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("{}\n{}\n{\n".getBytes(StandardCharsets.UTF_8));
        }
        Answer answer = Answer.to("validate", "--stream", "stalking", "--show", "1", file.toString());
        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.output().lines().limit(2))
                .containsExactly(
                        file + ":1: missing_field: perpetratorId is missing. Add it: the schema gives it no default.",
                        "... and more, counted below.");
        assertThat(answer.output())
                .containsPattern("rejected: missing_field +2\nrejected: not_json +1\n")
                .endsWith("Told above, and found again:\n  " + file + ":2: perpetratorId is missing\n"
                        + "Forces were not checked: name those of the job by --forces or VAIWG_FORCES.\n");
    }

    @Test
    void a_fault_of_many_lines_is_told_once_and_another_has_room() throws Exception {
        String missing = "{\"crimeReference\": \"20WM/0001/26\"}";
        List<String> lines = new ArrayList<>(Collections.nCopies(30, missing));
        lines.add(sample(EventStream.OUTCOME).replace("\"16\"", "\"99\""));
        lines.add(missing);
        Path file = Files.write(folder.resolve("outcome.jsonl"), lines);
        assertThat(Answer.to("validate", file.toString()).output())
                .startsWith(file + ":1: missing_field: force is missing. Add it: the schema gives it no default.\n"
                        + file + ":31: unknown_outcome: ")
                .containsPattern("rejected: missing_field +31\n")
                .contains("\n  " + file + ":2, 3, 4, 5 and 26 more lines: force is missing\n")
                .doesNotContain("and more, counted below");
    }

    @Test
    void areas_of_a_force_are_known_by_its_own_folder() throws Exception {
        String crime = sample(EventStream.CRIME_RECORDING)
                .replace("\"west-midlands\"", "\"example\"")
                .replace("\"coventry\"", "\"north-1\"");
        Path file = Files.writeString(folder.resolve("crime-recording.jsonl"), crime + "\n");
        List<String> validate = List.of("validate", "--forces", "example", file.toString(), "--site");
        assertThat(Answer.to(with(validate, "../sites/example")).output()).doesNotContain("Strange");
        assertThat(Answer.to(with(validate, "../sites/west-midlands")).output())
                .contains("  1  lpa: lpa is not in the map of areas");
    }

    private static String[] with(List<String> words, String last) {
        return Stream.concat(words.stream(), Stream.of(last)).toArray(String[]::new);
    }

    @Test
    void a_stream_or_a_file_that_is_not_there_is_wrong_usage() {
        assertThat(Answer.to("validate", "--stream", "crimes", "-"))
                .isEqualTo(new Answer(
                        2,
                        "",
                        "vaiwg: There is no stream 'crimes': choose "
                                + Stream.of(EventStream.values())
                                        .map(EventStream::slug)
                                        .collect(Collectors.joining(", "))
                                + ".\n"));
        Path missing = folder.resolve("outcome.jsonl");
        assertThat(Answer.to("validate", missing.toString()))
                .isEqualTo(new Answer(2, "", "vaiwg: " + missing + " is not there: correct the path.\n"));
    }

    private static String sample(EventStream stream) throws Exception {
        return Files.readAllLines(SAMPLES.resolve(stream.slug() + ".jsonl")).get(0);
    }
}
