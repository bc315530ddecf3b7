package vaiwg.engine.contributions;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vaiwg.kpis.Counted;
import vaiwg.kpis.cases.CaseState;
import vaiwg.kpis.cases.CaseStep;
import vaiwg.kpis.cases.CodeQuestion;
import vaiwg.kpis.cases.ContactVersion;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.ItemVersion;
import vaiwg.kpis.cases.ManagementVersion;
import vaiwg.kpis.cases.OutcomeVersion;
import vaiwg.kpis.cases.PackedCode;
import vaiwg.kpis.cases.PersonCode;
import vaiwg.kpis.cases.PersonState;
import vaiwg.kpis.cases.PersonUpdate;
import vaiwg.kpis.cases.StepVersion;
import vaiwg.kpis.cases.Subject;
import vaiwg.kpis.cases.SubmissionVersion;
import vaiwg.kpis.cases.Version;
import vaiwg.kpis.cases.VersionKind;
import vaiwg.kpis.cases.VersionLog;
import vaiwg.kpis.cases.Versions;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.schemas.ContactKind;
import vaiwg.schemas.StalkingStep;

/**
 * What an event of a subject with very many versions or steps costs, in bytes allocated by all that the subject and the persons whom it
 * names do with it: every evaluation allocates its facts.
 */
class LongHistoryTest {
    private static final long RECORDED = Instant.parse("2026-01-05T10:00:00Z").toEpochMilli();
    private static final long HOUR = 3_600_000L;
    private static final int WARM = 50;
    /** An order from the application to its end, and a programme of six sessions. */
    private static final int ORDINARY_STEPS = 12;

    private static final String PERPETRATOR = "p1";
    private static final StalkingStep[] STEPS = {
        StalkingStep.ORDER_APPLIED,
        StalkingStep.FULL_ORDER_GRANTED,
        StalkingStep.ORDER_BREACHED,
        StalkingStep.PROGRAMME_SELECTED,
        StalkingStep.SESSION_ATTENDED,
        StalkingStep.CUSTODY_FROM,
        StalkingStep.CUSTODY_TO,
        StalkingStep.ORDER_ENDED
    };

    private final ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Catalogue catalogue = ShippedCatalogue.get();
    private final SubjectDeltas entries = new SubjectDeltas(catalogue);
    private final PersonUpdates updates = new PersonUpdates(catalogue);
    private final PersonDeltas ofPersons = new PersonDeltas(catalogue);

    /** What each of the steps of a case is. */
    enum Kind {
        AUDIT(number -> contact(ContactKind.AUDIT, number)),
        REFERRAL(number -> contact(ContactKind.REFERRAL, number)),
        SURVEY(number -> contact(ContactKind.SURVEY, number)),
        REVIEW(number -> contact(ContactKind.REVIEW, number)),
        SUBMISSION(LongHistoryTest::submission),
        ITEM(LongHistoryTest::item),
        MANAGEMENT(LongHistoryTest::management);

        private final IntFunction<CaseStep> step;

        Kind(IntFunction<CaseStep> step) {
            this.step = step;
        }

        /** @param number of the step among those of its kind */
        CaseStep version(int number, int version) {
            CaseStep next = step.apply(number);
            next.version = version;
            next.step = number;
            return next;
        }
    }

    @ParameterizedTest
    @ValueSource(bytes = {CrimeVersion.ACTIVE, CrimeVersion.CANCELLED})
    void an_event_of_a_crime_with_a_thousand_versions_costs_at_most_ten_ordinary_ones(byte status) {
        CaseState charged = new CaseState().with(charged());
        assertThat(costOfAThousandth(charged, 1, number -> crime(number, status)))
                .isLessThanOrEqualTo(10);
    }

    /** Each is held against all others of its number, which costs more than it would to know that there are too many. */
    @ParameterizedTest
    @ValueSource(bytes = {CrimeVersion.ACTIVE, CrimeVersion.CANCELLED})
    void an_event_of_a_crime_with_a_thousand_versions_of_one_number_costs_at_most_a_hundred_ordinary_ones(byte status) {
        CaseState charged = new CaseState().with(charged());
        assertThat(costOfAThousandth(charged, 1, number -> {
                    CrimeVersion crime = crime(number, status);
                    crime.version = 1;
                    crime.unit = number;
                    return crime;
                }))
                .isLessThanOrEqualTo(100);
    }

    @ParameterizedTest
    @EnumSource
    void an_event_of_a_case_with_a_thousand_steps_of_a_kind_costs_at_most_ten_ordinary_ones(Kind kind) {
        assertThat(costOfAThousandth(reviewable(), 1, number -> kind.version(number, 1)))
                .isLessThanOrEqualTo(10);
    }

    @ParameterizedTest
    @EnumSource
    void an_event_of_a_case_with_a_thousand_versions_of_a_step_costs_at_most_ten_ordinary_ones(Kind kind) {
        assertThat(costOfAThousandth(reviewable(), 1, number -> {
                    CaseStep version = kind.version(number, number);
                    version.step = 1;
                    return version;
                }))
                .isLessThanOrEqualTo(10);
    }

    @ParameterizedTest
    @EnumSource
    void a_version_of_a_crime_with_a_thousand_steps_that_says_nothing_of_them_costs_at_most_ten_ordinary_ones(
            Kind kind) {
        Subject ordinary = reviewable();
        Subject full = ordinary;
        for (int number = 1; number <= Versions.MOST; number++) {
            full = full.with(kind.version(number, 1));
        }
        CrimeVersion next = crime(2, CrimeVersion.ACTIVE);
        next.knownAt = RECORDED + (Versions.MOST + 1) * HOUR;
        next.changedAt = next.knownAt;
        cost(ordinary, next, WARM);
        assertThat((double) cost(full, next, 1) / cost(ordinary, next, 1)).isLessThanOrEqualTo(10);
    }

    @Test
    void a_step_of_a_perpetrator_with_a_thousand_of_all_kinds_costs_at_most_ten_ordinary_ones() {
        assertThat(costOfAThousandth(
                        VersionLog.of(VersionKind.STEP),
                        ORDINARY_STEPS,
                        number -> step(number, STEPS[number % STEPS.length])))
                .isLessThanOrEqualTo(10);
    }

    @ParameterizedTest
    @EnumSource
    void a_step_of_a_perpetrator_with_a_thousand_of_a_kind_costs_at_most_ten_ordinary_ones(StalkingStep kind) {
        assertThat(costOfAThousandth(VersionLog.of(VersionKind.STEP), ORDINARY_STEPS, number -> step(number, kind)))
                .isLessThanOrEqualTo(10);
    }

    @Test
    void many_steps_known_at_once_cost_no_more() {
        assertThat(costOfAThousandth(VersionLog.of(VersionKind.STEP), ORDINARY_STEPS, number -> {
                    StepVersion step = step(number, STEPS[number % STEPS.length]);
                    step.knownAt = RECORDED + 2 * Versions.MOST * HOUR;
                    return step;
                }))
                .isLessThanOrEqualTo(10);
    }

    /**
     * In ordinary events of the same subject.
     *
     * @param few how many events an ordinary one has before
     */
    private double costOfAThousandth(Subject subject, int few, IntFunction<? extends Version> event) {
        // The first pass grows what later ones use again, whichever test comes first.
        ratioOfCosts(subject, few, event);
        return ratioOfCosts(subject, few, event);
    }

    private double ratioOfCosts(Subject subject, int few, IntFunction<? extends Version> event) {
        Subject ordinary = subject;
        for (int number = 1; number <= few; number++) {
            ordinary = ordinary.with(event.apply(number));
        }
        Subject full = ordinary;
        for (int number = few + 1; number < Versions.MOST; number++) {
            full = full.with(event.apply(number));
        }
        assertThat(IntStream.range(0, full.streams()).mapToObj(full::stream))
                .anyMatch(versions -> versions.length == Versions.MOST - 1);
        cost(ordinary, event.apply(few + 1), WARM);
        return (double) cost(full, event.apply(Versions.MOST), 1) / cost(ordinary, event.apply(few + 1), 1);
    }

    /** The mean in bytes. */
    private long cost(Subject before, Version event, int times) {
        Map<Long, PersonState> persons = persons(before);
        long began = thread.getThreadAllocatedBytes(Thread.currentThread().getId());
        for (int i = 0; i < times; i++) {
            before.statusOf(event);
            Subject after = before.with(event);
            entries.of(before, after, event.knownAt);
            for (PersonUpdate update : updates.of(PERPETRATOR, before, after)) {
                PersonState person = persons.getOrDefault(update.person, new PersonState());
                ofPersons.of(person, person.with(update), update);
            }
        }
        return (thread.getThreadAllocatedBytes(Thread.currentThread().getId()) - began) / times;
    }

    /** What is known of the persons whom a subject names; a perpetrator is suspected of a crime too. */
    private Map<Long, PersonState> persons(Subject subject) {
        List<PersonUpdate> told = new ArrayList<>(updates.all(PERPETRATOR, subject));
        if (subject.kind() == VersionKind.STEP) {
            told.addAll(updates.all("c1", new CaseState().with(crime(1, CrimeVersion.ACTIVE))));
        }
        Map<Long, PersonState> persons = new HashMap<>();
        for (PersonUpdate update : told) {
            persons.merge(update.person, new PersonState().with(update), (known, one) -> known.with(update));
        }
        return persons;
    }

    /** A case in which a decision was taken that the victim may have reviewed. */
    private static CaseState reviewable() {
        return new CaseState().with(crime(1, CrimeVersion.ACTIVE)).with(decided("15"));
    }

    private static <V extends Version> V changed(V version, int number) {
        version.version = number;
        version.changedAt = RECORDED + number * HOUR;
        version.knownAt = version.changedAt;
        version.eventLow = number;
        return version;
    }

    /** Of a rape with a victim and a suspect; every other version says something of no consequence to persons. */
    private static CrimeVersion crime(int number, byte status) {
        CrimeVersion crime = changed(new CrimeVersion(), number);
        crime.status = status;
        crime.recordedAt = RECORDED;
        crime.reportedAt = RECORDED;
        crime.offence = PackedCode.pack("19C");
        crime.victimKind = CrimeVersion.PERSON;
        crime.victim = 7;
        crime.suspectPersons = new long[] {PersonCode.of(PERPETRATOR)};
        return Counted.set(crime, "victim.enhancedRights", number % 2 == 0);
    }

    private static OutcomeVersion charged() {
        return decided("1");
    }

    private static OutcomeVersion decided(String type) {
        OutcomeVersion outcome = changed(new OutcomeVersion(), 1);
        outcome.type = PackedCode.pack(type);
        outcome.assignedAt = RECORDED;
        Counted.set(outcome, "interviewedUnderCaution", true);
        return Counted.set(outcome, "victimInformedAt", RECORDED);
    }

    private static ContactVersion contact(ContactKind kind, int number) {
        ContactVersion contact = changed(new ContactVersion(), number);
        contact.kind = (byte) kind.ordinal();
        contact.at = contact.changedAt;
        contact.answeredAt = contact.changedAt;
        Counted.set(contact, "survey.satisfied", number % 2 == 0);
        Counted.set(contact, "review.overturned", number % 2 == 0);
        for (CodeQuestion question : CodeQuestion.values()) {
            contact.answer(question, (number + question.ordinal()) % 2 == 0 ? ContactVersion.YES : ContactVersion.NO);
        }
        return contact;
    }

    private static SubmissionVersion submission(int number) {
        SubmissionVersion submission = changed(new SubmissionVersion(), number);
        submission.submittedAt = submission.changedAt;
        submission.returnedAt = submission.changedAt;
        Counted.set(submission, "actionPlanDueAt", submission.changedAt + HOUR);
        submission.decidedAt = submission.changedAt + 2 * HOUR;
        return submission;
    }

    private static ItemVersion item(int number) {
        ItemVersion item = changed(new ItemVersion(), number);
        item.receivedAt = item.changedAt;
        item.examinedAt = item.changedAt;
        item.returnedAt = item.changedAt + HOUR;
        return item;
    }

    private static ManagementVersion management(int number) {
        ManagementVersion management = changed(new ManagementVersion(), number);
        management.kind = (byte) StalkingStep.ORDER_APPLIED.ordinal();
        management.at = management.changedAt;
        return management;
    }

    private static StepVersion step(int number, StalkingStep kind) {
        StepVersion step = changed(new StepVersion(), number);
        step.step = (byte) kind.ordinal();
        step.at = step.changedAt;
        if (kind == StalkingStep.PROGRAMME_SELECTED) {
            step.treatment = true;
            step.arm = 1;
            step.route = 1;
            step.disposalAt = RECORDED;
        }
        return step;
    }
}
