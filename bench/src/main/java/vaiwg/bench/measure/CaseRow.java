package vaiwg.bench.measure;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import vaiwg.jobs.decode.EventReader;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.OutcomeVersion;
import vaiwg.kpis.cases.PackedCode;
import vaiwg.kpis.cases.Version;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.reference.OffenceTheme;
import vaiwg.kpis.reference.Theme;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.EventStream;

/**
 * What the question needs of one version of a crime or of its outcome: the row of every contestant's tables, projected by the same code for
 * all of them.
 *
 * @param reference of the case, with its force
 * @param eventHigh of the event's id, so turned that its order is that of signed numbers; likewise {@code eventLow}
 * @param counted of a crime whether it is active, of an outcome whether it is an assigned outcome 16
 * @param day of recording, or of the outcome
 * @param themes of a crime as {@link Answer}'s bits, else 0
 * @param lpa the index of a crime's area, else 0
 */
public record CaseRow(
        String reference,
        long version,
        long changedAt,
        long eventHigh,
        long eventLow,
        boolean counted,
        int day,
        int themes,
        int lpa) {
    /** The streams that the question is about. */
    public static final Set<EventStream> STREAMS = Set.of(EventStream.CRIME_RECORDING, EventStream.OUTCOME);

    private static final long OUTCOME_16 = PackedCode.pack("16");
    private static final long NO_CRIME_YET = PackedCode.pack("N100");

    /** Decodes records; for one thread. */
    public static final class Reader {
        private final EventReader events = new EventReader(EventOptions.of(Forces.any()), CodeMaps.shipped());
        private final CodeMaps maps = CodeMaps.shipped();

        /**
         * The row of a record of the two streams; empty of a progress record.
         *
         * @throws IllegalStateException where the job would reject the record
         */
        public Optional<CaseRow> read(EventStream stream, ConsumerRecord<byte[], byte[]> message) {
            DecodedRecord record = events.read(stream, message);
            if (record.rejected != null) {
                throw new IllegalStateException("the log holds a record that is rejected: " + record.detail);
            }
            return record.progress ? Optional.empty() : Optional.of(row(record));
        }

        private CaseRow row(DecodedRecord record) {
            Version version = record.version;
            if (version instanceof CrimeVersion crime) {
                return row(
                        record,
                        crime.status == CrimeVersion.ACTIVE,
                        LondonDays.dayOf(crime.recordedAt),
                        themes(crime),
                        maps.lpaOf(crime.unit, LondonDays.dayOf(crime.recordedAt)));
            }
            OutcomeVersion outcome = (OutcomeVersion) version;
            boolean counted = outcome.isAssigned() && outcome.is(OUTCOME_16);
            return row(record, counted, counted ? LondonDays.dayOf(outcome.assignedAt) : 0, 0, 0);
        }

        private int themes(CrimeVersion crime) {
            OffenceTheme theme = maps.themeOf(crime.offence);
            boolean domesticAbuse = (crime.flags & CrimeVersion.DOMESTIC_ABUSE) != 0
                    && crime.offence != 0
                    && crime.offence != NO_CRIME_YET;
            return (theme == null ? 0 : Answer.bit(theme.theme()))
                    | (domesticAbuse ? Answer.bit(Theme.DOMESTIC_ABUSE) : 0);
        }

        private static CaseRow row(DecodedRecord record, boolean counted, int day, int themes, int lpa) {
            Version version = record.version;
            return new CaseRow(
                    record.subjectKey(),
                    version.version,
                    version.changedAt,
                    version.eventHigh ^ Long.MIN_VALUE,
                    version.eventLow ^ Long.MIN_VALUE,
                    counted,
                    day,
                    themes,
                    lpa);
        }
    }

    /** The one of two versions that is current where both are known; the other may be null. */
    public CaseRow or(CaseRow other) {
        return other == null || supersedes(other) ? this : other;
    }

    private boolean supersedes(CaseRow other) {
        if (version != other.version) {
            return version > other.version;
        }
        if (changedAt != other.changedAt) {
            return changedAt > other.changedAt;
        }
        return eventHigh != other.eventHigh ? eventHigh > other.eventHigh : eventLow > other.eventLow;
    }

    /** Of a crime, whether an outcome (null where there is none) makes it one of the part. */
    public boolean isPart(CaseRow outcome) {
        return outcome != null && outcome.counted && outcome.day - day < Answer.HORIZON;
    }

    /** For Kafka Streams' stores, all but the reference, which is their key. */
    public byte[] toBytes() {
        return ByteBuffer.allocate(4 * Long.BYTES + 3 * Integer.BYTES + 1)
                .putLong(version)
                .putLong(changedAt)
                .putLong(eventHigh)
                .putLong(eventLow)
                .put((byte) (counted ? 1 : 0))
                .putInt(day)
                .putInt(themes)
                .putInt(lpa)
                .array();
    }

    /** What {@link #toBytes} gave, without a reference. */
    public static CaseRow of(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        return new CaseRow(
                "",
                in.getLong(),
                in.getLong(),
                in.getLong(),
                in.getLong(),
                in.get() != 0,
                in.getInt(),
                in.getInt(),
                in.getInt());
    }
}
