package vaiwg.verification.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vaiwg.cli.feed.EventDecoder;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.cli.feed.json.EventIds;
import vaiwg.cli.feed.json.LineEvents;
import vaiwg.cli.feed.json.ReadyEvent;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Source;

/**
 * The rules that a registrar would ask about ({@code docs/figures.md}): each on a few records of a force of its own ({@code
 * counting/rules.jsonl}), counted by the engine and, sharing no code with it, by the oracle.
 */
class RulesOfTheFieldTest {
    private static final Path RECORDS = Path.of("src/test/resources/counting/rules.jsonl");
    private static final LocalDate START = LocalDate.of(2023, 9, 1);
    private static final LocalDate END = LocalDate.of(2024, 12, 1);
    /** So many crimes of no theme make a history that does not end with the last record. */
    private static final int OTHERS = 10;

    private static final Pattern TEST = Pattern.compile("`([^`]+)`");

    private static Oracle oracle;

    @BeforeAll
    static void count() throws Exception {
        oracle = new Oracle();
        List<LogRecord> logs = new ArrayList<>();
        try (ActualRows engine = new ActualRows(ShippedCatalogue.get(), oracle)) {
            for (Map.Entry<String, List<FeedRecord>> of : records().entrySet()) {
                List<LogRecord> log =
                        Log.of(of.getKey() + ".", List.of(new History(of.getKey(), 1, START, END, of.getValue())));
                new PureRun(ShippedCatalogue.get(), engine, of.getKey(), List.of(END)).play(log, 1);
                oracle.want(of.getKey(), List.of(END));
                logs.addAll(log);
            }
        }
        oracle.load(logs);
        oracle.compute();
    }

    @AfterAll
    static void close() throws Exception {
        oracle.close();
    }

    @Test
    void engine_and_oracle_agree_on_every_figure() throws Exception {
        for (String force : oracle.forcesThatDiffer()) {
            assertThat(oracle.differences(force, 10)).as(force).isEmpty();
        }
    }

    @Test
    void a_crime_of_another_forces_area_is_transferred_however_it_is_recorded() throws Exception {
        assertThat(figure("transferred", "transferred_out", "matured_90d", "365d", ""))
                .isEqualTo("2/6");
        assertThat(figure("transferred", "cancelled_share", "matured_90d", "365d", ""))
                .isEqualTo("3/4");
        assertThat(figure("transferred", "cancelled", "matured_90d", "365d", "ground=no_crime"))
                .isEqualTo("1/2");
    }

    @Test
    void taken_into_consideration_is_action_and_a_diversion_is_shown_apart() throws Exception {
        assertThat(figure("action", "action_taken", "assigned", "365d", "")).isEqualTo("3/4");
        assertThat(figure("action", "substitution", "assigned", "365d", "outcome=22"))
                .isEqualTo("1/4");
    }

    /** Of 14, 22 and 2 in time; of 17 late; of 18 before it was decided; a charge and 13 are in another figure. */
    @Test
    void every_decision_without_a_charge_is_told_from_its_day_on() throws Exception {
        assertThat(figure("told", "decision_told", "assigned", "365d", "")).isEqualTo("3/5");
    }

    @Test
    void a_review_is_of_10_or_15_within_three_calendar_months_where_no_part_was_charged() throws Exception {
        assertThat(figure("review", "review_takeup", "settled_93d", "365d", "")).isEqualTo("1/2");
    }

    @Test
    void the_age_is_that_at_the_offence() throws Exception {
        assertThat(figure("age", "recorded_offences", "recorded", "365d", "age=13-15;theme=other_sexual"))
                .isEqualTo("1");
        assertThat(figure("age", "da_flag_missing", "recorded", "365d", "")).isEqualTo("2/2");
    }

    @Test
    void what_waits_for_the_cps_has_an_age_since_referral_and_one_since_allocation() throws Exception {
        assertThat(figure("cps", "cps_overdue", "stock", "all", "")).isEqualTo("3/3");
        assertThat(figure("cps", "cps_overdue_allocated", "stock", "all", "")).isEqualTo("1/2");
    }

    @Test
    void a_conviction_counts_by_the_day_of_the_result_and_by_that_of_the_charge_apart() throws Exception {
        assertThat(figure("court", "court_convicted", "assigned", "365d", "")).isEqualTo("0/1");
        assertThat(figure("court", "court_convicted_finalised", "recorded", "365d", ""))
                .isEqualTo("1/2");
    }

    /** Of 213 days and of 92 by the two results; the court that decided last had the younger charge. */
    @Test
    void the_time_to_a_result_counts_by_the_day_of_the_result() throws Exception {
        assertThat(figure("court", "charge_to_result_days_median", "recorded", "365d", ""))
                .isEqualTo("92/2");
    }

    @Test
    void crimes_with_somebody_arrested_are_counted_and_not_people() throws Exception {
        assertThat(figure("arrests", "da_arrests", "recorded", "365d", "")).isEqualTo("1");
        assertThat(figure("arrests", "suspect_arrested", "recorded", "365d", "theme=domestic_abuse"))
                .isEqualTo("1/2");
    }

    /** Two arrests in one crime, of one of which nobody was told; an interview is none. */
    @Test
    void each_arrest_that_is_sent_as_a_step_counts_on_its_day() throws Exception {
        assertThat(figure("arrests", "da_arrests_made", "recorded", "365d", "")).isEqualTo("2");
    }

    /** Of one victim a record of another theme says otherwise; one has a single record, and one was not raped. */
    @Test
    void a_rape_victim_s_records_of_every_theme_have_to_agree() throws Exception {
        assertThat(figure("consistent", "rape_victims_consistent", "recorded", "365d", "characteristic=sex"))
                .isEqualTo("1/2");
    }

    /** All are in one cell, which bears the name of an address. */
    @Test
    void domestic_abuse_comes_back_to_an_address_and_not_to_a_cell() throws Exception {
        assertThat(figure("addresses", "da_places_again", "recorded", "365d", "small_areas=all"))
                .isEqualTo("3/5");
    }

    /** A test of this class by its method, of another by that class, with the method or without. */
    @Test
    void each_test_that_the_page_names_exists() throws Exception {
        Set<String> named = Files.readAllLines(Path.of("../docs/figures.md")).stream()
                .filter(line -> line.startsWith("| **"))
                .map(line -> line.substring(line.lastIndexOf('|', line.length() - 2)))
                .flatMap(cell -> TEST.matcher(cell).results().map(found -> found.group(1)))
                .collect(Collectors.toSet());
        assertThat(named).hasSizeGreaterThan(20);
        Map<String, String> classes = testClasses();
        assertThat(named).allSatisfy(test -> {
            String[] parts = test.split("#");
            boolean ofThis = Character.isLowerCase(test.charAt(0));
            String of = ofThis ? getClass().getSimpleName() : parts[0];
            String asked = ofThis || parts.length > 1 ? "void " + parts[parts.length - 1] + "()" : of;
            assertThat(classes.get(of)).as(test).isNotNull().contains(asked);
        });
    }

    /** The text of each class of tests by its name. */
    private static Map<String, String> testClasses() throws IOException {
        Map<String, String> byName = new HashMap<>();
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            for (Path tests : modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(tests)) {
                    for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                            .toList()) {
                        byName.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
                    }
                }
            }
        }
        return byName;
    }

    /** Numerator, and denominator where there is one, as both say it. */
    private static String figure(String rule, String kpi, String basis, String window, String slice) throws Exception {
        String engine = figure("actual_value", rule, kpi, basis, window, slice);
        assertThat(figure("expected_value", rule, kpi, basis, window, slice))
                .as("the oracle, %s", kpi)
                .isEqualTo(engine);
        return engine;
    }

    private static String figure(String table, String rule, String kpi, String basis, String window, String slice)
            throws Exception {
        String sql =
                "SELECT concat_ws('/', numerator, denominator) FROM %s WHERE force = 'rule-%s' AND kpi = '%s' AND basis = '%s'"
                        + " AND \"window\" = '%s' AND slice = '%s'";
        return String.join(", ", oracle.query(sql.formatted(table, rule, kpi, basis, window, slice)));
    }

    private static Map<String, List<FeedRecord>> records() throws Exception {
        Map<String, List<FeedRecord>> byForce = new LinkedHashMap<>();
        for (String line : Files.readAllLines(RECORDS)) {
            add(line, byForce);
        }
        for (String force : List.copyOf(byForce.keySet())) {
            for (int other = 0; other < OTHERS; other++) {
                add("""
                        {"stream": "crime-recording", "force": "%s", "version": 1, "crimeReference": "other-%d",
                         "changedAt": "2023-09-02T10:00:00Z", "recordedAt": "2023-09-02T10:00:00Z", "status": "ACTIVE",
                         "offenceCode": "8N"}""".formatted(force, other), byForce);
            }
        }
        return byForce;
    }

    private static void add(String line, Map<String, List<FeedRecord>> byForce) throws Exception {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        LineEvents lines = new LineEvents(
                Source.LOAD,
                EventOptions.of(Forces.any()),
                CodeMaps.shipped(),
                EventIds.forgotten(),
                Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC));
        ReadyEvent ready = lines.read(bytes, 0, bytes.length, Optional.empty());
        EventStream stream = ready.stream();
        SpecificRecord event = new EventDecoder().decode(ready.value()).orElseThrow();
        String key = new String(ready.key(), StandardCharsets.UTF_8);
        byForce.computeIfAbsent(Envelope.force(event), force -> new ArrayList<>())
                .add(new FeedRecord(stream, key, Envelope.changedAt(event).toEpochMilli(), event));
    }
}
