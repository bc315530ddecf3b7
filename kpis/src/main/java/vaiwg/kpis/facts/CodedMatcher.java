package vaiwg.kpis.facts;

import java.util.Arrays;

/** A {@link Matcher} that asks a {@link FactCode code} and not a set: a conjunction of clauses over the bits of one long. */
public final class CodedMatcher {
    private long required;
    private long forbidden;
    private long[] oneHolds = {};
    private long[] oneFails = {};

    CodedMatcher() {}

    void add(long holds, long fails) {
        if (Long.bitCount(holds) + Long.bitCount(fails) == 1) {
            required |= holds;
            forbidden |= fails;
            return;
        }
        oneHolds = with(oneHolds, holds);
        oneFails = with(oneFails, fails);
    }

    /** Whether the condition holds of a code. */
    public boolean matches(long code) {
        return (required & ~code | forbidden & code) == 0 && allClausesHold(code, code);
    }

    /** Whether it holds of any code that has no other bits than some. */
    public boolean canMatch(long possible) {
        return (required & ~possible) == 0 && allClausesHold(possible, 0);
    }

    /** The bits that make a difference to it. */
    public long asked() {
        long asked = required | forbidden;
        for (int i = 0; i < oneHolds.length; i++) {
            asked |= oneHolds[i] | oneFails[i];
        }
        return asked;
    }

    private boolean allClausesHold(long holding, long notFailing) {
        for (int i = 0; i < oneHolds.length; i++) {
            if ((oneHolds[i] & holding) == 0 && (oneFails[i] & ~notFailing) == 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CodedMatcher matcher
                && required == matcher.required
                && forbidden == matcher.forbidden
                && Arrays.equals(oneHolds, matcher.oneHolds)
                && Arrays.equals(oneFails, matcher.oneFails);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(required ^ forbidden) + Arrays.hashCode(oneHolds) + Arrays.hashCode(oneFails);
    }

    private static long[] with(long[] some, long one) {
        long[] more = Arrays.copyOf(some, some.length + 1);
        more[some.length] = one;
        return more;
    }
}
