package vaiwg.board.report;

import java.time.LocalDate;

/**
 * Of how many cases of a figure the policing area is known, in whole percents: how many are not known is in no form of the report.
 *
 * @param percent the nearest; {@link #ENOUGH} stands for that or more. Null where it would reveal the number of unknown ones to within less
 *     than five, or what an area has that is withheld
 */
public record AreaKnown(
        String title, String kpi, String basis, String window, String slice, LocalDate asAt, Integer percent) {
    /** From this percentage on values are not distinguished. */
    public static final int ENOUGH = 95;

    private static final int WHOLE = 100;
    /** Numbers that are possible beside the true one. */
    private static final int LEAST_OTHERS = 4;

    /** Of a figure's cases: how many of all are of an unknown area. */
    public static AreaKnown of(String title, Figure figure, int unknown, int all) {
        int nearest = (int) Math.floorDiv(2L * WHOLE * (all - unknown) + all, 2L * all);
        AreaKnown shown = of(title, figure, Math.min(ENOUGH, nearest));
        return shown.most(all) - shown.fewest(all) < LEAST_OTHERS ? shown.withheld() : shown;
    }

    private static AreaKnown of(String title, Figure figure, Integer percent) {
        return new AreaKnown(
                title, figure.kpi(), figure.basis(), figure.window(), figure.slice(), figure.asAt(), percent);
    }

    public boolean isShown() {
        return percent != null;
    }

    public boolean isEnough() {
        return isShown() && percent == ENOUGH;
    }

    /** How few of all cases can be of an unknown area, by what is shown. */
    public int fewest(int all) {
        return isEnough() ? 0 : all - fewestKnown(all, percent + 1) + 1;
    }

    /** How many of all cases can be of an unknown area at most. */
    public int most(int all) {
        return all - fewestKnown(all, percent);
    }

    /** Of which the nearest percentage is no less. */
    private static int fewestKnown(int all, int least) {
        return (int) Math.max(0, -Math.floorDiv(all * (1L - 2 * least), 2 * WHOLE));
    }

    /** As a figure, by which the rules of small numbers go. */
    public Figure figure() {
        Figure none = Figure.without(kpi, basis, window, slice, asAt, Unit.SHARE, Figure.State.SUPPRESSED);
        return isShown() ? none.with(null, null, percent / (double) WHOLE, Figure.State.SHOWN) : none;
    }

    public AreaKnown withheld() {
        return of(title, figure(), null);
    }
}
