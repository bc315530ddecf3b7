package vaiwg.board.grafana;

import static vaiwg.board.grafana.Json.object;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.Window;

/** Victim attrition from every side: how often, how soon, where, why, what instead, and whether an alarm stands. */
final class AttritionBoard {
    private static final int[] HORIZONS = {28, 90, 180, 365};

    private final Boards boards;
    private final Measure attrition;

    AttritionBoard(Boards boards) {
        this.boards = boards;
        this.attrition = boards.measure("victim_attrition");
    }

    Board board() {
        Board board = new Board(
                "attrition",
                "VAIWG victim attrition",
                "Are victims supported to stay with their case, and when, where and why does support end?",
                "now-3y");
        board.add(horizons());
        board.add(Charts.restated("Is victim attrition falling?", attrition, Basis.settled(90), 12, 11));
        board.add(new SubstitutionTable(boards).panel(12, 11));
        return board.add(SignalTable.ofAttrition("Which signals stand, and what do their owners say?"))
                .add(AlarmChart.panel())
                .add(LimitChart.panel(
                        attrition, Basis.matured(28), "Is each 28-day block within its limits? ${theme:text}", 24, 9))
                .add(incidence())
                .add(FunnelTable.panel(
                        new Shown(attrition, Basis.settled(90), Window.days(365)),
                        "Do areas differ by more than chance? ${theme:text}",
                        11))
                .add(Charts.restated(
                        "Do we record at which stage, and why, support ended?",
                        boards.measure("withdrawal_reason_recorded"),
                        Basis.ASSIGNED,
                        12,
                        9))
                .add(AreaBoard.chart(
                        boards.shown("withdrawal_days_median"), "How many days until support for the case ends?"));
    }

    private Panel horizons() {
        String columns = IntStream.of(HORIZONS)
                .mapToObj(days -> "max(value) FILTER (WHERE basis = 'settled_" + days + "d' AND NOT small) AS \"Within "
                        + days + " days\"")
                .collect(Collectors.joining(", "));
        String query = "SELECT " + Sql.lines(Themes.NAMES) + " AS \"Theme\", " + columns
                + ", max(denominator) FILTER (WHERE basis = 'settled_90d') AS \"Crimes (90 days)\","
                + " to_char(max(as_at), 'DD Mon YYYY') AS \"As at\" FROM vaiwg.kpi_value WHERE force = '$force' AND"
                + " kpi = 'victim_attrition' AND basis LIKE"
                + " 'settled\\_%d' AND \"window\" = '365d' AND"
                + " slice"
                + " IN (" + Sql.slices(Themes.NAMES.keySet()) + ") AND as_at = "
                + Sql.NEWEST
                + " AND generation = (SELECT max(generation) FROM vaiwg.kpi_snapshot WHERE force = '$force')"
                + " GROUP BY slice ORDER BY array_position(ARRAY[" + Sql.slices(Themes.NAMES.keySet()) + "], slice)";
        return Charts.table(
                        "Of every 100 crimes, how many ended with the victim not supporting, and how soon?",
                        Reading.of(
                                attrition,
                                Basis.settled(90),
                                "365d, ending as many days before the snapshot as each column waits"),
                        Source.PUBLISHED,
                        24,
                        7)
                .unit("percentunit")
                .byDefault("decimals", 1)
                .sql(query, "table")
                .field("Crimes (90 days)", "unit", "locale", "decimals", 0)
                .defines("victim_attrition");
    }

    /** The curve of the early estimate over its horizons, with its interval. */
    private Panel incidence() {
        String query =
                "SELECT 'Within ' || substring(basis FROM '\\d+') || ' days' AS \"Horizon\", lower AS \"At least\","
                        + " value AS \"Estimate\", upper AS \"At most\" FROM vaiwg.kpi_value WHERE force = '$force' AND"
                        + " kpi = 'victim_attrition' AND basis LIKE 'incidence\\_%d' AND \"window\" ="
                        + " '90d' AND slice = " + Sql.chosenSlice()
                        + " AND as_at = " + Sql.NEWEST
                        + " AND generation = (SELECT max(generation) FROM vaiwg.kpi_snapshot WHERE force = '$force')"
                        + " ORDER BY substring(basis FROM '\\d+')::int";
        Panel panel = new Panel("barchart", "What would become of crimes recorded now? ${theme:text}", 24, 9)
                .reads(
                        new Reading(
                                "The early estimate: if every open case went on as cases of its age did in the last 90"
                                        + " days, how many of 100 crimes would end with outcome 16 within each horizon,"
                                        + " with its 95 % interval. Provisional: entries that come late are not in it"
                                        + " yet.",
                                "% of crimes",
                                "down is good, only beside the substitution panel",
                                "incidence (estimated from open cases too: provisional)",
                                "events of the last 90 days"),
                        Source.PUBLISHED)
                .unit("percentunit")
                .byDefault("decimals", 1)
                .byDefault("min", 0)
                .option("xField", "Horizon")
                .option("orientation", "vertical")
                .option("showValue", "always")
                .option("groupWidth", 0.7)
                .option("barWidth", 0.9)
                .option(
                        "legend",
                        object("showLegend", true, "displayMode", "list", "placement", "bottom", "calcs", List.of()))
                .option("tooltip", object("mode", "multi", "sort", "none"))
                .sql(query, "table")
                .defines("victim_attrition");
        List.of("At least", "At most")
                .forEach(bound -> panel.field(bound, "color", object("mode", "fixed", "fixedColor", Palette.GREY)));
        return panel.field("Estimate", "color", Charts.colour(1));
    }
}
