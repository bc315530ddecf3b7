package vaiwg.board.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vaiwg.board.Digits;
import vaiwg.board.figures.Reading;
import vaiwg.board.report.Block.Bar;
import vaiwg.board.report.Block.Part;

/** How many of the cases of a theme are left at each step from the report to the charge. */
final class Funnel {
    private Funnel() {}

    /** None where one of its figures is not shown: the others would not be what is left. */
    static Block.Bars of(Facts facts, String theme) {
        String slice = Slices.ofTheme(theme);
        Optional<Figure> support = facts.figure("victim_does_not_support", slice);
        List<Bar> bars = Stream.of(
                        bar("Reported and recorded", facts.figure("victim_attrition", slice), Part.WHOLE),
                        bar("Suspect named within 28 days", facts.figure("suspect_identified_28d", slice), Part.COUNT),
                        bar("Victim still with the case", support, Part.REST),
                        bar("Charged or summonsed", facts.figure("charge_rate", slice), Part.COUNT))
                .flatMap(Optional::stream)
                .toList();
        String people = facts.figure("victim_attrition_victims", slice)
                .filter(Figure::isShown)
                .map(figure -> " They are reports of " + Digits.count(figure.denominator()) + " people.")
                .orElse("");
        return new Block.Bars(
                "Of every report",
                bars.isEmpty() ? "" : Bases.period(reading(bars.get(0).figure()), facts.asAt()) + ", 90 days on." + people,
                bars);
    }

    private static Reading reading(Figure figure) {
        return new Reading(figure.basis(), figure.window());
    }

    private static Optional<Bar> bar(String title, Optional<Figure> figure, Part part) {
        return figure.filter(shown -> shown.state() == Figure.State.SHOWN).map(shown -> new Bar(title, shown, part));
    }
}
