package vaiwg.board.grafana;

import static vaiwg.board.grafana.Json.object;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.Measure;

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
        board.add(Awaited.SIGNALS.isThere() ? limits() : blocks());
        if (Awaited.ALARM.isThere()) {
            board.add(observedAndExpected());
        }
        if (Awaited.SIGNALS.isThere()) {
            board.add(signals());
        }
        return board.add(incidence())
                .add(places())
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
                + " to_char(max(as_at), 'DD Mon YYYY') AS \"As at\""
                + " FROM vaiwg.kpi_value WHERE force = '$force' AND kpi = 'victim_attrition' AND basis LIKE 'settled\\_%d'"
                + " AND \"window\" = '365d' AND slice IN (" + Sql.slices(Themes.NAMES.keySet()) + ") AND as_at = "
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

    private Panel blocks() {
        return Charts.table(
                        "Is the newest 28-day block within its usual range?",
                        new Reading(
                                "The crimes recorded in the newest closed block of 28 days that has had 28 days more: how many ended with"
                                        + " outcome 16 within 28 days, beside the usual level of the twelve blocks before it and the limit"
                                        + " (usual plus three sigma). The alert VaiwgAttritionSignal rings above the limit.",
                                "% of crimes",
                                "below the limit is usual; the direction alone says nothing",
                                "matured_28d (frozen)",
                                "28d blocks"),
                        Source.LIVE,
                        24,
                        7)
                .unit("percentunit")
                .byDefault("decimals", 1)
                .rows(last("force_kpi_theme:vaiwg_attrition_block:ratio"))
                .rows(last("force_kpi_theme:vaiwg_attrition_baseline:ratio"))
                .rows(last("force_kpi_theme:vaiwg_attrition_limit:ratio"))
                .rows(last("force_kpi_theme:vaiwg_attrition_block_crimes:last"))
                .transform("merge", object())
                .transform(
                        "organize",
                        object(
                                "excludeByName", object("Time", true),
                                "indexByName",
                                        object("theme", 0, "Value #A", 1, "Value #B", 2, "Value #C", 3, "Value #D", 4),
                                "renameByName",
                                        object(
                                                "theme",
                                                "Theme",
                                                "Value #A",
                                                "Newest block",
                                                "Value #B",
                                                "Usual",
                                                "Value #C",
                                                "Limit",
                                                "Value #D",
                                                "Crimes in the block")))
                .field("Crimes in the block", "unit", "locale", "decimals", 0)
                .field("Theme", "mappings", List.of(object("type", "value", "options", themeNames())))
                .defines("victim_attrition");
    }

    /**
     * The block chart with its limits as a band. A step of 28 days asks at the midnights at which blocks end; the look back reaches
     * the sample of London's midnight, which in summer lies an hour before.
     */
    private Panel limits() {
        String labels =
                "{force=\"$force\",kpi=\"victim_attrition\",basis=\"matured_28d\",window=\"28d\",theme=\"$theme\",lpa=\"all\","
                        + "characteristic=\"all\",group=\"all\"}[2h]";
        return Charts.lines(
                        "Is each 28-day block within its limits? ${theme:text}",
                        Reading.of(
                                attrition,
                                Basis.matured(28),
                                "28d blocks; the band lies between the lower and the upper limit"),
                        Source.LIVE,
                        "percentunit",
                        24,
                        9)
                .line(
                        "sum by (kpi) (last_over_time(vaiwg_kpi_numerator" + labels
                                + ") / (last_over_time(vaiwg_kpi_denominator" + labels + ") >= 30))",
                        "Block")
                .line(
                        "max by (bound) (last_over_time(vaiwg_kpi_limit" + labels.replace("[2h]", "[29d]") + "))",
                        "{{bound}}")
                .field("Block", "color", Charts.colour(1), "custom.showPoints", "always")
                .field(
                        "upper",
                        "displayName",
                        "Upper limit",
                        "custom.fillBelowTo",
                        "Lower limit",
                        "custom.fillOpacity",
                        12)
                .field("lower", "displayName", "Lower limit")
                .field(
                        "centre",
                        "displayName",
                        "Usual",
                        "custom.lineStyle",
                        object("fill", "dash", "dash", List.of(4, 6)))
                .with("interval", "28d")
                .defines("victim_attrition");
    }

    /** The rules are recorded every five minutes; the newest stands for the block. */
    private static String last(String rule) {
        return "max by (theme) (last_over_time(" + rule + "{force=\"$force\",theme=~\""
                + String.join("|", Themes.NAMES.keySet()) + "\"}[" + PromQl.RECENT + "]))";
    }

    private static Object themeNames() {
        var names = object();
        Themes.NAMES.forEach((label, name) -> names.put(label, object("text", name, "index", names.size())));
        return names;
    }

    /** A funnel as a table: by chance alone 19 of 20 areas lie within the range that goes with their number of crimes. */
    private Panel places() {
        String query = """
                WITH place AS (
                  SELECT initcap(replace(substring(slice FROM 'lpa=([^;]+)'), '_', ' ')) AS area, sum(numerator) AS n,
                    sum(denominator) AS d, max(as_at) AS as_at
                  FROM vaiwg.kpi_value
                  WHERE force = '$force' AND kpi = 'victim_attrition' AND basis = 'settled_90d' AND "window" = '365d'
                    AND slice LIKE 'lpa=%;theme=' || CASE '$theme' WHEN 'all' THEN 'domestic_abuse' ELSE '$theme' END
                    AND as_at = """ + " " + Sql.NEWEST + """

                    AND generation = (SELECT max(generation) FROM vaiwg.kpi_snapshot WHERE force = '$force')
                  GROUP BY 1
                ), usual AS (SELECT sum(n)::float8 / nullif(sum(d), 0) AS p FROM place),
                spread AS (
                  SELECT greatest(1, sqrt(avg((n::float8 / d - p) ^ 2 / (p * (1 - p) / d)))) AS s FROM place, usual WHERE d >= 30
                )
                SELECT area AS "Local policing area", d AS "Crimes",
                  CASE WHEN d >= 30 THEN n::float8 / d END AS "Share",
                  greatest(0, p - 1.96 * s * sqrt(p * (1 - p) / d)) AS "Usual from",
                  least(1, p + 1.96 * s * sqrt(p * (1 - p) / d)) AS "Usual to",
                  CASE WHEN d < 30 THEN 'too few cases'
                    WHEN n::float8 / d > p + 1.96 * s * sqrt(p * (1 - p) / d) THEN 'above its range'
                    WHEN n::float8 / d < p - 1.96 * s * sqrt(p * (1 - p) / d) THEN 'below its range'
                    ELSE 'within its range' END AS "Beside the other areas",
                  to_char(as_at, 'DD Mon YYYY') AS "As at"
                FROM place, usual, spread WHERE d > 0 ORDER BY area""";
        return Charts.table(
                        "Do areas differ by more than chance? ${theme:text}",
                        new Reading(
                                "Attrition within 90 days by local policing area, with the range in which 19 of 20 areas of that many crimes"
                                        + " lie if only chance and the usual differences between areas are at work. It is no league table:"
                                        + " areas stand in the order of their names, one of them unknown. All VAIWG shows domestic abuse,"
                                        + " since areas are cut within themes only.",
                                "% of crimes",
                                "within its range is usual",
                                "settled_90d (restated)",
                                "365d, ending 90 days before the snapshot"),
                        Source.PUBLISHED,
                        24,
                        11)
                .unit("percentunit")
                .byDefault("decimals", 1)
                .sql(query, "table")
                .field("Crimes", "unit", "locale", "decimals", 0)
                .defines("victim_attrition");
    }

    private Panel observedAndExpected() {
        Reading reading = new Reading(
                "The daily alarm on open cases: outcome 16s that became known in the last 28 days (observed) beside those to be expected"
                        + " from the cases that were open and their age (expected), with the score and the threshold at which it rings.",
                "outcomes; the score has no unit",
                "observed near expected is usual",
                "open cases, day by day",
                "28d");
        return Charts.lines(
                        "Does support end more often than is to be expected?", reading, Source.LIVE, "locale", 12, 9)
                .line(alarm("sum_over_time(vaiwg_alarm_observed", "[28d])"), "Observed")
                .line(alarm("sum_over_time(vaiwg_alarm_expected", "[28d])"), "Expected")
                .line(alarm("last_over_time(vaiwg_alarm_score", "[2d])"), "Score")
                .line(alarm("last_over_time(vaiwg_alarm_threshold", "[2d])"), "Threshold")
                .field("Expected", "custom.lineStyle", object("fill", "dash", "dash", List.of(4, 6)))
                .fields("^(Score|Threshold)$", "custom.axisPlacement", "right", "unit", "none")
                .with("interval", "1d")
                .defines("victim_attrition");
    }

    private static String alarm(String function, String back) {
        return "max by (force) (" + function + "{force=\"$force\",theme=~\"$theme|vaiwg\",outcome=\"16\"}" + back + ")";
    }

    private Panel signals() {
        return Charts.table(
                        "Which signals stand, and what did their owners say?",
                        new Reading(
                                "Signals of the daily alarm and of the block charts, the newest first, with the owner's words.",
                                "a line a signal",
                                "none",
                                "matured_28d and open cases",
                                "28d blocks; days"),
                        Source.PUBLISHED,
                        12,
                        9)
                .sql("SELECT * FROM vaiwg.kpi_signal WHERE force = '$force' ORDER BY 1 DESC LIMIT 20", "table")
                .defines("victim_attrition");
    }

    /** The curve of the early estimate over its horizons, with its interval. */
    private Panel incidence() {
        String query =
                "SELECT 'Within ' || substring(basis FROM '\\d+') || ' days' AS \"Horizon\", lower AS \"At least\", value AS"
                        + " \"Estimate\", upper AS \"At most\" FROM vaiwg.kpi_value WHERE force = '$force' AND kpi = 'victim_attrition' AND"
                        + " basis LIKE 'incidence\\_%d' AND \"window\" = '90d' AND slice = " + Sql.chosenSlice()
                        + " AND as_at = " + Sql.NEWEST
                        + " AND generation = (SELECT max(generation) FROM vaiwg.kpi_snapshot WHERE force = '$force')"
                        + " ORDER BY substring(basis FROM '\\d+')::int";
        Panel panel = new Panel("barchart", "What would become of crimes recorded now? ${theme:text}", 24, 9)
                .reads(
                        new Reading(
                                "The early estimate: if every open case went on as cases of its age did in the last 90 days, how many of"
                                        + " 100 crimes would end with outcome 16 within each horizon, with its 95 % interval. Provisional:"
                                        + " entries that come late are not in it yet.",
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
