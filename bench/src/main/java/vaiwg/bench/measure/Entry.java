package vaiwg.bench.measure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import vaiwg.schemas.EventStream;

/** A row of the table: what is measured, on which topics, and what bounds it. */
public enum Entry {
    READ("bare consumer, one thread", false, Checked.NOTHING, "the client: fetching, checksums, decompression"),
    DECODE("the same, decoded by the job's decoder", false, Checked.NOTHING, "decoding"),
    LEAST_JOB(
            "**least Flink job**: decode, key by case, keep one value",
            false,
            Checked.NOTHING,
            "decoding, one exchange, one state access an event"),
    LEAST_JOB_CASES("the same", true, Checked.NOTHING, ""),
    LOOP(
            "plain Java loop, W: hash maps in one thread, no recovery",
            true,
            Checked.AT_THE_END,
            "decoding; it keeps current versions only and publishes once"),
    FLINK_SQL(
            "Flink SQL, W: mini-batch of 1 s or 5,000 rows, two-phase",
            true,
            Checked.AT_THE_END,
            "two deduplications and a join, with rows serialised between them"),
    KAFKA_STREAMS(
            "Kafka Streams, W: stores in memory, no caches on the joined tables",
            true,
            Checked.AT_THE_END,
            "change logs and a repartition topic, all through the broker"),
    POSTGRES_LOAD("PostgreSQL: decode, `COPY` of the log", true, Checked.NOTHING, "decoding, and text of each row"),
    POSTGRES_ONCE("PostgreSQL: W once", true, Checked.AT_THE_END, "sorting all versions by case"),
    POSTGRES_EVERY(
            "PostgreSQL: W as at every midnight, one statement of spans and signed changes",
            true,
            Checked.IN_THE_MIDDLE_TOO,
            "the same sort, kept as spans"),
    DUCKDB_LOAD("DuckDB: decode, append the log", true, Checked.NOTHING, "decoding"),
    DUCKDB_ONCE("DuckDB: W once", true, Checked.AT_THE_END, "a hash aggregate over columns"),
    DUCKDB_EVERY(
            "DuckDB: W as at every midnight, the same statement", true, Checked.IN_THE_MIDDLE_TOO, "window functions"),
    JOB_ONE(
            "**this job, W alone**, no sinks; a snapshot every midnight",
            true,
            Checked.AT_THE_END,
            "what is done for an event whatever is counted: exchange, versions, deltas"),
    JOB_ALL(
            "**this job, whole catalogue**, no sinks",
            false,
            Checked.AT_THE_END,
            "cases and people; then the one thread of a force's panes"),
    JOB_SINKS(
            "**this job, whole catalogue, all sinks**, until all is in PostgreSQL",
            false,
            Checked.AT_THE_END,
            "the same, and writing rows: PostgreSQL and the tasks that write to it");

    private final String title;
    private final boolean casesOnly;
    private final Checked checked;
    private final String bound;

    /** Which answers are compared. */
    public enum Checked {
        /** It answers nothing. */
        NOTHING,
        AT_THE_END,
        /** It knows what was known at any midnight. */
        IN_THE_MIDDLE_TOO
    }

    Entry(String title, boolean casesOnly, Checked checked, String bound) {
        this.title = title;
        this.casesOnly = casesOnly;
        this.checked = checked;
        this.bound = bound;
    }

    /** As the table calls it. */
    public String title() {
        return title;
    }

    /** What it reads. */
    public Set<EventStream> streams() {
        return casesOnly ? CaseRow.STREAMS : EventLog.ALL;
    }

    /** The least Flink job on the same topics. */
    public Entry yardstick() {
        return casesOnly ? LEAST_JOB_CASES : LEAST_JOB;
    }

    public Checked checked() {
        return checked;
    }

    /** What takes most of its time, in a few words. */
    public String bound() {
        return bound;
    }

    /** Its name in files and options. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException where no row has that name */
    public static Entry of(String id) {
        return Arrays.stream(values())
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + id + "' is no row of the bench."));
    }
}
