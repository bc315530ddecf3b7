package vaiwg.policeuk;

import static org.assertj.core.api.Assertions.assertThat;
import static vaiwg.policeuk.HandMadeArchive.crime;
import static vaiwg.policeuk.HandMadeArchive.outcome;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTextTest {
    @TempDir
    private Path folder;

    private final HandMadeArchive archive = new HandMadeArchive();

    /** Enough crimes for a file that is no stub. */
    private static String[] crimes(String month, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> crime(month + "-" + i, month))
                .toArray(String[]::new);
    }

    private String report() {
        return Played.of(archive.folder(folder)).archive().imported().text();
    }

    @Test
    void the_report_shows_every_count_in_columns_and_what_to_look_at() {
        archive.street("2022-01", "kent", crimes("2022-01", 1_200))
                .street("2022-04", "kent", crimes("2022-04", 60))
                .outcomes(
                        "2022-04",
                        "kent",
                        outcome("2022-01-0", "2022-04", "Suspect charged"),
                        outcome("2022-01-0", "2022-04", "Offender fined"),
                        outcome("2021-01-0", "2022-04", "Offender fined"),
                        outcome("2022-01-1", "2022-04", "Nonsense"),
                        outcome("", "2022-04", "Suspect charged"))
                .street(
                        "2022-01",
                        "essex",
                        crime("e1", "2022-01"),
                        crime("e1", "2022-01"),
                        crime("", "2022-01", "Anti-social behaviour"));
        assertThat(report()).isEqualTo("""
            Files
                     first     last  street           outcomes
            force    month    month   files  missing     files  missing  stubs
            essex  2022-01  2022-01       1        0         0        1      1
            kent   2022-01  2022-04       2        2         1        3      2
            A month without a file between the first and the last is missing. A stub has too few rows to be a month.

            Street files: what becomes a crime
                          without            repeated in  repeated in
            force   rows       id  rejected    the month  other month  crimes
            essex      3        1         0            1            0       1
            kent   1,260        0         0            0            0   1,260
            total  1,263        1         0            1            0   1,261
            crimes = rows - without id - rejected - repeated. A row without an id cannot be followed and is not imported;
            of rows that repeat an id, the last one is the crime.

            Outcomes files: what becomes an outcome
                         without            of unknown  unknown  court result,
            force  rows       id  rejected      crimes   crimes      no charge
            kent      5        1         1           1        1              1
            An unknown crime is in no street file here (it may be older): its outcome is sent, and counts only as an orphan
            until the crime comes. A court result whose charge is not in the files is dated by its own month.

            To look at
            * essex: no outcomes file here: no rate is published of a force as long as no outcome of it is known.
            * essex: ends with 2022-01, the archive with 2022-04: its later months are missing, not empty.
            * essex: 1 of 2 rows repeat an id of their month, and count as one crime each id.
            * essex: 2022-01-essex-street.csv is a stub of 3 rows, not a month.
            * kent: no street file for 2022-02, 2022-03.
            * kent: no outcomes file for 2022-01, 2022-02, 2022-03.
            * kent: 2022-04-kent-street.csv is a stub of 60 rows, not a month.
            * kent: 2022-04-kent-outcomes.csv is a stub of 5 rows, not a month.
            * kent: 1 row rejected: outcome "Nonsense" is not a known label (first in 2022-04-kent-outcomes.csv, line 5).

            1,264 events were sent.
            """);
    }

    @Test
    void an_archive_in_order_has_nothing_to_look_at() {
        archive.street("2022-01", "kent", crimes("2022-01", 50))
                .outcomes(
                        "2022-01",
                        "kent",
                        IntStream.range(0, 50)
                                .mapToObj(i -> outcome("2022-01-" + i, "2022-01", "Suspect charged"))
                                .toArray(String[]::new));
        assertThat(report()).contains("\nTo look at\nnothing\n");
    }

    @Test
    void outcomes_without_any_street_file_are_named() {
        archive.outcomes("2022-01", "kent", outcome("c1", "2022-01", "Suspect charged"));
        assertThat(report()).contains("* kent: no street file: its outcomes have no crimes to belong to.\n");
    }
}
