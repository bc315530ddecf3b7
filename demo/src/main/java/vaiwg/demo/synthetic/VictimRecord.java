package vaiwg.demo.synthetic;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
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
    private static final String AGE = "age";
    private static final String ETHNICITY = "ethnicity";
    private static final int MARRIAGE_AGE = 16;
    private static final int ORIENTATION_AGE = 13;

    private final Person person;
    private final VictimKind kind;
    private final boolean resolved;
    private final int birthYear;
    private final Boolean enhancedRights;
    /** By the field of the record. */
    private final Map<String, Answer> answers = new LinkedHashMap<>();

    private final boolean formCompleted;
    /** By how much more likely an answer is known here than in all crimes, as odds. */
    private final double knownOdds;

    private final long[] stageTimes = new long[STAGES];

    /** What is recorded of a characteristic from a stage on. */
    private record Answer(Characteristic said, int stage) {}

    /** A victim of a kind of crime that gives enhanced rights, or not. */
    VictimRecord(CaseFile file, VictimKind kind, boolean enhanced, Draw draw) {
        long recordedAt = file.incident().recordedAt();
        person = file.people().victim();
        this.kind = kind;
        knownOdds = file.figures().of("known_odds");
        resolved = kind == VictimKind.PERSON && !draw.chance(Figures.of("victim_unresolved"));
        enhancedRights = kind != VictimKind.PERSON ? null : enhanced ? (Boolean) !draw.chance(0.03) : draw.chance(0.15);
        formCompleted = Draw.at(FORM, recordedAt).chance(Figures.of("form_completed"));
        stageTimes[0] = recordedAt;
        for (int stage = 1; stage < STAGES; stage++) {
            double days = draw.logNormal(Figures.of("answered_median_days"), 1);
            stageTimes[stage] = stageTimes[stage - 1] + ForceCalendar.days(days) + ForceCalendar.MINUTE;
        }
        Draw slips = Draw.at(SLIP, recordedAt);
        birthYear = person.birthYear() + (slips.chance(Figures.of("birth_year_mistaken")) ? 1 : 0);
        if (kind == VictimKind.PERSON) {
            answerAll(draw, slips);
        }
    }

    /** Draws who is the victim in the sense of the record; null where none is recorded. */
    static VictimKind kind(OffenceGroup group, Draw draw) {
        if (group.isSexual()) {
            return VictimKind.PERSON;
        }
        String kind = Figures.choice("victim_kinds").draw(draw);
        return kind == null ? null : VictimKind.valueOf(kind);
    }

    /** @param slips chances of what is entered otherwise than it is, of their own so that the rest is the same without */
    private void answerAll(Draw draw, Draw slips) {
        boolean mayBePregnant = person.sex().equals("female") && person.age() >= 12 && person.age() <= 55;
        String pregnancy = draw.chance(Figures.of("pregnant")) ? "pregnant" : "not_pregnant";
        boolean differs = draw.chance(Figures.of("inconsistent"));
        answer(AGE, null, draw);
        boolean disabled = person.disabled() != slips.chance(Figures.of("disability_mistaken"));
        answer("disability", disabled ? "disabled" : "not_disabled", draw);
        answer("genderReassignment", person.genderReassigned() ? "differs_from_birth" : "same_as_birth", draw);
        answer("marriage", person.age() < MARRIAGE_AGE ? null : person.marriage(), draw);
        answer("pregnancy", mayBePregnant ? pregnancy : null, draw);
        answer(ETHNICITY, differs ? Figures.choice("ethnicities").draw(draw) : person.ethnicity(), draw);
        answer("religion", person.religion(), draw);
        boolean otherSex = slips.chance(Figures.of("sex_mistaken"));
        answer("sex", otherSex ? (person.male() ? "female" : "male") : person.sex(), draw);
        answer("orientation", person.age() < ORIENTATION_AGE ? null : person.orientation(), draw);
    }

    /** A null value is a question that does not apply, except for the age, whose value is the year of birth. */
    private void answer(String field, String value, Draw draw) {
        double known = CaseFigures.withOdds(share(field, "known"), knownOdds);
        double declined = share(field, "declined");
        int stage = draw.chance(Figures.of("answered_at_once")) ? 0 : 1 + draw.below(STAGES - 1);
        double drawn = draw.unit();
        double at = formCompleted ? 0 : drawn;
        if (at >= known + declined + share(field, "not_possible")) {
            boolean unknown = !draw.chance(0.5);
            answers.put(field, new Answer(unknown ? said(CharacteristicStatus.UNKNOWN, null, null, null) : null, 0));
        } else if (!field.equals(AGE) && value == null) {
            answers.put(field, new Answer(said(CharacteristicStatus.NOT_APPLICABLE, null, null, null), 0));
        } else if (at < known) {
            boolean self = !field.equals(ETHNICITY) || !draw.chance(Figures.of("observed_not_self_defined"));
            answers.put(field, new Answer(said(CharacteristicStatus.VALUE, value, self, setAt(stage)), stage));
        } else {
            CharacteristicStatus none =
                    at < known + declined ? CharacteristicStatus.DECLINED : CharacteristicStatus.NOT_POSSIBLE;
            answers.put(field, new Answer(said(none, null, null, setAt(stage)), stage));
        }
    }

    private static double share(String field, String answer) {
        return Figures.of("characteristics." + field + "." + answer);
    }

    private static Characteristic said(CharacteristicStatus status, String value, Boolean self, Instant at) {
        return new Characteristic(status, value, self, at);
    }

    private Instant setAt(int stage) {
        return Instant.ofEpochMilli(stageTimes[stage]);
    }

    /** Whether a stage adds anything to the one before. */
    boolean adds(int stage) {
        return answers.values().stream().anyMatch(answer -> answer.stage == stage);
    }

    long stageTime(int stage) {
        return stageTimes[stage];
    }

    /** The record as it stands after a stage. */
    Victim at(int stage) {
        Victim victim = new Victim();
        victim.setPersonId(resolved ? person.id() : null);
        victim.setKind(kind);
        victim.setEnhancedRights(enhancedRights);
        answers.forEach((field, answer) -> {
            if (answer.stage <= stage) {
                Saved.put(victim, field, answer.said);
            }
        });
        boolean ageKnown = victim.getAge() != null && victim.getAge().getStatus() == CharacteristicStatus.VALUE;
        victim.setBirthYear(ageKnown ? (Integer) birthYear : null);
        return victim;
    }
}
