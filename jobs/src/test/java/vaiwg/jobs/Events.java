package vaiwg.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

    static {
        TrustedClasses.register();
    }

    private Events() {}

    /** A rape with a person as victim, recorded an hour after the report. */
    public static CrimeRecording.Builder crime(String reference) {
        return CrimeRecording.newBuilder()
                .setCrimeReference(reference)
                .setForce(FORCE)
                .setEventId(UUID.nameUUIDFromBytes(bytes(reference)).toString())
                .setVersion(1)
                .setChangedAt(CHANGED)
                .setSource(Source.FEED)
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
        return Outcome.newBuilder()
                .setCrimeReference(reference)
                .setForce(FORCE)
                .setEventId(
                        UUID.nameUUIDFromBytes(bytes(reference + "/outcome")).toString())
                .setVersion(1)
                .setChangedAt(CHANGED.plusSeconds(86_400))
                .setSource(Source.FEED)
                .setOutcomeType("16")
                .setAssignedAt(CHANGED.plusSeconds(86_000));
    }

    /** An application for a stalking protection order. */
    public static Stalking.Builder step(String perpetrator) {
        return Stalking.newBuilder()
                .setPerpetratorId(perpetrator)
                .setForce(FORCE)
                .setEventId(UUID.nameUUIDFromBytes(bytes(perpetrator)).toString())
                .setVersion(1)
                .setChangedAt(CHANGED)
                .setSource(Source.FEED)
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
                VictimContact.newBuilder()
                        .setCrimeReference(id)
                        .setForce(FORCE)
                        .setEventId(
                                UUID.nameUUIDFromBytes(bytes(id + "/contact")).toString())
                        .setVersion(1)
                        .setChangedAt(CHANGED)
                        .setSource(Source.FEED)
                        .setContactId("contact")
                        .setKind(ContactKind.SURVEY)
                        .setAt(CHANGED)
                        .setSurvey(Survey.newBuilder().setAnsweredAt(CHANGED).build())
                        .build());
        events.put(
                EventStream.CONDUCT,
                Conduct.newBuilder()
                        .setCaseId(id)
                        .setForce(FORCE)
                        .setEventId(
                                UUID.nameUUIDFromBytes(bytes(id + "/conduct")).toString())
                        .setVersion(1)
                        .setChangedAt(CHANGED)
                        .setSource(Source.FEED)
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
        Map<String, Object> told = Map.of(
                "force",
                FORCE,
                "eventId",
                UUID.nameUUIDFromBytes(bytes(id + "/" + stream.slug())).toString(),
                "version",
                1L,
                "source",
                Source.FEED,
                "dateResolution",
                DateResolution.DAY);
        SpecificRecord event = (SpecificRecord) SpecificData.get().newRecord(null, stream.schema());
        for (Schema.Field field : stream.schema().getFields()) {
            event.put(field.pos(), told.containsKey(field.name()) ? told.get(field.name()) : any(field, id));
        }
        return event;
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
        return Note.newBuilder()
                .setSignalId(signalId)
                .setForce(FORCE)
                .setEventId(UUID.nameUUIDFromBytes(bytes(signalId + "/note")).toString())
                .setVersion(1)
                .setChangedAt(CHANGED)
                .setSource(Source.FEED)
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
