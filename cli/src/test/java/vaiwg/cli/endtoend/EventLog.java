package vaiwg.cli.endtoend;

import java.time.Instant;
import java.util.List;
import vaiwg.cli.feed.Feed;
import vaiwg.cli.feed.FeedProducer;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.jobs.Topics;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Progress;

/** The topics of one history. A run reads them from their beginning, as often as one likes. */
final class EventLog {
    private final String bootstrapServers;
    private final String prefix;

    EventLog(String bootstrapServers, String prefix) {
        this.bootstrapServers = bootstrapServers;
        this.prefix = prefix;
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    /** Of the topics' names, with its dot. */
    String prefix() {
        return prefix;
    }

    String topic(EventStream stream) {
        return stream.topic(prefix);
    }

    String deadLetterTopic() {
        return Topics.deadLetter(prefix);
    }

    void play(Feed feed) {
        try (FeedProducer producer = new FeedProducer(bootstrapServers, prefix)) {
            producer.play(feed, records -> {});
        }
    }

    void send(List<FeedRecord> records) {
        try (FeedProducer producer = new FeedProducer(bootstrapServers, prefix)) {
            records.forEach(producer::send);
            producer.flush();
        }
    }

    /** Says in every partition of every stream that it is complete through an instant. */
    void completeThrough(Instant instant) {
        Progress progress = Progress.newBuilder()
                .setCompleteThrough(instant)
                .setProducer("test")
                .build();
        send(List.of(EventStream.values()).stream()
                .map(stream -> new FeedRecord(stream, null, instant.toEpochMilli(), progress))
                .toList());
    }
}
