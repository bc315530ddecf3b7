package vaiwg.kpis.facts;

import java.util.Optional;
import java.util.function.Predicate;
import vaiwg.kpis.cases.ContactVersion;
import vaiwg.kpis.cases.CountedField;
import vaiwg.kpis.cases.Duty;
import vaiwg.kpis.cases.OutcomeVersion;
import vaiwg.kpis.cases.PackedCode;
import vaiwg.schemas.ContactKind;
import vaiwg.schemas.EventStream;

/**
 * When a fact holds of a case, and which of the case's records that depends on: a fact is asked of nothing of which it can never be true,
 * and what depends on one version alone is asked once of that version.
 */
sealed interface Rule {
    boolean holds(KnownCase known);

    /** The stream that tells of it, beside the crime's; empty for what no stream tells. */
    Optional<EventStream> stream();

    /** How the fact is judged at a horizon, where it says nothing else. */
    default Fact.At at() {
        return Fact.At.MEMBERSHIP;
    }

    /** The counted field that it is about; empty where it is about none alone. */
    default Optional<CountedField> field() {
        return Optional.empty();
    }

    /** The duty whose contacts tell of it, where a force may send others and not these. */
    default Optional<Duty> duty() {
        return Optional.empty();
    }

    /** On the version of the crime alone. */
    static Rule ofCrime(Predicate<KnownCrime> test) {
        return new OfCrime(test, Optional.empty());
    }

    /** On the version of the outcome alone, where the case has an outcome. */
    static Rule ofOutcome(Predicate<OutcomeVersion> test) {
        return ofBoth(known -> test.test(known.outcome()));
    }

    /** On the type of the outcome, likewise. */
    static Rule ofType(String type) {
        long sought = PackedCode.pack(type);
        return ofOutcome(outcome -> outcome.is(sought));
    }

    /** On a counted field of the case's crime or of its outcome; of another stream's records, which state it themselves. */
    static Rule of(CountedField.Test test) {
        return switch (test.field().stream()) {
            case CRIME_RECORDING -> new OfCrime(crime -> test.holds().test(crime.version()), Optional.of(test.field()));
            case OUTCOME -> new OfBoth(known -> test.holds().test(known.outcome()), Optional.of(test.field()));
            default -> new OfRecord(test);
        };
    }

    /** On the crime and its outcome, where the case has an outcome. */
    static Rule ofBoth(Predicate<KnownCase> test) {
        return new OfBoth(test, Optional.empty());
    }

    /** On the crime and its steps of a kind, where the case has such. */
    static Rule ofSteps(StepKind kind, Predicate<KnownCase> test) {
        return new OfSteps(kind, Optional.empty(), test);
    }

    /** On the crime and the contacts by which a duty to its victim was met. */
    static Rule ofDuty(Duty duty, Predicate<KnownCase> test) {
        return new OfSteps(StepKind.DUTY, Optional.of(duty), test);
    }

    /** On the case's audits under the Victims' Code: that something holds of one of them. */
    static Rule ofAudits(Predicate<? super ContactVersion> test) {
        return ofSteps(StepKind.AUDIT, known -> known.steps().hasContact(ContactKind.AUDIT, test));
    }

    /** On what versions of a stream before the current ones said. */
    static Rule ofPast(EventStream stream, Predicate<Past> test) {
        return new OfPast(Optional.of(stream), test);
    }

    /** Stated of persons or places, by what a stream tells of them. */
    static Rule ofPersons(EventStream stream) {
        return new Stated(Optional.of(stream), true);
    }

    /** See {@link Rule#ofCrime}. */
    record OfCrime(Predicate<KnownCrime> test, Optional<CountedField> field) implements Rule {
        @Override
        public boolean holds(KnownCase known) {
            return test.test(known.own());
        }

        @Override
        public Optional<EventStream> stream() {
            return Optional.of(EventStream.CRIME_RECORDING);
        }
    }

    /** See {@link Rule#ofBoth}. */
    record OfBoth(Predicate<KnownCase> test, Optional<CountedField> field) implements Rule {
        @Override
        public Fact.At at() {
            return Fact.At.OUTCOME;
        }

        @Override
        public boolean holds(KnownCase known) {
            return known.hasOutcome() && test.test(known);
        }

        @Override
        public Optional<EventStream> stream() {
            return Optional.of(EventStream.OUTCOME);
        }
    }

    /** What kind of steps a fact is about: it is false of a case without such. */
    enum StepKind {
        AUDIT(EventStream.VICTIM_CONTACT, steps -> steps.hasContact(ContactKind.AUDIT.ordinal())),
        REFERRAL(EventStream.VICTIM_CONTACT, steps -> steps.hasContact(ContactKind.REFERRAL.ordinal())),
        SURVEY(EventStream.VICTIM_CONTACT, steps -> steps.hasContact(ContactKind.SURVEY.ordinal())),
        DUTY(EventStream.VICTIM_CONTACT, steps -> steps.hasContact(ContactVersion.DUTY)),
        ITEM(EventStream.DEVICE_EXAMINATION, steps -> !steps.items().isEmpty()),
        MANAGEMENT(EventStream.STALKING, steps -> !steps.management().isEmpty());

        private final EventStream stream;
        private final Predicate<KnownSteps> present;

        StepKind(EventStream stream, Predicate<KnownSteps> present) {
            this.stream = stream;
            this.present = present;
        }

        boolean isIn(KnownSteps steps) {
            return present.test(steps);
        }
    }

    /** See {@link Rule#ofSteps}. */
    record OfSteps(StepKind kind, Optional<Duty> duty, Predicate<KnownCase> test) implements Rule {
        @Override
        public boolean holds(KnownCase known) {
            return test.test(known);
        }

        @Override
        public Optional<EventStream> stream() {
            return Optional.of(kind.stream);
        }
    }

    /** See {@link Rule#ofPast}. */
    record OfPast(Optional<EventStream> stream, Predicate<Past> test) implements Rule {
        @Override
        public Fact.At at() {
            return Fact.At.HISTORY;
        }

        @Override
        public boolean holds(KnownCase known) {
            return test.test(known.past());
        }
    }

    /** See {@link Rule#of}. */
    record OfRecord(CountedField.Test test) implements Rule {
        @Override
        public Optional<CountedField> field() {
            return Optional.of(test.field());
        }

        @Override
        public boolean holds(KnownCase known) {
            return false;
        }

        @Override
        public Optional<EventStream> stream() {
            return Optional.of(test.field().stream());
        }
    }

    /**
     * Never true of a case by itself: steps, orders, people and other streams state the fact.
     *
     * @param stream empty for what no stream tells
     * @param ofPersons whether it is stated of persons or places, and never of a crime by itself
     */
    record Stated(Optional<EventStream> stream, boolean ofPersons) implements Rule {
        @Override
        public boolean holds(KnownCase known) {
            return false;
        }
    }
}
