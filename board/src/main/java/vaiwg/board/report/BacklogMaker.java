package vaiwg.board.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vaiwg.board.Days;
import vaiwg.board.Digits;
import vaiwg.board.figures.LevelReader.Level;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.Reading;

/** Makes the counts of what is overdue, now and at the end of each period. */
final class BacklogMaker {
    private static final String AGES = "The ages of the cases that wait come with a later edition.";

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
                Optional.of(pending(measure)),
                measure.shortTitle() + ": " + now + " now; at the end of each 28 days "
                        + Words.list(levels.stream()
                                .map(level -> Digits.count(level.number()))
                                .toList())
                        + ".");
    }

    /** What is not in the data yet, behind what the count is read beside. */
    private String pending(MeasureEntry measure) {
        return Stream.concat(
                        new BesideMaker(material)
                                .of(measure, measure.slice()).stream().map(BacklogMaker::said),
                        Stream.of(AGES))
                .collect(Collectors.joining(" "));
    }

    private static String said(Beside beside) {
        return Digits.plain(beside.value()) + " was the " + Words.lower(beside.remark());
    }

    private static Backlog.Level level(Level level) {
        return new Backlog.Level(level.asAt(), level.number());
    }
}
