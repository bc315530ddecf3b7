package vaiwg.jobs.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.connector.sink2.CommittableMessage;
import org.apache.flink.streaming.runtime.operators.sink.SinkWriterOperatorFactory;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import vaiwg.jobs.panes.DashboardSnapshot;
import vaiwg.kpis.catalogue.DashboardSeries;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

class ScrapeWriterTest {
    private static final String HOST = "127.0.0.1";
    private static final long YESTERDAY = 1_795_392_000_000L;
    private static final long TODAY = YESTERDAY + 86_400_000L;

    private final DashboardSamples dashboards = new DashboardSamples(ShippedCatalogue.get());

    @Test
    void the_newest_snapshot_of_every_force_is_there_and_no_older_one() throws Exception {
        try (ScrapeWriter writer = new ScrapeWriter(HOST, 0, dashboards)) {
            assertThat(scraped(writer)).isEmpty();
            writer.write(snapshot("west-midlands", TODAY, 7), null);
            writer.write(snapshot("west-midlands", YESTERDAY, 5), null);
            writer.write(snapshot("bedfordshire", TODAY, 6), null);
            assertThat(numerators("west-midlands", scraped(writer)))
                    .isNotEmpty()
                    .allMatch(line -> line.endsWith(" 7.0"));
            assertThat(numerators("bedfordshire", scraped(writer)))
                    .isNotEmpty()
                    .allMatch(line -> line.endsWith(" 6.0"));
        }
    }

    @Test
    void it_has_the_series_that_are_pushed_and_no_other() throws Exception {
        DashboardSnapshot snapshot = snapshot("west-midlands", TODAY, 7);
        try (ScrapeWriter writer = new ScrapeWriter(HOST, 0, dashboards)) {
            writer.write(snapshot, null);
            assertThat(scraped(writer)
                            .map(line ->
                                    line.substring(0, line.lastIndexOf(' ')).replace(",}", "}")))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(dashboards.of(snapshot).stream(), dashboards.info(TODAY).stream())
                                    .map(ScrapeWriterTest::series)
                                    .toList());
        }
    }

    /** So that a job goes on from its checkpoint when nobody scrapes it any more: state that no operator takes stops its start. */
    @Test
    void it_leaves_no_state() throws Exception {
        Sink<DashboardSnapshot> sink = ScrapeWriter.output(HOST, "0").sink().apply(ShippedCatalogue::get);
        try (OneInputStreamOperatorTestHarness<DashboardSnapshot, CommittableMessage<Void>> operator =
                new OneInputStreamOperatorTestHarness<>(new SinkWriterOperatorFactory<>(sink))) {
            operator.open();
            operator.processElement(snapshot("west-midlands", TODAY, 7), TODAY);
            assertThat(operator.snapshot(1, 1).hasState()).isFalse();
        }
    }

    private static String series(Sample sample) {
        Map<String, String> labels = new TreeMap<>(sample.labels());
        String name = labels.remove(Sample.NAME);
        return labels.entrySet().stream()
                .map(label -> label.getKey() + "=\"" + label.getValue() + "\"")
                .collect(Collectors.joining(",", name + "{", "}"));
    }

    private static List<String> numerators(String force, Stream<String> lines) {
        return lines.filter(line -> line.startsWith("vaiwg_kpi_numerator{") && line.contains("\"" + force + "\""))
                .toList();
    }

    private static Stream<String> scraped(ScrapeWriter writer) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + HOST + ":" + writer.port() + "/metrics"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body()
                .lines()
                .filter(line -> !line.startsWith("#"));
    }

    private static DashboardSnapshot snapshot(String force, long asAt, int numerator) {
        int size = DashboardSeries.of(ShippedCatalogue.get()).size();
        DashboardSnapshot snapshot = new DashboardSnapshot();
        snapshot.force = force;
        snapshot.asAt = asAt;
        snapshot.numerators = new int[size];
        snapshot.denominators = new int[size];
        Arrays.fill(snapshot.numerators, numerator);
        Arrays.fill(snapshot.denominators, 2 * numerator);
        return snapshot;
    }
}
