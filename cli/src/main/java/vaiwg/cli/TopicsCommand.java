package vaiwg.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vaiwg.cli.options.KafkaOptions;
import vaiwg.cli.options.OptionValues;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.cli.terminal.TextTable;
import vaiwg.jobs.kafka.TopicMaker;
import vaiwg.jobs.kafka.TopicReport;
import vaiwg.jobs.options.KafkaConnection;

/** Creates and checks the topics. */
@Command(name = "topics", mixinStandardHelpOptions = true)
final class TopicsCommand extends PrintingVerb {
    @Mixin
    private KafkaOptions kafka;

    @Option(names = "--check")
    private boolean check;

    @Option(names = "--partitions", paramLabel = "N", converter = OptionValues.Positive.class)
    private Optional<Integer> partitions = Optional.empty();

    @Option(names = "--replication-factor", paramLabel = "N", converter = OptionValues.Positive.class)
    private Optional<Integer> replicas = Optional.empty();

    @Option(
            names = "--dead-letter-retention",
            paramLabel = "DAYS",
            defaultValue = "90",
            converter = OptionValues.Positive.class)
    private int retentionDays;

    @Override
    public Integer call() throws InterruptedException {
        KafkaConnection connection = kafka.connection();
        Duration retention = Duration.ofDays(retentionDays);
        try {
            TopicReport before = TopicReport.of(connection, retention);
            TopicMaker topics = new TopicMaker(connection, replicas.map(Integer::shortValue), retention);
            return print(before, check ? before : made(topics));
        } catch (IllegalArgumentException e) {
            throw CommandFailure.wrongUsage(e.getMessage());
        } catch (IllegalStateException e) {
            throw CommandFailure.unreachable(e.getMessage(), e);
        }
    }

    private TopicReport made(TopicMaker topics) throws InterruptedException {
        return partitions.isPresent() ? topics.make(partitions.get()) : topics.makeMissing();
    }

    private int print(TopicReport before, TopicReport after) {
        Set<String> missing = before.topics().stream()
                .filter(TopicReport.State::isMissing)
                .map(TopicReport.State::name)
                .collect(Collectors.toSet());
        TextTable table = new TextTable(List.of("topic", "partitions", "state"));
        for (TopicReport.State topic : after.topics()) {
            table.row(List.of(
                    topic.name(), Integer.toString(topic.partitions()), state(topic, missing.contains(topic.name()))));
        }
        PrintWriter out = out();
        out.print(table);
        after.findings().forEach(finding -> out.println(finding.sentence()));
        after.withoutBeginning().forEach(out::println);
        out.flush();
        return after.findings().isEmpty() && after.withoutBeginning().isEmpty() ? 0 : Vaiwg.FINDING;
    }

    private static String state(TopicReport.State topic, boolean wasMissing) {
        if (topic.isMissing()) {
            return "missing";
        }
        if (!topic.findings().isEmpty()) {
            return "wrong settings";
        }
        return wasMissing ? "created" : "as it must be";
    }
}
