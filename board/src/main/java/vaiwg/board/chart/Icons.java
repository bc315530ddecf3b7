package vaiwg.board.chart;

import vaiwg.board.report.Judgement;
import vaiwg.board.report.Target;
import vaiwg.board.report.Verdict;

/** Pictures of verdicts and targets: a shape with an arrow or a sign. The word always stands beside them, so they are silent. */
public final class Icons {
    private static final double SIZE = 18;
    private static final String UP = "M14 20.5L14 8.5M9 13.2L14 8.2L19 13.2";
    private static final String DOWN = "M14 7.5L14 19.5M9 14.8L14 19.8L19 14.8";

    private Icons() {}

    /** Of a verdict, with the way in which the figure moved. */
    public static String of(Judgement judgement) {
        String moved = !judgement.verdict().isSignal() || judgement.side() == 0
                ? ""
                : judgement.side() > 0 ? ", up" : ", down";
        Svg svg = Svg.icon(SIZE, judgement.verdict().word() + moved);
        switch (judgement.verdict()) {
            case CONCERN -> svg.path(Ink.ICON_CONCERN, Svg.diamond(14, 14, 13.2));
            case BETTER -> {
                svg.circle(Ink.ICON_RING, 14, 14, 12.7);
                svg.circle(Ink.ICON_BETTER, 14, 14, 9.8);
            }
            case CHANGE -> svg.rectangle(Ink.ICON_CHANGE, 2, 2, 24, 24, 4);
            case USUAL, USUAL_RISE, USUAL_FALL -> {
                svg.circle(Ink.ICON_OPEN, 14, 14, 12);
                svg.path(Ink.ICON_SIGN, "M6.5 16C8.9 9.5 11.5 9.5 14 14C16.5 18.5 19.1 18.5 21.5 12");
            }
            case TOO_FEW, NO_LIMITS, NOT_CHARTED -> {
                svg.circle(Ink.ICON_DASHED, 14, 14, 12);
                svg.path(Ink.ICON_SIGN, "M8 14L20 14");
            }
        }
        if (judgement.verdict().isSignal() && judgement.side() != 0) {
            svg.path(Ink.ICON_ARROW, judgement.side() > 0 ? UP : DOWN);
        }
        return svg.done();
    }

    /** Of a verdict that is signalled upwards or downwards, for the key. */
    public static String of(Verdict verdict, int side) {
        return of(new Judgement(verdict, side));
    }

    /** Whether a target will be met. */
    public static String of(Target.Assurance assurance) {
        Svg svg = Svg.icon(SIZE, "Target");
        switch (assurance) {
            case MEETS -> tick(svg);
            case MISSES -> {
                svg.path(Ink.ICON_MISS, Svg.diamond(14, 14, 12.5));
                svg.path(Ink.ICON_CROSS, "M10 10L18 18M18 10L10 18");
            }
            case HIT_OR_MISS -> {
                svg.circle(Ink.ICON_DASHED, 14, 14, 12);
                svg.path(
                        Ink.ICON_SIGN,
                        "M10.5 11.3C10.5 9.3 12.1 7.7 14.1 7.7C16.1 7.7 17.6 9.3 17.6 11.2C17.6 12.9 16.5 14.1 15.5 14.6C14.4 15.1 14 15.6 14 16.9"
                                + "M14 19.8L14 20.1");
            }
            case UNKNOWN -> {
                svg.circle(Ink.ICON_DASHED, 14, 14, 12);
                svg.path(Ink.ICON_SIGN, "M8 14L20 14");
            }
        }
        return svg.done();
    }

    /** Of what is as it should be. */
    public static String met() {
        Svg svg = Svg.icon(SIZE, "As it should be");
        tick(svg);
        return svg.done();
    }

    /** Of plain information. */
    public static String information() {
        Svg svg = Svg.icon(SIZE, "Information");
        svg.circle(Ink.ICON_OPEN, 14, 14, 12);
        svg.path(Ink.ICON_SIGN, "M14 12.5L14 19.5M14 8L14 8.3");
        return svg.done();
    }

    private static void tick(Svg svg) {
        svg.circle(Ink.ICON_RING, 14, 14, 12);
        svg.path(Ink.ICON_TICK, "M8 14.5L12.5 19L20.5 9.5");
    }
}
