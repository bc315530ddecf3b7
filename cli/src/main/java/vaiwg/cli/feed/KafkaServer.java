package vaiwg.cli.feed;

import vaiwg.cli.CommandFailure;
import vaiwg.jobs.kafka.Brokers;
import vaiwg.jobs.options.KafkaConnection;

/** Asked before a client is made: that would try until its patience ends. */
public final class KafkaServer {
    private KafkaServer() {}

    /** @throws CommandFailure where no broker answers to the connection's login */
    public static void requireAnswer(KafkaConnection kafka) {
        try {
            Brokers.requireAnswer(kafka);
        } catch (IllegalStateException e) {
            throw CommandFailure.unreachable(e.getMessage(), e);
        }
    }
}
