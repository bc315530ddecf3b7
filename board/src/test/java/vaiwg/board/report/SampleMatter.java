package vaiwg.board.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vaiwg.board.figures.PublishedMatter;
import vaiwg.board.figures.SeriesKey;
import vaiwg.kpis.catalogue.Movement;
import vaiwg.kpis.catalogue.Priority;

/** An open matter of criminal justice that became worse, as it is published. */
final class SampleMatter {
    private SampleMatter() {}

    /**
     * Raised on the day after its evidence.
     *
     * @param figure whose basis says whether the daily alarm raised it
     * @param what its name, and its only signal's
     * @param state act or watch
     * @param day the last day of its evidence
     */
    static PublishedMatter of(SeriesKey figure, String what, String state, LocalDate since, LocalDate day) {
        LocalDate raised = day.plusDays(1);
        return new PublishedMatter(
                raised,
                what,
                "criminal_justice",
                state,
                Movement.WORSE,
                "figure",
                raised,
                raised,
                raised.plusDays(Priority.DAYS_TO_ANSWER),
                since,
                day,
                figure.kpi(),
                figure.basis(),
                figure.slice(),
                what,
                Optional.empty(),
                Optional.empty(),
                "",
                List.of(what),
                1,
                "Weak: 28-day periods",
                "Watch: say why",
                false);
    }
}
