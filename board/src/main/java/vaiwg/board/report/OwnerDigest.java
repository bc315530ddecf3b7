package vaiwg.board.report;

import java.time.LocalDate;
import java.util.List;

/**
 * What an owner of a priority area has to know of its matters, each in one of the four lists.
 *
 * @param since the as-at of the digest before
 * @param area the area's slug
 * @param owner the post that owns the area's figures
 * @param raised matters that were raised after {@code since}
 * @param unanswered older ones without an answer
 * @param answered older ones with one
 * @param ended what ended or was withdrawn after {@code since}
 * @param streams what must be said of streams on which the area's figures rest
 */
public record OwnerDigest(
        Edition edition,
        LocalDate since,
        String area,
        String areaTitle,
        String owner,
        List<Matter> raised,
        List<Matter> unanswered,
        List<Matter> answered,
        List<Ended> ended,
        List<String> streams) {
    /** A matter of which no signal is open any more, or one of whose signals corrections took away. */
    public record Ended(String title, LocalDate on, boolean withdrawn) {}

    /** The same for an owner whose post has a name of its own. */
    public OwnerDigest to(String post) {
        return new OwnerDigest(edition, since, area, areaTitle, post, raised, unanswered, answered, ended, streams);
    }

    public boolean isEmpty() {
        return raised.isEmpty() && unanswered.isEmpty() && answered.isEmpty() && ended.isEmpty() && streams.isEmpty();
    }
}
