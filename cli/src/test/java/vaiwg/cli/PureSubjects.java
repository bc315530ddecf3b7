package vaiwg.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import vaiwg.jobs.decode.Projection;
import vaiwg.jobs.decode.Refusal;
import vaiwg.jobs.decode.StepProjection;
import vaiwg.jobs.decode.SubjectProjection;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.ManagementVersion;
import vaiwg.kpis.cases.PersonNotice;
import vaiwg.kpis.cases.PersonState;
import vaiwg.kpis.cases.StepVersion;
import vaiwg.kpis.cases.Subject;
import vaiwg.kpis.cases.Version;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.signatures.PersonNotices;
import vaiwg.kpis.signatures.PersonPostings;
import vaiwg.kpis.signatures.Posting;
import vaiwg.kpis.signatures.SubjectPostings;
import vaiwg.kpis.signatures.SubjectType;
import vaiwg.schemas.Conduct;
import vaiwg.schemas.CpsReferral;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.DeviceExamination;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Outcome;
import vaiwg.schemas.ProtectiveOrder;
import vaiwg.schemas.Safeguarding;
import vaiwg.schemas.Stalking;
import vaiwg.schemas.VictimContact;

/** All subjects of one force without Flink or Kafka: takes events as they are admitted, gives the postings that they cause. */
public final class PureSubjects {
    private final Projection projection = new Projection();
    private final StepProjection steps = new StepProjection();
    private final SubjectProjection others = new SubjectProjection();
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
        return switch (stream) {
            case CRIME_RECORDING -> add(key, crime((CrimeRecording) event, timestamp), admittedAt);
            case OUTCOME -> add(key, projection.outcome((Outcome) event), admittedAt);
            case VICTIM_CONTACT -> add(key, steps.contact((VictimContact) event), admittedAt);
            case CPS_REFERRAL -> add(key, steps.submission((CpsReferral) event), admittedAt);
            case DEVICE_EXAMINATION -> add(key, steps.item((DeviceExamination) event), admittedAt);
            case STALKING -> ofPerpetrator(key, (Stalking) event, admittedAt);
            case PROTECTIVE_ORDER -> add(key, others.order((ProtectiveOrder) event), admittedAt);
            case SAFEGUARDING -> add(key, others.safeguarding((Safeguarding) event), admittedAt);
            case CONDUCT -> add(key, others.conduct((Conduct) event), admittedAt);
            case NOTE -> List.of();
        };
    }

    private CrimeVersion crime(CrimeRecording event, long timestamp) throws Refusal {
        CrimeVersion crime = projection.crime(event);
        crime.receivedAt = Projection.received(event.getSource(), timestamp);
        return crime;
    }

    /** A step that names a crime is told to its case too. */
    private List<Posting> ofPerpetrator(String id, Stalking event, long admittedAt) throws Refusal {
        StepVersion step = projection.step(event);
        List<Posting> all = new ArrayList<>(add(id, step, admittedAt));
        ManagementVersion management = steps.management(event, step);
        if (management != null) {
            all.addAll(add(event.getCrimeReference(), management, admittedAt));
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
