package vaiwg.board.report;

import java.util.List;
import java.util.Optional;

/** What inspections recommended, what is planned and which posts were given, each with the figures that show where it is. */
public record GovernancePage(Statement lead, List<Group> groups, List<String> notes) {
    /** Recommendations of one inspection, steps of a plan, or posts. */
    public record Group(String title, List<Item> items) {}

    /**
     * One of them.
     *
     * @param addressed to whom, or where; empty where the source does not say
     * @param owner the post that the source names; empty where it names none
     * @param when in the source's words, or empty
     * @param section of the paper that states it
     * @param figures where it is; none where no measure shows it
     * @param matters how many open matters its figures have
     * @param note why it has no figures; empty where it has
     * @param said how it stands and what is said of it, by its owner's newest note
     */
    public record Item(
            String id,
            String text,
            String addressed,
            String owner,
            String when,
            String section,
            List<ScoreRow> figures,
            int matters,
            String note,
            Optional<OwnerComment> said) {}

    /** All figures, in order. */
    public List<ScoreRow> figures() {
        return groups.stream()
                .flatMap(group -> group.items().stream())
                .flatMap(item -> item.figures().stream())
                .toList();
    }
}
