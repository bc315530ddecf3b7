package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vaiwg.cli.Answer;
import vaiwg.jobs.store.Database;

/**
 * The verbs {@code backup} and {@code restore}, as an operator asks them.
 *
 * @param secrets the folder for the file with the database's password
 */
record Backups(Path secrets) {
    /** Makes a backup of a log and a database. */
    void make(EventLog log, Database database, Path to, String... more) throws IOException {
        Answer answer = ask("backup", log, database, List.of("--to", to.toString()), more);
        assertThat(answer.errors()).isEmpty();
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.output()).contains("The backup is in " + to, "It holds personal data");
    }

    /** Restores what the options name; returns what was said. */
    String restore(Path from, EventLog log, Database database, String... more) throws IOException {
        Answer answer = tryRestore(from, log, database, more);
        assertThat(answer.errors()).isEmpty();
        assertThat(answer.exitCode()).isZero();
        return answer.output();
    }

    Answer tryRestore(Path from, EventLog log, Database database, String... more) throws IOException {
        return ask("restore", log, database, List.of("--from", from.toString()), more);
    }

    private Answer ask(String verb, EventLog log, Database database, List<String> where, String... more)
            throws IOException {
        List<String> words = new ArrayList<>(List.of(verb));
        words.addAll(List.of("--kafka", log.bootstrapServers(), "--topic-prefix", log.prefix()));
        words.addAll(DatabaseArguments.of(database, secrets));
        words.addAll(where);
        words.addAll(List.of(more));
        return Answer.to(words.toArray(String[]::new));
    }
}
