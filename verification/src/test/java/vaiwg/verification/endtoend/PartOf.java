package vaiwg.verification.endtoend;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import vaiwg.cli.feed.Feed;
import vaiwg.cli.feed.FeedRecord;

/** One subject in so many of a history, with all its records, and every progress record: the same history, smaller. */
record PartOf(Feed feed, int subjects) implements Feed {
    @Override
    public String describe() {
        return "one in " + subjects + " subjects of " + feed.describe();
    }

    @Override
    public long expectedRecords() {
        return feed.expectedRecords() / subjects;
    }

    @Override
    public Instant end() {
        return feed.end();
    }

    @Override
    public void play(Consumer<FeedRecord> sink) {
        feed.play(next -> {
            if (next.key() == null || Math.floorMod(next.key().hashCode(), subjects) == 0) {
                sink.accept(next);
            }
        });
    }

    List<FeedRecord> records() {
        List<FeedRecord> records = new ArrayList<>();
        play(records::add);
        return records;
    }
}
