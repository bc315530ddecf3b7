package vaiwg.demo.synthetic;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vaiwg.demo.synthetic.TrueFigures.View;

/** Distinct people in the crimes of the strategy: victims, suspects, and what was recorded of the same victim several times. */
final class TruthOfPeople {
    private static final List<Question> ASKED_OFTEN =
            List.of(Question.AGE, Question.DISABILITY, Question.ETHNICITY, Question.SEX);
    private static final View YEAR = View.recorded(TrueFigures.YEAR);
    private static final int HORIZON = 90;

    private final TrueFigures figures;
    /** By victim, whether a case ended with outcome 16 in time. */
    private final Map<String, Boolean> victims = new HashMap<>();
    /** By suspect, whom the crimes were against. */
    private final Map<String, Set<String>> suspects = new HashMap<>();

    private final Map<Question, Map<String, Said>> said = new HashMap<>();

    /** What records of a victim say to one question. */
    private static final class Said {
        private final Set<String> values = new HashSet<>(2);
        private int records;
        private boolean observed;
    }

    TruthOfPeople(TrueFigures figures) {
        this.figures = figures;
    }

    /** Takes a crime of the strategy that stands. */
    void add(TiedCrime crime) {
        Ties ties = crime.ties();
        String victim = ties.victim() == null ? null : ties.victim().id();
        if (victim != null && figures.isIn(View.settled(HORIZON), crime.day())) {
            victims.merge(victim, crime.notSupportedAt() < HORIZON, Boolean::logicalOr);
        }
        if (!figures.isIn(YEAR, crime.day())) {
            return;
        }
        if (ties.suspect() != null) {
            Set<String> against = suspects.computeIfAbsent(ties.suspect(), id -> new HashSet<>(2));
            if (victim != null) {
                against.add(victim);
            }
        }
        if (victim != null) {
            ASKED_OFTEN.forEach(question -> hear(question, victim, ties));
        }
    }

    private void hear(Question question, String victim, Ties ties) {
        String value = ties.said().said(question, ties.stage());
        if (value != null) {
            Said before =
                    said.computeIfAbsent(question, none -> new HashMap<>()).computeIfAbsent(victim, id -> new Said());
            before.records++;
            before.values.add(value);
            before.observed |= ties.said().isObserved(question, ties.stage());
        }
    }

    /** Once all crimes and all steps are there. */
    void count(TruthOfPerpetrators perpetrators) {
        victims.values().forEach(ended -> figures.person("victim_attrition_victims", "", View.settled(HORIZON), ended));
        suspects.forEach((suspect, against) -> {
            boolean several = against.size() > 1;
            figures.person("serial_perpetrators", "", YEAR, several);
            if (several) {
                figures.person("serial_managed", "", YEAR, perpetrators.isManaged(suspect));
            }
        });
        said.forEach((question, ofVictims) -> ofVictims.values().forEach(all -> {
            if (all.records > 1) {
                String slice = "characteristic=" + question.name().toLowerCase(Locale.ROOT);
                boolean alike = all.values.size() == 1 && !all.observed;
                figures.person("characteristic_consistent", slice, YEAR, alike);
            }
        }));
    }
}
