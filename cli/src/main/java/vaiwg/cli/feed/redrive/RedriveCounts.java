package vaiwg.cli.feed.redrive;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vaiwg.cli.terminal.PlainText;
import vaiwg.cli.terminal.TextTable;

/** What became of the selected letters, by the reason for which they were rejected. */
final class RedriveCounts {
    private static final class Counts {
        private long sentBefore;
        private long sent;
        private long kept;
    }

    private final Map<String, Counts> byReason = new TreeMap<>();

    void sentBefore(String reason) {
        of(reason).sentBefore++;
    }

    void sent(String reason) {
        of(reason).sent++;
    }

    void keep(String reason) {
        of(reason).kept++;
    }

    /** How many stay dead letters. */
    long kept() {
        return byReason.values().stream().mapToLong(counts -> counts.kept).sum();
    }

    /** @param sent the heading over those that are sent now */
    TextTable table(String sent) {
        TextTable table = new TextTable(List.of("reason", "letters", "sent\nbefore", sent, "stay"));
        byReason.forEach((reason, counts) -> table.row(List.of(
                reason,
                TextTable.number(counts.sentBefore + counts.sent + counts.kept),
                TextTable.number(counts.sentBefore),
                TextTable.number(counts.sent),
                TextTable.number(counts.kept))));
        return table;
    }

    private Counts of(String reason) {
        return byReason.computeIfAbsent(PlainText.of(reason), none -> new Counts());
    }
}
