package vaiwg.policeuk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vaiwg.policeuk.HandMadeArchive.OUTCOMES_HEADER;
import static vaiwg.policeuk.HandMadeArchive.STREET_HEADER;
import static vaiwg.policeuk.HandMadeArchive.crime;
import static vaiwg.policeuk.HandMadeArchive.outcome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.Outcome;

class BadInputTest {
    private static final String STREET_FILE = "2022-01/2022-01-kent-street.csv";

    @TempDir
    private Path folder;

    private final HandMadeArchive archive = new HandMadeArchive();

    private Played playStreetFile(byte[] content) {
        return Played.of(archive.bytes(STREET_FILE, content).folder(folder));
    }

    @Test
    void carriage_returns_quotes_blanks_and_a_byte_order_mark_are_read() {
        String text = "\uFEFF" + STREET_HEADER + "\r\n"
                + "c1 ,2022-01,Kent Police,Kent Police,,,\"On or near \"\"The Mill\"\", High Street\",E01000001 ,"
                + "\"Kent, 001A\", Public order ,,\r\n\r\n"
                + crime("c2", "2022-01") + "\r\n";
        Played played = playStreetFile(text.getBytes(UTF_8));
        assertThat(played.sent(CrimeRecording.class))
                .extracting(CrimeRecording::getCrimeReference)
                .containsExactly("c1", "c2");
        assertThat(played.sent(CrimeRecording.class).get(0).getLsoa()).isEqualTo("E01000001");
        assertThat(played.sent(CrimeRecording.class).get(0).getOffenceGroup()).isEqualTo("public-order");
    }

    @Test
    void an_empty_lsoa_is_no_lsoa() {
        Played played = playStreetFile(
                (STREET_HEADER + "\n" + crime("c1", "2022-01").replace("E01017449", "")).getBytes(UTF_8));
        assertThat(played.sent(CrimeRecording.class).get(0).getLsoa()).isNull();
    }

    @Test
    void a_row_that_is_not_utf8_is_imported_and_counted() {
        String row = crime("c1", "2022-01").replace("High Street", "Heol y Tŷ");
        Played welsh = playStreetFile((STREET_HEADER + "\n" + row).getBytes(UTF_8));
        assertThat(welsh.report("kent").count(Count.ROWS_NOT_UTF8)).isZero();
        Played latin = playStreetFile((STREET_HEADER + "\n" + row.replace('ŷ', 'ý')).getBytes(ISO_8859_1));
        assertThat(latin.report("kent").count(Count.ROWS_NOT_UTF8)).isEqualTo(1);
        assertThat(latin.crimes()).hasSize(1);
    }

    @Test
    void a_crime_id_that_is_not_utf8_is_rejected() {
        Played played = playStreetFile((STREET_HEADER + "\n" + crime("cý", "2022-01")).getBytes(ISO_8859_1));
        assertThat(played.crimes()).isEmpty();
        assertThat(played.report("kent").rejections())
                .containsExactly(new ForceReport.Rejection(
                        "crime id has bytes that are not UTF-8", 1, "2022-01-kent-street.csv", 2));
    }

    @Test
    void an_unknown_outcome_is_rejected_with_its_first_file_and_line_and_the_rest_is_imported() {
        archive.street("2022-01", "kent", crime("c1", "2022-01"));
        archive.outcomes(
                "2022-01",
                "kent",
                outcome("c1", "2022-01", "Suspect charged"),
                outcome("c1", "2022-01", "Abducted by \"\"aliens\"\""),
                outcome("c1", "2022-01", "No such label"),
                outcome("c1", "2022-01", "Local resolution"));
        archive.outcomes("2022-02", "kent", outcome("c1", "2022-02", "No such label"));
        Played played = Played.of(archive.folder(folder));
        assertThat(played.sent(Outcome.class)).extracting(Outcome::getVersion).containsExactly(1L, 2L);
        assertThat(played.report("kent").count(Count.OUTCOME_ROWS_REJECTED)).isEqualTo(3);
        assertThat(played.report("kent").rejections())
                .contains(new ForceReport.Rejection(
                        "outcome \"No such label\" is not a known label", 2, "2022-01-kent-outcomes.csv", 4));
    }

    @Test
    void a_row_of_another_month_is_rejected() {
        archive.street("2022-01", "kent", crime("c1", "2022-02"));
        assertThat(Played.of(archive.folder(folder)).report("kent").rejections())
                .containsExactly(new ForceReport.Rejection(
                        "month \"2022-02\" is not the month in the file's name", 1, "2022-01-kent-street.csv", 2));
    }

    @Test
    void a_row_with_too_few_values_is_rejected_and_the_line_counts_quoted_line_breaks() {
        Played played = playStreetFile((STREET_HEADER + "\n"
                        + crime("c1", "2022-01").replace("On or near High Street", "\"On or near\nHigh Street\"") + "\n"
                        + "c2,2022-01,Kent Police\n")
                .getBytes(UTF_8));
        assertThat(played.crimes()).hasSize(1);
        assertThat(played.report("kent").rejections())
                .containsExactly(new ForceReport.Rejection(
                        "has 3 values where the header has 12 columns", 1, "2022-01-kent-street.csv", 4));
    }

    @Test
    void an_empty_crime_type_is_rejected() {
        archive.street("2022-01", "kent", crime("c1", "2022-01", ""));
        assertThat(Played.of(archive.folder(folder)).report("kent").rejections())
                .extracting(ForceReport.Rejection::reason)
                .containsExactly("crime type is empty");
    }

    @Test
    void a_quote_that_is_never_closed_stops_the_import_with_file_and_line() {
        byte[] broken = (STREET_HEADER + "\n" + crime("c1", "2022-01") + "\n\"c2,2022-01").getBytes(UTF_8);
        assertThatThrownBy(() -> playStreetFile(broken))
                .isInstanceOf(CommandFailure.class)
                .hasMessageStartingWith("2022-01-kent-street.csv, after line 2, is not a CSV file any more")
                .hasMessageEndingWith("; download it again.");
    }

    @Test
    void a_missing_column_is_named_before_anything_is_sent() {
        Path path = archive.bytes(STREET_FILE, (OUTCOMES_HEADER + "\n").getBytes(UTF_8))
                .folder(folder);
        assertThatThrownBy(() -> PoliceUkArchive.open(List.of(path), List.of()))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("2022-01-kent-street.csv, line 1, has no column named Crime type;"
                        + " give the file as data.police.uk published it.");
    }

    @Test
    void an_empty_file_is_named_before_anything_is_sent() {
        Path path = archive.bytes(STREET_FILE, new byte[0]).folder(folder);
        assertThatThrownBy(() -> PoliceUkArchive.open(List.of(path), List.of()))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("2022-01-kent-street.csv, line 1, has no column named Crime ID");
    }

    @Test
    void a_file_that_is_twice_in_one_path_is_rejected() throws IOException {
        archive.street("2022-01", "kent", crime("c1", "2022-01")).folder(folder.resolve("one"));
        archive.folder(folder.resolve("two"));
        assertThatThrownBy(() -> PoliceUkArchive.open(List.of(folder), List.of()))
                .isInstanceOf(CommandFailure.class)
                .hasMessageStartingWith("2022-01-kent-street.csv is there twice, in " + folder.resolve("one"))
                .hasMessageEndingWith("; give each release as a path of its own, the earlier one first.");
    }

    @Test
    void a_path_without_monthly_files_is_rejected() {
        archive.bytes("2022-01/2022-01-kent-stop-and-search.csv", "Type,Date\n".getBytes(UTF_8));
        archive.bytes("2022-01/2022-13-kent-street.csv", STREET_HEADER.getBytes(UTF_8));
        Path path = archive.folder(folder);
        assertThatThrownBy(() -> PoliceUkArchive.open(List.of(path), List.of()))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("holds no file named like 2022-01-bedfordshire-street.csv");
    }

    @Test
    void a_path_that_does_not_exist_is_named() {
        Path path = folder.resolve("nowhere.zip");
        assertThatThrownBy(() -> PoliceUkArchive.open(List.of(path), List.of()))
                .isInstanceOf(CommandFailure.class)
                .hasMessage(path + " does not exist; give a zip, a folder or a CSV file.");
    }

    @Test
    void no_path_at_all_is_rejected() {
        assertThatThrownBy(() -> PoliceUkArchive.open(List.of(), List.of())).isInstanceOf(CommandFailure.class);
    }

    @Test
    void a_file_that_is_no_zip_is_named() throws IOException {
        Path path = Files.writeString(folder.resolve("broken.zip"), "PK no zip");
        assertThatThrownBy(() -> PoliceUkArchive.open(List.of(path), List.of()))
                .isInstanceOf(CommandFailure.class)
                .hasMessage(path + " cannot be read; check that the download is whole.");
    }
}
