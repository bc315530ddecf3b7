package vaiwg.verification.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vaiwg.cli.Answer;
import vaiwg.cli.run.StartChecks;

/**
 * What can be seen to be wrong without a server is said before one is asked, in a sentence that names the option: the addresses here
 * are those of nobody, so a command that asked first would say something else.
 */
@Timeout(20)
class OptionChecksTest {
    private static final String NOBODY = "127.0.0.1:1";
    private static final String NO_DATABASE = "jdbc:postgresql://127.0.0.1:1/vaiwg";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("wrongValues")
    void a_value_that_cannot_be_is_rejected_with_its_option(List<String> arguments, String sentence) {
        Answer answer = Answer.to(arguments.toArray(String[]::new));
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.output()).isEmpty();
        assertThat(answer.errors())
                .startsWith("vaiwg: Invalid value for option '" + arguments.get(arguments.size() - 2) + "'")
                .contains(": '" + arguments.get(arguments.size() - 1) + "' " + sentence)
                .doesNotContain("Exception");
    }

    static Stream<Arguments> wrongValues() {
        String number = "is not a whole number of 1 or more.";
        String port = "is not a port from 0 to 65535.";
        String instant = "is no instant; write date, time and time zone, as 2026-03-01T00:00:00Z.";
        String date = "is no date; write it as 2026-03-01.";
        return Stream.of(
                wrong(number, "run", "--parallelism", "0"),
                wrong(number, "run", "--parallelism", "two"),
                wrong(number, "run", "--checkpoint-every", "0"),
                wrong(number, "heartbeat", "--every", "0"),
                wrong(number, "topics", "--partitions", "0"),
                wrong(number, "forget", "--dry-run", "--replication-factor", "0"),
                wrong(number, "demo", "--parallelism", "-1"),
                wrong(port, "run", "--web-port", "70000"),
                wrong(port, "run", "--metrics-port", "-1"),
                wrong(date, "run", "--daily-from", "01/03/2026"),
                wrong(date, "report", "--out", "x", "--as-at", "yesterday"),
                wrong(instant, "load", "lines.jsonl", "--complete-through", "2026-03-01"));
    }

    private static Arguments wrong(String sentence, String... arguments) {
        return Arguments.of(List.of(arguments), sentence);
    }

    @Test
    void a_port_in_use_is_rejected_with_the_option_that_names_another() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(taken.getLocalPort());
            for (String option : List.of("--web-port", "--metrics-port", "--output", "--health-port")) {
                String value = option.equals("--output") ? "scrape=" + port : port;
                assertThat(run("--web-port", "0", "--metrics-port", "0", option, value))
                        .isEqualTo(rejected(
                                "Port " + port + " of 127.0.0.1 cannot be listened on, most likely because it is"
                                        + " in use: choose another with " + option + "."));
            }
        }
    }

    @Test
    void an_output_that_is_not_there_or_cannot_be_told_that_is_wrong_usage() throws Exception {
        Answer unknown = run("--output", "plotter=1");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.errors())
                .startsWith("vaiwg: There is no output 'plotter': choose ")
                .contains("scrape")
                .hasLineCount(1);
        assertThat(run("--output", "scrape=x")).isEqualTo(rejected("'x' is not a port from 0 to 65535."));
    }

    @Test
    void a_folder_for_checkpoints_that_cannot_be_written_is_told() throws Exception {
        Path inTheWay = Files.writeString(folder.resolve("file"), "no folder");
        assertThat(run("--checkpoints", inTheWay.resolve("below").toString()))
                .isEqualTo(rejected("The folder " + inTheWay.resolve("below")
                        + " cannot be written: choose one of yours with --checkpoints."));
    }

    @Test
    void nothing_to_restore_from_is_told() throws Exception {
        Path empty = Files.createDirectories(folder.resolve("savepoint"));
        for (String location : List.of(empty.toString(), empty.toUri().toString(), folder + "/none")) {
            assertThat(run("--restore-from", location))
                    .isEqualTo(rejected("No complete checkpoint or savepoint is at " + location
                            + ": name the folder that holds its _metadata with --restore-from."));
        }
    }

    @Test
    void what_is_complete_here_or_lies_elsewhere_may_be_restored() throws Exception {
        Files.writeString(folder.resolve("_metadata"), "");
        for (String location :
                List.of(folder.toString(), folder.toUri().toString(), folder + "/_metadata", "s3://a/b")) {
            StartChecks.requireRestorable("--restore-from", location);
        }
    }

    @Test
    void a_file_that_is_not_there_is_told_before_a_server_is_asked() throws Exception {
        String none = folder.resolve("outcome-none.jsonl").toString();
        Answer missing = rejected(none + " is not there: correct the path.");
        assertThat(Answer.to("validate", none)).isEqualTo(missing);
        assertThat(Answer.to("load", "--kafka", NOBODY, "--forces", "kent", none))
                .isEqualTo(missing);
        assertThat(Answer.to("load", "--kafka", NOBODY, "--forces", "kent", "--live", none))
                .isEqualTo(missing);
        assertThat(Answer.to("load", "--kafka", NOBODY, "--forces", "kent", folder.toString())
                        .exitCode())
                .isEqualTo(2);
        assertThat(Answer.to("import", "police-uk", "--kafka", NOBODY, "--database", NO_DATABASE, none)
                        .errors())
                .contains(none)
                .hasLineCount(1);
        assertThat(run("--site", none).errors()).contains(none).hasLineCount(1);
    }

    private Answer run(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("run", "--kafka", NOBODY, "--database", NO_DATABASE, "--forces", "kent"));
        if (!List.of(more).contains("--checkpoints")) {
            arguments.addAll(
                    List.of("--checkpoints", folder.resolve("checkpoints").toString()));
        }
        for (int i = 0; i < more.length; i += 2) {
            int there = arguments.indexOf(more[i]);
            if (there >= 0) {
                arguments.set(there + 1, more[i + 1]);
            } else {
                arguments.addAll(List.of(more[i], more[i + 1]));
            }
        }
        return Answer.to(arguments.toArray(String[]::new));
    }

    private static Answer rejected(String sentence) {
        return new Answer(2, "", "vaiwg: " + sentence + "\n");
    }
}
