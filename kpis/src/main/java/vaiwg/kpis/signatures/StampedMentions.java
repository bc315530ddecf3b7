package vaiwg.kpis.signatures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vaiwg.kpis.cases.PersonFact;

/** A record of which one version is current at a time: what it says is what that version says. */
interface StampedMentions extends Mentions {
    /**
     * The stamps at which what it says may change, in any order, possibly repeated; an array of the caller's own.
     *
     * @param from those before the last one that is less may be left out
     */
    long[] stamps(long from);

    /** Whom it names as known at an instant, from all versions with {@code admittedAt <= instant}; nobody twice with the same. */
    List<Mention> knownAt(long instant);

    /**
     * A person or a place, and what is said of it.
     *
     * @param fact without its stamps
     */
    record Mention(Key key, PersonFact fact) {}

    /** Most events say nothing else of anybody; what was said before their stamp need not be asked again to see that. */
    @Override
    default boolean mayDifferFrom(Mentions before, long from) {
        Map<Key, List<PersonFact>> facts = facts(from);
        Map<Key, List<PersonFact>> earlier = before.facts(from);
        return !facts.keySet().equals(earlier.keySet())
                || !facts.keySet().stream().allMatch(key -> PersonFact.areAlike(facts.get(key), earlier.get(key)));
    }

    @Override
    default Map<Key, List<PersonFact>> facts(long from) {
        Map<Key, List<PersonFact>> facts = new LinkedHashMap<>();
        long[] stamps = Differences.inOrder(stamps(from));
        for (int i = Differences.firstSpan(stamps, from); i < stamps.length; i++) {
            long until = i + 1 < stamps.length ? stamps[i + 1] : Long.MAX_VALUE;
            for (Mention mention : knownAt(stamps[i])) {
                add(mention.fact(), stamps[i], until, facts.computeIfAbsent(mention.key(), key -> new ArrayList<>(2)));
            }
        }
        return facts;
    }

    private static void add(PersonFact fact, long from, long until, List<PersonFact> known) {
        for (PersonFact earlier : known) {
            if (earlier.until == from && earlier.saysTheSameAs(fact)) {
                earlier.until = until;
                return;
            }
        }
        fact.from = from;
        fact.until = until;
        known.add(fact);
    }
}
