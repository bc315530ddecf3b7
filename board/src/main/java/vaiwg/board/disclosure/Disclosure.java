package vaiwg.board.disclosure;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
     * @throws IllegalArgumentException for a restricted annex of the board's or the public tier: there is none
     */
    public static Report apply(Report report) {
        Tier tier = report.edition().tier();
        if (report.restricted() && tier != Tier.INTERNAL) {
            throw new IllegalArgumentException("the restricted annex is of the internal tier only");
        }
        if (tier == Tier.INTERNAL && !report.restricted()) {
            return report;
        }
        Report allowed = tier == Tier.INTERNAL ? report : withoutRestricted(report);
        Set<String> nobody = new HashSet<>();
        Sentences sentences = new Sentences(tier == Tier.PUBLIC);
        new RecordTree()
                .with(Figure.class, figure -> {
                    if (figure.aboutNobody()) {
                        nobody.add(figure.kpi());
                        sentences.allow(figure.numerator(), figure.denominator());
                    }
                    return Optional.of(figure);
                })
                .one(allowed);
        DisclosureRule rule =
                tier == Tier.PUBLIC ? new Rounding(nobody, sentences) : new Withholding(allowed, nobody, sentences);
        return new ReportRewriter(rule).rewrite(allowed);
    }

    /** What is in the restricted annex only has its name here, and no number. */
    private static Report withoutRestricted(Report report) {
        return new RecordTree()
                .with(
                        Summary.Group.class,
                        group -> Optional.of(
                                group.restricted()
                                        ? new Summary.Group(
                                                group.number(),
                                                group.slug(),
                                                group.title(),
                                                group.owner(),
                                                group.rows().stream()
                                                        .map(Disclosure::named)
                                                        .toList(),
                                                true)
                                        : group))
                .one(report);
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
