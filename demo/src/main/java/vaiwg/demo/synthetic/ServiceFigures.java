package vaiwg.demo.synthetic;

import vaiwg.schemas.AuditAnswer;
import vaiwg.schemas.Standing;

/**
 * What the synthetic force assumes of the service given to victims and of the work on their cases, with where it comes from. "The
 * paper" and "assumed" mean what they do in {@link WestMidlandsFigures}.
 */
final class ServiceFigures {
    /** Referred to support, or a referral declined; after how many days; assumed. */
    static final double REFERRED = 0.55;

    static final double DAYS_TO_REFERRAL = 0.9;
    static final double REFERRED_LATE_FROM_DAYS = 2;
    static final double REFERRED_IN_TIME = referredWithin(REFERRED_LATE_FROM_DAYS);
    /** Audited under the Victims' Code, from and to how many days after recording; assumed. */
    static final double AUDITED = 0.01;

    static final double AUDITED_APART = 0.3;

    static final double AUDITED_FROM_DAYS = 30;
    static final double AUDITED_TO_DAYS = 100;
    /** Audits entered for the wrong case, and taken back; assumed. */
    static final double AUDIT_WITHDRAWN = 0.03;
    /** In 28 % of the samples a statement was not offered: the paper, section 1.1.3. What did not apply is assumed. */
    static final Choice<AuditAnswer> STATEMENT = answers(0.62, 0.28);
    /**
     * 15 % were not referred although there was a need, 7 % later than in two days: the paper, section 1.1.3. In the order of the days to a
     * referral: what an audit finds follows from the case's own.
     */
    static final Choice<AuditAnswer> REFERRAL = Choice.of(AuditAnswer.YES, 0.48)
            .or(AuditAnswer.LATE, 0.07)
            .or(AuditAnswer.NO, 0.15)
            .rest(AuditAnswer.NOT_APPLICABLE);
    /**
     * Audits that say of the referral what they were told, whatever the case's records say; assumed. With crimes that were recorded late,
     * of 12 victims who an audit says were referred in time one has no referral on record in time.
     */
    static final double AUDITED_WITHOUT_RECORDS = 0.08;
    /** 14 % were not told of the end of their journey: the paper, section 1.1.3. */
    static final Choice<AuditAnswer> END_TOLD = answers(0.46, 0.14);
    /** 51 % were not told of the Code: the paper, section 1.1.3. */
    static final Choice<AuditAnswer> CODE_INFORMED =
            Choice.of(AuditAnswer.YES, 0.49).rest(AuditAnswer.NO);
    /** "A good level of compliance" is all that the paper says of the other two; assumed. */
    static final Choice<AuditAnswer> ACKNOWLEDGED = answers(0.90, 0.08);

    static final Choice<AuditAnswer> UPDATES_TIMELY = answers(0.84, 0.14);
    /** Sent a survey where contact is safe; assumed. */
    static final double SURVEYED = 0.06;
    /** 10 % answer by text message and 6 % by e-mail, half of them say who they are: the paper, section 1.2.2. Satisfied: assumed. */
    static final double SMS_ANSWERED = 0.10;

    static final double EMAIL_ANSWERED = 0.06;

    static final double DEMOGRAPHICS_GIVEN = 0.50;
    /** Answers that do not come whatever the hour, but between seven and eleven in the evening; assumed. */
    static final double ANSWERED_BY_DAY = 0.9;

    static final double SATISFIED = 0.72;
    /** By how much less victims are likely to be satisfied for each duty to them that was missed; assumed. */
    static final double LESS_SATISFIED = 0.12;
    /** Asked by telephone after an audit, or when property was returned, where the officer in the case says that it is safe; assumed. */
    static final double ASKED_OF_AUDIT = 0.9;

    static final double ASKED_OF_PROPERTY = 0.3;
    /** Answers with words of the victim's own: the paper, section 1.2.2. */
    static final double FREE_TEXT_GIVEN = 0.51;
    /** A review asked for, of decisions that may be reviewed; overturned of those decided; assumed. */
    static final double REVIEW_REQUESTED = 0.04;

    static final double REVIEW_OVERTURNED = 0.12;
    /** Rapes with a known suspect submitted to the CPS; returned with an action plan of those; assumed. */
    static final double SUBMITTED = 0.7;

    static final double RETURNED = 0.4;
    /** Action plans that are answered only after their date; assumed. */
    static final double RESUBMITTED_LATE = 0.25;
    /** Action plans answered after their date that were escalated; assumed. */
    static final double ESCALATED = 0.4;
    /** Whether decisions of the CPS were disputed, and the dispute escalated; assumed. */
    static final Choice<String> DISPUTES =
            Choice.of("DISPUTED", 0.05).or("ESCALATED", 0.05).rest("NONE");

    /**
     * What is examined at kiosks; devices of a rape examined elsewhere, and what they are; other property taken, and days until it is
     * returned; assumed.
     */
    static final Choice<String> KINDS_AT_KIOSKS = Choice.of("TELEPHONE", 0.9).rest("STORAGE");

    static final double ELSEWHERE_A_RAPE = 0.04;
    static final Choice<String> KINDS_ELSEWHERE =
            Choice.of("COMPUTER", 0.6).or("TELEPHONE", 0.3).rest("STORAGE");
    static final double PROPERTY_A_RAPE = 0.15;
    static final double DAYS_TO_RETURN_PROPERTY = 9;
    static final double PROPERTY_LATE_FROM_DAYS = 7;
    static final double PROPERTY_LATE = StrictMath.exp(-PROPERTY_LATE_FROM_DAYS / DAYS_TO_RETURN_PROPERTY);
    /** Domestic violence protection notices and orders breached; assumed. */
    static final double DOMESTIC_NOTICE_BREACHED = 0.05;

    static final double DOMESTIC_ORDER_BREACHED = 0.15;
    /** To whom victims are referred; assumed. */
    static final Choice<String> SERVICES =
            Choice.of("IDVA", 0.45).or("HELPLINE", 0.35).or("ISVA", 0.12).rest("CENTRE");
    /** Of referrals of hate crime those to the service for it; assumed. */
    static final double TO_HATE_SERVICE = 0.3;
    /** Whose work surveys ask about; those who felt listened to, and would report again; assumed. */
    static final Choice<String> DEPARTMENTS = Choice.of("RESPONSE", 0.4)
            .or("INVESTIGATION", 0.3)
            .or("NEIGHBOURHOOD", 0.2)
            .rest("CONTACT");

    static final double LISTENED_TO = 0.68;
    static final double WOULD_REPORT_AGAIN = 0.75;
    /** 217 items for 2,015 rapes: the paper, section 2.3.5. */
    static final double ITEMS_A_RAPE = 217.0 / 2_015;

    /** Domestic violence protection notices a day, followed by an order of those, heard in 48 hours of those; assumed. */
    static final double NOTICES_A_DAY = 0.5;

    static final double ORDER_FOLLOWS = 0.85;
    static final double HEARD_IN_TIME = 0.88;
    /** Of hearings of domestic violence protection orders those by video link; assumed. */
    static final double HEARD_VIRTUALLY = 0.4;
    /** Of sexual harm prevention orders those that are interim, and civil; assumed. */
    static final double INTERIM = 0.08;

    static final double CIVIL = 0.15;
    /** Surveys by SMS, the others by e-mail; what audits find of further duties, and how often they ask of two; assumed. */
    static final double SENT_BY_SMS = 0.75;

    static final double INFORMED_IN_TIME = 0.7;
    static final double COMPENSATION_TOLD = 0.45;
    static final double INTERVIEWER_CHOSEN = 0.6;
    static final double VIEWS_ASKED = 0.5;
    static final double COURT_VISIT_OFFERED = 0.55;
    static final double FURTHER_DUTY_APPLIES = 0.25;
    /** Contacts logged by which these duties were met, few as officers begin to log them; after how many days the first two; assumed. */
    static final double INFORMATION_LOGGED = 0.4;

    static final double DAYS_TO_INFORM = 1.6;
    static final double COMPENSATION_LOGGED = 0.12;
    static final double DAYS_TO_COMPENSATION = 9;
    static final double VIEWS_LOGGED = 0.5;
    static final double INTERVIEWER_LOGGED = 0.15;
    static final double COURT_VISIT_LOGGED = 0.6;
    /** Orders that the court does not grant, and days of one that it does; assumed. */
    static final double ORDER_REFUSED = 0.08;

    static final int ORDER_DAYS = 28;
    /** 1,263 sexual harm prevention orders from March 2015 to July 2021: the paper, section 2.3.4. */
    static final double HARM_PREVENTION_A_DAY = 1_263.0 / (6 * 365.25 + 153);
    /** Years of such an order; without an end; assumed. */
    static final double HARM_PREVENTION_YEARS = 7;

    static final double WITHOUT_END = 0.15;
    /** Cases for the conference a day: about 40 in 10,000 adult women a year; heard in 28 days of those of high risk; assumed. */
    static final double CONFERENCE_CASES_A_DAY = 13;

    static final double HIGH_RISK = 0.9;
    static final double HEARD_IN_28_DAYS = 0.83;
    /** Cases of victims whose case was heard in the twelve months before; assumed, near what is usual nationally. */
    static final double CONFERENCE_REPEATS = 0.32;

    static final double DISCLOSURES_A_DAY = 3;
    static final double DISCLOSED = 0.7;
    static final double MEDIAN_DAYS_TO_DISCLOSE = 22;
    /** Complaints and conduct matters a day; the shares that are flagged, of use of force, suspected of a crime, proven; assumed. */
    static final double CONDUCT_CASES_A_DAY = 1.6;

    /** How many officers and staff they are about; those without a pseudonym; assumed. */
    static final int STAFF_WITH_CASES = 1_800;

    static final double STAFF_UNRESOLVED = 0.05;
    static final double COMPLAINT = 0.6;
    static final double FLAGGED = 0.35;
    /** 63 % of the flagged complaints, nationally, October 2021 to March 2022: NPCC data release of March 2023. */
    static final double FORCE_ONLY = 0.63;

    /** What complaints and conduct matters are about; assumed. */
    static final Choice<String> CATEGORIES = Choice.of("DUTIES", 0.35)
            .or("BEHAVIOUR", 0.2)
            .or("DISCRIMINATION", 0.1)
            .or("SEXUAL", 0.1)
            .or("ABUSE", 0.08)
            .or("DISCREDITABLE", 0.07)
            .rest("POWERS");

    static final double SUSPECT_OF_CRIME = 0.5;
    static final double RESTRICTED_IN_TIME = 0.75;
    static final double MEDIAN_DAYS_TO_FINALISE = 140;
    static final double PROVEN = 0.25;

    /** How matters with a case to answer end; assumed. */
    static final Choice<String> RESULTS = Choice.of("CASE_TO_ANSWER", 0.35)
            .or("PROVEN", 0.4)
            .or("DISMISSED", 0.15)
            .rest("WOULD_HAVE_BEEN_DISMISSED");

    /** How many leads report to a meeting of the board at all, and how many owners say how a commitment stands; assumed. */
    static final double LEAD_REPORTS = 0.85;

    static final double OWNER_SAYS_STANDING = 0.3;
    /** Within so many days of the month of the meeting, some of them too late; assumed. */
    static final int DAYS_OF_REPORTS = 35;

    static final Choice<Standing> STANDINGS =
            Choice.of(Standing.ON_COURSE, 0.55).or(Standing.BEHIND, 0.2).rest(Standing.DONE);

    private ServiceFigures() {}

    /** The share of all victims who are referred within so many days. */
    static double referredWithin(double days) {
        return REFERRED * (1 - StrictMath.exp(-days / DAYS_TO_REFERRAL));
    }

    private static Choice<AuditAnswer> answers(double yes, double no) {
        return Choice.of(AuditAnswer.YES, yes).or(AuditAnswer.NO, no).rest(AuditAnswer.NOT_APPLICABLE);
    }
}
