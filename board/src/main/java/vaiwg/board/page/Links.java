package vaiwg.board.page;

import java.util.Optional;

/** Where a page is found: in the same document, or where a server shows it. */
@FunctionalInterface
public interface Links {
    /** All pages in one document. */
    Links WITHIN = id -> "#" + id;

    /** @param id of the page */
    String to(String id);

    /** Where a signal is answered; empty for a document, which is read without a server. */
    default Optional<String> answer(String force, String signalId) {
        return Optional.empty();
    }
}
