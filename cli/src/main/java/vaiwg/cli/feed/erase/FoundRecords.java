package vaiwg.cli.feed.erase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The places of the records of a data subject. */
public record FoundRecords(List<Place> places) {
    /** Of one record. */
    public record Place(String topic, int partition, long offset) {}

    /** The log is read twice: only at the end is it known whose the first ones are. */
    public static FoundRecords in(SourceLog log, SubjectRecords subject) {
        List<Place> places = new ArrayList<>();
        log.read("looking", subject::learn);
        log.read("finding", record -> {
            if (subject.test(record)) {
                places.add(new Place(record.topic(), record.partition(), record.offset()));
            }
        });
        return new FoundRecords(places);
    }

    public long records() {
        return places.size();
    }

    public Map<String, Long> byTopic() {
        return places.stream().collect(Collectors.groupingBy(Place::topic, TreeMap::new, Collectors.counting()));
    }
}
