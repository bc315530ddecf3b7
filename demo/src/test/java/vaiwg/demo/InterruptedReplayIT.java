package vaiwg.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A demo that is ended while its history is still being sent, gently and not, and what the folder is good for afterwards. */
@Timeout(900)
class InterruptedReplayIT {
    private static final String SENDING = "sending: 10 %";

    @TempDir
    Path folder;

    @Test
    void aDemoInterruptedWhileSendingLeavesNothingRunningAndNoTrace() throws Exception {
        try (DemoProcess demo = DemoProcess.demo(folder, "--scenario", "seed-table")) {
            demo.awaitOutput(SENDING);
            Set<ProcessHandle> servers = DemoProcess.servers(folder);
            assertThat(servers).hasSizeGreaterThan(1);
            long start = System.nanoTime();
            demo.interrupt();
            assertThat(demo.awaitEnd()).isEqualTo(130);
            System.out.printf("Ended %.1f s after Ctrl-C in the replay%n", (System.nanoTime() - start) / 1e9);
            assertThat(demo.output()).endsWith("\nEnding ...\n");
            assertThat(demo.errors()).isEmpty();
            assertThat(servers).noneMatch(DemoProcess::isRunning);
        }
    }

    @Test
    void theFolderOfAKilledDemoIsGoodForTheNextWhichStopsTheServersThatWereLeft() throws Exception {
        Set<ProcessHandle> left;
        try (DemoProcess killed = DemoProcess.demo(folder, "--scenario", "seed-table")) {
            killed.awaitOutput(SENDING);
            left = DemoProcess.servers(folder);
            killed.kill();
        }
        assertThat(left).anyMatch(DemoProcess::isRunning);
        try (DemoProcess next = DemoProcess.demo(folder, "--once", "--scenario", "paper-counts")) {
            next.awaitOutput("counting: ");
            assertThat(next.output()).contains("Beginning anew: the folder held another input.");
            assertThat(left).noneMatch(DemoProcess::isRunning);
            next.interrupt();
            assertThat(next.awaitEnd()).isEqualTo(130);
            assertThat(next.errors()).isEmpty();
        }
        assertThat(DemoProcess.servers(folder)).isEmpty();
    }
}
