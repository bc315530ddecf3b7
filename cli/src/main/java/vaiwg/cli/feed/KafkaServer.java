package vaiwg.cli.feed;

import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.kafka.Brokers;
import vaiwg.jobs.kafka.Topics;
import vaiwg.jobs.options.KafkaConnection;

/** Asked before a client is made: that would try until its patience ends. */
public final class KafkaServer {
    private KafkaServer() {}

    public static void requireAnswer(KafkaConnection kafka) {
        require(() -> Brokers.requireAnswer(kafka));
    }

    static void requireStreams(KafkaConnection kafka) {
        require(() -> {
            Brokers.requireAnswer(kafka);
            Brokers.requireTopics(kafka, Topics.streams(kafka.topicPrefix()));
        });
    }

    private static void require(Runnable question) {
        try {
            question.run();
        } catch (IllegalStateException e) {
            throw CommandFailure.unreachable(e.getMessage(), e);
        }
    }
}
