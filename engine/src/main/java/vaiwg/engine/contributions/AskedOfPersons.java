package vaiwg.engine.contributions;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vaiwg.kpis.cases.Characteristic;
import vaiwg.kpis.cases.PersonFact;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.ContributionTable;
import vaiwg.kpis.catalogue.ContributionType;
import vaiwg.kpis.facts.AskedFacts;
import vaiwg.kpis.facts.CharacteristicFacts;
import vaiwg.kpis.facts.Expression;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.FactCode;

/** What a catalogue asks of persons and places in each role in which records name them: of whom nothing is asked nobody is told. */
final class AskedOfPersons {
    /** What earlier crimes against the same victim, or that there are none, say of a crime. */
    static final Fact[] OF_EARLIER = {
        Fact.VICTIM_BEFORE,
        Fact.BY_THE_SAME_SUSPECT,
        Fact.BY_ANOTHER_SUSPECT,
        Fact.BY_UNKNOWN_SUSPECT,
        Fact.FIRST_REPORT,
        Fact.RISK_COMPARED,
        Fact.RISK_ROSE
    };

    private static final int ROLES = 6;

    private final AskedFacts ofCases;
    private final FactCode code;
    private final PersonContribution[] people = new PersonContribution[ROLES];
    private final PersonContribution[] peopleOfAreas = new PersonContribution[ROLES];
    private final PersonContribution[] crimes = new PersonContribution[ROLES];
    private final List<PersonContribution> places;
    private final boolean followUp;
    private final long[] ofCrime = new long[ROLES];
    private long ofCrimes;
    private boolean anything;

    AskedOfPersons(Catalogue catalogue) {
        ofCases = catalogue.askedFacts();
        code = catalogue.factsOfPersons();
        for (byte role = 0; role < ROLES; role++) {
            ContributionTable ofPersons = catalogue.contributionType(ContributionType.PEOPLE);
            people[role] = new PersonContribution(ofPersons, Column::isPresence, code, possible(role));
            peopleOfAreas[role] = new PersonContribution(
                    catalogue.contributionType(ContributionType.PEOPLE_OF_AREA),
                    Column::isPresence,
                    code,
                    possible(role));
            crimes[role] = new PersonContribution(ofPersons, column -> !column.isPresence(), code, possible(role));
        }
        places = places(catalogue.contributionType(ContributionType.PLACE));
        followUp = catalogue.columns().stream()
                .flatMap(column -> denominator(column).facts())
                .anyMatch(FollowUp::isOf);
        for (byte role = 0; role < ROLES; role++) {
            ofCrime[role] = askedOfCrime(role);
            ofCrimes |= ofCrime[role];
            anything |= isAsked(role);
        }
    }

    private List<PersonContribution> places(ContributionTable table) {
        return IntStream.range(0, table.size())
                .mapToObj(bit -> denominator(table.column(bit)))
                .distinct()
                .map(kind -> new PersonContribution(
                        table, column -> denominator(column).equals(kind), code, possible(PersonFact.PLACE)))
                .toList();
    }

    private static Expression denominator(Column column) {
        return column.measure().denominator(column.variant());
    }

    /** The facts that can hold of somebody, or of some place, in a role. */
    private long possible(byte role) {
        return switch (role) {
            case PersonFact.VICTIM ->
                code.ofCrimes() & ~code.of(Fact.SUSPECT_OF_CRIME)
                        | code.of(OF_EARLIER)
                        | code.of(Stream.of(Characteristic.values())
                                .flatMap(kept -> Stream.of(
                                        CharacteristicFacts.recordedAgain(kept), CharacteristicFacts.consistent(kept)))
                                .toArray(Fact[]::new));
            case PersonFact.SUSPECT ->
                code.ofCrimes() & ~code.of(Fact.VICTIM_OF_CRIME)
                        | code.of(Fact.SUSPECT_BEFORE, Fact.OF_SEVERAL_VICTIMS, Fact.UNDER_MANAGEMENT);
            case PersonFact.PLACE -> code.ofCrimes() | code.of(Fact.AT_REPEATED_PLACE);
            case PersonFact.STAFF -> code.of(Fact.SUBJECT_OF_MATTER, Fact.OF_SEVERAL_MATTERS);
            case PersonFact.STAFF_OF_YEAR ->
                code.of(Fact.SUBJECT_OF_COMPLAINT, Fact.SUBJECT_OF_COMPLAINT_OF_FORCE, Fact.SUBJECT_OF_CONDUCT_MATTER);
            default -> 0;
        };
    }

    AskedFacts ofCases() {
        return ofCases;
    }

    FactCode code() {
        return code;
    }

    /** The columns of people in which somebody in a role can count. */
    PersonContribution people(byte role) {
        return people[role];
    }

    /** Likewise in each policing area apart, for what happened there. */
    PersonContribution peopleOfAreas(byte role) {
        return peopleOfAreas[role];
    }

    /** The columns of crimes of persons in which a crime can count as one of somebody in a role. */
    PersonContribution crimes(byte role) {
        return crimes[role];
    }

    /** The columns of crimes at places, by the kind of crimes: a place comes back for those of one denominator. */
    List<PersonContribution> places() {
        return places;
    }

    boolean countsAtPlace(long facts) {
        for (PersonContribution kind : places) {
            if (kind.counts(facts)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a trial's evaluation follows persons up. */
    boolean followUp() {
        return followUp;
    }

    boolean isAsked(byte role) {
        return switch (role) {
            case PersonFact.PLACE -> !places.isEmpty();
            case PersonFact.STEP ->
                followUp || (people[PersonFact.SUSPECT].asked() & code.of(Fact.UNDER_MANAGEMENT)) != 0;
            case PersonFact.SUSPECT -> followUp || isCounted(role);
            default -> isCounted(role);
        };
    }

    private boolean isCounted(byte role) {
        return !people[role].isEmpty() || !peopleOfAreas[role].isEmpty() || !crimes[role].isEmpty();
    }

    boolean isAnything() {
        return anything;
    }

    /** The facts of a crime that are asked of somebody in a role, those by which it is an earlier crime among them. */
    long ofCrime(byte role) {
        return ofCrime[role];
    }

    /** The facts of a crime that are asked of anybody. */
    long ofCrimes() {
        return ofCrimes;
    }

    /** Those of them that say something of an outcome. */
    long ofOutcomes() {
        return ofCrimes & code.outcomes();
    }

    private long askedOfCrime(byte role) {
        long asked = people[role].asked() | peopleOfAreas[role].asked() | crimes[role].asked();
        if (role == PersonFact.PLACE) {
            asked = places.stream().mapToLong(PersonContribution::asked).reduce(0, (some, more) -> some | more);
        }
        if ((asked & code.of(OF_EARLIER)) != 0) {
            asked |= code.of(Fact.DOMESTIC_ABUSE);
        }
        if ((asked & code.of(Fact.RISK_COMPARED, Fact.RISK_ROSE)) != 0) {
            asked |= code.of(Fact.RISK_GRADES.toArray(Fact[]::new));
        }
        if ((asked & code.of(Fact.SUSPECT_BEFORE)) != 0) {
            asked |= code.of(Fact.STALKING_OR_8L);
        }
        return asked & possible(role) & code.ofCrimes();
    }
}
