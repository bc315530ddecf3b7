package vaiwg.jobs.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vaiwg.jobs.store.Database;
import vaiwg.jobs.store.Migrations;
import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.DashboardSeries;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.MeasureBuilder;
import vaiwg.kpis.catalogue.Priority;
import vaiwg.kpis.catalogue.SharedWhole;
import vaiwg.kpis.catalogue.SliceFamily;
import vaiwg.kpis.catalogue.SliceRows;
import vaiwg.kpis.catalogue.Window;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.reference.CodeMaps;

class WithheldFiguresIT {
    private static final int SNAPSHOTS = 12;

    private final Catalogue catalogue = withPartsOfOneWhole();
    private final DashboardSeries dashboard = DashboardSeries.of(catalogue);
    private final WithheldFigures withheld = new WithheldFigures(catalogue, dashboard.slots());

    /** The rule is there twice: Prometheus must not have what the views for dashboards withhold. */
    @Test
    void prometheus_lacks_exactly_what_the_view_for_dashboards_withholds() throws Exception {
        Random random = new Random(7);
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                Connection connection = server.getPostgresDatabase().getConnection()) {
            Migrations.apply(new Database(server.getJdbcUrl("postgres", "postgres"), "postgres", ""));
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET search_path TO vaiwg");
            }
            insertSeries(connection);
            int sent = 0;
            for (int day = 1; day <= SNAPSHOTS; day++) {
                int[] numerators = new int[dashboard.size()];
                int[] denominators = new int[dashboard.size()];
                fill(numerators, denominators, random);
                insert(connection, day, numerators, denominators);
                boolean[] found = withheld.of(numerators, denominators);
                Set<Integer> expected = new HashSet<>();
                for (int i = 0; i < found.length; i++) {
                    if (found[i]) {
                        expected.add(i);
                    }
                }
                sent += found.length - expected.size();
                assertThat(suppressed(connection, day)).as("day " + day).isEqualTo(expected);
                assertThat(expected).isNotEmpty();
            }
            assertThat(sent).isGreaterThan(dashboard.size());
        }
    }

    /** The shipped measures, of which none that shares out a whole is on dashboards, and the stages at which support ended there. */
    private static Catalogue withPartsOfOneWhole() {
        List<Measure> measures = new ArrayList<>(ShippedCatalogue.get().measures());
        measures.removeIf(measure -> measure.oneOf().equals(Optional.of(SharedWhole.WITHDRAWAL_STAGE)));
        SharedWhole.WITHDRAWAL_STAGE.parts().forEach(part -> measures.add(onDashboards(part.slug())));
        return new Catalogue(measures, CodeMaps.shipped());
    }

    private static Measure onDashboards(String slug) {
        return MeasureBuilder.share(slug)
                .title("A stage")
                .in(Priority.CRIMINAL_JUSTICE)
                .annex()
                .definition("Of outcomes 16 those of a stage.")
                .denominator(Fact.OUTCOME_16)
                .numerator(Fact.ACTIVE)
                .bases(Basis.ASSIGNED)
                .by(SliceFamily.TOTAL, SliceFamily.THEME)
                .onDashboards(Basis.ASSIGNED, List.of(Window.days(90)))
                .reference("1")
                .build();
    }

    @Test
    void a_part_of_a_whole_goes_to_no_dashboard_without_the_others() {
        Catalogue alone = new Catalogue(List.of(onDashboards("withdrawal_at_cps")), CodeMaps.shipped());
        assertThatThrownBy(() -> DashboardSeries.of(alone))
                .hasMessage("withdrawal_at_cps is on dashboards without the other measures of its whole: put all of"
                        + " them there");
    }

    /** Numbers of cases of which some are few; a total that is the sum of its themes and a few more. */
    private void fill(int[] numerators, int[] denominators, Random random) {
        int scale = 5 + random.nextInt(60);
        for (int i = 0; i < numerators.length; i++) {
            Column column = column(i);
            boolean total = slice(i).isEmpty();
            int denominator = random.nextInt(total ? 4 * scale : scale);
            denominators[i] = column.isCount() ? 0 : denominator;
            numerators[i] = column.isCount() ? denominator : denominator == 0 ? 0 : random.nextInt(denominator + 1);
        }
        shareOut(numerators, denominators, random);
    }

    /** Of each whole so many cases for each part, and mostly some that are in none. */
    private void shareOut(int[] numerators, int[] denominators, Random random) {
        Map<String, int[]> left = new HashMap<>();
        for (int i = 0; i < numerators.length; i++) {
            if (column(i).measure().oneOf().isPresent()) {
                int whole = random.nextInt(60);
                int[] rest = left.computeIfAbsent(
                        column(i).windowOfSlot(dashboard.slot(i)).slug() + slice(i), none -> new int[] {whole, whole});
                denominators[i] = rest[0];
                numerators[i] = random.nextInt(rest[1] + 1);
                rest[1] -= numerators[i];
            }
        }
    }

    private void insertSeries(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO kpi_publication VALUES (1, now(), '-', '2026-01-01', '-', 1)");
        }
        Set<String> said = new HashSet<>();
        try (PreparedStatement series = connection.prepareStatement(
                        "INSERT INTO kpi_series VALUES (?, 'f', ?, ?, ?, ?, 'h', null, false)");
                PreparedStatement dictionary = connection.prepareStatement(
                        "INSERT INTO kpi_dictionary (publication, edition, since, kpi, priority, title, definition, unit, direction, owner,"
                                + " section, definition_hash, kind, minimum_n, about_nobody, oldest_of, one_of)"
                                + " VALUES (1, 1, '-infinity', ?, '-', '-', '-', '-', '-', '-', '-', 'h', ?, 0, ?, ?, ?)")) {
            for (int i = 0; i < dashboard.size(); i++) {
                Column column = column(i);
                series.setInt(1, i);
                series.setString(2, column.measure().slug());
                series.setString(3, column.basis().slug());
                series.setString(4, column.windowOfSlot(dashboard.slot(i)).slug());
                series.setString(5, slice(i));
                series.addBatch();
                if (said.add(column.measure().slug())) {
                    dictionary.setString(1, column.measure().slug());
                    dictionary.setString(2, column.measure().kind().name().toLowerCase(Locale.ROOT));
                    dictionary.setBoolean(3, column.measure().isAboutNobody());
                    dictionary.setString(
                            4, column.measure().oldestOf().map(Measure::slug).orElse(null));
                    dictionary.setString(
                            5, column.measure().oneOf().map(SharedWhole::slug).orElse(null));
                    dictionary.addBatch();
                }
            }
            series.executeBatch();
            dictionary.executeBatch();
        }
    }

    /** As the job does: nothing of nothing has no row. */
    private void insert(Connection connection, int day, int[] numerators, int[] denominators) throws SQLException {
        try (PreparedStatement row =
                connection.prepareStatement("INSERT INTO kpi_value_row VALUES (?, make_date(2026, 1, ?), ?, ?, 1)")) {
            for (int i = 0; i < numerators.length; i++) {
                if (numerators[i] != 0 || denominators[i] != 0) {
                    row.setInt(1, i);
                    row.setInt(2, day);
                    row.setInt(3, numerators[i]);
                    row.setObject(4, column(i).isCount() ? null : denominators[i]);
                    row.addBatch();
                }
            }
            row.executeBatch();
        }
    }

    private static Set<Integer> suppressed(Connection connection, int day) throws SQLException {
        Set<Integer> found = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT series_id FROM kpi_value_dashboard JOIN kpi_series USING (force, kpi, basis, \"window\", slice)"
                                + " WHERE suppressed AND as_at = make_date(2026, 1, " + day + ")")) {
            while (row.next()) {
                found.add(row.getInt(1));
            }
        }
        return found;
    }

    private Column column(int place) {
        return catalogue.columnOfSlot(dashboard.slot(place));
    }

    private String slice(int place) {
        return SliceRows.text(column(place).dimensions(column(place).rowOfSlot(dashboard.slot(place))));
    }
}
