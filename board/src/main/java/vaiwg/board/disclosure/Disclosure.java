package vaiwg.board.disclosure;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import vaiwg.board.Tier;
import vaiwg.board.report.Figure;
import vaiwg.board.report.FigureChange;
import vaiwg.board.report.Judgement;
import vaiwg.board.report.Report;
import vaiwg.board.report.ScoreRow;
import vaiwg.board.report.Summary;
import vaiwg.board.report.Verdict;

/** What of a report the readers of its tier may see: the rules are in {@code docs/small-numbers.md}. */
public final class Disclosure {
    private Disclosure() {}

    /**
     * The report as its tier's readers get it. An internal report comes back as it is, unless it is the restricted annex.
     *
     * @param report with all its numbers
     * @param previous the report before of the same force and tier, as it was issued; of the public tier the last that showed figures of
     *     windows
     * @throws IllegalArgumentException for a restricted annex of the board's or the public tier: there is none
     * @throws vaiwg.board.ReportException where what was issued before gives something away whatever is withheld now
     */
    public static Report apply(Report report, Optional<Report> previous) {
        Tier tier = report.edition().tier();
        if (report.restricted() && tier != Tier.INTERNAL) {
            throw new IllegalArgumentException("the restricted annex is of the internal tier only");
        }
        if (tier == Tier.INTERNAL && !report.restricted()) {
            return report;
        }
        Report allowed = tier == Tier.INTERNAL ? report : withoutRestricted(report);
        if (tier == Tier.PUBLIC) {
            allowed = rewritten(allowed, new PublicFigures(previous));
        }
        ReportCounts numbers = new ReportCounts(allowed, previous);
        BitSet withheld = new Suppression(numbers.counts).choose();
        BitSet few = new Wording(numbers.counts).choose(withheld);
        Report safe = rewritten(allowed, new Withholding(numbers, withheld, few, previous));
        return tier == Tier.PUBLIC ? rewritten(safe, new Rounding()) : safe;
    }

    private static Report rewritten(Report report, DisclosureRule rule) {
        return new ReportRewriter(new AboutNobody(rule, report)).rewrite(report);
    }

    /** What is in the restricted annex only has its name here, and no number. */
    private static Report withoutRestricted(Report report) {
        List<Summary.Group> groups = report.summary().groups().stream()
                .map(group -> group.restricted()
                        ? new Summary.Group(
                                group.number(),
                                group.slug(),
                                group.title(),
                                group.owner(),
                                group.rows().stream().map(Disclosure::named).toList(),
                                true)
                        : group)
                .toList();
        return new Report(
                report.edition(),
                new Summary(report.summary().changes(), groups, report.summary().notes()),
                report.areas(),
                report.characteristics(),
                report.signals(),
                report.governance(),
                report.revisions(),
                report.quality(),
                report.annex(),
                false);
    }

    private static ScoreRow named(ScoreRow row) {
        return new ScoreRow(
                row.title(),
                row.better(),
                row.figure().without(Figure.State.SUPPRESSED),
                row.asCount(),
                new FigureChange(Double.NaN, row.sincePrevious().unit()),
                new FigureChange(Double.NaN, row.inAYear().unit()),
                List.of(),
                Judgement.of(Verdict.NOT_CHARTED),
                Optional.empty(),
                row.note());
    }
}
