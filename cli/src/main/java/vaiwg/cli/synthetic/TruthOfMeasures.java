package vaiwg.cli.synthetic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.apache.avro.specific.SpecificRecord;
import vaiwg.cli.synthetic.TrueFigures.View;
import vaiwg.schemas.Conduct;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.ProtectiveOrder;
import vaiwg.schemas.Safeguarding;
import vaiwg.schemas.Stalking;

/**
 * What each measure's total is at the end of a history, counted from its made-up cases. It says the measures once more in the
 * generator's own terms and shares no code with the catalogue or the job.
 */
final class TruthOfMeasures {
    private final long end;
    private final BiPredicate<EventStream, String> subjects;
    private final TrueFigures figures;
    private final TruthOfCrimes crimes;
    private final TruthOfOutcomes outcomes;
    private final TruthOfVictims victims;
    private final TruthOfContacts contacts;
    private final TruthOfInquiries inquiries;
    private final TruthOfPerpetrators perpetrators;
    private final TruthOfSubjects others;

    /** @param subjects by stream and key those that count; the others were never told */
    TruthOfMeasures(ForceCalendar calendar, BiPredicate<EventStream, String> subjects) {
        this.end = calendar.end();
        this.subjects = subjects;
        WorkingWeek week = new WorkingWeek(calendar);
        figures = new TrueFigures((int) calendar.date(calendar.days()).toEpochDay());
        crimes = new TruthOfCrimes(figures);
        outcomes = new TruthOfOutcomes(figures, week);
        victims = new TruthOfVictims(figures);
        contacts = new TruthOfContacts(figures, week);
        inquiries = new TruthOfInquiries(figures);
        perpetrators = new TruthOfPerpetrators(figures);
        others = new TruthOfSubjects(figures, week);
        people("public_space_rate", "female_residents");
        people("education_rate", "girls_5_to_17");
        people("marac_rate", "adult_female_residents");
    }

    /** Takes a case with its changes; what is made at the end or later is not known yet. */
    void add(SimulatedCase simulated) {
        Ending ending = new Ending();
        Map<String, SpecificRecord> last = new LinkedHashMap<>();
        for (Change change : simulated.changes()) {
            if (change.changedAt() < end && subjects.test(change.stream(), change.key())) {
                ending.take(change);
                last.put(change.stream() + change.key(), change.value());
                if (change.value() instanceof Stalking step) {
                    perpetrators.add(step);
                }
            }
        }
        last.values().forEach(this::add);
        if (ending.crime() == null) {
            outcomes.addOrphan(ending);
        } else if (ending.stands()) {
            crimes.add(ending);
            if (ending.isOf(Theme.VAIWG)) {
                outcomes.add(ending);
                victims.add(ending);
                contacts.add(ending);
                inquiries.add(ending);
            }
        }
    }

    /** Once all cases are there. */
    List<Truth.Figure> figures() {
        perpetrators.count();
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

    private void people(String kpi, String population) {
        String row = WestMidlandsFigures.FORCE + ',' + population + ",,";
        long number = SyntheticForce.denominators()
                .lines()
                .filter(line -> line.startsWith(row))
                .mapToLong(line -> Long.parseLong(line.split(",")[4]))
                .sum();
        figures.people(kpi, View.recorded(TrueFigures.YEAR), number);
    }
}
