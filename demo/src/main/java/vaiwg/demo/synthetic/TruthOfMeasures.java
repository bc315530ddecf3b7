package vaiwg.demo.synthetic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import vaiwg.demo.synthetic.TrueFigures.View;
import vaiwg.schemas.Conduct;
import vaiwg.schemas.ProtectiveOrder;
import vaiwg.schemas.Safeguarding;
import vaiwg.schemas.Stalking;

/**
 * What each measure's total is at the end of a history, counted from its made-up cases. It says the measures once more in the
 * generator's own terms and shares no code with the catalogue or the job.
 */
final class TruthOfMeasures {
    private final long end;
    private final TrueFigures figures;
    private final TruthOfCrimes crimes;
    private final TruthOfOutcomes outcomes;
    private final TruthOfVictims victims;
    private final TruthOfContacts contacts;
    private final TruthOfInquiries inquiries;
    private final TruthOfPerpetrators perpetrators;
    private final TruthOfSubjects others;
    private final TruthOfPlaces places;
    private final TruthOfRepeats repeats;
    private final TruthOfPeople people;
    private final TruthOfTrial trial;

    TruthOfMeasures(ForceCalendar calendar) {
        this.end = calendar.end();
        WorkingWeek week = new WorkingWeek(calendar);
        figures = new TrueFigures((int) calendar.date(calendar.days()).toEpochDay());
        places = new TruthOfPlaces(figures);
        crimes = new TruthOfCrimes(figures, places);
        outcomes = new TruthOfOutcomes(figures, week);
        victims = new TruthOfVictims(figures);
        contacts = new TruthOfContacts(figures, week);
        inquiries = new TruthOfInquiries(figures);
        perpetrators = new TruthOfPerpetrators(figures);
        others = new TruthOfSubjects(figures, week);
        repeats = new TruthOfRepeats(figures);
        people = new TruthOfPeople(figures);
        trial = new TruthOfTrial(figures);
        residents("public_space_rate", "female_residents");
        residents("education_rate", "girls_5_to_17");
        residents("police_complaints_rate", "workforce");
        residents("police_conduct_rate", "workforce");
        residents("marac_rate", "adult_female_residents");
    }

    /** Takes a case with its changes; what is made at the end or later is not known yet. */
    void add(SimulatedCase simulated) {
        Ending ending = new Ending();
        Map<String, SpecificRecord> last = new LinkedHashMap<>();
        for (Change change : simulated.changes()) {
            if (change.changedAt() < end) {
                ending.take(change);
                last.put(change.stream() + change.key(), change.value());
                if (change.value() instanceof Stalking step) {
                    perpetrators.add(step);
                }
            }
        }
        simulated.tellings().stream()
                .filter(telling -> telling.at() < end)
                .forEach(telling -> ending.take(telling.ties()));
        last.values().forEach(this::add);
        if (ending.crime() == null) {
            outcomes.addOrphan(ending);
        } else if (ending.stands()) {
            crimes.add(ending);
            addTied(TiedCrime.of(ending), simulated.file().plan(), ending.isOf(Theme.VAIWG));
            if (ending.isOf(Theme.VAIWG)) {
                outcomes.add(ending);
                victims.add(ending);
                contacts.add(ending);
                inquiries.add(ending);
            }
        }
    }

    private void addTied(TiedCrime crime, CasePlan plan, boolean ofTheStrategy) {
        repeats.add(crime);
        if (plan.perpetrator() != null) {
            trial.add(crime);
        }
        if (ofTheStrategy) {
            people.add(crime);
        }
    }

    /** Once all cases are there. */
    List<Truth.Figure> figures() {
        perpetrators.count();
        others.count();
        places.count();
        repeats.count();
        people.count(perpetrators);
        trial.count(perpetrators);
        return figures.list();
    }

    private void add(SpecificRecord last) {
        if (last instanceof ProtectiveOrder order) {
            others.add(order);
        } else if (last instanceof Safeguarding known) {
            others.add(known);
        } else if (last instanceof Conduct matter) {
            others.add(matter);
        }
    }

    private void residents(String kpi, String population) {
        String row = WestMidlandsFigures.FORCE + ',' + population + ",,";
        long number = SyntheticForce.denominators()
                .lines()
                .filter(line -> line.startsWith(row))
                .mapToLong(line -> Long.parseLong(line.split(",")[4]))
                .sum();
        figures.people(kpi, View.recorded(TrueFigures.YEAR), number);
    }
}
