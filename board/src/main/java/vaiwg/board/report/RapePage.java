package vaiwg.board.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vaiwg.board.figures.ChartedPeriod;
import vaiwg.board.figures.PublishedMatter;
import vaiwg.board.figures.Reading;
import vaiwg.kpis.catalogue.Slice;
import vaiwg.kpis.text.Digits;

/** Rape, from the report to the charge: how many cases are left, why, when and where support ended. */
final class RapePage {
    static final String ID = "rape";
    private static final String THEME = "rape";
    private static final String ATTRITION = "victim_attrition";

    private RapePage() {}

    static Page of(Facts facts) {
        String slice = Slice.ofTheme(THEME);
        Block chart = facts.chart(ATTRITION, slice, 98);
        return Page.of(
                ID,
                "Rape",
                Stream.of(
                                new OpenMatters(facts.material()).named(Set.of(THEME)),
                                facts.isExact() ? beyond(facts, slice, chart) : "",
                                early(facts, slice))
                        .filter(said -> !said.isEmpty())
                        .collect(Collectors.joining(" ")),
                new Block.Pair(Funnel.of(facts, "Of every crime recorded, " + Facts.ALL, THEME), courts(facts, slice)),
                FollowUp.charges(facts, slice),
                chart,
                EndsOfSupport.bars(facts, slice),
                PlacesPage.explained(PlacesPage.grid(
                        facts,
                        facts.measure("cps_overdue").isPresent()
                                ? "Where (files at the CPS are work, not people: few are shown too)"
                                : "Where",
                        THEME,
                        List.of("recorded_offences", ATTRITION, "charge_rate", "cps_overdue"))));
    }

    private static String beyond(Facts facts, String slice, Block chart) {
        return beyond(
                ChartFindings.newestBeyond(facts.periods(ATTRITION, slice)),
                facts.material().matters().stream()
                        .filter(matter ->
                                matter.kpi().equals(ATTRITION) && matter.slice().equals(slice))
                        .filter(PublishedMatter::isEarlyWarning)
                        .findFirst(),
                chart instanceof Block.Chart drawn ? drawn.chart().estimates() : List.of(),
                facts.asAt());
    }

    /**
     * Which cases are beyond a limit, which outcomes gave the warning, and what is estimated of later cases: three sets of days of which each
     * alone reads as a mistake in another.
     *
     * @param periods the newest beyond one limit, oldest first; may be none: then nothing is said
     */
    static String beyond(
            List<ChartedPeriod> periods,
            Optional<PublishedMatter> warning,
            List<EstimatePoint> estimates,
            LocalDate asAt) {
        if (periods.isEmpty()) {
            return "";
        }
        ChartedPeriod newest = periods.get(periods.size() - 1);
        String side = ChartFindings.sideOfLimits(newest) > 0 ? "above the upper limit" : "below the lower limit";
        String warned = warning.map(matter ->
                        "; outcomes of " + ReportWords.range(matter.since(), matter.day(), asAt) + " gave the warning")
                .orElse("");
        return "Cases recorded " + ReportWords.range(periods.get(0).firstDay(), newest.lastDay(), asAt) + " are " + side
                + warned + "." + estimated(estimates, asAt);
    }

    /** An estimate is of the outcomes of its days, whenever their cases were recorded, so its days may overlap those of the cases. */
    private static String estimated(List<EstimatePoint> estimates, LocalDate asAt) {
        return estimates.stream()
                .map(estimate -> Digits.percent(estimate.value()) + " from outcomes of "
                        + ReportWords.range(estimate.firstDay(), estimate.lastDay(), asAt))
                .reduce((one, other) -> one + ", " + other)
                .map(said -> " Estimates, provisional: " + said + ".")
                .orElse("");
    }

    /** The figure of page 1 by the same name, and what other outcomes closed. */
    private static String early(Facts facts, String slice) {
        return facts.people(ATTRITION, slice, facts.title(ATTRITION, slice))
                .filter(row -> row.figure().isShown())
                .findFirst()
                .map(row -> early(facts, slice, row))
                .orElse("");
    }

    /** "…: 35.7% (1,128 of 3,159) of women and girls, 35.9% (1,446 of 4,030) of all victims", and OC14 and OC15 apart. */
    private static String early(Facts facts, String slice, Block.Row row) {
        Reading reading =
                new Reading(row.figure().key().basis(), row.figure().key().window());
        String all = facts.figure(ATTRITION, reading, slice)
                .filter(figure -> !figure.key().equals(row.figure().key()))
                .map(figure -> facts.allBeside(row.figure(), figure))
                .filter(Figure::isShown)
                .map(figure -> ", " + Facts.said(figure) + " of all victims")
                .orElse("");
        return row.name() + " (OC16): " + Facts.said(row.figure()) + " of " + row.whose() + all + "."
                + who(facts, reading, slice, row)
                + Stream.of(
                                ended(facts, reading, slice, "14", "OC14, no suspect named and no support"),
                                ended(facts, reading, slice, "15", "OC15, support but not enough evidence"))
                        .flatMap(Optional::stream)
                        .reduce((one, other) -> one + "; " + other)
                        .map(others -> " Apart from it, of all: " + others + ".")
                        .orElse("");
    }

    private static String who(Facts facts, Reading reading, String slice, Block.Row row) {
        Optional<Integer> noSex = row.beside().stream()
                .filter(other -> other.part() == Block.Part.WHOLE)
                .map(Block.Bar::number)
                .findFirst();
        return facts.figure(ATTRITION, reading, slice)
                .map(all -> facts.allBeside(row.figure(), all))
                .filter(Figure::isShown)
                .map(Figure::denominator)
                .map(of -> who(of, noSex, aged(facts, reading, slice, "unknown"), aged(facts, reading, slice, "0-12")))
                .orElse("");
    }

    private static Optional<Integer> aged(Facts facts, Reading reading, String slice, String age) {
        return facts.figure(ATTRITION, reading, Slice.both(Slice.of("age", age), slice))
                .filter(Figure::isShown)
                .map(Figure::denominator);
    }

    /** Of how many of all it is not known whether they are women or girls, and how many are young children. */
    static String who(int of, Optional<Integer> noSex, Optional<Integer> noAge, Optional<Integer> children) {
        return Stream.of(
                        noSex.map(number -> "sex not recorded: " + share(number, of)),
                        noAge.map(number -> "age not recorded: " + share(number, of)),
                        children.map(number -> "aged under 13: " + share(number, of)))
                .flatMap(Optional::stream)
                .reduce((one, other) -> one + "; " + other)
                .map(said -> " " + ReportWords.capital(said) + ".")
                .orElse("");
    }

    private static String share(int number, int of) {
        return Digits.count(number) + " (" + Digits.percent(number, of) + ")";
    }

    private static Optional<String> ended(Facts facts, Reading reading, String slice, String outcome, String words) {
        return facts.figure("substitution", reading, Slice.both(Slice.of("outcome", outcome), slice))
                .filter(Figure::isShown)
                .map(figure -> words + ": " + Facts.said(figure));
    }

    private static Block courts(Facts facts, String slice) {
        return facts.table(
                "On the way to court",
                facts.row("early_advice_all_rapes", ""),
                facts.values("rape_joint_work:joint_work=meeting"),
                facts.row("cps_overdue", slice, facts.title("cps_overdue", slice)),
                facts.row("cps_days_to_decision_median", slice, "Median days at the CPS, of its decisions"),
                facts.row("charge_to_trial_days_median", slice, "Median days to trial, of charges with a date"),
                facts.row("court_convicted", slice, "Convicted, of charges that are over"));
    }
}
