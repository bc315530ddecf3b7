package vaiwg.statistics.attrition;

/** Receives what happened in the follow-up of cases, as a {@link FollowUpCode}. */
public interface LifeVisitor {
    /**
     * @param stratum themes and area as in a dimension key
     * @param monthly whether the source knows only months
     * @param unit the day, or the month
     */
    void visit(int stratum, boolean monthly, int unit, int number, int times);
}
