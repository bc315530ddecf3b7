package vaiwg.cli.feed.redrive;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vaiwg.jobs.knowledge.DeadLetter;

/** Where a record stands in Kafka: what names a dead letter, however often the job has written it. */
record RecordPlace(String topic, int partition, long offset) {
    /** Numbers of so many digits are never too large. */
    private static final Pattern FORM = Pattern.compile("([^/]+)/([0-9]{1,9})/([0-9]{1,18})");

    static RecordPlace of(DeadLetter letter) {
        return new RecordPlace(letter.topic, letter.partition, letter.offset);
    }

    /** As in {@code vaiwg.outcome/1/42}; nothing where the text is no place. */
    static Optional<RecordPlace> parse(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(new RecordPlace(
                        parts.group(1), Integer.parseInt(parts.group(2)), Long.parseLong(parts.group(3))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return topic + '/' + partition + '/' + offset;
    }
}
