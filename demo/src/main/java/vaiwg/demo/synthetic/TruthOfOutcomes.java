package vaiwg.demo.synthetic;

import java.util.List;
import vaiwg.demo.synthetic.TrueFigures.View;
import vaiwg.schemas.Outcome;
import vaiwg.schemas.Suspect;

/** What became of the crimes. */
final class TruthOfOutcomes {
    private static final String NOT_SUPPORTED = "16";
    private static final String[] CHARGED = {"1", "1A"};
    private static final String[] POSITIVE = {"1", "1A", "2", "2A", "3", "3A", "6", "7", "8", "22"};
    private static final String[] NOT_PROCEEDED = {"9", "10", "15", "16", "21"};
    private static final List<String> SUBSTITUTES = List.of("14", "15", "18", "20", "21", "22");
    private static final View YEAR = View.recorded(TrueFigures.YEAR);
    private static final View DECIDED = View.assigned(TrueFigures.YEAR);

    private final TrueFigures figures;
    private final WorkingWeek week;

    TruthOfOutcomes(TrueFigures figures, WorkingWeek week) {
        this.figures = figures;
        this.week = week;
        figures.stocks("open_over_90d", "open_over_180d", "open_over_365d");
    }

    /** Takes a crime of the strategy that stands. */
    void add(Ending ending) {
        atHorizons(ending);
        open(ending);
        if (ending.outcome() != null) {
            decided(ending);
        }
        boolean was = false;
        boolean had = false;
        boolean reopened = false;
        for (Outcome version : ending.outcomes) {
            reopened |= was && version.getOutcomeType() == null;
            was = NOT_SUPPORTED.equals(version.getOutcomeType());
            had |= was;
        }
        if (had) {
            figures.share("outcome_16_reopened", YEAR, ending.recordedDay(), reopened);
        }
    }

    /** Takes an outcome whose crime never came. */
    void addOrphan(Ending ending) {
        if (ending.outcome() != null) {
            figures.count(
                    "orphan_outcomes", DECIDED, Ending.day(ending.outcome().getAssignedAt()));
        }
    }

    private void atHorizons(Ending ending) {
        int day = ending.recordedDay();
        figures.share("victim_attrition", View.settled(90), day, ending.endedWithin(90, NOT_SUPPORTED));
        figures.share("victim_does_not_support", View.settled(90), day, ending.endedWithin(90, "14", NOT_SUPPORTED));
        figures.share(
                "evidential_difficulty", View.settled(90), day, ending.endedWithin(90, "14", "15", NOT_SUPPORTED));
        for (String type : SUBSTITUTES) {
            figures.share("substitution_" + type, View.settled(90), day, ending.endedWithin(90, type));
        }
        figures.share("charge_rate", View.settled(180), day, ending.endedWithin(180, CHARGED));
        figures.share("positive_outcome", View.settled(180), day, ending.endedWithin(180, POSITIVE));
        if (ending.isOf(Theme.DOMESTIC_ABUSE)) {
            figures.share(
                    "evidential_difficulty_da", View.settled(180), day, ending.endedWithin(180, "15", NOT_SUPPORTED));
        }
        if (ending.crime().getSuspects().stream().anyMatch(Suspect::getPoliceEmployee)) {
            figures.share("police_suspect_attrition", View.settled(180), day, ending.endedWithin(180, NOT_SUPPORTED));
            figures.share("police_suspect_charge", View.settled(180), day, ending.endedWithin(180, CHARGED));
        }
    }

    private void open(Ending ending) {
        if (ending.outcome() == null) {
            for (int days : new int[] {90, 180, 365}) {
                figures.stock("open_over_" + days + "d", figures.endDay() - ending.recordedDay() > days);
            }
        }
    }

    private void decided(Ending ending) {
        Outcome outcome = ending.outcome();
        int day = Ending.day(outcome.getAssignedAt());
        if (ending.ended(NOT_SUPPORTED)) {
            boolean explained = outcome.getSupportEnded() != null
                    && outcome.getSupportEnded().getStage() != null
                    && outcome.getSupportEnded().getReason() != null;
            figures.share("withdrawal_reason_recorded", DECIDED, day, explained);
            for (int days : new int[] {7, 28, 90}) {
                figures.share("withdrawal_within_" + days + "d", DECIDED, day, ending.age() < days);
            }
            figures.number("withdrawal_days_p25", 25, DECIDED, day, ending.age());
            figures.number("withdrawal_days_median", 50, DECIDED, day, ending.age());
            figures.number("withdrawal_days_p75", 75, DECIDED, day, ending.age());
        }
        if (ending.isOf(Theme.RAPE)) {
            boolean noted = outcome.getEarlyAdvice() != null
                    && !outcome.getEarlyAdvice().isBlank();
            figures.share("early_advice_recorded", DECIDED, day, noted);
        }
        if (ending.isOfPerson() && ending.ended(NOT_PROCEEDED)) {
            boolean enhanced = Boolean.TRUE.equals(ending.crime().getVictim().getEnhancedRights());
            int deadline = week.after(day, enhanced ? 1 : 5);
            if (deadline < figures.endDay()) {
                boolean told =
                        outcome.getVictimInformedAt() != null && Ending.day(outcome.getVictimInformedAt()) <= deadline;
                figures.share("decision_told", DECIDED, day, told);
            }
        }
    }
}
