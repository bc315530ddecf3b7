package vaiwg.demo.synthetic;

import java.time.Instant;
import java.util.Locale;
import vaiwg.schemas.Audit;
import vaiwg.schemas.AuditAnswer;
import vaiwg.schemas.ContactKind;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.Review;
import vaiwg.schemas.Survey;
import vaiwg.schemas.VictimContact;

/** A contact with a victim as it stands in the force's system; {@link #save} writes its whole current state as the next version. */
final class ContactRecord {
    private static final long FREE_TEXT = 65;
    private static final long CHANNEL = 68;
    private static final long DUTIES = 69;
    private static final long SERVICE = 78;
    private static final long DEPARTMENT = 79;
    private static final long OPINIONS = 80;
    private static final long WITHOUT_RECORDS = 94;
    private static final long TRAINED = 107;
    private static final String SMS = "SMS";

    private final SimulatedCase simulated;
    private final Draw draw;
    private final VictimContact state = Saved.begun(new VictimContact());
    private long latest;

    ContactRecord(SimulatedCase simulated, String id, ContactKind kind, long at, Draw draw) {
        this.simulated = simulated;
        this.draw = draw;
        state.setCrimeReference(simulated.reference());
        state.setContactId(id);
        state.setKind(kind);
        state.setAt(Instant.ofEpochMilli(at));
        state.setWithdrawn(false);
        if (kind == ContactKind.SURVEY) {
            state.setSurveyChannel(Draw.at(CHANNEL, at).chance(Figures.of("sent_by_sms")) ? SMS : "EMAIL");
            state.setSurveyDepartment(Figures.choice("departments").draw(Draw.at(DEPARTMENT, at)));
        }
        if (kind == ContactKind.REFERRAL) {
            state.setService(service(simulated.file().figures(), Draw.at(SERVICE, at)));
        }
    }

    private String service(CaseFigures figures, Draw own) {
        String usual = figures.drawn("services", own);
        return isOfHate() && own.chance(Figures.of("to_hate_service")) ? "HATE" : usual;
    }

    private boolean isOfHate() {
        return simulated
                .versions(CrimeRecording.class)
                .anyMatch(crime -> crime.getFlags().stream().anyMatch(flag -> flag.startsWith("HATE_")));
    }

    /** A contact by which a duty of the Victims' Code was met: an audit's kind without an audit's answers. */
    static ContactRecord ofDuty(SimulatedCase simulated, String duty, long at, Draw draw) {
        ContactRecord contact =
                new ContactRecord(simulated, "duty-" + duty.toLowerCase(Locale.ROOT), ContactKind.AUDIT, at, draw);
        contact.state.setDuty(duty);
        return contact;
    }

    /** A step of the investigation that the victim was told of. */
    static ContactRecord ofUpdate(SimulatedCase simulated, String step, long at, long toldAt, Draw draw) {
        ContactRecord contact =
                new ContactRecord(simulated, "update-" + step.toLowerCase(Locale.ROOT), ContactKind.AUDIT, at, draw);
        contact.state.setDuty("UPDATE");
        contact.state.setToldOf(step);
        contact.state.setToldAt(Instant.ofEpochMilli(toldAt));
        return contact;
    }

    /** With what the audit found. */
    Satisfaction felt(Satisfaction before) {
        return before.audited(state);
    }

    private static boolean applies(Draw draw) {
        return draw.chance(Figures.of("further_duty_applies"));
    }

    /** A survey by telephone, answered at once or not at all. */
    static void ask(SimulatedCase simulated, String id, long at, Satisfaction satisfaction, Draw own) {
        ContactRecord survey = new ContactRecord(simulated, id, ContactKind.SURVEY, at, own);
        survey.state.setSurveyChannel("TELEPHONE");
        if (own.chance(Figures.of("telephone_answered"))) {
            survey.answered(at, own.chance(satisfaction.chance()), own.chance(Figures.of("demographics_given")));
        }
        survey.save(at + ForceCalendar.HOUR);
    }

    /**
     * An audit's answers by the paper's shares.
     *
     * @param sooner the share of the victims referred to support who are referred sooner than this one
     * @param never whether this one never is
     */
    void drawAudit(CaseFigures figures, double sooner, boolean never) {
        state.setAudit(new Audit(
                answer(figures, "acknowledged", draw.unit()),
                answer(figures, "updates_timely", draw.unit()),
                answer(figures, "statement", draw.unit()),
                answer(figures, "referral", placeOfReferral(sooner, never, draw.unit())),
                answer(figures, "code_informed", draw.unit()),
                answer(figures, "end_told", draw.unit())));
        Draw own = Draw.at(DUTIES, state.getAt().toEpochMilli());
        state.setInformedInTime(own.chance(Figures.of("informed_in_time")));
        state.setCompensationTold(own.chance(Figures.of("compensation_told")));
        state.setInterviewerChosen(own.chance(Figures.of("interviewer_chosen")));
        state.setViewsAsked(applies(own) ? own.chance(Figures.of("views_asked")) : null);
        state.setOfficerTrained(Draw.at(TRAINED, state.getAt().toEpochMilli()).chance(Figures.of("officer_trained")));
        state.setCourtVisitOffered(applies(own) ? own.chance(Figures.of("court_visit_offered")) : null);
    }

    private static AuditAnswer answer(CaseFigures figures, String question, double place) {
        return AuditAnswer.valueOf(figures.at(question, place));
    }

    /** From 0 to 1 among all cases, those referred soonest first and those never referred last, so that answers have the paper's shares. */
    private double placeOfReferral(double sooner, boolean never, double any) {
        if (Draw.at(WITHOUT_RECORDS, state.getAt().toEpochMilli()).chance(Figures.of("audited_without_records"))) {
            return any;
        }
        Choice answers = Figures.choice("referral");
        double ever = answers.share("YES") + answers.share("LATE");
        return never ? ever + (1 - ever) * any : ever * sooner;
    }

    double answerChance() {
        return state.getSurveyChannel().equals(SMS) ? Figures.of("sms_answered") : Figures.of("email_answered");
    }

    void answered(long at, boolean satisfied, boolean demographics) {
        boolean freeText = Draw.at(FREE_TEXT, at).chance(Figures.of("free_text_given"));
        Draw own = Draw.at(OPINIONS, at);
        state.setListenedTo(own.chance(Figures.of("listened_to")));
        state.setReportAgain(own.chance(Figures.of("would_report_again")));
        state.setSurvey(new Survey(Instant.ofEpochMilli(at), satisfied, demographics, freeText));
    }

    void decided(long at, boolean overturned) {
        state.setReview(new Review(Instant.ofEpochMilli(at), overturned));
    }

    void withdraw() {
        state.setWithdrawn(true);
    }

    /** As it stands at an instant; versions are entered one after another. */
    void save(long changedAt) {
        latest = Math.max(changedAt, latest + ForceCalendar.SECOND);
        Saved.next(simulated, state, latest, draw.uuid());
    }
}
