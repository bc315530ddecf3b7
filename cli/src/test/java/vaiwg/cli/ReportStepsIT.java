package vaiwg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.board.report.ReportPublication;
import vaiwg.board.report.SmallForce;

/** A report is drafted, approved and issued by the command, each step by a login of its own; what it says has happened has. */
class ReportStepsIT {
    private static final String CHAIR = "Chair of the Strategy Board";
    private static final String ISSUED = "Edition 1, draft 1, as at 2026-11-26, board tier: issued (approved by "
            + CHAIR + "); drafted by the login secretary; approved by the login chair; issued by the login secretary";

    @TempDir
    private Path folder;

    @Test
    void it_goes_on_by_two_logins_and_what_is_said_is_so() throws Exception {
        Path taken = Files.createDirectories(folder.resolve("taken"));
        Files.writeString(taken.resolve("index.html"), "another");
        try (ReportPublication published = SmallForce.published()) {
            published.run("CREATE ROLE secretary LOGIN IN ROLE vaiwg_reader, vaiwg_secretary");
            published.run("CREATE ROLE chair LOGIN IN ROLE vaiwg_reader, vaiwg_secretary");
            published.run("CREATE ROLE reader LOGIN IN ROLE vaiwg_reader");
            Path grants = Files.writeString(folder.resolve("grants"), "[chair]\nposts = " + CHAIR + "\n");
            assertThat(command(published, "postgres", "migrate", "--grants", grants.toString())
                            .exitCode())
                    .isZero();

            assertThat(report(published, "reader", "--as-at", "2026-11-26", "--draft")
                            .errors())
                    .contains("permission denied for function draft_report");
            assertThat(report(published, "secretary", "--as-at", "2026-11-26", "--draft")
                            .exitCode())
                    .isZero();
            Answer alone = report(published, "secretary", "--edition", "1", "--approve", CHAIR);
            assertThat(alone.exitCode()).isNotZero();
            assertThat(alone.output()).isEmpty();
            assertThat(alone.errors())
                    .contains("was drafted by the login secretary, which therefore does not approve it");
            assertThat(report(published, "chair", "--edition", "1", "--approve", CHAIR)
                            .output())
                    .contains("approved by the login chair");
            Answer same = report(published, "chair", "--edition", "1", "--issue");
            assertThat(same.output()).isEmpty();
            assertThat(same.errors()).contains("was approved by the login chair, which therefore does not issue it");

            Answer issued = report(published, "secretary", "--edition", "1", "--issue", "--out", taken.toString());
            assertThat(issued.output().strip()).isEqualTo(ISSUED + ".");
            assertThat(issued.errors()).contains("is there already, and is another");
            assertThat(status(published)).isEqualTo("issued");
            assertThat(report(published, "reader", "--list").output().strip()).isEqualTo(ISSUED);
            assertThat(report(
                                    published,
                                    "reader",
                                    "--edition",
                                    "1",
                                    "--out",
                                    folder.resolve("free").toString())
                            .exitCode())
                    .isZero();
            assertThat(folder.resolve("free/manifest.json")).exists();
        }
    }

    private static Answer report(ReportPublication published, String login, String... arguments) throws Exception {
        return command(published, login, "report", arguments);
    }

    private static Answer command(ReportPublication published, String login, String verb, String... arguments)
            throws Exception {
        List<String> all = new ArrayList<>(List.of(verb, "--database-user", login, "--database"));
        all.add(published.connection().getMetaData().getURL().replaceFirst("\\?.*", ""));
        all.addAll(List.of(arguments));
        return Answer.to(all.toArray(String[]::new));
    }

    private static String status(ReportPublication published) throws Exception {
        try (Statement statement = published.connection().createStatement();
                ResultSet row = statement.executeQuery("SELECT status FROM vaiwg.board_report")) {
            row.next();
            return row.getString(1);
        }
    }
}
