package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static vaiwg.kpis.time.LondonDays.startOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import vaiwg.cli.feed.Feed;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.demo.WebPage;
import vaiwg.demo.embedded.EmbeddedPrometheus;
import vaiwg.kpis.Seed;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Progress;
import vaiwg.verification.Today;

/**
 * Nine months of the dashboard's values are pushed to a real Prometheus and served as PostgreSQL has them; three years are in
 * {@link ThreeYearsIT}. Needs the Debian package {@code prometheus}; fails where it is missing.
 */
@Timeout(300)
@ExtendWith(InstallationExtension.class)
class PrometheusIT {
    private static final int DATES = 5;
    private static final Set<String> OF_EVERY_FIGURE = Set.of(
            "__name__", "kpi", "priority", "basis", "window", "theme", "lpa", "characteristic", "group", "force");
    private static final LocalDate END = Today.FIXED.minusDays(2);

    private static final LocalDate FIRST = END.minusMonths(9);
    private static final String ATTRITION =
            "vaiwg_kpi_value{kpi=\"victim_attrition\",basis=\"settled_90d\",window=\"365d\",theme=\"all\"}";
    private static final String ATTRITION_ROWS =
            "SELECT as_at, value FROM kpi_value_dashboard WHERE kpi = 'victim_attrition'"
                    + " AND basis = 'settled_90d' AND \"window\" = '365d' AND slice = '' AND value IS NOT NULL ORDER BY as_at";

    private final long seed = Seed.of("dates served by Prometheus");

    @Test
    void what_was_pushed_is_served_as_published_and_pushing_them_again_changes_nothing(Installation installation)
            throws Exception {
        EventLog log = installation.logOf(new CaseADay());
        Path program = EmbeddedPrometheus.program()
                .orElseThrow(() -> new AssertionError("install prometheus: apt-get install prometheus"));
        try (EmbeddedPrometheus prometheus = EmbeddedPrometheus.start(
                program,
                QuickRules.writeTo(installation.newFolder("project"), ""),
                installation.newFolder("prometheus"))) {
            RunSettings settings =
                    RunSettings.of(startOf(END), 2).withRemoteWrite(URI.create(prometheus.url() + "/api/v1/write"));
            Map<LocalDate, Double> published = new TreeMap<>();
            RunSettings goingOn;
            try (JobRun run = installation.start(log, settings)) {
                run.awaitSnapshot(startOf(END));
                goingOn = settings.into(run.database()).restoredFrom(run.stop());
                run.query(ATTRITION_ROWS).forEach(line -> {
                    String[] row = line.split(",", -1);
                    published.put(LocalDate.parse(row[0]), Double.valueOf(row[1]));
                });
                requireSameAtRandomDates(run, prometheus);
            }
            Map<LocalDate, Double> served = served(prometheus);
            assertThat(served)
                    .as("a value a day, since the first settled cohort")
                    .hasSizeGreaterThan(100)
                    .isEqualTo(published);
            String all = all(prometheus, END);

            installation.replay(log, settings);
            assertThat(all(prometheus, END))
                    .as("after a run of its own has pushed the same history")
                    .isEqualTo(all);
            log.completeThrough(startOf(END.plusDays(1)));
            try (JobRun run = installation.start(log, goingOn)) {
                run.awaitSnapshot(startOf(END.plusDays(1)));
                run.stop();
            }
            assertThat(all(prometheus, END))
                    .as("after a restored run has gone on")
                    .isEqualTo(all);
            assertThat(query(prometheus, ATTRITION, startOf(END.plusDays(1)))).hasSize(1);
            assertThat(served(prometheus)).isEqualTo(published);
        }
    }

    private void requireSameAtRandomDates(JobRun run, EmbeddedPrometheus prometheus) throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < DATES; i++) {
            LocalDate date = END.minusDays(random.nextInt(200));
            Map<String, Double> rows = new TreeMap<>();
            for (String line : run.query("SELECT kpi, basis, \"window\", slice, value FROM kpi_value_dashboard"
                    + " WHERE slice !~ '(theme|lpa|sex|age|ethnicity|disability)=' AND value IS NOT NULL"
                    + " AND as_at = '" + date + "'")) {
                int comma = line.lastIndexOf(',');
                // An empty slice is written as "".
                rows.put(line.substring(0, comma).replace("\"", ""), Double.valueOf(line.substring(comma + 1)));
            }
            Map<String, Double> pushed = new TreeMap<>();
            String query = "vaiwg_kpi_value{theme=\"all\",lpa=\"all\",characteristic=\"all\"}";
            for (JsonNode series : query(prometheus, query, startOf(date))) {
                JsonNode labels = series.get("metric");
                double value = series.get("value").get(1).asDouble();
                String row = String.join(
                        ",",
                        labels.get("kpi").asText(),
                        labels.get("basis").asText(),
                        labels.get("window").asText(),
                        slice(labels));
                // A count of nothing has no row.
                if (value != 0 || rows.containsKey(row)) {
                    pushed.put(row, value);
                }
            }
            assertThat(pushed).as("as at %s, seed %d", date, seed).isNotEmpty();
            assertThat(rows).as("as at %s, seed %d", date, seed).containsAllEntriesOf(pushed);
        }
    }

    /** The parts of a slice that have a label of their own. */
    private static String slice(JsonNode labels) {
        SortedMap<String, String> parts = new TreeMap<>();
        labels.fields()
                .forEachRemaining(label -> parts.put(
                        label.getKey(), label.getKey() + "=" + label.getValue().asText()));
        parts.keySet().removeAll(OF_EVERY_FIGURE);
        return String.join(";", parts.values());
    }

    /** The values of one line, by the day that begins at their time: as a dashboard asks for them, over three years at once. */
    private Map<LocalDate, Double> served(EmbeddedPrometheus prometheus) throws Exception {
        JsonNode result = get(prometheus.url() + "/api/v1/query_range?query="
                + encoded("last_over_time(" + ATTRITION + "[1d])")
                + "&start=" + startOf(FIRST).plus(Duration.ofHours(6)).getEpochSecond()
                + "&end=" + startOf(END).plus(Duration.ofHours(6)).getEpochSecond()
                + "&step=1d");
        assertThat(result).as("series").hasSize(1);
        Map<LocalDate, Double> values = new TreeMap<>();
        for (JsonNode value : result.get(0).get("values")) {
            LocalDate day =
                    LocalDate.ofInstant(Instant.ofEpochSecond(value.get(0).asLong()), LondonDays.ZONE);
            values.put(day, value.get(1).asDouble());
        }
        return values;
    }

    /** The number of all samples up to a day, and their sum: a second value for an instant would change one of them. */
    private String all(EmbeddedPrometheus prometheus, LocalDate day) throws Exception {
        List<String> found = new ArrayList<>();
        for (String function : List.of("count_over_time", "sum_over_time")) {
            String query = "sum(" + function + "(vaiwg_kpi_value[1190d]))";
            found.add(query(prometheus, query, startOf(day))
                    .get(0)
                    .get("value")
                    .get(1)
                    .asText());
        }
        return String.join(" samples, sum ", found);
    }

    private JsonNode query(EmbeddedPrometheus prometheus, String query, Instant at) throws Exception {
        return get(prometheus.url() + "/api/v1/query?query=" + encoded(query) + "&time=" + at.getEpochSecond());
    }

    private JsonNode get(String url) throws Exception {
        HttpResponse<String> answer = WebPage.get(url);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body()).get("data").get("result");
    }

    private static String encoded(String query) {
        return URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    /** A crime a day; every third is closed with outcome 16 three weeks later. */
    private static final class CaseADay implements Feed {
        private static final int CLOSED_AFTER_DAYS = 20;
        private static final int CLOSED_ONE_IN = 3;

        @Override
        public String describe() {
            return "a case a day, nine months";
        }

        @Override
        public long expectedRecords() {
            return 5 * Duration.between(startOf(FIRST), end()).toDays();
        }

        @Override
        public Instant end() {
            return startOf(END);
        }

        @Override
        public void play(Consumer<FeedRecord> sink) {
            List<LocalDate> days = new ArrayList<>(FIRST.datesUntil(END).toList());
            for (int i = 0; i < days.size(); i++) {
                Instant noon = startOf(days.get(i)).plus(Duration.ofHours(12));
                sink.accept(new SmallCase("case-" + i).recorded(noon));
                int closed = i - CLOSED_AFTER_DAYS;
                if (closed >= 0 && closed % CLOSED_ONE_IN == 0) {
                    sink.accept(new SmallCase("case-" + closed).closed(noon));
                }
                Instant through = startOf(days.get(i).plusDays(1));
                for (EventStream stream : EventStream.values()) {
                    sink.accept(new FeedRecord(
                            stream, null, through.toEpochMilli(), new Progress(through, "test", List.of())));
                }
            }
        }
    }
}
