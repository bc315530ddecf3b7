package vaiwg.verification.oracle;

/** What kinds of forces there are among random ones, by their numbers. */
enum KindOfForce {
    /** A short history of a few crimes. */
    SMALL,
    /** Like a public archive; such figures appear only at the first of a month. */
    BY_MONTH,
    /** Reaches back beyond the longest horizon, and most of its crimes are old enough for it. */
    LONG,
    /** As long, of a few suspects and victims who meet again and again, and of whose management much is known. */
    OF_FEW_PERSONS,
    /** As long, with so many crimes that at most ages a case is open: what is estimated rests on that. */
    LONG_AND_CROWDED,
    /** As full, of a source that knows only months. */
    CROWDED_BY_MONTH,
    /** Most crimes are of one victim, one suspect and one place: two hundred records meet in each. */
    SKEWED;

    private static final int LONGEST_DAYS = 500;
    private static final int SHORTEST_DAYS = 30;
    private static final int LONG_ENOUGH_DAYS = 730;

    static KindOfForce of(int force) {
        if (force % 40 == 13) {
            return LONG_AND_CROWDED;
        }
        if (force % 40 == 25) {
            return CROWDED_BY_MONTH;
        }
        if (force % 200 == 71) {
            return SKEWED;
        }
        return force % 5 == 0 ? BY_MONTH : force % 10 == 3 ? LONG : force % 10 == 6 ? OF_FEW_PERSONS : SMALL;
    }

    boolean knowsOnlyMonths() {
        return this == BY_MONTH || this == CROWDED_BY_MONTH;
    }

    boolean isLong() {
        return this == LONG || this == LONG_AND_CROWDED || this == OF_FEW_PERSONS;
    }

    boolean isCrowded() {
        return this == CROWDED_BY_MONTH || this == LONG_AND_CROWDED;
    }

    /** How many days its history has. */
    int days(Dice dice) {
        return isLong() ? LONG_ENOUGH_DAYS + SHORTEST_DAYS : dice.between(SHORTEST_DAYS, LONGEST_DAYS);
    }

    int crimes(Dice dice) {
        return switch (this) {
            case LONG_AND_CROWDED, CROWDED_BY_MONTH -> dice.between(80, 120);
            case SKEWED -> dice.between(240, 260);
            case OF_FEW_PERSONS -> dice.between(30, 40);
            case BY_MONTH, LONG -> dice.between(15, 30);
            case SMALL -> dice.between(5, 15);
        };
    }

    /** Of what is rare a few; where there is time for it so many that one more or less makes a percentile another. */
    int subjects(Dice dice) {
        return this == LONG || this == LONG_AND_CROWDED ? dice.between(8, 16) : dice.between(1, 4);
    }
}
