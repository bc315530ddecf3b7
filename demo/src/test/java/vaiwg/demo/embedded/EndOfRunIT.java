package vaiwg.demo.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vaiwg.demo.DemoProcess;

/** Ends a run in a JVM of its own from outside, and looks at what it leaves. */
@Timeout(120)
class EndOfRunIT {
    @TempDir
    Path folder;

    private Process run;
    private ServerProcess postgres;
    private ServerProcess prometheus;

    @BeforeEach
    void start_a_run() throws IOException {
        List<String> command = DemoProcess.command(System.getProperty("java.class.path"), ChildRun.class.getName());
        command.add(folder.toString());
        run = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = run.inputReader();
        assertThat(output.readLine()).isEqualTo(ChildRun.READY);

        Path root = folder.toRealPath();
        Path data = root.resolve("postgres/data");
        postgres = ServerProcess.find(data.resolve("postmaster.pid"), data.toString())
                .orElseThrow();
        prometheus = ServerProcess.find(
                        root.resolve("prometheus/prometheus.pid"),
                        "--storage.tsdb.path=" + root.resolve("prometheus/data"))
                .orElseThrow();
    }

    @AfterEach
    void leave_nothing_behind() throws Exception {
        run.destroyForcibly().waitFor();
        postgres.stop("INT");
        prometheus.stop("TERM");
    }

    @Test
    void after_a_hard_kill_the_next_run_stops_what_was_left_and_has_all_data() throws Exception {
        run.destroyForcibly().waitFor();
        assertThat(postgres.isRunning()).isTrue();
        assertThat(prometheus.isRunning()).isTrue();

        try (DataFolder data = DataFolder.open(folder);
                EmbeddedKafka kafka = EmbeddedKafka.start(data.kafka());
                EmbeddedDatabase database = EmbeddedDatabase.start(data.postgres());
                EmbeddedPrometheus metrics = EmbeddedPrometheus.start(
                        ChildRun.prometheus(), ChildRun.configuration(data), data.prometheus())) {
            assertThat(postgres.isRunning()).isFalse();
            assertThat(prometheus.isRunning()).isFalse();
            assertThat(metrics.process().isRunning()).isTrue();
            ChildRun.send(kafka, "added");
            assertThat(EmbeddedKafkaIT.read(kafka, 2)).containsExactly("kept", "added");
            assertThat(EmbeddedDatabaseIT.query(database, "SELECT count(*) FROM public.kept"))
                    .isEqualTo("1");
        }
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void a_signal_ends_every_part_and_gives_the_usual_exit_code(String signal, int exitCode) throws Exception {
        new ProcessBuilder("sh", "-c", "kill -" + signal + " " + run.pid())
                .start()
                .waitFor();

        assertThat(run.waitFor()).isEqualTo(exitCode);
        assertThat(postgres.isRunning()).isFalse();
        assertThat(prometheus.isRunning()).isFalse();
        assertThat(folder.resolve("postgres/data/postmaster.pid")).doesNotExist();
    }
}
