package vaiwg.board.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.Reading;

/** Says which figures of pages are better than a year before, by more than chance explains. */
final class BetterThanBefore {
    private final Material material;

    BetterThanBefore(Material material) {
        this.material = material;
    }

    private record Improved(MeasureEntry measure, Figure now, FigureChange change) {}

    /** The one that improved most, those of page 1 first, how many more there are, and what is left; empty where there is none. */
    Optional<Statement> statement(String left) {
        List<Improved> improved = material.dictionary().all().stream()
                .filter(measure -> !measure.restricted() && measure.place() != MeasureEntry.Place.ANNEX)
                .flatMap(measure -> ThemeTable.reading(material, measure).stream()
                        .flatMap(reading -> improved(measure, reading).stream()))
                .sorted(Comparator.comparing((Improved one) -> !one.measure().isOnPage1())
                        .thenComparing(Comparator.comparingDouble(
                                        (Improved one) -> Math.abs(one.change().amount()))
                                .reversed()))
                .toList();
        if (improved.isEmpty()) {
            return Optional.empty();
        }
        Improved most = improved.get(0);
        int others = improved.size() - 1;
        String more = others == 0
                ? ""
                : " " + ReportWords.capital(ReportWords.counted(others, "more figure is", "more figures are"))
                        + " better too.";
        return Optional.of(new Statement(
                Optional.empty(),
                "Better than a year ago:",
                most.measure().shortTitle() + " " + ValueText.of(most.now(), false) + ", "
                        + ValueText.change(most.change()) + "." + more + " " + left,
                Optional.of(most.measure().area())));
    }

    private Optional<Improved> improved(MeasureEntry measure, Reading reading) {
        String slice = measure.slice();
        Figure now = Figures.of(measure, reading, slice, Optional.of(material.now()), material.asAt());
        Figure before = Figures.of(measure, reading, slice, material.aYearBefore(slice), material.asAt());
        FigureChange change = Figures.change(measure, now, material.now(), before, material.aYearBefore(slice));
        return change.isKnown() && !measure.shownAsCount() && YearTest.isBetter(measure, now, before)
                ? Optional.of(new Improved(measure, now, change))
                : Optional.empty();
    }
}
