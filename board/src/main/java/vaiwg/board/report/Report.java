package vaiwg.board.report;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A report of one snapshot of one force, as the readers of its tier see it.
 *
 * @param pages what the Board reads, in order
 * @param measures one page of each measure: in the workbook, and as live pages
 * @param matters all that are open
 * @param restricted whether this is the restricted annex, which holds conduct figures and nothing else
 */
public record Report(
        Edition edition, List<Page> pages, List<MeasurePage> measures, List<Matter> matters, boolean restricted) {
    /**
     * The page of a measure.
     *
     * @param area the slug of its priority area
     */
    public record MeasurePage(String area, Page page) {}

    public Report {
        Objects.requireNonNull(edition, "edition");
    }

    /** The same of another edition. */
    public Report with(Edition other) {
        return new Report(other, pages, measures, matters, restricted);
    }

    /** A page of either kind by its id. */
    public Optional<Page> page(String id) {
        return all().filter(page -> page.id().equals(id)).findFirst();
    }

    /** All pages, those of measures last. */
    public Stream<Page> all() {
        return Stream.concat(pages.stream(), measures.stream().map(MeasurePage::page));
    }
}
