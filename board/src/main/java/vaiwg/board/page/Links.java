package vaiwg.board.page;

/** Where a page is found: in the same document, or where a server shows it. */
@FunctionalInterface
public interface Links {
    /** All pages in one document. */
    Links WITHIN = page -> "#" + page.anchor();

    String to(PageId page);
}
