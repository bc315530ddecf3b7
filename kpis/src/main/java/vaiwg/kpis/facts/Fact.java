package vaiwg.kpis.facts;

import static vaiwg.kpis.cases.CountedField.field;
import static vaiwg.kpis.facts.Rule.ofBoth;
import static vaiwg.kpis.facts.Rule.ofCrime;
import static vaiwg.kpis.facts.Rule.ofDuty;
import static vaiwg.kpis.facts.Rule.ofOutcome;
import static vaiwg.kpis.facts.Rule.ofPast;
import static vaiwg.kpis.facts.Rule.ofSteps;
import static vaiwg.kpis.facts.Rule.ofType;
import static vaiwg.schemas.EventStream.CONDUCT;
import static vaiwg.schemas.EventStream.CPS_REFERRAL;
import static vaiwg.schemas.EventStream.CRIME_RECORDING;
import static vaiwg.schemas.EventStream.DEVICE_EXAMINATION;
import static vaiwg.schemas.EventStream.OUTCOME;
import static vaiwg.schemas.EventStream.VICTIM_CONTACT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import vaiwg.kpis.cases.Characteristic;
import vaiwg.kpis.cases.CodeQuestion;
import vaiwg.kpis.cases.CountedField;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.Duty;
import vaiwg.kpis.cases.OutcomeVersion;
import vaiwg.kpis.cases.PersonCode;
import vaiwg.kpis.facts.Rule.StepKind;
import vaiwg.kpis.reference.EndOfSupport;
import vaiwg.kpis.reference.OffenceKind;
import vaiwg.kpis.reference.OutcomeGroup;
import vaiwg.kpis.reference.ReferenceFile;
import vaiwg.kpis.reference.Theme;
import vaiwg.kpis.time.PartOfDay;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.PlaceType;

/**
 * A yes/no statement from which measures are built: when it is judged at a horizon, its words, its rule. What is only a counted field that is
 * something is {@link #asked} where a measure asks it; what looks at other records, at time or at a map has a name, here.
 */
@API(status = API.Status.MAINTAINED)
public final class Fact implements Expression {
    /** In their order; complete once the class is there. */
    private static final Map<String, Fact> NAMED = new LinkedHashMap<>();

    private static final Map<String, Fact> ASKED = new ConcurrentSkipListMap<>();

    private static final Map<String, String> WORDS = ReferenceFile.read("facts.csv").rows().stream()
            .collect(Collectors.toMap(row -> row.get("fact").toUpperCase(Locale.ROOT), row -> row.get("words")));

    private static final List<Map<String, String>> STATED =
            ReferenceFile.read("stated-facts.csv").rows();

    public static final Fact ACTIVE = judged("ACTIVE", ofCrime(c -> c.version().status == CrimeVersion.ACTIVE));
    public static final Fact CANCELLED = judged("CANCELLED", ofCrime(KnownCrime::isCancelled));
    public static final Fact TRANSFERRED_OUT = judged("TRANSFERRED_OUT", ofCrime(KnownCrime::isTransferredOut));
    public static final Fact RAPE = judged("RAPE", ofCrime(c -> c.offenceIn(Theme.RAPE)));
    public static final Fact OTHER_SEXUAL = judged("OTHER_SEXUAL", ofCrime(c -> c.offenceIn(Theme.OTHER_SEXUAL)));
    public static final Fact STALKING_HARASSMENT =
            judged("STALKING_HARASSMENT", ofCrime(c -> c.offenceIn(Theme.STALKING_HARASSMENT)));
    public static final Fact STALKING = judged("STALKING", ofCrime(c -> c.offenceIn(Theme.STALKING)));
    public static final Fact STALKING_OR_8L =
            judged("STALKING_OR_8L", ofCrime(c -> c.isOf(OffenceKind.STALKING_OR_8L)));
    public static final Fact CLASSIFIED = judged("CLASSIFIED", ofCrime(c -> !c.isUnclassified()));
    public static final Fact DOMESTIC_ABUSE = judged("DOMESTIC_ABUSE", ofCrime(KnownCrime::isDomesticAbuse));
    public static final Fact GENDER_HATE = judged("GENDER_HATE", ofCrime(c -> c.is(CrimeVersion.GENDER_HATE)));
    public static final Fact PERSON_VICTIM =
            judged("PERSON_VICTIM", ofCrime(c -> c.version().victimKind == CrimeVersion.PERSON));
    public static final Fact FEMALE_VICTIM = judged(
            "FEMALE_VICTIM",
            ofCrime(c -> c.version().victimKind == CrimeVersion.PERSON && c.version().sex == CrimeVersion.FEMALE));
    public static final Fact PUBLIC_PLACE = judged("PUBLIC_PLACE", ofCrime(c -> c.isInPublic()));
    public static final Fact IN_STREET = judged("IN_STREET", ofCrime(c -> c.isAt(PlaceType.STREET)));
    public static final Fact ON_TRANSPORT = judged("ON_TRANSPORT", ofCrime(c -> c.isAt(PlaceType.TRANSPORT)));
    public static final Fact IN_LICENSED_PREMISES =
            judged("IN_LICENSED_PREMISES", ofCrime(c -> c.isAt(PlaceType.LICENSED_PREMISES)));
    public static final Fact IN_OPEN_SPACE = judged("IN_OPEN_SPACE", ofCrime(c -> c.isAt(PlaceType.OPEN_SPACE)));
    public static final Fact PLACE_LOCATED = judged("PLACE_LOCATED", ofCrime(c -> c.version().cell != PersonCode.NONE));
    public static final Fact ADDRESS_GIVEN =
            judged("ADDRESS_GIVEN", ofCrime(c -> c.version().address != PersonCode.NONE));
    public static final Fact EDUCATION_PLACE = judged("EDUCATION_PLACE", ofCrime(c -> c.isAt(PlaceType.EDUCATION)));
    public static final Fact UNDER_18 = judged("UNDER_18", ofCrime(c -> c.isAged(0, 17)));
    public static final Fact AGED_16_OR_OVER = judged("AGED_16_OR_OVER", ofCrime(c -> c.isAged(16, 120)));
    public static final Fact AGE_GIVEN = judged("AGE_GIVEN", ofCrime(c -> c.age() >= 0));
    public static final Fact AGED_16_TO_24 = judged("AGED_16_TO_24", ofCrime(c -> c.isAged(16, 24)));
    public static final Fact HOMICIDE = judged("HOMICIDE", ofCrime(c -> c.isOf(OffenceKind.HOMICIDE)));
    public static final Fact BURGLARY = judged("BURGLARY", ofCrime(c -> c.isOf(OffenceKind.BURGLARY)));
    public static final Fact ROBBERY = judged("ROBBERY", ofCrime(c -> c.isOf(OffenceKind.ROBBERY)));
    public static final Fact PARTNER_OR_FAMILY =
            judged("PARTNER_OR_FAMILY", ofCrime(c -> c.is(CrimeVersion.PARTNER_OR_FAMILY)));
    public static final Fact START_KNOWN = judged("START_KNOWN", ofCrime(c -> c.beganWithin(4)));
    public static final Fact BEGAN_AT_NIGHT = judged("BEGAN_AT_NIGHT", ofCrime(c -> c.beganBetween(20, 6)));
    public static final Fact BEGAN_IN_MORNING = judged("BEGAN_IN_MORNING", ofCrime(c -> c.beganIn(PartOfDay.MORNING)));
    public static final Fact BEGAN_IN_AFTERNOON =
            judged("BEGAN_IN_AFTERNOON", ofCrime(c -> c.beganIn(PartOfDay.AFTERNOON)));
    public static final Fact BEGAN_IN_EVENING = judged("BEGAN_IN_EVENING", ofCrime(c -> c.beganIn(PartOfDay.EVENING)));
    public static final Fact BEGAN_IN_SMALL_HOURS =
            judged("BEGAN_IN_SMALL_HOURS", ofCrime(c -> c.beganIn(PartOfDay.SMALL_HOURS)));
    public static final Fact BEGAN_AT_WEEKEND = judged("BEGAN_AT_WEEKEND", ofCrime(KnownCrime::beganAtWeekend));
    public static final Fact ENDED_BEFORE_REPORTED =
            judged("ENDED_BEFORE_REPORTED", ofCrime(KnownCrime::endedBeforeReported));
    public static final Fact REPORTED_WITHIN_24H = judged("REPORTED_WITHIN_24H", ofCrime(c -> c.reportedWithin(24)));
    public static final Fact COMMITTED_WITHIN_A_YEAR =
            judged("COMMITTED_WITHIN_A_YEAR", ofCrime(c -> c.committedWithin(365)));
    public static final Fact REPORTED_BEFORE_RECORDED =
            judged("REPORTED_BEFORE_RECORDED", ofCrime(KnownCrime::reportedBeforeRecorded));
    public static final Fact RECORDED_WITHIN_24H =
            judged("RECORDED_WITHIN_24H", ofCrime(c -> c.recordedWithin(24 * 3_600_000L)));
    public static final Fact SUSPECT_IDENTIFIED = answered("SUSPECT_IDENTIFIED", c -> c.version().suspects > 0);
    public static final Fact VICTIM_LINKED = judged("VICTIM_LINKED", ofCrime(c -> c.is(CrimeVersion.VICTIM_LINKED)));
    public static final Fact VICTIM_OF_CRIME =
            judged("VICTIM_OF_CRIME", ofCrime(c -> c.version().victim != PersonCode.NONE));
    public static final Fact SUSPECT_OF_CRIME =
            judged("SUSPECT_OF_CRIME", ofCrime(c -> c.version().suspectPersons.length > 0));
    public static final Fact SUSPECTS_LINKED =
            judged("SUSPECTS_LINKED", ofCrime(c -> c.is(CrimeVersion.SUSPECTS_LINKED)));
    public static final Fact BEGAN_AS_N100 = judged("BEGAN_AS_N100", ofCrime(c -> c.is(CrimeVersion.BEGAN_AS_N100)));
    public static final Fact CONFIRMED_AS_RAPE = answered("CONFIRMED_AS_RAPE", c -> c.offenceIn(Theme.RAPE));
    public static final Fact UNCLASSIFIED = answered("UNCLASSIFIED", KnownCrime::isUnclassified);
    public static final Fact FLAGGED_LATE = judged("FLAGGED_LATE", ofPast(CRIME_RECORDING, Past::flaggedLate));
    public static final Fact OTHER_KIND_AT_FIRST =
            judged("OTHER_KIND_AT_FIRST", ofPast(CRIME_RECORDING, Past::otherKind));
    public static final Fact POLICE_SUSPECT = judged("POLICE_SUSPECT", ofCrime(c -> c.version().policeSuspect));
    public static final Fact HAS_OUTCOME = judged("HAS_OUTCOME", ofOutcome(o -> true));
    public static final Fact OUTCOME_4 = judged("OUTCOME_4", ofType("4"));
    public static final Fact OUTCOME_14 = judged("OUTCOME_14", ofType("14"));
    public static final Fact OUTCOME_15 = judged("OUTCOME_15", ofType("15"));
    public static final Fact OUTCOME_16 = judged("OUTCOME_16", ofType("16"));
    public static final Fact OUTCOME_18 = judged("OUTCOME_18", ofType("18"));
    public static final Fact OUTCOME_20 = judged("OUTCOME_20", ofType("20"));
    public static final Fact OUTCOME_21 = judged("OUTCOME_21", ofType("21"));
    public static final Fact OUTCOME_22 = judged("OUTCOME_22", ofType("22"));
    public static final Fact OUT_OF_COURT = judged("OUT_OF_COURT", ofBoth(k -> k.outcomeIn(OutcomeGroup.OUT_OF_COURT)));
    public static final Fact HAD_OUTCOME_16 = judged("HAD_OUTCOME_16", ofPast(OUTCOME, Past::hadOutcome16));
    public static final Fact REOPENED_FROM_16 = judged("REOPENED_FROM_16", ofPast(OUTCOME, Past::reopenedFrom16));
    public static final Fact ASSIGNED_WITHIN_7D = judged("ASSIGNED_WITHIN_7D", ofBoth(k -> k.assignedWithin(7)));
    public static final Fact ASSIGNED_WITHIN_28D = judged("ASSIGNED_WITHIN_28D", ofBoth(k -> k.assignedWithin(28)));
    public static final Fact ASSIGNED_WITHIN_90D = judged("ASSIGNED_WITHIN_90D", ofBoth(k -> k.assignedWithin(90)));
    public static final Fact CHARGED = judged("CHARGED", ofBoth(KnownCase::isCharged));
    public static final Fact UNABLE_TO_PROSECUTE =
            judged("UNABLE_TO_PROSECUTE", ofOutcome(o -> o.group == OutcomeVersion.UNABLE_TO_PROSECUTE));
    public static final Fact TO_BE_TOLD = judged("TO_BE_TOLD", ofBoth(k -> k.outcomeIn(OutcomeGroup.TO_BE_TOLD)));
    public static final Fact TOLD_IN_TIME = judged("TOLD_IN_TIME", ofBoth(KnownCase::toldInTime));
    public static final Fact ENDED_FOR_FEAR =
            judged("ENDED_FOR_FEAR", ofBoth(k -> k.supportEndedFor(EndOfSupport.FEAR_OF_REPRISAL)));
    public static final Fact ENDED_FOR_LENGTH =
            judged("ENDED_FOR_LENGTH", ofBoth(k -> k.supportEndedFor(EndOfSupport.LENGTH_OF_PROCESS)));
    public static final Fact ENDED_FOR_COURT =
            judged("ENDED_FOR_COURT", ofBoth(k -> k.supportEndedFor(EndOfSupport.COURT)));
    public static final Fact ENDED_UNINFORMED =
            judged("ENDED_UNINFORMED", ofBoth(k -> k.supportEndedFor(EndOfSupport.NOT_KEPT_INFORMED)));
    public static final Fact ENDED_FOR_OTHER_SUPPORT =
            judged("ENDED_FOR_OTHER_SUPPORT", ofBoth(k -> k.supportEndedFor(EndOfSupport.OTHER_SUPPORT)));
    public static final Fact ENDED_FOR_DEVICE =
            judged("ENDED_FOR_DEVICE", ofBoth(k -> k.supportEndedFor(EndOfSupport.DEVICE_REQUEST)));
    public static final Fact ENDED_WITHOUT_REASON_GIVEN =
            judged("ENDED_WITHOUT_REASON_GIVEN", ofBoth(k -> k.supportEndedFor(EndOfSupport.NOT_SAID)));
    public static final Fact REFERRAL_DEADLINE_KNOWN =
            judged("REFERRAL_DEADLINE_KNOWN", ofCrime(c -> c.referralDeadline().isPresent()));
    public static final Fact SUPPORT_REFERRED_WITHIN_2D =
            judged("SUPPORT_REFERRED_WITHIN_2D", ofSteps(StepKind.REFERRAL, KnownCase::referredInTime));
    public static final Fact SURVEYED_WITHIN_90D =
            judged("SURVEYED_WITHIN_90D", ofSteps(StepKind.SURVEY, k -> k.surveyedWithin(90)));
    public static final Fact SCREENED_WITHIN_7D =
            judged("SCREENED_WITHIN_7D", ofSteps(StepKind.MANAGEMENT, k -> k.screenedWithin(7)));
    public static final Fact CAUTIONED = judged("CAUTIONED", ofBoth(k -> k.outcomeIn(OutcomeGroup.CAUTION)));
    public static final Fact AUDITED_BY_NOW = judged("AUDITED_BY_NOW", ofSteps(StepKind.AUDIT, KnownCase::isAudited));
    public static final Fact CODE_MET_BY_NOW =
            judged("CODE_MET_BY_NOW", ofSteps(StepKind.AUDIT, KnownCase::meetsVictimsCode));
    public static final Fact ACKNOWLEDGED_BY_NOW =
            judged("ACKNOWLEDGED_BY_NOW", ofSteps(StepKind.AUDIT, k -> k.meets(CodeQuestion.ACKNOWLEDGED)));
    public static final Fact UPDATES_BY_NOW =
            judged("UPDATES_BY_NOW", ofSteps(StepKind.AUDIT, k -> k.meets(CodeQuestion.UPDATES_TIMELY)));
    public static final Fact STATEMENT_BY_NOW =
            judged("STATEMENT_BY_NOW", ofSteps(StepKind.AUDIT, k -> k.meets(CodeQuestion.STATEMENT_OFFERED)));
    public static final Fact REFERRED_BY_NOW =
            judged("REFERRED_BY_NOW", ofSteps(StepKind.AUDIT, k -> k.meets(CodeQuestion.REFERRED_IN_TIME)));
    public static final Fact EXPLAINED_BY_NOW =
            judged("EXPLAINED_BY_NOW", ofSteps(StepKind.AUDIT, k -> k.meets(CodeQuestion.CODE_INFORMED)));
    public static final Fact END_BY_NOW =
            judged("END_BY_NOW", ofSteps(StepKind.AUDIT, k -> k.meets(CodeQuestion.END_OF_JOURNEY_TOLD)));
    public static final Fact PROPERTY_RETURNED_BY_NOW = judged(
            "PROPERTY_RETURNED_BY_NOW", ofSteps(StepKind.ITEM, k -> k.propertyReturnedWithin(Integer.MAX_VALUE)));
    public static final Fact PROPERTY_MET_BY_NOW =
            judged("PROPERTY_MET_BY_NOW", ofSteps(StepKind.ITEM, k -> k.propertyReturnedWithin(7)));
    public static final Fact LED_TO_PROGRAMME =
            judged("LED_TO_PROGRAMME", ofSteps(StepKind.MANAGEMENT, KnownCase::ledToProgramme));
    public static final Fact HATE_CRIME = judged("HATE_CRIME", ofCrime(c -> c.is(CrimeVersion.ANY_HATE)));
    public static final Fact RACE_HATE = judged("RACE_HATE", ofCrime(c -> c.is(CrimeVersion.RACE_HATE)));
    public static final Fact RELIGION_HATE = judged("RELIGION_HATE", ofCrime(c -> c.is(CrimeVersion.RELIGION_HATE)));
    public static final Fact ORIENTATION_HATE =
            judged("ORIENTATION_HATE", ofCrime(c -> c.is(CrimeVersion.ORIENTATION_HATE)));
    public static final Fact DISABILITY_HATE =
            judged("DISABILITY_HATE", ofCrime(c -> c.is(CrimeVersion.DISABILITY_HATE)));
    public static final Fact TRANSGENDER_HATE =
            judged("TRANSGENDER_HATE", ofCrime(c -> c.is(CrimeVersion.TRANSGENDER_HATE)));
    public static final Fact SUSPECT_IS_PARTNER =
            judged("SUSPECT_IS_PARTNER", ofCrime(c -> c.is(CrimeVersion.PARTNER)));
    public static final Fact SUSPECT_IS_FAMILY = judged("SUSPECT_IS_FAMILY", ofCrime(c -> c.is(CrimeVersion.FAMILY)));
    public static final Fact INFORMATION_DEADLINE_KNOWN = judged(
            "INFORMATION_DEADLINE_KNOWN", ofCrime(c -> c.informationDeadline().isPresent()));
    public static final Fact INFORMED_BY_DEADLINE =
            judged("INFORMED_BY_DEADLINE", ofDuty(Duty.INFORMATION, KnownCase::informedByDeadline));
    public static final Fact COMPENSATION_TOLD_WITHIN_28D =
            judged("COMPENSATION_TOLD_WITHIN_28D", ofDuty(Duty.COMPENSATION, k -> k.toldOfCompensationWithin(28)));
    public static final Fact VIEWS_ASKED_BY_DECISION =
            judged("VIEWS_ASKED_BY_DECISION", ofDuty(Duty.DISPOSAL_VIEWS, KnownCase::askedForViews));
    public static final Fact INTERVIEWER_OFFERED_BY_STATEMENT =
            judged("INTERVIEWER_OFFERED_BY_STATEMENT", ofDuty(Duty.INTERVIEWER, KnownCase::offeredInterviewer));
    public static final Fact COURT_VISIT_BEFORE_TRIAL =
            judged("COURT_VISIT_BEFORE_TRIAL", ofDuty(Duty.COURT_VISIT, KnownCase::offeredCourtVisit));
    public static final Fact SUPPORT_REFERRED_BY_DECISION =
            judged("SUPPORT_REFERRED_BY_DECISION", ofSteps(StepKind.REFERRAL, KnownCase::referredByDecision));
    public static final Fact SUPPORT_REFERRED_AFTER_DECISION =
            judged("SUPPORT_REFERRED_AFTER_DECISION", ofSteps(StepKind.REFERRAL, KnownCase::referredAfterDecision));
    public static final Fact REFERRED_TO_HATE_SERVICE =
            judged("REFERRED_TO_HATE_SERVICE", ofSteps(StepKind.REFERRAL, KnownCase::referredToHateService));
    public static final Fact ORPHAN_OUTCOME = stated("ORPHAN_OUTCOME", OUTCOME);
    public static final Fact ORDER_APPLIED = stated("ORDER_APPLIED", EventStream.STALKING);
    public static final Fact ORDER_DECIDED = stated("ORDER_DECIDED", EventStream.STALKING);
    public static final Fact ORDER_GRANTED = stated("ORDER_GRANTED", EventStream.STALKING);
    public static final Fact ORDER_BREACHED = later("ORDER_BREACHED", EventStream.STALKING);
    public static final Fact PLACE_FILLED = stated("PLACE_FILLED", EventStream.STALKING);
    public static final Fact PROGRAMME_CONSENTED = stated("PROGRAMME_CONSENTED", EventStream.STALKING);
    public static final Fact PROGRAMME_BEGUN = stated("PROGRAMME_BEGUN", EventStream.STALKING);
    public static final Fact PROGRAMME_ALL_ATTENDED = stated("PROGRAMME_ALL_ATTENDED", EventStream.STALKING);
    public static final Fact PROGRAMME_STARTED = stated("PROGRAMME_STARTED", EventStream.STALKING);
    public static final Fact PROGRAMME_COMPLETED = stated("PROGRAMME_COMPLETED", EventStream.STALKING);
    public static final Fact CODE_AUDITED = stated("CODE_AUDITED", VICTIM_CONTACT);
    public static final Fact CODE_ACKNOWLEDGED = stated("CODE_ACKNOWLEDGED", VICTIM_CONTACT);
    public static final Fact CODE_UPDATES_TIMELY = stated("CODE_UPDATES_TIMELY", VICTIM_CONTACT);
    public static final Fact CODE_STATEMENT_OFFERED = stated("CODE_STATEMENT_OFFERED", VICTIM_CONTACT);
    public static final Fact CODE_REFERRED_IN_TIME = stated("CODE_REFERRED_IN_TIME", VICTIM_CONTACT);
    public static final Fact CODE_REFERRAL_FOUND = stated("CODE_REFERRAL_FOUND", VICTIM_CONTACT);
    public static final Fact CODE_REFERRED_LATE = stated("CODE_REFERRED_LATE", VICTIM_CONTACT);
    public static final Fact CODE_EXPLAINED = stated("CODE_EXPLAINED", VICTIM_CONTACT);
    public static final Fact CODE_END_TOLD = stated("CODE_END_TOLD", VICTIM_CONTACT);
    public static final Fact CODE_QUESTION = stated("CODE_QUESTION", VICTIM_CONTACT);
    public static final Fact CODE_QUESTION_MET = stated("CODE_QUESTION_MET", VICTIM_CONTACT);
    public static final Fact CODE_QUESTION_APPLIES = stated("CODE_QUESTION_APPLIES", VICTIM_CONTACT);
    public static final Fact COURT_FINALISED = stated("COURT_FINALISED", OUTCOME);
    public static final Fact REVIEWABLE_DECISION = stated("REVIEWABLE_DECISION", OUTCOME);
    public static final Fact REVIEW_REQUESTED = later("REVIEW_REQUESTED", VICTIM_CONTACT);
    public static final Fact REVIEW_DECIDED = stated("REVIEW_DECIDED", VICTIM_CONTACT);
    public static final Fact REVIEW_DEADLINE_KNOWN = stated("REVIEW_DEADLINE_KNOWN", VICTIM_CONTACT);
    public static final Fact REVIEW_DECIDED_WITHIN_30D = stated("REVIEW_DECIDED_WITHIN_30D", VICTIM_CONTACT);
    public static final Fact SURVEY_SENT = stated("SURVEY_SENT", VICTIM_CONTACT);
    public static final Fact SURVEY_ANSWERED = later("SURVEY_ANSWERED", VICTIM_CONTACT);
    public static final Fact SURVEY_ANSWER = stated("SURVEY_ANSWER", VICTIM_CONTACT);
    public static final Fact SUBMISSION_OPEN = stated("SUBMISSION_OPEN", CPS_REFERRAL);
    public static final Fact SUBMISSION_OVERDUE = stated("SUBMISSION_OVERDUE", CPS_REFERRAL);
    public static final Fact SUBMISSION_ALLOCATED = stated("SUBMISSION_ALLOCATED", CPS_REFERRAL);
    public static final Fact SUBMISSION_ALLOCATED_28D = stated("SUBMISSION_ALLOCATED_28D", CPS_REFERRAL);
    public static final Fact SUBMISSION_DECIDED = stated("SUBMISSION_DECIDED", CPS_REFERRAL);
    public static final Fact ACTION_PLAN_OPEN = stated("ACTION_PLAN_OPEN", CPS_REFERRAL);
    public static final Fact ACTION_PLAN_OVERDUE = stated("ACTION_PLAN_OVERDUE", CPS_REFERRAL);
    public static final Fact ACTION_PLAN_OVERDUE_28D = stated("ACTION_PLAN_OVERDUE_28D", CPS_REFERRAL);
    public static final Fact ITEM_EXAMINED = stated("ITEM_EXAMINED", DEVICE_EXAMINATION);
    public static final Fact KIOSK_ITEM_EXAMINED = stated("KIOSK_ITEM_EXAMINED", DEVICE_EXAMINATION);
    public static final Fact ITEM_RETURNED = stated("ITEM_RETURNED", DEVICE_EXAMINATION);
    public static final Fact ITEM_RETURNED_WITHIN_24H = stated("ITEM_RETURNED_WITHIN_24H", DEVICE_EXAMINATION);

    static {
        // What the histories of their subjects alone state.
        for (Map<String, String> row : STATED) {
            EventStream stream = EventStream.ofSlug(row.get("stream")).orElseThrow();
            stated(row.get("fact").toUpperCase(Locale.ROOT), At.valueOf(row.get("at")), stream, row.get("words"));
        }
    }

    public static final Fact VICTIM_BEFORE = ofPersons("VICTIM_BEFORE", CRIME_RECORDING);
    public static final Fact BY_THE_SAME_SUSPECT = ofPersons("BY_THE_SAME_SUSPECT", CRIME_RECORDING);
    public static final Fact BY_ANOTHER_SUSPECT = ofPersons("BY_ANOTHER_SUSPECT", CRIME_RECORDING);
    public static final Fact BY_UNKNOWN_SUSPECT = ofPersons("BY_UNKNOWN_SUSPECT", CRIME_RECORDING);
    public static final Fact FIRST_REPORT = ofPersons("FIRST_REPORT", CRIME_RECORDING);
    public static final Fact RISK_COMPARED = ofPersons("RISK_COMPARED", CRIME_RECORDING);
    public static final Fact RISK_ROSE = ofPersons("RISK_ROSE", CRIME_RECORDING);
    public static final Fact SUSPECT_BEFORE = ofPersons("SUSPECT_BEFORE", CRIME_RECORDING);
    public static final Fact OF_SEVERAL_VICTIMS = ofPersons("OF_SEVERAL_VICTIMS", CRIME_RECORDING);
    public static final Fact UNDER_MANAGEMENT = ofPersons("UNDER_MANAGEMENT", EventStream.STALKING);
    public static final Fact AT_REPEATED_PLACE = ofPersons("AT_REPEATED_PLACE", CRIME_RECORDING);
    public static final Fact SUBJECT_OF_MATTER = ofPersons("SUBJECT_OF_MATTER", CONDUCT);
    public static final Fact SUBJECT_OF_COMPLAINT = ofPersons("SUBJECT_OF_COMPLAINT", CONDUCT);
    public static final Fact SUBJECT_OF_COMPLAINT_OF_FORCE = ofPersons("SUBJECT_OF_COMPLAINT_OF_FORCE", CONDUCT);
    public static final Fact SUBJECT_OF_CONDUCT_MATTER = ofPersons("SUBJECT_OF_CONDUCT_MATTER", CONDUCT);
    public static final Fact OF_SEVERAL_MATTERS = ofPersons("OF_SEVERAL_MATTERS", CONDUCT);
    public static final Fact SIGNAL_RAISED = stated("SIGNAL_RAISED", null);
    public static final Fact SIGNAL_ANSWERED = later("SIGNAL_ANSWERED", null);
    public static final Fact ACTION_PLAN_MISSED = stated("ACTION_PLAN_MISSED", CPS_REFERRAL);
    public static final Fact PROPERTY_RETURNED = stated("PROPERTY_RETURNED", DEVICE_EXAMINATION);
    public static final Fact PROPERTY_RETURNED_WITHIN_7D = stated("PROPERTY_RETURNED_WITHIN_7D", DEVICE_EXAMINATION);
    public static final Fact PROPERTY_HELD = stated("PROPERTY_HELD", DEVICE_EXAMINATION);
    public static final Fact PROPERTY_HELD_OVER_7D = stated("PROPERTY_HELD_OVER_7D", DEVICE_EXAMINATION);
    public static final Fact REFERRAL_MADE = stated("REFERRAL_MADE", VICTIM_CONTACT);
    public static final Fact UPDATE_DUE = stated("UPDATE_DUE", VICTIM_CONTACT);
    public static final Fact UPDATED_IN_TIME = stated("UPDATED_IN_TIME", VICTIM_CONTACT);
    public static final Fact PROGRAMME_REFERRED = stated("PROGRAMME_REFERRED", EventStream.STALKING);
    public static final Fact PROGRAMME_ELIGIBLE = stated("PROGRAMME_ELIGIBLE", EventStream.STALKING);
    public static final Fact RISK_KNOWN_BEFORE_AND_AFTER = stated("RISK_KNOWN_BEFORE_AND_AFTER", EventStream.STALKING);
    public static final Fact RISK_FELL_AFTER = stated("RISK_FELL_AFTER", EventStream.STALKING);
    public static final Fact RISK_ROSE_AFTER = stated("RISK_ROSE_AFTER", EventStream.STALKING);
    public static final Fact STALKING_ORDER_IN_FORCE = stated("STALKING_ORDER_IN_FORCE", EventStream.STALKING);
    public static final Fact STALKING_ORDER_BREACH = stated("STALKING_ORDER_BREACH", EventStream.STALKING);
    public static final Fact TRIAL_SELECTED = stated("TRIAL_SELECTED", EventStream.STALKING);
    public static final Fact TRIAL_RISK_KNOWN = stated("TRIAL_RISK_KNOWN", EventStream.STALKING);
    public static final Fact TRIAL_RISK_FELL = stated("TRIAL_RISK_FELL", EventStream.STALKING);
    public static final Fact TRIAL_RISK_ROSE = stated("TRIAL_RISK_ROSE", EventStream.STALKING);
    public static final Fact CONTROL_SELECTED = stated("CONTROL_SELECTED", EventStream.STALKING);

    /** The grades of assessed risk of domestic abuse, from the lowest. */
    public static final List<Fact> RISK_GRADES = Stream.of("STANDARD", "MEDIUM", "HIGH")
            .map(grade -> asked(field(CRIME_RECORDING, "risk").isOneOf(grade)))
            .toList();

    /** For how many days the programme's evaluation follows a person up. */
    public static final List<Integer> FOLLOW_UP_DAYS = List.of(30, 90, 180, 270, 365);

    /** Beside 28, after how many days it is told that a submission is still open. */
    public static final List<Integer> SUBMISSION_DAYS = List.of(42, 56, 90, 180, 365);

    static {
        for (Characteristic characteristic : Characteristic.values()) {
            CharacteristicFacts.declare(characteristic);
        }
        for (int days : FOLLOW_UP_DAYS) {
            ofPersons(
                    "FOLLOWED_" + days + "D",
                    EventStream.STALKING,
                    days + " days at risk since the disposal, custody not counted");
            ofPersons(
                    "REOFFENDED_" + days + "D",
                    CRIME_RECORDING,
                    "a suspect of a crime of stalking, harassment or domestic abuse committed in these " + days
                            + " days");
        }
        for (int days : SUBMISSION_DAYS) {
            stated(
                    "SUBMISSION_OVER_" + days + "D",
                    At.MEMBERSHIP,
                    CPS_REFERRAL,
                    "it was submitted more than " + days + " days ago");
        }
    }

    /** How a fact is judged at a horizon of k days or months ({@code settled_k}). */
    public enum At {
        /** As known now: who belongs to a cohort is revised. */
        MEMBERSHIP,
        /** As the versions known now tell what the record was before: no correction undoes it. */
        HISTORY,
        /** False where the outcome was assigned on day k or later, in {@code settled_k} and in {@code matured_k}. */
        OUTCOME,
        /** What was answered or entered by then: as the record's versions stood when day k began. */
        ANSWER
    }

    private final String name;
    private final At at;
    private final List<String> alternatives;
    private final Rule rule;
    private final boolean ofPersons;
    /** Made when a set first holds it: until then it has no bit. */
    private volatile FactSet alone;

    private Fact(String name, At at, List<String> alternatives, Rule rule, boolean ofPersons) {
        this.name = name;
        this.at = at;
        this.alternatives = alternatives;
        this.rule = rule;
        this.ofPersons = ofPersons;
    }

    private static Fact named(String name, At at, String words, Rule rule, boolean ofPersons) {
        Fact fact = new Fact(name, at, List.of(words), rule, ofPersons);
        if (NAMED.put(name, fact) != null) {
            throw new IllegalStateException("there are two facts " + name);
        }
        return fact;
    }

    private static String words(String name) {
        return Optional.ofNullable(WORDS.get(name))
                .orElseThrow(() -> new IllegalStateException("reference/facts.csv has no words for the fact " + name));
    }

    private static Fact judged(String name, Rule rule) {
        return judged(name, words(name), rule);
    }

    /** By a rule of its own, as known now, or by the horizon where it is of an outcome. */
    static Fact judged(String name, String words, Rule rule) {
        return named(name, rule.at(), words, rule, false);
    }

    private static Fact answered(String name, Predicate<KnownCrime> test) {
        return answered(name, words(name), test);
    }

    /** Of the crime as it was answered or entered by a horizon. */
    static Fact answered(String name, String words, Predicate<KnownCrime> test) {
        return named(name, At.ANSWER, words, ofCrime(test), false);
    }

    /** Stated by records of a stream, and never of a case by itself; where the stream is null, of the signals themselves. */
    private static Fact stated(String name, EventStream stream) {
        return stated(name, At.MEMBERSHIP, stream, words(name));
    }

    /** Likewise, and of what came later, as an outcome does. */
    private static Fact later(String name, EventStream stream) {
        return stated(name, At.OUTCOME, stream, words(name));
    }

    private static Fact stated(String name, At at, EventStream stream, String words) {
        return named(name, at, words, new Rule.Stated(Optional.ofNullable(stream)), false);
    }

    private static Fact ofPersons(String name, EventStream stream) {
        return ofPersons(name, stream, words(name));
    }

    /** Stated of persons or places, by what a stream tells of them, and never of a crime by itself. */
    static Fact ofPersons(String name, EventStream stream, String words) {
        return named(name, At.MEMBERSHIP, words, new Rule.Stated(Optional.of(stream)), true);
    }

    /**
     * What an expression asks of a counted field: judged on the case's crime or outcome, or stated by another stream's records.
     *
     * @throws IllegalArgumentException in one sentence, where the field is never that
     */
    public static Fact asked(CountedField.Test test) {
        return asked(test.toString(), FieldWords.of(test), Rule.of(test));
    }

    /** Likewise of the case's audits under the Victims' Code: that it holds of one of them. */
    public static Fact askedOfAudits(CountedField.Test test) {
        if (test.field().stream() != VICTIM_CONTACT) {
            throw new IllegalArgumentException("an audit has the fields of victim-contact, and no "
                    + test.field().name());
        }
        String words = "in an audit of the case: " + Expression.oneOf(FieldWords.of(test));
        return asked(test + " in an audit", List.of(words), Rule.ofAudits(test));
    }

    private static Fact asked(String name, List<String> alternatives, Rule rule) {
        return ASKED.computeIfAbsent(name, any -> new Fact(name, rule.at(), alternatives, rule, false));
    }

    /**
     * The fact of a name, in letters of either size.
     *
     * @throws IllegalArgumentException in one sentence, where there is none
     */
    public static Fact named(String name) {
        String sought = name.toUpperCase(Locale.ROOT);
        Fact fact = NAMED.get(sought);
        if (fact == null) {
            TreeMap<String, Fact> sorted = new TreeMap<>(NAMED);
            String nearest = Stream.of(sorted.lowerKey(sought), sorted.higherKey(sought))
                    .filter(Objects::nonNull)
                    .map(near -> near.toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(" and "));
            throw new IllegalArgumentException(
                    "there is no fact \"" + name + "\"; the nearest in the alphabet are " + nearest);
        }
        return fact;
    }

    /** All that have a name, and all that were asked so far. */
    public static List<Fact> values() {
        return Stream.concat(NAMED.values().stream(), ASKED.values().stream()).toList();
    }

    /** As definitions name it: in capitals, or as the expression asks it. */
    public String name() {
        return name;
    }

    public At at() {
        return at;
    }

    /** The statement in plain words. */
    @Override
    public String words() {
        return Expression.oneOf(alternatives);
    }

    @Override
    public List<String> alternatives() {
        return alternatives;
    }

    @Override
    public String formula() {
        return name;
    }

    @Override
    public Stream<Fact> facts() {
        return Stream.of(this);
    }

    /** The stream that tells it: where a force never sends that, neither the fact nor its contrary is known. */
    public Optional<EventStream> stream() {
        return rule.stream();
    }

    /** The duty whose contacts tell it, likewise. */
    public Optional<Duty> duty() {
        return rule.duty();
    }

    /** Whether it is judged on a case, and not stated by records, of persons or of places. */
    public boolean isOfCases() {
        return !(rule instanceof Rule.Stated || rule instanceof Rule.OfRecord);
    }

    /** Whether it is stated of a person, or of a place, and never of a crime by itself. */
    public boolean isOfPersons() {
        return ofPersons;
    }

    /** The field that it is about, where records have not always had it: before, neither it nor its contrary is known. */
    public Optional<CountedField> newField() {
        return rule.field().filter(field -> field.since() > 1);
    }

    /** Whether an expression can only be true where this fact is: it is one of those that must all hold. */
    public boolean isNeededBy(Expression whole) {
        return whole == this || whole instanceof All all && all.parts().stream().anyMatch(this::isNeededBy);
    }

    Rule rule() {
        return rule;
    }

    /** The set of it alone: the first time it takes the next bit that is free. */
    FactSet alone() {
        FactSet set = alone;
        if (set == null) {
            synchronized (NAMED) {
                if (alone == null) {
                    alone = FactSet.ofNew(this);
                }
                set = alone;
            }
        }
        return set;
    }

    boolean holds(KnownCase known) {
        return rule.holds(known);
    }

    @Override
    public String toString() {
        return name;
    }
}
