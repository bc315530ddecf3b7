package vaiwg.cli.feed.redrive;

import java.util.List;
import java.util.Map;

/**
 * What became of the selected dead letters.
 *
 * @param sent whether those that are taken today were sent, or only counted
 * @param byReason by the reason for which they were rejected
 * @param staying the first of those that stay, as many as were asked for
 * @param replacementsWithoutLetter replacements that stand for no selected letter
 */
public record RedriveResult(
        boolean sent, Map<String, Letters> byReason, List<Staying> staying, int replacementsWithoutLetter) {
    /** Whether no selected letter stays, and each replacement had its letter. */
    public boolean isWhole() {
        return replacementsWithoutLetter == 0 && byReason.values().stream().allMatch(letters -> letters.staying() == 0);
    }

    /**
     * How many letters.
     *
     * @param taken today: sent, or where nothing is sent, to be sent
     */
    public record Letters(long letters, long sentBefore, long taken, long staying) {}

    /**
     * A letter that stays.
     *
     * @param place topic, partition and offset of the record that was rejected
     * @param why it stays
     */
    public record Staying(String place, String reason, String why) {}
}
