package vaiwg.board.disclosure;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vaiwg.board.files.ReportFigures;
import vaiwg.board.files.ShownFigure;
import vaiwg.board.report.AreaPage;
import vaiwg.board.report.Backlog;
import vaiwg.board.report.CharacteristicsPage;
import vaiwg.board.report.Composition;
import vaiwg.board.report.Figure;
import vaiwg.board.report.Report;

/**
 * Attacks a report as it is about to be issued, by what it shows and by nothing of how that was chosen.
 */
public final class DisclosureAudit {
    private final ReportCounts numbers;
    private final Report issued;

    private DisclosureAudit(ReportCounts numbers, Report issued) {
        this.numbers = numbers;
        this.issued = issued;
    }

    /**
     * What a reader of a report, and of the one before, can tell to within less than five though it is below five: each in a sentence for
     * who may see it, since it holds the number.
     *
     * @param full the report with all its numbers, without what its tier must not hold at all
     * @param issued the same as its readers get it
     * @param previous the report before, as it was issued
     */
    public static List<String> leaks(Report full, Report issued, Optional<Report> previous) {
        ReportCounts numbers = new ReportCounts(full, previous);
        DisclosureAudit audit = new DisclosureAudit(numbers, issued);
        Attack attack = new Attack(numbers.counts);
        BitSet withheld = audit.withheld();
        Told told = Told.by(numbers.counts, new Groups(numbers.counts), attack, withheld, audit.few(withheld));
        return attack.leaks(withheld, told).stream()
                .map(leak -> "The " + numbers.counts.name(leak.cell()) + " lies between " + leak.lower() + " and "
                        + leak.upper() + ".")
                .toList();
    }

    private BitSet withheld() {
        BitSet withheld = new BitSet();
        List<Figure> figures =
                ReportFigures.distinct(issued).stream().map(ShownFigure::figure).toList();
        numbers.figures.forEach((figure, unit) -> withheld.set(
                unit,
                !isFixed(unit)
                        && figures.stream()
                                .noneMatch(shown -> ReportCounts.isSame(figure, shown)
                                        && figure.asAt().equals(shown.asAt())
                                        && shows(figure, shown))));
        numbers.areasKnown.forEach((known, unit) -> withheld.set(
                unit,
                !isFixed(unit)
                        && issued.quality().areasKnown().stream()
                                .noneMatch(row -> row.figure().equals(known))));
        List<ShownPoint> points = ShownPoint.of(issued);
        numbers.points.forEach((point, unit) -> withheld.set(
                unit,
                !isFixed(unit)
                        && points.stream()
                                .noneMatch(shown -> point.isOfSamePeriod(shown)
                                        && near(
                                                point.point().numerator(),
                                                shown.point().numerator()))));
        numbers.levels.forEach((stock, unit) -> withheld.set(unit, !isFixed(unit) && !isShown(stock)));
        numbers.bars.forEach((whole, bars) -> {
            Optional<Composition> shown = compositions()
                    .filter(other -> other.title().equals(whole.title()))
                    .findFirst();
            for (int i = 0; i < bars.parts().size(); i++) {
                String part = whole.parts().get(i);
                boolean gone = shown.isEmpty() || !shown.get().parts().contains(part);
                withheld.set(bars.parts().get(i), gone && !isFixed(bars.parts().get(i)));
            }
            bars.wholes().forEach(unit -> withheld.set(unit, shown.isEmpty() && !isFixed(unit)));
        });
        return withheld;
    }

    /** The units that say "fewer than five" where the report has them. */
    private BitSet few(BitSet withheld) {
        BitSet few = new BitSet();
        List<Figure> said = ReportFigures.distinct(issued).stream()
                .map(ShownFigure::figure)
                .filter(figure -> figure.state() == Figure.State.BELOW_FIVE)
                .toList();
        numbers.figures.forEach((figure, unit) -> few.set(
                unit,
                withheld.get(unit)
                        && Told.isSmall(numbers.counts, unit)
                        && said.stream()
                                .anyMatch(shown -> ReportCounts.isSame(figure, shown)
                                        && figure.asAt().equals(shown.asAt()))));
        return few;
    }

    private boolean isFixed(int unit) {
        return numbers.counts.units().get(unit).fixed();
    }

    private static boolean shows(Figure figure, Figure shown) {
        if (figure.state() == Figure.State.NONE) {
            return shown.state() == Figure.State.NONE;
        }
        return near(figure.numerator(), shown.numerator()) && near(figure.denominator(), shown.denominator());
    }

    /** The same number, or the same rounded. */
    private static boolean near(Integer exact, Integer shown) {
        return exact == null
                ? shown == null
                : shown != null && (shown.equals(exact) || shown == Rounding.rounded(exact.intValue()));
    }

    private boolean isShown(ReportCounts.Stock stock) {
        return issued.areas().stream()
                .flatMap(area -> area.backlogs().stream())
                .map(Backlog::periods)
                .anyMatch(levels -> levels.contains(stock.level()));
    }

    private Stream<Composition> compositions() {
        return Stream.concat(
                issued.areas().stream().map(AreaPage::composition).flatMap(Optional::stream),
                issued.characteristics().flatMap(CharacteristicsPage::record).stream());
    }
}
