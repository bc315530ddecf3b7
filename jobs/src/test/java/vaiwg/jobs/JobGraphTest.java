package vaiwg.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.streaming.api.environment.CheckpointConfig;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vaiwg.engine.contributions.SubjectType;
import vaiwg.jobs.options.CheckpointOptions;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.options.HttpEndpoint;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.jobs.options.LocalPorts;
import vaiwg.jobs.options.PublicationOptions;
import vaiwg.jobs.options.StateBackend;
import vaiwg.jobs.panes.FigureOutput;
import vaiwg.jobs.store.Database;
import vaiwg.jobs.store.Publication;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

/** State is found again by uid and key group: neither may change unnoticed. */
class JobGraphTest {
    private static final Path UIDS = Path.of("src/test/resources/vaiwg/jobs/uids.txt");

    /** Remote write, and each that is asked for by its name. */
    private final FigureOutputs outputs = FigureOutputs.to(
                    Optional.of(HttpEndpoint.of(URI.create("http://127.0.0.1:1/api/v1/write"))))
            .and(FigureOutputs.examples());

    private final VaiwgJob job = job(StateBackend.HEAP);

    @Test
    void what_a_job_in_this_process_keeps_for_a_while_is_its_owners_alone() throws Exception {
        Path folder = Path.of(job.localConfiguration().get(CoreOptions.TMP_DIRS));

        assertThat(Files.getPosixFilePermissions(folder)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void every_operator_has_the_uid_that_it_always_had() throws Exception {
        List<String> uids = graph(3).getStreamNodes().stream()
                .map(node -> node.getTransformationUID() + " (" + node.getOperatorName() + ")")
                .sorted()
                .toList();
        assertThat(uids).noneMatch(uid -> uid.startsWith("null"));
        if (Boolean.getBoolean("vaiwg.golden.write")) {
            Files.createDirectories(UIDS.getParent());
            Files.write(UIDS, uids);
        }
        assertThat(uids)
                .as("an operator that is renamed or lost loses its state; write anew with -Dvaiwg.golden.write=true")
                .containsExactlyElementsOf(Files.readAllLines(UIDS));
    }

    @Test
    void the_page_on_the_architecture_names_every_operator_but_all_of_those_that_are_alike() throws Exception {
        String page = Files.readString(Path.of("..", "docs", "architecture.md"));
        List<String> alike = Stream.concat(
                        Stream.of(SubjectType.values()).map(SubjectType::plural),
                        outputs.named().stream().map(FigureOutput::uid))
                .toList();
        assertThat(Files.readAllLines(UIDS))
                .extracting(line -> line.substring(0, line.indexOf(' ')))
                .containsAll(alike)
                .filteredOn(uid -> !alike.contains(uid))
                .allMatch(uid -> page.contains("`" + uid + "`"));
        assertThat(page).contains("one for each `SubjectType`", "one for each `NamedOutput`");
    }

    @Test
    void the_graph_is_accepted_without_generated_uids_or_generic_types() {
        Configuration configuration = job.configuration();
        assertThat(configuration.get(PipelineOptions.AUTO_GENERATE_UIDS)).isFalse();
        assertThat(configuration.get(PipelineOptions.GENERIC_TYPES)).isFalse();
        assertThat(configuration.get(PipelineOptions.MAX_PARALLELISM)).isEqualTo(128);
        assertThat(graph(3).getJobGraph().getNumberOfVertices()).isPositive();
    }

    @Test
    void state_that_no_operator_takes_stops_the_start_with_or_without_remote_write() {
        VaiwgJob silent = job(StateBackend.HEAP, FigureOutputs.none());

        assertThat(List.of(job, silent))
                .allSatisfy(any -> assertThat(
                                any.configuration().get(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE))
                        .isFalse());
        assertThat(parallelismOf("remote-write-sink", graph(silent, 3))).isEqualTo(1);
    }

    @Test
    void three_failed_checkpoints_in_a_row_are_tolerated_for_longer_than_their_alert_waits() {
        CheckpointConfig checkpoints = graph(3).getCheckpointConfig();
        assertThat(checkpoints.getTolerableCheckpointFailureNumber()).isEqualTo(3);
        assertThat(Duration.ofMillis(checkpoints.getCheckpointTimeout()).multipliedBy(4))
                .as("four that time out, beside the 20 minutes after which VaiwgCheckpointsFailing is raised")
                .isGreaterThan(Duration.ofMinutes(20));
        assertThat(checkpoints.getMinPauseBetweenCheckpoints()).isBetween(1L, checkpoints.getCheckpointInterval() / 2);
    }

    @ParameterizedTest
    @EnumSource
    void state_is_kept_where_the_options_say(StateBackend backend) {
        Configuration configuration = job(backend).localConfiguration();
        assertThat(configuration.get(StateBackendOptions.STATE_BACKEND))
                .isEqualTo(backend == StateBackend.HEAP ? "hashmap" : "rocksdb");
        assertThat(configuration.get(CheckpointingOptions.INCREMENTAL_CHECKPOINTS))
                .isTrue();
        assertThat(configuration.get(TaskManagerOptions.MANAGED_MEMORY_SIZE).getMebiBytes())
                .as("RocksDB's cache, for each of two slots")
                .isEqualTo(backend == StateBackend.HEAP ? 64 : 512);
    }

    @Test
    void key_groups_are_fixed_for_every_keyed_operator() {
        assertThat(graph(3).getStreamNodes())
                .filteredOn(node -> node.getStateKeySerializer() != null)
                .hasSizeGreaterThanOrEqualTo(4)
                .allMatch(node -> node.getMaxParallelism() == 128);
    }

    @Test
    void the_source_is_no_wider_than_the_topics() {
        assertThat(parallelismOf("arrivals", graph(1))).isEqualTo(1);
        assertThat(parallelismOf("admission", graph(1))).isEqualTo(1);
        assertThat(parallelismOf("cases", graph(1))).isEqualTo(2);
        assertThat(parallelismOf("arrivals", graph(3))).isEqualTo(2);
    }

    @Test
    void what_must_stay_in_order_is_not_spread() {
        assertThat(outputs.all())
                .hasSizeGreaterThan(1)
                .allSatisfy(output ->
                        assertThat(parallelismOf(output.uid(), graph(3))).isEqualTo(1));
        assertThat(parallelismOf("feeds", graph(3))).isEqualTo(1);
        assertThat(parallelismOf("watermark-watch", graph(3))).isEqualTo(1);
    }

    @Test
    void nothing_is_written_by_the_thread_that_counts_days() {
        assertThat(graph(3).getJobGraph().getVertices())
                .extracting(JobVertex::getName)
                .contains("Panes", "Published snapshots: Writer", "Revised days: Writer", "Remote write: Writer");
    }

    private VaiwgJob job(StateBackend backend) {
        return job(backend, outputs);
    }

    private static VaiwgJob job(StateBackend backend, FigureOutputs outputs) {
        JobOptions options = new JobOptions(
                new KafkaConnection("127.0.0.1:1", "vaiwg."),
                EventOptions.of(Forces.any()),
                new Database("jdbc:postgresql://127.0.0.1:1/vaiwg", "nobody", "nothing"),
                outputs,
                new PublicationOptions(LocalDate.of(2026, 1, 1), true, Optional.empty(), false),
                new CheckpointOptions(Path.of("target/checkpoints"), Duration.ofSeconds(10), Optional.empty(), backend),
                2,
                LocalPorts.none());
        return new VaiwgJob(options, ShippedCatalogue::get);
    }

    private StreamGraph graph(int partitions) {
        return graph(job, partitions);
    }

    private static StreamGraph graph(VaiwgJob job, int partitions) {
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment(job.configuration());
        job.wire(environment, partitions, new Publication(1, 20_000));
        return environment.getStreamGraph();
    }

    private static int parallelismOf(String uid, StreamGraph graph) {
        return graph.getStreamNodes().stream()
                .filter(node -> uid.equals(node.getTransformationUID()))
                .mapToInt(StreamNode::getParallelism)
                .findFirst()
                .orElseThrow();
    }
}
