package vaiwg.cli.doctor;

import java.util.function.Supplier;
import vaiwg.jobs.kafka.Brokers;
import vaiwg.jobs.options.KafkaConnection;

/** Whether a broker answers to the login. */
public final class KafkaCheck implements Check {
    static final String NAME = "kafka";

    private final Supplier<KafkaConnection> kafka;

    public KafkaCheck(Supplier<KafkaConnection> kafka) {
        this.kafka = kafka;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void look(Findings found) {
        Brokers.requireAnswer(kafka.get());
        found.ok("Kafka at " + kafka.get().bootstrapServers() + " answers.");
    }
}
