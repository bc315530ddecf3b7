package vaiwg.demo.synthetic;

/**
 * A crime that is going to be recorded. Ordinary ones leave everything to chance; those of the stalking programme name the
 * perpetrator and may name the way in which the case ends.
 *
 * @param day day of recording
 * @param index number of the crime in its day and group
 * @param perpetrator pseudonym of the suspect, or null
 * @param exit how the case ends, or null
 * @param exitAt when it ends, in epoch milliseconds, where exit is given
 */
record CasePlan(int day, OffenceGroup group, int index, String perpetrator, CaseEnding exit, long exitAt) {
    /** Most crimes of one group that a day can hold: the crime number has so many places for each. */
    static final int A_DAY_AND_GROUP = 20_000;

    static CasePlan ordinary(int day, OffenceGroup group, int index) {
        return new CasePlan(day, group, index, null, null, 0);
    }

    /** The crime number. */
    String reference(ForceCalendar calendar) {
        int dayOfYear = calendar.date(day).getDayOfYear();
        int number = (dayOfYear * OffenceGroup.values().length + group.ordinal()) * A_DAY_AND_GROUP + index;
        return calendar.crimeNumber(String.valueOf(number), day);
    }

    /** The crime of the same day and group that was recorded before it. */
    CasePlan before() {
        return ordinary(day, group, index - 1);
    }
}
