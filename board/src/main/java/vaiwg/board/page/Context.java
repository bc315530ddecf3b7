package vaiwg.board.page;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vaiwg.board.report.Block;
import vaiwg.board.report.Edition;
import vaiwg.board.report.Matter;
import vaiwg.board.report.Page;
import vaiwg.board.report.Report;

/** What every template needs: the report, the ids given so far, and where its other pages are. */
final class Context {
    /** A table of more lines may be broken over two sheets, each with its head. */
    private static final int SHORT = 14;

    private final Report report;
    private final Links links;
    private final Anchors anchors = new Anchors();
    private final Set<String> measures;

    Context(Report report, Links links) {
        this.report = report;
        this.links = links;
        this.measures = links == Links.WITHIN
                ? Set.of()
                : report.measures().stream().map(measure -> measure.page().id()).collect(Collectors.toSet());
        report.pages().forEach(page -> anchors.claim(page.id()));
    }

    Report report() {
        return report;
    }

    Edition edition() {
        return report.edition();
    }

    String claim(String id) {
        return anchors.claim(id);
    }

    /** @param id of a page */
    String link(String id) {
        return links.to(id);
    }

    boolean isFirst(Page page) {
        return page.equals(report.pages().get(0));
    }

    /** A page's title behind its number; that of a measure has none. */
    String title(Page page) {
        int place = report.pages().indexOf(page);
        return place < 0 ? page.title() : (place + 1) + " " + page.title();
    }

    String measure(String kpi) {
        return "measure-" + kpi.replace('_', '-');
    }

    /** Whether a measure has a page here: in a document that is read without a server none has. */
    boolean hasMeasure(String kpi) {
        return measures.contains(measure(kpi));
    }

    /** The page a sentence refers to, if the report has it. */
    Optional<Page> reference(Optional<String> id) {
        return id.flatMap(wanted ->
                report.pages().stream().filter(page -> page.id().equals(wanted)).findFirst());
    }

    /** Where a matter is answered, by the first of its signals; null where it cannot be. */
    String answer(Matter matter) {
        return matter.signalIds().stream()
                .findFirst()
                .flatMap(signal -> links.answer(edition().force(), signal))
                .orElse(null);
    }

    /** Whether a block stands on one sheet. */
    boolean isShort(Block block) {
        if (block instanceof Block.FiguresTable table) {
            return table.rows().size() <= SHORT;
        }
        if (block instanceof Block.Grid grid) {
            return grid.lines().size() <= SHORT;
        }
        return !(block instanceof Block.Promises) && !(block instanceof Block.Matters);
    }
}
