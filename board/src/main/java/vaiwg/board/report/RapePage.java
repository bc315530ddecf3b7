package vaiwg.board.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Rape, from the report to the charge: how many cases are left, why, when and where support ended. */
final class RapePage {
    static final String ID = "rape";
    private static final String THEME = "rape";

    private RapePage() {}

    static Page of(Facts facts) {
        String slice = Slices.ofTheme(THEME);
        return Page.of(
                ID,
                "Rape",
                lead(facts, slice),
                new Block.Pair(Funnel.of(facts, "Of every report", THEME), courts(facts, slice)),
                FollowUp.charges(facts, slice),
                facts.chart("victim_attrition", slice, 140),
                EndsOfSupport.bars(facts, slice),
                PlacesPage.explained(PlacesPage.grid(
                        facts,
                        "Where",
                        THEME,
                        List.of("recorded_offences", "victim_attrition", "charge_rate", "cps_overdue"))));
    }

    /** How far support ended in the end: 90 days are only the beginning. */
    private static String lead(Facts facts, String slice) {
        Optional<Figure> early = facts.figure("victim_attrition", slice).filter(Figure::isShown);
        Optional<Figure> late =
                facts.figure("victim_attrition", FollowUp.A_YEAR_ON, slice).filter(Figure::isShown);
        String first = early.map(
                        figure -> "Within 90 days the support of the victim ended in " + Facts.said(figure) + ". ")
                .orElse("");
        return first
                + late.map(figure -> "Of cases a year older it ended within a year in " + Facts.said(figure)
                                + FollowUp.baseline(facts, slice)
                                        .map(paper -> "; the paper’s table of 2021 has " + paper)
                                        .orElse("")
                                + ". All victims.")
                        .orElse("");
    }

    private static Block courts(Facts facts, String slice) {
        return facts.table(
                "On the way to court",
                Stream.of(
                                facts.row("early_advice_all_rapes", "", "Early advice, or why not, of reports"),
                                facts.row(
                                        "rape_joint_work",
                                        "joint_work=meeting",
                                        "Met the CPS before NFA, of cases closed"),
                                facts.row("cps_overdue", slice, "CPS over 28 days, of submissions waiting"),
                                facts.row(
                                        "cps_days_to_decision_median",
                                        slice,
                                        "Median days at the CPS, of its decisions"),
                                facts.row(
                                        "charge_to_trial_days_median",
                                        slice,
                                        "Median days to trial, of charges with a date"),
                                facts.row("court_convicted", slice, "Convicted, of charges that are over"))
                        .flatMap(rows -> rows));
    }
}
