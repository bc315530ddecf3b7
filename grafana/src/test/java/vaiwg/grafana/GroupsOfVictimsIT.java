package vaiwg.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vaiwg.board.figures.SeriesKey;
import vaiwg.board.report.ReportPublication;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

/** The tables that compare groups of victims, asked of a database. */
class GroupsOfVictimsIT {
    private static final String FORCE = "west-midlands";
    private static final LocalDate AS_AT = LocalDate.of(2026, 11, 1);

    private static final Column SERVED = new Column("Victims served, by ", "Attrition within 90 days");
    private static final Column DUTIES = new Column("Duties of the Victims' Code met, by ", "Acknowledged");

    private record Column(String table, String name) {}

    @Test
    @Tag("pitfall-11")
    void groups_are_not_compared_where_too_few_are_known() throws Exception {
        try (ReportPublication published = new ReportPublication()) {
            published.measure("victim_attrition", "criminal_justice", "share", "down", "Victim attrition");
            value(published, "ethnicity=white;theme=rape", 40, 100);
            value(published, "ethnicity=black;theme=rape", 30, 100);
            value(published, "ethnicity=unknown;theme=rape", 20, 51);
            value(published, "ethnicity=white;theme=other_sexual", 40, 100);
            value(published, "ethnicity=black;theme=other_sexual", 30, 100);
            value(published, "ethnicity=unknown;theme=other_sexual", 20, 50);
            ofYear(published);
            published.snapshot(FORCE, AS_AT, AS_AT.minusYears(3), "all");
            assertThat(groups(published, SERVED, "rape"))
                    .as("51 of 251 unknown: more than a fifth")
                    .isEqualTo(shares(null, null, null));
            assertThat(groups(published, SERVED, "other_sexual"))
                    .as("50 of 250 unknown: a fifth")
                    .isEqualTo(shares(30.0, 40.0, 40.0));
        }
    }

    @Test
    void what_audits_found_is_not_compared_by_group_either_where_too_few_are_known() throws Exception {
        try (ReportPublication published = new ReportPublication()) {
            published.measure("acknowledged", "engagement", "share", "up", "Acknowledged");
            SeriesKey key = new SeriesKey("acknowledged", "recorded", "365d", "");
            for (String theme : List.of("rape", "other_sexual")) {
                int unknown = theme.equals("rape") ? 51 : 50;
                value(published, key.withSlice("ethnicity=white;theme=" + theme), 40, 100);
                value(published, key.withSlice("ethnicity=black;theme=" + theme), 30, 100);
                value(published, key.withSlice("ethnicity=unknown;theme=" + theme), 20, unknown);
            }
            ofYear(published);
            published.snapshot(FORCE, AS_AT, AS_AT.minusYears(3), "all");
            assertThat(groups(published, DUTIES, "rape")).isEqualTo(shares(null, null, null));
            assertThat(groups(published, DUTIES, "other_sexual")).isEqualTo(shares(30.0, 40.0, 40.0));
        }
    }

    /** The crimes of two themes that were recorded in the year: of rape the ethnicity is known of too few victims. */
    private static void ofYear(ReportPublication published) throws Exception {
        SeriesKey key = new SeriesKey("recorded_offences", "recorded", "365d", "");
        for (String theme : List.of("rape", "other_sexual")) {
            published.value(FORCE, AS_AT, key.withSlice("ethnicity=white;theme=" + theme), 200, null);
            published.value(
                    FORCE,
                    AS_AT,
                    key.withSlice("ethnicity=unknown;theme=" + theme),
                    theme.equals("rape") ? 51 : 50,
                    null);
        }
    }

    private static Map<String, Double> shares(Double black, Double white, Double unknown) {
        Map<String, Double> groups = new TreeMap<>();
        groups.put("Black", black);
        groups.put("White", white);
        groups.put("Unknown", unknown);
        return groups;
    }

    private static void value(ReportPublication published, String slice, int numerator, int denominator)
            throws Exception {
        value(published, new SeriesKey("victim_attrition", "settled_90d", "365d", slice), numerator, denominator);
    }

    private static void value(ReportPublication published, SeriesKey key, int numerator, int denominator)
            throws Exception {
        published.value(FORCE, AS_AT, key, numerator, denominator);
    }

    /** By group the share that a column of a table shows of a theme, in percent, null where none is. */
    private static Map<String, Double> groups(ReportPublication published, Column column, String theme)
            throws Exception {
        Map<String, Double> groups = new TreeMap<>();
        try (Statement statement = published.connection().createStatement();
                ResultSet row = statement.executeQuery(query(column.table, theme))) {
            while (row.next()) {
                groups.put(row.getString("Group"), (Double) row.getObject(column.name));
            }
        }
        return groups;
    }

    private static String query(String table, String theme) throws Exception {
        String dashboard = new Dashboards(ShippedCatalogue.get()).files().get("protected-characteristics.json");
        for (JsonNode panel : new ObjectMapper().readTree(dashboard).path("panels")) {
            if (panel.path("title").asText().startsWith(table)) {
                return panel.at("/targets/0/rawSql")
                        .asText()
                        .replace("$force", FORCE)
                        .replace("$theme", theme)
                        .replace("$cut", "ethnicity");
            }
        }
        throw new AssertionError("no table " + table);
    }
}
