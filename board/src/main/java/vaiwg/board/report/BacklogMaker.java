package vaiwg.board.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vaiwg.board.Days;
import vaiwg.board.Digits;
import vaiwg.board.figures.LevelReader.Level;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.Reading;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

/** Makes the counts of what is overdue, now and at the end of each period. */
final class BacklogMaker {
    private final Material material;

    BacklogMaker(Material material) {
        this.material = material;
    }

    Backlog of(MeasureEntry measure, Reading reading) {
        Figure overdue = Figures.of(measure, reading, measure.slice(), Optional.of(material.now()), material.asAt());
        List<Backlog.Level> levels = material.levels().stream()
                .filter(level -> level.kpi().equals(measure.kpi()))
                .map(BacklogMaker::level)
                .toList();
        String now = overdue.isShown()
                ? Digits.count(overdue.numerator()) + " of " + Digits.count(overdue.denominator())
                : "None";
        return new Backlog(
                measure.shortTitle(),
                "At the start of " + Days.full(material.asAt()) + ":",
                overdue,
                levels,
                mean(measure),
                beside(measure),
                measure.shortTitle() + ": " + now + " now; at the end of each 28 days "
                        + ReportWords.list(levels.stream()
                                .map(level -> Digits.count(level.number()))
                                .toList())
                        + ".");
    }

    private Optional<Figure> mean(MeasureEntry measure) {
        return ShippedCatalogue.get()
                .inTheMean(measure.kpi())
                .flatMap(mean -> material.dictionary().find(mean.slug()))
                .flatMap(mean -> ThemeTable.reading(material, mean)
                        .filter(reading -> material.now().has(reading.of(mean.kpi(), "")))
                        .map(reading -> Figures.of(
                                mean, reading, measure.slice(), Optional.of(material.now()), material.asAt())));
    }

    private String beside(MeasureEntry measure) {
        return new BesideMaker(material)
                .of(measure, measure.slice()).stream().map(BacklogMaker::said).collect(Collectors.joining(" "));
    }

    private static String said(Beside beside) {
        return Digits.plain(beside.value()) + " was the " + ReportWords.lower(beside.remark());
    }

    private static Backlog.Level level(Level level) {
        return new Backlog.Level(level.asAt(), level.number());
    }
}
