package vaiwg.cli.feed;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import vaiwg.engine.contributions.DeltaEntry;
import vaiwg.engine.contributions.PersonDeltas;
import vaiwg.engine.contributions.PersonUpdates;
import vaiwg.engine.contributions.SubjectDeltas;
import vaiwg.engine.contributions.SubjectType;
import vaiwg.jobs.decode.Rejection;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.jobs.subjects.SubjectEvents;
import vaiwg.kpis.cases.PersonState;
import vaiwg.kpis.cases.PersonUpdate;
import vaiwg.kpis.cases.Subject;
import vaiwg.kpis.cases.Versions;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.schemas.EventStream;

/** All subjects of one force without Flink or Kafka: takes events as they are admitted, gives the delta entries that they cause. */
public final class PureSubjects {
    private final DecodedEvents decoded;
    private final Map<String, Subject> subjects = new HashMap<>();
    private final Map<String, PersonState> persons = new HashMap<>();
    private final Map<SubjectType, SubjectEvents> events = new EnumMap<>(SubjectType.class);
    private final PersonDeltas ofPersons;
    private long deltas;
    private long updates;

    public PureSubjects(Catalogue catalogue) {
        decoded = new DecodedEvents(catalogue.maps());
        for (SubjectType type : SubjectType.values()) {
            events.put(type, new SubjectEvents(type, new SubjectDeltas(catalogue), new PersonUpdates(catalogue)));
        }
        ofPersons = new PersonDeltas(catalogue);
    }

    /**
     * @param timestamp the Kafka record's own, epoch milliseconds
     * @throws Rejection where the job would reject the event
     */
    public List<DeltaEntry> take(EventStream stream, String key, SpecificRecord event, long timestamp, long knownAt)
            throws Rejection {
        return take(decoded.of(stream, key, event, timestamp), knownAt);
    }

    /** The same of an event that is decoded. */
    public List<DeltaEntry> take(DecodedRecord record, long knownAt) {
        if (record.note != null) {
            return List.of();
        }
        Caused caused = new Caused();
        add(record, knownAt, caused);
        if (record.ofCase != null) {
            add(record.ofCase, knownAt, caused);
        }
        return caused.all;
    }

    private void add(DecodedRecord event, long knownAt, Caused caused) {
        event.version.knownAt = knownAt;
        SubjectType type = SubjectType.of(event.version.versionKind());
        String key = type + "/" + event.subject;
        Subject after = events.get(type).take(subjects.get(key), event, caused);
        if (after != null) {
            subjects.put(key, after);
        }
    }

    /** All that an event causes. */
    private final class Caused implements SubjectEvents.Outputs {
        final List<DeltaEntry> all = new ArrayList<>();

        @Override
        public void arrived(DecodedRecord event, Subject known, Versions.VersionStatus status) {
            // What is not kept causes nothing.
        }

        @Override
        public void caused(DecodedRecord event, List<DeltaEntry> caused) {
            all.addAll(sent(caused));
        }

        @Override
        public void tells(DecodedRecord event, PersonUpdate update) {
            all.addAll(tell(update));
        }
    }

    private List<DeltaEntry> tell(PersonUpdate notice) {
        updates++;
        String key = (notice.place ? "place/" : "person/") + notice.person;
        PersonState before = persons.getOrDefault(key, new PersonState());
        PersonState after = before.with(notice);
        persons.put(key, after);
        return sent(ofPersons.of(before, after, notice));
    }

    private List<DeltaEntry> sent(List<DeltaEntry> caused) {
        deltas += caused.isEmpty() ? 0 : 1;
        return caused;
    }

    /** How many deltas went to the panes. */
    public long deltas() {
        return deltas;
    }

    /** How many updates went to persons and places. */
    public long updates() {
        return updates;
    }
}
