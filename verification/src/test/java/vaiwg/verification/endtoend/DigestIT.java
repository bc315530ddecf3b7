package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.Answer;
import vaiwg.jobs.store.Database;

/** The verb {@code digest}, and the address of the board's pages that {@code migrate} keeps for dashboards. */
@Timeout(300)
@ExtendWith(InstallationExtension.class)
class DigestIT {
    private static final String BOARD = "https://board.example";

    @TempDir
    private Path folder;

    @Test
    void an_owner_with_matters_gets_files_and_an_earlier_digest_is_removed(Installation installation) throws Exception {
        Database database = installation.newDatabase();
        PublishedSignal.publish(database);
        Path out = folder.resolve("digest");

        Answer all = digest(database, out, "--as-at", "2026-11-26", "--board-url", BOARD + "/");
        assertThat(all.exitCode()).as(all.errors()).isZero();
        assertThat(all.output().lines())
                .hasSize(7)
                .contains(
                        out.resolve("criminal-justice.eml") + ": VAIWG matters of Criminal Justice: 1 not answered",
                        "recording: nothing to report.");
        assertThat(Files.readString(out.resolve("criminal-justice.txt")))
                .contains("Not answered for 7 days; due 3 Dec 2026. " + BOARD + "/answer?force=" + PublishedSignal.FORCE
                        + "&signal=" + PublishedSignal.SIGNAL + "\n");
        assertThat(Files.readString(out.resolve("criminal-justice.html"))).contains("href=\"" + BOARD + "/answer?");
        byte[] message = Files.readAllBytes(out.resolve("criminal-justice.eml"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
                .isEqualTo("rwx------");
        for (String ending : List.of(".txt", ".html", ".eml")) {
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(out.resolve("criminal-justice" + ending))))
                    .isEqualTo("rw-------");
        }

        Answer again = digest(database, out, "--board-url", BOARD, "--owner", "criminal_justice");
        assertThat(again.output()).hasLineCount(1);
        assertThat(Files.readAllBytes(out.resolve("criminal-justice.eml"))).isEqualTo(message);

        assertThat(digest(database, out, "--as-at", "2026-11-26", "--reminders")
                        .output()
                        .lines())
                .as("its answer is due in seven days")
                .hasSize(7)
                .allMatch(line -> line.endsWith(": nothing to report."));

        PublishedSignal.end(database, "2026-11-21");
        assertThat(digest(database, out).output()).contains("Criminal Justice: 1 ended");
        assertThat(digest(database, out, "--since", "2026-11-21").output())
                .contains("criminal_justice: nothing to report.");
        assertThat(out).isEmptyDirectory();
    }

    @Test
    void the_forces_folder_names_the_post_and_the_address_to_which_its_digest_goes(Installation installation)
            throws Exception {
        Database database = installation.newDatabase();
        PublishedSignal.publish(database);
        Path out = folder.resolve("digest");
        Path site = Files.createDirectories(folder.resolve(PublishedSignal.FORCE));
        Files.writeString(
                site.resolve("leads.csv"),
                "area,post,mail\ncriminal_justice,Head of Criminal Justice,criminal-justice@force.example\n");

        assertThat(digest(database, out, "--as-at", "2026-11-26").exitCode()).isZero();
        assertThat(out.resolve("criminal-justice.eml")).content().startsWith("Subject: ");
        assertThat(digest(database, out, "--as-at", "2026-11-26", "--site", site.toString())
                        .exitCode())
                .isZero();
        assertThat(out.resolve("criminal-justice.eml"))
                .content()
                .startsWith("To: criminal-justice@force.example\r\nSubject: ");
        assertThat(out.resolve("criminal-justice.txt")).content().contains("To Head of Criminal Justice, as at ");
    }

    @Test
    void what_cannot_be_is_said_in_a_sentence(Installation installation) throws Exception {
        Database database = installation.newDatabase();
        assertThat(digest(database, folder).errors()).startsWith("vaiwg: No snapshot has been published: ");
        assertThat(digest(database, folder, "--force", "kent").errors())
                .startsWith("vaiwg: No snapshot of kent has been published: ");
        PublishedSignal.publish(database);
        assertThat(digest(database, folder, "--force", "kent").errors())
                .endsWith(": name a force that has some, " + PublishedSignal.FORCE + ".\n");
        assertThat(digest(database, folder, "--since", "2026-11-26"))
                .isEqualTo(
                        new Answer(2, "", "vaiwg: --since must be a day before 2026-11-26, the day of this digest.\n"));
        assertThat(digest(database, folder, "--as-at", "2026-11-25").errors()).contains("ask for 2026-11-26.");
        assertThat(digest(database, folder, "--board-url", "board").errors())
                .contains("write it as https://board.example.");
        assertThat(digest(database, folder, "--owner", "nobody").exitCode()).isEqualTo(2);
        assertThat(digest(database, folder, "--reminders", "--secretary", "a@board.example,b@board.example"))
                .isEqualTo(
                        new Answer(2, "", "vaiwg: --secretary must be a mail address like secretary@board.example.\n"));
    }

    @Test
    void migrate_keeps_the_address_of_the_boards_pages_or_that_there_is_none(Installation installation)
            throws Exception {
        Database database = installation.newDatabase();
        assertThat(run(database, "migrate", "--board-url", BOARD).exitCode()).isZero();
        assertThat(address(database)).isEqualTo(BOARD);
        assertThat(run(database, "migrate", "--board-url", "board").exitCode()).isEqualTo(2);
        assertThat(address(database)).isEqualTo(BOARD);
        assertThat(run(database, "migrate").exitCode()).isZero();
        assertThat(address(database)).isNull();
    }

    private static String address(Database database) throws Exception {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT max(address) FROM board_address")) {
            row.next();
            return row.getString(1);
        }
    }

    private Answer digest(Database database, Path out, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("--out", out.toString()));
        arguments.addAll(List.of(more));
        return run(database, "digest", arguments.toArray(String[]::new));
    }

    private Answer run(Database database, String verb, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(verb));
        arguments.addAll(DatabaseArguments.of(database, folder));
        arguments.addAll(List.of(more));
        return Answer.to(arguments.toArray(String[]::new));
    }
}
