package vaiwg.engine.contributions;

import java.util.ArrayList;
import java.util.List;
import vaiwg.engine.contributions.PersonReferences.Reference;
import vaiwg.kpis.cases.PersonCode;
import vaiwg.kpis.cases.PersonFact;
import vaiwg.kpis.cases.PersonState;
import vaiwg.kpis.cases.PersonUpdate;
import vaiwg.kpis.cases.StepVersion;
import vaiwg.kpis.cases.Subject;
import vaiwg.kpis.cases.VersionLog;
import vaiwg.kpis.catalogue.Catalogue;

/**
 * From one event of a subject to what it tells the persons and places that the subject's record names, or named: to each of whom it says
 * something else than before, what that is. An event that comes in order is looked at once, at its knowledge time; of one with an earlier knowledge time
 * than others all is told that the record said, and all that it says now.
 */
public final class PersonUpdates {
    private static final StepVersion[] NO_STEPS = {};

    private final AskedOfPersons asked;

    public PersonUpdates(Catalogue catalogue) {
        this.asked = new AskedOfPersons(catalogue);
    }

    /**
     * The updates of a subject's change.
     *
     * @param before null where the subject is new
     * @param record the subject's own id
     */
    public List<PersonUpdate> of(String record, Subject before, Subject after) {
        if (!asked.isAnything()) {
            return List.of();
        }
        SubjectType type = SubjectType.of(after.kind());
        if (type == SubjectType.PERPETRATOR) {
            return asked.isAsked(PersonFact.STEP)
                    ? ofSteps(PersonCode.of(record), before == null ? NO_STEPS : steps(before), steps(after))
                    : List.of();
        }
        PersonReferences references = type.references(record, after, asked);
        if (references == null) {
            return List.of();
        }
        if (before == null) {
            return updates(List.of(), references.overAllTime());
        }
        PersonReferences earlier = type.references(record, before, asked);
        if (references.isOfTheSameVersionsAs(earlier)) {
            return List.of();
        }
        long from = after.differsFrom(before);
        if (!references.isKnownBy(from) || !earlier.isKnownBy(from)) {
            return updates(earlier.overAllTime(), references.overAllTime());
        }
        if (references.hasSameContent(earlier, from)) {
            return List.of();
        }
        List<Reference> went = earlier.knownAt(from);
        List<Reference> came = references.knownAt(from);
        return updates(without(came, went), without(went, came));
    }

    /** All that a subject's record says of anybody: what persons that know nothing of it need. */
    public List<PersonUpdate> all(String record, Subject subject) {
        return of(record, null, subject);
    }

    private static StepVersion[] steps(Subject perpetrator) {
        return VersionLog.<StepVersion>as(perpetrator).versions;
    }

    private static List<PersonUpdate> ofSteps(long person, StepVersion[] before, StepVersion[] after) {
        if (person == PersonCode.NONE) {
            return List.of();
        }
        PersonFact added = PerpetratorReferences.ofNew(before, after);
        List<PersonFact> went = added == null ? PerpetratorReferences.facts(before) : List.of();
        List<PersonFact> came = added == null ? PerpetratorReferences.facts(after) : List.of(added);
        CommonEnds common =
                CommonEnds.of(went.size(), came.size(), (i, j) -> went.get(i).isLike(came.get(j)));
        PersonUpdate update = update(
                person,
                false,
                common.without(went).toArray(PersonFact[]::new),
                common.without(came).toArray(PersonFact[]::new));
        return update.went.length + update.came.length == 0 ? List.of() : List.of(update);
    }

    private static List<Reference> without(List<Reference> others, List<Reference> references) {
        if (others.isEmpty()) {
            return references;
        }
        List<Reference> rest = new ArrayList<>(references.size());
        for (int i = 0; i < references.size(); i++) {
            if (!references.get(i).isIn(others)) {
                rest.add(references.get(i));
            }
        }
        return rest;
    }

    /** To each person and place of whom the two say different things, both. */
    private static List<PersonUpdate> updates(List<Reference> went, List<Reference> came) {
        List<PersonUpdate> updates = new ArrayList<>(went.size() + came.size());
        for (int i = 0; i < came.size(); i++) {
            if (!came.get(i).isAboutOneOf(came, i)) {
                addUpdate(came.get(i), went, came, updates);
            }
        }
        for (int i = 0; i < went.size(); i++) {
            if (!went.get(i).isAboutOneOf(went, i) && !went.get(i).isAboutOneOf(came, came.size())) {
                addUpdate(went.get(i), went, came, updates);
            }
        }
        return updates;
    }

    private static void addUpdate(
            Reference one, List<Reference> went, List<Reference> came, List<PersonUpdate> updates) {
        PersonFact[] then = factsAboutTheSame(one, went);
        PersonFact[] now = factsAboutTheSame(one, came);
        if (!PersonFact.areAlike(then, now)) {
            updates.add(update(one.person(), one.isAboutAPlace(), then, now));
        }
    }

    private static PersonFact[] factsAboutTheSame(Reference one, List<Reference> references) {
        int count = 0;
        for (int i = 0; i < references.size(); i++) {
            count += references.get(i).isAboutTheSameAs(one) ? 1 : 0;
        }
        PersonFact[] facts = count == 0 ? PersonState.NOTHING : new PersonFact[count];
        for (int i = references.size() - 1; count > 0; i--) {
            if (references.get(i).isAboutTheSameAs(one)) {
                facts[--count] = references.get(i).fact();
            }
        }
        return facts;
    }

    private static PersonUpdate update(long person, boolean place, PersonFact[] went, PersonFact[] came) {
        PersonUpdate update = new PersonUpdate();
        update.person = person;
        update.place = place;
        update.went = went;
        update.came = came;
        return update;
    }
}
