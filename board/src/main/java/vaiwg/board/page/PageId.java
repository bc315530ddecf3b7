package vaiwg.board.page;

import java.util.ArrayList;
import java.util.List;
import vaiwg.board.report.AreaPage;
import vaiwg.board.report.Report;

/**
 * A page of a report.
 *
 * @param slug of the area; empty for the others
 */
public record PageId(Kind kind, String slug) {
    /** What a page is about, in the order of the pages. */
    public enum Kind {
        SUMMARY("summary"),
        AREA("area"),
        CHARACTERISTICS("characteristics"),
        SIGNALS("signals"),
        GOVERNANCE("governance"),
        REVISIONS("revisions"),
        QUALITY("quality"),
        READING("reading"),
        ANNEX("annex"),
        DEFINITIONS("definitions");

        private final String anchor;

        Kind(String anchor) {
            this.anchor = anchor;
        }
    }

    /** A page of which there is one. */
    public static PageId of(Kind kind) {
        return new PageId(kind, "");
    }

    public static PageId area(String slug) {
        return new PageId(Kind.AREA, slug);
    }

    /** The pages that a report has, in order. Figures of conduct are on no chart, so a restricted annex has no signals. */
    public static List<PageId> all(Report report) {
        List<PageId> pages = new ArrayList<>();
        pages.add(of(Kind.SUMMARY));
        report.areas().stream().map(AreaPage::slug).map(PageId::area).forEach(pages::add);
        if (report.characteristics().isPresent()) {
            pages.add(of(Kind.CHARACTERISTICS));
        }
        if (!report.restricted()) {
            pages.add(of(Kind.SIGNALS));
            report.governance().ifPresent(page -> pages.add(of(Kind.GOVERNANCE)));
            pages.add(of(Kind.REVISIONS));
        }
        if (!report.quality().lines().isEmpty()) {
            pages.add(of(Kind.QUALITY));
        }
        pages.add(of(Kind.READING));
        if (!report.annex().isEmpty() || !AreaTable.all(report).isEmpty()) {
            pages.add(of(Kind.ANNEX));
        }
        if (!report.quality().definitions().isEmpty()) {
            pages.add(of(Kind.DEFINITIONS));
        }
        return pages;
    }

    /** Its id in the document, for links to it: {@code area-criminal-justice}, {@code signals}. */
    public String anchor() {
        return kind == Kind.AREA ? kind.anchor + "-" + slug : kind.anchor;
    }

    /** The page that a statement refers to by an area's slug or by the name of another page. */
    static PageId referredTo(String reference) {
        for (Kind kind : Kind.values()) {
            if (kind != Kind.AREA && kind.anchor.equals(reference)) {
                return of(kind);
            }
        }
        return area(reference);
    }
}
