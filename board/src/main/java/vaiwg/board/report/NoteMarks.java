package vaiwg.board.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The marks of a page, each with the note that it points to, in the order in which they are met. */
final class NoteMarks {
    private static final List<String> SIGNS = List.of("†", "§", "¶", "#");

    private final Map<String, String> byNote = new LinkedHashMap<>();

    /** The mark of a note; beyond the fourth they are doubled. */
    String of(String note) {
        return byNote.computeIfAbsent(note, n -> {
            int number = byNote.size();
            return SIGNS.get(number % SIGNS.size()).repeat(1 + number / SIGNS.size());
        });
    }
}
