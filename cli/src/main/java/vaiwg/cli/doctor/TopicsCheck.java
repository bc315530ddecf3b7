package vaiwg.cli.doctor;

import java.util.Set;
import java.util.function.Supplier;
import vaiwg.jobs.kafka.TopicReport;
import vaiwg.jobs.kafka.TopicSetting;
import vaiwg.jobs.options.KafkaConnection;

/** The topics and their settings, as {@code vaiwg topics --check} sees them. */
public final class TopicsCheck implements Check {
    static final String NAME = "topics";

    private final Supplier<KafkaConnection> kafka;

    public TopicsCheck(Supplier<KafkaConnection> kafka) {
        this.kafka = kafka;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> needs() {
        return Set.of(KafkaCheck.NAME);
    }

    @Override
    public void look(Findings found) throws InterruptedException {
        TopicReport report = TopicReport.of(kafka.get());
        report.findings().stream().map(TopicSetting.Finding::sentence).forEach(found::todo);
        report.withoutBeginning().forEach(found::todo);
        if (found.areWell()) {
            found.ok("All " + report.topics().size() + " topics of "
                    + kafka.get().topicPrefix() + " are as they must be, those of events with " + report.partitions()
                    + " partitions.");
        }
    }
}
