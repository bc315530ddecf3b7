package vaiwg.kpis.time;

/** How far back a control total of a source may count; for so long after its end it is told of, on pages and by alerts alike. */
public final class TotalsReach {
    public static final int DAYS = 31;

    private TotalsReach() {}
}
