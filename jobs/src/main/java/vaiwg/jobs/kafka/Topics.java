package vaiwg.jobs.kafka;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vaiwg.schemas.EventStream;

public final class Topics {
    private static final String DEAD_LETTER = "dead-letter";
    private static final String AUDIT = "audit";

    private Topics() {}

    /** The topics that the job reads. */
    public static List<String> streams(String prefix) {
        return Stream.of(EventStream.values())
                .map(stream -> stream.topic(prefix))
                .toList();
    }

    public static String deadLetter(String prefix) {
        return prefix + DEAD_LETTER;
    }

    /** Who was shown which cases, and for what. The job neither reads nor writes it. */
    public static String audit(String prefix) {
        return prefix + AUDIT;
    }

    /** The sentence for topics that are not there. */
    public static String missing(List<String> names) {
        return "There is no topic " + String.join(", ", names)
                + ": ./vaiwg topics creates what is missing; or correct the topic prefix.";
    }

    /** All topics of a prefix, in the order of the streams, with what each is for. */
    public static Map<String, TopicKind> all(String prefix) {
        Map<String, TopicKind> all = new LinkedHashMap<>();
        streams(prefix).forEach(topic -> all.put(topic, TopicKind.EVENTS));
        all.put(deadLetter(prefix), TopicKind.DEAD_LETTERS);
        return all;
    }
}
