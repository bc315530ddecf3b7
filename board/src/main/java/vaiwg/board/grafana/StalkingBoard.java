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
                .add(trial())
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

    /** Descriptive, between the planned evaluations; no signal is ever made of it. */
    private Panel trial() {
        String query = """
                SELECT CASE kpi WHEN 'easi_reoffending_180d' THEN '180 days at risk' ELSE '365 days at risk' END AS "Followed up for",
                  treatment_people AS "Treatment: people", CASE WHEN NOT small THEN treatment_risk END AS "Suspected again",
                  control_people AS "Control: people", CASE WHEN NOT small THEN control_risk END AS "Suspected again (control)",
                  CASE WHEN small THEN 'too few people yet' ELSE to_char(100 * difference, 'SG990.0') || ' points ('
                    || to_char(100 * difference_lower, 'SG990.0') || ' to ' || to_char(100 * difference_upper, 'SG990.0') || ')'
                  END AS "Difference (95 %% interval)",
                  CASE WHEN small THEN 'too few people yet' WHEN ratio IS NULL THEN 'none: an arm without an event'
                    ELSE to_char(ratio, 'FM990.00') || ' (' || to_char(ratio_lower, 'FM990.00') || ' to '
                    || to_char(ratio_upper, 'FM990.00') || ')' END AS "Ratio (95 %% interval)"
                FROM vaiwg.easi_comparison
                WHERE force = '$force' AND as_at = %s
                  AND generation = (SELECT max(generation) FROM vaiwg.kpi_snapshot WHERE force = '$force')
                ORDER BY kpi""".formatted(Sql.NEWEST);
        Reading reading = new Reading(
                "Of the people in each arm of the trial who have been at risk so long since their disposal, days in custody not counted,"
                        + " the share who were suspects of stalking, harassment or domestic abuse committed in that time; everyone in the arm"
                        + " to which they were selected.",
                "% of people; points; ratio",
                "the treatment arm below the control arm is good; an interval that holds 0 points, or the ratio 1, tells no difference",
                "stock (as it stands)",
                "all, since the programme began");
        return Charts.table("Are people of the programme suspected again less often?", reading, Source.PUBLISHED, 24, 5)
                .sql(query, "table")
                .fields("^Suspected", "unit", "percentunit", "decimals", 1)
                .defines("easi_reoffending_180d", "easi_reoffending_365d");
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
