package vaiwg.engine.contributions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vaiwg.kpis.cases.PersonState;
import vaiwg.kpis.cases.PersonUpdate;
import vaiwg.kpis.cases.Subject;
import vaiwg.kpis.catalogue.Catalogue;

/** Persons and places of one force: told what records say, they give the delta entries that it causes. */
final class RandomPersons {
    final Map<String, PersonState> states = new HashMap<>();
    int rejected;
    private final PersonUpdates updates;
    private final PersonDeltas entries;

    RandomPersons(Catalogue catalogue) {
        this.updates = new PersonUpdates(catalogue);
        this.entries = new PersonDeltas(catalogue);
    }

    List<DeltaEntry> tell(String record, Subject before, Subject after) {
        List<DeltaEntry> all = new ArrayList<>();
        for (PersonUpdate update : updates.of(record, before, after)) {
            all.addAll(take(update));
        }
        return all;
    }

    List<DeltaEntry> take(PersonUpdate update) {
        PersonState before = states.getOrDefault(keyOf(update), new PersonState());
        return entries.of(before, next(before, update), update);
    }

    /** Takes an update, and says of the kept records nothing yet: {@link #anew} does. */
    List<DeltaEntry> listen(PersonUpdate update) {
        PersonState before = states.getOrDefault(keyOf(update), new PersonState());
        return entries.ofRejected(before, next(before, update), update);
    }

    List<DeltaEntry> all() {
        List<DeltaEntry> all = new ArrayList<>();
        states.values().forEach(person -> all.addAll(entries.all(person)));
        return all;
    }

    private PersonState next(PersonState before, PersonUpdate update) {
        rejected += before.rejectsOneMoreFor(update) ? 1 : 0;
        PersonState after = before.with(update);
        states.put(keyOf(update), after);
        return after;
    }

    private static String keyOf(PersonUpdate update) {
        return update.place + "/" + update.person;
    }
}
