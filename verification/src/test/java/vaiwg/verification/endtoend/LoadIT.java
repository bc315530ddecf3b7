package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.Answer;
import vaiwg.cli.feed.pseudonym.KeyFile;
import vaiwg.demo.embedded.EmbeddedKafka;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Outcome;
import vaiwg.schemas.Progress;
import vaiwg.schemas.Source;
import vaiwg.schemas.TrustedClasses;

@Timeout(120)
class LoadIT {
    private static final int PARTITIONS = 3;
    private static final int COPIES_OF_PROGRESS = PARTITIONS * EventStream.values().length;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2026-02-01T00:00:00Z");
    private static final long MINUTE = 60_000L;

    @TempDir
    static Path broker;

    private static EmbeddedKafka kafka;
    private static int prefixes;

    @TempDir
    Path folder;

    private String prefix;

    @BeforeAll
    static void start() {
        TrustedClasses.register();
        kafka = EmbeddedKafka.start(broker);
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @BeforeEach
    void makeTopics() {
        prefix = "load" + prefixes++ + ".";
        kafka.createTopics(prefix, PARTITIONS);
    }

    @Test
    void an_unsorted_history_goes_out_in_the_order_of_its_changes_and_is_complete_at_its_end() throws Exception {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            lines.add(outcome(i));
        }
        Collections.shuffle(lines, new Random(7));
        Path file = Files.write(folder.resolve("outcome-history.jsonl"), lines);

        Answer answer = load("--complete-through", END.toString(), file.toString());

        assertThat(answer.exitCode()).as(answer.errors()).isZero();
        assertThat(answer.output()).containsPattern("outcome +500\n");
        Map<Integer, Long> newest = new HashMap<>();
        int outcomes = 0;
        int complete = 0;
        for (ConsumerRecord<byte[], byte[]> next : read(500 + COPIES_OF_PROGRESS)) {
            if (next.key() == null) {
                assertThat(Progress.getDecoder().decode(next.value()).getCompleteThrough())
                        .isEqualTo(END);
                complete++;
                continue;
            }
            Outcome outcome = Outcome.getDecoder().decode(next.value());
            assertThat(outcome.getSource()).isEqualTo(Source.LOAD);
            assertThat(next.key()).isEqualTo(outcome.getCrimeReference().getBytes(StandardCharsets.UTF_8));
            assertThat(next.partition())
                    .as("where every producer of ours would put it")
                    .isEqualTo(Utils.toPositive(Utils.murmur2(next.key())) % PARTITIONS);
            long changedAt = outcome.getChangedAt().toEpochMilli();
            assertThat(changedAt).isGreaterThanOrEqualTo(newest.getOrDefault(next.partition(), 0L));
            newest.put(next.partition(), changedAt);
            outcomes++;
        }
        assertThat(outcomes).isEqualTo(500);
        assertThat(complete).isEqualTo(COPIES_OF_PROGRESS);
        assertThat(newest).as("all partitions are used").hasSize(PARTITIONS);
    }

    @Test
    void a_history_is_not_said_to_be_complete_before_its_newest_change() throws Exception {
        String older = Files.write(folder.resolve("outcome-2024.jsonl"), List.of(outcome(1)))
                .toString();
        String newer = Files.write(folder.resolve("outcome-2025.jsonl"), List.of(outcome(3), outcome(2)))
                .toString();

        assertThat(load("--complete-through", "2026-01-01T00:02:59Z", newer, older))
                .isEqualTo(new Answer(
                        2,
                        "",
                        "vaiwg: The newest change in " + newer + " is of 2026-01-01T00:03:00Z: say --complete-through"
                                + " 2026-01-01T00:03:00Z or later, or leave it out.\n"));
        assertThat(load("--complete-through", "2026-01-01T00:03:00Z", newer, older)
                        .exitCode())
                .isZero();
        assertThat(read(3 + COPIES_OF_PROGRESS)).as("only of the second run").hasSize(3 + COPIES_OF_PROGRESS);
    }

    @Test
    void nothing_is_sent_of_a_file_with_a_bad_line() throws Exception {
        Path file = Files.write(folder.resolve("outcome.jsonl"), List.of(outcome(1), "{}", outcome(2)));

        Answer answer = load(file.toString());

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.output())
                .contains(file + ":2: missing_field: crimeReference is missing.")
                .endsWith("Nothing was sent: repair these lines, or give --rejects FILE to send the others.\n");
        assertThat(load("--rejects", rejects().toString(), file.toString()).output())
                .endsWith("The rejected lines are in " + rejects() + ", as they were.\n");
        assertThat(read(2)).as("only of the second run").hasSize(2);
        assertThat(rejects()).hasContent("{}");
        assertThat(Files.getPosixFilePermissions(rejects()))
                .as("for its owner alone")
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        Answer again = load("--rejects", rejects().toString(), file.toString());
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.errors())
                .isEqualTo("vaiwg: " + rejects()
                        + " is there already: name another file for rejected lines, or move it away.\n");
    }

    @Test
    void nothing_is_sent_of_a_force_that_is_not_configured() throws Exception {
        Path file =
                Files.writeString(folder.resolve("outcome.jsonl"), outcome(1).replace("kent", "atlantis"));

        assertThat(load(file.toString()).output()).contains("unknown_force", "Nothing was sent");
        assertThat(Answer.to("load", "--kafka", kafka.bootstrapServers(), file.toString()))
                .isEqualTo(
                        new Answer(
                                2,
                                "",
                                "vaiwg: Set --forces or VAIWG_FORCES to the forces whose events are counted, such as west-midlands,bedfordshire.\n"));
    }

    @Test
    void live_lines_go_out_in_their_order_up_to_the_first_bad_one() throws Exception {
        InputStream before = System.in;
        try {
            System.setIn(input(outcome(5), outcome(1), "{}", outcome(2)));
            Answer answer = load("--live", "--stream", "outcome", "-");
            assertThat(answer.exitCode()).isEqualTo(1);
            assertThat(answer.output())
                    .contains("standard input:3: missing_field")
                    .endsWith("Stopped at the rejected line; all before it were sent. --rejects FILE would go on.\n");
            System.setIn(input("{}", outcome(7)));
            assertThat(load(
                                    "--live",
                                    "--stream",
                                    "outcome",
                                    "--rejects",
                                    rejects().toString(),
                                    "-")
                            .exitCode())
                    .isEqualTo(1);
        } finally {
            System.setIn(before);
        }
        List<Outcome> sent = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> next : read(3)) {
            sent.add(Outcome.getDecoder().decode(next.value()));
        }
        assertThat(sent).extracting(Outcome::getVersion).containsExactlyInAnyOrder(5L, 1L, 7L);
        assertThat(sent).extracting(Outcome::getSource).containsOnly(Source.FEED);
        assertThat(rejects()).hasContent("{}");
    }

    /** Who has the key finds a person by it; who reads the topic meets no identifier of the record system. */
    @Test
    void identifiers_go_out_as_the_pseudonyms_that_the_key_makes_of_them_and_as_nothing_else() throws Exception {
        Path keys = folder.resolve("keys");
        KeyFile.add(keys);
        String line = Files.readAllLines(Path.of("../docs/samples/crime-recording.jsonl"))
                .get(0)
                .replace("west-midlands", "kent");
        assertThat(line).contains("\"p-7c41\"", "\"p-19aa\"");
        Path file = Files.writeString(folder.resolve("crime-recording.jsonl"), line);
        String victim = pseudonym(keys, "p-7c41");
        String suspect = pseudonym(keys, "p-19aa");

        Answer answer = load("--pseudonym-key", keys.toString(), file.toString());

        assertThat(answer.exitCode()).as(answer.errors()).isZero();
        assertThat(answer.output()).contains("crime-recording").doesNotContain("p-7c41", "p-19aa");
        List<ConsumerRecord<byte[], byte[]>> sent = TopicReader.readAll(kafka.bootstrapServers(), prefix);
        assertThat(sent).hasSize(1);
        CrimeRecording crime = CrimeRecording.getDecoder().decode(sent.get(0).value());
        assertThat(crime.getVictim().getPersonId()).isEqualTo(victim);
        assertThat(crime.getSuspects().get(0).getPersonId()).isEqualTo(suspect);
        assertThat(everythingIn(sent.get(0))).contains(victim, suspect).doesNotContain("p-7c41", "p-19aa");
    }

    @Test
    void what_cannot_be_is_said_before_anything_is_read() {
        assertThat(load("--live", "--complete-through", END.toString(), "-"))
                .isEqualTo(new Answer(
                        2, "", "vaiwg: A live feed is never complete: leave --complete-through out, or --live.\n"));
        assertThat(load("--complete-through", "2199-01-01T00:00:00Z", "-").errors())
                .isEqualTo("vaiwg: --complete-through lies ahead: nobody can know yet; name an instant gone by.\n");
    }

    private Path rejects() {
        return folder.resolve("rejects.jsonl");
    }

    private Answer load(String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("load", "--forces", "kent", "--kafka", kafka.bootstrapServers(), "--topic-prefix", prefix));
        arguments.addAll(List.of(more));
        return Answer.to(arguments.toArray(String[]::new));
    }

    private List<ConsumerRecord<byte[], byte[]>> read(int count) {
        return TopicReader.read(kafka.bootstrapServers(), prefix, count);
    }

    /** Asked of the verb that producers use, so that both make the same of one identifier. */
    private String pseudonym(Path keys, String identifier) throws Exception {
        Path file = Files.writeString(folder.resolve("identifier"), identifier);
        Answer answer = Answer.to(
                "pseudonymise", "--pseudonym-key", keys.toString(), "--identifiers", "person", file.toString());
        assertThat(answer.exitCode()).as(answer.errors()).isZero();
        return answer.output().strip();
    }

    /** Key, value and headers, a character a byte. */
    private static String everythingIn(ConsumerRecord<byte[], byte[]> record) {
        StringBuilder all = new StringBuilder(text(record.key())).append('\n').append(text(record.value()));
        record.headers()
                .forEach(header ->
                        all.append('\n').append(header.key()).append('\n').append(text(header.value())));
        return all.toString();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static InputStream input(String... lines) {
        return new ByteArrayInputStream(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private static String outcome(int number) {
        return "{\"crimeReference\": \"c" + number % 50 + "\", \"force\": \"kent\", \"version\": " + number
                + ", \"changedAt\": " + (START.toEpochMilli() + number * MINUTE) + "}";
    }
}
