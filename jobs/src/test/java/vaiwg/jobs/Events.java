package vaiwg.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import vaiwg.schemas.Conduct;
import vaiwg.schemas.ConductKind;
import vaiwg.schemas.ContactKind;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.CrimeStatus;
import vaiwg.schemas.DateResolution;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Note;
import vaiwg.schemas.NoteKind;
import vaiwg.schemas.Outcome;
import vaiwg.schemas.Progress;
import vaiwg.schemas.SchemaField;
import vaiwg.schemas.Source;
import vaiwg.schemas.Stalking;
import vaiwg.schemas.StalkingStep;
import vaiwg.schemas.Survey;
import vaiwg.schemas.TrustedClasses;
import vaiwg.schemas.Victim;
import vaiwg.schemas.VictimContact;
import vaiwg.schemas.VictimKind;

/** Sound events of one force, for tests to make unsound. */
public final class Events {
    public static final String FORCE = "west-midlands";
    public static final Instant CHANGED = Instant.parse("2026-06-10T12:00:00Z");

    private static final Set<String> SAID =
            Set.of("force", "eventId", "version", "changedAt", "source", "dateResolution");

    static {
        TrustedClasses.register();
    }

    private Events() {}

    /** A rape with a person as victim, recorded an hour after the report. */
    public static CrimeRecording.Builder crime(String reference) {
        return CrimeRecording.newBuilder(begun(new CrimeRecording(), reference))
                .setCrimeReference(reference)
                .setStatus(CrimeStatus.ACTIVE)
                .setReportedAt(CHANGED.minusSeconds(7_200))
                .setRecordedAt(CHANGED.minusSeconds(3_600))
                .setOffenceCode("19C")
                .setFlags(List.of())
                .setLpa("coventry")
                .setVictim(Victim.newBuilder().setKind(VictimKind.PERSON).build())
                .setSuspects(List.of());
    }

    /** An outcome 16 of that crime. */
    public static Outcome.Builder outcome(String reference) {
        return Outcome.newBuilder(begun(new Outcome(), reference + "/outcome"))
                .setCrimeReference(reference)
                .setChangedAt(CHANGED.plusSeconds(86_400))
                .setOutcomeType("16")
                .setAssignedAt(CHANGED.plusSeconds(86_000));
    }

    /** An application for a stalking protection order. */
    public static Stalking.Builder step(String perpetrator) {
        return Stalking.newBuilder(begun(new Stalking(), perpetrator))
                .setPerpetratorId(perpetrator)
                .setStep(StalkingStep.ORDER_APPLIED)
                .setAt(CHANGED);
    }

    /** A sound event of each stream, all with one subject's id. */
    public static Map<EventStream, SpecificRecord> ofEachStream(String id) {
        Map<EventStream, SpecificRecord> events = new EnumMap<>(EventStream.class);
        events.put(EventStream.CRIME_RECORDING, crime(id).build());
        events.put(EventStream.OUTCOME, outcome(id).build());
        events.put(EventStream.STALKING, step(id).setCrimeReference(id).build());
        events.put(
                EventStream.VICTIM_CONTACT,
                VictimContact.newBuilder(begun(new VictimContact(), id + "/contact"))
                        .setCrimeReference(id)
                        .setContactId("contact")
                        .setKind(ContactKind.SURVEY)
                        .setAt(CHANGED)
                        .setSurvey(Survey.newBuilder().setAnsweredAt(CHANGED).build())
                        .build());
        events.put(
                EventStream.CONDUCT,
                Conduct.newBuilder(begun(new Conduct(), id + "/conduct"))
                        .setCaseId(id)
                        .setKind(ConductKind.CONDUCT)
                        .setFlagged(true)
                        .setSuspectOfCrime(true)
                        .setProven(false)
                        .setRecordedAt(CHANGED)
                        .setFinalisedAt(CHANGED)
                        .build());
        events.put(EventStream.NOTE, note(id).build());
        for (EventStream stream : EventStream.values()) {
            events.computeIfAbsent(stream, any -> whole(stream, id));
        }
        return events;
    }

    /** A sound event with all that its schema says: each time is that of the change, and a text is the id. */
    private static SpecificRecord whole(EventStream stream, String id) {
        SpecificRecord event =
                begun((SpecificRecord) SpecificData.get().newRecord(null, stream.schema()), id + "/" + stream.slug());
        put(event, "dateResolution", DateResolution.DAY);
        for (Schema.Field field : stream.schema().getFields()) {
            if (!SAID.contains(field.name())) {
                event.put(field.pos(), any(field, id));
            }
        }
        return event;
    }

    /** What every record says, for a builder of its own; {@code of} tells its event from others. */
    public static <R extends SpecificRecord> R begun(R record, String of) {
        put(record, "force", FORCE);
        put(record, "eventId", UUID.nameUUIDFromBytes(bytes(of)).toString());
        put(record, "version", 1L);
        put(record, "changedAt", CHANGED);
        put(record, "source", Source.FEED);
        return record;
    }

    private static void put(SpecificRecord record, String field, Object value) {
        record.put(record.getSchema().getField(field).pos(), value);
    }

    private static Object any(Schema.Field field, String id) {
        Schema type = SchemaField.present(field.schema());
        return switch (type.getType()) {
            case LONG -> CHANGED;
            case BOOLEAN -> false;
            case ENUM -> SpecificData.get().createEnum(type.getEnumSymbols().get(0), type);
            default -> type == field.schema() ? id : null;
        };
    }

    /** A note on a signal, with a cause and an action. */
    public static Note.Builder note(String signalId) {
        return Note.newBuilder(begun(new Note(), signalId + "/note"))
                .setSignalId(signalId)
                .setKind(NoteKind.NOTE)
                .setCause("Staff moved")
                .setAction("Staff moved back")
                .setPost("Lead for Criminal Justice")
                .setAt(CHANGED);
    }

    public static Progress progress(Instant completeThrough) {
        return Progress.newBuilder().setCompleteThrough(completeThrough).build();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** An event as it stands on a topic. */
    public static byte[] encoded(SpecificRecord event) {
        try {
            ByteBuffer buffer = new BinaryMessageEncoder<SpecificRecord>(
                            SpecificData.getForSchema(event.getSchema()), event.getSchema())
                    .encode(event);
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
