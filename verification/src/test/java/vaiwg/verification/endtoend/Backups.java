package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vaiwg.cli.Answer;
import vaiwg.jobs.store.Database;

/** The verbs {@code backup} and {@code restore}, as an operator asks them. */
final class Backups {
    private Backups() {}

    /** Makes a backup of a log and a database. */
    static void make(EventLog log, Database database, Path to, String... more) throws IOException {
        List<String> words = words("backup", log, database, to.resolveSibling("of-" + to.getFileName()));
        words.addAll(List.of("--to", to.toString()));
        words.addAll(List.of(more));
        Answer answer = Answer.to(words.toArray(String[]::new));
        assertThat(answer.errors()).isEmpty();
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.output()).contains("The backup is in " + to, "It holds personal data");
    }

    /** Restores what the options name; returns what was said. */
    static String restore(Path from, EventLog log, Database database, String... more) throws IOException {
        Answer answer = tryRestore(from, log, database, more);
        assertThat(answer.errors()).isEmpty();
        assertThat(answer.exitCode()).isZero();
        return answer.output();
    }

    static Answer tryRestore(Path from, EventLog log, Database database, String... more) throws IOException {
        List<String> words = words("restore", log, database, from.resolveSibling("to-" + from.getFileName()));
        words.addAll(List.of("--from", from.toString()));
        words.addAll(List.of(more));
        return Answer.to(words.toArray(String[]::new));
    }

    private static List<String> words(String verb, EventLog log, Database database, Path secrets) throws IOException {
        List<String> words = new ArrayList<>(List.of(verb));
        words.addAll(List.of("--kafka", log.bootstrapServers(), "--topic-prefix", log.prefix()));
        words.addAll(DatabaseArguments.of(
                database, Files.createDirectories(secrets)));
        return words;
    }
}
