package vaiwg.jobs.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vaiwg.kpis.Seed;
import vaiwg.schemas.ReleasedSchemas;

/** A plan reads what Avro's own reader reads, and rejects what that rejects, whoever wrote it and whatever became of it. */
class PlanTest {
    private static final int RECORDS = 400;
    private static final int CORRUPTIONS = 12;
    private static final int OTHER_WRITERS = 40;
    private static final int PADDING = 1_000;

    static Stream<Row> rows() {
        return RowContent.rows().stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void what_any_released_schema_wrote_is_read_as_avro_reads_it(Row row) {
        Random random = Seed.random("plans " + row.name);
        for (Schema released : ReleasedSchemas.of(row.name)) {
            assertThat(readAsAvroReads(released, row, random, RECORDS)).isEqualTo(RECORDS);
        }
    }

    /** Of producers with a registry: fields in another order, some of ours left out, some of their own, and numbers of other sizes. */
    @ParameterizedTest
    @MethodSource("rows")
    void what_a_schema_of_their_own_wrote_is_read_as_avro_reads_it(Row row) {
        Random random = Seed.random("plans of others " + row.name);
        int read = 0;
        for (int i = 0; i < OTHER_WRITERS; i++) {
            Schema writer = new RandomSchemas(random).writer(row.schema);
            read += readAsAvroReads(writer, row, random, RECORDS / OTHER_WRITERS);
        }
        assertThat(read).isGreaterThan(RECORDS / 4);
    }

    @Test
    void a_column_is_of_a_field_that_there_is_and_there_is_one_of_each() {
        Row row = new Row("crime-recording");
        assertThatThrownBy(() -> row.column("victim.age.years"))
                .hasMessage("The schema of crime-recording has no field victim.age.years.");
        assertThatThrownBy(() -> row.column("lpa.name"))
                .hasMessage("The schema of crime-recording has no field lpa.name.");
        assertThatThrownBy(() -> row.column("flags[]"))
                .hasMessage("The list of flags[] of crime-recording has no column.");
        row.column("lpa");
        assertThatThrownBy(() -> row.column("lpa"))
                .hasMessage("The field lpa of crime-recording has a column already.");
    }

    @Test
    void a_branch_of_a_union_that_is_not_ours_is_rejected_where_it_comes() {
        Row row = new Row(ReleasedSchemas.PROGRESS);
        int through = row.column("completeThrough");
        Schema writer = progress()
                .name("completeThrough")
                .type()
                .unionOf()
                .longType()
                .and()
                .stringType()
                .endUnion()
                .noDefault()
                .endRecord();
        Plan plan = PlanCompiler.compile(writer, row);
        plan.read(new byte[] {0, 14}, 0);
        assertThat(row.number(through)).isEqualTo(7);
        assertThatThrownBy(() -> plan.read(new byte[] {2, 2, 'x'}, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_list_of_what_has_no_fields_is_as_long_as_it_says_but_no_longer_than_its_message() {
        Row row = new Row(ReleasedSchemas.PROGRESS);
        int through = row.column("completeThrough");
        Schema writer = progress()
                .name("own")
                .type()
                .array()
                .items(Schema.createRecord("Own", null, null, false, List.of()))
                .noDefault()
                .requiredLong("completeThrough")
                .endRecord();
        Plan plan = PlanCompiler.compile(writer, row);
        assertThat(plan.read(new byte[] {6, 0, 14}, 0)).isEqualTo(3);
        assertThat(row.number(through)).isEqualTo(7);
        assertThatThrownBy(() -> plan.read(new byte[] {8, 0, 14}, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> plan.read(new byte[] {6, 6, 0, 14}, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static SchemaBuilder.FieldAssembler<Schema> progress() {
        return SchemaBuilder.record("Progress").namespace("vaiwg.schemas").fields();
    }

    /** How many of the sound ones were read: what a schema may write need not be something that ours can say. */
    private static int readAsAvroReads(Schema writer, Row row, Random random, int records) {
        Plan plan = PlanCompiler.compile(writer, row);
        RandomRecords content = new RandomRecords(random);
        int read = 0;
        for (int i = 0; i < records; i++) {
            byte[] sound = encoded(content.of(writer), writer, random);
            read += assertSame(plan, sound, writer, row) ? 1 : 0;
            for (int corruption = 0; corruption < CORRUPTIONS; corruption++) {
                assertSame(plan, BadBytes.mutated(sound, 0, random), writer, row);
            }
        }
        return read;
    }

    private static boolean assertSame(Plan plan, byte[] bytes, Schema writer, Row row) {
        Optional<GenericRecord> expected = byAvro(bytes, writer, row.schema);
        assertThat(isRead(plan, bytes))
                .as("%s by %s", Arrays.toString(bytes), writer)
                .isEqualTo(expected.isPresent());
        expected.ifPresent(record ->
                assertThat(RowContent.of(row)).as("%s", Arrays.toString(bytes)).isEqualTo(RowContent.of(row, record)));
        return expected.isPresent();
    }

    private static boolean isRead(Plan plan, byte[] bytes) {
        try {
            return plan.read(bytes, 0) == bytes.length;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** What is a record of its writer's schema, to the last of the fields that we do not have, as ours; empty where it is none. */
    private static Optional<GenericRecord> byAvro(byte[] bytes, Schema writer, Schema reader) {
        try {
            BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(bytes, null);
            GenericRecord whole = new GenericDatumReader<GenericRecord>(writer).read(null, decoder);
            return decoder.isEnd() ? Optional.of(resolved(whole, writer, reader)) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static GenericRecord resolved(GenericRecord whole, Schema writer, Schema reader) throws IOException {
        // Written again, as Avro skips a list by the size that its bytes name, and reads one by what is in it.
        byte[] again = encoded(whole, writer, new EncoderFactory()::binaryEncoder);
        // With more behind it, as Avro rejects a list whose elements would take more bytes in our schema than there
        // are.
        byte[] padded = Arrays.copyOf(again, again.length + PADDING);
        return new GenericDatumReader<GenericRecord>(writer, reader)
                .read(null, DecoderFactory.get().binaryDecoder(padded, null));
    }

    /** Lists in blocks of one or several, with and without their sizes. */
    private static byte[] encoded(GenericRecord record, Schema schema, Random random) {
        EncoderFactory factory = new EncoderFactory().configureBlockSize(64);
        return encoded(record, schema, random.nextBoolean() ? factory::blockingBinaryEncoder : factory::binaryEncoder);
    }

    private static byte[] encoded(
            GenericRecord record, Schema schema, BiFunction<OutputStream, BinaryEncoder, BinaryEncoder> encoders) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            BinaryEncoder encoder = encoders.apply(bytes, null);
            new GenericDatumWriter<GenericRecord>(schema).write(record, encoder);
            encoder.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
