package vaiwg.jobs.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vaiwg.engine.contributions.Delta;
import vaiwg.engine.contributions.DeltaEntry;
import vaiwg.kpis.cases.CaseState;
import vaiwg.kpis.cases.NoteVersion;
import vaiwg.kpis.cases.PersonState;
import vaiwg.kpis.cases.PersonUpdate;
import vaiwg.kpis.cases.RecordKind;
import vaiwg.kpis.cases.VersionKind;
import vaiwg.kpis.fields.FieldRecord;
import vaiwg.schemas.EventStream;

/**
 * Records come back from bytes as they were, and the bytes stay what they are: those of checkpoints are read by later builds. Where a
 * format is changed on purpose, raise its number in {@link RecordFormat} and write the bytes again with
 * {@code -Dvaiwg.golden.write=true}.
 */
class RecordBytesTest {
    private static final Path GOLDEN = Path.of("src/test/resources/vaiwg/jobs/records");
    private static final int ROUNDS = 40;

    @ParameterizedTest
    @EnumSource
    void any_record_comes_back_from_its_bytes(RecordFormat format) throws IOException {
        RandomRecords records = new RandomRecords(new Random(14));
        for (int round = 0; round < ROUNDS; round++) {
            for (FieldRecord record : some(format, records)) {
                assertComesBack(format, record);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_bytes_of_a_record_are_those_that_were_written_when_its_format_got_its_number(RecordFormat format)
            throws IOException {
        List<String> lines = new ArrayList<>();
        for (FieldRecord record : some(format, new RandomRecords(new Random(2026)))) {
            lines.add(HexFormat.of().formatHex(bytes(format, record)));
        }
        Path file = GOLDEN.resolve(format.name().toLowerCase(java.util.Locale.ROOT) + "-" + format.number() + ".hex");
        if (Boolean.getBoolean("vaiwg.golden.write")) {
            Files.createDirectories(GOLDEN);
            Files.write(file, lines);
        }
        assertThat(lines).isEqualTo(Files.readAllLines(file));
    }

    @Test
    void several_records_after_one_another_are_read_and_copied_one_by_one() throws IOException {
        RandomRecords records = new RandomRecords(new Random(3));
        TypeSerializer<FieldRecord> serializer = new RecordSerializer<>(RecordFormat.EVENT);
        DataOutputSerializer out = new DataOutputSerializer(64);
        List<DecodedRecord> written = new ArrayList<>();
        for (VersionKind kind : VersionKind.values()) {
            written.add(records.event(kind));
            serializer.serialize(written.get(written.size() - 1), out);
        }
        DataOutputSerializer copied = new DataOutputSerializer(64);
        DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
        for (int i = 0; i < written.size(); i++) {
            serializer.copy(in, copied);
        }
        DataInputDeserializer again = new DataInputDeserializer(copied.getCopyOfBuffer());
        for (DecodedRecord record : written) {
            assertAlike(serializer.deserialize(again), record);
        }
        assertThat(again.available()).isZero();
    }

    @Test
    void a_copy_is_the_record_itself_since_nobody_changes_it() {
        CaseState kept = new RandomRecords(new Random(5)).filled(new CaseState());
        TypeSerializer<CaseState> serializer =
                RecordType.<CaseState>ofClass(CaseState.class).serializer();
        assertThat(serializer.copy(kept)).isSameAs(kept);
        assertThat(serializer.isImmutableType()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void state_of_the_same_format_is_read_and_of_another_rejected_in_one_sentence(RecordFormat format)
            throws IOException {
        TypeSerializerSnapshot<FieldRecord> now = new RecordSerializer<>(format).snapshotConfiguration();
        assertThat(now.resolveSchemaCompatibility(written(format, format.number()))
                        .isCompatibleAsIs())
                .isTrue();
        TypeSerializerSnapshot<FieldRecord> other = written(format, format.number() + 1);
        assertThat(now.resolveSchemaCompatibility(other).isIncompatible()).isTrue();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(other::restoreSerializer)
                .withMessage(
                        "The checkpoint keeps records of the type %s in format %d and this build in format %d: start"
                                + " without it (vaiwg run --fresh, or a cluster without VAIWG_RESTORE_FROM), and the job"
                                + " reads the log again.",
                        format, format.number() + 1, format.number());
    }

    private static TypeSerializerSnapshot<FieldRecord> written(RecordFormat format, int number) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        out.writeUTF(format.name());
        out.writeByte(number);
        RecordSerializerSnapshot<FieldRecord> snapshot = new RecordSerializerSnapshot<>();
        snapshot.readSnapshot(
                1, new DataInputDeserializer(out.getCopyOfBuffer()), RecordBytesTest.class.getClassLoader());
        return snapshot;
    }

    /** One of each kind. */
    private static List<FieldRecord> some(RecordFormat format, RandomRecords records) {
        List<FieldRecord> some = new ArrayList<>();
        switch (format) {
            case EVENT -> {
                for (VersionKind kind : VersionKind.values()) {
                    some.add(records.event(kind));
                }
            }
            case SUBJECT -> {
                for (VersionKind kind : VersionKind.values()) {
                    some.add(records.log(kind, 2));
                }
                some.add(records.log(VersionKind.ORDER, 0));
            }
            case CASE -> some.add(records.filled(new CaseState()));
            case PERSON -> some.add(records.filled(new PersonState()));
            case NOTICE -> some.add(records.filled(new PersonUpdate()));
            case DELTA -> {
                some.add(Delta.ofNote("west-midlands", records.filled(new NoteVersion())));
                some.add(Delta.ofOrigin("west-midlands", (byte) 1, new RecordKind((byte) 2), 1_700_000_000_000L));
                some.add(Delta.ofArrivals("west-midlands", EventStream.STALKING, 1_700_000_000_000L, 300));
                some.add(new Delta(
                        "west-midlands",
                        (byte) 3,
                        List.of(entry(records, 1_700_000_000_000L), entry(records, 1_800_000_000_000L))));
            }
        }
        return some;
    }

    private static DeltaEntry entry(RandomRecords records, long enters) {
        DeltaEntry entry = records.filled(new DeltaEntry());
        entry.enters = enters;
        entry.denominator = entry.numerator;
        return entry;
    }

    private static void assertComesBack(RecordFormat format, FieldRecord record) throws IOException {
        byte[] bytes = bytes(format, record);
        FieldRecord back = new RecordSerializer<FieldRecord>(format).deserialize(new DataInputDeserializer(bytes));
        assertAlike(back, record);
        assertThat(bytes(format, back)).isEqualTo(bytes);
    }

    private static void assertAlike(FieldRecord back, FieldRecord record) {
        assertThat(back)
                .usingRecursiveComparison()
                .withStrictTypeChecking()
                .ignoringFields(
                        record instanceof DecodedRecord ? RandomRecords.STAY.toArray(String[]::new) : new String[0])
                .isEqualTo(record);
    }

    private static byte[] bytes(RecordFormat format, FieldRecord record) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        new RecordSerializer<>(format).serialize(record, out);
        return out.getCopyOfBuffer();
    }
}
