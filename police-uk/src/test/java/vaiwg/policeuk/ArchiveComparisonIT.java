package vaiwg.policeuk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.board.comparison.ComparedForce;
import vaiwg.board.comparison.ComparedMeasure;
import vaiwg.board.comparison.ForceComparison;
import vaiwg.board.comparison.ForceMeasure;
import vaiwg.cli.Answer;
import vaiwg.cli.ArchiveReport;
import vaiwg.kpis.reference.Denominators;
import vaiwg.kpis.reference.ReferenceFile;

/** Forces of archives side by side, against DuckDB's count of the same files; and what is left out, with the reason. */
class ArchiveComparisonIT {
    private static final String VIOLENCE = "Violence and sexual offences";
    private static final List<ForceMeasure> OF_OUTCOMES =
            List.of(ForceMeasure.CHARGED, ForceMeasure.OUTCOME_RECORDED, ForceMeasure.UNABLE_TO_PROSECUTE);

    @TempDir
    private Path folder;

    @Test
    void counts_and_distances_are_those_that_duckdb_finds_in_the_files() throws Exception {
        Path zip = MadeForces.archive().zip(folder.resolve("made.zip"));
        ForceComparison comparison = ArchiveComparison.compare(request(zip));
        assertThat(comparison.period()).isEqualTo("January 2024 to May 2024");
        try (DuckDbCount duckDb = DuckDbCount.of(zip, folder.resolve("unpacked"))) {
            assertThat(rows(comparison)).hasSize(3 * MadeForces.FORCES).isEqualTo(duckDb.rows("comparison.sql"));
        }
        assertThat(measure(comparison, ForceMeasure.CHARGED).finding()).isEqualTo("Beyond 499 of 500: Force L (above)");
    }

    @Test
    void a_real_archive_has_the_counts_that_duckdb_finds_and_one_force_is_not_compared() throws Exception {
        Path zip = SharedArchives.get(SharedArchives.BEDFORDSHIRE);
        ForceComparison comparison = ArchiveComparison.compare(request(zip));
        List<Map<String, Object>> rows = rows(comparison);
        rows.forEach(row -> row.remove("millionths_of_z"));
        try (DuckDbCount duckDb = DuckDbCount.of(zip, folder)) {
            List<Map<String, Object>> expected = duckDb.rows("comparison.sql");
            expected.forEach(row -> row.remove("millionths_of_z"));
            assertThat(rows).hasSize(3).isEqualTo(expected);
        }
        assertThat(comparison.period()).isEqualTo("October 2021 to September 2022");
        assertThat(comparison.measures()).allMatch(measure -> measure.funnel().isEmpty());
    }

    @Test
    void of_odd_archives_nothing_is_compared_that_cannot_be() {
        ForceComparison comparison = ArchiveComparison.compare(new ArchiveReport.Request(
                List.of(
                        SharedArchives.get(SharedArchives.BEDFORDSHIRE),
                        SharedArchives.get(SharedArchives.ODDITIES),
                        SharedArchives.get(SharedArchives.CITY_OF_LONDON)),
                Optional.of(YearMonth.of(2022, 2)),
                2,
                3,
                VIOLENCE,
                Optional.of(residents("bedfordshire", "dyfed-powys", "leicestershire"))));
        ComparedMeasure recorded = measure(comparison, ForceMeasure.RECORDED);
        assertThat(recorded.forces())
                .extracting(ComparedForce::force, ComparedForce::numerator)
                .containsExactly(
                        tuple("Bedfordshire", 2_678), tuple("Dyfed-Powys", 3_540), tuple("Leicestershire", 6_677));
        assertThat(recorded.leftOut())
                .containsExactly(
                        new ComparedMeasure.LeftOut(
                                "1,990 of its rows have no crime id, so they cannot be followed",
                                List.of("British Transport Police")),
                        new ComparedMeasure.LeftOut(
                                "it uses crime ids again in other months, so crimes cannot be told apart",
                                List.of("Northern Ireland")),
                        new ComparedMeasure.LeftOut("no file of crimes for 2022-01", List.of("Lancashire")),
                        new ComparedMeasure.LeftOut(
                                "no file of crimes for 2022-01, 2022-02",
                                List.of("City of London", "Derbyshire", "Greater Manchester", "Northumbria")));
        assertThat(measure(comparison, ForceMeasure.CHARGED).leftOut())
                .contains(new ComparedMeasure.LeftOut(
                        "it has no outcomes in these archives", List.of("Dyfed-Powys", "Leicestershire")));
        assertThat(comparison.remarks()).singleElement().asString().contains("June 2017: City of London;");
    }

    @Test
    void forces_without_residents_outcomes_or_months_are_left_out_of_what_needs_them() {
        HandMadeArchive archive = new HandMadeArchive();
        for (String force : List.of("kent", "norfolk", "essex", "surrey", "dorset")) {
            for (int month = 1; month <= 4; month++) {
                String[] crimes = crimes(force, month, 60);
                boolean gap = force.equals("surrey") && month == 1;
                archive.street(MadeForces.month(month), force, gap ? new String[0] : crimes);
                if (!force.equals("norfolk") && !(force.equals("essex") && month == 3)) {
                    archive.outcomes(MadeForces.month(month), force, outcomes(force, month, 60));
                }
            }
        }
        ForceComparison comparison = ArchiveComparison.compare(new ArchiveReport.Request(
                List.of(archive.folder(folder)),
                Optional.empty(),
                12,
                3,
                VIOLENCE,
                Optional.of(residents("kent", "norfolk", "surrey"))));
        assertThat(comparison.period()).isEqualTo("January 2024");
        assertThat(leftOut(comparison, ForceMeasure.RECORDED))
                .containsExactly(
                        "stubs instead of months: 2024-01-surrey-street.csv has 0 rows: [Surrey]",
                        "the file of denominators has no residents of it (--denominators): [Dorset, Essex]");
        assertThat(leftOut(comparison, ForceMeasure.CHARGED))
                .containsExactly(
                        "it has no outcomes in these archives: [Norfolk]",
                        "no file of outcomes for 2024-03: [Essex]",
                        "stubs instead of months: 2024-01-surrey-street.csv has 0 rows: [Surrey]");
    }

    @Test
    void of_a_file_that_is_there_twice_the_later_path_counts() {
        Path earlier = new HandMadeArchive()
                .street("2024-01", "kent", crimes("kent", 1, 60))
                .folder(folder.resolve("earlier"));
        Path later = new HandMadeArchive()
                .street("2024-01", "kent", crimes("kent", 1, 70))
                .folder(folder.resolve("later"));
        ForceComparison comparison = ArchiveComparison.compare(new ArchiveReport.Request(
                List.of(earlier, later), Optional.empty(), 12, 0, VIOLENCE, Optional.of(residents("kent"))));
        assertThat(measure(comparison, ForceMeasure.RECORDED).forces())
                .extracting(ComparedForce::numerator)
                .containsExactly(70);
    }

    @Test
    void the_command_writes_a_page_once_and_says_what_is_wrong_in_a_sentence() throws Exception {
        Path zip = MadeForces.archive().zip(folder.resolve("made.zip"));
        Path page = folder.resolve("pages/forces.html");
        String[] arguments = {"report", "--archive", zip.toString(), "--out", page.toString()};
        assertThat(Answer.to(arguments).output()).contains("The forces are compared in " + page + ".");
        String html = Files.readString(page);
        assertThat(html)
                .contains("Beyond 499 of 500: Force L (above)", "Force A")
                .doesNotContain("NaN");
        assertThat(DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)))
                        .getElementsByTagName("svg")
                        .getLength())
                .isEqualTo(3);
        assertThat(folder.resolve("pages")).isDirectoryContaining(file -> file.equals(page));
        assertThat(Answer.to(arguments))
                .isEqualTo(new Answer(
                        2, "", "vaiwg: " + page + " is there already: choose another name, or say --replace.\n"));
        assertThat(failure(zip, "--until", "2025-01"))
                .isEqualTo("vaiwg: The archives hold 2024-01 to 2024-08, so no crime of 2025-01 can be followed for 3"
                        + " months; give later archives, or a shorter --follow-up.\n");
        assertThat(failure(zip, "--crime-type", "Treason"))
                .isEqualTo("vaiwg: No force has a crime of the category \"Treason\" in these months; write it as the"
                        + " column Crime type does.\n");
        assertThat(failure(folder.resolve("none.zip")))
                .isEqualTo("vaiwg: " + folder.resolve("none.zip")
                        + " does not exist; give a zip, a folder or a CSV file.\n");
    }

    private String failure(Path archive, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "report",
                "--archive",
                archive.toString(),
                "--out",
                folder.resolve("new").toString()));
        arguments.addAll(List.of(more));
        Answer answer = Answer.to(arguments.toArray(String[]::new));
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(folder.resolve("new")).doesNotExist();
        return answer.errors();
    }

    private static ArchiveReport.Request request(Path archive) {
        return new ArchiveReport.Request(List.of(archive), Optional.empty(), 12, 3, VIOLENCE, Optional.empty());
    }

    private static Denominators residents(String... forces) {
        StringBuilder text = new StringBuilder("force,population,lpa,from,number,source\n");
        for (String force : forces) {
            text.append(force).append(",residents,,2020-06-30,500000,made for a test\n");
        }
        return Denominators.of(ReferenceFile.of("denominators.csv", text.toString()));
    }

    private static String[] crimes(String force, int month, int number) {
        return rows(number, i -> HandMadeArchive.crime(force + month + "-" + i, MadeForces.month(month)));
    }

    private static String[] outcomes(String force, int month, int number) {
        return rows(
                number,
                i -> HandMadeArchive.outcome(
                        force + month + "-" + i,
                        MadeForces.month(month),
                        i % 9 == 0 ? "Suspect charged" : "Unable to prosecute suspect"));
    }

    private static String[] rows(int number, IntFunction<String> row) {
        return IntStream.range(0, number).mapToObj(row).toArray(String[]::new);
    }

    private static ComparedMeasure measure(ForceComparison comparison, ForceMeasure measure) {
        return comparison.measures().get(measure.ordinal());
    }

    private static List<String> leftOut(ForceComparison comparison, ForceMeasure measure) {
        return measure(comparison, measure).leftOut().stream()
                .map(out -> out.reason() + ": " + out.forces())
                .toList();
    }

    /** As the query has them. */
    private static List<Map<String, Object>> rows(ForceComparison comparison) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (ForceMeasure measure : OF_OUTCOMES) {
            measure(comparison, measure).forces().stream()
                    .sorted(Comparator.comparing(ComparedForce::force))
                    .forEach(force -> {
                        Map<String, Object> row = new LinkedHashMap<>();
                        row.put("force", force.force().toLowerCase(Locale.ROOT).replace(' ', '-'));
                        row.put("measure", measure.name());
                        row.put("counted", (long) force.numerator());
                        row.put("crimes", (long) force.denominator());
                        row.put("millionths_of_z", Math.round(1e6 * force.z()));
                        rows.add(row);
                    });
        }
        return rows;
    }
}
