package vaiwg.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the folder of a demo is good for that was ended, gently and not, and what is left running: one folder, in which one run follows
 * the other, as each takes a good part of a minute.
 */
@Timeout(900)
class ResumedDemoIT {
    private static final String RESUMING = "Resuming the last run in ";
    private static final String STARTING_OVER = "Starting over: ";
    private static final Pattern PAGE = Pattern.compile("The report, which grows .*: (http://\\S+)\n");

    @TempDir
    private Path folder;

    @Test
    void ended_while_it_sends_and_while_it_counts_it_ends_with_the_same_tables_as_an_undisturbed_one()
            throws Exception {
        interruptWhileSending();
        Set<ProcessHandle> left = killWhileSending();
        assertThat(left).as("servers that outlive the kill").anyMatch(DemoProcess::isRunning);
        try (DemoProcess counting = paperCounts()) {
            counting.awaitOutput("counting: ");
            assertThat(counting.output()).contains(RESUMING);
            assertThat(left).as("servers of the killed demo").noneMatch(DemoProcess::isRunning);
            counting.kill();
        }
        try (DemoProcess last = paperCounts()) {
            assertThat(last.awaitEnd()).as(last.errors()).isZero();
            assertThat(last.output()).contains(RESUMING).contains("217 of 2,015   10.8 per 100");
            assertThat(last.errors()).isEmpty();
        }
        Path tables = Files.move(folder.resolve("out"), folder.resolve("tables of the disturbed one"));
        try (DemoProcess peaceful = paperCounts()) {
            assertThat(peaceful.awaitEnd()).as(peaceful.errors()).isZero();
            assertThat(peaceful.output()).contains(STARTING_OVER + "the folder held this history, played to its end.");
        }
        for (String file : new String[] {"kpi_value.parquet", "kpi_day.parquet", "truth.json"}) {
            assertThat(tables.resolve(file))
                    .isNotEmptyFile()
                    .hasSameBinaryContentAs(folder.resolve("out").resolve(file));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(tables.resolve(file))))
                    .isEqualTo("rw-------");
        }
        assertThat(DemoProcess.servers(folder)).isEmpty();
    }

    private void interruptWhileSending() throws Exception {
        try (DemoProcess demo = DemoProcess.demo(folder, "--scenario", "seed-table")) {
            demo.awaitOutput("sending: 10 %");
            assertThat(demo.output()).doesNotContain(RESUMING).doesNotContain(STARTING_OVER);
            requirePage(demo);
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

    /** Whoever waits has something to look at, whatever has been counted by now. */
    private static void requirePage(DemoProcess demo) throws Exception {
        Matcher address = PAGE.matcher(demo.output());
        assertThat(address.find()).as("its address was printed before").isTrue();
        assertThat(WebPage.get(address.group(1)).statusCode())
                .as("the page while records are sent")
                .isLessThan(400);
    }

    /** The servers that it had. */
    private Set<ProcessHandle> killWhileSending() throws Exception {
        try (DemoProcess sending = paperCounts()) {
            sending.awaitOutput("sending: ");
            assertThat(sending.output()).contains(STARTING_OVER + "the folder held another input.");
            Set<ProcessHandle> left = DemoProcess.servers(folder);
            sending.kill();
            return left;
        }
    }

    private DemoProcess paperCounts() throws Exception {
        return DemoProcess.demo(
                folder,
                "--once",
                "--scenario",
                "paper-counts",
                "--out",
                folder.resolve("out").toString());
    }
}
