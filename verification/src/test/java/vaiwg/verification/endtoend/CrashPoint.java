package vaiwg.verification.endtoend;

/**
 * Every point between two effects of the job, at which a kill leaves the one done and the other not. Each lies before or after a method, of ours
 * or of a library: {@link CrashAgent} puts it there when the class is loaded, so that the product knows nothing of it.
 */
enum CrashPoint {
    /** A record is there; nothing of it is counted. */
    RECORD_READ(Side.BEFORE, "vaiwg.jobs.knowledge.KnowledgeTimeOperator", "processElement", 40),
    /** The partition's clock has it, and it is on its way to its subject. */
    RECORD_ADMITTED(Side.AFTER, "vaiwg.jobs.knowledge.KnowledgeTimeOperator", "processElement", 40),
    /** The subject's state has it, and the delta is on its way. */
    SUBJECT_CHANGED(Side.AFTER, "vaiwg.jobs.subjects.SubjectOperator", "processElement", 10),
    PERSON_CHANGED(Side.AFTER, "vaiwg.jobs.persons.PersonOperator", "processElement", 5),
    DELTA_TAKEN(Side.AFTER, "vaiwg.jobs.panes.PaneOperator", "processElement", 10),
    /** Snapshots are on their way to the writers. */
    MIDNIGHT_COUNTED(Side.AFTER, "vaiwg.jobs.panes.PaneOperator", "processWatermark", 1),
    /** What must be written before the barrier is on its way, the barrier is not. */
    BARRIER_DUE(Side.AFTER, "vaiwg.jobs.panes.PaneOperator", "prepareSnapshotPreBarrier", 2),
    PLACES_STORED(Side.AFTER, "vaiwg.jobs.decode.ClockedReader", "snapshotState", 2),
    PANES_STORED(Side.AFTER, "vaiwg.jobs.panes.PaneOperator", "snapshotState", 2),
    /** All tasks have stored what they keep; the checkpoint is none yet. */
    CHECKPOINT_STORED(Side.BEFORE, "org.apache.flink.runtime.checkpoint.PendingCheckpoint", "finalizeCheckpoint", 2),
    /** The checkpoint is complete, and nobody was told. */
    CHECKPOINT_COMPLETE(Side.AFTER, "org.apache.flink.runtime.checkpoint.PendingCheckpoint", "finalizeCheckpoint", 2),
    /** The source was told of it, the broker was not. */
    CHECKPOINT_TOLD(Side.BEFORE, "vaiwg.jobs.decode.ClockedReader", "notifyCheckpointComplete", 2),
    /** The broker has answered that it has the group's offsets. */
    OFFSETS_COMMITTED(
            Side.AFTER,
            "org.apache.kafka.clients.consumer.internals.ConsumerCoordinator$OffsetCommitResponseHandler",
            "handle",
            1),
    /** Of a snapshot the marker is written, its rows are not. */
    SNAPSHOT_MARKED(Side.AFTER, "vaiwg.jobs.store.SnapshotWriter", "mark", 2),
    /** All rows are written, and the transaction is open. */
    SNAPSHOT_WRITTEN(Side.BEFORE, "org.postgresql.jdbc.PgConnection", "commit", 1, "Published snapshots"),
    /** It is published, and the job does not know. */
    SNAPSHOT_COMMITTED(Side.AFTER, "org.postgresql.jdbc.PgConnection", "commit", 1, "Published snapshots"),
    SAMPLES_READY(Side.BEFORE, "vaiwg.jobs.prometheus.RemoteWriteClient", "send", 1),
    /** Prometheus has them, and the job does not know. */
    SAMPLES_SENT(Side.AFTER, "vaiwg.jobs.prometheus.RemoteWriteClient", "send", 1),
    /** That they are there is stored, in a checkpoint that is none yet. */
    ACKNOWLEDGED_STORED(Side.AFTER, "vaiwg.jobs.prometheus.RemoteWriteSink$Writer", "snapshotState", 2),
    /** Late events, notes, feeds or control totals. */
    ROWS_UPSERTED(Side.AFTER, "org.apache.flink.connector.jdbc.internal.JdbcOutputFormat", "attemptFlush", 2),
    DEAD_LETTER_SENT(Side.AFTER, "org.apache.flink.connector.kafka.sink.KafkaWriter", "write", 1),
    /** Revised days are written, and the transaction is open. From here on days are revised, which is why these are the last. */
    DAYS_WRITTEN(Side.AFTER, "vaiwg.jobs.store.DayRows", "write", 1),
    DAYS_COMMITTED(Side.AFTER, "org.postgresql.jdbc.PgConnection", "commit", 1, "Revised days");

    /** On which side of its method a point lies. */
    enum Side {
        BEFORE,
        AFTER
    }

    private final Side side;
    private final String type;
    private final String method;
    private final int within;
    private final String task;

    CrashPoint(Side side, String type, String method, int within) {
        this(side, type, method, within, "");
    }

    /**
     * @param type the class, by its name in bytecode
     * @param within how often it is passed at the least in some days of a small force, so that one of these times can be drawn
     * @param task a part of the name of the task that is meant, where several pass it
     */
    CrashPoint(Side side, String type, String method, int within, String task) {
        this.side = side;
        this.type = type;
        this.method = method;
        this.within = within;
        this.task = task;
    }

    Side side() {
        return side;
    }

    String type() {
        return type;
    }

    String method() {
        return method;
    }

    int within() {
        return within;
    }

    String task() {
        return task;
    }
}
