package vaiwg.engine.contributions;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import vaiwg.kpis.RandomCases;
import vaiwg.kpis.cases.CaseState;
import vaiwg.kpis.cases.StepVersion;
import vaiwg.kpis.cases.Version;
import vaiwg.kpis.cases.VersionKind;
import vaiwg.kpis.cases.VersionLog;
import vaiwg.kpis.catalogue.Catalogue;

/** The delta entries of random cases and perpetrators of one force, and of the persons and places that they name. */
public final class RandomDeltas {
    private RandomDeltas() {}

    /**
     * Shuffled.
     *
     * @param days over how many days from {@link RandomCases#FIRST_DAY} on crimes are recorded
     */
    public static List<DeltaEntry> of(Random random, Catalogue catalogue, int cases, int days) {
        RandomCases records = new RandomCases(random, days, cases / 5);
        SubjectDeltas subjects = new SubjectDeltas(catalogue);
        RandomPersons persons = new RandomPersons(catalogue);
        List<DeltaEntry> entries = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            CaseState state = null;
            for (Version event : records.history()) {
                CaseState after = (state == null ? new CaseState() : state).with(event);
                if (after != state) {
                    entries.addAll(subjects.of(state, after, event.knownAt));
                    entries.addAll(persons.tell("case-" + i, state, after));
                    state = after;
                }
            }
            if (i % 10 == 0) {
                VersionLog<StepVersion> steps = null;
                for (StepVersion step : records.steps()) {
                    VersionLog<StepVersion> after =
                            (steps == null ? VersionLog.<StepVersion>of(VersionKind.STEP) : steps).with(step);
                    entries.addAll(subjects.of(steps, after, step.knownAt));
                    entries.addAll(persons.tell("person-" + i % (cases / 5), steps, after));
                    steps = after;
                }
            }
        }
        Collections.shuffle(entries, random);
        return entries;
    }
}
