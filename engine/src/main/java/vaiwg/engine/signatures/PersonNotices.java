package vaiwg.engine.signatures;

import java.util.ArrayList;
import java.util.List;
import vaiwg.engine.signatures.Mentions.Mention;
import vaiwg.kpis.cases.PersonCode;
import vaiwg.kpis.cases.PersonFact;
import vaiwg.kpis.cases.PersonNotice;
import vaiwg.kpis.cases.StepVersion;
import vaiwg.kpis.cases.Subject;
import vaiwg.kpis.cases.VersionLog;
import vaiwg.kpis.catalogue.Catalogue;

/**
 * From one event of a subject to what it tells the persons and places that the subject's record names, or named: to each of whom it says
 * something else than before, what that is. An event that comes in order is looked at once, at its stamp; of one with an earlier stamp
 * than others all is told that the record said, and all that it says now.
 */
public final class PersonNotices {
    private static final StepVersion[] NO_STEPS = {};

    private final AskedOfPersons asked;

    public PersonNotices(Catalogue catalogue) {
        this.asked = new AskedOfPersons(catalogue);
    }

    /**
     * The notices of a subject's change.
     *
     * @param before null where the subject is new
     * @param record the subject's own id
     */
    public List<PersonNotice> of(String record, Subject before, Subject after) {
        SubjectType type = SubjectType.of(after.kind());
        if (type == SubjectType.PERPETRATOR) {
            return asked.isAsked(PersonFact.STEP)
                    ? ofSteps(PersonCode.of(record), before == null ? NO_STEPS : steps(before), steps(after))
                    : List.of();
        }
        Mentions mentions = type.mentions(record, after, asked);
        if (mentions == null || !asked.isAnything()) {
            return List.of();
        }
        if (before == null) {
            return notices(List.of(), mentions.overAllTime());
        }
        Mentions earlier = type.mentions(record, before, asked);
        if (mentions.isOfTheSameVersionsAs(earlier)) {
            return List.of();
        }
        long from = after.differsFrom(before);
        if (!mentions.isKnownBy(from) || !earlier.isKnownBy(from)) {
            return notices(earlier.overAllTime(), mentions.overAllTime());
        }
        if (mentions.saysTheSameAs(earlier, from)) {
            return List.of();
        }
        List<Mention> went = earlier.knownAt(from);
        List<Mention> came = mentions.knownAt(from);
        return notices(without(came, went), without(went, came));
    }

    /** All that a subject's record says of anybody: what persons that know nothing of it need. */
    public List<PersonNotice> anew(String record, Subject subject) {
        return of(record, null, subject);
    }

    private static StepVersion[] steps(Subject perpetrator) {
        return VersionLog.<StepVersion>as(perpetrator).versions;
    }

    private static List<PersonNotice> ofSteps(long person, StepVersion[] before, StepVersion[] after) {
        if (person == PersonCode.NONE) {
            return List.of();
        }
        PersonFact added = PerpetratorMentions.ofNew(before, after);
        List<PersonFact> went = added == null ? PerpetratorMentions.facts(before) : List.of();
        List<PersonFact> came = added == null ? PerpetratorMentions.facts(after) : List.of(added);
        CommonEnds common =
                CommonEnds.of(went.size(), came.size(), (i, j) -> went.get(i).isLike(came.get(j)));
        PersonNotice notice = notice(person, false, common.without(went), common.without(came));
        return notice.went.length + notice.came.length == 0 ? List.of() : List.of(notice);
    }

    private static List<Mention> without(List<Mention> others, List<Mention> mentions) {
        List<Mention> rest = new ArrayList<>(mentions.size());
        for (Mention mention : mentions) {
            if (!mention.isIn(others)) {
                rest.add(mention);
            }
        }
        return rest;
    }

    /** To each person and place of whom the two say different things, both. */
    private static List<PersonNotice> notices(List<Mention> went, List<Mention> came) {
        List<PersonNotice> notices = new ArrayList<>(went.size() + came.size());
        addNotices(came, 0, went, came, notices);
        addNotices(went, came.size(), went, came, notices);
        return notices;
    }

    /** @param earlier how many mentions are looked at already, all of which have had a notice where they need one */
    private static void addNotices(
            List<Mention> some, int earlier, List<Mention> went, List<Mention> came, List<PersonNotice> notices) {
        for (int i = 0; i < some.size(); i++) {
            Mention one = some.get(i);
            boolean isTold = one.isAboutOneOf(some.subList(0, i)) || (earlier > 0 && one.isAboutOneOf(came));
            if (!isTold) {
                List<PersonFact> then = factsAboutTheSame(one, went);
                List<PersonFact> now = factsAboutTheSame(one, came);
                if (!PersonFact.areAlike(then, now)) {
                    notices.add(notice(one.person(), one.isAboutAPlace(), then, now));
                }
            }
        }
    }

    private static List<PersonFact> factsAboutTheSame(Mention one, List<Mention> mentions) {
        List<PersonFact> facts = new ArrayList<>(2);
        for (Mention mention : mentions) {
            if (mention.isAboutTheSameAs(one)) {
                facts.add(mention.fact());
            }
        }
        return facts;
    }

    private static PersonNotice notice(long person, boolean place, List<PersonFact> went, List<PersonFact> came) {
        PersonNotice notice = new PersonNotice();
        notice.person = person;
        notice.place = place;
        notice.went = went.toArray(PersonFact[]::new);
        notice.came = came.toArray(PersonFact[]::new);
        return notice;
    }
}
