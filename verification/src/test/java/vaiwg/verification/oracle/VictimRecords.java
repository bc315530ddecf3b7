package vaiwg.verification.oracle;

import java.util.List;
import vaiwg.schemas.Characteristic;
import vaiwg.schemas.CharacteristicStatus;
import vaiwg.schemas.Victim;
import vaiwg.schemas.VictimKind;

/** Victims as they are recorded: persons mostly, with gaps, rejections, odd years of birth, and values that no code list has. */
record VictimRecords(Dice dice) {
    private static final int YEAR_OF_HISTORIES = 2021;
    private static final List<String> NINE = List.of(
            "age",
            "disability",
            "genderReassignment",
            "marriage",
            "pregnancy",
            "ethnicity",
            "religion",
            "sex",
            "orientation");

    /** A victim, or null where none is recorded. */
    Victim one() {
        if (dice.chance(0.06)) {
            return null;
        }
        if (dice.chance(0.08)) {
            return Victim.newBuilder()
                    .setKind(dice.oneOf(VictimKind.ORGANISATION, VictimKind.STATE))
                    .build();
        }
        Victim victim = Victim.newBuilder()
                .setPersonId(dice.idOf(6, 12))
                .setKind(VictimKind.PERSON)
                .setBirthYear(birthYear())
                .setAge(answer("recorded"))
                .setDisability(disability())
                .setGenderReassignment(answer("same_as_birth"))
                .setMarriage(answer("married"))
                .setPregnancy(answer("not_pregnant"))
                .setEthnicity(ethnicity())
                .setReligion(answer("none"))
                .setSex(sex())
                .setOrientation(answer("heterosexual"))
                .setEnhancedRights(dice.chance(0.2) ? null : dice.chance(0.6))
                .build();
        if (dice.chance(0.35)) {
            givenAlike(victim, dice.chance(0.5) ? CharacteristicStatus.VALUE : CharacteristicStatus.NOT_APPLICABLE);
        }
        return victim;
    }

    /** All nine alike but for one or two: what is said of several together hangs on these. */
    private void givenAlike(Victim victim, CharacteristicStatus status) {
        for (String characteristic : NINE) {
            victim.put(field(characteristic), given(status, "sex".equals(characteristic) ? "female" : "recorded"));
        }
        for (int others = dice.between(1, 2); others > 0; others--) {
            victim.put(field(dice.oneOf(NINE)), given(dice.oneOf(CharacteristicStatus.values()), "recorded"));
        }
    }

    private static int field(String name) {
        return Victim.getClassSchema().getField(name).pos();
    }

    /** The same victim with some answers completed, withdrawn or corrected; sometimes another victim altogether. */
    Victim changed(Victim victim) {
        if (victim == null || victim.getKind() != VictimKind.PERSON || dice.chance(0.1)) {
            return one();
        }
        Victim next = Victim.newBuilder(victim).build();
        if (dice.chance(0.05)) {
            next.setKind(VictimKind.ORGANISATION);
        }
        int things = dice.between(1, 4);
        for (int i = 0; i < things; i++) {
            switch (dice.between(0, 10)) {
                case 0 -> next.setBirthYear(birthYear());
                case 1 -> next.setAge(answer("recorded"));
                case 2 -> next.setDisability(disability());
                case 3 -> next.setGenderReassignment(answer("differs_from_birth"));
                case 4 -> next.setMarriage(answer("single"));
                case 5 -> next.setPregnancy(answer("PREGNANT"));
                case 6 -> next.setEthnicity(ethnicity());
                case 7 -> next.setReligion(answer("sikh"));
                case 8 -> next.setSex(sex());
                case 9 -> next.setOrientation(answer("bisexual"));
                default -> next.setEnhancedRights(dice.chance(0.5));
            }
        }
        return next;
    }

    private Integer birthYear() {
        if (dice.chance(0.1)) {
            return null;
        }
        if (dice.chance(0.1)) {
            return dice.oneOf(1, 1899, 1900, 1901, 1902, YEAR_OF_HISTORIES, YEAR_OF_HISTORIES + 30);
        }
        if (dice.chance(0.2)) {
            return YEAR_OF_HISTORIES - dice.oneOf(12, 13, 16, 18, 55, 56);
        }
        return YEAR_OF_HISTORIES - (dice.chance(0.25) ? dice.between(14, 19) : dice.mostlyLow(0, 90));
    }

    private Characteristic disability() {
        return answer(dice.oneOf("disabled", "not_disabled", "not_disabled", "something-else"));
    }

    private Characteristic ethnicity() {
        Characteristic answer =
                answer(dice.chance(0.5) ? "W1" : dice.oneOf("W2", "M1", "A1", "A4", "O1", "B1", "O9", "NS", "ZZ"));
        if (answer != null) {
            answer.setSelfDefined(dice.chance(0.3) ? null : dice.chance(0.8));
        }
        return answer;
    }

    private Characteristic sex() {
        if (dice.chance(0.6)) {
            return given(CharacteristicStatus.VALUE, dice.chance(0.1) ? "FEMALE" : "female");
        }
        return answer(dice.oneOf("male", "female", "other", "intersex"));
    }

    /** An answer, or none. A status that is no value may still carry one, which then says nothing. */
    private Characteristic answer(String value) {
        if (dice.chance(0.15)) {
            return null;
        }
        CharacteristicStatus status =
                dice.chance(0.45) ? CharacteristicStatus.VALUE : dice.oneOf(CharacteristicStatus.values());
        boolean isValue = status == CharacteristicStatus.VALUE;
        if (isValue && dice.chance(0.08)) {
            return given(status, dice.oneOf("", " ", null));
        }
        return given(status, isValue || dice.chance(0.3) ? value : null);
    }

    private static Characteristic given(CharacteristicStatus status, String value) {
        return Characteristic.newBuilder().setStatus(status).setValue(value).build();
    }
}
