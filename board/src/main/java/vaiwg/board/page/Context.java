package vaiwg.board.page;

import java.util.Optional;
import java.util.Set;
import vaiwg.board.report.AreaPage;
import vaiwg.board.report.Edition;
import vaiwg.board.report.Matter;
import vaiwg.board.report.OwnerComment;
import vaiwg.board.report.Report;
import vaiwg.board.text.Dates;

/** What every template needs: the report, the ids given so far, and where its other pages are. */
final class Context {
    private final Report report;
    private final Links links;
    private final Anchors anchors = new Anchors();
    private final Set<PageId> pages;

    Context(Report report, Links links) {
        this.report = report;
        this.links = links;
        this.pages = Set.copyOf(PageId.all(report));
        PageId.all(report).forEach(page -> anchors.claim(page.anchor()));
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

    String link(PageId page) {
        return links.to(page);
    }

    /** Where a matter is answered, by the first of its signals; null where it cannot be. */
    String answer(Matter matter) {
        return matter.signalIds().stream()
                .findFirst()
                .flatMap(signal -> links.answer(edition().force(), signal))
                .orElse(null);
    }

    /** Likewise where the matter of a comment is answered. */
    String answer(OwnerComment comment) {
        return report.signals().open().stream()
                .filter(matter -> matter.title().equals(comment.matter()))
                .findFirst()
                .map(this::answer)
                .orElse(null);
    }

    /** The page a statement refers to, if the report has it. */
    Optional<PageId> reference(Optional<String> area) {
        return area.map(PageId::referredTo).filter(pages::contains);
    }

    /** How a reference is written: "area 2", "signals". */
    String name(PageId page) {
        return area(page).map(area -> "area " + area.number()).orElse(page.anchor());
    }

    /** A page's title, for the list of pages. */
    String title(PageId page) {
        return switch (page.kind()) {
            case SUMMARY -> "Summary";
            case AREA ->
                area(page).map(area -> area.number() + " " + area.title()).orElseThrow();
            case CHARACTERISTICS -> "Protected characteristics of victims";
            case SIGNALS -> "Signals, and what was done";
            case GOVERNANCE -> "Recommendations, plan and posts";
            case REVISIONS -> "What moved since it was published";
            case QUALITY -> "Data quality";
            case READING -> "How to read this report";
            case ANNEX -> "Annex: all other measures";
            case DEFINITIONS -> "Definitions";
        };
    }

    /** Whether an area says so little that it needs no sheet of its own: nothing that is drawn. */
    boolean isBrief(AreaPage area) {
        return area.main().isEmpty()
                && area.multiples().isEmpty()
                && area.areas().isEmpty()
                && area.backlogs().isEmpty();
    }

    /** Whether a page's title and its owner do not fit into one line, roughly: 10 px a letter of the one, 6 px of the other. */
    boolean crowded(PageId page, String owner) {
        return 10 * title(page).length() + 6 * owner.length() > 680;
    }

    /** The day of the last report over a column: "1 Oct". */
    String sincePrevious() {
        return edition()
                .previous()
                .map(day -> "Since " + Dates.brief(day).replace(' ', '\u00a0'))
                .orElse("Since last report");
    }

    /** Whether there is a last report; where there is none, no column says how much has changed since. */
    boolean hasPrevious() {
        return edition().previous().isPresent();
    }

    /** Whether the report has a page. */
    boolean has(PageId page) {
        return pages.contains(page);
    }

    private Optional<AreaPage> area(PageId page) {
        return report.areas().stream()
                .filter(area -> page.equals(PageId.area(area.slug())))
                .findFirst();
    }
}
