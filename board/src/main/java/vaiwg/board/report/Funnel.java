package vaiwg.board.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vaiwg.board.figures.Reading;
import vaiwg.board.report.Block.Bar;
import vaiwg.board.report.Block.Part;
import vaiwg.kpis.catalogue.Slice;
import vaiwg.kpis.text.Digits;

/** Of the reported crimes of a theme, in how many no suspect was found, support ended, or somebody was charged: all of the same cases, followed as long. */
final class Funnel {
    private static final String SUPPORT_ENDED = "victim_attrition";
    private static final String CHARGED = "charge_rate";

    private Funnel() {}

    /** Of reports that were followed for a year, or else as long as attrition is read; none where the theme's cases are not shown. */
    static Block.Bars of(Facts facts, String title, String theme) {
        String slice = Slice.ofTheme(theme);
        Optional<Reading> whole =
                shown(facts.figure(CHARGED, FollowUp.A_YEAR_ON, slice)).map(charged -> FollowUp.A_YEAR_ON);
        return Stream.of(whole, facts.measure(SUPPORT_ENDED).flatMap(facts::reading))
                .flatMap(Optional::stream)
                .flatMap(reading -> facts.figure(SUPPORT_ENDED, reading, slice).filter(Figure::isShown).stream()
                        .map(recorded -> bars(facts, title, slice, reading, recorded)))
                .findFirst()
                .orElse(new Block.Bars(title, "", List.of()));
    }

    /** A step that is not shown is left out. */
    private static Block.Bars bars(Facts facts, String title, String slice, Reading reading, Figure recorded) {
        Optional<Figure> unsolved = facts.figure("substitution", reading, Slice.both("outcome=18", slice));
        Optional<Figure> charged = facts.figure(CHARGED, reading, slice);
        List<Bar> bars = Stream.of(
                        Optional.of(new Bar("Reported and recorded", recorded, Part.WHOLE)),
                        step("No suspect found (OC18)", unsolved, Part.COUNT),
                        // As attrition is told everywhere else: its rest would stand beside the paper's share of those
                        // that ended.
                        step("Victim attrition (OC16)", Optional.of(recorded), Part.COUNT),
                        step("Charged or summonsed", charged, Part.COUNT))
                .flatMap(Optional::stream)
                .toList();
        String people = facts.figure("victim_attrition_victims", reading, slice)
                .filter(figure -> figure.isShown() && figure.denominator() > 0)
                .map(figure -> ", of " + Digits.counted(figure.denominator(), "person", "people"))
                .orElse("");
        String horizon = Bases.horizon(reading.basis());
        Stream<Figure> others = unsolved.filter(figure -> figure.state() != Figure.State.NOT_KEPT).stream();
        String rest = shown(charged)
                .flatMap(last ->
                        rest(Stream.concat(others, Stream.of(recorded, last)).toList()))
                .filter(facts::tells)
                .map(number -> " Other or still open: " + Digits.count(number) + ".")
                .orElse("");
        return new Block.Bars(
                title,
                Bases.brief(reading, facts.asAt())
                        + people
                        + (horizon.isEmpty() ? "." : ", as each stood " + horizon + " later.")
                        + rest,
                bars);
    }

    /**
     * How many of the cases are on no step: they have another outcome, or none yet. Empty where a step is withheld, whose number it would help to
     * tell, or is of other cases.
     *
     * @param steps at least one, of which no case is on two
     */
    static Optional<Integer> rest(List<Figure> steps) {
        Integer whole = steps.get(0).denominator();
        boolean told = steps.stream()
                .allMatch(figure -> figure.state() == Figure.State.SHOWN
                        && figure.numerator() != null
                        && figure.denominator() != null
                        && figure.denominator().equals(whole));
        return told
                ? Optional.of(whole - steps.stream().mapToInt(Figure::numerator).sum())
                : Optional.empty();
    }

    private static Optional<Bar> step(String title, Optional<Figure> figure, Part part) {
        return shown(figure).map(shown -> new Bar(title, shown, part));
    }

    private static Optional<Figure> shown(Optional<Figure> figure) {
        return figure.filter(one -> one.state() == Figure.State.SHOWN);
    }
}
