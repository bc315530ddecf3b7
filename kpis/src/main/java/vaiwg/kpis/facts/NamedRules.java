package vaiwg.kpis.facts;

import static vaiwg.kpis.facts.Rule.ofAudits;
import static vaiwg.kpis.facts.Rule.ofBoth;
import static vaiwg.kpis.facts.Rule.ofCrime;
import static vaiwg.kpis.facts.Rule.ofDuty;
import static vaiwg.kpis.facts.Rule.ofOutcome;
import static vaiwg.kpis.facts.Rule.ofPast;
import static vaiwg.kpis.facts.Rule.ofSteps;
import static vaiwg.schemas.EventStream.CRIME_RECORDING;
import static vaiwg.schemas.EventStream.OUTCOME;

import java.util.Optional;
import java.util.function.BiPredicate;
import vaiwg.kpis.cases.CodeQuestion;
import vaiwg.kpis.cases.CountedField;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.Duty;
import vaiwg.kpis.cases.ManagementVersion;
import vaiwg.kpis.cases.OutcomeVersion;
import vaiwg.kpis.cases.PersonCode;
import vaiwg.kpis.facts.Rule.StepKind;
import vaiwg.kpis.reference.EndOfSupport;
import vaiwg.kpis.reference.OffenceKind;
import vaiwg.kpis.reference.OutcomeGroup;
import vaiwg.kpis.reference.Theme;
import vaiwg.kpis.time.PartOfDay;
import vaiwg.schemas.ContactKind;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.PlaceType;
import vaiwg.schemas.StalkingStep;

/** The rules of named facts: what {@code reference/facts.csv} asks of a code or a stream, and here what looks at time or at other records. */
final class NamedRules {
    private static final CountedField.Test TO_HATE_SERVICE =
            CountedField.field(EventStream.VICTIM_CONTACT, "service").isOneOf("HATE");

    private NamedRules() {}

    /**
     * The rule of a fact.
     *
     * @param said as the file says it: a word and what is asked; empty where the rule is here
     */
    static Rule of(String fact, String said) {
        String[] words = (said + " ").split(" ", -1);
        String asked = words[1];
        return switch (words[0]) {
            case "" -> of(fact);
            case "theme" -> asking(Theme.valueOf(asked), KnownCrime::offenceIn);
            case "kind" -> asking(OffenceKind.valueOf(asked), KnownCrime::isOf);
            case "place" -> asking(PlaceType.valueOf(asked), KnownCrime::isAt);
            case "began" -> asking(PartOfDay.valueOf(asked), KnownCrime::beganIn);
            case "outcome" -> Rule.ofType(asked);
            case "group" -> askingBoth(OutcomeGroup.valueOf(asked), KnownCase::outcomeIn);
            case "assigned" -> askingBoth(Integer.valueOf(asked), KnownCase::assignedWithin);
            case "ended" -> askingBoth(EndOfSupport.valueOf(asked), KnownCase::supportEndedFor);
            case "audit" -> ofAudits(CodeQuestion.valueOf(asked)::isMetBy);
            case "states" -> new Rule.Stated(stream(asked), false);
            case "persons" -> new Rule.Stated(stream(asked), true);
            default -> throw new IllegalStateException("facts.csv has no rule \"" + said + "\" for " + fact);
        };
    }

    private static <T> Rule asking(T asked, BiPredicate<KnownCrime, T> test) {
        return ofCrime(crime -> test.test(crime, asked));
    }

    private static <T> Rule askingBoth(T asked, BiPredicate<KnownCase, T> test) {
        return ofBoth(known -> test.test(known, asked));
    }

    private static Rule ofManagement(StalkingStep kind, BiPredicate<KnownCase, ManagementVersion> test) {
        return ofSteps(StepKind.MANAGEMENT, known -> known.steps().hasManagement(kind, step -> test.test(known, step)));
    }

    /** None states a signal. */
    private static Optional<EventStream> stream(String slug) {
        return slug.isEmpty()
                ? Optional.empty()
                : Optional.of(EventStream.ofSlug(slug).orElseThrow());
    }

    private static Rule of(String fact) {
        return switch (fact) {
            case "ACTIVE" -> ofCrime(c -> c.version().status == CrimeVersion.ACTIVE);
            case "CANCELLED" -> ofCrime(KnownCrime::isCancelled);
            case "TRANSFERRED_OUT" -> ofCrime(KnownCrime::isTransferredOut);
            case "CLASSIFIED" -> ofCrime(c -> !c.isUnclassified());
            case "DOMESTIC_ABUSE" -> ofCrime(KnownCrime::isDomesticAbuse);
            case "GENDER_HATE" -> ofCrime(c -> c.is(CrimeVersion.GENDER_HATE));
            case "PERSON_VICTIM" -> ofCrime(c -> c.version().victimKind == CrimeVersion.PERSON);
            case "FEMALE_VICTIM" ->
                ofCrime(c -> c.version().victimKind == CrimeVersion.PERSON && c.version().sex == CrimeVersion.FEMALE);
            case "PUBLIC_PLACE" -> ofCrime(KnownCrime::isInPublic);
            case "PLACE_LOCATED" -> ofCrime(c -> c.version().cell != PersonCode.NONE);
            case "ADDRESS_GIVEN" -> ofCrime(c -> c.version().address != PersonCode.NONE);
            case "UNDER_18" -> ofCrime(c -> c.age() >= 0 && c.age() < 18);
            case "AGED_16_OR_OVER" -> ofCrime(c -> c.age() >= 16);
            case "AGE_GIVEN" -> ofCrime(c -> c.age() >= 0);
            case "AGED_16_TO_24" -> ofCrime(c -> c.age() >= 16 && c.age() <= 24);
            case "PARTNER_OR_FAMILY" -> ofCrime(c -> c.is(CrimeVersion.PARTNER_OR_FAMILY));
            case "START_KNOWN" -> ofCrime(c -> c.beganWithin(4));
            case "BEGAN_AT_NIGHT" -> ofCrime(c -> c.beganBetween(20, 6));
            case "BEGAN_AT_WEEKEND" -> ofCrime(KnownCrime::beganAtWeekend);
            case "ENDED_BEFORE_REPORTED" -> ofCrime(KnownCrime::endedBeforeReported);
            case "REPORTED_WITHIN_24H" -> ofCrime(c -> c.reportedWithin(24));
            case "COMMITTED_WITHIN_A_YEAR" -> ofCrime(c -> c.committedWithin(365));
            case "REPORTED_BEFORE_RECORDED" -> ofCrime(KnownCrime::reportedBeforeRecorded);
            case "RECORDED_WITHIN_24H" -> ofCrime(c -> c.recordedWithin(24 * 3_600_000L));
            case "SUSPECT_IDENTIFIED" -> ofCrime(c -> c.version().suspects > 0);
            case "VICTIM_LINKED" -> ofCrime(c -> c.is(CrimeVersion.VICTIM_LINKED));
            case "VICTIM_OF_CRIME" -> ofCrime(c -> c.version().victim != PersonCode.NONE);
            case "SUSPECT_OF_CRIME" -> ofCrime(c -> c.version().suspectPersons.length > 0);
            case "SUSPECTS_LINKED" -> ofCrime(c -> c.is(CrimeVersion.SUSPECTS_LINKED));
            case "BEGAN_AS_N100" -> ofCrime(c -> c.is(CrimeVersion.BEGAN_AS_N100));
            case "UNCLASSIFIED" -> ofCrime(KnownCrime::isUnclassified);
            case "FLAGGED_LATE" -> ofPast(CRIME_RECORDING, Past::flaggedLate);
            case "OTHER_KIND_AT_FIRST" -> ofPast(CRIME_RECORDING, Past::otherKind);
            case "POLICE_SUSPECT" -> ofCrime(c -> c.version().policeSuspect);
            case "HAS_OUTCOME" -> ofOutcome(o -> true);
            case "HAD_OUTCOME_16" -> ofPast(OUTCOME, Past::hadOutcome16);
            case "REOPENED_FROM_16" -> ofPast(OUTCOME, Past::reopenedFrom16);
            case "CHARGED" -> ofBoth(KnownCase::isCharged);
            case "UNABLE_TO_PROSECUTE" -> ofOutcome(o -> o.group == OutcomeVersion.UNABLE_TO_PROSECUTE);
            case "TOLD_IN_TIME" -> ofBoth(KnownCase::toldInTime);
            case "REFERRAL_DEADLINE_KNOWN" -> ofCrime(c -> c.referralDeadline().isPresent());
            case "SUPPORT_REFERRED_WITHIN_2D" -> ofSteps(StepKind.REFERRAL, KnownCase::referredInTime);
            case "SURVEYED_WITHIN_90D" ->
                ofSteps(
                        StepKind.SURVEY,
                        k -> k.steps().hasContact(ContactKind.SURVEY, sent -> k.isWithin(90, sent.at)));
            case "SCREENED_WITHIN_7D" ->
                ofManagement(StalkingStep.SCREENED, (k, screening) -> k.isWithin(7, screening.at));
            case "AUDITED_BY_NOW" -> ofAudits(audit -> true);
            case "CODE_MET_BY_NOW" -> ofAudits(CodeQuestion::areAllMetBy);
            case "PROPERTY_RETURNED_BY_NOW" -> ofSteps(StepKind.ITEM, k -> k.propertyReturnedWithin(Integer.MAX_VALUE));
            case "PROPERTY_MET_BY_NOW" -> ofSteps(StepKind.ITEM, k -> k.propertyReturnedWithin(7));
            case "LED_TO_PROGRAMME" -> ofManagement(StalkingStep.PROGRAMME_SELECTED, (k, selection) -> true);
            case "HATE_CRIME" -> ofCrime(c -> c.is(CrimeVersion.ANY_HATE));
            case "RACE_HATE" -> ofCrime(c -> c.is(CrimeVersion.RACE_HATE));
            case "RELIGION_HATE" -> ofCrime(c -> c.is(CrimeVersion.RELIGION_HATE));
            case "ORIENTATION_HATE" -> ofCrime(c -> c.is(CrimeVersion.ORIENTATION_HATE));
            case "DISABILITY_HATE" -> ofCrime(c -> c.is(CrimeVersion.DISABILITY_HATE));
            case "TRANSGENDER_HATE" -> ofCrime(c -> c.is(CrimeVersion.TRANSGENDER_HATE));
            case "SUSPECT_IS_PARTNER" -> ofCrime(c -> c.is(CrimeVersion.PARTNER));
            case "SUSPECT_IS_FAMILY" -> ofCrime(c -> c.is(CrimeVersion.FAMILY));
            case "INFORMATION_DEADLINE_KNOWN" ->
                ofCrime(c -> c.informationDeadline().isPresent());
            case "INFORMED_BY_DEADLINE" -> ofDuty(Duty.INFORMATION, KnownCase::informedByDeadline);
            case "COMPENSATION_TOLD_WITHIN_28D" -> ofDuty(Duty.COMPENSATION, k -> k.toldOfCompensationWithin(28));
            case "VIEWS_ASKED_BY_DECISION" -> ofDuty(Duty.DISPOSAL_VIEWS, KnownCase::askedForViews);
            case "INTERVIEWER_OFFERED_BY_STATEMENT" -> ofDuty(Duty.INTERVIEWER, KnownCase::offeredInterviewer);
            case "COURT_VISIT_BEFORE_TRIAL" -> ofDuty(Duty.COURT_VISIT, KnownCase::offeredCourtVisit);
            case "SUPPORT_REFERRED_BY_DECISION" -> ofSteps(StepKind.REFERRAL, KnownCase::referredByDecision);
            case "SUPPORT_REFERRED_AFTER_DECISION" -> ofSteps(StepKind.REFERRAL, KnownCase::referredAfterDecision);
            case "REFERRED_TO_HATE_SERVICE" ->
                ofSteps(StepKind.REFERRAL, k -> k.steps().hasContact(ContactKind.REFERRAL, TO_HATE_SERVICE.holds()));
            default -> throw new IllegalStateException("the fact " + fact + " has no rule");
        };
    }
}
