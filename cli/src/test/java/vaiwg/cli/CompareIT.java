package vaiwg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.board.figures.SeriesKey;
import vaiwg.board.report.ReportPublication;
import vaiwg.board.report.SmallForce;

/** Control rows of made-up tables beside published figures, in each form that is read. */
class CompareIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FORCE = SmallForce.FORCE;
    /** The day after the last of the financial year 2025/26. */
    private static final LocalDate TO = LocalDate.of(2026, 4, 1);

    private static ReportPublication published;

    @TempDir
    private Path folder;

    @BeforeAll
    static void publish() throws Exception {
        published = SmallForce.published();
        published.measure("charge_rate", "criminal_justice", "share", "up", "Charged or summonsed");
        published.measure("court_convicted_finalised", "criminal_justice", "share", "up", "Convicted at court");
        published.snapshot(FORCE, TO, LocalDate.of(2023, 11, 26), "all");
        figure("recorded_offences", "recorded", "theme=rape", 900, 910);
        figure("recorded_offences", "recorded", "theme=stalking_harassment", 4_000, 4_000);
        figure("charge_rate", "to_date", "theme=rape", 60, 65);
        figure("charge_rate", "assigned", "theme=rape", 80, 80);
        figure("recorded_offences", "recorded", "theme=other_sexual", 2_000, 2_010);
    }

    /** As published at the end of the year, and in one of its months as known now. */
    private static void figure(String kpi, String basis, String slice, int then, int now) throws SQLException {
        Integer of = kpi.equals("charge_rate") ? Integer.valueOf(1_000) : null;
        published.value(FORCE, TO, new SeriesKey(kpi, basis, "fytd", slice), then, of);
        published.day(FORCE, new SeriesKey(kpi, basis, "", slice), LocalDate.of(2025, 6, 1), now, of);
        // Of another year.
        published.day(FORCE, new SeriesKey(kpi, basis, "", slice), LocalDate.of(2026, 4, 1), 7, of);
    }

    @AfterAll
    static void close() throws Exception {
        published.close();
    }

    @Test
    void a_documented_table_is_compared_with_then_and_now_and_reasons() throws Exception {
        JsonNode counts = compare(
                1,
                "force,period,offence_group,outcome,count",
                "West Midlands,2026-03,Rape offences,,910",
                "west-midlands,2026-03,Stalking and harassment,,\"4,300\"",
                "west-midlands,2025/26,rape,1,50",
                "west-midlands,2026-03,rape,1A,15",
                "west-midlands,2026-03,Burglary,,1000",
                "Kent,2026-03,rape,,700");
        assertThat(counts.get("layout").asText()).isEqualTo("documented");
        assertThat(counts.get("otherForces").asInt()).isEqualTo(1);
        assertThat(counts.get("otherGroups").asInt()).isEqualTo(1);
        assertThat(told(counts))
                .containsExactly(
                        "rape  recorded 910 900 910 0 [restated here since the end of the year, by 10]",
                        "stalking_harassment  recorded 4300 4000 4000 300 [the group has controlling or coercive behaviour"
                                + " (8U) and the theme has not]",
                        "rape 1 recorded 65 60 65 0 [restated here since the end of the year, by 5]");
    }

    @Test
    void quarters_and_classes_of_the_home_offices_sheets_are_added_up() throws Exception {
        List<String> lines = new ArrayList<>();
        lines.add("Financial Year,Financial Quarter,Force Name,Offence Description,Offence Group,Offence Subgroup,"
                + "Offence Code,Outcome Description,Outcome Group,Outcome Type,Force outcomes for offences recorded in quarter,"
                + "Force outcomes recorded in quarter");
        for (int quarter = 1; quarter <= 4; quarter++) {
            lines.add("2025/26," + quarter
                    + ",West Midlands,Rape,Sexual offences,Rape offences,19C,Charged,Charged,1,10,20");
            lines.add("2025/26," + quarter
                    + ",West Midlands,Rape,Sexual offences,Rape offences,19D,Charged,Charged,1,6,0");
            lines.add("2025/26," + quarter + ",West Midlands,Theft,Theft,Shoplifting,46,Charged,Charged,1,1,1");
            lines.add("2025/26," + quarter
                    + ",West Midlands,Rape,Sexual offences,Rape offences,19C,Not yet,None,0,9,N/A");
        }
        // A year of which quarters are still to come.
        lines.add("2026/27,1,West Midlands,Rape,Sexual offences,Rape offences,19C,Charged,Charged,1,10,20");
        JsonNode counts = compare(1, lines.toArray(String[]::new));
        assertThat(counts.get("layout").asText()).isEqualTo("home_office_outcomes");
        assertThat(counts.get("otherOutcomes").asInt()).isEqualTo(8);
        assertThat(told(counts))
                .containsExactly(
                        "rape 1 recorded 64 60 65 -1 [restated here since the end of the year, by 5]",
                        "rape 1 assigned 80 80 80 0 []");
    }

    /** The causes add up to what was restated; what was known at the end of the year, or is of another year, is none of it. */
    @Test
    void a_count_that_was_restated_says_by_which_causes_and_one_that_was_not_says_none() throws Exception {
        String slice = "theme=domestic_abuse";
        figure("charge_rate", "to_date", slice, 60, 65);
        figure("recorded_offences", "recorded", slice, 3_000, 3_000);
        SeriesKey charged = new SeriesKey("charge_rate", "to_date", "fytd", slice);
        LocalDate later = TO.plusDays(10);
        LocalDate june = LocalDate.of(2025, 6, 3);
        published.revised(FORCE, charged, later, june, "late", 6, 0);
        published.revised(FORCE, charged, later.plusDays(1), june.plusDays(1), "late", 2, 0);
        published.revised(FORCE, charged, later, june, "outcome_changed", -3, 0);
        published.revised(FORCE, charged, later, june, "corrected", 1, 0);
        published.revised(FORCE, charged, later.plusDays(1), june, "corrected", -1, 0);
        published.revised(FORCE, charged, TO, june, "late", 100, 0);
        published.revised(FORCE, charged, later, TO, "late", 200, 0);
        SeriesKey recorded = new SeriesKey("recorded_offences", "recorded", "fytd", slice);
        published.revised(FORCE, recorded, later, june, "late", 4, null);
        published.revised(FORCE, recorded, later, june, "cancelled", -4, null);
        assertThat(told(compare(
                        0,
                        "force,period,offence_group,outcome,count",
                        "west-midlands,2026-03,domestic_abuse,1,65",
                        "west-midlands,2026-03,domestic_abuse,,3000")))
                .containsExactly(
                        "domestic_abuse 1 recorded 65 60 65 0 [restated here since the end of the year, by 5, late: 8,"
                                + " outcome changed: -3]",
                        "domestic_abuse  recorded 3000 3000 3000 0 []");
    }

    /** As it is printed without {@code --json}. */
    @Test
    void a_crime_that_was_cancelled_since_the_year_is_named_as_the_cause_in_the_printed_answer() throws Exception {
        String slice = "theme=harassment";
        figure("recorded_offences", "recorded", slice, 500, 497);
        SeriesKey recorded = new SeriesKey("recorded_offences", "recorded", "fytd", slice);
        LocalDate june = LocalDate.of(2025, 6, 3);
        published.revised(FORCE, recorded, TO.plusDays(10), june, "cancelled", -4, null);
        published.revised(FORCE, recorded, TO.plusDays(11), june, "late", 1, null);
        Path table = Files.write(
                folder.resolve("table.csv"),
                List.of("force,period,offence_group,outcome,count", "west-midlands,2026-03,harassment,,500"));

        Answer answer = Answer.to(
                "compare", "--database", url(), "--database-user", "postgres", "--published", table.toString());
        assertThat(answer.errors()).isEmpty();
        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.output())
                .containsPattern(
                        "(?m)^west-midlands, 2026-03-31, harassment +recorded crimes +recorded +500 +500 +497 +3$")
                .endsWith(
                        "\nwest-midlands, 2026-03-31, harassment, by recorded: restated here since the end of the year,"
                                + " by -3; cancelled: -4; late: 1.\n");
    }

    /** Of archives, as {@code import police-uk --totals} writes it. */
    @Test
    void what_an_archive_holds_is_compared_with_twelve_months() throws Exception {
        published.measure("outcome_recorded", "criminal_justice", "share", "up", "An outcome is recorded");
        String group = "theme=violence_sexual";
        LocalDate month = LocalDate.of(2025, 6, 1);
        published.value(FORCE, TO, new SeriesKey("recorded_offences", "recorded", "12m", group), 5_000, null);
        published.day(FORCE, new SeriesKey("recorded_offences", "recorded", "", group), month, 5_010, null);
        published.value(FORCE, TO, new SeriesKey("outcome_recorded", "to_date", "12m", group), 3_000, 5_000);
        published.day(FORCE, new SeriesKey("outcome_recorded", "to_date", "", group), month, 3_100, 5_010);
        published.day(FORCE, new SeriesKey("charge_rate", "to_date", "", group), month, 200, 5_010);
        JsonNode counts = compare(
                1,
                "force,period,offence_group,outcome,count",
                "west-midlands,2026-03,violence_sexual,,5010",
                "west-midlands,2026-03,violence_sexual,ANY,3100",
                "west-midlands,2026-03,violence_sexual,1,201");
        assertThat(told(counts))
                .containsExactly(
                        "violence_sexual  recorded 5010 5000 5010 0 [restated here since the end of the year, by 10]",
                        "violence_sexual ANY recorded 3100 3000 3100 0 [restated here since the end of the year, by 100]",
                        "violence_sexual 1 recorded 201 null 200 1 []");
    }

    /** A sheet for readers: a title, notes, a head with breaks in its cells, regions between forces, a note below. */
    @Test
    void a_sheet_of_the_ons_is_read_from_its_head_on_and_of_the_year_that_its_title_names() throws Exception {
        JsonNode counts = compare(
                0,
                "\"Table P1: Police recorded crime by offence group, year ending March 2026 [note 1]\",,,,",
                "This worksheet contains one table.,,,,",
                "Area Code,Area Name,\"Total recorded crime",
                " (excluding fraud)",
                "[note 2]\",Sexual offences,Stalking and harassment",
                "E12000005,West Midlands Region,\"700,000\",\"9,000\",\"30,000\"",
                "E12000009,West Midlands,1,1,1",
                "E23000014,West Midlands [note 8],\"380,000\",\"2,920\",\"4,000\"",
                "E23000032,Kent,\"150,000\",[x],\"9,000\"",
                "Source: Police recorded crime from the Home Office");
        assertThat(counts.get("layout").asText()).isEqualTo("ons_police_force_areas");
        assertThat(counts.get("otherForces").asInt()).isEqualTo(1);
        assertThat(told(counts))
                .containsExactly(
                        "rape+other_sexual  recorded 2920 2900 2920 0 [restated here since the end of the year, by 20]",
                        "stalking_harassment  recorded 4000 4000 4000 0 []");
    }

    @Test
    void twelve_months_of_the_cps_are_a_year_and_eleven_are_none() throws Exception {
        published.day(
                FORCE,
                new SeriesKey("court_convicted_finalised", "recorded", "", "theme=rape"),
                LocalDate.of(2025, 9, 1),
                30,
                50);
        List<Path> months = new ArrayList<>();
        for (String month : List.of(
                "april_2025",
                "may_2025",
                "june_2025",
                "july_2025",
                "august_2025",
                "september_2025",
                "october_2025",
                "november_2025",
                "december_2025",
                "january_2026",
                "february_2026",
                "march_2026")) {
            months.add(Files.write(
                    folder.resolve("principal_offence_category_" + month + ".csv"),
                    List.of(
                            ",Number of Homicide Convictions,Number of Sexual Offences Convictions",
                            "National,80,900",
                            "West Midlands,2,3")));
        }
        assertThat(told(answered(1, answer(months))))
                .containsExactly("rape+other_sexual CONVICTED assigned 36 null 30 6 [the CPS counts defendants by their"
                        + " principal offence, and here are crimes]");
        assertThat(told(answered(0, answer(months.subList(0, 11))))).isEmpty();
    }

    @Test
    void where_all_agree_the_answer_says_so_and_where_nothing_is_published_that() throws Exception {
        compare(0, "force,period,offence_group,outcome,count", "west-midlands,2026-03,stalking_harassment,,4000");
        assertThat(told(compare(
                        1,
                        "force,period,offence_group,outcome,count",
                        "west-midlands,2022-03,stalking_harassment,,4000")))
                .containsExactly(
                        "stalking_harassment  recorded 4000 null null null [the records here begin on 2023-11-26,"
                                + " nothing is published here of these days]");
    }

    @Test
    void a_table_that_is_not_known_and_a_count_that_is_none_are_told_with_what_to_do() throws Exception {
        assertThat(answer("Area,Count", "a,1").errors())
                .contains("line 1, and what follows, has the columns of no table that is known")
                .contains("documented (force, period, offence_group, outcome, count)");
        assertThat(answer("force,period,offence_group,outcome,count", "west-midlands,2026-03,rape,,many")
                        .errors())
                .contains("line 2, has a count that is no whole number");
        assertThat(answer("force,period,offence_group,outcome,count", "west-midlands,March,rape,,1")
                        .errors())
                .contains("'March' is no year");
        assertThat(answer("Area Code,Area Name,Sexual offences,Stalking and harassment", "E23000014,West Midlands,1,1")
                        .errors())
                .contains("nothing says of which year the table is: rename the file");
    }

    private JsonNode compare(int exitCode, String... lines) throws Exception {
        return answered(exitCode, answer(lines));
    }

    private static JsonNode answered(int exitCode, Answer answer) throws Exception {
        assertThat(answer.errors()).isEmpty();
        assertThat(answer.exitCode()).isEqualTo(exitCode);
        return JSON.readTree(answer.output());
    }

    private Answer answer(String... lines) throws Exception {
        return answer(List.of(Files.write(folder.resolve("table.csv"), List.of(lines))));
    }

    private static Answer answer(List<Path> tables) throws Exception {
        List<String> arguments = new ArrayList<>(
                List.of("compare", "--json", "--database", url(), "--database-user", "postgres", "--published"));
        tables.forEach(table -> arguments.add(table.toString()));
        return Answer.to(arguments.toArray(String[]::new));
    }

    private static String url() throws SQLException {
        return published.connection().getMetaData().getURL().replaceFirst("\\?.*", "");
    }

    private static List<String> told(JsonNode counts) {
        List<String> told = new ArrayList<>();
        for (JsonNode count : counts.get("counts")) {
            List<String> reasons = new ArrayList<>();
            count.get("reasons").forEach(reason -> reasons.add(reason.asText()));
            told.add(String.join(
                    " ",
                    count.get("theme").asText(),
                    count.get("outcome").asText(),
                    count.get("countedBy").asText(),
                    count.get("there").asText(),
                    count.get("then").asText(),
                    count.get("now").asText(),
                    count.get("difference").asText(),
                    reasons.toString()));
        }
        return told;
    }
}
