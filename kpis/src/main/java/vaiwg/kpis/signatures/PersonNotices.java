package vaiwg.kpis.signatures;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vaiwg.kpis.cases.PersonFact;
import vaiwg.kpis.cases.PersonNotice;
import vaiwg.kpis.cases.PersonRecord;
import vaiwg.kpis.cases.Subject;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.signatures.Mentions.Key;
import vaiwg.schemas.EventStream;

/**
 * From one event of a subject to what it tells the persons and places that the subject's record names, or named: to each of whom it says
 * something else than before, all that it says over all time.
 */
public final class PersonNotices {
    private final Catalogue catalogue;

    public PersonNotices(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * The notices of a subject's change.
     *
     * @param before null where the subject is new
     * @param record the subject's own id
     */
    public List<PersonNotice> of(String record, Subject before, Subject after) {
        SubjectType type = SubjectType.of(after.kind());
        Mentions mentions = type.mentions(record, after, catalogue);
        if (mentions == null) {
            return List.of();
        }
        Mentions earlierMentions = before == null ? null : mentions.of(before);
        if (before != null && !mentions.mayDifferFrom(earlierMentions, after.differsFrom(before))) {
            return List.of();
        }
        Map<Key, List<PersonFact>> told = before == null ? Map.of() : earlierMentions.facts(Long.MIN_VALUE);
        Map<Key, List<PersonFact>> now = mentions.facts(Long.MIN_VALUE);
        Set<Key> keys = new LinkedHashSet<>(now.keySet());
        keys.addAll(told.keySet());
        List<PersonNotice> notices = new ArrayList<>(keys.size());
        for (Key key : keys) {
            List<PersonFact> facts = now.getOrDefault(key, List.of());
            List<PersonFact> earlier = told.getOrDefault(key, List.of());
            if (!PersonFact.areAlike(facts, earlier)) {
                notices.add(notice(key, type.stream(), type.recordId(record), facts, earlier));
            }
        }
        return notices;
    }

    /** All that a subject's record says of anybody: what persons that know nothing of it need. */
    public List<PersonNotice> anew(String record, Subject subject) {
        return of(record, null, subject);
    }

    private static PersonNotice notice(
            Key key, EventStream stream, String record, List<PersonFact> facts, List<PersonFact> earlier) {
        PersonNotice notice = new PersonNotice();
        notice.person = key.person();
        notice.place = key.place();
        notice.record = new PersonRecord();
        notice.record.stream = (byte) stream.ordinal();
        notice.record.record = record;
        notice.record.since = (facts.isEmpty() ? earlier : facts).get(0).from;
        notice.record.facts = facts.toArray(PersonFact[]::new);
        notice.earlier = earlier.toArray(PersonFact[]::new);
        return notice;
    }
}
