package vaiwg.board.grafana;

import static vaiwg.board.grafana.Json.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vaiwg.kpis.cases.Characteristic;
import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.Window;
import vaiwg.kpis.facts.Theme;

/** The nine protected characteristics: do we ask, do we know, and are victims served alike? Rape stands first. */
final class CharacteristicsBoard {
    private static final List<String> THEMES =
            Themes.NAMES.keySet().stream().filter(label -> !label.equals("all")).toList();

    private final Boards boards;

    CharacteristicsBoard(Boards boards) {
        this.boards = boards;
    }

    Board board() {
        return new Board(
                        "protected-characteristics",
                        "VAIWG protected characteristics",
                        "Do we ask victims about the nine protected characteristics, do we know them, and are victims"
                                + " served alike?",
                        "now-3y")
                .add(ofRapeVictims())
                .add(matrix("In which themes do we know the characteristic?", "characteristic_known"))
                .add(matrix("In which themes do we ask?", "characteristic_asked"))
                .add(matrix("Where do victims prefer not to say?", "characteristic_declined"))
                .add(overTime())
                .add(Charts.restated(
                        "Are age, sex, ethnicity and disability all known?",
                        boards.measure("core_four_known"),
                        Basis.settled(7),
                        12,
                        9))
                .add(Charts.restated("Are all nine known?", boards.measure("all_nine_known"), Basis.settled(7), 12, 9))
                .add(byGroup(
                        "Are victims of every group supported alike? ${cut:text}",
                        "victim_attrition",
                        Basis.settled(90)))
                .add(byGroup("Are cases of every group charged alike? ${cut:text}", "charge_rate", Basis.settled(180)))
                .add(new SubstitutionTable(boards).panel(24, 11));
    }

    private Panel ofRapeVictims() {
        Shown known = boards.shown("characteristic_known");
        String rape = Theme.RAPE.slug();
        Panel panel = Charts.table(
                        "Of rape victims, what do we know, ask, and hear?",
                        new Reading(
                                "Of the victims to whom the characteristic applies: for how many a value is recorded"
                                        + " (known), how many were asked (a value, or that they preferred not to say), how"
                                        + " many preferred not to say, and of how many nothing is known.",
                                "% of victims to whom it applies",
                                "known and asked: up is good; preferred not to say: none, a sudden rise can be a"
                                        + " default in a form",
                                "recorded (restated, by day of recording)",
                                "365d before the snapshot"),
                        Source.LIVE,
                        24,
                        12)
                .unit("percentunit")
                .byDefault("decimals", 1)
                .rows(PromQl.eligible(known.measure(), known.basis(), known.window(), rape, PromQl.RECENT))
                .rows(share("characteristic_known", rape))
                .rows(share("characteristic_asked", rape))
                .rows(share("characteristic_declined", rape))
                .rows("1 - " + share("characteristic_known", rape))
                .transform("merge", object())
                .transform(
                        "organize",
                        object(
                                "excludeByName", object("Time", true),
                                "indexByName",
                                        object(
                                                "characteristic",
                                                0,
                                                "Value #A",
                                                1,
                                                "Value #B",
                                                2,
                                                "Value #C",
                                                3,
                                                "Value #D",
                                                4,
                                                "Value #E",
                                                5),
                                "renameByName",
                                        object(
                                                "characteristic",
                                                "Characteristic",
                                                "Value #A",
                                                "Victims to whom it applies",
                                                "Value #B",
                                                "Known",
                                                "Value #C",
                                                "Asked",
                                                "Value #D",
                                                "Preferred not to say",
                                                "Value #E",
                                                "Unknown")))
                .field("Victims to whom it applies", "unit", "locale", "decimals", 0)
                .option("sortBy", List.of(object("displayName", "Known", "desc", false)));
        return panel.field("Characteristic", "mappings", List.of(object("type", "value", "options", names())))
                .defines("characteristic_known", "characteristic_asked", "characteristic_declined");
    }

    private String share(String kpi, String theme) {
        Shown shown = boards.shown(kpi);
        return PromQl.characteristics(shown.measure(), shown.basis(), shown.window(), theme, PromQl.RECENT);
    }

    private static Map<String, Object> names() {
        Map<String, Object> names = object();
        for (Characteristic one : Characteristic.values()) {
            names.put(one.slug(), object("text", Words.capital(one.words()), "index", names.size()));
        }
        return names;
    }

    private Panel matrix(String title, String kpi) {
        Shown shown = boards.shown(kpi);
        String columns = THEMES.stream()
                .map(theme -> "max(value) FILTER (WHERE NOT small AND slice LIKE '%;theme=" + theme + "') AS \""
                        + Themes.NAMES.get(theme) + "\"")
                .collect(Collectors.joining(", "));
        String query = "SELECT name AS \"Characteristic\", " + columns
                + ", min(denominator) AS \"Fewest victims\" FROM (SELECT *, substring(slice FROM"
                + " 'characteristic=([^;]+)') AS name FROM vaiwg.kpi_value WHERE force ="
                + " '$force' AND kpi = '" + kpi + "' AND basis = '"
                + shown.basis().slug()
                + "' AND \"window\" = '" + shown.window().slug() + "' AND slice LIKE 'characteristic=%;theme=%'"
                + " AND slice NOT LIKE '%lpa=%' AND as_at = " + Sql.NEWEST
                + " AND generation = (SELECT max(generation) FROM vaiwg.kpi_snapshot WHERE force = '$force')) cell"
                + " GROUP BY name ORDER BY 2";
        return Charts.table(
                        title,
                        Reading.of(shown.measure(), shown.basis(), Charts.words(shown.window())),
                        Source.PUBLISHED,
                        12,
                        12)
                .unit("percentunit")
                .byDefault("decimals", 1)
                .sql(query, "table")
                .field("Fewest victims", "unit", "locale", "decimals", 0)
                .field(
                        "Characteristic",
                        "custom.width",
                        200,
                        "mappings",
                        List.of(object("type", "value", "options", names())))
                .defines(kpi);
    }

    private Panel overTime() {
        Shown shown = boards.shown("characteristic_known");
        Panel panel = Charts.lines(
                        "Do we know it more often? ${characteristic:text}",
                        Reading.of(shown.measure(), shown.basis(), Charts.words(shown.window())),
                        Source.LIVE,
                        "percentunit",
                        12,
                        12)
                .line(
                        PromQl.historyOfChosenCharacteristic(
                                shown.measure(),
                                shown.basis(),
                                shown.window(),
                                Themes.matcher(shown.measure()),
                                "theme"),
                        "{{theme}}")
                .with("interval", "1d")
                .with("maxDataPoints", 1200)
                .defines("characteristic_known");
        Charts.themeColours(panel, Themes.NAMES);
        return panel;
    }

    /**
     * Groups of victims, the unknown among them, with the number of cases of each. Where too little is known to compare groups, their
     * figures are left out, and it is said why.
     */
    private Panel byGroup(String title, String kpi, Basis basis) {
        List<String> columns = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (String theme : THEMES) {
            String filter = " FILTER (WHERE slice LIKE '%;theme=" + theme + "'";
            String name = Themes.NAMES.get(theme);
            columns.add("max(value)" + filter + " AND NOT small AND open) AS \"" + name + "\"");
            columns.add("max(denominator)" + filter + ") AS \"Victims (" + name.toLowerCase(Locale.UK) + ")\"");
            reasons.add("max('" + name + ": known of ' || to_char(100 * known / whole, 'FM990') || ' % only')" + filter
                    + " AND NOT open)");
        }
        String query = "SELECT initcap(left(name, 1)) || replace(substr(name, 2), '_', ' ') AS \"Group\", "
                + String.join(", ", columns)
                + ", concat_ws('; ', " + String.join(", ", reasons) + ") AS \"Not compared\""
                + " FROM (SELECT *, " + DisparityGate.isOpenSql("known", "whole") + " AS open"
                + " FROM (SELECT *, coalesce(sum(denominator) FILTER (WHERE name <> 'unknown') OVER theme, 0) AS known,"
                + " sum(denominator) OVER theme AS whole"
                + " FROM (SELECT *, substring(slice FROM '$cut=([^;]+)') AS name FROM vaiwg.kpi_value"
                + " WHERE force = '$force' AND kpi = '" + kpi + "' AND basis = '" + basis.slug()
                + "' AND \"window\" = '"
                + Window.days(365).slug() + "' AND slice LIKE '$cut=%;theme=%' AND as_at = " + Sql.NEWEST
                + " AND generation = (SELECT max(generation) FROM vaiwg.kpi_snapshot WHERE force = '$force')) cell"
                + " WINDOW theme AS (PARTITION BY substring(slice FROM 'theme=(.+)'))) counted) judged"
                + " GROUP BY name ORDER BY name = 'unknown', name";
        Panel panel = Charts.table(
                        title,
                        Reading.of(
                                boards.measure(kpi),
                                basis,
                                "365d, ending as many days before the snapshot as the basis waits; groups are compared only where the"
                                        + " characteristic is known of four in five victims"),
                        Source.PUBLISHED,
                        24,
                        9)
                .unit("percentunit")
                .byDefault("decimals", 1)
                .byDefault("noValue", "not compared")
                .sql(query, "table");
        return panel.fields("^Victims \\(", "unit", "locale", "decimals", 0)
                .field("Not compared", "custom.width", 260)
                .defines(kpi);
    }
}
