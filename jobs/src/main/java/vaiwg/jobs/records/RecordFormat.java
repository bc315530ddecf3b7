package vaiwg.jobs.records;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import vaiwg.engine.contributions.Delta;
import vaiwg.kpis.cases.CaseState;
import vaiwg.kpis.cases.CountedFields;
import vaiwg.kpis.cases.PersonState;
import vaiwg.kpis.cases.PersonUpdate;
import vaiwg.kpis.cases.VersionLog;
import vaiwg.kpis.fields.FieldRecord;

/**
 * The formats in which records are kept in state and sent between tasks. Where the fields of a record change, or their order, its number
 * is raised: state of the old format is then rejected, and the job reads the log again.
 */
enum RecordFormat {
    EVENT(DecodedRecord.class, DecodedRecord::new, false, 8),
    CASE(CaseState.class, CaseState::new, true, 8),
    SUBJECT(VersionLog.class, VersionLog::new, true, 6),
    PERSON(PersonState.class, PersonState::new, true, 3),
    NOTICE(PersonUpdate.class, PersonUpdate::new, false, 3),
    DELTA(Delta.class, Delta::new, false, 4);

    /**
     * Raised where the class of a POJO in state is renamed or moved, as Flink finds it by its name; and where one has a further field without
     * which a snapshot would not be what a rebuild gives.
     */
    private static final int POJOS = 2;

    private final Class<? extends FieldRecord> type;
    private final Supplier<? extends FieldRecord> fresh;
    private final boolean kept;
    private final int number;

    /** @param kept whether it is kept in state, and not only sent */
    <T extends FieldRecord> RecordFormat(Class<T> type, Supplier<? extends T> fresh, boolean kept, int number) {
        this.type = type;
        this.fresh = fresh;
        this.kept = kept;
        this.number = number;
    }

    static RecordFormat of(Class<?> type) {
        return Stream.of(values())
                .filter(format -> format.type == type)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no format of " + type));
    }

    /** The formats of all that is kept in state, in a few letters. */
    static String ofState() {
        return Arrays.stream(values())
                .filter(format -> format.kept)
                .map(format -> format + "-" + format.number)
                .collect(Collectors.joining(".", "", "." + countedFields() + ".pojos-" + POJOS))
                .toLowerCase(Locale.ROOT);
    }

    /** The counted fields as they are kept: state that was written with others does not have their values. */
    private static String countedFields() {
        CRC32 sum = new CRC32();
        sum.update(CountedFields.layout().getBytes(StandardCharsets.UTF_8));
        return "fields-" + Long.toHexString(sum.getValue());
    }

    Class<? extends FieldRecord> type() {
        return type;
    }

    /** An empty record to read into. */
    FieldRecord fresh() {
        return fresh.get();
    }

    /** From 1 to 127. */
    int number() {
        return number;
    }
}
