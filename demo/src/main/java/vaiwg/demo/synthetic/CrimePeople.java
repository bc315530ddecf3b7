package vaiwg.demo.synthetic;

/**
 * Who is the victim and who the suspect of a crime: mostly people who appear once, some couples and some suspects who come
 * back within a period.
 *
 * @param victim the victim
 * @param suspect pseudonym of the suspect, known or not
 * @param relationship the suspect's relationship to the victim
 * @param serial whether the suspect is known for crimes against several victims
 */
record CrimePeople(Person victim, String suspect, String relationship, boolean serial) {
    private static final long COUPLE = 21;
    private static final long SERIAL = 22;
    private static final long VICTIM = 23;
    private static final long SUSPECT = 24;
    private static final long PURSUED = 25;

    static CrimePeople of(long seed, CasePlan plan, ForceCalendar calendar, boolean domestic, Draw draw) {
        GroupFigures figures = WestMidlandsFigures.of(plan.group());
        int firstMet = plan.day();
        boolean serial = false;
        long victim = Draw.hash(seed, VICTIM, plan.day(), plan.group().ordinal(), plan.index());
        long suspect = Draw.hash(seed, SUSPECT, plan.day(), plan.group().ordinal(), plan.index());
        String relationship = (domestic
                        ? WestMidlandsFigures.DOMESTIC_RELATIONSHIPS
                        : WestMidlandsFigures.OTHER_RELATIONSHIPS)
                .draw(draw);
        if (domestic && draw.chance(WestMidlandsFigures.REPEAT_COUPLE)) {
            // The square makes some couples come back far more often than others.
            double place = draw.unit() * draw.unit();
            int couple = (int) (place * WestMidlandsFigures.COUPLES_A_PERIOD);
            int period = period(plan.day(), couple);
            victim = Draw.hash(seed, COUPLE, period, couple, VICTIM);
            boolean other = Draw.at(suspect, COUPLE).chance(WestMidlandsFigures.OTHER_SUSPECT);
            suspect = other ? suspect : Draw.hash(seed, COUPLE, period, couple, SUSPECT);
            relationship = WestMidlandsFigures.DOMESTIC_RELATIONSHIPS.draw(Draw.at(victim, COUPLE));
            firstMet = period * WestMidlandsFigures.PERIOD_DAYS - firstDay(couple);
            figures = WestMidlandsFigures.of(OffenceGroup.DOMESTIC);
        } else if (draw.chance(WestMidlandsFigures.SERIAL_SUSPECT)) {
            serial = true;
            int known = draw.below(WestMidlandsFigures.SERIAL_SUSPECTS_A_PERIOD);
            suspect = Draw.hash(seed, SERIAL, period(plan.day(), known), known);
        }
        if (plan.perpetrator() != null) {
            return new CrimePeople(pursued(seed, plan, calendar), plan.perpetrator(), "EX_INTIMATE", false);
        }
        Person person = Person.of(victim, figures, calendar.date(firstMet).getYear());
        return new CrimePeople(person, Person.pseudonym(suspect), relationship, serial);
    }

    /** Whoever stalks comes back to the same person. */
    private static Person pursued(long seed, CasePlan plan, ForceCalendar calendar) {
        long victim = Draw.hash(seed, PURSUED, plan.index());
        GroupFigures figures = WestMidlandsFigures.of(OffenceGroup.STALKING);
        return Person.of(victim, figures, calendar.date(0).getYear());
    }

    /** The periods of each couple, or suspect, begin on days of its own: not everybody is replaced on one day. */
    private static int period(int day, int number) {
        return Math.floorDiv(day + firstDay(number), WestMidlandsFigures.PERIOD_DAYS);
    }

    private static int firstDay(int number) {
        return 31 * number % WestMidlandsFigures.PERIOD_DAYS;
    }
}
