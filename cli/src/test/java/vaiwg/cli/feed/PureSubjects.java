package vaiwg.cli.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import vaiwg.engine.signatures.PersonNotices;
import vaiwg.engine.signatures.PersonPostings;
import vaiwg.engine.signatures.Posting;
import vaiwg.engine.signatures.SubjectPostings;
import vaiwg.engine.signatures.SubjectType;
import vaiwg.jobs.decode.Refusal;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.kpis.cases.PersonNotice;
import vaiwg.kpis.cases.PersonState;
import vaiwg.kpis.cases.Subject;
import vaiwg.kpis.cases.Version;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.schemas.EventStream;

/** All subjects of one force without Flink or Kafka: takes events as they are admitted, gives the postings that they cause. */
public final class PureSubjects {
    private final DecodedEvents decoded = new DecodedEvents();
    private final Map<String, Subject> subjects = new HashMap<>();
    private final Map<String, PersonState> persons = new HashMap<>();
    private final SubjectPostings postings;
    private final PersonNotices notices;
    private final PersonPostings ofPersons;
    private long deltas;

    public PureSubjects(Catalogue catalogue) {
        postings = new SubjectPostings(catalogue);
        notices = new PersonNotices(catalogue);
        ofPersons = new PersonPostings(catalogue);
    }

    /**
     * @param timestamp the Kafka record's own, epoch milliseconds
     * @throws Refusal where the job would refuse the event
     */
    public List<Posting> take(EventStream stream, String key, SpecificRecord event, long timestamp, long admittedAt)
            throws Refusal {
        DecodedRecord record = decoded.of(stream, key, event, timestamp);
        if (record.note != null) {
            return List.of();
        }
        List<Posting> all = new ArrayList<>(add(key, record.version, admittedAt));
        if (record.ofCase != null) {
            all.addAll(add(record.ofCase.subject, record.ofCase.version, admittedAt));
        }
        return all;
    }

    private List<Posting> add(String id, Version version, long admittedAt) {
        version.admittedAt = admittedAt;
        SubjectType type = SubjectType.of(version.versionKind());
        String key = type + "/" + id;
        Subject before = subjects.get(key);
        Subject known = before == null ? type.unknown() : before;
        Subject after = known.with(version);
        subjects.put(key, after);
        if (after == known) {
            return List.of();
        }
        List<Posting> all = new ArrayList<>(sent(postings.of(before, after, admittedAt)));
        notices.of(id, before, after).forEach(notice -> all.addAll(tell(notice)));
        return all;
    }

    private List<Posting> tell(PersonNotice notice) {
        String key = (notice.place ? "place/" : "person/") + notice.person;
        PersonState before = persons.getOrDefault(key, new PersonState());
        PersonState after = before.with(notice);
        persons.put(key, after);
        return sent(ofPersons.of(before, after, notice));
    }

    private List<Posting> sent(List<Posting> caused) {
        deltas += caused.isEmpty() ? 0 : 1;
        return caused;
    }

    /** How many deltas went to the panes. */
    public long deltas() {
        return deltas;
    }
}
