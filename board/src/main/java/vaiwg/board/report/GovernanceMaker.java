package vaiwg.board.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.Reading;
import vaiwg.board.figures.SignalCourse;
import vaiwg.board.report.GovernancePage.Group;
import vaiwg.board.report.GovernancePage.Item;
import vaiwg.board.report.Matters.OpenMatter;
import vaiwg.kpis.catalogue.BoardSubject;
import vaiwg.kpis.catalogue.Commitment;
import vaiwg.schemas.Standing;

/** Makes the page of recommendations, of the plan's steps and of posts, with the figures that show where they are. */
final class GovernanceMaker {
    private static final String NOT_HERE = "its measures are not in this snapshot";
    private static final List<String> NOTES = List.of(
            "Texts, owners and dates are the paper's, but a recommendation's date is its report's; where an owner or a date is"
                    + " missing, the paper names none.",
            "The figures show what the service does; how an entry stands its owner says, by a note on it.");

    private final Material material;
    private final List<OpenMatter> matters;
    private final ScoreRows rows;

    GovernanceMaker(Material material, List<OpenMatter> matters) {
        this.material = material;
        this.matters = matters;
        this.rows = new ScoreRows(material);
    }

    /** The page; empty where the publication has no register. */
    Optional<GovernancePage> make() {
        Map<String, List<Commitment>> sets = material.commitments().stream()
                .collect(Collectors.groupingBy(Commitment::set, LinkedHashMap::new, Collectors.toList()));
        List<Group> groups = sets.entrySet().stream()
                .map(set -> new Group(
                        set.getKey(), set.getValue().stream().map(this::item).toList()))
                .toList();
        return groups.isEmpty() ? Optional.empty() : Optional.of(new GovernancePage(lead(groups), groups, NOTES));
    }

    private Item item(Commitment entry) {
        List<ScoreRow> figures =
                entry.measures().stream().flatMap(seen -> row(seen).stream()).toList();
        String note = entry.note().isEmpty() && figures.isEmpty() ? NOT_HERE : entry.note();
        return new Item(
                entry.id(),
                entry.text(),
                entry.addressed(),
                entry.owner(),
                entry.when(),
                entry.section(),
                figures,
                (int) matters.stream().filter(matter -> concerns(matter, entry)).count(),
                note,
                said(entry));
    }

    private Optional<OwnerComment> said(Commitment entry) {
        return material.newestNote(BoardSubject.commitment(entry.id()))
                .map(note -> new OwnerComment(
                        note.standing().map(GovernanceMaker::words).orElse(""),
                        note.cause(),
                        note.action(),
                        note.post(),
                        note.loggedIn(),
                        note.on(),
                        false));
    }

    private static String words(Standing standing) {
        return switch (standing) {
            case ON_COURSE -> "On course";
            case BEHIND -> "Behind";
            case DONE -> "Done";
        };
    }

    private Optional<ScoreRow> row(Commitment.Seen seen) {
        Optional<MeasureEntry> measure =
                material.dictionary().find(seen.measure()).filter(found -> !found.restricted());
        Optional<Reading> reading = measure.flatMap(found -> ThemeTable.reading(material, found));
        return reading.filter(read -> material.now().has(read.of(seen.measure(), seen.slice())))
                .map(read ->
                        rows.row(measure.get(), read, seen.slice(), AreaFigures.title(measure.get(), seen.slice())));
    }

    /** Whether a signal of the matter is of one of its measures, in the same theme where it names one. */
    private static boolean concerns(OpenMatter matter, Commitment entry) {
        return matter.cause().signals().stream()
                .map(SignalCourse::key)
                .anyMatch(key -> entry.measures().stream()
                        .anyMatch(seen -> seen.measure().equals(key.kpi())
                                && (seen.slice().isEmpty()
                                        || Slices.theme(key.slice()).equals(Slices.theme(seen.slice())))));
    }

    private static Statement lead(List<Group> groups) {
        List<Item> items =
                groups.stream().flatMap(group -> group.items().stream()).toList();
        long seen = items.stream().filter(item -> !item.figures().isEmpty()).count();
        long open = items.stream().filter(item -> item.matters() > 0).count();
        return new Statement(
                Optional.empty(),
                ReportWords.capital(ReportWords.counted(
                                (int) seen,
                                "entry has figures that show where it is",
                                "entries have figures that show where they are"))
                        + ", " + ReportWords.small(items.size() - (int) seen) + " none.",
                ReportWords.capital(ReportWords.counted((int) open, "entry has", "entries have")) + " an open matter."
                        + standing(items),
                Optional.of("signals"));
    }

    /** What owners say in all; nothing where none said anything. */
    private static String standing(List<Item> items) {
        Map<String, Long> bySaid = items.stream()
                .flatMap(item -> item.said().stream())
                .map(said -> said.matter().isEmpty() ? "without a standing" : ReportWords.lower(said.matter()))
                .collect(Collectors.groupingBy(said -> said, TreeMap::new, Collectors.counting()));
        if (bySaid.isEmpty()) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        bySaid.forEach((said, number) -> parts.add(ReportWords.small(number.intValue()) + " " + said));
        int silent =
                items.size() - bySaid.values().stream().mapToInt(Long::intValue).sum();
        return " By their owners: " + ReportWords.list(parts) + "; of " + ReportWords.small(silent)
                + " nothing is said.";
    }
}
