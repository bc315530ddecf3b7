package vaiwg.demo.synthetic;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import vaiwg.demo.synthetic.TrueFigures.View;
import vaiwg.schemas.Characteristic;
import vaiwg.schemas.CharacteristicStatus;
import vaiwg.schemas.Victim;

/** What the records say of the nine protected characteristics of victims. */
final class TruthOfVictims {
    private static final Set<String> CORE_FOUR = Set.of("age", "sex", "ethnicity", "disability");
    private static final View YEAR = View.recorded(TrueFigures.YEAR);

    private final TrueFigures figures;

    TruthOfVictims(TrueFigures figures) {
        this.figures = figures;
    }

    /** Takes a crime of the strategy that stands. */
    void add(Ending ending) {
        if (!ending.isOfPerson()) {
            return;
        }
        int day = ending.recordedDay();
        boolean allFour = true;
        boolean allNine = true;
        boolean anyOfFour = false;
        boolean anyOfNine = false;
        for (Map.Entry<String, CharacteristicStatus> one : applying(ending).entrySet()) {
            CharacteristicStatus status = one.getValue();
            boolean known = status == CharacteristicStatus.VALUE;
            boolean declined = status == CharacteristicStatus.DECLINED;
            String slice = "characteristic=" + one.getKey();
            figures.share("characteristic_known", slice, YEAR, day, known);
            figures.share("characteristic_asked", slice, YEAR, day, known || declined);
            figures.share("characteristic_declined", slice, YEAR, day, declined);
            anyOfNine = true;
            allNine &= known;
            if (CORE_FOUR.contains(one.getKey())) {
                anyOfFour = true;
                allFour &= known;
            }
        }
        if (anyOfFour) {
            figures.share("core_four_known", YEAR, day, allFour);
        }
        if (anyOfNine) {
            figures.share("all_nine_known", YEAR, day, allNine);
        }
    }

    /** The status of each characteristic that applies to the victim; where age or sex is not known, it does. */
    private static Map<String, CharacteristicStatus> applying(Ending ending) {
        Victim victim = ending.crime().getVictim();
        int age = ending.victimAge();
        boolean maybe = age < 0;
        Characteristic sex = victim.getSex();
        boolean otherThanFemale =
                sex != null && sex.getStatus() == CharacteristicStatus.VALUE && !"female".equals(sex.getValue());
        Map<String, CharacteristicStatus> all = new LinkedHashMap<>();
        put(all, "age", victim.getAge(), true);
        put(all, "disability", victim.getDisability(), true);
        put(all, "gender_reassignment", victim.getGenderReassignment(), true);
        put(all, "marriage", victim.getMarriage(), maybe || age >= 16);
        put(all, "pregnancy", victim.getPregnancy(), !otherThanFemale && (maybe || age >= 12 && age <= 55));
        put(all, "ethnicity", victim.getEthnicity(), true);
        put(all, "religion", victim.getReligion(), true);
        put(all, "sex", sex, true);
        put(all, "orientation", victim.getOrientation(), maybe || age >= 13);
        return all;
    }

    private static void put(
            Map<String, CharacteristicStatus> all, String name, Characteristic answer, boolean mayApply) {
        CharacteristicStatus status = answer == null ? CharacteristicStatus.UNKNOWN : answer.getStatus();
        if (mayApply && status != CharacteristicStatus.NOT_APPLICABLE) {
            all.put(name, status);
        }
    }
}
