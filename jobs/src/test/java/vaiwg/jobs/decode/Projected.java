package vaiwg.jobs.decode;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import vaiwg.jobs.Events;
import vaiwg.jobs.decode.Rejection.Reason;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.jobs.records.OwnerNote;
import vaiwg.kpis.cases.ConductVersion;
import vaiwg.kpis.cases.ContactVersion;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.ItemVersion;
import vaiwg.kpis.cases.OutcomeVersion;
import vaiwg.kpis.cases.RecordVersion;
import vaiwg.kpis.cases.StepVersion;
import vaiwg.kpis.cases.SubmissionVersion;
import vaiwg.kpis.cases.Version;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.schemas.Conduct;
import vaiwg.schemas.CpsReferral;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.DeviceExamination;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Note;
import vaiwg.schemas.Outcome;
import vaiwg.schemas.ProtectiveOrder;
import vaiwg.schemas.Safeguarding;
import vaiwg.schemas.Stalking;
import vaiwg.schemas.VictimContact;

/** What the job makes of an event that is encoded, on its topic with its key. */
public final class Projected {
    private final EventReader reader;

    public Projected() {
        this(CodeMaps.shipped());
    }

    /** @param maps of the run */
    Projected(CodeMaps maps) {
        reader = new EventReader(EventOptions.of(Forces.any()), maps);
    }

    /** @throws Rejection where the job rejects it */
    public CrimeVersion crime(CrimeRecording event) throws Rejection {
        return version(event, CrimeVersion.class);
    }

    /** @throws Rejection where the job rejects it */
    public OutcomeVersion outcome(Outcome event) throws Rejection {
        return version(event, OutcomeVersion.class);
    }

    StepVersion step(Stalking event) throws Rejection {
        return version(event, StepVersion.class);
    }

    ContactVersion contact(VictimContact event) throws Rejection {
        return version(event, ContactVersion.class);
    }

    SubmissionVersion submission(CpsReferral event) throws Rejection {
        return version(event, SubmissionVersion.class);
    }

    ItemVersion item(DeviceExamination event) throws Rejection {
        return version(event, ItemVersion.class);
    }

    RecordVersion order(ProtectiveOrder event) throws Rejection {
        return version(event, RecordVersion.class);
    }

    RecordVersion safeguarding(Safeguarding event) throws Rejection {
        return version(event, RecordVersion.class);
    }

    ConductVersion conduct(Conduct event) throws Rejection {
        return version(event, ConductVersion.class);
    }

    OwnerNote note(Note event) throws Rejection {
        return record(event).note;
    }

    /** Bits of {@link DataQualityWarning}. */
    int warnings(SpecificRecord event) throws Rejection {
        return record(event).warnings;
    }

    private <V extends Version> V version(SpecificRecord event, Class<V> kind) throws Rejection {
        return kind.cast(record(event).version);
    }

    /** @throws Rejection where the job rejects it */
    public DecodedRecord record(SpecificRecord event) throws Rejection {
        EventStream stream = streamOf(event);
        String id =
                (String) event.get(event.getSchema().getField(stream.subject()).pos());
        Instant changedAt =
                (Instant) event.get(event.getSchema().getField("changedAt").pos());
        DecodedRecord record = reader.read(
                stream, changedAt.toEpochMilli(), id.getBytes(StandardCharsets.UTF_8), Events.encoded(event));
        if (record.rejected != null) {
            throw new Rejection(Reason.ofSlug(record.rejected), record.detail);
        }
        return record;
    }

    private static EventStream streamOf(SpecificRecord event) {
        for (EventStream stream : EventStream.values()) {
            if (stream.schema() == event.getSchema()) {
                return stream;
            }
        }
        throw new IllegalArgumentException("not an event: " + event.getSchema().getFullName());
    }
}
