package vaiwg.verification;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageEncoder;
import vaiwg.cli.feed.PureSubjects;
import vaiwg.engine.contributions.DeltaEntry;
import vaiwg.engine.panes.ForcePanes;
import vaiwg.jobs.decode.EventReader;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.kpis.cases.Version;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.fields.FieldReader;
import vaiwg.kpis.fields.FieldWriter;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.ReleasedSchemas;
import vaiwg.verification.oracle.Oracle;

/** Counts outcomes with the new fields of {@link NewFieldsIT}, and prints what comes of them. */
final class NewFieldsRun {
    private static final Instant DAY = Instant.parse("2026-03-02T12:00:00Z");

    private final EventReader reader = new EventReader(EventOptions.of(Forces.any()), CodeMaps.shipped());
    private final Catalogue catalogue = ShippedCatalogue.get();
    private final PureSubjects subjects = new PureSubjects(catalogue);
    private final ForcePanes panes = new ForcePanes(catalogue);
    private boolean keptAsItWas = true;

    private NewFieldsRun() {}

    /** Prints a line for each measure, whether state keeps the fields, and the oracle's columns of them. */
    public static void main(String[] args) throws Exception {
        NewFieldsRun run = new NewFieldsRun();
        run.take(1, newest(), Map.of("hearingHeld", true, "court", "CROWN", "listedAt", DAY.toEpochMilli()));
        run.take(2, newest(), Map.of("hearingHeld", false, "court", "MAGISTRATES", "listedAt", DAY.toEpochMilli()));
        run.take(3, newest(), Map.of("hearingHeld", false, "court", "CROWN"));
        run.take(4, newest(), Map.of("court", " "));
        run.take(5, ReleasedSchemas.of(EventStream.OUTCOME.slug()).get(0), Map.of());
        run.advance();
        run.print("hearings", true);
        run.print("crown_court", true);
        run.print("listed", false);
        System.out.println("kept as it was: " + run.keptAsItWas);
        try (Oracle oracle = new Oracle()) {
            oracle.query(
                            "SELECT column_name || ' ' || data_type FROM duckdb_columns() WHERE table_name = 'outcome_event'"
                                    + " AND column_name IN ('hearing_held', 'court', 'listed_at') ORDER BY ALL")
                    .forEach(System.out::println);
        }
    }

    private static Schema newest() {
        return ReleasedSchemas.newest(EventStream.OUTCOME.slug());
    }

    /** A crime and its outcome, which a producer wrote with a schema. */
    private void take(int number, Schema schema, Map<String, Object> fields) throws IOException {
        Schema crime = ReleasedSchemas.newest(EventStream.CRIME_RECORDING.slug());
        take(
                EventStream.CRIME_RECORDING,
                event(crime, number, Map.of("recordedAt", DAY.toEpochMilli(), "offenceCode", "19C")));
        Map<String, Object> outcome = new HashMap<>(fields);
        outcome.put("outcomeType", "1");
        outcome.put("assignedAt", DAY.toEpochMilli());
        take(EventStream.OUTCOME, event(schema, number, outcome));
    }

    private static GenericRecord event(Schema schema, int number, Map<String, Object> fields) {
        GenericRecordBuilder event = new GenericRecordBuilder(schema)
                .set("crimeReference", "c" + number)
                .set("force", "west-midlands")
                .set("eventId", new UUID(0, number).toString())
                .set("version", 1L)
                .set("changedAt", DAY.toEpochMilli())
                .set("source", symbol(schema, "source", "FEED"));
        if (schema.getField("status") != null) {
            event.set("status", symbol(schema, "status", "ACTIVE"));
        }
        fields.forEach(event::set);
        return event.build();
    }

    private static GenericData.EnumSymbol symbol(Schema schema, String field, String name) {
        return new GenericData.EnumSymbol(schema.getField(field).schema(), name);
    }

    private void take(EventStream stream, GenericRecord event) throws IOException {
        byte[] value = new BinaryMessageEncoder<GenericRecord>(GenericData.get(), event.getSchema())
                .encode(event)
                .array();
        byte[] key = event.get("crimeReference").toString().getBytes(StandardCharsets.UTF_8);
        DecodedRecord record = reader.read(stream, DAY.toEpochMilli(), key, value);
        record.version = kept(record.version);
        List<DeltaEntry> caused = subjects.take(record, DAY.toEpochMilli());
        caused.forEach(panes::add);
    }

    /** The version as it comes back from state. */
    private Version kept(Version version) {
        FieldWriter writer = new FieldWriter();
        version.pass(writer);
        FieldReader state = new FieldReader();
        System.arraycopy(writer.bytes(), 0, state.begin(writer.length()), 0, writer.length());
        Version back = version.versionKind().get();
        back.pass(state);
        keptAsItWas &= state.isAtEnd() && back.hasSameContent(version);
        return back;
    }

    private void advance() {
        while (panes.nextCutOff() <= LondonDays.dayOf(DAY.toEpochMilli()) + 1) {
            panes.advance();
        }
    }

    /** The first series of a measure: the total of its shortest window. */
    private void print(String measure, boolean isShare) {
        int series = IntStream.range(0, catalogue.slots())
                .filter(slot -> catalogue.columnOfSlot(slot).measure().slug().equals(measure))
                .findFirst()
                .orElseThrow();
        System.out.println(measure + " "
                + (isShare ? panes.numerator(series) + "/" + panes.denominator(series) : panes.numerator(series)));
    }
}
