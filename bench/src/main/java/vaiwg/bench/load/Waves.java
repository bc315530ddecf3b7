package vaiwg.bench.load;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.demo.synthetic.SyntheticForce;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.CrimeStatus;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Note;
import vaiwg.schemas.Progress;

/**
 * Events without end, made of those of some days of a synthetic force: once all were handed over they come again, about other cases and
 * other people. Each is changed at the instant at which it is handed over.
 */
final class Waves {
    /** What names a subject, a person or a place: another one in each wave. */
    private static final Set<String> NAMES = Set.of(
            "crimeReference",
            "caseId",
            "orderId",
            "perpetratorId",
            "contactId",
            "submissionId",
            "itemId",
            "personId",
            "locationCell",
            "signalId");

    private static final String EVENT_ID = "eventId";
    private static final String CHANGED_AT = "changedAt";
    private static final String PROBE = "probe-";

    private final List<FeedRecord> events = new ArrayList<>();
    private final CrimeRecording probe;
    private final long probeDay;
    private int next;
    private int wave;
    private long probes;

    /**
     * @param firstDay of the days whose events are taken
     * @param probedAt when the crimes that are watched were recorded: on a day on which no other one was
     */
    Waves(long seed, LocalDate firstDay, int days, Instant probedAt) {
        SyntheticForce.westMidlands(seed, firstDay, firstDay.plusDays(days)).play(event -> {
            // What a note is on exists once: under another name it would be nothing.
            if (!(event.value() instanceof Progress) && !(event.value() instanceof Note)) {
                events.add(event);
            }
        });
        probe = events.stream()
                .map(FeedRecord::value)
                .filter(CrimeRecording.class::isInstance)
                .map(CrimeRecording.class::cast)
                .filter(crime -> crime.getStatus() == CrimeStatus.ACTIVE && crime.getVersion() == 1)
                .filter(crime -> crime.getFlags().contains("DOMESTIC_ABUSE"))
                .findFirst()
                .orElseThrow();
        probeDay = probedAt.toEpochMilli();
    }

    /** The next event. */
    FeedRecord next(long now) {
        FeedRecord event = events.get(next++);
        if (next == events.size()) {
            next = 0;
            wave++;
        }
        String suffix = "w" + wave;
        SpecificRecord again = renamed(event.value(), suffix);
        knowledgeTime(again, now);
        return new FeedRecord(event.stream(), event.key() + suffix, now, again);
    }

    /** A crime that counts on the probes' day. */
    FeedRecord probe(long now) {
        CrimeRecording crime = (CrimeRecording) renamed(probe, PROBE + ++probes);
        crime.setRecordedAt(Instant.ofEpochMilli(probeDay));
        crime.setReportedAt(null);
        crime.setCommittedFrom(null);
        crime.setCommittedTo(null);
        knowledgeTime(crime, now);
        return new FeedRecord(EventStream.CRIME_RECORDING, crime.getCrimeReference(), now, crime);
    }

    private static SpecificRecord renamed(SpecificRecord event, String suffix) {
        SpecificRecord copy = SpecificData.get().deepCopy(event.getSchema(), event);
        rename(copy, suffix);
        return copy;
    }

    private static void rename(Object value, String suffix) {
        if (value instanceof List<?> list) {
            list.forEach(element -> rename(element, suffix));
        } else if (value instanceof IndexedRecord record) {
            for (Schema.Field field : record.getSchema().getFields()) {
                Object old = record.get(field.pos());
                if (old instanceof String name && NAMES.contains(field.name())) {
                    record.put(field.pos(), name + suffix);
                } else {
                    rename(old, suffix);
                }
            }
        }
    }

    /** Makes it an event of its own, of now. */
    private static void knowledgeTime(SpecificRecord event, long now) {
        event.put(event.getSchema().getField(CHANGED_AT).pos(), Instant.ofEpochMilli(now));
        event.put(event.getSchema().getField(EVENT_ID).pos(), UUID.randomUUID().toString());
    }
}
