package vaiwg.board.disclosure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vaiwg.board.disclosure.ReportCounts.Stock;
import vaiwg.board.files.ReportFigures;
import vaiwg.board.files.ShownFigure;
import vaiwg.board.report.AreaKnown;
import vaiwg.board.report.Backlog;
import vaiwg.board.report.BlockPoint;
import vaiwg.board.report.Composition;
import vaiwg.board.report.Figure;
import vaiwg.board.report.FigureChange;
import vaiwg.board.report.Report;

/**
 * What the public tier holds at all: closed periods that overlap with none published before, slices of at most two dimensions, shares of
 * at least 30 cases. Neither stocks, which never close, nor changes, which tell of two periods at once.
 */
final class PublicFigures implements DisclosureRule {
    private static final int LEAST_WHOLE = 30;
    private static final int MOST_DIMENSIONS = 2;

    private final List<Figure> before;
    private final boolean overlaps;
    private final Sentences sentences = new Sentences(true);

    PublicFigures(Optional<Report> previous) {
        this.before = previous.stream()
                .flatMap(report -> Stream.concat(
                        ReportFigures.distinct(report).stream().map(ShownFigure::figure),
                        report.quality().areasKnown().stream().map(AreaKnown::figure)))
                .filter(figure -> figure.isShown() && isWindow(figure))
                .toList();
        this.overlaps = previous.isPresent();
    }

    @Override
    public Figure figure(Figure figure) {
        boolean isStock = !isWindow(figure);
        boolean isFine = SliceKey.of(figure.slice()).dimensions().size() > MOST_DIMENSIONS;
        if (isStock || isFine || overlaps && overlapsWithPublished(figure)) {
            return figure.without(Figure.State.SUPPRESSED);
        }
        if (figure.denominator() != null
                && figure.denominator() < LEAST_WHOLE
                && figure.state() == Figure.State.SHOWN) {
            return figure.with(figure.numerator(), figure.denominator(), Double.NaN, Figure.State.COUNT_ONLY);
        }
        return figure;
    }

    private boolean overlapsWithPublished(Figure figure) {
        return before.stream()
                .anyMatch(then -> then.kpi().equals(figure.kpi())
                        && then.basis().equals(figure.basis())
                        && start(figure).isBefore(end(then))
                        && start(then).isBefore(end(figure)));
    }

    private static boolean isWindow(Figure figure) {
        return figure.window().matches("[0-9]+[dm]");
    }

    private static boolean isByMonth(Figure figure) {
        return figure.window().endsWith("m");
    }

    /** A horizon moves both ends of a window alike. */
    private static LocalDate end(Figure figure) {
        return isByMonth(figure) ? figure.asAt().withDayOfMonth(1) : figure.asAt();
    }

    private static LocalDate start(Figure figure) {
        String window = figure.window();
        int length = Integer.parseInt(window.substring(0, window.length() - 1));
        return isByMonth(figure) ? end(figure).minusMonths(length) : end(figure).minusDays(length);
    }

    @Override
    public Optional<BlockPoint> point(ShownPoint point) {
        Integer whole = point.point().denominator();
        boolean isFew = whole != null && whole < LEAST_WHOLE;
        boolean isFine = SliceKey.of(point.slice()).dimensions().size() > MOST_DIMENSIONS;
        return isFew || isFine ? Optional.empty() : Optional.of(point.point());
    }

    @Override
    public Optional<Backlog.Level> level(Stock stock) {
        return Optional.empty();
    }

    /** Its bars are of windows, as figures are. */
    @Override
    public Optional<Composition> composition(Composition whole) {
        return overlaps ? Optional.empty() : Optional.of(whole);
    }

    @Override
    public FigureChange change(Figure now, FigureChange change) {
        return new FigureChange(Double.NaN, change.unit());
    }

    @Override
    public Sentences sentences() {
        return sentences;
    }
}
