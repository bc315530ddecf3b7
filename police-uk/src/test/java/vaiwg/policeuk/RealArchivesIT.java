package vaiwg.policeuk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.Outcome;

/** Archives as published, against DuckDB's count of the same files. */
class RealArchivesIT {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final String VIOLENCE = "violence-and-sexual-offences";
    private static final List<String> ARCHIVES = List.of(
            SharedArchives.BEDFORDSHIRE,
            SharedArchives.BEDFORDSHIRE_EARLIER,
            SharedArchives.CITY_OF_LONDON,
            SharedArchives.ODDITIES);

    @TempDir
    private Path folder;

    /** Played once for all tests. */
    private static final Map<String, Played> PLAYED = new HashMap<>();

    @AfterAll
    static void forget() {
        PLAYED.clear();
    }

    private static Played played(String name) {
        return PLAYED.computeIfAbsent(name, archive -> Played.of(SharedArchives.get(archive)));
    }

    @ParameterizedTest
    @FieldSource("ARCHIVES")
    void the_events_fold_to_the_monthly_counts_and_the_report_counts_what_duck_db_finds_in_the_files(String name)
            throws Exception {
        Played played = played(name);
        try (DuckDbCount duckDb = DuckDbCount.of(SharedArchives.get(name), folder)) {
            assertThat(violenceByMonth(played)).isEqualTo(duckDb.rows("violence-by-month.sql"));
            List<Map<String, Object>> rows = duckDb.rows("report-counts.sql");
            assertThat(played.report().forces()).hasSameSizeAs(rows);
            for (Map<String, Object> row : rows) {
                ForceReport force = played.report((String) row.remove("force"));
                row.forEach((count, expected) -> assertThat(force.count(Count.valueOf(count.toUpperCase(Locale.ROOT))))
                        .as("%s %s", force.force(), count)
                        .isEqualTo(expected));
                assertThat(row).hasSize(10);
                assertThat(force.rejections()).isEmpty();
            }
        }
    }

    @Test
    void bedfordshire_has_the_counts_that_were_found_by_hand() {
        List<Map<String, Object>> months = violenceByMonth(played(SharedArchives.BEDFORDSHIRE));
        assertThat(months).hasSize(20);
        assertThat(sum(months, "crimes")).isEqualTo(31_431);
        assertThat(sum(months, "with_outcome")).isEqualTo(29_046);
        assertThat(sum(months, "unable_to_prosecute")).isEqualTo(20_705);
    }

    @Test
    void the_expected_number_of_records_is_close_enough_for_a_progress_bar() {
        for (String name : ARCHIVES) {
            Played played = played(name);
            assertThat((double) played.archive().expectedRecords()
                            / played.records().size())
                    .as(name)
                    .isBetween(0.75, 1.33);
        }
    }

    @Test
    void the_odd_archive_is_reported_as_odd() {
        Played played = played(SharedArchives.ODDITIES);
        assertThat(played.report().forces()).allMatch(force -> force.count(Count.ROWS_NOT_UTF8) == 0);
        assertThat(played.report("greater-manchester").stubs())
                .extracting(stub -> stub.file().name(), ForceReport.FileRead::rows)
                .containsExactly(tuple("2022-08-greater-manchester-street.csv", 14L));
        assertThat(played.archive().imported().text())
                .contains("* btp: no row has a usable crime id, so no crime can be counted.\n")
                .contains("* northern-ireland: 7,528 of 15,823 rows repeat an id of an earlier month, which loses the"
                        + " crime to the later one: its earlier months are too low.\n")
                .contains(
                        "* derbyshire: 275 of 7,412 rows repeat an id of their month, and count as one crime each id.\n")
                .contains("* btp, derbyshire, dyfed-powys, greater-manchester, lancashire, leicestershire,"
                        + " northern-ireland, northumbria: no outcomes file here: no rate is published of a force"
                        + " as long as no outcome of it is known.\n");
    }

    /** The columns of violence-by-month.sql, from the current crimes and outcomes. */
    private static List<Map<String, Object>> violenceByMonth(Played played) {
        Map<Played.CrimeKey, Outcome> outcomes = played.outcomes();
        Map<List<String>, Map<String, Object>> months = new TreeMap<>(
                Comparator.comparing((List<String> key) -> key.get(0)).thenComparing(key -> key.get(1)));
        played.crimes().forEach((key, crime) -> {
            if (VIOLENCE.equals(crime.getOffenceGroup())) {
                Map<String, Object> counts =
                        months.computeIfAbsent(List.of(crime.getForce(), month(crime)), RealArchivesIT::noCounts);
                Outcome outcome = outcomes.get(key);
                String group = outcome == null ? "" : outcome.getOutcomeGroup();
                add(counts, "crimes", true);
                add(counts, "with_outcome", outcome != null);
                add(counts, "unable_to_prosecute", group.equals("unable-to-prosecute"));
                add(counts, "charged", group.equals("charged"));
            }
        });
        return List.copyOf(months.values());
    }

    private static String month(CrimeRecording crime) {
        return YearMonth.from(crime.getRecordedAt().atZone(LONDON)).toString();
    }

    private static Map<String, Object> noCounts(List<String> forceAndMonth) {
        return new TreeMap<>(Map.of(
                "force", forceAndMonth.get(0),
                "month", forceAndMonth.get(1),
                "crimes", 0L,
                "with_outcome", 0L,
                "unable_to_prosecute", 0L,
                "charged", 0L));
    }

    private static void add(Map<String, Object> counts, String column, boolean one) {
        counts.merge(column, one ? 1L : 0L, (sum, more) -> (Long) sum + (Long) more);
    }

    private static long sum(List<Map<String, Object>> months, String column) {
        return months.stream().mapToLong(month -> (Long) month.get(column)).sum();
    }
}
