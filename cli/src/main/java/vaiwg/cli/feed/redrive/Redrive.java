package vaiwg.cli.feed.redrive;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import vaiwg.cli.feed.FeedProducer;
import vaiwg.cli.feed.json.ReadyEvent;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.cli.terminal.PlainText;
import vaiwg.jobs.decode.EventReader;
import vaiwg.jobs.knowledge.DeadLetter;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.schemas.EventStream;

/**
 * Sends dead letters that today's rules take back to where they came from, once: a letter that was sent is marked. Should the process
 * end between the two, the next run sends it again, and the job sees a copy of an event that it knows.
 */
public final class Redrive {
    private static final int BATCH = 500;

    private final DeadLetterTopic letters;
    private final String topicPrefix;
    private final Selection selection;
    private final Replacements replacements;
    private final Clock clock;
    private final EventReader reader;
    private final RedriveCounts counts = new RedriveCounts();
    private final List<RecordPlace> unmarked = new ArrayList<>();
    private Map<String, Integer> partitions = Map.of();
    private int replaced;

    /**
     * @param reader by the rules of the job that rejected them
     * @param clock the time at which letters reach their topics again
     */
    public Redrive(
            KafkaConnection kafka, EventReader reader, Selection selection, Replacements replacements, Clock clock) {
        this.letters = new DeadLetterTopic(kafka);
        this.topicPrefix = kafka.topicPrefix();
        this.reader = reader;
        this.selection = selection;
        this.replacements = replacements;
        this.clock = clock;
    }

    /**
     * Looks at every letter that is selected, and sends those that are taken today.
     *
     * @param producer absent where they are only counted
     * @param shown how many letters that stay are named
     * @return whether no selected letter stays, and each replacement had its letter
     * @throws CommandFailure where the broker does not answer
     */
    public boolean run(Optional<FeedProducer> producer, PrintWriter out, long shown) {
        Set<RecordPlace> redriven = letters.redriven();
        partitions = letters.partitions();
        letters.forEachLetter((letter, rejectedAt) -> {
            if (selection.has(letter, rejectedAt)) {
                look(letter, redriven, producer, out, shown);
            }
        });
        producer.ifPresent(this::mark);
        out.print(counts.table(producer.isPresent() ? "sent" : "would\nbe sent"));
        if (letters.strangers() > 0) {
            out.println(letters.strangers()
                    + " records of the dead-letter topic are no letters, and were left out: see who may write there.");
        }
        int left = replacements.size() - replaced;
        if (left > 0) {
            out.println(
                    left + " replacements stand for no selected letter: correct their topic, partition and offset.");
        }
        out.flush();
        return counts.kept() == 0 && left == 0;
    }

    private void look(
            DeadLetter letter,
            Set<RecordPlace> redriven,
            Optional<FeedProducer> producer,
            PrintWriter out,
            long shown) {
        RecordPlace place = RecordPlace.of(letter);
        Optional<EventStream> stream = EventStream.ofTopic(letter.topic, topicPrefix);
        Optional<ReadyEvent> replacement = replacements.of(place);
        byte[] key = replacement.map(ReadyEvent::key).orElse(letter.key);
        byte[] value = replacement.map(ReadyEvent::value).orElse(letter.value);
        if (stream.isEmpty()) {
            keep(letter, "is of another topic prefix", out, shown);
            return;
        }
        if (letter.partition >= partitions.getOrDefault(letter.topic, 0)) {
            keep(letter, "names a partition that is not there", out, shown);
            return;
        }
        DecodedRecord arrival = read(stream.get(), received(letter, key, value));
        if (!selection.hasForce(arrival.force)) {
            return;
        }
        replaced += replacement.isPresent() ? 1 : 0;
        if (redriven.contains(place)) {
            counts.sentBefore(letter.reason);
        } else if (letter.cut && replacement.isEmpty()) {
            keep(letter, "is not whole here", out, shown);
        } else if (arrival.progress) {
            keep(letter, "is a progress record: what it said is over", out, shown);
        } else if (arrival.rejected != null) {
            keep(letter, "would be rejected: " + arrival.rejected + ": " + arrival.detail, out, shown);
        } else {
            counts.sent(letter.reason);
            producer.ifPresent(to -> send(place, letter, key, value, to));
        }
    }

    private void keep(DeadLetter letter, String why, PrintWriter out, long shown) {
        counts.keep(letter.reason);
        if (counts.kept() <= shown) {
            out.println(PlainText.of(RecordPlace.of(letter).toString()) + ": " + PlainText.of(letter.reason) + ": "
                    + why + ".");
        }
    }

    /** To its own partition, whatever rule its producer follows, unless another key asks for another. */
    private void send(RecordPlace place, DeadLetter letter, byte[] key, byte[] value, FeedProducer producer) {
        Integer partition = Arrays.equals(key, letter.key) ? letter.partition : null;
        producer.send(new ProducerRecord<>(letter.topic, partition, clock.millis(), key, value));
        unmarked.add(place);
        if (unmarked.size() == BATCH) {
            mark(producer);
        }
    }

    /** First the events, then the marks: a letter may be sent twice, never marked without being sent. */
    private void mark(FeedProducer producer) {
        producer.flush();
        unmarked.forEach(place -> producer.send(letters.mark(place)));
        producer.flush();
        unmarked.clear();
    }

    /** @throws CommandFailure where a schema registry is needed and does not answer */
    private DecodedRecord read(EventStream stream, ConsumerRecord<byte[], byte[]> letter) {
        try {
            return reader.read(stream, letter);
        } catch (IllegalStateException e) {
            throw CommandFailure.unreachable(e.getMessage(), e);
        }
    }

    private ConsumerRecord<byte[], byte[]> received(DeadLetter letter, byte[] key, byte[] value) {
        return new ConsumerRecord<>(
                letter.topic,
                letter.partition,
                letter.offset,
                clock.millis(),
                TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                key,
                value,
                new RecordHeaders(),
                Optional.empty());
    }
}
