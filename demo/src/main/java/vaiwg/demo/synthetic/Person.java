package vaiwg.demo.synthetic;

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
    static Person of(long number, OffenceGroup group, int year) {
        Draw draw = Draw.at(number, ATTRIBUTES);
        int age = group.choice("ages").within(draw);
        return new Person(
                pseudonym(number),
                sex(draw, group),
                year - age,
                age,
                Figures.choice("ethnicities").draw(draw),
                draw.chance(Figures.of("disabled")),
                Figures.choice("religions").draw(draw),
                Figures.choice("orientations").draw(draw),
                age < ADULT ? "single" : Figures.choice("marriages").draw(draw),
                draw.chance(Figures.of("gender_reassigned")));
    }

    /** A pseudonym that says nothing but the number, in the form in which victims, suspects and perpetrators share it. */
    static String pseudonym(long number) {
        String hex = Long.toHexString(number);
        return "p" + "0".repeat(16 - hex.length()) + hex;
    }

    private static String sex(Draw draw, OffenceGroup group) {
        if (draw.chance(Figures.of("sex_other"))) {
            return "other";
        }
        return draw.chance(group.figure("female")) ? "female" : "male";
    }

    boolean male() {
        return sex.equals("male");
    }
}
