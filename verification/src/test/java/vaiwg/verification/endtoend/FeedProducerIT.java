package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.message.MissingSchemaException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.feed.FeedProducer;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.demo.embedded.EmbeddedKafka;
import vaiwg.jobs.kafka.Topics;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Outcome;
import vaiwg.schemas.Progress;
import vaiwg.schemas.TrustedClasses;

@Timeout(60)
class FeedProducerIT {
    private static final String PREFIX = "vaiwg.";
    private static final int PARTITIONS = 3;
    private static final int COPIES_OF_PROGRESS = PARTITIONS * EventStream.values().length;

    static {
        TrustedClasses.register();
    }

    @TempDir
    Path folder;

    @Test
    void every_record_arrives_as_it_was_and_progress_is_the_last_of_every_partition() throws Exception {
        SmallFeed feed = new SmallFeed(5_000);
        List<Long> reported = new ArrayList<>();
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder)) {
            kafka.createTopics(PREFIX, PARTITIONS);
            long written;
            try (FeedProducer producer = new FeedProducer(kafka.connection(PREFIX))) {
                written = producer.play(feed, reported::add);
            }
            List<ConsumerRecord<byte[], byte[]>> found =
                    TopicReader.read(kafka.bootstrapServers(), PREFIX, 5_000 + COPIES_OF_PROGRESS);

            List<Outcome> outcomes = new ArrayList<>();
            Set<TopicPartition> complete = new HashSet<>();
            for (ConsumerRecord<byte[], byte[]> next : found) {
                TopicPartition partition = new TopicPartition(next.topic(), next.partition());
                assertThat(complete).as("nothing follows progress").doesNotContain(partition);
                if (isProgress(next.value())) {
                    assertThat(Progress.getDecoder().decode(next.value()).getCompleteThrough())
                            .isEqualTo(feed.end());
                    assertThat(next.timestamp()).isEqualTo(feed.end().toEpochMilli());
                    complete.add(partition);
                } else {
                    Outcome outcome = Outcome.getDecoder().decode(next.value());
                    assertThat(new String(next.key(), StandardCharsets.UTF_8)).isEqualTo(outcome.getCrimeReference());
                    assertThat(next.timestamp())
                            .isEqualTo(outcome.getChangedAt().toEpochMilli());
                    outcomes.add(outcome);
                }
            }
            assertThat(outcomes).hasSize(5_000).contains((Outcome)
                    SmallFeed.outcome(4_711).value());
            assertThat(complete).hasSize(COPIES_OF_PROGRESS);
            assertThat(written).isEqualTo(feed.expectedRecords());
            assertThat(reported).isSorted().startsWith(1_000L).endsWith(feed.expectedRecords());
        }
    }

    @Test
    void a_feed_that_was_sent_in_part_is_sent_to_its_end_and_no_record_twice() {
        SmallFeed feed = new SmallFeed(3_000);
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder)) {
            kafka.createTopics(PREFIX, PARTITIONS);
            for (int sentBefore : new int[] {0, 700, 701, 3_000}) {
                try (FeedProducer producer = new FeedProducer(kafka.connection(PREFIX))) {
                    assertThatThrownBy(() -> producer.resume(feed, records -> {
                                if (records > sentBefore) {
                                    throw new IllegalStateException("killed");
                                }
                            }))
                            .hasMessage("killed");
                }
            }
            try (FeedProducer producer = new FeedProducer(kafka.connection(PREFIX))) {
                assertThat(producer.resume(feed, records -> {})).isEqualTo(feed.expectedRecords());
                assertThat(producer.resume(feed, records -> {})).isEqualTo(feed.expectedRecords());
            }
            List<ConsumerRecord<byte[], byte[]>> found = TopicReader.readAll(kafka.bootstrapServers(), PREFIX);
            assertThat(found)
                    .hasSize(3_000 + COPIES_OF_PROGRESS)
                    .filteredOn(next -> next.key() != null)
                    .extracting(next -> ByteBuffer.wrap(next.value()))
                    .hasSize(3_000)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void a_broker_that_goes_away_in_the_middle_is_told_in_one_sentence() {
        EmbeddedKafka kafka = EmbeddedKafka.start(folder);
        kafka.createTopics(PREFIX, PARTITIONS);
        try (FeedProducer producer = new FeedProducer(kafka.connection(PREFIX), Duration.ofSeconds(5))) {
            assertThatThrownBy(() -> producer.play(new SmallFeed(5_000), records -> {
                        if (records == 1_000) {
                            kafka.close();
                        }
                    }))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessage("The Kafka broker at " + kafka.bootstrapServers() + " did not take a record within 5"
                            + " seconds; check that it runs, has the topics, and that its disk has room.");
        } finally {
            kafka.close();
        }
    }

    @Test
    void a_broker_that_was_never_there_is_told_in_one_sentence() {
        assertThatThrownBy(() -> new FeedProducer(new KafkaConnection("127.0.0.1:1", PREFIX)))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("Kafka at 127.0.0.1:1 does not answer: start it, or correct the address.");
    }

    @Test
    void topics_that_are_missing_are_named() {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder)) {
            kafka.createTopics(PREFIX, PARTITIONS);
            assertThatThrownBy(() -> new FeedProducer(kafka.connection("other.")))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessage("There is no topic "
                            + String.join(", ", Topics.streams("other."))
                            + ": ./vaiwg topics creates what is missing; or correct the topic prefix.");
        }
    }

    private static boolean isProgress(byte[] value) throws IOException {
        try {
            Progress.getDecoder().decode(value);
            return true;
        } catch (MissingSchemaException e) {
            return false;
        }
    }
}
