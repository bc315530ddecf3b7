package vaiwg.board.grafana;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vaiwg.kpis.cases.Characteristic;
import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.Direction;
import vaiwg.kpis.catalogue.Priority;
import vaiwg.kpis.catalogue.Window;
import vaiwg.kpis.facts.Theme;

/** The first page: does the strategy change anything for victims? */
final class OverviewBoard {
    private static final int HEADLINES_AN_AREA = 2;

    private final Boards boards;

    OverviewBoard(Boards boards) {
        this.boards = boards;
    }

    Board board() {
        List<Shown> headlines = headlines();
        return new Board(
                        "strategy-overview",
                        "VAIWG strategy: overview",
                        "What does the strategy change for victims of violence against women and girls?",
                        "now-3y")
                .add(attritionNow())
                .add(Charts.standing("Are things better than a year ago?", headlines, 24, headlines.size() + 2))
                .add(SignalTable.ofAll("What has left its usual range, and what do owners say?"))
                .add(Charts.restated(
                        "Is victim attrition falling?", boards.measure("victim_attrition"), Basis.settled(90), 12, 11))
                .add(new SubstitutionTable(boards).panel(12, 11))
                .add(Charts.restated(
                        "Are more crimes ending in a charge?",
                        boards.measure("charge_rate"),
                        Basis.settled(180),
                        12,
                        9))
                .add(knownOfRapeVictims())
                .add(toldAndExplained())
                .add(Charts.published(
                        "Of open cases, how many have waited more than 90 days?",
                        boards.measure("open_over_90d"),
                        Basis.STOCK,
                        Window.STANDING,
                        12,
                        9))
                .add(Charts.restated(
                        "What reaches us from public places?",
                        boards.measure("public_space_offences"),
                        Basis.RECORDED,
                        12,
                        9));
    }

    /** The first figures of each area that have a good direction. */
    private List<Shown> headlines() {
        List<Shown> headlines = new ArrayList<>();
        for (Priority priority : Priority.values()) {
            boards.of(priority).stream()
                    .filter(measure ->
                            !measure.isRestricted() && measure.characteristics().isEmpty())
                    .filter(measure -> measure.direction() != Direction.NONE)
                    .map(Shown::of)
                    .flatMap(Optional::stream)
                    .filter(Shown::isLive)
                    .limit(HEADLINES_AN_AREA)
                    .forEach(headlines::add);
        }
        return headlines;
    }

    private Panel attritionNow() {
        Shown shown = new Shown(boards.measure("victim_attrition"), Basis.settled(90), Window.days(365));
        Panel panel = Charts.numbers(
                        "Of every 100 crimes recorded, how many had ended within 90 days with the victim not"
                                + " supporting?",
                        Reading.of(shown.measure(), shown.basis(), "365d, ending 90 days before the snapshot"),
                        Source.LIVE,
                        "percentunit",
                        24,
                        4)
                .byDefault("decimals", 1)
                .defines("victim_attrition");
        // One query each: Prometheus gives the series of one in no certain order.
        Themes.NAMES.forEach((label, name) -> panel.now(
                        PromQl.figure(shown.measure(), shown.basis(), shown.window(), label, "theme", PromQl.RECENT),
                        "{{theme}}")
                .field(label, "displayName", name));
        return panel;
    }

    private Panel knownOfRapeVictims() {
        Shown shown = boards.shown("characteristic_known");
        Panel panel = Charts.bars(
                        "Of rape victims, whose characteristics do we know?",
                        Reading.of(shown.measure(), shown.basis(), Charts.words(shown.window())),
                        Source.LIVE,
                        12,
                        9)
                .now(
                        "sort_desc("
                                + PromQl.characteristics(
                                        shown.measure(),
                                        shown.basis(),
                                        shown.window(),
                                        Theme.RAPE.slug(),
                                        PromQl.RECENT)
                                + ")",
                        "{{characteristic}}")
                .defines("characteristic_known", "characteristic_asked", "characteristic_declined");
        for (Characteristic one : Characteristic.values()) {
            panel.field(one.slug(), "displayName", Words.capital(one.words()));
        }
        return panel;
    }

    private Panel toldAndExplained() {
        Reading reading = new Reading(
                "The victim told of a decision not to proceed within one working day with enhanced rights, else five;"
                        + " stage and reason noted where support ended.",
                "% of cases",
                "up is good for both",
                "assigned (restated, by day of the outcome)",
                "365d before each day");
        Panel panel = Charts.lines(
                        "Do we tell victims, and note why support ended?", reading, Source.LIVE, "percentunit", 12, 9)
                .byDefault("max", 1)
                .with("interval", "1d")
                .with("maxDataPoints", 1200);
        List<String> slugs = List.of("decision_told", "withdrawal_reason_recorded");
        for (String slug : slugs) {
            Shown shown = boards.shown(slug);
            panel.line(
                    PromQl.history(shown.measure(), shown.basis(), shown.window(), "all", "kpi"),
                    shown.measure().title());
            panel.field(shown.measure().title(), "color", Charts.colour(slugs.indexOf(slug) + 1));
        }
        return panel.defines(slugs.toArray(String[]::new));
    }
}
