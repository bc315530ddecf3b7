package vaiwg.board.grafana;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.Priority;
import vaiwg.kpis.facts.Theme;

/** Stalking: is it seen for what it is, and are those who stalk managed? */
final class StalkingBoard {
    private static final Map<String, String> KINDS = kinds();

    private final Boards boards;

    StalkingBoard(Boards boards) {
        this.boards = boards;
    }

    Board board() {
        Board board = new Board(
                        "stalking-easi",
                        "VAIWG stalking and the early awareness programme (EASI)",
                        "Is stalking seen for what it is, are orders used, and does the early awareness programme fill"
                                + " and hold?",
                        "now-3y")
                .add(programme())
                .add(ofBothKinds("Is stalking recorded as stalking?", "recorded_offences", Basis.RECORDED))
                .add(ofBothKinds(
                        "Are victims of stalking supported to stay with their case?",
                        "victim_attrition",
                        Basis.settled(90)))
                .add(ofBothKinds("Are more stalking cases charged?", "charge_rate", Basis.settled(180)))
                .add(ofBothKinds(
                        "How often is stalking recorded as harassment at first?", "reclassified_share", Basis.RECORDED))
                .add(new SubstitutionTable(boards).panel(12, 11));
        boards.of(Priority.OFFENDER_MANAGEMENT).stream()
                .map(Shown::of)
                .flatMap(Optional::stream)
                .filter(Shown::isLive)
                .limit(board.room())
                .map(shown -> AreaBoard.chart(shown, Words.question(shown.measure())))
                .forEach(board::add);
        return board;
    }

    private Panel programme() {
        Shown places = boards.shown("easi_places_filled");
        Shown completed = boards.shown("easi_completion");
        Reading reading = new Reading(
                "People selected for the treatment arm so far, of the 100 places that are planned; and of those who"
                        + " attended a first session at least 56 days ago, the share that attended six within 56 days.",
                "places of 100; % of people",
                "up is good for both, against the time elapsed",
                "stock (as it stands)",
                "all, since the programme began");
        return Charts.numbers(
                        "Does the early awareness programme fill, and do people complete it?",
                        reading,
                        Source.LIVE,
                        "none",
                        24,
                        4)
                .now(PromQl.newest(places, "all"), "places")
                .now(PromQl.newest(completed, "all"), "completed")
                .field("places", "displayName", "Places filled, of 100")
                .field("completed", "displayName", "Completed the programme", "unit", "percentunit", "decimals", 1)
                .defines("easi_places_filled", "easi_completion");
    }

    private Panel ofBothKinds(String title, String kpi, Basis basis) {
        return Charts.restated(title, boards.measure(kpi), basis, KINDS, 12, 9);
    }

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put(Theme.STALKING.slug(), "Stalking");
        kinds.put(Theme.HARASSMENT.slug(), "Harassment");
        return kinds;
    }
}
