package vaiwg.demo.synthetic;

import vaiwg.demo.synthetic.GroupFigures.AgeBand;

/**
 * An invented person: a pseudonym and what would be true of the person if asked. The same number gives the same person, so a
 * victim who reports again has the same characteristics without any register of people.
 *
 * @param id pseudonym
 * @param birthYear year of birth
 * @param age age in whole years when the person is first met
 */
record Person(
        String id,
        String sex,
        int birthYear,
        int age,
        String ethnicity,
        boolean disabled,
        String religion,
        String orientation,
        String marriage,
        boolean genderReassigned) {
    private static final long ATTRIBUTES = 11;
    private static final int ADULT = 16;

    /** The person of a number; the year is that of the first meeting. */
    static Person of(long number, GroupFigures figures, int year) {
        Draw draw = Draw.at(number, ATTRIBUTES);
        AgeBand band = figures.ages().draw(draw);
        int age = band.from() + draw.below(band.to() - band.from() + 1);
        return new Person(
                pseudonym(number),
                sex(draw, figures),
                year - age,
                age,
                WestMidlandsFigures.ETHNICITIES.draw(draw),
                draw.chance(WestMidlandsFigures.DISABLED),
                WestMidlandsFigures.RELIGIONS.draw(draw),
                WestMidlandsFigures.ORIENTATIONS.draw(draw),
                age < ADULT ? "single" : WestMidlandsFigures.MARRIAGES.draw(draw),
                draw.chance(WestMidlandsFigures.GENDER_REASSIGNED));
    }

    /** A pseudonym that says nothing but the number, in the form in which victims, suspects and perpetrators share it. */
    static String pseudonym(long number) {
        String hex = Long.toHexString(number);
        return "p" + "0".repeat(16 - hex.length()) + hex;
    }

    private static String sex(Draw draw, GroupFigures figures) {
        if (draw.chance(WestMidlandsFigures.SEX_OTHER)) {
            return "other";
        }
        return draw.chance(figures.femaleShare()) ? "female" : "male";
    }

    boolean male() {
        return sex.equals("male");
    }
}
