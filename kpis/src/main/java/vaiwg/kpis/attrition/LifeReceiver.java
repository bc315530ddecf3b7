package vaiwg.kpis.attrition;

/** Is told of the lives of cases, in any order; what is taken back is told with a negative number. */
public interface LifeReceiver {
    /**
     * Cases began to be open on a day.
     *
     * @param tuple the slices to which they belong
     * @param times how many
     */
    void began(long tuple, int day, int times);

    /** Cases left the open ones. */
    void ended(long tuple, Exit exit, int times);
}
