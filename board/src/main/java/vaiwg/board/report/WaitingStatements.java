package vaiwg.board.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vaiwg.board.Digits;
import vaiwg.board.figures.SnapshotValues;
import vaiwg.kpis.catalogue.Priority;

/** Says what waits for somebody: cases beyond their time, and signals for the answer of their owners. */
final class WaitingStatements {
    private static final String RESPONSE = "signal_response";
    private static final String OVERDUE = "cps_overdue";
    private static final String OLDEST = "cps_overdue_oldest_days";

    private final Material material;

    WaitingStatements(Material material) {
        this.material = material;
    }

    /** Files with the Crown Prosecution Service beyond their time, and how old the oldest is. */
    Optional<Statement> atTheCps() {
        Optional<Figure> overdue = figure(OVERDUE).filter(Figure::isShown);
        if (overdue.isEmpty()) {
            return Optional.empty();
        }
        String oldest = figure(OLDEST)
                .filter(figure -> figure.isShown() && overdue.get().numerator() > 0)
                .map(figure -> ", oldest " + Digits.plain(figure.value()) + " days")
                .orElse("");
        return Optional.of(new Statement(
                Optional.of(Judgement.of(Verdict.TOO_FEW)),
                "CPS:",
                ValueText.of(overdue.get(), true) + " files waiting over 28 days" + oldest + lastTime() + ".",
                Optional.of(Priority.CRIMINAL_JUSTICE.slug())));
    }

    private Optional<Figure> figure(String kpi) {
        return figure(kpi, Optional.of(material.now()));
    }

    private Optional<Figure> figure(String kpi, Optional<SnapshotValues> values) {
        return material.dictionary()
                .find(kpi)
                .flatMap(measure -> measure.reading(material.edition().byMonth())
                        .map(reading -> Figures.of(measure, reading, measure.slice(), values, material.asAt())));
    }

    private String lastTime() {
        return figure(OVERDUE, material.previous())
                .filter(Figure::isShown)
                .map(before -> " (" + Digits.count(before.numerator()) + " in the last report)")
                .orElse("");
    }

    /**
     * How many signals were answered.
     *
     * @param rows of page 1
     * @param open how many matters are open
     */
    Optional<Statement> unanswered(List<ScoreRow> rows, int open) {
        Optional<Figure> response = rows.stream()
                .map(ScoreRow::figure)
                .filter(figure -> figure.kpi().equals(RESPONSE) && figure.isShown())
                .findFirst();
        if (response.isEmpty()) {
            return Optional.empty();
        }
        int answered = response.get().numerator();
        int of = response.get().denominator();
        String today = ReportWords.capital(ReportWords.counted(open, "matter is", "matters are")) + " open today"
                + (open > 1 ? ", each for its own lead." : ".");
        Optional<LocalDate> shownFrom = material.clock()
                .shownFrom()
                .filter(first -> first.isAfter(material.asAt().minusYears(1)));
        if (shownFrom.isPresent() && !firstDue(shownFrom.get()).isBefore(material.asAt())) {
            return Optional.of(new Statement(
                    Optional.of(Judgement.of(Verdict.NO_LIMITS)),
                    "Owners are asked since " + ReportWords.shortDay(shownFrom.get(), material.asAt()) + ".",
                    "Their first answers are due by "
                            + ReportWords.shortDay(firstDue(shownFrom.get()), material.asAt())
                            + ". What was raised before was shown to nobody. " + today,
                    Optional.of("signals")));
        }
        String headline = answered == 0
                ? "No signal was answered by its owner within " + Priority.DAYS_TO_ANSWER + " days:"
                : ReportWords.capital(ReportWords.small(answered)) + " of " + Digits.count(of)
                        + " signals were answered by their owners within " + Priority.DAYS_TO_ANSWER + " days:";
        String unseen = shownFrom
                .map(first -> "Those of before " + ReportWords.shortDay(first, material.asAt())
                        + " among them were shown to nobody. ")
                .orElse("");
        return Optional.of(new Statement(
                Optional.of(Judgement.of(Verdict.NO_LIMITS)),
                headline,
                Digits.count(answered) + " of " + Digits.count(of) + " in the year. " + unseen + today,
                Optional.of("signals")));
    }

    private static LocalDate firstDue(LocalDate shownFrom) {
        return shownFrom.plusDays(Priority.DAYS_TO_ANSWER);
    }
}
