package vaiwg.engine.signatures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vaiwg.kpis.cases.PersonNotice;
import vaiwg.kpis.cases.PersonState;
import vaiwg.kpis.cases.Subject;
import vaiwg.kpis.catalogue.Catalogue;

/** Persons and places of one force: told what records say, they give the postings that it causes. */
final class RandomPersons {
    final Map<String, PersonState> states = new HashMap<>();
    int refused;
    private final PersonNotices notices;
    private final PersonPostings postings;

    RandomPersons(Catalogue catalogue) {
        this.notices = new PersonNotices(catalogue);
        this.postings = new PersonPostings(catalogue);
    }

    List<Posting> tell(String record, Subject before, Subject after) {
        List<Posting> all = new ArrayList<>();
        for (PersonNotice notice : notices.of(record, before, after)) {
            all.addAll(take(notice));
        }
        return all;
    }

    List<Posting> take(PersonNotice notice) {
        PersonState before = states.getOrDefault(keyOf(notice), new PersonState());
        return postings.of(before, next(before, notice), notice);
    }

    /** Takes a notice, and says of the kept records nothing yet: {@link #anew} does. */
    List<Posting> listen(PersonNotice notice) {
        PersonState before = states.getOrDefault(keyOf(notice), new PersonState());
        return postings.ofRefused(before, next(before, notice), notice);
    }

    List<Posting> anew() {
        List<Posting> all = new ArrayList<>();
        states.values().forEach(person -> all.addAll(postings.anew(person)));
        return all;
    }

    private PersonState next(PersonState before, PersonNotice notice) {
        refused += before.refusesOneMoreFor(notice) ? 1 : 0;
        PersonState after = before.with(notice);
        states.put(keyOf(notice), after);
        return after;
    }

    private static String keyOf(PersonNotice notice) {
        return notice.place + "/" + notice.person;
    }
}
