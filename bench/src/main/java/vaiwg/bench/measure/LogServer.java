package vaiwg.bench.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import vaiwg.cli.feed.Feed;
import vaiwg.cli.feed.FeedProducer;
import vaiwg.demo.embedded.EmbeddedKafka;
import vaiwg.demo.synthetic.SyntheticForce;

/** A broker with the log on it, sent by the project's own producer: in this JVM, or as a program in one of its own. */
public record LogServer(EmbeddedKafka kafka, EventLog log) implements AutoCloseable {
    /**
     * Starts a broker, and returns when the whole history is on it.
     *
     * @param days of the history, at least 1
     * @throws vaiwg.cli.terminal.CommandFailure in one sentence, where the broker does not start or rejects the log; nothing is left running then
     */
    public static LogServer start(Path folder, LocalDate firstDay, int days, long seed) {
        EmbeddedKafka kafka = EmbeddedKafka.start(folder);
        LogServer server = new LogServer(
                kafka,
                new EventLog(kafka.bootstrapServers(), ProcessHandle.current().pid(), firstDay, days));
        try {
            kafka.createTopics(EventLog.PREFIX, EventLog.PARTITIONS);
            server.send(SyntheticForce.westMidlands(seed, firstDay, firstDay.plusDays(days)));
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
        return server;
    }

    private void send(Feed feed) {
        try (FeedProducer producer = new FeedProducer(log.connection())) {
            producer.play(feed, records -> {});
        }
    }

    /**
     * Prints where the broker answers once the log is there, and ends with its standard input.
     *
     * @param arguments the broker's folder, the first day, the number of days, the seed
     */
    public static void main(String[] arguments) {
        ChildJvm.run(() -> serve(arguments));
    }

    private static void serve(String... arguments) throws IOException {
        try (LogServer server = start(
                Path.of(arguments[0]),
                LocalDate.parse(arguments[1]),
                Integer.parseInt(arguments[2]),
                Long.parseLong(arguments[3]))) {
            System.out.println(server.log.bootstrapServers());
            while (System.in.read() >= 0) {
                // Whoever started it says nothing until the end.
            }
        }
    }

    @Override
    public void close() {
        kafka.close();
    }
}
