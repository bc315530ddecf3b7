package vaiwg.board.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vaiwg.board.ReportException;
import vaiwg.board.report.Block;
import vaiwg.board.report.Page;
import vaiwg.board.report.Report;
import vaiwg.board.report.SampleReport;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

class ReportFilesTest {
    private static final BuildInfo BUILD =
            new BuildInfo("0.1.0, commit abc", new TreeMap<>(Map.of("areas.csv", "00ff")));
    private static final Map<String, byte[]> PAGE = Map.of("index.html", "<p>é".getBytes(StandardCharsets.UTF_8));

    private final Report report = SampleReport.usual();

    @TempDir
    Path folder;

    @Test
    void the_same_report_gives_the_same_bytes_whatever_the_machine() {
        SortedMap<String, byte[]> first = ReportFiles.of(report, BUILD, PAGE);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        SortedMap<String, byte[]> second;
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            second = ReportFiles.of(SampleReport.usual(), BUILD, PAGE);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        assertThat(second.keySet()).isEqualTo(first.keySet());
        first.forEach((name, bytes) ->
                assertThat(Arrays.equals(second.get(name), bytes)).as(name).isTrue());
    }

    @Test
    void the_workbook_says_no_time_of_its_making() throws IOException {
        byte[] workbook = ReportFiles.of(report, BUILD, PAGE).get("report.xlsx");
        String properties = new XlsxCells(workbook)
                .part("docProps/core.xml")
                .getDocumentElement()
                .getTextContent();
        assertThat(properties).endsWith("2026-11-25T12:00:00Z");
    }

    @Test
    void the_manifest_has_the_hash_of_every_file_and_all_that_the_report_was_made_of() throws Exception {
        ReportFiles.write(ReportFiles.of(report, BUILD, PAGE), folder, false);
        JsonNode manifest =
                new ObjectMapper().readTree(folder.resolve("manifest.json").toFile());
        List<String> names = new ArrayList<>();
        for (JsonNode file : manifest.get("files")) {
            byte[] bytes = Files.readAllBytes(folder.resolve(file.get("name").asText()));
            names.add(file.get("name").asText());
            assertThat(file.get("bytes").asInt()).isEqualTo(bytes.length);
            assertThat(file.get("sha256").asText())
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        }
        try (Stream<Path> written = Files.list(folder)) {
            assertThat(written.map(file -> file.getFileName().toString()).filter(name -> !name.equals("manifest.json")))
                    .containsExactlyInAnyOrderElementsOf(names);
        }
        assertThat(manifest.get("force").asText()).isEqualTo("west-midlands");
        assertThat(manifest.get("asAt").asText()).isEqualTo("2026-11-26");
        assertThat(manifest.get("publication").asInt()).isEqualTo(1);
        assertThat(manifest.get("definitions").asText()).isEqualTo("bf63435a8b99");
        assertThat(manifest.at("/dataThrough/outcome").asText()).isEqualTo("2026-11-26T00:00Z");
        assertThat(manifest.at("/codeMaps/areas.csv").asText()).isEqualTo("00ff");
        assertThat(manifest.get("tier").asText()).isEqualTo("BOARD");
        assertThat(manifest.get("status").asText()).isEqualTo("APPROVED");
        assertThat(manifest.get("edition").asInt()).isEqualTo(7);
        assertThat(manifest.get("approvedBy").asText()).isEqualTo("The board's secretary");
        assertThat(manifest.get("notesUntil").asText()).isEqualTo("2026-11-25T12:00:00Z");
        assertThat(manifest.get("product").asText()).isEqualTo("0.1.0, commit abc");
    }

    @Test
    void equal_files_are_no_obstacle_and_others_are_left_alone_unless_they_shall_be_replaced() throws IOException {
        ReportFiles.write(ReportFiles.of(report, BUILD, PAGE), folder, false);
        ReportFiles.write(ReportFiles.of(report, BUILD, PAGE), folder, false);
        byte[] before = Files.readAllBytes(folder.resolve("report.xlsx"));
        Report other = SampleReport.titled("Another");
        assertThatThrownBy(() -> ReportFiles.write(ReportFiles.of(other, BUILD, PAGE), folder, false))
                .isInstanceOf(ReportException.class)
                .hasMessageEndingWith("is there already, and is another: choose another folder, or say --replace.");
        assertThat(Files.readAllBytes(folder.resolve("report.xlsx"))).isEqualTo(before);
        ReportFiles.write(ReportFiles.of(other, BUILD, PAGE), folder, true);
        assertThat(Files.readAllBytes(folder.resolve("report.xlsx"))).isNotEqualTo(before);
    }

    @Test
    void files_and_a_folder_that_is_made_are_the_owners_alone_and_a_folder_that_is_there_keeps_its_permissions()
            throws IOException {
        Path made = folder.resolve("above/made");
        ReportFiles.write(ReportFiles.of(report, BUILD, PAGE), made, false);
        assertThat(permissions(made)).isEqualTo("rwx------");
        assertThat(permissions(made.getParent())).isEqualTo("rwx------");
        Path there = Files.createDirectory(
                folder.resolve("there"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Path open = Files.createFile(
                there.resolve("report.xlsx"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));
        ReportFiles.write(ReportFiles.of(report, BUILD, PAGE), there, true);
        assertThat(permissions(there)).isEqualTo("rwxr-xr-x");
        assertThat(permissions(open)).isEqualTo("rw-------");
        for (Path one : List.of(made, there)) {
            try (Stream<Path> written = Files.list(one)) {
                assertThat(written)
                        .isNotEmpty()
                        .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
            }
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void code_maps_are_named_only_where_the_figures_were_counted_with_them() {
        String ours = ShippedCatalogue.get().fingerprint();
        assertThat(BuildInfo.of("1.0", ours).codeMaps())
                .containsOnlyKeys(
                        "areas.csv",
                        "bank-holidays.csv",
                        "ends-of-support.csv",
                        "ethnicity-groups.csv",
                        "offence-kinds.csv",
                        "offence-themes.csv",
                        "outcomes.csv",
                        "places.csv")
                .allSatisfy((name, hash) -> assertThat(hash).matches("[0-9a-f]{64}"));
        assertThat(BuildInfo.of("1.0", "of another build").codeMaps()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"report.xlsx", "manifest.json", "../index.html", "a/b", "", ".hidden"})
    void a_further_file_has_a_plain_name_of_its_own(String name) {
        assertThatThrownBy(() -> ReportFiles.of(report, BUILD, Map.of(name, new byte[1])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("cannot be named " + name);
    }

    @Test
    void json_holds_the_whole_report_and_no_number_that_there_is_not() throws IOException {
        byte[] json = Json.bytes(report);
        assertThat(new String(json, StandardCharsets.UTF_8))
                .doesNotContain("NaN", "\r")
                .endsWith("}\n");
        JsonNode block = new ObjectMapper().readTree(json).at("/pages/0/blocks/1");
        assertThat(block.get("kind").asText()).isEqualTo("figuresTable");
        JsonNode figure = block.at("/rows/1/figure");
        assertThat(figure.get("lower").isNull()).isTrue();
        assertThat(figure.get("state").asText()).isEqualTo("SHOWN");
        List<String> names = new ArrayList<>();
        figure.fieldNames().forEachRemaining(names::add);
        assertThat(names).containsSequence("basis", "kpi", "slice", "window").doesNotContain("shown");
        names.removeAll(List.of("basis", "kpi", "slice", "window"));
        assertThat(names).as("beside those of its key, which stand together").isSorted();
    }

    /** Page 1 says how many there are. */
    @Test
    void the_changes_of_a_year_have_a_sheet() throws IOException {
        Block.Line change =
                new Block.Line("Victim attrition: Rape", List.of(words("29 Jul 2026"), words("Stands")), false);
        Page measure = new Page(
                "measure-signal-response",
                "Changes answered",
                "",
                List.of(new Block.Grid(
                        "Changes of a year",
                        "",
                        "Figure",
                        List.of("Found", "Now"),
                        List.of(change),
                        Optional.of("Changes"))));
        Report listed = new Report(
                report.edition(),
                report.pages(),
                List.of(new Report.MeasurePage("intelligence", measure)),
                report.matters(),
                false);
        XlsxCells workbook = new XlsxCells(ReportFiles.of(listed, BUILD, PAGE).get("report.xlsx"));
        assertThat(workbook.cells().stream()
                        .filter(cell -> cell.sheet().equals("Changes"))
                        .map(XlsxCells.Cell::text))
                .contains("Victim attrition: Rape", "29 Jul 2026", "Stands");
        assertThat(new XlsxCells(ReportFiles.of(report, BUILD, PAGE).get("report.xlsx")).sheets())
                .as("none where there are none")
                .doesNotContain("Changes");
    }

    private static Block.Cell words(String text) {
        return new Block.Cell(Optional.empty(), Block.Part.VALUE, text, 0);
    }

    @Test
    void every_sheet_has_its_head_frozen_and_the_first_says_what_it_is() throws IOException {
        XlsxCells workbook = new XlsxCells(ReportFiles.of(report, BUILD, PAGE).get("report.xlsx"));
        assertThat(workbook.hidden()).isEmpty();
        assertThat(workbook.sheets())
                .startsWith("About", "1 At a glance", "2 Matters", "3 Victim attrition")
                .contains("Definitions")
                .endsWith("All figures");
        for (int i = 0; i < workbook.sheets().size(); i++) {
            assertThat(workbook.xml(i)).contains("ySplit=\"1\"", "state=\"frozen\"", "customWidth=\"true\"");
        }
        assertThat(workbook.cells().stream()
                        .filter(cell -> cell.sheet().equals("About"))
                        .map(XlsxCells.Cell::text))
                .contains(
                        "Strategy Board report, West Midlands Police, as at 2026-11-26",
                        "SYNTHETIC DATA",
                        "board",
                        "approved",
                        "The board's secretary");
    }
}
