package vaiwg.board.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vaiwg.board.Days;
import vaiwg.board.Tier;
import vaiwg.board.report.Block.Sentence;
import vaiwg.kpis.catalogue.Priority;

/** The open matters, what was closed, what the Board asked for, and what the leads say; what is short of its target, and help, join them. */
final class MattersPage {
    static final String ID = "matters";
    private static final int MOST = 7;
    /** Where the page has more entries, there is no room beside them for what a matter rests on. */
    private static final int ROOM = 12;
    /** As the database says it of each ({@code how_sure}). */
    private static final String HOW_SURE = "; strong: other cases agree; of the rest, fair: act, weak: watch";

    private MattersPage() {}

    static Page of(Facts facts) {
        List<Matter> matters = facts.matters();
        List<Sentence> closed = closed(facts);
        List<BoardAction> actions = BoardActions.of(facts.material());
        List<Sentence> reports = facts.isExact() ? reports(facts) : List.of();
        boolean room = matters.size() + closed.size() + actions.size() + reports.size() <= ROOM;
        return Page.of(
                ID,
                "Matters",
                "",
                new Block.Matters(
                        title(matters.size()), matters.stream().limit(MOST).toList()),
                room && facts.isExact() ? MatterSource.of(facts) : Page.NOTHING,
                new Block.Sentences("Closed", closed),
                BoardActions.table(actions, facts.asAt()),
                new Block.Sentences("What the leads last reported", reports));
    }

    /** What is open, and what the words for how sure it is mean. */
    static String title(int matters) {
        String open = matters > MOST
                ? "Open: the first " + ReportWords.small(MOST) + " of " + ReportWords.small(matters)
                : "Open: owners answer in " + Priority.DAYS_TO_ANSWER + " days";
        return open + HOW_SURE;
    }

    /** Where to find help, for everybody: who reads the other tiers has it at hand, and their page has no room. */
    static Block.Definitions help(Tier tier) {
        return new Block.Definitions(
                "Where to find help",
                tier != Tier.PUBLIC
                        ? List.of()
                        : List.of(
                                helpline("999", "Emergency, when someone is in danger now."),
                                helpline(
                                        "0808 500 2222",
                                        "Rape Crisis England & Wales, 24 hours, for anyone aged 16 or over, free."),
                                helpline("0808 2000 247", "National Domestic Abuse Helpline, 24 hours, free."),
                                helpline("0808 802 0300", "National Stalking Helpline, on weekdays, free.")));
    }

    private static Block.Definition helpline(String number, String whose) {
        return new Block.Definition(Optional.empty(), number, whose);
    }

    private static List<Sentence> closed(Facts facts) {
        List<Sentence> closed = new ClosedMatters(facts.material()).sentences();
        return closed.isEmpty() ? List.of(Sentence.of("", "No matter was closed since the last report.")) : closed;
    }

    /** Those who have not reported in one line, and then what each of the others says. */
    private static List<Sentence> reports(Facts facts) {
        Map<Priority, OwnerComment> reports = new LeadReport(facts.material()).open();
        Stream<Sentence> asked = reports.values().stream()
                .filter(OwnerComment::missing)
                .limit(1)
                .map(report -> Sentence.of(
                        reports.entrySet().stream()
                                .filter(other -> other.getValue().missing())
                                .map(other -> other.getKey().title())
                                .collect(Collectors.joining("; ", "", ".")),
                        text(report, "")));
        return Stream.concat(
                        asked,
                        reports.entrySet().stream()
                                .filter(report -> !report.getValue().missing())
                                .map(report -> Sentence.of(
                                        report.getKey().title() + ".",
                                        text(report.getValue(), report.getKey().owner()))))
                .toList();
    }

    /** What a lead says, or that it is asked for. */
    static Sentence sentence(OwnerComment said) {
        return Sentence.of("", text(said, ""));
    }

    /** @param named the post whose report it is, where that is said beside it: any other is said */
    private static String text(OwnerComment said, String named) {
        String post = said.post().equals(named) ? "" : said.post() + ", ";
        return said.missing()
                ? "Asked for by " + Days.full(said.on()) + ", not given."
                : (said.cause() + " " + said.action()).strip() + " (" + post + Days.brief(said.on()) + ")";
    }
}
