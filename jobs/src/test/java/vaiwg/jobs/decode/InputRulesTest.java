package vaiwg.jobs.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vaiwg.jobs.Events;
import vaiwg.jobs.decode.Rejection.Reason;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.schemas.Conduct;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Suspect;
import vaiwg.schemas.Victim;
import vaiwg.schemas.VictimKind;

/** The rules that an installation sets, and those that keep persons out of what stays for ever. */
class InputRulesTest {
    private static final Instant RECEIVED = Instant.parse("2026-06-12T00:00:00Z");
    private static final String NAME = "Jane Doe";

    private final EventReader reader =
            new EventReader(EventOptions.of(Forces.parse("bedfordshire, west-midlands")), CodeMaps.shipped());

    @ParameterizedTest
    @EnumSource(EventStream.class)
    void an_event_of_a_force_that_is_not_configured_is_rejected_on_every_stream_also_a_note(EventStream stream) {
        SpecificRecord event = Events.ofEachStream("c1").get(stream);
        assertThat(read(stream, "c1", event).rejected).isNull();
        event.put(event.getSchema().getField("force").pos(), "jane-doe-1985");

        DecodedRecord rejected = read(stream, "c1", event);

        assertThat(rejected.rejected).isEqualTo("unknown_force");
        assertThat(rejected.detail).isEqualTo("force is none of the configured ones");
        assertThat(rejected.believed).isFalse();
        assertThat(read(stream, "c1", event).rejected).as("asked again").isEqualTo("unknown_force");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "west-midlands,", "West Midlands", "west-midlands;bedfordshire"})
    void a_list_of_forces_without_a_slug_is_rejected_in_one_sentence(String list) {
        assertThatThrownBy(() -> Forces.parse(list))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Name the forces by their identifiers, separated by commas, such as west-midlands,bedfordshire.");
    }

    @Test
    void a_change_before_the_earliest_date_is_rejected_and_moves_no_clock() {
        DecodedRecord filler = read(EventStream.CRIME_RECORDING, "c1", changed("1970-01-01T00:00:00Z"));
        assertThat(filler.rejected).isEqualTo("too_old");
        assertThat(filler.detail).isEqualTo("changedAt lies before the earliest date");
        assertThat(filler.believed).isFalse();
        assertThat(read(EventStream.CRIME_RECORDING, "c1", changed("1999-12-31T23:59:59.999Z")).rejected)
                .isEqualTo("too_old");
        assertThat(read(EventStream.CRIME_RECORDING, "c1", changed("2000-01-01T00:00:00Z")).rejected)
                .isNull();
    }

    @Test
    void the_earliest_date_is_a_day_in_london_that_an_installation_sets() {
        EventReader later = new EventReader(
                new EventOptions(Forces.any(), LocalDate.of(2023, 7, 1), Optional.empty()), CodeMaps.shipped());
        assertThat(read(later, EventStream.CRIME_RECORDING, "c1", changed("2023-06-30T22:59:59Z")).rejected)
                .isEqualTo("too_old");
        assertThat(read(later, EventStream.CRIME_RECORDING, "c1", changed("2023-06-30T23:00:00Z")).rejected)
                .isNull();
    }

    @Test
    void a_crime_recorded_long_before_it_was_changed_is_kept_and_said_to_be_strange() {
        DecodedRecord old = read(
                EventStream.CRIME_RECORDING,
                "c1",
                Events.crime("c1")
                        .setReportedAt(null)
                        .setRecordedAt(Instant.parse("1998-03-01T10:00:00Z"))
                        .build());
        assertThat(old.rejected).isNull();
        assertThat(DataQualityWarning.of(old.warnings)).isEqualTo(Set.of(DataQualityWarning.OLD_RECORDING));
    }

    @Test
    void progress_is_bound_by_no_earliest_date() {
        DecodedRecord progress = read(EventStream.OUTCOME, null, Events.progress(Instant.EPOCH));
        assertThat(progress.rejected).isNull();
        assertThat(progress.progress).isTrue();
    }

    @Test
    void every_name_that_becomes_a_key_has_at_most_256_bytes() {
        String longest = "x".repeat(256);
        String longer = "\u00e9".repeat(128) + "x";
        assertRejected(stalking(longest), null);
        assertRejected(stalking(longer), "crimeReference has more than 256 bytes");
        assertRejected(crime().setLpa(longer).build(), "lpa has more than 256 bytes");
        assertRejected(crime().setStatusReason(longer).build(), "statusReason has more than 256 bytes");
        assertRejected(crime().setLsoa(longer).build(), "lsoa has more than 256 bytes");
        assertRejected(crime().setLocationCell(longer).build(), "locationCell has more than 256 bytes");
        assertRejected(victim(longer), "victim.personId has more than 256 bytes");
        assertRejected(suspect(longer), "suspects.personId has more than 256 bytes");
        assertRejected(officer(longer), "personId has more than 256 bytes");
        assertRejected(with(EventStream.VICTIM_CONTACT, "contactId", longer), "contactId has more than 256 bytes");
        assertRejected(with(EventStream.CPS_REFERRAL, "submissionId", longer), "submissionId has more than 256 bytes");
        assertRejected(with(EventStream.DEVICE_EXAMINATION, "itemId", longer), "itemId has more than 256 bytes");
    }

    @Test
    void a_pseudonym_that_looks_like_a_person_is_rejected_wherever_there_is_one_and_not_repeated() {
        assertPersonal(EventStream.CRIME_RECORDING, "c1", victim(NAME), "victim.personId");
        assertPersonal(EventStream.CRIME_RECORDING, "c1", suspect(NAME), "suspects.personId");
        assertPersonal(EventStream.CONDUCT, "c1", officer(NAME), "personId");
        assertPersonal(
                EventStream.STALKING,
                NAME,
                Events.step("p1").setPerpetratorId(NAME).build(),
                "perpetratorId");
    }

    @Test
    void the_number_of_a_record_a_place_and_an_area_that_hold_a_person_are_rejected_and_not_repeated() {
        for (EventStream stream : EventStream.values()) {
            assertPersonal(stream, NAME, Events.ofEachStream(NAME).get(stream), stream.subject());
        }
        assertPersonal(
                EventStream.CRIME_RECORDING, "c1", crime().setMergedInto(NAME).build(), "mergedInto");
        assertPersonal(
                EventStream.CRIME_RECORDING, "c1", crime().setLocationCell(NAME).build(), "locationCell");
        assertPersonal(EventStream.CRIME_RECORDING, "c1", crime().setLsoa(NAME).build(), "lsoa");
        assertPersonal(EventStream.STALKING, "p1", stalking(NAME), "crimeReference");
        assertPersonal(
                EventStream.VICTIM_CONTACT, "c1", with(EventStream.VICTIM_CONTACT, "contactId", NAME), "contactId");
        assertPersonal(
                EventStream.CPS_REFERRAL, "c1", with(EventStream.CPS_REFERRAL, "submissionId", NAME), "submissionId");
        assertPersonal(
                EventStream.DEVICE_EXAMINATION, "c1", with(EventStream.DEVICE_EXAMINATION, "itemId", NAME), "itemId");
        String officer = "PC 1234 Smith";
        assertHolds(
                EventStream.CRIME_RECORDING,
                crime().setLpa(officer).build(),
                "lpa holds what looks like an officer's number");
        assertHolds(
                EventStream.PROTECTIVE_ORDER,
                with(EventStream.PROTECTIVE_ORDER, "lpa", officer),
                "lpa holds what looks like an officer's number");
        assertHolds(
                EventStream.CRIME_RECORDING,
                crime().setStatusReason("told 07700 900123").build(),
                "statusReason holds what looks like a telephone number");
    }

    @Test
    void a_note_that_holds_a_person_is_rejected_and_not_repeated() {
        for (String field : List.of("cause", "action", "post")) {
            assertHolds(
                    EventStream.NOTE,
                    with(EventStream.NOTE, field, "Jane Doe of 12 High Street, born 3/4/1985"),
                    field + " holds what looks like a date of birth");
        }
    }

    private void assertHolds(EventStream stream, SpecificRecord event, String detail) {
        DecodedRecord arrival = read(stream, "c1", event);
        assertThat(arrival.detail).isEqualTo(detail);
        assertThat(arrival.rejected).isEqualTo(Reason.PERSONAL_DATA.slug());
    }

    private void assertPersonal(EventStream stream, String key, SpecificRecord event, String field) {
        DecodedRecord arrival = read(stream, key, event);
        assertThat(arrival.rejected).isEqualTo(Reason.PERSONAL_DATA.slug());
        assertThat(arrival.detail).isEqualTo(field + " looks like a name");
    }

    private void assertRejected(SpecificRecord event, String detail) {
        EventStream stream = List.of(EventStream.values()).stream()
                .filter(one -> one.schema() == event.getSchema())
                .findAny()
                .orElseThrow();
        DecodedRecord arrival = read(stream, stream == EventStream.STALKING ? "p1" : "c1", event);
        assertThat(arrival.detail).isEqualTo(detail);
        assertThat(arrival.rejected).isEqualTo(detail == null ? null : "oversized");
    }

    private static SpecificRecord stalking(String crime) {
        return Events.step("p1").setCrimeReference(crime).build();
    }

    private static CrimeRecording.Builder crime() {
        return Events.crime("c1");
    }

    private static SpecificRecord victim(String pseudonym) {
        return crime().setVictim(Victim.newBuilder()
                        .setKind(VictimKind.PERSON)
                        .setPersonId(pseudonym)
                        .build())
                .build();
    }

    private static SpecificRecord suspect(String pseudonym) {
        return crime().setSuspects(
                        List.of(Suspect.newBuilder().setPersonId(pseudonym).build()))
                .build();
    }

    private static SpecificRecord officer(String pseudonym) {
        Conduct matter = (Conduct) Events.ofEachStream("c1").get(EventStream.CONDUCT);
        matter.setPersonId(pseudonym);
        return matter;
    }

    private static SpecificRecord with(EventStream stream, String field, String value) {
        SpecificRecord event = Events.ofEachStream("c1").get(stream);
        event.put(event.getSchema().getField(field).pos(), value);
        return event;
    }

    private static SpecificRecord changed(String instant) {
        Instant at = Instant.parse(instant);
        return Events.crime("c1")
                .setChangedAt(at)
                .setReportedAt(null)
                .setRecordedAt(at)
                .build();
    }

    private DecodedRecord read(EventStream stream, String key, SpecificRecord event) {
        return read(reader, stream, key, event);
    }

    private static DecodedRecord read(EventReader reader, EventStream stream, String key, SpecificRecord event) {
        return reader.read(
                stream,
                RECEIVED.toEpochMilli(),
                key == null ? null : key.getBytes(StandardCharsets.UTF_8),
                Events.encoded(event));
    }
}
