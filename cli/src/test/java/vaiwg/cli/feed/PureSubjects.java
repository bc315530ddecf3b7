package vaiwg.cli.feed;

import java.util.ArrayList;
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
import vaiwg.kpis.cases.PersonState;
import vaiwg.kpis.cases.PersonUpdate;
import vaiwg.kpis.cases.Subject;
import vaiwg.kpis.cases.Version;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.schemas.EventStream;

/** All subjects of one force without Flink or Kafka: takes events as they are admitted, gives the delta entries that they cause. */
public final class PureSubjects {
    private final DecodedEvents decoded;
    private final Map<String, Subject> subjects = new HashMap<>();
    private final Map<String, PersonState> persons = new HashMap<>();
    private final SubjectDeltas entries;
    private final PersonUpdates notices;
    private final PersonDeltas ofPersons;
    private long deltas;

    public PureSubjects(Catalogue catalogue) {
        decoded = new DecodedEvents(catalogue.maps());
        entries = new SubjectDeltas(catalogue);
        notices = new PersonUpdates(catalogue);
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
        List<DeltaEntry> all = new ArrayList<>(add(record.subject, record.version, knownAt));
        if (record.ofCase != null) {
            all.addAll(add(record.ofCase.subject, record.ofCase.version, knownAt));
        }
        return all;
    }

    private List<DeltaEntry> add(String id, Version version, long knownAt) {
        version.knownAt = knownAt;
        SubjectType type = SubjectType.of(version.versionKind());
        String key = type + "/" + id;
        Subject before = subjects.get(key);
        Subject known = before == null ? type.unknown() : before;
        Subject after = known.with(version);
        subjects.put(key, after);
        if (after == known) {
            return List.of();
        }
        List<DeltaEntry> all = new ArrayList<>(sent(entries.of(before, after, knownAt)));
        notices.of(id, before, after).forEach(notice -> all.addAll(tell(notice)));
        return all;
    }

    private List<DeltaEntry> tell(PersonUpdate notice) {
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
}
