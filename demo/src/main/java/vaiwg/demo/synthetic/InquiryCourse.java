package vaiwg.demo.synthetic;

import java.time.Instant;
import vaiwg.schemas.CpsReferral;
import vaiwg.schemas.DeviceExamination;

/** What the inquiry into a rape adds to the case: submissions to the CPS, and items examined at a digital kiosk or elsewhere. */
final class InquiryCourse {
    private static final long FURTHER = 82;
    private static final long ALLOCATION = 101;

    private final CaseFile file;
    private final SimulatedCase simulated;
    private final InquiryRecords records;
    private final Draw draw;
    private final Draw own;

    InquiryCourse(CaseFile file, SimulatedCase simulated, Draw draw) {
        this.file = file;
        this.simulated = simulated;
        // By chances of its own, so that all else is the same with it and without.
        this.own = Draw.at(FURTHER, file.reference().hashCode());
        this.records = new InquiryRecords(simulated, draw);
        this.draw = draw;
    }

    void add() {
        if (file.plan().group() != OffenceGroup.RAPE) {
            return;
        }
        if (draw.chance(Figures.of("items_a_rape"))) {
            long receivedAt = file.incident().recordedAt() + ForceCalendar.days(draw.exponential(3));
            addItem("item", receivedAt, true, Figures.choice("kinds_at_kiosks").draw(own), draw);
        }
        if (own.chance(Figures.of("elsewhere_a_rape"))) {
            long receivedAt = file.incident().recordedAt() + ForceCalendar.days(own.exponential(3));
            addItem(
                    "item-elsewhere",
                    receivedAt,
                    false,
                    Figures.choice("kinds_elsewhere").draw(own),
                    own);
        }
        if (own.chance(Figures.of("property_a_rape"))) {
            addProperty(file.incident().recordedAt() + ForceCalendar.days(own.exponential(2)));
        }
        if (file.suspectAt() != Long.MAX_VALUE && draw.chance(Figures.of("submitted"))) {
            addSubmission(file.suspectAt() + ForceCalendar.days(5 + draw.exponential(60)));
        }
    }

    private void addItem(String id, long receivedAt, boolean atKiosk, String kind, Draw chances) {
        if (file.goneAt(receivedAt)) {
            return;
        }
        InquiryRecords ofItem = new InquiryRecords(simulated, chances);
        DeviceExamination item = ofItem.item(id, receivedAt);
        ofItem.save(item, receivedAt + ForceCalendar.MINUTE);
        long examinedAt = receivedAt + (long) (chances.uniform(1, 30) * ForceCalendar.HOUR);
        item.setExaminedAt(Instant.ofEpochMilli(examinedAt));
        item.setAtKiosk(atKiosk);
        item.setItemKind(kind);
        ofItem.save(item, examinedAt + ForceCalendar.MINUTE);
        long returnedAt = examinedAt + (long) (chances.exponential(20) * ForceCalendar.HOUR);
        item.setReturnedAt(Instant.ofEpochMilli(returnedAt));
        ofItem.save(item, returnedAt + 2 * ForceCalendar.MINUTE);
    }

    private void addProperty(long receivedAt) {
        if (file.goneAt(receivedAt)) {
            return;
        }
        InquiryRecords ofProperty = new InquiryRecords(simulated, own);
        DeviceExamination property = ofProperty.item("property", receivedAt);
        property.setOtherProperty(true);
        ofProperty.save(property, receivedAt + ForceCalendar.MINUTE);
        long neededUntil = receivedAt + ForceCalendar.days(10 + own.exponential(40));
        long returnedAt = neededUntil + ForceCalendar.days(own.exponential(Figures.of("days_to_return_property")));
        property.setNeededUntil(Instant.ofEpochMilli(neededUntil));
        property.setReturnedAt(Instant.ofEpochMilli(returnedAt));
        ofProperty.save(property, returnedAt + ForceCalendar.MINUTE);
        long askedAt = ForceCalendar.between(9, 20, returnedAt + ForceCalendar.days(own.uniform(1, 10)));
        if (own.chance(Figures.of("asked_of_property")) && !file.goneAt(askedAt)) {
            boolean late = returnedAt - neededUntil >= ForceCalendar.days(Figures.of("property_late_from_days"));
            Satisfaction satisfaction = new Satisfaction()
                    .duty(
                            late,
                            StrictMath.exp(
                                    -Figures.of("property_late_from_days") / Figures.of("days_to_return_property")));
            ContactRecord.ask(simulated, "survey-of-property", askedAt, satisfaction, own);
        }
    }

    /** Submitted before the outcome, which ends whatever is still open. */
    private void addSubmission(long submittedAt) {
        if (submittedAt >= file.assignedAt() || file.goneAt(submittedAt)) {
            return;
        }
        CpsReferral submission = records.submission("submission-1", submittedAt);
        records.save(submission, submittedAt + ForceCalendar.MINUTE);
        long answeredAt = Math.min(submittedAt + ForceCalendar.days(draw.logNormal(14, 0.6)), file.assignedAt());
        allocate(submission, answeredAt);
        if (answeredAt == file.assignedAt() || !draw.chance(Figures.of("returned"))) {
            decide(submission, answeredAt);
            return;
        }
        long dueAt = answeredAt + ForceCalendar.days(draw.uniform(14, 42));
        submission.setReturnedAt(Instant.ofEpochMilli(answeredAt));
        submission.setActionPlanDueAt(Instant.ofEpochMilli(dueAt));
        records.save(submission, answeredAt + ForceCalendar.MINUTE);
        double late = draw.chance(Figures.of("resubmitted_late")) ? draw.exponential(15) : -draw.uniform(0, 12);
        long againAt = dueAt + ForceCalendar.days(late);
        if (againAt >= file.assignedAt()) {
            decide(submission, file.assignedAt());
            return;
        }
        submission.setResubmittedAt(Instant.ofEpochMilli(againAt));
        submission.setEscalated(late > 0 && own.chance(Figures.of("escalated")));
        records.save(submission, againAt + ForceCalendar.MINUTE);
        CpsReferral again = records.submission("submission-2", againAt);
        records.save(again, againAt + 2 * ForceCalendar.MINUTE);
        long decidedAt = Math.min(againAt + ForceCalendar.days(draw.logNormal(14, 0.6)), file.assignedAt());
        allocate(again, decidedAt);
        decide(again, decidedAt);
    }

    /** To a prosecutor, some days after it was submitted, by a chance of its own; one that is answered sooner never was. */
    private void allocate(CpsReferral submission, long answeredAt) {
        long submittedAt = submission.getSubmittedAt().toEpochMilli();
        Draw chances = Draw.at(ALLOCATION, submittedAt);
        long allocatedAt = submittedAt + ForceCalendar.days(chances.exponential(Figures.of("days_to_allocation")));
        if (allocatedAt + ForceCalendar.MINUTE < answeredAt) {
            submission.setAllocatedAt(Instant.ofEpochMilli(allocatedAt));
            new InquiryRecords(simulated, chances).save(submission, allocatedAt + ForceCalendar.MINUTE);
        }
    }

    private void decide(CpsReferral submission, long decidedAt) {
        submission.setDecidedAt(Instant.ofEpochMilli(decidedAt));
        submission.setDispute(Figures.choice("disputes").draw(own));
        records.save(submission, decidedAt + 5 * ForceCalendar.MINUTE);
    }
}
