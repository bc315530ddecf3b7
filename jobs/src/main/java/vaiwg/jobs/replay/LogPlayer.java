package vaiwg.jobs.replay;

import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import vaiwg.engine.contributions.Delta;
import vaiwg.engine.contributions.DeltaEntry;
import vaiwg.engine.contributions.PersonDeltas;
import vaiwg.engine.contributions.PersonUpdates;
import vaiwg.engine.contributions.SubjectDeltas;
import vaiwg.engine.contributions.SubjectType;
import vaiwg.jobs.decode.DecodingSchema;
import vaiwg.jobs.knowledge.Admission;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.panes.DashboardSnapshot;
import vaiwg.jobs.panes.DayBlock;
import vaiwg.jobs.panes.ForceAggregates;
import vaiwg.jobs.panes.PaneOptions;
import vaiwg.jobs.panes.Snapshot;
import vaiwg.jobs.persons.PersonOperator;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.jobs.records.OwnerNote;
import vaiwg.jobs.subjects.SubjectEvents;
import vaiwg.kpis.cases.PersonState;
import vaiwg.kpis.cases.PersonUpdate;
import vaiwg.kpis.cases.Subject;
import vaiwg.kpis.cases.Versions;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.fields.FieldWriter;
import vaiwg.kpis.time.PartitionClock;

/**
 * The job without Flink's runtime: plays a log through decoding, admission, subjects, persons and panes by the classes of which the operators
 * are made, and hands over what each record causes and what is published at each midnight. What that is does not depend on how partitions are
 * read beside one another, so it is what the job published of the same log by the same definitions.
 *
 * <p>One thread reads, decodes and keeps subjects; {@linkplain PaneThread another}, where figures are put together, does persons and panes, in the
 * order in which the first tells it. They share nothing but what is told, which is not changed any more.
 *
 * <p>All subjects and persons are kept in memory, as the job's heap backend keeps them.
 */
public final class LogPlayer {
    private final DecodingSchema decoder;
    private final Catalogue catalogue;
    private final ReplayListener listener;
    private final Clock own;
    private final Admission admission = new Admission(new Admitted());
    private final Map<SubjectType, OfType> subjects = new EnumMap<>(SubjectType.class);
    private final Map<String, PersonState> persons = new HashMap<>();
    private final PersonDeltas ofPersons;
    private final FieldWriter writer = new FieldWriter();
    private final Map<TopicPartition, PartitionClock> clocks = new HashMap<>();
    private final Collector<DecodedRecord> decoded = new Decoded();
    /** Where figures are put together: the panes, on which only the other thread works while a log is played. */
    private final Optional<ForcesPanes> figures;

    private Optional<PaneThread> told = Optional.empty();

    private long records;
    /** Whether the record at hand is in anything: of a step that names a crime, in its own subject or the crime. */
    private boolean used;

    /** The subjects of one type, by force and id. */
    private final class OfType implements SubjectEvents.Outputs {
        private final SubjectType type;
        private final SubjectEvents events;
        private final Map<String, Map<String, Subject>> known = new HashMap<>();

        OfType(SubjectType type) {
            this.type = type;
            this.events = new SubjectEvents(type, new SubjectDeltas(catalogue), new PersonUpdates(catalogue));
        }

        void take(DecodedRecord event) {
            Map<String, Subject> ofForce = known.computeIfAbsent(event.force, force -> new HashMap<>());
            Subject after = events.take(ofForce.get(event.subject), event, this);
            if (after != null) {
                ofForce.put(event.subject, after);
            }
        }

        @Override
        public void arrived(DecodedRecord event, Subject known, Versions.VersionStatus status) {
            if (status == Versions.VersionStatus.TOO_MANY) {
                listener.rejected(event);
            } else {
                used = true;
            }
        }

        @Override
        public void caused(DecodedRecord event, List<DeltaEntry> caused) {
            then(() -> {
                listener.ofSubject(type, event, caused);
                post(event.force, event.source, caused);
            });
        }

        @Override
        public void tells(DecodedRecord event, PersonUpdate update) {
            then(() -> tell(type, event, update));
        }
    }

    private final class Admitted implements Admission.Outputs {
        @Override
        public void event(SubjectType type, DecodedRecord event) {
            subjects.get(type).take(event);
        }

        @Override
        public void marker(Delta marker) {
            figures.ifPresent(forces -> then(() -> forces.add(marker)));
        }

        @Override
        public void note(OwnerNote note) {
            // Its words are in no figure; what it says of a signal is a marker.
            used = true;
        }

        @Override
        public void admitted(DecodedRecord record) {
            if (used) {
                listener.admitted(record);
            }
        }

        @Override
        public void late(DecodedRecord record, long knowledgeTime) {
            // The job lists it; its knowledge time is in its version.
        }

        @Override
        public void rejected(DecodedRecord record) {
            listener.rejected(record);
        }

        @Override
        public void ahead(DecodedRecord progress) {
            // Not believed, and so nothing.
        }
    }

    private final class Decoded implements Collector<DecodedRecord> {
        /** The partition of the record before: mostly the next one's too. */
        private TopicPartition last = new TopicPartition("", 0);

        private PartitionClock clock = new PartitionClock(PartitionClock.UNSET);

        @Override
        public void collect(DecodedRecord record) {
            if (record.partition != last.partition() || !record.topic.equals(last.topic())) {
                last = new TopicPartition(record.topic, record.partition);
                clock = clockOf(last);
            }
            used = false;
            admission.take(record, clock);
        }

        @Override
        public void close() {
            // There is nothing to give back.
        }
    }

    private final class ForcesPanes {
        private final Map<String, ForceAggregates> forces = new TreeMap<>();
        private final PaneOptions options;

        ForcesPanes(PaneOptions options) {
            this.options = options;
        }

        void add(Delta delta) {
            forces.computeIfAbsent(delta.force, slug -> new ForceAggregates(slug, catalogue, options, new Published()))
                    .add(delta);
        }

        void publishThrough(long watermark) {
            forces.values().forEach(force -> force.publishThrough(watermark));
        }
    }

    /** What panes give; only snapshots are wanted. */
    private final class Published implements ForceAggregates.Outputs {
        @Override
        public void snapshot(Snapshot snapshot) {
            listener.snapshot(snapshot);
        }

        @Override
        public void reminder(Snapshot reminder) {
            // Nothing goes on from a checkpoint.
        }

        @Override
        public void dashboard(DashboardSnapshot snapshot) {
            // Nobody is shown any.
        }

        @Override
        public void day(DayBlock block) {
            // Days as known now are not written.
        }
    }

    /**
     * @param topicPrefix of the log's topics
     * @param events which records are used, and of which forces
     * @param panes which rows are published; without it figures are not put together, and no snapshot is taken
     * @param own no snapshot is taken before this clock has come to its midnight
     */
    public LogPlayer(
            Catalogue catalogue,
            String topicPrefix,
            EventOptions events,
            Optional<PaneOptions> panes,
            ReplayListener listener,
            Clock own) {
        this.catalogue = catalogue;
        this.listener = listener;
        this.own = own;
        this.figures = panes.map(ForcesPanes::new);
        this.ofPersons = new PersonDeltas(catalogue);
        this.decoder = new DecodingSchema(topicPrefix, events, () -> catalogue);
        this.decoder.open(null);
        for (SubjectType type : SubjectType.values()) {
            subjects.put(type, new OfType(type));
        }
    }

    /**
     * Plays a log to its end; another that is played then goes on where it ended. What is known later than the least of its partitions' clocks was
     * heard, but is in no snapshot.
     *
     * @throws IllegalStateException in one sentence, where it cannot be read to its end
     * @throws IllegalArgumentException where figures are wanted of a part of a log
     */
    public void play(ReplayLog log) {
        if (figures.isPresent() && !log.isWhole()) {
            throw new IllegalArgumentException("A part of the partitions gives no figures: read all of them.");
        }
        log.partitions().forEach(this::clockOf);
        if (figures.isEmpty()) {
            read(log);
            return;
        }
        try (PaneThread thread = PaneThread.start(figures.get()::publishThrough)) {
            told = Optional.of(thread);
            read(log);
            publish(thread);
            thread.finish();
        } finally {
            told = Optional.empty();
        }
    }

    private void read(ReplayLog log) {
        log.read(new ReplayLog.Receiver() {
            @Override
            public void take(ConsumerRecord<byte[], byte[]> message) {
                records++;
                decoder.deserialize(message, decoded);
            }

            @Override
            public void pause() {
                told.ifPresent(LogPlayer.this::publish);
            }

            @Override
            public long clockOf(TopicPartition partition) {
                return LogPlayer.this.clockOf(partition).now();
            }
        });
    }

    /** All that is known by this instant was heard, epoch milliseconds; {@link PartitionClock#UNSET} while a partition says nothing. */
    public long completeThrough() {
        return clocks.values().stream().mapToLong(PartitionClock::now).min().orElse(PartitionClock.UNSET);
    }

    /** How many records were played, progress records among them. */
    public long records() {
        return records;
    }

    /** How many subjects are kept, of all types. */
    public long subjects() {
        return subjects.values().stream()
                .flatMap(ofType -> ofType.known.values().stream())
                .mapToLong(Map::size)
                .sum();
    }

    /** Those of one type, as they are kept. */
    public List<Subject> subjects(SubjectType type) {
        return subjects.get(type).known.values().stream()
                .flatMap(ofForce -> ofForce.values().stream())
                .toList();
    }

    /** How many persons and places are kept. */
    public long persons() {
        return persons.size();
    }

    private void publish(PaneThread thread) {
        long watermark = Math.min(completeThrough(), own.millis());
        if (watermark != PartitionClock.UNSET) {
            admission.tellArrivals();
            thread.publishThrough(watermark);
        }
    }

    /** Does what follows from subjects: where figures are put together in the other thread, else at once. */
    private void then(Runnable follows) {
        told.ifPresentOrElse(thread -> thread.add(follows), follows);
    }

    private void tell(SubjectType type, DecodedRecord event, PersonUpdate update) {
        String key = PersonOperator.keyOf(update);
        PersonState before = persons.getOrDefault(key, new PersonState());
        PersonState after = before.with(update);
        persons.put(key, after);
        List<DeltaEntry> caused = ofPersons.of(before, after, update);
        if (!caused.isEmpty()) {
            listener.ofPerson(type, event, update, caused);
            post(update.force, update.source, caused);
        }
    }

    private void post(String force, byte source, List<DeltaEntry> caused) {
        figures.ifPresent(forces -> forces.add(new Delta(force, source, caused, writer)));
    }

    private PartitionClock clockOf(TopicPartition partition) {
        return clocks.computeIfAbsent(partition, unread -> new PartitionClock(PartitionClock.UNSET));
    }
}
