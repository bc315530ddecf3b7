package vaiwg.verification.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vaiwg.cli.Answer;
import vaiwg.cli.ConfigurationFile;
import vaiwg.cli.Vaiwg;
import vaiwg.cli.Verb;

/** Which source of an option wins: command line, environment, file, default; and what is said of a file that is wrong. */
class ConfigurationFileTest {
    @TempDir
    private Path folder;

    @Test
    void an_option_is_taken_from_the_file_where_nothing_else_has_it() throws Exception {
        assertThat(with("kafka = broker:1\nrun.parallelism = 4\nreport.force = kent\n", "run"))
                .containsExactly("run", "--kafka=broker:1", "--parallelism=4");
    }

    @Test
    void a_key_of_the_verb_is_stronger_than_one_of_all_verbs() throws Exception {
        String text = "parallelism = 2\ndemo.parallelism = 3\n";
        assertThat(with(text, "demo")).containsExactly("demo", "--parallelism=3");
        assertThat(with(text, "run")).containsExactly("run", "--parallelism=2");
    }

    @Test
    void the_command_line_wins_and_then_the_environment() throws Exception {
        String text = "kafka = of-the-file:1\ndatabase-user = of_the_file\n";
        assertThat(with(text, "run", "--kafka", "typed:1"))
                .containsExactly("run", "--database-user=of_the_file", "--kafka", "typed:1");
        assertThat(with(text, "run", "--kafka=typed:1"))
                .containsExactly("run", "--database-user=of_the_file", "--kafka=typed:1");
        assertThat(withKafka("of-the-environment:1", text, "run"))
                .containsExactly("run", "--database-user=of_the_file");
    }

    @Test
    void what_is_typed_also_replaces_options_of_the_file_that_exclude_it() throws Exception {
        assertThat(with("fresh = true\n", "run")).containsExactly("run", "--fresh");
        assertThat(with("fresh = true\n", "run", "--fresh")).containsExactly("run", "--fresh");
        assertThat(with("fresh = false\n", "run")).containsExactly("run");
        assertThat(with("fresh = true\n", "run", "--restore-from", "x")).containsExactly("run", "--restore-from", "x");
    }

    @Test
    void a_verb_below_a_verb_has_keys_of_its_own_and_a_list_is_split_at_commas() throws Exception {
        assertThat(with("import.police-uk.release = 2026-01-01, 2026-02-01\n", "import", "police-uk", "archive.zip"))
                .containsExactly("import", "police-uk", "--release=2026-01-01", "--release=2026-02-01", "archive.zip");
    }

    @Test
    void the_environment_names_the_file_where_the_option_does_not() throws Exception {
        Path named = write("named.properties", "kafka = named:1\n");
        Path other = write("other.properties", "kafka = other:1\n");
        Map<String, String> environment = Map.of("VAIWG_CONFIG", named.toString());
        assertThat(complete(environment, "run")).containsExactly("run", "--kafka=named:1");
        assertThat(complete(environment, "run", "--config", other.toString()))
                .containsExactly("run", "--kafka=other:1", "--config", other.toString());
        assertThat(complete(environment, "--config=" + other, "run"))
                .containsExactly("--config=" + other, "run", "--kafka=other:1");
    }

    @Test
    void a_command_runs_with_the_options_of_the_file() throws Exception {
        Path sample = Path.of("../docs/samples/outcome.jsonl");
        Path unnamed = Files.copy(sample, folder.resolve("unnamed.jsonl"));
        Path file = write("vaiwg.properties", "validate.stream = outcome\n");
        assertThat(Answer.to("validate", unnamed.toString()).exitCode()).isEqualTo(1);
        assertThat(Answer.to("validate", "--config", file.toString(), unnamed.toString())
                        .exitCode())
                .isZero();
        assertThat(Answer.in(Map.of("VAIWG_CONFIG", file.toString()), "validate", unnamed.toString())
                        .exitCode())
                .isZero();
    }

    @Test
    void a_key_that_is_no_option_is_named_whatever_the_verb() throws Exception {
        for (String key : List.of("run.paralelism", "kafkas", "report.parallelism", "config", "help")) {
            Path file = write("wrong.properties", key + " = 2\n");
            assertThat(Answer.to("demo", "--config", file.toString()))
                    .isEqualTo(new Answer(
                            2,
                            "",
                            "vaiwg: The configuration file " + file + " has the key '" + key
                                    + "', which is no option: write an option's name without dashes, such as kafka or"
                                    + " run.parallelism.\n"));
        }
    }

    /** What the launcher runs the verbs of operation with. */
    @Test
    void a_key_of_a_verb_that_is_not_on_the_class_path_is_left_to_that_verb() throws Exception {
        CommandLine command = Vaiwg.commandLine();
        Verb.NAMES.forEach(command.getCommandSpec()::removeSubcommand);
        String file = write("vaiwg.properties", "kafka = broker:1\ndemo.fresh = true\nimport.police-uk.json = true\n")
                .toString();
        assertThat(ConfigurationFile.complete(command, Map.of("VAIWG_CONFIG", file)::get, "run"))
                .containsExactly("run", "--kafka=broker:1");
    }

    @Test
    void a_file_that_is_not_there_and_a_flag_that_is_neither_true_nor_false_are_told() throws Exception {
        assertThat(Answer.to("kpis", "--config", folder.resolve("none").toString())
                        .errors())
                .startsWith("vaiwg: The configuration file " + folder.resolve("none") + " cannot be read")
                .hasLineCount(1);
        Path file = write("flag.properties", "demo.fresh = yes\n");
        assertThat(Answer.to("demo", "--config", file.toString()))
                .isEqualTo(new Answer(
                        2, "", "vaiwg: The configuration file " + file + " has fresh = 'yes': write true or false.\n"));
    }

    private String[] with(String text, String... arguments) throws Exception {
        return withKafka("", text, arguments);
    }

    /** An environment variable that is set to nothing is not set. */
    private String[] withKafka(String kafka, String text, String... arguments) throws Exception {
        String file = write("vaiwg.properties", text).toString();
        return complete(Map.of("VAIWG_CONFIG", file, "VAIWG_KAFKA", kafka), arguments);
    }

    private static String[] complete(Map<String, String> environment, String... arguments) {
        return ConfigurationFile.complete(Vaiwg.commandLine(), environment::get, arguments);
    }

    private Path write(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }
}
