package vaiwg.demo.synthetic;

/**
 * What is decided about a case at its beginning and rules the whole of it.
 *
 * @param domestic whether it is domestic abuse, marked or not
 * @param exit how the investigation ends
 * @param assignedAt when, in epoch milliseconds; {@link Long#MAX_VALUE} where it stays open
 * @param suspectAt when the suspect becomes known; {@link Long#MAX_VALUE} where never
 * @param removedAt when the record is cancelled, transferred or merged; {@link Long#MAX_VALUE} where it stays
 * @param reinstatedAt when it comes back; {@link Long#MAX_VALUE} where never
 * @param outcomeFirst whether the outcome is entered before the crime
 */
record CaseFile(
        CasePlan plan,
        String reference,
        boolean domestic,
        CrimePeople people,
        Incident incident,
        CaseEnding exit,
        long assignedAt,
        long suspectAt,
        long removedAt,
        long reinstatedAt,
        boolean outcomeFirst) {
    /** What is assumed of cases of its group in its area. */
    CaseFigures figures() {
        return new CaseFigures(plan.group(), incident.area());
    }

    /** A share whose odds were improved in some areas from a day on. */
    double improved(String name) {
        double odds =
                plan.day() < Figures.whole("improved_from_day") ? 1 : Figures.of("improved_odds." + incident.area(), 1);
        return CaseFigures.withOdds(figures().share(name), odds);
    }

    /** Whether the record is gone for good at an instant. */
    boolean goneAt(long instant) {
        return instant >= removedAt && reinstatedAt == Long.MAX_VALUE;
    }
}
