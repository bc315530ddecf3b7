package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.Answer;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.demo.synthetic.SyntheticForce;
import vaiwg.jobs.kafka.TopicReport;
import vaiwg.jobs.reconcile.Difference;
import vaiwg.jobs.reconcile.Reconciliation;
import vaiwg.jobs.reconcile.Suspect;
import vaiwg.jobs.store.Database;
import vaiwg.jobs.store.SeriesName;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.reference.ReferenceFile;
import vaiwg.kpis.reference.Sites;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.EventStream;
import vaiwg.verification.PageBlock;

/**
 * A reconciliation proves itself by what is planted: each kind of difference is found, and named with the record that makes it. {@code
 * docs/figures.md} shows what is printed; {@code -Dvaiwg.golden.write=true} writes it.
 */
@Timeout(600)
@ExtendWith(InstallationExtension.class)
class ReconcileIT {
    private static final LocalDate FIRST = LocalDate.of(2024, 10, 1);
    private static final LocalDate END = LocalDate.of(2024, 11, 20);
    private static final PartOf HISTORY = new PartOf(SyntheticForce.westMidlands(17, FIRST, END), 10);
    private static final LocalDate DAY = LocalDate.of(2024, 11, 5);
    private static final Instant AT = LondonDays.startOf(DAY).plusSeconds(36_000);
    private static final SmallCase ONCE = new SmallCase("recorded-once");
    private static final SmallCase AGAIN = new SmallCase("recorded-again");

    @TempDir
    private Path folder;

    private static EventLog log;
    private static Database published;

    @BeforeAll
    static void publish(Installation installation) throws Exception {
        log = installation.newLog();
        send(log, List.of(crime(ONCE)));
        published = installation.newDatabase();
        installation.replay(log, RunSettings.of(HISTORY.end(), 2).into(published));
    }

    @Test
    void what_the_job_published_is_what_the_log_says() throws Exception {
        Reconciliation done = Reconciled.of(log, published);

        assertThat(done.differences().stream().map(Difference::inWords)).isEmpty();
        assertThat(done.isGreen()).isTrue();
        assertThat(done.midnights()).isEqualTo((int) number("SELECT count(*) FROM kpi_snapshot", published));
        assertThat(done.values()).isEqualTo(number("SELECT sum(row_count) FROM kpi_snapshot", published));
        assertThat(done.rows())
                .as("of values among those of eight other tables")
                .isGreaterThan(number("SELECT count(*) FROM kpi_value_pack", published));
    }

    @Test
    void the_command_says_so_with_a_metric_that_another_user_may_read() throws Exception {
        Path metric = folder.resolve("reconcile.prom");

        Answer answer = reconcile(published, "--json", "--textfile", metric.toString());

        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        JsonNode told = new ObjectMapper().readTree(answer.output());
        assertThat(told.get("same").asBoolean()).isTrue();
        assertThat(told.get("differences")).isEmpty();
        assertThat(Files.readString(metric))
                .contains("\nvaiwg_reconcile_differences 0\n")
                .contains("\nvaiwg_reconcile_values " + told.get("values").asLong() + "\n");
        assertThat(Files.getPosixFilePermissions(metric)).isEqualTo(PosixFilePermissions.fromString("rw-r--r--"));
    }

    @Test
    void the_command_says_so_in_a_line_and_the_page_shows_it() throws Exception {
        Answer answer = reconcile(published);

        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        assertThat(answer.output()).hasLineCount(1).endsWith(" rows: all as the log says.\n");
        PageBlock.compare("figures.md", "reconcile", answer.output());
    }

    @Test
    void a_row_that_is_lost_is_named_value_by_value_and_was_published_right(Installation installation)
            throws Exception {
        Database copy = installation.copyOf(published);
        String row = "as_at = '2024-11-01' AND pack_id ="
                + " (SELECT min(pack_id) FROM kpi_value_pack WHERE as_at = '2024-11-01')";
        long values = number(
                "SELECT count(n) FROM kpi_value_pack CROSS JOIN LATERAL unnest(numerators) n WHERE " + row, copy);
        change(copy, "kpi_value_pack", "DELETE FROM kpi_value_pack WHERE " + row);

        List<Difference> found = Reconciled.of(log, copy).differences();

        assertThat(found).hasSize((int) values).allSatisfy(difference -> {
            assertThat(difference.kind()).isEqualTo(Difference.Kind.LOST);
            assertThat(difference.origin()).isEqualTo(Difference.Origin.SINCE);
            assertThat(difference.asAt()).isEqualTo(LocalDate.of(2024, 11, 1));
            assertThat(difference.series()).isPresent();
            assertThat(difference.suspect()).isEmpty();
        });
    }

    @Test
    void however_many_values_are_lost_the_answer_for_programs_has_each_of_them(Installation installation)
            throws Exception {
        Database copy = installation.copyOf(published);
        String rows = "as_at BETWEEN '2024-11-01' AND '2024-11-15'";
        long values = number(
                "SELECT count(n) FROM kpi_value_pack CROSS JOIN LATERAL unnest(numerators) n WHERE " + rows, copy);
        assertThat(values).as("lost values").isGreaterThan(10_000);
        change(copy, "kpi_value_pack", "DELETE FROM kpi_value_pack WHERE " + rows);

        Answer answer = reconcile(copy, "--json");

        assertThat(answer.exitCode()).as(answer.errors()).isEqualTo(1);
        JsonNode told = new ObjectMapper().readTree(answer.output());
        assertThat(told.get("midnightsThatDiffer").asInt()).isEqualTo(15);
        Set<String> lost = new HashSet<>();
        for (JsonNode difference : told.get("differences")) {
            lost.add(Stream.of("kind", "kpi", "basis", "window", "slice", "asAt")
                    .map(name -> difference.get(name).asText())
                    .collect(Collectors.joining(" ")));
        }
        lost.removeIf(name -> !name.startsWith("lost "));
        assertThat(lost).as("values that are named").hasSizeGreaterThanOrEqualTo((int) values);
    }

    @Test
    void a_value_that_is_changed_is_the_only_one_that_is_named(Installation installation) throws Exception {
        Database copy = installation.copyOf(published);
        String ofTotal = " FROM kpi_pack_place JOIN kpi_series USING (series_id)"
                + " WHERE kpi = 'recorded_offences' AND basis = 'recorded' AND \"window\" = '28d' AND slice = ''";
        long place = number("SELECT place" + ofTotal, copy);
        change(
                copy,
                "kpi_value_pack",
                "UPDATE kpi_value_pack SET numerators[" + place + "] = numerators[" + place
                        + "] + 1 WHERE as_at = '2024-11-02' AND pack_id = (SELECT pack_id" + ofTotal + ")");

        Answer answer = reconcile(copy);

        assertThat(answer.exitCode()).as(answer.toString()).isEqualTo(1);
        assertThat(answer.output())
                .contains(
                        "2024-11-02 west-midlands recorded_offences recorded 28d: is otherwise in the table than in the"
                                + " log (numerator +1, denominator +0); it was published as the log says, and the table was"
                                + " changed since.\n")
                .contains("; 1 midnight differs");
        assertThat(answer.output().lines().filter(line -> line.startsWith("2024-")))
                .hasSize(1);
        PageBlock.compare("figures.md", "reconcile changed", answer.output());
    }

    @Test
    void a_midnight_that_is_lost_is_missed(Installation installation) throws Exception {
        Database copy = installation.copyOf(published);
        change(copy, "kpi_snapshot", "DELETE FROM kpi_snapshot WHERE as_at = '2024-10-20'");
        change(copy, "kpi_value_pack", "DELETE FROM kpi_value_pack WHERE as_at = '2024-10-20'");

        assertThat(Reconciled.of(log, copy).differences())
                .filteredOn(difference -> difference.kind() == Difference.Kind.MIDNIGHT_LOST)
                .singleElement()
                .satisfies(difference -> assertThat(difference.asAt()).isEqualTo(LocalDate.of(2024, 10, 20)));
    }

    /** The job has counted a case once more than the log that is kept: what a record that was read twice would leave. */
    @Test
    void a_record_that_was_counted_twice_is_named_with_its_place(Installation installation) throws Exception {
        EventLog other = installation.newLog();
        send(other, List.of(crime(ONCE), crime(AGAIN)));
        Database twice = installation.newDatabase();
        installation.replay(other, RunSettings.of(HISTORY.end(), 1).into(twice));
        execute(
                twice,
                "UPDATE kpi_publication SET topics = '"
                        + TopicReport.of(log.connection()).log() + "'");

        Reconciliation done = Reconciled.of(log, twice);

        Suspect once = placeOfOnce(Suspect.How.TWICE);
        assertThat(done.isGreen()).isFalse();
        assertThat(done.differences())
                .filteredOn(difference -> difference
                        .series()
                        .filter(name -> name.kpi().equals("recorded_offences")
                                && name.window().equals("28d")
                                && name.slice().isEmpty())
                        .isPresent())
                .isNotEmpty()
                .allSatisfy(difference -> {
                    assertThat(difference.origin()).isEqualTo(Difference.Origin.PUBLISHED);
                    assertThat(difference.asAt()).isAfter(DAY);
                    assertThat(difference.how()).startsWith("numerator +1,");
                    assertThat(difference.suspect()).contains(once);
                });
        PageBlock.compare(
                "figures.md",
                "reconcile twice",
                done.differences().stream()
                                .filter(difference -> difference
                                        .series()
                                        .filter(name -> name.kpi().equals("recorded_offences"))
                                        .isPresent())
                                .findFirst()
                                .orElseThrow()
                                .inWords()
                        + "\n");
    }

    /** The other way round: the log that is kept has a case that the job never counted. */
    @Test
    void a_record_that_was_left_out_is_named_with_its_place(Installation installation) throws Exception {
        EventLog other = installation.newLog();
        send(other, List.of());
        Database without = installation.newDatabase();
        installation.replay(other, RunSettings.of(HISTORY.end(), 1).into(without));
        execute(
                without,
                "UPDATE kpi_publication SET topics = '"
                        + TopicReport.of(log.connection()).log() + "'");

        Suspect once = placeOfOnce(Suspect.How.LEFT_OUT);
        assertThat(Reconciled.of(log, without).differences())
                .as("what a midnight itself says of its streams has no record of its own")
                .filteredOn(difference -> difference.kind() != Difference.Kind.MIDNIGHT_CHANGED)
                .isNotEmpty()
                .allSatisfy(difference -> assertThat(difference.suspect()).contains(once));
    }

    @Test
    void a_build_with_another_rule_is_named_by_its_measures(Installation installation) throws Exception {
        Database otherwise = installation.newDatabase();
        RunSettings settings = RunSettings.of(HISTORY.end(), 1).into(otherwise);
        try (JobRun run = installation.start(log, settings, ReconcileIT::otherRule)) {
            run.awaitSnapshot(HISTORY.end());
            run.stop();
        }

        List<Difference> found = Reconciled.of(log, otherwise).differences();

        assertThat(found)
                .filteredOn(difference -> difference.kind() == Difference.Kind.RULE)
                .extracting(
                        difference -> difference.series().map(SeriesName::kpi).orElse(""))
                .contains("victim_attrition");
        assertThat(found)
                .as("values of these measures are not named one by one")
                .noneMatch(difference -> difference.table().equals("kpi_value_pack"));
        assertThat(reconcile(otherwise).exitCode()).isEqualTo(1);
    }

    @Test
    void figures_of_other_topics_are_not_compared(Installation installation) throws Exception {
        EventLog other = installation.newLog();

        Answer answer = Answer.to(arguments(other, published).toArray(String[]::new));

        assertThat(answer.exitCode()).isEqualTo(3);
        assertThat(answer.errors()).contains("is of other topics than these");
    }

    /** Stalking offences have no theme any more. */
    private static Catalogue otherRule() {
        CodeMaps maps = CodeMaps.of(name -> {
            String text = CodeMaps.files(Sites.shipped()).apply(name).text();
            return ReferenceFile.of(name, name.equals("offence-themes.csv") ? text.replace("8Q,", "8X,") : text);
        });
        return new Catalogue(ShippedCatalogue.get().measures(), maps);
    }

    private static FeedRecord crime(SmallCase small) {
        CrimeRecording crime = small.crime(AT);
        crime.setForce("west-midlands");
        return small.delivered(crime, AT);
    }

    /** The history, and among it the records of its day. */
    private static void send(EventLog to, List<FeedRecord> more) {
        List<FeedRecord> records = HISTORY.records();
        int before = Math.toIntExact(records.stream()
                .takeWhile(next -> next.timestamp() < AT.toEpochMilli())
                .count());
        to.send(records.subList(0, before));
        to.send(more);
        to.send(records.subList(before, records.size()));
    }

    private static Suspect placeOfOnce(Suspect.How how) {
        String topic = log.topic(EventStream.CRIME_RECORDING);
        ConsumerRecord<byte[], byte[]> once = TopicReader.readAll(log.bootstrapServers(), log.prefix()).stream()
                .filter(next -> next.topic().equals(topic) && next.key() != null)
                .filter(next -> new String(next.key(), StandardCharsets.UTF_8).equals(ONCE.reference()))
                .findFirst()
                .orElseThrow();
        return new Suspect(how, EventStream.CRIME_RECORDING, once.partition(), once.offset(), 1);
    }

    private Answer reconcile(Database database, String... more) throws Exception {
        return Answer.to(Stream.concat(arguments(log, database).stream(), Stream.of(more))
                .toArray(String[]::new));
    }

    private List<String> arguments(EventLog of, Database database) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("reconcile", "--forces", "west-midlands"));
        arguments.addAll(List.of("--kafka", of.bootstrapServers(), "--topic-prefix", of.prefix()));
        arguments.addAll(DatabaseArguments.of(database, folder));
        return arguments;
    }

    /** As the owner of the tables could, past what protects them. */
    private static void change(Database database, String table, String statement) throws SQLException {
        execute(database, "ALTER TABLE " + table + " DISABLE TRIGGER USER");
        execute(database, statement);
    }

    private static void execute(Database database, String statement) throws SQLException {
        try (Connection connection = database.connect();
                Statement run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    private static long number(String query, Database database) throws Exception {
        try (Connection connection = database.connect()) {
            return Long.parseLong(Figures.lines(connection, query).get(0));
        }
    }
}
