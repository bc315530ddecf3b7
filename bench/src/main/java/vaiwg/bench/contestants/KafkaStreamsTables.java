package vaiwg.bench.contestants;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.Stores;
import vaiwg.bench.measure.Answer;
import vaiwg.bench.measure.CaseRow;
import vaiwg.bench.measure.Contestant;
import vaiwg.bench.measure.EventLog;
import vaiwg.bench.measure.Laps;
import vaiwg.schemas.EventStream;

/**
 * The question in Kafka Streams, with stores in memory. The two tables that are joined have no caches: with them what is subtracted from a
 * group is not always what was added to it, and the answer is wrong.
 */
public final class KafkaStreamsTables implements Contestant {
    private static final String GROUPS = "groups";
    private static final long COMMIT_EVERY_MILLIS = 1_000;
    private static final int DAY_SHIFT = 32;
    private static final int THEMES_SHIFT = 16;
    private static final int LPA_MASK = 0xFFFF;
    private static final long ONE = 1L << 32;
    private static final Serde<CaseRow> ROWS =
            Serdes.serdeFrom((topic, row) -> row.toBytes(), (topic, bytes) -> bytes == null ? null : CaseRow.of(bytes));

    @Override
    public void run(EventLog log, Path folder, Laps laps) throws Exception {
        laps.time(
                () -> {
                    String application = "bench-" + UUID.randomUUID();
                    try (KafkaStreams streams = new KafkaStreams(topology(), properties(log, folder, application))) {
                        streams.start();
                        CommittedReads.awaitEnd(log, application);
                        return Optional.of(answer(streams));
                    }
                },
                log.brokerPid());
    }

    private static Properties properties(EventLog log, Path folder, String application) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, log.bootstrapServers());
        properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, FlinkSettings.PARALLELISM);
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_EVERY_MILLIS);
        properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, 1);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return properties;
    }

    private static Topology topology() {
        StreamsBuilder builder = new StreamsBuilder();
        KTable<String, CaseRow> crimes = current(builder, EventStream.CRIME_RECORDING);
        KTable<String, CaseRow> outcomes = current(builder, EventStream.OUTCOME);
        crimes.leftJoin(outcomes, KafkaStreamsTables::contribution)
                .filter((reference, counted) -> counted != null && counted.value > 0)
                .groupBy((reference, counted) -> counted, Grouped.with(Serdes.Long(), Serdes.Long()))
                .aggregate(
                        () -> 0L,
                        (group, counted, sum) -> sum + counted,
                        (group, counted, sum) -> sum - counted,
                        Materialized.<Long, Long>as(Stores.inMemoryKeyValueStore(GROUPS))
                                .withKeySerde(Serdes.Long())
                                .withValueSerde(Serdes.Long()));
        return builder.build();
    }

    private static KTable<String, CaseRow> current(StreamsBuilder builder, EventStream stream) {
        return builder.stream(stream.topic(EventLog.PREFIX), Consumed.with(Serdes.String(), Serdes.ByteArray()))
                .filter((key, value) -> key != null)
                .processValues(() -> new Decoding(stream))
                .groupByKey(Grouped.with(Serdes.String(), ROWS))
                .reduce(
                        (before, next) -> next.or(before),
                        Materialized.<String, CaseRow>as(Stores.inMemoryKeyValueStore(stream.slug()))
                                .withKeySerde(Serdes.String())
                                .withValueSerde(ROWS)
                                .withCachingDisabled());
    }

    /** The group of a crime, and what it adds: one in the upper half, and one in the lower if it is of the part; 0 if it is not active. */
    private static KeyValue<Long, Long> contribution(CaseRow crime, CaseRow outcome) {
        long group = (long) crime.day() << DAY_SHIFT | (long) crime.themes() << THEMES_SHIFT | crime.lpa();
        return KeyValue.pair(group, crime.counted() ? ONE + (crime.isPart(outcome) ? 1 : 0) : 0L);
    }

    private static Answer answer(KafkaStreams streams) {
        Answer answer = new Answer();
        try (KeyValueIterator<Long, Long> groups = streams.store(
                        StoreQueryParameters.fromNameAndType(GROUPS, QueryableStoreTypes.<Long, Long>keyValueStore()))
                .all()) {
            groups.forEachRemaining(group -> answer.add(
                    (int) (group.key >>> DAY_SHIFT),
                    (int) (group.key >>> THEMES_SHIFT) & LPA_MASK,
                    (int) (long) group.key & LPA_MASK,
                    group.value >>> DAY_SHIFT,
                    group.value & ONE - 1));
        }
        return answer;
    }

    private static final class Decoding extends ContextualFixedKeyProcessor<String, byte[], CaseRow> {
        private final EventStream stream;
        private final CaseRow.Reader reader = new CaseRow.Reader();

        Decoding(EventStream stream) {
            this.stream = stream;
        }

        @Override
        public void process(FixedKeyRecord<String, byte[]> record) {
            byte[] key = record.key().getBytes(StandardCharsets.UTF_8);
            reader.read(stream, EventLog.message(stream, 0, record.timestamp(), key, record.value()))
                    .ifPresent(row -> context().forward(record.withValue(row)));
        }
    }
}
