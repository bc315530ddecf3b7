package vaiwg.board.report;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

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
 * @param shortOf how many figures of the area are short of their targets; empty in a reminder
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
        List<String> streams,
        OptionalInt shortOf) {
    private static final int DAYS_BEFORE = 3;

    /** A matter of which no signal is open any more, or one of whose signals corrections took away. */
    public record Ended(String title, LocalDate on, boolean withdrawn) {}

    /** The same for an owner whose post has a name of its own. */
    public OwnerDigest to(String post) {
        return new OwnerDigest(
                edition, since, area, areaTitle, post, raised, unanswered, answered, ended, streams, shortOf);
    }

    /** What is left of it in a reminder: matters without an answer that is due in three days, or was due the day before. */
    public OwnerDigest reminder() {
        List<Matter> asked = Stream.concat(raised.stream(), unanswered.stream())
                .filter(matter -> matter.answer().isEmpty())
                .filter(matter -> matter.due().equals(edition.asAt().plusDays(DAYS_BEFORE))
                        || matter.due().equals(edition.asAt().minusDays(1)))
                .toList();
        return new OwnerDigest(
                edition,
                since,
                area,
                areaTitle,
                owner,
                List.of(),
                asked,
                List.of(),
                List.of(),
                List.of(),
                OptionalInt.empty());
    }

    /** Whether an answer was due before the day. */
    public boolean isLate() {
        return unanswered.stream().anyMatch(matter -> matter.due().isBefore(edition.asAt()));
    }

    public List<Matter> open() {
        return Stream.of(raised, unanswered, answered).flatMap(List::stream).toList();
    }

    public boolean isEmpty() {
        return raised.isEmpty() && unanswered.isEmpty() && answered.isEmpty() && ended.isEmpty() && streams.isEmpty();
    }
}
