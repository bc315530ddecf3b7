package vaiwg.cli.feed.load;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import vaiwg.cli.feed.FeedProducer;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.cli.feed.json.ReadyEvent;
import vaiwg.cli.process.ShutdownSequence;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.cli.terminal.ProgressLine;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Progress;

/**
 * Sends JSON lines to their topics. A history is read to its end first, so that nothing is sent of files that hold a bad line, and
 * goes out in the order of its changes: unsorted, most of it would be late. Live lines go out one by one as they come.
 *
 * @param rejects where rejected lines go; without it the first of them ends the load
 */
public record Load(EventFiles files, LineFindings findings, Optional<Path> rejects, Clock clock, PrintWriter out) {
    private static final String PRODUCER = "load";
    private static final int REPORT_EVERY = 1_000;

    /**
     * Sends a whole history, and at its end, where that is asked for, that every stream is complete through an instant.
     *
     * @return whether every line was sent
     * @throws CommandFailure where a change is newer than that instant; nothing is sent
     */
    public boolean history(KafkaConnection kafka, Optional<Instant> completeThrough, ShutdownSequence parts)
            throws IOException {
        try (RejectsFile rejected = rejects.isPresent() ? new RejectsFile(rejects.get()) : null;
                EventSpool spool = new EventSpool()) {
            // Before a long read: whether there is a broker at all.
            FeedProducer producer = parts.start("the producer", () -> new FeedProducer(kafka));
            files.read("checking", findings, spool::add, (file, line, problem) -> {
                if (rejected != null) {
                    rejected.take(line);
                }
                return true;
            });
            if (findings.badLines() > 0 && rejected == null) {
                findings.printTotals();
                out.println("Nothing was sent: repair these lines, or give --rejects FILE to send the others.");
                return false;
            }
            completeThrough.ifPresent(this::requireNoChangeAfter);
            send(spool, producer);
            completeThrough.ifPresent(instant -> complete(producer, instant));
            producer.flush();
        }
        printTotals();
        return findings.badLines() == 0;
    }

    /** Of an earlier instant progress records would say nothing, and the midnights after it would wait without a word. */
    private void requireNoChangeAfter(Instant completeThrough) {
        findings.newestChange()
                .filter(newest -> newest.at().isAfter(completeThrough))
                .ifPresent(newest -> {
                    throw CommandFailure.wrongUsage("The newest change in " + newest.file() + " is of " + newest.at()
                            + ": say --complete-through " + newest.at() + " or later, or leave it out.");
                });
    }

    /**
     * Sends each line as it comes, until the input ends.
     *
     * @return whether every line was sent
     */
    public boolean live(KafkaConnection kafka, ShutdownSequence parts) throws IOException {
        try (RejectsFile rejected = rejects.isPresent() ? new RejectsFile(rejects.get()) : null) {
            FeedProducer producer = parts.start("the producer", () -> new FeedProducer(kafka));
            files.read(
                    findings,
                    event -> send(event, producer),
                    (file, line, problem) -> {
                        if (rejected != null) {
                            rejected.take(line);
                        }
                        return rejected != null;
                    },
                    lines -> {
                        if (lines.wouldWait()) {
                            producer.flush();
                        }
                    });
            producer.flush();
        }
        printTotals();
        if (findings.badLines() > 0 && rejects.isEmpty()) {
            out.println("Stopped at the rejected line; all before it were sent. --rejects FILE would go on.");
        }
        return findings.badLines() == 0;
    }

    private void send(EventSpool spool, FeedProducer producer) {
        if (spool.events() == 0) {
            return;
        }
        ProgressLine line = ProgressLine.onStandardOutput("sending", "events", spool.events());
        long[] sent = {0};
        spool.forEach(event -> {
            send(event, producer);
            if (++sent[0] % REPORT_EVERY == 0) {
                line.update(sent[0]);
            }
        });
        producer.flush();
        line.finish(sent[0]);
    }

    private void send(ReadyEvent event, FeedProducer producer) {
        producer.send(event.stream(), event.key(), clock.millis(), event.value());
    }

    private void complete(FeedProducer producer, Instant instant) {
        Progress progress = Progress.newBuilder()
                .setCompleteThrough(instant)
                .setProducer(PRODUCER)
                .build();
        for (EventStream stream : EventStream.values()) {
            producer.send(new FeedRecord(stream, null, clock.millis(), progress));
        }
    }

    private void printTotals() {
        findings.printTotals();
        if (findings.badLines() > 0) {
            rejects.ifPresent(path -> out.println("The rejected lines are in " + path + ", as they were."));
        }
    }
}
