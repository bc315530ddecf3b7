package vaiwg.board.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vaiwg.board.figures.PublishedVerdict.TargetState;
import vaiwg.board.report.Block.Line;
import vaiwg.board.report.Block.Sentence;
import vaiwg.kpis.catalogue.Commitment;
import vaiwg.kpis.catalogue.Slice;
import vaiwg.kpis.text.Digits;
import vaiwg.statistics.attrition.Estimate;

/** What was tried, and whether it works: the trial of the EASI programme, the pilot of investigation, interventions, orders. */
final class WhatWorksPage {
    static final String ID = "what-works";
    static final String TITLE = "What works";

    /**
     * Of all who were selected. That their risk rose is not among them: it is seen only of who was assessed again, so that an arm of which fewer
     * were would look the better for it.
     */
    static final List<String> TRIAL = List.of(
            "easi_reoffending:days=90d",
            "easi_reoffending:days=180d",
            "easi_reoffending:days=365d",
            "easi_trial_better:assessed=risk",
            "easi_trial_better:assessed=factors",
            "easi_trial_better:assessed=distress",
            "easi_trial_better:assessed=functioning",
            "easi_trial_better:assessed=victims",
            "easi_trial_assessed:assessed=risk",
            "easi_trial_assessed:assessed=functioning");
    /** By which the trial is judged, the longest first. */
    private static final List<String> JUDGED =
            List.of("easi_reoffending:days=365d", "easi_reoffending:days=180d", "easi_reoffending:days=90d");

    private static final String IMPROVED = "easi_trial_better:";
    /** Of all who were put into an arm. */
    private static final String SELECTED = TrialOutcome.FOLLOW_UP + "assessed=risk";

    private static final List<String> PILOT = List.of("proportionate_charged", "proportionate_attrition");
    private static final List<String> BESIDE = List.of("charge_rate", "victim_attrition");
    private static final List<String> BESIDE_ALL = List.of("Pilot", "of", "%", "All", "of", "%", "Points apart (95%)");
    private static final String CHOSEN =
            "The pilot: how much is investigated follows from the harm and from what can be solved. Crimes were chosen for it, not drawn, and"
                    + " are among all: this is no estimate of its effect.";
    /** What the Board may do about a pilot whose cases were not drawn. */
    static final Sentence OF_PILOT = Sentence.of(
            "Decide whether the pilot of investigation goes on.", "It is no trial; the Board can ask for like cases.");

    private WhatWorksPage() {}

    static Page of(Facts facts) {
        Block programme = facts.table(
                "The EASI programme",
                facts.rows(
                                "",
                                "easi_places_filled",
                                "easi_places_12m",
                                "easi_controls_12m",
                                "easi_reached:step=started",
                                "easi_completion")
                        .map(PromisesPage::inTime));
        Block orders = facts.table(
                "Orders",
                facts.rows(
                        "",
                        "spo_granted_share",
                        "domestic_violence_orders:instrument=notice",
                        "domestic_violence_orders:instrument=dapn",
                        "dvpo_granted_share"),
                facts.row("domestic_violence_breached", "instrument=order", "DVPOs breached"),
                facts.rows("", "shpo_granted", "shpo_in_force"));
        return Page.of(
                ID,
                TITLE,
                new OpenMatters(facts.material()).lead(programme, orders),
                new Block.Sentences(
                        "Go on, stop or wait",
                        Stream.of(recommendation(facts), decidable(facts), others(facts), ofPilot(facts))
                                .flatMap(Optional::stream)
                                .toList()),
                trial(facts),
                programme,
                pilot(facts),
                InterventionEffect.grid(facts),
                orders);
    }

    /** What no record of either arm says is no line: nobody would have improved. */
    private static boolean isAssessed(Facts facts, String kpi) {
        return !kpi.startsWith(IMPROVED)
                || arms(facts, kpi.replace(IMPROVED, TrialOutcome.FOLLOW_UP))
                        .filter(arms -> Stream.of(arms.one(), arms.other())
                                .anyMatch(arm -> !arm.isShown() || arm.numerator() == null || arm.numerator() > 0))
                        .isPresent();
    }

    private static Optional<Arms> arms(Facts facts, String kpi) {
        Commitment.Seen seen = Commitment.Seen.of(kpi);
        return facts.measure(seen.measure())
                .flatMap(measure -> arm(facts, seen, "treatment")
                        .flatMap(one -> arm(facts, seen, "control")
                                .map(other -> new Arms(Facts.named(measure, seen.slice()), one, other))));
    }

    private static Optional<Figure> arm(Facts facts, Commitment.Seen seen, String arm) {
        return facts.figure(seen.measure(), Slice.both(seen.slice(), Slice.of("arm", arm)));
    }

    private static Optional<Arms> judged(Facts facts) {
        return JUDGED.stream()
                .flatMap(kpi -> arms(facts, kpi).stream())
                .filter(arms -> arms.difference().isPresent())
                .findFirst();
    }

    /** "Its finding (What works): wait, chance may explain it"; empty where the trial says nothing yet. */
    static Optional<String> finding(Facts facts) {
        return verdict(facts).map(TrialVerdict::finding);
    }

    private static Optional<TrialVerdict> verdict(Facts facts) {
        return judged(facts).map(arms -> verdict(facts, arms));
    }

    private static TrialVerdict verdict(Facts facts, Arms judged) {
        return TrialVerdict.of(judged.difference().orElseThrow(), canSettle(facts, judged));
    }

    /** Whether cases are to come that could settle it: places are open, it is not of who is followed longest, or of those who are followed enough. */
    private static boolean canSettle(Facts facts, Arms judged) {
        boolean filled = facts.row("easi_places_filled", "").anyMatch(places -> places.met() == TargetState.MEETS);
        boolean longest = arms(facts, JUDGED.get(0)).filter(judged::equals).isPresent();
        return !filled
                || !longest
                || arms(facts, SELECTED)
                        .filter(arms -> arms.difference().isPresent())
                        .map(arms -> judged.canBeSettled(
                                arms.one().denominator(), arms.other().denominator()))
                        .orElse(true);
    }

    /** What the trial says so far, by all who were put into either arm; empty where it says nothing yet. */
    static Optional<Sentence> recommendation(Facts facts) {
        return judged(facts).map(arms -> {
            Estimate points = arms.difference().orElseThrow();
            TrialVerdict verdict = verdict(facts, arms);
            String text = arms.title() + ": " + Facts.said(arms.one()) + " of those offered it, "
                    + Facts.said(arms.other()) + " of the control group, "
                    + Digits.decimal(Arms.POINTS * points.value(), 1) + " points (95% interval "
                    + Digits.decimal(Arms.POINTS * points.lower(), 1) + " to "
                    + Digits.decimal(Arms.POINTS * points.upper(), 1) + ")" + verdict.ofThisOutcome();
            return Sentence.of(verdict.asked(), text);
        });
    }

    /** Whether its difference is settled, and what the Board can decide by it; empty where it says nothing yet. */
    private static Optional<Sentence> decidable(Facts facts) {
        return verdict(facts).map(TrialVerdict::decidable);
    }

    private static Optional<Sentence> ofPilot(Facts facts) {
        return hasPilot(facts) ? Optional.of(OF_PILOT) : Optional.empty();
    }

    /** What the outcomes say by which the trial is not judged, and whether as many of each arm were assessed again; empty where it says nothing yet. */
    private static Optional<Sentence> others(Facts facts) {
        return judged(facts).map(judged -> {
            List<TrialOutcome> outcomes = TRIAL.stream()
                    .filter(kpi -> !TrialOutcome.isFollowUp(kpi) && isAssessed(facts, kpi))
                    .flatMap(kpi -> arms(facts, kpi)
                            .filter(arms -> !arms.equals(judged))
                            .flatMap(Arms::difference)
                            .flatMap(points -> better(facts, kpi).map(better -> new TrialOutcome(better, points)))
                            .stream())
                    .toList();
            boolean fewer = TRIAL.stream()
                    .filter(TrialOutcome::isFollowUp)
                    .flatMap(kpi -> arms(facts, kpi).flatMap(Arms::difference).stream())
                    .anyMatch(points -> points.upper() < 0);
            return TrialOutcome.others(outcomes, fewer);
        });
    }

    private static Optional<Better> better(Facts facts, String kpi) {
        return facts.measure(Commitment.Seen.of(kpi).measure()).map(Figures::better);
    }

    /** Whether there is a pilot of which the Board says whether it goes on. */
    static boolean hasPilot(Facts facts) {
        return !pilot(facts).isEmpty();
    }

    /**
     * What this page leaves to the Board, in the one line that page 1 has for it; empty where that is nothing.
     *
     * @param trial what is asked of the Board of the trial, where page 1 has no line for it alone
     */
    static Optional<Sentence> left(Optional<String> trial, boolean pilot) {
        Optional<String> goesOn =
                Optional.of(ReportWords.lower(OF_PILOT.headline())).filter(asked -> pilot);
        return Stream.of(trial, goesOn)
                .flatMap(Optional::stream)
                .reduce((one, other) -> one.substring(0, one.length() - 1) + "; " + other)
                .map(asked ->
                        new Sentence(Optional.empty(), ReportWords.capital(asked), "", Optional.of(WhatWorksPage.ID)));
    }

    private static Block.Grid trial(Facts facts) {
        return new Block.Grid(
                "The trial: all who were put into an arm, whatever became of them",
                "Intention to treat: who was offered the programme is compared with who was not, as chance put them; who completed it is not"
                        + " picked out. Who was not assessed again has not improved: follow-up, which is no outcome, says how many were.",
                "Outcome",
                List.of("Offered", "of", "%", "Control", "of", "%", "Points apart (95%)"),
                TRIAL.stream()
                        .filter(kpi -> isAssessed(facts, kpi))
                        .flatMap(kpi -> arms(facts, kpi).stream()
                                .map(arms -> arms.called(TrialOutcome.called(
                                        arms.title(),
                                        kpi,
                                        better(facts, kpi).orElse(Better.NEITHER),
                                        judged(facts).filter(arms::equals).isPresent()))))
                        .map(Arms::line)
                        .toList());
    }

    /** The pilot beside all crimes, which were chosen for it, not drawn by chance: of domestic abuse where that is told, else of any. */
    private static Block.Grid pilot(Facts facts) {
        List<Line> abuse = pilot(facts, Slice.ofTheme(SliceTitles.DOMESTIC_ABUSE));
        return abuse.isEmpty()
                ? new Block.Grid(
                        "The pilot of proportionate investigation, beside all crimes",
                        CHOSEN + " The mix of crimes differs too." + YearTotals.where(),
                        "Outcome",
                        BESIDE_ALL,
                        pilot(facts, ""))
                : new Block.Grid(
                        "The pilot of proportionate investigation: its domestic abuse beside all domestic abuse",
                        CHOSEN + YearTotals.where(),
                        "Outcome",
                        BESIDE_ALL,
                        abuse);
    }

    /** None where a figure of the theme is not shown. */
    private static List<Line> pilot(Facts facts, String slice) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < PILOT.size(); i++) {
            String beside = BESIDE.get(i);
            facts.measure(PILOT.get(i))
                    .flatMap(measure -> facts.reading(measure)
                            .flatMap(reading -> facts.figure(measure.kpi(), slice)
                                    .flatMap(one -> facts.figure(beside, reading, slice)
                                            .map(other -> new Arms(measure.shortTitle(), one, other)))))
                    .filter(arms -> slice.isEmpty()
                            || arms.one().isShown() && arms.other().isShown())
                    .ifPresent(arms -> lines.add(arms.line()));
        }
        return lines;
    }
}
