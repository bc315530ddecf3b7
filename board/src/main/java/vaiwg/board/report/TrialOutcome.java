package vaiwg.board.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vaiwg.board.report.Block.Sentence;
import vaiwg.statistics.attrition.Estimate;

/** The points by which arms differ in an outcome of which more, or fewer, is better. */
record TrialOutcome(Better better, Estimate points) {
    /** Of how many it is known what became of them, which is no outcome. */
    static final String FOLLOW_UP = "easi_trial_assessed:";

    static boolean isFollowUp(String kpi) {
        return kpi.startsWith(FOLLOW_UP);
    }

    boolean favoursProgramme() {
        return better == Better.UP && points.lower() > 0 || better == Better.DOWN && points.upper() < 0;
    }

    boolean favoursControl() {
        return better == Better.UP && points.upper() < 0 || better == Better.DOWN && points.lower() > 0;
    }

    /**
     * "Of seven, two beyond chance in favour of the programme, none of the control group; of so many one may be so by chance. Fewer of those offered
     * it were assessed again."
     *
     * @param fewer whether fewer of those who were offered it were assessed again, beyond chance
     */
    static Sentence others(List<TrialOutcome> outcomes, boolean fewer) {
        int programme =
                (int) outcomes.stream().filter(TrialOutcome::favoursProgramme).count();
        int control =
                (int) outcomes.stream().filter(TrialOutcome::favoursControl).count();
        return Sentence.of(
                "Other outcomes.",
                "Of " + ReportWords.small(outcomes.size()) + ", " + count(programme)
                        + " beyond chance in favour of the programme, " + count(control)
                        + " of the control group; of so many one may be so by chance."
                        + (fewer ? " Fewer of those offered it were assessed again." : ""));
    }

    private static String count(int number) {
        return number == 0 ? "none" : ReportWords.small(number);
    }

    /**
     * An outcome with the way that is better, "Improved: risk (more is better)"; what is none as that, "Follow-up: assessed again: risk".
     *
     * @param primary whether the trial is judged by it
     */
    static String called(String title, String kpi, Better better, boolean primary) {
        String name = ReportWords.capital(title.replaceFirst("^EASI trial, ", ""));
        if (isFollowUp(kpi)) {
            return "Follow-up: " + ReportWords.lower(name);
        }
        String way =
                switch (better) {
                    case UP -> "more is better";
                    case DOWN -> "less is better";
                    case NEITHER -> "";
                };
        String said = Stream.of(primary ? "primary" : "", way)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
        return said.isEmpty() ? name : name + " (" + said + ")";
    }
}
