package vaiwg.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.jobs.store.Generation;
import vaiwg.kpis.catalogue.Catalogue;

/** A pack is made with what was said of the measures when its snapshot was published, whatever newer builds say. */
class DictionaryOfItsTimeTest {
    private static final LocalDate LAST_YEAR = Publication.AS_AT;

    @TempDir
    private Path folder;

    @Test
    void a_newer_build_with_other_titles_minimum_numbers_and_measures_leaves_last_years_pack_byte_for_byte()
            throws Exception {
        try (Publication published = new Publication()) {
            published.dictionary();
            published.rewrite("UPDATE vaiwg.kpi_dictionary SET minimum_n = 20 WHERE kpi = 'easi_completion'");
            published.rewrite("UPDATE vaiwg.kpi_dictionary SET title = 'As it was called' WHERE kpi = 'charge_rate'");
            publish(published, LAST_YEAR);
            Path before = pack(published, LAST_YEAR, "before");
            assertThat(before.resolve(BoardPack.PAGE)).content().contains("As it was called", "60.7%");

            // The same definitions in other words, some measures gone and some new.
            assertThat(start(published, Catalogue.shipped().fingerprint())).isEqualTo(1);
            publish(published, LAST_YEAR.plusDays(7));
            assertThat(pack(published, LAST_YEAR.plusDays(7), "next").resolve(BoardPack.PAGE))
                    .content()
                    .contains("Charged or summonsed")
                    .doesNotContain("As it was called", "60.7%");
            assertSame(before, pack(published, LAST_YEAR, "after"));

            // Other definitions: a publication of its own.
            assertThat(start(published, "of an older build")).isEqualTo(2);
            published.run("INSERT INTO vaiwg.kpi_value_row SELECT series_id, as_at + 7, numerator, denominator, 2"
                    + " FROM vaiwg.kpi_value_row WHERE as_at = '" + LAST_YEAR.plusDays(7) + "'");
            published.run(
                    "INSERT INTO vaiwg.kpi_snapshot (generation, force, as_at, kind, granularity, complete, row_count, digest,"
                            + " data_through, catalogue) SELECT 2, force, as_at + 7, kind, granularity, complete, row_count, digest, data_through,"
                            + " catalogue FROM vaiwg.kpi_snapshot WHERE as_at = '" + LAST_YEAR.plusDays(7) + "'");
            assertThat(pack(published, LAST_YEAR.plusDays(14), "newest").resolve(BoardPack.PAGE))
                    .content()
                    .contains("Charged or summonsed");
            assertSame(before, pack(published, LAST_YEAR, "again"));
        }
    }

    /** Starts the shipped build on a publication of an older version. */
    private static int start(Publication published, String definitions) throws SQLException {
        published.run("UPDATE vaiwg.kpi_generation SET version = 0, catalogue = '" + definitions + "'");
        published.connection().setSchema("vaiwg");
        return Generation.current(published.connection(), Catalogue.shipped(), LAST_YEAR, false)
                .number();
    }

    private static void publish(Publication published, LocalDate asAt) throws SQLException {
        published.day(Publication.FORCE, asAt);
        published.snapshot(Publication.FORCE, asAt, "published", "all", "{\"source\": \"SYNTHETIC\"}");
    }

    private Path pack(Publication published, LocalDate asAt, String name) throws Exception {
        Path pack = folder.resolve(name);
        BoardPack.write(
                published.connection(),
                new SnapshotRequest(Publication.FORCE, asAt, Optional.empty(), Tier.BOARD),
                pack,
                false);
        return pack;
    }

    private static void assertSame(Path before, Path after) throws Exception {
        try (var files = Files.list(before)) {
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(file ->
                            assertThat(after.resolve(file.getFileName())).hasSameBinaryContentAs(file));
        }
    }
}
