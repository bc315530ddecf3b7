package vaiwg.cli.feed.erase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The places of the records of a data subject, and how many each topic has. */
public final class FoundRecords {
    record Place(String topic, int partition, long offset) {}

    private final Map<String, Long> byTopic = new TreeMap<>();
    private final List<Place> places = new ArrayList<>();

    public void add(ConsumerRecord<byte[], byte[]> record) {
        byTopic.merge(record.topic(), 1L, Long::sum);
        places.add(new Place(record.topic(), record.partition(), record.offset()));
    }

    public long records() {
        return places.size();
    }

    /** How many each topic has that has any. */
    public Map<String, Long> byTopic() {
        return byTopic;
    }

    List<Place> places() {
        return places;
    }
}
