package vaiwg.board.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vaiwg.board.report.Report;
import vaiwg.board.report.SampleReport;

/** Titles come from catalogues and from people: none becomes a formula, breaks a file, or makes two sheets one. */
class HostileTitlesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://example.org\",\"x\")",
                "+1+cmd|' /C calc'!A0",
                "-2+3",
                "@SUM(A1:A9)",
                "\t=1",
                "\r=1",
                "\uFF1D1+1"
            })
    void a_title_that_a_spreadsheet_would_calculate_is_text_in_every_table(String title) throws IOException {
        Map<String, byte[]> files = files(SampleReport.titled(title));
        assertThat(fields(text(files.get("figures.csv"))))
                .noneMatch(HostileTitlesTest::isFormula)
                .anyMatch(field -> field.equals("'" + title));
        XlsxCells workbook = new XlsxCells(files.get("report.xlsx"));
        for (int i = 0; i < workbook.sheets().size(); i++) {
            assertThat(workbook.xml(i)).doesNotContain("<f>", "<f ");
        }
        assertThat(workbook.cells().stream().map(XlsxCells.Cell::text).filter(Objects::nonNull))
                .noneMatch(HostileTitlesTest::isFormula);
        // Nothing is lost: JSON is for programs, and holds the title as it is.
        assertThat(new ObjectMapper()
                        .readTree(files.get("report.json"))
                        .at("/pages/2/title")
                        .asText())
                .isEqualTo(title);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b",
                "he said \"no\"",
                "two\r\nlines",
                "</t><x>&amp;",
                "nul \u0000 bell \u0007 half \uD800 end \uFFFF",
                "[x]:*?/\\'",
                "",
                "'quoted'"
            })
    void no_character_breaks_a_file(String title) throws IOException {
        Map<String, byte[]> files = files(SampleReport.titled(title));
        XlsxCells workbook = new XlsxCells(files.get("report.xlsx"));
        assertThat(workbook.sheets())
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[^\\[\\]:*?/\\\\']{1,31}"));
        assertThat(workbook.cells()).hasSizeGreaterThan(100);
        List<String> lines = records(text(files.get("figures.csv")));
        assertThat(lines)
                .hasSize(ReportFigures.distinct(SampleReport.titled(title)).size() + 1);
    }

    @Test
    void sheets_of_pages_of_one_title_have_names_of_their_own() throws IOException {
        Report report = SampleReport.titled("x".repeat(60));
        Report twice = new Report(
                report.edition(), List.of(report.pages().get(2), report.pages().get(2)), List.of(), List.of(), false);
        assertThat(new XlsxCells(files(twice).get("report.xlsx")).sheets())
                .contains("1 " + "x".repeat(29), "2 " + "x".repeat(29));
    }

    private static Map<String, byte[]> files(Report report) {
        return ReportFiles.of(report, new BuildInfo("1.0", new TreeMap<>()), Map.of());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static boolean isFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r\n\uFF1D".indexOf(text.charAt(0)) >= 0 && !text.matches("-[0-9.]+");
    }

    private static List<String> records(String csv) {
        return List.of(csv.split("\r\n(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"));
    }

    private static List<String> fields(String csv) {
        return records(csv).stream()
                .flatMap(line -> List.of(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)).stream())
                .map(field -> field.startsWith("\"")
                        ? field.substring(1, field.length() - 1).replace("\"\"", "\"")
                        : field)
                .toList();
    }
}
