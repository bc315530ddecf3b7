package vaiwg.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.metrics.SimpleCounter;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.catalogue.Benchmarks;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.DefinitionsVersion;
import vaiwg.kpis.catalogue.files.MeasureFile;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.reference.SiteFile;
import vaiwg.kpis.reference.Sites;
import vaiwg.statistics.signals.charts.RebaseRegister;

class PublicationIT {
    private static final LocalDate DAILY_FROM = LocalDate.of(2026, 1, 1);
    private static final Path VERSIONS = Path.of("../kpis/src/main/resources/reference/definitions-versions.csv");

    private final Catalogue shipped = ShippedCatalogue.get();
    private final Catalogue others = new Catalogue(MeasureFile.shipped("recording"), CodeMaps.shipped());

    @Test
    void a_job_goes_on_with_the_publication_of_its_definitions_and_writes_nothing() throws SQLException {
        Database database = TestServer.newDatabase();
        assertThat(current(database, shipped, false)).isEqualTo(1);
        String before = all(database, "kpi_publication") + all(database, "kpi_dictionary");
        assertThat(current(database, shipped, false)).isEqualTo(1);
        assertThat(all(database, "kpi_publication") + all(database, "kpi_dictionary"))
                .isEqualTo(before);
    }

    @Test
    void other_definitions_begin_a_publication_where_they_are_newer() throws SQLException {
        Database database = TestServer.newDatabase();
        current(database, others, false);
        published(database, DefinitionsVersion.NUMBER - 1);
        assertThat(current(database, shipped, false)).isEqualTo(2);
        assertThat(one(database, "SELECT count(*) FROM kpi_dictionary WHERE publication = 1 AND until = 'infinity'"))
                .isEqualTo(Integer.toString(others.measures().size()));
        assertThat(one(database, "SELECT count(*) FROM kpi_measure"))
                .isEqualTo(Integer.toString(shipped.measures().size()));
    }

    @Test
    void an_older_build_or_another_one_of_the_same_version_writes_nothing_and_is_told_what_to_do() throws SQLException {
        for (int there : List.of(DefinitionsVersion.NUMBER, DefinitionsVersion.NUMBER + 1)) {
            Database database = TestServer.newDatabase();
            current(database, shipped, false);
            published(database, there);
            String before = all(database, "kpi_publication") + all(database, "kpi_dictionary");
            assertThatThrownBy(() -> current(database, others, false))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessage(
                            "The newest publication in the database, 1, has definitions of version %d, and this build has others of version %d: run the build, and the site folder, that began it, or say --new-publication (VAIWG_NEW_PUBLICATION=true) to begin another under these.",
                            there, DefinitionsVersion.NUMBER);
            assertThat(all(database, "kpi_publication") + all(database, "kpi_dictionary"))
                    .isEqualTo(before);
            assertThat(current(database, others, true)).isEqualTo(2);
            assertThat(current(database, others, true))
                    .as("said again it goes on")
                    .isEqualTo(2);
        }
    }

    @Test
    void an_older_build_with_the_same_definitions_leaves_what_is_said_of_them() throws SQLException {
        Database database = TestServer.newDatabase();
        current(database, shipped, false);
        run(
                database,
                "SET session_replication_role = replica; UPDATE kpi_dictionary SET title = 'of a newer build';"
                        + " UPDATE kpi_publication SET version = " + (DefinitionsVersion.NUMBER + 1));
        assertThat(current(database, shipped, false)).isEqualTo(1);
        assertThat(one(database, "SELECT DISTINCT title FROM kpi_dictionary")).isEqualTo("of a newer build");
    }

    @Test
    void what_a_newer_build_says_otherwise_holds_from_the_next_snapshot_on() throws SQLException {
        Database database = TestServer.newDatabase();
        current(database, shipped, false);
        run(
                database,
                "SET session_replication_role = replica;"
                        + " UPDATE kpi_dictionary SET title = 'Until now' WHERE kpi = 'charge_rate';"
                        + " UPDATE kpi_dictionary SET kpi = 'left_since' WHERE kpi = 'recorded_offences'; UPDATE kpi_publication SET version = 0;"
                        + " INSERT INTO kpi_snapshot (publication, force, as_at, kind, granularity, complete, row_count, digest, data_through,"
                        + " catalogue) VALUES (1, 'f', '2026-03-01', 'published', 'all', true, 0, '-', '{}', '-')");
        assertThat(current(database, shipped, false)).isEqualTo(1);
        assertThat(one(
                        database,
                        "SELECT string_agg(kpi || ' ' || edition || ' ' || since || ' ' || until, ', ' ORDER BY kpi, edition)"
                                + " FROM kpi_dictionary WHERE since > '-infinity' OR until < 'infinity'"))
                .isEqualTo("charge_rate 1 -infinity 2026-03-02, charge_rate 2 2026-03-02 infinity,"
                        + " left_since 1 -infinity 2026-03-02, recorded_offences 1 2026-03-02 infinity");
        assertThat(one(database, "SELECT version FROM kpi_publication"))
                .isEqualTo(Integer.toString(DefinitionsVersion.NUMBER));
    }

    /** Raised where anything that is said of measures changes, so that of two builds the newer is known. */
    @Test
    void what_is_said_of_measures_has_a_version_of_its_own() throws Exception {
        String said = HexFormat.of()
                .toHexDigits((Dictionary.rows(shipped).toString() + Registers.all(Sites.shipped())).hashCode());
        String newest = said();
        if (Boolean.getBoolean("vaiwg.golden.write") && !newest.endsWith("," + said)) {
            int number = 1 + Integer.parseInt(newest.substring(0, newest.indexOf(',')));
            Files.writeString(VERSIONS, number + "," + said + "\n", StandardOpenOption.APPEND);
        }
        assertThat(said())
                .as(
                        "Definitions, titles, minimum numbers or a register have changed: say -Dvaiwg.golden.write=true once")
                .endsWith("," + said);
        assertThat(Files.readAllLines(VERSIONS)).doesNotHaveDuplicates();
    }

    private static String said() throws IOException {
        List<String> versions = Files.readAllLines(VERSIONS);
        return versions.get(versions.size() - 1);
    }

    /** As the dictionary does: a report of a snapshot of before has the register of before. */
    @Test
    void the_rebase_register_is_kept_with_the_publication() throws SQLException {
        Database database = TestServer.newDatabase();
        current(database, shipped, false);
        String entries =
                "SELECT string_agg(concat_ws('|', day, affects, reason, edition, since, until), E'\\n' ORDER BY day, affects, edition)"
                        + " FROM kpi_rebase WHERE day IN ('2020-03-23', '2030-01-01')";
        assertThat(one(database, entries)).isEqualTo("2020-03-23|unit=volume|First lockdown|1|-infinity|infinity");
        assertThat(one(database, "SELECT count(*) FROM kpi_rebase"))
                .isEqualTo(Integer.toString(
                        RebaseRegister.of(Sites.shipped()).entries().size()));
        run(
                database,
                "SET session_replication_role = replica;"
                        + " UPDATE kpi_rebase SET reason = 'Another' WHERE day = '2020-03-23';"
                        + " INSERT INTO kpi_rebase VALUES (1, 1, '-infinity', 'infinity', '', '2030-01-01', 'all', 'Taken out since');"
                        + " UPDATE kpi_publication SET version = 0;"
                        + " INSERT INTO kpi_snapshot (publication, force, as_at, kind, granularity, complete, row_count, digest, data_through,"
                        + " catalogue) VALUES (1, 'f', '2026-03-01', 'published', 'all', true, 0, '-', '{}', '-')");
        current(database, shipped, false);
        assertThat(one(database, entries).lines())
                .containsExactly(
                        "2020-03-23|unit=volume|Another|1|-infinity|2026-03-02",
                        "2020-03-23|unit=volume|First lockdown|1|2026-03-02|infinity",
                        "2030-01-01|all|Taken out since|1|-infinity|2026-03-02");
        assertThatThrownBy(() -> run(database, "UPDATE kpi_rebase SET reason = 'Rewritten'"))
                .hasMessageContaining("is not rewritten");
        assertThatThrownBy(() -> run(database, "TRUNCATE kpi_rebase")).hasMessageContaining("insert-only");
    }

    /** A force may say otherwise what its figures are read beside, without another build. */
    @Test
    void a_sites_own_benchmarks_hold_from_the_next_snapshot_on_and_the_papers_stay() throws SQLException {
        Database database = TestServer.newDatabase();
        String own = "measure,slice,kind,name,value,unit,from,to,valid_from,comparable,source,quote\n"
                + "victim_attrition,,target,Plan,%s,percent,,,2026-01-01,yes,the plan,\n";
        current(database, withOwn(own.formatted(30)), false);
        String papers = one(database, "SELECT count(*) FROM kpi_benchmark WHERE force = '' AND until = 'infinity'");
        assertThat(papers)
                .isEqualTo(Long.toString(Benchmarks.of(Sites.shipped()).entries().stream()
                        .filter(entry -> entry.force().isEmpty())
                        .count()));
        run(
                database,
                "INSERT INTO kpi_snapshot (publication, force, as_at, kind, granularity, complete, row_count, digest, data_through,"
                        + " catalogue) VALUES (1, 'f', '2026-03-01', 'published', 'all', true, 0, '-', '{}', '-')");
        current(database, withOwn(own.formatted(25)), false);
        current(database, withOwn(own.formatted(25)), false);
        String entries = "SELECT string_agg(concat_ws('|', stated, edition, since, until), ' ' ORDER BY edition)"
                + " FROM kpi_benchmark WHERE name = 'Plan'";
        assertThat(one(database, entries)).isEqualTo("30|1|-infinity|2026-03-02 25|2|2026-03-02|infinity");
        current(database, shipped, false);
        assertThat(one(database, "SELECT count(*) FROM kpi_benchmark WHERE name = 'Plan' AND until = 'infinity'"))
                .isEqualTo("0");
        assertThat(one(database, "SELECT count(*) FROM kpi_benchmark WHERE force = '' AND until = 'infinity'"))
                .isEqualTo(papers);
        assertThatThrownBy(() -> run(database, "UPDATE kpi_benchmark SET stated = 1"))
                .hasMessageContaining("is not rewritten");
        assertThatThrownBy(() -> run(database, "TRUNCATE kpi_benchmark")).hasMessageContaining("insert-only");
    }

    @Test
    void recommendations_steps_and_posts_are_kept_with_the_publication() throws SQLException {
        Database database = TestServer.newDatabase();
        current(database, shipped, false);
        assertThat(one(
                        database,
                        "SELECT string_agg(register || ' ' || number, ' ' ORDER BY register) FROM (SELECT register, sum(number)"
                                + " AS number FROM kpi_commitment WHERE until = 'infinity' GROUP BY register) AS r"))
                .startsWith("post 280 recommendation 19 step ");
        assertThat(one(database, "SELECT day || ' ' || measures FROM kpi_commitment WHERE id = 'posts-domestic-abuse'"))
                .isEqualTo(
                        "2021-10-01 evidential_difficulty_da open_over_90d:theme=domestic_abuse demand_profile:demand=case_load");
        assertThatThrownBy(() -> run(database, "DELETE FROM kpi_commitment")).hasMessageContaining("is not rewritten");
    }

    private static Catalogue withOwn(String benchmarks) {
        return ShippedCatalogue.of(Sites.shipped().with("west-midlands", SiteFile.BENCHMARKS, benchmarks));
    }

    @Test
    void the_dictionary_says_where_the_report_shows_a_measure_and_how_it_reads_it() throws SQLException {
        Database database = TestServer.newDatabase();
        current(database, shipped, false);
        String places =
                "SELECT string_agg(concat_ws('|', kpi, place, coalesce(place_order, 0), place_name, place_slice, row_order, short_title,"
                        + " coalesce(read_basis || ' ' || read_window, '-'), coalesce(read_basis_months || ' ' || read_window_months, '-'),"
                        + " shown_as_count, concern), E'\\n' ORDER BY kpi) FROM kpi_measure WHERE kpi IN"
                        + " ('victim_attrition', 'charge_rate', 'characteristic_known', 'cps_overdue', 'police_matters', 'substitution')";
        assertThat(one(database, places).lines())
                .containsExactly(
                        "characteristic_known|headline|8|Victim's ethnicity known|characteristic=ethnicity|1|Protected characteristic known"
                                + "|settled_7d 365d|-|f|characteristics known",
                        "charge_rate|headline|4|Charged within 180 days||12|Charged or summonsed|settled_180d 365d|settled_6m 12m|f"
                                + "|charges and other action taken",
                        "cps_overdue|headline|5|CPS over 28 days since referral||27|CPS over 28 days since referral|stock all|-|t"
                                + "|time at the CPS",
                        "police_matters|restricted_annex|10|Complaints, conduct matters|matter=complaint|4|Complaints, conduct matters|recorded 365d|-|f"
                                + "|police_matters",
                        "substitution|annex|0|||6|Other outcomes|settled_90d 365d|-|f|substitution",
                        "victim_attrition|headline|3|Victim attrition within 90 days||1|Victim attrition|settled_90d 365d|-|f|support ended");
    }

    @Test
    void a_second_job_is_rejected_by_name_and_has_its_turn_as_soon_as_the_first_has_ended() throws Exception {
        Database database = TestServer.newDatabase();
        Publication publication = new Publication(current(database, shipped, false), 0);
        try (SnapshotWriter first = new SnapshotWriter(database, shipped, publication, new SimpleCounter(), true);
                SnapshotWriter itsSecond =
                        new SnapshotWriter(database, shipped, publication, new SimpleCounter(), false)) {
            String since = one(
                    database,
                    "SELECT to_char(backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC (process ' || pid"
                            + " FROM pg_stat_activity JOIN pg_locks USING (pid) WHERE locktype = 'advisory' AND granted"
                            + " AND datname = current_database()");
            assertThatThrownBy(() -> current(database, shipped, true))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessage("Another job publishes into this database: vaiwg job on 127.0.0.1 since " + since
                            + " of the server); end it, or give this job a database of its own.");

            CompletableFuture<Integer> next = CompletableFuture.supplyAsync(() -> {
                try {
                    return current(database, shipped, false);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            while (!one(
                            database,
                            "SELECT count(*) FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE locktype = 'advisory' AND NOT granted AND datname = current_database()")
                    .equals("1")) {
                assertThat(next).isNotDone();
            }
            first.close();
            assertThat(next.get()).as("waits for a job that is being ended").isEqualTo(1);
        }
    }

    /** A backup of another installation, or topics that were made anew. */
    @Test
    void figures_of_one_log_are_never_added_to_those_of_another() throws SQLException {
        Database database = TestServer.newDatabase();
        assertThat(current(database, shipped, "a.crime=1 a.outcome=2", false)).isEqualTo(1);
        assertThat(current(database, shipped, "a.crime=1 a.note=3 a.outcome=2", false))
                .as("a newer build has a further topic")
                .isEqualTo(1);
        String before = all(database, "kpi_publication") + all(database, "kpi_dictionary");
        for (String topics : List.of("b.crime=1 b.outcome=2", "a.crime=1 a.note=3 a.outcome=9")) {
            assertThatThrownBy(() -> current(database, shipped, topics, false))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessage(
                            "The newest publication in the database, 1, is of other topics than these: name the database of these topics, or an empty one, or say --new-publication (VAIWG_NEW_PUBLICATION=true) to begin another from these beside it.");
        }
        assertThat(all(database, "kpi_publication") + all(database, "kpi_dictionary"))
                .isEqualTo(before);
        assertThat(current(database, shipped, "b.crime=1 b.outcome=2", true)).isEqualTo(2);
        assertThat(current(database, shipped, "b.crime=1 b.outcome=2", true))
                .as("said again it goes on")
                .isEqualTo(2);
        assertThat(one(database, "SELECT string_agg(reason, ', ' ORDER BY publication) FROM kpi_publication"))
                .isEqualTo("the first, other topics");
    }

    /** The attack: whoever may log in takes the lock, and every other that there is, and waits for the one that is held. */
    @Test
    void no_reader_keeps_a_job_from_its_work() throws Exception {
        Database database = TestServer.newDatabase();
        Publication publication = new Publication(current(database, shipped, false), 0);
        run(database, "CREATE ROLE viewer LOGIN IN ROLE vaiwg_dashboard, vaiwg_reader");
        // The address of the test's server names its administrator.
        try (Connection reader = new Database(database.url().replaceFirst("\\?.*", ""), "viewer", "").connect();
                Statement asReader = reader.createStatement()) {
            assertThatThrownBy(() -> asReader.execute("SELECT * FROM publication_lock FOR UPDATE"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> asReader.execute("SELECT take_publication_lock()"))
                    .hasMessageContaining("permission denied");
            asReader.execute("SELECT pg_advisory_lock(1986095479, 1)");
            CompletableFuture<Boolean> waits;
            try (SnapshotWriter job = new SnapshotWriter(database, shipped, publication, new SimpleCounter(), true)) {
                String key = one(database, "SELECT key FROM publication_lock");
                waits = CompletableFuture.supplyAsync(() -> {
                    try {
                        return asReader.execute("SELECT pg_advisory_lock(" + key + ")");
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                });
                while (!one(database, "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
                        .equals("1")) {
                    assertThat(waits).isNotDone();
                }
            }
            assertThat(waits.get()).as("has the key of the job that has ended").isTrue();
            try (SnapshotWriter next = new SnapshotWriter(database, shipped, publication, new SimpleCounter(), true)) {
                assertThat(one(database, "SELECT count(*) FROM publication_lock_holder"))
                        .isEqualTo("1");
            }
        }
        run(database, "DROP ROLE viewer");
    }

    private int current(Database database, Catalogue catalogue, boolean evenIfNotNewer) throws SQLException {
        return current(database, catalogue, "vaiwg.outcome=a", evenIfNotNewer);
    }

    private int current(Database database, Catalogue catalogue, String topics, boolean evenIfNotNewer)
            throws SQLException {
        try (Connection connection = database.connect()) {
            return Publication.current(connection, catalogue, topics, DAILY_FROM, evenIfNotNewer)
                    .number();
        }
    }

    /** As if the newest publication had been begun by a build of another version. */
    private static void published(Database database, int version) throws SQLException {
        run(database, "UPDATE kpi_publication SET version = " + version);
    }

    private static void run(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String all(Database database, String table) throws SQLException {
        return one(database, "SELECT string_agg(t::text, ' ' ORDER BY t::text) FROM " + table + " t");
    }

    private static String one(Database database, String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
