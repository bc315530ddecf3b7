package vaiwg.board.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vaiwg.board.Digits;
import vaiwg.board.figures.Reading;
import vaiwg.board.report.Block.Bar;
import vaiwg.board.report.Block.Part;

/** Of how many of the cases of a theme each way of ending is not the end, and how many were charged: all of the same cases, followed as long. */
final class Funnel {
    private static final String SUPPORT_ENDED = "victim_attrition";

    private Funnel() {}

    /** None where the theme's cases are not shown; a step that is not shown is left out. */
    static Block.Bars of(Facts facts, String title, String theme) {
        String slice = Slices.ofTheme(theme);
        Optional<Figure> recorded = facts.figure(SUPPORT_ENDED, slice).filter(Figure::isShown);
        if (recorded.isEmpty()) {
            return new Block.Bars(title, "", List.of());
        }
        Reading reading =
                new Reading(recorded.get().key().basis(), recorded.get().key().window());
        List<Bar> bars = Stream.of(
                        recorded.map(figure -> new Bar("Reported and recorded", figure, Part.WHOLE)),
                        step(
                                "Not closed with no suspect found (OC18)",
                                facts.figure("substitution", reading, Slices.both("outcome=18", slice)),
                                Part.REST),
                        step(
                                "Not ended without support (OC14, OC16)",
                                facts.figure("victim_does_not_support", reading, slice),
                                Part.REST),
                        step("Charged or summonsed", facts.figure("charge_rate", reading, slice), Part.COUNT))
                .flatMap(Optional::stream)
                .toList();
        String people = facts.figure("victim_attrition_victims", slice)
                .filter(Figure::isShown)
                .map(figure -> " The reports are of " + Digits.count(figure.denominator()) + " people.")
                .orElse("");
        String horizon = Bases.horizon(reading.basis());
        return new Block.Bars(
                title,
                Bases.period(reading, facts.asAt())
                        + (horizon.isEmpty() ? "." : ", as each stood " + horizon + " later.")
                        + people
                        + " Each bar is of all reports.",
                bars);
    }

    private static Optional<Bar> step(String title, Optional<Figure> figure, Part part) {
        return figure.filter(shown -> shown.state() == Figure.State.SHOWN).map(shown -> new Bar(title, shown, part));
    }
}
