package vaiwg.demo.synthetic;

import java.time.Instant;
import java.util.Locale;
import vaiwg.schemas.Audit;
import vaiwg.schemas.ContactKind;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.DateResolution;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Review;
import vaiwg.schemas.Source;
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
    private static final String SMS = "SMS";

    private final SimulatedCase simulated;
    private final Draw draw;
    private final VictimContact state = new VictimContact();
    private long latest;

    ContactRecord(SimulatedCase simulated, String id, ContactKind kind, long at, Draw draw) {
        this.simulated = simulated;
        this.draw = draw;
        state.setCrimeReference(simulated.reference());
        state.setForce(WestMidlandsFigures.FORCE);
        state.setSource(Source.SYNTHETIC);
        state.setDateResolution(DateResolution.DAY);
        state.setContactId(id);
        state.setKind(kind);
        state.setAt(Instant.ofEpochMilli(at));
        state.setWithdrawn(false);
        if (kind == ContactKind.SURVEY) {
            // By a chance of its own, so that all else is the same with it and without.
            state.setSurveyChannel(Draw.at(CHANNEL, at).chance(ServiceFigures.SENT_BY_SMS) ? SMS : "EMAIL");
            state.setSurveyDepartment(ServiceFigures.DEPARTMENTS.draw(Draw.at(DEPARTMENT, at)));
        }
        if (kind == ContactKind.REFERRAL) {
            state.setService(service(Draw.at(SERVICE, at)));
        }
    }

    private String service(Draw own) {
        String usual = ServiceFigures.SERVICES.draw(own);
        return isOfHate() && own.chance(ServiceFigures.TO_HATE_SERVICE) ? "HATE" : usual;
    }

    private boolean isOfHate() {
        return simulated.changes().stream()
                .anyMatch(change -> change.value() instanceof CrimeRecording crime
                        && crime.getFlags().stream().anyMatch(flag -> flag.startsWith("HATE_")));
    }

    /** A contact by which a duty of the Victims' Code was met: an audit's kind without an audit's answers. */
    static ContactRecord ofDuty(SimulatedCase simulated, String duty, long at, Draw draw) {
        ContactRecord contact =
                new ContactRecord(simulated, "duty-" + duty.toLowerCase(Locale.ROOT), ContactKind.AUDIT, at, draw);
        contact.state.setDuty(duty);
        return contact;
    }

    private void audit(Audit audit) {
        state.setAudit(audit);
        Draw own = Draw.at(DUTIES, state.getAt().toEpochMilli());
        state.setInformedInTime(own.chance(ServiceFigures.INFORMED_IN_TIME));
        state.setCompensationTold(own.chance(ServiceFigures.COMPENSATION_TOLD));
        state.setInterviewerChosen(own.chance(ServiceFigures.INTERVIEWER_CHOSEN));
        state.setViewsAsked(applies(own) ? own.chance(ServiceFigures.VIEWS_ASKED) : null);
        state.setCourtVisitOffered(applies(own) ? own.chance(ServiceFigures.COURT_VISIT_OFFERED) : null);
    }

    /** With what the audit found. */
    Satisfaction felt(Satisfaction before) {
        return before.audited(state);
    }

    private static boolean applies(Draw draw) {
        return draw.chance(ServiceFigures.FURTHER_DUTY_APPLIES);
    }

    /** A survey by telephone, answered at once. */
    static void ask(SimulatedCase simulated, String id, long at, Satisfaction satisfaction, Draw own) {
        ContactRecord survey = new ContactRecord(simulated, id, ContactKind.SURVEY, at, own);
        survey.state.setSurveyChannel("TELEPHONE");
        survey.answered(at, own.chance(satisfaction.chance()), own.chance(ServiceFigures.DEMOGRAPHICS_GIVEN));
        survey.save(at + ForceCalendar.HOUR);
    }

    /**
     * An audit's answers by the paper's shares.
     *
     * @param daysToReferral of the case, without end where there is none
     */
    void drawAudit(double daysToReferral) {
        audit(new Audit(
                ServiceFigures.ACKNOWLEDGED.draw(draw),
                ServiceFigures.UPDATES_TIMELY.draw(draw),
                ServiceFigures.STATEMENT.draw(draw),
                ServiceFigures.REFERRAL.at(placeOfReferral(daysToReferral, draw.unit())),
                ServiceFigures.CODE_INFORMED.draw(draw),
                ServiceFigures.END_TOLD.draw(draw)));
    }

    /** From 0 to 1 among all cases, those referred soonest first and those never referred last, so that answers have the paper's shares. */
    private double placeOfReferral(double days, double any) {
        if (Draw.at(WITHOUT_RECORDS, state.getAt().toEpochMilli()).chance(ServiceFigures.AUDITED_WITHOUT_RECORDS)) {
            return any;
        }
        double within = ServiceFigures.referredWithin(days);
        return Double.isInfinite(days) ? within + (1 - within) * any : within;
    }

    /** How likely an answer is, by the channel. */
    double answerChance() {
        return state.getSurveyChannel().equals(SMS) ? ServiceFigures.SMS_ANSWERED : ServiceFigures.EMAIL_ANSWERED;
    }

    void answered(long at, boolean satisfied, boolean demographics) {
        // By a chance of its own, so that all else is the same with it and without.
        boolean freeText = Draw.at(FREE_TEXT, at).chance(ServiceFigures.FREE_TEXT_GIVEN);
        Draw own = Draw.at(OPINIONS, at);
        state.setListenedTo(own.chance(ServiceFigures.LISTENED_TO));
        state.setReportAgain(own.chance(ServiceFigures.WOULD_REPORT_AGAIN));
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
        state.setVersion(state.getVersion() + 1);
        state.setEventId(draw.uuid());
        state.setChangedAt(Instant.ofEpochMilli(latest));
        VictimContact version = Saved.copyOf(state);
        simulated.add(EventStream.VICTIM_CONTACT, simulated.reference(), latest, version);
    }
}
