package vaiwg.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A demo that was killed goes on where it was, and ends with the figures of one that was left in peace, byte for byte. */
@Timeout(900)
class ResumedDemoIT {
    private static final String GOING_ON = "Going on where the last run in ";
    private static final String ANEW = "Beginning anew: ";

    @TempDir
    private Path folder;

    @Test
    void killedWhileItSendsAndWhileItCountsItEndsWithTheSameTablesAsAnUndisturbedOne() throws Exception {
        Path disturbed = Files.createDirectory(folder.resolve("disturbed"));
        Set<ProcessHandle> left;
        try (DemoProcess sending = paperCounts(disturbed)) {
            sending.awaitOutput("sending: 30 %");
            assertThat(sending.output()).doesNotContain(GOING_ON).doesNotContain(ANEW);
            left = DemoProcess.servers(disturbed);
            sending.kill();
        }
        assertThat(left).as("servers that outlive the kill").anyMatch(DemoProcess::isRunning);
        try (DemoProcess counting = paperCounts(disturbed)) {
            counting.awaitOutput("counting: ");
            assertThat(counting.output()).contains(GOING_ON);
            assertThat(left).as("servers of the killed demo").noneMatch(DemoProcess::isRunning);
            counting.kill();
        }
        try (DemoProcess last = paperCounts(disturbed)) {
            assertThat(last.awaitEnd()).as(last.errors()).isZero();
            assertThat(last.output()).contains(GOING_ON).contains("217 of 2,015   10.8 per 100");
            assertThat(last.errors()).isEmpty();
        }
        Path tables = Files.move(disturbed.resolve("out"), folder.resolve("tables of the disturbed one"));
        // Whoever asks for a history that was played to its end wants to see it played.
        try (DemoProcess peaceful = paperCounts(disturbed)) {
            assertThat(peaceful.awaitEnd()).as(peaceful.errors()).isZero();
            assertThat(peaceful.output()).contains(ANEW + "the folder held this history, played to its end.");
        }
        for (String file : new String[] {"kpi_value.csv", "kpi_day.csv", "truth.json"}) {
            assertThat(tables.resolve(file))
                    .isNotEmptyFile()
                    .hasSameBinaryContentAs(disturbed.resolve("out").resolve(file));
        }
        assertThat(DemoProcess.servers(disturbed)).isEmpty();
        requireThatItBeginsAnewWhereItIsTold(disturbed);
    }

    private static void requireThatItBeginsAnewWhereItIsTold(Path disturbed) throws Exception {
        try (DemoProcess fresh =
                DemoProcess.demo(disturbed, "--once", "--scenario", "paper-counts", "--seed", "8", "--fresh")) {
            fresh.awaitOutput("sending: 10 %");
            assertThat(fresh.output()).contains(ANEW + "--fresh was given.");
        }
    }

    private static DemoProcess paperCounts(Path folder) throws Exception {
        return DemoProcess.demo(
                folder,
                "--once",
                "--scenario",
                "paper-counts",
                "--out",
                folder.resolve("out").toString());
    }
}
