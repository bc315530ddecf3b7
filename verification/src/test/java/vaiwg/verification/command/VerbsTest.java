package vaiwg.verification.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import vaiwg.cli.Vaiwg;
import vaiwg.cli.Verb;

/** Verbs of modules that the command does not know, and what the launcher runs them with. */
class VerbsTest {
    @Test
    void verbs_of_later_modules_are_found_under_the_names_that_the_command_reserves() {
        List<String> found = ServiceLoader.load(Verb.class).stream()
                .map(verb -> verb.type().getAnnotation(Command.class).name())
                .toList();
        assertThat(found).containsExactlyInAnyOrderElementsOf(Verb.NAMES);
        assertThat(Vaiwg.commandLine().getSubcommands()).containsKeys(found.toArray(String[]::new));
    }

    @Test
    void the_launcher_runs_the_commands_own_verbs_without_what_the_others_need() throws Exception {
        Set<String> own = new TreeSet<>(Vaiwg.commandLine().getSubcommands().keySet());
        own.removeAll(Verb.NAMES);
        own.remove("completion");
        assertThat(alternatives("module=cli")).isEqualTo(own);
        assertThat(alternatives("break")).containsAll(Verb.NAMES).contains("completion");
    }

    @Test
    void the_launcher_gives_what_keeps_no_cases_a_small_heap() throws Exception {
        Matcher found = Pattern.compile("\\ncase \"\\$module .*?\\nesac\\n", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../vaiwg")));
        assertThat(found.find()).isTrue();
        String large = "-Xms4g -Xmx4g -Xmn2g";
        String script = "set -eu; module=$1; ${2+eval word=$2}; unset VAIWG_JAVA_OPTIONS;" + found.group()
                + "echo ${VAIWG_JAVA_OPTIONS:-" + large + "}";
        for (String verb : alternatives("module=cli")) {
            assertThat(answer(script, "cli", verb))
                    .as(verb)
                    .isEqualTo(Set.of("run", "load", "explain", "reconcile").contains(verb) ? large : "-Xmx512m");
        }
        assertThat(answer(script, "cli", "serve", "--cases", "--answers")).isEqualTo(large);
        assertThat(answer(script, "demo", "demo")).isEqualTo(large);
        assertThat(answer(script, "demo", "report")).isEqualTo(large);
        assertThat(answer(script, "demo")).isEqualTo(large);
    }

    private static String answer(String script, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("sh", "-c", script, "vaiwg"));
        command.addAll(List.of(arguments));
        return new String(new ProcessBuilder(command).start().getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .strip();
    }

    /** The words of the launcher's cases that do this. */
    private static Set<String> alternatives(String does) throws Exception {
        Set<String> words = new TreeSet<>();
        Matcher found = Pattern.compile("\\n +([a-z |]+)\\) " + does).matcher(Files.readString(Path.of("../vaiwg")));
        while (found.find()) {
            words.addAll(List.of(found.group(1).split(" \\| ")));
        }
        assertThat(words).as(does).isNotEmpty();
        return words;
    }
}
