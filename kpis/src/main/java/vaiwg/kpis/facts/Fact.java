package vaiwg.kpis.facts;

import static vaiwg.kpis.cases.CountedField.field;
import static vaiwg.kpis.facts.Rule.ofAudits;
import static vaiwg.kpis.facts.Rule.ofBoth;
import static vaiwg.kpis.facts.Rule.ofCrime;
import static vaiwg.kpis.facts.Rule.ofDuty;
import static vaiwg.kpis.facts.Rule.ofOutcome;
import static vaiwg.kpis.facts.Rule.ofPast;
import static vaiwg.kpis.facts.Rule.ofSteps;
import static vaiwg.schemas.EventStream.CONDUCT;
import static vaiwg.schemas.EventStream.CPS_REFERRAL;
import static vaiwg.schemas.EventStream.CRIME_RECORDING;
import static vaiwg.schemas.EventStream.DEVICE_EXAMINATION;
import static vaiwg.schemas.EventStream.OUTCOME;
import static vaiwg.schemas.EventStream.PROTECTIVE_ORDER;
import static vaiwg.schemas.EventStream.SAFEGUARDING;
import static vaiwg.schemas.EventStream.VICTIM_CONTACT;

import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import vaiwg.kpis.cases.Characteristic;
import vaiwg.kpis.cases.CodeQuestion;
import vaiwg.kpis.cases.CountedField;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.Duty;
import vaiwg.kpis.cases.OutcomeVersion;
import vaiwg.kpis.cases.PackedCode;
import vaiwg.kpis.cases.PersonCode;
import vaiwg.kpis.facts.Rule.StepKind;
import vaiwg.kpis.reference.EndOfSupport;
import vaiwg.kpis.reference.OffenceKind;
import vaiwg.kpis.reference.OutcomeGroup;
import vaiwg.kpis.reference.Theme;
import vaiwg.kpis.time.PartOfDay;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.PlaceType;

/**
 * The named yes/no statements from which measures are built: a name, when it is judged at a horizon, its words, its rule. The
 * last ones, from {@link #ORPHAN_OUTCOME} on, are stated by their own streams and are never true of a crime.
 */
@API(status = API.Status.MAINTAINED)
public enum Fact implements Expression {
    ACTIVE(
            At.MEMBERSHIP,
            "the crime stands: not cancelled, transferred or merged",
            ofCrime(c -> c.version().status == CrimeVersion.ACTIVE)),
    CANCELLED(At.MEMBERSHIP, "the crime was cancelled", ofCrime(c -> c.version().status == CrimeVersion.CANCELLED)),
    RAPE(At.MEMBERSHIP, "rape (classes 19A to 19K)", ofCrime(c -> c.offenceIn(Theme.RAPE))),
    OTHER_SEXUAL(At.MEMBERSHIP, "another sexual offence", ofCrime(c -> c.offenceIn(Theme.OTHER_SEXUAL))),
    STALKING_HARASSMENT(At.MEMBERSHIP, "stalking or harassment", ofCrime(c -> c.offenceIn(Theme.STALKING_HARASSMENT))),
    STALKING(At.MEMBERSHIP, "stalking (class 8Q)", ofCrime(c -> c.offenceIn(Theme.STALKING))),
    STALKING_OR_8L(
            At.MEMBERSHIP,
            "stalking or harassment of class 8Q or 8L",
            ofCrime(c -> c.isOf(OffenceKind.STALKING_OR_8L))),
    CLASSIFIED(At.MEMBERSHIP, "the record has an offence class, and not N100", ofCrime(c -> !c.isUnclassified())),
    DOMESTIC_ABUSE(
            At.MEMBERSHIP,
            "marked as domestic abuse, with an offence class that is not N100",
            ofCrime(KnownCrime::isDomesticAbuse)),
    GENDER_HATE(At.MEMBERSHIP, "marked as a hate crime for gender", ofCrime(c -> c.is(CrimeVersion.GENDER_HATE))),
    PERSON_VICTIM(At.MEMBERSHIP, "the victim is a person", ofCrime(c -> c.version().victimKind == CrimeVersion.PERSON)),
    FEMALE_VICTIM(
            At.MEMBERSHIP,
            "the victim's sex is recorded as female",
            ofCrime(c -> c.version().victimKind == CrimeVersion.PERSON && c.version().sex == CrimeVersion.FEMALE)),
    PUBLIC_PLACE(
            At.MEMBERSHIP,
            "the place is a street, transport, licensed premises or open space",
            ofCrime(c -> c.isInPublic())),
    IN_STREET(At.MEMBERSHIP, "the place is a street", ofCrime(c -> c.isAt(PlaceType.STREET))),
    ON_TRANSPORT(At.MEMBERSHIP, "the place is public transport", ofCrime(c -> c.isAt(PlaceType.TRANSPORT))),
    IN_LICENSED_PREMISES(
            At.MEMBERSHIP, "the place is licensed premises", ofCrime(c -> c.isAt(PlaceType.LICENSED_PREMISES))),
    IN_OPEN_SPACE(At.MEMBERSHIP, "the place is an open space", ofCrime(c -> c.isAt(PlaceType.OPEN_SPACE))),
    PLACE_LOCATED(At.MEMBERSHIP, "the cell of 250 m is known", ofCrime(c -> c.version().cell != PersonCode.NONE)),
    EDUCATION_PLACE(
            At.MEMBERSHIP,
            "the place is a school or another place of education",
            ofCrime(c -> c.isAt(PlaceType.EDUCATION))),
    UNDER_18(At.MEMBERSHIP, "the victim turns 17 at most in the year of recording", ofCrime(c -> c.isAged(0, 17))),
    AGED_16_OR_OVER(
            At.MEMBERSHIP, "the victim turns 16 or more in the year of recording", ofCrime(c -> c.isAged(16, 120))),
    AGE_GIVEN(At.MEMBERSHIP, "the victim's age is known", ofCrime(c -> c.age() >= 0)),
    AGED_16_TO_24(At.MEMBERSHIP, "the victim turns 16 to 24 in the year of recording", ofCrime(c -> c.isAged(16, 24))),
    HOMICIDE(
            At.MEMBERSHIP,
            "murder, manslaughter or infanticide (classes 1, 4.1, 4.2 and 4.10)",
            ofCrime(c -> c.isOf(OffenceKind.HOMICIDE))),
    BURGLARY(
            At.MEMBERSHIP,
            "burglary (classes 28A to 28H, 29, 29A, 30A to 30D, 31 and 31A)",
            ofCrime(c -> c.isOf(OffenceKind.BURGLARY))),
    ROBBERY(At.MEMBERSHIP, "robbery (classes 34A and 34B)", ofCrime(c -> c.isOf(OffenceKind.ROBBERY))),
    PARTNER_OR_FAMILY(
            At.MEMBERSHIP,
            "a suspect is a present or former partner of the victim, or family",
            ofCrime(c -> c.is(CrimeVersion.PARTNER_OR_FAMILY))),
    START_KNOWN(At.MEMBERSHIP, "when it began is known to within 4 hours", ofCrime(c -> c.beganWithin(4))),
    BEGAN_AT_NIGHT(At.MEMBERSHIP, "it began from 20:00 on and before 06:00", ofCrime(c -> c.beganBetween(20, 6))),
    BEGAN_IN_MORNING(
            At.MEMBERSHIP, "it began from 06:00 on and before 12:00", ofCrime(c -> c.beganIn(PartOfDay.MORNING))),
    BEGAN_IN_AFTERNOON(
            At.MEMBERSHIP, "it began from 12:00 on and before 18:00", ofCrime(c -> c.beganIn(PartOfDay.AFTERNOON))),
    BEGAN_IN_EVENING(
            At.MEMBERSHIP, "it began from 18:00 on and before midnight", ofCrime(c -> c.beganIn(PartOfDay.EVENING))),
    BEGAN_IN_SMALL_HOURS(
            At.MEMBERSHIP,
            "it began from midnight on and before 06:00",
            ofCrime(c -> c.beganIn(PartOfDay.SMALL_HOURS))),
    BEGAN_AT_WEEKEND(At.MEMBERSHIP, "it began on a Saturday or a Sunday", ofCrime(KnownCrime::beganAtWeekend)),
    ENDED_BEFORE_REPORTED(
            At.MEMBERSHIP,
            "the times of its end and of the report are known, the report not before the end",
            ofCrime(KnownCrime::endedBeforeReported)),
    REPORTED_WITHIN_24H(At.MEMBERSHIP, "reported less than 24 hours after its end", ofCrime(c -> c.reportedWithin(24))),
    COMMITTED_WITHIN_A_YEAR(
            At.MEMBERSHIP, "committed at most 365 days before it was recorded", ofCrime(c -> c.committedWithin(365))),
    REPORTED_BEFORE_RECORDED(
            At.MEMBERSHIP,
            "both times are known, the report not after the record",
            ofCrime(KnownCrime::reportedBeforeRecorded)),
    RECORDED_WITHIN_24H(
            At.MEMBERSHIP,
            "recorded at most 24 hours after the report",
            ofCrime(c -> c.recordedWithin(24 * 3_600_000L))),
    TRANSFERRED_IN(
            At.MEMBERSHIP,
            "the record came from another force",
            field(CRIME_RECORDING, "transferredIn").isSet()),
    SUSPECT_IDENTIFIED(At.ANSWER, "a suspect is named", ofCrime(c -> c.version().suspects > 0)),
    VICTIM_LINKED(At.MEMBERSHIP, "the victim has a person id", ofCrime(c -> c.is(CrimeVersion.VICTIM_LINKED))),
    VICTIM_OF_CRIME(
            At.MEMBERSHIP,
            "a victim with a person id that links records",
            ofCrime(c -> c.version().victim != PersonCode.NONE)),
    SUSPECT_OF_CRIME(
            At.MEMBERSHIP,
            "a suspect with a person id that links records",
            ofCrime(c -> c.version().suspectPersons.length > 0)),
    SUSPECTS_LINKED(At.MEMBERSHIP, "every suspect has a person id", ofCrime(c -> c.is(CrimeVersion.SUSPECTS_LINKED))),
    BEGAN_AS_N100(
            At.MEMBERSHIP,
            "it began as a reported incident of rape (N100)",
            ofCrime(c -> c.is(CrimeVersion.BEGAN_AS_N100))),
    CONFIRMED_AS_RAPE(At.ANSWER, "the class is rape (19A to 19K)", ofCrime(c -> c.offenceIn(Theme.RAPE))),
    UNCLASSIFIED(At.ANSWER, "no offence is recorded yet (no class, or N100)", ofCrime(KnownCrime::isUnclassified)),
    FLAGGED_LATE(
            At.HISTORY,
            "first marked as domestic abuse more than 24 hours after recording",
            ofPast(CRIME_RECORDING, Past::flaggedLate)),
    OTHER_KIND_AT_FIRST(
            At.HISTORY,
            "stalking now and harassment at first, or the other way round",
            ofPast(CRIME_RECORDING, Past::otherKind)),
    POLICE_SUSPECT(
            At.MEMBERSHIP, "a suspect is a police officer or member of staff", ofCrime(c -> c.version().policeSuspect)),
    HAS_OUTCOME(At.OUTCOME, "the case has an outcome of the framework (0 is none)", ofOutcome(o -> true)),
    OUTCOME_14(
            At.OUTCOME,
            "outcome 14: suspect not identified; the victim does not support action",
            ofOutcome(o -> o.is(Types.T14))),
    OUTCOME_15(
            At.OUTCOME,
            "outcome 15: named suspect, the victim supports action; evidential difficulties",
            ofOutcome(o -> o.is(Types.T15))),
    OUTCOME_16(
            At.OUTCOME,
            "outcome 16: named suspect; the victim does not support action, or no longer does",
            ofOutcome(o -> o.is(Types.T16))),
    OUTCOME_18(
            At.OUTCOME, "outcome 18: investigation complete, no suspect identified", ofOutcome(o -> o.is(Types.T18))),
    OUTCOME_20(At.OUTCOME, "outcome 20: action by another agency", ofOutcome(o -> o.is(Types.T20))),
    OUTCOME_21(
            At.OUTCOME,
            "outcome 21: further investigation not in the public interest",
            ofOutcome(o -> o.is(Types.T21))),
    OUTCOME_22(At.OUTCOME, "outcome 22: diversionary or educational activity", ofOutcome(o -> o.is(Types.T22))),
    OUT_OF_COURT(
            At.OUTCOME,
            "outcome 2, 3, 6, 7 or 8 (with 2A, 3A): a caution, a penalty notice, a warning or a community resolution",
            ofBoth(k -> k.outcomeIn(OutcomeGroup.OUT_OF_COURT))),
    HAD_OUTCOME_16(At.HISTORY, "the outcome is 16, or was at some time", ofPast(OUTCOME, Past::hadOutcome16)),
    REOPENED_FROM_16(
            At.HISTORY, "outcome 16 was taken back and the case opened again", ofPast(OUTCOME, Past::reopenedFrom16)),
    ASSIGNED_WITHIN_7D(At.OUTCOME, "assigned within 7 days of recording", ofBoth(k -> k.assignedWithin(7))),
    ASSIGNED_WITHIN_28D(At.OUTCOME, "assigned within 28 days of recording", ofBoth(k -> k.assignedWithin(28))),
    ASSIGNED_WITHIN_90D(At.OUTCOME, "assigned within 90 days of recording", ofBoth(k -> k.assignedWithin(90))),
    EARLY_ADVICE_RECORDED(
            At.OUTCOME,
            "early advice of the CPS was sought, or why not is recorded",
            field(OUTCOME, "earlyAdvice").isThere()),
    ADVICE_RECORDED_WHILE_OPEN(
            At.MEMBERSHIP,
            "early advice of the CPS was sought, or why not is recorded, while the crime is open",
            field(CRIME_RECORDING, "adviceWhileOpen").isThere()),
    CHARGED(At.OUTCOME, "outcome 1 (with 1A): charged or summonsed", ofBoth(KnownCase::isCharged)),
    UNABLE_TO_PROSECUTE(
            At.OUTCOME,
            "an archive's group: unable to prosecute the suspect",
            ofOutcome(o -> o.group == OutcomeVersion.UNABLE_TO_PROSECUTE)),
    NOT_PROCEEDED(
            At.OUTCOME,
            "a decision not to proceed: outcome 9, 10, 15, 16 or 21",
            ofBoth(k -> k.outcomeIn(OutcomeGroup.NOT_PROCEEDED))),
    TOLD_IN_TIME(
            At.OUTCOME,
            "telling the victim is logged within 5 working days (1 with enhanced rights), bank holidays being known that far",
            ofBoth(KnownCase::toldInTime)),
    STAGE_RECORDED(
            At.OUTCOME,
            "the stage at which support ended is recorded",
            field(OUTCOME, "supportEnded.stage").isThere()),
    ENDED_BEFORE_STATEMENT(
            At.OUTCOME,
            "support ended before a statement",
            field(OUTCOME, "supportEnded.stage").isOneOf("BEFORE_STATEMENT")),
    ENDED_AFTER_STATEMENT(
            At.OUTCOME,
            "support ended after a statement",
            field(OUTCOME, "supportEnded.stage").isOneOf("AFTER_STATEMENT")),
    ENDED_AT_CPS(
            At.OUTCOME,
            "support ended while the case was with the CPS",
            field(OUTCOME, "supportEnded.stage").isOneOf("AT_CPS")),
    ENDED_AFTER_CHARGE(
            At.OUTCOME,
            "support ended after the charge",
            field(OUTCOME, "supportEnded.stage").isOneOf("AFTER_CHARGE")),
    REASON_RECORDED(
            At.OUTCOME,
            "the reason for which support ended is recorded",
            field(OUTCOME, "supportEnded.reason").isThere()),
    ENDED_FOR_FEAR(
            At.OUTCOME,
            "the reason is fear of reprisal",
            ofBoth(k -> k.supportEndedFor(EndOfSupport.FEAR_OF_REPRISAL))),
    ENDED_FOR_LENGTH(
            At.OUTCOME,
            "the reason is the length of the process",
            ofBoth(k -> k.supportEndedFor(EndOfSupport.LENGTH_OF_PROCESS))),
    ENDED_FOR_COURT(
            At.OUTCOME, "the reason is concern about court", ofBoth(k -> k.supportEndedFor(EndOfSupport.COURT))),
    ENDED_UNINFORMED(
            At.OUTCOME,
            "the reason is that the victim was not kept informed",
            ofBoth(k -> k.supportEndedFor(EndOfSupport.NOT_KEPT_INFORMED))),
    ENDED_FOR_OTHER_SUPPORT(
            At.OUTCOME,
            "the reason is that other support was chosen",
            ofBoth(k -> k.supportEndedFor(EndOfSupport.OTHER_SUPPORT))),
    ENDED_FOR_DEVICE(
            At.OUTCOME,
            "the reason is a request for a device",
            ofBoth(k -> k.supportEndedFor(EndOfSupport.DEVICE_REQUEST))),
    ENDED_WITHOUT_REASON_GIVEN(
            At.OUTCOME,
            "the victim was asked for the reason and gave none",
            ofBoth(k -> k.supportEndedFor(EndOfSupport.NOT_SAID))),
    AGE_APPLIES(At.MEMBERSHIP, "age applies to the victim", ofCrime(c -> c.applies(Characteristic.AGE))),
    DISABILITY_APPLIES(
            At.MEMBERSHIP, "disability applies to the victim", ofCrime(c -> c.applies(Characteristic.DISABILITY))),
    GENDER_REASSIGNMENT_APPLIES(
            At.MEMBERSHIP,
            "gender reassignment applies to the victim",
            ofCrime(c -> c.applies(Characteristic.GENDER_REASSIGNMENT))),
    MARRIAGE_APPLIES(
            At.MEMBERSHIP,
            "marriage or civil partnership applies to the victim (from 16, or age unknown)",
            ofCrime(c -> c.applies(Characteristic.MARRIAGE))),
    PREGNANCY_APPLIES(
            At.MEMBERSHIP,
            "pregnancy or maternity applies to the victim (sex female or unknown, and of 12 to 55 or of unknown age)",
            ofCrime(c -> c.applies(Characteristic.PREGNANCY))),
    ETHNICITY_APPLIES(
            At.MEMBERSHIP, "ethnicity applies to the victim", ofCrime(c -> c.applies(Characteristic.ETHNICITY))),
    RELIGION_APPLIES(
            At.MEMBERSHIP,
            "religion or belief applies to the victim",
            ofCrime(c -> c.applies(Characteristic.RELIGION))),
    SEX_APPLIES(At.MEMBERSHIP, "sex applies to the victim", ofCrime(c -> c.applies(Characteristic.SEX))),
    ORIENTATION_APPLIES(
            At.MEMBERSHIP,
            "sexual orientation applies to the victim (from 13, or age unknown)",
            ofCrime(c -> c.applies(Characteristic.ORIENTATION))),
    AGE_KNOWN(
            At.ANSWER,
            "the victim is a person of whom a value for age is recorded",
            ofCrime(c -> c.status(Characteristic.AGE, Characteristic.VALUE))),
    DISABILITY_KNOWN(
            At.ANSWER,
            "the victim is a person of whom a value for disability is recorded",
            ofCrime(c -> c.status(Characteristic.DISABILITY, Characteristic.VALUE))),
    GENDER_REASSIGNMENT_KNOWN(
            At.ANSWER,
            "the victim is a person of whom a value for gender reassignment is recorded",
            ofCrime(c -> c.status(Characteristic.GENDER_REASSIGNMENT, Characteristic.VALUE))),
    MARRIAGE_KNOWN(
            At.ANSWER,
            "the victim is a person of whom a value for marriage or civil partnership is recorded",
            ofCrime(c -> c.status(Characteristic.MARRIAGE, Characteristic.VALUE))),
    PREGNANCY_KNOWN(
            At.ANSWER,
            "the victim is a person of whom a value for pregnancy or maternity is recorded",
            ofCrime(c -> c.status(Characteristic.PREGNANCY, Characteristic.VALUE))),
    ETHNICITY_KNOWN(
            At.ANSWER,
            "the victim is a person of whom a value for ethnicity is recorded",
            ofCrime(c -> c.status(Characteristic.ETHNICITY, Characteristic.VALUE))),
    RELIGION_KNOWN(
            At.ANSWER,
            "the victim is a person of whom a value for religion or belief is recorded",
            ofCrime(c -> c.status(Characteristic.RELIGION, Characteristic.VALUE))),
    SEX_KNOWN(
            At.ANSWER,
            "the victim is a person of whom a value for sex is recorded",
            ofCrime(c -> c.status(Characteristic.SEX, Characteristic.VALUE))),
    ORIENTATION_KNOWN(
            At.ANSWER,
            "the victim is a person of whom a value for sexual orientation is recorded",
            ofCrime(c -> c.status(Characteristic.ORIENTATION, Characteristic.VALUE))),
    AGE_DECLINED(
            At.ANSWER,
            "the victim is a person who was asked for age and preferred not to say",
            ofCrime(c -> c.status(Characteristic.AGE, Characteristic.DECLINED))),
    DISABILITY_DECLINED(
            At.ANSWER,
            "the victim is a person who was asked for disability and preferred not to say",
            ofCrime(c -> c.status(Characteristic.DISABILITY, Characteristic.DECLINED))),
    GENDER_REASSIGNMENT_DECLINED(
            At.ANSWER,
            "the victim is a person who was asked for gender reassignment and preferred not to say",
            ofCrime(c -> c.status(Characteristic.GENDER_REASSIGNMENT, Characteristic.DECLINED))),
    MARRIAGE_DECLINED(
            At.ANSWER,
            "the victim is a person who was asked for marriage or civil partnership and preferred not to say",
            ofCrime(c -> c.status(Characteristic.MARRIAGE, Characteristic.DECLINED))),
    PREGNANCY_DECLINED(
            At.ANSWER,
            "the victim is a person who was asked for pregnancy or maternity and preferred not to say",
            ofCrime(c -> c.status(Characteristic.PREGNANCY, Characteristic.DECLINED))),
    ETHNICITY_DECLINED(
            At.ANSWER,
            "the victim is a person who was asked for ethnicity and preferred not to say",
            ofCrime(c -> c.status(Characteristic.ETHNICITY, Characteristic.DECLINED))),
    RELIGION_DECLINED(
            At.ANSWER,
            "the victim is a person who was asked for religion or belief and preferred not to say",
            ofCrime(c -> c.status(Characteristic.RELIGION, Characteristic.DECLINED))),
    SEX_DECLINED(
            At.ANSWER,
            "the victim is a person who was asked for sex and preferred not to say",
            ofCrime(c -> c.status(Characteristic.SEX, Characteristic.DECLINED))),
    ORIENTATION_DECLINED(
            At.ANSWER,
            "the victim is a person who was asked for sexual orientation and preferred not to say",
            ofCrime(c -> c.status(Characteristic.ORIENTATION, Characteristic.DECLINED))),
    REFERRAL_DEADLINE_KNOWN(
            At.MEMBERSHIP,
            "bank holidays are known up to 2 working days after the report (after recording where its time is not known)",
            ofCrime(c -> c.referralDeadline().isPresent())),
    SUPPORT_REFERRED_WITHIN_2D(
            At.MEMBERSHIP,
            "referred to support, or a referral declined, within 2 working days of the report (of recording where its time is "
                    + "not known)",
            ofSteps(StepKind.REFERRAL, KnownCase::referredInTime)),
    SURVEYED_WITHIN_90D(
            At.MEMBERSHIP,
            "sent a survey within 90 days of recording",
            ofSteps(StepKind.SURVEY, k -> k.surveyedWithin(90))),
    SCREENED_WITHIN_7D(
            At.MEMBERSHIP,
            "a suspect was screened with a stalking tool within 7 days of recording",
            ofSteps(StepKind.MANAGEMENT, k -> k.screenedWithin(7))),
    CHANNEL_KNOWN(
            At.MEMBERSHIP,
            "the record says how it was reported",
            field(CRIME_RECORDING, "channel").isThere()),
    REPORTED_ONLINE(
            At.MEMBERSHIP, "reported online", field(CRIME_RECORDING, "channel").isOneOf("ONLINE")),
    EARLY_ADVICE_SOUGHT(
            At.OUTCOME,
            "early advice of the CPS was sought",
            field(OUTCOME, "earlyAdvice").isOneOf("SOUGHT")),
    NO_ADVICE_NO_SUSPECT(
            At.OUTCOME,
            "no early advice was sought as no suspect was identified",
            field(OUTCOME, "earlyAdvice").isOneOf("SUSPECT_NOT_IDENTIFIED")),
    NO_ADVICE_THRESHOLD(
            At.OUTCOME,
            "no early advice was sought as the threshold was not met",
            field(OUTCOME, "earlyAdvice").isOneOf("THRESHOLD_NOT_MET")),
    NO_ADVICE_FILE_SENT(
            At.OUTCOME,
            "the file was sent without early advice",
            field(OUTCOME, "earlyAdvice").isOneOf("FILE_SENT_WITHOUT")),
    CONTACTS_KNOWN(
            At.OUTCOME,
            "the record says whether letters named investigator and prosecutor",
            field(OUTCOME, "contactsGiven").isThere()),
    CONTACTS_GIVEN(
            At.OUTCOME,
            "letters named investigator and prosecutor, with telephone and e-mail",
            field(OUTCOME, "contactsGiven").isSet()),
    MEETING_KNOWN(
            At.OUTCOME,
            "the record says whether investigator and prosecutor met before the decision",
            field(OUTCOME, "meetingHeld").isThere()),
    MEETING_HELD(
            At.OUTCOME,
            "investigator and prosecutor met before the decision",
            field(OUTCOME, "meetingHeld").isSet()),
    CAUTIONED(At.OUTCOME, "outcome 2 or 3 (with 2A, 3A): a caution", ofBoth(k -> k.outcomeIn(OutcomeGroup.CAUTION))),
    CONDITIONAL_KNOWN(
            At.OUTCOME,
            "the record says whether the caution was conditional",
            field(OUTCOME, "conditional").isThere()),
    CONDITIONAL(
            At.OUTCOME,
            "the caution was conditional",
            field(OUTCOME, "conditional").isSet()),
    AUDITED_BY_NOW(
            At.MEMBERSHIP,
            "the case was audited under the Victims' Code",
            ofSteps(StepKind.AUDIT, KnownCase::isAudited)),
    CODE_MET_BY_NOW(
            At.MEMBERSHIP,
            "an audit of the case found all five duties met",
            ofSteps(StepKind.AUDIT, KnownCase::meetsVictimsCode)),
    ACKNOWLEDGED_BY_NOW(
            At.MEMBERSHIP,
            "an audit of the case found the crime acknowledged, or that did not apply",
            ofSteps(StepKind.AUDIT, k -> k.meets(CodeQuestion.ACKNOWLEDGED))),
    UPDATES_BY_NOW(
            At.MEMBERSHIP,
            "an audit of the case found the updates timely",
            ofSteps(StepKind.AUDIT, k -> k.meets(CodeQuestion.UPDATES_TIMELY))),
    STATEMENT_BY_NOW(
            At.MEMBERSHIP,
            "an audit of the case found that a victim personal statement was offered, or did not apply",
            ofSteps(StepKind.AUDIT, k -> k.meets(CodeQuestion.STATEMENT_OFFERED))),
    REFERRED_BY_NOW(
            At.MEMBERSHIP,
            "an audit of the case found that the victim was referred to support within two days, or that there was no need",
            ofSteps(StepKind.AUDIT, k -> k.meets(CodeQuestion.REFERRED_IN_TIME))),
    EXPLAINED_BY_NOW(
            At.MEMBERSHIP,
            "an audit of the case found that the victim was told of the Victims' Code",
            ofSteps(StepKind.AUDIT, k -> k.meets(CodeQuestion.CODE_INFORMED))),
    END_BY_NOW(
            At.MEMBERSHIP,
            "an audit of the case found that the victim was told of the end of the journey, or that it did not apply",
            ofSteps(StepKind.AUDIT, k -> k.meets(CodeQuestion.END_OF_JOURNEY_TOLD))),
    INFORMED_AUDITED_BY_NOW(
            At.MEMBERSHIP,
            "an audit of the case says whether the victim had the information that is due after the report in time",
            ofAudits(field(VICTIM_CONTACT, "informedInTime").isThere())),
    INFORMED_MET_BY_NOW(
            At.MEMBERSHIP,
            "an audit of the case found that the victim had the information that is due after the report in time",
            ofAudits(field(VICTIM_CONTACT, "informedInTime").isSet())),
    COMPENSATION_AUDITED_BY_NOW(
            At.MEMBERSHIP,
            "an audit of the case says whether the victim was told how to apply for compensation",
            ofAudits(field(VICTIM_CONTACT, "compensationTold").isThere())),
    COMPENSATION_MET_BY_NOW(
            At.MEMBERSHIP,
            "an audit of the case found that the victim was told how to apply for compensation",
            ofAudits(field(VICTIM_CONTACT, "compensationTold").isSet())),
    VIEWS_AUDITED_BY_NOW(
            At.MEMBERSHIP,
            "an audit of the case says whether the victim was asked for views on an out-of-court disposal",
            ofAudits(field(VICTIM_CONTACT, "viewsAsked").isThere())),
    VIEWS_MET_BY_NOW(
            At.MEMBERSHIP,
            "an audit of the case found that the victim was asked for views on an out-of-court disposal",
            ofAudits(field(VICTIM_CONTACT, "viewsAsked").isSet())),
    INTERVIEWER_AUDITED_BY_NOW(
            At.MEMBERSHIP,
            "an audit of the case says whether the victim could choose the gender of the interviewer",
            ofAudits(field(VICTIM_CONTACT, "interviewerChosen").isThere())),
    INTERVIEWER_MET_BY_NOW(
            At.MEMBERSHIP,
            "an audit of the case found that the victim could choose the gender of the interviewer",
            ofAudits(field(VICTIM_CONTACT, "interviewerChosen").isSet())),
    COURT_VISIT_AUDITED_BY_NOW(
            At.MEMBERSHIP,
            "an audit of the case says whether bereaved relatives were offered a visit to the court",
            ofAudits(field(VICTIM_CONTACT, "courtVisitOffered").isThere())),
    COURT_VISIT_MET_BY_NOW(
            At.MEMBERSHIP,
            "an audit of the case found that bereaved relatives were offered a visit to the court",
            ofAudits(field(VICTIM_CONTACT, "courtVisitOffered").isSet())),
    PROPERTY_RETURNED_BY_NOW(
            At.MEMBERSHIP,
            "property of the victim other than devices, of which it is known when it was no longer needed, was returned",
            ofSteps(StepKind.ITEM, k -> k.propertyReturnedWithin(Integer.MAX_VALUE))),
    PROPERTY_MET_BY_NOW(
            At.MEMBERSHIP,
            "property of the victim other than devices was returned at most 7 days after it was no longer needed",
            ofSteps(StepKind.ITEM, k -> k.propertyReturnedWithin(7))),
    LED_TO_PROGRAMME(
            At.MEMBERSHIP,
            "a suspect was selected for the trial of the EASI programme, in either arm",
            ofSteps(StepKind.MANAGEMENT, KnownCase::ledToProgramme)),
    RISK_ASSESSED(
            At.MEMBERSHIP,
            "the record says how high the risk of domestic abuse was assessed",
            field(CRIME_RECORDING, "risk").isThere()),
    STANDARD_RISK(
            At.MEMBERSHIP,
            "the risk of domestic abuse was assessed as standard",
            field(CRIME_RECORDING, "risk").isOneOf("STANDARD")),
    MEDIUM_RISK(
            At.MEMBERSHIP,
            "the risk of domestic abuse was assessed as medium",
            field(CRIME_RECORDING, "risk").isOneOf("MEDIUM")),
    HIGH_RISK(
            At.MEMBERSHIP,
            "the risk of domestic abuse was assessed as high",
            field(CRIME_RECORDING, "risk").isOneOf("HIGH")),
    ARREST_KNOWN(
            At.MEMBERSHIP,
            "the record says whether somebody was arrested",
            field(CRIME_RECORDING, "arrested").isThere()),
    ARRESTED(
            At.MEMBERSHIP,
            "somebody was arrested",
            field(CRIME_RECORDING, "arrested").isSet()),
    PROPORTIONATE_KNOWN(
            At.MEMBERSHIP,
            "the record says whether it is in the pilot of proportionate investigation",
            field(CRIME_RECORDING, "proportionate").isThere()),
    PROPORTIONATE(
            At.MEMBERSHIP,
            "it is in the pilot of proportionate investigation",
            field(CRIME_RECORDING, "proportionate").isSet()),
    DEPRIVATION_KNOWN(
            At.MEMBERSHIP,
            "it is known how deprived the small area is in which it happened",
            field(CRIME_RECORDING, "deprivedArea").isThere()),
    MOST_DEPRIVED(
            At.MEMBERSHIP,
            "the small area in which it happened is in the most deprived fifth",
            field(CRIME_RECORDING, "deprivedArea").isSet()),
    CALLED(
            At.MEMBERSHIP,
            "reported by telephone (999 or 101)",
            field(CRIME_RECORDING, "channel").isOneOf("999", "101")),
    HATE_CRIME(
            At.MEMBERSHIP,
            "marked as a hate crime of any strand, gender among them",
            ofCrime(c -> c.is(CrimeVersion.ANY_HATE))),
    RACE_HATE(At.MEMBERSHIP, "marked as a hate crime for race", ofCrime(c -> c.is(CrimeVersion.RACE_HATE))),
    RELIGION_HATE(At.MEMBERSHIP, "marked as a hate crime for religion", ofCrime(c -> c.is(CrimeVersion.RELIGION_HATE))),
    ORIENTATION_HATE(
            At.MEMBERSHIP,
            "marked as a hate crime for sexual orientation",
            ofCrime(c -> c.is(CrimeVersion.ORIENTATION_HATE))),
    DISABILITY_HATE(
            At.MEMBERSHIP, "marked as a hate crime for disability", ofCrime(c -> c.is(CrimeVersion.DISABILITY_HATE))),
    TRANSGENDER_HATE(
            At.MEMBERSHIP,
            "marked as a hate crime against a transgender victim",
            ofCrime(c -> c.is(CrimeVersion.TRANSGENDER_HATE))),
    SUSPECT_IS_PARTNER(
            At.MEMBERSHIP,
            "a suspect is a present or former partner of the victim",
            ofCrime(c -> c.is(CrimeVersion.PARTNER))),
    SUSPECT_IS_FAMILY(
            At.MEMBERSHIP,
            "a suspect is of the victim's family, other than a partner",
            ofCrime(c -> c.is(CrimeVersion.FAMILY))),
    COURT_RESULT_KNOWN(
            At.OUTCOME,
            "the record says how the case ended at court",
            field(OUTCOME, "courtResult").isThere()),
    CONVICTED(
            At.OUTCOME,
            "the case ended with a conviction",
            field(OUTCOME, "courtResult").isOneOf("CONVICTED")),
    DISCONTINUED(
            At.OUTCOME,
            "the case was discontinued at court",
            field(OUTCOME, "courtResult").isOneOf("DISCONTINUED")),
    GROUND_KNOWN(
            At.MEMBERSHIP,
            "the record gives the ground of a cancellation",
            field(CRIME_RECORDING, "statusReason").isOneOf("C1", "C2", "C3", "C4", "C5")),
    CANCELLED_TRANSFERRED(
            At.MEMBERSHIP,
            "the ground of the cancellation is C1: it was committed in another force's area",
            field(CRIME_RECORDING, "statusReason").isOneOf("C1")),
    CANCELLED_NO_CRIME(
            At.MEMBERSHIP,
            "the ground of the cancellation is C2: further information shows that no crime was committed",
            field(CRIME_RECORDING, "statusReason").isOneOf("C2")),
    CANCELLED_DUPLICATE(
            At.MEMBERSHIP,
            "the ground of the cancellation is C3: it is part of a crime that is recorded already",
            field(CRIME_RECORDING, "statusReason").isOneOf("C3")),
    CANCELLED_IN_ERROR(
            At.MEMBERSHIP,
            "the ground of the cancellation is C4: it was recorded in error",
            field(CRIME_RECORDING, "statusReason").isOneOf("C4")),
    CANCELLED_SELF_DEFENCE(
            At.MEMBERSHIP,
            "the ground of the cancellation is C5: self-defence was claimed",
            field(CRIME_RECORDING, "statusReason").isOneOf("C5")),
    INFORMATION_DEADLINE_KNOWN(
            At.MEMBERSHIP,
            "bank holidays are known up to 5 working days, or 1 with enhanced rights, after the report (after recording where its time is not "
                    + "known)",
            ofCrime(c -> c.informationDeadline().isPresent())),
    INFORMED_BY_DEADLINE(
            At.MEMBERSHIP,
            "a contact informed the victim within 5 working days of the report, or 1 with enhanced rights (of recording where its time is not "
                    + "known)",
            ofDuty(Duty.INFORMATION, KnownCase::informedByDeadline)),
    COMPENSATION_TOLD_WITHIN_28D(
            At.MEMBERSHIP,
            "a contact told the victim within 28 days of recording how to apply for compensation",
            ofDuty(Duty.COMPENSATION, k -> k.toldOfCompensationWithin(28))),
    VIEWS_ASKED_BY_DECISION(
            At.MEMBERSHIP,
            "a contact asked the victim for views on an out-of-court disposal by the day of the decision",
            ofDuty(Duty.DISPOSAL_VIEWS, KnownCase::askedForViews)),
    STATEMENT_TAKEN(
            At.MEMBERSHIP,
            "the record says when the victim's first statement was taken",
            field(CRIME_RECORDING, "statementAt").isThere()),
    INTERVIEWER_OFFERED_BY_STATEMENT(
            At.MEMBERSHIP,
            "a contact offered the choice of the interviewer's gender by the day of the first statement",
            ofDuty(Duty.INTERVIEWER, KnownCase::offeredInterviewer)),
    TRIAL_KNOWN(
            At.OUTCOME,
            "the record says the first day of the trial",
            field(OUTCOME, "trialAt").isThere()),
    COURT_VISIT_BEFORE_TRIAL(
            At.MEMBERSHIP,
            "a contact offered bereaved relatives a visit to the court before the first day of the trial",
            ofDuty(Duty.COURT_VISIT, KnownCase::offeredCourtVisit)),
    SUPPORT_REFERRED_BY_DECISION(
            At.MEMBERSHIP,
            "referred to support, or a referral declined, by the day of the decision",
            ofSteps(StepKind.REFERRAL, KnownCase::referredByDecision)),
    SUPPORT_REFERRED_AFTER_DECISION(
            At.MEMBERSHIP,
            "referred to support, or a referral declined, on a day after the decision",
            ofSteps(StepKind.REFERRAL, KnownCase::referredAfterDecision)),
    ORPHAN_OUTCOME(At.MEMBERSHIP, OUTCOME, "an outcome whose crime has not arrived"),
    ORDER_APPLIED(At.MEMBERSHIP, EventStream.STALKING, "an application for a stalking protection order"),
    ORDER_DECIDED(At.MEMBERSHIP, EventStream.STALKING, "a full order was granted, or the court said no"),
    ORDER_GRANTED(At.MEMBERSHIP, EventStream.STALKING, "a full stalking protection order was granted"),
    ORDER_BREACHED(At.OUTCOME, EventStream.STALKING, "the order was breached before another was granted"),
    PLACE_FILLED(At.MEMBERSHIP, EventStream.STALKING, "a person was selected for the treatment arm, each once"),
    PROGRAMME_CONSENTED(
            At.MEMBERSHIP,
            EventStream.STALKING,
            "a person who was selected for the treatment arm consented, each once"),
    PROGRAMME_BEGUN(
            At.MEMBERSHIP,
            EventStream.STALKING,
            "a person who was selected for the treatment arm attended a first session, each once"),
    PROGRAMME_ALL_ATTENDED(
            At.MEMBERSHIP,
            EventStream.STALKING,
            "a person who was selected for the treatment arm attended six different sessions, each once"),
    PROGRAMME_STARTED(
            At.MEMBERSHIP, EventStream.STALKING, "a first session of the programme was attended, 56 days before"),
    PROGRAMME_COMPLETED(
            At.MEMBERSHIP, EventStream.STALKING, "six different sessions were attended within 56 days of the first"),
    CODE_AUDITED(At.MEMBERSHIP, VICTIM_CONTACT, "an audit of the case under the Victims' Code"),
    CODE_ACKNOWLEDGED(At.MEMBERSHIP, VICTIM_CONTACT, "the crime was acknowledged, or that did not apply"),
    CODE_UPDATES_TIMELY(At.MEMBERSHIP, VICTIM_CONTACT, "the updates were timely"),
    CODE_STATEMENT_OFFERED(
            At.MEMBERSHIP, VICTIM_CONTACT, "a victim personal statement was offered, or that did not apply"),
    CODE_REFERRED_IN_TIME(
            At.MEMBERSHIP, VICTIM_CONTACT, "the victim was referred to support within two days, or there was no need"),
    CODE_REFERRAL_FOUND(At.MEMBERSHIP, VICTIM_CONTACT, "the victim was referred to support within two days"),
    CODE_REFERRED_LATE(At.MEMBERSHIP, VICTIM_CONTACT, "the victim was referred to support, but later than two days"),
    CODE_EXPLAINED(At.MEMBERSHIP, VICTIM_CONTACT, "the victim was told of the Victims' Code"),
    CODE_END_TOLD(
            At.MEMBERSHIP, VICTIM_CONTACT, "the victim was told of the end of the journey, or that did not apply"),
    CODE_QUESTION(At.MEMBERSHIP, VICTIM_CONTACT, "one of an audit's five questions of compliance"),
    CODE_QUESTION_MET(
            At.MEMBERSHIP,
            VICTIM_CONTACT,
            "the answer is yes, or for four of the five questions that it did not apply"),
    CODE_QUESTION_APPLIES(At.MEMBERSHIP, VICTIM_CONTACT, "the question applied to the case"),
    REVIEWABLE_DECISION(
            At.MEMBERSHIP,
            OUTCOME,
            "a decision with outcome 10, 15 or 21 that the record says the police made, after an interview under caution, of which the victim "
                    + "was told"),
    REVIEW_REQUESTED(At.OUTCOME, VICTIM_CONTACT, "a review was asked for on or after the day of the decision"),
    REVIEW_DECIDED(At.MEMBERSHIP, VICTIM_CONTACT, "a review was decided"),
    REVIEW_DEADLINE_KNOWN(
            At.MEMBERSHIP, VICTIM_CONTACT, "bank holidays are known up to 30 working days after the request"),
    REVIEW_DECIDED_WITHIN_30D(
            At.MEMBERSHIP, VICTIM_CONTACT, "the review was decided within 30 working days of the request"),
    REVIEW_OVERTURNED(
            At.MEMBERSHIP,
            "the review overturned the decision",
            field(VICTIM_CONTACT, "review.overturned").isSet()),
    SURVEY_SENT(At.MEMBERSHIP, VICTIM_CONTACT, "a survey was sent to the victim"),
    SURVEY_ANSWERED(At.OUTCOME, VICTIM_CONTACT, "the survey was answered"),
    SURVEY_ANSWER(At.MEMBERSHIP, VICTIM_CONTACT, "an answer to a survey"),
    SATISFACTION_SAID(
            At.MEMBERSHIP,
            "the answer says whether the victim is satisfied",
            field(VICTIM_CONTACT, "survey.satisfied").isThere()),
    SATISFIED(
            At.MEMBERSHIP,
            "the victim is satisfied",
            field(VICTIM_CONTACT, "survey.satisfied").isSet()),
    DEMOGRAPHICS_GIVEN(
            At.MEMBERSHIP,
            "the answer says who the victim is: age, sex, ethnicity",
            field(VICTIM_CONTACT, "survey.demographicsGiven").isSet()),
    SUBMISSION_OPEN(At.MEMBERSHIP, CPS_REFERRAL, "a submission to the CPS is neither decided nor returned"),
    SUBMISSION_OVERDUE(At.MEMBERSHIP, CPS_REFERRAL, "it was submitted more than 28 days ago"),
    SUBMISSION_OVER_42D(At.MEMBERSHIP, CPS_REFERRAL, "it was submitted more than 42 days ago"),
    SUBMISSION_OVER_56D(At.MEMBERSHIP, CPS_REFERRAL, "it was submitted more than 56 days ago"),
    SUBMISSION_OVER_90D(At.MEMBERSHIP, CPS_REFERRAL, "it was submitted more than 90 days ago"),
    SUBMISSION_OVER_180D(At.MEMBERSHIP, CPS_REFERRAL, "it was submitted more than 180 days ago"),
    SUBMISSION_OVER_365D(At.MEMBERSHIP, CPS_REFERRAL, "it was submitted more than 365 days ago"),
    SUBMISSION_DECIDED(At.MEMBERSHIP, CPS_REFERRAL, "the CPS decided on a submission"),
    ACTION_PLAN_OPEN(
            At.MEMBERSHIP, CPS_REFERRAL, "an action plan of the CPS, with a date or without, is not answered yet"),
    ACTION_PLAN_OVERDUE(At.MEMBERSHIP, CPS_REFERRAL, "the date by which to submit again has passed"),
    ACTION_PLAN_OVERDUE_28D(
            At.MEMBERSHIP, CPS_REFERRAL, "the date by which to submit again passed more than 28 days ago"),
    ITEM_EXAMINED(At.MEMBERSHIP, DEVICE_EXAMINATION, "a device was examined"),
    KIOSK_ITEM_EXAMINED(
            At.MEMBERSHIP,
            DEVICE_EXAMINATION,
            "a telephone, SIM or memory card was examined at a digital kiosk, as far as the record says what and where"),
    ITEM_RETURNED(At.MEMBERSHIP, DEVICE_EXAMINATION, "an item was returned to its owner"),
    ITEM_RETURNED_WITHIN_24H(At.MEMBERSHIP, DEVICE_EXAMINATION, "it was returned at most 24 hours after its receipt"),
    DVPN_GIVEN(At.MEMBERSHIP, PROTECTIVE_ORDER, "a domestic violence protection notice was given"),
    DVPO_APPLIED(
            At.MEMBERSHIP,
            PROTECTIVE_ORDER,
            "an order was applied for that follows a domestic violence protection notice"),
    DVPO_GRANTED(At.MEMBERSHIP, PROTECTIVE_ORDER, "a domestic violence protection order was granted"),
    DVPO_DECIDED(
            At.MEMBERSHIP,
            PROTECTIVE_ORDER,
            "the court heard the application for a domestic violence protection order"),
    DVPO_DECIDED_GRANTED(At.MEMBERSHIP, PROTECTIVE_ORDER, "the order was granted"),
    DVPO_HEARD(
            At.MEMBERSHIP,
            PROTECTIVE_ORDER,
            "the court heard the application for an order that follows a domestic violence protection notice"),
    DVPO_HEARING_DEADLINE_KNOWN(
            At.MEMBERSHIP, PROTECTIVE_ORDER, "bank holidays are known up to the time by which it was to be heard"),
    DVPO_HEARD_WITHIN_48H(
            At.MEMBERSHIP,
            PROTECTIVE_ORDER,
            "it was heard at most 48 hours after the notice, without those of Sundays, Christmas Day, Good Friday and bank holidays"),
    SHPO_GRANTED(At.MEMBERSHIP, PROTECTIVE_ORDER, "a sexual harm prevention order was granted"),
    SHPO_IN_FORCE(At.MEMBERSHIP, PROTECTIVE_ORDER, "a sexual harm prevention order, from its grant to its end"),
    MARAC_HEARD(At.MEMBERSHIP, SAFEGUARDING, "a case was heard at a multi-agency risk assessment conference"),
    DISCLOSURE_ASKED(At.MEMBERSHIP, SAFEGUARDING, "a disclosure under the domestic violence scheme was asked for"),
    DISCLOSURE_MADE(At.MEMBERSHIP, SAFEGUARDING, "a disclosure under the domestic violence scheme was made"),
    HIGH_RISK_REFERRED(At.MEMBERSHIP, SAFEGUARDING, "domestic abuse of high risk was referred to the conference"),
    HIGH_RISK_HEARD(At.OUTCOME, SAFEGUARDING, "the case was heard"),
    COMPLAINT(At.MEMBERSHIP, CONDUCT, "a complaint flagged as violence against women and girls"),
    COMPLAINT_OF_FORCE(At.MEMBERSHIP, CONDUCT, "a complaint so flagged that is of use of force alone"),
    CONDUCT_MATTER(At.MEMBERSHIP, CONDUCT, "a conduct matter flagged as violence against women and girls"),
    RESTRICTION_DUE(
            At.MEMBERSHIP,
            CONDUCT,
            "a flagged matter whose person is suspected of a crime, bank holidays being known up to 2 working days later"),
    RESTRICTION_DECIDED_WITHIN_2D(
            At.MEMBERSHIP, CONDUCT, "restriction or suspension was decided on within 2 working days"),
    CONDUCT_FINALISED(At.MEMBERSHIP, CONDUCT, "a flagged complaint or conduct matter was finalised"),
    CONDUCT_CASE_TO_ANSWER(
            At.MEMBERSHIP,
            CONDUCT,
            "with a case to answer, misconduct proven, or dismissal, also where the person had left"),
    ANY_CONDUCT_FINALISED(At.MEMBERSHIP, CONDUCT, "a complaint or conduct matter was finalised, flagged or not"),
    ANY_CONDUCT_CASE_TO_ANSWER(
            At.MEMBERSHIP,
            CONDUCT,
            "flagged or not, with a case to answer, misconduct proven, or dismissal, also where the person had left"),
    CONDUCT_OPEN(At.MEMBERSHIP, CONDUCT, "a flagged complaint or conduct matter is open"),
    CONDUCT_OPEN_12M(At.MEMBERSHIP, CONDUCT, "it was recorded more than 365 days ago"),
    VICTIM_BEFORE(
            At.MEMBERSHIP,
            CRIME_RECORDING,
            "another crime marked as domestic abuse against the same victim, of another report, was recorded in the 365 days before"),
    BY_THE_SAME_SUSPECT(
            At.MEMBERSHIP, CRIME_RECORDING, "a suspect of such an earlier crime is a suspect of this one too"),
    BY_ANOTHER_SUSPECT(
            At.MEMBERSHIP, CRIME_RECORDING, "its suspects are others than all that are known of such earlier crimes"),
    BY_UNKNOWN_SUSPECT(At.MEMBERSHIP, CRIME_RECORDING, "no suspect of it is known, or none of any such earlier crime"),
    FIRST_REPORT(At.MEMBERSHIP, CRIME_RECORDING, "no such earlier crime was recorded in the 365 days before"),
    RISK_COMPARED(
            At.MEMBERSHIP,
            CRIME_RECORDING,
            "the risk of the crime, and of an earlier such crime against the same victim, was assessed"),
    RISK_ROSE(At.MEMBERSHIP, CRIME_RECORDING, "the risk is higher than at the newest of those earlier crimes"),
    SUSPECT_BEFORE(
            At.MEMBERSHIP,
            CRIME_RECORDING,
            "the suspect is one of an earlier crime of class 8Q or 8L against the same victim, of another report, recorded in the 365 "
                    + "days before"),
    OF_SEVERAL_VICTIMS(
            At.MEMBERSHIP,
            CRIME_RECORDING,
            "a suspect of crimes in 365 days against two victims or more with person ids"),
    UNDER_MANAGEMENT(
            At.MEMBERSHIP,
            EventStream.STALKING,
            "a stalking protection order is in force, interim or full, or a place on the programme's treatment arm is open"),
    AGE_RECORDED_AGAIN(
            At.MEMBERSHIP, CRIME_RECORDING, "two records or more of a victim in 365 days give a year of birth"),
    AGE_CONSISTENT(At.MEMBERSHIP, CRIME_RECORDING, "the years of birth agree"),
    SEX_RECORDED_AGAIN(At.MEMBERSHIP, CRIME_RECORDING, "two records or more of a victim in 365 days give a sex"),
    SEX_CONSISTENT(At.MEMBERSHIP, CRIME_RECORDING, "the values for sex agree"),
    ETHNICITY_RECORDED_AGAIN(
            At.MEMBERSHIP,
            CRIME_RECORDING,
            "two records or more of a victim in 365 days give a self-defined ethnicity"),
    ETHNICITY_CONSISTENT(
            At.MEMBERSHIP, CRIME_RECORDING, "the codes for ethnicity agree, and none is what an officer saw"),
    DISABILITY_RECORDED_AGAIN(
            At.MEMBERSHIP,
            CRIME_RECORDING,
            "two records or more of a victim in 365 days say whether there is a disability"),
    DISABILITY_CONSISTENT(At.MEMBERSHIP, CRIME_RECORDING, "what is said of disability agrees"),
    GENDER_REASSIGNMENT_RECORDED_AGAIN(
            At.MEMBERSHIP,
            CRIME_RECORDING,
            "two records or more of a victim in 365 days give a value of the list for gender reassignment"),
    GENDER_REASSIGNMENT_CONSISTENT(At.MEMBERSHIP, CRIME_RECORDING, "the values for gender reassignment agree"),
    MARRIAGE_RECORDED_AGAIN(
            At.MEMBERSHIP,
            CRIME_RECORDING,
            "two records or more of a victim in 365 days give a value of the list for marriage or civil partnership"),
    MARRIAGE_CONSISTENT(At.MEMBERSHIP, CRIME_RECORDING, "the values for marriage or civil partnership agree"),
    PREGNANCY_RECORDED_AGAIN(
            At.MEMBERSHIP,
            CRIME_RECORDING,
            "two records or more of a victim in 365 days give a value of the list for pregnancy or maternity"),
    PREGNANCY_CONSISTENT(At.MEMBERSHIP, CRIME_RECORDING, "the values for pregnancy or maternity agree"),
    RELIGION_RECORDED_AGAIN(
            At.MEMBERSHIP,
            CRIME_RECORDING,
            "two records or more of a victim in 365 days give a value of the list for religion or belief"),
    RELIGION_CONSISTENT(At.MEMBERSHIP, CRIME_RECORDING, "the values for religion or belief agree"),
    ORIENTATION_RECORDED_AGAIN(
            At.MEMBERSHIP,
            CRIME_RECORDING,
            "two records or more of a victim in 365 days give a value of the list for sexual orientation"),
    ORIENTATION_CONSISTENT(At.MEMBERSHIP, CRIME_RECORDING, "the values for sexual orientation agree"),
    AT_REPEATED_PLACE(At.MEMBERSHIP, CRIME_RECORDING, "three such crimes or more in the same cell in 365 days"),
    FOLLOWED_30D(At.MEMBERSHIP, EventStream.STALKING, "30 days at risk since the disposal, custody not counted"),
    REOFFENDED_30D(
            At.MEMBERSHIP,
            CRIME_RECORDING,
            "a suspect of a crime of stalking, harassment or domestic abuse committed in these 30 days"),
    FOLLOWED_90D(At.MEMBERSHIP, EventStream.STALKING, "90 days at risk since the disposal, custody not counted"),
    REOFFENDED_90D(
            At.MEMBERSHIP,
            CRIME_RECORDING,
            "a suspect of a crime of stalking, harassment or domestic abuse committed in these 90 days"),
    FOLLOWED_180D(At.MEMBERSHIP, EventStream.STALKING, "180 days at risk since the disposal, custody not counted"),
    REOFFENDED_180D(
            At.MEMBERSHIP,
            CRIME_RECORDING,
            "a suspect of a crime of stalking, harassment or domestic abuse committed in these days"),
    FOLLOWED_270D(At.MEMBERSHIP, EventStream.STALKING, "270 days at risk since the disposal, custody not counted"),
    REOFFENDED_270D(
            At.MEMBERSHIP,
            CRIME_RECORDING,
            "a suspect of a crime of stalking, harassment or domestic abuse committed in these 270 days"),
    FOLLOWED_365D(At.MEMBERSHIP, EventStream.STALKING, "365 days at risk since the disposal, custody not counted"),
    REOFFENDED_365D(
            At.MEMBERSHIP,
            CRIME_RECORDING,
            "a suspect of a crime of stalking, harassment or domestic abuse committed in those days"),
    SUBJECT_OF_MATTER(
            At.MEMBERSHIP,
            CONDUCT,
            "an officer or member of staff whom a flagged complaint or conduct matter is about"),
    SUBJECT_OF_COMPLAINT(
            At.MEMBERSHIP,
            CONDUCT,
            "an officer or member of staff whom a complaint is about that is flagged, and not of use of force alone"),
    SUBJECT_OF_COMPLAINT_OF_FORCE(
            At.MEMBERSHIP,
            CONDUCT,
            "an officer or member of staff whom a complaint is about that is flagged and of use of force alone"),
    SUBJECT_OF_CONDUCT_MATTER(
            At.MEMBERSHIP, CONDUCT, "an officer or member of staff whom a flagged conduct matter is about"),
    OF_SEVERAL_MATTERS(At.MEMBERSHIP, CONDUCT, "two such complaints or matters or more in five years"),
    SIGNAL_RAISED(At.MEMBERSHIP, "a signal was raised"),
    SIGNAL_ANSWERED(At.OUTCOME, "its owner's note, with a cause or an action, was known"),
    REPORT_DUE(At.MEMBERSHIP, "a lead's report to the Strategy Board was due"),
    REPORT_GIVEN(At.OUTCOME, "it was known"),
    FREE_TEXT_KNOWN(
            At.MEMBERSHIP,
            "the record says whether the survey was answered in the victim's own words too",
            field(VICTIM_CONTACT, "survey.freeTextGiven").isThere()),
    FREE_TEXT_GIVEN(
            At.MEMBERSHIP,
            "the survey was answered in the victim's own words too",
            field(VICTIM_CONTACT, "survey.freeTextGiven").isSet()),
    REPEAT_KNOWN(
            At.MEMBERSHIP,
            "the record says whether the same victim's case was heard in the twelve months before",
            field(SAFEGUARDING, "repeat").isThere()),
    MARAC_REPEAT(
            At.MEMBERSHIP,
            "the same victim's case was heard in the twelve months before",
            field(SAFEGUARDING, "repeat").isSet()),
    INFORMED_AUDITED(
            At.MEMBERSHIP,
            "the audit says whether the victim had the information that is due after the report in time",
            field(VICTIM_CONTACT, "informedInTime").isThere()),
    INFORMED_MET(
            At.MEMBERSHIP,
            "the victim had the information that is due after the report in time",
            field(VICTIM_CONTACT, "informedInTime").isSet()),
    COMPENSATION_AUDITED(
            At.MEMBERSHIP,
            "the audit says whether the victim was told how to apply for compensation",
            field(VICTIM_CONTACT, "compensationTold").isThere()),
    COMPENSATION_MET(
            At.MEMBERSHIP,
            "the victim was told how to apply for compensation",
            field(VICTIM_CONTACT, "compensationTold").isSet()),
    VIEWS_AUDITED(
            At.MEMBERSHIP,
            "the audit says whether the victim was asked for views on an out-of-court disposal",
            field(VICTIM_CONTACT, "viewsAsked").isThere()),
    VIEWS_MET(
            At.MEMBERSHIP,
            "the victim was asked for views on an out-of-court disposal",
            field(VICTIM_CONTACT, "viewsAsked").isSet()),
    INTERVIEWER_AUDITED(
            At.MEMBERSHIP,
            "the audit says whether the victim could choose the gender of the interviewer",
            field(VICTIM_CONTACT, "interviewerChosen").isThere()),
    INTERVIEWER_MET(
            At.MEMBERSHIP,
            "the victim could choose the gender of the interviewer",
            field(VICTIM_CONTACT, "interviewerChosen").isSet()),
    COURT_VISIT_AUDITED(
            At.MEMBERSHIP,
            "the audit says whether bereaved relatives were offered a visit to the court",
            field(VICTIM_CONTACT, "courtVisitOffered").isThere()),
    COURT_VISIT_MET(
            At.MEMBERSHIP,
            "bereaved relatives were offered a visit to the court",
            field(VICTIM_CONTACT, "courtVisitOffered").isSet()),
    SURVEY_CHANNEL_KNOWN(
            At.MEMBERSHIP,
            "the record says how the survey was sent",
            field(VICTIM_CONTACT, "surveyChannel").isThere()),
    SENT_BY_SMS(
            At.MEMBERSHIP,
            "the survey was sent by SMS",
            field(VICTIM_CONTACT, "surveyChannel").isOneOf("SMS")),
    SENT_BY_EMAIL(
            At.MEMBERSHIP,
            "the survey was sent by e-mail",
            field(VICTIM_CONTACT, "surveyChannel").isOneOf("EMAIL")),
    INTERIM_KNOWN(
            At.MEMBERSHIP,
            "the record says whether the order is interim or full",
            field(PROTECTIVE_ORDER, "interim").isThere()),
    INTERIM_ORDER(
            At.MEMBERSHIP,
            "the order is an interim one",
            field(PROTECTIVE_ORDER, "interim").isSet()),
    CIVIL_KNOWN(
            At.MEMBERSHIP,
            "the record says whether the order is civil or on conviction",
            field(PROTECTIVE_ORDER, "civil").isThere()),
    CIVIL_ORDER(
            At.MEMBERSHIP,
            "the order was made on an application to a civil court",
            field(PROTECTIVE_ORDER, "civil").isSet()),
    ACTION_PLAN_MISSED(
            At.MEMBERSHIP,
            CPS_REFERRAL,
            "the date of an action plan of the CPS passed before the police submitted again"),
    ESCALATION_KNOWN(
            At.MEMBERSHIP,
            "the record says whether the action plan was escalated",
            field(CPS_REFERRAL, "escalated").isThere()),
    ESCALATED(
            At.MEMBERSHIP,
            "the action plan was escalated",
            field(CPS_REFERRAL, "escalated").isSet()),
    DISPUTE_KNOWN(
            At.MEMBERSHIP,
            "the record says whether the force disputed the decision",
            field(CPS_REFERRAL, "dispute").isThere()),
    DECISION_DISPUTED(
            At.MEMBERSHIP,
            "the force disputed the decision",
            field(CPS_REFERRAL, "dispute").isOneOf("DISPUTED", "ESCALATED")),
    DISPUTE_ESCALATED(
            At.MEMBERSHIP,
            "the dispute was escalated",
            field(CPS_REFERRAL, "dispute").isOneOf("ESCALATED")),
    KIOSK_KNOWN(
            At.MEMBERSHIP,
            "the record says whether the device was examined at a kiosk",
            field(DEVICE_EXAMINATION, "atKiosk").isThere()),
    AT_KIOSK(
            At.MEMBERSHIP,
            "the device was examined at a kiosk",
            field(DEVICE_EXAMINATION, "atKiosk").isSet()),
    ITEM_KIND_KNOWN(
            At.MEMBERSHIP,
            "the record says what kind of device it is",
            field(DEVICE_EXAMINATION, "itemKind").isThere()),
    TELEPHONE(
            At.MEMBERSHIP,
            "the device is a telephone",
            field(DEVICE_EXAMINATION, "itemKind").isOneOf("TELEPHONE")),
    PROPERTY_RETURNED(
            At.MEMBERSHIP,
            DEVICE_EXAMINATION,
            "property other than a device, of which it is known when it was no longer needed, was returned"),
    PROPERTY_RETURNED_WITHIN_7D(
            At.MEMBERSHIP, DEVICE_EXAMINATION, "it was returned at most 7 days after it was no longer needed"),
    PROTECTION_BREACH_KNOWN(
            At.MEMBERSHIP,
            "the record says whether the notice or order was breached",
            field(PROTECTIVE_ORDER, "breached").isThere()),
    PROTECTION_BREACHED(
            At.MEMBERSHIP,
            "the notice or order was breached",
            field(PROTECTIVE_ORDER, "breached").isSet()),
    HEARD_VIRTUALLY_KNOWN(
            At.MEMBERSHIP,
            "the record says whether the hearing was by video link",
            field(PROTECTIVE_ORDER, "heardVirtually").isThere()),
    HEARD_VIRTUALLY(
            At.MEMBERSHIP,
            "the hearing was by video link",
            field(PROTECTIVE_ORDER, "heardVirtually").isSet()),
    REFERRAL_MADE(At.MEMBERSHIP, VICTIM_CONTACT, "the victim was referred to support, or declined it"),
    SERVICE_KNOWN(
            At.MEMBERSHIP,
            "the record says to whom the victim was referred",
            field(VICTIM_CONTACT, "service").isThere()),
    TO_DOMESTIC_ADVISER(
            At.MEMBERSHIP,
            "the referral is to an independent adviser on domestic violence (IDVA)",
            field(VICTIM_CONTACT, "service").isOneOf("IDVA")),
    TO_SEXUAL_ADVISER(
            At.MEMBERSHIP,
            "the referral is to an independent adviser on sexual violence (ISVA)",
            field(VICTIM_CONTACT, "service").isOneOf("ISVA")),
    TO_REFERRAL_CENTRE(
            At.MEMBERSHIP,
            "the referral is to a sexual assault referral centre",
            field(VICTIM_CONTACT, "service").isOneOf("CENTRE")),
    TO_HATE_SERVICE(
            At.MEMBERSHIP,
            "the referral is to the regional hate crime service",
            field(VICTIM_CONTACT, "service").isOneOf("HATE")),
    DEPARTMENT_KNOWN(
            At.MEMBERSHIP,
            "the record says whose work the survey asks about",
            field(VICTIM_CONTACT, "surveyDepartment").isThere()),
    OF_RESPONSE(
            At.MEMBERSHIP,
            "the survey asks about response officers",
            field(VICTIM_CONTACT, "surveyDepartment").isOneOf("RESPONSE")),
    OF_CONTACT(
            At.MEMBERSHIP,
            "the survey asks about those who take reports (Force Contact)",
            field(VICTIM_CONTACT, "surveyDepartment").isOneOf("CONTACT")),
    OF_INVESTIGATION(
            At.MEMBERSHIP,
            "the survey asks about investigations",
            field(VICTIM_CONTACT, "surveyDepartment").isOneOf("INVESTIGATION")),
    OF_NEIGHBOURHOOD(
            At.MEMBERSHIP,
            "the survey asks about neighbourhood policing",
            field(VICTIM_CONTACT, "surveyDepartment").isOneOf("NEIGHBOURHOOD")),
    LISTENED_KNOWN(
            At.MEMBERSHIP,
            "the answer says whether the victim felt listened to",
            field(VICTIM_CONTACT, "listenedTo").isThere()),
    LISTENED_TO(
            At.MEMBERSHIP,
            "the victim felt listened to",
            field(VICTIM_CONTACT, "listenedTo").isSet()),
    REPORT_AGAIN_KNOWN(
            At.MEMBERSHIP,
            "the answer says whether the victim would report such a crime again",
            field(VICTIM_CONTACT, "reportAgain").isThere()),
    WOULD_REPORT_AGAIN(
            At.MEMBERSHIP,
            "the victim would report such a crime again",
            field(VICTIM_CONTACT, "reportAgain").isSet()),
    PROGRAMME_REFERRED(At.MEMBERSHIP, EventStream.STALKING, "a person was referred to the EASI programme, each once"),
    PROGRAMME_ELIGIBLE(
            At.MEMBERSHIP, EventStream.STALKING, "a person was found eligible for the EASI programme, each once"),
    RISK_KNOWN_BEFORE_AND_AFTER(
            At.MEMBERSHIP,
            EventStream.STALKING,
            "a first session of the programme was attended, 56 days before, and the person's risk was assessed by it and after it"),
    RISK_FELL_AFTER(
            At.MEMBERSHIP, EventStream.STALKING, "the newest risk is lower than the last one by the first session"),
    RISK_ROSE_AFTER(
            At.MEMBERSHIP, EventStream.STALKING, "the newest risk is higher than the last one by the first session"),
    FACTORS_SCORED(
            At.MEMBERSHIP,
            "the record says what became of the risk factors",
            field(EventStream.STALKING, "riskFactors").isThere()),
    FACTORS_BETTER(
            At.MEMBERSHIP,
            "the risk factors are better",
            field(EventStream.STALKING, "riskFactors").isOneOf("BETTER")),
    DISTRESS_SCORED(
            At.MEMBERSHIP,
            "the record says what became of the distress",
            field(EventStream.STALKING, "distress").isThere()),
    DISTRESS_BETTER(
            At.MEMBERSHIP,
            "the distress is better",
            field(EventStream.STALKING, "distress").isOneOf("BETTER")),
    FUNCTIONING_SCORED(
            At.MEMBERSHIP,
            "the record says how the person functions",
            field(EventStream.STALKING, "functioning").isThere()),
    FUNCTIONING_BETTER(
            At.MEMBERSHIP,
            "the person functions better",
            field(EventStream.STALKING, "functioning").isOneOf("BETTER")),
    STALKING_ORDER_IN_FORCE(
            At.MEMBERSHIP,
            EventStream.STALKING,
            "a person is under a full stalking protection order, from a grant until the next end"),
    CATEGORY_KNOWN(
            At.MEMBERSHIP,
            "the record says what the complaint is about",
            field(CONDUCT, "category").isThere()),
    ABOUT_DUTIES(
            At.MEMBERSHIP,
            "the complaint is about the delivery of duties and service",
            field(CONDUCT, "category").isOneOf("DUTIES")),
    ABOUT_DISCRIMINATION(
            At.MEMBERSHIP,
            "the complaint is about discrimination",
            field(CONDUCT, "category").isOneOf("DISCRIMINATION")),
    ABOUT_ABUSE(
            At.MEMBERSHIP,
            "the complaint is about abuse of position",
            field(CONDUCT, "category").isOneOf("ABUSE")),
    ABOUT_BEHAVIOUR(
            At.MEMBERSHIP,
            "the complaint is about individual behaviours",
            field(CONDUCT, "category").isOneOf("BEHAVIOUR")),
    ABOUT_SEXUAL(
            At.MEMBERSHIP,
            "the complaint is about sexual conduct",
            field(CONDUCT, "category").isOneOf("SEXUAL")),
    RESULT_KNOWN(
            At.MEMBERSHIP,
            "the record says how the matter ended",
            field(CONDUCT, "result").isThere()),
    MISCONDUCT_PROVEN(
            At.MEMBERSHIP,
            "misconduct was proven, whether or not dismissal followed",
            field(CONDUCT, "result").isOneOf("PROVEN", "DISMISSED", "WOULD_HAVE_BEEN_DISMISSED")),
    DISMISSED(
            At.MEMBERSHIP,
            "the person was dismissed, or would have been had they not left before",
            field(CONDUCT, "result").isOneOf("DISMISSED", "WOULD_HAVE_BEEN_DISMISSED")),
    STALKING_ORDER_BREACH(At.MEMBERSHIP, EventStream.STALKING, "a breach of a stalking protection order, each one"),
    TRIAL_RISK_KNOWN(
            At.MEMBERSHIP,
            EventStream.STALKING,
            "the risk of a person who was selected for an arm of the trial was assessed by the selection and after it"),
    TRIAL_RISK_FELL(At.MEMBERSHIP, EventStream.STALKING, "the newest risk is lower than the last one by the selection"),
    TRIAL_RISK_ROSE(
            At.MEMBERSHIP, EventStream.STALKING, "the newest risk is higher than the last one by the selection"),
    CONTROL_SELECTED(
            At.MEMBERSHIP,
            EventStream.STALKING,
            "the first selection of a person for an arm of the trial was for the control arm");

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

    private final At at;
    private final String words;
    private final Rule rule;
    /** What it says of a counted field; null where it is about none. */
    private final CountedField.Test test;

    Fact(At at, String words, Rule rule) {
        this(at, words, rule, null);
    }

    /** Stated of what no stream tells: of the signals themselves. */
    Fact(At at, String words) {
        this(at, words, new Rule.Stated(Optional.empty()), null);
    }

    /** Stated by records of a stream, or of persons or places by what it tells of them, and never of a case by itself. */
    Fact(At at, EventStream stream, String words) {
        this(at, words, new Rule.Stated(Optional.of(stream)), null);
    }

    /** About a counted field: judged on the case's crime or outcome, or stated by another stream's records. */
    Fact(At at, String words, CountedField.Test test) {
        this(at, words, Rule.of(test), test);
    }

    Fact(At at, String words, Rule rule, CountedField.Test test) {
        this.at = at;
        this.words = words;
        this.rule = rule;
        this.test = test;
    }

    public At at() {
        return at;
    }

    /** The statement in plain words. */
    @Override
    public String words() {
        return words;
    }

    @Override
    public String formula() {
        return name();
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

    /** Whether it is stated of a person, or of a place, and never of a crime by itself. */
    public boolean isOfPersons() {
        return compareTo(VICTIM_BEFORE) >= 0 && compareTo(OF_SEVERAL_MATTERS) <= 0;
    }

    /** The field that it is about, where records have not always had it: before, neither it nor its contrary is known. */
    public Optional<CountedField> newField() {
        return Optional.ofNullable(test).map(CountedField.Test::field).filter(field -> field.since() > 1);
    }

    /**
     * The fact that a record has a field.
     *
     * @throws IllegalStateException in one sentence, where there is none
     */
    public static Fact known(CountedField field) {
        return Stream.of(values())
                .filter(fact -> fact.test != null && fact.test.isPresence() && fact.test.field() == field)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(field.path() + " is not in the first version of the schema of "
                                + field.stream().slug() + ": state as a fact that a record has it"));
    }

    /** Whether an expression can only be true where this fact is: it is one of those that must all hold. */
    public boolean isNeededBy(Expression whole) {
        return whole == this || whole instanceof All all && all.parts().stream().anyMatch(this::isNeededBy);
    }

    Rule rule() {
        return rule;
    }

    /** Whether it holds of a case as known. */
    boolean holds(KnownCase known) {
        return rule.holds(known);
    }

    private static final class Types {
        static final long T14 = PackedCode.pack("14");
        static final long T15 = PackedCode.pack("15");
        static final long T16 = PackedCode.pack("16");
        static final long T18 = PackedCode.pack("18");
        static final long T20 = PackedCode.pack("20");
        static final long T21 = PackedCode.pack("21");
        static final long T22 = PackedCode.pack("22");
    }
}
