package vaiwg.verification.pitfalls;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import vaiwg.cli.feed.PureSubjects;
import vaiwg.engine.panes.ForcePanes;
import vaiwg.jobs.decode.Rejection;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.Slice;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.ContactKind;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.CrimeStatus;
import vaiwg.schemas.DateResolution;
import vaiwg.schemas.DeviceExamination;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Outcome;
import vaiwg.schemas.Source;
import vaiwg.schemas.TrustedClasses;
import vaiwg.schemas.Victim;
import vaiwg.schemas.VictimContact;
import vaiwg.schemas.VictimKind;
import vaiwg.statistics.attrition.FollowUpCode;

/** A force of a few records that a test makes up, counted by the engine without Flink or Kafka. */
final class SmallForce {
    static final String NAME = "west-midlands";

    private final Catalogue catalogue = ShippedCatalogue.get();
    private final PureSubjects subjects = new PureSubjects(catalogue);
    private final ForcePanes panes = new ForcePanes(catalogue);

    /** A value as it is published. */
    record Value(int numerator, int denominator) {}

    SmallForce() {
        TrustedClasses.register();
    }

    /** Noon in London. */
    static Instant on(LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(LondonDays.ZONE).toInstant();
    }

    /** A rape of a person, recorded at noon; the builder's event is its first version. */
    static CrimeRecording.Builder crime(String reference, LocalDate recorded) {
        return CrimeRecording.newBuilder(begun(new CrimeRecording(), reference, recorded))
                .setCrimeReference(reference)
                .setStatus(CrimeStatus.ACTIVE)
                .setRecordedAt(on(recorded))
                .setOffenceCode("19C")
                .setVictim(Victim.newBuilder().setKind(VictimKind.PERSON).build());
    }

    /** An outcome of a type, assigned at noon and entered at once. */
    static Outcome.Builder outcome(String reference, String type, LocalDate assigned) {
        return Outcome.newBuilder(begun(new Outcome(), reference + type, assigned))
                .setCrimeReference(reference)
                .setOutcomeType(type)
                .setAssignedAt(on(assigned));
    }

    /** A contact about a crime, at noon and entered at once. */
    static VictimContact.Builder contact(String reference, String id, ContactKind kind, LocalDate at) {
        return VictimContact.newBuilder(begun(new VictimContact(), id + reference, at))
                .setCrimeReference(reference)
                .setContactId(id)
                .setKind(kind)
                .setAt(on(at));
    }

    /** The first version of a record, changed at noon: what all records say, for a builder of its own. */
    static <R extends SpecificRecord> R begun(R record, String id, LocalDate changed) {
        String eventId =
                UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
        put(record, "force", NAME);
        put(record, "eventId", eventId);
        put(record, "version", 1L);
        put(record, "changedAt", on(changed));
        put(record, "source", Source.SYNTHETIC);
        put(record, "dateResolution", DateResolution.DAY);
        return record;
    }

    private static void put(SpecificRecord record, String field, Object value) {
        record.put(record.getSchema().getField(field).pos(), value);
    }

    void tell(CrimeRecording crime) {
        tell(EventStream.CRIME_RECORDING, crime.getCrimeReference(), crime);
    }

    void tell(Outcome outcome) {
        tell(EventStream.OUTCOME, outcome.getCrimeReference(), outcome);
    }

    void tell(VictimContact contact) {
        tell(EventStream.VICTIM_CONTACT, contact.getCrimeReference(), contact);
    }

    void tell(DeviceExamination item) {
        tell(EventStream.DEVICE_EXAMINATION, item.getCrimeReference(), item);
    }

    /** An event that is known from its own change on. */
    void tell(EventStream stream, String key, SpecificRecord event) {
        tell(stream, key, event, (Instant)
                event.get(event.getSchema().getField("changedAt").pos()));
    }

    /** An event that is known from an instant on. */
    void tell(EventStream stream, String key, SpecificRecord event, Instant known) {
        try {
            long entered = known.toEpochMilli();
            subjects.take(stream, key, event, entered, entered).forEach(panes::add);
        } catch (Rejection e) {
            throw new AssertionError("the test's own event is rejected: " + e.getMessage(), e);
        }
    }

    /** When crimes began to be open, and when and how they left: {@code began 2024-03-04}, {@code REMOVED 2024-03-05}. */
    List<String> followUp() {
        List<String> found = new ArrayList<>();
        panes.followUp().forEach((stratum, monthly, day, number, times) -> {
            String what = number == FollowUpCode.BEGINS
                    ? "began"
                    : FollowUpCode.exit(day, number).cause().name();
            found.add(what + " " + LocalDate.ofEpochDay(day));
        });
        return found;
    }

    /** Goes on to the midnight that begins a day. */
    void goTo(LocalDate day) {
        while (panes.cutOff() < day.toEpochDay()) {
            panes.advance();
        }
    }

    /** A figure at the last midnight, of all themes. */
    Value total(String kpi, String basis, String window) {
        return value(kpi, basis, window, "");
    }

    Value value(String kpi, String basis, String window, String slice) {
        for (int slot = 0; slot < catalogue.slots(); slot++) {
            Column column = catalogue.columnOfSlot(slot);
            if (column.measure().slug().equals(kpi)
                    && column.basis().slug().equals(basis)
                    && column.windowOfSlot(slot).slug().equals(window)
                    && Slice.of(column.dimensions(column.rowOfSlot(slot))).equals(slice)) {
                return new Value(panes.numerator(slot), panes.denominator(slot));
            }
        }
        throw new AssertionError("no such figure: " + String.join(" ", kpi, basis, window, slice));
    }
}
