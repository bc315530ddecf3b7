package vaiwg.board.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vaiwg.board.Digits;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.Reading;
import vaiwg.board.figures.SnapshotValues;
import vaiwg.board.report.Matters.OpenMatter;
import vaiwg.kpis.catalogue.Priority;

/**
 * Makes the three to six sentences of what has changed, in this order: matters that are newly to be acted upon, those that go on, big
 * moves of counts, what waits, signals without an answer, what became better.
 */
final class ChangeStatements {
    private static final int MOST = 6;
    private static final int LEAST_MATTERS = 2;
    private static final double BIG_MOVE = 0.05;

    private final Material material;
    private final List<OpenMatter> matters;
    private final List<ScoreRow> rows;

    ChangeStatements(Material material, List<OpenMatter> matters, List<Summary.Group> groups) {
        this.material = material;
        this.matters = matters;
        this.rows = groups.stream().flatMap(group -> group.rows().stream()).toList();
    }

    List<Statement> make() {
        List<OpenMatter> act = matters.stream()
                .filter(matter -> matter.matter().state() == Matter.State.ACT)
                .sorted(Comparator.comparing(
                                (OpenMatter matter) -> matter.cause().isOfAreas())
                        .thenComparing(matter -> !isNew(matter))
                        .thenComparing(matter -> matter.matter().judgement().verdict() != Verdict.CONCERN)
                        .thenComparing(matter -> !matter.measure().isOnPage1())
                        .thenComparing(Comparator.comparingInt(
                                        (OpenMatter matter) -> matter.matter().charts())
                                .reversed()))
                .toList();
        WaitingStatements waiting = new WaitingStatements(material);
        List<Statement> others = Stream.of(
                        counts(), age(), waiting.atTheCps(), waiting.unanswered(rows, matters.size()), rest(act.size()))
                .flatMap(Optional::stream)
                .toList();
        int shown = Math.min(act.size(), Math.max(LEAST_MATTERS, MOST - others.size()));
        List<Statement> statements = new ArrayList<>();
        act.stream().limit(shown).map(this::matter).forEach(statements::add);
        // What became better is last, whatever has to be left out before it.
        int left = Math.min(MOST - shown, others.size());
        statements.addAll(others.subList(0, left - 1));
        statements.add(others.get(others.size() - 1));
        return statements;
    }

    private boolean isNew(OpenMatter matter) {
        return material.edition()
                .previous()
                .map(previous -> matter.cause().actSince().isAfter(previous))
                .orElse(true);
    }

    private Statement matter(OpenMatter matter) {
        String raised = ReportWords.shortDay(matter.cause().raisedOn(), material.asAt());
        String since = material.edition().previous().isEmpty()
                ? ""
                : isNew(matter) ? " New since the last report." : " Continuing since " + raised + ".";
        boolean neither = matter.matter().judgement().verdict() == Verdict.CHANGE;
        return new Statement(
                Optional.of(matter.matter().judgement()),
                matter.matter().title() + ".",
                matter.brief() + (neither ? " Neither good nor bad in itself." : "") + since + toAnswer(matter),
                Optional.of(matter.measure().area()));
    }

    /** Who has to answer until when, as long as nobody did. */
    private String toAnswer(OpenMatter matter) {
        if (matter.matter().answer().isPresent()) {
            return "";
        }
        LocalDate due = material.clock().asked(matter.cause().raisedOn()).plusDays(Priority.DAYS_TO_ANSWER);
        String day = ReportWords.shortDay(due, material.asAt());
        return " For " + matter.measure().owner() + " to answer"
                + (due.isBefore(material.asAt()) ? "; was due " + day + "." : " by " + day + ".");
    }

    /** Counts of page 1 that moved by a twentieth or more in a year and are no matter to be acted upon. */
    private Optional<Statement> counts() {
        List<ScoreRow> big = rows.stream()
                .filter(row ->
                        row.figure().unit() == Unit.COUNT && row.inAYear().isKnown())
                .filter(row -> row.figure().numerator() != null
                        && Math.abs(row.inAYear().amount())
                                >= BIG_MOVE
                                        * (row.figure().numerator()
                                                - row.inAYear().amount()))
                .filter(row -> matters.stream()
                        .noneMatch(matter ->
                                matter.measure().kpi().equals(row.figure().kpi())))
                .toList();
        return big.stream()
                .findFirst()
                .map(row -> new Statement(
                        Optional.of(row.judgement()),
                        row.title() + ":",
                        ValueText.of(row.figure(), false) + " in "
                                + Bases.window(row.figure().window()) + ", " + ValueText.change(row.inAYear())
                                + " in a year.",
                        area(row)));
    }

    /** How old what is open has become. */
    private Optional<Statement> age() {
        return rows.stream()
                .filter(row ->
                        row.figure().basis().equals("stock") && row.figure().unit() == Unit.SHARE)
                .filter(row -> !row.asCount()
                        && row.judgement().verdict() != Verdict.NOT_CHARTED
                        && row.judgement().verdict() != Verdict.NO_LIMITS)
                .findFirst()
                .map(row -> new Statement(
                        Optional.of(row.judgement()),
                        row.title() + ":",
                        ValueText.of(row.figure(), false) + earlier(row) + "." + ownedBy(row),
                        area(row)));
    }

    private String ownedBy(ScoreRow row) {
        return material.dictionary()
                .find(row.figure().kpi())
                .map(measure -> " Owner: " + measure.owner() + ".")
                .orElse("");
    }

    private String earlier(ScoreRow row) {
        List<String> parts = new ArrayList<>();
        before(row, material.previous())
                .ifPresent(figure -> parts.add(Digits.percent(figure.value()) + " in the last report"));
        before(row, material.aYearBefore(row.figure().slice()))
                .ifPresent(figure -> parts.add(Digits.percent(figure.value()) + " a year ago"));
        return parts.isEmpty() ? "" : "; " + String.join(", ", parts);
    }

    private Optional<Figure> before(ScoreRow row, Optional<SnapshotValues> values) {
        return material.dictionary()
                .find(row.figure().kpi())
                .map(measure -> Figures.of(
                        measure,
                        new Reading(row.figure().basis(), row.figure().window()),
                        row.figure().slice(),
                        values,
                        material.asAt()))
                .filter(figure -> figure.state() == Figure.State.SHOWN);
    }

    /** What became better than a year ago, and how much is left to watch. */
    private Optional<Statement> rest(int act) {
        int watch = matters.size() - act;
        String left = (watch == 0
                        ? "No matter is to be watched"
                        : ReportWords.capital(ReportWords.counted(watch, "matter is", "matters are"))
                                + " to be watched")
                + "; all else varies as usual.";
        return Optional.of(new BetterThanBefore(material)
                .statement(left)
                .orElseGet(() -> new Statement(
                        Optional.empty(),
                        material.yearBefore().isPresent()
                                ? "No figure is better than a year ago beyond chance."
                                : matters.isEmpty() ? "No signal is open." : "There is no year before to compare with.",
                        left,
                        Optional.of("signals"))));
    }

    private Optional<String> area(ScoreRow row) {
        return material.dictionary().find(row.figure().kpi()).map(MeasureEntry::area);
    }
}
