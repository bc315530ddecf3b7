package vaiwg.demo.synthetic;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import vaiwg.demo.synthetic.TrueFigures.View;
import vaiwg.schemas.CpsReferral;
import vaiwg.schemas.DeviceExamination;
import vaiwg.schemas.Stalking;
import vaiwg.schemas.StalkingStep;

/** What the inquiries into the crimes led to: submissions to the CPS, items at kiosks, and the management of suspects of stalking. */
final class TruthOfInquiries {
    private static final int DAYS_TO_DECIDE = 28;
    private static final View YEAR = View.recorded(TrueFigures.YEAR);

    private final TrueFigures figures;

    TruthOfInquiries(TrueFigures figures) {
        this.figures = figures;
        figures.stocks("cps_overdue", "cps_resubmission_overdue");
    }

    /** Takes a crime of the strategy that stands. */
    void add(Ending ending) {
        ending.submissions().forEach(this::submission);
        decisions(ending.submissions());
        ending.items().forEach(this::item);
        int recorded = ending.recordedDay();
        for (Stalking application : ending.steps(StalkingStep.ORDER_APPLIED)) {
            int day = Ending.day(application.getAt());
            figures.number("spo_days_to_apply_median", 50, YEAR, day, Math.max(0, day - recorded));
        }
        boolean stalking = "8Q".equals(ending.crime().getOffenceCode());
        if (stalking
                && ending.asOfDay(7) != null
                && !ending.asOfDay(7).getSuspects().isEmpty()) {
            boolean screened = ending.steps(StalkingStep.SCREENED).stream()
                    .anyMatch(step -> Ending.day(step.getAt()) - recorded < 7);
            figures.share("stalking_screened_7d", View.settled(7), recorded, screened);
        }
    }

    /** One clock to the decision or the return, another from the return to what follows it. */
    private void submission(CpsReferral submission) {
        boolean answered = submission.getDecidedAt() != null || submission.getReturnedAt() != null;
        if (!answered) {
            int deadline = Ending.day(submission.getSubmittedAt()) + DAYS_TO_DECIDE;
            figures.stock("cps_overdue", deadline < figures.endDay());
        }
        boolean followed = submission.getDecidedAt() != null || submission.getResubmittedAt() != null;
        if (submission.getReturnedAt() != null && !followed) {
            Instant due = submission.getActionPlanDueAt();
            boolean overdue =
                    due != null && Math.max(Ending.day(submission.getReturnedAt()), Ending.day(due)) < figures.endDay();
            figures.stock("cps_resubmission_overdue", overdue);
        }
    }

    /** From the first submission of the case, through all returns. */
    private void decisions(List<CpsReferral> submissions) {
        submissions.stream()
                .map(CpsReferral::getSubmittedAt)
                .min(Instant::compareTo)
                .map(Ending::day)
                .ifPresent(first -> submissions.stream()
                        .filter(submission -> submission.getDecidedAt() != null)
                        .map(submission -> Ending.day(submission.getDecidedAt()))
                        .forEach(day -> figures.number("cps_days_to_decision_median", 50, YEAR, day, day - first)));
    }

    private void item(DeviceExamination item) {
        if (item.getExaminedAt() != null) {
            figures.count("devices_examined", YEAR, Ending.day(item.getExaminedAt()));
        }
        Instant returned = item.getReturnedAt();
        if (returned != null) {
            long hours = Duration.between(item.getReceivedAt(), returned).toHours();
            boolean inADay = !item.getReceivedAt().plus(Duration.ofHours(24)).isBefore(returned);
            figures.share("device_returned_24h", YEAR, Ending.day(returned), inADay);
            figures.number("device_return_hours_median", 50, YEAR, Ending.day(returned), hours);
        }
    }
}
