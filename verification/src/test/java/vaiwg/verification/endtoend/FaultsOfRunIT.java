package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.demo.Await;
import vaiwg.demo.DemoProcess;
import vaiwg.demo.WebPage;
import vaiwg.demo.embedded.FreePorts;
import vaiwg.demo.synthetic.SyntheticForce;
import vaiwg.jobs.store.Database;
import vaiwg.schemas.EventStream;

/** The command {@code run} meets a fault, and says which it is and what to do. */
@Timeout(900)
@ExtendWith(InstallationExtension.class)
class FaultsOfRunIT {
    private static final String LOGIN = "changing_job";

    @TempDir
    private Path folder;

    private final List<Integer> ports;

    FaultsOfRunIT() throws Exception {
        ports = FreePorts.find(2);
    }

    @Test
    void a_password_that_is_changed_while_it_runs_is_told_as_such(Installation installation) throws Exception {
        Database owner = installation.newDatabase();
        asOwner(owner, "CREATE ROLE " + LOGIN + " LOGIN SUPERUSER PASSWORD 'first'");
        Database database = new Database(owner.url(), LOGIN, "first");
        try (DemoProcess run = run(installation.newLog(), database)) {
            run.awaitOutput("Running; ");
            awaitHealth("\"ready\":true", 200);

            asOwner(owner, "ALTER ROLE " + LOGIN + " PASSWORD 'second'");
            asOwner(
                    owner,
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '" + LOGIN
                            + "' AND datname = current_database()");

            run.awaitOutput("PostgreSQL rejects the login of " + LOGIN
                    + ": start again with the new password in VAIWG_DATABASE_PASSWORD or in the file of"
                    + " --database-password-file, or give the login its old one; nothing is lost.");
            awaitHealth("\"databaseAnswers\":false", 503);
            asOwner(owner, "ALTER ROLE " + LOGIN + " PASSWORD 'first'");
            run.awaitOutput("The job runs again.");
            awaitHealth("\"ready\":true", 200);
            assertThat(run.output()).doesNotContain("PostgreSQL does not answer", "first", "second");
        }
    }

    /** A limit on the size of files does to every user's process what a full disk does: what it writes is refused. */
    @Test
    void a_folder_of_checkpoints_that_takes_no_more_is_named(Installation installation) throws Exception {
        try (DemoProcess run = run(installation.newLog(), installation.newDatabase())) {
            run.awaitOutput("Running; ");

            limitFiles("1", run);

            run.awaitOutput(
                    "The folder of checkpoints, " + checkpoints() + ", takes no more (File too large): make room"
                            + " there or give the job's user its rights back; the job goes on by itself from its last"
                            + " checkpoint, nothing is lost.");
            limitFiles("unlimited", run);
            run.awaitOutput("The job runs again.");
        }
    }

    private static void limitFiles(String bytes, DemoProcess run) throws Exception {
        List<String> command = List.of("prlimit", "--pid", Long.toString(run.pid()), "--fsize=" + bytes + ":");
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    @Test
    void a_partition_that_is_added_ends_it_with_the_reason_as_the_last_word(Installation installation)
            throws Exception {
        EventLog log = installation.newLog();
        try (DemoProcess run = run(log, installation.newDatabase())) {
            run.awaitOutput("Running; ");
            Map<String, NewPartitions> more = new HashMap<>();
            for (EventStream stream : EventStream.values()) {
                more.put(log.topic(stream), NewPartitions.increaseTo(Installation.PARTITIONS + 1));
            }
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", log.bootstrapServers()))) {
                admin.createPartitions(more).all().get();
            }

            assertThat(run.awaitEnd()).isEqualTo(1);
            assertThat(run.errors()).doesNotContain("MiniCluster", "\tat ", "Exception");
            assertThat(run.errors().lines().reduce((earlier, later) -> later).orElseThrow())
                    .startsWith("vaiwg: The job has ended (Topic " + log.prefix())
                    .contains(" has 3 partitions and had 2 when the job started: ", "make topics of another prefix");
        }
    }

    private DemoProcess run(EventLog log, Database database) throws Exception {
        List<String> command = DemoProcess.command(System.getProperty("java.class.path"));
        command.addAll(List.of("run", "--forces", SyntheticForce.FORCE, "--kafka", log.bootstrapServers()));
        command.addAll(List.of("--topic-prefix", log.prefix()));
        command.addAll(DatabaseArguments.of(database, folder));
        command.addAll(List.of("--database-user", database.user()));
        command.addAll(List.of("--checkpoints", checkpoints().toString(), "--checkpoint-every", "1"));
        command.addAll(List.of("--web-port", Integer.toString(ports.get(0))));
        command.addAll(List.of("--health-port", Integer.toString(ports.get(1))));
        command.addAll(List.of("--metrics-port", "0", "--parallelism", "1"));
        return DemoProcess.start(command, folder);
    }

    private Path checkpoints() {
        return folder.resolve("checkpoints");
    }

    private void awaitHealth(String told, int status) throws Exception {
        Await.until("the health is " + told, () -> {
            HttpResponse<String> answer = WebPage.get("http://127.0.0.1:" + ports.get(1) + "/health");
            return answer.body().contains(told) && answer.statusCode() == status;
        });
    }

    private static void asOwner(Database owner, String statement) throws SQLException {
        try (Connection connection = owner.connect();
                Statement sent = connection.createStatement()) {
            sent.execute(statement);
        }
    }
}
