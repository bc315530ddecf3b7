package vaiwg.verification.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.demo.embedded.EmbeddedDatabase;
import vaiwg.jobs.store.Migrations;
import vaiwg.verification.endtoend.PublishedSignal;

/** The script of {@code docs/runbook.md} that a timer of the site runs. */
@Timeout(300)
class DigestScriptIT {
    @TempDir
    private Path folder;

    @Test
    void the_owner_of_an_area_with_a_matter_is_written_and_nobody_else() throws Exception {
        BuiltJar.requireCommand();
        Path sent = folder.resolve("sent");
        Path sendmail = Files.writeString(folder.resolve("sendmail"), "#!/bin/sh\ncat >> '" + sent + "'\n");
        assertThat(sendmail.toFile().setExecutable(true)).isTrue();
        Path ran = Files.writeString(
                folder.resolve("vaiwg-digest"),
                script().replace(
                                "VAIWG_CONFIG=/etc/vaiwg/vaiwg.config /opt/vaiwg/vaiwg ",
                                "java -Xmx512m -cp '" + Project.ROOT + "/cli/target/lib/*' vaiwg.cli.Vaiwg ")
                        .replace("/usr/sbin/sendmail", sendmail.toString()));
        try (EmbeddedDatabase postgres = EmbeddedDatabase.start(folder.resolve("postgres"))) {
            Migrations.apply(postgres.database());
            PublishedSignal.publish(postgres.database());
            Path site = Files.createDirectories(folder.resolve(PublishedSignal.FORCE));
            Files.writeString(
                    site.resolve("leads.csv"),
                    "area,post,mail\ncriminal_justice,Head of Criminal Justice,criminal-justice@force.example\n");

            NativeService.run(
                    List.of("/bin/sh", ran.toString()),
                    Map.of(
                            "STATE_DIRECTORY", folder.resolve("state").toString(),
                            "VAIWG_SITES", site.toString(),
                            "VAIWG_BOARD_URL", "https://board.example",
                            "VAIWG_DATABASE", postgres.database().url(),
                            "VAIWG_DATABASE_USER", postgres.database().user(),
                            "VAIWG_DATABASE_PASSWORD", postgres.database().password()));
        }

        assertThat(Project.all("(?m)^((?:From|To|Subject): .*)$", Project.text(sent)))
                .containsExactly(
                        "From: vaiwg-alerts@vaiwg.invalid",
                        "To: criminal-justice@force.example",
                        "Subject: VAIWG matters of Criminal Justice: 1 not answered");
    }

    private static String script() {
        List<String> found = Project.all(
                "(?m)^    (#!/bin/sh\\n(?:    .*\\n)+)", Project.text(Project.ROOT.resolve("docs/runbook.md")));
        assertThat(found).hasSize(1);
        return found.get(0).replaceAll("(?m)^    ", "");
    }
}
