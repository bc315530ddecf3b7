package vaiwg.board.page;

import java.util.HashSet;
import java.util.Set;

/** Ids of a document, each given once; from one report they are always the same. */
final class Anchors {
    private final Set<String> given = new HashSet<>();

    /** The id of a matter, by the first of its signals. */
    static String signal(String signalId) {
        return slug("signal-" + signalId);
    }

    /** The id, or with a number behind it where it is given already. */
    String claim(String id) {
        String free = id;
        for (int i = 2; !given.add(free); i++) {
            free = id + "-" + i;
        }
        return free;
    }

    private static String slug(String text) {
        return text.replaceAll("[^A-Za-z0-9_-]+", "-");
    }
}
