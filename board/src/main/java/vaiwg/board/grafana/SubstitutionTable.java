package vaiwg.board.grafana;

import java.util.ArrayList;
import java.util.List;
import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.Window;

/** Where else cases may end: victim attrition is never shown without it. */
final class SubstitutionTable {
    private static final List<String> OUTCOMES = List.of(
            "victim_attrition",
            "substitution_14",
            "substitution_15",
            "substitution_18",
            "substitution_20",
            "substitution_21",
            "substitution_22");

    private final Boards boards;

    SubstitutionTable(Boards boards) {
        this.boards = boards;
    }

    Panel panel(int width, int height) {
        List<String> kpis = new ArrayList<>(OUTCOMES);
        kpis.add("substitution_cancelled");
        Panel panel = Charts.table(
                        "Do cases end another way instead? ${theme:text}",
                        new Reading(
                                "What attrition (outcome 16) could be replaced by: the share of crimes that within 90"
                                        + " days had each of these outcomes, now and one year before, and the change in"
                                        + " percentage points. If 16 falls while another rises by as much, nothing has"
                                        + " been won for victims.",
                                "% of crimes",
                                "none by itself; read beside attrition",
                                "settled_90d (restated), cancelled: matured_90d (frozen)",
                                "365d"),
                        Source.LIVE,
                        width,
                        height)
                .unit("percentunit")
                .byDefault("decimals", 1)
                .rows(shares(""))
                .rows(shares(" offset 365d"))
                .rows("100 * (" + shares("") + " - " + shares(" offset 365d") + ")")
                .transform("merge", Json.object())
                .transform(
                        "organize",
                        Json.object(
                                "excludeByName", Json.object("Time", true),
                                "indexByName", Json.object("kpi", 0, "Value #A", 1, "Value #B", 2, "Value #C", 3),
                                "renameByName",
                                        Json.object(
                                                "kpi",
                                                "Outcome",
                                                "Value #A",
                                                "Now",
                                                "Value #B",
                                                "A year before",
                                                "Value #C",
                                                "Change")))
                .option("sortBy", List.of(Json.object("displayName", "Now", "desc", true)))
                .field("Now", "custom.width", 80)
                .field("A year before", "custom.width", 115)
                .field("Change", "unit", "suffix: points", "decimals", 1)
                .defines(kpis.toArray(String[]::new));
        return panel.field(
                "Outcome",
                "custom.width",
                450,
                "custom.wrapText",
                true,
                "mappings",
                List.of(Json.object("type", "value", "options", names(kpis))));
    }

    private Object names(List<String> kpis) {
        var names = Json.object();
        for (String kpi : kpis) {
            String title = kpi.equals("victim_attrition")
                    ? "Outcome 16: victim attrition"
                    : boards.measure(kpi).title();
            names.put(kpi, Json.object("text", title, "index", names.size()));
        }
        return names;
    }

    private String shares(String offset) {
        return "(" + share("victim_attrition|substitution_(14|15|18|20|21|22)", Basis.settled(90), offset) + " or "
                + share("substitution_cancelled", Basis.matured(90), offset) + ")";
    }

    private static String share(String kpis, Basis basis, String offset) {
        String labels = "{force=\"$force\",kpi=~\"" + kpis + "\",basis=\"" + basis.slug() + "\",window=\""
                + Window.days(365).slug() + "\",theme=\"$theme\",lpa=\"all\",characteristic=\"all\",group=\"all\"}["
                + PromQl.RECENT + "]" + offset;
        return "sum by (kpi) (last_over_time(vaiwg_kpi_numerator" + labels + ") / (last_over_time(vaiwg_kpi_denominator"
                + labels + ") >= 30))";
    }
}
