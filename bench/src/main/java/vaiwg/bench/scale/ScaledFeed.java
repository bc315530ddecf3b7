package vaiwg.bench.scale;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import vaiwg.cli.feed.Feed;
import vaiwg.cli.feed.FeedRecord;

/**
 * Some days of several forces on one set of topics.
 *
 * @param days from the first of the templates
 */
record ScaledFeed(CaseTemplates templates, List<ScaledForce> forces, int days) implements Feed {
    @Override
    public String describe() {
        return forces.size() + " synthetic forces";
    }

    @Override
    public long expectedRecords() {
        return (long) forces.size() * days * forces.get(0).events(0).size();
    }

    @Override
    public Instant end() {
        return Instant.ofEpochMilli(templates.endOf(days - 1));
    }

    @Override
    public void play(Consumer<FeedRecord> sink) {
        for (int day = 0; day < days; day++) {
            List<FeedRecord> events = new ArrayList<>();
            for (ScaledForce force : forces) {
                events.addAll(force.events(day));
            }
            events.sort(Comparator.comparingLong(FeedRecord::timestamp));
            events.forEach(sink);
            ScaledForce.progress(templates, day).forEach(sink);
        }
    }
}
