package vaiwg.bench.scale;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Progress;

/** A force of any size that goes on as the templates begin: every four weeks their cases come again, with other names. */
final class ScaledForce {
    private static final Duration PROGRESS_BEHIND = Duration.ofMinutes(10);
    private static final String PRODUCER = "scaled";

    private final CaseTemplates templates;
    private final Copier copier;
    private final int copies;
    private final int oneIn;

    /**
     * A force.
     *
     * @param copies how many times the size of the West Midlands
     * @param oneIn of the records' cases only about one in so many is there, from 1
     */
    ScaledForce(CaseTemplates templates, String force, int copies, int oneIn) {
        this.templates = templates;
        this.copier = new Copier(force);
        this.copies = copies;
        this.oneIn = oneIn;
    }

    /** What arrives on a day, in order, from 0; without what says that the day is complete. */
    List<FeedRecord> events(int day) {
        List<FeedRecord> events = new ArrayList<>();
        for (int age = 0; age < Math.min(day + 1, templates.horizon()); age++) {
            int cycle = (day - age) / CaseTemplates.CYCLE;
            Duration later = Duration.ofDays((long) cycle * CaseTemplates.CYCLE);
            for (FeedRecord record : templates.records(day - age, age)) {
                if (Math.floorMod(record.key().hashCode(), oneIn) == 0) {
                    for (int copy = 0; copy < copies; copy++) {
                        events.add(copy(record, cycle * copies + copy, "." + copy, later));
                    }
                }
            }
        }
        events.sort(Comparator.comparingLong(FeedRecord::timestamp));
        return events;
    }

    private FeedRecord copy(FeedRecord record, int number, String place, Duration later) {
        SpecificRecord value = copier.copy(record.value(), number, place, later);
        return new FeedRecord(
                record.stream(), Copier.name(record.key(), number), record.timestamp() + later.toMillis(), value);
    }

    /** What says, ten minutes later, that a day is complete. */
    static List<FeedRecord> progress(CaseTemplates templates, int day) {
        Instant end = Instant.ofEpochMilli(templates.endOf(day));
        List<FeedRecord> progress = new ArrayList<>();
        for (EventStream stream : EventStream.values()) {
            progress.add(new FeedRecord(
                    stream, null, end.plus(PROGRESS_BEHIND).toEpochMilli(), new Progress(end, PRODUCER)));
        }
        return progress;
    }
}
