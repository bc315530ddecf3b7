package vaiwg.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Publications of before there were places in the report have page 1, and the views that they published. */
class PlacesMigrationIT {
    private static final List<String> SHARES =
            List.of("victim_attrition", "charge_rate", "open_over_90d", "night_time_share", "signal_response", "gone");

    @Test
    void publications_of_before_are_read_by_what_they_published() throws SQLException {
        Database older = TestServer.databaseOfVersion("033");
        try (Connection owner = older.connect();
                Statement statement = owner.createStatement()) {
            statement.execute("INSERT INTO kpi_generation VALUES (1, now(), '-', '2026-01-01', 'a')");
            for (String kpi : SHARES) {
                statement.execute("INSERT INTO kpi_dictionary VALUES (1, 1, '-infinity', '2026-11-01', '" + kpi
                        + "', 'recording', 'A title', 'd', 'share', 'down', 'o', 's', 'h', 'share', 30)");
            }
            statement.execute("INSERT INTO kpi_dictionary VALUES (1, 1, '-infinity', 'infinity', 'police_complaints',"
                    + " 'our_behaviour', 'A title', 'd', 'share', 'down', 'o', 's', 'h', 'share', 30, true)");
            statement.execute("""
                    INSERT INTO kpi_series VALUES
                      (1, 'f', 'victim_attrition', 'settled_28d', '365d', '', 'h', 28, false),
                      (2, 'f', 'victim_attrition', 'settled_90d', '365d', '', 'h', 90, false),
                      (3, 'f', 'victim_attrition', 'to_date', '365d', '', 'h', 0, false),
                      (4, 'f', 'charge_rate', 'assigned', '365d', '', 'h', 0, false),
                      (5, 'f', 'charge_rate', 'settled_180d', '365d', '', 'h', 180, false),
                      (6, 'f', 'charge_rate', 'settled_6m', '12m', '', 'h', null, false),
                      (7, 'f', 'charge_rate', 'settled_6m', '', '', 'h', null, false),
                      (8, 'f', 'open_over_90d', 'stock', 'all', '', 'h', 0, false),
                      (9, 'f', 'night_time_share', 'recorded', '28d', '', 'h', 0, false),
                      (10, 'f', 'night_time_share', 'recorded', '90d', '', 'h', 0, false),
                      (11, 'f', 'gone', 'recorded', '28d', '', 'another', 0, false),
                      (12, 'f', 'police_complaints', 'recorded', '365d', '', 'h', 0, true)
                    """);
        }
        Migrations.apply(older);
        try (Connection owner = older.connect();
                Statement statement = owner.createStatement()) {
            assertThat(
                            TestServer.rows(
                                    owner,
                                    "SELECT kpi, place, place_order, place_name, short_title, concern, read_basis, read_window,"
                                            + " read_basis_months, read_window_months, shown_as_count FROM kpi_dictionary ORDER BY kpi"))
                    .containsExactly(
                            "charge_rate|headline|4|Charged within 180 days|null|null|settled_180d|365d|settled_6m|12m|f",
                            "gone|area|null||null|null|null|null|null|null|f",
                            "night_time_share|area|null||null|null|recorded|90d|null|null|f",
                            "open_over_90d|headline|12|Open for more than 90 days|null|null|stock|all|null|null|f",
                            "police_complaints|restricted_annex|10|Complaints, conduct matters|null|null|recorded|365d|null|null|f",
                            "signal_response|headline|13|Signals answered within 14 days|null|null|null|null|null|null|f",
                            "victim_attrition|headline|3|Victim attrition within 90 days|null|null|settled_90d|365d|null|null|f");
            assertThat(TestServer.rows(owner, "SELECT kpi FROM kpi_dictionary WHERE about_nobody"))
                    .containsExactly("signal_response");
            assertThat(TestServer.rows(owner, "SELECT kpi, short_title, concern FROM kpi_measure"))
                    .containsExactly("police_complaints|A title|police_complaints");
            assertThatThrownBy(() -> statement.execute("UPDATE kpi_dictionary SET place = 'annex'"))
                    .hasMessageContaining("The dictionary of a publication is not rewritten");
        }
    }
}
