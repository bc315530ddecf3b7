package vaiwg.verification.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import vaiwg.cli.feed.EventDecoder;
import vaiwg.cli.feed.EventEncoder;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.schemas.ContactKind;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.CrimeStatus;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Progress;
import vaiwg.schemas.ReleasedSchemas;
import vaiwg.schemas.Safeguarding;
import vaiwg.schemas.SafeguardingKind;
import vaiwg.schemas.Source;
import vaiwg.schemas.Survey;
import vaiwg.schemas.TrustedClasses;
import vaiwg.schemas.VictimContact;

/** A producer that still writes the first released version goes on beside one that writes the newest, in the same partitions. */
class OldAndNewProducersTest {
    private static final String FORCE = "west-midlands";
    private static final LocalDate START = LocalDate.of(2026, 3, 2);
    private static final LocalDate END = LocalDate.of(2026, 3, 12);
    private static final int OLD = 1;

    private final EventDecoder decoder = new EventDecoder();
    private final EventEncoder encoder = new EventEncoder();
    private final List<LogRecord> log = new ArrayList<>();

    OldAndNewProducersTest() {
        TrustedClasses.register();
    }

    @Test
    void records_of_both_are_counted_and_a_new_field_only_where_it_is_known() throws Exception {
        add(EventStream.CRIME_RECORDING, "c", crime(), OLD);
        // Day by day from one producer and the other; the old one's system may know, and cannot say.
        for (int day = 0; day < 6; day++) {
            boolean isOld = day % 2 == 0;
            add(
                    EventStream.VICTIM_CONTACT,
                    "c",
                    survey(day, day == 1),
                    isOld ? OLD : newest(EventStream.VICTIM_CONTACT));
            add(
                    EventStream.SAFEGUARDING,
                    "m-" + day,
                    conference(day, day != 1),
                    isOld ? OLD : newest(EventStream.SAFEGUARDING));
        }

        assertThat(values("survey_demographics")).containsExactly("3,6");
        assertThat(values("survey_free_text")).as("of the new producer's three").containsExactly("1,3");
        assertThat(values("marac_repeat")).as("of the new producer's three").containsExactly("2,3");
        assertThat(days("survey_free_text")).containsExactly("2026-03-03,1,1", "2026-03-05,0,1", "2026-03-07,0,1");
        assertThat(days("marac_repeat")).containsExactly("2026-03-03,0,1", "2026-03-05,1,1", "2026-03-07,1,1");
    }

    /** No row, and not 0: of nothing that is known there is no share. */
    @Test
    void before_the_first_record_of_a_new_producer_there_is_no_figure() throws Exception {
        add(EventStream.CRIME_RECORDING, "c", crime(), OLD);
        add(EventStream.VICTIM_CONTACT, "c", survey(1, true), OLD);
        add(EventStream.SAFEGUARDING, "m-1", conference(1, true), OLD);

        assertThat(values("survey_demographics")).containsExactly("0,1");
        assertThat(figures().stream().map(FigureLines::measure)).doesNotContain("survey_free_text", "marac_repeat");
    }

    private List<String> values(String measure) throws Exception {
        return figures().stream()
                .filter(line -> line.startsWith("value,%s,%s,%s,recorded,90d,,".formatted(FORCE, END, measure)))
                .map(line -> line.replaceFirst(".*,,", ""))
                .toList();
    }

    private List<String> days(String measure) throws Exception {
        return figures().stream()
                .filter(line -> line.startsWith("day,") && line.contains("," + measure + ",recorded,,,"))
                .map(line -> line.split(",")[2] + line.replaceFirst(".*,,", ","))
                .toList();
    }

    private List<String> figures() throws Exception {
        Catalogue catalogue = ShippedCatalogue.get();
        FigureLines figures = new FigureLines(catalogue);
        List<LogRecord> complete = new ArrayList<>(log);
        for (EventStream stream : EventStream.values()) {
            Instant end = Dice.midnight(END).plusSeconds(1);
            complete.add(record(
                    stream, null, Progress.newBuilder().setCompleteThrough(end).build(), end.toEpochMilli()));
        }
        new PureRun(catalogue, figures, FORCE, List.of(END)).play(complete, 1);
        return figures.sorted();
    }

    /** What comes off the topic of an event that was written with a released version. */
    private void add(EventStream stream, String key, SpecificRecord event, int version) throws Exception {
        byte[] bytes = version == newest(stream)
                ? encoder.encode(event)
                : encodedBy(ReleasedSchemas.of(stream.slug()).get(version - 1), event);
        SpecificRecord read = decoder.decode(bytes).orElseThrow();
        log.add(record(stream, key, read, Envelope.changedAt(read).toEpochMilli()));
    }

    private LogRecord record(EventStream stream, String key, SpecificRecord value, long timestamp) {
        return new LogRecord(stream.topic("vaiwg."), stream, 0, log.size(), timestamp, key, value);
    }

    private static int newest(EventStream stream) {
        return ReleasedSchemas.of(stream.slug()).size();
    }

    private static byte[] encodedBy(Schema released, SpecificRecord event) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder body = EncoderFactory.get().binaryEncoder(bytes, null);
        new SpecificDatumWriter<SpecificRecord>(event.getSchema()).write(event, body);
        body.flush();
        GenericRecord older = new GenericDatumReader<GenericRecord>(event.getSchema(), released)
                .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
        return new BinaryMessageEncoder<GenericRecord>(GenericData.get(), released)
                .encode(older)
                .array();
    }

    private static Instant noon(int day) {
        return Dice.midnight(START.plusDays(day)).plusSeconds(12 * 3_600);
    }

    private static String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static CrimeRecording crime() {
        return CrimeRecording.newBuilder()
                .setCrimeReference("c")
                .setForce(FORCE)
                .setEventId(id("crime"))
                .setVersion(1)
                .setChangedAt(noon(0))
                .setSource(Source.FEED)
                .setRecordedAt(noon(0))
                .setStatus(CrimeStatus.ACTIVE)
                .setOffenceCode("19C")
                .setFlags(List.of())
                .setSuspects(List.of())
                .build();
    }

    private static VictimContact survey(int day, boolean freeText) {
        return VictimContact.newBuilder()
                .setCrimeReference("c")
                .setForce(FORCE)
                .setEventId(id("survey" + day))
                .setVersion(1)
                .setChangedAt(noon(day))
                .setSource(Source.FEED)
                .setContactId("survey-" + day)
                .setKind(ContactKind.SURVEY)
                .setAt(noon(day))
                .setSurvey(Survey.newBuilder()
                        .setAnsweredAt(noon(day))
                        .setDemographicsGiven(day % 2 == 0)
                        .setFreeTextGiven(freeText)
                        .build())
                .build();
    }

    private static Safeguarding conference(int day, boolean repeat) {
        return Safeguarding.newBuilder()
                .setCaseId("m-" + day)
                .setForce(FORCE)
                .setEventId(id("conference" + day))
                .setVersion(1)
                .setChangedAt(noon(day))
                .setSource(Source.FEED)
                .setKind(SafeguardingKind.MARAC)
                .setReferredAt(noon(day))
                .setHeardAt(noon(day))
                .setRepeat(repeat)
                .build();
    }
}
