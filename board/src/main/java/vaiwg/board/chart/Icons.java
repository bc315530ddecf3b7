package vaiwg.board.chart;

import vaiwg.board.figures.PublishedVerdict;

/** Pictures of states and targets: a shape with a sign. The word always stands beside them, so they are silent. */
public final class Icons {
    private static final double SIZE = 18;

    private Icons() {}

    /** Of what is to be done about a figure. */
    public static String of(PublishedVerdict.State state) {
        Svg svg = Svg.icon(SIZE, state.word());
        switch (state) {
            case ACT -> {
                svg.path(Ink.ICON_CONCERN, Svg.diamond(14, 14, 13.2));
                svg.path(Ink.ICON_ARROW, "M14 7L14 15.5M14 20.2L14 20.5");
            }
            case WATCH -> {
                svg.path(Ink.ICON_MISS, Svg.diamond(14, 14, 12.5));
                svg.circle(Ink.ICON_CONCERN, 14, 14, 4);
            }
            case NO_CHANGE -> {
                svg.circle(Ink.ICON_OPEN, 14, 14, 12);
                svg.path(Ink.ICON_SIGN, "M6.5 16C8.9 9.5 11.5 9.5 14 14C16.5 18.5 19.1 18.5 21.5 12");
            }
            case IMPROVING -> {
                svg.circle(Ink.ICON_RING, 14, 14, 12.7);
                svg.circle(Ink.ICON_BETTER, 14, 14, 9.8);
            }
            case TOO_FEW, TOO_YOUNG, NOT_CHARTED -> {
                svg.circle(Ink.ICON_DASHED, 14, 14, 12);
                svg.path(Ink.ICON_SIGN, "M8 14L20 14");
            }
        }
        return svg.done();
    }

    public static String of(PublishedVerdict.Sign sign) {
        return sign instanceof PublishedVerdict.State state ? of(state) : of((PublishedVerdict.TargetState) sign);
    }

    /** Of where a figure stands beside its target. */
    public static String of(PublishedVerdict.TargetState target) {
        Svg svg = Svg.icon(SIZE, target.word());
        switch (target) {
            case MEETS -> {
                svg.circle(Ink.ICON_RING, 14, 14, 12);
                svg.path(Ink.ICON_TICK, "M8 14.5L12.5 19L20.5 9.5");
            }
            case SHORT -> {
                svg.rectangle(Ink.ICON_MISS, 2.5, 2.5, 23, 23);
                svg.path(Ink.ICON_CROSS, "M10 10L18 18M18 10L10 18");
            }
            case NONE -> {
                svg.circle(Ink.ICON_DASHED, 14, 14, 12);
                svg.path(Ink.ICON_SIGN, "M8 14L20 14");
            }
        }
        return svg.done();
    }
}
