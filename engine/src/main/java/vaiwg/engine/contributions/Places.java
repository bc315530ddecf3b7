package vaiwg.engine.contributions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vaiwg.kpis.cases.PersonFact;
import vaiwg.kpis.catalogue.ContributionType;
import vaiwg.kpis.facts.Fact;

/**
 * The crimes at a place, on the days on which each counts: whether the place was met often enough in the days before, by crimes of the
 * same kind.
 */
final class Places {
    /** For so many days a crime counts at its place. */
    static final int DAYS = 365;
    /** So many crimes in {@link #DAYS} days make a place one that comes back. */
    private static final int REPEATED = 3;

    private static final PersonFact[] NOTHING = {};

    private final List<PersonContribution> kinds;
    private final long repeated;
    private final PersonContribution.Bits old = new PersonContribution.Bits();
    private final PersonContribution.Bits now = new PersonContribution.Bits();
    private final Runs runs = new Runs(ContributionType.PLACE);

    /** Days from one to before another; whether the place is one that comes back on them. */
    private record Span(int from, int to, boolean before, boolean after) {}

    /** How many of some crimes in order count on day after day. */
    private static final class Count {
        private final PersonFact[] crimes;
        private int first;
        private int next;

        Count(PersonFact[] crimes) {
            this.crimes = crimes;
        }

        void advanceTo(int day) {
            while (next < crimes.length && crimes[next].day <= day) {
                next++;
            }
            while (first < next && crimes[first].day + DAYS <= day) {
                first++;
            }
        }

        /** The next day on which one begins to count, or ends. */
        int nextTurn() {
            int begins = next < crimes.length ? crimes[next].day : Integer.MAX_VALUE;
            return first < next ? Math.min(begins, crimes[first].day + DAYS) : begins;
        }

        boolean isRepeated() {
            return next - first >= REPEATED;
        }
    }

    Places(AskedOfPersons asked) {
        this.kinds = asked.places();
        this.repeated = asked.code().of(Fact.AT_REPEATED_PLACE);
    }

    /**
     * Adds the delta entries of what crimes contribute otherwise than they did.
     *
     * @param before the crimes at the place until now, in order
     * @param after from now on, likewise
     * @param from the first day on which they may
     * @param to the day after the last
     */
    void add(PersonFact[] before, PersonFact[] after, int from, int to, long enters, List<DeltaEntry> entries) {
        runs.of(entries, enters);
        for (PersonContribution kind : kinds) {
            PersonFact[] beforeOfKind = ofKind(kind, before);
            PersonFact[] afterOfKind = ofKind(kind, after);
            if (beforeOfKind.length + afterOfKind.length > 0) {
                add(kind, beforeOfKind, afterOfKind, from, to);
            }
        }
    }

    /** The same array where all are of the kind. */
    private static PersonFact[] ofKind(PersonContribution kind, PersonFact[] crimes) {
        int count = 0;
        PersonFact[] found = crimes;
        for (int i = 0; i < crimes.length; i++) {
            if (kind.counts(crimes[i].facts)) {
                if (count < i) {
                    found = found == crimes ? Arrays.copyOf(crimes, crimes.length) : found;
                    found[count] = crimes[i];
                }
                count++;
            }
        }
        if (count == 0) {
            return NOTHING;
        }
        return count == crimes.length ? crimes : Arrays.copyOf(found, count);
    }

    private void add(PersonContribution kind, PersonFact[] before, PersonFact[] after, int from, int to) {
        List<Span> spans = spans(new Count(before), new Count(after), from, to);
        boolean turned = turns(spans);
        Pairs.forEach(before, after, (was, is) -> {
            if (turned || was < 0 || is < 0) {
                add(kind, is < 0 ? before[was] : after[is], was >= 0, is >= 0, spans);
            }
        });
        runs.end();
    }

    private void add(PersonContribution kind, PersonFact crime, boolean was, boolean is, List<Span> spans) {
        runs.begin(crime.dimensionKey);
        for (Span span : spans) {
            int begin = Math.max(crime.day, span.from);
            int end = Math.min(crime.day + DAYS, span.to);
            if (begin < end) {
                evaluate(kind, crime, was, span.before, old);
                evaluate(kind, crime, is, span.after, now);
                runs.add(begin, end, old, now);
            }
        }
    }

    private static boolean turns(List<Span> spans) {
        for (Span span : spans) {
            if (span.before != span.after) {
                return true;
            }
        }
        return false;
    }

    private static List<Span> spans(Count before, Count after, int from, int to) {
        List<Span> spans = new ArrayList<>(2);
        int begin = from;
        for (int day = from; day < to; ) {
            before.advanceTo(day);
            after.advanceTo(day);
            boolean was = before.isRepeated();
            boolean is = after.isRepeated();
            day = Runs.after(day, Math.min(to, Math.min(before.nextTurn(), after.nextTurn())));
            Span last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
            if (last != null && last.before == was && last.after == is) {
                spans.set(spans.size() - 1, new Span(last.from, day, was, is));
            } else {
                spans.add(new Span(begin, day, was, is));
            }
            begin = day;
        }
        return spans;
    }

    private void evaluate(
            PersonContribution kind,
            PersonFact crime,
            boolean counts,
            boolean isRepeated,
            PersonContribution.Bits bits) {
        kind.evaluate(counts ? crime.facts | (isRepeated ? repeated : 0) : 0, bits);
    }
}
