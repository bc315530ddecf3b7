package vaiwg.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
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
            published.snapshot(FORCE, AS_AT, AS_AT.minusYears(3), "all");
            assertThat(groups(published, "rape"))
                    .as("51 of 251 unknown: more than a fifth")
                    .isEqualTo(shares(null, null, null));
            assertThat(groups(published, "other_sexual"))
                    .as("50 of 250 unknown: a fifth")
                    .isEqualTo(shares(30.0, 40.0, 40.0));
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
        published.value(
                FORCE, AS_AT, new SeriesKey("victim_attrition", "settled_90d", "365d", slice), numerator, denominator);
    }

    /** By group the share that is shown of a theme, in percent, null where none is. */
    private static Map<String, Double> groups(ReportPublication published, String theme) throws Exception {
        Map<String, Double> groups = new TreeMap<>();
        try (Statement statement = published.connection().createStatement();
                ResultSet row = statement.executeQuery(query(theme))) {
            while (row.next()) {
                groups.put(row.getString("Group"), (Double) row.getObject("Attrition within 90 days"));
            }
        }
        return groups;
    }

    private static String query(String theme) throws Exception {
        String dashboard = new Dashboards(ShippedCatalogue.get()).files().get("protected-characteristics.json");
        for (JsonNode panel : new ObjectMapper().readTree(dashboard).path("panels")) {
            if (panel.path("title").asText().startsWith("Victims served, by ")) {
                return panel.at("/targets/0/rawSql")
                        .asText()
                        .replace("$force", FORCE)
                        .replace("$theme", theme)
                        .replace("$cut", "ethnicity");
            }
        }
        throw new AssertionError("no table of groups on the board");
    }
}
