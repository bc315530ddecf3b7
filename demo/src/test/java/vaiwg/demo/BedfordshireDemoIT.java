package vaiwg.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.policeuk.DuckDbCount;
import vaiwg.policeuk.SharedArchives;

/** The tables that a demo leaves of a real archive, against DuckDB's count of the same files. One run for all tests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(600)
class BedfordshireDemoIT {
    /** The archive's months are May 2021 to December 2022; the last snapshot is as at the day after. */
    private static final String AS_AT = "2023-01-01";

    private static final int LAST_HORIZON = 12;

    @TempDir
    static Path folder;

    private DemoProcess demo;
    private List<Map<String, Object>> byMonth;
    private List<Map<String, Object>> settled;
    private Connection tables;

    @BeforeAll
    void playTheArchive() throws Exception {
        Path zip = SharedArchives.get(SharedArchives.BEDFORDSHIRE);
        Path out = folder.resolve("out");
        demo = DemoProcess.demo(folder, "--once", "--archive", zip.toString(), "--out", out.toString());
        try (DuckDbCount duckDb = DuckDbCount.of(zip, folder.resolve("csv"))) {
            byMonth = duckDb.rows("violence-by-month.sql");
            settled = duckDb.rows("settled-by-month.sql");
        }
        assertThat(demo.awaitEnd()).as(demo.output() + demo.errors()).isZero();
        tables = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = tables.createStatement()) {
            for (String table : List.of("kpi_value", "kpi_day")) {
                statement.execute(
                        "CREATE TABLE " + table + " AS FROM read_parquet('" + out.resolve(table + ".parquet") + "')");
            }
        }
    }

    @AfterAll
    void end() throws Exception {
        if (tables != null) {
            tables.close();
        }
        if (demo != null) {
            demo.close();
        }
    }

    @Test
    void the_terminal_shows_the_report_and_the_figures_without_calling_them_synthetic() throws Exception {
        assertThat(demo.output())
                .contains("Force: bedfordshire. As at the beginning of " + AS_AT + ".")
                .contains("kpi_value.parquet and kpi_day.parquet are in ")
                .doesNotContain("SYNTHETIC");
        assertThat(demo.errors()).isEmpty();
    }

    @Test
    void the_sums_are_those_found_by_hand() throws Exception {
        assertThat(rows("SELECT sum(numerator) FROM kpi_day WHERE kpi = 'recorded_offences' AND basis = 'recorded'"))
                .containsExactly(tuple(31_431L));
        assertThat(rows("SELECT sum(numerator), sum(denominator) FROM kpi_day"
                        + " WHERE kpi = 'outcome_recorded' AND basis = 'to_date'"))
                .containsExactly(tuple(29_046L, 31_431L));
        assertThat(rows("SELECT sum(numerator), sum(denominator) FROM kpi_day"
                        + " WHERE kpi = 'unable_to_prosecute' AND basis = 'to_date'"))
                .containsExactly(tuple(20_705L, 31_431L));
    }

    @Test
    void every_month_is_as_duck_db_counts_it() throws Exception {
        assertThat(byMonth).hasSize(20);
        assertThat(months("recorded_offences", "recorded")).isEqualTo(expected(byMonth, "crimes", false));
        assertThat(months("outcome_recorded", "to_date")).isEqualTo(expected(byMonth, "with_outcome", true));
        assertThat(months("unable_to_prosecute", "to_date")).isEqualTo(expected(byMonth, "unable_to_prosecute", true));
        assertThat(months("charge_rate", "to_date")).isEqualTo(expected(byMonth, "charged", true));
    }

    @Test
    void every_month_is_at_every_horizon_as_duck_db_counts_it() throws Exception {
        for (int horizon = 0; horizon <= LAST_HORIZON; horizon++) {
            long wanted = horizon;
            List<Map<String, Object>> rows = settled.stream()
                    .filter(row -> (Long) row.get("horizon") == wanted)
                    .toList();
            assertThat(rows).hasSize(20);
            for (String kpi : List.of("outcome_recorded", "unable_to_prosecute", "charge_rate")) {
                assertThat(months(kpi, "settled_" + horizon + "m"))
                        .as("%s after %s months", kpi, horizon)
                        .isEqualTo(expected(rows, kpi, true));
            }
        }
    }

    @Test
    void the_published_years_are_the_sums_of_their_months_at_every_horizon() throws Exception {
        for (int horizon = 0; horizon <= LAST_HORIZON; horizon++) {
            YearMonth end = YearMonth.parse(AS_AT.substring(0, 7)).minusMonths(horizon);
            long wanted = horizon;
            List<Map<String, Object>> year = settled.stream()
                    .filter(row -> (Long) row.get("horizon") == wanted)
                    .filter(row -> {
                        YearMonth month =
                                YearMonth.parse(row.get("month").toString().substring(0, 7));
                        return month.isBefore(end) && !month.isBefore(end.minusMonths(12));
                    })
                    .toList();
            for (String kpi : List.of("outcome_recorded", "unable_to_prosecute", "charge_rate")) {
                assertThat(rows("SELECT numerator, denominator FROM kpi_value WHERE \"window\" = '12m' AND as_at = '"
                                + AS_AT + "' AND kpi = '" + kpi + "' AND basis = 'settled_" + horizon + "m'"))
                        .as("%s after %s months", kpi, horizon)
                        .containsExactly(tuple(sum(year, kpi), sum(year, "crimes")));
            }
        }
    }

    /** Of signals the job itself knows the days on which it raised them. */
    @Test
    void what_an_archive_cannot_tell_is_not_published() throws Exception {
        List<String> byDays = ShippedCatalogue.get().measures().stream()
                .filter(measure -> !measure.slug().equals("signal_response"))
                .filter(measure -> measure.bases().keySet().stream().noneMatch(Basis::isMonthly))
                .map(Measure::slug)
                .toList();
        assertThat(byDays).contains("victim_attrition", "decision_told");
        for (String table : List.of("kpi_value", "kpi_day")) {
            assertThat(rows("SELECT DISTINCT kpi FROM " + table).stream()
                            .map(row -> row.toList().get(0))
                            .toList())
                    .contains("recorded_offences", "outcome_recorded", "unable_to_prosecute", "charge_rate")
                    .doesNotContainAnyElementsOf(byDays);
        }
        assertThat(rows("SELECT DISTINCT slice FROM kpi_value WHERE kpi <> 'signal_response'"))
                .containsExactly(tuple("theme=violence_sexual"));
        assertThat(rows("SELECT DISTINCT \"window\" FROM kpi_value WHERE kpi <> 'signal_response' ORDER BY 1"))
                .containsExactly(tuple("12m"), tuple("1m"), tuple("3m"));
        assertThat(rows("SELECT DISTINCT day(as_at) FROM kpi_value WHERE kpi <> 'signal_response'"))
                .containsExactly(tuple(1L));
        assertThat(rows("SELECT DISTINCT day(day) FROM kpi_day WHERE kpi <> 'signal_response'"))
                .containsExactly(tuple(1L));
    }

    /** Numerator and denominator by month; a count has no denominator. */
    private Map<LocalDate, List<Long>> months(String kpi, String basis) throws SQLException {
        Map<LocalDate, List<Long>> months = new TreeMap<>();
        for (Tuple row : rows("SELECT day, numerator, coalesce(denominator, -1) FROM kpi_day WHERE kpi = '" + kpi
                + "' AND basis = '" + basis + "'")) {
            List<Object> cells = row.toList();
            months.put((LocalDate) cells.get(0), List.of((Long) cells.get(1), (Long) cells.get(2)));
        }
        return months;
    }

    private static Map<LocalDate, List<Long>> expected(
            List<Map<String, Object>> rows, String numerator, boolean ofCrimes) {
        Map<LocalDate, List<Long>> months = new TreeMap<>();
        for (Map<String, Object> row : rows) {
            LocalDate month = LocalDate.parse(row.get("month").toString().substring(0, 7) + "-01");
            months.put(month, List.of((Long) row.get(numerator), ofCrimes ? (Long) row.get("crimes") : -1L));
        }
        return months;
    }

    private static long sum(List<Map<String, Object>> rows, String column) {
        return rows.stream().mapToLong(row -> (Long) row.get(column)).sum();
    }

    private List<Tuple> rows(String query) throws SQLException {
        try (Statement statement = tables.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            List<Tuple> rows = new ArrayList<>();
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                Object[] cells = new Object[columns];
                for (int i = 0; i < columns; i++) {
                    Object cell = found.getObject(i + 1);
                    cells[i] = cell instanceof Number number ? (Object) number.longValue() : cell;
                }
                rows.add(tuple(cells));
            }
            return rows;
        }
    }
}
