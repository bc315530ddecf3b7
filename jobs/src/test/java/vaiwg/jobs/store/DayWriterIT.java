package vaiwg.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vaiwg.jobs.ManualTime;
import vaiwg.jobs.panes.DayBlock;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

class DayWriterIT {
    private static final String FORCE = "west-midlands";
    private static final int JANUARY = Math.toIntExact(LocalDate.of(2026, 1, 1).toEpochDay());
    private static final int FEBRUARY = Math.toIntExact(LocalDate.of(2026, 2, 1).toEpochDay());
    private static final String DAYS = "SELECT m.month, m.numerators, m.denominators FROM kpi_day_month m"
            + " JOIN kpi_series s USING (series_id) WHERE s.\"window\" = '' ORDER BY 1, 2";

    private final Catalogue catalogue = ShippedCatalogue.get();
    private final ManualTime time = new ManualTime();

    @Test
    void of_two_states_of_a_month_the_later_holds_within_a_batch_and_after_it() throws Exception {
        Database database = TestServer.newDatabase();
        try (DayWriter writer = writer(database)) {
            writer.write(block(share(), JANUARY, 1, 5), null);
            writer.write(block(share(), JANUARY, 2, 6), null);
            writer.write(block(share(), FEBRUARY, 3, 7), null);
            writer.flush(false);
            assertThat(rows(database, DAYS)).containsExactly("2026-01-01|{2,0}|{6,0}", "2026-02-01|{3,0}|{7,0}");
            writer.write(block(share(), JANUARY, 4, 8), null);
            writer.flush(true);
        }
        assertThat(rows(database, DAYS)).containsExactly("2026-01-01|{4,0}|{8,0}", "2026-02-01|{3,0}|{7,0}");
    }

    @Test
    void a_month_in_which_nothing_is_known_any_more_is_corrected_where_it_was_written_and_else_not_written()
            throws Exception {
        Database database = TestServer.newDatabase();
        try (DayWriter writer = writer(database)) {
            writer.write(block(share(), JANUARY, 1, 5), null);
            writer.flush(false);
            writer.write(block(share(), JANUARY, 0, 0), null);
            writer.write(block(share(), FEBRUARY, 0, 0), null);
            writer.flush(true);
        }
        assertThat(rows(database, DAYS)).containsExactly("2026-01-01|{0,0}|{0,0}");
    }

    @Test
    void a_count_has_no_denominators_and_every_line_is_told_of_once() throws Exception {
        Database database = TestServer.newDatabase();
        Column count =
                catalogue.columns().stream().filter(Column::isCount).findFirst().orElseThrow();
        try (DayWriter writer = writer(database)) {
            DayBlock block = block(count, JANUARY, 1, 0);
            block.denominators = null;
            writer.write(block, null);
            writer.write(block(share(), JANUARY, 1, 5), null);
            writer.flush(false);
        }
        assertThat(rows(database, DAYS)).containsExactlyInAnyOrder("2026-01-01|{1,0}|null", "2026-01-01|{1,0}|{5,0}");
        assertThat(rows(database, "SELECT kpi, basis FROM kpi_series"))
                .containsExactlyInAnyOrder(line(count), line(share()));
    }

    @Test
    void what_is_no_full_batch_is_written_soon() throws Exception {
        Database database = TestServer.newDatabase();
        try (DayWriter writer = writer(database)) {
            writer.write(block(share(), JANUARY, 1, 5), null);
            assertThat(rows(database, DAYS)).isEmpty();
            time.turnBy(1_000);
            assertThat(rows(database, DAYS)).containsExactly("2026-01-01|{1,0}|{5,0}");
            writer.write(block(share(), JANUARY, 2, 5), null);
            time.turnBy(1_000);
            assertThat(rows(database, DAYS)).containsExactly("2026-01-01|{2,0}|{5,0}");
        }
    }

    @Test
    void a_connection_that_is_cut_is_made_again_and_nothing_is_lost() throws Exception {
        Database database = TestServer.newDatabase();
        try (DayWriter writer = writer(database)) {
            writer.write(block(share(), JANUARY, 1, 5), null);
            rows(
                    database,
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                            + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
            writer.flush(false);
            assertThat(rows(database, DAYS)).containsExactly("2026-01-01|{1,0}|{5,0}");
        }
    }

    private DayWriter writer(Database database) throws IOException {
        return new DayWriter(database, catalogue, time);
    }

    private Column share() {
        return catalogue.columns().stream()
                .filter(column -> !column.isCount())
                .findFirst()
                .orElseThrow();
    }

    private static String line(Column column) {
        return column.measure().slug() + '|' + column.basis().slug();
    }

    private static DayBlock block(Column column, int month, int numerator, int denominator) {
        DayBlock block = new DayBlock();
        block.force = FORCE;
        block.cell = column.firstCell();
        block.month = month;
        block.numerators = new int[] {numerator, 0};
        block.denominators = new int[] {denominator, 0};
        return block;
    }

    private static List<String> rows(Database database, String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    cells.add(found.getString(i));
                }
                rows.add(String.join("|", cells.stream().map(String::valueOf).toList()));
            }
            return rows;
        }
    }
}
