package vaiwg.cli.feed.load;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vaiwg.cli.feed.json.BadLine;
import vaiwg.cli.feed.json.LineReader;
import vaiwg.cli.feed.json.ReadyEvent;
import vaiwg.cli.terminal.ProgressLine;
import vaiwg.schemas.EventStream;

/**
 * Reads files of JSON lines one after the other.
 *
 * @param stream of all lines; else each file's name or the lines tell it
 */
public record EventFiles(List<InputFile> files, Optional<EventStream> stream, Reading reading) {
    /** From about so many lines on a person wants to see how far it is. */
    private static final long WORTH_A_PROGRESS_LINE = 50_000;

    private static final int REPORT_EVERY = 1_000;

    /** What a line is read as. */
    public interface Reading {
        /** @param known the stream where an option or the file tells it */
        ReadyEvent of(LineReader line, Optional<EventStream> known) throws BadLine;
    }

    /** What becomes of a line that is no event that the job would use. */
    public interface BadLines {
        /**
         * Takes the line, in the reader's buffer.
         *
         * @return whether reading goes on
         */
        boolean take(InputFile file, LineReader line, BadLine problem) throws IOException;
    }

    /** What is told while lines are read. */
    public interface Pace {
        /** Called after every line. */
        void afterLine(LineReader lines) throws IOException;
    }

    /** Reads all lines and shows how far it is. */
    public void read(String label, LineFindings findings, Consumer<ReadyEvent> good, BadLines bad) {
        long expected = files.stream().mapToLong(InputFile::expectedLines).sum();
        if (expected < WORTH_A_PROGRESS_LINE) {
            read(findings, good, bad, lines -> {});
            return;
        }
        ProgressLine line = ProgressLine.onStandardOutput(label, "lines", expected);
        read(findings, good, bad, lines -> {
            if (lines.number() % REPORT_EVERY == 0) {
                line.update(findings.lines());
            }
        });
        line.finish(findings.lines());
    }

    /** Reads lines until the end of the last file, or until a bad line ends it. */
    public void read(LineFindings findings, Consumer<ReadyEvent> good, BadLines bad, Pace pace) {
        for (InputFile file : files) {
            Optional<EventStream> known = stream.or(file::stream);
            try (LineReader lines = file.open()) {
                while (lines.advance()) {
                    try {
                        ReadyEvent event = reading.of(lines, known);
                        findings.good(file, event);
                        good.accept(event);
                    } catch (BadLine problem) {
                        findings.bad(file, lines.number(), problem);
                        if (!bad.take(file, lines, problem)) {
                            return;
                        }
                    }
                    pace.afterLine(lines);
                }
            } catch (IOException e) {
                throw file.failure(e);
            }
        }
    }
}
