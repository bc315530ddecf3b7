package vaiwg.demo.synthetic;

import java.time.Instant;
import vaiwg.schemas.Characteristic;
import vaiwg.schemas.CharacteristicStatus;
import vaiwg.schemas.Victim;
import vaiwg.schemas.VictimKind;

/**
 * What the crime record says about its victim, stage by stage: at recording, and after one or two later contacts in which more
 * of the nine characteristics are answered.
 */
final class VictimRecord {
    static final int STAGES = 3;

    private static final long FORM = 43;
    private static final long SLIP = 44;
    private static final int MARRIAGE_AGE = 16;
    private static final int ORIENTATION_AGE = 13;

    private final Person person;
    private final VictimKind kind;
    private final boolean resolved;
    private final int birthYear;
    private final Boolean enhancedRights;
    private final Characteristic[] answers = new Characteristic[CharacteristicQuestion.values().length];
    private final boolean formCompleted;
    private final int[] answeredIn = new int[CharacteristicQuestion.values().length];
    private final long[] stageTimes = new long[STAGES];

    /** A victim of a kind of crime that gives enhanced rights, or not. */
    VictimRecord(Person person, VictimKind kind, long recordedAt, boolean enhanced, Draw draw) {
        this.person = person;
        this.kind = kind;
        resolved = kind == VictimKind.PERSON && !draw.chance(WestMidlandsFigures.VICTIM_UNRESOLVED);
        enhancedRights = kind != VictimKind.PERSON ? null : enhanced ? (Boolean) !draw.chance(0.03) : draw.chance(0.15);
        formCompleted = Draw.at(FORM, recordedAt).chance(WestMidlandsFigures.FORM_COMPLETED);
        stageTimes[0] = recordedAt;
        for (int stage = 1; stage < STAGES; stage++) {
            double days = draw.logNormal(WestMidlandsFigures.ANSWERED_MEDIAN_DAYS, 1);
            stageTimes[stage] = stageTimes[stage - 1] + (long) (days * ForceCalendar.DAY) + ForceCalendar.MINUTE;
        }
        Draw slips = Draw.at(SLIP, recordedAt);
        birthYear = person.birthYear() + (slips.chance(WestMidlandsFigures.BIRTH_YEAR_MISTAKEN) ? 1 : 0);
        if (kind == VictimKind.PERSON) {
            answerAll(draw, slips);
        }
    }

    /** Draws who is the victim in the sense of the record; null where none is recorded. */
    static VictimKind kind(OffenceGroup group, Draw draw) {
        if (group == OffenceGroup.RAPE || group == OffenceGroup.OTHER_SEXUAL) {
            return VictimKind.PERSON;
        }
        double at = draw.unit();
        if (at < WestMidlandsFigures.NO_VICTIM) {
            return null;
        }
        if (at < WestMidlandsFigures.NO_VICTIM + WestMidlandsFigures.STATE) {
            return VictimKind.STATE;
        }
        return at < WestMidlandsFigures.NO_VICTIM + WestMidlandsFigures.STATE + WestMidlandsFigures.ORGANISATION
                ? VictimKind.ORGANISATION
                : VictimKind.PERSON;
    }

    /** @param slips chances of what is entered otherwise than it is, of their own so that the rest is the same without */
    private void answerAll(Draw draw, Draw slips) {
        boolean mayBePregnant = person.sex().equals("female") && person.age() >= 12 && person.age() <= 55;
        String pregnancy = draw.chance(WestMidlandsFigures.PREGNANT) ? "pregnant" : "not_pregnant";
        boolean differs = draw.chance(WestMidlandsFigures.INCONSISTENT);
        answer(CharacteristicQuestion.AGE, null, draw);
        boolean disabled = person.disabled() != slips.chance(WestMidlandsFigures.DISABILITY_MISTAKEN);
        answer(CharacteristicQuestion.DISABILITY, disabled ? "disabled" : "not_disabled", draw);
        answer(
                CharacteristicQuestion.GENDER_REASSIGNMENT,
                person.genderReassigned() ? "differs_from_birth" : "same_as_birth",
                draw);
        answer(CharacteristicQuestion.MARRIAGE, person.age() < MARRIAGE_AGE ? null : person.marriage(), draw);
        answer(CharacteristicQuestion.PREGNANCY, mayBePregnant ? pregnancy : null, draw);
        answer(
                CharacteristicQuestion.ETHNICITY,
                differs ? WestMidlandsFigures.ETHNICITIES.draw(draw) : person.ethnicity(),
                draw);
        answer(CharacteristicQuestion.RELIGION, person.religion(), draw);
        boolean otherSex = slips.chance(WestMidlandsFigures.SEX_MISTAKEN);
        answer(CharacteristicQuestion.SEX, otherSex ? (person.male() ? "female" : "male") : person.sex(), draw);
        answer(CharacteristicQuestion.ORIENTATION, person.age() < ORIENTATION_AGE ? null : person.orientation(), draw);
    }

    /** A null value is a question that does not apply, except for the age, whose value is the year of birth. */
    private void answer(CharacteristicQuestion question, String value, Draw draw) {
        Completeness completeness = question.completeness();
        int stage = draw.chance(WestMidlandsFigures.ANSWERED_AT_ONCE) ? 0 : 1 + draw.below(STAGES - 1);
        double drawn = draw.unit();
        double at = formCompleted ? 0 : drawn;
        Characteristic answer;
        if (at >= completeness.known() + completeness.declined() + completeness.notPossible()) {
            stage = 0;
            answer = draw.chance(0.5) ? null : new Characteristic(CharacteristicStatus.UNKNOWN, null, null, null);
        } else if (question != CharacteristicQuestion.AGE && value == null) {
            stage = 0;
            answer = new Characteristic(CharacteristicStatus.NOT_APPLICABLE, null, null, null);
        } else if (at < completeness.known()) {
            boolean self = question != CharacteristicQuestion.ETHNICITY
                    || !draw.chance(WestMidlandsFigures.OBSERVED_NOT_SELF_DEFINED);
            answer = new Characteristic(CharacteristicStatus.VALUE, value, self, setAt(stage));
        } else {
            boolean declined = at < completeness.known() + completeness.declined();
            answer = new Characteristic(
                    declined ? CharacteristicStatus.DECLINED : CharacteristicStatus.NOT_POSSIBLE,
                    null,
                    null,
                    setAt(stage));
        }
        answers[question.ordinal()] = answer;
        answeredIn[question.ordinal()] = stage;
    }

    private Instant setAt(int stage) {
        return Instant.ofEpochMilli(stageTimes[stage]);
    }

    /** Whether a stage adds anything to the one before. */
    boolean adds(int stage) {
        for (int answered : answeredIn) {
            if (answered == stage) {
                return true;
            }
        }
        return false;
    }

    long stageTime(int stage) {
        return stageTimes[stage];
    }

    /** The record as it stands after a stage. */
    Victim at(int stage) {
        Characteristic age = known(CharacteristicQuestion.AGE, stage);
        boolean ageKnown = age != null && age.getStatus() == CharacteristicStatus.VALUE;
        Victim victim = new Victim();
        victim.setPersonId(resolved ? person.id() : null);
        victim.setKind(kind);
        victim.setBirthYear(ageKnown ? (Integer) birthYear : null);
        victim.setAge(age);
        victim.setDisability(known(CharacteristicQuestion.DISABILITY, stage));
        victim.setGenderReassignment(known(CharacteristicQuestion.GENDER_REASSIGNMENT, stage));
        victim.setMarriage(known(CharacteristicQuestion.MARRIAGE, stage));
        victim.setPregnancy(known(CharacteristicQuestion.PREGNANCY, stage));
        victim.setEthnicity(known(CharacteristicQuestion.ETHNICITY, stage));
        victim.setReligion(known(CharacteristicQuestion.RELIGION, stage));
        victim.setSex(known(CharacteristicQuestion.SEX, stage));
        victim.setOrientation(known(CharacteristicQuestion.ORIENTATION, stage));
        victim.setEnhancedRights(enhancedRights);
        return victim;
    }

    private Characteristic known(CharacteristicQuestion question, int stage) {
        return answeredIn[question.ordinal()] <= stage ? answers[question.ordinal()] : null;
    }
}
