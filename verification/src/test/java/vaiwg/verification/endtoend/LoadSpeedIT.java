package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.Answer;
import vaiwg.demo.embedded.EmbeddedKafka;
import vaiwg.demo.synthetic.SyntheticForce;
import vaiwg.schemas.Progress;

/**
 * Loads a synthetic force as JSON lines, and prints how fast. A figure worth writing down needs a million lines:
 * {@code -Dvaiwg.lines=1000000}; without it there are just enough to see that it works.
 */
@Timeout(600)
class LoadSpeedIT {
    private static final int FEW = 20_000;
    private static final double NANOS = 1e9;

    @TempDir
    Path folder;

    private long written;
    private long bytes;

    @Test
    void a_synthetic_force_is_loaded_from_json_lines() throws Exception {
        int lines = Integer.getInteger("vaiwg.lines", FEW);
        Path file = folder.resolve("force.jsonl");
        write(file, lines);
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"))) {
            kafka.createTopics("vaiwg.", 4);
            long start = System.nanoTime();
            long startCpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Answer answer = Answer.to(
                    "load", "--forces", "west-midlands", "--kafka", kafka.bootstrapServers(), file.toString());
            double seconds = (System.nanoTime() - start) / NANOS;
            double busy = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - startCpu) / NANOS;
            assertThat(answer.exitCode()).as(answer.output() + answer.errors()).isZero();
            System.out.printf(
                    "load: %,d JSON lines of %,d bytes in %.1f s, %,.0f lines a second (%.1f s of them at work on a core),"
                            + " with the broker in this JVM%n",
                    written, bytes / written, seconds, written / seconds, busy);
        }
    }

    /** An event's own text is natural JSON, with nulls and times written out: the longest way to write it. */
    private void write(Path file, int lines) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int seed = 1; written < lines; seed++) {
                SyntheticForce.westMidlands(seed, LocalDate.of(2023, 1, 1), LocalDate.of(2023, 2, 1))
                        .play(next -> {
                            if (written < lines && !(next.value() instanceof Progress)) {
                                String line = "{\"stream\": \"" + next.stream().slug() + "\", "
                                        + next.value().toString().substring(1);
                                write(out, line);
                            }
                        });
            }
        }
    }

    private void write(BufferedWriter out, String line) {
        try {
            out.write(line);
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        written++;
        bytes += line.length() + 1;
    }
}
