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
        OffenceGroup group = plan.group();
        int firstMet = plan.day();
        boolean serial = false;
        long victim = Draw.hash(seed, VICTIM, plan.day(), plan.group().ordinal(), plan.index());
        long suspect = Draw.hash(seed, SUSPECT, plan.day(), plan.group().ordinal(), plan.index());
        String relationship = group.choice(domestic ? "domestic_relationships" : "other_relationships")
                .draw(draw);
        if (domestic && draw.chance(Figures.of("repeat_couple"))) {
            // The square makes some couples come back far more often than others.
            double place = draw.unit() * draw.unit();
            int couple = (int) (place * Figures.whole("couples_a_period"));
            int period = period(plan.day(), couple);
            victim = Draw.hash(seed, COUPLE, period, couple, VICTIM);
            boolean other = Draw.at(suspect, COUPLE).chance(Figures.of("other_suspect"));
            suspect = other ? suspect : Draw.hash(seed, COUPLE, period, couple, SUSPECT);
            relationship = Figures.choice("domestic_relationships").draw(Draw.at(victim, COUPLE));
            firstMet = period * Figures.whole("period_days") - firstDay(couple);
            group = OffenceGroup.DOMESTIC;
        } else if (draw.chance(Figures.of("serial_suspect"))) {
            serial = true;
            int known = draw.below(Figures.whole("serial_suspects_a_period"));
            suspect = Draw.hash(seed, SERIAL, period(plan.day(), known), known);
        }
        if (plan.perpetrator() != null) {
            return new CrimePeople(pursued(seed, plan, calendar), plan.perpetrator(), "EX_INTIMATE", false);
        }
        Person person = Person.of(victim, group, calendar.date(firstMet).getYear());
        return new CrimePeople(person, Person.pseudonym(suspect), relationship, serial);
    }

    /** Whoever stalks comes back to the same person. */
    private static Person pursued(long seed, CasePlan plan, ForceCalendar calendar) {
        long victim = Draw.hash(seed, PURSUED, plan.index());
        return Person.of(victim, OffenceGroup.STALKING, calendar.date(0).getYear());
    }

    /** The periods of each couple, or suspect, begin on days of its own: not everybody is replaced on one day. */
    private static int period(int day, int number) {
        return Math.floorDiv(day + firstDay(number), Figures.whole("period_days"));
    }

    private static int firstDay(int number) {
        return 31 * number % Figures.whole("period_days");
    }
}
