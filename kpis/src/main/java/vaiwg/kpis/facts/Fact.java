package vaiwg.kpis.facts;

import static vaiwg.kpis.cases.CountedField.field;
import static vaiwg.schemas.EventStream.CRIME_RECORDING;
import static vaiwg.schemas.EventStream.VICTIM_CONTACT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import vaiwg.kpis.cases.Characteristic;
import vaiwg.kpis.cases.CountedField;
import vaiwg.kpis.cases.Duty;
import vaiwg.kpis.reference.ReferenceFile;
import vaiwg.schemas.EventStream;

/**
 * A yes/no statement from which measures are built: when it is judged at a horizon, its words, its rule. What is only a counted field that is
 * something is {@link #asked} where a measure asks it; what looks at other records, at time or at a map has a name: {@code reference/facts.csv}. A constant
 * is here for those that Java asks for or states.
 */
@API(status = API.Status.MAINTAINED)
public final class Fact implements Expression {
    /** In their order; complete once the class is there. */
    private static final Map<String, Fact> NAMED = new LinkedHashMap<>();

    private static final Map<String, Fact> ASKED = new ConcurrentSkipListMap<>();

    /** For how many days the programme's evaluation follows a person up. */
    public static final List<Integer> FOLLOW_UP_DAYS = List.of(30, 90, 180, 270, 365);

    /** Beside 28, after how many days it is told that a submission is still open. */
    public static final List<Integer> SUBMISSION_DAYS = List.of(42, 56, 90, 180, 365);

    static {
        for (Map<String, String> row : ReferenceFile.read("facts.csv").rows()) {
            String name = row.get("fact").toUpperCase(Locale.ROOT);
            Rule rule = NamedRules.of(name, row.get("rule"));
            declare(name, row.get("at").isEmpty() ? rule.at() : At.valueOf(row.get("at")), row.get("words"), rule);
        }
        for (Characteristic characteristic : Characteristic.values()) {
            CharacteristicFacts.declare(characteristic);
        }
        for (int days : FOLLOW_UP_DAYS) {
            declare(
                    "FOLLOWED_" + days + "D",
                    days + " days at risk since the disposal, custody not counted",
                    Rule.ofPersons(EventStream.STALKING));
            declare(
                    "REOFFENDED_" + days + "D",
                    "a suspect of a crime of stalking, harassment or domestic abuse committed in these " + days
                            + " days",
                    Rule.ofPersons(CRIME_RECORDING));
        }
        for (int days : SUBMISSION_DAYS) {
            declare(
                    "SUBMISSION_OVER_" + days + "D",
                    "it was submitted more than " + days + " days ago",
                    new Rule.Stated(Optional.of(EventStream.CPS_REFERRAL), false));
        }
    }

    public static final Fact ACTIVE = named("ACTIVE");
    public static final Fact STALKING_OR_8L = named("STALKING_OR_8L");
    public static final Fact DOMESTIC_ABUSE = named("DOMESTIC_ABUSE");
    public static final Fact PLACE_LOCATED = named("PLACE_LOCATED");
    public static final Fact ADDRESS_GIVEN = named("ADDRESS_GIVEN");
    public static final Fact VICTIM_OF_CRIME = named("VICTIM_OF_CRIME");
    public static final Fact SUSPECT_OF_CRIME = named("SUSPECT_OF_CRIME");
    public static final Fact OUTCOME_16 = named("OUTCOME_16");
    public static final Fact ORPHAN_OUTCOME = named("ORPHAN_OUTCOME");
    public static final Fact ORDER_APPLIED = named("ORDER_APPLIED");
    public static final Fact ORDER_DECIDED = named("ORDER_DECIDED");
    public static final Fact ORDER_GRANTED = named("ORDER_GRANTED");
    public static final Fact ORDER_BREACHED = named("ORDER_BREACHED");
    public static final Fact PLACE_FILLED = named("PLACE_FILLED");
    public static final Fact PROGRAMME_CONSENTED = named("PROGRAMME_CONSENTED");
    public static final Fact PROGRAMME_BEGUN = named("PROGRAMME_BEGUN");
    public static final Fact PROGRAMME_ALL_ATTENDED = named("PROGRAMME_ALL_ATTENDED");
    public static final Fact PROGRAMME_STARTED = named("PROGRAMME_STARTED");
    public static final Fact PROGRAMME_COMPLETED = named("PROGRAMME_COMPLETED");
    public static final Fact CODE_AUDITED = named("CODE_AUDITED");
    public static final Fact CODE_ACKNOWLEDGED = named("CODE_ACKNOWLEDGED");
    public static final Fact CODE_UPDATES_TIMELY = named("CODE_UPDATES_TIMELY");
    public static final Fact CODE_STATEMENT_OFFERED = named("CODE_STATEMENT_OFFERED");
    public static final Fact CODE_REFERRED_IN_TIME = named("CODE_REFERRED_IN_TIME");
    public static final Fact CODE_REFERRAL_FOUND = named("CODE_REFERRAL_FOUND");
    public static final Fact CODE_REFERRED_LATE = named("CODE_REFERRED_LATE");
    public static final Fact CODE_EXPLAINED = named("CODE_EXPLAINED");
    public static final Fact CODE_END_TOLD = named("CODE_END_TOLD");
    public static final Fact CODE_QUESTION = named("CODE_QUESTION");
    public static final Fact CODE_QUESTION_MET = named("CODE_QUESTION_MET");
    public static final Fact CODE_QUESTION_APPLIES = named("CODE_QUESTION_APPLIES");
    public static final Fact COURT_FINALISED = named("COURT_FINALISED");
    public static final Fact REVIEWABLE_DECISION = named("REVIEWABLE_DECISION");
    public static final Fact REVIEW_REQUESTED = named("REVIEW_REQUESTED");
    public static final Fact REVIEW_DECIDED = named("REVIEW_DECIDED");
    public static final Fact REVIEW_DEADLINE_KNOWN = named("REVIEW_DEADLINE_KNOWN");
    public static final Fact REVIEW_DECIDED_WITHIN_30D = named("REVIEW_DECIDED_WITHIN_30D");
    public static final Fact SURVEY_SENT = named("SURVEY_SENT");
    public static final Fact SURVEY_ANSWERED = named("SURVEY_ANSWERED");
    public static final Fact SURVEY_ANSWER = named("SURVEY_ANSWER");
    public static final Fact SUBMISSION_OPEN = named("SUBMISSION_OPEN");
    public static final Fact SUBMISSION_OVERDUE = named("SUBMISSION_OVERDUE");
    public static final Fact SUBMISSION_ALLOCATED = named("SUBMISSION_ALLOCATED");
    public static final Fact SUBMISSION_ALLOCATED_28D = named("SUBMISSION_ALLOCATED_28D");
    public static final Fact SUBMISSION_DECIDED = named("SUBMISSION_DECIDED");
    public static final Fact ACTION_PLAN_OPEN = named("ACTION_PLAN_OPEN");
    public static final Fact ACTION_PLAN_OVERDUE = named("ACTION_PLAN_OVERDUE");
    public static final Fact ACTION_PLAN_OVERDUE_28D = named("ACTION_PLAN_OVERDUE_28D");
    public static final Fact ITEM_EXAMINED = named("ITEM_EXAMINED");
    public static final Fact KIOSK_ITEM_EXAMINED = named("KIOSK_ITEM_EXAMINED");
    public static final Fact ITEM_RETURNED = named("ITEM_RETURNED");
    public static final Fact ITEM_RETURNED_WITHIN_24H = named("ITEM_RETURNED_WITHIN_24H");
    public static final Fact VICTIM_BEFORE = named("VICTIM_BEFORE");
    public static final Fact BY_THE_SAME_SUSPECT = named("BY_THE_SAME_SUSPECT");
    public static final Fact BY_ANOTHER_SUSPECT = named("BY_ANOTHER_SUSPECT");
    public static final Fact BY_UNKNOWN_SUSPECT = named("BY_UNKNOWN_SUSPECT");
    public static final Fact FIRST_REPORT = named("FIRST_REPORT");
    public static final Fact RISK_COMPARED = named("RISK_COMPARED");
    public static final Fact RISK_ROSE = named("RISK_ROSE");
    public static final Fact SUSPECT_BEFORE = named("SUSPECT_BEFORE");
    public static final Fact OF_SEVERAL_VICTIMS = named("OF_SEVERAL_VICTIMS");
    public static final Fact UNDER_MANAGEMENT = named("UNDER_MANAGEMENT");
    public static final Fact AT_REPEATED_PLACE = named("AT_REPEATED_PLACE");
    public static final Fact SUBJECT_OF_MATTER = named("SUBJECT_OF_MATTER");
    public static final Fact SUBJECT_OF_COMPLAINT = named("SUBJECT_OF_COMPLAINT");
    public static final Fact SUBJECT_OF_COMPLAINT_OF_FORCE = named("SUBJECT_OF_COMPLAINT_OF_FORCE");
    public static final Fact SUBJECT_OF_CONDUCT_MATTER = named("SUBJECT_OF_CONDUCT_MATTER");
    public static final Fact OF_SEVERAL_MATTERS = named("OF_SEVERAL_MATTERS");
    public static final Fact SIGNAL_RAISED = named("SIGNAL_RAISED");
    public static final Fact SIGNAL_ANSWERED = named("SIGNAL_ANSWERED");
    public static final Fact ACTION_PLAN_MISSED = named("ACTION_PLAN_MISSED");
    public static final Fact PROPERTY_RETURNED = named("PROPERTY_RETURNED");
    public static final Fact PROPERTY_RETURNED_WITHIN_7D = named("PROPERTY_RETURNED_WITHIN_7D");
    public static final Fact PROPERTY_HELD = named("PROPERTY_HELD");
    public static final Fact PROPERTY_HELD_OVER_7D = named("PROPERTY_HELD_OVER_7D");
    public static final Fact REFERRAL_MADE = named("REFERRAL_MADE");
    public static final Fact UPDATE_DUE = named("UPDATE_DUE");
    public static final Fact UPDATED_IN_TIME = named("UPDATED_IN_TIME");
    public static final Fact PROGRAMME_REFERRED = named("PROGRAMME_REFERRED");
    public static final Fact PROGRAMME_ELIGIBLE = named("PROGRAMME_ELIGIBLE");
    public static final Fact RISK_KNOWN_BEFORE_AND_AFTER = named("RISK_KNOWN_BEFORE_AND_AFTER");
    public static final Fact RISK_FELL_AFTER = named("RISK_FELL_AFTER");
    public static final Fact RISK_ROSE_AFTER = named("RISK_ROSE_AFTER");
    public static final Fact STALKING_ORDER_IN_FORCE = named("STALKING_ORDER_IN_FORCE");
    public static final Fact STALKING_ORDER_BREACH = named("STALKING_ORDER_BREACH");
    public static final Fact TRIAL_SELECTED = named("TRIAL_SELECTED");
    public static final Fact TRIAL_RISK_KNOWN = named("TRIAL_RISK_KNOWN");
    public static final Fact TRIAL_RISK_FELL = named("TRIAL_RISK_FELL");
    public static final Fact TRIAL_RISK_ROSE = named("TRIAL_RISK_ROSE");
    public static final Fact CONTROL_SELECTED = named("CONTROL_SELECTED");

    /** The grades of assessed risk of domestic abuse, from the lowest. */
    public static final List<Fact> RISK_GRADES = Stream.of("STANDARD", "MEDIUM", "HIGH")
            .map(grade -> asked(field(CRIME_RECORDING, "risk").isOneOf(grade)))
            .toList();

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
    /** Made when a set first holds it: until then it has no bit. */
    private volatile FactSet alone;

    private Fact(String name, At at, List<String> alternatives, Rule rule) {
        this.name = name;
        this.at = at;
        this.alternatives = alternatives;
        this.rule = rule;
    }

    /** One that is judged as its rule is. */
    static void declare(String name, String words, Rule rule) {
        declare(name, rule.at(), words, rule);
    }

    static void declare(String name, At at, String words, Rule rule) {
        if (NAMED.put(name, new Fact(name, at, List.of(words), rule)) != null) {
            throw new IllegalStateException("there are two facts " + name);
        }
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
        return asked(test + " in an audit", List.of(words), Rule.ofAudits(test.holds()));
    }

    private static Fact asked(String name, List<String> alternatives, Rule rule) {
        return ASKED.computeIfAbsent(name, any -> new Fact(name, rule.at(), alternatives, rule));
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
        return rule instanceof Rule.Stated stated && stated.ofPersons();
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
